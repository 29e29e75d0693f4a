"""Suggestions of bringing and getting: who is asked, who is told, who is brought together, and who is left in peace."""

from dataclasses import replace

import pytest

from core.moves.situations import NOW, situation, tie
from hecht.core.moves.ask import ask, bring
from hecht.core.moves.gather import gather
from hecht.core.moves.introduce import introduce_exchange
from hecht.core.moves.move import Common, Exchange, Fits, Kind
from hecht.core.moves.plan import candidates
from hecht.core.ties.state import State

OLD = Fits(5, 1, "Wie weet iets van trillingen?", "Trillend gemaal", NOW - 300, NOW - 30, offered=False)
NEWS = Fits(5, 2, "Wie weet iets van trillingen?", "Trillende vloer", NOW - 3, NOW - 30, offered=False)


def test_what_came_up_since_the_question_stands_first() -> None:
    moves = sorted(ask(replace(situation([tie(1), tie(2)]), answers=[OLD, NEWS])), key=lambda move: move.rank)
    assert [(move.people, move.reason.subject) for move in moves] == [
        ((2,), "Trillende vloer"),
        ((1,), "Trillend gemaal"),
    ]
    assert {move.kind for move in moves} == {Kind.ASK}


def test_nobody_without_a_tie_is_asked() -> None:
    assert list(ask(replace(situation([tie(1)]), answers=[NEWS]))) == []


def test_nothing_more_is_asked_of_whom_one_took_from_three_times() -> None:
    held = replace(situation([tie(1, state=State.LIVING), tie(2, state=State.LIVING)]), answers=[OLD, NEWS])
    assert {move.people[0] for move in candidates(held, {}) if move.kind is Kind.ASK} == {1, 2}
    held = replace(held, spared=frozenset({2}))
    assert {move.people[0] for move in candidates(held, {}) if move.kind is Kind.ASK} == {1}


def test_who_seeks_what_the_user_brings_is_told() -> None:
    wanted = Fits(6, 1, "Meetset te leen", "Zoek een meetset", NOW - 1, NOW - 2, offered=True)
    (move,) = bring(replace(situation([tie(1)]), wanted=[wanted], spared=frozenset({1})))
    assert (move.kind, move.reason.occasion, move.reason.where) == (Kind.GIVE_BACK, "my_offer", "offer")
    assert move in candidates(replace(situation([tie(1)]), wanted=[wanted], spared=frozenset({1})), {})


@pytest.mark.parametrize(("state", "found"), [(State.LIVING, 1), (State.DORMANT, 0)])
def test_who_seeks_and_who_brings_are_brought_together_while_both_are_awake(state: State, found: int) -> None:
    pair = Exchange(1, 2, "Zoek klei", "Klei over", NOW - 1)
    moves = list(
        introduce_exchange(replace(situation([tie(1, state=State.LIVING), tie(2, state=state)]), exchanges=[pair]))
    )
    assert len(moves) == found
    assert all(move.people == (1, 2) for move in moves)


@pytest.mark.parametrize(("people", "found"), [((1, 2, 3), 1), ((1, 2), 0), ((1, 2, 99), 0)])
def test_three_good_contacts_who_share_a_goal_are_gathered(people: tuple[int, ...], found: int) -> None:
    common = Common("Trillingen verhelpen", NOW - 5, people, goal=True)
    ties = [tie(1, strength=1), tie(2, strength=9), tie(3, strength=4)]
    moves = list(gather(replace(situation(ties), common=[common])))
    assert len(moves) == found
    if moves:
        assert (moves[0].people, moves[0].reason.occasion) == ((2, 3, 1), "shared_goal")
