"""JSON in pieces gives what the standard library gives at once, in bounded memory."""

import io
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Unreadable
from hecht.sources import streamed
from hecht.sources.streamed import CLOSED, EACH, parts

WANTED = frozenset({("a",), ("b", EACH), ("c", "list", EACH, "d"), (EACH,)})
NAMES = st.sampled_from(["a", "b", "c", "d", "list", "e\u00e9", 'q"]\\'])
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["]", '"', "\\", "{["]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


class Dripping(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(3 if size else 0)


def whole(value: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """Give the same from the document as the standard library builds it."""
    if path in WANTED:
        return [(path, value)]
    inner = (
        list(value.items())
        if isinstance(value, dict)
        else [(EACH, one) for one in value]
        if isinstance(value, list)
        else []
    )
    if not any(one[: len(path)] == path for one in WANTED):
        return []
    found = [item for name, one in inner for item in whole(one, (*path, name))]
    return [*found, (path, CLOSED)] if isinstance(value, dict) and path else found


@settings(max_examples=60)
@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_the_wanted_parts_are_those_of_the_whole_document(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode("utf-8")
    wanted = whole(json.loads(text))
    assert list(parts(io.BytesIO(text), WANTED)) == wanted
    assert list(parts(Dripping(text), WANTED)) == wanted


@given(VALUES.filter(lambda value: isinstance(value, dict | list) and bool(value)), st.data())
def test_a_document_that_is_cut_off_gives_its_beginning_and_says_so(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value).encode("utf-8")
    cut = list(parts(io.BytesIO(text[: data.draw(st.integers(0, len(text) - 1))]), WANTED))
    assert isinstance(cut[-1], Unreadable)
    assert cut[:-1] == whole(value)[: len(cut) - 1]


@pytest.mark.parametrize(
    "bomb",
    [
        b'{"x":' + b"[" * 600_000 + b"]" * 600_000 + b',"a":1}',
        b'{"x":[' + b"{}," * 400_000 + b'1],"a":1}',
        b'{"x":"' + b"y" * 2_000_000 + b'","a":1}',
    ],
)
def test_what_is_not_wanted_takes_no_memory(bomb: bytes) -> None:
    tracemalloc.start()
    try:
        assert list(parts(io.BytesIO(bomb), WANTED)) == [(("a",), 1)]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000  # built, the second takes 30 MB


@pytest.mark.parametrize(
    ("bomb", "cause"),
    [
        (b'{"a":' + b"[" * 600_000, "nested too deep"),
        (b'{"a":[' + b"{}," * 900_000 + b"1]}", "larger than any message"),
        (b'{"a":"' + b"y" * 2_000_000, "larger than any message"),
        (b'{"a":' + b"1" * 400_000 + b"}", "number without end"),
        (b'{"a":"\xff"}', "not UTF-8"),
        (b'{"a" 1}', "no ':'"),
        (b"{1:2}", "a name is missing"),
    ],
)
def test_a_part_that_no_program_writes_is_refused(bomb: bytes, cause: str) -> None:
    (said,) = parts(io.BytesIO(bomb), WANTED)
    assert isinstance(said, Unreadable)
    assert cause in said.cause


def test_a_document_larger_than_is_believed_is_read_up_to_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamed, "MOST", 1_000_000)
    text = b'{"b":[' + b"1," * 1_000_000 + b"1]}"
    *read, said = parts(io.BytesIO(text), WANTED)
    assert len(read) > 100_000
    assert isinstance(said, Unreadable)
    assert said.cause == streamed.TOO_LARGE
