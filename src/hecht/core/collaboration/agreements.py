"""Agreements and effects: what was agreed, who does it, by when; and what changed, against where it began and where it should go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.item import Item

TEMPLATES = {
    "new_ideas": "qualitative",
    "trust_grown": "qualitative",
    "service_kept": "quantitative",
    "money": "quantitative",
}
"""Effects that the article names (4.18): new ideas and trust grown, service agreements kept and money."""
LATE = 14
"""Days after which something agreed is asked about, so that nobody is asked on the day itself."""
RECENT = 90
"""Days of contact among those who must deliver that are shown beside an agreement."""


class Agreement(NamedTuple):
    """What was agreed: slot, what, which people do it, by when (a day), and on which day it was done (None: open)."""

    slot: str
    what: str
    people: tuple[int, ...]
    by: int | None
    done: int | None

    def open_for(self, as_of: int) -> int:
        """Give for how many days it is past its day, 0 when it is not, or is done, or has none."""
        return max(0, as_of - self.by) if self.done is None and self.by is not None else 0


class Observation(NamedTuple):
    """What was seen of an effect on a day, in words or as a number."""

    day: int
    text: str
    number: float | None


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect: what, its kind, how it is measured, where it began and where it should go, and what was seen of it.

    `way` is how far the last number is from baseline to target, in parts (0: as it began, 1: there; may be outside), None
    where one of the three is not known or baseline and target are equal.
    """

    slot: str
    what: str
    kind: str
    measure: str
    unit: str
    baseline: float | None
    target: float | None
    observed: tuple[Observation, ...]

    @property
    def way(self) -> float | None:
        """See the class."""
        last = next((one.number for one in reversed(self.observed) if one.number is not None), None)
        if last is None or self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (last - self.baseline) / (self.target - self.baseline)


def agreements(of: Collaboration) -> list[Agreement]:
    """Give what was agreed, what is due first in front; what is done comes last."""
    who: dict[str, list[int]] = {}
    for one in of.of("delivers"):
        person = of.person(one)
        if person is not None:
            who.setdefault(one.text("agreement"), []).append(person)
    done = {one.slot: one.since for one in of.of("done")}
    found = [
        Agreement(one.slot, one.text("what"), tuple(who.get(one.slot, ())), one.until, done.get(one.slot))
        for one in of.of("agreement")
    ]
    return sorted(found, key=lambda one: (one.done is not None, one.by if one.by is not None else 1 << 30, one.slot))


def effects(of: Collaboration, as_of: int) -> list[Effect]:
    """Give the effects in the order in which they were named, with what was seen of each up to a day."""
    seen: dict[str, list[Observation]] = {}
    for one in of.of("observation"):
        if one.since is not None and one.since <= as_of:
            seen.setdefault(one.text("effect"), []).append(
                Observation(one.since, one.text("text"), _float(one.value.get("number")))
            )
    return [
        Effect(
            slot=one.slot,
            what=one.text("what"),
            kind=one.text("kind"),
            measure=one.text("measure"),
            unit=one.text("unit"),
            baseline=_float(one.value.get("baseline")),
            target=_float(one.value.get("target")),
            observed=tuple(sorted(seen.get(one.slot, ()))),
        )
        for one in of.of("effect")
    ]


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def contact_beside(
    one: Agreement, items: Sequence[Item], party: Mapping[int, str], observer: int | None, as_of: int
) -> tuple[int | None, int | None]:
    """Give on how many of the last 90 days those who must deliver had contact with each other, and the last such day.

    None and None where it does not show: fewer than two of them, or none whose contact is seen (in one mailbox: the owner).
    """
    if len(one.people) < 2 or (observer is not None and observer not in one.people):  # noqa: PLR2004 - contact takes two
        return None, None
    known = [person for person in one.people if person in party]
    days = {item.day for item in items if len(set(known) & set(item.people)) > 1 and as_of - RECENT < item.day <= as_of}
    return len(days), max(days, default=None)
