"""Mailbox files of Outlook (.pst): folders, whose mailbox it is, broken parts; read through a stand-in for the library."""

import io
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Interaction, Item, LeftOut, Owner, Unreadable
from hecht.sources import Source
from hecht.sources.outlook import PstSource
from sources.exporting import ExportContract, read, render
from sources.mailing import NOW, judge
from sources.outlook_files import StandIn, folder, item, pst

AT = 1_736_157_600
ME = "me@example.org"
GOLDEN = Path(__file__).parent / "data" / "outlook" / "mailbox.golden"
real = pytest.mark.skipif(
    find_spec("pypff") is None and "outlook" not in os.environ.get("HECHT_REQUIRE", "").split(","),
    reason="libpff-python, of the extra outlook, is not installed",
)


def mail(number: int, sender: str = "ann@example.org", to: str = ME, **more: Any) -> dict[str, Any]:
    headers = f"From: {sender}\r\nTo: {to}\r\nDate: Mon, 6 Jan 2025 10:00:00 +0000\r\nMessage-ID: <{number}@x>\r\nSubject: s{number}\r\n"
    made = {0x007D: headers, 0x0076: ME, 0x1000: "Dank je wel!"} | {
        int(tag[1:], 16): value for tag, value in more.items()
    }
    return item(made)


def sent(number: int) -> dict[str, Any]:
    made = {
        0x0065: ME,
        0x0042: "Me",
        0x0039: ("time", AT + number),
        0x1035: f"<{number}@x>",
        0x0037: f"\x01\x01s{number}",
        0x1000: "Prima.",
    }
    return item(made, [{0x0C15: 1, 0x3001: "Ann", 0x3003: "/o=x", 0x39FE: "ann@example.org"}])


NAMED = {("00062002", 0x820D): ("time", AT), ("00062002", 0x8218): 3, ("00062004", 0x8083): "bob@example.org"}
MEETING = item(
    {
        0x001A: "IPM.Appointment",
        0x0037: "Overleg",
        0x0065: "ann@example.org",
        0x0042: "Ann",
        0x8000: ("time", AT),
        0x8001: 3,
    },
    [{0x0C15: 1, 0x3001: "Me", 0x39FE: ME}],
)
CARD = item({0x001A: "IPM.Contact", 0x3001: "Bob Bos", 0x8002: "bob@example.org"})
MAILBOX = folder(
    "",
    folders=[
        folder("Zoeken", [mail(1)], node=3),
        folder(
            "Begin van Outlook-gegevensbestand",
            folders=[
                folder("Agenda", [MEETING], kind="IPF.Appointment"),
                folder("Postvak IN", [mail(1), mail(2, "Bob <bob@example.org>")], [folder("Gemalen", [mail(3)])]),
                folder("Verzonden items", [sent(4), sent(5)]),
                folder("Verwijderde items", [mail(6), CARD], [folder("Oud", [mail(7)])]),
                folder("Ongewenste  e-mail", [mail(8)]),
                folder("Concepten", [item({})]),
                folder("Postvak UIT", [mail(9)]),
                folder("Contactpersonen", [CARD, item({0x001A: "IPM.DistList"})], kind="IPF.Contact"),
            ],
        ),
    ],
)


@pytest.fixture(autouse=True)
def _library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("skipif") is None:
        monkeypatch.setitem(sys.modules, "pypff", StandIn())


def taken(root: Any) -> list[Item]:
    return read(PstSource(judge()), pst(root, NAMED))


class TestPst(ExportContract):
    names: ClassVar = ("backup.pst", "x")
    data: ClassVar = pst(folder("", [mail(1, x1000="", x1013=b"aardvarks!"), mail(2, x1000="", x1013=b"capibaras.")]))
    marks: ClassVar = ("aardvarks", "capibaras")
    broken: ClassVar = pst(folder("", [mail(1), mail(2, x007D="Date: 66 Jan\r\nFrom: a@b.nl\r\n"), mail(3)]))
    broken_at: ClassVar = 3 << 5 | 4
    rest: ClassVar = pst(folder("", [mail(1), mail(3)]))

    def source(self) -> Source:
        return PstSource(judge())


def test_golden() -> None:
    # the golden file was worked out by hand from the mailbox above
    assert "".join(render(one) + "\n" for one in taken(MAILBOX)) == GOLDEN.read_text("utf-8")


def test_calendars_come_last_so_that_ones_own_answer_is_known() -> None:
    (meeting,) = [one for one in taken(MAILBOX) if isinstance(one, Interaction) and one.title == "Overleg"]
    assert [(one.identifier, one.answer.name) for one in meeting.participants] == [
        ("mailto:ann@example.org", "NONE"),
        (f"mailto:{ME}", "ACCEPTED"),
    ]


def test_what_is_broken_is_one_unreadable_and_the_rest_goes_on() -> None:
    root = folder("", [mail(1), "broken", mail(2)], ["broken", folder("Postvak IN", [mail(3)])])
    found = [render(one) for one in taken(root)]
    assert [line for line in found if "unreadable" in line] == [
        "unreadable at 34: a folder in it could not be read",
        "unreadable at 0: this item could not be read",
    ]
    assert len([line for line in found if line.startswith("2025")]) == 3


def test_folders_within_folders_end_somewhere() -> None:
    deep = folder("bodem", [mail(1)])
    for _ in range(40):
        deep = folder("dieper", [], [deep])
    assert not [one for one in taken(deep) if isinstance(one, Interaction)]


def test_whose_mailbox_it_is() -> None:
    assert taken(MAILBOX)[-2:] == [Owner(f"mailto:{ME}", "delivered", 3), Owner(f"mailto:{ME}", "sent", 2)]


def test_what_is_in_a_folder_for_junk_is_not_opened() -> None:
    assert taken(folder("Junk Email", [mail(1), mail(2)])) == [LeftOut("spam"), LeftOut("spam")]


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypff", None)
    (one,) = taken(MAILBOX)
    assert render(one) == "unreadable at 0: reading .pst needs the extra: pip install 'hecht[outlook]'"


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b"!BDNxxxxSM\x17\0", True), (b"!BDNxxxxSO\x24\0", True), (b"!BDNxxxxAB", False), (b"!BDN", False), (b"", False)],
)
def test_what_is_a_mailbox_file(head: bytes, expected: bool) -> None:
    assert PstSource(judge()).identify(head, "backup.pst") is expected


@real
@given(st.binary(max_size=2_000))
def test_the_library_itself_refuses_what_is_broken(rest: bytes) -> None:
    for data in (rest, b"!BDN" + rest, b"!BDN\0\0\0\0SM\x17\0\x13\0" + rest):
        (one,) = PstSource(judge()).extract(io.BytesIO(data), NOW)
        assert one == Unreadable(0, "this mailbox file is broken, or not whole")
