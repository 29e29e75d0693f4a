"""What an early sign costs: for each line it could be asked from, turns in time and false alarms, on the seeds it was tuned on.

    python -m evidence.partnerships.lines [SEEDS]

On seeds from 100,000 of the first and third generator, from everything and from one mailbox. By column: turns of which the sum
reached the line at a weekly look within 61 days; and of the partnerships that went on together: at any fortnightly look in the
whole course, at the end, and of all looks. All in percent, whether a turn was stated there or not. The rule by which the line
was chosen is in `hecht.core.collaboration.early`.
"""

import sys
from collections.abc import Iterable
from unittest.mock import patch

from evidence.partnerships import first, third
from evidence.partnerships.judge import WITHIN, looker, shown
from evidence.partnerships.shape import Partnership

from hecht.core.collaboration.balance import Scenario
from hecht.core.collaboration.course import course
from hecht.core.collaboration.early import early
from hecht.core.collaboration.milestones import AGREED
from hecht.core.collaboration.occasions import occasions

LINES = (0.6, 0.65, 0.7, 0.75, 0.8)
TAUGHT = 100_000
SEEDS = 60


def sums(made: Partnership, days: Iterable[int], *, one_mailbox: bool) -> dict[int, float]:
    """Give the certainty of the early sign on each day, from the lowest line on, as if nothing could be stated; else 0."""
    items, number = shown(made, one_mailbox=one_mailbox)
    party = {number[name]: organisation for name, organisation in made.organisations.items()}
    found = occasions(one for one in items if len({party[who] for who in one.people}) > 1)
    look = looker(made, one_mailbox=one_mailbox)
    given = {}
    for day in days:
        seen = look(day)
        so_far = [one for one in found if one.day <= day]
        signed = [at for at, kind in made.milestones if at <= day and kind in AGREED]
        sign = None
        if seen.why in ("", "even") and seen.scenario is not Scenario.LITTLE_CONTACT:
            with patch("hecht.core.collaboration.early.LINE", LINES[0]):
                sign = early(so_far, made.start, day, course(so_far, made.start, day, signed), signed)
        given[day] = 0.0 if sign is None else sign.certainty
    return given


def main() -> None:
    """Print what comes of each line."""
    seeds = range(TAUGHT, TAUGHT + (int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS))
    for name, make in (("first", first.partnership), ("third", third.partnership)):
        turned = [made for seed in seeds if (made := make(seed, "relation_first")).turn is not None]
        together = [make(seed, "together") for seed in seeds]
        for one_mailbox in (False, True):
            hits = [
                max(sums(made, range(made.turn, made.turn + WITHIN + 1, 7), one_mailbox=one_mailbox).values())
                for made in turned
                if made.turn is not None and made.end >= made.turn + WITHIN
            ]
            fortnights = [
                list(sums(made, range(made.start + 45, made.end + 1, 14), one_mailbox=one_mailbox).values())
                for made in together
            ]
            ends = [sums(made, [made.end], one_mailbox=one_mailbox)[made.end] for made in together]
            looks = [one for every in fortnights for one in every]
            print(f"{name}, {'one mailbox' if one_mailbox else 'everything'}: turns / any look / end / looks")
            for line in LINES:
                figures = (
                    100 * sum(one >= line for one in some) / len(some)
                    for some in (hits, [max(every) for every in fortnights], ends, looks)
                )
                print(f"  {line:.2f}  " + " / ".join(f"{one:.1f}" for one in figures), flush=True)


if __name__ == "__main__":
    main()
