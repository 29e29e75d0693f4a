"""What a collaboration rests on and its relationship programme, in words: what shows, what was said, and one question each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date
from hecht.text.calendar import calendar, escaped
from hecht.text.collaboration_words import CONDITIONS, PROGRAMME, QUESTIONS
from hecht.text.measures import first_name, listed, on_day, some

if TYPE_CHECKING:
    from hecht.app.collaboration.weighing import Weighed
    from hecht.core.collaboration.conditions import Condition, Shown
    from hecht.core.collaboration.programme import Did, Planned, Proposal


def condition_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give the five conditions: what shows, what was said, and the question for the agenda."""
    yield "Waar het op rust" if lang == "nl" else "What it rests on"
    for one in found.conditions:
        yield ""
        yield CONDITIONS[lang][one.name]
        yield from (f"  {text}" for text in (shown_line(shown, one, found.as_of, lang) for shown in one.shown) if text)
        yield from (f"  {said.party + ': ' if said.party else ''}“{said.text}”" for said in one.said)
        yield f"  → {QUESTIONS[lang][one.question]}"


def shown_line(shown: "Shown", one: "Condition", as_of: int, lang: str) -> str:
    """Say one thing that shows of a condition."""
    nl, n, of, text = lang == "nl", shown.number, shown.of, shown.text
    said = {
        "ambition": (f"de ambitie: {text}", f"the ambition: {text}"),
        "recognised": (
            f"{n} van de {of} partijen die het zeiden, herkennen zich erin",
            f"{n} of the {of} parties that said so recognise themselves in it",
        ),
        "least": (
            f"{text} herkent zich er het minst in ({n} van de 10)",
            f"{text} recognises itself least in it ({n} of 10)",
        ),
        "told": (
            f"van {n} van de {of} partijen is gezegd wat het moet opleveren",
            f"of {n} of {of} parties it was said what it must bring",
        ),
        "hardly_served": (f"weinig gediend: {text} ({n} van de 10)", f"hardly served: {text} ({n} of 10)"),
        "meetings": (
            f"{some(n, 'dag', 'dagen')} met overleg of bezoek in het laatste half jaar",
            f"{some(n, 'day', 'days')} with a meeting or visit in the last half year",
        ),
        "one_to_one": (
            f"{n} keer ruimte voor elkaar met z’n tweeën",
            f"{some(n, 'time', 'times')} room for each other, just two",
        ),
        "shared": (
            f"{n} keer met (bijna) allemaal iets samen gedaan",
            f"{some(n, 'occasion', 'occasions')} shared by (nearly) all",
        ),
        "agreements": (f"{n} van de {of} afspraken zijn gedaan", f"{n} of {of} agreements are done"),
        "late": (
            f"{some(n, 'afspraak staat', 'afspraken staan')} nog open: {text}",
            f"{some(n, 'agreement is', 'agreements are')} still open: {text}",
        ),
        "mandates": (
            f"van {n} van de {of} deelnemers is het mandaat bekend",
            f"of {n} of {of} participants the mandate is known",
        ),
        "pictures": (
            f"{some(n, 'beeld', 'beelden')} van de vorm, bij {some(of, 'partij', 'partijen')}",
            f"{some(n, 'picture', 'pictures')} of the form, of {some(of, 'party', 'parties')}",
        ),
        "all_there": (
            f"bij {n} van de {of} overleggen waren alle partijen er",
            f"at {n} of {of} meetings all parties were there",
        ),
        "missing": (f"{text} was er {n} van de {of} keer niet bij", f"{text} was not there {n} of {of} times"),
        "milestones": (f"eerstvolgend moment: {text}", f"next moment: {text}"),
        "look_back": (f"terugkijken op {on_day(n, as_of, lang)}", f"looking back on {on_day(n, as_of, lang)}"),
    }
    return said[shown.what][0 if nl else 1] if one.name else ""


def programme_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give the relationship programme: what is planned, what earlier items did, and what could be."""
    nl, as_of = lang == "nl", found.as_of
    for one, line in zip(_planned(found), planned_lines(found, lang), strict=True):
        yield f"{line}  {one.slot[:6]}"
    for past in found.did:
        yield did_line(past, as_of, lang)
    if found.proposals:
        yield ""
        yield "Dit zou kunnen" if nl else "This could be"
        yield from (f"  {proposal_line(one, found, lang)}" for one in found.proposals)
    if not (_planned(found) or found.did or found.proposals):
        yield (
            "Er staat niets op het programma, en hecht ziet nu geen goede aanleiding."
            if nl
            else "Nothing is on the programme, and hecht sees no good occasion now."
        )


def _planned(found: "Weighed") -> "list[Planned]":
    return [one for one in found.planned if one.day >= found.as_of]


def planned_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give what is planned: the day, what it is, and who; nothing of why."""
    for one in _planned(found):
        names = listed([first_name(found.people[person].name) for person in one.people if person in found.people], lang)
        title = f" ‘{one.title}’" if one.title else ""
        yield f"{to_date(one.day).isoformat()}  {PROGRAMME[lang][one.kind]}{title}: {names}"


def proposal_line(one: "Proposal", found: "Weighed", lang: str) -> str:
    """Say one thing that could be on the programme: what, when, with whom."""
    nl, as_of = lang == "nl", found.as_of
    others = [
        first_name(found.people[person].name)
        for person in one.people
        if person in found.people and person != found.together.ego
    ]
    names = listed(others, lang)
    day = on_day(one.day, as_of, lang)
    what = PROGRAMME[lang][one.kind]
    if one.meeting is not None:
        around = f"rond ‘{one.meeting.title}’ van {day}" if nl else f"around ‘{one.meeting.title}’ of {day}"
    else:
        around = f"rond {day}" if nl else f"around {day}"
    host = (f" bij {one.host}" if nl else f" at {one.host}") if one.host else ""
    return f"{what}{host}, {around}, {'met' if nl else 'with'} {names}"


def did_line(one: "Did", as_of: int, lang: str) -> str:
    """Say what an item did to the contact among its people: before and after, which need not be its doing."""
    nl, item = lang == "nl", one.item
    so_far = "" if one.whole else (" tot nu toe" if nl else " so far")
    head = f"{PROGRAMME[lang][item.kind]} ({on_day(item.day, as_of, lang)})"
    if nl:
        return f"{head}: in de twee maanden ervoor {some(one.before, 'dag', 'dagen')} met contact los van het werk, erna{so_far} {one.after}."
    return f"{head}: {some(one.before, 'day', 'days')} with contact beside the work in the two months before, {one.after} after it{so_far}."


def programme_rows(found: "Weighed", lang: str) -> list[dict[str, Any]]:
    """Give what is planned and what is proposed as rows."""
    planned = [
        {
            "id": one.slot,
            "state": "planned" if one.day >= found.as_of else "past",
            "kind": one.kind,
            "title": one.title,
            "day": to_date(one.day).isoformat(),
            "people": list(one.people),
            "why": "",
            "text": PROGRAMME[lang][one.kind],
        }
        for one in found.planned
    ]
    proposed = [
        {
            "id": "",
            "state": "proposed",
            "kind": one.kind,
            "title": "",
            "day": to_date(one.day).isoformat(),
            "people": list(one.people),
            "why": one.why,
            "text": proposal_line(one, found, lang),
        }
        for one in found.proposals
    ]
    return [*planned, *proposed]  # fmt: skip


def programme_calendar(found: "Weighed", lang: str) -> str:
    """Give what is planned as an iCalendar file of whole days (without an end, so one day each); it says what and with whom, and nothing of why."""
    lines = []
    for one in found.planned:
        if one.day < found.as_of:
            continue
        names = listed([found.people[person].name for person in one.people if person in found.people], lang)
        what = one.title or PROGRAMME[lang][one.kind].partition(":")[0]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.slot}@programme.hecht",
            f"DTSTAMP:{to_date(found.as_of):%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{to_date(one.day):%Y%m%d}",
            f"SUMMARY:{escaped(f'{found.of.name}: {what}')}",
            f"DESCRIPTION:{escaped(names)}",
            "END:VEVENT",
        ]
    return calendar("programme", lines)
