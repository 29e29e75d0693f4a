"""Reads the tables with people, ties, groups and phrases that make up the demo world."""

from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table as cells, the heading included."""
    text = resources.files("hecht.demo").joinpath("data", f"{name}.tsv").read_text("utf-8")
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines() if line)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table by heading; cells left out at the end are empty."""
    head, *rest = lines(name)
    return tuple(dict(zip(head, (*cells, *[""] * (len(head) - len(cells))), strict=True)) for cells in rest)
