"""Match: BM25 and its ranks, against values worked out by hand."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.exchange.evidence import Hit, covered, enough, total
from hecht.core.exchange.match import MEANING, WORDS, Index, fused, ranks


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


def test_equals_share_the_mean_rank_and_what_scores_nothing_has_none() -> None:
    assert ranks(np.array([0.5, 2.0, 0.0, 0.5, 1.0])).tolist() == [3.5, 1.0, np.inf, 3.5, 2.0]


def test_two_lists_are_joined_by_rank() -> None:
    """By words only the first is found; by meaning the second stands first, then the third, then the first."""
    joined = fused(np.array([4.0, 0.0, 0.0]), np.array([0.1, 0.9, 0.5]))
    assert joined.tolist() == pytest.approx([WORDS / 11 + MEANING / 13, MEANING / 11, MEANING / 12])


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
