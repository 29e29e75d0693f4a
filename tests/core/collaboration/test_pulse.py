"""Questions, answers and counts of a round; expected values are counted by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.collaboration.pulse import (
    EMPTY,
    LONGEST,
    MOST,
    SCALES,
    Kind,
    Mode,
    checked,
    counted,
    may_ask_trust,
    questions,
)
from hecht.core.errors import BadAnswerError
from hecht.text.pulse_words import CONDITIONS, QUESTIONS

NAMED = questions(Mode.NAMED, "kwaliteit", trust=True)
STEPS = st.fixed_dictionaries({}, optional={one.id: st.integers(1, 5) for one in SCALES})
WORDS = st.fixed_dictionaries({}, optional={"term": st.text("ab ", min_size=1, max_size=4).map(str.strip).filter(bool)})
ANSWERS = st.builds(lambda steps, words: {**steps, **words}, STEPS, WORDS)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("term", ["", "kwaliteit"])
@pytest.mark.parametrize("trust", [False, True])
def test_at_most_ten_questions_on_the_five_conditions(mode: Mode, term: str, trust: bool) -> None:
    asked = questions(mode, term, trust=trust)
    assert len(asked) <= MOST
    assert {one.condition for one in asked} == set(CONDITIONS["nl"])
    assert ("trust" in {one.id for one in asked}) is trust
    assert len({one.id for one in asked}) == len(asked)
    for lang in ("nl", "en"):
        assert {one.id for one in asked} <= QUESTIONS[lang].keys()


def test_who_had_contact_is_asked_by_name_alone() -> None:
    assert [one.kind for one in questions(Mode.NAMED)].count(Kind.CONTACT) == 1
    assert Kind.CONTACT not in [one.kind for one in questions(Mode.ANONYMOUS, "kwaliteit")]


def test_a_term_is_one_line_and_short() -> None:
    assert questions(Mode.NAMED, " de\u202e\n keten ")[-1].term == "de keten"
    with pytest.raises(BadAnswerError):
        questions(Mode.NAMED, "x" * 61)


def test_trust_is_asked_at_most_once_in_half_a_year() -> None:
    assert may_ask_trust([], 1000)
    assert not may_ask_trust([1000], 1179)
    assert may_ask_trust([1000], 1180)
    assert not may_ask_trust([100, 1000], 1001)


def test_answers_that_hold_are_kept_in_the_order_of_the_questions() -> None:
    given_ = {"term": " zo goed\nals nodig ", "contact": [3, 2], "recognise": 5, "kept": None, "clear": 1}
    assert list(checked(NAMED, (1, 2, 3), 1, given_).items()) == [
        ("recognise", 5),
        ("clear", 1),
        ("contact", (2, 3)),
        ("term", "zo goed als nodig"),
    ]


def test_contact_with_nobody_is_an_answer_and_an_empty_text_is_none() -> None:
    assert checked(NAMED, (1, 2), 1, {"contact": [], "term": " \n"}) == {"contact": ()}


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        "recognise",
        {"other": 1},
        {"recognise": 0},
        {"recognise": 6},
        {"recognise": True},
        {"recognise": 3.0},
        {"recognise": "3"},
        {"recognise": [3]},
        {"contact": 2},
        {"contact": [1]},
        {"contact": [4]},
        {"contact": [2, 2]},
        {"contact": [True]},
        {"contact": ["2"]},
        {"contact": [[2]]},
        {"contact": {"2": 2}},
        {"term": 3},
        {"term": ["x"]},
        {"term": "x" * (LONGEST + 1)},
    ],
    ids=str,
)
def test_what_is_no_answer_is_refused_whole(wrong: object) -> None:
    with pytest.raises(BadAnswerError):
        checked(NAMED, (1, 2, 3), 1, {"kept": 4, **wrong} if isinstance(wrong, dict) else wrong)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside, max_size=3),
    max_leaves=6,
)


@given(ANYTHING | st.dictionaries(st.sampled_from([one.id for one in NAMED]), ANYTHING, max_size=4))
def test_whatever_comes_in_is_answers_or_refused(whatever: object) -> None:
    try:
        found = checked(NAMED, (1, 2, 3), 1, whatever)
    except BadAnswerError:
        return
    for question, value in found.items():
        if question == "contact":
            assert set(value) <= {2, 3}  # type: ignore[arg-type]
        elif question == "term":
            assert str(value).encode("utf-8").decode("utf-8") == value
            assert value == str(value).strip() != ""
        else:
            assert value in (1, 2, 3, 4, 5)


@given(st.lists(ANSWERS, max_size=8))
def test_a_tally_counts_what_was_given(every: list[dict[str, int | str]]) -> None:
    tally = EMPTY
    for one in every:
        tally = counted(tally, one)
    for question in {question for one in every for question in one}:
        said = [one[question] for one in every if question in one]
        if question == "term":
            assert list(tally.texts[question]) == sorted(map(str, said))
        else:
            assert tally.steps[question] == tuple(Counter(said)[step] for step in range(1, 6))


@given(st.lists(ANSWERS, max_size=6), st.randoms())
def test_a_tally_tells_neither_order_nor_what_was_taken_out(every: list[dict[str, int | str]], dice: object) -> None:
    tally = EMPTY
    for one in every:
        tally = counted(tally, one)
    mixed = [*every, *every]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    other = EMPTY
    for one in mixed:
        other = counted(other, one)
    for one in every:
        other = counted(other, one, -1)
    assert other == tally


def test_what_is_not_in_a_tally_cannot_be_taken_out() -> None:
    tally = counted(EMPTY, {"kept": 2, "term": "a"})
    for wrong in ({"kept": 3}, {"clear": 2}, {"term": "b"}):
        with pytest.raises(BadAnswerError):
            counted(tally, wrong, -1)
