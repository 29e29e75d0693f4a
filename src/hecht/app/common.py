"""What two people have in common without each other: topics that both share with the user, and places both are seen in."""

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

from hecht.app.topics import conversations, threads_of
from hecht.app.topics_kept import kept
from hecht.core.topics import convincing
from hecht.sql import query
from hecht.stores.store import Store

WITHIN = 365
"""Days in which a topic or place counts."""
FEW = 4
"""Words that stand together in the titles of more people than this are no matter of two of them."""
CROWDED = 12
"""People on a list up to which being there says something of two of them."""


class Matter(NamedTuple):
    """What two people have in hand each with the user: a title of each, on how many titles it rests, and the last day."""

    titles: tuple[str, str]
    times: int
    day: int


def common_topics(store: Store, ego: int, as_of: int, fresh: int = WITHIN) -> dict[tuple[int, int], Matter]:
    """Give pairs of people of whom each shares titles with the user on the same matter; none unless some title is `fresh`.

    Two titles are of one matter when they share words that seldom stand in titles together (`core.topics.convincing`) and
    that at most four people have in common. Pairs are in ascending order of ids, and so are the titles.
    """
    params = {"ego": ego, "as_of": as_of, "since": as_of - WITHIN}
    if not kept(store):
        return {}
    if fresh < WITHIN and not store.rows(query("stems_days"), {**params, "since": as_of - fresh}):
        return {}
    titles: dict[str, tuple[set[str], set[int]]] = defaultdict(lambda: (set(), set()))
    last: dict[str, int] = {}
    for person, stem, title, day in store.rows(query("stems_days"), params):
        words, people = titles[str(title)]
        words.add(str(stem))
        people.add(int(person or 0))
        last[str(title)] = int(day or 0)
    by_words: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for title, (words, people) in titles.items():
        for two in combinations(sorted(words), 2):
            for person in people:
                by_words[two][person].add(title)
    shared = {two: held for two, held in sorted(by_words.items()) if 1 < len(held) <= FEW}
    where = threads_of(store, as_of, {word for two in shared for word in two})
    total = conversations(store, as_of)
    found: dict[tuple[int, int], list[tuple[int, int, tuple[str, str]]]] = defaultdict(list)
    texts: dict[tuple[int, int], set[str]] = defaultdict(set)
    for two, held in shared.items():
        often = len(where[two[0]] & where[two[1]])
        if not convincing(len(two), often, total):
            continue
        for one, other in combinations(sorted(held), 2):
            found[one, other].append((len(held), often, (min(held[one]), min(held[other]))))
            texts[one, other] |= held[one] | held[other]
    return {
        pair: Matter(min(every)[2], len(texts[pair]), max(last[one] for one in texts[pair]))
        for pair, every in found.items()
    }


def common_places(store: Store, as_of: int) -> dict[tuple[int, int], str]:
    """Give pairs of people who were both seen on one mailing list on at least two days, with the list's name."""
    rows = store.rows(query("lists"), {"as_of": as_of, "since": as_of - WITHIN})
    seen: dict[str, list[int]] = defaultdict(list)
    for name, person in rows:
        seen[str(name)].append(int(person or 0))
    return {
        pair: name
        for name, people in sorted(seen.items())
        if len(people) <= CROWDED
        for pair in combinations(sorted(people), 2)
    }
