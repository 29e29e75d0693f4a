"""Adding a batch to the log: only what is new, with `identity` and `contact` kept in the same transaction."""

import hmac
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from hecht.core.identity import hashed, key_of, resolve
from hecht.core.model import Card, Interaction, Series, Sighting
from hecht.core.revision import Entry, revision_of
from hecht.sql import query
from hecht.stores import tables

_CHUNK = 5_000
_MONTH = 30


class ReadFile(NamedTuple):
    """A file that was read to its end: its key and path, the path the user named, and where to read on."""

    key: int
    path: str
    root: str
    kind: str
    read_at: int
    position: int
    fingerprint: int


@dataclass(slots=True)
class Batch:
    """What is added at once; `identifiers` (key -> text) stand alone, `owners` are signs of whose file it is by source."""

    entries: list[Entry] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    sightings: list[tuple[Sighting, int]] = field(default_factory=list)
    identifiers: dict[int, str] = field(default_factory=dict)
    owners: dict[tuple[int, str, str], int] = field(default_factory=dict)
    sources: list[ReadFile] = field(default_factory=list)

    def __len__(self) -> int:
        """Count the items."""
        items = len(self.entries) + len(self.cards) + len(self.series) + len(self.sightings)
        return items + len(self.identifiers) + len(self.owners) + len(self.sources)


class Appended(NamedTuple):
    """What a batch changed: new items, newer or older versions of known items, and items the user erased before."""

    new: int = 0
    revised: int = 0
    erased: int = 0


@dataclass(slots=True)
class Tombstones:
    """Marks of erased identifiers: an HMAC under a secret of this installation, so that the mark names nobody."""

    secret: bytes

    def mark(self, identifier: str) -> str:
        """Give the mark of an identifier."""
        return hmac.new(self.secret, identifier.encode("utf-8", "surrogatepass"), "sha256").hexdigest()

    def filter(self, connection: Connection, log: int) -> Callable[[str], bool]:
        """Give a function that says whether an identifier was erased."""
        found = connection.execute(select(tables.tombstone.c.mark).where(tables.tombstone.c.log == log))
        marks = {str(mark) for (mark,) in found}
        return (lambda identifier: self.mark(identifier) in marks) if marks else (lambda _identifier: False)


def append(connection: Connection, log: int, batch: Batch, tombstones: Tombstones) -> Appended:
    """Add what is new of a batch within the caller's transaction."""
    gone = tombstones.filter(connection, log)
    entries, erased = _without(batch.entries, gone)
    fresh, known = _fresh(connection, log, entries)
    moved = _newer_series(connection, log, batch.series)
    keys = {entry.interaction.key for _, entry in fresh}
    affected = (keys & known) | _keys_of_threads(connection, log, {item.thread for item in moved})
    _add_contact(connection, log, affected, sign=-1)
    _insert_log_rows(connection, log, batch, [*fresh], gone)
    _insert(connection, tables.series, (item._asdict() | {"log": log} for item in moved))
    _add_contact(connection, log, affected | keys, sign=1)
    if affected:
        connection.execute(
            text("DELETE FROM contact WHERE log = :log AND sent = 0 AND received = 0 AND together = 0"), {"log": log}
        )
    if batch.cards:
        resolve_people(connection, log)
    revised = sum(entry.interaction.key in known for _, entry in fresh)
    return Appended(len(fresh) - revised, revised, erased)


def resolve_people(connection: Connection, log: int) -> None:
    """Bring `identity` up to date with the cards and the user's own identifiers."""
    cards: dict[int, tuple[str, list[int]]] = {}
    held = connection.execute(
        select(tables.card.c.key, tables.card.c.name, tables.card_identifier.c.identifier)
        .join(
            tables.card_identifier,
            (tables.card_identifier.c.log == log) & (tables.card_identifier.c.card == tables.card.c.key),
        )
        .where(tables.card.c.log == log)
    )
    for key, name, identifier in held:
        cards.setdefault(key, (name, []))[1].append(identifier)
    ego = [key for (key,) in connection.execute(select(tables.ego.c.identifier).where(tables.ego.c.log == log))]
    people = resolve(cards.values(), ego)
    table = tables.identity
    held_before = connection.execute(
        select(table.c.identifier, table.c.person).where(table.c.log == log, table.c.person != table.c.identifier)
    )
    before: dict[int, int] = dict(held_before.tuples().all())
    changed = [
        {"l": log, "i": key, "p": people.get(key, key)}
        for key in sorted(before.keys() | people.keys())
        if people.get(key, key) != before.get(key, key)
    ]
    if changed:
        connection.execute(
            update(table)
            .where(table.c.log == bindparam("l"), table.c.identifier == bindparam("i"))
            .values(person=bindparam("p")),
            changed,
        )


def rebuild_contact(connection: Connection, log: int) -> None:
    """Make `contact` anew from the log."""
    connection.execute(text("DELETE FROM contact WHERE log = :log"), {"log": log})
    _clear_chosen(connection)
    connection.execute(
        text("INSERT INTO chosen (key, revision) SELECT l.key, l.revision FROM latest l WHERE l.log = :log"),
        {"log": log},
    )
    _add_chosen(connection, log, sign=1)


def _without(entries: list[Entry], gone: Callable[[str], bool]) -> tuple[list[Entry], int]:
    """Leave out erased people, and interactions that then have nobody left but one."""
    kept, erased = [], 0
    for entry in entries:
        people = entry.interaction.participants
        left = tuple(person for person in people if not gone(person.identifier))
        if len(left) == len(people):
            kept.append(entry)
        elif len(left) > 1:
            kept.append(entry._replace(interaction=replace(entry.interaction, participants=left)))
        else:
            erased += 1
    return kept, erased


def _fresh(connection: Connection, log: int, entries: list[Entry]) -> tuple[list[tuple[int, Entry]], set[int]]:
    """Give the entries whose revision the log does not have, and the keys that it has in some revision."""
    numbered = {revision_of(entry): entry for entry in entries}
    keys = sorted({entry.interaction.key for entry in entries})
    table = tables.interaction
    seen: set[int] = set()
    known: set[int] = set()
    for some in _chunks(keys):
        found = connection.execute(
            select(table.c.key, table.c.revision).where(table.c.log == log, table.c.key.in_(some))
        )
        for key, revision in found:
            known.add(key)
            seen.add(revision)
    return [(revision, entry) for revision, entry in numbered.items() if revision not in seen], known


def _newer_series(connection: Connection, log: int, series: list[Series]) -> list[Series]:
    table = tables.series
    threads = sorted({item.thread for item in series})
    known = set()
    for some in _chunks(threads):
        found = connection.execute(
            select(table.c.thread, table.c.sequence, table.c.stamp).where(table.c.log == log, table.c.thread.in_(some))
        )
        known |= {Series(*row) for row in found}
    return sorted(set(series) - known)


def _keys_of_threads(connection: Connection, log: int, threads: set[int]) -> set[int]:
    table = tables.interaction
    keys: set[int] = set()
    for some in _chunks(sorted(threads)):
        found = connection.execute(select(table.c.key).where(table.c.log == log, table.c.thread.in_(some)))
        keys |= {key for (key,) in found}
    return keys


def _insert_log_rows(
    connection: Connection, log: int, batch: Batch, fresh: list[tuple[int, Entry]], gone: Callable[[str], bool]
) -> None:
    names: dict[str, int] = {}
    aliases: set[tuple[int, str, int, int]] = set()

    def number(identifier: str) -> int:
        if identifier not in names:
            names[identifier] = key_of(identifier)
        return names[identifier]

    rows: list[dict[str, object]] = []
    people: list[dict[str, object]] = []
    for revision, (item, day, *_) in fresh:
        rows.append(_interaction_row(log, revision, item, day))
        for who in item.participants:
            people.append(
                {
                    "log": log,
                    "revision": revision,
                    "identifier": number(who.identifier),
                    "role": int(who.role),
                    "answer": int(who.answer),
                }
            )
            if who.name:
                aliases.add((names[who.identifier], who.name, int(who.role == 1), day // _MONTH))
    cards = [
        (hashed("card", card.name, card.organisation, card.position, *card.identifiers), card)
        for card in batch.cards
        if not any(gone(identifier) for identifier in card.identifiers)
    ]
    sightings = [(sighting, day) for sighting, day in batch.sightings if not gone(sighting.identifier)]
    for sighting, day in sightings:
        number(sighting.identifier)
        if sighting.name:
            aliases.add((names[sighting.identifier], sighting.name, 1, day // _MONTH))
    memberships = [
        {"log": log, "card": key, "identifier": number(identifier)}
        for key, card in cards
        for identifier in card.identifiers
    ]
    owners = [
        {"log": log, "source": place, "identifier": number(who), "how": how, "count": count}
        for (place, who, how), count in sorted(batch.owners.items())
        if not gone(who)
    ]
    known = {**{key: name for name, key in names.items()}, **batch.identifiers}

    _insert(connection, tables.interaction, rows)
    _insert(connection, tables.participant, people)
    _insert(
        connection,
        tables.title,
        (
            {"log": log, "revision": revision, "text": entry.interaction.title}
            for revision, entry in fresh
            if entry.interaction.title
        ),
    )
    _insert(
        connection,
        tables.stem,
        (
            {"log": log, "revision": revision, "stem": stem}
            for revision, entry in fresh
            for stem in sorted(set(entry.stems))
        ),
    )
    _insert(connection, tables.identifier, ({"log": log, "key": key, "text": name} for key, name in known.items()))
    _insert(connection, tables.identity, ({"log": log, "identifier": key, "person": key} for key in known))
    _insert(
        connection,
        tables.alias,
        (
            {"log": log, "identifier": key, "name": name, "own": own, "month": month}
            for key, name, own, month in sorted(aliases)
        ),
    )
    _insert(
        connection,
        tables.card,
        (
            {"log": log, "key": key, "name": card.name, "organisation": card.organisation, "position": card.position}
            for key, card in cards
        ),
    )
    _insert(connection, tables.card_identifier, memberships)
    places = {hashed("place", item.place): item for item, _ in sightings}
    _insert(
        connection,
        tables.place,
        (
            {"log": log, "key": key, "name": item.place, "address": key_of(item.address) if item.address else 0}
            for key, item in places.items()
        ),
    )
    _insert(
        connection,
        tables.sighting,
        (
            {"log": log, "place": hashed("place", item.place), "identifier": names[item.identifier], "day": day}
            for item, day in sightings
        ),
    )
    _insert(
        connection,
        tables.origin,
        ({"log": log, "source": entry.source, "revision": revision} for revision, entry in fresh),
    )
    if owners:
        connection.execute(
            text(
                "INSERT INTO owner (log, source, identifier, how, count) VALUES (:log, :source, :identifier, :how, :count)"
                " ON CONFLICT (log, source, identifier, how) DO UPDATE SET count ="
                " CASE WHEN excluded.count > owner.count THEN excluded.count ELSE owner.count END"
            ),
            owners,
        )
    if batch.sources:
        connection.execute(
            text(
                "INSERT INTO source (log, key, read_at, position, fingerprint, path, root, kind)"
                " VALUES (:log, :key, :read_at, :position, :fingerprint, :path, :root, :kind) ON CONFLICT (log, key) DO UPDATE"
                " SET read_at = excluded.read_at, position = excluded.position, fingerprint = excluded.fingerprint"
            ),
            [{"log": log, **item._asdict()} for item in batch.sources],
        )


def _interaction_row(log: int, revision: int, item: Interaction, day: int) -> dict[str, object]:
    return {
        "log": log,
        "key": item.key,
        "revision": revision,
        "sequence": item.sequence,
        "stamp": item.stamp,
        "seconds": item.seconds,
        "day": day,
        "channel": int(item.channel),
        "status": int(item.status),
        "duration": item.duration,
        "thread": item.thread,
        "reply_to": item.reply_to,
        "recipients": item.recipients,
        "relation": item.relation,
        "friction": item.friction,
        "asks": item.asks,
        "words": item.words,
        "language": item.language,
        "tone_version": item.tone_version,
        "suspect": int(item.suspect),
    }


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that are not there yet."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).on_conflict_do_nothing()
    every = rows if isinstance(rows, list) else list(rows)
    if every:
        connection.execute(statement, every)


def _add_contact(connection: Connection, log: int, keys: set[int], sign: int) -> None:
    """Add (or take away) what the versions that hold now of some items give to `contact`."""
    if not keys:
        return
    _clear_chosen(connection)
    for some in _chunks(sorted(keys)):
        connection.execute(
            text(
                "INSERT INTO chosen (key, revision)"
                " SELECT l.key, l.revision FROM latest l WHERE l.log = :log AND l.key IN :keys"
            ).bindparams(bindparam("keys", expanding=True)),
            {"log": log, "keys": some},
        )
    _add_chosen(connection, log, sign)


def _add_chosen(connection: Connection, log: int, sign: int) -> None:
    counts = [column.name for column in tables.contact.columns if not column.primary_key]
    signed = ", ".join(f":sign * n.{name}" for name in counts)
    summed = ", ".join(f"{name} = contact.{name} + excluded.{name}" for name in counts)
    connection.execute(
        text(
            f"INSERT INTO contact (log, a, b, day, channel, {', '.join(counts)})"  # noqa: S608 - names of our own columns
            f" SELECT :log, n.a, n.b, n.day, n.channel, {signed} FROM ({query('contact')}) n WHERE 1 = 1"
            f" ON CONFLICT (log, a, b, day, channel) DO UPDATE SET {summed}"
        ),
        {"log": log, "sign": sign},
    )


def _clear_chosen(connection: Connection) -> None:
    connection.execute(text("CREATE TEMPORARY TABLE IF NOT EXISTS chosen (key BIGINT, revision BIGINT)"))
    connection.execute(text("DELETE FROM chosen"))


def _chunks(values: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
