"""Tone: languages, questions and categories of hand-made sentences, with a lexicon of a few words and with the own one."""
# ruff: noqa: RUF001 - typographic quotes and dashes are what is said

import re
from importlib.resources import files
from math import exp, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.lexicon import FRICTION, MEASURES, RELATION, TASK, Entry, Lexicon, read_lexicon
from hecht.core.model import Tone
from hecht.core.spoken import language_of, words_of
from hecht.core.tone import SHORTEST, VERSION, judge_with

SMALL = read_lexicon(
    [
        "# language, category, entry, weight on the relation part, weight on friction",
        "",
        "nl\tmeasure\tbias\t-1.6\t-1.0",
        "nl\tmeasure\tdigits\t-0.4\t0",
        "nl\tmeasure\temoji\t1.0\t0",
        "en\tmeasure\tbias\t-1.6\t-1.0",
        "nl\tthanks\tdank je\t0.5\t0",
        "nl\tthanks\tdank je wel\t0.7\t0",
        "nl\tpersonal\tvakantie\t1.6\t0",
        "nl\trequest\tsturen\t-0.6\t0",
        "nl\tdeadline\tuiterlijk\t-0.7\t0",
        "nl\tlearned\tkaart\t0.2\t0",
        "nl\tcomplaint\tklacht\t0\t2.0",
        "nl\tcorrection\tklopt niet\t0\t1.5",
        "en\tsympathy\tsorry to hear\t1.8\t0",
        "en\tapology\tsorry\t0\t1.5",
        "en\tdisagreement\tdon't agree\t0\t2.5",
    ]
)
OWN = read_lexicon(files("hecht.core").joinpath("data/tone.tsv").read_text(encoding="utf-8").splitlines())


def judged(text: str) -> Tone:
    return judge_with(SMALL)(text, "")


def percent(logit: float) -> int:
    return round(100 / (1 + exp(-logit)))


def entries_of(lexicon: Lexicon) -> list[Entry]:
    return [*lexicon.single.values(), *(entry for entries in lexicon.longer.values() for entry in entries)]


# --- the lexicon ---


def test_a_lexicon_is_read_by_first_two_words_longest_first() -> None:
    assert "dank" not in SMALL["nl"].single
    found = [(entry.words, entry.relation) for entry in SMALL["nl"].longer["dank", "je"]]
    assert found == [(("dank", "je", "wel"), 0.7), (("dank", "je"), 0.5)]
    assert SMALL["en"].single["sorry"] == Entry(("sorry",), "apology", 0.0, 1.5)
    assert [entry.words for entry in SMALL["en"].longer["sorry", "to"]] == [("sorry", "to", "hear")]
    assert dict(zip(MEASURES, SMALL["nl"].relation, strict=True)) == dict.fromkeys(MEASURES, 0.0) | {
        "bias": -1.6,
        "digits": -0.4,
        "emoji": 1.0,
    }
    assert SMALL.keys() == {"nl", "en"}


def test_the_own_lexicon_knows_only_the_categories_there_are() -> None:
    assert OWN.keys() == {"nl", "en"}
    for lexicon in OWN.values():
        assert {entry.category for entry in entries_of(lexicon)} == {*RELATION, *TASK, *FRICTION}
        assert len(lexicon.relation) == len(lexicon.friction) == len(MEASURES)
        assert lexicon.relation[0] != 0.0  # the bias, which comes first


def test_the_own_lexicon_has_at_least_six_hundred_entries_a_language() -> None:
    for lexicon in OWN.values():
        assert len(entries_of(lexicon)) >= 600


def test_no_entry_of_the_own_lexicon_is_in_one_category_and_in_another() -> None:
    for language, lexicon in OWN.items():
        entries = [entry.words for entry in entries_of(lexicon)]
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


# --- categories and figures; the logit is -1.6 and, for each category said n times in a text of so many words,
# min(n sqrt(20 / (words + 2)), 3) times its weight, worked by hand ---


def weighed(words: int, times: int = 1) -> float:
    return min(times * sqrt(20 / (words + 2)), 3)


@pytest.mark.parametrize(
    ("text", "logit", "reasons"),
    [
        ("het was een dag met regen", -1.6, ()),
        ("dank je wel voor de brief", -1.6 + weighed(6) * 0.7, ("thanks",)),  # the longer phrase counts once
        ("dank je voor de brief van het gebied", -1.6 + weighed(8) * 0.5, ("thanks",)),
        ("dank je voor de brief van het gebied " * 2, -1.6 + weighed(16, 2) * 0.5, ("thanks",)),
        (
            "dank je voor de kaart",
            -1.6 + weighed(5) * (0.5 + 0.2),
            ("thanks",),
        ),  # a learned word weighs, and is no reason
        ("de kaart en de kaart en de kaart", -1.6 + 3 * 0.2, ()),  # 3 sqrt(20 / 10) = 4.2: three at most
        ("hoe was de vakantie met je vader", -1.6 + weighed(7) * 1.6, ("personal",)),
        ("vakantie en vakantie en vakantie en vakantie in het jaar", -1.6 + 3 * 1.6, ("personal",)),  # three at most
        ("ik heb het uiterlijk dan", -1.6 - weighed(5) * 0.7, ("deadline",)),
        ("dank je en ik zal het rapport sturen", -1.6 + weighed(8) * (0.5 - 0.6), ("thanks", "request")),
        ("het is in 2025 met 12,5 en € 10", -1.6 - 3 * 0.4, ()),
        ("dat is leuk en het is er :-)", -1.6 + 1.0, ()),
        ("dat is leuk en het is er 😀", -1.6 + 1.0, ()),
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
        ("ik heb een klacht over het werk", percent(-1 + weighed(7) * 2), ("complaint",)),
        ("ik heb een klacht en het klopt niet", percent(-1 + weighed(8) * 3.5), ("complaint", "correction")),
        ("de klacht en de klacht en de klacht en de klacht", percent(-1 + 3 * 2), ("complaint",)),
        ("sorry, i don't agree with this", percent(-1 + weighed(6) * 4), ("disagreement", "apology")),
        ("sorry, i don’t agree with this", percent(-1 + weighed(6) * 4), ("disagreement", "apology")),
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
    assert judged("ik heb een klacht over het werk").relation == judged("ik heb een brief over het werk").relation


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
    assert other < 25


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
        assert (tone.relation is None) == (tone.language not in lexicon or tone.words < SHORTEST)
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


SCRIPTS = st.text("abZÉéëÀß\xb5ªº²½'’‘“”€–… .?\n19_İŐőж😀\xad\xa0%", max_size=30)


@given(SCRIPTS)
def test_words_are_letters_of_any_script_with_apostrophes_between_them(text: str) -> None:
    # the definition itself, on text in lower case; words_of goes by bytes where it can
    assert words_of(text) == re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.casefold().replace("’", "'"))


@pytest.mark.parametrize(
    ("script", "words"), [("Café à l'été", ["café", "à", "l'été"]), ("Straße µm", ["strasse", "μm"])]
)
def test_words_with_accents(script: str, words: list[str]) -> None:
    assert words_of(script) == words


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("het is in 2025 met 12,5 en € 10", 3),  # 2025, 12,5, the sign and 10: three at most
        ("het is er 1 en het zijn er 2", 0),
        ("het is 5% van het werk", 1),
        ("het is 10.000,50 van het werk ő", 1),  # also beside a letter that is not in Latin-1
        ("het is é 10.000,50 van het werk", 1),
    ],
)
def test_figures(text: str, figures: int) -> None:
    assert judged(text).relation == percent(-1.6 - 0.4 * figures)


@pytest.mark.parametrize(
    ("text", "smiles"), [("het is er van :)", 1), ("het is er van a:)", 0), ("het is 😀😀 ;-D ☕ hier", 3)]
)
def test_smiles(text: str, smiles: int) -> None:
    assert judged(text).relation == percent(-1.6 + 1.0 * smiles)
