"""A tie from its facts: every number beside the formula it must follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.state import State
from hecht.core.ties.tie import CHANNELS, Counts, Facts, Tie, assess

ONE = 2**40
NOW = 20_000


def facts(**said: int) -> Facts:
    """Make facts of a tie of twelve days, the first 400 days ago and the last 29."""
    usual = Facts(
        a=1, b=2, first=NOW - 400, last=NOW - 29, active_days=12, active_548=12, active_540=12, weight=3 * ONE
    )
    return usual._replace(**said)


def counts(**said: int) -> Counts:
    return Counts(**(dict.fromkeys(Counts._fields, 0) | {"a": 1, "b": 2} | said))


# --- facts of days ---


def test_facts_of_active_days() -> None:
    days = [NOW - 600, NOW - 545, NOW - 180, NOW - 90, NOW]
    found = Facts.of(7, 8, days, [1, 1, 1, 1, 1], NOW)
    assert found[:7] == (7, 8, NOW - 600, NOW, 5, 4, 3)
    # halves of 90 days: 1 + 1/2 + 1/4 + 2^(-545/90) + 2^(-600/90)
    assert found.weight / ONE == pytest.approx(1.75 + 2 ** (-545 / 90) + 2 ** (-600 / 90), abs=1e-9)


@pytest.mark.parametrize(("age", "in_548", "in_540"), [(539, 1, 1), (540, 1, 0), (547, 1, 0), (548, 0, 0)])
def test_the_ends_of_memory(age: int, in_548: int, in_540: int) -> None:
    # contact in (T - 548, T], as the model was judged (EVIDENCE 1); 540 days likewise
    found = Facts.of(7, 8, [NOW - age], [1], NOW)
    assert (found.active_548, found.active_540) == (in_548, in_540)


def test_a_day_of_nothing_but_chat_fades_faster() -> None:
    # a half-life of 14 days: after 28 a quarter; a day with mail too keeps that of mail
    assert Facts.of(7, 8, [NOW - 28], [0], NOW).weight == ONE // 4
    assert Facts.of(7, 8, [NOW - 90, NOW - 28], [1, 0], NOW).weight == ONE // 2 + ONE // 4


def test_very_old_days_weigh_nothing() -> None:
    assert Facts.of(7, 8, [NOW - 10_000], [1], NOW).weight == 0


@given(st.dictionaries(st.integers(0, 1500), st.integers(0, 1), min_size=1, max_size=30))
def test_facts_by_definition(slow_at: dict[int, int]) -> None:
    ages = sorted(slow_at, reverse=True)
    found = Facts.of(7, 8, [NOW - age for age in ages], [slow_at[age] for age in ages], NOW)
    assert (found.first, found.last, found.active_days) == (NOW - max(ages), NOW - min(ages), len(ages))
    assert found.active_548 == sum(age < 548 for age in ages)
    assert found.active_540 == sum(age < 540 for age in ages)
    exact = sum(2 ** (-age / (90 if slow_at[age] else 14)) for age in ages)
    assert found.weight / ONE == pytest.approx(exact, abs=1e-9)


# --- counts ---


def test_what_counts_say() -> None:
    found = counts(sent=2, received=8, known=20, relation=500, weight_known=10 * ONE, weight_relation=250 * ONE)
    assert found.reciprocity == 0.25
    assert found.relation_share == 0.25  # 500 of 20 times 100
    assert found.warmth(3 * ONE) == pytest.approx(3 * 0.25)  # 250 / (100 * 10)


def test_nothing_counted_is_said_as_nothing() -> None:
    assert counts().reciprocity is None
    assert counts().relation_share is None
    assert counts().warmth(ONE) is None
    assert counts().channels == ()


def test_channels_by_how_often() -> None:
    assert counts(mail=2, meeting=7, call=0, chat=2, visit=1).channels == ("meeting", "mail", "chat", "visit")
    assert CHANNELS == ("mail", "meeting", "call", "chat", "visit")


def test_the_other_side_sees_the_same_counts_mirrored() -> None:
    seen = counts(sent=2, received=8, opened_a=1, opened_b=3, direct=5, mail=6)
    mirrored = seen.seen_by(2)
    assert mirrored == counts(a=2, b=1, sent=8, received=2, opened_a=3, opened_b=1, direct=5, mail=6)
    assert seen.seen_by(1) == seen
    assert mirrored.seen_by(1) == seen


# --- ties ---


def test_a_tie() -> None:
    (tie,) = assess([facts()], NOW, days={2: [NOW - 60, NOW - 50, NOW - 29]})
    assert (tie.ego, tie.alter) == (1, 2)
    assert tie.silence == 29
    assert tie.rhythm == pytest.approx(371 / 11)  # twelve days in 400 - 29
    assert tie.strength == 3.0
    # -3.92 - 0.52 ln 30 + 0.81 ln 12 + 1.03 ln 90 = 0.958956; its sigmoid is 0.722913
    assert tie.p_contact[1] == pytest.approx(0.722913, abs=2e-6)
    assert tie.p_contact[0] < tie.p_contact[1] < tie.p_contact[2]
    assert tie.state is State.LIVING  # 29 days is less than twice 21, the longest of its gaps 10 and 21
    assert tie.layer == 1


def test_the_chance_looks_no_further_back_than_memory() -> None:
    # of forty days twelve in the last 548
    (tie,) = assess([facts(active_days=40, first=NOW - 2000)], NOW)
    assert tie.p_contact[1] == pytest.approx(0.722913, abs=2e-6)


def test_the_gaps_of_the_tie_itself_say_what_is_quiet() -> None:
    recent = {2: [NOW - 43, NOW - 36, NOW - 29]}  # gaps of a week: 29 is beyond twice seven
    assert assess([facts()], NOW, days=recent)[0].state is State.QUIETER
    # in a whole network four mean rhythms count: 4 * 371 / 11 is more than 29
    assert assess([facts()], NOW, days=recent, whole=True)[0].state is State.LIVING


def test_one_active_day_has_no_rhythm() -> None:
    (tie,) = assess([facts(active_days=1, active_548=1, active_540=1, first=NOW - 3, last=NOW - 3)], NOW)
    assert tie.rhythm is None
    assert tie.state is State.NEW


def test_no_facts_no_ties() -> None:
    assert assess([], NOW) == []


def test_only_the_ties_of_one_person_fall_into_layers() -> None:
    days = {2: [NOW - 60, NOW - 29]}
    assert assess([facts()], NOW, days=days)[0].layer == 1
    assert assess([facts()], NOW, days=days, own=False)[0].layer is None
    assert assess([facts()], NOW, whole=True)[0].layer is None


def test_contact_before_memory_gives_no_chance() -> None:
    # all contact was more than 548 days ago
    (tie,) = assess([facts(first=NOW - 900, last=NOW - 600, active_548=0, active_540=0)], NOW)
    assert tie.p_contact == (0.0, 0.0, 0.0)
    assert tie.state is State.DORMANT
    assert tie.layer is None


def test_dormant_ties_have_no_layer_and_leave_the_others_alone() -> None:
    awake = [
        facts(b=index, active_days=count, active_540=count, active_548=count, last=NOW - 1)
        for index, count in enumerate([100, 20, 5, 3, 1], 2)
    ]
    asleep = facts(b=9, last=NOW - 380, first=NOW - 500, active_days=60, active_540=60)
    found = {tie.alter: tie.layer for tie in assess([*awake, asleep], NOW)}
    assert found == {2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 9: None}


SOME = st.lists(
    st.builds(
        lambda active, silence, before: facts(
            active_days=active, active_548=active, active_540=active, first=NOW - silence - before, last=NOW - silence
        ),
        st.integers(1, 60),
        st.integers(0, 500),
        st.integers(60, 900),
    ),
    max_size=12,
)


@given(SOME, st.data())
def test_the_order_of_facts_does_not_matter(rows: list[Facts], data: st.DataObject) -> None:
    rows = [row._replace(b=index) for index, row in enumerate(rows)]
    order = data.draw(st.permutations(rows))
    by_alter: dict[int, Tie] = {tie.alter: tie for tie in assess(rows, NOW)}
    assert [by_alter[row.b] for row in order] == assess(order, NOW)


@given(SOME)
def test_who_is_not_asleep_has_a_layer(rows: list[Facts]) -> None:
    for tie in assess(rows, NOW):
        assert (tie.layer is None) == (tie.state is State.DORMANT)
        assert tie.layer is None or 1 <= tie.layer <= 5
