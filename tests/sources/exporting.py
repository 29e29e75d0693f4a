"""What the tests of exported files share: the contract for kinds of which `contracts` has no sample, and a line an item."""

import io
from datetime import UTC, datetime

from hecht.core.model import Card, Interaction, Item
from hecht.sources import Source
from hecht.sources.calendar import CalendarSource
from hecht.sources.cards import CardsSource
from hecht.sources.eml import EmlSource
from hecht.sources.mailbox import MailboxSource
from hecht.sources.plain import PlainSource
from hecht.testing import SourceContract
from sources.mailing import NOW, judge
from sources.mailing import render as render_mail


class ExportContract(SourceContract):
    """The contract of a source, for files that no other source may take for its own."""

    def test_it_knows_its_own_files_by_their_content(self) -> None:
        for name in self.names:
            assert self.source().identify(self.data[:4096], name)

    def test_no_other_source_takes_its_files(self) -> None:
        others: list[Source] = [
            MailboxSource(judge()),
            CalendarSource(),
            CardsSource(),
            PlainSource(),
            EmlSource(judge()),
        ]
        for name in self.names:
            assert [one.name for one in others if one.identify(self.data[:4096], name)] == []


def read(source: Source, data: bytes) -> list[Item]:
    """Read a file of which the source says that it is its own."""
    assert source.identify(data[:4096], "file")
    return list(source.extract(io.BytesIO(data), NOW))


def render(item: Item) -> str:
    """Give an item as a line."""
    if isinstance(item, Card):
        words = ", ".join(filter(None, (item.name, item.position, item.organisation)))
        return f"{words} | {' '.join(item.identifiers)}"
    if isinstance(item, Interaction):
        at = datetime.fromtimestamp(item.seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if item.channel.name not in ("MAIL", "CALL"):
            people = " ".join(f"{one.name} <{one.identifier}> {one.role.name.lower()}" for one in item.participants)
            facts = f"words {item.words} asks {item.asks} sequence {item.sequence} duration {item.duration}"
            return f"{at} {item.channel.name.lower()} {people} | {item.title} | {facts} {item.status.name.lower()}"
    return render_mail(item)
