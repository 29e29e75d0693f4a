"""Signed links and slips: nobody makes one without the key, changes one, or carries one to another round."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from hecht.core.collaboration import links

if TYPE_CHECKING:
    from hecht.core.collaboration.pulse import Answer

KEY, OTHER = b"k" * 32, b"o" * 32


def test_a_link_is_an_hmac_over_round_and_payload() -> None:
    """By the definition of HMAC-SHA-256, worked out beside the code."""
    signature = hmac.new(KEY, b"link\0round 1\x007", hashlib.sha256).digest()[:16]
    said = urlsafe_b64encode(b"7").rstrip(b"=") + b"." + urlsafe_b64encode(signature).rstrip(b"=")
    assert links.link(KEY, "round 1", b"7") == said.decode()
    assert links.payload_of(KEY, "round 1", said.decode()) == b"7"


@given(st.binary(max_size=24), st.data())
def test_a_link_with_one_letter_changed_is_none(payload: bytes, data: st.DataObject) -> None:
    token = links.link(KEY, "r", payload)
    assert links.payload_of(KEY, "r", token) == payload
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from("ABCDwxyz0189-_.=é\0"))
    changed = token[:place] + letter + token[place + 1 :]
    assert changed == token or links.payload_of(KEY, "r", changed) is None


@given(st.text(st.characters(), max_size=200) | st.text("MQ.A\ud800\udfff\u0661", max_size=30).map("MQ.".__add__))
def test_whatever_is_written_is_no_link(token: str) -> None:
    assert links.payload_of(KEY, "r", token) is None


def test_a_link_holds_for_one_round_and_one_key() -> None:
    token = links.link(KEY, "one", b"1")
    assert links.payload_of(KEY, "two", token) is None
    assert links.payload_of(OTHER, "one", token) is None
    assert links.payload_of(KEY, "one", token + "=") is None
    assert links.payload_of(KEY, "one", token + "." + token) is None


def test_a_slip_is_no_link_and_holds_for_its_answers_alone() -> None:
    signed = links.slip(KEY, "r", "number", {"kept": 4, "term": "zo"})
    assert links.slip_holds(KEY, "r", "number", {"term": "zo", "kept": 4}, signed)
    others: list[tuple[str, dict[str, Answer]]] = [
        ("other", {"kept": 4, "term": "zo"}),
        ("number", {"kept": 5, "term": "zo"}),
        ("number", {}),
    ]
    for number, answers in others:
        assert not links.slip_holds(KEY, "r", number, answers, signed)
    assert not links.slip_holds(KEY, "s", "number", {"kept": 4, "term": "zo"}, signed)
    assert links.payload_of(KEY, "r", f"bnVtYmVy.{signed}") is None


def test_marks_do_not_hold_what_they_are_of() -> None:
    assert links.used_mark(b"1") != links.slip_mark("1")
    assert len(links.used_mark(b"x" * 16)) == 32
