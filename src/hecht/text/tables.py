"""Ties, persons and weeks as tables and lines for a terminal, and as rows for JSON and CSV."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hecht.core.days import to_day
from hecht.core.moves.move import Kind, Move
from hecht.core.moves.plan import OLD
from hecht.core.ties.layers import FEW
from hecht.core.ties.state import State
from hecht.text.circles import LAYERS, circle
from hecht.text.drafts import draft
from hecht.text.looking_back import INVITATION
from hecht.text.measures import capital, listed, number, on_day, some, span
from hecht.text.moves import KINDS, nothing, through
from hecht.text.people import SPHERES, job_lines
from hecht.text.reasons import reason

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from hecht.app.people import Person
    from hecht.app.person import PersonView
    from hecht.app.ties import TieRow
    from hecht.app.week import Week

STATES = {
    "nl": {
        State.NEW: "nieuw",
        State.LIVING: "levend",
        State.QUIETER: "wordt stiller",
        State.DORMANT: "slapend",
        State.PERIPHERAL: "zijdelings",
    },
    "en": {
        State.NEW: "new",
        State.LIVING: "living",
        State.QUIETER: "quieter",
        State.DORMANT: "asleep",
        State.PERIPHERAL: "in passing",
    },
}
WIDE = 118
"""Characters from which a terminal shows every column."""
_FIGURES = (3, 4, 5, 6)
_NEEDED = {2: 10, 7: 15, 8: 13}
_LEGEND = {
    "nl": "dagen: waarop er contact was; contact: wat langer geleden is telt minder mee; over en weer: van jou uit / naar jou"
    " toe;"
    " binnen 30 d: zo vaak van de tien keer is er dan weer contact",
    "en": "days: on which there was contact; contact: what is longer ago counts less; either way: from you / to you;"
    " within 30 d: so often out of ten there is contact by then",
}
_HEADS = {
    "nl": ("wie", "organisatie", "laatst", "dagen", "contact", "over en weer", "binnen 30 d", "kring", "nu"),
    "en": ("who", "organisation", "last", "days", "contact", "either way", "within 30 d", "circle", "now"),
}


def tie_table(
    rows: Sequence["TieRow"],
    lang: str,
    total: int,
    names: Mapping[int, str],
    width: int = WIDE,
    *,
    people: int = FEW + 1,
    stated: Container[int] = (),
) -> "Table | Text":
    """Give ties as a table; with `names`, each tie as a pair; in a narrow terminal the figures give way to the words.

    `people` is the number of people who have a layer; a layer that the user stated (`stated` holds the alters) is marked.
    """
    from rich.table import Table  # noqa: PLC0415 - only tables need it, and they are rarely asked for
    from rich.text import Text  # noqa: PLC0415

    if not rows:
        return Text("Nog geen contact van jou in dit log." if lang == "nl" else "No contact of yours in this log yet.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    shown = [index for index in range(len(_HEADS[lang])) if width >= WIDE or index not in _FIGURES]
    for index in shown:
        right = "right" if index in _FIGURES else "left"
        least = _NEEDED.get(index, 6)
        table.add_column(_HEADS[lang][index], justify=right, overflow="ellipsis", no_wrap=True, min_width=least)  # type: ignore[arg-type]
    for row in rows:
        who = f"{names[row.ego]} – {row.name}" if names else row.name
        even = "" if row.reciprocity is None else f"{row.sent} / {row.received}"
        chance = "" if row.p_contact_30 is None else f"{round(10 * row.p_contact_30)} / 10"
        cells = (
            who,
            row.organisation,
            row.last,
            str(row.active_days),
            f"{row.strength:.1f}",
            even,
            chance,
            circle(row.layer, people, lang) + (" *" if row.alter in stated else ""),
            STATES[lang][State(row.state)],
        )
        table.add_row(*(Text(cells[index]) for index in shown))
    notes = [f"{len(rows)} / {total} (--most 0)"] if total > len(rows) else []
    if width >= WIDE:
        notes.append(_LEGEND[lang])
    if any(row.alter in stated for row in rows):
        notes.append("* door jou zo neergezet" if lang == "nl" else "* put there by you")
    table.caption = "\n".join(notes) or None
    table.caption_justify = "left"
    return table


def person_lines(view: "PersonView", as_of: int, lang: str) -> Iterator[str]:
    """Give one person in lines: who, the tie, open questions, and contact by month."""
    nl = lang == "nl"
    yield view.name + (f", {view.organisation}" if view.organisation else "")
    yield "  " + ", ".join(one.partition(":")[2] for one in view.identifiers)
    yield from job_lines(view.jobs, view.organisation, as_of, lang)
    if view.sphere:
        yield f"  {SPHERES[lang][view.sphere]}"
    yield from (f"  {'notitie' if nl else 'note'}: {one}" for one in view.notes)
    if view.tie is None:
        yield "  " + ("nog geen contact met jou in dit log" if nl else "no contact with you in this log yet")
        return
    tie = view.tie
    yield f"  {STATES[lang][State(tie.state)]}{_circle(view, lang)}"
    first, last = (on_day(to_day(date.fromisoformat(one)), as_of, lang) for one in (tie.first, tie.last))
    if nl:
        yield f"  {some(tie.active_days, 'dag', 'dagen')} met contact, van {first} tot {last}; nu {span(tie.silence_days, lang)} stil"
        yield f"  {some(tie.sent, 'bericht', 'berichten')} van jou, {tie.received} terug; {some(tie.one_to_one, 'mail, gesprek of afspraak', 'mails, gesprekken en afspraken')} met z’n tweeën"
    else:
        yield f"  {some(tie.active_days, 'day', 'days')} with contact, from {first} to {last}; quiet for {span(tie.silence_days, lang)} now"
        yield f"  {some(tie.sent, 'message', 'messages')} from you, {tie.received} back; {some(tie.one_to_one, 'mail, call or meeting', 'mails, calls and meetings')} with just the two of you"
    if tie.p_contact_30 is not None and tie.p_contact_90 is not None:
        chances = round(10 * tie.p_contact_30), round(10 * tie.p_contact_90)
        if nl:
            yield f"  contact binnen een maand: {chances[0]} van de 10; binnen drie maanden: {chances[1]} van de 10"
        else:
            yield f"  contact within a month: {chances[0]} in 10; within three months: {chances[1]} in 10"
    for question in view.questions:
        day = on_day(to_day(date.fromisoformat(question.day)), as_of, lang)
        who = ("jij vroeg" if question.mine else "vroeg jou") if nl else ("you asked" if question.mine else "asked you")
        yield f"  {who}, {day}: {question.subject}"
    yield f"  ({through(tie.seen_through, lang)})"
    most = max((month.active_days for month in view.months), default=1)
    for month in view.months[-24:]:
        yield f"  {month.month}  {'▇' * max(1, round(20 * month.active_days / most))} {month.active_days}"


def _circle(view: "PersonView", lang: str) -> str:
    layer = view.tie.layer if view.tie else None
    if not view.layer_stated:
        named = circle(layer, view.people, lang)
        return f", {named}" if named else ""
    named = LAYERS[lang].get(layer or 0, "buiten de kringen" if lang == "nl" else "outside the circles")
    computed = LAYERS[lang].get(view.layer_computed or 0, "geen kring" if lang == "nl" else "no circle")
    if lang == "nl":
        return f", {named} (door jou zo neergezet; naar het contact: {computed})"
    return f", {named} (put there by you; by the contact: {computed})"


def week_rows(week: "Week", lang: str) -> list[dict[str, Any]]:
    """Give the moves of a week as rows: id, kind, people, reason, moment, draft."""
    zone = ZoneInfo(week.zone)
    names = {person: one.name for person, one in week.people.items()}
    return [
        {
            "id": move.id,
            "kind": str(move.kind),
            "people": [names[person] for person in move.people],
            "reason": reason(move, names, zone, week.as_of, lang),
            "moment": None
            if move.moment is None
            else {"at": datetime.fromtimestamp(move.moment.seconds, zone).isoformat(), "title": move.moment.title},
            "draft": draft(move, names, zone, week.as_of, lang, week.voices.get(move.people[0])),
        }
        for move in week.moves
    ]


def _who(move: Move, people: Mapping[int, "Person"], lang: str) -> str:
    """Say whom a move is about: with the organisation, and of a group how many."""
    if move.kind is Kind.INTRODUCE:
        return listed([people[one].name for one in move.people], lang)
    if len(move.people) > 1:
        return f"{number(len(move.people), lang)} {'mensen' if lang == 'nl' else 'people'}"
    person = people[move.people[0]]
    return f"{person.name} ({person.organisation})" if person.organisation else person.name


def old_lines(week: "Week", lang: str) -> list[str]:
    """Say that the newest mail is old, so that there is little to say, and that the calendar is, so that some is missing."""
    nl, said = lang == "nl", []
    if week.age is not None and week.age > OLD:
        newest = on_day(week.as_of - week.age, week.as_of, lang)
        said.append(
            f"Het nieuwste bericht hier is van {newest}; daarom blijft het deze week bij weinig."
            if nl
            else f"The newest message here is of {newest}, so there is little to say this week."
        )
    if week.calendar_age is not None and week.calendar_age > OLD:
        newest = on_day(week.as_of - week.calendar_age, week.as_of, lang)
        said.append(
            f"De agenda hier is van {newest}; wat daarna is afgesproken, is hier niet te zien."
            if nl
            else f"The calendar here is of {newest}; what was arranged since is not to be seen."
        )
    return said


def week_lines(week: "Week", rows: Sequence[Mapping[str, Any]], lang: str, *, own_today: str | None) -> Iterator[str]:
    """Give a week in lines; when nothing is needed it says so and is glad."""
    nl = lang == "nl"
    yield ""
    then = f" ({on_day(week.as_of, 0, lang)})" if own_today else ""
    yield ("Deze week" if nl else "This week") + then
    for line in old_lines(week, lang):
        yield line + (" (hecht import PAD)" if nl else " (hecht import PATH)")
    if week.look_back:
        yield INVITATION[lang]
    if not rows:
        yield " ".join(nothing(week, lang, old=bool(old_lines(week, lang)))).strip()
        return
    for move, row in zip(week.moves, rows, strict=True):
        yield ""
        yield f"{capital(KINDS[lang][move.kind]).removesuffix('?')}: {_who(move, week.people, lang)}"
        yield f"  {row['reason']}"
        if row["draft"]:
            yield f"  “{row['draft']}”"
        yield f"  hecht move {row['id'][:6]} {'keep | rest | later' if move.kind is Kind.REVIEW else 'done | later | never'}"
    yield ""
    count = number(len(rows), lang)
    yield (
        f"{capital(count)} {'suggesties' if len(rows) > 1 else 'suggestie'}, {through(week.seen_through, lang)}."
        if nl
        else (f"{capital(count)} suggestion{'s' * (len(rows) > 1)}, {through(week.seen_through, lang)}.")
    )
