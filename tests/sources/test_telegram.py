"""Telegram: exports in the layout of Telegram Desktop (written here, from documentation), and anything at all."""

import json
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Card, Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.telegram import TelegramSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

AT = 1_735_689_600 + 9 * 3_600
"""1 January 2025, 10:00 in Amsterdam."""


def source() -> TelegramSource:
    return TelegramSource(judge(), ZONE)


def message(who: object, at: int = AT, text: object = "hi", **more: object) -> dict[str, object]:
    return {"type": "message", "date_unixtime": str(at), "from": f"Name {who}", "from_id": who, "text": text, **more}


def chat(*messages: object, kind: str = "personal_chat", number: object = 2, **more: object) -> bytes:
    return json.dumps({"name": "Anna", "type": kind, "id": number, "messages": messages, **more}).encode()


class TestTelegram(SourceContract):
    names: ClassVar = ("result.json", "anything")
    data: ClassVar = chat(
        message("user1", text="aardvark"),
        message("user2", text=["baviaan", {"type": "bold", "text": "capibara"}]),
        message("user2", AT + 86_400, reply_to_message_id=1, file="dromedaris.jpg"),
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris")
    broken: ClassVar = chat(message("user1"), message("user2", date_unixtime="soon"), message("user2", AT + 86_400))
    broken_at: ClassVar = 2
    rest: ClassVar = chat(message("user1"), message("user2", AT + 86_400))

    def source(self) -> Source:
        return source()


def test_golden() -> None:
    # the golden file was worked out by hand from the file beside it
    path = FOLDER / "telegram_all.json"
    assert rendered(items(source(), path.read_bytes(), str(path))) == (FOLDER / "telegram_all.json.golden").read_text()


@pytest.mark.parametrize(
    ("writers", "expected"),
    [
        (("user1", "user2"), ["owner:me", "telegram:user2"]),  # the number of a chat of two is that of the other
        (("user1",), ["owner:me", "telegram:user2"]),
        (("user2",), ["owner:me", "telegram:user2"]),
        ((1, 2), ["owner:me", "telegram:user2"]),  # older exports
        (("user3", "user4"), ["telegram:user3", "telegram:user4"]),
    ],
)
def test_who_a_chat_of_two_is_with(writers: tuple[object, ...], expected: list[str]) -> None:
    (day,) = days(source(), chat(*(message(who) for who in writers)))
    assert people(day) == expected
    assert (day.recipients, day.sequence, day.words, day.asks) == (1, len(writers), 0, 0)


def test_one_chat_has_the_same_keys_from_both_kinds_of_export() -> None:
    single = chat(message("user1"), message("user2"))
    everything = json.dumps({"personal_information": {"user_id": 1}, "chats": {"list": [json.loads(single)]}}).encode()
    assert [day.key for day in days(source(), single)] == [day.key for day in days(source(), everything)]


def test_service_lines_bots_channels_and_notes_are_no_chats() -> None:
    service = {"type": "service", "date_unixtime": str(AT), "actor": "Anna", "action": "phone_call"}
    assert items(source(), chat(service)) == []
    for kind, reason in (("bot_chat", "template"), ("saved_messages", "template"), ("public_channel", "list")):
        assert items(source(), chat(message("user2"), kind=kind)) == [LeftOut(reason)]


def test_a_day_of_a_group_on_which_one_wrote_is_no_contact() -> None:
    assert items(source(), chat(message("user1"), message("user1"), kind="private_group")) == [LeftOut("no_people")]


@pytest.mark.parametrize(
    "broken",
    [
        {"date_unixtime": "-1"},
        {"date_unixtime": "99999999999"},
        {"date_unixtime": None},
        {"date_unixtime": 1.5},
        {"type": "letter"},
        {"from_id": "\u200b"},
        {"from_id": {}},
    ],
)
def test_a_bad_message_is_reported_with_its_number(broken: dict[str, object]) -> None:
    read = items(source(), chat(message("user1"), message("user2") | broken, message("user2")))
    if broken.get("from_id") == {}:  # as of somebody whose account is gone: known by name
        assert not [item for item in read if isinstance(item, Unreadable)]
    else:
        assert [item.offset for item in read if isinstance(item, Unreadable)] == [2]
    assert len([item for item in read if isinstance(item, Interaction)]) == 1


def test_a_bomb_of_brackets_and_a_cut_file_are_reported() -> None:
    head = b'{"type": "personal_chat", "messages": '
    for data in (
        head + b"[" * 200_000,
        chat(message("user1"))[:-5],
        head + b"[" + b"1" * 10_000 + b"]}",
        head + b'"\xff"}',
    ):
        (failed,) = items(source(), data)
        assert isinstance(failed, Unreadable)
        assert failed.cause


def test_names_are_cleaned() -> None:
    name = "An\u202ena\ud800\n Bos"
    read = items(source(), chat(message("user2") | {"from": name}, number=2))
    (day,) = (item for item in read if isinstance(item, Interaction))
    assert day.participants[1].name.split()[-1] == "Bos"
    day.participants[1].name.encode()
    assert "\u202e" not in day.participants[1].name


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "id", "list"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["date_unixtime", "date", "from", "from_id", "text", "type"]), ANY),
    st.dictionaries(st.sampled_from(["id", "name", "personal_information", "contacts", "chats"]), ANY),
)
def test_anything_at_all(value: dict[str, object], more: dict[str, object]) -> None:
    data = json.dumps({"type": "personal_chat", "messages": [message("user1"), message("user2") | value, value]} | more)
    for item in items(source(), data.encode()):
        assert isinstance(item, Interaction | LeftOut | Unreadable | Card)
