"""A few hundred files as nobody writes them, the same every time; `python -m bench.fuzz 20000` tries more."""

from datetime import UTC
from pathlib import Path

import pytest

from app.world import NOW
from hecht.app.intake import sources_for
from hecht.testing.fuzz import broken_rules, mutations

DATA = Path(__file__).parent / "sources" / "data"
KINDS = ("mail", "calendar", "cards", "chat")


def seeds(kind: str) -> list[bytes]:
    return [
        path.read_bytes() for path in sorted((DATA / kind).rglob("*")) if path.is_file() and path.suffix != ".golden"
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_no_mutated_file_makes_a_source_break_its_rules(kind: str) -> None:
    sources = sources_for(UTC)
    name = {"chat": "WhatsApp-chat met Anna.txt"}.get(kind, "file")
    for number, data in enumerate(mutations(seeds(kind), 100, seed=7)):
        assert broken_rules(sources, data, name, NOW) == [], f"input {number}"


def test_the_rules_are_looked_at() -> None:
    """A source that gives an unseen character, and one that raises, are found."""

    class Loose:
        name = "loose"

        def identify(self, _head: bytes, _name: str) -> bool:
            return True

        def extract(self, opened: object, now: int, cursor: object = None) -> object:
            del opened, cursor
            from hecht.core.model import Card  # noqa: PLC0415

            yield Card(("mailto:a@x.nl",), "A\x1b[31m")
            if now:
                raise ValueError("no")

    assert broken_rules([Loose()], b"", "", 0) == ["loose: holds 'A\\x1b[31m'"]  # type: ignore[list-item]
    assert broken_rules([Loose()], b"", "", 1) == ["raised ValueError: no"]  # type: ignore[list-item]


def test_mutations_are_the_same_every_time_and_differ_from_their_seeds() -> None:
    some = list(mutations([b"abc" * 50, b"xyz" * 50], 50, seed=3))
    assert some == list(mutations([b"abc" * 50, b"xyz" * 50], 50, seed=3))
    assert len(set(some)) > 40
