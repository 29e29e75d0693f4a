"""What an anonymous round lets out: only the whole, from five answers, so coarse that nobody's own answer can be told from it.

Three things keep somebody's answer from being worked out:

- *One release.* It is made once, at closing, of all answers; there is none of a part of the group, and none in between.
- *Coarse.* A question gives the mean in half points, and only as "2 or lower" and "4 or higher" at the ends. From five
  answers on, every answer of every single person then fits every release: whoever sees 4 or higher cannot even
  exclude that somebody said 1. How many answered is not given, but for whether that is 80 % of the group.
- *No differences.* An anonymous round is at least eight weeks apart from every other with any of the same people, also
  from one by name, which would tell what the others say. For half a year none begins whose group differs by one to four
  people from one that was let out before: the difference would be theirs. Rounds are compared only when the groups are
  the same, or differ by at least five each way.

Five is the smallest group of Viva Insights too. That the difference of two totals gives away what each of them hides is the
tracker of Denning, Denning and Schwartz (ACM TODS 4, 1979).
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from hecht.core.collaboration.pulse import LOWEST, Tally

FEWEST = 5
"""Answers below which nothing is said, and people by which groups must differ."""
LOW_END, HIGH_END = 4, 8
"""The ends of what is said, in half points: 2 or lower, 4 or higher."""
CAUTION = 80
"""Percent of the group below which the rest may think otherwise."""
APART = 56
"""Days between the closing of an anonymous round and the next one with any of the same people."""
REMEMBERED = 182
"""Days for which the next round may not differ by one to four people."""


class Release(NamedTuple):
    """What comes out of an anonymous round.

    Attributes:
        halves: by question the mean in half points (4: 2 or lower, 8: 4 or higher); absent below five answers.
        texts: by question the texts in order of letters; absent below five.
        enough: whether five people answered; without that the rest is empty.
        caution: whether fewer than 80 % of the group answered; None when five did not.
    """

    halves: dict[str, int]
    texts: dict[str, tuple[str, ...]]
    enough: bool
    caution: bool | None


class Past(NamedTuple):
    """An earlier round: whom it went to, the day it closes, whether anything was or may yet be let out, and if it was by name."""

    people: frozenset[str]
    closes: int
    let_out: bool
    named: bool = False


def halves(counts: Sequence[int]) -> int | None:
    """Give the mean of steps in half points, at least 4 and at most 8; None below five answers.

    Args:
        counts: how often each step was chosen, from the lowest.
    """
    number = sum(counts)
    if number < FEWEST:
        return None
    total = sum(step * count for step, count in enumerate(counts, LOWEST))
    nearest = (4 * total + number) // (2 * number)  # the floor of 2 x mean + 1/2
    return min(max(nearest, LOW_END), HIGH_END)


def release(tally: Tally, answered: int, invited: int) -> Release:
    """Give what a round lets out at closing.

    Args:
        tally: its counts.
        answered: how many people answered.
        invited: how many people it went to.
    """
    if answered < FEWEST:
        return Release({}, {}, enough=False, caution=None)
    said = {question: halves(counts) for question, counts in tally.steps.items()}
    return Release(
        {question: one for question, one in said.items() if one is not None},
        {question: texts for question, texts in tally.texts.items() if len(texts) >= FEWEST},
        enough=True,
        caution=low_response(answered, invited),
    )


def low_response(answered: int, invited: int) -> bool:
    """Say whether fewer than 80 % answered."""
    return 100 * answered < CAUTION * invited


def differ_safely(one: Collection[str], other: Collection[str]) -> bool:
    """Say whether two groups are the same, or differ by at least five people each way that they differ."""
    ways = (len(set(one) - set(other)), len(set(other) - set(one)))
    return all(way == 0 or way >= FEWEST for way in ways)


def free_from(people: Collection[str], earlier: Iterable[Past], day: int, *, named: bool = False) -> int | None:
    """Give the first day on which a round with these people may begin, or None when that is today.

    It is the day after which no earlier round stands in its way; another group may be free sooner. Two rounds by name
    never stand in one another's way.

    Args:
        people: whom it would go to.
        earlier: the rounds there were.
        day: today.
        named: whether it would be by name.
    """
    wanted = set(people)
    until = day
    for one in earlier:
        if not one.let_out or not wanted & one.people or (named and one.named):
            continue
        same = named or one.named or differ_safely(wanted, one.people)
        until = max(until, one.closes + (APART if same else REMEMBERED))
    return until if until > day else None


def comparable(one: Past, other: Past) -> bool:
    """Say whether what two anonymous rounds let out may stand side by side."""
    return one.let_out and other.let_out and differ_safely(one.people, other.people)
