"""Grounds: what every answer of a day rests on, gathered once for all asks: titles, people, what is sought and brought, chains."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hecht.app.acquaintance import Acquaintance, acquaintance
from hecht.app.exchange import NOT_DISCREET, wishes
from hecht.app.matters import Matters, concepts, matters, parts
from hecht.app.meaning import Meaning, meaning_of
from hecht.app.people import Person, people
from hecht.app.position import houses
from hecht.app.said import people_of
from hecht.app.snapshot import Snapshot, take
from hecht.app.who import private_people
from hecht.core.exchange.asks import Wish
from hecht.core.exchange.words import Words
from hecht.stores.said import stated
from hecht.stores.store import Store


@dataclass(frozen=True)
class Grounds:
    """A log as it was on a day: ties, people (in `named` with the organisation they are with), titles, asks and offers."""

    store: Store
    as_of: int
    shot: Snapshot
    everyone: Mapping[int, Person]
    named: Mapping[int, Person]
    held: Matters
    wishes: tuple[Wish, ...]

    @cached_property
    def words(self) -> Words:
        """Give the vocabulary of what is sought and brought."""
        return Words([one.text for one in self.wishes], parts(), concepts())

    @cached_property
    def meaning(self) -> Meaning | None:
        """Give nearness of meaning, or None without the extra."""
        return meaning_of(self.store)

    @cached_property
    def acquaintance(self) -> Acquaintance:
        """Give who ever knew whom, for chains into organisations."""
        return acquaintance(self.store, self.as_of, known=dict(self.everyone))

    @cached_property
    def private(self) -> frozenset[int]:
        """Give the people the user keeps out of everything."""
        return private_people(self.store)

    @cached_property
    def indiscreet(self) -> frozenset[int]:
        """Give the people of whom the user said that a half-baked plan is not for them."""
        return people_of(self.store, NOT_DISCREET) if stated(self.store, NOT_DISCREET) else frozenset()


def gather(
    store: Store,
    as_of: int,
    shot: Snapshot | None = None,
    everyone: Mapping[int, Person] | None = None,
    held: Matters | None = None,
) -> Grounds:
    """Gather the grounds of a day; a snapshot, people and matters save making them."""
    shot = shot or take(store, as_of)
    named = dict(everyone or people(store, as_of=as_of))
    house = houses(named)
    return Grounds(
        store,
        as_of,
        shot,
        named,
        {person: one._replace(organisation=house[person]) for person, one in named.items()},
        held or matters(store, shot.ego, as_of),
        tuple(wishes(store, as_of)),
    )
