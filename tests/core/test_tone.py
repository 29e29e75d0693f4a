"""Tone: languages, questions and categories of hand-made sentences, with a lexicon of a few words and with the own one."""
# ruff: noqa: RUF001 - typographic quotes and dashes are what is said

import re
from importlib.resources import files
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Tone
from hecht.core.tone import FRICTION, RELATION, SHORTEST, TASK, VERSION, judge_with, language_of, read_lexicon

SMALL = read_lexicon(
    [
        "# language, category, entry",
        "",
        "nl\tthanks\tdank je",
        "nl\tthanks\tdank je wel",
        "nl\tpersonal\tvakantie",
        "nl\trequest\tsturen",
        "nl\tdeadline\tuiterlijk",
        "nl\tcomplaint\tklacht",
        "nl\tcorrection\tklopt niet",
        "en\tsympathy\tsorry to hear",
        "en\tapology\tsorry",
        "en\tdisagreement\tdon't agree",
    ]
)
OWN = read_lexicon(files("hecht.core").joinpath("data/tone.tsv").read_text(encoding="utf-8").splitlines())


def judged(text: str) -> Tone:
    return judge_with(SMALL)(text, "")


def percent(logit: float) -> int:
    return round(100 / (1 + exp(-logit)))


# --- the lexicon ---


def test_a_lexicon_is_read_by_first_word_longest_first() -> None:
    assert SMALL["nl"]["dank"] == [(("dank", "je", "wel"), "thanks"), (("dank", "je"), "thanks")]
    assert SMALL["en"]["don't"] == [(("don't", "agree"), "disagreement")]
    assert "#" not in "".join(SMALL)


def test_the_own_lexicon_knows_only_the_categories_there_are() -> None:
    said = {category for words in OWN.values() for entries in words.values() for _, category in entries}
    assert OWN.keys() == {"nl", "en"}
    assert said == {*RELATION, *TASK, *FRICTION}


def test_no_entry_of_the_own_lexicon_is_in_one_category_and_in_another() -> None:
    for language, words in OWN.items():
        entries = [entry for found in words.values() for entry, _ in found]
        assert len(set(entries)) == len(entries), language


# --- languages ---


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ik heb het rapport nog niet gezien maar het komt er aan", "nl"),
        ("kom je ook naar de borrel", "nl"),
        ("i have not seen the report but it will be there", "en"),
        ("you are on the list for this", "en"),
        ("la pompe marche encore une fois", ""),
        ("rapport pomp sluis gemaal", ""),
        ("we we", ""),  # a word of both
        ("", ""),
    ],
)
def test_the_language_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text.split()) == language


def test_a_tenth_of_the_words_is_enough() -> None:
    assert language_of(["het"] + ["pomp"] * 9) == "nl"
    assert language_of(["het"] + ["pomp"] * 10) == ""


def test_twice_the_votes_of_the_other_language_are_needed() -> None:
    assert language_of(["het", "een", "the"]) == "nl"
    assert language_of(["het", "the"]) == ""
    assert language_of(["het", "een", "the", "a"]) == ""


# --- questions ---


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Kom je donderdag?", 1),
        ("Kom je donderdag? En neem je de kaart mee?", 2),
        ("Kom je donderdag?\nIk hoor het graag.", 1),
        ("Kom je donderdag??", 1),
        ("Kom je donderdag?!", 1),
        ("Hij zei: “kom je donderdag?”", 1),
        ("Past dat (donderdag?) in het schema?", 2),
        ("Ik kom donderdag.", 0),
        ("Zie https://example.nl/zoek?q=pomp&p=2 voor de rest.", 0),
        ("Zie https://example.nl/?pomp en meer niet.", 0),
        ("Zie https://example.nl/zoek?q=pomp, wat denk je?", 1),
        ("", 0),
    ],
)
def test_questions(text: str, asks: int) -> None:
    assert judged(text).asks == asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Kun je me de tekening van het gemaal sturen.", 1),
        ("Zou je de tekening van het gemaal willen sturen.", 1),
        ("Ik zal je de tekening van het gemaal sturen.", 0),  # a request word, but nobody is asked
    ],
)
def test_asking_without_a_question_mark(text: str, asks: int) -> None:
    assert judged(text).asks == asks


def test_asking_in_english_without_a_question_mark() -> None:
    judge = judge_with(OWN)
    assert judge("Could you send me the report on this.", "").asks == 1
    assert judge("I could send the report on this to you.", "").asks == 0


# --- categories and figures; the logit is -1.6 plus a weight for each category found, worked by hand ---


@pytest.mark.parametrize(
    ("text", "logit", "reasons"),
    [
        ("het was een dag met regen", -1.6, ()),
        ("dank je wel voor de kaart", -1.6 + 0.5, ("thanks",)),  # the longer phrase counts once
        ("dank je voor de kaart van het gebied", -1.6 + 0.5, ("thanks",)),
        ("hoe was de vakantie met je vader", -1.6 + 1.6, ("personal",)),
        ("vakantie en vakantie en vakantie en vakantie in het jaar", -1.6 + 3 * 1.6, ("personal",)),  # three at most
        ("ik heb het uiterlijk dan", -1.6 - 0.7, ("deadline",)),
        ("dank je en ik zal het rapport sturen", -1.6 + 0.5 - 0.6, ("thanks", "request")),
        ("het is in 2025 met 12,5 en € 10", -1.6 - 3 * 0.4, ("figures",)),
        ("dat is leuk en het is er :-)", -1.6 + 1.0, ("humour",)),
        ("dat is leuk en het is er 😀", -1.6 + 1.0, ("humour",)),
    ],
)
def test_the_relation_part(text: str, logit: float, reasons: tuple[str, ...]) -> None:
    tone = judged(text)
    assert tone.relation == percent(logit)
    assert tone.reasons == reasons
    assert tone.friction == 0
    assert tone.language == "nl"


@pytest.mark.parametrize(
    ("text", "friction", "reasons"),
    [
        ("ik heb een klacht over het werk", 40, ("complaint",)),
        ("ik heb een klacht en het klopt niet", 80, ("complaint", "correction")),
        ("de klacht en de klacht en de klacht en de klacht", 100, ("complaint",)),
        ("sorry, i don't agree with this", 80, ("disagreement", "apology")),
        ("sorry, i don’t agree with this", 80, ("disagreement", "apology")),
        ("i am sorry to hear that you are ill", 0, ("sympathy",)),  # the longer phrase wins
    ],
)
def test_friction(text: str, friction: int, reasons: tuple[str, ...]) -> None:
    tone = judged(text)
    assert tone.friction == friction
    assert tone.reasons == reasons


def test_a_lexicon_is_only_used_for_its_own_language() -> None:
    assert judged("you have a klacht on the list").reasons == ()
    assert judged("ik heb de sorry niet gezien").reasons == ()


def test_friction_does_not_make_a_text_cold() -> None:
    # friction is a third, neutral mark: it leaves the relation part alone
    assert judged("ik heb een klacht over het werk").relation == judged("ik heb een kaart over het werk").relation


def test_too_little_or_another_language_is_unknown() -> None:
    assert SHORTEST == 4
    assert judged("dank je wel") == Tone(None, 0, 0, 3, "nl", VERSION)
    assert judged("dank je wel anna").relation is not None
    assert judged("la pompe marche encore une fois") == Tone(None, 0, 0, 6, "", VERSION)
    assert judged("") == Tone(None, 0, 0, 0, "", VERSION)


@pytest.mark.parametrize(
    ("warm", "businesslike"),
    [
        (
            "Wat vervelend dat je vader ziek is, sterkte! Zullen we binnenkort koffie drinken en bijpraten?",
            "Kun je de offerte uiterlijk vrijdag aanleveren? Het bedrag van 12500 is niet akkoord.",
        ),
        (
            "Congratulations on the baby! How are you all? It was lovely to see you on Friday.",
            "Please confirm the budget of 12500 for the report by Friday, it is on the agenda.",
        ),
    ],
)
def test_warm_words_have_more_room_for_the_other(warm: str, businesslike: str) -> None:
    judge = judge_with(OWN)
    one, other = judge(warm, "").relation, judge(businesslike, "").relation
    assert one is not None
    assert other is not None
    assert one > 60
    assert other < 20


WORDS = st.sampled_from(
    ["ik", "het", "de", "you", "the", "dank je", "vakantie", "klacht", "sorry", "?", "12", "😀", "’", "\n", "€"]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join)), st.text())
def test_any_text_is_judged_within_bounds(text: str, title: str) -> None:
    for lexicon in (SMALL, OWN, {}):
        tone = judge_with(lexicon)(text, title)
        assert tone.relation is None or 0 <= tone.relation <= 100
        assert 0 <= tone.friction <= 100
        assert tone.asks >= 0
        assert tone.words >= 0
        assert tone.language in {"", "nl", "en"}
        assert tone.version == VERSION
        assert (tone.relation is None) == (not tone.language or tone.words < SHORTEST)
        assert set(tone.reasons) <= {*RELATION, *TASK, *FRICTION}


@given(st.lists(WORDS, max_size=30).map(" ".join), st.text())
def test_the_title_is_not_judged(text: str, title: str) -> None:
    judge = judge_with(OWN)
    assert judge(text, title) == judge(text, "")


LETTERS = st.text("abZ'’?1_.,-\n ", max_size=30).map(lambda text: text.replace("’", "'").replace("''", "'"))


@given(LETTERS)
def test_a_word_with_an_accent_changes_no_other_word(text: str) -> None:
    assert judged(f"{text} café").words == judged(text).words + 1
    assert judged(text).words == len(re.findall(r"[a-zA-Z]+(?:'[a-zA-Z]+)*", text))
