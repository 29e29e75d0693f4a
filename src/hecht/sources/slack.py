"""Slack's export of a workspace: a folder a conversation with a file a day, and the list of its people."""

import re
from datetime import tzinfo
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import Card, Cursor, Items, Judge, Unreadable
from hecht.sources.chats import (
    Chat,
    Message,
    account,
    address_of,
    believed,
    fold,
    number,
    number_of,
    shown,
    table,
    written,
)
from hecht.sources.streamed import EACH, parts

_ENTRIES = frozenset({(EACH,)})
_STAMP = re.compile(rb'"ts"\s{0,4}:\s{0,4}"\d{9,11}\.\d{6}"')
_USER = re.compile(rb'"id"\s{0,4}:\s{0,4}"[UW][A-Z0-9]{5,15}"')
_PROFILE = re.compile(rb'"(?:team_id|profile)"\s{0,4}:')
_LISTS = ("channels.json", "groups.json", "dms.json", "mpims.json")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS = re.compile(r" > |[/\\]")
_WRITTEN = (None, "thread_broadcast", "me_message", "file_share")
"""The kinds of message that somebody wrote; others tell who joined, left or changed something."""


class SlackSource:
    """Files of a Slack export, each readable by itself.

    In a file of a day, those who wrote are the members of that day (`slack:U012AB`); the export does not say whose
    it is. The days are those of the export, by the name of the file. `users.json` gives a card for every person
    that joins the account with the mail address; other lists give nothing.
    """

    name: ClassVar[str] = "slack"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`; count days in `zone` where the name of the file tells none."""
        self._judge = judge
        self._zone = zone
        self._place = ""

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a day, the list of people, or by its name another list; and remember the name."""
        self._place = name
        if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"["):
            return False
        if _STAMP.search(head) or (_USER.search(head) and _PROFILE.search(head)):
            return True
        return _PARTS.split(name)[-1] in _LISTS and b'"members"' in head

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield the chat of a day, or a card for every person."""
        del cursor
        messages: list[Message] = []
        for count, item in enumerate(parts(opened, _ENTRIES), 1):
            if isinstance(item, Unreadable):
                yield item
                break
            one = table(item[1])
            try:
                if "profile" in one or "team_id" in one:
                    if card := _card(one):
                        yield card
                elif "members" not in one and (message := _message(one, now)):
                    messages.append(message)
            except (BadDateError, BadIdentifierError) as error:
                yield Unreadable(count, f"entry {count}: {error}")
        names = [name for name in _PARTS.split(self._place) if name]
        day = names[-1].removesuffix(".json") if names else ""
        identity = names[-2] if len(names) > 1 else ""
        day = day if _DAY.fullmatch(day) else ""
        yield from fold(Chat(self.name, identity), messages, self._zone, self._judge, day=day)


def _message(one: dict[str, object], now: int) -> Message | None:
    """Give what a person wrote; None for the rest."""
    if one.get("type", "message") != "message" or one.get("subtype") not in _WRITTEN or one.get("bot_id"):
        return None
    seconds = believed(number(str(one.get("ts")).partition(".")[0]), now)
    profile = table(one.get("user_profile"))
    name = shown(profile.get("real_name")) or shown(profile.get("display_name"))
    return Message(seconds, account("slack", one.get("user")), name, written(one.get("text")))


def _card(one: dict[str, object]) -> Card | None:
    """Give the card of a member of the workspace; None for bots."""
    user = account("slack", one.get("id"))
    if one.get("is_bot") is True or user == "slack:USLACKBOT":
        return None
    profile = table(one.get("profile"))
    names = (profile.get("real_name"), one.get("real_name"), profile.get("display_name"), one.get("name"))
    known = (user, address_of(profile.get("email")), number_of(profile.get("phone")))
    return Card(
        tuple(identifier for identifier in known if identifier),
        next((shown(name) for name in names if shown(name)), ""),
        position=shown(profile.get("title")),
    )
