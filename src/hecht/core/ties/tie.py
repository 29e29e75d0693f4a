"""A tie: everything that is said of the contact between two people, assembled from facts."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from hecht.core.ties.contact import MEMORY, p_contact
from hecht.core.ties.layers import layers
from hecht.core.ties.reciprocity import reciprocity
from hecht.core.ties.rhythm import WINDOW, percentile_gap, rhythm
from hecht.core.ties.state import State, state
from hecht.core.ties.strength import (
    HALF_LIFE_CHAT,
    HALF_LIFE_SLOW,
    relation_share,
    strength,
    warmth,
    weights,
)

HORIZONS = (30, 90, 180)
CHANNELS = ("mail", "meeting", "call", "chat", "visit")


class Facts(NamedTuple):
    """One row of `sql/facts.sql`: a pair, its first and last day, active days (all, last 548, last 540), weight sum."""

    a: int
    b: int
    first: int
    last: int
    active_days: int
    active_548: int
    active_540: int
    weight: int

    @classmethod
    def of(cls, ego: int, alter: int, days: Sequence[int], slow: Sequence[int], as_of: int) -> "Facts":
        """Give the facts of one tie from its active days in order (rows of `sql/active.sql`); `slow` is 0 for one of only chat.

        The same numbers as `sql/facts.sql` gives; days that are needed anyway need not be counted twice.
        """
        if all(slow) and as_of - days[0] < len(_WEIGHTS[1]):
            weight = sum(
                map(_WEIGHTS[1].__getitem__, map(as_of.__sub__, days))
            )  # nearly every tie, several times faster
        else:
            weight = 0
            for day, steady in zip(days, slow, strict=True):
                age = as_of - day
                scale = _WEIGHTS[steady]
                weight += scale[age] if age < len(scale) else 0
        active_540 = len(days) - bisect_right(days, as_of - WINDOW)
        active_548 = len(days) - bisect_right(days, as_of - MEMORY)
        return cls(ego, alter, days[0], days[-1], len(days), active_548, active_540, weight)


_WEIGHTS = (weights(HALF_LIFE_CHAT), weights(HALF_LIFE_SLOW))


class Counts(NamedTuple):
    """One row of `sql/counts.sql`: contact days by channel, what went either way, and the relation part."""

    a: int
    b: int
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
    weight_known: int
    weight_relation: int

    def seen_by(self, person: int) -> "Counts":
        """Give the same counts with `person` as a: sent is then what that person sent."""
        if self.a == person:
            return self
        return self._replace(
            a=self.b, b=self.a, sent=self.received, received=self.sent, opened_a=self.opened_b, opened_b=self.opened_a
        )

    @property
    def reciprocity(self) -> float | None:
        """See `core.ties.reciprocity`."""
        return reciprocity(self.sent, self.received)

    @property
    def relation_share(self) -> float | None:
        """See `core.ties.strength.relation_share`."""
        return relation_share(self.known, self.relation)

    def warmth(self, weight: int) -> float | None:
        """See `core.ties.strength.warmth`; `weight` is the tie's."""
        return warmth(weight, self.known, self.weight_known, self.weight_relation)

    @property
    def channels(self) -> tuple[str, ...]:
        """Name the channels, the one with most contact days first."""
        days = dict(zip(CHANNELS, self[2:7], strict=True))
        return tuple(sorted((name for name in CHANNELS if days[name]), key=lambda name: -days[name]))


class Outlook(Protocol):
    """Chances of contact by tie, worked out when the first is asked for."""

    def of(self, ego: int, alter: int, /) -> tuple[float, float, float]:
        """Give the chances within 30, 90 and 180 days; 0 without contact in the last 548."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie at one moment: silence and rhythm in days, strength in decayed active days.

    `layer` is None for a dormant tie, for one without contact in the last 540 days, and where ties are not
    one person's. Where the user states a layer, `layer` is that one (`stated`), and `computed` what the log gives.
    """

    ego: int
    alter: int
    facts: Facts
    silence: int
    rhythm: float | None
    strength: float
    state: State
    layer: int | None
    computed: int | None = None
    stated: bool = False
    outlook: Outlook | None = field(default=None, compare=False, repr=False)

    @property
    def p_contact(self) -> tuple[float, float, float]:
        """Give the chances of contact within 30, 90 and 180 days (of a tie that the log can see whole).

        As the log itself corrects them where it has an `outlook` (see `core.ties.chances`), else those of model A.
        """
        if self.outlook is not None:
            return self.outlook.of(self.ego, self.alter)
        one, two, three = (p_contact(self.silence, self.facts.active_548, horizon) for horizon in HORIZONS)
        return one, two, three

    @property
    def likely(self) -> float:
        """Give the chance within 90 days by model A as it comes: to put ties in order, for which no fit is needed."""
        return p_contact(self.silence, self.facts.active_548, HORIZONS[1])


def assess(
    facts: Sequence[Facts],
    as_of: int,
    *,
    days: Mapping[int, Sequence[int]] | None = None,
    before: Sequence[int | None] = (),
    outlook: Outlook | None = None,
    whole: bool = False,
    own: bool = True,
) -> list[Tie]:
    """Assemble ties from their facts.

    Args:
        facts: facts of pairs, `a` being ego.
        as_of: the day of looking; no fact is later.
        days: by alter the active days of the last 540 days, in order; not needed when `whole`.
        before: the layers at the reference day before (`layers_before`), in the order of `facts`.
        outlook: what gives their chances.
        whole: the log holds a whole network (see `state`).
        own: these are all the ties of one person, so that they fall into layers.

    Returns:
        Ties in the order of `facts`.
    """
    held = days or {}
    states = [_state(fact, as_of, usual_longest=percentile_gap(held.get(fact.b, ())), whole=whole) for fact in facts]
    layer = _layers(facts, states, before) if own and not whole else [None] * len(facts)
    return [
        Tie(
            ego=fact.a,
            alter=fact.b,
            facts=fact,
            silence=as_of - fact.last,
            rhythm=rhythm(fact.first, fact.last, fact.active_days),
            strength=strength(fact.weight),
            state=states[index],
            layer=layer[index],
            computed=layer[index],
            outlook=outlook,
        )
        for index, fact in enumerate(facts)
    ]


def _state(fact: Facts, as_of: int, *, usual_longest: float | None, whole: bool = False) -> State:
    return state(
        active_days=fact.active_days,
        silence=as_of - fact.last,
        age=as_of - fact.first,
        rhythm=rhythm(fact.first, fact.last, fact.active_days),
        usual_longest=usual_longest,
        whole=whole,
    )


def _layers(facts: Sequence[Facts], states: Sequence[State], before: Sequence[int | None]) -> list[int | None]:
    counted = [i for i, fact in enumerate(facts) if states[i] is not State.DORMANT and fact.active_540]
    given: list[int | None] = [None] * len(facts)
    had = [before[i] for i in counted] if before else ()
    for i, layer in zip(counted, layers([facts[i].active_540 for i in counted], had), strict=True):
        given[i] = layer
    return given
