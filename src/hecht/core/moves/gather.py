"""gather: a goal or matter that three good contacts of two organisations share, and looking back on a gathering that was."""

from collections.abc import Iterator, Sequence

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
        reason = _reason(situation, there, "look_back", len(there), later.years, later.title, later.day)
        yield _gathering(situation, there, later.day, reason, (-1.0, float(later.day)))
    for common in situation.common:
        people = [person for person in common.people if person in situation.ties]
        if len(people) < FEWEST:
            continue
        people.sort(key=lambda person: (-situation.ties[person].strength, person))
        some = tuple(people[:MOST])
        occasion = "shared_goal" if common.goal else "shared_matter"
        reason = _reason(situation, some, occasion, len(people), common.day, common.text, common.day)
        yield _gathering(situation, some, 0, reason, (0.0 if common.goal else 1.0, -float(len(people))))


def _reason(
    situation: Situation, people: Sequence[int], occasion: str, contacts: int, since: int, subject: str, day: int
) -> Reason:
    return Reason(
        occasion=occasion,
        silence=min(situation.ties[person].silence for person in people),
        rhythm=None,
        contacts=contacts,
        since=since,
        subject=subject,
        day=day,
        seen_through=situation.seen_through,
    )


def _gathering(situation: Situation, people: Sequence[int], of: int, reason: Reason, rank: tuple[float, float]) -> Move:
    """Give the gathering of these people; `of` tells two for the same people apart."""
    return Move(
        id=move_id(Kind.GATHER, [situation.ids.get(person, person) for person in sorted(people)], of),
        kind=Kind.GATHER,
        people=tuple(people[:MOST]),
        reason=reason,
        moment=None,
        rank=rank,
    )
