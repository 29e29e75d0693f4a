"""Address books: real cards with golden outputs beside them, the content lines, and anything at all."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Card, Item, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.cards import CardsSource
from hecht.sources.contentlines import cleaned, fields, line_of, unescaped, unfolded
from hecht.testing import SourceContract

DATA = Path(__file__).parent / "data" / "cards"
FILES = sorted(DATA.glob("*.vcf"))


def read(data: bytes | str, region: str = "NL") -> list[Item]:
    data = data if isinstance(data, bytes) else data.encode()
    return list(CardsSource(region).extract(io.BytesIO(data), 0))


def card(lines: str) -> Item:
    (item,) = read(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n")
    return item


def render(item: Item) -> str:
    if isinstance(item, Card):
        words = ", ".join(filter(None, (item.name, item.position, item.organisation)))
        return f"{words} | {' '.join(item.identifiers)}"
    return f"left out: {item.reason}" if isinstance(item, LeftOut) else str(item)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert "".join(render(item) + "\n" for item in read(path.read_bytes())) == golden


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_writing_of_a_file_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8").removeprefix("tekst vooraf\n")
    plain = [item for item in read(text) if not isinstance(item, Unreadable)]
    writings = (
        b"\xef\xbb\xbf" + text.encode(),
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
    )
    for writing in writings:
        assert CardsSource().identify(writing[:4096], "")
        assert [item for item in read(writing) if not isinstance(item, Unreadable)] == plain


def test_it_keeps_the_contract_of_a_source() -> None:
    source: Source = CardsSource()
    assert source.name == "vcard"
    assert source.identify(b"\r\n begin:vcard\r\n", "x.txt")
    assert not source.identify(b"BEGIN:VCALENDAR\r\n", "x.vcf")
    assert not source.identify(b"BEGIN:VCARDS\r\n", "x.vcf")
    assert not source.identify(b"", "x.vcf")


def test_bytes_that_are_no_utf_8_are_read_as_latin_1() -> None:
    data = "BEGIN:VCARD\nFN:René\nEMAIL:r@example.org\nEND:VCARD\n"
    assert read(data.encode("latin-1")) == read(data) == [Card(("mailto:r@example.org",), "René")]


def test_a_fold_in_the_middle_of_a_character() -> None:
    data = "BEGIN:VCARD\r\nFN:Ren\xe9\r\nEMAIL:r@example.org\r\nEND:VCARD\r\n".encode()
    place = data.index(b"\xc3") + 1
    assert read(data[:place] + b"\r\n " + data[place:]) == [Card(("mailto:r@example.org",), "René")]


def test_an_indented_card() -> None:
    assert read("BEGIN:VCARD\n  EMAIL:a@example.org\nEND:VCARD\n") == [Card(("mailto:a@example.org",))]


def test_numbers_are_read_as_dialled_in_the_region() -> None:
    text = "BEGIN:VCARD\nTEL:030 1234567\nEND:VCARD\n"
    assert read(text, "DE") == [Card(("tel:+49301234567",))]
    assert read(text, "NL") == [Card(("tel:+31301234567",))]


def test_parameters() -> None:
    line = line_of(b'item1.ATTENDEE;CN="Berg; Anna: ^n^^^\'";Type=a,"b,c";PREF:mailto:a@example.org')
    assert line is not None
    assert (line.name, line.raw) == ("ATTENDEE", "mailto:a@example.org")
    assert line.parameter("CN") == 'Berg; Anna: \n^"'
    assert line.types() == {"A", "B", "C", "PREF"}
    assert line_of(b"no colon here") is None
    assert line_of(b":value alone") is None
    odd = line_of(b'X;CN=D"irk;Y=1:ab')
    assert odd is not None
    assert (odd.parameter("CN"), odd.parameter("Y"), odd.raw) == ("Dirk", "1", "ab")


def test_escapes() -> None:
    assert unescaped(r"a\, b\; c\\n\nd\N") == "a, b; c\\n\nd\n"
    assert fields(r"a\;b;c\\;d;") == ["a;b", "c\\", "d", ""]
    assert fields("een\\") == ["een\\"]


def test_cleaned() -> None:
    assert cleaned(" A\x00n\x1bna\u202e\n\tB\ufeff ") == "Anna B"
    assert len(cleaned("x" * 1_000)) == 300


def test_offsets_and_folds_over_chunks() -> None:
    body = b"".join(b"NOTE:%d\r\n  more\r\n" % number for number in range(20_000))
    lines = list(unfolded(io.BytesIO(body)))
    assert len(lines) == 20_000
    assert all(body[offset:].startswith(data[:8].split(b" ")[0]) for offset, data in lines[::997])
    assert lines[19_999] == (body.rindex(b"NOTE"), b"NOTE:19999 more")


def test_a_photo_of_many_megabytes_takes_no_time() -> None:
    one = "BEGIN:VCARD\nPHOTO;ENCODING=b:" + "QUJD" * 4_000_000 + "\nEMAIL:a@example.org\nEND:VCARD\n"
    folded = "BEGIN:VCARD\nPHOTO;ENCODING=b:" + "QUJD\n " * 1_000_000 + "\nEMAIL:a@example.org\nEND:VCARD\n"
    wide = (one + "BEGIN:VCARD\n").encode("utf-16")
    assert read(one) == read(folded) == [Card(("mailto:a@example.org",))]
    assert isinstance(read(wide)[1], Unreadable)
    assert read(wide)[1] == Unreadable(len(wide) - len("BEGIN:VCARD\n".encode("utf-16-le")), read(wide)[1].cause)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "lines",
    [
        "A" * 200_000,
        ";" * 200_000,
        "X" + ';a="' * 60_000,
        'X;a="' + "b" * 200_000,
        "N:" + "\\" * 200_000,
        "N:" + ";" * 200_000,
        "FN;ENCODING=QUOTED-PRINTABLE:" + "=\n" * 100_000,
        "FN;CHARSET=punycode:" + "é" * 100_000,
        "EMAIL:" + "<" * 100_000 + "@",
        "EMAIL:" + "a." * 100_000 + "@b",
        "TEL:" + "0" * 100_000,
        "BEGIN:X\n" * 50_000,
        "AGENT:\nBEGIN:VCARD\n" * 20_000,
        " " * 200_000,
        "\r" * 200_000,
    ],
)
def test_long_odd_lines_are_read_to_their_end(lines: str) -> None:
    """Lines so long that anything slower than linear in their length would not come back."""
    assert read(f"BEGIN:VCARD\n{lines}\nEMAIL:a@example.org\nEND:VCARD\n")


MARKER = "zeergeheim"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(st.sampled_from(["NOTE", "ADR", "BDAY", "PHOTO", "URL", "X-NOTE", "LABEL", "CATEGORIES"])), TEXT)
def test_what_is_private_is_in_no_field(names: list[str], text: str) -> None:
    secret = text.replace("\n", "").replace("\r", "") + MARKER
    lines = "\n".join(f"{name}:{secret}" for name in names)
    item = card(f"{lines}\nFN:Anna\nEMAIL:anna@example.org")
    assert item == Card(("mailto:anna@example.org",), "Anna")


NAMES = st.sampled_from(
    ["FN", "N", "ORG", "TITLE", "EMAIL", "TEL", "KIND", "AGENT", "BEGIN", "END", "NOTE", "item1.TEL"]
)
PARAMETERS = st.sampled_from(["", ";TYPE=fax", ";QUOTED-PRINTABLE", ";CHARSET=utf-16", ';TYPE="', ";ENCODING=b", ";"])
LINE = st.builds(lambda name, parameters, value: f"{name}{parameters}:{value}".encode(), NAMES, PARAMETERS, TEXT)


@settings(deadline=None)
@given(st.lists(LINE | st.binary(max_size=60), max_size=25))
def test_anything_between_begin_and_end_is_read_twice_the_same(lines: list[bytes]) -> None:
    data = b"\n".join([b"BEGIN:VCARD", *lines, b"END:VCARD"])
    items = read(data)
    assert items == read(data)
    assert items
    for item in items:
        assert not isinstance(item, Card) or all(one.startswith(("mailto:", "tel:+")) for one in item.identifiers)


@given(st.binary(max_size=300))
def test_any_bytes_never_raise(data: bytes) -> None:
    CardsSource().identify(data, "")
    assert read(data) == read(data)


def _card(name: str, mail: str = "EMAIL:{}@example.org\r\n") -> bytes:
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\n{mail.format(name.lower())}NOTE:zebranotitie\r\n"
        "ADR:;;girafstraat 1;Pandadorp;;;\r\nBDAY:19740101\r\nEND:VCARD\r\n"
    ).encode()


class TestContract(SourceContract):
    names = ("adressen.vcf", "export", "x.txt")
    data = _card("Ann") + _card("Bob")
    marks = ("zebranotitie", "girafstraat", "Pandadorp", "19740101")
    broken = _card("Ann") + b"BEGIN:VCARD\r\nEND:VCARD\r\n" + _card("Bob")
    broken_at = len(_card("Ann"))
    rest = data

    def source(self) -> Source:
        return CardsSource()
