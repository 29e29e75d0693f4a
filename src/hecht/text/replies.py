"""Replies in words: how soon the two answer one another, and whether that is as usual."""

from collections.abc import Iterator

from hecht.core.ties.replies import Replies, Speed
from hecht.text.measures import first_name

_WITHIN = {
    1: ("een uur", "an hour"),
    4: ("een paar uur", "a few hours"),
    24: ("een dag", "a day"),
    72: ("een paar dagen", "a few days"),
    168: ("een week", "a week"),
}
"""Hours for which people have words. "Meestal" is true: two of three answers came within them."""


def _within(speed: Speed | None, lang: str) -> str:
    said = next((words for hours, words in _WITHIN.items() if speed and speed.within <= hours), None)
    return "" if said is None else said[lang != "nl"]


def replies_lines(replies: Replies, name: str, lang: str) -> Iterator[str]:
    """Say how soon the two answer one another by mail, as far as that can be said; nothing of answers that take weeks."""
    who, mine, theirs = first_name(name), _within(replies.mine, lang), _within(replies.theirs, lang)
    if lang == "nl":
        both = f"Jullie antwoorden meestal binnen {mine} op elkaars mail."
        own, other = f"Jij antwoordt {who} meestal binnen {mine}", f"{who} antwoordt jou meestal binnen {theirs}"
    else:
        both = f"You two mostly answer each other's mail within {mine}."
        own, other = f"You mostly answer {who} within {mine}", f"{who} mostly answers you within {theirs}"
    if mine and mine == theirs:
        yield both
    elif mine or theirs:
        yield "; ".join(part for part, known in ((own, mine), (other, theirs)) if known) + "."
    if replies.than_usual == "sooner":
        yield (
            f"{who} krijgt sneller antwoord van jou dan de meeste anderen."
            if lang == "nl"
            else f"{who} gets an answer from you sooner than most others."
        )
    if replies.lately:
        sooner = replies.lately == "sooner"
        if lang == "nl":
            yield f"De laatste maanden komt antwoord van {who} {'sneller' if sooner else 'later'} dan daarvoor."
        else:
            yield f"In recent months answers from {who} come {'sooner' if sooner else 'later'} than before."
