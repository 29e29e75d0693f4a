"""The sheets of today in words: as lines to read or print, as rows for JSON, and as descriptions for a calendar."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hecht.core.days import to_date
from hecht.text.calendar import calendar, escaped
from hecht.text.drafts import draft
from hecht.text.measures import capital, first_name, moment, month, number, on_day
from hecht.text.moves import through
from hecht.text.reasons import reason

if TYPE_CHECKING:
    from hecht.app.people import Person
    from hecht.app.today import Guest, Sheet, Today
    from hecht.core.moves.move import Later
    from hecht.core.ties.reciprocity import Question

_CHANNELS = {
    "nl": {"mail": "mail", "meeting": "overleg", "call": "telefoon", "chat": "chat", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "meeting", "call": "telephone", "chat": "chat", "visit": "visit"},
}
_PAIRS = 2
"""Pairs who do not know each other that are named."""


def today_lines(today: "Today", lang: str, *, own_today: str | None) -> Iterator[str]:
    """Give the sheets in lines."""
    nl, zone = lang == "nl", ZoneInfo(today.zone)
    yield ""
    then = f" ({on_day(today.as_of, 0, lang)})" if own_today else ""
    yield ("Vandaag" if nl else "Today") + then
    for later in today.later:
        yield look_back_line(later, lang)
    if not today.sheets:
        yield (
            "Vandaag en de volgende werkdag staat er geen overleg met anderen in de agenda."
            if nl
            else "There is no meeting with others in the calendar today or the next working day."
        )
        return
    for sheet in today.sheets:
        yield ""
        yield sheet_head(sheet, zone, today.as_of, lang)
        yield from (f"  {line}" for line in sheet_lines(sheet, today, lang))
    yield ""
    yield capital(f"{through(today.seen_through, lang)}.")


def look_back_line(later: "Later", lang: str) -> str:
    """Say that it is one or two years since people with the same problem came together."""
    if lang == "nl":
        years = "een jaar" if later.years == 1 else f"{number(later.years, lang)} jaar"
        return f"Vandaag is het {years} geleden dat jullie samenkwamen over ‘{later.title}’. Draait het nog?"
    years = "a year" if later.years == 1 else f"{number(later.years, lang)} years"
    return f"Today it is {years} since you came together about ‘{later.title}’. Does it still run?"


def sheet_head(sheet: "Sheet", zone: ZoneInfo, as_of: int, lang: str) -> str:
    """Give the first line of a sheet: when it is and what it is called."""
    when = capital(moment(sheet.meeting.seconds, zone, as_of, lang).removeprefix("on "))
    return f"{when}: {sheet.meeting.title}" if sheet.meeting.title else when


def sheet_lines(sheet: "Sheet", today: "Today", lang: str) -> Iterator[str]:
    """Give what a sheet says of a meeting: who comes, who does not know whom, and one suggestion."""
    nl, zone = lang == "nl", ZoneInfo(today.zone)
    for guest in sheet.guests:
        first, *rest = guest_lines(guest, today.as_of, lang)
        organisation = f" ({guest.person.organisation})" if guest.person.organisation else ""
        yield f"{guest.person.name}{organisation}: {first}"
        yield from (f"  {line}" for line in rest)
    if sheet.more:
        yield f"en nog {number(sheet.more, lang)}" if nl else f"and {number(sheet.more, lang)} more"
    for one, other in sheet.strangers[:_PAIRS]:
        yield strangers_line((one, other), lang)
    hint = suggestion(sheet, today, lang)
    if hint:
        yield f"{'Suggestie' if nl else 'Suggestion'}: {hint}"
        if sheet.move:
            names = {guest.person.id: guest.person.name for guest in sheet.guests}
            voice = today.voices.get(sheet.move.people[0])
            yield f"  “{draft(sheet.move, names, zone, today.as_of, lang, voice)}”"
            yield f"  hecht move {sheet.move.id[:6]} done | later | never"


def strangers_line(pair: tuple["Person", "Person"], lang: str) -> str:
    """Say that two who come do not know each other, as far as seen."""
    one, other = (first_name(person.name) for person in pair)
    if lang == "nl":
        return f"Voor zover hecht ziet, kennen {one} en {other} elkaar niet."
    return f"As far as hecht sees, {one} and {other} do not know each other."


def suggestion(sheet: "Sheet", today: "Today", lang: str) -> str:
    """Say the one suggestion of a sheet: a move that fits the meeting, else two people to bring together, else nothing."""
    if sheet.move:
        names = {guest.person.id: guest.person.name for guest in sheet.guests}
        alone = sheet.move.reason.occasion == "meeting"
        # the sheet says when the meeting is; a reason that says more than that says it without
        told = reason(sheet.move, names, ZoneInfo(today.zone), today.as_of, lang, when=False)
        if alone and lang == "nl":
            return f"{told} Misschien is er even tijd om bij te praten."
        return f"{told} Perhaps there is time to catch up." if alone else told
    if sheet.strangers:
        one, other = (first_name(person.name) for person in sheet.strangers[0])
        if lang == "nl":
            return f"{one} en {other} even aan elkaar voorstellen."
        return f"introduce {one} and {other} to each other."
    return ""


def guest_lines(guest: "Guest", as_of: int, lang: str) -> Iterator[str]:
    """Say what is known of the contact with somebody who comes: since when, the last time, what stands open, a note."""
    nl = lang == "nl"
    if guest.since is None or guest.last is None:
        yield "rechtstreeks contact is hier nog niet te zien" if nl else "no direct contact is to be seen here so far"
    else:
        since, last = month(guest.since, as_of, lang), on_day(guest.last, as_of, lang)
        how = _CHANNELS[lang][guest.channel]
        alone = "" if guest.alone else ("; nog niet met z’n tweeën" if nl else "; not just the two of you so far")
        if nl:
            yield f"contact sinds {since}, het laatst op {last} ({how}){alone}"
        else:
            yield f"in touch since {since}, the last time on {last} ({how}){alone}"
    for question in (guest.asked_me, guest.asked):
        if question:
            yield _question(question, as_of, lang)
    if guest.note:
        yield f"{'je noteerde' if nl else 'you noted'}: {guest.note}"


def _question(question: "Question", as_of: int, lang: str) -> str:
    day = on_day(question.day, as_of, lang)
    about = f": ‘{question.title}’" if question.title else ""
    if lang == "nl":
        who = f"jij vroeg op {day}" if question.mine else f"vroeg jou op {day}"
        return f"{who} iets{about} (geen antwoord te zien)"
    who = f"you asked on {day}" if question.mine else f"asked you on {day}"
    return f"{who}{about} (no answer to be seen)"


def today_rows(today: "Today", lang: str) -> list[dict[str, Any]]:
    """Give the sheets as rows: meeting, people, more, strangers, suggestion."""
    zone = ZoneInfo(today.zone)
    rows = []
    for sheet in today.sheets:
        names = {guest.person.id: guest.person.name for guest in sheet.guests}
        move = sheet.move
        begin, end = (
            datetime.fromtimestamp(seconds, zone).isoformat()
            for seconds in (sheet.meeting.seconds, sheet.meeting.seconds + sheet.meeting.duration)
        )
        rows.append(
            {
                "meeting": {"at": begin, "until": end, "title": sheet.meeting.title},
                "people": [_guest_row(guest) for guest in sheet.guests],
                "more": sheet.more,
                "strangers": [[one.name, other.name] for one, other in sheet.strangers],
                "suggestion": {
                    "id": move.id if move else None,
                    "kind": str(move.kind) if move else None,
                    "text": suggestion(sheet, today, lang),
                    "draft": draft(move, names, zone, today.as_of, lang, today.voices.get(move.people[0]))
                    if move
                    else "",
                },
            }
        )
    return rows


def _guest_row(guest: "Guest") -> dict[str, Any]:
    return {
        "name": guest.person.name,
        "organisation": guest.person.organisation,
        "since": None if guest.since is None else to_date(guest.since).isoformat(),
        "last": None if guest.last is None else to_date(guest.last).isoformat(),
        "channel": guest.channel or None,
        "one_to_one": guest.alone,
        "questions": [
            {"mine": one.mine, "day": to_date(one.day).isoformat(), "subject": one.title}
            for one in (guest.asked_me, guest.asked)
            if one
        ],
        "note": guest.note,
    }


def today_calendar(today: "Today", lang: str) -> str:
    """Give the sheets as an iCalendar file: an entry at the time of each meeting, with the sheet as its description.

    The entries have ids of their own and take no time, so that nothing is changed in the meetings themselves.
    """
    lines: list[str] = []
    zone = ZoneInfo(today.zone)
    stamp = f"{to_date(today.as_of):%Y%m%d}T000000Z"
    for sheet in today.sheets:
        meeting = sheet.meeting
        text = "\n".join(sheet_lines(sheet, today, lang))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{meeting.key:016x}@sheet.hecht",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{_utc(meeting.seconds)}",
            f"DTEND:{_utc(meeting.seconds + meeting.duration)}",
            f"SUMMARY:{escaped('hecht: ' + (meeting.title or sheet_head(sheet, zone, today.as_of, lang)))}",
            f"DESCRIPTION:{escaped(text)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    return calendar("today", lines)


def _utc(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}"
