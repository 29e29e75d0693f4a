"""Reading chats in tests: one line an item to compare by eye, and the beginning of one export of each kind."""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hecht.core.model import Card, Interaction, Item, LeftOut, Participant, Role, Unreadable
from hecht.sources import Source

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = 1_798_758_000
"""1 January 2027, 00:00 in Amsterdam."""
FOLDER = Path(__file__).parent / "data" / "chat"


def items(source: Source, data: bytes, name: str = "file", now: int = NOW) -> list[Item]:
    """Recognise and read a file as intake does."""
    assert source.identify(data[:4096], name)
    return list(source.extract(io.BytesIO(data), now))


def days(source: Source, data: bytes | str, name: str = "file") -> list[Interaction]:
    """Read a file of which everything can be read, and give its interactions."""
    read = items(source, data.encode() if isinstance(data, str) else data, name)
    assert not [item for item in read if isinstance(item, Unreadable)]
    return [item for item in read if isinstance(item, Interaction)]


def people(item: Interaction) -> list[str]:
    """Give the identifiers of those who took part."""
    return [one.identifier for one in item.participants]


def rendered(read: list[Item]) -> str:
    """Give items as lines."""
    return "".join(_line(item) + "\n" for item in read)


def _line(item: Item) -> str:
    if isinstance(item, Interaction):
        at = datetime.fromtimestamp(item.seconds, ZONE).strftime("%Y-%m-%d %H:%M:%S")
        who = ", ".join(map(_person, item.participants))
        lasted = f" | {item.duration} s" * bool(item.duration)
        tone = f" | {item.language or '-'}" + " | tone" * (item.relation is not None)
        return f"{item.channel.name.lower()} {at} x{item.sequence} | {who} | others {item.recipients}{lasted}{tone}"
    if isinstance(item, Card):
        return f"card {' '.join(item.identifiers)}" + f" | {item.name}" * bool(item.name)
    if isinstance(item, LeftOut):
        return f"left out: {item.reason}"
    if isinstance(item, Unreadable):
        return f"unreadable at {item.offset}: {item.cause}"
    return type(item).__name__.lower()


def _person(one: Participant) -> str:
    role = {Role.TO: "to ", Role.SENDER: "from "}.get(one.role, "")
    return f"{role}{one.name} <{one.identifier}>" if one.name else role + one.identifier
