"""Judge the recogniser of scenarios on simulated partnerships it was not tuned on; prints a table for each generator and view.

    python -m evidence.partnerships.judge [first|second|third|fourth] [SEEDS]

It was tuned on seeds from 100,000 of the first and third generator and is judged on seeds 0-199 of each scenario, of all four.
The second and the fourth were written from the articles alone and have never been looked into. A turn counts as signalled when
`relation_first` is said at some weekly look from the turn to 61 days after it. A false alarm is `relation_first` at any
fortnightly look at a partnership that went on `together`. From one mailbox `little_contact` is never said, so of those
partnerships `unclear` is the right answer there.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence

from evidence.partnerships import first, fourth, second, third
from evidence.partnerships.shape import Partnership, Scenario

from hecht.core.collaboration.balance import Balance, balance
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import Milestone
from hecht.core.model import Channel

SCENARIOS: tuple[Scenario, ...] = ("content_first", "relation_first", "together", "little_contact")
CHANNELS = {"mail": Channel.MAIL, "meeting": Channel.MEETING, "call": Channel.CALL, "visit": Channel.VISIT}
WITHIN = 61
SEEDS = 200


def looker(made: Partnership, *, one_mailbox: bool) -> Callable[[int], Balance]:
    """Give a function that recognises a partnership as it was seen on a day, from everything or from the author's mailbox."""
    seen = made.one_mailbox() if one_mailbox else made
    number = {name: index for index, name in enumerate(sorted(made.organisations))}
    items = [
        Item(
            key=index,
            thread=0,
            seconds=86_400 * one.day + index,
            day=one.day,
            channel=CHANNELS[one.channel],
            duration=one.duration,
            recipients=len(one.people) - 1,
            relation=one.relation,
            friction=100 * one.friction,
            title=one.title,
            people=tuple(number[name] for name in one.people),
        )
        for index, one in enumerate(seen.contacts)
    ]
    party = {number[name]: organisation for name, organisation in made.organisations.items()}
    agreed = [Milestone(f"{day}", day, kind, kind, stated=True) for day, kind in made.milestones]
    observers = {number[made.author]} if one_mailbox else None

    def look(as_of: int) -> Balance:
        so_far = [one for one in items if one.day <= as_of]
        return balance(so_far, party, made.start, as_of, observers=observers, milestones=agreed)

    return look


def judge(
    make: Callable[[int, Scenario], Partnership], seeds: Sequence[int], *, one_mailbox: bool
) -> dict[str, object]:
    """Judge one generator in one view."""
    said: dict[str, Counter[str]] = {scenario: Counter() for scenario in SCENARIOS}
    turns = signalled = early = alarms = at_end = false_little = 0
    for scenario in SCENARIOS:
        for seed in seeds:
            made = make(seed, scenario)
            look = looker(made, one_mailbox=one_mailbox)
            found = str(look(made.end).scenario)
            said[scenario][found] += 1
            false_little += found == "little_contact" and scenario != "little_contact"
            if made.turn is not None and made.end >= made.turn + WITHIN:
                turns += 1
                signalled += any(
                    look(day).scenario == "relation_first" for day in range(made.turn, made.turn + WITHIN + 1, 7)
                )
                early += any(look(day).scenario == "relation_first" for day in range(made.start + 45, made.turn, 14))
            if scenario == "together":
                at_end += found == "relation_first"
                alarms += any(
                    look(day).scenario == "relation_first" for day in range(made.start + 45, made.end + 1, 14)
                )
    right = {one: said[one][one] for one in SCENARIOS}
    if one_mailbox:
        right["little_contact"] = said["little_contact"]["unclear"]
    return {
        "said": {one: dict(said[one]) for one in SCENARIOS},
        "right": {one: round(right[one] / len(seeds), 3) for one in SCENARIOS},
        "all": round(sum(right.values()) / (len(seeds) * len(SCENARIOS)), 3),
        "turn signalled": f"{signalled}/{turns}",
        "signalled before the turn": f"{early}/{turns}",
        "false alarm at any look": f"{alarms}/{len(seeds)}",
        "false alarm at the end": f"{at_end}/{len(seeds)}",
        "false little_contact": false_little,
    }


def main() -> None:
    """Print what comes of it."""
    wanted = sys.argv[1:2] or ["first", "second", "third", "fourth"]
    seeds = range(int(sys.argv[2]) if len(sys.argv) > 2 else SEEDS)
    for name, make in (
        ("first", first.partnership),
        ("second", second.partnership),
        ("third", third.partnership),
        ("fourth", fourth.partnership),
    ):
        if name not in wanted:
            continue
        for one_mailbox in (False, True):
            print(f"{name} generator, {'one mailbox' if one_mailbox else 'everything seen'}, seeds 0-{len(seeds) - 1}")
            for what, value in judge(make, seeds, one_mailbox=one_mailbox).items():
                print(f"  {what}: {value}")


if __name__ == "__main__":
    main()
