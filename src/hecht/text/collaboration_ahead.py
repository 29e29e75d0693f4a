"""What lies ahead of a collaboration in words: its milestones, and before a difficult one what small thing can still be done."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hecht.core.days import to_date
from hecht.text.measures import capital, first_name, moment, month, on_day

if TYPE_CHECKING:
    from hecht.app.collaboration.ahead import AheadView
    from hecht.core.collaboration.milestones import Milestone, Moment, Quiet

KINDS = {
    "nl": {
        "start": "begin", "vision": "visie", "intent": "intentieverklaring", "covenant": "convenant", "cost_decision": "besluit over de kosten",
        "permit": "vergunning", "election": "verkiezingen", "budget": "begroting", "reorganisation": "reorganisatie", "other": "moment",
    },
    "en": {
        "start": "start", "vision": "vision", "intent": "letter of intent", "covenant": "covenant", "cost_decision": "decision on the costs",
        "permit": "permit", "election": "elections", "budget": "budget", "reorganisation": "reorganisation", "other": "moment",
    },
}  # fmt: skip
_NEAR = 8
"""Days ahead that are said by the day of the week."""


def milestone_rows(view: "AheadView") -> list[dict[str, Any]]:
    """Give the milestones as rows."""
    return [
        {
            "id": one.slot,
            "day": to_date(one.day).isoformat(),
            "kind": one.kind,
            "title": one.title,
            "stated": one.stated,
            "agree": [view.people[person].name for person in one.people if person in view.people],
        }
        for one in view.milestones
    ]


def milestone_lines(view: "AheadView", lang: str) -> Iterator[str]:
    """Give the milestones in lines, in time, with the next difficult moment."""
    nl = lang == "nl"
    if not view.milestones:
        yield "Er staat nog geen moment." if nl else "There is no milestone yet."
    for one in view.milestones:
        mark = "" if one.stated else (" (uit de agenda)" if nl else " (from the calendar)")
        ahead = "→ " if one.day > view.as_of else "  "
        yield f"{ahead}{to_date(one.day).isoformat()}  {KINDS[lang][one.kind]}: {one.title}{mark}  {one.slot[:6]}"
    if view.moment:
        yield ""
        yield from moment_lines(view, lang)


def moment_lines(view: "AheadView", lang: str, only: Container[int] | None = None) -> Iterator[str]:
    """Say which difficult moment comes, who of those who have to agree it was quiet with, and what can still be done.

    With `only`, nothing is said unless one of those people is among them, and then of them alone (a sheet of today).
    """
    found = view.moment
    if found is None:
        return
    nl = lang == "nl"
    named = [one for one in found.quiet if one.person in view.people and (only is None or one.person in only)]
    if only is not None and not named:
        return
    yield moment_line(view.name, found, view.as_of, lang)
    for one in named:
        yield f"  {quiet_line(one, view, lang)}"
    if found.quiet and found.hidden:
        yield (
            "  Wat de anderen onderling hadden, is hier niet te zien."
            if nl
            else "  What the others had among themselves is not visible here."
        )


def moment_line(name: str, found: "Moment", as_of: int, lang: str) -> str:
    """Say which difficult moment comes, and when."""
    one = found.milestone
    day = on_day(one.day, as_of, lang)
    what = subject(one, lang)
    if lang == "nl":
        head = f"{name}: op {day} staat {what} op de agenda."
        return (
            head
            if found.quiet
            else f"{head} Met iedereen die het aangaat was er de laatste twee maanden ook los van het werk contact."
        )
    head = f"{name}: on {day} {what} is on the agenda."
    return (
        head
        if found.quiet
        else f"{head} With everybody it concerns there was contact beside the work in the last two months."
    )


def subject(one: "Milestone", lang: str) -> str:
    """Name what is on the agenda at a milestone, with its article: "de kostenverdeling"."""
    if one.kind == "other":
        return f"‘{one.title}’"
    article = {
        "nl": {
            "cost_decision": "de kostenverdeling",
            "permit": "de vergunning",
            "election": "de verkiezingen",
            "budget": "de begroting",
        },
        "en": {
            "cost_decision": "the sharing of costs",
            "permit": "the permit",
            "election": "the elections",
            "budget": "the budget",
        },
    }[lang]
    rest = {
        "nl": "het convenant" if one.kind == "covenant" else "de " + KINDS[lang][one.kind],
        "en": "the " + KINDS[lang][one.kind],
    }
    return article.get(one.kind, rest[lang])


def quiet_line(one: "Quiet", view: "AheadView", lang: str) -> str:
    """Say since when there was no informal contact with somebody, as far as seen, and the small thing that still can be done."""
    nl = lang == "nl"
    person = view.people[one.person]
    name = first_name(person.name)
    if one.last is None:
        told = (
            f"Met {name} is hier nog geen contact los van het werk te zien."
            if nl
            else f"With {name} no contact beside the work is to be seen here yet."
        )
    else:
        since = month(one.last, view.as_of, lang)
        told = (
            f"Met {name} was er voor zover te zien sinds {since} geen contact los van het werk."
            if nl
            else f"With {name} there was no contact beside the work since {since}, as far as seen."
        )
    return f"{told} {_small(one, view, lang)}"


def _small(one: "Quiet", view: "AheadView", lang: str) -> str:
    nl = lang == "nl"
    if one.what == "before" and one.meeting is not None:
        if one.meeting.day - view.as_of < _NEAR:
            when = moment(one.meeting.seconds, ZoneInfo(view.zone), view.as_of, lang)
        else:
            when = ("op " if nl else "on ") + on_day(one.meeting.day, view.as_of, lang)
        return (
            f"{capital(when)} zien jullie elkaar; tien minuten eerder koffie?"
            if nl
            else f"You see each other {when}; coffee ten minutes earlier?"
        )
    said = {
        "nl": {
            "visit": "Er is nog tijd om bij elkaar te gaan kijken.",
            "lunch": "Samen lunchen kan nog.",
            "call": "Even bellen kan nog.",
        },
        "en": {
            "visit": "There is time to go and see each other's work.",
            "lunch": "There is time for lunch.",
            "call": "A call is still possible.",
        },
    }
    return said[lang][one.what]


def moment_row(view: "AheadView", lang: str, only: Container[int] | None = None) -> dict[str, Any] | None:
    """Give the next difficult moment as a row, or None; `only` is as in `moment_lines`."""
    found = view.moment
    quiet = [one for one in found.quiet if only is None or one.person in only] if found else []
    if found is None or (only is not None and not quiet):
        return None
    return {
        "collaboration": view.name,
        "day": to_date(found.milestone.day).isoformat(),
        "kind": found.milestone.kind,
        "title": found.milestone.title,
        "left": found.left,
        "quiet": [
            {
                "person": one.person,
                "name": view.people[one.person].name if one.person in view.people else "",
                "last_informal": None if one.last is None else to_date(one.last).isoformat(),
                "what": one.what,
                "meeting": None if one.meeting is None else one.meeting.title,
                "text": quiet_line(one, view, lang) if one.person in view.people else "",
            }
            for one in quiet
        ],
        "fine": found.fine,
        "not_visible_pairs": found.hidden,
    }
