"""A made-up address book as the log would know its people, and how right proposals about them are."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from hecht.core.identity import key_of, resolve
from hecht.core.organisation import domain_of
from hecht.core.proposals import Known, Proposal
from hecht.testing.address_books import AddressBook, Trace


class Judged(NamedTuple):
    """How right proposals are: precision and recall (0-1) over `pairs` true pairs, and each proposal in turn.

    `wrong_merges` counts persons into whom the cards alone merged two people.
    """

    precision: float
    recall: float
    pairs: int
    wrong_merges: int
    right: tuple[bool, ...]


def known_people(book: AddressBook) -> tuple[list[Known], dict[int, frozenset[int]]]:
    """Give the persons of a book as cards alone make them, and the people that each truly is."""
    keys = {key_of(one): one for card in book.cards for one in card.identifiers}
    keys |= {key_of(one.identifier): one.identifier for one in book.traces}
    resolved = resolve(
        ((card.name, [key_of(one) for one in card.identifiers]) for card in book.cards),
        (),
        telephones={key for key, text in keys.items() if text.startswith("tel:")},
    )
    person_of = {text: resolved.get(key, key) for key, text in keys.items()}
    shared = {one for one, owners in book.owner.items() if len(owners) > 1}
    traces: defaultdict[int, list[Trace]] = defaultdict(list)
    for trace in book.traces:
        traces[person_of[trace.identifier]].append(trace)
    beside: defaultdict[int, set[str]] = defaultdict(set)
    names: defaultdict[int, list[str]] = defaultdict(list)
    places: defaultdict[int, set[str]] = defaultdict(set)
    for card in book.cards:
        for who in {person_of[one] for one in card.identifiers} & traces.keys():
            names[who].append(card.name)
            beside[who] |= {one for one in card.identifiers if person_of[one] != who}
    found, truth = [], {}
    for person, some in traces.items():
        truth[person] = frozenset(trace.truth for trace in some if trace.identifier not in shared)
        if all(trace.suspect for trace in some):
            continue
        places[person] |= {domain for trace in some if (domain := domain_of(trace.identifier))}
        found.append(
            Known(
                person,
                tuple(dict.fromkeys([*names[person], *(name for trace in some for name in trace.names)])),
                tuple(sorted(trace.identifier for trace in some)),
                tuple(sorted(places[person])),
                min(trace.first for trace in some),
                max(trace.last for trace in some),
                frozenset(person_of[one] for trace in some for one in trace.circle) - {person},
                beside=frozenset(beside[person]),
                answered=bool(names[person]) or any(trace.answered for trace in some),
            )
        )
    return found, truth


def judge(proposals: Sequence[Proposal], truth: dict[int, frozenset[int]]) -> Judged:
    """Compare proposals with the truth: a pair is right when both are the same one person."""
    persons: defaultdict[int, list[int]] = defaultdict(list)
    for person, people in truth.items():
        if len(people) == 1:
            persons[next(iter(people))].append(person)
    pairs = {tuple(sorted(pair)) for some in persons.values() for pair in combinations(some, 2)}
    right = tuple((one.a, one.b) in pairs for one in proposals)
    return Judged(
        sum(right) / max(len(right), 1),
        sum(right) / max(len(pairs), 1),
        len(pairs),
        sum(len(people) > 1 for people in truth.values()),
        right,
    )
