"""Chance in percentages, so that the likelihoods read as they are meant."""

import random


def chance(rng: random.Random, percent: float) -> bool:
    """True in `percent` of 100 cases."""
    return rng.random() * 100 < percent
