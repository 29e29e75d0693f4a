"""Reading mail in tests: the real judge of tone, and one line an item to compare by eye."""

import io
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

from hecht.core.lexicon import read_lexicon
from hecht.core.model import Cursor, Interaction, Item, Judge, LeftOut, Owner, Participant, Role, Unreadable
from hecht.core.tone import judge_with
from hecht.sources.mailbox import MailboxSource

NOW = 1_767_225_600
"""1 January 2026."""


@cache
def judge() -> Judge:
    """Give the judge of tone that hecht uses."""
    text = files("hecht.core").joinpath("data/tone.tsv").read_text(encoding="utf-8")
    return judge_with(read_lexicon(text.splitlines()))


def read_mailbox(data: bytes, cursor: Cursor | None = None) -> list[Item]:
    """Read a mailbox."""
    return list(MailboxSource(judge()).extract(io.BytesIO(data), NOW, cursor))


def interactions(items: list[Item]) -> list[Interaction]:
    """Give the interactions among some items."""
    return [item for item in items if isinstance(item, Interaction)]


def one_mail(headers: str | bytes, body: bytes = b"hello\n") -> Item:
    """Read one message; a sender, recipient and date are added where the headers have none."""
    block = headers.encode() if isinstance(headers, str) else headers
    block = block.strip() + b"\n" if block else b""
    for line in (b"From: ann@example.org", b"To: bob@example.org", b"Date: Mon, 6 Jan 2025 10:00:00 +0000"):
        if not any(had.lower().startswith(line.split(b":")[0].lower() + b":") for had in block.split(b"\n")):
            block += line + b"\n"
    items = read_mailbox(b"From ann@example.org Mon Jan  6 10:00:00 2025\n" + block + b"\n" + body)
    return next(item for item in items if not isinstance(item, Cursor | Owner))


def render(item: Item) -> str:
    """Give an item as a line."""
    if isinstance(item, Interaction):
        at = datetime.fromtimestamp(item.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        people = " > ".join(map(_person, item.participants))
        marks = " | reply" * bool(item.reply_to) + " | suspect" * item.suspect
        return f"{at} {people} | {item.title} | words {item.words} asks {item.asks}{marks}"
    if isinstance(item, LeftOut):
        return f"left out: {item.reason}"
    if isinstance(item, Unreadable):
        return f"unreadable at {item.offset}: {item.cause}"
    if isinstance(item, Owner):
        return f"{item.how} {item.identifier.removeprefix('mailto:')} {item.count}"
    return type(item).__name__.lower()


def _person(one: Participant) -> str:
    role = {Role.TO: "to ", Role.CC: "cc "}.get(one.role, "")
    address = one.identifier.removeprefix("mailto:")
    return f"{role}{one.name} <{address}>" if one.name else role + address
