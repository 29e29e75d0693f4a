"""Task and relation in words: what may be said of a tie and of the last month, Dutch and English."""

from collections.abc import Iterator
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING

from hecht.core.days import to_day
from hecht.text.measures import first_name, month
from hecht.text.reasons import only_task

if TYPE_CHECKING:
    from hecht.app.amounts import Amounts, Balance

_BY = {
    "nl": {"mail": "per mail", "meeting": "in overleggen", "call": "aan de telefoon", "chat": "in chats", "visit": "bij elkaar"},
    "en": {"mail": "by mail", "meeting": "in meetings", "call": "by telephone", "chat": "in chats", "visit": "in person"},
}  # fmt: skip
_ONE = {
    "nl": {"mail": "mail", "meeting": "overleg", "call": "telefoontje", "chat": "chat", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "meeting", "call": "call", "chat": "chat", "visit": "visit"},
}
LIVELY = ("living", "new", "quieter")
"""States of a tie of which something may be said that holds for now."""
_LEAST = 0.05
"""Differences in share below this are not called a change."""


def _day(iso: str) -> int:
    return to_day(date.fromisoformat(iso))


def _tenths(share: float) -> int:
    return round(10 * share)


def amounts_lines(amounts: "Amounts", name: str, as_of: int, lang: str, *, lively: bool = True) -> Iterator[str]:
    """Say how much room for the other a tie has, since when it is about the work alone, and where it rubbed.

    Of a tie that is not lively now nothing is said that holds for now alone.
    """
    nl = lang == "nl"
    who = first_name(name)
    if share := amounts.share:
        part, low, high = _tenths(share.share), floor(10 * share.low), ceil(10 * share.high)
        within = f" (het kunnen er {low} tot {high} zijn)" if nl else f" (it may be {low} to {high})"
        if nl:
            yield f"ruimte voor de ander: ongeveer {part} van de 10{within}, gezien in {share.count} keer contact"
        else:
            yield f"room for the other: about {part} in 10{within}, seen in {share.count} times of contact"
    if amounts.only_task_since and lively:
        yield only_task(who, _day(amounts.only_task_since), as_of, lang)
    if amounts.channel_change and lively:
        gone, came = (_BY[lang][one] for one in amounts.channel_change)
        yield (
            f"Jullie hadden vooral {gone} contact; het laatste half jaar is dat vooral {came}."
            if nl
            else f"You used to be in touch mostly {gone}; over the last half year it is mostly {came}."
        )
    for rubbed in amounts.rubbed[-2:]:
        when = month(_day(rubbed.day), as_of, lang)
        after = {
            "nl": {
                "went_on": "het contact ging gewoon door. Het mocht schuren.",
                "quiet": "daarna werd het stil.",
                "open": "hoe het verder ging, is hier nog niet te zien.",
            },
            "en": {
                "went_on": "contact simply went on. It was all right to disagree.",
                "quiet": "after that it fell quiet.",
                "open": "what came of it is not to be seen here yet.",
            },
        }[lang][rubbed.after]
        yield f"In {when} leek het even te schuren; {after}" if nl else f"In {when} it seemed to rub; {after}"


def balance_line(balance: "Balance | None", lang: str) -> str:
    """Say how much of the last month's contact had room for the other, and whether the quarter before had as much."""
    if balance is None:
        return ""
    part, before = _tenths(balance.month), _tenths(balance.quarter)
    change = balance.month - balance.quarter
    if lang == "nl":
        much = f"Van het contact van de laatste maand had ongeveer {part} op de 10 delen ruimte voor de ander"
        if abs(change) < _LEAST or part == before:
            return f"{much}, net als in het kwartaal ervoor."
        return f"{much}; in het kwartaal ervoor was dat ongeveer {before}."
    much = f"Of last month's contact about {part} parts in 10 had room for the other"
    if abs(change) < _LEAST or part == before:
        return f"{much}, as in the quarter before."
    return f"{much}; in the quarter before it was about {before}."


def happened(channel: str, lang: str, *, mine: bool) -> str:
    """Say what one time of contact was: "mail van jou", "overleg"."""
    word = _ONE[lang][channel]
    if channel not in ("mail", "call"):
        return word
    if lang == "nl":
        return f"{word} {'van jou' if mine else 'aan jou'}"
    return f"{word} {'from you' if mine else 'to you'}"


def corrected_line(part: str, lang: str) -> str:
    """Say that an interaction was corrected, or that this was taken back."""
    if lang == "nl":
        return "Teruggedraaid." if part == "undo" else "Genoteerd; hecht houdt er bij de rest een beetje rekening mee."
    return "Undone." if part == "undo" else "Noted; hecht takes it into account a little for the rest."
