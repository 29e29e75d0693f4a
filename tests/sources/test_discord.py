"""Discord: files of DiscordChatExporter and of the data package (written here, from documentation)."""

import json
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.discord import DiscordSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge


def source() -> DiscordSource:
    return DiscordSource(judge(), ZONE)


def message(who: object, at: object = "2025-01-01T10:00:00+01:00", **more: object) -> dict[str, object]:
    author = {"id": who, "name": f"name{who}", "isBot": False}
    return {"id": "1", "type": "Default", "timestamp": at, "content": "hi", "author": author, **more}


def channel(*messages: object, kind: str = "DirectTextChat", name: object = "name2") -> bytes:
    head = {"guild": {"id": "0", "name": "Direct Messages"}, "channel": {"id": "9", "type": kind, "name": name}}
    return json.dumps({**head, "messages": messages}).encode()


class TestDiscord(SourceContract):
    names: ClassVar = ("Direct Messages - Anna [9].json", "anything")
    data: ClassVar = channel(
        message("1", content="aardvark"),
        message("2", embeds=[{"title": "baviaan"}], attachments=[{"fileName": "capibara.png"}]),
        message("2", "2025-01-02T10:00:00+01:00", reactions=[{"emoji": {"name": "dromedaris"}}]),
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris")
    broken: ClassVar = channel(message("1"), message("2", "soon"), message("2"))
    broken_at: ClassVar = 2
    rest: ClassVar = channel(message("1"), message("2"))

    def source(self) -> Source:
        return source()


def test_golden() -> None:
    # the golden file was worked out by hand from the file beside it
    path = FOLDER / "discord_direct.json"
    golden = (FOLDER / "discord_direct.json.golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


@pytest.mark.parametrize(
    ("name", "writers", "expected"),
    [
        ("name2", ("1", "2"), ["owner:me", "discord:2"]),
        ("Name2", ("2",), ["owner:me", "discord:2"]),
        ("somebody", ("1", "2"), ["discord:1", "discord:2"]),
        (None, ("1", "2"), ["discord:1", "discord:2"]),
    ],
)
def test_a_direct_conversation_is_named_after_the_other(
    name: object, writers: tuple[str, ...], expected: list[str]
) -> None:
    (day,) = days(source(), channel(*map(message, writers), name=name))
    assert people(day) == expected


def test_bots_and_lines_of_the_program_are_no_messages() -> None:
    bot = message("3") | {"author": {"id": "3", "name": "bot", "isBot": True}}
    joined = message("4", type="GuildMemberJoin")
    (day,) = days(source(), channel(message("1"), message("2", type="Reply"), bot, joined, kind="GuildTextChat"))
    assert people(day) == ["discord:1", "discord:2"]


def test_the_data_package_does_not_say_to_whom() -> None:
    data = json.dumps([{"ID": 1, "Timestamp": f"2025-01-0{day} 10:00:00", "Contents": "hi"} for day in (1, 1, 2)])
    assert items(source(), data.encode(), "package.zip > messages/c9/messages.json") == [LeftOut("no_people")] * 2


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.none(), st.integers(), st.text(max_size=20), st.lists(st.text(max_size=3), max_size=2)))
def test_anything_at_all(value: object) -> None:
    wrong = message("1") | {"author": value}
    data = channel(message(value), message("1", value), message("2", content=value), wrong, value, name=value)
    for item in items(source(), data):
        assert isinstance(item, Interaction | LeftOut | Unreadable)
