"""Judge the recogniser of scenarios on simulated partnerships it was not tuned on; prints a table for each generator and view.

    python -m evidence.partnerships.judge [first|second|third|fourth] [SEEDS]

It was tuned on seeds from 100,000 of the first and third generator and is judged on seeds 0-199 of each scenario, of all four.
The second and the fourth were written from the articles alone and have never been looked into. A turn counts as signalled when it
is said at some weekly look from the turn to 61 days after it; a false alarm is that it is said of a partnership that went on
`together`, at fortnightly looks. Each is counted in two strengths: what is *stated* (`relation_first`), and that or the
*early sign*, which is asked. From one mailbox `little_contact` is never said, so of those partnerships `unclear` is the right
answer there.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

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


def shown(made: Partnership, *, one_mailbox: bool) -> tuple[list[Item], dict[str, int]]:
    """Give what is seen of a partnership, from everything or from the author's mailbox, and the number of each person."""
    seen = made.one_mailbox() if one_mailbox else made
    number = {name: index for index, name in enumerate(sorted(made.organisations))}
    return [
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
    ], number


def looker(made: Partnership, *, one_mailbox: bool) -> Callable[[int], Balance]:
    """Give a function that recognises a partnership as it was seen on a day."""
    items, number = shown(made, one_mailbox=one_mailbox)
    party = {number[name]: organisation for name, organisation in made.organisations.items()}
    agreed = [Milestone(f"{day}", day, kind, kind, stated=True) for day, kind in made.milestones]
    observers = {number[made.author]} if one_mailbox else None

    def look(as_of: int) -> Balance:
        so_far = [one for one in items if one.day <= as_of]
        return balance(so_far, party, made.start, as_of, observers=observers, milestones=agreed)

    return look


@dataclass(slots=True)
class Tally:
    """What came of one view; each list holds [stated, asked or stated], of which the second counts the early sign too."""

    said: dict[str, Counter[str]] = field(default_factory=lambda: {scenario: Counter() for scenario in SCENARIOS})
    turns: int = 0
    signalled: list[int] = field(default_factory=lambda: [0, 0])
    before: list[int] = field(default_factory=lambda: [0, 0])
    at_end: list[int] = field(default_factory=lambda: [0, 0])
    at_any: list[int] = field(default_factory=lambda: [0, 0])
    at_looks: list[int] = field(default_factory=lambda: [0, 0])
    looks: int = 0
    content: int = 0
    false_little: int = 0

    def add(self, made: Partnership, look: Callable[[int], Balance]) -> None:
        """Count one partnership, looking at each day once."""
        look = cache(look)
        found = str(look(made.end).scenario)
        self.said[made.scenario][found] += 1
        self.false_little += found == "little_contact" and made.scenario != "little_contact"
        self.content += made.scenario == "content_first" and look(made.end).early is not None
        fortnights = range(made.start + 45, made.end + 1, 14)
        for strength in range(2):

            def told(day: int, strength: int = strength) -> bool:
                return look(day).scenario == "relation_first" or (strength == 1 and look(day).early is not None)

            if made.turn is not None and made.end >= made.turn + WITHIN:
                self.turns += not strength
                self.signalled[strength] += any(map(told, range(made.turn, made.turn + WITHIN + 1, 7)))
                self.before[strength] += any(map(told, range(made.start + 45, made.turn, 14)))
            if made.scenario == "together":
                alarms = [told(day) for day in fortnights]
                self.looks += 0 if strength else len(alarms)
                self.at_looks[strength] += sum(alarms)
                self.at_any[strength] += any(alarms)
                self.at_end[strength] += told(made.end)

    def result(self, seeds: int, *, one_mailbox: bool) -> dict[str, object]:
        """Give what is printed of it."""
        right = {one: self.said[one][one] for one in SCENARIOS}
        if one_mailbox:
            right["little_contact"] = self.said["little_contact"]["unclear"]

        def both(counts: Sequence[int], of: int) -> str:
            return f"stated {counts[0]}/{of}, with the early sign {counts[1]}/{of}"

        return {
            "said": {one: dict(self.said[one]) for one in SCENARIOS},
            "right": {one: round(right[one] / seeds, 3) for one in SCENARIOS},
            "all": round(sum(right.values()) / (seeds * len(SCENARIOS)), 3),
            "turn signalled": both(self.signalled, self.turns),
            "signalled before the turn": both(self.before, self.turns),
            "false alarm at the end": both(self.at_end, seeds),
            "false alarm, of all looks": both(self.at_looks, self.looks),
            "false alarm at any look": both(self.at_any, seeds),
            "early sign in content_first, at the end": f"{self.content}/{seeds}",
            "false little_contact": self.false_little,
        }


def judge(make: Callable[[int, Scenario], Partnership], seeds: Sequence[int]) -> dict[bool, dict[str, object]]:
    """Judge one generator, seen from one mailbox (True) and from everything (False)."""
    tallies = {False: Tally(), True: Tally()}
    for scenario in SCENARIOS:
        for seed in seeds:
            made = make(seed, scenario)
            for one_mailbox, tally in tallies.items():
                tally.add(made, looker(made, one_mailbox=one_mailbox))
    return {view: tally.result(len(seeds), one_mailbox=view) for view, tally in tallies.items()}


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
        for one_mailbox, found in judge(make, seeds).items():
            print(f"{name} generator, {'one mailbox' if one_mailbox else 'everything seen'}, seeds 0-{len(seeds) - 1}")
            for what, value in found.items():
                print(f"  {what}: {value}", flush=True)


if __name__ == "__main__":
    main()
