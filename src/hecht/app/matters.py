"""Matters: what the titles shared with each person were about, and the places where people were seen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from hecht.core.exchange.match import Index
from hecht.core.exchange.words import Words
from hecht.sql import query
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.model import Value

LONG = 3_650
"""Days in which a title still says what somebody knows of: ten years."""
SILENT = "sources without topics"
"""The setting with the paths of sources whose titles give no topics, one a line."""


class Share(NamedTuple):
    """How often somebody was in what had a title: times, the first and the last day, and whether in small company."""

    times: int
    first: int
    last: int
    near: bool


@dataclass(frozen=True, slots=True)
class Matters:
    """Titles and places of a log up to a day.

    `titles` are the distinct titles in order, `keys` a revision that holds each, `of` gives by person the places in
    `titles` of theirs, and `lists` the mailing lists people were seen on. `words` and `index` make and search terms.
    """

    titles: tuple[str, ...]
    keys: tuple[int, ...]
    of: dict[int, dict[int, Share]]
    lists: dict[int, dict[str, Share]]
    words: Words
    index: Index = field(repr=False)


@cache
def parts() -> tuple[str, ...]:
    """Give the common parts of Dutch compounds."""
    text = files("hecht.core").joinpath("data/compounds.tsv").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def silent(store: Store) -> list[str]:
    """Give the imported paths whose titles give no topics."""
    return (store.setting(SILENT) or "").splitlines()


def silence(store: Store, root: str, *, on: bool) -> None:
    """Let the titles of an imported path give no topics, or again."""
    held = [one for one in silent(store) if one != root] + ([root] if on else [])
    store.set_setting(SILENT, "\n".join(held))


def matters(store: Store, ego: int, as_of: int, also: Iterable[str] = ()) -> Matters:
    """Gather what titles were about up to a day; `also` are texts whose words may be parts of compounds."""
    quiet = silent(store)
    params: dict[str, Value] = {
        "ego": ego,
        "as_of": as_of,
        "since": as_of - LONG,
        "silent": f"|{'|'.join(quiet)}|" if quiet else "",
    }
    place: dict[str, int] = {}
    keys: list[int] = []
    of: dict[int, dict[int, Share]] = defaultdict(dict)
    for person, title, near, times, first, last, revision in store.rows(query("matters"), params):
        number = place.setdefault(str(title), len(place))
        if number == len(keys):
            keys.append(int(revision or 0))
        new = Share(int(times or 0), int(first or 0), int(last or 0), bool(near))
        before = of[int(person or 0)].get(number)
        if before is None or new.near:  # what was also in small company is counted by that alone: that is contact
            of[int(person or 0)][number] = new
    lists: dict[int, dict[str, Share]] = defaultdict(dict)
    for person, name, times, first, last in store.rows(query("sightings"), params):
        share = Share(int(times or 0), int(first or 0), int(last or 0), near=False)
        lists[int(person or 0)][str(name)] = share
    titles = tuple(place)
    words = Words([*titles, *also], parts())
    return Matters(titles, tuple(keys), dict(of), dict(lists), words, Index([words.terms(one) for one in titles]))
