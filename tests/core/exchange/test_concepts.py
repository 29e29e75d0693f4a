"""Concepts: words that mean about the same, from a small list made here, and the form of the list that comes with hecht."""

from collections import Counter

import pytest

from hecht.app.matters import concepts, parts
from hecht.core.exchange.concepts import Concepts
from hecht.core.exchange.match import Index
from hecht.core.exchange.spelling import root, tells, words_in
from hecht.core.exchange.words import CONCEPT, PART, PART_CONCEPT, WORD, Words

SOME = Concepts(
    [
        "# a remark",
        "riool riolering afvalwater\tsewer wastewater",
        "sluis\tlock",
        "slot sleutel\tlock key",
        "wachtlijst\twaiting_list queue",
        "zorg_op_afstand beeldzorg\tremote_care",
    ]
)


@pytest.fixture
def words() -> Words:
    """Give a vocabulary of these concepts alone."""
    return Words((), ("riool", "inspectie"), SOME)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("riolering", "afvalwater"),
        ("Wie weet iets van het riool?", "we renewed the sewers"),
        ("de wachtlijst", "our waiting lists"),
        ("zorg op afstand", "beeldzorg"),
        ("rioolinspectie", "wastewater"),
    ],
)
def test_what_means_the_same_shares_a_term(words: Words, a: str, b: str) -> None:
    shared = words.terms(a).keys() & words.terms(b).keys()
    assert [term for term in shared if term.startswith("#")]


def test_a_word_and_what_it_means_weigh_one_together(words: Words) -> None:
    terms = words.terms("het riool van 1974")
    assert dict(terms) == {"riool": WORD, "#0": CONCEPT, "1974": 1.0}


def test_sharing_a_word_that_names_a_concept_counts_as_any_word() -> None:
    """0.4 x 0.4 x 2.2 / 1.6 + 0.85 x 0.85 x 2.2 / 2.05 = 0.22 + 0.775, and 1 x 1 x 2.2 / 2.2 = 1; all stand in one document."""
    with_concept, plain = {"a": WORD, "#1": CONCEPT}, {"b": 1.0}
    index = Index([with_concept, plain, {"c": 1.0}])
    assert index.whole(with_concept) == pytest.approx(index.whole(plain), rel=0.01)


def test_a_word_of_two_meanings_names_both_for_half(words: Words) -> None:
    assert dict(words.terms("the lock")) == {"lock": WORD, "#1": CONCEPT / 2, "#2": CONCEPT / 2}


def test_a_phrase_is_one_thing(words: Words) -> None:
    assert dict(words.terms("the waiting list")) == {"wait": WORD, "list": WORD, "#3": CONCEPT}
    assert set(words.terms("waiting for the list")) >= {"#3"}  # small words between do not break it


def test_a_part_of_a_compound_names_what_the_whole_does_not(words: Words) -> None:
    whole = dict(words.terms("de rioolinspectie", "nl"))
    assert whole == {"rioolinspectie": 1.0, "riool": PART, "inspectie": PART, "#0": PART_CONCEPT}


@pytest.mark.parametrize(
    ("text", "language", "gloss"),
    [
        ("Riolering en wachtlijst", "nl", "sewer waiting list"),
        ("sewer queue", "en", "riool wachtlijst"),
        ("the lock and the key", "en", "sluis slot"),
        ("de afvalwaterketen", "nl", ""),
        ("xyzzy plugh", "", ""),
    ],
)
def test_language_and_gloss_of_a_text(words: Words, text: str, language: str, gloss: str) -> None:
    assert words.language(text) == language
    assert words.gloss(text) == gloss


def test_without_concepts_nothing_changes() -> None:
    plain = Words()
    assert dict(plain.terms("het riool", "nl")) == {"riool": 1.0}
    assert plain.gloss("het riool") == ""


def test_the_list_that_comes_with_hecht_is_well_made() -> None:
    held = concepts()
    assert 800 <= len(held.all) <= 1_500
    for one in held.all:
        assert one.nl, one
        assert one.en, one
        for language in ("nl", "en"):
            said = one.said(language)
            assert len(said) == len(set(said)), one
            assert all([word for word in words_in(phrase) if tells(word)] for phrase in said), one
            assert all(len(words_in(phrase)) <= 4 for phrase in said), one


def test_no_dutch_word_stands_for_more_than_three_things() -> None:
    often = Counter(stem for one in concepts().all for stem in {root(word, "nl") for word in one.nl if word.isalpha()})
    assert [word for word, times in often.items() if times > 3] == []


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("wijkverpleegkundige", "district nurse"),
        ("brandweer", "fire brigade"),
        ("woningcorporatie", "housing association"),
        ("netcongestie", "grid congestion"),
        ("leerlingenvervoer", "school transport"),
        ("aanbesteding", "procurement"),
    ],
)
def test_words_of_the_fields_meet_across_languages(dutch: str, english: str) -> None:
    words = Words((), parts(), concepts())
    assert words.terms(dutch, "nl").keys() & words.terms(english, "en").keys()
