"""wake, get_to_know, approach and review one by one: on which occasion, and both sides of every boundary."""

from dataclasses import replace

import pytest

from core.moves.situations import NOW, meeting, situation, tie
from hecht.core.moves.approach import approach
from hecht.core.moves.get_to_know import get_to_know
from hecht.core.moves.meet import meet
from hecht.core.moves.move import Change, Ended, First, Kind, Meeting, Seen, Topic
from hecht.core.moves.preferences import Goal, Preferences, Way
from hecht.core.moves.review import review
from hecht.core.moves.wake import wake
from hecht.core.ties.state import State
from hecht.core.ties.tie import Tie
from hecht.core.topics import convincing, stems

RETURNED = Topic("trilling gemaal", NOW - 400, "gemaal De Vliet")
OF_GOAL = Topic("trilling gemaal", NOW - 400, "", "gemalen stil krijgen")
MOVED = Change(NOW - 14, "Waterschap Hoge Gronden")


def asleep(person: int, *, silence: int = 300, active_days: int = 20) -> Tie:
    made = tie(person, state=State.DORMANT, layer=None, silence=silence)
    facts = made.facts._replace(active_days=active_days, active_548=active_days)
    return Tie(made.ego, person, facts, silence, 20.0, made.strength, State.DORMANT, None)


def new(person: int, *, active_days: int = 3, since: int = 27) -> Tie:
    made = tie(person, state=State.NEW, layer=4, silence=5)
    facts = made.facts._replace(active_days=active_days, first=NOW - since)
    return Tie(made.ego, person, facts, 5, 9.0, made.strength, State.NEW, 4)


# --- wake ---


@pytest.mark.parametrize(
    ("topic", "change", "occasion"),
    [
        (RETURNED, None, "topic"),
        (RETURNED, MOVED, "topic"),
        (OF_GOAL, None, "goal"),
        (OF_GOAL, MOVED, "goal"),
        (None, MOVED, "changed"),
        (None, None, None),
    ],
)
def test_a_sleeper_is_woken_on_an_occasion_only(
    topic: Topic | None, change: Change | None, occasion: str | None
) -> None:
    week = situation([asleep(1)], topics={1: topic} if topic else {}, changes={1: change} if change else {})
    found = list(wake(week))
    assert [move.reason.occasion for move in found] == ([occasion] if occasion else [])
    for move in found:
        assert (move.reason.contacts, move.reason.since, move.reason.rhythm) == (20, NOW - 400, None)
        assert move.reason.organisation == ("Waterschap Hoge Gronden" if change else "")


@pytest.mark.parametrize(("others", "woken"), [(7, 1), (8, 0)])
def test_a_meeting_of_up_to_eight_wakes(others: int, woken: int) -> None:
    found = list(wake(situation([asleep(1)], agenda=[meeting(1, *range(1, others + 1))])))
    assert [move.reason.occasion for move in found] == ["meeting"] * woken


@pytest.mark.parametrize("state", [state for state in State if state is not State.DORMANT])
def test_who_is_awake_is_not_woken(state: State) -> None:
    assert not list(wake(situation([tie(1, state=state)], topics={1: RETURNED})))


@pytest.mark.parametrize(("active_days", "woken"), [(4, 0), (5, 1)])
def test_an_old_acquaintance_is_one_of_five_days_or_more(active_days: int, woken: int) -> None:
    assert len(list(wake(situation([asleep(1, active_days=active_days)], topics={1: RETURNED})))) == woken


def test_a_returned_topic_goes_before_a_goal_and_that_before_a_move_and_then_the_likelier() -> None:
    ties = [asleep(1), asleep(2), asleep(3), asleep(4, silence=120), asleep(5, silence=500)]
    week = situation(ties, topics={2: OF_GOAL, 3: RETURNED, 4: RETURNED, 5: RETURNED}, changes={1: MOVED})
    assert [move.people[0] for move in sorted(wake(week), key=lambda move: move.rank)] == [4, 3, 5, 2, 1]


# --- get_to_know ---


@pytest.mark.parametrize(
    ("first", "proposed"),
    [
        (First(1, 1, 0, 0), 1),
        (First(3, 0, 0, 0), 0),
        (First(0, 3, 0, 0), 0),
        (First(0, 0, 1, 0), 1),
        (First(0, 0, 0, 1), 1),
    ],
)
def test_contact_has_to_have_come_from_both_sides(first: First, proposed: int) -> None:
    found = list(get_to_know(situation([new(1)], firsts={1: first})))
    assert len(found) == proposed
    assert all(move.reason.first == first for move in found)


@pytest.mark.parametrize(("active_days", "proposed"), [(1, 0), (2, 1)])
def test_one_day_of_contact_is_passing_by(active_days: int, proposed: int) -> None:
    week = situation([new(1, active_days=active_days)], firsts={1: First(1, 1, 0, 0)})
    assert len(list(get_to_know(week))) == proposed


def test_of_whom_something_was_noted_is_known() -> None:
    assert not list(get_to_know(situation([new(1)], firsts={1: First(1, 1, 0, 0)}, noted=frozenset({1}))))


def test_who_is_not_new_is_not_to_be_got_to_know() -> None:
    assert not list(get_to_know(situation([tie(1, state=State.LIVING)], firsts={1: First(1, 1, 0, 0)})))


# --- approach ---


@pytest.mark.parametrize(
    ("where", "times", "days_ago", "proposed"),
    [
        ("meeting", 3, 14, 1),
        ("meeting", 2, 14, 0),
        ("meeting", 3, 15, 0),
        ("mail", 3, 0, 1),
        ("mail", 2, 0, 0),
        ("list", 2, 14, 1),
        ("list", 1, 0, 0),
        ("list", 9, 15, 0),
    ],
)
def test_often_together_and_lately(where: str, times: int, days_ago: int, proposed: int) -> None:
    seen = Seen(where, times, NOW - 130, NOW - days_ago, "werkgroep")
    found = list(approach(situation(seen={1: seen})))
    assert len(found) == proposed
    for move in found:
        assert (move.kind, move.people) == (Kind.APPROACH, (1,))
        assert (move.reason.where, move.reason.contacts, move.reason.subject) == (where, times, "werkgroep")


def test_a_meeting_to_come_is_an_occasion_too() -> None:
    seen = Seen("meeting", 5, NOW - 130, NOW - 30, "werkgroep")
    agenda = [meeting(1, 1, 2)]
    (move,) = approach(situation(seen={1: seen}, agenda=agenda))
    assert move.moment == agenda[0]


def test_no_word_in_a_crowd_and_no_reception_for_who_does_not_like_those() -> None:
    seen = {1: Seen("meeting", 5, NOW - 130, NOW - 30, "werkgroep")}
    crowd = meeting(1, *range(1, 26))
    assert not list(approach(situation(seen=seen, agenda=[crowd])))
    drinks = Meeting(1, (NOW + 1) * 86_400, 3600, "Nieuwjaarsborrel", (1, 2))
    shy = Preferences(dislikes=frozenset({Way.RECEPTIONS}))
    assert list(approach(situation(seen=seen, agenda=[drinks])))
    assert not list(approach(situation(seen=seen, agenda=[drinks], preferences=shy)))
    assert list(meet(situation([tie(1)], agenda=[drinks])))
    assert not list(meet(situation([tie(1)], agenda=[drinks], preferences=shy)))


def test_somebody_from_another_world_goes_before_who_was_seen_more() -> None:
    seen = {
        1: Seen(times=9, where="meeting", title="overleg", first=NOW - 90, last=NOW - 2),
        2: Seen(times=3, where="meeting", title="overleg", first=NOW - 90, last=NOW - 2),
    }
    found = sorted(approach(replace(situation(seen=seen), opens={2: "Delta BV"})), key=lambda move: move.rank)
    assert [(move.people, move.reason.opens) for move in found] == [((2,), "Delta BV"), ((1,), "")]


def test_a_goal_goes_before_how_often() -> None:
    seen = {1: Seen("meeting", 9, NOW - 90, NOW, "werkgroep"), 2: Seen("list", 2, NOW - 90, NOW, "gemalen-stil")}
    wishes = Preferences((Goal.of("onze gemalen stil krijgen"),))
    found = sorted(approach(situation(seen=seen, preferences=wishes)), key=lambda move: move.rank)
    assert [(move.people[0], move.reason.goal) for move in found] == [(2, "onze gemalen stil krijgen"), (1, "")]


# --- review ---

FIVE = (1, 2, 3, 4, 5)


def ended(*people: int, days_ago: int = 300, key: int = 7) -> Ended:
    return Ended(key, "projectgroep sluis", NOW - days_ago, people)


def test_people_of_what_ended_are_looked_at_together() -> None:
    week = situation([asleep(person, silence=290 + person) for person in FIVE], ended=[ended(*FIVE)])
    (move,) = review(week)
    assert (move.kind, move.people) == (Kind.REVIEW, FIVE)
    assert (move.reason.occasion, move.reason.subject) == ("ended", "projectgroep sluis")
    assert (move.reason.day, move.reason.since, move.moment) == (NOW - 300, NOW - 291, None)


@pytest.mark.parametrize(("days_ago", "proposed"), [(89, 0), (90, 1)])
def test_a_series_has_ended_after_a_quarter(days_ago: int, proposed: int) -> None:
    week = situation([asleep(person) for person in FIVE], ended=[ended(*FIVE, days_ago=days_ago)])
    assert len(list(review(week))) == proposed


def test_what_goes_on_has_not_ended() -> None:
    again = meeting(1, 1)._replace(title="projectgroep sluis")
    assert not list(review(situation([asleep(person) for person in FIVE], ended=[ended(*FIVE)], agenda=[again])))


def test_four_are_worth_a_look_together() -> None:
    ties = [asleep(1), asleep(2), asleep(3), tie(4), asleep(5)]
    assert [move.people for move in review(situation(ties, ended=[ended(*FIVE)]))] == [(1, 2, 3, 5)]
    judged = situation(ties, ended=[ended(*FIVE)], kept=frozenset({2}))
    assert not list(review(judged))


def test_everybody_is_in_one_group() -> None:
    ties = [asleep(person) for person in range(1, 10)]
    groups = [ended(1, 2, 3, 4, 5, key=1), ended(5, 6, 7, 8, 9, 4, key=2)]
    assert [move.people for move in review(situation(ties, ended=groups))] == [(5, 6, 7, 8, 9, 4)]


# --- preferences ---


@pytest.mark.parametrize(
    ("likes", "dislikes", "way"),
    [
        ("", "", None),
        ("walk call mail", "", Way.WALK),
        ("call mail", "", Way.CALL),
        ("mail", "call", Way.MAIL),
        ("", "call", Way.MAIL),
        ("one_to_one", "receptions", None),
    ],
)
def test_the_way_to_propose(likes: str, dislikes: str, way: Way | None) -> None:
    wishes = Preferences((), frozenset(map(Way, likes.split())), frozenset(map(Way, dislikes.split())))
    assert wishes.way is way


def test_a_goal_is_told_by_its_words_but_not_by_common_ones() -> None:
    wishes = Preferences((Goal.of("Vergunningen sneller rond"), Goal.of("Trillingen in oude gemalen verhelpen")))
    assert wishes.goal_about("RE: trilling gemaal De Wielen") == "Trillingen in oude gemalen verhelpen"
    assert wishes.goal_about("Klacht over trillingen in huis") == ""
    assert Preferences((Goal.of("trillingen"),)).goal_about("een trilling") == "trillingen"
    assert wishes.goal_about("lunch") == ""
    common = wishes.without([*stems("gemalen trillingen", "nl"), *stems("gemalen trillingen", "en")])
    assert common.goal_about("trilling gemaal De Wielen") == ""
    assert Preferences().goal_about("trilling") == ""


# --- topics ---


@pytest.mark.parametrize(
    ("shared", "together", "conversations", "expected"),
    [
        (2, 10, 1000, True),  # one in a hundred
        (2, 11, 1000, False),
        (1, 1, 1000, False),  # one word says nothing, however rare
        (3, 2, 200, True),
        (3, 2, 199, False),  # in a small log nothing is seldom enough
    ],
)
def test_which_words_show_that_a_topic_returned(shared: int, together: int, conversations: int, expected: bool) -> None:
    assert convincing(shared, together, conversations) is expected
