"""Items of Outlook by their properties: what mail is made of them, meetings, cards, and what is left out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.identity import hashed
from hecht.core.model import Card, Interaction, Item, LeftOut, Status, Unreadable
from hecht.sources.mapi import (
    ADDRESS,
    APPOINTMENT,
    MEETING,
    WANTED,
    Entry,
    Named,
    Value,
    Values,
    named_numbers,
    value_of,
)
from hecht.sources.message import Message
from hecht.sources.outlook_items import item_of
from sources.exporting import render
from sources.mailing import NOW, interactions, judge, read_mailbox

AT = 1_736_157_600
"""6 January 2025, 10:00 UTC."""
TRANSPORT = (
    "Received: from a by b; Mon, 6 Jan 2025 10:00:01 +0000\r\n"
    "From: =?utf-8?q?Ann=C3=A9?= <ann@example.org>\r\nTo: Bob <bob@example.org>,\r\n\tCor <cor@example.org>\r\n"
    "Date: Mon, 6 Jan 2025 10:00:00 +0000\r\nMessage-ID: <1@example.org>\r\nSubject: plan\r\n"
    'Content-Type: multipart/alternative;\r\n boundary="x"\r\nContent-Transfer-Encoding: base64\r\nMIME-Version: 1.0\r\n\r\n'
)
PLAIN = "Hi Bob, can you send the plan?\r\n"


def taken(
    values: Values, recipients: list[Values] | None = None, named: dict[Named, Value] | None = None, own: str = ""
) -> Item:
    entry = Entry({0x001A: "IPM.Note", **values}, named or {}, recipients or [])
    return item_of(entry, Message(judge()), 7, NOW, frozenset([own] if own else []))


def sent(**more: Any) -> Values:
    """Give a mail as it lies in Sent Items: without headers."""
    made: Values = {0x0042: "Ann", 0x0065: "Ann@Example.org", 0x0037: "\x01\x05RE: plan", 0x0039: AT, 0x1000: PLAIN}
    return made | {int(tag[1:], 16): value for tag, value in more.items()}


def row(who: str, name: str = "", role: int = 1, **more: Any) -> Values:
    made: Values = {0x0C15: role, 0x39FE: who, 0x3001: name, 0x3003: f"/o=ExchangeLabs/cn=Recipients/cn={name}"}
    return made | {int(tag[1:], 16): value for tag, value in more.items()}


def test_a_mail_with_its_headers_says_the_same_as_in_a_mailbox() -> None:
    plain = TRANSPORT.replace('multipart/alternative;\r\n boundary="x"', "text/plain").replace("base64", "7bit")
    (same,) = interactions(read_mailbox(b"From ann@example.org Mon Jan  6 10:00:00 2025\n" + (plain + PLAIN).encode()))
    bodies: tuple[Values, ...] = (
        {0x1000: PLAIN},
        {0x1013: b"<html><p>Hi Bob, can you send the plan?</p></html>", 0x3FDE: 1252},
    )
    for body in bodies:
        assert taken({0x007D: TRANSPORT, **body}) == same


def test_a_mail_without_headers_is_made_of_its_properties() -> None:
    people = [
        row("bob@example.org", "Böb"),
        row("cor@example.org", "Cor", 2),
        row("dee@example.org", "Dee", 3),
        row("", "Erik"),
    ]
    item = taken(
        sent(x1035="<2@example.org>", x1042="<1@example.org>", x1039="<0@example.org> <1@example.org>"), people
    )
    assert render(item) == (
        "2025-01-06T10:00:00Z Ann <ann@example.org> > to Böb <bob@example.org> > cc Cor <cor@example.org>"
        " | plan | words 7 asks 1 | reply"
    )
    made = (
        "From: Ann <ann@example.org>\nTo: Bob <bob@example.org>\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n"
        "Subject: RE: plan\nMessage-ID: <2@example.org>\nIn-Reply-To: <1@example.org>\nReferences: <0@example.org>\n\n"
    )
    (copy,) = interactions(read_mailbox(b"From ann@example.org Mon Jan  6 10:00:00 2025\n" + (made + PLAIN).encode()))
    assert isinstance(item, Interaction)
    assert (item.key, item.thread, item.reply_to) == (copy.key, copy.thread, copy.reply_to)


@pytest.mark.parametrize(
    "name",
    [
        "evil@example.com",
        "a <evil@example.com>",
        "a\r\nTo: evil@example.com",
        "=?utf-8?q?=3Cevil=40example=2Ecom=3E?=",
        '"evil@example.com" <evil@example.com>,',
        "\ud800\u202e",
    ],
)
def test_a_name_never_becomes_an_address(name: str) -> None:
    item = taken(sent(x0042=name, x0037=name), [row("bob@example.org", name)])
    assert isinstance(item, Interaction)
    assert [one.identifier for one in item.participants] == ["mailto:ann@example.org", "mailto:bob@example.org"]


@pytest.mark.parametrize(
    "who", ["/o=ExchangeLabs/cn=Recipients/cn=bob", "/o=x/cn=bob@example.org", "bob", "", "b b@example.org,a@b.nl"]
)
def test_an_address_that_only_the_house_knows_is_dropped(who: str) -> None:
    assert taken(sent(), [row(who, "Bob", x3003=who)]) == LeftOut("no_people")
    assert taken(sent(x0065=who, x0C1F=who), [row("bob@example.org")]) == Unreadable(7, "no usable sender address")


def test_for_whom_it_was_sent_comes_before_by_whom() -> None:
    item = taken(sent(x5D02="boss@example.org", x5D01="ann@example.org"), [row("bob@example.org")])
    assert isinstance(item, Interaction)
    assert item.participants[0].identifier == "mailto:boss@example.org"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({0x0E07: 8 | 1}, "left out: draft"),
        ({0x001A: "IPM.Note.Rules.OofTemplate.Microsoft"}, "left out: automatic"),
        ({0x001A: "REPORT.IPM.Note.NDR"}, "left out: automatic"),
        ({0x001A: "IPM.Schedule.Meeting.Request"}, "left out: template"),
        ({0x001A: "IPM.Note.Microsoft.Conversation"}, "left out: template"),
        ({0x001A: "IPM.Task"}, "left out: template"),
        ({0x001A: "IPM.DistList"}, "left out: template"),
        ({0x001A: ""}, "left out: template"),
        ({0x001A: "IPM.Note.SMIME.MultipartSigned"}, "2025"),
        ({0x007D: "List-Id: <talk.example.org>\nFrom: ann@example.org\n"}, "left out: list"),
        ({0x007D: "X-Autoreply: yes\nFrom: ann@example.org\n"}, "left out: automatic"),
        ({0x007D: "Content-Type: multipart/report;\n boundary=x\n"}, "left out: automatic"),
        ({0x007D: "\r\n\r\n"}, "2025"),
        ({0x007D: "no headers at all"}, "2025"),
        ({0x0039: 0}, "unreadable at 7: no usable date"),
        ({0x0039: -5}, "unreadable at 7: no usable date"),
        ({0x0039: 1 << 60}, "unreadable at 7: no usable date"),
        ({0x0039: 0, 0x0E06: AT}, "2025-01-06T10:00:00Z"),
    ],
)
def test_what_is_left_out_is_what_is_left_out_elsewhere(values: Values, expected: str) -> None:
    assert render(taken(sent() | values, [row("bob@example.org")])).startswith(expected)


def meeting(
    named: dict[int, Any] | None = None, recipients: list[Values] | None = None, own: str = "", **more: Any
) -> Item:
    numbers = {0x820D: AT, 0x820E: AT + 3600, 0x8218: 3} | (named or {})
    values = {0x001A: "IPM.Appointment", 0x3008: AT - 99, **{int(tag[1:], 16): value for tag, value in more.items()}}
    which = {0x0023: MEETING, 0x0003: MEETING}
    people = [row("bob@example.org", "Bob", x5FFF=4), row("me@example.org", "Me")] if recipients is None else recipients
    return taken(
        sent(x0037="Overleg") | values,
        people,
        {(which.get(one, APPOINTMENT), one): value for one, value in numbers.items()},
        own,
    )


def test_a_meeting_with_answers() -> None:
    assert render(meeting(own="mailto:me@example.org")) == (
        "2025-01-06T10:00:00Z meeting Ann <mailto:ann@example.org> organiser Bob <mailto:bob@example.org> attendee"
        " Me <mailto:me@example.org> attendee | Overleg | words 0 asks 0 sequence 0 duration 3600 held"
    )
    item = meeting(own="mailto:me@example.org")
    assert isinstance(item, Interaction)
    assert [one.answer.name for one in item.participants] == ["NONE", "DECLINED", "ACCEPTED"]
    assert item.recipients == 1
    assert item.stamp == AT - 99


def test_a_meeting_has_the_key_that_it_has_in_a_calendar_file() -> None:
    own = bytes.fromhex("040000008200E00074C5B7101A82E008") + bytes(24)
    foreign = own + b"\x20\0\0\0vCal-Uid\x01\0\0\0abc@google.com\0"
    for value, uid in ((own, own.hex().upper()), (foreign, "abc@google.com")):
        item = meeting({0x0023: value, 0x0003: b"other"})
        assert isinstance(item, Interaction)
        assert (item.key, item.thread) == (hashed("event", uid, ""), hashed("uid", uid))
    without = meeting()
    assert isinstance(without, Interaction)
    assert without.thread == 0
    assert without == meeting()


def test_meetings_of_which_little_is_known() -> None:
    cancelled = meeting({0x8217: 7})
    assert isinstance(cancelled, Interaction)
    assert cancelled.status is Status.CANCELLED
    mine = meeting({0x8218: 1}, x0065="/o=x", own="mailto:me@example.org")
    assert isinstance(mine, Interaction)
    assert mine.participants[0].identifier == "owner:me"
    by_row = meeting(None, [row("bob@example.org", x5FFD=3), row("cor@example.org")], x0065="/o=x")
    assert isinstance(by_row, Interaction)
    assert [one.role.name for one in by_row.participants] == ["ORGANISER", "ATTENDEE"]
    by_group = meeting(None, [row("bob@example.org")], own="mailto:me@example.org")
    assert isinstance(by_group, Interaction)
    assert by_group.participants[-1][::3] == ("owner:me", 1)


@pytest.mark.parametrize(
    ("named", "recipients", "expected"),
    [
        ({0x8223: 1}, None, "left out: template"),
        ({}, [], "left out: alone"),
        ({}, [row("zaal@example.org", role=3), row("noreply@example.org")], "left out: alone"),
        ({0x8215: 1, 0x8205: 0}, None, "left out: alone"),
        ({0x8215: 1, 0x8205: 2}, None, "2025"),
        ({0x820D: 0}, None, "unreadable at 7: it has no start"),
        ({0x820D: -1}, None, "unreadable at 7: it has no start"),
        ({0x820D: NOW + 400 * 86_400}, None, "left out: scope"),
        ({0x820E: AT - 1}, None, "2025"),
        ({0x820E: 1 << 62}, None, "2025"),
    ],
)
def test_meetings_that_are_none(named: dict[int, Any], recipients: list[Values] | None, expected: str) -> None:
    assert render(meeting(named, recipients)).startswith(expected)


def test_a_card() -> None:
    values: Values = {
        0x001A: "IPM.Contact",
        0x3A06: "Pieter",
        0x3A44: "van der",
        0x3A11: "Meulen",
        0x3A16: "Polder",
        0x3A17: "Lid",
    }
    named: dict[Named, Value] = {
        (ADDRESS, 0x8083): "Pieter@example.nl",
        (ADDRESS, 0x8093): "/o=ExchangeLabs/cn=pieter",
        (ADDRESS, 0x8094): "pieter@werk.example.nl",
    }
    who = ("mailto:pieter@example.nl", "mailto:pieter@werk.example.nl", "tel:+31612345678")
    assert taken(values | {0x3A1C: "06 12345678", 0x3A08: "1233"}, None, named) == Card(
        who, "Pieter van der Meulen", "Polder", "Lid"
    )
    assert taken(values) == LeftOut("no_people")
    nameless: Values = {0x001A: "IPM.Contact", 0x3001: "pieter@example.nl"}
    assert taken(nameless, None, named) == Card(who[:2])


def test_values_by_their_type() -> None:
    assert value_of(0x001F, "é\0".encode("utf-16-le"), "") == "é"
    assert value_of(0x001F, b"\x00", "") == ""
    assert value_of(0x001E, b"\xe9", "cp1252") == value_of(0x001E, "é".encode(), "no such code page") == "é"
    assert value_of(0x0003, b"\xff\xff\xff\xff", "") == -1
    assert value_of(0x000B, b"\x01\0\0\0\0\0\0\0", "") == 1
    assert value_of(0x0040, (116_444_736_000_000_000 + 15 * 10**6).to_bytes(8, "little"), "") == 1
    assert value_of(0x1102, b"x", "") is None


ANY: st.SearchStrategy[Value] = st.text(max_size=60) | st.binary(max_size=60) | st.integers(-(1 << 63), 1 << 63)


@given(
    st.dictionaries(st.sampled_from(sorted(WANTED)), ANY, max_size=12),
    st.lists(st.dictionaries(st.sampled_from((0x0C15, 0x39FE, 0x3001, 0x3003, 0x5FFD, 0x5FFF)), ANY), max_size=3),
    st.dictionaries(
        st.tuples(st.sampled_from((APPOINTMENT, ADDRESS, MEETING)), st.sampled_from((0x23, 0x820D, 0x820E, 0x8218))),
        ANY,
    ),
    st.sampled_from(("IPM.Note", "IPM.Appointment", "IPM.Contact")),
)
def test_whatever_its_properties_say_an_item_is_one_item(
    values: Values, recipients: list[Values], named: dict[Named, Value], kind: str
) -> None:
    assert render(taken(values | {0x001A: kind}, recipients, named))


@given(st.binary(max_size=100), st.binary(max_size=100))
def test_any_table_of_names_is_read(sets: bytes, entries: bytes) -> None:
    assert all(number >= 0x8000 for number in named_numbers(sets, entries))


@given(st.sampled_from((2, 3, 11, 20, 64, 30, 31, 258, 4098)), st.binary(max_size=40), st.text(max_size=10))
def test_any_bytes_of_a_property_are_read(kind: int, data: bytes, codepage: str) -> None:
    assert value_of(kind, data, codepage) is not None or kind == 4098
