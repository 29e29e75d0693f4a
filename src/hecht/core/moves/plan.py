"""The plan of a week: nought to five moves out of all that could be proposed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from hecht.core.moves.approach import approach
from hecht.core.moves.ask import ask, bring
from hecht.core.moves.deepen import deepen
from hecht.core.moves.gather import gather
from hecht.core.moves.get_to_know import get_to_know
from hecht.core.moves.give_back import give_back
from hecht.core.moves.introduce import introduce, introduce_exchange
from hecht.core.moves.meet import meet
from hecht.core.moves.move import Kind, Move, Situation
from hecht.core.moves.reach_out import reach_out
from hecht.core.moves.review import review
from hecht.core.moves.wake import wake

KINDS: tuple[Callable[[Situation], Iterator[Move]], ...] = (
    give_back,
    bring,
    meet,
    ask,
    deepen,
    reach_out,
    wake,
    introduce_exchange,
    introduce,
    get_to_know,
    approach,
    gather,
    review,
)
MOST = 5
MOST_OF_A_KIND = 2
OLD = 10
"""Days after which the newest mail is old, so that less is said."""
MOST_UNANSWERED = 3
"""After three mails to which nothing came back, somebody is left alone."""
MOST_ASKED, YEAR = 3, 365
"""How often in a year one tie may be reminded of something that the user asks of them."""
FOR_GOOD = ("done", "never", "rest", "keep")
"""Verdicts after which the same move, with the same reason, does not come back."""


class Decision(NamedTuple):
    """What the user last decided of a move: `done`, `later`, `never`, `keep`, `rest` or `undo`; `until` is a day.

    `day` is the day on which they decided, and `kind` that of the move.
    """

    move: str
    person: int
    verdict: str
    until: int
    kind: str = ""
    day: int = 0


def asks(move: Move) -> bool:
    """Say whether a move asks something of the other for the user's own sake."""
    return move.kind in (Kind.WAKE, Kind.ASK) or move.reason.occasion == "question_of_mine"


def candidates(situation: Situation, decisions: Mapping[str, Decision]) -> list[Move]:
    """Give all moves that may be proposed, in order, whatever a week can hold.

    Looking back on a gathering comes first, for its day was agreed on. Giving stands before asking (the order of `Kind`);
    within a kind people whom one meets this week anyway come first, then what fits a goal, then the kind's own order.

    Left out are moves that were done, waved away or put off to a later day; everybody to whom something was done just
    now, who was put off (and should not come back the next moment for another reason), who is at rest, or with whom
    the user wants no suggestions; who let three mails be, except to answer a question of theirs. Nobody is asked
    anything (`asks`) more than three times a year, nor while a question is open with them, nor when the user took three times
    from them and gave nothing.
    """
    waved = situation.resting | {
        one.person
        for one in decisions.values()
        if one.kind != Kind.REVIEW
        and (one.verdict == "never" or (one.verdict in ("done", "later") and situation.as_of < one.until))
    }
    asked = Counter(
        one.person
        for one in decisions.values()
        if one.kind in (Kind.REACH_OUT, Kind.WAKE, Kind.ASK)
        and one.verdict == "done"
        and situation.as_of - YEAR < one.day
    )
    open_ = {question.person for question in situation.questions if question.mine}
    order = list(Kind)
    found = [
        move
        for kind in KINDS
        for move in kind(situation)
        if not waved & set(move.people)
        and not _decided(decisions.get(move.id), situation.as_of)
        and not _left_alone(move, situation)
        and not (asks(move) and any(asked[person] >= MOST_ASKED for person in move.people))
        and not (asks(move) and situation.spared & set(move.people))
        and not (move.kind in (Kind.WAKE, Kind.ASK) and open_ & set(move.people))
    ]
    return sorted(
        found,
        key=lambda move: (
            move.reason.occasion != "look_back",  # people chose its day themselves
            order.index(move.kind),
            move.moment is None,
            not move.reason.goal,
            move.rank,
            move.people,
            move.id,
        ),
    )


def plan(situation: Situation, decisions: Mapping[str, Decision], most: int = MOST) -> list[Move]:
    """Choose the moves of a week.

    At most five (or `most`), at most two of a kind, one a person, one word a meeting. The first of each kind is
    chosen, in the order of the kinds, and then the second of each, so that a week is varied.

    Returns:
        Moves in the order in which to show them; an empty list is a good week too.
    """
    offered = candidates(situation, decisions)
    meetings: set[int] = set()
    people: set[int] = set()
    chosen: list[Move] = []
    kinds: Counter[Kind] = Counter()
    for turn in range(1, MOST_OF_A_KIND + 1):
        for move in offered:
            if len(chosen) == most:
                break
            if kinds[move.kind] >= turn or people & set(move.people):
                continue
            if move.reason.occasion in ("meeting", "only_task") and move.moment and move.moment.key in meetings:
                continue
            if move.moment:
                meetings.add(move.moment.key)
            chosen.append(move)
            kinds[move.kind] += 1
            people |= set(move.people)
    return [move for move in offered if move in chosen]


def _decided(decision: Decision | None, as_of: int) -> bool:
    return decision is not None and (
        decision.verdict in FOR_GOOD or (decision.verdict == "later" and as_of < decision.until)
    )


def _left_alone(move: Move, situation: Situation) -> bool:
    return move.kind not in (Kind.GIVE_BACK, Kind.REVIEW) and any(
        situation.unanswered.get(person, 0) >= MOST_UNANSWERED for person in move.people
    )
