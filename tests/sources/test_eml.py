"""Single messages as files."""

import io
from typing import ClassVar

import pytest

from hecht.core.model import Interaction, Item, LeftOut, Owner, Unreadable
from hecht.sources import Source
from hecht.sources.body import BODY
from hecht.sources.eml import EmlSource
from hecht.testing import SourceContract
from sources.mailing import NOW, judge, read_mailbox, render

HEADERS = (
    b"Delivered-To: bob@example.org\r\nFrom: Ann <ann@example.org>\r\nTo: Bob <bob@example.org>\r\n"
    b"Date: Mon, 6 Jan 2025 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\nSubject: plan\r\n"
)


def read(data: bytes) -> list[Item]:
    return list(EmlSource(judge()).extract(io.BytesIO(data), NOW))


class TestEml(SourceContract):
    names: ClassVar = ("message.eml", "1736157600.M1P2.host:2,S", "cur/x")
    data: ClassVar = (
        HEADERS + b"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=xyz\r\n\r\n"
        b"--xyz\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\naardvark aal=\r\nscholver\r\n"
        b"--xyz\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nY2FwaWJhcmEgY2FwaWJhcmE=\r\n--xyz--\r\n"
    )  # fmt: skip
    marks: ClassVar = ("aardvark", "scholver", "capibara capibara")
    broken: ClassVar = HEADERS.replace(b"6 Jan", b"66 Jan") + b"\r\naardvark\r\n"
    broken_at: ClassVar = 0
    rest: ClassVar = b"To: bob@example.org\r\nFrom: no-reply@example.org\r\nX-Autoreply: yes\r\n\r\n"

    def source(self) -> Source:
        return EmlSource(judge())

    def test_a_broken_item_is_reported_with_its_place_and_the_rest_goes_on(self) -> None:
        failed = [item for item in read(self.broken) if not isinstance(item, Owner)]
        assert failed == [Unreadable(0, "no usable date: 'Mon, 66 Jan 2025 10:00:00 +0000'")]


def test_a_message_says_the_same_alone_and_in_a_mailbox() -> None:
    body = b"\r\nHi Bob, can you send the plan?\r\n"
    alone = read(HEADERS + body)
    assert [render(item) for item in alone] == [
        "2025-01-06T10:00:00Z Ann <ann@example.org> > to Bob <bob@example.org> | plan | words 7 asks 1",
        "delivered bob@example.org 1",
    ]
    assert read_mailbox(b"From ann@example.org Mon Jan  6 10:00:00 2025\r\n" + HEADERS + body)[:-1] == alone


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n", b"\xef\xbb\xbf\n\n"])
def test_what_programs_put_before_a_message(before: bytes) -> None:
    assert EmlSource(judge()).identify(before + HEADERS, "x")
    assert read(before + HEADERS + b"\r\nhello") == read(HEADERS + b"\r\nhello")


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"From: ann@example.org\nTo: bob@example.org\n\nhello", "x", True),
        (b"X-Any: 1\nSubject: plan\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n", "x", True),
        (b"Subject: plan\n\nhello", "x", False),
        (b"Subject: plan\n\nhello", "x.EML", True),
        (b"Dear Bob:\n\nFrom: ann@example.org\nTo: bob@example.org\n", "x", False),
        (b"def f():\n    to: int\n    from: int\n", "x.py", False),
        (b"at,from,to\n", "x.eml", False),
        (b"title: A note\ndate: 2025-01-01\n---\n", "note.md", False),
        (b"", "x.eml", False),
        (b"\x00\x01From: a\nTo: b\n", "x.eml", False),
    ],
)
def test_what_is_a_message(head: bytes, name: str, expected: bool) -> None:
    assert EmlSource(judge()).identify(head, name) is expected


def test_of_a_large_message_the_beginning_is_enough() -> None:
    text = b"\r\nHi Bob, can you send the plan?\r\n"
    (item, _) = read(HEADERS + text)
    (large, _) = read(HEADERS + text + b"\r\n-- \r\n" + b"x" * 5 * BODY)
    assert large == item
    assert isinstance(item, Interaction)


def test_two_equal_messages_without_an_id_in_two_files_are_copies() -> None:
    data = HEADERS.replace(b"Message-ID: <1@example.org>\r\n", b"") + b"\r\nhello"
    assert read(data) == read(data)
    begin = b"From ann@example.org Mon Jan  6 10:00:00 2025\r\n"
    twice = [item for item in read_mailbox((begin + data + b"\r\n\r\n") * 2) if isinstance(item, Interaction)]
    assert len({item.key for item in twice}) == 2
    assert twice[0] == read(data)[0]


def test_an_automatic_message_is_left_out() -> None:
    assert read(HEADERS + b"Auto-Submitted: auto-replied\r\n\r\naway")[0] == LeftOut("automatic")
