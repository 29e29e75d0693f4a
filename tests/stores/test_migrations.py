"""A log of an older version is brought up to date when it is opened: whole, or not at all."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect, text

import hecht
from app.world import NOOR, mail, mbox
from hecht.core.errors import NewerStoreError
from hecht.stores import migrations, tables
from hecht.stores.said import Said, state, stated
from hecht.stores.store import Store, open_store
from hecht.testing.stores import dump

VERSION_1 = Path(__file__).with_name("version_1.sql").read_text("utf-8")

CHILD = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from hecht.stores.store import open_store

left = int(sys.argv[2])

def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Engine, "before_cursor_execute", count)
event.listen(Engine, "commit", count)
open_store("sqlite:///" + sys.argv[1]).close()
print(int(sys.argv[2]) - left)
"""


def version_1(path: Path) -> str:
    path.parent.mkdir(exist_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript(VERSION_1)
    connection.close()
    return f"sqlite:///{path}"


def shape(store: Store) -> dict[str, Any]:
    """Give every table with its columns, types, keys and indices, and in SQLite whether it is STRICT."""
    found = inspect(store.engine)
    told: dict[str, Any] = {
        name: (
            [(one["name"], str(one["type"]), one["nullable"]) for one in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((str(one["name"]), tuple(one["column_names"])) for one in found.get_indexes(name)),
        )
        for name in found.get_table_names()
    }
    if store.engine.dialect.name == "sqlite":
        told["made"] = {
            name: re.sub(r"\s+", "", str(sql))
            for name, sql in store.rows("SELECT name, sql FROM sqlite_master WHERE sql <> ''")
        }
    return told


def test_the_newest_migration_leads_to_the_version_of_the_tables() -> None:
    assert list(migrations.steps()) == list(range(2, tables.VERSION + 1))


def test_a_log_of_version_1_becomes_what_a_new_one_is(tmp_path: Path) -> None:
    old, new = open_store(version_1(tmp_path / "old.db")), open_store(f"sqlite:///{tmp_path / 'new.db'}")
    assert shape(old) == shape(new)
    assert old.rows("SELECT version FROM schema") == [(tables.VERSION,)]
    number = state(old, "note", 7, 1_750_000_000, value="fietst graag")
    assert stated(old, "note") == [Said(number, 1_750_000_000, 7, 0, "fietst graag", None, None)]
    old.close()
    new.close()


def test_a_log_of_version_1_keeps_what_was_in_it(tmp_path: Path) -> None:
    """The same two mails, read into a new log, hold the same (versions by an older judge of tone stay beside them)."""
    version_1(tmp_path / "old" / "log.db")
    box = tmp_path / "a.mbox"
    box.write_bytes(mbox(mail("Anna <anna@x.nl>", NOOR, 3, number=1), mail(NOOR, "Anna <anna@x.nl>", 4, number=2)))
    told = []
    for name in ("old", "new"):
        with hecht.open(tmp_path / name / "log.db") as log:
            log.store.set_setting("zone", "UTC")
            log.import_([box], me=[NOOR], now=1_751_700_000)
            held = dump(log.store)
            names = ("identifier", "alias", "identity", "contact", "ego", "card", "sighting")
            latest = log.store.rows("SELECT * FROM latest l WHERE l.log = :log ORDER BY l.key")
            told.append(({name: held[name] for name in names if name in held}, latest))
    assert told[0] == told[1]
    assert len(told[0][1]) == 2


def test_killed_at_any_statement_the_next_opening_ends_where_a_clean_one_does(tmp_path: Path) -> None:
    def run(path: Path, moment: int) -> subprocess.CompletedProcess[str]:
        child = [sys.executable, "-c", CHILD, str(path), str(moment)]
        return subprocess.run(child, capture_output=True, text=True, check=False)

    version_1(tmp_path / "clean.db")
    whole = run(tmp_path / "clean.db", 10**9)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps >= 4  # reads the version twice, makes a table, writes the version, commits
    clean = open_store(f"sqlite:///{tmp_path / 'clean.db'}")
    wanted = shape(clean)
    clean.close()
    for moment in range(max(1, steps - 4), steps + 1):
        path = tmp_path / f"killed {moment}.db"
        version_1(path)
        assert run(path, moment).returncode == -signal.SIGKILL
        with sqlite3.connect(path) as connection:
            assert connection.execute("SELECT version FROM schema").fetchall() in ([(1,)], [(tables.VERSION,)])
        connection.close()
        store = open_store(f"sqlite:///{path}")
        assert shape(store) == wanted
        store.close()


def test_a_newer_log_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    url = version_1(tmp_path / "log.db")
    with sqlite3.connect(tmp_path / "log.db") as connection:
        connection.execute("UPDATE schema SET version = 1000")
    connection.close()
    with pytest.raises(NewerStoreError):
        open_store(url)


def test_alembic_is_loaded_for_a_migration_only(tmp_path: Path) -> None:
    code = "import sys, hecht; hecht.open(sys.argv[1]).close(); hecht.open(sys.argv[1]).close(); print('alembic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "log.db")],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    assert done.stdout == "False\n"


def test_a_log_of_version_1_on_postgresql_becomes_what_a_new_one_is(server: Store) -> None:
    """PostgreSQL's version 1 was the same, but for the names of types."""
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in ("old_log", "new_log"):
            connection.execute(text(f"CREATE DATABASE {name}"))
    urls = [server.engine.url.set(database=name) for name in ("old_log", "new_log")]
    engine = create_engine(urls[0])
    with engine.begin() as connection:
        for statement in (
            VERSION_1.replace(" WITHOUT ROWID", "").replace(", STRICT;", ";").replace(" STRICT;", ";").split(";\n")
        ):
            if statement.strip():
                connection.exec_driver_sql(statement.replace(" INTEGER", " BIGINT"))
    engine.dispose()
    old, new = (open_store(url.render_as_string(hide_password=False)) for url in urls)
    assert shape(old) == shape(new)
    assert old.rows("SELECT version FROM schema") == [(tables.VERSION,)]
    assert dump(old)["interaction"]
    old.close()
    new.close()
