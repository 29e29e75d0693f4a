"""deepen: a tie that matters has been about the work alone since a while, and you meet this week anyway."""

from collections.abc import Iterator

from hecht.core.moves.move import LARGEST, Kind, Move, Situation, matters, move_id
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

LEAST = 60
"""Days for which it was about the work alone before anything is said."""


def deepen(situation: Situation) -> Iterator[Move]:
    """Propose a moment for each other where contact is lively but had no room for the other since a while.

    The occasion is a meeting of this week with that person, the smallest one.
    """
    for meeting, tie in situation.met_in_small(LARGEST):
        since = situation.only_task.get(tie.alter)
        if since is None or situation.as_of - since < LEAST or not matters(tie) or tie.state is not State.LIVING:
            continue
        yield Move(
            id=move_id(Kind.DEEPEN, (situation.ids.get(tie.alter, tie.alter),), since),
            kind=Kind.DEEPEN,
            people=(tie.alter,),
            reason=reason_for(situation, tie, "only_task", day=since),
            moment=meeting,
            rank=(float(tie.layer or 6), float(len(meeting.people)), -tie.strength),
        )
