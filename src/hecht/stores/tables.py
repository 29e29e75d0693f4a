"""The tables of the log and the small records, as SQLAlchemy Core; every key begins with `log`, its owner.

Log rows (only ever added; changed or removed by erase and retain alone):
`interaction participant title stem identifier alias card card_identifier series sighting place origin`.
Kept in the same transaction and derived from them: `identity contact`. Small records: the rest.
"""

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

from hecht.core.ties.strength import HALF_LIFE_CHAT, HALF_LIFE_SLOW, weights

Number = BigInteger().with_variant(Integer, "sqlite")
metadata = MetaData()


OPTIONS: dict[str, Any] = {"sqlite_with_rowid": False, "sqlite_strict": True}


def columns(keys: str, numbers: str = "", texts: str = "", maybe: str = "") -> list[Column[Any]]:
    """Give the columns of a table: `log` and other integer keys, whose name may end in `:text`, then required and nullable ones."""
    made: list[Column[Any]] = [
        Column(
            key.removesuffix(":text"), Text if key.endswith(":text") else Number, primary_key=True, autoincrement=False
        )
        for key in ("log", *keys.split())
    ]
    made += [Column(number, Number, nullable=False) for number in numbers.split()]
    made += [Column(text, Text, nullable=False) for text in texts.split()]
    made += [Column(number, Number, nullable=True) for number in maybe.split()]
    return made


def _table(name: str, keys: str, numbers: str = "", texts: str = "", maybe: str = "") -> Table:
    return Table(name, metadata, *columns(keys, numbers, texts, maybe), **OPTIONS)


interaction = _table(
    "interaction",
    "revision",
    "key sequence stamp seconds day channel status duration thread reply_to recipients friction asks words tone_version suspect",
    "language",
    "relation",
)
participant = _table("participant", "revision identifier", "role answer")
title = _table("title", "revision", texts="text")
stem = _table("stem", "revision stem:text")
identifier = _table("identifier", "key", "automatic", "text")
alias = _table("alias", "identifier name:text own month")
card = _table("card", "key", texts="name organisation position")
card_identifier = _table("card_identifier", "card identifier")
series = _table("series", "thread sequence stamp")
place = _table("place", "key", "address", "name")
sighting = _table("sighting", "place identifier day")
origin = _table("origin", "source revision")

identity = _table("identity", "identifier", "person")
contact = _table("contact", "a b day channel", "sent received opened_a opened_b together direct known relation")

source = _table("source", "key", "read_at position fingerprint size changed version", "path root kind")
setting = _table("setting", "name:text", texts="value")
ego = _table("ego", "identifier", "said")
tombstone = _table("tombstone", "mark:text")
owner = _table("owner", "source identifier how:text", "count")
decision = _table("decision", "move:text seconds", "identifier until", "kind verdict because")
said = _table("said", "id", "seconds identifier other undone", "kind value", "since until")
record = _table("record", "id", "whole seconds about other undone", "kind author value", "since until")
vector = _table("vector", "id model:text", "identifier", "value")
job = _table("job", "id", "started changed pid read size items", "kind name state result")
decay = Table(
    "decay",
    metadata,
    Column("slow", Number, primary_key=True, autoincrement=False),
    Column("age", Number, primary_key=True, autoincrement=False),
    Column("weight", Number, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
schema = Table("schema", metadata, Column("version", Number, nullable=False), sqlite_strict=True)

INDEXES = (
    "CREATE INDEX IF NOT EXISTS interaction_key ON interaction (log, key, sequence, stamp)",
    "CREATE INDEX IF NOT EXISTS interaction_day ON interaction (log, channel, day)",
    "CREATE INDEX IF NOT EXISTS interaction_thread ON interaction (log, thread)",
    "CREATE INDEX IF NOT EXISTS participant_identifier ON participant (log, identifier)",
    "CREATE INDEX IF NOT EXISTS contact_b ON contact (log, b)",
    "CREATE INDEX IF NOT EXISTS identity_person ON identity (log, person)",
    "CREATE INDEX IF NOT EXISTS origin_revision ON origin (log, revision)",
    "CREATE INDEX IF NOT EXISTS record_whole ON record (log, whole)",
)
VERSION = 4
"""Raised with every change of the tables, together with a file in `migrations`."""


def decay_rows() -> list[dict[str, int]]:
    """Give the rows of `decay`: see `core.ties.strength.weights`."""
    return [
        {"slow": slow, "age": age, "weight": weight}
        for slow in (0, 1)
        for age, weight in enumerate(weights(HALF_LIFE_SLOW if slow else HALF_LIFE_CHAT))
    ]
