"""Telegram's export as JSON (`result.json`), of one chat or of everything, as days of chat and cards."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadDateError, BadIdentifierError
from hecht.core.model import OWNER, Card, Cursor, Items, Judge, LeftOut, Participant, Unreadable
from hecht.sources.chats import (
    Chat,
    Message,
    account,
    believed,
    by_name,
    fold,
    number,
    number_of,
    pair_of,
    shown,
    table,
    written,
)
from hecht.sources.streamed import CLOSED, EACH, parts

_TYPES = rb"personal_chat|bot_chat|saved_messages|private_(?:super)?group|public_supergroup|(?:private|public)_channel"
_CHAT = re.compile(rb'"type"\s{0,4}:\s{0,4}"(?:' + _TYPES + rb')"')
_ALL = re.compile(
    rb'"personal_information"\s{0,4}:\s{0,4}\{|"(?:chats|left_chats)"\s{0,4}:\s{0,4}\{\s{0,40}"(?:about|list)"'
)
_MESSAGE = re.compile(rb'"type"\s{0,4}:\s{0,4}"(?:message|service)"')
_STAMP = re.compile(rb'"date_unixtime"\s{0,4}:\s{0,4}"')
_OF_CHAT = (("type",), ("name",), ("id",), ("messages", EACH))
_WANTED = frozenset(
    {
        ("personal_information",),
        ("contacts", "list", EACH),
        *_OF_CHAT,
        *((kind, "list", EACH, *part) for kind in ("chats", "left_chats") for part in _OF_CHAT),
    }
)
_NO_CHAT = ("bot_chat", "saved_messages", "private_channel", "public_channel")


class TelegramSource:
    """The export of Telegram Desktop. A message that cannot be read is reported with its number in the file.

    People are known by their user number (`telegram:user123`). Where the export says whose it is, the owner's own
    messages are the owner's, and a card joins the number with the telephone. Bots, channels, one's own notes and
    lines that the program wrote are left out.
    """

    name: ClassVar[str] = "telegram"

    def __init__(self, judge: Judge, zone: tzinfo) -> None:
        """Judge texts with `judge`; days are counted in `zone`, and so are times without their unix time."""
        self._judge = judge
        self._zone = zone

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise a chat, or a whole export, by its first keys."""
        del name
        if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return False
        return bool(_CHAT.search(head) or _ALL.search(head) or (_MESSAGE.search(head) and _STAMP.search(head)))

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every day of every chat, and a card for every contact."""
        del cursor
        own = ""
        chat: dict[str, object] = {}
        messages: list[Message] = []
        count = 0
        for item in parts(opened, _WANTED):
            if isinstance(item, Unreadable):
                yield item
                break
            path, value = item
            if path == ("personal_information",):
                own = _own(table(value))
                if own:
                    tel = number_of(table(value).get("phone_number"))
                    yield Card((OWNER, own, tel) if tel else (OWNER, own))
            elif path == ("contacts", "list", EACH):
                yield from _contact(table(value), own)
            elif path[-2:] == ("messages", EACH):
                count += 1
                try:
                    if chat.get("type") not in _NO_CHAT and (message := self._message(table(value), now)):
                        messages.append(message)
                except (BadDateError, BadIdentifierError, ValueError, OverflowError) as error:
                    yield Unreadable(count, f"message {count}: {error}")
            elif value is not CLOSED:
                chat[path[-1]] = value
            elif path[-1] == EACH:
                yield from self._chat(chat, messages, own)
                chat, messages = {}, []
        yield from self._chat(chat, messages, own)

    def _chat(self, chat: dict[str, object], messages: list[Message], own: str) -> Items:
        if chat.get("type") in _NO_CHAT:
            yield LeftOut("list" if str(chat["type"]).endswith("channel") else "template")
        elif messages:
            yield from self._days(chat, messages, own)

    def _message(self, value: dict[str, object], now: int) -> Message | None:
        kind = value.get("type")
        if kind == "service":
            return None
        if kind != "message":
            raise ValueError("of no known type")
        text = written(value.get("text"))
        seconds = self._seconds(value, now)
        name = shown(value.get("from"))
        who = value.get("from_id")
        if not who and not name:
            return None  # somebody whose account is gone
        if isinstance(who, int):
            who = f"user{who}"
        return Message(seconds, account("telegram", who) if who else by_name("telegram", name), name, text)

    def _seconds(self, value: dict[str, object], now: int) -> int:
        if "date_unixtime" in value:
            return believed(number(value["date_unixtime"]), now)
        moment = datetime.fromisoformat(str(value.get("date"))[:40])
        return believed(int((moment if moment.tzinfo else moment.replace(tzinfo=self._zone)).timestamp()), now)

    def _days(self, chat: dict[str, object], messages: list[Message], own: str) -> Items:
        try:
            identity = str(number(chat.get("id")))
        except BadDateError:
            identity = shown(chat.get("name"))
        pair = _pair(chat, identity, messages, own)
        if pair:
            other = pair[1].identifier
            mine = {own, *({one.who for one in messages} - {other} if pair[0].identifier == OWNER else ())}
            messages = [one._replace(who=OWNER, name="") if one.who in mine else one for one in messages]
            identity = identity if pair[0].identifier != OWNER else ""
        elif own:
            messages = [one._replace(who=OWNER, name="") if one.who == own else one for one in messages]
        yield from fold(Chat(self.name, identity, pair), messages, self._zone, self._judge)


def _pair(
    chat: dict[str, object], identity: str, messages: list[Message], own: str
) -> tuple[Participant, Participant] | None:
    """Give the owner and the other of a chat of two: its number is that of the other, or the owner is known."""
    if chat.get("type") != "personal_chat" or not messages:
        return None
    names: dict[str, str] = {}
    for one in messages:
        if not names.get(one.who):
            names[one.who] = one.name
    by_number = f"telegram:user{identity}"
    others = sorted(set(names) - {own})
    if own and len(others) == 1:
        return pair_of(OWNER, others[0], names[others[0]])
    if by_number in names or len(names) == 1:  # one writer, who is not the one the chat is with, is the owner
        return pair_of(OWNER, by_number, names.get(by_number) or shown(chat.get("name")))
    if len(names) == 2:  # noqa: PLR2004 - both are known, but not which is the owner
        first, second = others
        return pair_of(first, second, names[second], names[first])
    return None


def _own(me: dict[str, object]) -> str:
    """Give the identifier of whose export it is, where it says so."""
    try:
        return account("telegram", f"user{number(me['user_id'])}") if me.get("user_id") else ""
    except BadDateError:
        return ""


def _contact(one: dict[str, object], own: str) -> Iterator[Card]:
    """Give the card of a contact; the export gives a number of the user for some only."""
    tel, user = number_of(one.get("phone_number")), _own(one)
    identifiers = tuple(identifier for identifier in (tel, user) if identifier and identifier != own)
    if identifiers:
        names = (shown(one.get("first_name")), shown(one.get("last_name")))
        yield Card(identifiers, " ".join(name for name in names if name))
