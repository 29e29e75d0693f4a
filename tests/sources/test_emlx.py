"""Messages as Apple Mail keeps them: the count, the message, and the flags behind it."""

import io
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Item, LeftOut, Owner, Unreadable
from hecht.sources import Source
from hecht.sources.body import BODY
from hecht.sources.eml import EmlSource
from hecht.sources.emlx import EmlxSource
from sources.exporting import ExportContract, read, render
from sources.mailing import NOW, judge

HEADERS = (
    b"Delivered-To: bob@example.org\nFrom: Ann <ann@example.org>\nTo: Bob <bob@example.org>\n"
    b"Date: Mon, 6 Jan 2025 10:00:00 +0000\nMessage-ID: <1@example.org>\nSubject: plan\n"
)
MAIL = HEADERS + b"\nHi Bob, can you send the plan?\n"
READ = 1 << 0 | 1 << 1
DELETED, DRAFT, JUNK, NOT_JUNK = 1, 1 << 6, 1 << 24, 1 << 25
USUAL = 8_590_195_713
"""Read, of ordinary priority, as Apple Mail writes it."""


def behind(flags: int) -> bytes:
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
        b'"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>\n\t<key>color</key>\n'
        b"\t<string>aalscholver</string>\n\t<key>flags</key>\n\t<integer>%d</integer>\n\t<key>subject</key>\n"
        b"\t<string>plan</string>\n</dict>\n</plist>\n" % flags
    )


def emlx(mail: bytes = MAIL, flags: int = USUAL & ~READ) -> bytes:
    return str(len(mail)).encode().ljust(10) + b"\n" + mail + behind(flags)


def taken(data: bytes) -> list[Item]:
    return read(EmlxSource(judge()), data)


class TestEmlx(ExportContract):
    names: ClassVar = ("1234.emlx", "1234.partial.emlx", "x")
    data: ClassVar = emlx(HEADERS + b"\naardvark\n")
    marks: ClassVar = ("aardvark", "aalscholver")
    broken: ClassVar = emlx(MAIL.replace(b"6 Jan", b"66 Jan"))
    broken_at: ClassVar = 0
    rest: ClassVar = b""

    def source(self) -> Source:
        return EmlxSource(judge())

    def test_a_broken_item_is_reported_with_its_place_and_the_rest_goes_on(self) -> None:
        failed = [item for item in taken(self.broken) if not isinstance(item, Owner)]
        assert failed == [Unreadable(0, "no usable date: 'Mon, 66 Jan 2025 10:00:00 +0000'")]


def test_a_message_says_the_same_as_by_itself() -> None:
    assert [render(item) for item in taken(emlx())] == [
        "2025-01-06T10:00:00Z Ann <ann@example.org> > to Bob <bob@example.org> | plan | words 7 asks 1",
        "delivered bob@example.org 1",
    ]
    assert taken(emlx()) == list(EmlSource(judge()).extract(io.BytesIO(MAIL), NOW))


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (DELETED, "left out: spam"),
        (JUNK, "left out: spam"),
        (DRAFT, "left out: draft"),
        (DRAFT | JUNK, "left out: draft"),
        (JUNK | NOT_JUNK, ""),
        (NOT_JUNK, ""),
        (1 << 1 | 1 << 2 | 1 << 4 | 1 << 23 | 1 << 34, ""),
        (0, ""),
    ],
)
def test_what_its_flags_say(flags: int, expected: str) -> None:
    first = render(taken(emlx(flags=flags))[0])
    assert first == expected if expected else first.endswith("| plan | words 7 asks 1")


def test_flags_that_the_message_itself_quotes_do_not_count() -> None:
    assert not isinstance(taken(emlx(MAIL + behind(JUNK)))[0], LeftOut)


def test_without_a_list_behind_it_nothing_is_left_out() -> None:
    assert taken(str(len(MAIL)).encode() + b"\r\n" + MAIL) == taken(emlx())


def test_of_a_large_message_the_beginning_is_enough() -> None:
    large = MAIL + b"\n-- \n" + b"x" * 6 * BODY
    assert taken(emlx(large))[0] == taken(emlx())[0]
    assert taken(emlx(large, JUNK))[0] == LeftOut("spam")


@pytest.mark.parametrize("cut", [40, 200, len(MAIL)])
def test_a_message_that_is_cut_off(cut: int) -> None:
    assert taken(emlx()[:cut]) == [Unreadable(0, "the message is cut off")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"1234      \nReceived: from a\n", True),
        (b"12\r\nFrom ann@example.org\r\n", True),
        (b"12\n>From ann@example.org\n", True),
        (b"1234\n\nFrom: a\n", False),
        (b"1234\n5678\n", False),
        (b"1234 Received: from a\n", False),
        (b"From: a\nTo: b\n", False),
        (b"1" * 4096, False),
        (b"", False),
    ],
)
def test_what_is_such_a_file(head: bytes, expected: bool) -> None:
    assert EmlxSource(judge()).identify(head, "1.emlx") is expected


@given(st.binary(max_size=300), st.integers(0, 400))
def test_anything_behind_a_count_is_read(rest: bytes, count: int) -> None:
    for data in (rest, b"%d\n" % count + rest, b"%d\n" % count + HEADERS + rest):
        assert all(render(item) for item in EmlxSource(judge()).extract(io.BytesIO(data), NOW))
