"""Instagram and Facebook: conversations in the layout of their downloads (written here, from documentation)."""

import json
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.meta import MetaSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

AT = 1_735_722_000_000
"""1 January 2025, 10:00 in Amsterdam, in milliseconds."""


def source() -> MetaSource:
    return MetaSource(judge(), ZONE)


def message(who: object, at: object = AT, **more: object) -> dict[str, object]:
    return {"sender_name": who, "timestamp_ms": at, "content": "hi", **more}


def thread(*messages: object, members: tuple[str, ...] = ("Anna", "Bob"), **more: object) -> bytes:
    return json.dumps({"participants": [{"name": name} for name in members], "messages": messages, **more}).encode()


class TestMeta(SourceContract):
    names: ClassVar = ("instagram-anna.zip > your_instagram_activity/messages/inbox/bob_1/message_1.json", "anything")
    data: ClassVar = thread(
        message("Anna", content="aardvark"),
        message("Bob", AT + 86_400_000, share={"share_text": "baviaan"}, photos=[{"uri": "capibara.jpg"}]),
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara")
    broken: ClassVar = thread(message("Anna"), message("Bob", "soon"), message("Bob", AT + 86_400_000))
    broken_at: ClassVar = 2
    rest: ClassVar = thread(message("Anna"), message("Bob", AT + 86_400_000))

    def source(self) -> Source:
        return source()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*_message_1.json")), ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/x/instagram-me.zip > messages/inbox/bob_1/message_1.json", "instagram"),
        ("/instagram/facebook-me.zip > your_facebook_activity/messages/inbox/bob_1/message_1.json", "facebook"),
        ("/x/message_1.json", "meta"),
    ],
)
def test_the_path_tells_the_service(place: str, service: str) -> None:
    (day,) = days(source(), thread(message("Anna")), place)
    assert people(day) == [f"{service}:anna", f"{service}:bob"]


def test_the_title_of_a_conversation_of_two_names_the_other() -> None:
    (day,) = days(source(), thread(message("Anna"), message("Bob"), title="Bob"))
    assert people(day) == ["owner:me", "meta:bob"]
    (day,) = days(source(), thread(message("Anna"), message("Bob"), title="Holiday"))
    assert people(day) == ["meta:anna", "meta:bob"]


def test_somebody_whose_account_is_gone_is_nobody() -> None:
    for name in ("Facebook user", "Facebook-gebruiker", "Instagram User", ""):
        assert items(source(), thread(message("Anna"), members=("Anna", name))) == [LeftOut("no_people")]


def test_text_that_is_not_spoilt_stays() -> None:
    (day,) = days(source(), thread(message("Zoë 😀"), message("Bob"), members=("Zoë 😀", "Bob")))
    assert day.participants[1].name == "Zoë 😀"


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=20), st.lists(st.text(max_size=3), max_size=2)),
    st.one_of(st.none(), st.integers(), st.text(max_size=20)),
)
def test_anything_at_all(one: object, other: object) -> None:
    data = thread(
        message(one, other), message("Anna", one, content=other), one, message("Bob"), title=one, thread_path=other
    )
    for item in items(source(), data):
        assert isinstance(item, Interaction | LeftOut | Unreadable)
