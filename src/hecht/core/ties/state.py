"""State of a tie: new, living, quieter, dormant or peripheral, in the order in which they are tried."""

from enum import StrEnum

SOONEST = 90
"""Days of silence before which no tie is dormant."""


class State(StrEnum):
    """What a tie is now; a description of contact, never a verdict on a person."""

    NEW = "new"
    LIVING = "living"
    QUIETER = "quieter"
    DORMANT = "dormant"
    PERIPHERAL = "peripheral"


def state(
    *, active_days: int, silence: int, age: int, rhythm: float | None, usual_longest: float | None, whole: bool = False
) -> State:
    """Give the state of a tie.

    Args:
        active_days: days with contact.
        silence: days since the last of them.
        age: days since the first of them.
        rhythm: mean gap in days, None for one active day.
        usual_longest: 90th percentile of the gaps of the last 540 days. Where there is none, or it is not at
            hand (`whole` networks), four mean rhythms are used instead (two would call 22-44 % quieter).
        whole: the log is that of a whole network.

    Returns:
        peripheral: fewer than 3 active days and silent for more than 30;
        new: first contact at most 60 days ago;
        dormant: silent for 90 or more, at least 3 active days, and silent beyond 8 rhythms or 365 days;
        quieter: at least 5 active days and silent beyond 14 days and twice the usual longest gap;
        living: else.
    """
    if active_days < 3 and silence > 30:  # noqa: PLR2004 - the numbers are the definition
        return State.PERIPHERAL
    if age <= 60:  # noqa: PLR2004
        return State.NEW
    if dormant(active_days, silence, rhythm):
        return State.DORMANT
    limit = 4 * (rhythm or 0.0) if whole or usual_longest is None else max(14.0, 2 * usual_longest)
    if active_days >= 5 and limit and silence > limit:  # noqa: PLR2004
        return State.QUIETER
    return State.LIVING


def dormant(active_days: int, silence: int, rhythm: float | None) -> bool:
    """Say whether a tie is dormant: see `state`, whose earlier states cannot hold where this is so."""
    if silence < SOONEST or active_days < 3:  # noqa: PLR2004 - the numbers are the definition
        return False
    return silence > 365 or (rhythm is not None and silence > 8 * rhythm)  # noqa: PLR2004
