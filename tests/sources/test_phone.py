"""The telephone: backups in the layout that "SMS Backup & Restore" documents (written here, from documentation)."""

import io
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Channel, Interaction, LeftOut, Role, Unreadable
from hecht.sources import Source, phone
from hecht.sources.phone import PhoneSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

AT = 1_735_722_000_000
"""1 January 2025, 10:00 in Amsterdam, in milliseconds."""


def source() -> PhoneSource:
    return PhoneSource(judge(), ZONE)


def sms(address: str = "0612345678", at: object = AT, kind: int = 1, body: str = "hi") -> str:
    return f'<sms protocol="0" address="{address}" date="{at}" type="{kind}" body="{body}" contact_name="Anna" />'


def texts(*elements: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"2\">\n" + "\n".join(elements) + "\n</smses>"
    ).encode()


def calls(*elements: str) -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8' ?>\n<calls count=\"2\">\n" + "\n".join(elements) + "\n</calls>"
    ).encode()


class TestPhone(SourceContract):
    names: ClassVar = ("sms-20260818.xml", "calls-20260818.xml", "anything")
    data: ClassVar = texts(
        sms(body="aardvark"),
        sms("0687654321", kind=2, body="baviaan&#10;capibara"),
        f'<mms date="{AT}" msg_box="1" address="0687654321"><parts><part ct="text/plain" text="dromedaris" /></parts></mms>',
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris")
    broken: ClassVar = texts(sms(), sms(at="soon"), sms("0687654321"))
    broken_at: ClassVar = 4
    rest: ClassVar = texts(sms(), sms("0687654321"))

    def source(self) -> Source:
        return source()


class TestCalls(SourceContract):
    names: ClassVar = ("calls-20260818.xml", "anything")
    data: ClassVar = calls(
        f'<call number="0612345678" duration="9" date="{AT}" type="1" subject="aardvark" />',
        f'<call number="0612345678" duration="9" date="{AT}" type="2" transcription="baviaan" />',
    )
    marks: ClassVar = ("aardvark", "baviaan")
    broken: ClassVar = calls(f'<call number="0612345678" duration="soon" date="{AT}" type="1" />')
    broken_at: ClassVar = 3
    rest: ClassVar = calls()

    def source(self) -> Source:
        return source()


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xml")), ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


def test_a_call_has_a_direction() -> None:
    read = days(
        source(), calls(*(f'<call number="+31612345678" duration="9" date="{AT}" type="{kind}" />' for kind in (1, 2)))
    )
    assert [item.channel for item in read] == [Channel.CALL, Channel.CALL]
    assert [[(one.identifier[:3], one.role) for one in item.participants] for item in read] == [
        [("tel", Role.SENDER), ("own", Role.TO)],
        [("own", Role.SENDER), ("tel", Role.TO)],
    ]
    assert len({item.key for item in read}) == 2


def test_one_number_written_in_two_ways_is_one_person() -> None:
    (day,) = days(source(), texts(sms("0612345678"), sms("+31 6 12 34 56 78", kind=2)))
    assert people(day) == ["owner:me", "tel:+31612345678"]
    assert day.sequence == 2


def test_a_file_that_declares_entities_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "b">]><smses>' + sms(body="&a;").encode() + b"</smses>"
    (failed,) = items(source(), bomb)
    assert isinstance(failed, Unreadable)
    assert "document type" in failed.cause


def test_where_it_is_no_xml_any_more_the_rest_is_reported_and_what_stood_before_is_kept() -> None:
    read = items(source(), texts(sms(), "<sms body='<' />", sms("0687654321")))
    assert [type(item) for item in read] == [Unreadable, Interaction]


@pytest.mark.parametrize("size", [1, 7, 64, 1 << 18])
def test_emoji_in_halves_are_read_in_pieces_of_any_size(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone, "_PIECE", size)
    body = "&#55357;&#56832;" * 5 + "&#xD83D;" + "&#0;&#1;&#55357;x&#56832;&#8364;&#x20AC;"
    (day,) = days(source(), texts(sms(body=body)))
    assert day.sequence == 1


def test_halves_become_the_character() -> None:
    (element,) = phone._elements(io.BytesIO(texts(sms(body="&#55357;&#56832;&#0;&#55357;&#65;"))))
    assert isinstance(element, phone._Element)
    assert element.values["body"] == "\U0001f600??A"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "no_people"),
        ("-1", "no_people"),
        ("(Unknown)", "no_people"),
        ("ING Bank", "automatic"),
        ("3456", "automatic"),
        ("0612345678~0687654321", "template"),
    ],
)
def test_who_is_nobody(address: str, expected: str) -> None:
    assert items(source(), texts(sms(address))) == [LeftOut(expected)]


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.sampled_from("<>&#;\"'/ =x0159"), st.characters(codec="utf-8")), max_size=80))
def test_anything_at_all(text: str) -> None:
    quoted = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    for data in (
        texts(sms(), text, sms()),
        texts(sms(quoted, quoted, body=quoted)),
        calls(f'<call number="{quoted}" duration="{quoted}" date="{quoted}" type="1" />'),
        calls(f'<call number="{quoted}" duration="5" date="{AT}" type="1" contact_name="{quoted}" />'),
    ):
        for item in items(source(), data):
            assert isinstance(item, Interaction | LeftOut | Unreadable)


@pytest.mark.parametrize("encoding", ["UTF-8p", "shift_jis", ""])
def test_an_encoding_that_is_none_is_reported(encoding: str) -> None:
    """Found by mutation: the name of an encoding with a letter too many raised."""
    (failed,) = items(source(), f'<?xml version="1.0" encoding="{encoding}"?><smses></smses>'.encode())
    assert isinstance(failed, Unreadable)
