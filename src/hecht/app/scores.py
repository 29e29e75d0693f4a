"""Analyst tables: scores between people or groups for one date, as Viva Insights exports them; never put into the log."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from hecht.core.errors import BadRosterError, NoSuchColumnError, NoSuchPathError
from hecht.core.identity import key_of
from hecht.core.network.graph import Graph, Ints

_SIDES = ("primarycollaborator_", "secondarycollaborator_")
_KEYS = ("personid", "person_id")
_DATE = "metricdate"
_ITSELF = ("within group", "collaborators within group")
"""What stands for a group's contact within itself: a loop, which is no tie."""
_USUAL = (
    "strong_tie_score",
    "strongtiescore",
    "diverse_tie_score",
    "diversetiescore",
    "group_collaboration_time_invested",
    "meeting_count",
    "mail_count",
)
"""Columns of which the first that is there is the strength of a tie, when none is named."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """A network from an analyst's table: what every id is called there, and what the table says of it by column."""

    graph: Graph
    name: Mapping[int, str]
    says: Mapping[str, Mapping[str, str]]

    def labels(self, column: str) -> dict[str, str]:
        """Give the label of everybody in a column, by the id of the table.

        Raises:
            NoSuchColumnError: the table says no such thing.
        """
        found = self.says.get(_plain(column))
        if found is None:
            raise NoSuchColumnError(", ".join(self.says))
        return {name: found.get(name, "") for name in self.name.values()}

    def groups(self, column: str) -> Ints:
        """Give the group of everybody as a number, in the graph's order; -1 where the table does not say."""
        labels = self.labels(column)
        number = {label: i for i, label in enumerate(sorted(set(labels.values()) - {""}))}
        ids = self.graph.people.tolist()
        return np.array([number.get(labels[self.name[one]], -1) for one in ids], dtype=np.int64)


def read_scores(path: str | Path, strength: str = "") -> Scores:
    """Read a table from person to person, person to group or group to group.

    Its columns are `PrimaryCollaborator_...` and `SecondaryCollaborator_...`, and scores.

    Raises:
        NoSuchPathError: there is no such file.
        BadRosterError: it is no such table, or a score is no number.
        NoSuchColumnError: `strength` is no column of it.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            return read_frame(next(rows, []), rows, strength)
    except FileNotFoundError as error:
        raise NoSuchPathError(str(path)) from error
    except (UnicodeDecodeError, ValueError) as error:
        raise BadRosterError(f"{path}: {error}") from error


def read_frame(columns: Iterable[str], rows: Iterable[Sequence[object]], strength: str = "") -> Scores:
    """Read the same table from rows in memory; see `read_scores`.

    Labels are joined by id, wherever a row names it: as primary or as secondary, in any order. Rows of one pair are summed.
    Where the table holds several dates the latest counts, since scores of two dates do not add up.
    """
    heads = [_plain(str(one)) for one in columns]
    keys = [_key(heads, side) for side in _SIDES]
    weigh = _strength(heads, strength)
    held = [list(row) for row in rows if row]
    for row in held:
        if str(row[keys[1]]).lower() in _ITSELF:
            row[keys[1]] = row[keys[0]]
    if _DATE in heads:
        dated = [(_day(row[heads.index(_DATE)]), row) for row in held]
        latest = max((day for day, _ in dated), default=0)
        held = [row for day, row in dated if day == latest]
    same_kind = heads[keys[0]].removeprefix(_SIDES[0]) == heads[keys[1]].removeprefix(_SIDES[1])
    ends = []
    for key in keys:
        kind = "" if same_kind else heads[key]
        ends.append([f"{kind}:{row[key]}" if kind else str(row[key]) for row in held])
    name = {key_of(f"table:{one}"): one for one in {*ends[0], *ends[1]}}
    known = {one: number for number, one in name.items()}
    first, second = ([known[one] for one in end] for end in ends)
    scores = [1.0 if weigh is None else float(str(row[weigh]) or 0) for row in held]
    says: dict[str, dict[str, str]] = {}
    for side, prefix in enumerate(_SIDES):
        for place, head in enumerate(heads):
            if head.startswith(prefix) and place != keys[side]:
                column = says.setdefault(head.removeprefix(prefix), {})
                for end, row in zip(ends[side], held, strict=True):
                    if row[place] not in ("", None):
                        column.setdefault(end, str(row[place]))
    return Scores(Graph.of_arcs(first, second, scores, people=name), name, says)


def _plain(head: str) -> str:
    return head.strip().lower().replace(" ", "_")


def _key(heads: Sequence[str], side: str) -> int:
    here = [i for i, head in enumerate(heads) if head.startswith(side)]
    if not here:
        raise BadRosterError(f"there is no column {side}...")
    return next((i for i in here if heads[i].removeprefix(side) in _KEYS), here[0])


def _strength(heads: Sequence[str], asked: str) -> int | None:
    if asked:
        if _plain(asked) not in heads:
            raise NoSuchColumnError(", ".join(one for one in heads if not one.startswith(_SIDES)))
        return heads.index(_plain(asked))
    return next((heads.index(one) for one in _USUAL if one in heads), None)


def _day(value: object) -> int:
    text = str(value).partition(" ")[0]
    parts = text.split("/")
    if len(parts) == 3:  # noqa: PLR2004 - day, month and year
        text = "-".join((parts[2], parts[1].zfill(2), parts[0].zfill(2)))
    return date.fromisoformat(text).toordinal()
