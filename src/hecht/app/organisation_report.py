"""The report on an organisation: its departments, who stands between them, meetings and change, never of too few people."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hecht.app.organisation import QUARTER, graph_of
from hecht.app.organisation_months import months_of
from hecht.app.organisation_rows import Coverage, GroupRow, OrganisationReport, PersonRow
from hecht.app.published import Published, published
from hecht.app.roster import Entry, Roster, read_roster
from hecht.core.days import to_date
from hecht.core.errors import NoPurposeError, NoSuchColumnError, NotAnalysedError
from hecht.core.network.between import between
from hecht.core.network.brokerage import roles
from hecht.core.network.cells import fitted
from hecht.core.network.closed import FEW, Openness, closed, ends, openness
from hecht.core.network.graph import Floats, Graph, Ints, summed
from hecht.core.network.groups import SMALL, change
from hecht.core.network.leaning import leaning
from hecht.core.network.links import links
from hecht.core.network.resampled import Interval, ratio
from hecht.core.network.triangles import add_up
from hecht.core.ties.strength import KNOWN_NEEDED
from hecht.sql import query

if TYPE_CHECKING:
    from hecht.engines.duckdb import DuckEngine

LEAST = 5
_MONTHS = 3
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True, eq=False)
class _Moment:
    """The ties of one day among the people of the report; by person hours, known parts, contact and ties in and out of the group."""

    graph: Graph
    beyond: float
    hours: Floats
    known: Floats
    relation: Floats
    inside: Floats
    outside: Floats
    ties_inside: Floats
    ties_outside: Floats

    @property
    def ties(self) -> Floats:
        """Give everybody's number of ties."""
        return self.ties_inside + self.ties_outside


def report(
    folder: str | Path,
    people: str | Path,
    *,
    column: str = "department",
    least: int = LEAST,
    names: bool = False,
    purpose: str = "",
) -> OrganisationReport:
    """Work out the report of an analysis.

    What groups were shown is remembered in the folder, so that no two reports on it can be subtracted from one another to
    learn of fewer than `least` people; `least` never falls below that of an earlier report.

    Args:
        folder: what `analyse` wrote.
        people: a roster (see `app.roster`).
        column: the column of the roster to compare by.
        least: the fewest people of whom anything is shown.
        names: name the people who stand out; needs a purpose.
        purpose: what the names are for, printed on the report.

    Raises:
        NotAnalysedError: there is no finished analysis.
        NoPurposeError: names without a purpose.
        NoSuchColumnError: the roster has no such column.
        BadRosterError: the roster cannot be used.
    """
    place = Path(folder)
    if not (place / "analysis.json").exists():
        raise NotAnalysedError(str(folder))
    if names and not purpose.strip():
        raise NoPurposeError
    said = json.loads((place / "analysis.json").read_text(encoding="utf-8"))
    roster = read_roster(people, {})
    if column not in roster.columns:
        raise NoSuchColumnError(", ".join(roster.columns))
    from hecht.engines.duckdb import DuckEngine

    engine = DuckEngine(memory="2GB", spill=place / "spill")
    try:
        with published(place) as shown:
            return _Report(engine, place, shown, said, roster, column, least, purpose.strip() if names else "").made()
    finally:
        engine.close()


class _Report:
    """One report being made: the analysis, who is shown in which group, and the figures of two moments."""

    def __init__(
        self,
        engine: "DuckEngine",
        place: Path,
        shown: Published,
        said: Mapping[str, object],
        roster: Roster,
        column: str,
        least: int,
        purpose: str,
    ) -> None:
        self.engine, self.place, self.said, self.column, self.purpose = engine, place, said, column, purpose
        self.day, self.then = int(str(said["as_of"])), int(str(said["before"]))
        self.entries: Mapping[int, Entry] = roster.at(self.day)
        self.shown = shown
        self.least = max(least, shown.least)
        found = fitted(
            {one: entry.says.get(column, "") for one, entry in self.entries.items()}, shown.cells, self.least
        )
        self.kept = bool(found.kept)
        label = {one: name for one, name in found.label.items() if name}
        self.names = sorted(set(label.values()), key=lambda name: (name == SMALL, name))
        number = {name: i for i, name in enumerate(self.names)}
        self.ids = np.array(sorted(label), dtype=np.int64)
        self.group = np.array([number[label[one]] for one in self.ids.tolist()], dtype=np.int64)
        self.cells = found.cell
        first = int(said["span"]["first"])  # type: ignore[index]
        self.months = {name: until - since for name, since, until in months_of(first, self.day)}

    def made(self) -> OrganisationReport:
        """Work everything out, and remember what is shown."""
        now = self._moment(self.day, 0)
        first = int(self.said["span"]["first"])  # type: ignore[index]
        early = self._moment(self.then, 1) if self.then - first >= QUARTER else None
        standing = self._standing(now)
        matrix = self._matrix(now)
        shut = closed(now.graph, self.group, len(self.names))
        groups = tuple(
            replace(
                self._row(i, np.flatnonzero(self.group == i), now, early, standing),
                closed=bool(shut[i]) and name != SMALL,
            )
            for i, name in enumerate(self.names)
        )
        linked, loaded = self._links(now), self._leaning(now, early)
        self.shown.remember(self.least, self.cells)
        inside = float(np.trace(matrix)) / float(matrix.sum()) if matrix.sum() else 0.0
        return OrganisationReport(
            self.column,
            self.least,
            self.purpose,
            self._coverage(now, early is not None),
            groups,
            tuple(tuple(row) for row in _shares(matrix).tolist()),
            1 - inside,
            self._count(len(linked)),
            self._count(len(loaded)),
            (*linked, *loaded) if self.purpose else (),
        )

    def _moment(self, day: int, quarter: int) -> _Moment:
        iso = to_date(day).isoformat()
        self.engine.table("tie", str(self.place / f"ties-{iso}.parquet"))
        self.engine.table("share", str(self.place / f"shares-{iso}.parquet"))
        whole = graph_of(self.engine, "tie", self.ids)
        graph = whole.among(self.ids.tolist())
        total = whole.total[whole.index(self.ids)].sum()
        beyond = float(1 - graph.total.sum() / total) if total else 0.0
        shares = self.engine.arrays(query("shares"))
        known, relation = (self._by_person(shares["person"], shares[part]) for part in ("known", "relation"))
        return _Moment(
            graph, beyond, self._hours(quarter), known, relation, *ends(graph, self.group), *self._ends(graph)
        )

    def _hours(self, quarter: int) -> Floats:
        """Give everybody's hours in meetings a week, over three months of the calendar."""
        months = sorted(self.months)
        some = months[len(months) - _MONTHS * (quarter + 1) : len(months) - _MONTHS * quarter]
        if not some:
            return np.zeros(len(self.ids))
        self.engine.table("seat", str(self.place / "meetings"))
        self.engine.table("who", str(self.place / "who.parquet"))
        found = self.engine.arrays(query("hours"), {"first": some[0], "final": some[-1]})
        days = sum(self.months[month] for month in some)
        return self._by_person(found["person"], found["seconds"]) / 3_600 / max(1.0, days / _DAYS_OF_WEEK)

    def _by_person(self, person: Ints, values: Ints) -> Floats:
        """Bring values into the order of the people of the report; 0 for who has none."""
        found = np.zeros(len(self.ids))
        place = np.searchsorted(self.ids, person)
        place[place == len(self.ids)] = 0
        here = self.ids[place] == person if len(self.ids) else np.zeros(len(person), dtype=bool)
        np.add.at(found, place[here], np.asarray(values, dtype=np.float64)[here])
        return found

    def _standing(self, now: _Moment) -> tuple[Ints, Floats, Openness]:
        """Give everybody's brokerage by role and contact between other groups, and the groups' contact beside the expected."""
        sums, count = add_up(now.graph, self.group), len(self.names)
        counts = roles(now.graph, self.group, sums)
        open_ = openness(now.inside, now.outside, self.group, count)
        return counts, between(now.graph, self.group, count), open_

    def _matrix(self, now: _Moment) -> Floats:
        graph, count = now.graph, len(self.names)
        cell = self.group[graph.a] * count + self.group[graph.b]
        one = summed(cell, graph.strength, count * count).reshape(count, count)
        return one + one.T

    def _row(
        self, i: int, members: Ints, now: _Moment, early: _Moment | None, standing: tuple[Ints, Floats, Openness]
    ) -> GroupRow:
        """Give the figures of one group."""
        counts, across, open_ = standing
        inside, outside = now.ties_inside[members], now.ties_outside[members]
        load, contact = now.inside[members] + now.outside[members], inside + outside
        known, relation = float(now.known[members].sum()), float(now.relation[members].sum())
        apart = self._outside(now, members)
        return GroupRow(
            self.names[i],
            len(members),
            float(contact.mean()),
            apart,
            ratio(outside - inside, contact),
            Interval(*(float(part[i]) if len(self.names) >= FEW else np.nan for part in open_[:3])),
            False,  # noqa: FBT003 - decided when all groups are known
            tuple(counts[members].mean(axis=0).tolist()),
            float(across[members].sum() / max(1.0, across.sum())),
            float(np.sort(load)[-self.least :].sum() / max(1e-9, load.sum()))
            if len(members) >= 2 * self.least
            else None,
            float(now.hours[members].mean()),
            (known - relation / 100) if known >= KNOWN_NEEDED else None,
            relation / 100 if known >= KNOWN_NEEDED else None,
            None if early is None else change(contact, early.ties[members], self.least),
            None if early is None else change(now.hours[members], early.hours[members], self.least),
            None if early is None else self._outside(early, members),
        )

    def _ends(self, graph: Graph) -> tuple[Floats, Floats]:
        """Count everybody's ties inside and outside their group."""
        return ends(replace(graph, strength=np.ones(len(graph.a))), self.group)

    def _outside(self, now: _Moment, members: Ints) -> float:
        apart = now.outside[members].sum()
        total = apart + now.inside[members].sum()
        return float(apart / total) if total else 0.0

    def _count(self, number: int) -> int | None:
        """Give how many stand out; None when they, or the others, are too few to be counted."""
        return number if self.least <= number <= len(self.ids) - self.least else None

    def _links(self, now: _Moment) -> list[PersonRow]:
        """Give who holds contact with groups that their own hardly has, the largest share of contact first."""
        found = links(now.graph, self.group, len(self.names))
        rows = []
        for i in sorted(np.flatnonzero(found.found).tolist(), key=lambda one: -found.share[one]):
            with_ = np.flatnonzero(found.person == i)
            least = with_[np.argmin(found.times[with_])]
            times = Interval(*(float(part[least]) for part in (found.times, found.low, found.high)))
            names = tuple(self.names[int(group)] for group in found.group[with_])
            rows.append(self._person("broker", i, times, float(found.share[i]), names))
        return rows

    def _leaning(self, now: _Moment, early: _Moment | None) -> list[PersonRow]:
        """Give on whom much rests, the most contact beside the usual first."""
        known = sorted({entry.says.get("level", "") for entry in self.entries.values()} - {""})
        number = {level: i for i, level in enumerate(known)}
        says = (self.entries[one].says.get("level", "") if one in self.entries else "" for one in self.ids.tolist())
        rank = np.array([number.get(level, -1) for level in says], dtype=np.int64)
        found = leaning(now.graph, self.group, len(self.names), rank)
        then = None if early is None else leaning(early.graph, self.group, len(self.names), rank).times
        rows = []
        for i in sorted(np.flatnonzero(found.found).tolist(), key=lambda one: -found.times[one]):
            times = Interval(*(float(part[i]) for part in (found.times, found.low, found.high)))
            rows.append(
                replace(
                    self._person("load", i, times, float(found.main[i])),
                    asked=bool(found.asked_low[i] > 1),
                    before=float(then[i]) if then is not None and then[i] > 0 else None,
                    hours=float(now.hours[i]),
                    hours_usual=float(np.median(now.hours[self.group == self.group[i]])),
                )
            )
        return rows

    def _person(self, why: str, i: int, times: Interval, share: float, groups: tuple[str, ...] = ()) -> PersonRow:
        """Give a person who stands out by their place in the graph."""
        entry = self.entries.get(int(self.ids[i]))
        name = entry.says.get("name", "") if entry else ""
        identifier = entry.identifier.partition(":")[2] if entry else str(self.ids[i])
        return PersonRow(why, identifier, name or identifier, self.names[int(self.group[i])], times, share, groups)

    def _coverage(self, now: _Moment, compared: bool) -> Coverage:  # noqa: FBT001 - one caller
        seen = json.loads((self.place / "seen.json").read_text(encoding="utf-8"))
        rows = [row for piece in seen.values() for row in piece["channels"]]
        channels = sorted({int(row[1]) for row in rows})
        known = {row[0] for row in rows}
        span: Mapping[str, int] = self.said["span"]  # type: ignore[assignment]
        from hecht.core.model import Channel

        unseen = int((now.graph.degree == 0).sum())
        return Coverage(
            to_date(span["first"]).isoformat(),
            to_date(self.day).isoformat(),
            to_date(self.then).isoformat() if compared else None,
            span["rows"],
            span["unreadable"],
            tuple(Channel(one).name.lower() for one in channels),
            tuple(sorted(self.months.keys() - known)),
            int(str(self.said["people"])),
            _atleast(len(self.entries), self.least),
            unseen if unseen >= self.least else 0,
            len(self.ids),
            now.beyond,
            self.kept,
            bool(self.said["tone"]),
        )


def _atleast(number: int, least: int) -> int:
    """Round a number of people down to tens, so that it cannot be subtracted from another."""
    return number if number < least else number // 10 * 10


def _shares(matrix: Floats) -> Floats:
    total = matrix.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(matrix, total, out=np.zeros_like(matrix), where=total > 0)
    return shares


def silos(found: OrganisationReport) -> Sequence[str]:
    """Give the names of departments that keep to themselves far more than the others."""
    return [row.name for row in found.groups if row.closed]
