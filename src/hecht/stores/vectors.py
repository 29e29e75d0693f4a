"""Vectors of what the user states, kept by the statement they stand for; they go with it and with the person it is about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.model import Value


def vectors(store: Store, model: str) -> dict[int, str]:
    """Give the vectors of a model (base64 of 16-bit floats) by the number of the statement."""
    sql = "SELECT v.id, v.value FROM vector v WHERE v.log = :log AND v.model = :model"
    return {int(key or 0): str(value) for key, value in store.rows(sql, {"model": model})}


def add(store: Store, model: str, some: Iterable[tuple[int, int, str]]) -> None:
    """Keep vectors: the number of a statement, the identifier it is about (0: nobody), and the vector."""
    rows: list[dict[str, Value]] = [
        {"id": key, "model": model, "identifier": about, "value": value} for key, about, value in some
    ]
    if rows:
        store.write(
            "INSERT INTO vector (log, id, model, identifier, value) VALUES (:log, :id, :model, :identifier, :value)"
            " ON CONFLICT DO NOTHING",
            rows,
        )
