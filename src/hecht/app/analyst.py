"""What an analyst asks of a network: people of a roster, measures by column, change between two days, pseudonyms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hecht.app.network import Network, network_and_people
from hecht.app.people import Person, people
from hecht.app.position import PositionView, houses, numbered, position_rows, view, week_before
from hecht.app.roster import Entry, Roster, manager_of, read_roster
from hecht.app.scores import Scores
from hecht.app.thin import thin
from hecht.core.errors import NoSuchColumnError
from hecht.core.network.graph import Floats, Graph, Ints
from hecht.core.network.groups import SMALL, beside_line, change, folded, mean, ties_by_group
from hecht.core.network.position import Position, position

if TYPE_CHECKING:
    from pathlib import Path

    from hecht.stores.store import Store

LEAST = 5
"""People below which a group is not shown by itself."""
MEASURES = (
    "degree",
    "strength",
    "constraint",
    "effective_size",
    "efficiency",
    "hierarchy",
    "clustering",
    "ego_betweenness",
    "betweenness",
    "pagerank",
    "core",
    "e_i_index",
    "with_manager",
    "beside_line",
)


@dataclass(frozen=True, slots=True, eq=False)
class Staffed:
    """A network with what a roster says of its people on that day: labels by column, and everybody's manager."""

    seen: Network
    known: Mapping[int, Person]
    entries: Mapping[int, Entry]

    def labels(self, column: str) -> list[str]:
        """Give everybody's label in a column, in the graph's order; "" where it is not known."""
        ids = self.seen.graph.people.tolist()
        if not self.entries and column == "organisation":
            house = houses(self.known)
            return [house.get(one, "") for one in ids]
        return [self.entries[one].says.get(column, "") if one in self.entries else "" for one in ids]

    def managers(self) -> Ints:
        """Give the index of everybody's manager in the graph; -1 where there is none."""
        graph = self.seen.graph
        person = {text: one.id for one in self.known.values() for text in one.identifiers}
        place = {one: i for i, one in enumerate(graph.people.tolist())}
        named = [
            manager_of(self.entries[one], person) if one in self.entries else None for one in graph.people.tolist()
        ]
        return np.array([-1 if one is None else place.get(one, -1) for one in named], dtype=np.int64)


def staffed(store: "Store", as_of: int, roster: Roster | None, *, pooled: bool = True) -> Staffed:
    """Load the network of a day with the people of a roster in it, also those without contact."""
    seen, known = network_and_people(store, as_of, pooled=pooled)
    entries = roster.at(as_of) if roster else {}
    for one in entries.values():
        held = known.get(one.person, Person(one.person, one.identifier.partition(":")[2], "", (one.identifier,)))
        name, house = one.says.get("name") or held.name, one.says.get("organisation") or held.organisation
        known[one.person] = Person(held.id, name, house, held.identifiers)
    graph = seen.graph
    ids = graph.people
    if entries:
        graph = Graph.of(
            ids[graph.a], ids[graph.b], graph.strength, graph.forth, graph.back, people=[*ids.tolist(), *entries]
        )
    return Staffed(replace(seen, graph=graph), known, entries)


def everybody(
    store: "Store",
    as_of: int,
    roster: Roster | None,
    column: str = "organisation",
    *,
    pseudonymous: bool = False,
    between: bool = True,
    pooled: bool = True,
) -> PositionView:
    """Give the position of everybody with a roster's names and groups; with pseudonyms instead of names where asked.

    Betweenness takes longer than all the rest and is left out when it is not asked. `pooled`: logs that are pooled with
    this one are in it.
    """
    here = staffed(store, as_of, roster, pooled=pooled)
    group = numbered(here.seen.graph, dict(zip(here.seen.graph.people.tolist(), here.labels(column), strict=True)))
    found = position(here.seen.graph, group, ego=here.seen.ego, before=week_before(here.seen), between=between)
    shown = view(here.seen, found, here.known)
    if not pseudonymous:
        return replace(shown, thin=thin(store, here.seen, here.known, houses(here.known)))
    rows = []
    for row in shown.rows:
        mark = pseudonym(store, row.person)
        rows.append(replace(row, person=int(mark, 16), name=mark))
    return replace(shown, rows=tuple(rows), ego=None if shown.ego is None else rows[0].person)


def pseudonym(store: "Store", person: int) -> str:
    """Give a mark that stands for a person in this installation alone; without its secret it leads back to nobody.

    It is no anonymity: who knows the network may know who has a hundred contacts.
    """
    return store.tombstones.mark(f"pseudonym:{person}")[:12]


def by_column(
    store: "Store", as_of: int, roster: Roster | None, column: str, *, least: int = LEAST, compare: int | None = None
) -> list[dict[str, object]]:
    """Give the measures of groups as means of their people; with `compare` also the change since an earlier day.

    Each row holds `group, people, ties_inside, ties_outside` and the mean of every measure; a mean of fewer than `least`
    people is None, and groups of fewer are put together. With `compare`, `MEASURE_change`, `_low` and `_high` are the mean
    difference of the people who are in the network on both days, and its 95 % interval.

    Raises:
        NoSuchColumnError: the roster has no such column.
    """
    columns = roster.columns if roster else ("organisation",)
    if column not in columns:
        raise NoSuchColumnError(", ".join(columns))
    here = staffed(store, as_of, roster)
    then = None if compare is None else _earlier(staffed(store, compare, roster), here, column)
    return _by_group(here.seen.graph, here.labels(column), _measures(here, column), least, then)


def _by_group(
    graph: Graph, of: Sequence[str], now: Mapping[str, Floats], least: int, then: Mapping[str, Floats] | None = None
) -> list[dict[str, object]]:
    labels = folded(of, least)
    names = sorted({label for label in labels if label}, key=lambda label: (label == SMALL, label))
    number = {name: i for i, name in enumerate(names)}
    group = np.array([number.get(label, -1) for label in labels], dtype=np.int64)
    inside, outside = ties_by_group(graph, group, len(names))
    rows: list[dict[str, object]] = []
    for name, i in number.items():
        members = np.flatnonzero(group == i)
        if len(members) < least:
            continue
        counts = {"people": len(members), "ties_inside": int(inside[i]), "ties_outside": int(outside[i])}
        row: dict[str, object] = {"group": name, **counts}
        for measure, values in now.items():
            row[measure] = _rounded(mean(values, members, least))
            if then is not None:
                moved = change(values[members], then[measure][members], least)
                for part in ("change", "low", "high"):
                    row[f"{measure}_{part}"] = None if moved is None else _rounded(getattr(moved, part))
        rows.append(row)
    return rows


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _measures(here: Staffed, column: str) -> dict[str, Floats]:
    graph = here.seen.graph
    labels = dict(zip(graph.people.tolist(), here.labels(column), strict=True))
    group = numbered(graph, labels)
    found = position(graph, group, ego=here.seen.ego)
    department = "department" if any(one.says.get("department") for one in here.entries.values()) else column
    own = numbered(graph, dict(zip(graph.people.tolist(), here.labels(department), strict=True)))
    with_manager, beside = beside_line(graph, own, here.managers())
    return _values(found) | {"with_manager": with_manager, "beside_line": beside}


def _values(found: Position) -> dict[str, Floats]:
    """Give the measures of which a mean has a meaning."""
    local, nothing = found.holes, np.full(len(found.graph.people), np.nan)
    values = {name: getattr(local, name).astype(np.float64) for name in MEASURES[:7]}
    values["ego_betweenness"] = nothing if found.ego_betweenness is None else found.ego_betweenness
    values["betweenness"] = nothing if found.betweenness is None else found.betweenness.share
    values |= {"pagerank": found.pagerank, "core": found.core.astype(np.float64)}
    return values | {"e_i_index": nothing if found.e_i is None else found.e_i}


def _earlier(then: Staffed, now: Staffed, column: str) -> dict[str, Floats]:
    """Give earlier measures in the order of now's people; nan for who was not there."""
    place = {one: i for i, one in enumerate(then.seen.graph.people.tolist())}
    index = np.array([place.get(one, -1) for one in now.seen.graph.people.tolist()], dtype=np.int64)
    values = _measures(then, column)
    return {
        name: np.where(index >= 0, held[index], np.nan) if len(held) else np.full(len(index), np.nan)
        for name, held in values.items()
    }


def roster_of(store: "Store", path: "str | Path") -> Roster:
    """Read a roster of the people of a log."""
    return read_roster(path, people(store))


def score_rows(found: Scores) -> list[dict[str, object]]:
    """Give the position of everybody in a table of scores, with what the table says of each, strongest first."""
    graph = found.graph
    column = next(iter(found.says), "")
    group = found.groups(column) if column else np.full(len(graph.people), -1)
    known = {one: Person(one, name, "", ()) for one, name in found.name.items()}
    rows = []
    for row in position_rows(position(graph, group), known):
        said = {name: labels.get(row.name, "") for name, labels in found.says.items()}
        measures = {
            name: getattr(row, name) for name in row.__slots__ if name not in ("person", "name", "organisation")
        }
        rows.append({"name": row.name, **said, **measures})
    return sorted(rows, key=lambda row: (-row["strength"], row["name"]))


def score_groups(found: Scores, column: str, least: int = LEAST) -> list[dict[str, object]]:
    """Give the measures of the groups of a table of scores, never of fewer people than `least`."""
    graph = found.graph
    labels = found.labels(column)
    measured = position(graph, found.groups(column))
    return _by_group(graph, [labels[found.name[one]] for one in graph.people.tolist()], _values(measured), least)
