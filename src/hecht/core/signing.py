"""Signatures: Ed25519 as RFC 8032 describes it, in whole numbers; for files that one's own computer writes, not for a server.

It takes some milliseconds and its time depends on the key, which matters only to who can measure this computer while it signs.
"""

from hashlib import sha512
from typing import TypeAlias

_P = 2**255 - 19
"""The prime of the field."""
_Q = 2**252 + 27742317777372353535851937790883648493
"""The order of the base point."""
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
"""A square root of -1."""
SIZE, LONG = 32, 64
"""Bytes of a key, and of a signature."""
_Point: TypeAlias = tuple[int, int, int, int]
"""A point of the curve in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z."""


def public_key(seed: bytes) -> bytes:
    """Give the public key of a secret seed of 32 bytes."""
    return _packed(_times(_secret(seed)[0], _BASE))


def signed(seed: bytes, message: bytes) -> bytes:
    """Give the signature of a message under a secret seed: 64 bytes, the same each time."""
    scalar, prefix = _secret(seed)
    key = _packed(_times(scalar, _BASE))
    once = _number(prefix, message) % _Q
    point = _packed(_times(once, _BASE))
    return point + ((once + _number(point, key, message) * scalar) % _Q).to_bytes(SIZE, "little")


def verified(key: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether a signature of a message was made with the seed of a public key."""
    if len(key) != SIZE or len(signature) != LONG:
        return False
    owner, point = _unpacked(key), _unpacked(signature[:SIZE])
    scalar = int.from_bytes(signature[SIZE:], "little")
    if owner is None or point is None or scalar >= _Q:
        return False
    asked = _number(signature[:SIZE], key, message) % _Q
    return _same(_times(scalar, _BASE), _sum(point, _times(asked, owner)))


def _number(*parts: bytes) -> int:
    return int.from_bytes(sha512(b"".join(parts)).digest(), "little")


def _secret(seed: bytes) -> tuple[int, bytes]:
    """Give the scalar of a seed, and what makes each signature's own number."""
    spread = sha512(seed).digest()
    low = int.from_bytes(spread[:SIZE], "little")
    return low & (2**254 - 8) | 2**254, spread[SIZE:]


def _sum(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(scalar: int, point: _Point) -> _Point:
    found: _Point = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            found = _sum(found, point)
        point = _sum(point, point)
        scalar >>= 1
    return found


def _same(one: _Point, other: _Point) -> bool:
    return (one[0] * other[2] - other[0] * one[2]) % _P == 0 and (one[1] * other[2] - other[1] * one[2]) % _P == 0


def _x_of(y: int, sign: int) -> int | None:
    """Give the x of a point by its y and the lowest bit of x; None where there is none."""
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (not x and sign):
        return None
    return _P - x if x & 1 != sign else x


def _packed(point: _Point) -> bytes:
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(SIZE, "little")


def _unpacked(packed: bytes) -> _Point | None:
    whole = int.from_bytes(packed, "little")
    y, sign = whole & (2**255 - 1), whole >> 255
    x = _x_of(y, sign)
    return None if x is None else (x, y, 1, x * y % _P)


_BASE_Y = 4 * pow(5, -1, _P) % _P
_BASE: _Point = _unpacked(_BASE_Y.to_bytes(SIZE, "little")) or (0, 1, 1, 0)
"""The base point: the one with y = 4/5 and an even x."""
