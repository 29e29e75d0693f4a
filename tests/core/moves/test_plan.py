"""The plan of a week: its order and bounds by hand, and what must hold in any situation."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.moves.situations import NOW, asked, meeting, situation, tie
from hecht.core.moves.move import Change, Ended, First, Kind, Move, Seen, Situation, Topic
from hecht.core.moves.plan import KINDS, Decision, candidates, plan
from hecht.core.moves.preferences import Goal, Preferences, Way
from hecht.core.ties.state import State

PUMPS = Topic("trilling gemaal", NOW - 200, "gemaal De Vliet")


def busy() -> Situation:
    """Give a week in which three could be answered (1-3), three met (4-6) and three written to (7-9)."""
    return situation(
        [tie(person, layer=1 + person % 3) for person in range(1, 10)],
        questions=[asked(person, 5, mine=False) for person in (1, 2, 3)],
        agenda=[meeting(1, 4), meeting(2, 5), meeting(3, 6)],
        topics=dict.fromkeys((7, 8, 9), PUMPS),
    )


def shown(found: list[Move]) -> list[tuple[str, int]]:
    return [(move.kind.value, move.people[0]) for move in found]


def test_an_empty_week_is_good_too() -> None:
    assert plan(situation(), {}) == []
    assert plan(situation([tie(1), tie(2, state=State.DORMANT, layer=None)]), {}) == []


def test_two_of_a_kind_answering_first_nearest_first() -> None:
    # nearest (layer 1) are persons 3, 6 and 9, then come 1, 4 and 7, and 2, 5 and 8 are in layer 3
    assert shown(plan(busy(), {})) == [
        ("give_back", 3),
        ("give_back", 1),
        ("meet", 6),
        ("meet", 4),
        ("reach_out", 9),
    ]


def test_one_word_a_meeting() -> None:
    week = situation([tie(1, layer=1), tie(2, layer=2)], agenda=[meeting(1, 1, 2)])
    assert shown(plan(week, {})) == [("meet", 1)]


def test_somebody_to_whom_something_was_done_rests() -> None:
    week = situation([tie(1)], agenda=[meeting(1, 1)])
    done = {"x": Decision("x", 1, "done", week.as_of + 1)}
    assert plan(week, done) == []
    past = {"x": Decision("x", 1, "done", week.as_of)}
    assert shown(plan(week, past)) == [("meet", 1)]


def test_of_two_answers_the_one_to_whom_one_meets_goes_first() -> None:
    week = situation(
        [tie(1, layer=1), tie(2, layer=3, state=State.LIVING)],
        questions=[asked(1, 5, mine=False), asked(2, 5, mine=False)],
        agenda=[meeting(1, 2)],
    )
    assert shown(plan(week, {})) == [("give_back", 2), ("give_back", 1)]


def test_of_two_answers_the_more_recent_question_goes_first() -> None:
    week = situation([tie(1), tie(2)], questions=[asked(1, 9, mine=False), asked(2, 3, mine=False)])
    assert shown(plan(week, {})) == [("give_back", 2), ("give_back", 1)]


def test_one_move_a_person() -> None:
    week = situation(
        [tie(1)],
        questions=[asked(1, 5, mine=False), asked(1, 20, mine=True)],
        agenda=[meeting(1, 1)],
        topics={1: PUMPS},
    )
    assert shown(plan(week, {})) == [("give_back", 1)]


def decided(move: Move, verdict: str, until: int = 0) -> dict[str, Decision]:
    return {move.id: Decision(move.id, move.people[0], verdict, until)}


@pytest.mark.parametrize(
    ("verdict", "until", "stays"),
    [("done", 0, False), ("later", NOW + 1, False), ("later", NOW, True), ("later", NOW - 1, True)],
)
def test_done_and_later(verdict: str, until: int, stays: bool) -> None:
    week = situation([tie(1)], questions=[asked(1, 5, mine=False)])
    (move,) = plan(week, {})
    assert bool(plan(week, decided(move, verdict, until))) is stays


def test_what_is_done_makes_room_for_the_next() -> None:
    first = plan(busy(), {})[0]
    assert shown(plan(busy(), decided(first, "done")))[:2] == [("give_back", 1), ("give_back", 2)]


def test_done_holds_for_its_own_reason_only() -> None:
    (move,) = plan(situation([tie(1)], questions=[asked(1, 5, mine=False)]), {})
    asked_again = situation([tie(1)], questions=[asked(1, 3, mine=False)])
    assert shown(plan(asked_again, decided(move, "done"))) == [("give_back", 1)]


def test_never_holds_for_every_move_with_that_person() -> None:
    (move,) = plan(situation([tie(1)], agenda=[meeting(1, 1)]), {})
    asked_later = situation([tie(1)], questions=[asked(1, 5, mine=False)], topics={1: PUMPS})
    assert shown(plan(asked_later, {})) == [("give_back", 1)]
    assert plan(asked_later, decided(move, "never")) == []


@pytest.mark.parametrize(("unanswered", "proposed"), [(2, 1), (3, 0), (9, 0)])
def test_who_let_three_mails_be_is_left_alone(unanswered: int, proposed: int) -> None:
    week = situation([tie(1)], agenda=[meeting(1, 1)], topics={1: PUMPS}, unanswered={1: unanswered})
    assert len(plan(week, {})) == proposed


def test_but_their_own_question_may_be_answered() -> None:
    week = situation([tie(1)], questions=[asked(1, 5, mine=False)], unanswered={1: 7})
    assert shown(plan(week, {})) == [("give_back", 1)]


def test_one_of_each_kind_first() -> None:
    week = busy()
    more = situation(
        [*week.ties.values(), tie(10, state=State.DORMANT, layer=None)],
        questions=week.questions,
        agenda=week.agenda,
        topics={**week.topics, 10: PUMPS},
        seen={11: Seen("meeting", 4, NOW - 90, NOW - 3, "werkgroep")},
    )
    kinds = [kind for kind, _ in shown(plan(more, {}))]
    assert kinds == ["give_back", "meet", "reach_out", "wake", "approach"]


def test_three_things_asked_in_a_year_is_enough() -> None:
    week = situation([tie(1, state=State.LIVING)], questions=[asked(1, 10, mine=True)])
    done = [Decision(f"x{times}", 1, "done", NOW - 20, "reach_out", NOW - 100) for times in range(3)]
    assert shown(plan(week, {one.move: one for one in done[:2]})) == [("reach_out", 1)]
    assert plan(week, {one.move: one for one in done}) == []
    longer_ago = [*done[:2], done[2]._replace(day=NOW - 365)]
    assert shown(plan(week, {one.move: one for one in longer_ago})) == [("reach_out", 1)]


def test_nobody_is_woken_while_a_question_is_open_with_them() -> None:
    asleep = tie(1, state=State.DORMANT, layer=None, silence=120)
    assert shown(plan(situation([asleep], topics={1: PUMPS}), {})) == [("wake", 1)]
    assert plan(situation([asleep], topics={1: PUMPS}, questions=[asked(1, 80, mine=True)]), {}) == []


def test_what_fits_a_goal_goes_first() -> None:
    week = situation(
        [tie(1, layer=1), tie(2, layer=2)], topics={1: PUMPS, 2: PUMPS._replace(goal="gemalen stil krijgen")}
    )
    assert shown(plan(week, {})) == [("reach_out", 2), ("reach_out", 1)]


# --- any situation ---

PEOPLE = range(1, 13)
SITUATIONS = st.builds(
    situation,
    st.lists(
        st.builds(
            tie,
            st.sampled_from(PEOPLE),
            state=st.sampled_from(State),
            layer=st.sampled_from([1, 2, 3, 4, 5, None]),
            silence=st.integers(0, 500),
            strength=st.floats(0, 90),
        ),
        max_size=12,
    ),
    questions=st.lists(st.builds(asked, st.sampled_from(PEOPLE), st.integers(0, 70), mine=st.booleans()), max_size=12),
    agenda=st.lists(
        st.builds(lambda key, people: meeting(key, *people), st.integers(1, 9), st.sets(st.sampled_from(PEOPLE))),
        max_size=4,
    ),
    topics=st.dictionaries(
        st.sampled_from(PEOPLE), st.sampled_from([PUMPS, Topic("gemaal", NOW - 300, "", "gemalen stil krijgen")])
    ),
    unanswered=st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 5)),
    seen=st.dictionaries(
        st.integers(13, 16),
        st.builds(
            Seen,
            st.sampled_from(["meeting", "mail", "list"]),
            st.integers(2, 9),
            st.just(NOW - 150),
            st.integers(NOW - 40, NOW),
            st.just("werkgroep"),
        ),
    ),
    firsts=st.dictionaries(st.sampled_from(PEOPLE), st.builds(First, *[st.integers(0, 3)] * 4)),
    changes=st.dictionaries(st.sampled_from(PEOPLE), st.just(Change(NOW - 14, "Hoge Gronden"))),
    ended=st.lists(
        st.builds(
            lambda key, last, people: Ended(key, f"project {key}", last, tuple(sorted(people))),
            st.integers(1, 3),
            st.integers(NOW - 400, NOW),
            st.sets(st.sampled_from(PEOPLE)),
        ),
        max_size=3,
        unique_by=lambda one: one.key,
    ),
    noted=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    resting=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    kept=st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    preferences=st.sampled_from(
        [Preferences(), Preferences((Goal.of("gemaal"),)), Preferences(dislikes=frozenset({Way.RECEPTIONS}))]
    ),
)


def every(week: Situation) -> list[Move]:
    return [move for kind in KINDS for move in kind(week)]


def has_occasion(move: Move, week: Situation) -> bool:
    """Say whether what a move gives as its occasion is there in the situation; silence is none."""
    person, why = move.people[0], move.reason
    topic = week.topics.get(person)
    return {
        "meeting": lambda: move.moment is not None and person in move.moment.people,
        "topic": lambda: topic is not None and topic.recent == why.topic != "",
        "goal": lambda: topic is not None and topic.goal == why.goal != "",
        "changed": lambda: week.changes[person].day == why.day,
        "new": lambda: week.firsts[person] == why.first and week.ties[person].state is State.NEW,
        "together": lambda: move.moment is not None or NOW - week.seen[person].last <= 14,
        "ended": lambda: len(move.people) >= 4 and why.day in {one.last for one in week.ended if NOW - one.last >= 90},
        "question_to_me": lambda: (
            (person, why.day, False) in {(one.person, one.day, one.mine) for one in week.questions}
        ),
        "question_of_mine": lambda: (
            (person, why.day, True) in {(one.person, one.day, one.mine) for one in week.questions}
        ),
    }[why.occasion]()


VERDICTS = ["done", "later", "never", None]


@st.composite
def situations_with_decisions(draw: st.DrawFn) -> tuple[Situation, dict[str, Decision]]:
    week = draw(SITUATIONS)
    decisions = {}
    for move in every(week):
        review = move.kind is Kind.REVIEW
        said = draw(st.sampled_from(["keep", "rest", "later", "never", None] if review else VERDICTS))
        if said:
            until = NOW + draw(st.integers(-3, 7)) if said == "later" else 0
            decisions[move.id] = Decision(move.id, 0 if review else move.people[0], said, until, str(move.kind))
    return week, decisions


@given(situations_with_decisions())
def test_what_holds_in_any_week(drawn: tuple[Situation, dict[str, Decision]]) -> None:
    week, decisions = drawn
    found = plan(week, decisions)
    assert len(found) <= 5
    assert all(count <= 2 for count in Counter(move.kind for move in found).values())
    people = [person for move in found for person in move.people]
    assert len(set(people)) == len(people)
    never = {one.person for one in decisions.values() if one.verdict == "never"}
    assert not never & set(people)
    order = [list(Kind).index(move.kind) for move in found]
    assert order == sorted(order)
    assert not week.resting & set(people)
    assert set(people) <= week.ties.keys() | week.seen.keys()
    for move in found:
        decision = decisions.get(move.id)
        assert decision is None or (decision.verdict == "later" and decision.until <= NOW)
        alone = any(week.unanswered.get(person, 0) >= 3 for person in move.people)
        assert move.kind in (Kind.GIVE_BACK, Kind.REVIEW) or not alone
        assert has_occasion(move, week)


@given(situations_with_decisions())
def test_nothing_that_fits_is_withheld(drawn: tuple[Situation, dict[str, Decision]]) -> None:
    # whoever could be proposed and is not was decided upon, is left alone, or finds the week or the kind full
    week, decisions = drawn
    found = plan(week, decisions)
    taken = {person for move in found for person in move.people}
    full = {kind for kind, count in Counter(move.kind for move in found).items() if count == 2}
    words = {move.moment.key for move in found if move.moment}
    for move in candidates(week, decisions):
        told = move.reason.occasion in ("meeting", "only_task") and move.moment is not None and move.moment.key in words
        assert taken & set(move.people) or told or len(found) == 5 or move.kind in full


@given(situations_with_decisions())
def test_only_what_was_decided_or_is_left_alone_is_left_out(drawn: tuple[Situation, dict[str, Decision]]) -> None:
    week, decisions = drawn
    offered = {move.id for move in candidates(week, decisions)}
    never = {one.person for one in decisions.values() if one.verdict == "never"} | week.resting
    never |= {
        one.person for one in decisions.values() if one.kind != "review" and one.verdict == "later" and one.until > NOW
    }
    asked = {one.person for one in week.questions if one.mine}
    for move in every(week):
        decision = decisions.get(move.id)
        put_off = decision is not None and (decision.verdict != "later" or decision.until > NOW)
        alone = any(week.unanswered.get(person, 0) >= 3 for person in move.people)
        left = alone and move.kind not in (Kind.GIVE_BACK, Kind.REVIEW)
        waiting = move.kind is Kind.WAKE and bool(asked & set(move.people))
        assert (move.id in offered) is not (bool(never & set(move.people)) or put_off or left or waiting)


def test_who_is_put_off_does_not_come_back_the_next_moment_for_another_reason() -> None:
    week = situation([tie(1)], questions=[asked(1, 9, mine=True)], agenda=[meeting(1, 1)])
    (first,) = plan(week, {})
    assert first.kind is Kind.MEET
    assert plan(week, decided(first, "later", NOW + 7)) == []
    assert [move.kind for move in plan(week, decided(first, "later", NOW))] == [Kind.MEET]


@given(SITUATIONS)
def test_the_same_week_is_the_same_plan(week: Situation) -> None:
    turned = replace(
        week,
        ties=dict(reversed(list(week.ties.items()))),
        seen=dict(reversed(list(week.seen.items()))),
        questions=list(reversed(week.questions)),
    )
    keys = [one.key for one in week.questions]
    mine = [one.person for one in week.questions if one.mine]
    # open_questions gives one question a person and direction
    if len(set(keys)) == len(keys) and len(set(mine)) == len(mine):
        assert plan(turned, {}) == plan(week, {})
