"""Corrections: what the user said of single interactions, and by how much hecht's judgement is moved for that user."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hecht.core.ties.amounts import Toned
from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, weights
from hecht.core.ties.tie import Counts
from hecht.sql import query
from hecht.stores.said import stated
from hecht.stores.store import Store

CORRECTIONS = {"task": 0, "both": 50, "room": 100}
"""What the user may say of one interaction, and the relation part that it then has."""
DRAWN = 20
"""Interactions that hecht's own judgement counts for, against the user's corrections, when it is shifted for a user."""
_CHAT = 4


class Corrected(NamedTuple):
    """The relation part of the interactions (by key) that the user corrected, and what is added to that of all others."""

    said: Mapping[int, int]
    shift: int

    def part(self, key: int, relation: int) -> int:
        """Give the relation part of an interaction of which hecht itself says `relation`."""
        found = self.said.get(key)
        return max(0, min(100, relation + self.shift)) if found is None else found


def said_of(store: Store) -> dict[int, int]:
    """Give the relation part of every interaction that the user corrected, by key."""
    return {one.other: CORRECTIONS[one.value] for one in stated(store, "tone") if one.value in CORRECTIONS}


def corrected(said: Mapping[int, int], judged: Iterable[tuple[int, int]]) -> Corrected:
    """Give the corrections with the shift that they make: their mean, drawn to nothing by twenty that needed none.

    Args:
        said: what the user said, by key.
        judged: (key, hecht's own relation part) of interactions; those that were not corrected are passed over.
    """
    moved = {key: said[key] - relation for key, relation in judged if key in said} if said else {}
    return Corrected(said, round(sum(moved.values()) / (DRAWN + len(moved))) if moved else 0)


def toned(store: Store, ego: int, as_of: int, alter: int = 0, since: int = -1) -> dict[int, list[Toned]]:
    """Give the tone of contact of a person (`ego`, the user) with each other, in time, as the user corrected it.

    With `alter` (0: everybody) and `since` less is read; the shift still rests on every correction up to that day.
    """
    said = said_of(store)
    rows = store.rows(query("tones"), {"ego": ego, "alter": alter, "since": since, "as_of": as_of})
    every = rows
    if said and (alter or since >= 0):
        every = store.rows(query("tones"), {"ego": ego, "alter": 0, "since": -1, "as_of": as_of})
    by = corrected(said, ((int(row[2] or 0), int(row[6] or 0)) for row in every))
    found: defaultdict[int, list[Toned]] = defaultdict(list)
    for row in rows:
        person, _, key, day, channel, mine, relation, friction = (int(value or 0) for value in row)
        found[person].append(Toned(key, day, channel, bool(mine), by.part(key, relation), friction))
    return dict(found)


def with_corrections(
    store: Store, ego: int, as_of: int, counts: Mapping[tuple[int, int], Counts]
) -> dict[tuple[int, int], Counts]:
    """Give counts in which the relation parts of the user's own ties are as the user corrected them.

    The log keeps sums of what hecht itself says; where nothing was corrected they stand, and nothing more is read.
    """
    if not said_of(store):
        return dict(counts)
    slow, chat = weights(HALF_LIFE_SLOW), weights(HALF_LIFE_CHAT)
    given = dict(counts)
    for person, items in toned(store, ego, as_of).items():
        pair = next((one for one in ((ego, person), (person, ego)) if one in counts), None)
        if pair is None:
            continue
        relation = weight = weight_relation = 0
        for item in items:
            by, age = chat if item.channel == _CHAT else slow, as_of - item.day
            weighs = by[age] if age < len(by) else 0
            relation += item.relation
            weight += weighs
            weight_relation += item.relation * weighs
        given[pair] = counts[pair]._replace(
            known=len(items), relation=relation, weight_known=weight, weight_relation=weight_relation
        )
    return given
