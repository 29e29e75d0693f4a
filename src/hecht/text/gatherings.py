"""Gatherings in words: a seating with its value and reasons, and what went on afterwards."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.collaboration.gatherings import GAIN, Why
from hecht.core.collaboration.seating import first_meetings
from hecht.core.days import to_date
from hecht.text.measures import capital, listed, number, on_day, some
from hecht.text.moves import through

if TYPE_CHECKING:
    from hecht.app.collaboration.gatherings import Gathering, GatheringsView, Rounds, SeatingView
    from hecht.app.collaboration.guests import Guest
    from hecht.core.collaboration.afterwards import Went

_MOST = 12
"""Pairs that are named."""
TELLING = {Why.DORMANT, Why.USEFUL, Why.SHARED}
"""Reasons for which pairs are named; of the others there are mostly too many."""
PAIR = {
    "nl": {
        Why.DORMANT: "hun contact slaapt",
        Why.USEFUL: "met hetzelfde bezig of op dezelfde plek te zien, nog geen contact gezien",
        Why.SHARED: "kennen allebei een ander, nog geen contact gezien",
        Why.NEW: "nog geen contact gezien",
        Why.BRIDGE: "van twee organisaties waartussen een jaar geen contact te zien was",
    },
    "en": {
        Why.DORMANT: "their contact sleeps",
        Why.USEFUL: "working on the same or seen in the same place, no contact seen yet",
        Why.SHARED: "both know somebody else, no contact seen yet",
        Why.NEW: "no contact seen yet",
        Why.BRIDGE: "of two organisations between which no contact was seen for a year",
    },
}


def seating_row(view: "SeatingView") -> dict[str, Any]:
    """Give a seating as a row: rounds [tables [people]], value, bound; and how often pairs meet again, and who meets why.

    A person is their number in the log (null for who is not in it), name and organisation. `table` counts from 1.
    """
    guest = [{"person": one.person, "name": one.name, "organisation": one.organisation} for one in view.guests]
    at = first_meetings(view.plan, view.reasons)
    return {
        "rounds": [[[guest[one] for one in table] for table in tables] for tables in view.plan.rounds],
        "value": view.plan.value,
        "bound": view.plan.bound,
        "again": view.plan.again,
        "again_at_least": view.plan.forced,
        "pairs": [
            {
                "a": guest[a]["name"],
                "b": guest[b]["name"],
                "round": turn,
                "table": table,
                "why": list(view.reasons[a, b]),
            }
            for (a, b), (turn, table) in sorted(at.items(), key=lambda one: (*one[1], *one[0]))
        ],
    }


def seating_list(view: "SeatingView", lang: str) -> list[dict[str, Any]]:
    """Give a row for every guest: name, organisation, and their table in each round."""
    return plan_list(view.guests, view.plan.rounds, lang)


def plan_list(guests: "Sequence[Guest]", rounds: "Rounds", lang: str) -> list[dict[str, Any]]:
    """Give the same of a plan that may have been changed by hand."""
    turn = "ronde" if lang == "nl" else "round"
    who, where = ("naam", "organisatie") if lang == "nl" else ("name", "organisation")
    at_table = tables_of(rounds, len(guests))
    return [
        {
            who: one.name,
            where: one.organisation,
            **{f"{turn}_{at}": table for at, table in enumerate(at_table[place], 1)},
        }
        for place, one in enumerate(guests)
    ]


def tables_of(rounds: "Rounds", guests: int) -> list[list[int]]:
    """Give the table (from 1) of each guest in each round."""
    found: list[list[int]] = [[] for _ in range(guests)]
    for tables in rounds:
        for at, table in enumerate(tables, 1):
            for one in table:
                found[one].append(at)
    return found


def seating_lines(view: "SeatingView", lang: str) -> Iterator[str]:
    """Give a seating in lines, for who makes it: the tables, what it is worth, and who meets with what to gain."""
    nl, plan = lang == "nl", view.plan
    people, tables, rounds = len(view.guests), len(plan.rounds[0]), len(plan.rounds)
    yield (
        f"{view.title + ': ' if view.title else ''}{some(people, 'persoon' if nl else 'person', 'mensen' if nl else 'people')},"
        f" {some(tables, 'tafel' if nl else 'table', 'tafels' if nl else 'tables')},"
        f" {some(rounds, 'ronde' if nl else 'round', 'rondes' if nl else 'rounds')}"
    )
    for turn, seated in enumerate(plan.rounds, 1):
        yield ""
        yield f"{'Ronde' if nl else 'Round'} {turn}"
        for number_, table in enumerate(seated, 1):
            yield f"  {'tafel' if nl else 'table'} {number_}: {', '.join(view.guests[one].name for one in table)}"
    yield ""
    yield from _worth_lines(view, lang)
    at = first_meetings(plan, view.reasons)
    best = sorted(at, key=lambda pair: (-sum(GAIN[why] for why in view.reasons[pair]), *at[pair], *pair))
    bridges = sum(Why.BRIDGE in view.reasons[pair] for pair in at)
    unknown = sum(one.person is None for one in view.guests)
    if bridges:
        yield (
            f"{capital(some(bridges, 'paar', 'paren'))} van twee organisaties komen bij elkaar waartussen een jaar geen contact te zien was."
            if nl
            else f"{capital(some(bridges, 'pair', 'pairs'))} of two organisations meet between which no contact was seen for a year."
        )
    if unknown:
        yield (
            f"{capital(some(unknown, 'gast staat', 'gasten staan'))} niet in het log: van hun contact weet hecht niets."
            if nl
            else f"{capital(some(unknown, 'guest is', 'guests are'))} not in the log: hecht knows nothing of their contact."
        )
    told = [pair for pair in best if TELLING & set(view.reasons[pair])][:_MOST]
    if told:
        yield ""
        yield "Dit brengt de indeling onder meer bij elkaar:" if nl else "Among others, this brings together:"
    for a, b in told:
        round_, number_ = at[a, b]
        why = listed([PAIR[lang][one] for one in view.reasons[a, b]], lang)
        place = f"ronde {round_}, tafel {number_}" if nl else f"round {round_}, table {number_}"
        yield f"  {view.guests[a].name} {'en' if nl else 'and'} {view.guests[b].name} ({place}): {why}."
    if view.seen_through:
        yield ""
        yield f"{capital(through(view.seen_through, lang))}."


def _worth_lines(view: "SeatingView", lang: str) -> Iterator[str]:
    nl, plan = lang == "nl", view.plan
    if not plan.again:
        yield (
            "Niemand zit twee keer met dezelfde aan tafel."
            if nl
            else "Nobody sits at a table with the same person twice."
        )
    else:
        again = some(plan.again, "keer zit een paar", "keer zit een paar") if nl else some(plan.again, "time", "times")
        said = f"{again} opnieuw bij elkaar" if nl else f"{again} a pair sits together again"
        if plan.forced == plan.again:
            yield (
                f"{said}; minder kan met deze tafels en rondes niet."
                if nl
                else f"{said}; with these tables and rounds it cannot be less."
            )
        elif plan.forced:
            yield (
                f"{said}; minder dan {plan.forced} keer kan met deze tafels en rondes zeker niet."
                if nl
                else f"{said}; with these tables and rounds it can surely not be less than {plan.forced}."
            )
        else:
            yield f"{said}."
    if plan.bound:
        share = 100 * plan.value // plan.bound
        yield (
            f"Waarde {plan.value}; meer dan {plan.bound} kan geen enkele indeling halen ({share} %)."
            if nl
            else f"Value {plan.value}; no seating can have more than {plan.bound} ({share} %)."
        )


def afterwards_rows(view: "GatheringsView") -> list[dict[str, Any]]:
    """Give gatherings as rows, with counts of pairs at one table and elsewhere."""
    return [
        {
            "title": one.title,
            "day": to_date(one.day).isoformat(),
            "until": to_date(one.came.until).isoformat(),
            "complete": one.came.complete,
            "people": list(one.people),
            "began": [[*pair, to_date(day).isoformat()] for pair, day in one.came.began],
            "woke": [[*pair, to_date(day).isoformat()] for pair, day in one.came.woke],
            "together": one.came.together._asdict(),
            "elsewhere": one.came.elsewhere._asdict(),
            "hidden": one.came.hidden,
        }
        for one in view.gatherings
    ]


def afterwards_lines(view: "GatheringsView", lang: str) -> Iterator[str]:
    """Give gatherings in lines: which contact began or was taken up again afterwards."""
    nl = lang == "nl"
    if not view.gatherings:
        yield (
            f"Bij {view.name} is nog geen bijeenkomst met een tafelindeling bewaard."
            if nl
            else f"No gathering with a seating was kept yet of {view.name}."
        )
        return
    for one in view.gatherings:
        yield _head(one, view, lang)
        yield from (f"  {line}" for line in came_lines(one, view, lang))
        yield ""
    yield f"{capital(through(view.seen_through, lang))}."


def _head(one: "Gathering", view: "GatheringsView", lang: str) -> str:
    called = one.title or ("bijeenkomst" if lang == "nl" else "gathering")
    people = some(len(one.people), "persoon" if lang == "nl" else "person", "mensen" if lang == "nl" else "people")
    return f"{capital(called)}, {on_day(one.day, view.as_of, lang)}, {people}"


def came_lines(one: "Gathering", view: "GatheringsView", lang: str) -> Iterator[str]:
    """Say what came of a gathering, the pairs between whom contact began or was taken up with their day."""
    nl, came = lang == "nl", one.came
    table = "aan één tafel" if nl else "at one table"
    if came.together.strangers:
        yield _counted(came.together.began, came.together.strangers, table, lang, new=True)
    if came.together.asleep:
        yield _counted(came.together.woke, came.together.asleep, table, lang, new=False)
    if came.together.pairs and not came.together.strangers + came.together.asleep:
        yield (
            f"Wie hier {table} zaten, hadden daarvoor al contact, voor zover het te zien is."
            if nl
            else f"Those who sat {table} here had contact before, as far as can be seen."
        )
    for pair, day in (*came.began, *came.woke)[:_MOST]:
        a, b = (view.people[person].name if person in view.people else "?" for person in pair)
        yield f"  {a} {'en' if nl else 'and'} {b}: {on_day(day, view.as_of, lang)}"
    if came.elsewhere.strangers + came.elsewhere.asleep:
        yield _elsewhere(came.elsewhere, lang)
    if not came.together.pairs:
        yield (
            "Van wie bij elkaar zaten, is het onderlinge contact in dit log niet te zien."
            if nl
            else "Of those who sat together, the contact among them does not show in this log."
        )
    elif came.hidden:
        yield (
            f"Van {number(came.hidden, lang)} paren is het contact in dit log niet te zien."
            if nl
            else f"Of {number(came.hidden, lang)} pairs the contact does not show in this log."
        )
    if not came.complete:
        yield (
            f"Er is gekeken tot en met {to_date(came.until).isoformat()}; na negentig dagen is het beeld af."
            if nl
            else f"Looked at up to {to_date(came.until).isoformat()}; after ninety days the picture is complete."
        )


def _counted(some_: int, of: int, table: str, lang: str, *, new: bool) -> str:
    if lang == "nl":
        before = "die daarvoor nooit contact hadden" if new else "van wie het contact drie maanden of langer stil was"
        return f"Van {of} {'paar' if of == 1 else 'paren'} {table} {before}: daarna contact bij {some_}."
    before = "that had never had contact before" if new else "whose contact had been silent for three months or more"
    return f"Of {of} {'pair' if of == 1 else 'pairs'} {table} {before}: contact since with {some_}."


def _elsewhere(went: "Went", lang: str) -> str:
    of, some_ = went.strangers + went.asleep, went.began + went.woke
    if lang == "nl":
        return f"Ter vergelijking, van {of} zulke paren die niet bij elkaar zaten: {some_}."
    return f"For comparison, of {of} such pairs that did not sit together: {some_}."


def printed_line(path: str, lang: str) -> str:
    """Say that a file was written."""
    return f"Geschreven: {path}" if lang == "nl" else f"Written: {path}"


def kept_line(name: str, moment: int, lang: str, command: str) -> str:
    """Say that a seating was kept, and how to take that back."""
    undo = f'{command} collaboration undo "{name}" {moment}'
    return f"Bewaard als bijeenkomst. Terug: {undo}" if lang == "nl" else f"Kept as a gathering. Take back: {undo}"
