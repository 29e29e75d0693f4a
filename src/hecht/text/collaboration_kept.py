"""What belongs to a collaboration and what was ever stated of it, in words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date
from hecht.core.ties.tie import CHANNELS
from hecht.text.collaboration import BASIS, quoted
from hecht.text.collaboration_history import version_words
from hecht.text.measures import first_name, listed, some

if TYPE_CHECKING:
    from hecht.app.collaboration.keeping import Version
    from hecht.app.collaboration.sharing import Shared
    from hecht.app.collaboration.view import CollaborationView

_CHANNELS = {
    "nl": {"mail": "mail", "meeting": "overleg", "call": "telefoon", "chat": "chat", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "meeting", "call": "call", "chat": "chat", "visit": "visit"},
}


def belonging_rows(view: "CollaborationView") -> list[dict[str, Any]]:
    """Give what belongs to a collaboration as rows, the last first; key and thread name it to `belongs`."""
    return [
        {
            "key": str(one.item.key),
            "thread": str(one.item.thread),
            "day": to_date(one.item.day).isoformat(),
            "channel": CHANNELS[one.item.channel - 1],
            "title": one.item.title,
            "people": [view.people[person].name for person in one.item.people if person in view.people],
            "basis": str(one.basis),
            "informal": one.item.informal,
        }
        for one in reversed(view.belongs)
    ]


def belonging_lines(view: "CollaborationView", most: int, lang: str, command: str) -> Iterator[str]:
    """Give what belongs in lines, with why; and how that is put right."""
    nl = lang == "nl"
    shown = view.belongs[-most:] if most else view.belongs
    for one in reversed(shown):
        names = listed(
            [first_name(view.people[person].name) for person in one.item.people if person in view.people], lang
        )
        what = _CHANNELS[lang][CHANNELS[one.item.channel - 1]]
        title = f"‘{one.item.title}’ " if one.item.title else ""
        yield f"{to_date(one.item.day).isoformat()}  {what}  {title}{names} ({BASIS[lang][one.basis]})  {one.item.key}"
    if len(shown) < len(view.belongs):
        yield f"{len(shown)} / {len(view.belongs)} (--most 0)"
    name = quoted(view.name)
    yield ""
    yield ("Hoort iets er niet bij, of juist wel?" if nl else "Does something not belong, or should it?")
    yield f'  {command} collaboration belongs {name} --out title "{"woorden" if nl else "words"}" | --out item KEY | --in person {"NAAM" if nl else "NAME"}'


def version_rows(found: Sequence["Version"]) -> list[dict[str, Any]]:
    """Give the history as rows."""
    return [
        {
            **one._asdict(),
            "moment": str(one.moment),
            "value": dict(one.value),
            "since": _iso(one.since),
            "until": _iso(one.until),
        }
        for one in found
    ]


def _iso(day: int | None) -> str | None:
    return None if day is None else to_date(day).isoformat()


def version_lines(found: Sequence["Version"], names: dict[int, str], lang: str) -> Iterator[str]:
    """Give the history in lines, the last first: when, by whom, what, and whether it was taken back."""
    for one in found:
        back = (" (teruggenomen)" if lang == "nl" else " (taken back)") if one.undone else ""
        words = version_words(one, names.get(one.person, "") if one.person else "", lang)
        yield f"{one.moment}  {one.at}  {one.author}  {words}{back}"


def share_lines(shared: "Shared", path: object | None, lang: str, command: str) -> Iterator[str]:
    """Show word for word what a file to share holds, before it is sent: nothing but days, a line for each other participant."""
    nl = lang == "nl"
    yield (
        f"Dit staat erin: van {shared.reporter}, tot en met {shared.until}, de dagen waarop jullie contact hadden, met een handtekening eronder. Niets anders."
        if nl
        else f"This is in it: of {shared.reporter}, up to {shared.until}, the days on which you had contact, with a signature below. Nothing else."
    )
    for person, days in shared.pairs:
        count = some(len(days), "dag", "dagen") if nl else some(len(days), "day", "days")
        span = f" ({days[0]} … {days[-1]})" if days else ""
        yield f"  {person.name}: {count}{span}"
    if path is None:
        yield (
            "Schrijven:" if nl else "Write it:"
        ) + f" {command} collaboration share {quoted(shared.name)} --out {'BESTAND' if nl else 'FILE'}"
    else:
        yield (
            f"Geschreven: {path}. Wie het krijgt, leest het in met: hecht import {path}"
            if nl
            else f"Written: {path}. Who gets it reads it with: hecht import {path}"
        )
