"""Privacy: what is held of somebody and from where, erasing them for good, and keeping no longer than wanted."""

import json
from dataclasses import dataclass
from pathlib import Path

from hecht.app.addresses import is_address, shortened
from hecht.app.people import find, people
from hecht.app.settings import home_zone, today
from hecht.core.days import to_date
from hecht.core.ties.tie import CHANNELS
from hecht.sql import query
from hecht.stores import erase as erasing
from hecht.stores.store import Store

MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that is held of one person, and the files it came from.

    `interactions` are (channel, count, first day, last day); `titles` are those of what they took part in, `topics` their stems;
    `places` are mailing lists they were seen on; `decisions` are what the user decided about suggestions, and `said`
    is what they stated (notes, an organisation, how one writes to them).
    """

    person: int
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    cards: tuple[str, ...]
    interactions: tuple[tuple[str, int, str, str], ...]
    titles: tuple[str, ...]
    places: tuple[str, ...]
    decisions: tuple[str, ...]
    sources: tuple[str, ...]
    said: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """How an erase or retain ended: who, whether nothing is left on disk, and which files still hold a word."""

    name: str
    finished: bool
    left_in: tuple[str, ...]
    removed: int = 0


def show(store: Store, name: str) -> Held:
    """Give all that is held of a person."""
    from hecht.app.pulse import erasing as rounds
    from hecht.app.pulse.inviting import beside

    found = find(people(store), name)
    params = {"person": found.id}
    counts = store.rows(query("held_interactions"), params)
    cards = store.rows(query("held_cards"), params)
    decided = store.rows(query("held_decisions"), params)
    return Held(
        person=found.id,
        names=tuple(dict.fromkeys(str(row[1]) for row in store.rows(query("names"), params))),
        identifiers=found.identifiers,
        cards=tuple(", ".join(str(one) for one in row if one) for row in cards),
        interactions=tuple(
            (CHANNELS[int(channel or 0) - 1], int(count or 0), _date(first), _date(last))
            for channel, count, first, last in counts
        ),
        titles=tuple(str(row[0]) for row in store.rows(query("held_titles"), params)),
        topics=tuple(str(row[0]) for row in store.rows(query("held_topics"), params)),
        places=tuple(str(row[0]) for row in store.rows(query("held_places"), params)),
        decisions=tuple(" ".join(str(one) for one in row if one) for row in decided),
        sources=tuple(_place(str(row[0])) for row in store.rows(query("held_sources"), params)),
        said=(
            *(": ".join(str(one) for one in row[:2] if one) for row in store.rows(query("held_said"), params)),
            *(_recorded(*row[:5]) for row in store.rows(query("held_records"), params)),
            *rounds.held(beside(store), found.identifiers),
        ),
    )


def _recorded(whole: object, kind: object, value: object, since: object, until: object) -> str:
    """Say in one line what was recorded of somebody in a collaboration."""
    fields = json.loads(str(value))
    told = [str(one) for name, one in fields.items() if name != "slot" and one not in ("", None, True, False)]
    told += [_date(day) for day in (since, until) if day is not None]
    named = json.loads(str(whole)).get("name", "") if whole else ""
    return f"{named}, {kind}: {', '.join(told)}"


def _place(path: str) -> str:
    return shortened(path) if is_address(path) else path


def _date(day: object) -> str:
    return to_date(int(str(day))).isoformat()


def erase(store: Store, name: str) -> Erased:
    """Erase a person for good, and check every byte of the database and of the rounds of questions afterwards."""
    from hecht.app.pulse import erasing as rounds
    from hecht.app.pulse.inviting import beside

    found = find(people(store), name)
    names = [str(row[1]) for row in store.rows(query("names"), {"person": found.id})]
    words = [one for one in names if " " in one] + [one.partition(":")[2] for one in found.identifiers]
    rounds.erase(
        beside(store), found.identifiers, words
    )  # first: once the log forgot them, nobody could ask for it again
    erasing.erase(store, found.id, names)
    finished = erasing.finish(store)
    database = _database(store)
    left: list[str] = []
    if database:
        others = erasing.within_others(store, words)
        wanted = [*found.identifiers, *(one for one in words if one not in others)]
        left = erasing.scan(database, wanted)
        left += [one for path, some in rounds.to_search(beside(store), wanted) for one in erasing.scan(path, some)]
    return Erased(found.name, finished and not left, tuple(left))


def retain(store: Store, months: int) -> Erased:
    """Remove what is older than some months, and leave it out from now on; rounds of questions that closed before too."""
    from hecht.app.pulse import erasing as rounds
    from hecht.app.pulse.inviting import beside

    floor = today(store) - round(months * MONTH)
    store.set_setting("floor", str(floor))
    removed = erasing.retain(store, floor)
    rounds.retain(beside(store), floor, today(store), home_zone(store))
    return Erased("", erasing.finish(store), (), removed)


def _database(store: Store) -> Path | None:
    name = store.engine.url.database
    return Path(name) if store.engine.dialect.name == "sqlite" and name else None
