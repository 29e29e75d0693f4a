"""Signal conversations as two free programs write them from Signal Desktop: `signal-export` and `sigtop`."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from io import BufferedReader
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import OWNER, Card, Cursor, Items, Judge, Unreadable
from hecht.sources.chats import (
    Chat,
    Message,
    account,
    believed,
    by_name,
    fold,
    milliseconds,
    number_of,
    pair_of,
    parsed,
    shown,
    table,
    written,
)
from hecht.sources.joined import joined, lines_up_to
from hecht.sources.streamed import EACH, LARGEST, parts

_ENTRIES = frozenset({(EACH,)})
_LINES = re.compile(rb'\{"date"\s{0,2}:\s{0,2}"[^"\n]{1,40}",\s{0,2}"sender"\s{0,2}:')
_RAW = re.compile(rb'"(?:conversationId|sent_at)"\s{0,4}:')
_TYPE = re.compile(rb'"type"\s{0,4}:\s{0,4}"(?:incoming|outgoing)"')
_PARTS = re.compile(r" > |[/\\]")
_NUMBER = re.compile(r"\((\+\d{6,15})\)")
_BLANK = b"\xef\xbb\xbf \r\n\t"
_ME = "Me"
_NOBODY = ("", "No-Sender", "None")


class SignalSource:
    """Exports of one conversation.

    `signal-export` writes `NAME/data.json`, a line of JSON a message with `date`, `sender` (`Me` is the owner) and
    `body`; people have only the name by which Signal shows them. `sigtop export-messages -f json` writes a list of
    the messages as Signal Desktop keeps them (`type`, `sent_at` in milliseconds, `source`, `sourceServiceId`).
    Signal's own backups are encrypted and are not read.
    """

    name: ClassVar[str] = "signal"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`; days are counted in `zone`, and so are times without a zone."""
        self._judge = judge
        self._zone = zone
        self._place = ""

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise both kinds by their first keys, and remember the name of the folder."""
        self._place = name
        text = head.lstrip(_BLANK)
        if text.startswith(b"["):
            return bool(_RAW.search(text) and _TYPE.search(text))
        return bool(_LINES.match(text))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every day of the conversation, and a card for everybody with a number and an account."""
        del cursor
        head = opened.read(64)
        raw = head.lstrip(_BLANK).startswith(b"[")
        stream = joined(head, opened)
        messages: list[Message] = []
        cards: dict[tuple[str, ...], None] = {}
        for item in _raw(stream, now, cards) if raw else self._lines(stream, now):
            if isinstance(item, Message):
                messages.append(item)
            else:
                yield item
        yield from (Card(identifiers) for identifiers in cards)
        title = self._title()
        named = self._named(title, raw=raw)
        others = {one.who: one.name for one in messages if one.who != OWNER} or ({named: title} if named else {})
        if len(others) == 1 and (not named or named in others) and "(group)" not in title:
            ((who, name),) = others.items()
            pair = pair_of(OWNER, who, name or (title if named and not raw else ""))
            yield from fold(Chat(self.name, "", pair), messages, self._zone, self._judge)
        else:
            yield from fold(Chat(self.name, title), messages, self._zone, self._judge)

    @staticmethod
    def _named(title: str, *, raw: bool) -> str:
        """Give the identifier of whom the name of the file says that the conversation is with, if it does."""
        if not raw:
            return by_name("signal", title) if title else ""
        number = _NUMBER.search(title)
        return number_of(number[1]) if number else ""

    def _title(self) -> str:
        names = [name for name in _PARTS.split(self._place) if name]
        if names and names[-1] == "data.json":
            return shown(names[-2]) if len(names) > 1 else ""
        return shown(names[-1].removesuffix(".json")) if names else ""

    def _lines(self, opened: BufferedReader, now: int) -> Iterator[Message | Unreadable]:
        for count, line in enumerate(lines_up_to(opened, LARGEST, b"\n"), 1):
            if line is not None and not line.strip(_BLANK):
                continue
            read = parsed(line.lstrip(_BLANK)) if line else Unreadable(count, "longer than any message")
            if isinstance(read, Unreadable):
                yield Unreadable(count, read.cause)
                continue
            one = table(read)
            try:
                moment = datetime.fromisoformat(str(one.get("date"))[:40])
                moment = moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
                seconds = believed(int(moment.timestamp()), now)
            except (BadDateError, ValueError, OverflowError) as error:
                yield Unreadable(count, str(error))
                continue
            name = shown(one.get("sender"))
            if name in _NOBODY or one.get("deleted") is True or one.get("call") is True:
                continue
            who = OWNER if name == _ME else by_name("signal", name)
            yield Message(seconds, who, "" if who == OWNER else name, written(one.get("body")))


def _raw(opened: BufferedReader, now: int, cards: dict[tuple[str, ...], None]) -> Iterator[Message | Unreadable]:
    for count, item in enumerate(parts(opened, _ENTRIES), 1):
        if isinstance(item, Unreadable):
            yield item
            return
        one = table(item[1])
        kind = one.get("type")
        if kind not in ("incoming", "outgoing") or one.get("deletedForEveryone") is True:
            continue
        try:
            seconds = milliseconds(one.get("sent_at") or one.get("timestamp"), now)
            who = OWNER if kind == "outgoing" else _who(one, cards)
        except (BadDateError, BadIdentifierError) as error:
            yield Unreadable(count, f"message {count}: {error}")
            continue
        yield Message(seconds, who, "", written(one.get("body")))


def _who(one: dict[str, object], cards: dict[tuple[str, ...], None]) -> str:
    """Give the telephone number of who wrote, else the account."""
    tel = number_of(one.get("source"))
    service = shown(one.get("sourceServiceId")) or shown(one.get("sourceUuid"))
    if tel and service:
        cards[tel, account("signal", service.casefold())] = None
    return tel or account("signal", service.casefold())
