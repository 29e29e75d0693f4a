"""Slack: files in the layout of a workspace export (written here, from documentation)."""

import json
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Card, Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.slack import SlackSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

PLACE = "export.zip > bouw/2025-01-01.json"


def source() -> SlackSource:
    return SlackSource(judge(), ZONE)


def message(user: object = "U012AB", ts: object = "1735722000.000100", **more: object) -> dict[str, object]:
    return {"type": "message", "user": user, "text": "hi", "ts": ts, **more}


def written(*entries: object) -> bytes:
    return json.dumps(entries).encode()


class TestSlack(SourceContract):
    names: ClassVar = (PLACE, "anything")
    data: ClassVar = written(
        message(text="aardvark", blocks=[{"type": "rich_text", "elements": ["baviaan"]}]),
        message("U012AC", files=[{"name": "capibara"}], attachments=[{"text": "dromedaris"}]),
        message("U012AC", "1735822000.000100"),
        message("U012AB", "1735822000.000100"),
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris")
    broken: ClassVar = written(message(), message(None), message("U012AC"))
    broken_at: ClassVar = 2
    rest: ClassVar = written(message(), message("U012AC"))

    def source(self) -> Source:
        return source()


@pytest.mark.parametrize("path", sorted((FOLDER / "slack").rglob("*.json")), ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


def test_a_file_of_a_day_is_one_day_wherever_the_reader_is() -> None:
    (day,) = days(source(), written(message(), message("U012AC", "1735781000.000100")), PLACE)
    assert (day.sequence, people(day)) == (2, ["slack:U012AB", "slack:U012AC"])
    assert len(items(source(), written(message(), message("U012AC", "1735781000.000100")))) == 2


def test_other_lists_are_known_and_give_nothing() -> None:
    for name in ("channels.json", "dms.json"):
        data = written({"id": "C012AB", "created": 1735722000, "members": ["U012AB", "U012AC"]})
        assert items(source(), data, f"export.zip > {name}") == []


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.none(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=3), max_size=2)))
def test_anything_at_all(value: object) -> None:
    profile = {"profile": {"email": value, "phone": value, "real_name": value}}
    data = written(message(), message(value), message(ts=value), message(text=value, subtype=value), value, profile)
    people_of = written({"id": "U012AB", "profile": profile["profile"]}, {"id": value, "team_id": value})
    for item in (*items(source(), data, f"{value}/{value}.json"), *items(source(), people_of)):
        assert isinstance(item, Interaction | LeftOut | Unreadable | Card)
