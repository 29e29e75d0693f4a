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
    seen: set[int] = set()
    for meeting in sorted(situation.agenda, key=lambda one: (len(one.people), one.seconds, one.key)):
        if len(meeting.people) + 1 > LARGEST or not situation.preferences.fits(meeting.title):
            continue
        for person in meeting.people:
            tie = situation.ties.get(person)
            if tie is None or person in seen or tie.state not in (State.QUIETER, State.DORMANT):
                continue
            seen.add(person)
            yield Move(
                id=move_id(Kind.MEET, (situation.ids.get(person, person),), meeting.key),
                kind=Kind.MEET,
                people=(person,),
                reason=reason_for(situation, tie, "meeting"),
                moment=meeting,
                rank=(float(tie.layer or 6), float(len(meeting.people)), -tie.strength),
            )
