"""Circles (layers) and the attention they got, in words."""

from typing import TYPE_CHECKING

from hecht.core.ties.layers import FEW, FEWEST, bands
from hecht.text.measures import listed, number

if TYPE_CHECKING:
    from hecht.core.ties.attention import Attention

LAYERS = {
    "nl": {1: "binnenste kring", 2: "dichtbij", 3: "goede contacten", 4: "bredere kring"},
    "en": {1: "inner circle", 2: "close", 3: "good contacts", 4: "wider circle"},
}
_TWO = {"nl": {1: "dichtbij", 3: "bredere kring"}, "en": {1: "close", 3: "wider circle"}}
_IN = {
    "nl": {
        (1,): "je binnenste kring",
        (2,): "mensen dichtbij",
        (3,): "goede contacten",
        (4,): "je bredere kring",
        (1, 2): "mensen dichtbij",
        (3, 4): "je bredere kring",
    },
    "en": {
        (1,): "your inner circle",
        (2,): "people close to you",
        (3,): "good contacts",
        (4,): "your wider circle",
        (1, 2): "people close to you",
        (3, 4): "your wider circle",
    },
}


def circle(layer: int | None, people: int, lang: str) -> str:
    """Name the circle of a layer where `people` have one: none below 15, two up to 40, then four; layer 5 has no name."""
    if layer is None or layer not in LAYERS[lang] or people < FEWEST:
        return ""
    return LAYERS[lang][layer] if people > FEW else _TWO[lang][layer - (layer - 1) % 2]


def attention_line(found: "Attention", people: int, lang: str) -> str:
    """Say how the contact of the last quarter was spread; nothing below ten contacts, where tenths mean nothing."""
    if found.contacts < 10:  # noqa: PLR2004 - said above
        return ""
    shares = [
        (band, round(10 * sum(found.layers[layer - 1] for layer in band) / found.contacts)) for band in bands(people)
    ]
    few = round(10 * found.with_fewest / found.contacts)
    same = found.people > found.fewest and few > 0
    if lang == "nl":
        parts = [f"{_tenths(tenths)} met {_IN['nl'][band]}" for band, tenths in shares if tenths]
        people_word = "mens" if found.people == 1 else "mensen"
        text = f"Het laatste kwartaal: {found.contacts} contactmomenten met {found.people} {people_word}."
        text += f" Van elke tien waren er ongeveer {listed(parts, lang)}." if parts else ""
        return text + (f" Ongeveer {_tenths(few)} van de tien waren met dezelfde vijf mensen." if same else "")
    parts = [f"{number(tenths, lang)} with {_IN['en'][band]}" for band, tenths in shares if tenths]
    people_word = "person" if found.people == 1 else "people"
    text = f"The last quarter: {found.contacts} contacts with {found.people} {people_word}."
    text += f" Of every ten, about {listed(parts, lang)}." if parts else ""
    return text + (f" About {number(few, lang)} of every ten were with the same five people." if same else "")


def _tenths(count: int) -> str:
    return "één" if count == 1 else number(count, "nl")


def named_line(name: str, lang: str) -> str:
    """Confirm what the user called a group of the map, or that it has its own name again."""
    if not name:
        return "Deze groep heet weer zoals eerst." if lang == "nl" else "This group is called as before again."
    return f"Deze groep heet nu {name}." if lang == "nl" else f"This group is now called {name}."


def placed_line(name: str, layer: int, lang: str) -> str:
    """Confirm in which circle the user put somebody, or that the log says it again."""
    if not layer:
        return (
            f"De kring van {name} volgt weer uit het contact."
            if lang == "nl"
            else f"The circle of {name} follows from the contact again."
        )
    where = LAYERS[lang].get(layer, "buiten de kringen" if lang == "nl" else "outside the circles")
    return f"Genoteerd: {name}, {where}." if lang == "nl" else f"Noted: {name}, {where}."
