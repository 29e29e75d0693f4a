"""Adding a batch to the log: only what is new, with `identity` and `contact` kept in the same transaction."""

import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, text, update

from hecht.core.identity import key_of, resolve
from hecht.core.model import OWNER, Card, Series, Sighting
from hecht.core.revision import Entry, revision_of
from hecht.sql import query
from hecht.stores import tables
from hecht.stores.rows import card_rows, insert_new, interaction_rows, mentions, seen_rows, without

_CHUNK = 5_000
KEY_MARK = "key of erased people"
"""The setting that tells by which key people were erased, so that losing the key cannot bring them back unseen."""


class ReadFile(NamedTuple):
    """A file that was read to its end: its key and path, the path the user named, and where to read on.

    `size` and `changed` (nanoseconds) tell whether it is still the same file; `version` is that of the reading.
    """

    key: int
    path: str
    root: str
    kind: str
    read_at: int
    position: int
    fingerprint: int
    size: int
    changed: int
    version: int


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

    def filter(self, connection: Connection, log: int) -> Callable[[str], bool] | None:
        """Give a function that says whether an identifier (or `name:` in words) was erased; None when nobody was."""
        found = connection.execute(select(tables.tombstone.c.mark).where(tables.tombstone.c.log == log))
        marks = {str(mark) for (mark,) in found}
        return (lambda identifier: self.mark(identifier) in marks) if marks else None


def append(connection: Connection, log: int, batch: Batch, tombstones: Tombstones) -> Appended:
    """Add what is new of a batch within the caller's transaction."""
    erased = tombstones.filter(connection, log)
    gone = erased or _nobody
    entries = [(revision_of(entry), entry) for entry in without(batch.entries, erased)]
    fresh, known = _fresh(connection, log, entries)
    moved = _newer_series(connection, log, batch.series)
    keys = {entry.interaction.key for _, entry in fresh}
    affected = (keys & known) | _keys_of_threads(connection, log, {item.thread for item in moved})
    _add_contact(connection, log, affected, sign=-1)
    insert_new(connection, interaction_rows(log, fresh))
    insert_new(connection, {tables.series: [(log, *item) for item in moved]})
    sightings = [(item, day) for item, day in batch.sightings if not (gone(item.identifier) or gone(item.address))]
    names = {key: name for key, name in batch.identifiers.items() if not gone(name)}
    insert_new(connection, seen_rows(log, entries, sightings, names))
    cards = [card for card in batch.cards if erased is None or not _theirs(card, gone)]
    insert_new(connection, card_rows(log, cards))
    _write_sources(connection, log, batch, gone)
    _add_contact(connection, log, affected | keys, sign=1)
    if affected:
        connection.execute(
            text("DELETE FROM contact WHERE log = :log AND sent = 0 AND received = 0 AND together = 0"), {"log": log}
        )
    owned = any(who.identifier == OWNER for _, entry in fresh for who in entry.interaction.participants)
    if cards or owned or _named_in_statements(connection, log, batch):
        resolve_people(connection, log)
    revised = sum(entry.interaction.key in known for _, entry in fresh)
    return Appended(len(fresh) - revised, revised, len(batch.entries) - len(entries))


def _named_in_statements(connection: Connection, log: int, batch: Batch) -> bool:
    """Say whether the user said of an identifier in a batch that it is somebody else's too: it may be back after a while."""
    said = {key for one in _stated(connection, log, "merge") for key in one}
    return bool(said) and not said.isdisjoint(
        key
        for keys in (
            batch.identifiers,
            (key_of(who.identifier) for entry in batch.entries for who in entry.interaction.participants),
            (key_of(one) for item, _ in batch.sightings for one in (item.identifier, item.address)),
        )
        for key in keys
    )


def _theirs(card: Card, gone: Callable[[str], bool]) -> bool:
    said = f"{card.name} | {card.organisation} | {card.position}"
    return any(gone(identifier) for identifier in card.identifiers) or mentions(said, gone)


def _nobody(_identifier: str) -> bool:
    return False


def _write_sources(connection: Connection, log: int, batch: Batch, gone: Callable[[str], bool]) -> None:
    """Write where was read, and the signs of whose files they are."""
    owners = [
        {"log": log, "source": place, "identifier": key_of(who), "how": how, "count": count}
        for (place, who, how), count in sorted(batch.owners.items())
        if not gone(who)
    ]
    insert_new(connection, seen_rows(log, (), (), {key_of(who): who for _, who, _ in batch.owners if not gone(who)}))
    if owners:
        connection.execute(
            text(
                "INSERT INTO owner (log, source, identifier, how, count) VALUES (:log, :source, :identifier, :how, :count)"
                " ON CONFLICT (log, source, identifier, how) DO UPDATE SET count ="
                " CASE WHEN excluded.count > owner.count THEN excluded.count ELSE owner.count END"
            ),
            owners,
        )
    sources = [item for item in batch.sources if gone is _nobody or not mentions(f"{item.path} {item.root}", gone)]
    if sources:
        connection.execute(
            text(
                "INSERT INTO source (log, key, read_at, position, fingerprint, size, changed, version, path, root, kind)"
                " VALUES (:log, :key, :read_at, :position, :fingerprint, :size, :changed, :version, :path, :root, :kind)"
                " ON CONFLICT (log, key) DO UPDATE SET read_at = excluded.read_at, position = excluded.position,"
                " fingerprint = excluded.fingerprint, size = excluded.size, changed = excluded.changed,"
                " version = excluded.version"
            ),
            [{"log": log, **item._asdict()} for item in sources],
        )


def people_of(connection: Connection, log: int, *, merged: bool = True) -> dict[int, int]:
    """Work out who is who from the cards, the user's own identifiers and what the user said; see `resolve`.

    Without `merged`, what the user said belongs together is left out: who is who by cards and splits alone.
    """
    cards: dict[int, tuple[str, list[int]]] = {}
    telephones = set()
    held = connection.execute(
        select(tables.card.c.key, tables.card.c.name, tables.card_identifier.c.identifier, tables.identifier.c.text)
        .join(
            tables.card_identifier,
            (tables.card_identifier.c.log == log) & (tables.card_identifier.c.card == tables.card.c.key),
        )
        .join(
            tables.identifier,
            (tables.identifier.c.log == log) & (tables.identifier.c.key == tables.card_identifier.c.identifier),
        )
        .where(tables.card.c.log == log)
    )
    for key, name, identifier, shown in held:
        cards.setdefault(key, (name, []))[1].append(identifier)
        if shown.startswith("tel:"):
            telephones.add(identifier)
    ego = [key for (key,) in connection.execute(select(tables.ego.c.identifier).where(tables.ego.c.log == log))]
    return resolve(
        cards.values(),
        [*ego, key_of(OWNER)] if ego else (),
        merges=_stated(connection, log, "merge") if merged else (),
        splits={one for one, _ in _stated(connection, log, "split")},
        telephones=telephones,
    )


def resolve_people(connection: Connection, log: int) -> None:
    """Bring `identity` up to date with who is who."""
    people = people_of(connection, log)
    table = tables.identity
    held_before = connection.execute(
        select(table.c.identifier, table.c.person).where(table.c.log == log, table.c.person != table.c.identifier)
    )
    before: dict[int, int] = {row[0]: row[1] for row in held_before}
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


def _stated(connection: Connection, log: int, kind: str) -> list[tuple[int, int]]:
    found = connection.execute(text(query("said")), {"log": log, "kind": kind})
    return [(identifier, other) for _, _, identifier, other, *_ in found]


def rebuild_contact(connection: Connection, log: int) -> None:
    """Make `contact` anew from the log."""
    connection.execute(text("DELETE FROM contact WHERE log = :log"), {"log": log})
    _clear_chosen(connection)
    connection.execute(
        text("INSERT INTO chosen (revision) SELECT l.revision FROM latest l WHERE l.log = :log"),
        {"log": log},
    )
    _add_chosen(connection, log, sign=1)


def _fresh(
    connection: Connection, log: int, entries: list[tuple[int, Entry]]
) -> tuple[list[tuple[int, Entry]], set[int]]:
    """Give the entries whose revision the log does not have, and the keys that it has in some revision."""
    numbered = dict(entries)
    keys = sorted({entry.interaction.key for _, entry in entries})
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


def _add_contact(connection: Connection, log: int, keys: set[int], sign: int) -> None:
    """Add (or take away) what the versions that hold now of some items give to `contact`."""
    if not keys:
        return
    _clear_chosen(connection)
    for some in _chunks(sorted(keys)):
        connection.execute(
            text(
                "INSERT INTO chosen (revision) SELECT l.revision FROM latest l WHERE l.log = :log AND l.key IN :keys"
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
    connection.execute(text("CREATE TEMPORARY TABLE IF NOT EXISTS chosen (revision BIGINT)"))
    connection.execute(text("DELETE FROM chosen"))


def _chunks(values: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
