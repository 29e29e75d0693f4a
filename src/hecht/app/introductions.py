"""Introductions: whom one could bring together, why, and what is asked of the user first."""

from collections.abc import Iterable
from dataclasses import dataclass

from hecht.app.acquaintance import Acquaintance, acquaintance, seen_for_introductions
from hecht.app.common import Matter, common_places, common_topics
from hecht.app.people import Person, find, people, persons_of
from hecht.app.settings import now
from hecht.app.snapshot import whole
from hecht.core.errors import ItIsYouError, SamePersonError
from hecht.core.network.graph import Graph
from hecht.core.network.introductions import Introduction, Seen, introductions
from hecht.core.network.worth import Common, worth
from hecht.sql import query
from hecht.stores.said import Statement, decide, stated
from hecht.stores.store import Store

KIND = "acquainted"
LOOKED_AT = 500
"""Pairs that are looked at, the likeliest first, besides all that share a topic."""


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """Two people who could be introduced.

    `score` is how likely they would find each other, `worth` the order shown (`core.network.worth`). `broker` stands
    closest to both, `shared` are all who know both. `certain` says that the log sees all contact of one of them, so that
    they do not know each other; `told` that the user said so; else one asks the user first. `topics` is a title of each
    on one matter, `place` a mailing list of both. `opens_a` and `opens_b` are the people and organisations that the one
    gets within reach through the other, as far as is seen.
    """

    a: Person
    b: Person
    score: float
    worth: float
    broker: Person | None
    shared: tuple[Person, ...]
    certain: bool
    told: bool
    together: int
    topics: tuple[str, str] | None
    place: str
    opens_a: tuple[int, int]
    opens_b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class IntroductionsView:
    """Introductions in the order to show them; `ego` is None in a whole network's log, `pooled` counts other logs."""

    rows: tuple[IntroductionRow, ...]
    ego: int | None
    pooled: int
    seen_through: tuple[str, ...]


def introductions_of(store: Store, as_of: int, most: int = 20) -> IntroductionsView:
    """Give pairs that could be introduced, what is worth most first; 0 gives all that are looked at.

    In a whole network's log the order is that of the score, for there nothing else is known; all pairs can be had there.
    """
    found = acquaintance(store, as_of, pace=3)
    seen = seen_for_introductions(store, found)
    known, strange = acquainted(store)
    if found.ego is None:
        pairs = introductions(seen, acquainted=known, most=most or None)
        common = {}
    else:
        topics, places = common_topics(store, found.ego, as_of), common_places(store, as_of)
        pairs = introductions(seen, around=found.ego, acquainted=known, most=max(LOOKED_AT, most), also=topics)
        common = {(one.a, one.b): _common(found, seen, one, topics, places, strange) for one in pairs}
    judged = [(one, one.score if found.ego is None else worth(one.score, common[one.a, one.b])) for one in pairs]
    judged.sort(key=lambda pair: (-pair[1], -pair[0].score, pair[0].a, pair[0].b))
    chosen = judged[:most] if most else judged
    reach = _Reach(found)
    rows = tuple(_row(found, reach, one, value, common.get((one.a, one.b))) for one, value in chosen)
    return IntroductionsView(rows, found.ego, found.pooled, found.seen_through)


def acquainted(store: Store) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Give the pairs of whom the user said that they know each other, and those of whom they said that they do not."""
    told = stated(store, KIND)
    person_of = persons_of(store, {key for one in told for key in (one.identifier, one.other)})
    last: dict[tuple[int, int], bool] = {}
    for one in told:
        if one.identifier in person_of and one.other in person_of:
            a, b = sorted((person_of[one.identifier], person_of[one.other]))
            last[a, b] = one.value == "yes"
    return {pair for pair, yes in last.items() if yes}, {pair for pair, yes in last.items() if not yes}


def say_acquainted(store: Store, a: str, b: str, *, yes: bool | None) -> tuple[Person, Person]:
    """Note whether two people know each other, instead of what was said before; None takes that back.

    Raises:
        NobodyFoundError, SeveralFoundError: see `find`.
        SamePersonError: they are one person.
        ItIsYouError: one of them is the user, whom hecht need not ask about.
    """
    everyone = people(store)
    one, other = find(everyone, a), find(everyone, b)
    if one.id == other.id:
        raise SamePersonError(one.name)
    ego = _ego(store)
    if ego in (one.id, other.id):
        raise ItIsYouError(everyone[ego].name)
    told = stated(store, KIND)
    person_of = persons_of(store, {key for some in told for key in (some.identifier, some.other)})
    before = [
        some.id for some in told if {person_of.get(some.identifier), person_of.get(some.other)} == {one.id, other.id}
    ]
    low, high = sorted((one.id, other.id))
    new = [] if yes is None else [Statement(KIND, low, high, "yes" if yes else "no")]
    if new or before:
        decide(store, now(), new, before)
    return one, other


def _ego(store: Store) -> int:
    """Give the user's person, or 0 in a log that is nobody's."""
    return 0 if whole(store) else int(store.rows(query("ego"))[0][0] or 0)


class _Reach:
    """Whom somebody opens up for somebody else: their contacts, the user and the other's own left out."""

    def __init__(self, found: Acquaintance) -> None:
        self.found = found
        self.rows = found.known.rows

    def of(self, person: int) -> set[int]:
        graph = self.found.known
        place = int(graph.index([person])[0])
        return {int(graph.people[one]) for one in self.rows.other[self.rows.start[place] : self.rows.start[place + 1]]}

    def opened(self, person: int, through: int) -> tuple[int, int]:
        own = self.of(person) | {person}
        new = self.of(through) - own - {self.found.ego} | {through}
        houses = {self.found.organisation(one) for one in own}
        return len(new), len({self.found.organisation(one) for one in new} - houses - {""})


def _common(
    found: Acquaintance,
    seen: Seen,
    one: Introduction,
    topics: dict[tuple[int, int], Matter],
    places: dict[tuple[int, int], str],
    strange: Iterable[tuple[int, int]],
) -> Common:
    pair = (one.a, one.b)
    matter = topics.get(pair)
    houses = found.organisation(one.a), found.organisation(one.b)
    a, b = (int(place) for place in found.graph.index([one.a, one.b]))
    return Common(
        topics=matter.titles if matter else None,
        times=matter.times if matter else 0,
        place=places.get(pair, ""),
        apart=bool(houses[0] and houses[1] and houses[0] != houses[1]),
        together=int(_strength(seen.days, a, b)),
        certain=bool(found.whole[a] or found.whole[b]),
        told=pair in set(strange),
    )


def _strength(graph: Graph, a: int, b: int) -> float:
    here = (graph.a == min(a, b)) & (graph.b == max(a, b))
    return float(graph.strength[here].sum())


def _row(found: Acquaintance, reach: _Reach, one: Introduction, value: float, common: Common | None) -> IntroductionRow:
    return IntroductionRow(
        a=found.people[one.a],
        b=found.people[one.b],
        score=round(one.score, 6),
        worth=round(value, 6),
        broker=None if one.broker is None else found.people[one.broker],
        shared=tuple(found.people[person] for person in one.shared),
        certain=common.certain if common else True,
        told=common.told if common else False,
        together=common.together if common else 0,
        topics=common.topics if common else None,
        place=common.place if common else "",
        opens_a=reach.opened(one.a, one.b),
        opens_b=reach.opened(one.b, one.a),
    )
