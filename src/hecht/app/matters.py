"""Matters: what the titles shared with each person were about, and the places where people were seen."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from hecht.app.paths import people_of
from hecht.app.people import find, people
from hecht.app.snapshot import ego_of
from hecht.app.topics_kept import kept
from hecht.core.errors import NobodyFoundError, SeveralFoundError
from hecht.core.exchange.concepts import Concepts
from hecht.core.exchange.match import Index
from hecht.core.exchange.spelling import plain, root
from hecht.core.exchange.words import Words
from hecht.sql import query
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.model import Value

_WORDS = re.compile(r"[^\W\d_]{3,40}|(?<!\d)(?:19|20)\d\d(?!\d)")
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


class Topic(NamedTuple):
    """A word of titles shared with somebody, as it was mostly written: in how many items, the last day, how rare it is (0-1)."""

    word: str
    times: int
    last: int
    rarity: float


@cache
def parts() -> tuple[str, ...]:
    """Give the common parts of Dutch compounds."""
    text = files("hecht.core").joinpath("data/compounds.tsv").read_text(encoding="utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def concepts() -> Concepts:
    """Give the words that mean about the same, Dutch and English."""
    return Concepts(files("hecht.core").joinpath("data/concepts.tsv").read_text(encoding="utf-8").splitlines())


def silent(store: Store) -> list[str]:
    """Give the imported paths whose titles give no topics."""
    return (store.setting(SILENT) or "").splitlines()


def silence(store: Store, root: str, *, on: bool) -> None:
    """Let the titles of an imported path give no topics, or again."""
    held = [one for one in silent(store) if one != root] + ([root] if on else [])
    store.set_setting(SILENT, "\n".join(held))


def matters(store: Store, ego: int, as_of: int) -> Matters:
    """Gather what titles were about up to a day; nothing where their words are not kept (`app.topics_kept`)."""
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
    titled = store.rows(query("matters"), params) if kept(store) else ()
    for person, title, near, times, first, last, revision in titled:
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
    words = Words(titles, parts(), concepts())
    return Matters(titles, tuple(keys), dict(of), dict(lists), words, Index([words.terms(one) for one in titles]))


def topics_of(store: Store, name: str, as_of: int, most: int = 12, held: Matters | None = None) -> list[Topic]:
    """Give what titles shared with a person (or with anybody of an organisation) were about, what tells most first.

    A word tells more the more often and the more rarely elsewhere it stands: times x rarity. Names of people in the log
    are no topics. What titles were about (`held`) is gathered when it is not given.

    Raises:
        NobodyFoundError, SeveralFoundError: neither a person nor an organisation is called so.
    """
    everyone = people(store, as_of=as_of)
    try:
        wanted = {find(everyone, name).id}
    except (NobodyFoundError, SeveralFoundError):
        house = people_of(everyone.values(), name)
        if house is None:
            raise
        wanted = house[1]
    held = held or matters(store, ego_of(store), as_of)
    names = {root(plain(word), "nl") for one in everyone.values() for word in one.name.split()}
    return topics_in(held, wanted, names, most)


def topics_in(held: Matters, wanted: Iterable[int], names: Collection[str], most: int) -> list[Topic]:
    """Give the topics of some people together; see `topics_of`."""
    seen: dict[str, list[int]] = {}
    shown: dict[str, Counter[str]] = {}
    spread = {number: share for person in wanted for number, share in held.of.get(person, {}).items()}
    for number, share in spread.items():
        for word in _WORDS.findall(held.titles[number]):
            for term in held.words.stems(word):
                if term not in names:
                    times, last = seen.setdefault(term, [0, 0])
                    seen[term] = [times + share.times, max(last, share.last)]
                    shown.setdefault(term, Counter())[word.lower()] += share.times
    top = held.index.idf(1)
    found = [
        Topic(min(shown[term], key=lambda word: (-shown[term][word], word)), times, last, held.index.rarity(term) / top)
        for term, (times, last) in seen.items()
    ]
    return sorted(found, key=lambda one: (-one.times * one.rarity, one.word))[:most]
