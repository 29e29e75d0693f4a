"""Instagram and Facebook messages from "Download your information" (`message_1.json`) as days of chat."""

import re
from datetime import tzinfo
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import OWNER, Cursor, Items, Judge, LeftOut, Participant, Unreadable
from hecht.sources.chats import Chat, Message, by_name, fold, milliseconds, pair_of, shown, table
from hecht.sources.streamed import EACH, parts

_WANTED = frozenset({("participants", EACH), ("messages", EACH), ("title",), ("thread_path",)})
_SENDER = re.compile(rb'"sender_name"\s{0,4}:')
_STAMP = re.compile(rb'"timestamp_ms"\s{0,4}:')
_PEOPLE = re.compile(rb'"participants"\s{0,4}:\s{0,4}\[\s{0,40}\{\s{0,40}"name"\s{0,4}:')
_GONE = re.compile(r"(?:facebook|instagram)[ -]?(?:user|gebruiker|nutzer)|instagrammer", re.IGNORECASE)
_TWO = 2


class MetaSource:
    """One file of one conversation. The path tells whether it is of Instagram or of Facebook; else it is `meta`.

    People have names only (on Instagram the handle, or the name of the profile). Nothing names the owner, but a
    conversation of two is titled with the name of the other: then the remaining one is the owner. Both write UTF-8
    as if it were Latin-1, which is repaired. A long conversation comes in several files: of a day that is cut in two
    by that, the part with most messages counts.
    """

    name: ClassVar[str] = "meta"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`, count days in `zone`."""
        self._judge = judge
        self._zone = zone
        self._place = ""

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a conversation by its first keys, and remember where it lies."""
        self._place = name
        if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return False
        return bool(_PEOPLE.search(head) or (_SENDER.search(head) and _STAMP.search(head)))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every day of the conversation."""
        del cursor
        whole: dict[str, object] = {}
        service = self._service()
        messages: list[Message] = []
        members: list[str] = []
        count = 0
        for item in parts(opened, _WANTED):
            if isinstance(item, Unreadable):
                yield item
                break
            path, value = item
            if path[0] != "messages":
                if path[0] == "participants":
                    members.append(_repaired(table(value).get("name")))
                else:
                    whole[path[0]] = value
                continue
            count += 1
            one = table(value)
            try:
                seconds = milliseconds(one.get("timestamp_ms"), now)
                name = _repaired(one.get("sender_name"))
                if one.get("is_unsent") is True or _is_gone(name):
                    continue
                messages.append(Message(seconds, by_name(service, name), name, _repaired_text(one.get("content"))))
            except (BadDateError, BadIdentifierError) as error:
                yield Unreadable(count, f"message {count}: {error}")
        if not messages:
            return
        if len(members) == _TWO and any(map(_is_gone, members)):
            yield LeftOut("no_people")
            return
        pair = _pair(service, [name for name in members if name], messages, _repaired(whole.get("title")))
        identity = ""
        if pair and pair[0].identifier == OWNER:
            messages = [one if one.who == pair[1].identifier else one._replace(who=OWNER) for one in messages]
        else:
            identity = shown(whole.get("thread_path")).rpartition("/")[2]
            identity = identity or " ".join(sorted({one.who for one in messages}))
        yield from fold(Chat(service, identity, pair), messages, self._zone, self._judge)

    def _service(self) -> str:
        place = self._place.casefold()
        found = [(place.rfind(service), service) for service in ("instagram", "facebook") if service in place]
        return max(found)[1] if found else "meta"


def _pair(
    service: str, members: list[str], messages: list[Message], title: str
) -> tuple[Participant, Participant] | None:
    """Give the two people of a conversation of two; without a list of them, those who wrote."""
    names = {by_name(service, name): name for name in members} or {one.who: one.name for one in messages}
    if len(names) != _TWO or not {one.who for one in messages} <= set(names):
        return None
    if title and by_name(service, title) in names:
        other = by_name(service, title)
        return pair_of(OWNER, other, names[other])
    one, two = sorted(names)
    return pair_of(one, two, names[two], names[one])


def _is_gone(name: str) -> bool:
    """Say whether this is nobody in particular: somebody whose account is gone."""
    return not name or bool(_GONE.fullmatch(name))


def _repaired(value: object) -> str:
    return shown(_repaired_text(value))


def _repaired_text(value: object) -> str:
    """Give a text that was written as UTF-8 and then as Latin-1; one that was not stays as it is."""
    if not isinstance(value, str):
        return ""
    try:
        return value.encode("latin-1").decode("utf-8")
    except ValueError:
        return value
