"""Single items of Outlook as files (.msg), written here as compound files."""

import io
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Item, LeftOut, Owner, Unreadable
from hecht.sources import Source
from hecht.sources.outlook import MsgSource
from sources.exporting import ExportContract, read, render
from sources.mailing import NOW, judge
from sources.outlook_files import compound, msg

if find_spec("olefile") is None and "outlook" not in os.environ.get("HECHT_REQUIRE", "").split(","):
    pytest.skip("olefile, of the extra outlook, is not installed", allow_module_level=True)

AT = ("time", 1_736_157_600)
HEADERS = (
    "From: Ann <ann@example.org>\r\nTo: Bob <bob@example.org>\r\nDate: Mon, 6 Jan 2025 10:00:00 +0000\r\n"
    "Message-ID: <1@example.org>\r\nSubject: plan\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
)
MAIL: dict[int, Any] = {
    0x0037: "plan",
    0x007D: HEADERS,
    0x0076: "bob@example.org",
    0x1000: "Hi Bob, can you send the plan?\r\n",
}
BOB = {0x0C15: 1, 0x3001: "Bob", 0x3003: "bob@example.org"}
GOLDEN = Path(__file__).parent / "data" / "outlook" / "items.golden"
ITEMS: dict[str, bytes] = {
    "received": msg(MAIL, [BOB]),
    "one byte a character": msg(MAIL | {0x0042: "Annø"}, [BOB], old=True),
    "sent": msg(
        {
            0x0037: "Antw: plan",
            0x0039: AT,
            0x0042: "Anné",
            0x0065: "/o=x/cn=ann",
            0x5D02: "ann@example.org",
            0x1000: "Prima.",
        },
        [
            BOB,
            {0x0C15: 2, 0x3001: "Cor", 0x39FE: "cor@example.org"},
            {0x0C15: 1, 0x3001: "Erik", 0x3003: "/o=x/cn=erik"},
        ],
    ),
    "unsent": msg(MAIL | {0x0E07: 9}, [BOB]),
    "meeting": msg(
        {0x001A: "IPM.Appointment", 0x0037: "Overleg", 0x0042: "Ann", 0x0065: "ann@example.org"},
        [{**BOB, 0x5FFF: 3}],
        {("00062002", 0x820D): AT, ("00062002", 0x820E): ("time", 1_736_161_200), ("00062002", 0x8218): 1},
    ),
    "card": msg(
        {0x001A: "IPM.Contact", 0x3001: "Bob Bos", 0x3A16: "Polder BV", 0x3A1C: "06-12345678"},
        named={("00062004", 0x8083): "bob@example.org"},
    ),
    "task": msg({0x001A: "IPM.Task", 0x0037: "doen"}),
}


class TestMsg(ExportContract):
    names: ClassVar = ("plan.msg", "x")
    data: ClassVar = msg(MAIL | {0x1000: "aardvark\r\n-- \r\naalscholver"}, [BOB], old=True)
    marks: ClassVar = ("aardvark", "aalscholver")
    broken: ClassVar = msg({0x0037: "plan", 0x0065: "ann@example.org"}, [BOB])
    broken_at: ClassVar = 0
    rest: ClassVar = b""

    def source(self) -> Source:
        return MsgSource(judge())

    def test_a_broken_item_is_reported_with_its_place_and_the_rest_goes_on(self) -> None:
        assert taken(self.broken) == [Unreadable(0, "no usable date: ''")]


def taken(data: bytes) -> list[Item]:
    return read(MsgSource(judge()), data)


def test_golden() -> None:
    # the golden file was worked out by hand from the items above
    found = "".join(f"{name}: {render(item)}\n" for name, data in ITEMS.items() for item in taken(data))
    assert found == GOLDEN.read_text("utf-8")


def test_a_long_text_lies_elsewhere_in_the_file_and_says_the_same() -> None:
    assert taken(msg(MAIL | {0x1000: MAIL[0x1000] + "-- \r\n" + "x" * 70_000}, [BOB])) == taken(ITEMS["received"])


def test_only_the_texts_of_the_item_itself_are_looked_at() -> None:
    assert "attached" not in repr(taken(ITEMS["received"]))


def test_other_compound_files_are_left_alone() -> None:
    sheet = compound({"Workbook": bytes(600), "\x05SummaryInformation": bytes(600)})
    assert not MsgSource(judge()).identify(sheet[:4096], "begroting.xls")
    assert MsgSource(judge()).identify(sheet[:4096], "plan.MSG")
    assert list(MsgSource(judge()).extract(io.BytesIO(sheet), NOW)) == [
        Unreadable(0, "this is no whole Outlook message")
    ]
    assert not MsgSource(judge()).identify(b"", "plan.msg")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "olefile", None)
    (item,) = taken(ITEMS["received"])
    assert render(item) == "unreadable at 0: reading .msg needs the extra: pip install 'hecht[outlook]'"


def test_whom_it_was_delivered_to() -> None:
    assert taken(ITEMS["received"])[1:] == [Owner("mailto:bob@example.org", "delivered", 1)]
    assert taken(ITEMS["unsent"]) == [LeftOut("draft")]


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(ITEMS["received"])), st.booleans())
def test_anything_is_read(rest: bytes, place: int, inside: bool) -> None:
    whole = ITEMS["received"]
    data = whole[:place] + rest + (whole[place + len(rest) :] if inside else b"")
    items = list(MsgSource(judge()).extract(io.BytesIO(data), NOW))
    assert 1 <= len(items) <= 2
    assert all(render(item) for item in items)
