"""Export: people and the ties between them, as other programs take them (Gephi, spreadsheets, notebooks)."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from hecht.app import analyst
from hecht.app.network import network
from hecht.app.position import PositionRow
from hecht.app.who import private_people
from hecht.core.days import to_date
from hecht.core.ties.contact import MEMORY
from hecht.sql import query

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hecht.stores.store import Store

_APART = 31
"""Days without contact after which a new spell of a tie begins."""


@dataclass(frozen=True, slots=True)
class TieOut:
    """One tie as it is exported.

    `source` and `target` are persons; `strength`, `forth` (source to target) and `back` are as in docs/network.md; `first` and
    `last` day of contact in the last 548 days, how many there were, and the spells of contact as `first/last` days: a new
    one begins after a month without. `spell_days` has the active days of each.
    """

    source: int
    target: int
    strength: float
    forth: float
    back: float
    first: str
    last: str
    active_days: int
    spells: tuple[str, ...]
    spell_days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """People with their position, the ties between them, and how many of the private sphere were left out."""

    as_of: str
    people: tuple[PositionRow, ...]
    ties: tuple[TieOut, ...]
    left_out: int


def export(store: "Store", as_of: int, *, with_private: bool = False, pseudonymous: bool = False) -> Export:
    """Give the network of a day for other programs.

    People of the private sphere are left out with their ties, unless the export is for oneself (`with_private`); measures
    are those of the network as the user's own log shows it: what others pool is theirs. With `pseudonymous` marks stand in
    the place of names and numbers.
    """
    view = analyst.everybody(store, as_of, None, pooled=False)
    hidden = frozenset[int]() if with_private else private_people(store)
    graph = network(store, as_of).graph
    marks = {one: int(analyst.pseudonym(store, one), 16) if pseudonymous else one for one in graph.people.tolist()}
    days = _days(store, as_of)
    ends = zip(graph.people[graph.a].tolist(), graph.people[graph.b].tolist(), strict=True)
    ties = [
        _tie((marks[a], marks[b]), amounts, days[a, b])
        for (a, b), *amounts in zip(
            ends, graph.strength.tolist(), graph.forth.tolist(), graph.back.tolist(), strict=True
        )
        if a not in hidden and b not in hidden
    ]
    shown = analyst.everybody(store, as_of, None, pseudonymous=True, pooled=False) if pseudonymous else view
    people = tuple(one for one, plain in zip(shown.rows, view.rows, strict=True) if plain.person not in hidden)
    return Export(to_date(as_of).isoformat(), people, tuple(ties), len(view.rows) - len(people))


def _days(store: "Store", as_of: int) -> "dict[tuple[int, int], list[int]]":
    rows: Iterable[tuple[int, ...]] = store.rows(query("pair_days"), {"as_of": as_of})  # type: ignore[assignment]
    recent = (row for row in rows if row[2] > as_of - MEMORY)
    return {(pair[0], pair[1]): [row[2] for row in found] for pair, found in groupby(recent, key=itemgetter(0, 1))}


def _tie(ends: tuple[int, int], amounts: "Sequence[float]", days: "Sequence[int]") -> TieOut:
    strength, forth, back = (round(amount, 6) for amount in amounts)
    first, last = (to_date(day).isoformat() for day in (days[0], days[-1]))
    spells = _spells(days)
    named = tuple(f"{to_date(spell[0]).isoformat()}/{to_date(spell[-1]).isoformat()}" for spell in spells)
    return TieOut(*ends, strength, forth, back, first, last, len(days), named, tuple(map(len, spells)))


def _spells(days: "Sequence[int]") -> list[list[int]]:
    """Give spells of contact, each its active days: days with less than a month between one and the next."""
    spells: list[list[int]] = []
    for day in days:
        if spells and day - spells[-1][-1] <= _APART:
            spells[-1].append(day)
        else:
            spells.append([day])
    return spells
