"""introduce: two people who have the same in hand with you, and who as far as can be seen do not know each other."""

from collections.abc import Iterator

from hecht.core.moves.move import Kind, Move, Reason, Situation, move_id
from hecht.core.ties.state import State

FEWEST_TIMES = 3
"""Titles on one matter from which it is no coincidence of words."""
FRESH = 14
"""Days in which a matter counts as being of now, as topics do."""


def introduce_exchange(situation: Situation) -> Iterator[Move]:
    """Propose to bring together one who seeks and one who brings it, by what the user noted of them; the newest first."""
    for one in situation.exchanges:
        ties = [situation.ties.get(person) for person in (one.seeks, one.brings)]
        if any(tie is None or tie.state in (State.DORMANT, State.PERIPHERAL) for tie in ties):
            continue
        people = (one.seeks, one.brings)
        yield Move(
            id=move_id(Kind.INTRODUCE, [situation.ids.get(person, person) for person in people], one.day),
            kind=Kind.INTRODUCE,
            people=people,
            reason=Reason(
                occasion="ask_and_offer",
                silence=min(tie.silence for tie in ties if tie),
                rhythm=None,
                contacts=2,
                since=one.day,
                subject=one.ask,
                topic=one.offer,
                day=one.day,
                seen_through=situation.seen_through,
            ),
            moment=None,
            rank=(-100.0, float(situation.as_of - one.day)),
        )


def introduce(situation: Situation) -> Iterator[Move]:
    """Propose to bring together two people of different organisations who share a matter with the user.

    The occasion is that it was in hand with either of them in the last two weeks, on three titles or more. Nobody who
    sleeps is asked. Who shares most stands first.
    """
    for pair in situation.strangers:
        ties = [situation.ties.get(person) for person in pair.people]
        if pair.times < FEWEST_TIMES or situation.as_of - pair.day > FRESH:
            continue
        if any(tie is None or tie.state in (State.DORMANT, State.PERIPHERAL) for tie in ties):
            continue
        goal = situation.preferences.goal_about(pair.titles[0]) or situation.preferences.goal_about(pair.titles[1])
        yield Move(
            id=move_id(Kind.INTRODUCE, [situation.ids.get(person, person) for person in pair.people], 0),
            kind=Kind.INTRODUCE,
            people=pair.people,
            reason=Reason(
                occasion="same_matter",
                silence=min(tie.silence for tie in ties if tie),
                rhythm=None,
                contacts=pair.times,
                since=pair.day,
                subject=pair.titles[0],
                topic=pair.titles[1],
                day=pair.day,
                seen_through=situation.seen_through,
                goal=goal,
                shared=pair.shared,
            ),
            moment=None,
            rank=(-float(pair.times), float(situation.as_of - pair.day)),
        )
