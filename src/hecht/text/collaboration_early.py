"""The early sign of a collaboration in words: what shows, as a question, and how far that is to be relied on."""

from typing import TYPE_CHECKING

from hecht.text.measures import number, on_day

if TYPE_CHECKING:
    from hecht.app.collaboration.weighing import Weighed
    from hecht.core.collaboration.occasions import Stretch

WEEKS = 70
"""Days up to which a stretch is called the last weeks."""


def early_line(found: "Weighed", lang: str) -> str:
    """Say the early sign, and ask whether it is noticed; nothing when there is none.

    "De laatste weken gaat het vooral over het werk: sinds 3 juni had geen van de 14 contactmomenten ruimte voor elkaar, daarvoor
    hadden dat er negen van de 40. Valt jou dat ook op?"
    """
    sign = found.early
    if sign is None:
        return ""
    since, lately = on_day(sign.since, found.as_of, lang), found.as_of - sign.since <= WEEKS
    if lang == "nl":
        verb = "had" if sign.after.room < 2 else "hadden"  # noqa: PLR2004
        return (
            f"{'De laatste weken' if lately else 'De laatste tijd'} gaat het vooral over het werk: sinds {since} {verb} "
            f"{_part(sign.after, lang)} contactmomenten ruimte voor elkaar, daarvoor {_part(sign.before, lang)}. "
            "Valt jou dat ook op?"
        )
    return (
        f"{'In the last weeks' if lately else 'Lately'} it is mostly about the work: since {since} {_part(sign.after, lang)} "
        f"occasions had room for each other, before that {_part(sign.before, lang)}. Do you notice that too?"
    )


def early_note(lang: str) -> str:
    """Say how far an early sign is to be relied on, as measured in docs/evidence-collaborations.md."""
    return (
        "Dit is een vroeg teken: het kan ook weer overgaan, of een drukke tijd zijn. In nagebootste samenwerkingen waarin er ruimte "
        "voor elkaar bleef, stond het er bij ongeveer 1 op de 100 keer kijken ten onrechte."
        if lang == "nl"
        else "This is an early sign: it may pass, or be a busy time. In simulated partnerships that kept room for "
        "each other it was there wrongly at about 1 in 100 looks."
    )


def _part(stretch: "Stretch", lang: str) -> str:
    if lang == "nl":
        return f"{'geen' if not stretch.room else number(stretch.room, lang)} van de {stretch.occasions}"
    return f"{'none' if not stretch.room else number(stretch.room, lang)} of {stretch.occasions}"
