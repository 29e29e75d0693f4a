"""What the user stated about people, by person instead of identifier."""

from hecht.app.settings import now
from hecht.sql import query
from hecht.stores.said import Said, stated
from hecht.stores.store import Store


def persons(store: Store, kind: str) -> dict[int, int]:
    """Give the person of each identifier about which something of a kind is stated, as far as it is still in the log."""
    return {
        int(identifier or 0): int(person or 0) for identifier, person in store.rows(query("person_of"), {"kind": kind})
    }


def by_person(store: Store, kind: str) -> dict[int, Said]:
    """Give the last statement of a kind about each person that is still in the log."""
    people = {
        int(identifier or 0): int(person or 0) for identifier, person in store.rows(query("person_of"), {"kind": kind})
    }
    return {people[one.identifier]: one for one in stated(store, kind) if one.identifier in people}


def people_of(store: Store, kind: str, *, after: int | None = None) -> frozenset[int]:
    """Give the persons of whom something of a kind is stated (with `after`: since a later day than that)."""
    return frozenset(
        person
        for person, one in by_person(store, kind).items()
        if after is None or (one.since is not None and one.since > after)
    )


def next_second(store: Store, kind: str) -> int:
    """Give the second at which to state something next, so that what was said last also stands last."""
    return max(now(), 1 + max((one.seconds for one in stated(store, kind)), default=0))
