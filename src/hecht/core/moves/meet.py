"""meet: somebody who became quiet comes to a meeting of yours this week; have a word there."""

from collections.abc import Iterator

from hecht.core.moves.move import Kind, Move, Situation, move_id
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

LARGEST = 8
"""A larger meeting is no contact, so silence cannot be said of people who sit in it every week; nor is it an occasion."""


def meet(situation: Situation) -> Iterator[Move]:
    """Propose a word with each person of the coming week's meetings whose tie is quieter or asleep.

    Of several meetings with one person the smallest is taken.

    The fewer people the meeting has, the nearer the person, the earlier it stands.
    """
    for meeting, tie in situation.met_in_small(LARGEST):
        if tie.state not in (State.QUIETER, State.DORMANT):
            continue
        yield Move(
            id=move_id(Kind.MEET, (situation.ids.get(tie.alter, tie.alter),), meeting.key),
            kind=Kind.MEET,
            people=(tie.alter,),
            reason=reason_for(situation, tie, "meeting"),
            moment=meeting,
            rank=(float(tie.layer or 6), float(len(meeting.people)), -tie.strength),
        )
