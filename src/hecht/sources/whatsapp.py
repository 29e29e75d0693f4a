"""WhatsApp chats as the program exports them (Android and iOS; Dutch, English and German) as days of chat."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, tzinfo
from typing import BinaryIO, ClassVar, NamedTuple

from hecht.core.days import MAIL_AHEAD
from hecht.core.errors import BadDateError
from hecht.core.model import OWNER, Cursor, Items, Judge, Participant, Unreadable
from hecht.sources.chats import TOO_LARGE, Chat, Message, believed, by_name, fold, number_of, pair_of, shown, whole
from hecht.sources.daymonth import Order, date_of, order_of
from hecht.sources.whatsapp_lines import Line, encrypted, headed, is_group, lines_of, own_text, says_nothing

_NAMED = re.compile(
    r"whatsapp[ _-]{0,3}chat(?:[ _-]{1,3}(?:with|met|mit)[ _]|[ _]-[ _])(.{1,200}?)\.(?:txt|zip)", re.IGNORECASE
)
_COPY = re.compile(r" ?\(\d{1,3}\)$")
_PARTS = re.compile(r" > |[/\\]")
_LETTERS = re.compile(r"[\W_]+")
_DUTCH_OR_GERMAN = re.compile(
    r"Berichten en oproepen zijn|<Media weggelaten>| weggelaten\b|heeft .{1,80}(?:gemaakt|toegevoegd|gewijzigd|verlaten)"
    r"|Nachrichten und Anrufe sind|<Medien (?:ausgeschlossen|weggelassen)>| weggelassen\b|hat .{1,80}(?:erstellt|hinzugefügt)"
)
_OPEN = "day and month cannot be told apart in this export (03-04 or 04-03): nothing was read of it"
_LONGEST = 100
"""Characters of a name; what is longer is a notice with a colon in it."""


class _Said(NamedTuple):
    """A message before its date is read; without text it is an attachment, or was deleted."""

    line: Line
    author: str
    text: str


class WhatsAppSource:
    """Exported chats, as a text or inside a zip (where the text is called `_chat.txt`).

    Contacts have only the name by which the phone knows them, so that is their identifier (`whatsapp:anna bos`), or
    their number where it is unknown to the phone. In a chat of two the name of the file names the other; the
    remaining writer is the owner. In a group the owner's own messages stand under the owner's own name.
    """

    name: ClassVar[str] = "whatsapp"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`; the times of an export are those of the phone, read in `zone`."""
        self._judge = judge
        self._zone = zone
        self._place = ""

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the first line by its date, and remember the name of the file for who the other is."""
        self._place = name
        text = head.decode("utf-8", errors="replace").lstrip("\ufeff\r\n")
        return headed(text, named=bool(_title(name)) or "_chat" in name)

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every day of the chat."""
        del cursor
        data = whole(opened)
        if data is None:
            yield Unreadable(0, TOO_LARGE)
            return
        text = data.decode("utf-8-sig", errors="replace")
        lines = list(lines_of(text))
        latest = datetime.fromtimestamp(min(now + MAIL_AHEAD, 1 << 37), UTC).date()
        order = order_of([line.date for line in lines], latest, _habit(lines, text))
        if order is None:
            if lines:
                yield Unreadable(1, _OPEN)
            return
        titles = _titles(self._place)
        said = list(_said(lines, titles))
        messages: list[Message] = []
        for one in said:
            try:
                seconds = self._seconds(one.line, order, now)
            except (BadDateError, ValueError, OverflowError) as error:
                yield Unreadable(one.line.number, str(error))
                continue
            if one.text:
                messages.append(Message(seconds, _who(one.author), _shown(one.author), one.text))
        several = len({_who(one.author) for one in said}) > 2  # noqa: PLR2004 - more than a chat of two
        subject = _subject(lines)
        named = titles or ((subject,) if subject else ())
        group = several or (not named and is_group(line.rest for line in lines))
        yield from self._days(messages, named, group=group)

    def _seconds(self, line: Line, order: Order, now: int) -> int:
        day = date_of(line.date, order)
        moment = datetime(day.year, day.month, day.day, *line.time, tzinfo=self._zone)
        return believed(int(moment.timestamp()), now)

    def _days(self, messages: list[Message], named: tuple[str, ...], *, group: bool) -> Items:
        writers = {one.who: one.name for one in messages}
        other = next((who for who in sorted(writers) if _is_named(writers[who], who, named)), "")
        if writers and not group and (other or not named):
            pair = self._pair(writers, other)
            if pair:
                yield from fold(Chat(self.name, _identity(pair), pair), _owned(messages, pair), self._zone, self._judge)
                return
        identity = by_name("group", named[-1]) if named and shown(named[-1]) else ""
        yield from fold(Chat(self.name, identity), messages, self._zone, self._judge)

    @staticmethod
    def _pair(writers: dict[str, str], other: str) -> tuple[Participant, Participant] | None:
        if other:
            return pair_of(OWNER, other, writers[other])
        if len(writers) < 2:  # noqa: PLR2004 - one writer, and nobody knows to whom
            return None
        one, two = sorted(writers)
        return pair_of(one, two, writers[two], writers[one])


def _identity(pair: tuple[Participant, Participant]) -> str:
    return "" if pair[0].identifier == OWNER else pair[0].identifier


def _owned(messages: Iterable[Message], pair: tuple[Participant, Participant]) -> Iterator[Message]:
    """Give the messages with the owner as such."""
    known = {one.identifier for one in pair}
    for one in messages:
        yield one if one.who in known else one._replace(who=OWNER, name="")


def _titles(place: str) -> tuple[str, ...]:
    """Give the name in the name of a file, also without the number of a copy: `WhatsApp-chat met Anna (1).txt`."""
    title = _title(place)
    return tuple(dict.fromkeys((title, _COPY.sub("", title)))) if title else ()


def _title(place: str) -> str:
    for part in reversed(_PARTS.split(place)[-3:]):
        match = _NAMED.fullmatch(part) or _NAMED.fullmatch(part + ".txt")
        if match:
            return match[1]
    return ""


def _is_named(name: str, who: str, titles: tuple[str, ...]) -> bool:
    letters = _LETTERS.sub("", name.casefold())
    for title in titles:
        same = _LETTERS.sub("", title.casefold()) == letters if letters else shown(title) == name
        if same or (who.startswith("tel:") and number_of(title) == who):
            return True
    return False


def _habit(lines: list[Line], text: str) -> Order | None:
    """Tell how the language and settings that a file shows write dates, when that is certain."""
    if not lines:
        return None
    if lines[0].mark in "-." or _DUTCH_OR_GERMAN.search(text):
        return "dmy"
    if all(line.padded and not line.half for line in lines):
        return "dmy"  # English of Britain: 03/04/2026, 21:15
    short = all(line.date.third < 100 for line in lines)  # noqa: PLR2004 - years of two figures
    if short and any(not line.padded for line in lines) and any(line.half in ("AM", "PM") for line in lines):
        return "mdy"  # English of America: 4/3/26, 9:15 PM
    return None


def _said(lines: list[Line], titles: tuple[str, ...]) -> Iterator[_Said]:
    """Give what people said; lines that the program wrote are passed over."""
    long_names = _with_colon(lines, titles)
    for line in lines:
        author, colon, text = line.rest.partition(": ")
        longer = long_names.get(author, "")
        if longer and line.rest.startswith(longer + ": "):
            author, text = longer, line.rest[len(longer) + 2 :]
        if not colon or len(author) > _LONGEST or says_nothing(author) or not shown(author):
            continue
        own = own_text("\n".join((text, *line.more)), marked=line.bracketed)
        if own or not (says_nothing(text) or encrypted(text)):
            yield _Said(line, author, own)


def _with_colon(lines: list[Line], titles: tuple[str, ...]) -> dict[str, str]:
    """Give the names that hold a colon themselves and stand in the name of the file, by their first part.

    Only then: somebody who begins every message in the same way would else have text in their name.
    """
    found: dict[str, str] = {}
    for line in lines if titles else ():
        first, _, rest = line.rest.partition(": ")
        second, more, _ = rest.partition(": ")
        if more and first not in found and _is_named(f"{first}: {second}", "", titles):
            found[first] = f"{first}: {second}"
    return found


def _subject(lines: list[Line]) -> str:
    """Give the name under which iOS writes its notice of encryption: that of the group, or of the other."""
    for line in lines[:3]:
        author, colon, text = line.rest.partition(": ")
        if line.bracketed and colon and encrypted(text):
            return _shown(author)
    return ""


def _who(author: str) -> str:
    plain = shown(author)
    number = number_of(plain) if plain.startswith("+") else ""
    return number or by_name("whatsapp", plain.replace("~ ", "~", 1) if plain.startswith("~ ") else plain)


def _shown(author: str) -> str:
    plain = shown(author)
    return "" if plain.startswith("+") and number_of(plain) else plain.removeprefix("~").strip()
