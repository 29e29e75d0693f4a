"""Pooling: logs in one store whose owners agreed to let their work contacts be seen together."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hecht.app.people import Person, people
from hecht.app.snapshot import ego_of, nobody, whole
from hecht.app.who import spheres
from hecht.core.identity import key_of
from hecht.core.model import OWNER
from hecht.core.network.graph import Ints
from hecht.core.organisation import domain_of
from hecht.sql import query
from hecht.stores.store import Store

SETTING = "pool"


@dataclass(frozen=True, slots=True)
class Pool:
    """Whether this log is pooled, since when (ISO day, or empty), and how many logs are pooled with it."""

    on: bool
    since: str
    others: int


@dataclass(frozen=True, slots=True)
class Member:
    """One log as others may see it: its owner, and the persons of work by their id in the log of who looks.

    `ids` maps a person of this log to that id; who is not in it is not to be seen. `people` names those who are new.
    """

    store: Store
    owner: int
    ids: dict[int, int]
    people: dict[int, Person]


def pool(store: Store) -> Pool:
    """Say whether this log is pooled, and with how many others."""
    since = store.setting(SETTING) or ""
    others = len([log for log in _logs(store) if log != store.log]) if since else 0
    return Pool(bool(since), since, others)


def set_pool(store: Store, day: str) -> Pool:
    """Pool this log from a day (ISO) on, or, with an empty day, no longer; both hold at once.

    Raises:
        NoEgoError, WholeNetworkError, EmptyLogError: only a log that is somebody's can be pooled.
    """
    if day:
        ego_of(store)
    store.set_setting(SETTING, day)
    return pool(store)


def members(store: Store, own: dict[int, Person]) -> list[Member]:
    """Give the other pooled logs, when this one is pooled itself; none otherwise, so that who looks gives as well.

    Only people with an address of work are in it, none whom the log's owner put in private life, and nobody whom the
    user erased. A person of another log is one of this log's when they have an identifier in common.
    """
    if not store.setting(SETTING):
        return []
    owner_key = key_of(OWNER)
    known = {key_of(text): person.id for person in own.values() for text in person.identifiers}
    known.pop(owner_key, None)
    erased = {str(mark) for (mark,) in store.rows("SELECT t.mark FROM tombstone t WHERE t.log = :log")}
    found = []
    for log in _logs(store):
        other = Store(store.engine, log, store.tombstones)
        if log == store.log or whole(other):
            continue
        owner, private, none = ego_of(other), spheres(other), nobody(other)
        shown = {
            one.id: one
            for one in people(other).values()
            if one.id not in none
            and private.get(one.id) != "private"
            and any(domain_of(text) for text in one.identifiers)
            and not any(store.tombstones.mark(text) in erased for text in one.identifiers)
        }
        if owner not in shown:
            continue
        ids = {}
        for one in shown.values():
            keys = [key_of(text) for text in one.identifiers if text != OWNER]
            same = sorted({known[key] for key in keys if key in known})
            ids[one.id] = same[0] if same else min(keys)
            known.update(dict.fromkeys(keys, ids[one.id]))
        new = {ids[one.id]: _work(one, ids[one.id]) for one in shown.values() if ids[one.id] not in own}
        found.append(Member(other, ids[owner], ids, new))
    return found


def seen_by(member: Member, table: Ints) -> Ints:
    """Give those ties of a pooled log (rows that begin with two persons) whose both ends may be seen, by the ids of who looks."""
    shown = np.array(sorted(member.ids), dtype=np.int64)
    table = table[np.isin(table[:, 0], shown) & np.isin(table[:, 1], shown)].copy()
    for column in (0, 1):
        table[:, column] = [member.ids[one] for one in table[:, column].tolist()]
    kept: Ints = table[table[:, 0] != table[:, 1]]
    return kept


def _work(person: Person, number: int) -> Person:
    return person._replace(id=number, identifiers=tuple(text for text in person.identifiers if domain_of(text)))


def _logs(store: Store) -> Iterable[int]:
    return [int(log or 0) for (log,) in store.rows(query("pooled"))]
