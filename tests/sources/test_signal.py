"""Signal: files of signal-export and of sigtop (written here, from the documentation and code of both)."""

import json
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Card, Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.signal import SignalSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

AT = 1_735_722_000_000
"""1 January 2025, 10:00 in Amsterdam, in milliseconds."""


def source() -> SignalSource:
    return SignalSource(judge(), ZONE)


def line(sender: object, date: object = "2025-01-01T10:00:00", body: object = "hi", **more: object) -> str:
    return json.dumps({"date": date, "sender": sender, "body": body, "quote": "", **more}) + "\n"


def raw(kind: str, at: object = AT, **more: object) -> dict[str, object]:
    return {"id": "1", "type": kind, "conversationId": "c", "sent_at": at, "body": "hi", **more}


class TestLines(SourceContract):
    names: ClassVar = ("export/Anna/data.json", "anything")
    data: ClassVar = "".join(
        (
            line("Anna", body="aardvark", reactions=[["Me", "baviaan"]]),
            line("Me", "2025-01-02T10:00:00", quote="capibara", attachments=[{"name": "dromedaris.jpg"}]),
        )
    ).encode()
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris")
    broken: ClassVar = (line("Anna") + '{"date": "2025-01-01T10:00:00", "sen\n' + line("Me")).encode()
    broken_at: ClassVar = 2
    rest: ClassVar = (line("Anna") + line("Me")).encode()

    def source(self) -> Source:
        return source()


class TestRaw(SourceContract):
    names: ClassVar = ("Anna (+31612345678).json", "anything")
    data: ClassVar = json.dumps(
        [
            raw("incoming", source="+31612345678", body="aardvark", quote={"text": "baviaan"}),
            raw("outgoing", AT + 86_400_000, attachments=[{"fileName": "capibara"}], profileName="dromedaris"),
        ]
    ).encode()
    marks: ClassVar = ("aardvark", "baviaan", "capibara")
    broken: ClassVar = json.dumps([raw("outgoing"), raw("incoming"), raw("incoming", source="+31612345678")]).encode()
    broken_at: ClassVar = 2
    rest: ClassVar = json.dumps([raw("outgoing"), raw("incoming", source="+31612345678")]).encode()

    def source(self) -> Source:
        return source()


@pytest.mark.parametrize("path", sorted((FOLDER / "signal").rglob("*.json")), ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


@pytest.mark.parametrize(
    ("place", "senders", "expected"),
    [
        ("x/Anna/data.json", ("Anna", "Me"), ["owner:me", "signal:anna"]),
        ("x/Anna/data.json", ("Me",), ["owner:me", "signal:anna"]),
        ("x/Bouw/data.json", ("Anna", "Me"), ["owner:me", "signal:anna"]),
        ("x/Bouw/data.json", ("Anna", "Bob"), ["signal:anna", "signal:bob"]),
    ],
)
def test_who_takes_part(place: str, senders: tuple[str, ...], expected: list[str]) -> None:
    (day,) = days(source(), "".join(map(line, senders)), place)
    assert people(day) == expected


def test_a_group_in_which_one_other_wrote_stays_a_group() -> None:
    data = json.dumps([raw("incoming", source="+31612345678"), raw("outgoing", AT + 86_400_000)]).encode()
    read = items(source(), data, "Bouw (group).json")
    assert read == [LeftOut("no_people"), LeftOut("no_people")]
    assert [type(item) for item in items(source(), data, "Bob (+31612345678).json")] == [Interaction, Interaction]


def test_an_account_and_a_number_are_one_person() -> None:
    data = json.dumps([raw("incoming", source="+31612345678", sourceServiceId="AB-1"), raw("outgoing")]).encode()
    (card,) = (item for item in items(source(), data) if isinstance(item, Card))
    assert card.identifiers == ("tel:+31612345678", "signal:ab-1")


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.none(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=3), max_size=2)))
def test_anything_at_all(value: object) -> None:
    lines = line("Anna") + line(value) + line("Me", value) + line("Me", body=value) + f"{value}\n" + "[" * 9_999
    table = [raw("incoming", value), raw("incoming", source=value), raw("outgoing", sourceServiceId=value), value]
    for data in (lines.encode("utf-8", "replace"), json.dumps([raw("incoming"), *table]).encode()):
        for name in ("data.json", f"{value}/data.json", f"{value} (+316).json"):
            for item in items(source(), data, name):
                assert isinstance(item, Interaction | LeftOut | Unreadable | Card)
