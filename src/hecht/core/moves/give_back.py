"""give_back: somebody asked you something and no answer is to be seen."""

from collections.abc import Iterator

from hecht.core.moves.move import CROWD, Kind, Move, Situation, move_id
from hecht.core.moves.reason import reason_for

YOUNGEST, OLDEST = 2, 45
"""A question is given two days to be answered, and is let rest after a month and a half."""


def give_back(situation: Situation) -> Iterator[Move]:
    """Propose to answer each open question to the user; from nearer people and more recent ones first."""
    for question in situation.questions:
        tie = situation.ties.get(question.person)
        age = situation.as_of - question.day
        if question.mine or tie is None or not YOUNGEST <= age <= OLDEST:
            continue
        yield Move(
            id=move_id(Kind.GIVE_BACK, (situation.ids.get(question.person, question.person),), question.key),
            kind=Kind.GIVE_BACK,
            people=(question.person,),
            reason=reason_for(situation, tie, "question_to_me", subject=question.title, day=question.day),
            moment=situation.next_with(question.person, CROWD),
            rank=(float(tie.layer or 6), float(age)),
        )
