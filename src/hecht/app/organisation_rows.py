"""What the report on an organisation says: a row a department, a row a named person, and what it was seen through."""

from dataclasses import dataclass

from hecht.core.network.groups import Change
from hecht.core.network.resampled import Interval


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One department (or other group); every figure is of all its `people`.

    `contacts` is the mean number of people that one has contact with, inside the organisation; `outside` the share of contact
    (strength) with other departments; `e_i` the E-I index of its ties with the 95 % interval over people; `expected` its contact
    with other departments as a ratio to that of departments of its size, with the 95 % interval, and `closed` whether that is so
    little that it keeps to itself (both by core.network.closed; nan among too few departments); `roles` the mean
    number of pairs one stands between, by role; `busiest` the share of its contact that rests on its `least` busiest people,
    None where the others are fewer than that, of whom the rest of it would tell;
    `hours` in meetings a week and person; `task` and `relation` amounts of the quarter, None where too little is known.
    The changes are against the quarter before, of the same people, None where there was no log yet.
    """

    name: str
    people: int
    contacts: float
    outside: float
    e_i: Interval
    expected: Interval
    closed: bool
    roles: tuple[float, ...]
    across: float
    busiest: float | None
    hours: float
    task: float | None
    relation: float | None
    contacts_change: Change | None
    hours_change: Change | None
    outside_before: float | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who is named, and why.

    `broker`: a link (core.network.links) with `groups`, with each of which they have at least `times` times the contact that
    their own group has; `share` (0-1) is the part of their contact that is more than that. `load`: much rests on them
    (core.network.leaning): `times` the contact that is usual in their group, a main contact of a `share` of their contacts,
    `asked` when more comes to them than goes out; `before` is `times` a quarter earlier (None without contact or log then), `hours`
    in meetings a week, and `hours_usual` the median of their group. `times` is with its 95 % interval.
    """

    why: str
    identifier: str
    name: str
    group: str
    times: Interval
    share: float
    groups: tuple[str, ...] = ()
    asked: bool = False
    before: float | None = None
    hours: float | None = None
    hours_usual: float | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the figures were seen through, and what was not: shown before anything else."""

    first: str
    as_of: str
    before: str | None
    rows: int
    unreadable: int
    channels: tuple[str, ...]
    empty_months: tuple[str, ...]
    people_in_log: int
    people_on_list: int
    people_unseen: int
    people_shown: int
    beyond: float
    kept: bool
    tone: bool


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """A report; `matrix[i][j]` is the share of the contact of group i that is with group j, in the order of `groups`."""

    column: str
    least: int
    purpose: str
    coverage: Coverage
    groups: tuple[GroupRow, ...]
    matrix: tuple[tuple[float, ...], ...]
    all_outside: float
    brokers: int | None
    loaded: int | None
    people: tuple[PersonRow, ...]
