"""Matching for the week: who may answer the user's asks, who seeks what they bring, and what several good contacts share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hecht.app.answer import About, answered
from hecht.app.bridging import out_through
from hecht.app.common import Matter
from hecht.app.exchange import wishes
from hecht.app.grounds import gather
from hecht.app.ledger import spared
from hecht.app.people import people
from hecht.app.snapshot import Snapshot
from hecht.app.topics_kept import kept
from hecht.core.exchange.asks import Need
from hecht.core.moves.move import Common, Exchange, Fits, matters
from hecht.core.moves.preferences import Preferences
from hecht.core.organisation import domain_of
from hecht.sql import query
from hecht.stores.store import Store

FIRST = 3
"""People a question is proposed to be put to, besides those with something new."""
GOAL_WORDS = 2
"""Words of a goal that somebody's titles must hold together."""
TWICE, MONTH = 2, 28
"""Titles, and days in which they came up, from which three people are said to have a matter in common."""
LATELY = 180
"""Days in which what somebody shares with the user counts as shared."""


def matching(store: Store, shot: Snapshot) -> tuple[list[Fits], list[Fits], list[Exchange], frozenset[int]]:
    """Give who may answer the user's asks, who seeks what the user brings, who brings what another seeks, and whom to spare.

    Nothing is looked up as long as nobody asked or offered anything; else what answers rest on is gathered once for all.
    """
    held = wishes(store, shot.as_of)
    sparing = spared(store, shot.ego, shot.as_of)
    if not held:
        return [], [], [], sparing
    grounds = gather(store, shot.as_of, shot=shot)
    answers: list[Fits] = []
    wanted: list[Fits] = []
    exchanges: list[Exchange] = []
    for one in held:
        if one.need is Need.THINKING_ALONG or (not one.mine and not one.asked):
            continue
        found = answered(one, grounds)
        if not one.mine:
            exchanges += [
                Exchange(one.person, fit.person.id, one.text, fit.wish.text, max(one.since, fit.wish.since))
                for fit in found.known
                if fit.wish and one.person in shot.ties
            ]
            continue
        asked = {bridge.person.id for bridge in out_through(store, one)} if one.asked else set()
        for place, fit in enumerate(found.known):
            title, day = (fit.wish.text, fit.wish.since) if fit.wish else _newest(fit.about)
            if fit.person.id in asked or (one.asked and place >= FIRST and day < one.since):
                continue
            made = Fits(one.key, fit.person.id, one.text, title, day, one.since, fit.wish is not None)
            if one.asked:
                answers.append(made)
            elif fit.wish:
                wanted.append(made)
    return answers, wanted, exchanges, sparing


def _newest(about: Iterable[About]) -> tuple[str, int]:
    best = max(about, key=lambda one: (one.last, one.text), default=None)
    return ("", -1) if best is None else (best.text, best.last)


def shared(
    store: Store, shot: Snapshot, wishes_: Preferences, topics: Mapping[tuple[int, int], Matter]
) -> list[Common]:
    """Give the goals and matters that at least three people of layers 1-3, of two organisations or more, share with the user.

    Three who all took part in something with each other before are not brought together over a matter: they are already.
    """
    near = {person for person, tie in shot.ties.items() if matters(tie)}
    found: list[Common] = []
    if wishes_.goals and kept(store):
        found += _goals(store, shot, wishes_, near)
    pairs = {pair for pair in topics if set(pair) <= near}
    for a, b in sorted(pairs):
        for c in sorted({one for pair in pairs for one in pair if one > b}):
            if (a, c) in pairs and (b, c) in pairs and _alive((topics[a, b], topics[a, c], topics[b, c]), shot.as_of):
                matter = topics[a, b]
                found.append(Common(matter.titles[0], matter.day, (a, b, c), goal=False))
    met = _met(store, {person for one in found if not one.goal for person in one.people}, shot.as_of)
    found = [one for one in found if one.goal or not all({*one.people} <= {a, *met[a]} for a in one.people)]
    houses = _houses(store, {person for one in found for person in one.people})
    return [one for one in found if len({houses.get(person, "") for person in one.people} - {""}) > 1]


def _alive(some: Iterable[Matter], as_of: int) -> bool:
    """Say whether each of some matters came up in the last four weeks, and in two titles or more: one may be chance."""
    return all(one.times >= TWICE and one.day > as_of - MONTH for one in some)


def _met(store: Store, some: Iterable[int], as_of: int) -> dict[int, set[int]]:
    """Give with whom each of some people ever took part in a mail or meeting of at most 25 people."""
    return {
        person: {int(other or 0) for (other,) in store.rows(query("acquainted"), {"person": person, "as_of": as_of})}
        for person in some
    }


def _goals(store: Store, shot: Snapshot, wishes_: Preferences, near: set[int]) -> list[Common]:
    stems: dict[tuple[int, str], tuple[set[str], int]] = defaultdict(lambda: (set(), 0))
    params = {"ego": shot.ego, "as_of": shot.as_of, "since": shot.as_of - LATELY}
    for person, stem, title, day in store.rows(query("stems_days"), params):
        if person in near:
            held, last = stems[int(person or 0), str(title)]
            held.add(str(stem))
            stems[int(person or 0), str(title)] = held, max(last, int(day or 0))
    sharing: dict[str, dict[int, int]] = defaultdict(dict)
    for (person, _), (held, day) in stems.items():
        count, goal = wishes_.goal_of(held)
        if count >= GOAL_WORDS:
            sharing[goal][person] = max(sharing[goal].get(person, 0), day)
    return [
        Common(goal, max(days.values()), tuple(sorted(days)), goal=True)
        for goal, days in sharing.items()
        if len(days) > 2  # noqa: PLR2004 - three
    ]


def _houses(store: Store, some: Iterable[int]) -> dict[int, str]:
    wanted = sorted(some)
    named = people(store, wanted) if wanted else {}
    return {
        person: next((domain for text in one.identifiers if (domain := domain_of(text))), one.organisation)
        for person, one in named.items()
    }
