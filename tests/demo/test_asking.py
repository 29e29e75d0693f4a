"""The pumping station in the demo world: who is found by asking, who is not, and who appears after the answer came."""

from pathlib import Path

import pytest

from hecht.app.answer import Answer
from hecht.app.demo import make_demo
from hecht.app.library import Hecht
from hecht.core.exchange.asks import Need
from hecht.core.identity import key_of
from hecht.demo import LATER, PLANTED
from hecht.text.exchange import SHOWN, answer_lines

ASKS = (
    "Wie heeft ervaring met een trillend gemaal uit 1974?",
    "Ons oude gemaal uit 1974 trilt. Wie heeft dat opgelost?",
    "Gemaal (bouwjaar 1974) heeft last van trillingen: oorzaak en oplossing gezocht",
)
STATION = next(one.people for one in PLANTED if one.id == "station-1974")
DECOYS = next(one.people for one in PLANTED if one.id == "station-decoys")
ALBERT, AAFKE = "a.nijland@waterschap-krommewiel.example", "aafke.wolthuis@zoutekreken.example"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hecht]:
    made = make_demo(tmp_path_factory.mktemp("asking"))
    return made.folder, made.log


def mails(identifiers: tuple[str, ...]) -> set[str]:
    return {one.partition(":")[2] for one in identifiers}


def first(found: Answer) -> tuple[set[str], set[str], set[str]]:
    """Give whom the first five of each part name, by address: in the second those of the organisations."""
    known = {text for one in found.known[:SHOWN] for text in mails(one.person.identifiers)}
    ways = {text for one in found.ways[:SHOWN] if one.chain for text in mails(one.chain.people[-1].identifiers)}
    met = {text for one in found.met[:SHOWN] for text in mails(one.person.identifiers)}
    return known, ways, met


@pytest.mark.parametrize("text", ASKS)
def test_five_of_six_are_found_and_no_decoy_is(demo: tuple[Path, Hecht], text: str) -> None:
    _, log = demo
    known, ways, met = first(log.answer(log.ask(text)))
    assert set(STATION) & known == set(STATION) - {ALBERT, AAFKE}
    assert ALBERT in met
    assert not set(DECOYS) & (known | ways | met)
    # the sixth is in no file: the answer names her organisation, and who can lead there
    assert {one.rpartition("@")[2] for one in ways} == {"zoutekreken.example"}


def test_the_answer_names_organisation_and_bridge_and_then_the_person(tmp_path: Path) -> None:
    made = make_demo(tmp_path)
    log = made.log
    wish = log.ask(ASKS[0])
    way = log.answer(wish).ways[0]
    assert way.chain
    assert "mailto:jurgen.scholte@lagebeemden.example" in way.chain.people[1].identifiers
    lines = "\n".join(answer_lines(log.answer(wish), "nl"))
    assert "Jürgen Scholte" in lines
    assert "Wolthuis" not in lines
    log.import_([made.folder / LATER])
    found = log.answer(wish)
    assert key_of(f"mailto:{AAFKE}") in [one.person.id for one in found.known[:SHOWN]]
    assert not found.ways  # there is somebody one knows now


def test_thinking_along_is_asked_of_close_people_alone_and_not_carried_further(demo: tuple[Path, Hecht]) -> None:
    _, log = demo
    found = log.answer(log.ask("Zou het gemaal ook zonder krooshek kunnen?", need=Need.THINKING_ALONG))
    assert found.known
    assert {one.layer for one in found.known} <= {1, 2}
    assert (found.ways, found.met) == ((), ())


def test_what_somebody_brings_stands_first_and_is_said(demo: tuple[Path, Hecht]) -> None:
    _, log = demo
    log.offer("Meetset om trillingen aan een gemaal te meten", of="Gijs Hartman")
    found = log.answer(log.ask(ASKS[0]))
    assert found.known[0].person.name == "Gijs Hartman"
    assert any("Gijs biedt: " in line and "Meetset" in line for line in answer_lines(found, "nl"))
    log.withdraw(log.wishes(asked=False)[0].id)


def test_an_answer_never_sees_what_came_later(demo: tuple[Path, Hecht]) -> None:
    """Hendrik's first mail about his station is of 2025 (planted.tsv); in the autumn of 2024 he is not known for it."""
    _, log = demo
    found = log.answer(log.ask(ASKS[0], "2024-09-01"), "2024-09-01")
    for one in found.known:
        assert all(about.last <= log.day("2024-09-01") for about in one.about)
    assert "hendrik.veldman@hh-zeedrecht.example" not in first(found)[0]
