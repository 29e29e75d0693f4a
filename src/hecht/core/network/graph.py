"""The tie graph: persons and the ties between them as arrays, joined by key."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The same ties seen from each person: those of person i stand at `start[i]:start[i + 1]`, by ascending index.

    `other` is the index of the neighbour and `tie` that of the tie in the graph. Every tie stands here twice.
    """

    start: Ints
    other: Ints
    tie: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Persons and the ties between them at one moment.

    `people` holds the ids of n persons in ascending order; everything of a person is an array of length n in that order.
    `a` and `b` hold the indices (not the ids) of the two ends of m ties, a < b, in ascending order of (a, b), each pair once.
    `strength` is that of the tie; `forth` is what of it went from a to b and `back` from b to a, both >= 0.
    A loop is no tie, and a tie without strength is none either: `of` leaves both out and keeps the persons.
    """

    people: Ints
    a: Ints
    b: Ints
    strength: Floats
    forth: Floats
    back: Floats

    @classmethod
    def of(
        cls,
        first: ArrayLike,
        second: ArrayLike,
        strength: ArrayLike,
        forth: ArrayLike | None = None,
        back: ArrayLike | None = None,
        *,
        people: Iterable[int] = (),
    ) -> "Graph":
        """Make a graph from pairs of ids in any order; a pair that stands there more than once is summed.

        Args:
            first: the id of one end of each tie.
            second: the id of the other end.
            strength: of each tie, finite and >= 0.
            forth: what went from `first` to `second`; without it, `strength` goes both ways.
            back: what went from `second` to `first`.
            people: more ids, so that persons without a tie are there too.

        Raises:
            ValueError: lengths that differ, or a strength that is negative or not a number.
        """
        one, two = np.asarray(first, dtype=np.int64), np.asarray(second, dtype=np.int64)
        weight = np.asarray(strength, dtype=np.float64)
        to = weight if forth is None else np.asarray(forth, dtype=np.float64)
        fro = weight if back is None else np.asarray(back, dtype=np.float64)
        if not one.shape == two.shape == weight.shape == to.shape == fro.shape or one.ndim != 1:
            raise ValueError("the ends and strengths of ties are not equally many")
        for values in (weight, to, fro):
            if values.size and not (np.isfinite(values).all() and values.min() >= 0):
                raise ValueError("a strength is a number of at least 0")
        ids = np.unique(np.concatenate([one, two, np.fromiter(people, dtype=np.int64)]))
        return _assembled(ids, np.searchsorted(ids, one), np.searchsorted(ids, two), weight, to, fro)

    @classmethod
    def of_arcs(cls, source: ArrayLike, target: ArrayLike, weight: ArrayLike, *, people: Iterable[int] = ()) -> "Graph":
        """Make a graph from directed arcs: the strength of a tie is what went either way together.

        That is how igraph and networkx weigh a pair in a directed network (`w_ij + w_ji`). Raises as `of` does.
        """
        amounts = np.asarray(weight, dtype=np.float64)
        return cls.of(source, target, amounts, amounts, np.zeros_like(amounts), people=people)

    @property
    def rows(self) -> Rows:
        """Give the ties seen from each person."""
        here = np.concatenate([self.a, self.b])
        there = np.concatenate([self.b, self.a])
        tie = np.arange(len(self.a), dtype=np.int64)
        order = np.argsort(here * max(1, len(self.people)) + there, kind="stable")
        start = np.zeros(len(self.people) + 1, dtype=np.int64)
        np.cumsum(np.bincount(here, minlength=len(self.people)), out=start[1:])
        return Rows(start, there[order], np.concatenate([tie, tie])[order])

    @property
    def degree(self) -> Ints:
        """Give the number of ties of each person."""
        n = len(self.people)
        return np.bincount(self.a, minlength=n) + np.bincount(self.b, minlength=n)

    @property
    def total(self) -> Floats:
        """Give the strength of each person: the sum over their ties."""
        return summed(self.a, self.strength, len(self.people)) + summed(self.b, self.strength, len(self.people))

    def index(self, people: ArrayLike) -> Ints:
        """Give the index of persons by id.

        Raises:
            KeyError: somebody is not in the graph.
        """
        ids = np.asarray(people, dtype=np.int64)
        place = np.searchsorted(self.people, ids)
        found = place < len(self.people)
        if not found.all() or (self.people[place] != ids).any():
            raise KeyError(people)
        return place

    def among(self, people: Iterable[int]) -> "Graph":
        """Give the persons of these ids (those that are here) and the ties among them."""
        ids = np.fromiter(people, dtype=np.int64)
        return self._kept(np.isin(self.people, ids))

    def without(self, people: Iterable[int]) -> "Graph":
        """Give everybody but the persons of these ids, with the ties that remain."""
        ids = np.fromiter(people, dtype=np.int64)
        return self._kept(~np.isin(self.people, ids))

    def around(self, person: int) -> "Graph":
        """Give a person, the neighbours, and every tie among them. Raises KeyError when the person is not here."""
        me = int(self.index(person))
        near = np.concatenate([self.b[self.a == me], self.a[self.b == me], [me]])
        keep = np.zeros(len(self.people), dtype=np.bool_)
        keep[near] = True
        return self._kept(keep)

    def _kept(self, keep: Flags) -> "Graph":
        place = np.cumsum(keep) - 1
        ties = keep[self.a] & keep[self.b]
        return Graph(
            self.people[keep],
            place[self.a[ties]],
            place[self.b[ties]],
            self.strength[ties],
            self.forth[ties],
            self.back[ties],
        )


def _assembled(people: Ints, one: Ints, two: Ints, strength: Floats, to: Floats, fro: Floats) -> Graph:
    """Bring ties by index into the one order of a graph, summed by pair."""
    real = (one != two) & (strength > 0)
    one, two, strength, to, fro = one[real], two[real], strength[real], to[real], fro[real]
    turned = one > two
    a, b = np.where(turned, two, one), np.where(turned, one, two)
    forth, back = np.where(turned, fro, to), np.where(turned, to, fro)
    key = a * max(1, len(people)) + b
    if (key[1:] > key[:-1]).all():
        return Graph(people, a, b, strength, forth, back)
    pairs, place = np.unique(key, return_inverse=True)
    together = (summed(place, values, len(pairs)) for values in (strength, forth, back))
    return Graph(people, pairs // max(1, len(people)), pairs % max(1, len(people)), *together)


def summed(place: Ints, values: Floats, count: int) -> Floats:
    """Add values by place: `out[i] = sum of values[k] over k with place[k] = i`, for i below `count`."""
    return np.bincount(place, values, minlength=count).astype(np.float64, copy=False)
