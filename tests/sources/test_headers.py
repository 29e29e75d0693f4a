"""Mail headers: addresses, dates and encoded words against the standard library, and what is left out and why."""

import re
from base64 import b64encode
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header, decode_header, make_header
from email.utils import format_datetime, formataddr, getaddresses, parsedate_to_datetime
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.cleaning import clean
from hecht.core.errors import BadDateError
from hecht.core.model import Interaction, LeftOut, Role, Sighting, Unreadable
from hecht.sources.headers import addresses, fields, sent_at, words
from sources.mailing import NOW, one_mail


def pairs(text: str) -> list[tuple[str, str]]:
    return [(name, identifier.removeprefix("mailto:")) for identifier, name in addresses(text.encode())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann@example.org", [("", "ann@example.org")]),
        ("<Ann@Example.ORG>", [("", "ann@example.org")]),
        ("Ann Bos <ann@example.org>", [("Ann Bos", "ann@example.org")]),
        ('"Bos, Ann" <ann@example.org>', [("Bos, Ann", "ann@example.org")]),
        ('"Bos, Ann" <ann@example.org>, bob@example.org', [("Bos, Ann", "ann@example.org"), ("", "bob@example.org")]),
        ('"Ann \\"de Kat\\" Bos" <ann@example.org>', [('Ann "de Kat" Bos', "ann@example.org")]),
        ("'Ann Bos' <ann@example.org>", [("Ann Bos", "ann@example.org")]),
        ("ann@example.org (Ann Bos)", [("Ann Bos", "ann@example.org")]),
        ("team: ann@example.org, Bob <bob@example.org>;", [("", "ann@example.org"), ("Bob", "bob@example.org")]),
        ("undisclosed-recipients:;", []),
        ("a: ;, ann@example.org", [("", "ann@example.org")]),
        ("ann@example.org <ann@example.org>", [("", "ann@example.org")]),
        ('"ann@example.org" <bob@example.org>', [("ann@example.org", "bob@example.org")]),
        ("ann@example.org, Ann <ann@example.org>", [("Ann", "ann@example.org")]),
        ("Ann <ann@example.org>, Anna <ANN@example.org>", [("Ann", "ann@example.org")]),
        ("ann@example.org,, ,bob@example.org,", [("", "ann@example.org"), ("", "bob@example.org")]),
        ("Ann <ann@example.org>,\r\n\tBob <bob@example.org>", [("Ann", "ann@example.org"), ("Bob", "bob@example.org")]),
        ("Ann Bos <ann at example.org>", [("Ann Bos", "ann@example.org")]),
        ("=?utf-8?q?Ren=C3=A9?= <rene@example.org>", [("René", "rene@example.org")]),
        ("=?utf-8?q?Bos=2C_Ann?= <ann@example.org>, b@example.org", [("Bos, Ann", "ann@example.org"), ("", "b@example.org")]),
        ("=?utf-8?b?QW5u?= Bos <ann@example.org>", [("Ann Bos", "ann@example.org")]),
        ('"=?utf-8?q?Ren=C3=A9?=" <rene@example.org>', [("René", "rene@example.org")]),
        ("René <rene@example.org>", [("René", "rene@example.org")]),
        ("jürgen@bücher.example", [("", "jürgen@bücher.example")]),
        ("ann+list=x@sub.example.org", [("", "ann+list=x@sub.example.org")]),
        ("ann@example", [("", "ann@example")]),
        ("nobody here", []),
        ("@example.org", []),
        ("ann@", []),
        ("ann@-example.org", []),
        ("<>", []),
        ("", []),
    ],
)  # fmt: skip
def test_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "=?utf-8?q?evil=40bank.nl_=3Cx=3E?= <me@example.org>",
        "=?utf-8?q?=3Cevil=40bank.nl=3E?= <me@example.org>",
        "=?utf-8?q?evil=40bank.nl=2C?= <me@example.org>",
        "=?utf-8?q?evil@bank.nl?= <me@example.org>",
        f"=?utf-8?b?{b64encode(b'evil@bank.nl <evil@bank.nl>, ').decode()}?= <me@example.org>",
        f'"=?utf-8?b?{b64encode(b"x, evil@bank.nl").decode()}?=" <me@example.org>',
        "me@example.org (=?utf-8?q?evil=40bank.nl?=)",
    ],
)
def test_an_encoded_word_never_becomes_an_address(text: str) -> None:
    assert [address for _, address in pairs(text)] == ["me@example.org"]


@pytest.mark.parametrize(
    "text", ["=?utf-8?q?evil=40bank.nl?=", "=?utf-8?b?ZXZpbEBiYW5rLm5s?=", "=?utf-8?q?evil_at_bank.nl?="]
)
def test_an_encoded_word_alone_is_nobody(text: str) -> None:
    assert pairs(text) == []


_NAMES = st.text(st.characters(codec="ascii", exclude_characters="\x7f", min_codepoint=32), max_size=20)
_ADDRESSES = st.from_regex(r"[a-z0-9]{1,8}([.+_-][a-z0-9]{1,5})?@[a-z0-9]{1,8}(\.[a-z]{2,5}){1,2}", fullmatch=True)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_NAMES, _ADDRESSES), min_size=1, max_size=5, unique_by=lambda pair: pair[1]))
def test_the_standard_library_finds_the_same_addresses(people: list[tuple[str, str]]) -> None:
    text = ", ".join(formataddr((name.strip(), address)) for name, address in people)
    assert [address for _, address in pairs(text)] == [address for _, address in getaddresses([text])]
    assert [address for _, address in pairs(text)] == [address for _, address in people]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text('ab@.,;:<>()"\\= ?', max_size=60).map(str.encode))
def test_anything_at_all_as_addresses(raw: bytes) -> None:
    for identifier, name in addresses(raw):
        assert re.fullmatch(r"mailto:[^\s<>()\",;:@]+@[^\s<>()\",;:@]+", identifier)
        assert not [letter for letter in name if category(letter) == "Cc"]
        assert len(name) <= 120


DATES = [
    "Mon, 6 Jan 2025 10:15:00 +0100",
    "6 Jan 2025 10:15:00 +0100",
    "Mon, 06 Jan 2025 10:15 +0100",
    "Mon, 6 Jan 2025 10:15:00 -0330",
    "Mon, 6 Jan 2025 10:15:00 GMT",
    "Mon, 6 Jan 2025 10:15:00 EST",
    "Mon, 6 Jan 2025 10:15:00 +0100 (CET)",
    "Mon,  6 Jan 2025 10:15:00 +0100",
    "mon, 6 jan 2025 10:15:00 +0100",
    "Thu, 29 Feb 2024 23:59:59 +0000",
    "Fri, 31 Dec 1999 23:59:60 +0000",
    "Mon, 6 Jan 25 10:15:00 +0000",
    "Mon Jan  6 10:15:00 2025",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "1 January 2025 10:15:00 +0000",
]


@pytest.mark.parametrize("text", DATES)
def test_dates_are_those_of_the_standard_library(text: str) -> None:
    leap = ":60" in text  # a leap second is the first of the next minute
    expected = parsedate_to_datetime(text.replace(":60", ":59")) + timedelta(seconds=leap)
    if expected.tzinfo is None:
        expected = expected.replace(tzinfo=UTC)
    assert sent_at(text.encode()) == expected.timestamp()
    assert sent_at(b"  " + text.encode() + b" ") == expected.timestamp()


@settings(max_examples=150, deadline=None)
@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.sampled_from(range(-720, 841, 15)).map(  # noqa: DTZ001
        lambda minutes: timezone(timedelta(minutes=minutes))))
)  # fmt: skip
def test_a_date_comes_back_as_it_was_written(moment: datetime) -> None:
    assert sent_at(format_datetime(moment).encode()) == int(moment.replace(microsecond=0).timestamp())


@pytest.mark.parametrize(
    "text", ["", "yesterday", "Mon, 30 Feb 2025 10:00:00 +0000", "Mon, 6 Foo 2025 10:00:00 +0000", "32 Jan 2025"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(BadDateError):
        sent_at(text.encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text("0123456789 :+-JanMonGT", max_size=40).map(str.encode))
def test_anything_at_all_as_a_date(raw: bytes) -> None:
    with suppress(BadDateError):
        assert isinstance(sent_at(raw), int)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("=?utf-8?q?caf=C3=A9?=", "café"),
        ("=?UTF-8?Q?voor_het_caf=C3=A9?= open", "voor het café open"),
        ("=?iso-8859-1?q?caf=E9?=", "café"),
        ("=?windows-1252?b?gDUw?=", "€50"),
        ("=?utf-8?b?Y2Fmw6k?=", "café"),
        ("=?utf-8?q?een?= =?utf-8?q?_twee?=", "een twee"),
        ("=?utf-8?q?een?=\r\n =?utf-8?q?_twee?=", "een twee"),
        ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
        ("=?utf-8?b?Y2Fmww==?= =?utf-8?b?qQ==?=", "café"),
        ("=?utf-8?q?een?= twee =?utf-8?q?drie?=", "een twee drie"),
        ("=?utf-8*nl?q?caf=C3=A9?=", "café"),
        ("=?no-such-charset?q?caf=C3=A9?=", "café"),
        ("=?no-such-charset?q?caf=E9?=", "café"),
        ("=?utf-8?q?caf=E9?=", "café"),
        ("=?us-ascii?q?caf=C3=A9?=", "café"),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("=?utf-8?q?open", "=?utf-8?q?open"),
        ("a =? b ?= c", "a =? b ?= c"),
        ("=?hex?q?6162?=", "6162"),
    ],
)
def test_encoded_words(text: str, expected: str) -> None:
    assert words(text) == expected


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs"]), min_size=1, max_size=80),
    st.sampled_from([40, 76]),
)
def test_encoded_words_come_back_as_the_standard_library_wrote_them(text: str, width: int) -> None:
    written = Header(text, "utf-8", maxlinelen=width).encode()
    assert words(written) == text == str(make_header(decode_header(written)))


@settings(max_examples=150, deadline=None)
@given(st.text("=?utf8qQbB-=C3A9 _xYz/+", max_size=80))
def test_anything_at_all_as_encoded_words(text: str) -> None:
    assert isinstance(words(text), str)


def test_names_are_made_safe_to_show() -> None:
    nasty = "Ann\x1b[31m\x00\x07 \u202eBos\u200b\ufeff\r\n\tde  Kat\x9b"
    assert clean(nasty) == "Ann [31m Bos de Kat"
    assert clean("x" * 500, 120) == "x" * 120


def test_fields_are_unfolded_and_repeated_ones_kept_in_order() -> None:
    block = b"References: one\r\n\ttwo\r\nTO : a@example.org\r\nnot a field\r\nreferences:three\r\n: x\r\n"
    found = fields(block)
    assert found[b"references"] == [b"one\ttwo", b"three"]
    assert found[b"to"] == [b"a@example.org"]
    assert b"not a field" not in found


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("List-Id: <talk.example.org>", "list"),
        ("List-Unsubscribe: <https://example.org/off>", "list"),
        ("List-Post: NO", "list"),
        ("Precedence: bulk", "list"),
        ("Precedence: List", "list"),
        ("X-Mailing-List: x", "list"),
        ("Precedence: auto_reply", "automatic"),
        ("Auto-Submitted: auto-replied", "automatic"),
        ("Auto-Submitted: auto-generated; x=y", "automatic"),
        ("X-Autoreply: yes", "automatic"),
        ("Return-Path: <>", "automatic"),
        ("Content-Type: multipart/report; report-type=delivery-status; boundary=x", "automatic"),
        ("From: Mail Delivery System <MAILER-DAEMON@example.org>", "automatic"),
        ("From: no-reply@example.org", "automatic"),
        ("From: noreply+12@example.org", "automatic"),
        ("From: niet-beantwoorden@example.org", "automatic"),
        ("From: talk-bounces@example.org", "automatic"),
        ("X-Spam-Flag: YES", "spam"),
        ("X-Gmail-Labels: Inbox,Spam", "spam"),
        ("X-Gmail-Labels: Trash", "spam"),
        ("X-Gmail-Labels: Prullenbak,Geopend", "spam"),
        ("X-Gmail-Labels: =?UTF-8?Q?Categorie=C3=ABn,Ongewenst?=", "spam"),
        ("X-Gmail-Labels: =?UTF-8?B?T25nZXdlbnN0?=", "spam"),
        ("X-Gmail-Labels: Drafts", "draft"),
        ("X-Gmail-Labels: Concepten", "draft"),
        ("X-Mozilla-Draft-Info: internal/draft", "draft"),
        ("X-Mozilla-Status: 0008", "spam"),
        ("X-Mozilla-Status: 0009", "spam"),
        ("To: ann@example.org", "no_people"),
        ("To: undisclosed-recipients:;", "no_people"),
        ("To: no-reply@example.org", "no_people"),
        ("To: " + ", ".join(f"p{number}@example.org" for number in range(101)), "list"),
    ],
)
def test_what_is_left_out_and_why(header: str, reason: str) -> None:
    item = one_mail(header)
    assert isinstance(item, LeftOut)
    assert item.reason == reason


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "Precedence: normal",
        "X-Spam-Flag: NO",
        "X-Spam-Status: Yes, score=9",
        "X-Mozilla-Status: 0001",
        "X-Mozilla-Status: none",
        "X-Gmail-Labels: Postvak IN,Spamfilter,Conceptnota",
        "Return-Path: <ann@example.org>",
        "Content-Type: multipart/alternative; boundary=x",
        "From: Noah Reply <noah@reply.example>",
        "From: postma.ster@example.org",
        "To: " + ", ".join(f"p{number}@example.org" for number in range(100)),
    ],
)
def test_what_is_mail_between_people(header: str) -> None:
    assert isinstance(one_mail(header), Interaction)


def test_who_writes_on_a_discussion_list_is_seen_there() -> None:
    item = one_mail(
        "From: Ann <ann@example.org>\nList-Id: Talk about talk <Talk.example.org>\nList-Post: <mailto:talk@example.org>"
    )
    assert item == LeftOut(
        "list", Sighting("talk.example.org", "mailto:ann@example.org", 1_736_157_600, "Ann", "mailto:talk@example.org")
    )
    assert one_mail("List-Id: <news.example.org>\nList-Post: NO") == LeftOut("list")
    assert one_mail("List-Id: <news.example.org>\nList-Unsubscribe: <mailto:off@example.org>") == LeftOut("list")


@pytest.mark.parametrize(
    ("result", "suspect"),
    [
        ("mx.example; dmarc=fail (p=REJECT) header.from=example.org", True),
        ("mx.example; spf=pass smtp.mailfrom=x;\r\n dkim=pass; DMARC = FAIL", True),
        ("mx.example; dmarc=pass header.from=example.org", False),
        ("mx.example; spf=fail; dkim=none", False),
        ("mx.example; dmarc=failure-not-a-word", False),
    ],
)
def test_mail_whose_authentication_failed_is_suspect(result: str, suspect: bool) -> None:
    item = one_mail(f"Authentication-Results: {result}")
    assert isinstance(item, Interaction)
    assert item.suspect is suspect


def test_only_the_first_authentication_counts_since_senders_can_write_their_own_below() -> None:
    item = one_mail("Authentication-Results: mx.example; dmarc=fail\nAuthentication-Results: other.example; dmarc=pass")
    assert isinstance(item, Interaction)
    assert item.suspect


@pytest.mark.parametrize(
    ("header", "cause"),
    [
        ("Date: long ago", "no usable date: 'long ago'"),
        ("Date: Wed, 31 Dec 1969 23:59:59 +0000", "dated before 1970 or more than two days ahead"),
        (
            "Date: " + format_datetime(datetime.fromtimestamp(NOW + 2 * 86_400 + 1, UTC)),
            "dated before 1970 or more than two days ahead",
        ),
        ("From: somebody", "no usable sender address"),
    ],
)
def test_what_cannot_be_read(header: str, cause: str) -> None:
    assert one_mail(header) == Unreadable(0, cause)


@pytest.mark.parametrize("seconds", [0, NOW, NOW + 2 * 86_400])
def test_dates_up_to_two_days_ahead_are_believed(seconds: int) -> None:
    item = one_mail("Date: " + format_datetime(datetime.fromtimestamp(seconds, UTC)))
    assert isinstance(item, Interaction)
    assert item.seconds == seconds


def test_of_several_senders_the_first_counts() -> None:
    item = one_mail("From: Ann <ann@example.org>, Cor <cor@example.com>\nFrom: dee@example.net\nSender: x@example.org")
    assert isinstance(item, Interaction)
    assert [(one.identifier, one.role) for one in item.participants] == [
        ("mailto:ann@example.org", Role.SENDER),
        ("mailto:bob@example.org", Role.TO),
    ]
    sent_for_another = one_mail("From: unusable\nSender: Cor <cor@example.com>")
    assert isinstance(sent_for_another, Interaction)
    assert sent_for_another.participants[0].identifier == "mailto:cor@example.com"


def test_who_stands_in_two_fields_takes_part_once_and_bcc_is_ignored() -> None:
    item = one_mail(
        "From: ann@example.org\nTo: bob@example.org, Ann <ann@example.org>\nTo: cor@example.com\n"
        "Cc: Bob <BOB@example.org>, dee@example.net\nBcc: secret@example.org"
    )
    assert isinstance(item, Interaction)
    assert item.recipients == 3
    assert [(one.identifier[7:10], one.role) for one in item.participants] == [
        ("ann", Role.SENDER),
        ("bob", Role.TO),
        ("cor", Role.TO),
        ("dee", Role.CC),
    ]


def test_threads_and_answers() -> None:
    first, second, third, other = (
        one_mail(text)
        for text in (
            "Message-ID: <1@x>",
            "Message-ID: <2@x>\nIn-Reply-To: <1@x>",
            "Message-ID: <3@x>\nReferences: <1@x>\n <2@x>",
            "Message-ID: <4@x>",
        )
    )
    assert isinstance(first, Interaction)
    assert isinstance(second, Interaction)
    assert isinstance(third, Interaction)
    assert isinstance(other, Interaction)
    assert first.thread == second.thread == third.thread != other.thread
    assert (first.reply_to, second.reply_to) == (0, first.thread)
    assert third.reply_to not in (0, second.reply_to)


def test_the_key_is_of_message_id_and_sender_alone() -> None:
    one = one_mail("Message-ID: <1@x>\nSubject: plan")
    copy = one_mail(
        "Message-ID: <1@x>\nSubject: plan [list]\nDate: Tue, 7 Jan 2025 10:00:00 +0000\nTo: cor@example.com", b"other\n"
    )
    forged = one_mail("Message-ID: <1@x>\nFrom: cor@example.com")
    assert isinstance(one, Interaction)
    assert isinstance(copy, Interaction)
    assert isinstance(forged, Interaction)
    assert one.key == copy.key != forged.key
