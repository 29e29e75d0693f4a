"""gather: a goal or matter that three good contacts of two organisations share, and looking back on a gathering that was."""

from collections.abc import Iterator

from hecht.core.moves.move import Kind, Move, Reason, Situation, move_id

FEWEST = 3
"""People who share it."""
MOST = 6
"""People who are named: more is a conference."""


def gather(situation: Situation) -> Iterator[Move]:
    """Propose to look back on gatherings, and to bring together who shares a goal or matter; most contact first."""
    for later in situation.later:
        there = tuple(
            sorted(
                (person for person in later.people if person in situation.ties),
                key=lambda person: (-situation.ties[person].strength, person),
            )
        )
        if not there:
            continue
        yield Move(
            id=move_id(Kind.GATHER, [situation.ids.get(person, person) for person in sorted(there)], later.day),
            kind=Kind.GATHER,
            people=there[:MOST],
            reason=Reason(
                occasion="look_back",
                silence=min(situation.ties[person].silence for person in there),
                rhythm=None,
                contacts=len(there),
                since=later.years,
                subject=later.title,
                day=later.day,
                seen_through=situation.seen_through,
            ),
            moment=None,
            rank=(-1.0, float(later.day)),
        )
    for common in situation.common:
        people = [person for person in common.people if person in situation.ties]
        if len(people) < FEWEST:
            continue
        people.sort(key=lambda person: (-situation.ties[person].strength, person))
        some = tuple(people[:MOST])
        yield Move(
            id=move_id(Kind.GATHER, [situation.ids.get(person, person) for person in sorted(some)], 0),
            kind=Kind.GATHER,
            people=some,
            reason=Reason(
                occasion="shared_goal" if common.goal else "shared_matter",
                silence=min(situation.ties[person].silence for person in some),
                rhythm=None,
                contacts=len(people),
                since=common.day,
                subject=common.text,
                day=common.day,
                seen_through=situation.seen_through,
            ),
            moment=None,
            rank=(0.0 if common.goal else 1.0, -float(len(people))),
        )
