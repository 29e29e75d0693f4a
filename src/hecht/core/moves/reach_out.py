"""reach_out: a tie that matters became quieter, and there is something to write about."""

from collections.abc import Iterator

from hecht.core.moves.move import Kind, Move, Situation, matters, move_id
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

PATIENCE, OLDEST = 7, 60
"""A question of one's own is given a week, and is no longer an occasion after two months."""


def reach_out(situation: Situation) -> Iterator[Move]:
    """Propose a sign of life to people in layers 1-3, when there is an occasion.

    Occasions: a question of the user's own that nothing came back to; or, with somebody who became quieter, a
    topic of the last two weeks that the two shared before, or one they shared that fits a goal of the user's.
    Silence alone is none.
    """
    mine = {
        question.person: question
        for question in situation.questions
        if question.mine and PATIENCE <= situation.as_of - question.day <= OLDEST
    }
    for person, tie in situation.ties.items():
        if not matters(tie):
            continue
        question, topic = mine.get(person), situation.topics.get(person)
        if question:
            reason = reason_for(situation, tie, "question_of_mine", subject=question.title, day=question.day)
        elif topic and tie.state is State.QUIETER:
            reason = reason_for(
                situation,
                tie,
                "topic" if topic.recent else "goal",
                subject=topic.subject,
                day=topic.day,
                topic=topic.recent,
                goal=topic.goal,
            )
        else:
            continue
        yield Move(
            id=move_id(Kind.REACH_OUT, (situation.ids.get(person, person),), tie.facts.last),
            kind=Kind.REACH_OUT,
            people=(person,),
            reason=reason,
            moment=situation.next_with(person),
            rank=(float(tie.layer or 6), -tie.strength),
        )
