"""Answers to mail: which mail answers which, how soon, and when that is called sooner or later; worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.replies import LONGEST, Mailed, Reply, Speed, answers, compared, replies, speed

HOUR, DAY = 3_600, 86_400
ANNA, BRAM = 1, 2


def after(*hours: float) -> list[Reply]:
    return [Reply(index * DAY, round(one * HOUR)) for index, one in enumerate(hours)]


def test_an_answer_waited_since_the_last_mail_of_the_other() -> None:
    mails = [
        Mailed(ANNA, 7, 0, 0, 0),
        Mailed(ANNA, 7, 2 * HOUR, 0, 1),  # she adds something: no answer
        Mailed(ANNA, 7, 5 * HOUR, 1, 1),  # answered three hours after that
        Mailed(ANNA, 7, 6 * HOUR, 1, 1),  # and something added: no second answer
        Mailed(BRAM, 7, 6 * HOUR, 1, 1),  # the same mail also went to Bram, from whom nothing came
        Mailed(ANNA, 7, 10 * HOUR, 0, 1),
    ]
    assert answers(mails) == {ANNA: ([Reply(5 * HOUR, 3 * HOUR)], [Reply(10 * HOUR, 4 * HOUR)])}


def test_another_thread_or_a_month_or_no_reply_is_no_answer() -> None:
    assert answers([Mailed(ANNA, 7, 0, 0, 0), Mailed(ANNA, 8, HOUR, 1, 1)]) == {}
    assert answers([Mailed(ANNA, 7, 0, 0, 0), Mailed(ANNA, 7, HOUR, 1, 0)]) == {}
    assert answers([Mailed(ANNA, 7, 0, 0, 0), Mailed(ANNA, 7, LONGEST + 1, 1, 1)]) == {}
    assert answers([Mailed(ANNA, 7, 0, 0, 0), Mailed(ANNA, 7, LONGEST, 1, 1)]) != {}


def test_the_middle_and_what_two_of_three_lie_within() -> None:
    assert speed(after(1, 2, 3, 4)) is None
    # of 1 2 4 8 50 the third is the middle; two of three: the fourth (3.33 rounded up)
    assert speed(after(8, 1, 50, 2, 4)) == Speed(4.0, 8.0, 5)
    assert speed(after(1, 2, 3, 4, 5, 6)) == Speed(3.0, 4.0, 6)


@pytest.mark.parametrize(
    ("some", "said"),
    [
        # the usual middle is 10 hours; of 5 all below: |5 - 0| / 2 = 2.5 > 1.645 sqrt(5) / 2 = 1.84
        ((1, 2, 3, 4, 5), "sooner"),
        ((6, 7, 8, 9, 9), None),  # all below, but not half as long
        ((1, 2, 3, 4, 50), None),  # four to one: 1.5 < 1.84
        ((20, 30, 40, 50, 60), "later"),
        ((1, 2, 3, 4), None),
    ],
)
def test_sooner_and_later_only_where_it_is_sure(some: tuple[int, ...], said: str | None) -> None:
    assert compared(after(*some), after(8, 9, 10, 11, 12)) == said


def test_too_little_that_is_usual_says_nothing() -> None:
    assert compared(after(1, 2, 3, 4, 5), after(10, 10, 10, 10)) is None


def test_a_tie_against_everybody_and_against_itself() -> None:
    as_of = 300
    early = [Reply(one * DAY, 20 * HOUR) for one in range(100, 110)]
    late = [Reply(one * DAY, 2 * HOUR) for one in range(290, 296)]
    found = {ANNA: (after(*[1] * 6), [*early, *late]), BRAM: (after(*[30] * 20), [])}
    seen = replies(found, ANNA, as_of)
    assert seen.mine == Speed(1.0, 1.0, 6)
    assert seen.usual == Speed(30.0, 30.0, 26)  # the thirteenth of six times 1 and twenty times 30
    assert seen.than_usual == "sooner"
    assert seen.lately == "sooner"
    assert replies(found, 3, as_of).mine is None


MAILS = st.lists(
    st.tuples(st.integers(1, 2), st.integers(1, 2), st.integers(0, 10**7), st.integers(0, 1), st.integers(0, 1)),
    max_size=40,
).map(lambda rows: [Mailed(*row) for row in sorted(rows, key=lambda row: row[2])])


@given(MAILS)
def test_answers_are_never_more_than_replies_and_never_wait_longer_than_a_month(mails: list[Mailed]) -> None:
    found = answers(mails)
    for person, (mine, theirs) in found.items():
        for some, sent in ((mine, 1), (theirs, 0)):
            assert len(some) <= sum(mail.reply and mail.mine == sent and mail.person == person for mail in mails)
            assert all(0 <= one.wait <= LONGEST for one in some)
