"""Between organisations: task and room for the other as rows to write, and as a table of pairs."""

from collections.abc import Sequence
from dataclasses import asdict
from math import ceil, floor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from hecht.core.ties.between import Between

_HEADS = {
    "nl": ("organisaties", "van", "tot", "keer contact", "inhoud", "ruimte voor de ander", "van de 10"),
    "en": ("organisations", "from", "to", "times of contact", "content", "room for the other", "in 10"),
}


def between_rows(found: Sequence["Between"]) -> list[dict[str, Any]]:
    """Give a row for every pair and month: `a, b`, then what is in `core.ties.amounts.MonthAmounts`."""
    return [{"a": one.a, "b": one.b} | asdict(month) for one in found for month in one.months]


def between_table(found: Sequence["Between"], lang: str, most: int = 0) -> "Table | Text":
    """Give the pairs with most contact, over all their months; a part only from 20 times on, with what it lies between."""
    from rich.table import Table  # noqa: PLC0415 - only tables need it, and they are rarely asked for
    from rich.text import Text  # noqa: PLC0415

    if not found:
        return Text(
            "Nog geen contact tussen organisaties te zien waarvan bekend is waar het over ging."
            if lang == "nl"
            else "No contact between organisations to be seen yet of which it is known what it was about."
        )
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, head in enumerate(_HEADS[lang]):
        table.add_column(head, justify="left" if index < 3 else "right")  # noqa: PLR2004 - words left, figures right
    ordered = sorted(found, key=lambda one: (-one.count, one.a, one.b))
    for one in ordered[:most] if most else ordered:
        part = ""
        if one.share:
            joint = "à" if lang == "nl" else "to"
            low, high = floor(10 * one.share.low), ceil(10 * one.share.high)
            part = f"{round(10 * one.share.share)} ({low} {joint} {high})"
        cells = (
            f"{one.a} – {one.b}",
            one.months[0].month,
            one.months[-1].month,
            str(one.count),
            f"{sum(month.task for month in one.months):.1f}",
            f"{sum(month.relation for month in one.months):.1f}",
            part,
        )
        table.add_row(*(Text(cell) for cell in cells))
    if most and len(found) > most:
        table.caption = f"{most} / {len(found)} (--most 0)"
    return table
