"""Tables: their sizes, who must sit together or apart, and whether any seating can do that at all."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from hecht.core.network.graph import Flags, Ints

Wish: TypeAlias = tuple[int, ...]
"""Some people, by index, who are to sit together or apart."""
LOOKED_AT = 100_000
"""Steps of the search for a seating that keeps to all wishes, after which it is given up."""


class RefusedError(Exception):
    """No seating keeps to all that was wished; `together` and `apart` are wishes that clash, of which none can be missed.

    `proven` is False when none was found and the search was given up before every seating was tried.
    """

    def __init__(self, together: Sequence[Wish], apart: Sequence[Wish], *, proven: bool = True) -> None:
        """Keep the wishes that clash."""
        super().__init__(together, apart)
        self.together, self.apart, self.proven = tuple(together), tuple(apart), proven


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a seating: how many people, at which tables, how often, and who sits together or apart.

    `sizes` are the seats of each table, together at least the people; with `even` a table may stay one seat short, and with
    fewer people than seats that is how they are spread. Everybody of a wish in `together` sits at one table in every round,
    no two of a wish in `apart` ever do.
    """

    people: int
    sizes: tuple[int, ...]
    rounds: int = 1
    together: tuple[Wish, ...] = ()
    apart: tuple[Wish, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no seating.

        Raises:
            ValueError: no people, tables or rounds; a table without people; an index that is nobody's.
        """
        short = sum(self.sizes) - self.people
        if min(self.people, len(self.sizes), self.rounds, *self.sizes) < 1 or not 0 <= short < max(len(self.sizes), 1):
            raise ValueError("people, tables and rounds do not fit")
        if short and (len(set(self.sizes)) > 1 or self.sizes[0] == 1):
            raise ValueError("only tables of one size of at least two can stay a seat short")
        if any(not 0 <= one < self.people for wish in (*self.together, *self.apart) for one in wish):
            raise ValueError("a wish names somebody who is not there")

    @classmethod
    def even(
        cls, people: int, tables: int, rounds: int = 1, together: Sequence[Wish] = (), apart: Sequence[Wish] = ()
    ) -> "Wishes":
        """Spread people over a number of tables whose sizes differ by at most one; which are the larger may differ by round."""
        return cls(people, (-(-people // max(tables, 1)),) * tables, rounds, tuple(together), tuple(apart))

    @property
    def seated(self) -> tuple[int, ...]:
        """Give how many sit at each table, the largest first."""
        short = sum(self.sizes) - self.people
        return tuple(sorted((size - (place < short) for place, size in enumerate(self.sizes)), reverse=True))


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """What is placed as one: people who sit together, single people, and the seats that stay empty.

    `members` holds the people of each unit, none for an empty seat; `size` the seats it takes; `clash` which two units may
    not share a table. Two empty seats may not, so that sizes differ by one at most.
    """

    members: tuple[Wish, ...]
    size: Ints
    clash: Flags

    @classmethod
    def of(cls, wishes: Wishes) -> "Units":
        """Join people into units.

        Raises:
            RefusedError: two people are to sit both together and apart, or a unit is larger than any table.
        """
        root = list(range(wishes.people))
        for wish in wishes.together:
            joined = {root[one] for one in wish}
            root = [min(joined) if one in joined else one for one in root]
        members = [tuple(one for one in range(wishes.people) if root[one] == first) for first in sorted(set(root))]
        unit = {one: place for place, some in enumerate(members) for one in some}
        short = sum(wishes.sizes) - wishes.people
        count = len(members) + short
        clash = np.zeros((count, count), dtype=np.bool_)
        clash[len(members) :, len(members) :] = True
        for wish in wishes.apart:
            placed = [unit[one] for one in wish]
            if len(set(placed)) < len(set(wish)):
                raise RefusedError(wishes.together, [wish])
            clash[np.ix_(placed, placed)] = True
        np.fill_diagonal(clash, val=False)
        size = np.array([len(some) for some in members] + [1] * short, dtype=np.int64)
        if size.max() > max(wishes.sizes):
            raise RefusedError([members[int(size.argmax())]], [])
        return cls((*members, *((),) * short), size, clash)


def begin(wishes: Wishes, rng: np.random.Generator) -> tuple[Units, Callable[[], Ints]]:
    """Give the units, and what places them anew at every call so that all wishes hold: the table of each unit.

    Raises:
        RefusedError: there is no such seating (or, when not `proven`, none was found), with wishes that clash.
    """
    try:
        units = Units.of(wishes)
        found = _placed(units, wishes.sizes, rng)
    except RefusedError:
        found = None
    except _GivenUpError:
        raise RefusedError(wishes.together, wishes.apart, proven=False) from None
    if found is None:
        raise _cause(wishes, rng)
    first = [found]

    def again() -> Ints:
        # one seating is known; that the search is given up another time is no reason to have none
        if first:
            return first.pop()
        try:
            other = _placed(units, wishes.sizes, rng)
        except _GivenUpError:
            other = None
        return found if other is None else other

    return units, again


class _GivenUpError(Exception):
    """The search took too long."""


def _placed(units: Units, sizes: Sequence[int], rng: np.random.Generator) -> Ints | None:
    """Place every unit, those that are hardest to place first; None when it cannot be done.

    A depth-first search over the units that have wishes; the others fit in whatever seats are left. Of tables that are
    equally empty one is tried, for the others would be the same again.
    """
    bound = np.flatnonzero((units.size > 1) | units.clash.any(axis=1))
    table = np.full(len(units.size), -1, dtype=np.int64)
    left = list(sizes)
    order = [int(one) for one in bound[rng.permutation(len(bound))]]
    steps = 0

    def options(unit: int) -> list[int]:
        taken = set(table[units.clash[unit]].tolist())
        fit = [at for at in range(len(left)) if left[at] >= units.size[unit] and at not in taken]
        untouched: set[int] = set()
        some = []
        for at in fit:
            if left[at] == sizes[at]:
                if sizes[at] in untouched:
                    continue
                untouched.add(sizes[at])
            some.append(at)
        return [some[place] for place in rng.permutation(len(some))]

    def choose() -> tuple[int, list[int]]:
        waiting = [(unit, options(unit)) for unit in order if table[unit] < 0]
        return min(waiting, key=lambda one: (len(one[1]), -units.size[one[0]], -units.clash[one[0]].sum()))

    stack: list[tuple[int, Iterator[int]]] = []
    while len(stack) < len(order):
        unit, some = choose()
        stack.append((unit, iter(some)))
        while stack:
            unit, rest = stack[-1]
            if table[unit] >= 0:
                left[table[unit]] += int(units.size[unit])
                table[unit] = -1
            at = next(rest, None)
            if at is None:
                stack.pop()
                continue
            steps += 1
            if steps > LOOKED_AT:
                raise _GivenUpError
            table[unit] = at
            left[at] -= int(units.size[unit])
            break
        if not stack:
            return None
    seats = np.repeat(np.arange(len(left)), left)
    table[table < 0] = rng.permutation(seats)
    return table


def _cause(wishes: Wishes, rng: np.random.Generator) -> RefusedError:
    """Give wishes that clash, of which none can be missed: each in turn is left out, and stays out while the clash stays."""
    kept = [(True, wish) for wish in wishes.together] + [(False, wish) for wish in wishes.apart]
    for one in list(kept):
        fewer = list(kept)
        fewer.remove(one)
        together, apart = (tuple(wish for kind, wish in fewer if kind is which) for which in (True, False))
        try:
            units = Units.of(Wishes(wishes.people, wishes.sizes, wishes.rounds, together, apart))
            clashing = _placed(units, wishes.sizes, rng) is None
        except RefusedError:
            clashing = True
        except _GivenUpError:
            clashing = False
        if clashing:
            kept = fewer
    return RefusedError([wish for kind, wish in kept if kind], [wish for kind, wish in kept if not kind])
