"""Worth: the order in which introductions are shown, which prefers what is not obvious over what would happen anyway."""

from typing import NamedTuple

PLACE, APART, TOLD = 1.5, 2.0, 2.0
"""By how much a pair gains that shares a place, or works in two organisations, and of which it was said that they
do not know each other: a choice, not a measurement."""
MOST_TIMES = 6
"""Titles on one matter beyond which more of them add nothing."""
SAME = 0.1
"""What a pair keeps of which both are seen together: most of them know each other, and the others soon will."""


class Common(NamedTuple):
    """What two people have in common.

    `topics` is a title of each on one matter and `times` how many such titles there are; `apart` says that they work in
    two organisations. `together` is on how many days they stood in one mail or meeting, `certain` says that all contact of
    one of them is seen, and `told` that the user said that they do not know each other.
    """

    topics: tuple[str, str] | None = None
    times: int = 0
    place: str = ""
    apart: bool = False
    together: int = 0
    certain: bool = False
    told: bool = False


def worth(score: float, common: Common) -> float:
    """Give the worth of an introduction: the root of its score, multiplied for what is in common.

    The factors: 1 + the titles on one matter (at most 7 together); 1.5 for a place; 2 for two organisations; 2 when the
    user said that they do not know each other, and otherwise a tenth when both stood in one mail or meeting on some day.
    The root keeps a likely pair from standing above a useful one.
    """
    value: float = score**0.5
    value *= 1 + min(common.times, MOST_TIMES)
    value *= PLACE if common.place else 1.0
    value *= APART if common.apart else 1.0
    if common.told:
        return value * TOLD
    return value * SAME if common.together else value
