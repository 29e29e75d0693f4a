"""Match: BM25, and how it is joined with meaning, against values worked out by hand."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.exchange.evidence import Hit, covered, enough, total
from hecht.core.exchange.match import WORDS, Index, fused, together


def test_bm25_is_that_of_robertson_with_the_idf_of_lucene() -> None:
    """Two documents of one and three terms, mean length 2; tf 1, k1 1.2, b 0.4.

    idf(a) = ln(1 + (2 - 2 + 0.5) / 2.5) = ln 1.2; idf(c) = ln(1 + 1.5 / 1.5) = ln 2. For the first document the length factor is
    1.2 * (0.6 + 0.4 * 1/2) = 0.96, for the second 1.2 * (0.6 + 0.4 * 3/2) = 1.44; each term gives idf * 2.2 / (1 + factor).
    """
    index = Index([{"a": 1.0}, {"a": 1.0, "b": 1.0, "c": 1.0}])
    first, second = log(1.2) * 2.2 / 1.96, (log(1.2) + log(2)) * 2.2 / 2.44
    assert index.scores({"a": 1.0, "c": 1.0}).tolist() == pytest.approx([first, second])


def test_rare_words_weigh_more_and_unknown_ones_as_much_as_the_rarest() -> None:
    index = Index([{"a": 1.0}, {"a": 1.0}, {"b": 1.0}])
    assert index.rarity("a") < index.rarity("b") == index.rarity("zzz")


def test_half_a_term_weighs_less_than_a_whole_one() -> None:
    whole, half = Index([{"a": 1.0}, {"b": 1.0}]), Index([{"a": 0.5, "x": 0.5}, {"b": 1.0}])
    assert 0 < half.scores({"a": 1.0})[0] < whole.scores({"a": 1.0})[0]


def test_a_share_is_the_part_of_the_weight_of_a_question_and_never_more_than_all() -> None:
    """One document of one word beside another: idf(a) = ln 2, tf part 2.2 / (1 + 1.2) = 1, so it shares half of two equal words."""
    index = Index([{"a": 1.0}, {"b": 1.0}])
    assert index.shares({"a": 1.0, "b": 1.0}).tolist() == pytest.approx([0.5, 0.5])
    assert Index([{"a": 1.0}, {"a": 9.0, "b": 1.0}]).shares({"a": 1.0}).max() == 1.0
    assert index.shares({}).tolist() == [0, 0]


def test_meaning_leads_and_shared_words_decide_between_what_is_near() -> None:
    """0.50 + 0.1 x 1 stands before 0.55, and 0.7 before both; without vectors the shares stay as they are."""
    shares = np.array([1.0, 0.0, 0.0])
    joined = fused(shares, np.array([0.50, 0.55, 0.70]))
    assert joined.tolist() == pytest.approx([0.50 + WORDS, 0.55, 0.70])
    assert fused(shares, None).tolist() == [1.0, 0.0, 0.0]


def test_a_text_and_its_gloss_are_one_direction() -> None:
    """(1, 0) + 0.6 (0, 1) has length sqrt 1.36; without a gloss the text stays what it is."""
    vectors = together(np.eye(2, dtype=np.float32), np.array([[0, 1], [0, 0]], dtype=np.float32))
    assert vectors[0].tolist() == pytest.approx([1 / 1.36**0.5, 0.6 / 1.36**0.5], abs=1e-6)
    assert vectors[1].tolist() == [0, 1]


def test_an_empty_index_finds_nothing() -> None:
    assert Index([]).scores({"a": 1.0}).tolist() == []
    assert enough(Index([]), {}) == 0.0


def test_enough_is_a_quarter_of_an_ask_or_little_more_than_its_rarest_word() -> None:
    """Of six equal words (idf i each) a quarter is 1.5 i, more than 1.25 i; of four it is i. Unknown words count for nothing."""
    index = Index([{one: 1.0} for one in "abcdef"])
    one = index.rarity("a")
    assert enough(index, dict.fromkeys("abcdef", 1.0)) == pytest.approx(1.25 * one)
    assert enough(index, dict.fromkeys("abcdxyz", 1.0)) == pytest.approx(one)


def test_what_titles_cover_together_is_a_part_of_the_ask() -> None:
    """Three equal words of which two titles hold two, one of them twice; an unknown word does not count."""
    index = Index([{one: 1.0} for one in "abc"])
    titles = [{"a": 1.0, "x": 1.0}, {"a": 1.0, "b": 0.5}]
    assert covered(index, dict.fromkeys("abcz", 1.0), titles) == pytest.approx(2 / 3)
    assert covered(index, {"a": 1.0}, []) == 0


def test_hits_add_up_with_less_and_less() -> None:
    """4 * log2(2) = 4 whole, 1 * log2(8) = 3 for half, 1 * log2(2) = 1 for a third."""
    assert total([Hit(0, 1.0, 1), Hit(1, 4.0, 1), Hit(2, 1.0, 7)]) == pytest.approx(4 + 3 / 2 + 1 / 3)
    assert total([]) == 0


@given(st.lists(st.dictionaries(st.sampled_from("abcde"), st.sampled_from([0.5, 1.0]), max_size=4), max_size=8))
def test_scores_are_positive_exactly_where_a_term_is_shared(documents: list[dict[str, float]]) -> None:
    scores = Index(documents).scores({"a": 1.0, "b": 0.5})
    assert [score > 0 for score in scores] == [bool({"a", "b"} & one.keys()) for one in documents]
