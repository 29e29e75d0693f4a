"""A tie: everything that is said of the contact between two people, assembled from facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from hecht.core.ties.contact import p_contact
from hecht.core.ties.layers import layers
from hecht.core.ties.reciprocity import reciprocity
from hecht.core.ties.rhythm import percentile_gap, rhythm
from hecht.core.ties.state import State, state
from hecht.core.ties.strength import relation_share, strength, warmth

HORIZONS = (30, 90, 180)
CHANNELS = ("mail", "meeting", "call", "chat", "visit")


class Facts(NamedTuple):
    """One row of `sql/facts.sql`: pair, days, counts and weight sums, a being one and b the other side."""

    a: int
    b: int
    first: int
    last: int
    active_days: int
    active_548: int
    active_540: int
    mail: int
    meeting: int
    call: int
    chat: int
    visit: int
    sent: int
    received: int
    opened_a: int
    opened_b: int
    together: int
    direct: int
    known: int
    relation: int
    weight: int
    weight_known: int
    weight_relation: int

    def seen_by(self, person: int) -> "Facts":
        """Give the same facts with `person` as a."""
        if self.a == person:
            return self
        return self._replace(
            a=self.b, b=self.a, sent=self.received, received=self.sent, opened_a=self.opened_b, opened_b=self.opened_a
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie at one moment, with everything that is derived of it (units are days unless said).

    `p_contact` holds the chances within 30, 90 and 180 days, or None for a tie among others that is only seen
    through shared mail and meetings. `one_to_one` counts interactions in which nobody else took part.
    `layer` is None for a dormant tie and for one without contact in the last 540 days.
    """

    ego: int
    alter: int
    facts: Facts
    silence: int
    rhythm: float | None
    strength: float
    warmth: float | None
    reciprocity: float | None
    relation_share: float | None
    p_contact: tuple[float, float, float] | None
    state: State
    layer: int | None

    @property
    def one_to_one(self) -> int:
        """Count the interactions of the two alone."""
        return self.facts.direct

    @property
    def channels(self) -> tuple[str, ...]:
        """Name the channels, the one with most active days first."""
        counts = self.facts[7:12]
        order = sorted(range(len(CHANNELS)), key=lambda index: (-counts[index], index))
        return tuple(CHANNELS[index] for index in order if counts[index])


def assess(
    facts: Sequence[Facts],
    as_of: int,
    *,
    days: Mapping[int, Sequence[int]] | None = None,
    whole: bool = False,
    chances: bool = True,
) -> list[Tie]:
    """Assemble ties from their facts.

    Args:
        facts: rows of `sql/facts.sql`, each already seen by the side that is to be ego.
        as_of: the day of looking; no fact is later.
        days: active days of the last 540 days by alter, for the tie's own longest usual gap.
        whole: the log holds a whole network (see `state`); layers are then not given, since they are an
            ego's.
        chances: whether p_contact may be given; False for ties among others in one person's log.

    Returns:
        Ties in the order of `facts`.
    """
    if not facts:
        return []
    silence = np.array([as_of - fact.last for fact in facts])
    active = np.array([fact.active_548 for fact in facts])
    chance = [p_contact(silence, active, horizon).tolist() for horizon in HORIZONS] if chances else None
    own_days = days or {}
    ties = []
    for index, fact in enumerate(facts):
        usual = rhythm(fact.first, fact.last, fact.active_days)
        ties.append(
            Tie(
                ego=fact.a,
                alter=fact.b,
                facts=fact,
                silence=as_of - fact.last,
                rhythm=usual,
                strength=strength(fact.weight),
                warmth=warmth(fact.weight, fact.known, fact.weight_known, fact.weight_relation),
                reciprocity=reciprocity(fact.sent, fact.received),
                relation_share=relation_share(fact.known, fact.relation),
                p_contact=(chance[0][index], chance[1][index], chance[2][index]) if chance else None,
                state=state(
                    active_days=fact.active_days,
                    silence=as_of - fact.last,
                    age=as_of - fact.first,
                    rhythm=usual,
                    usual_longest=percentile_gap(own_days.get(fact.b, ())),
                    whole=whole,
                ),
                layer=None,
            )
        )
    return ties if whole or not chances else _with_layers(ties)


def _with_layers(ties: list[Tie]) -> list[Tie]:
    counted = [i for i, tie in enumerate(ties) if tie.state is not State.DORMANT and tie.facts.active_540]
    given = layers([ties[i].facts.active_540 for i in counted]).tolist()
    for i, layer in zip(counted, given, strict=True):
        ties[i] = replace(ties[i], layer=layer)
    return ties
