"""Over en weer: hand-made lists of what happened, and a slow definition of what stands open."""

from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Channel
from hecht.core.ties.reciprocity import Event, Question, open_questions, reciprocity, starts, unanswered

ANNA, BRAM = 1, 2


def mail(key: int, *, mine: bool, asks: int = 0, person: int = ANNA, recipients: int = 1, direct: bool = True) -> Event:
    """Make a mail whose key is also its day and time."""
    return Event(key, key * 86_400, key, Channel.MAIL, person, int(mine), recipients, asks, int(direct), f"titel {key}")


def other(key: int, channel: Channel, *, person: int = ANNA, recipients: int = 1, mine: bool = False) -> Event:
    return Event(key, key * 86_400, key, channel, person, int(mine), recipients, 0, 1, f"titel {key}")


@pytest.mark.parametrize(
    ("sent", "received", "even"),
    [(4, 4, 1.0), (1, 4, 0.25), (4, 1, 0.25), (0, 9, 0.0), (9, 0, 0.0), (0, 0, None)],
)
def test_reciprocity(sent: int, received: int, even: float | None) -> None:
    assert reciprocity(sent, received) == even


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_reciprocity_has_no_side(sent: int, received: int) -> None:
    found = reciprocity(sent, received)
    assert found == reciprocity(received, sent)
    assert found is None or 0 <= found <= 1
    assert (found == 1) == (sent == received > 0)


@pytest.mark.parametrize(("mine", "theirs", "share"), [(3, 1, 0.75), (0, 4, 0.0), (4, 0, 1.0), (0, 0, None)])
def test_who_starts(mine: int, theirs: int, share: float | None) -> None:
    assert starts(mine, theirs) == share


def test_a_question_stands_open() -> None:
    assert open_questions([mail(1, mine=False, asks=1)]) == [Question(1, ANNA, 1, False, "titel 1")]
    assert open_questions([mail(1, mine=True, asks=2)]) == [Question(1, ANNA, 1, True, "titel 1")]


@pytest.mark.parametrize(
    "later",
    [
        mail(2, mine=True),
        mail(2, mine=True, recipients=5, direct=False),
        other(2, Channel.CALL),
        other(2, Channel.VISIT),
        other(2, Channel.CHAT),
        other(2, Channel.MEETING, recipients=7),  # eight people with the one who called it
    ],
)
def test_what_settles_a_question_to_me(later: Event) -> None:
    assert open_questions([mail(1, mine=False, asks=1), later]) == []


@pytest.mark.parametrize(
    "later",
    [
        mail(2, mine=False),  # they write again
        mail(2, mine=True, person=BRAM),
        other(2, Channel.MEETING, recipients=8),  # nine people
        other(2, Channel.CALL, person=BRAM),
        other(0, Channel.CALL),  # it was before
    ],
)
def test_what_does_not(later: Event) -> None:
    happened = sorted([mail(1, mine=False, asks=1), later], key=attrgetter("seconds"))
    assert [one.key for one in open_questions(happened)] == [1]


@pytest.mark.parametrize(
    "event",
    [
        mail(1, mine=False),  # asks nothing
        mail(1, mine=False, asks=1, recipients=3),  # to three people
        mail(1, mine=False, asks=1, direct=False),
        other(1, Channel.CALL)._replace(asks=1),
        other(1, Channel.MEETING)._replace(asks=1),
    ],
)
def test_what_is_no_question(event: Event) -> None:
    assert open_questions([event]) == []


def test_a_question_to_two_people_stands_open_with_each() -> None:
    asked = [mail(1, mine=True, asks=1, recipients=2, person=person) for person in (ANNA, BRAM)]
    assert [one.person for one in open_questions(asked)] == [ANNA, BRAM]
    assert [one.person for one in open_questions([*asked, mail(2, mine=False, person=BRAM)])] == [ANNA]


def test_the_latest_question_of_each_direction() -> None:
    # an answer that asks back settles the one and opens the other
    assert [
        (one.key, one.mine) for one in open_questions([mail(1, mine=False, asks=1), mail(2, mine=True, asks=1)])
    ] == [(2, True)]
    assert [one.key for one in open_questions([mail(1, mine=False, asks=1), mail(3, mine=False, asks=1)])] == [3]


def test_mails_to_which_nothing_came_back() -> None:
    sent = [mail(day, mine=True) for day in (1, 2, 3)]
    assert unanswered(sent) == {ANNA: 3}
    assert unanswered([*sent, mail(4, mine=False)]) == {}
    assert unanswered([*sent, mail(4, mine=False), mail(5, mine=True)]) == {ANNA: 1}
    assert unanswered([*sent, other(4, Channel.CALL)]) == {}
    assert unanswered([*sent, other(4, Channel.MEETING, recipients=7)]) == {}
    assert unanswered([*sent, other(4, Channel.MEETING, recipients=8)]) == {ANNA: 3}
    assert unanswered([*sent, mail(4, mine=True, recipients=2)]) == {ANNA: 3}  # not to them alone
    assert unanswered([*sent, mail(4, mine=False, person=BRAM)]) == {ANNA: 3}
    assert unanswered([]) == {}


EVENTS = st.lists(
    st.builds(
        lambda key, second, channel, person, mine, recipients, asks, direct: Event(
            key, second, second // 3, channel, person, mine, recipients, asks, direct, str(key)
        ),
        st.integers(1, 10**6),
        st.integers(0, 30),
        st.sampled_from(Channel),
        st.sampled_from([ANNA, BRAM]),
        st.integers(0, 1),
        st.sampled_from([1, 2, 3, 7, 8]),
        st.integers(0, 1),
        st.integers(0, 1),
    ),
    max_size=14,
    unique_by=attrgetter("key"),
).map(lambda events: sorted(events, key=attrgetter("seconds", "key")))


def _after(event: Event, events: list[Event]) -> list[Event]:
    moment = (event.seconds, event.key)
    return [one for one in events if (one.seconds, one.key) > moment and one.person == event.person]


@given(EVENTS)
def test_open_questions_by_definition(events: list[Event]) -> None:
    standing = set()
    for asked in events:
        if asked.channel != Channel.MAIL or not asked.asks or not asked.direct or asked.recipients > 2:
            continue
        later = _after(asked, events)
        settled = any(
            (one.channel == Channel.MAIL and one.mine != asked.mine)
            or (one.channel != Channel.MAIL and one.recipients <= 7)
            for one in later
        )
        newer = any(
            one.channel == Channel.MAIL and one.mine == asked.mine and one.asks and one.direct and one.recipients <= 2
            for one in later
        )
        if not settled and not newer:
            standing.add(asked.key)
    found = open_questions(events)
    assert {one.key for one in found} == standing
    assert [one.day for one in found] == sorted(one.day for one in found)


@given(EVENTS)
def test_unanswered_by_definition(events: list[Event]) -> None:
    counts: dict[int, int] = {}
    for sent in events:
        if sent.channel != Channel.MAIL or not sent.mine or sent.recipients != 1:
            continue
        back = any(not one.mine if one.channel == Channel.MAIL else one.recipients <= 7 for one in _after(sent, events))
        if not back:
            counts[sent.person] = counts.get(sent.person, 0) + 1
    assert unanswered(events) == counts
