"""Position in words and tables: what the user's own contact amounts to, who connects whom, and what one tie would change."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hecht.core.network.communities import called_after
from hecht.text.measures import capital, listed, number, some
from hecht.text.moves import through

if TYPE_CHECKING:
    from rich.table import Table

    from hecht.app.export import Export
    from hecht.app.position import PositionRow, PositionView, WhatIf
    from hecht.app.thin import ThinRow

_WIDE = 118
_HEADS = {
    "nl": ("wie", "organisatie", "contacten", "contact", "ingangen", "speelruimte", "tussen anderen", "kern", "groep"),
    "en": ("who", "organisation", "contacts", "contact", "ways in", "room", "between others", "core", "group"),
}
_FIGURES = (2, 3, 4, 5, 6, 7, 8)
_SPARED = (3, 6, 7)
"""Columns that give way in a narrow terminal."""
_OWN = (0, 1, 3, 8)
"""Columns of one person's log: of the others' position too little is seen."""
_HALF = 0.5
_HARDLY = 0.005
"""A change of constraint below which contact is spread as before."""


def position_lines(view: "PositionView", lang: str) -> Iterator[str]:
    """Say what position amounts to: of the user in their own log, of the network as a whole in that of one."""
    nl = lang == "nl"
    if view.ego is not None:
        yield from _own_lines(view, lang)
    else:
        people = some(len(view.rows), "mens", "mensen") if nl else some(len(view.rows), "person", "people")
        ties = some(view.ties, "band", "banden") if nl else some(view.ties, "tie", "ties")
        yield f"{people}, {ties}, {_seen(view, lang)}."
    if view.error is not None:
        share = f"{100 * view.error:.1f}"
        yield (
            f"‘Tussen anderen’ is geschat uit een steekproef; de standaardfout is hooguit {share.replace('.', ',')} procentpunt."
            if nl
            else f"‘Between others’ is estimated from a sample; its standard error is at most {share} percentage points."
        )


def _seen(view: "PositionView", lang: str) -> str:
    """Say through what it was seen, and through whose pooled logs."""
    words, names = through(view.seen_through, lang), listed(list(view.pooled), lang)
    if not view.pooled:
        return words
    if lang == "nl":
        return f"{words} en {'het gedeelde log' if len(view.pooled) == 1 else 'de gedeelde logs'} van {names}"
    return f"{words} and the pooled {'log' if len(view.pooled) == 1 else 'logs'} of {names}"


def _own_lines(view: "PositionView", lang: str) -> Iterator[str]:
    nl, me = lang == "nl", view.rows[0]
    if not me.degree:
        yield "Nog geen contact van jou in deze tijd." if nl else "No contact of yours in this time yet."
        return
    ways = round(me.effective_size or 0)
    contacts = some(me.degree, "contact", "contacten") if nl else some(me.degree, "contact", "contacts")
    if nl:
        yield f"{contacts}, hooguit {some(ways, 'ingang', 'verschillende ingangen')}, {_seen(view, lang)}."
        with_whom = some(view.half or 0, "mens", "mensen")
        yield f"De helft van je contact is met {with_whom}{_others(me.degree - (view.half or 0), lang)}."
    else:
        yield f"{contacts}, at most {some(ways, 'way in', 'different ways in')}, {_seen(view, lang)}."
        with_whom = some(view.half or 0, "person", "people")
        yield f"Half of your contact is with {with_whom}{_others(me.degree - (view.half or 0), lang)}."
    for line in _groups(view.rows[1:], lang):
        yield f"  {line}"
    yield (
        "Wie elkaar buiten jou om spreken, is hier maar voor een deel te zien; vandaar: hooguit."
        if nl
        else "Of those who speak without you, only some are seen here; hence: at most."
    )


def _others(count: int, lang: str) -> str:
    """Say over how many others the other half is spread."""
    if count < 1:
        return ""
    if lang == "nl":
        return f", de andere helft met {some(count, 'ander', 'anderen')}"
    return f", the other half with {some(count, 'other', 'others')}"


def _groups(rows: Sequence["PositionRow"], lang: str) -> Iterator[str]:
    for called, community, size in group_rows(rows, lang):
        if lang == "nl":
            yield f"{called} (groep {community}): {some(size, 'mens', 'mensen')}"
        else:
            yield f"{called} (group {community}): {some(size, 'person', 'people')}"


def group_rows(rows: Sequence["PositionRow"], lang: str, most: int = 8) -> Iterator[tuple[str, int, int]]:
    """Give what each group is called, its number and its people, the largest first.

    A group is called after the organisations that most of its people have, else after who has most contact.
    """
    members: dict[int, list[PositionRow]] = {}
    for row in rows:
        if row.community:
            members.setdefault(row.community, []).append(row)
    large = sorted((one for one in members.items() if len(one[1]) > 2), key=lambda one: (-len(one[1]), one[0]))  # noqa: PLR2004
    for community, group in large[:most]:
        houses = listed(list(called_after(row.organisation for row in group)), lang)
        names = listed([row.name for row in group[:2]], lang)
        yield houses or f"{'Rond' if lang == 'nl' else 'Around'} {names}", community, len(group)


def thin_lines(found: Sequence["ThinRow"], lang: str, most: int = 3) -> Iterator[str]:
    """Say with which organisations, and on which topics, contact runs through one or two people; at most three of each."""
    houses, topics = ([one for one in found if one.topic is topic][:most] for topic in (False, True))
    for one in (*houses, *topics):
        by, tenths, name = listed(list(one.through), lang), round(10 * one.share), one.about
        if lang == "nl":
            how = f"{tenths} van de 10 dagen met contact; je kent er {one.people} mensen"
            seen = f"{tenths} van de 10 keer, naar de titels; met {one.people} mensen in totaal"
            line = "Je contact {} loopt vooral via {} ({})."
            yield line.format(f"over ‘{name}’", by, seen) if one.topic else line.format(f"met {name}", by, how)
        else:
            how = f"{tenths} in 10 days with contact; you know {one.people} people there"
            seen = f"{tenths} in 10 times, by the titles; with {one.people} people in all"
            line = "Your contact {} runs mostly through {} ({})."
            yield line.format(f"on ‘{name}’", by, seen) if one.topic else line.format(f"with {name}", by, how)


def position_table(view: "PositionView", lang: str, most: int, width: int = _WIDE) -> "Table":
    """Give everybody as a table; in one person's log without what can only be seen from the whole."""
    from rich.table import Table  # noqa: PLC0415 - only tables need it
    from rich.text import Text  # noqa: PLC0415

    rows = view.rows if view.ego is None else view.rows[1:]
    chosen = rows[:most] if most else rows
    table = Table(box=None, pad_edge=False, header_style="bold")
    columns = range(len(_HEADS[lang])) if view.whole else _OWN
    shown = [index for index in columns if width >= _WIDE or index not in _SPARED]
    for index in shown:
        justify = "right" if index in _FIGURES else "left"
        table.add_column(_HEADS[lang][index], justify=justify, overflow="ellipsis", no_wrap=True, min_width=6)  # type: ignore[arg-type]
    for row in chosen:
        cells = (
            row.name,
            row.organisation,
            str(row.degree),
            f"{row.strength:.1f}",
            "" if row.effective_size is None else f"{row.effective_size:.1f}",
            "" if row.constraint is None else f"{max(0.0, 1 - row.constraint):.2f}",
            "" if row.betweenness is None else f"{100 * row.betweenness:.1f} %",
            str(row.core),
            str(row.community or ""),
        )
        table.add_row(*(Text(cells[index]) for index in shown))
    if len(rows) > len(chosen):
        table.caption = f"{len(chosen)} / {len(rows)} (--most 0)"
    return table


def plain_table(rows: Sequence[Mapping[str, object]], most: int, width: int = _WIDE) -> "Table":
    """Give rows under the names of their columns, as many as fit; all are in the CSV."""
    from rich.table import Table  # noqa: PLC0415 - only tables need it
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    chosen = list(rows[:most] if most else rows)
    shown: list[str] = []
    for name, value in rows[0].items() if rows else ():
        wide = max(len(name), *(len(_cell(row[name])) for row in chosen))
        width -= wide + 2
        if shown and width < 0:
            break
        shown.append(name)
        table.add_column(name, justify="left" if isinstance(value, str) else "right", no_wrap=True, min_width=wide)
    for row in chosen:
        table.add_row(*(Text(_cell(row[name])) for name in shown))
    parts = [f"{len(chosen)} / {len(rows)} (--most 0)"] if len(rows) > len(chosen) else []
    if rows and len(shown) < len(rows[0]):
        parts.append(f"{len(shown)} / {len(rows[0])} (--csv)")
    table.caption = "; ".join(parts) or None
    return table


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


def what_if_lines(found: "WhatIf", lang: str) -> Iterator[str]:
    """Say what one tie more or less would change."""
    nl = lang == "nl"
    who = found.name
    if nl:
        yield capital(f"{'met' if found.more else 'zonder'} {who}{' erbij' if found.more else ''}:")
        yield f"  contacten    {found.degree} → {found.degree_then}"
        yield f"  ingangen     {_comma(found.effective_size, 1)} → {_comma(found.effective_size_then, 1)}"
        yield f"  verdeling    {_spread(found, lang)}"
        if found.more:
            yield f"  (gerekend met een gemiddelde band van jou: {_comma(found.strength, 1)} dagen met contact)"
        yield f"  {_difference(found, lang)}"
        return
    yield capital(f"{'with' if found.more else 'without'} {who}{' added' if found.more else ''}:")
    yield f"  contacts      {found.degree} → {found.degree_then}"
    yield f"  ways in       {_point(found.effective_size, 1)} → {_point(found.effective_size_then, 1)}"
    yield f"  spread        {_spread(found, lang)}"
    if found.more:
        yield f"  (with a middling tie of yours: {_point(found.strength, 1)} days with contact)"
    yield f"  {_difference(found, lang)}"


def _difference(found: "WhatIf", lang: str) -> str:
    """Say in one sentence how far somebody is a way in of their own; from one log only what is seen counts."""
    change = abs((found.effective_size_then or 0) - (found.effective_size or 0))
    own = change > _HALF
    if lang == "nl":
        return (
            f"Voor zover hecht ziet, {'is' if not found.more else 'wordt'} dit een eigen ingang: langs anderen kom je hier nauwelijks."
            if own
            else "Voor zover hecht ziet, kom je hier ook langs anderen."
        )
    return (
        f"As far as hecht can see, this {'is' if not found.more else 'becomes'} a way in of its own: others hardly lead here."
        if own
        else "As far as hecht can see, others lead here too."
    )


def _spread(found: "WhatIf", lang: str) -> str:
    """Say whether contact would lie with fewer people or be spread over more; the figures are in the JSON (`constraint`)."""
    if found.constraint is None or found.constraint_then is None:
        return "niet te zeggen" if lang == "nl" else "not to be said"
    change = found.constraint_then - found.constraint
    if abs(change) < _HARDLY:
        return "vrijwel gelijk" if lang == "nl" else "nearly the same"
    if lang == "nl":
        return "meer bij een paar mensen" if change > 0 else "meer over anderen"
    return "more with a few people" if change > 0 else "more over others"


def _comma(value: float | None, digits: int) -> str:
    return _point(value, digits).replace(".", ",")


def _point(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def exported_line(found: "Export", files: Sequence[str], lang: str) -> str:
    """Say what was written, and who was left out."""
    where = ", ".join(files)
    if lang == "nl":
        line = f"{some(len(found.people), 'mens', 'mensen')} en {some(len(found.ties), 'band', 'banden')} geschreven in {where}."
        return line + (
            f" {capital(number(found.left_out, lang))} uit de privésfeer weggelaten." if found.left_out else ""
        )
    line = f"Wrote {some(len(found.people), 'person', 'people')} and {some(len(found.ties), 'tie', 'ties')} to {where}."
    return line + (f" Left out {number(found.left_out, lang)} of the private sphere." if found.left_out else "")
