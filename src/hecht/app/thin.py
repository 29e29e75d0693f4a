"""Thin: with which organisations the user's contact runs through one or two people."""

from dataclasses import dataclass

from hecht.app.people import people
from hecht.app.position import houses
from hecht.app.snapshot import take
from hecht.core.network import thin as core
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class ThinRow:
    """An organisation, the names of the one or two people through whom contact with it runs, their share, and all known there."""

    organisation: str
    through: tuple[str, ...]
    share: float
    people: int


def thin(store: Store, as_of: int) -> list[ThinRow]:
    """Give the organisations with which contact of the last 540 days runs through one or two people."""
    shot = take(store, as_of)
    known = people(store, as_of=as_of)
    house = houses(known)
    days = {person: tie.facts.active_540 for person, tie in shot.ties.items()}
    return [
        ThinRow(one.organisation, tuple(known[person].name for person in one.through), round(one.share, 3), one.people)
        for one in core.thin(days, house, own={house.get(shot.ego, "")})
    ]
