"""Corrections: what the user said of single interactions, and by how much hecht's judgement is moved for that user."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
"""Interactions that what is otherwise known counts for, against the user's corrections, when a judgement is shifted."""
_CHAT = 4


class Corrected(NamedTuple):
    """The relation part of the interactions (by key) that the user corrected, and what is added to that of all others.

    `shifts` has what is added by channel, `elsewhere` what is added where nothing was corrected in that channel.
    """

    said: Mapping[int, int]
    shifts: Mapping[int, int]
    elsewhere: int = 0

    def part(self, key: int, channel: int, relation: int) -> int:
        """Give the relation part of an interaction of which hecht itself says `relation`."""
        found = self.said.get(key)
        return max(0, min(100, relation + self.shifts.get(channel, self.elsewhere))) if found is None else found


def said_of(store: Store) -> dict[int, int]:
    """Give the relation part of every interaction that the user corrected, by key."""
    return {one.other: CORRECTIONS[one.value] for one in stated(store, "tone") if one.value in CORRECTIONS}


def corrected(said: Mapping[int, int], judged: Iterable[tuple[int, int, int]]) -> Corrected:
    """Give the corrections with the shift that they make in each channel.

    A user who finds hecht too cold about mail may find it right about meetings. So a channel is shifted by the mean of
    its own corrections, drawn to what those in the other channels say together, as that is drawn to nothing:
    `shift(c) = (20 rest(c) + sum of c's corrections) / (20 + number of c's)`, with
    `rest(c) = sum of the others' corrections / (20 + number of the others')`; a correction is what the user said less what
    hecht said. With few of its own a channel follows the rest, and no correction counts twice.

    Args:
        said: what the user said, by key.
        judged: (key, channel, hecht's own relation part) of interactions; those that were not corrected are passed over,
            and one that comes back counts once.
    """
    moved = {key: (channel, said[key] - relation) for key, channel, relation in judged if key in said} if said else {}
    by: defaultdict[int, list[int]] = defaultdict(list)
    for channel, by_how_much in moved.values():
        by[channel].append(by_how_much)
    total, count = sum(map(sum, by.values())), len(moved)
    shifts = {}
    for channel, own in by.items():
        rest = (total - sum(own)) / (DRAWN + count - len(own))
        shifts[channel] = round((DRAWN * rest + sum(own)) / (DRAWN + len(own)))
    return Corrected(said, shifts, round(total / (DRAWN + count)))


def as_corrected(store: Store, as_of: int) -> Corrected:
    """Give the user's corrections, with the shifts that all of them up to a day make."""
    said, ego = said_of(store), int(store.rows(query("ego"))[0][0] or 0)
    return corrected(said, _judged(_tones(store, ego, as_of)) if said else ())


def _tones(store: Store, ego: int, as_of: int, alter: int = 0, since: int = -1) -> list[tuple[int, ...]]:
    rows = store.rows(query("tones"), {"ego": ego, "alter": alter, "since": since, "as_of": as_of})
    return [tuple(int(value or 0) for value in row) for row in rows]


def _judged(rows: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, int, int]]:
    return ((key, channel, relation) for _, _, key, _, channel, _, relation, _ in rows)


def toned(store: Store, ego: int, as_of: int, alter: int = 0, since: int = -1) -> dict[int, list[Toned]]:
    """Give the tone of contact of a person (`ego`, the user) with each other, in time, as the user corrected it.

    With `alter` (0: everybody) and `since` less is read; the shift still rests on every correction up to that day.
    """
    rows = _tones(store, ego, as_of, alter, since)
    by = as_corrected(store, as_of) if alter or since >= 0 else corrected(said_of(store), _judged(rows))
    found: defaultdict[int, list[Toned]] = defaultdict(list)
    for person, _, key, day, channel, mine, relation, friction in rows:
        found[person].append(Toned(key, day, channel, bool(mine), by.part(key, channel, relation), friction))
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
