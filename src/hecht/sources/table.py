"""Tables (CSV) as programs export them: any usual encoding and delimiter, the header row found by its words."""

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple, TypeAlias

from hecht.core.cleaning import clean
from hecht.core.errors import BadIdentifierError
from hecht.core.identity import mailto, tel
from hecht.core.model import Unreadable
from hecht.sources.headers import charset_text

Known: TypeAlias = Callable[[frozenset[str]], bool]
"""Says of the column names of a row, in lower case, whether it is the header row that is looked for."""

_CHUNK = 1 << 16
_LONGEST = 1 << 20
_PREAMBLE = 40
"""Lines before the header row: some programs begin with a note."""
_DELIMITERS = ",;\t"
_EXTENSION = re.compile(r"(?:ext|tst|toestel|x)\W{0,4}\d", re.IGNORECASE)
_SHORTEST_NUMBER = 7
"""A number of fewer digits is dialled within one house or country."""


class Row(NamedTuple):
    """One row: the line on which it begins, and its cells by the name of their column."""

    line: int
    cells: dict[str, str]

    def first(self, *names: str) -> str:
        """Give the first of some columns that holds something."""
        return next((self.cells[name] for name in names if self.cells.get(name)), "")


def begins_table(head: bytes, known: Known) -> bool:
    """Say whether a header row is among the first lines of a file."""
    return _header(_lines(BytesIO(head)), known) is not None


def rows(opened: BinaryIO, known: Known) -> Iterator[Row | Unreadable]:
    """Yield every row below the header row; a row that is no row gives one Unreadable with its line."""
    lines = _lines(opened)
    header = _header(lines, known)
    if header is None:
        yield Unreadable(1, "the header row is not there")
        return
    above, delimiter, names = header
    table = csv.reader(lines, delimiter=delimiter)
    while True:
        line = above + table.line_num + 1
        try:
            cells = next(table, None)
        except csv.Error as error:
            yield Unreadable(line, str(error))
            continue
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        while len(cells) > len(names) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(names):
            yield Unreadable(line, f"{len(cells)} columns instead of {len(names)}")
            continue
        found: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=True):
            if not found.get(name):
                found[name] = cell.strip()
        yield Row(line, found)


def _header(lines: Iterator[str], known: Known) -> tuple[int, str, tuple[str, ...]] | None:
    """Give the number of the header row, the delimiter and the column names."""
    for number, line in enumerate(lines, 1):
        for delimiter in _DELIMITERS:
            try:
                cells = next(csv.reader([line], delimiter=delimiter), [])
            except csv.Error:
                continue
            names = tuple(clean(cell).lower() for cell in cells)
            if known(frozenset(names)):
                return number, delimiter, names
        if number >= _PREAMBLE:
            break
    return None


def _lines(opened: BinaryIO) -> Iterator[str]:
    """Yield the lines with their ends; each is UTF-8, else Windows-1252, unless the file is UTF-16."""
    chunk = opened.read(_CHUNK)
    wide = _wide(chunk)
    decoder = codecs.getincrementaldecoder(wide)("replace") if wide else None
    rest = b""
    first = True
    while True:
        more = opened.read(_CHUNK)
        data = rest + (decoder.decode(chunk, not more).encode("utf-8", "replace") if decoder else chunk)
        if first:
            data, first = data.removeprefix(codecs.BOM_UTF8), False
        lines, rest = data.splitlines(keepends=True), b""
        if more and lines and not lines[-1].endswith(b"\n") and len(lines[-1]) < _LONGEST:
            rest = lines.pop()  # a CR at the end may be half a CRLF
        for line in lines:
            try:
                yield line.decode("utf-8")
            except UnicodeDecodeError:
                yield charset_text(line, "cp1252")
        if not more:
            return
        chunk = more


def _wide(head: bytes) -> str:
    """Give the name of a two-byte encoding, or nothing."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(head) > 1 and not head[1] and head[0]:
        return "utf-16-le"
    return "utf-16-be" if len(head) > 1 and not head[0] and head[1] else ""


def address_in(cell: str) -> str:
    """Give the identifier of the mail address in a cell (`a@b.nl`, `Name <a@b.nl>`), or nothing."""
    inside = cell.rpartition("<")[2].partition(">")[0].removeprefix("SMTP:")
    if "@" not in inside:  # an address of the Exchange of a house, which is nobody outside it
        return ""
    try:
        return mailto(inside)
    except BadIdentifierError:
        return ""


def number_in(cell: str, region: str) -> str:
    """Give the identifier of the telephone number in a cell, or nothing.

    A number with an extension is nobody's: without the extension it would be the house's.
    """
    if _EXTENSION.search(cell) or sum(letter.isalnum() for letter in cell) < _SHORTEST_NUMBER:
        return ""
    try:
        return tel(cell, region)
    except BadIdentifierError:
        return ""
