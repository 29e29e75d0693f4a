"""Strength: decayed active days; and warmth, the part of it that had room for the other."""

from typing import Final

HALF_LIFE_SLOW: Final = 90
"""Days in which a day of mail, a meeting, a call or a visit halves in weight (EVIDENCE: D_90)."""
HALF_LIFE_CHAT: Final = 14
"""Days in which a day of nothing but chat halves in weight (D_14)."""
ONE: Final = 1 << 40
"""The weight of an active day today: weights are integers so that sums are equal on every engine."""
KNOWN_NEEDED: Final = 20
"""Fewer interactions with a known relation part than this say nothing about warmth."""


def weights(half_life: int) -> list[int]:
    """Give the weight of an active day by age in days, until it rounds to nothing.

    `weight(age) = round(2^40 * 2^(-age / half_life))`: exponential decay in units of 2^-40 day.
    """
    return [round(ONE * 2.0 ** (-age / half_life)) for age in range(41 * half_life)]


def strength(weight: int) -> float:
    """Give strength in active days from a sum of weights: `D_h = sum over active days of 2^(-age/h)`.

    A tie that is active every day reaches about 1.44 h (130 for h = 90). It is contact, not warmth.
    """
    return weight / ONE


def relation_share(known: int, relation: int) -> float | None:
    """Give the share (0-1) of contact with room for the other; None below 20 interactions where it is known."""
    return relation / (100 * known) if known >= KNOWN_NEEDED else None


def warmth(weight: int, known: int, weight_known: int, weight_relation: int) -> float | None:
    """Give the strength of the contact with room for the other, in active days.

    `D_h * sum(w r) / (100 sum(w))` over the interactions whose relation part r (0-100) is known, with the
    weight w of their day. None below 20 of them: unknown is not cold.
    """
    if known < KNOWN_NEEDED or not weight_known:
        return None
    return strength(weight) * weight_relation / (100 * weight_known)
