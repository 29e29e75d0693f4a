"""Signed links and slips of a round: who has one may answer, and nobody can make one without the key of the round.

A link is a payload with an HMAC over it. By name the payload is the number of a seat. In an anonymous round it is drawn by
lot and stands nowhere beside a name; the round keeps only a hash of those that were used. A slip is the receipt of an
anonymous answer: it holds the answers themselves, stays with who gave them, and lets them change these.
"""

import hashlib
import hmac
import json
from base64 import b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping

from hecht.core.collaboration.pulse import Answer

SIGNED = 16
"""Bytes of a signature: 128 bits."""
_LONGEST = 120


def link(key: bytes, round_id: str, payload: bytes) -> str:
    """Give the token of a link: payload and signature in letters that a URL can hold."""
    return f"{_letters(payload)}.{_letters(_signature(key, 'link', round_id, payload))}"


def payload_of(key: bytes, round_id: str, token: str) -> bytes | None:
    """Give the payload of a token, or None when it was not signed with this key for this round."""
    said, _, signature = token.partition(".")
    payload = _bytes(said) if len(token) <= _LONGEST and token.isascii() else None
    if payload is None or _letters(payload) != said:  # one link has one way to be written
        return None
    whole = _letters(_signature(key, "link", round_id, payload))
    return payload if hmac.compare_digest(signature.encode(), whole.encode()) else None


def used_mark(payload: bytes) -> str:
    """Give what an anonymous round keeps of a link that was used; the payload does not follow from it."""
    return hashlib.blake2b(payload, digest_size=16, person=b"hecht used").hexdigest()


def slip_mark(number: str) -> str:
    """Give what an anonymous round keeps of a slip that holds."""
    return hashlib.blake2b(number.encode(), digest_size=16, person=b"hecht slip").hexdigest()


def slip(key: bytes, round_id: str, number: str, answers: Mapping[str, Answer]) -> str:
    """Give the signature of a slip: of its number and the answers it stands for."""
    said = json.dumps(answers, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return _letters(_signature(key, "slip", round_id, f"{number}\0{said}".encode()))


def slip_holds(key: bytes, round_id: str, number: str, answers: Mapping[str, Answer], signature: str) -> bool:
    """Say whether a slip was signed with this key for this round, for these answers."""
    return hmac.compare_digest(slip(key, round_id, number, answers).encode(), signature.encode())


def _signature(key: bytes, what: str, round_id: str, payload: bytes) -> bytes:
    said = b"\0".join((what.encode(), round_id.encode(), payload))
    return hmac.digest(key, said, "sha256")[:SIGNED]


def _letters(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(letters: str) -> bytes | None:
    try:
        return b64decode(letters.encode("ascii") + b"=" * (-len(letters) % 4), altchars=b"-_", validate=True)
    except (ValueError, Error):
        return None
