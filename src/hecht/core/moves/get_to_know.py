"""get_to_know: somebody is new; what do they do, what do they seek, and what could you do for them?"""

from collections.abc import Iterator

from hecht.core.moves.move import CROWD, Kind, Move, Situation, move_id
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

FEWEST = 2
"""Days of contact from which somebody is more than passing by."""


def get_to_know(situation: Situation) -> Iterator[Move]:
    """Propose to get to know each new person of whom the user noted nothing yet.

    The occasion is that the contact began: at most 60 days ago, on at least two days, with something from either side
    (or a meeting or call). Who comes to a meeting soon and with whom there was most contact stands first.
    """
    for person, tie in situation.ties.items():
        first = situation.firsts.get(person)
        if tie.state is not State.NEW or first is None or person in situation.noted:
            continue
        mutual = bool(first.met or first.spoken or (first.sent and first.received))
        if tie.facts.active_days < FEWEST or not mutual:
            continue
        yield Move(
            id=move_id(Kind.GET_TO_KNOW, (situation.ids.get(person, person),), tie.facts.first),
            kind=Kind.GET_TO_KNOW,
            people=(person,),
            reason=reason_for(situation, tie, "new", first=first),
            moment=situation.next_with(person, CROWD),
            rank=(-float(tie.facts.active_days), float(tie.silence)),
        )
