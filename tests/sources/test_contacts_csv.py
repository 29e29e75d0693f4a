"""Address books as tables: written as Google and Outlook export them, and anything at all."""

import io
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Card, Item
from hecht.sources import Source
from hecht.sources.contacts_csv import ContactsSource
from sources.exporting import ExportContract, read, render

DATA = Path(__file__).parent / "data" / "contacts"
FILES = sorted(DATA.glob("*.csv"))
HEADER = "First Name,Last Name,E-mail Address,Mobile Phone,Notes\r\n"


class TestContacts(ExportContract):
    names: ClassVar = ("contacts.csv", "Contactpersonen.CSV", "x")
    data: ClassVar = (
        HEADER
        + 'Ann,Smit,ann@example.org,,"aardvark,\r\naalscholver"\r\nBob,Bos,bob@example.org,0612345678,capibara\r\n'
    ).encode()
    marks: ClassVar = ("aardvark", "aalscholver", "capibara")
    broken: ClassVar = (
        HEADER + "Ann,Smit,ann@example.org,,\r\nBob,Bos,bob@exa\r\nCor,Mos,cor@example.org,,\r\n"
    ).encode()
    broken_at: ClassVar = 3
    rest: ClassVar = (HEADER + "Ann,Smit,ann@example.org,,\r\nCor,Mos,cor@example.org,,\r\n").encode()

    def source(self) -> Source:
        return ContactsSource()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert "".join(render(item) + "\n" for item in read(ContactsSource(), path.read_bytes())) == golden


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_writing_of_a_file_says_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    plain = read(ContactsSource(), text.encode())
    for writing in (
        b"\xef\xbb\xbf" + text.encode(),
        text.encode("utf-16"),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        text.encode("cp1252"),
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
        text.replace(";", ",").encode() if ";" in text.splitlines()[0] else text.encode(),
    ):
        assert read(ContactsSource(), writing) == plain


def test_the_region_says_how_a_number_is_dialled() -> None:
    data = (HEADER + "Ann,Smit,,020 7946 0000,\r\n").encode()
    assert read(ContactsSource("GB"), data) == [Card(("tel:+442079460000",), "Ann Smit")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("sep=;\r\nVoornaam;Achternaam;E-mailadres\r\n", True),
        ("Given Name\tFamily Name\tE-mail 1 - Value\n", True),
        ("Voornaam,Achternaam,Telefoon\n", False),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", False),
        ("Name,E-mail\n", False),
        ("at,from,to\n", False),
        ("First Name Last Name E-mail Address\n", False),
        ("\x00\x00\x00", False),
        ("", False),
    ],
)
def test_what_is_an_address_book(head: str, expected: bool) -> None:
    assert ContactsSource().identify(head.encode(), "contacts.csv") is expected


def test_a_name_may_be_written_to_deceive() -> None:
    data = (HEADER + "\u202eAnn\x00,<b>Smit</b>,Ann <ann@example.org>,,\r\n").encode()
    assert read(ContactsSource(), data) == [Card(("mailto:ann@example.org",), "Ann <b>Smit</b>")]


def test_a_cell_of_absurd_length_is_one_unreadable_row() -> None:
    data = (HEADER + f'Ann,Smit,ann@example.org,,"{"x" * 200_000}"\r\nBob,Bos,bob@example.org,,\r\n').encode()
    first, second = read(ContactsSource(), data)
    assert render(first).startswith("unreadable at 2: field larger")
    assert second == Card(("mailto:bob@example.org",), "Bob Bos")


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_below_a_header_is_read(rest: bytes) -> None:
    source = ContactsSource()
    for data in (rest, HEADER.encode() + rest, HEADER.encode("utf-16") + rest):
        source.identify(data[:4096], "x")
        items: list[Item] = list(source.extract(io.BytesIO(data), 0))
        assert all(render(item) for item in items)


@given(st.lists(st.text(max_size=40), min_size=5, max_size=5))
def test_whatever_a_row_says_becomes_at_most_one_card(cells: list[str]) -> None:
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"
    items = list(ContactsSource().extract(io.BytesIO((HEADER + row).encode("utf-8", "replace")), 0))
    assert len(items) <= 1
