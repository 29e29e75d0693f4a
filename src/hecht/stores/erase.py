"""Erase and retain: the only place where rows of the log are changed or removed.

Erasing a person leaves an HMAC mark per identifier and name, so that a next import does not bring them back. The
freed pages of the database are overwritten, the file is packed, and the write-ahead log is emptied; as long as another
process reads an older state that cannot be finished, and it is said so.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from unicodedata import normalize

from sqlalchemy import Connection, Text, bindparam, text

from hecht.core.errors import StoreBusyError, StoreUnusableError
from hecht.sql import query
from hecht.stores import tables
from hecht.stores.append import KEY_MARK, rebuild_contact, resolve_people
from hecht.stores.records import forget_names, forget_reported
from hecht.stores.rows import mentions, name_marks
from hecht.stores.store import Store

UNFINISHED = "unfinished erase"
"""The setting that says that old pages may still hold what was erased."""

_LOOSE = ("title", "stem", "participant", "origin")


def erase(store: Store, person: int, names: Iterable[str]) -> None:
    """Remove a person from the log for good: identifiers, cards, names, their interactions, titles that name them.

    Interactions of more than two people stay, without them and without their title. Follow with `finish`.

    Args:
        store: the log.
        person: the person's id.
        names: the names under which the person is known.
    """
    with store.writing() as connection:
        found = connection.execute(text(query("addresses")), {"log": store.log, "person": person}).all()
        texts = [str(row[1]) for row in found]
        keys = [
            row[0]
            for row in connection.execute(
                text("SELECT i.identifier FROM identity i WHERE i.log = :log AND i.person = :person"),
                {"log": store.log, "person": person},
            )
        ]
        marks = {store.tombstones.mark(one) for one in texts}
        marks |= {store.tombstones.mark(one) for one in name_marks(names)}
        connection.execute(
            text("INSERT INTO tombstone (log, mark) VALUES (:log, :mark) ON CONFLICT DO NOTHING"),
            [{"log": store.log, "mark": mark} for mark in sorted(marks)],
        )
        _set_unfinished(connection, store.log)
        connection.execute(
            text("INSERT INTO setting (log, name, value) VALUES (:log, :name, :value) ON CONFLICT DO NOTHING"),
            {"log": store.log, "name": KEY_MARK, "value": store.tombstones.mark(KEY_MARK)},
        )
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        _remove_person(connection, store.log, keys)

        def gone(said: str) -> bool:
            return store.tombstones.mark(said) in marks

        forget_names(connection, store.log, lambda said: mentions(plainly(said), gone))
        _remove_mentions(connection, store.log, gone)
        _remove_from_settings(connection, store.log, gone)
        resolve_people(connection, store.log)
        rebuild_contact(connection, store.log)


def retain(store: Store, floor: int) -> int:
    """Remove every interaction and sighting before a day, and names not seen since. Returns how many items went.

    Follow with `finish`; intake leaves out what is older from then on (the setting `floor`).
    """
    with store.writing() as connection:
        _set_unfinished(connection, store.log)
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        params = {"log": store.log, "floor": floor, "month": floor // 30}
        old = "SELECT i.revision FROM interaction i WHERE i.log = :log AND i.day < :floor"
        count = connection.execute(text(f"SELECT COUNT(*) FROM ({old}) o"), params).scalar_one()  # noqa: S608
        for table in _LOOSE:
            connection.execute(text(f"DELETE FROM {table} WHERE log = :log AND revision IN ({old})"), params)  # noqa: S608
        connection.execute(text("DELETE FROM interaction WHERE log = :log AND day < :floor"), params)
        connection.execute(text("DELETE FROM sighting WHERE log = :log AND day < :floor"), params)
        connection.execute(text("DELETE FROM alias WHERE log = :log AND month < :month"), params)
        forget_reported(connection, store.log, floor)
        _remove_unused(connection, store.log)
        resolve_people(connection, store.log)
        rebuild_contact(connection, store.log)
    return int(count)


def forget_source(store: Store, root: str, *, contents: bool) -> int:
    """Forget an imported path, and with `contents` every interaction that came from nowhere else.

    Returns how many interactions went. Follow with `finish` when contents went.
    """
    with store.writing() as connection:
        params = {"log": store.log, "root": root}
        theirs = "SELECT s.key FROM source s WHERE s.log = :log AND s.root = :root"
        count = 0
        if store.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        if contents or root.startswith(("http:", "https:")):  # an address may be a secret
            _set_unfinished(connection, store.log)
        if contents:
            only = (
                f"SELECT o.revision FROM origin o WHERE o.log = :log AND o.source IN ({theirs}) AND NOT EXISTS"  # noqa: S608
                " (SELECT 1 FROM origin e WHERE e.log = o.log AND e.revision = o.revision"
                f" AND e.source NOT IN ({theirs}))"
            )
            gone = [row[0] for row in connection.execute(text(only), params)]
            count = len(gone)
            rows = [{"log": store.log, "revision": revision} for revision in gone]
            for table in (*_LOOSE, "interaction") if rows else ():
                connection.execute(text(f"DELETE FROM {table} WHERE log = :log AND revision = :revision"), rows)  # noqa: S608
        connection.execute(text(f"DELETE FROM origin WHERE log = :log AND source IN ({theirs})"), params)  # noqa: S608
        connection.execute(text(f"DELETE FROM owner WHERE log = :log AND source IN ({theirs})"), params)  # noqa: S608
        connection.execute(text("DELETE FROM source WHERE log = :log AND root = :root"), params)
        if contents:
            ended = "DELETE FROM job WHERE log = :log AND state IN ('done', 'failed')"  # they name the files they read
            connection.execute(text(ended), params)
            _remove_unused(connection, store.log)
            resolve_people(connection, store.log)
            rebuild_contact(connection, store.log)
    return count


def finish(store: Store) -> bool:
    """Pack the database and empty its write-ahead log, so that nothing of what was removed is left on disk.

    Returns:
        Whether that could be finished; not while another process still reads an older state.
    """
    if store.engine.dialect.name != "sqlite":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM FULL")
        _clear_unfinished(store)
        return True
    try:
        raw = store.engine.raw_connection()
        try:
            raw.driver_connection.execute("PRAGMA secure_delete=ON")  # type: ignore[union-attr]
            raw.driver_connection.execute("PRAGMA busy_timeout=2000")  # type: ignore[union-attr]
            raw.driver_connection.execute("VACUUM")  # type: ignore[union-attr]
            busy = raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]  # type: ignore[union-attr]
        finally:
            raw.close()
    except (sqlite3.OperationalError, StoreBusyError, StoreUnusableError):
        return False  # in use, or no room to pack; what was removed is removed, the doctor finishes it
    if busy:
        return False
    _clear_unfinished(store)
    return True


def scan(database: Path, words: Iterable[str]) -> list[str]:
    """Search every byte of a database and its side files for words (UTF-8, any case); gives the files that hold one."""
    forms = {
        normalize(form, said).encode()
        for word in words
        for said in (word, word.lower(), word.upper(), word.casefold(), word.title())
        for form in ("NFC", "NFD")
        if word
    }
    files = [path for path in database.parent.glob(f"{database.name}*") if path.is_file()]
    lowered = {form.lower() for form in forms}
    return sorted(
        path.name
        for path in files
        if any(form in data for data in (path.read_bytes(),) for form in forms)
        or any(form in path.read_bytes().lower() for form in lowered)
    )


def within_others(store: Store, words: Iterable[str]) -> set[str]:
    """Give the words that the log still holds, but only as a part of what somebody else is called.

    A search of every byte cannot tell `bos@a.nl` from `jan.bos@a.nl`, or `Ann Bos` from `Ann Bosman`.
    """
    wanted = list(dict.fromkeys(word for word in words if word))
    whole, part = set[str](), set[str]()
    for table in tables.metadata.sorted_tables:
        for column in (one.name for one in table.columns if isinstance(one.type, Text)):
            sql = f"SELECT t.{column} FROM {table.name} t WHERE t.log = :log AND instr(lower(t.{column}), :word) > 0"  # noqa: S608
            for word in wanted:
                alone = re.compile(rf"(?<![\w.+-]){re.escape(word)}(?!-|\.?\w)", re.IGNORECASE)
                for (said,) in store.rows(sql, {"word": word.lower()}):
                    (whole if alone.search(plainly(str(said))) else part).add(word)
    return part - whole


def _set_unfinished(connection: Connection, log: int) -> None:
    connection.execute(
        text("INSERT INTO setting (log, name, value) VALUES (:log, :name, '1') ON CONFLICT DO NOTHING"),
        {"log": log, "name": UNFINISHED},
    )


def _clear_unfinished(store: Store) -> None:
    store.write("DELETE FROM setting WHERE log = :log AND name = :name", [{"name": UNFINISHED}])


def _remove_person(connection: Connection, log: int, keys: list[int]) -> None:
    params = {"log": log, "keys": keys}

    def run(sql: str) -> None:
        connection.execute(text(sql).bindparams(bindparam("keys", expanding=True)), params)

    theirs = "SELECT p.revision FROM participant p WHERE p.log = :log AND p.identifier IN :keys"
    for table in ("title", "stem"):
        run(f"DELETE FROM {table} WHERE log = :log AND revision IN ({theirs})")  # noqa: S608
    alone = (
        f"SELECT q.revision FROM participant q WHERE q.log = :log AND q.revision IN ({theirs})"  # noqa: S608
        " AND q.identifier NOT IN :keys GROUP BY q.revision HAVING COUNT(*) < 2"
    )
    only = (
        f"SELECT x.revision FROM ({theirs}) x WHERE x.revision NOT IN"  # noqa: S608
        " (SELECT o.revision FROM participant o WHERE o.log = :log AND o.identifier NOT IN :keys)"
    )
    for pick in (alone, only):
        for table in ("origin", "interaction"):
            run(f"DELETE FROM {table} WHERE log = :log AND revision IN ({pick})")  # noqa: S608
    run("DELETE FROM participant WHERE log = :log AND identifier IN :keys")
    connection.execute(
        text(
            "DELETE FROM participant WHERE log = :log AND revision NOT IN"
            " (SELECT i.revision FROM interaction i WHERE i.log = :log)"
        ),
        {"log": log},
    )
    cards = "SELECT m.card FROM card_identifier m WHERE m.log = :log AND m.identifier IN :keys"
    run(f"DELETE FROM card WHERE log = :log AND key IN ({cards})")  # noqa: S608
    run(f"DELETE FROM card_identifier WHERE log = :log AND card IN ({cards})")  # noqa: S608
    for table in ("alias", "sighting", "owner", "ego", "decision"):
        run(f"DELETE FROM {table} WHERE log = :log AND identifier IN :keys")  # noqa: S608
    run("DELETE FROM said WHERE log = :log AND (identifier IN :keys OR other IN :keys)")
    run("DELETE FROM record WHERE log = :log AND (about IN :keys OR other IN :keys)")
    run("DELETE FROM vector WHERE log = :log AND identifier IN :keys")
    run("DELETE FROM identity WHERE log = :log AND identifier IN :keys")
    run("DELETE FROM place WHERE log = :log AND address IN :keys")
    run("DELETE FROM identifier WHERE log = :log AND key IN :keys")


def _remove_from_settings(connection: Connection, log: int, gone: Callable[[str], bool]) -> None:
    """Take the lines that name an erased person out of settings, and leave the others: what is left out stays left out."""
    held = connection.execute(text("SELECT t.name, t.value FROM setting t WHERE t.log = :log"), {"log": log}).all()
    for name, value in held:
        lines = str(value).splitlines()
        left = [line for line in lines if not mentions(line, gone)]
        if len(left) < len(lines):
            sql = "UPDATE setting SET value = :value" if left else "DELETE FROM setting"
            params = {"log": log, "name": name, "value": "\n".join(left)}
            connection.execute(text(f"{sql} WHERE log = :log AND name = :name"), params)


def _remove_mentions(connection: Connection, log: int, gone: Callable[[str], bool]) -> None:
    """Remove what names an erased person elsewhere: titles with their stems, names beside other addresses, cards, paths."""
    params = {"log": log}
    for table, key, said, others in (
        ("title", "revision", "t.text", ("stem",)),
        ("card", "key", "t.name || ' | ' || t.organisation || ' | ' || t.position", ()),
        ("source", "key", "t.path || ' | ' || t.root", ()),
        ("alias", "name", "t.name", ()),
        ("decision", "because", "t.because", ()),
        ("said", "id", "t.value", ("vector",)),
        ("record", "id", "t.author || ' | ' || t.value", ()),
        ("job", "id", "t.name || ' | ' || t.result", ()),
    ):
        held = connection.execute(
            text(f"SELECT DISTINCT t.{key}, {said} FROM {table} t WHERE t.log = :log"),  # noqa: S608
            params,
        )
        found = [{"log": log, "key": row[0]} for row in held.all() if mentions(plainly(row[1]), gone)]
        for one in (table, *others) if found else ():
            connection.execute(text(f"DELETE FROM {one} WHERE log = :log AND {key} = :key"), found)  # noqa: S608
    connection.execute(
        text(
            "DELETE FROM card_identifier WHERE log = :log AND card NOT IN (SELECT c.key FROM card c WHERE c.log = :log)"
        ),
        params,
    )


def plainly(said: str) -> str:
    r"""Give a text without the escapes of JSON, behind which a name would not be recognised (`\nJan` reads as `nJan`).

    What stands before the JSON, and every number and name of a field in it, stays.
    """
    before, brace, rest = said.partition("{")
    try:
        held = json.loads(brace + rest) if brace else None
    except ValueError:
        return said
    return said if held is None else f"{before} {_told(held)}"


def _told(held: object) -> str:
    if isinstance(held, dict):
        return " | ".join(f"{_told(name)} | {_told(one)}" for name, one in held.items())
    return " | ".join(map(_told, held)) if isinstance(held, list) else str(held)


def _remove_unused(connection: Connection, log: int) -> None:
    """Remove identifiers that nothing refers to any more."""
    used = (
        "SELECT p.identifier FROM participant p WHERE p.log = :log"
        " UNION SELECT m.identifier FROM card_identifier m WHERE m.log = :log"
        " UNION SELECT s.identifier FROM sighting s WHERE s.log = :log"
        " UNION SELECT e.identifier FROM ego e WHERE e.log = :log"
        " UNION SELECT o.identifier FROM owner o WHERE o.log = :log"
        " UNION SELECT d.identifier FROM decision d WHERE d.log = :log"
        " UNION SELECT x.identifier FROM said x WHERE x.log = :log"
        " UNION SELECT x.other FROM said x WHERE x.log = :log"
        " UNION SELECT r.about FROM record r WHERE r.log = :log"
        " UNION SELECT r.other FROM record r WHERE r.log = :log"
        " UNION SELECT v.identifier FROM vector v WHERE v.log = :log"
        " UNION SELECT a.address FROM place a WHERE a.log = :log"
    )
    for table, column in (("alias", "identifier"), ("identity", "identifier"), ("identifier", "key")):
        connection.execute(text(f"DELETE FROM {table} WHERE log = :log AND {column} NOT IN ({used})"), {"log": log})  # noqa: S608
