"""The plan of a week: nought to five moves out of all that could be proposed."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from hecht.core.moves.give_back import give_back
from hecht.core.moves.meet import meet
from hecht.core.moves.move import Kind, Move, Situation
from hecht.core.moves.reach_out import reach_out

MOST = 5
MOST_OF_A_KIND = 2
OLD = 10
"""Days after which the newest mail is old, so that less is said."""
MOST_UNANSWERED = 3
"""After three mails to which nothing came back, somebody is left alone."""


class Decision(NamedTuple):
    """What the user last decided of a move: `done`, `later`, `never` or `undo`; `until` is a day."""

    move: str
    person: int
    verdict: str
    until: int


def plan(situation: Situation, decisions: Mapping[str, Decision], most: int = MOST) -> list[Move]:
    """Choose the moves of a week.

    At most five (or `most`), at most two of a kind, one a person. Answering comes before asking; people met this week
    anyway come first within a kind; then nearer ties. Moves that were done, put off to a later day or waved
    away are left out; somebody to whom something was just done rests, and `never` holds for every move with
    that person. At most one word a meeting. Nobody is proposed after three unanswered messages, except to
    answer a question of theirs.

    Returns:
        Moves in the order in which to show them; an empty list is a good week too.
    """
    waved = {
        decision.person
        for decision in decisions.values()
        if decision.verdict == "never" or (decision.verdict == "done" and situation.as_of < decision.until)
    }
    meetings: set[int] = set()
    candidates = [*give_back(situation), *meet(situation), *reach_out(situation)]
    order = list(Kind)
    candidates.sort(key=lambda move: (order.index(move.kind), move.moment is None, move.rank, move.people, move.id))
    chosen: list[Move] = []
    kinds: Counter[Kind] = Counter()
    people: set[int] = set()
    for move in candidates:
        decision = decisions.get(move.id)
        if decision and (
            decision.verdict == "done" or (decision.verdict == "later" and situation.as_of < decision.until)
        ):
            continue
        if waved & set(move.people) or people & set(move.people) or kinds[move.kind] == MOST_OF_A_KIND:
            continue
        if move.kind is not Kind.GIVE_BACK and any(
            situation.unanswered.get(person, 0) >= MOST_UNANSWERED for person in move.people
        ):
            continue
        if move.kind is Kind.MEET and move.moment and move.moment.key in meetings:
            continue
        if move.moment:
            meetings.add(move.moment.key)
        chosen.append(move)
        kinds[move.kind] += 1
        people |= set(move.people)
        if len(chosen) == most:
            break
    return chosen
