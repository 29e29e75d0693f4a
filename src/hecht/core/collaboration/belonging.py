"""Which interactions belong to a collaboration: by what was stated, by their title, or because only its people took part."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from hecht.core.collaboration.item import Item
from hecht.core.collaboration.parties import Delegate, matter
from hecht.core.spoken import words_of
from hecht.core.topics import stems


class Basis(StrEnum):
    """Why an interaction belongs: somebody said so, its title names the collaboration, or only its people took part."""

    STATED = "stated"
    TITLE = "title"
    PEOPLE = "people"


class Rule(NamedTuple):
    """What was stated of what belongs: of an `item` or `thread` (its key), a `title` (words) or a `person` (id)."""

    what: str
    value: str
    inside: bool


class Belonging(NamedTuple):
    """An interaction that belongs, and why."""

    item: Item
    basis: Basis


def belonging(
    items: Iterable[Item],
    name: str,
    delegates: Sequence[Delegate],
    rules: Sequence[Rule] = (),
    start: int | None = None,
) -> list[Belonging]:
    """Give the interactions that belong to a collaboration, in time, each with why.

    What was stated goes first: of the item itself, then of its conversation or series, then of words of its title, then
    of somebody in it (what is said last of one of these holds). Else an interaction belongs from the start on

    - by its *title*, when that holds every content word of the name and somebody who takes part was in it;
    - by its *people*, when everybody in it takes part, for at least two parties. Between two parties alone that is so when
      it had room for the other, when its title is about nothing in particular, or about something of the collaboration (a
      content word of a title that belongs): people of two parties may have other work in hand, and that is not this one's.

    Args:
        items: interactions, each once.
        name: the name of the collaboration; one without content words gives nothing by title.
        delegates: who takes part, for which party, from when until when.
        rules: what was stated, oldest first.
        start: the day it began; None: nothing is too early.
    """
    words = frozenset(stems(name))
    stated = {(rule.what, rule.value.casefold()): rule.inside for rule in rules}
    seats: dict[int, list[Delegate]] = {}
    for one in delegates:
        seats.setdefault(one.person, []).append(one)
    found = []
    perhaps = []
    for item in items:
        told = _told(item, stated)
        if told is not None:
            if told:
                found.append(Belonging(item, Basis.STATED))
            continue
        if start is not None and item.day < start:
            continue
        parties = {person: _party(seats.get(person, ()), item.day) for person in item.people}
        sitting = [party for party in parties.values() if party is not None]
        if sitting and words and words <= frozenset(stems(item.title)):
            found.append(Belonging(item, Basis.TITLE))
        elif len(sitting) == len(parties) and len(set(sitting)) > 1:
            about = matter(item.title)[0]
            if len(set(sitting)) > 2 or item.informal or not about:  # noqa: PLR2004 - as said above
                found.append(Belonging(item, Basis.PEOPLE))
            else:
                perhaps.append((item, about))
    of_it = {word for one in found if one.basis is Basis.TITLE for word in matter(one.item.title)[0]} | words
    found += [Belonging(item, Basis.PEOPLE) for item, about in perhaps if about & of_it]
    return sorted(found, key=lambda one: (one.item.seconds, one.item.key))


def _party(seats: Sequence[Delegate], day: int) -> str | None:
    return next((one.organisation for one in reversed(seats) if one.sits(day)), None)


def _told(item: Item, stated: Mapping[tuple[str, str], bool]) -> bool | None:
    if not stated:
        return None
    for key in (("item", str(item.key)), ("thread", str(item.thread))):
        if key in stated:
            return stated[key]
    mine = frozenset(words_of(item.title))
    for (what, value), inside in reversed(list(stated.items())):
        if what == "title" and (words := frozenset(words_of(value))) and words <= mine:
            return inside
    for (what, value), inside in reversed(list(stated.items())):
        if what == "person" and value in {str(person) for person in item.people}:
            return inside
    return None
