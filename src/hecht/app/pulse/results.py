"""What rounds that closed are good for: side by side, who had contact with whom, and what people understand by a term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import NamedTuple

from hecht.app.pulse.answering import Outcome, outcome_of, settle
from hecht.app.pulse.rounds import past, paths
from hecht.core.collaboration.pulse import HIGHEST, LOWEST, Kind, Mode
from hecht.core.collaboration.release import comparable
from hecht.core.days import day_of
from hecht.stores.round import Head, RoundFile, Seat

MONTH = 30
"""Days of "the past month", which the question about contact asks after."""


@dataclass(frozen=True, slots=True)
class Said:
    """What came out for one question on a scale.

    By name `steps` counts how often each step was chosen, and `mean` is their mean. Anonymous only `halves` is there: the
    mean in half points, 4 for 2 or lower, 8 for 4 or higher.
    """

    question: str
    condition: str
    steps: tuple[int, ...] | None
    mean: float | None
    halves: int | None


class Reported(NamedTuple):
    """That somebody told they had contact with another, outside the meetings, in the month up to a day."""

    reporter: tuple[str, ...]
    other: tuple[str, ...]
    since: int
    until: int


class Meaning(NamedTuple):
    """What somebody understands by a term; nobody is named where the round was anonymous."""

    term: str
    text: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Round:
    """A closed round among others of its collaboration. `together` says whether it may stand beside the last one."""

    head: Head
    said: tuple[Said, ...]
    caution: bool | None
    together: bool


def said(outcome: Outcome) -> tuple[Said, ...]:
    """Give what came out for each question on a scale that was answered (anonymous: by at least five)."""
    found = []
    for asked in outcome.head.questions:
        if asked.kind is not Kind.SCALE:
            continue
        if outcome.released is not None:
            halves = outcome.released.halves.get(asked.id)
            if halves is not None:
                found.append(Said(asked.id, asked.condition, None, None, halves))
            continue
        given = [one[asked.id] for one in outcome.answers.values() if asked.id in one]
        if given:
            steps = tuple(given.count(step) for step in range(LOWEST, HIGHEST + 1))
            total = sum(step * count for step, count in enumerate(steps, LOWEST))
            found.append(Said(asked.id, asked.condition, steps, total / len(given), None))
    return tuple(found)


def reported(outcome: Outcome, zone: tzinfo) -> list[Reported]:
    """Give the contact that people told of, by name alone; who answered "nobody" told that too, and has no row here."""
    by_number = {one.number: one for one in outcome.seats if one.name}
    until = last_told(outcome, zone)
    return [
        Reported(by_number[seat].identifiers, by_number[other].identifiers, until - MONTH, until)
        for seat, answers in sorted(outcome.answers.items())
        for other in _told(answers.get("contact"))
        if seat in by_number and other in by_number
    ]


def last_told(outcome: Outcome, zone: tzinfo) -> int:
    """Give the last day that the telling goes about: that on which the round closed."""
    return day_of(min(outcome.head.closed or outcome.head.closes, outcome.head.closes - 1), zone)


def told_of_contact(outcome: Outcome) -> list[Seat]:
    """Give who answered the question about contact, also with nobody."""
    return [one for one in outcome.seats if one.name and "contact" in outcome.answers.get(one.number, {})]


def _told(answer: object) -> tuple[int, ...]:
    return answer if isinstance(answer, tuple) else ()


def meanings(outcome: Outcome) -> list[Meaning]:
    """Give what people understand by the term that was asked after (anonymous: from five on, in order of letters)."""
    found = []
    for asked in outcome.head.questions:
        if asked.kind is not Kind.TERM:
            continue
        if outcome.released is not None:
            found += [Meaning(asked.term, text, "", "") for text in outcome.released.texts.get(asked.id, ())]
            continue
        for seat in outcome.seats:
            text = outcome.answers.get(seat.number, {}).get(asked.id)
            if isinstance(text, str) and seat.name:
                found.append(Meaning(asked.term, text, seat.name, seat.organisation))
    return found


def side_by_side(folder: Path, name: str, whole: str, mode: Mode, zone: tzinfo, now: int) -> list[Round]:
    """Give the closed rounds of a collaboration of one mode, the first also first.

    Of anonymous rounds what came out stands there only where the group was that of the last one, or differed from it by at
    least five people each way, and from each of those that stand there.
    """
    files: list[tuple[RoundFile, Outcome]] = []
    try:
        for path in paths(folder):
            file = RoundFile(path)
            head = settle(file, now)
            if head.closed is None or head.mode is not mode or (head.whole != whole if whole else head.name != name):
                file.close()
                continue
            files.append((file, outcome_of(file, head)))
        return _beside_the_last(files, mode, zone)
    finally:
        for file, _ in files:
            file.close()


def _beside_the_last(files: Sequence[tuple[RoundFile, Outcome]], mode: Mode, zone: tzinfo) -> list[Round]:
    found: list[Round] = []
    beside: list[RoundFile] = []
    for file, outcome in reversed(files):
        together = mode is not Mode.ANONYMOUS or all(
            comparable(past(file, zone, one.seats()), past(one, zone, one.seats())) for one in (beside or [file])
        )
        if together:
            beside.append(file)
        found.append(Round(outcome.head, said(outcome) if together else (), outcome.caution, together))
    return found[::-1]
