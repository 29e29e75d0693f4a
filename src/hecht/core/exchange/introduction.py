"""Introduction: two people brought together, each asked first and apart; only after two times yes a joint message."""

import json
from enum import StrEnum
from typing import NamedTuple

WITHIN = 60
"""Days after an introduction within which is looked whether the two were in touch."""


class Step(StrEnum):
    """Where an introduction stands."""

    ASKING = "asking"
    READY = "ready"
    SENT = "sent"
    STOPPED = "stopped"


class Introduction(NamedTuple):
    """Two people, what each gains, what each said (None: not yet), and the day on which the joint message went."""

    key: int
    id: str
    a: int
    b: int
    a_gains: str
    b_gains: str
    a_said: bool | None
    b_said: bool | None
    since: int
    sent: int | None

    @property
    def step(self) -> Step:
        """Give where it stands: one no stops it, two times yes makes it ready, and only then can it be sent."""
        if self.sent is not None:
            return Step.SENT
        if self.a_said is False or self.b_said is False:
            return Step.STOPPED
        return Step.READY if self.a_said and self.b_said else Step.ASKING


def written(one: Introduction) -> str:
    """Give what is stored of it besides the two people and the day."""
    held = {
        "id": one.id,
        "a_gains": one.a_gains,
        "b_gains": one.b_gains,
        "a": one.a_said,
        "b": one.b_said,
        "sent": one.sent,
    }
    return json.dumps(held, ensure_ascii=False)


def read(key: int, a: int, b: int, value: str, since: int) -> Introduction:
    """Give an introduction as it was stored."""
    held = json.loads(value)
    gains = str(held["a_gains"]), str(held["b_gains"])
    return Introduction(key, str(held["id"]), a, b, *gains, held["a"], held["b"], since, held["sent"])
