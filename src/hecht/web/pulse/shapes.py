"""A round as its page gets it: the questions in both languages, whom it went to, and once it is closed what came out."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hecht.app.pulse.answering import Opened, Outcome
from hecht.app.pulse.results import Said, meanings, said
from hecht.core.collaboration.pulse import Kind, Mode, Question
from hecht.core.days import to_day
from hecht.stores.round import Head, Seat
from hecht.text.measures import on_day
from hecht.text.pulse import response_lines
from hecht.text.pulse_words import PAGE, decimal, half, question

LANGUAGES = ("nl", "en")


def both(say: Callable[[str], str]) -> dict[str, str]:
    """Give something in both languages."""
    return {lang: say(lang) for lang in LANGUAGES}


def day(head: Head) -> dict[str, str]:
    """Give the last day on which one can answer, with the year."""
    last = to_day(date.fromisoformat(head.last))
    return both(lambda lang: on_day(last, last - 366, lang))


def shape(opened: Opened) -> dict[str, Any]:
    """Give a round to who has a link of it."""
    head = opened.head
    return {
        "round": head.id,
        "name": head.name,
        "mode": str(head.mode),
        "lang": head.lang,
        "day": day(head),
        "questions": [_question(one) for one in head.questions],
        "group": _group(opened.seats),
        "people": len(opened.seats),
        "seat": opened.seat,
        "mine": opened.mine,
        "used": opened.used,
        "closed": head.closed is not None,
        "outcome": _outcome(opened.outcome) if opened.outcome else None,
    }


def _question(asked: Question) -> dict[str, Any]:
    text = both(lambda lang: question(asked.id, asked.term, lang))
    return {"id": asked.id, "kind": str(asked.kind), "text": text}


def _group(seats: tuple[Seat, ...]) -> list[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for one in seats:
        if one.name:
            found.setdefault(one.organisation, []).append({"number": one.number, "name": one.name})
    return [{"organisation": organisation, "people": people} for organisation, people in found.items()]


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {"lines": both(lambda lang: "\n".join(response_lines(outcome, lang))), "questions": came_out(outcome)}


def came_out(outcome: Outcome) -> list[dict[str, Any]]:
    """Give what came out question by question, in both languages; nothing of an anonymous round of fewer than five answers."""
    by_question = {one.question: one for one in said(outcome)}
    return [
        _came_out(asked, outcome, by_question.get(asked.id))
        for asked in outcome.head.questions
        if outcome.released is None or outcome.released.enough
    ]


def _came_out(asked: Question, outcome: Outcome, found: Said | None) -> dict[str, Any]:
    rows: list[dict[str, str]] = []
    if asked.kind is Kind.TERM:
        rows = [{"who": one.name, "what": one.text} for one in meanings(outcome)]
    elif outcome.head.mode is Mode.NAMED:
        rows = [
            {"who": seat.name, "what": told}
            for seat in outcome.seats
            if seat.name and (told := _told(outcome, seat, asked))
        ]
    return {
        **_question(asked),
        "said": both(lambda lang: _said(asked, outcome, found, lang, rows)),
        "place": found and (found.halves / 2 if found.halves is not None else found.mean),
        "steps": found and found.steps,
        "rows": rows,
    }


def _told(outcome: Outcome, seat: Seat, asked: Question) -> str:
    answer = outcome.answers.get(seat.number, {}).get(asked.id)
    if isinstance(answer, tuple):
        return ", ".join(one.name for one in outcome.seats if one.number in answer) or "–"  # noqa: RUF001 - a dash for nobody
    return "" if answer is None else str(answer)


def _said(asked: Question, outcome: Outcome, found: Said | None, lang: str, rows: list[dict[str, str]]) -> str:
    words = PAGE[lang]
    if found is not None and found.halves is not None:
        return half(found.halves, lang)
    if found is not None and found.mean is not None:
        return words["mean"].replace("{value}", decimal(found.mean, lang))
    if rows:
        return ""
    return (
        words["few"] if outcome.head.mode is Mode.ANONYMOUS and asked.kind is not Kind.CONTACT else words["no_answer"]
    )
