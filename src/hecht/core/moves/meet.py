"""meet: somebody who became quiet comes to a meeting of yours this week; have a word there."""

from collections.abc import Iterator

from hecht.core.moves.move import LARGEST, Kind, Move, Situation, move_id
from hecht.core.moves.preferences import Way
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State


def meet(situation: Situation) -> Iterator[Move]:
    """Propose a word with each person of the coming week's meetings whose tie is quieter or asleep.

    Of several meetings with one person the smallest is taken.

    The nearer the person and the fewer people the meeting has, the earlier it stands; for who likes one to one, meetings
    of the two alone stand first.
    """
    apart = Way.ONE_TO_ONE in situation.preferences.likes
    for meeting, tie in situation.met_in_small(LARGEST):
        if tie.state not in (State.QUIETER, State.DORMANT):
            continue
        yield Move(
            id=move_id(Kind.MEET, (situation.ids.get(tie.alter, tie.alter),), meeting.key),
            kind=Kind.MEET,
            people=(tie.alter,),
            reason=reason_for(situation, tie, "meeting"),
            moment=meeting,
            rank=(
                float(apart and len(meeting.people) > 1),
                float(tie.layer or 6),
                float(len(meeting.people)),
                -tie.strength,
            ),
        )
