"""Words: stems and parts of compounds; expected splits are those of a Dutch dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.app.matters import parts
from hecht.core.exchange.words import PART, Words

LOG = [
    "Trillend gemaal",
    "Riool in de straat",
    "Bestuur van het waterschap",
    "Onderzoek na storing",
    "Zorg voor ouderen",
]


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("rioolgemaal", ("riool", "gemaal")),
        ("rioolgemalen", ("riool", "gemaal")),
        ("waterschapsbestuur", ("waterschap", "bestuur")),
        ("storingsonderzoek", ("storing", "onderzoek")),
        ("ouderenzorg", ("ouderen", "zorg")),
    ],
)
def test_compounds_are_split_into_words_that_the_log_knows(word: str, split: tuple[str, ...]) -> None:
    words = Words(LOG)
    assert words.split(word) == tuple(next(iter(words.terms(one, "nl"))) for one in split)


@pytest.mark.parametrize("word", ["gemaal", "waterschap", "bestuur", "notulist", "rioolxyzqw"])
def test_what_is_no_compound_of_known_words_stays_whole(word: str) -> None:
    assert Words(LOG).split(word) == ()


def test_a_compound_meets_its_part_for_half() -> None:
    words = Words(LOG)
    whole, part = words.terms("Rioolgemaal"), words.terms("Gemaal")
    assert [whole[term] for term, weight in part.items() if weight == 1] == [PART]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("trillend gemaal", "gemalen die trilden"),
        ("het gemaal trilt", "trillingen van gemalen"),
        ("oude pomp", "oud pompje"),
        ("coördinatie", "coordinatie"),
        ("RE: Antw: gemaal", "gemaal"),
        ("managing the volunteers", "volunteer management"),
    ],
)
def test_forms_of_a_word_share_a_term(a: str, b: str) -> None:
    words = Words([*LOG, "trillen"], parts())
    assert set(words.terms(a)) & set(words.terms(b))


def test_a_year_is_a_word_and_words_of_asking_are_none() -> None:
    words = Words(LOG)
    assert dict(words.terms("Wie heeft ervaring met 1974 en 123456?")) == {"1974": 1.0}


@given(st.text(max_size=60))
def test_any_text_becomes_terms_of_whole_or_half_weight(text: str) -> None:
    assert set(Words(LOG, parts()).terms(text).values()) <= {1.0, PART}
