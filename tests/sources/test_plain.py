"""The plain log: tables as other systems write them."""

import io
import random
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.errors import BadIdentifierError
from hecht.core.model import Card, Channel, Interaction, Item, LeftOut, Role, Unreadable
from hecht.sources import Source, plain
from hecht.sources.plain import PlainSource, identifier
from hecht.testing import SourceContract
from sources.mailing import NOW

ANN, BOB, COR, DEE = (f"mailto:{name}@example.org" for name in ("ann", "bob", "cor", "dee"))
ROW = "1736157600,ann@example.org,bob@example.org"
"""Monday 6 January 2025, 10:00 UTC."""


def read(text: str | bytes) -> list[Item]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(PlainSource().extract(io.BytesIO(data), NOW))


def kept(text: str | bytes) -> list[Interaction]:
    return [item for item in read(text) if isinstance(item, Interaction)]


def people(item: Interaction) -> list[tuple[str, str]]:
    return [(one.identifier, one.role.name) for one in item.participants]


class TestPlain(SourceContract):
    names: ClassVar = ("log.csv", "log.tsv", "anything")
    data: ClassVar = (
        b"at,from,to,cc,channel,note\n"
        b"2025-01-06T10:00:00Z,ann@example.org,bob@example.org;cor@example.org,dee@example.org,mail,the word aardvark\n"
        b"2025-01-07T10:00:00Z,tel:0612345678,id 12,,call,aalscholver\n"
        b'2025-01-08T10:00:00Z,ann@example.org,bob@example.org,,meeting,"baviaan\nbaviaan"\n'
    )  # fmt: skip
    marks: ClassVar = ("aardvark", "aalscholver", "baviaan")
    broken: ClassVar = f"at,from,to\n{ROW}\nyesterday,ann@example.org,bob@example.org\n1736157601,cor,dee\n".encode()
    broken_at: ClassVar = 3
    rest: ClassVar = f"at,from,to\n{ROW}\n1736157601,cor,dee\n".encode()

    def source(self) -> Source:
        return PlainSource()


def test_rows_of_one_sender_and_second_are_one_mail() -> None:
    rows = "\n".join(("at,from,to,cc", ROW + ",dee@example.org", ROW.replace("bob", "cor") + ","))
    (item,) = kept(rows)
    assert people(item) == [(ANN, "SENDER"), (BOB, "TO"), (DEE, "CC"), (COR, "TO")]
    assert item.recipients == 3


def test_one_mail_as_rows_has_the_key_of_one_mail_with_several_people() -> None:
    rows = kept(f"at,from,to\n{ROW}\n{ROW.replace('bob', 'cor')}\n")
    assert [item.key for item in rows] == [item.key for item in kept(f"at,from,to\n{ROW};cor@example.org\n")]


def test_rows_of_another_thread_second_or_sender_are_mails_of_their_own() -> None:
    items = kept(
        f"at,from,to,thread\n{ROW},a\n{ROW},b\n{ROW.replace('600,', '601,')},a\n{ROW.replace('ann', 'cor')},a\n"
    )
    assert len(items) == len({item.key for item in items}) == 4
    assert items[0].thread == items[2].thread == items[3].thread != items[1].thread


def test_equal_rows_of_other_channels_are_counted_each() -> None:
    items = kept(f"at,from,to,channel\n{ROW},chat\n{ROW},chat\n{ROW},call\n")
    assert [item.channel for item in items] == [Channel.CHAT, Channel.CHAT, Channel.CALL]
    assert len({item.key for item in items}) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1736157600", "2025-01-06T10:00:00"),
        ("1736157600.75", "2025-01-06T10:00:00"),
        ("0", "1970-01-01T00:00:00"),
        ("2025-01-06T10:00:00Z", "2025-01-06T10:00:00"),
        ("2025-01-06T10:00:00+01:00", "2025-01-06T09:00:00"),
        ("2025-01-06T10:00:00", "2025-01-06T10:00:00"),
        ("2025-01-06 10:00", "2025-01-06T10:00:00"),
        ("2025-01-06T10:00:00.123456-05:30", "2025-01-06T15:30:00"),
        ("2025-01-06", "2025-01-06T00:00:00"),
    ],
)
def test_moments(text: str, expected: str) -> None:
    (item,) = kept(f"at,from,to\n{text},ann@example.org,bob@example.org\n")
    assert datetime.fromtimestamp(item.seconds, UTC).replace(tzinfo=None).isoformat() == expected
    assert item.utc


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        ("yesterday,ann,bob,,", "date"),
        (",ann,bob,,", "date"),
        ("-1,ann,bob,,", "date"),
        ("1969-12-31T23:59:59Z,ann,bob,,", "date"),
        (f"{NOW + 2 * 86_400 + 1},ann,bob,mail,", "date"),
        (f"{NOW + 2 * 86_400 + 1},ann,bob,call,", "date"),
        (f"{NOW + 396 * 86_400 + 1},ann,bob,meeting,", "date"),
        ("99999999999999999999,ann,bob,,", "date"),
        ("0001-01-01T00:00:00+23:59,ann,bob,,", "date"),
        ("1736157600,,bob,,", "address"),
        ("1736157600,ann@,bob,,", "address"),
        ("1736157600,ann,bob@@example.org,,", "address"),
        ("1736157600,tel:12,bob,,", "address"),
        ("1736157600,ann,bob,telex,", "no such channel: 'telex'"),
        ("1736157600,ann,bob,call,-1", "duration"),
        ("1736157600,ann,bob,call,soon", "soon"),
        ("1736157600,ann,bob,call,nan", "NaN"),
        ("1736157600,ann,bob,call,99999999", "duration"),
        ("1736157600,ann,bob", "3 columns instead of 5"),
    ],
)
def test_a_bad_row_is_reported_with_its_line_and_cause(values: str, cause: str) -> None:
    items = read(f"at,from,to,channel,duration\n1736157600,cor,dee,,\n\n{values}\n1736157601,cor,dee,,\n")
    (failed,) = (item for item in items if isinstance(item, Unreadable))
    assert failed.offset == 4
    assert cause in failed.cause
    assert len([item for item in items if isinstance(item, Interaction)]) == 2


def test_planned_meetings_may_lie_ahead() -> None:
    ahead = NOW + 396 * 86_400
    assert kept(f"at,from,to,channel\n{ahead},ann,bob,meeting\n")[0].seconds == ahead
    assert kept(f"at,from,to,channel\n{ahead},ann,bob,visit\n")[0].seconds == ahead


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("", Channel.MAIL),
        ("mail", Channel.MAIL),
        ("Email", Channel.MAIL),
        ("MEETING", Channel.MEETING),
        ("call", Channel.CALL),
        ("chat", Channel.CHAT),
        (" visit ", Channel.VISIT),
    ],
)
def test_channels(channel: str, expected: Channel) -> None:
    (item,) = kept(f"at,from,to,channel,duration\n{ROW},{channel},90.5\n")
    assert item.channel is expected
    assert item.duration == 90
    together = expected in (Channel.MEETING, Channel.CHAT, Channel.VISIT)
    assert [one.role for one in item.participants] == (
        [Role.ORGANISER, Role.MEMBER] if together else [Role.SENDER, Role.TO]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann@Example.org", "mailto:ann@example.org"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("tel:06 1234 5678", "tel:+31612345678"),
        ("tel:+44 20 7946 0958", "tel:+442079460958"),
        ("12", "id:12"),
        ("  Jan de\tVries ", "id:Jan de Vries"),
        ("a\x1b[31mb\u202e", "id:a [31mb"),
    ],
)
def test_identifiers(text: str, expected: str) -> None:
    assert identifier(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "\x00\x1b", "a@", "tel:x"])
def test_what_is_no_identifier(text: str) -> None:
    with pytest.raises(BadIdentifierError):
        identifier(text)


TABLE = f"at,from,to,organisation_from\n{ROW},Bakkerij Müller\n1736157601,cor,dee;ann@example.org,\n"


@pytest.mark.parametrize(
    "written",
    [
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.encode("utf-16"),
        b"\xfe\xff" + TABLE.encode("utf-16-be"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.replace(",", "\t").encode(),
        TABLE.replace(";", " ; ").encode(),
        TABLE.replace("at,from,to", ' At , "FROM",To').encode(),
        TABLE.rstrip().encode(),
        "at;from;to;organisation_from\n1736157600;ann@example.org;bob@example.org;Bakkerij Müller\n"
        '1736157601;cor;"dee;ann@example.org";\n'.encode(),
        'to,x,organisation_from,from,at\nbob@example.org,"a,b",Bakkerij Müller,ann@example.org,1736157600\n'
        "dee;ann@example.org,,,cor,1736157601\n".encode(),
    ],
)
def test_every_writing_of_a_table_says_the_same(written: bytes) -> None:
    assert PlainSource().identify(written[:4096], "x")
    assert read(written) == read(TABLE)
    assert len(read(TABLE)) == 3


@pytest.mark.parametrize(
    "head",
    [
        "at,from\n",
        "from,to,date\n",
        "at,from,to,to\n",
        "1736157600,a,b\n",
        "\nat,from,to\n",
        "",
        "at from to\n",
        '{"at":1}',
    ],
)
def test_what_is_no_plain_log(head: str) -> None:
    assert not PlainSource().identify(head.encode(), "log.csv")


def test_stated_organisations_are_cards() -> None:
    items = read(
        "at,from,to,organisation_from,organisation_to\n1736157600,a@x.nl,b@y.nl;c@y.nl,Delta,Kade\n"
        "1736157601,a@x.nl,b@y.nl,Delta,\n1736157602,a@x.nl,b@y.nl,  ,Kade\x1b[0m BV\n"
    )
    assert [item for item in items if isinstance(item, Card)] == [
        Card(("mailto:a@x.nl",), organisation="Delta"),
        Card(("mailto:b@y.nl",), organisation="Kade"),
        Card(("mailto:b@y.nl",), organisation="Kade [0m BV"),
        Card(("mailto:c@y.nl",), organisation="Kade"),
    ]


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("", "no_people"),
        (";", "no_people"),
        ("ann@example.org", "no_people"),
        (";".join(f"p{n}" for n in range(101)), "list"),
    ],
)
def test_what_is_left_out_and_why(to: str, reason: str) -> None:
    assert read(f"at,from,to\n1736157600,ann@example.org,{to}\n") == [LeftOut(reason)]


def test_somebody_named_twice_takes_part_once() -> None:
    (item,) = kept(f"at,from,to,cc\n{ROW};BOB@example.org;ann@example.org,bob@example.org;cor\n")
    assert people(item) == [(ANN, "SENDER"), (BOB, "TO"), ("id:cor", "CC")]
    assert item.recipients == 2


def test_rows_in_any_order_are_the_same_mails() -> None:
    rows = [
        f"{1736157600 + second},p{who},q{second}{who};r{copy}"
        for second in range(3)
        for who in range(3)
        for copy in range(3)
    ]
    expected = {item.key: sorted(people(item)) for item in kept("at,from,to\n" + "\n".join(rows))}
    assert len(expected) == 9
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert {item.key: sorted(people(item)) for item in kept("at,from,to\n" + "\n".join(rows))} == expected


def test_of_a_large_table_rows_far_out_of_order_are_reported_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "HELD", 3)
    days = [f"{day * 86_400},p{day % 7},q\n{day * 86_400 + 50},p,q\n" for day in range(100, 130)]
    table = "at,from,to\n" + "".join(days)
    assert len(kept(table)) == 60
    assert [item for item in read(table) if isinstance(item, Unreadable)] == []
    late = read(table + f"{110 * 86_400},late,q\n{129 * 86_400},p3,r\n")
    assert [item.offset for item in late if isinstance(item, Unreadable)] == [62]
    assert len([item for item in late if isinstance(item, Interaction)]) == 60


def test_a_field_without_end_is_reported() -> None:
    items = read(f'at,from,to,thread\n{ROW},a\n{ROW.replace("ann", "cor")},"{"x" * 140_000}\n')
    assert [type(item) for item in items] == [Unreadable, Interaction]


@settings(max_examples=200, deadline=None)
@given(st.text('0123456789at,from;to"\n\r\t @.:-\x00é', max_size=200))
def test_anything_at_all_as_rows(text: str) -> None:
    for item in read("at,from,to,cc,channel,thread\n" + text):
        assert isinstance(item, Interaction | LeftOut | Unreadable)
