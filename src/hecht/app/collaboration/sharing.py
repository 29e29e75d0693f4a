"""Sharing what one sees of a collaboration: a file of contact days with each of the others, and taking in those of others."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hecht.app.collaboration.keeping import author, collaborations, key
from hecht.app.collaboration.together import together
from hecht.app.people import Person, people
from hecht.app.snapshot import ego_of, whole
from hecht.app.who import private_people
from hecht.core.days import to_date
from hecht.core.errors import CannotWriteError
from hecht.core.identity import key_of
from hecht.core.model import Reported
from hecht.sources.share import written
from hecht.sql import query
from hecht.stores import records
from hecht.stores.records import New
from hecht.stores.store import Store

PINNED = "share_key"
"""A kind of record: the key that a participant's files are signed with."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a file holds, to be looked at before it is sent: for each other participant the days of contact (ISO).

    `text` is the file, word for word.
    """

    name: str
    reporter: str
    until: str
    pairs: tuple[tuple[Person, tuple[str, ...]], ...]
    text: str


def prepare(store: Store, name: str, as_of: int) -> Shared:
    """Give what would be shared of a collaboration: the user's days of contact with each other participant since the start.

    All contact counts, whatever it was about; a day is all that is told of it. People of the private sphere are left out.
    """
    found = together(store, name, as_of)
    ego, of = ego_of(store), found.of
    private = private_people(store)
    others = [one for one in dict.fromkeys(seat.person for seat in of.delegates) if one != ego and one not in private]
    known = people(store, others, as_of) if others else {}
    wanted = set(others)
    days: dict[int, list[str]] = {one: [] for one in others}
    for person, day, _ in store.rows(query("active"), {"ego": ego, "as_of": as_of}):
        if int(person or 0) in wanted and int(day or 0) >= (of.start or 0):
            days[int(person or 0)].append(to_date(int(day or 0)).isoformat())
    pairs = tuple((known[one], tuple(days[one])) for one in others if one in known)
    reporter = author(store)
    told = [(_address(person), list(theirs)) for person, theirs in pairs]
    text = written(of.name, reporter, as_of, told, _seed(store, of.id))
    return Shared(of.name, reporter.partition(":")[2], to_date(as_of).isoformat(), pairs, text)


def _seed(store: Store, whole: int) -> bytes:
    """Give the secret that a collaboration's files are signed with; none where this installation has no secret."""
    secret = store.tombstones.secret
    return hmac.new(secret, f"share {whole:016x}".encode(), "sha256").digest() if secret else b""


def _address(person: Person) -> str:
    return next((one for one in person.identifiers if one.startswith("mailto:")), person.identifiers[0])


def write(shared: Shared, path: Path) -> None:
    """Write the file, readable by the user alone.

    Raises:
        CannotWriteError: the place does not allow it.
    """
    try:
        path.touch(mode=0o600)
        path.chmod(0o600)  # also a file that was there
        path.write_text(shared.text, encoding="utf-8")
    except OSError as error:
        raise CannotWriteError(f"{path}: {error.strerror}") from error


def receive(store: Store, told: Iterable[Reported], now: int) -> tuple[int, int, int]:
    """Record what participants told, each under the collaboration of that name in which they take part.

    The key of the first signed file of a participant is kept; what comes without it later is left out.

    A telling that goes on longer takes the place of an earlier one, in whatever order they come in; telling the same again
    changes nothing. Nobody tells for the user, whose own contact is seen, and nobody tells of contact with themselves.

    Returns:
        how many pairs were recorded or known, and how many were left out, for the collaboration is not kept here, or one of
        the two takes no part in it, or the user would be the one who tells; and how many because of another key.
    """
    kept = left = strange = 0
    by_name = {one.name.casefold(): one for one in collaborations(store)}
    ego = None if not by_name or whole(store) else ego_of(store)
    everyone: dict[int, Person] = {}
    keys: dict[tuple[int, int], str] = {}
    new: dict[tuple[int, str], dict[str, New]] = {}
    for one in told:
        of = by_name.get(one.collaboration.casefold())
        if of and not everyone:
            everyone = people(store)
            owner = {key_of(text): person for person in everyone.values() for text in person.identifiers}
        seats = {seat.person for seat in of.delegates} if of else set()
        pair = [owner.get(key_of(text)) for text in (one.reporter, one.other)] if of else [None]
        there = [person for person in pair if person is not None and person.id in seats]
        if of is None or len({person.id for person in there}) < len((one.reporter, one.other)) or there[0].id == ego:
            left += 1
            continue
        about, other = map(key, there)
        pinned = of.held.get(PINNED, {}).get(str(about))
        known = keys.setdefault((of.id, about), pinned.text("key") if pinned else one.key)
        if known != one.key and known:
            strange += 1
            continue
        kept += 1
        days = " ".join(map(str, one.days))
        slot, batch = f"{about}:{other}", new.setdefault((of.id, one.reporter), {})
        if one.key and not pinned:
            batch[f"key {about}"] = New(PINNED, str(about), {"key": one.key}, about)
        before = of.held.get("reported", {}).get(slot)
        longest = max((held.until or 0 for held in (before, batch.get(slot)) if held), default=0)
        if one.until < longest or (before and (before.text("days"), before.until) == (days, one.until)):
            continue
        batch[slot] = New("reported", slot, {"days": days}, about, other, until=one.until)
    for (number, reporter), versions in new.items():
        records.keep(store, number, versions.values(), reporter, now)
    return kept, left, strange
