"""A round of questions in words: messages to copy, where it stands, what came out, and what serving it means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hecht.core.collaboration.pulse import Mode
from hecht.core.days import to_day
from hecht.text.measures import dear, on_day
from hecht.text.pulse_words import CONDITIONS, PAGE, decimal, half, question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hecht.app.pulse.answering import Outcome
    from hecht.app.pulse.inviting import Taken
    from hecht.app.pulse.results import Meaning, Round, Said
    from hecht.app.pulse.rounds import Standing, Started
    from hecht.stores.round import Head, Seat

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def last_day(head: Head, lang: str) -> str:
    """Say the last day on which one can answer."""
    last = to_day(date.fromisoformat(head.last))
    return on_day(last, last, lang)


def invitation(head: Head, name: str, link: str, lang: str) -> str:
    """Write the message that goes with a link: what it is, how long it takes, what happens with it, an easy way out."""
    day, count = last_day(head, lang), len(head.questions)
    hello = dear(name, lang) if name else ("Dag" if lang == "nl" else "Hello")
    if lang == "nl":
        how = (
            "Het is op naam: wie het kreeg ziet na afloop wat ieder antwoordde."
            if head.mode is Mode.NAMED
            else "Het is anoniem: alleen het geheel komt eruit, als minstens vijf mensen antwoorden."
        )
        return (
            f"{hello}, hierbij een vragenrondje over {head.name}: {count} vragen, ongeveer twee minuten. {how} "
            f"Antwoorden kan tot en met {day}. De link is voor jou alleen:\n{link}\nKomt het niet uit, dan is dat ook goed."
        )
    how = (
        "It is by name: who got it sees afterwards what each answered."
        if head.mode is Mode.NAMED
        else "It is anonymous: only the whole comes out, if at least five people answer."
    )
    return (
        f"{hello}, here is a short round of questions about {head.name}: {count} questions, about two minutes. {how} "
        f"You can answer until and including {day}. The link is for you alone:\n{link}\nIf it does not suit you, that is fine too."
    )


def reminder(head: Head, name: str, link: str, lang: str) -> str:
    """Write a reminder; without a link (anonymous) it goes to everybody alike, since nobody knows who answered."""
    day = last_day(head, lang)
    hello = dear(name, lang) if name else ("Dag allemaal" if lang == "nl" else "Hello all")
    if lang == "nl":
        if not link:
            return (
                f"{hello}, het vragenrondje over {head.name} loopt nog tot en met {day}. Je link staat in het bericht dat je "
                "eerder kreeg. Heb je geantwoord, dank je wel; komt het niet uit, dan is dat ook goed."
            )
        return (
            f"{hello}, het vragenrondje over {head.name} loopt nog tot en met {day}; het duurt ongeveer twee minuten. "
            f"Dit is je link:\n{link}\nKomt het niet uit, dan is dat ook goed."
        )
    if not link:
        return (
            f"{hello}, the round of questions about {head.name} is open until and including {day}. Your link is in the message "
            "you got before. If you answered, thank you; if it does not suit you, that is fine too."
        )
    return (
        f"{hello}, the round of questions about {head.name} is open until and including {day}; it takes about two minutes. "
        f"This is your link:\n{link}\nIf it does not suit you, that is fine too."
    )


def started_lines(started: Started, lang: str) -> list[str]:
    """Give the messages to copy after a start; hecht sends nothing itself."""
    head = started.head
    nl = lang == "nl"
    lines = [
        f"Vragenrondje {head.name}, tot en met {last_day(head, lang)}. hecht verstuurt niets; dit zijn berichten om te kopiëren."
        if nl
        else f"Round of questions {head.name}, until and including {last_day(head, lang)}. hecht sends nothing; these are messages to copy.",
    ]
    if head.mode is Mode.ANONYMOUS:
        lines.append(
            "De links horen bij niemand in het bijzonder: geef ieder er één (of laat ieder er blind een trekken). Ze staan nergens "
            "anders en komen niet terug. Bewaar niet wie welke kreeg."
            if nl
            else "The links belong to nobody in particular: give each person one (or let each draw one blindly). They stand nowhere "
            "else and do not come back. Keep no record of who got which."
        )
    if urlsplit(head.at).hostname in LOOPBACK:
        lines.append(_only_here(lang))
    return [*lines, "", *letters([(seat, link) for seat, link in started.links], head, lang)]


def _only_here(lang: str) -> str:
    if lang == "nl":
        return "Deze links werken alleen op deze computer. Voor anderen: begin met --at ADRES, of gebruik op naam bestanden (files)."
    return "These links work on this computer alone. For others: start with --at ADDRESS, or use files by name (files)."


def letters(links: Sequence[tuple[Seat | None, str]], head: Head, lang: str) -> list[str]:
    """Give a message for each link."""
    lines = []
    for seat, link in links:
        if seat is not None:
            lines.append(f"-- {seat.name}" + (f" ({seat.organisation})" if seat.organisation else ""))
        lines += [invitation(head, seat.name if seat else "", link, lang), ""]
    return lines


def reminder_lines(standing: Standing, links: Sequence[tuple[Seat, str]], lang: str) -> list[str]:
    """Give reminders to copy: by name for who did not answer yet, anonymous one for all."""
    head = standing.head
    if head.mode is Mode.ANONYMOUS:
        return [reminder(head, "", "", lang)]
    waiting = {one.number for one in standing.waiting}
    lines = []
    for seat, link in links:
        if seat.number in waiting:
            lines += [f"-- {seat.name}", reminder(head, seat.name, link, lang), ""]
    return lines or ["Iedereen heeft geantwoord." if lang == "nl" else "Everybody answered."]


def standing_lines(standing: Standing, lang: str) -> list[str]:
    """Say where an open round stands; of an anonymous one no more than whether five answered."""
    head, nl = standing.head, lang == "nl"
    day = last_day(head, lang)
    lines = [
        f"Vragenrondje {head.name}: loopt tot en met {day}, ging naar {standing.invited} mensen."
        if nl
        else f"Round of questions {head.name}: open until and including {day}, went to {standing.invited} people."
    ]
    if standing.answered is None:
        enough = (
            ("Minstens vijf mensen antwoordden." if nl else "At least five people answered.") if standing.enough else ""
        )
        few = "Nog geen vijf mensen antwoordden." if nl else "Fewer than five people answered so far."
        lines.append(enough or few)
        return lines
    lines.append(
        f"{standing.answered} van de {standing.invited} antwoordden."
        if nl
        else f"{standing.answered} of {standing.invited} answered."
    )
    if standing.waiting:
        names = ", ".join(one.name for one in standing.waiting)
        lines.append(f"Nog niet: {names}." if nl else f"Not yet: {names}.")
    return lines


def outcome_lines(outcome: Outcome, said: Sequence[Said], meanings: Sequence[Meaning], lang: str) -> list[str]:
    """Say what came out of a round that closed."""
    words, head = PAGE[lang], outcome.head
    lines = [f"{words['title']} {head.name}, {last_day(head, lang)}. {words['closed']}"]
    lines += response_lines(outcome, lang)
    if outcome.released is not None and not outcome.released.enough:
        return lines
    lines += [words["scale_is"], *(_line(one, lang) for one in said)]
    if meanings:
        lines.append(question("term", meanings[0].term, lang))
        lines += [f"  {one.name}: {one.text}" if one.name else f"  {one.text}" for one in meanings]
    return lines


def response_lines(outcome: Outcome, lang: str) -> list[str]:
    """Say how many answered, as far as that may be told, and with what caution the rest is to be read."""
    words = PAGE[lang]
    if outcome.released is not None and not outcome.released.enough:
        return [words["outcome_few"]]
    lines = []
    if outcome.answered is not None:
        told = words["answered"].replace("{answered}", str(outcome.answered))
        lines.append(told.replace("{invited}", str(outcome.invited)))
    if outcome.caution:
        lines.append(words["caution"])
    elif outcome.answered is None:
        lines.append(words["most_answered"])
    return lines


def _line(said: Said, lang: str) -> str:
    text = f"  {question(said.question, '', lang)} ({CONDITIONS[lang][said.condition]})"
    if said.halves is not None:
        return f"{text} {half(said.halves, lang)}"
    steps = " ".join(map(str, said.steps or ()))
    return f"{text} {PAGE[lang]['mean'].replace('{value}', decimal(said.mean or 0, lang))} [{steps}]"


def side_lines(rounds: Sequence[Round], lang: str) -> list[str]:
    """Put rounds side by side, question by question; anonymous ones only where that gives nobody away."""
    nl = lang == "nl"
    left_out = [one for one in rounds if not one.together]
    shown = [one for one in rounds if one.together]
    lines = []
    for number in dict.fromkeys(said.question for one in shown for said in one.said):
        found = [(one.head, said) for one in shown for said in one.said if said.question == number]
        lines.append(f"{question(number, '', lang)}")
        for head, said in found:
            value = half(said.halves, lang) if said.halves is not None else decimal(said.mean or 0, lang)
            lines.append(f"  {head.last}  {value}")
    if left_out:
        days = ", ".join(one.head.last for one in left_out)
        lines.append(
            f"Niet ernaast gezet: {days}. De groep was bijna dezelfde of er kwam niets uit; het verschil zou iemands antwoord kunnen verraden."
            if nl
            else f"Not put beside it: {days}. The group was almost the same or nothing came out; the difference could give away an answer."
        )
    return lines or ["Er zijn nog geen gesloten rondjes." if nl else "There are no closed rounds yet."]


def taken_lines(taken: Taken, lang: str, command: str = "hecht collaboration undo") -> list[str]:
    """Say what was taken into the collaboration, and by which command that is undone; without one (on the page) that is not said."""
    nl = lang == "nl"
    lines = []
    if taken.told:
        who = ("iemand" if nl else "somebody") if taken.told == 1 else f"{taken.told} {'mensen' if nl else 'people'}"
        told = "vertelde" if taken.told == 1 else "vertelden"
        lines.append(
            f"Wat {who} over contact {told}, staat nu bij de samenwerking."
            if nl
            else f"What {who} told of contact now stands with the collaboration."
        )
    if taken.term:
        lines.append(f"‘{taken.term}’ staat op de woordenlijst." if nl else f"‘{taken.term}’ is on the word list.")
    if not lines:
        return ["Er is niets om over te nemen." if nl else "There is nothing to take in."]
    undo = f"{'Terugnemen' if nl else 'Take back'}: {command}."
    return [*lines, undo] if command else lines


def files_line(number: int, where: str, lang: str) -> str:
    """Say how many forms were written, and what to do with them."""
    if lang == "nl":
        return f"{number} formulieren staan in {where}. Geef ieder het zijne; wat het opslaat, lees je in met --read BESTAND."
    return f"{number} forms are in {where}. Give each person theirs; what it saves is read in with --read FILE."


def read_line(kept: int, lang: str) -> str:
    """Say how many files with answers were read in."""
    if lang == "nl":
        return f"{kept} {'bestand' if kept == 1 else 'bestanden'} met antwoorden ingelezen."
    return f"{kept} {'file' if kept == 1 else 'files'} with answers read in."


def standing_row(standing: Standing) -> dict[str, Any]:
    """Give where a round stands as one row of JSON."""
    return {
        "name": standing.head.name,
        "mode": str(standing.head.mode),
        "last": standing.head.last,
        "invited": standing.invited,
        "answered": standing.answered,
        "enough": standing.enough,
        "waiting": [one.name for one in standing.waiting],
    }


def side_rows(rounds: Sequence[Round]) -> list[dict[str, Any]]:
    """Give rounds side by side as rows of JSON; of one that may not stand there only its day."""
    return [
        {
            "last": one.head.last,
            "together": one.together,
            "questions": {said.question: said.mean if said.halves is None else said.halves / 2 for said in one.said},
        }
        for one in rounds
    ]


def outcome_row(outcome: Outcome, said: Sequence[Said], meanings: Sequence[Meaning]) -> dict[str, Any]:
    """Give what came out as one row of JSON."""
    return {
        "name": outcome.head.name,
        "mode": str(outcome.head.mode),
        "last": outcome.head.last,
        "invited": outcome.invited,
        "answered": outcome.answered,
        "caution": outcome.caution,
        "questions": [
            {
                "question": one.question,
                "condition": one.condition,
                "steps": one.steps,
                "mean": one.mean,
                "halves": one.halves,
            }
            for one in said
        ],
        "meanings": [one._asdict() for one in meanings],
        "people": [
            {"name": one.name, "organisation": one.organisation, "answers": outcome.answers[one.number]}
            for one in outcome.seats
            if one.number in outcome.answers
        ],
    }
