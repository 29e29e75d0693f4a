"""Names taken apart, as one reads them in signatures and address books; what each part is was written down by hand."""

from collections.abc import Iterable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.names import Name, parse, read_nicknames

JAN = Name(("jan",), "j", ("de",), ("vries",))
ANNA = {"jansen", "vries"}


@pytest.mark.parametrize(
    "written", ["Jan de Vries", "Vries, Jan de", "JAN DE VRIES", "jan de vries ", "dhr. Jan de Vries"]
)
def test_one_name_in_many_spellings(written: str) -> None:
    assert parse(written) == JAN


@pytest.mark.parametrize(
    "written",
    [
        "Jan de Vries (Delta)",
        "Jan de Vries | Delta",
        "Jan de Vries / Delta",
        "Jan de Vries - Waterschap Delta",
        "Jan de Vries via LinkedIn",
        "dr. ir. Jan de Vries, MSc",
        "Vries, dr. Jan de",
    ],
)
def test_what_is_no_part_of_a_name_is_left_out(written: str) -> None:
    assert parse(written) == JAN


@pytest.mark.parametrize(
    ("written", "initials"),
    [
        ("J. de Vries", "j"),
        ("J de Vries", "j"),
        ("J.P. de Vries", "jp"),
        ("J. P. de Vries", "jp"),
        ("Vries, J.P. de", "jp"),
        ("Joh. de Vries", "j"),
        ("ir. J.P.M. de Vries", "jpm"),
    ],
)
def test_initials(written: str, initials: str) -> None:
    assert parse(written) == Name((), initials, ("de",), ("vries",))


@pytest.mark.parametrize(
    ("written", "particles", "surname"),
    [
        ("Jan van der Meer", ("van", "der"), "meer"),
        ("Jan vd Meer", ("van", "de"), "meer"),
        ("Jan v.d. Meer", ("van", "de"), "meer"),
        ("Jan v. Dijk", ("van",), "dijk"),
        ("Kees 't Hart", ("het",), "hart"),
        ("Hart, Kees 't", ("het",), "hart"),
        ("Kees \u2019t Hart", ("het",), "hart"),
        ("Piet in 't Veld", ("in", "het"), "veld"),
        ("Piet van t Hof", ("van", "het"), "hof"),
        ("Els ter Horst", ("ter",), "horst"),
        ("Els ten Brink", ("ten",), "brink"),
        ("Fatma El Idrissi", ("el",), "idrissi"),
        ("Els Bakker", (), "bakker"),
    ],
)
def test_particles_are_kept_apart(written: str, particles: tuple[str, ...], surname: str) -> None:
    assert (parse(written).particles, parse(written).surnames) == (particles, (surname,))


@pytest.mark.parametrize(
    "written", ["Anna Jansen-de Vries", "Anna de Vries-Jansen", "Anna de Vries - Jansen", "Anna Jansen \u2013 de Vries"]
)
def test_both_surnames_of_somebody_who_married(written: str) -> None:
    assert set(parse(written).surnames) == ANNA
    assert parse(written).given == ("anna",)


def test_names_of_two_words_and_without_accents() -> None:
    assert parse("Jan-Willem Bakker") == parse("Jan Willem Bakker") == Name(("jan", "willem"), "jw", (), ("bakker",))
    assert parse("Łukasz Özdemir") == Name(("lukasz",), "l", (), ("ozdemir",))
    assert parse("Renée Groß").surnames == ("gross",)


@pytest.mark.parametrize("written", ["", "  ", "anna@example.nl", "'anna@example.nl'", "123", "...", ","])
def test_what_is_no_name(written: str) -> None:
    assert parse(written) == Name((), "", (), ())


def test_a_word_alone_is_a_given_name_and_no_whole_name() -> None:
    assert parse("Anna") == Name(("anna",), "a", (), ())
    assert not parse("Anna").whole
    assert not parse("de Vries").whole
    assert parse("A. Vries").whole


@given(st.text(max_size=40))
def test_anything_can_be_taken_apart(written: str) -> None:
    name = parse(written)
    assert all(surname == surname.casefold() for surname in name.surnames)
    assert parse(written.strip()) == name


def _nicknames(*lines: str) -> Iterable[str]:
    return lines


def test_nicknames_stand_for_each_other_both_ways() -> None:
    known = read_nicknames(_nicknames("# a comment", "", "johannes\thans jan", "jan\tjohan"))
    assert known["hans"] == {"hans", "johannes"}
    assert known["jan"] == {"jan", "johannes", "johan"}
    assert "hans" not in known["jan"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cornelis", "kees"),
        ("johannes", "hans"),
        ("hendrik", "henk"),
        ("elisabeth", "els"),
        ("jacob", "jaap"),
        ("wilhelmus", "wim"),
        ("gerrit", "gert"),
        ("catharina", "trijntje"),
        ("william", "bill"),
        ("robert", "bob"),
        ("margaret", "peggy"),
        ("elizabeth", "liz"),
    ],
)
def test_the_list_knows_usual_forms(one: str, other: str) -> None:
    known = read_nicknames(files("hecht.core").joinpath("data/nicknames.tsv").read_text(encoding="utf-8").splitlines())
    assert other in known[one]
    assert one in known[other]
