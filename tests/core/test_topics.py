"""Topics: what programs put before a subject, and stems after the published algorithms of Snowball."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.topics import clean_title, spoken, stems


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("gemaal De Vliet", "gemaal De Vliet"),
        ("Re: gemaal De Vliet", "gemaal De Vliet"),
        ("RE: FW: Re: gemaal", "gemaal"),
        ("Antw: Antw: gemaal", "gemaal"),
        ("Fwd: gemaal", "gemaal"),
        ("Doorst: gemaal", "gemaal"),
        ("Betr: gemaal", "gemaal"),
        ("AW: WG: Pumpe", "Pumpe"),
        ("Re[2]: gemaal", "gemaal"),
        ("Re : gemaal", "gemaal"),
        ("Re:gemaal", "gemaal"),
        ("[gemalen] Re: [gemalen] trilling", "trilling"),
        ("Geaccepteerd: overleg pomp", "overleg pomp"),
        ("Accepted: pump", "pump"),
        ("Uitnodiging: overleg pomp", "overleg pomp"),
        ("Updated invitation: pump", "pump"),
        ("Geannuleerd: overleg", "overleg"),
        ("Canceled: overleg", "overleg"),
        ("  gemaal  ", "gemaal"),
        ("Recept: appeltaart", "Recept: appeltaart"),
        ("Reactie op het rapport", "Reactie op het rapport"),
        ("Regen: wateroverlast", "Regen: wateroverlast"),
        ("pomp re: trilling", "pomp re: trilling"),
        ("[alleen]", "[alleen]"),
        ("", ""),
    ],
)
def test_what_a_title_says(title: str, clean: str) -> None:
    assert clean_title(title) == clean


PREFIX = st.sampled_from(["Re: ", "FW:", "Antw : ", "[lijst] ", "RE[3]: ", "Geaccepteerd: ", " ", "aw: "])


@given(st.lists(PREFIX, max_size=8).map("".join), st.text(max_size=20))
def test_a_clean_title_is_clean(prefixes: str, rest: str) -> None:
    clean = clean_title(prefixes + rest)
    assert clean_title(clean) == clean
    assert clean in " ".join((prefixes + rest).split())


@given(st.lists(PREFIX, max_size=8).map("".join), st.sampled_from(["gemaal", "pomp en sluis", "3 november: schouw"]))
def test_prefixes_change_nothing(prefixes: str, rest: str) -> None:
    assert clean_title(prefixes + rest) == rest
    assert stems(prefixes + rest) == stems(rest)


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        # plurals of the Dutch stemmer (snowballstem.org/algorithms/dutch): -en and the doubled vowel's s fall away
        ("pompen", "nl", ("pomp",)),
        ("pomp", "nl", ("pomp",)),
        # the English stemmer (snowballstem.org/algorithms/english): its sample vocabulary has consign, consigned, consigning
        ("consigned consigning consign", "en", ("consign",)),
        ("knocks knocked", "en", ("knock",)),
        # what carries no topic: stop words of both languages, figures, words of one or two letters
        ("Vraag over de pomp", "nl", ("pomp",)),
        ("Question about the pump", "en", ("pump",)),
        ("Re: overleg maandag 3 november 2025", "nl", ()),
        ("N34 km 12 A2", "nl", ()),
        ("", "nl", ()),
        # in order, each once, no case
        ("Pomp sluis POMP", "nl", ("pomp", "sluis")),
    ],
)
def test_stems(title: str, language: str, expected: tuple[str, ...]) -> None:
    assert stems(title, language) == expected


def test_two_forms_of_a_word_are_one_topic() -> None:
    assert stems("trillende gemalen") == stems("trillend gemalen")
    assert stems("vergunning") == stems("vergunningen")
    assert stems("permits", "en") == stems("permit", "en")


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_doubles_change_nothing(title: str, language: str) -> None:
    once = stems(title, language)
    assert len(set(once)) == len(once)
    assert stems(f"{clean_title(title)} {clean_title(title)}", language) == stems(clean_title(title), language)


@given(st.text(), st.sampled_from(["", "de", "fr", "NL"]))
def test_an_unknown_language_is_stemmed_as_dutch(title: str, language: str) -> None:
    assert stems(title, language) == stems(title, "nl")


@pytest.mark.parametrize(
    ("stem", "titles", "said"),
    [
        ("gemal", ["Nieuwe gemalen", "Gemaal Noord", "De gemalen in mei"], ""),  # "gemaal" has another stem
        ("pomp", ["Pomp 3", "RE: pompen", "pompen kaart"], "pompen"),  # in two of three titles
        ("vaart", ["Hoge Vaart", "Offerte Hoge Vaart", "Antw: Hoge Vaart west"], "Hoge Vaart"),  # in three of three
        ("vaart", ["Hoge Vaart", "Lange Vaart"], "Vaart"),  # the word beside it differs
        ("vaart", ["Hoge: Vaart", "Hoge; Vaart"], "Vaart"),  # no two words of one name
        ("vaart", [], ""),
    ],
)
def test_a_topic_as_people_write_it(stem: str, titles: list[str], said: str) -> None:
    assert spoken(stem, titles) == said
