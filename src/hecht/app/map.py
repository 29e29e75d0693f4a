"""The warm map: who is near, in which group, how contact goes, and who is asleep; at most 150 people, the rest in counts."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hecht.app.sectors import PRIVATE, REST
from hecht.app.snapshot import Snapshot
from hecht.core.ties.layers import bands
from hecht.core.ties.state import State
from hecht.core.ties.tie import Counts, Tie

MOST = 150
SECTORS = 8
FULL = 40
"""People from which a sector is crowded, so that the rest of it is only counted; more where there are few sectors."""
BACK = 90
"""Days over which movement between bands is shown."""
ROOM = 0.25
"""Share of contact with room for the other from which a person is drawn warm; below it, mostly task."""

_AWAY = (State.DORMANT, State.PERIPHERAL)


@dataclass(frozen=True, slots=True)
class Dot:
    """One person on the map.

    `band` counts from 1 (nearest). `before` is the band of three months earlier, None where there was none. `fill` is
    `room`, `task` or `unknown` (fewer than 20 contacts that say so). `size` is 2 in this week's suggestions, 1 with an
    open question either way, else 0.
    """

    person: int
    sector: str
    band: int
    before: int | None
    stated: bool
    state: str
    fill: str
    size: int


@dataclass(frozen=True, slots=True)
class Sector:
    """A group: its key and name (empty for `private` and `rest`), who is asleep in it, and how many are not drawn.

    `stated` says that the user gave it its name. `quieter` counts who is drawn as getting quieter, `suggested` who of it
    are in this week's suggestions.
    """

    key: str
    name: str
    asleep: tuple[int, ...]
    more: int
    stated: bool
    quieter: int
    suggested: int


@dataclass(frozen=True, slots=True)
class WarmMap:
    """The map at a day. `bands` are the layers of each band; none with fewer than 15 people."""

    as_of: int
    bands: tuple[tuple[int, ...], ...]
    sectors: tuple[Sector, ...]
    dots: tuple[Dot, ...]
    near: int
    quieter: int
    asleep: int


def warm_map(
    now: Snapshot,
    before: Snapshot | None,
    counts: Mapping[tuple[int, int], Counts],
    sector: Mapping[int, tuple[str, str]],
    proposed: Iterable[int],
    asked: Iterable[int],
    kept: Iterable[str],
    named: Mapping[str, str] | None = None,
    *,
    opening: Collection[int] = (),
) -> WarmMap:
    """Draw the map of a day.

    Args:
        now: the ties of that day.
        before: those of three months earlier, when there is anything.
        counts: counts by pair, for the relation part.
        sector: see `sectors_of`.
        proposed: people in the week's suggestions.
        asked: people with an open question either way.
        kept: keys of the sectors that have a place of their own today (at most eight); none to choose them.
        named: the names that the user gave to sectors, by key.
        opening: who of those asleep are of an organisation where the user has no other contact now; they come first.
    """
    shown = [tie for tie in now.ties.values() if drawn(tie)]
    people = sum(tie.layer is not None for tie in now.ties.values())
    cut = bands(people)
    band_of = {layer: number for number, layers in enumerate(cut, start=1) for layer in layers}
    shown.sort(key=lambda tie: (tie.layer or 0, -tie.strength, tie.alter))
    own = tuple(kept) or chosen(Counter(sector.get(tie.alter, (REST, ""))[0] for tie in shown[:MOST]))
    suggested, open_ = frozenset(proposed), frozenset(asked)

    def place(person: int) -> str:
        key = sector.get(person, (REST, ""))[0]
        return key if key in own or key == PRIVATE else REST

    placed = _within(shown, place)

    dots = tuple(
        Dot(
            person=tie.alter,
            sector=place(tie.alter),
            band=band_of.get(tie.layer or 0, 1),
            before=_band(before, tie.alter, band_of),
            stated=tie.stated,
            state=tie.state,
            fill=_fill(counts.get((now.ego, tie.alter))),
            size=2 if tie.alter in suggested else 1 if tie.alter in open_ else 0,
        )
        for tie in placed
    )
    sleeping = sorted(
        (tie for tie in now.ties.values() if tie.state is State.DORMANT),
        key=lambda tie: (tie.alter not in opening, -tie.facts.active_days, tie.alter),
    )
    names, given = dict(sector.values()), named or {}
    more = Counter(place(tie.alter) for tie in shown)
    more.subtract(dot.sector for dot in dots)
    more = +more
    keys = sorted({*(dot.sector for dot in dots), *(place(tie.alter) for tie in sleeping), *more}, key=_order(names))
    return WarmMap(
        as_of=now.as_of,
        bands=cut,
        sectors=tuple(
            Sector(
                key,
                given.get(key) or ("" if key in (PRIVATE, REST) else names.get(key, "")),
                tuple(tie.alter for tie in sleeping if place(tie.alter) == key),
                more[key],
                key in given,
                sum(dot.sector == key and dot.state == State.QUIETER for dot in dots),
                sum(dot.sector == key and dot.person in suggested for dot in dots),
            )
            for key in keys
        ),
        dots=dots,
        near=sum(dot.band <= (len(cut) + 1) // 2 for dot in dots) if cut else len(dots),
        quieter=sum(dot.state == State.QUIETER for dot in dots),
        asleep=len(sleeping),
    )


def opening(now: Snapshot, organisation: Mapping[int, str]) -> frozenset[int]:
    """Give who is asleep at an organisation (by person, empty where there is none) of which nobody else is awake."""
    awake = {""} | {organisation.get(one.alter, "") for one in now.ties.values() if one.state not in _AWAY}
    return frozenset(
        one.alter
        for one in now.ties.values()
        if one.state is State.DORMANT and organisation.get(one.alter, "") not in awake
    )


def _within(shown: Sequence[Tie], place: Callable[[int], str]) -> list[Tie]:
    """Give who is drawn: at most 150, and of a crowded sector only the nearest, so that the others keep their room."""
    full = max(FULL, MOST // max(len({place(tie.alter) for tie in shown}), 1))
    held: Counter[str] = Counter()
    found: list[Tie] = []
    for tie in shown:
        key = place(tie.alter)
        if held[key] < full and len(found) < MOST:
            held[key] += 1
            found.append(tie)
    return found


def chosen(size: Counter[str]) -> tuple[str, ...]:
    """Give the sectors that get a place of their own: the eight with most people drawn."""
    own = [key for key in size if key not in (PRIVATE, REST)]
    return tuple(sorted(own, key=lambda key: (-size[key], key))[:SECTORS])


def drawn(tie: Tie) -> bool:
    """Say whether a tie has a place on the map: layers 1 to 4, awake and more than in passing."""
    return tie.layer is not None and tie.layer <= 4 and tie.state not in _AWAY  # noqa: PLR2004 - layer 5 is in the list only


def _band(shot: Snapshot | None, person: int, band_of: Mapping[int, int]) -> int | None:
    tie = shot.ties.get(person) if shot else None
    return band_of.get(tie.layer) if tie and tie.layer is not None else None


def _fill(counts: Counts | None) -> str:
    share = counts.relation_share if counts else None
    if share is None:
        return "unknown"
    return "room" if share >= ROOM else "task"


def _order(names: Mapping[str, str]) -> Callable[[str], tuple[int, str]]:
    last = {PRIVATE: 1, REST: 2}
    return lambda key: (last.get(key, 0), names.get(key, key).casefold())
