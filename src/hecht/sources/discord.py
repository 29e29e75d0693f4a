"""Discord conversations as days of chat: files of DiscordChatExporter, and one's own messages from the data package."""

import re
from datetime import UTC, datetime, tzinfo
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import OWNER, Cursor, Items, Judge, Participant, Unreadable
from hecht.sources.chats import (
    Chat,
    Message,
    account,
    believed,
    fold,
    pair_of,
    shown,
    table,
    written,
)
from hecht.sources.streamed import EACH, parts

_WANTED = frozenset({(EACH,), ("channel",), ("messages", EACH)})
_EXPORTED = re.compile(rb'"guild"\s{0,4}:\s{0,4}\{')
_CHANNEL = re.compile(rb'"channel"\s{0,4}:\s{0,4}\{')
_PACKAGE = re.compile(rb'\[\s{0,20}\{\s{0,20}"ID"\s{0,4}:\s{0,4}"?\d{1,20}"?\s{0,4},\s{0,20}"Timestamp"\s{0,4}:')
_WRITTEN = ("Default", "Reply", "0", "19")
_TWO = "DirectTextChat"


class DiscordSource:
    """Exports with authors by number (`discord:111`).

    A direct conversation is named after the other: then the remaining writer is the owner. The data package holds
    one's own messages only and not to whom they went, so its days are left out, each with its reason.
    """

    name: ClassVar[str] = "discord"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`, count days in `zone`."""
        self._judge = judge
        self._zone = zone

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise both kinds by their first keys."""
        del name
        text = head.lstrip(b"\xef\xbb\xbf \r\n\t")
        if text.startswith(b"["):
            return bool(_PACKAGE.match(text))
        return text.startswith(b"{") and bool(_EXPORTED.search(text[:400]) and _CHANNEL.search(text))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every day of the conversation."""
        del cursor
        channel: dict[str, object] = {}
        messages: list[Message] = []
        names: dict[str, set[str]] = {}
        count = 0
        for item in parts(opened, _WANTED):
            if isinstance(item, Unreadable):
                yield item
                break
            path, value = item
            if path == ("channel",):
                channel = table(value)
                continue
            count += 1
            try:
                if path == (EACH,):
                    messages.append(_own(table(value), now))
                elif message := _message(table(value), now, names):
                    messages.append(message)
            except (BadDateError, BadIdentifierError, ValueError, OverflowError) as error:
                yield Unreadable(count, f"message {count}: {error}")
        pair = _pair(channel, messages, names)
        identity = shown(channel.get("id"))
        if pair and pair[0].identifier == OWNER:
            messages = [one if one.who == pair[1].identifier else one._replace(who=OWNER) for one in messages]
            identity = ""
        yield from fold(Chat(self.name, identity, pair), messages, self._zone, self._judge)


def _message(one: dict[str, object], now: int, names: dict[str, set[str]]) -> Message | None:
    """Give what a person wrote, and note all names of the writer; None for bots and lines of the program."""
    author = table(one.get("author"))
    if str(one.get("type")) not in _WRITTEN or author.get("isBot") is True:
        return None
    who = account("discord", author.get("id"))
    known = [shown(author.get(key)) for key in ("nickname", "name")]
    names.setdefault(who, set()).update(name.casefold() for name in known if name)
    text = written(one.get("content"))
    return Message(_seconds(one.get("timestamp"), now), who, next((name for name in known if name), ""), text)


def _own(one: dict[str, object], now: int) -> Message:
    return Message(_seconds(one.get("Timestamp"), now), OWNER, "", "")


def _seconds(value: object, now: int) -> int:
    if not isinstance(value, str):
        raise BadDateError(type(value).__name__)
    moment = datetime.fromisoformat(value[:40])
    return believed(int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()), now)


def _pair(
    channel: dict[str, object], messages: list[Message], names: dict[str, set[str]]
) -> tuple[Participant, Participant] | None:
    """Give the two people of a direct conversation; the one that it is named after is the other."""
    if channel.get("type") != _TWO or not messages:
        return None
    shown_names = {one.who: one.name for one in messages}
    title = shown(channel.get("name")).casefold()
    named = [who for who in shown_names if title in names[who]]
    if len(named) == 1 and len(shown_names) <= 2:  # noqa: PLR2004 - a conversation of two
        return pair_of(OWNER, named[0], shown_names[named[0]])
    if len(shown_names) != 2:  # noqa: PLR2004
        return None
    one, two = sorted(shown_names)
    return pair_of(one, two, shown_names[two], shown_names[one])
