"""What is stated about collaborations: versions that are added and never overwritten, each with its time and its author.

Undoing marks versions as undone, after which the ones before hold again. Only erasing removes any.
"""

import json
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, text

from hecht.core.cleaning import clean
from hecht.core.collaboration.record import Fields, Record
from hecht.core.identity import hashed
from hecht.sql import query
from hecht.stores.store import Store

_SLOT = "slot"
_LONGEST = 200_000
"""Characters of a field: the most days that somebody can tell of."""
_ADD = (
    "INSERT INTO record (log, id, whole, seconds, about, other, undone, kind, author, value, since, until)"
    " VALUES (:log, :id, :whole, :seconds, :about, :other, 0, :kind, :author, :value, :since, :until)"
    " ON CONFLICT DO NOTHING"
)


class New(NamedTuple):
    """A version to add; see `core.collaboration.record.Record` for what its parts mean."""

    kind: str
    slot: str
    value: Fields
    about: int = 0
    other: int = 0
    since: int | None = None
    until: int | None = None


def keep(store: Store, whole: int, new: Iterable[New], author: str, now: int) -> int:
    """Add versions, all with one moment, in one transaction.

    Returns:
        the moment, which names them together: `now`, or later when something was stated at that second.
    """
    with store.writing() as connection:
        moment = _moment(connection, store.log, now)
        rows = [_row(store.log, whole, one, author, moment) for one in new]
        if rows:
            connection.execute(text(_ADD), rows)
    return moment


def _row(log: int, whole: int, one: New, author: str, moment: int) -> dict[str, object]:
    fields = {_SLOT: one.slot, **one.value}
    told = {name: clean(field, _LONGEST) if isinstance(field, str) else field for name, field in fields.items()}
    value = json.dumps(told, ensure_ascii=False, sort_keys=True)
    facts = (whole, one.about, one.other, one.since, one.until, moment)
    return {
        "log": log,
        "id": hashed("record", one.kind, value, author, *map(str, facts)),
        "whole": whole,
        "seconds": moment,
        "about": one.about,
        "other": one.other,
        "kind": one.kind,
        "author": author,
        "value": value,
        "since": one.since,
        "until": one.until,
    }


def _moment(connection: Connection, log: int, now: int) -> int:
    sql = "SELECT MAX(r.seconds), MAX(r.undone) FROM record r WHERE r.log = :log"
    last = connection.execute(text(sql), {"log": log}).one()
    return max(now, 1 + int(last[0] or 0), 1 + int(last[1] or 0))


def records(store: Store, whole: int = 0) -> list[Record]:
    """Give every version there is of a collaboration (0: of all), also what was undone, oldest first."""
    found = []
    for row in store.rows(query("records"), {"whole": whole}):
        one, of, seconds, about, other, undone, kind, author, value, since, until = row
        fields = json.loads(str(value))
        slot = str(fields.pop(_SLOT, ""))
        found.append(
            Record(
                id=int(one or 0),
                whole=int(of or 0),
                kind=str(kind),
                slot=slot,
                seconds=int(seconds or 0),
                about=int(about or 0),
                other=int(other or 0),
                author=str(author),
                value=fields,
                since=None if since is None else int(since),
                until=None if until is None else int(until),
                undone=int(undone or 0),
            )
        )
    return found


def take_back(store: Store, moment: int, now: int, kinds: Collection[str] = ()) -> int:
    """Mark everything stated at a moment (of some kinds, or of all) as undone. Returns how many versions that were."""
    with store.writing() as connection:
        sql = "UPDATE record SET undone = :now WHERE log = :log AND seconds = :moment AND undone = 0"
        params = {"log": store.log, "moment": moment, "now": _moment(connection, store.log, now)}
        if not kinds:
            return int(connection.execute(text(sql), params).rowcount)
        some = text(f"{sql} AND kind IN :kinds").bindparams(bindparam("kinds", expanding=True))
        return int(connection.execute(some, {**params, "kinds": sorted(kinds)}).rowcount)


def forget_reported(connection: Connection, log: int, floor: int) -> None:
    """Take the days before a day out of what participants told of their contact (for `stores.erase.retain`)."""
    held = connection.execute(
        text("SELECT r.id, r.value FROM record r WHERE r.log = :log AND r.kind = 'reported'"), {"log": log}
    ).all()
    for number, value in held:
        fields = json.loads(value)
        left = " ".join(day for day in str(fields.get("days", "")).split() if int(day) >= floor)
        if left != fields.get("days"):
            fields["days"] = left
            connection.execute(
                text("UPDATE record SET value = :value WHERE log = :log AND id = :id"),
                {"log": log, "id": number, "value": json.dumps(fields, ensure_ascii=False, sort_keys=True)},
            )


def forget_names(connection: Connection, log: int, gone: Callable[[str], bool]) -> None:
    """Call a collaboration by its id where its name names an erased person (for `stores.erase.erase`).

    Without a name it would not be shown any more, and what was stated of it would stay where nobody finds it.
    """
    held = connection.execute(
        text("SELECT r.id, r.whole, r.value FROM record r WHERE r.log = :log AND r.kind = 'collaboration'"),
        {"log": log},
    ).all()
    for number, whole, value in held:
        if gone(value):
            fields = {**json.loads(value), "name": f"{whole:016x}"[:8]}
            connection.execute(
                text("UPDATE record SET value = :value WHERE log = :log AND id = :id"),
                {"log": log, "id": number, "value": json.dumps(fields, ensure_ascii=False, sort_keys=True)},
            )
