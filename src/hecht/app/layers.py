"""Layers that the user states: they overrule what the log gives, and can be taken back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hecht.app.people import Person, find, people
from hecht.app.settings import now
from hecht.core.errors import BadLayerError
from hecht.core.ties.layers import COUNT
from hecht.core.ties.tie import Tie
from hecht.sql import query
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store

KIND = "layer"


def state_layer(store: Store, name: str, layer: int, as_of: int) -> Person:
    """State in which layer (1-5) somebody is, from a day on; 0 takes back what was stated.

    Raises:
        BadLayerError: no layer 0-5.
        NobodyFoundError, SeveralFoundError: see `find`.
    """
    if not 0 <= layer <= COUNT:
        raise BadLayerError(str(layer))
    found = find(people(store), name)
    persons = _persons(store)
    moment = now()
    for said in stated(store, KIND):
        if persons.get(said.identifier) == found.id:
            take_back(store, said.id, moment)
            moment = max(moment, said.seconds + 1)  # stating it again within the second is a statement of its own
    if layer:
        state(store, KIND, found.id, moment, value=str(layer), since=as_of)
    return found


def stated_layers(store: Store, as_of: int) -> dict[int, int]:
    """Give the layer that the user stated, up to a day, by person; the last statement holds."""
    said = [one for one in stated(store, KIND) if one.since is None or one.since <= as_of]
    persons = _persons(store) if said else {}
    return {persons[one.identifier]: int(one.value) for one in said if one.identifier in persons}


def with_stated(ties: Iterable[Tie], layers: Mapping[int, int]) -> Iterator[Tie]:
    """Give the ties with the layers that were stated."""
    for tie in ties:
        layer = layers.get(tie.alter)
        yield tie if layer is None else replace(tie, layer=layer, stated=True)


def _persons(store: Store) -> dict[int, int]:
    return {int(key or 0): int(person or 0) for key, person in store.rows(query("person_of"), {"kind": KIND})}
