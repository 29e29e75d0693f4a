"""A round for tests: eight people of three organisations, answers of each, and a clock of one's own."""

from datetime import UTC, date
from pathlib import Path
from typing import Any

from hecht.app.pulse import answering, rounds
from hecht.app.pulse.answering import Slip
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile

NOW = 1_782_864_000
"""1 July 2026, 0:00 UTC."""
DAY = 86_400
LAST = date(2026, 7, 14)
AFTER = NOW + 14 * DAY
"""15 July 2026, 0:00: the first moment at which it is closed."""
NAMES = ("Anna Bos", "Bram Vos", "Cor Mol", "Dina Das", "Eva Lis", "Fons Ree", "Gera Lynx", "Hugo Wolf")
PEOPLE = tuple(
    rounds.Invited(name, ("Delta", "Gemeente", "Waterschap")[number % 3], (f"mailto:{name.split()[0].lower()}@x.nl",))
    for number, name in enumerate(NAMES)
)


def begun(folder: Path, mode: Mode = Mode.NAMED, people: Any = PEOPLE, now: int = NOW, **more: Any) -> rounds.Started:
    """Start a round of two weeks in a folder."""
    last = more.pop("last", date.fromordinal(LAST.toordinal() + (now - NOW) // DAY))
    return rounds.start(folder, more.pop("name", "De Wielen"), people, mode, last, UTC, now, **more)


def tokens(started: rounds.Started) -> list[str]:
    """Give the tokens of the links of a round."""
    return [link.partition("#")[2] for _, link in started.links]


def say(file: RoundFile, token: str, answers: object, now: int = NOW + 60, slip: Slip | None = None) -> Slip | None:
    """Answer, and agree where that is asked."""
    return answering.answer(file, token, answers, now, agreed=True, slip=slip)
