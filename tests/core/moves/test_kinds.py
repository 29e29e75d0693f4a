"""The kinds of move one by one: who is proposed, on which occasion, and both sides of every boundary."""

import pytest

from core.moves.situations import NOW, asked, meeting, situation, tie
from hecht.core.moves.give_back import give_back
from hecht.core.moves.meet import meet
from hecht.core.moves.move import Kind, Topic, matters, move_id
from hecht.core.moves.reach_out import reach_out
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

PUMPS = Topic("trilling gemaal", NOW - 200, "gemaal De Vliet")

# --- give_back ---


def test_a_question_to_me() -> None:
    (move,) = give_back(situation([tie(1, layer=3, silence=5)], questions=[asked(1, 5, mine=False)]))
    assert move.kind is Kind.GIVE_BACK
    assert move.people == (1,)
    assert move.moment is None
    assert (move.reason.occasion, move.reason.subject, move.reason.day) == ("question_to_me", "pompgegevens", NOW - 5)
    assert move.reason.seen_through == ("mail", "meeting")


@pytest.mark.parametrize(("days_ago", "proposed"), [(1, 0), (2, 1), (45, 1), (46, 0)])
def test_a_question_is_given_two_days_and_rests_after_a_month_and_a_half(days_ago: int, proposed: int) -> None:
    assert len(list(give_back(situation([tie(1)], questions=[asked(1, days_ago, mine=False)])))) == proposed


def test_no_giving_back_of_what_i_asked_or_to_whom_i_have_no_tie() -> None:
    assert not list(give_back(situation([tie(1)], questions=[asked(1, 5, mine=True), asked(2, 5, mine=False)])))


def test_one_may_answer_in_the_first_meeting_with_them() -> None:
    agenda = [meeting(1, 7, 8), meeting(2, 7, 1), meeting(3, 1)]
    (move,) = give_back(situation([tie(1)], questions=[asked(1, 5, mine=False)], agenda=agenda))
    assert move.moment == agenda[1]


@pytest.mark.parametrize("state", State)
def test_an_answer_is_owed_in_any_state(state: State) -> None:
    assert list(give_back(situation([tie(1, state=state, layer=None)], questions=[asked(1, 5, mine=False)])))


# --- meet ---


@pytest.mark.parametrize(
    ("state", "proposed"),
    [(State.QUIETER, 1), (State.DORMANT, 1), (State.LIVING, 0), (State.NEW, 0), (State.PERIPHERAL, 0)],
)
def test_a_word_with_whom_became_quiet(state: State, proposed: int) -> None:
    agenda = [meeting(1, 1, 2, 3)]
    found = list(meet(situation([tie(1, state=state)], agenda=agenda)))
    assert len(found) == proposed
    assert all((move.kind, move.people, move.moment) == (Kind.MEET, (1,), agenda[0]) for move in found)
    assert all(move.reason.occasion == "meeting" for move in found)


@pytest.mark.parametrize(("others", "proposed"), [(7, 1), (8, 0)])
def test_a_meeting_of_more_than_eight_is_no_contact_and_so_no_occasion(others: int, proposed: int) -> None:
    people = range(1, others + 1)
    assert len(list(meet(situation([tie(1)], agenda=[meeting(1, *people)])))) == proposed


def test_one_word_a_person() -> None:
    agenda = [meeting(1, 1, 2), meeting(2, 1)]
    assert [move.people for move in meet(situation([tie(1), tie(2)], agenda=agenda))] == [(1,), (2,)]


# --- reach_out ---


@pytest.mark.parametrize(("days_ago", "proposed"), [(6, 0), (7, 1), (60, 1), (61, 0)])
def test_a_question_of_mine_is_given_a_week(days_ago: int, proposed: int) -> None:
    ties = [tie(1, state=State.LIVING)]
    found = list(reach_out(situation(ties, questions=[asked(1, days_ago, mine=True)])))
    assert len(found) == proposed
    assert all(move.reason.occasion == "question_of_mine" for move in found)


@pytest.mark.parametrize(
    ("state", "layer", "proposed"),
    [
        (State.QUIETER, 1, 1),
        (State.QUIETER, 3, 1),
        (State.QUIETER, 4, 0),
        (State.QUIETER, None, 0),
        (State.LIVING, 1, 0),
        (State.NEW, 1, 0),
        (State.DORMANT, None, 0),
    ],
)
def test_a_topic_that_returned_with_whom_matters_and_became_quieter(
    state: State, layer: int | None, proposed: int
) -> None:
    found = list(reach_out(situation([tie(1, state=state, layer=layer)], topics={1: PUMPS})))
    assert len(found) == proposed
    for move in found:
        assert (move.reason.occasion, move.reason.subject, move.reason.topic) == (
            "topic",
            "trilling gemaal",
            "gemaal De Vliet",
        )


def test_silence_alone_is_no_occasion() -> None:
    assert not list(reach_out(situation([tie(1, silence=200)])))


def test_a_question_goes_before_a_topic() -> None:
    (move,) = reach_out(situation([tie(1)], questions=[asked(1, 10, mine=True)], topics={1: PUMPS}))
    assert move.reason.occasion == "question_of_mine"


@pytest.mark.parametrize(("layer", "true"), [(1, True), (2, True), (3, True), (4, False), (5, False), (None, False)])
def test_who_matters(layer: int | None, true: bool) -> None:
    assert matters(tie(1, layer=layer)) is true


# --- ids and reasons ---


def test_an_id_is_sixteen_hexadecimal_digits_of_kind_people_and_period() -> None:
    one = move_id(Kind.MEET, (1, 2), 77)
    assert len(one) == 16
    assert int(one, 16) < 2**63
    assert move_id(Kind.MEET, (2, 1), 77) == one
    others = [move_id(Kind.GIVE_BACK, (1, 2), 77), move_id(Kind.MEET, (1,), 77), move_id(Kind.MEET, (12,), 77)]
    assert len({one, *others, move_id(Kind.MEET, (1, 2), 78)}) == 5


def test_an_id_stays_while_its_reason_does() -> None:
    question = asked(1, 5, mine=False)
    (before,) = give_back(situation([tie(1, silence=5, layer=3)], questions=[question]))
    (after,) = give_back(situation([tie(1, silence=9, layer=1)], questions=[question]))
    assert before.id == after.id
    (newer,) = give_back(situation([tie(1)], questions=[asked(1, 4, mine=False)]))
    assert newer.id != before.id


def test_an_id_hangs_on_the_identifier_that_stays() -> None:
    question = asked(1, 5, mine=False)
    (merged,) = give_back(situation([tie(1)], questions=[question], ids={1: 55}))
    assert merged.people == (1,)
    assert merged.id == move_id(Kind.GIVE_BACK, (55,), question.key)


def test_a_reason_names_a_rhythm_only_where_it_is_true() -> None:
    every_other_week = [NOW - 42 - 14 * times for times in range(6, -1, -1)]
    told = reason_for(situation(days={1: every_other_week}), tie(1), "meeting")
    assert (told.silence, told.rhythm, told.contacts, told.since) == (42, 14, 7, NOW - 126)
    now_and_then = [NOW - 400, NOW - 399, NOW - 300, NOW - 290, NOW - 42]
    told = reason_for(situation(days={1: now_and_then}), tie(1), "meeting")
    assert (told.rhythm, told.contacts, told.since) == (None, 5, NOW - 400)


def test_a_reason_without_days_tells_the_facts() -> None:
    told = reason_for(situation(), tie(1), "meeting")
    assert (told.rhythm, told.contacts, told.since) == (None, 20, NOW - 400)
