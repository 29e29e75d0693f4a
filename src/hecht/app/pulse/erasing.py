"""What rounds hold of somebody, and erasing it: who they are, what they answered by name, and where others named them."""

import secrets
from collections.abc import Collection
from datetime import tzinfo
from pathlib import Path

from hecht.app.pulse.rounds import paths
from hecht.core.collaboration.pulse import Answer, Answers, Mode, Tally
from hecht.core.collaboration.release import FEWEST, REMEMBERED, Release
from hecht.core.days import day_of
from hecht.stores.round import ENDING, UNFINISHED, Counts, RoundFile, Seat


def erase(folder: Path, identifiers: Collection[str], words: Collection[str]) -> int:
    """Erase a person from every round, open or closed. Returns how many rounds changed.

    Their name and addresses go, and so does what they answered by name; others' answers no longer name them, and texts
    that do are removed. What they answered anonymously is not known to be theirs, and stays in the counts.

    Args:
        folder: where rounds are kept.
        identifiers: the identifiers of the person.
        words: names and addresses under which texts may name them.
    """
    changed = 0
    for path in folder.glob(f"*{ENDING}.*{UNFINISHED}"):  # nobody has its links yet
        path.unlink(missing_ok=True)
    for path in paths(folder):
        with RoundFile(path) as file:
            with file.writing():
                changes = _erase(file, set(identifiers), [one.casefold() for one in words if one])
            if changes:
                file.pack()
                changed += 1
    return changed


def held(folder: Path, identifiers: Collection[str]) -> list[str]:
    """Give what rounds hold of a person: that one went to them, and what they answered by name."""
    found = []
    for path in paths(folder):
        with RoundFile(path) as file:
            head, answers = file.head(), file.answers()
            names = {one.number: one.name for one in file.seats()}
            for seat in file.seats():
                if set(identifiers) & set(seat.identifiers):
                    found.append(f"pulse: {head.name} {head.last}")
                    given = answers[seat.number].answers if seat.number in answers else {}
                    found += [f"pulse: {one}: {_shown(answer, names)}" for one, answer in given.items()]
    return found


def retain(folder: Path, floor: int, today: int, zone: tzinfo) -> int:
    """Remove the rounds that closed before a day. Returns how many.

    Of an anonymous one it has to be known for half a year whom it went to, so that no difference gives anybody away.
    """
    gone = 0
    for path in paths(folder):
        with RoundFile(path) as file:
            head = file.head()
        last = day_of(head.closed, zone) if head.closed is not None else today
        if last < (floor if head.mode is Mode.NAMED else min(floor, today - REMEMBERED)):
            path.write_bytes(bytes(path.stat().st_size))
            path.unlink()
            gone += 1
    return gone


def to_search(folder: Path, words: Collection[str]) -> list[tuple[Path, list[str]]]:
    """Give the file of every round with the words that it may no longer hold: those that are not a part of others' names."""
    found = []
    for path in paths(folder):
        with RoundFile(path) as file:
            theirs = " | ".join(" | ".join((*one.identifiers, one.name, one.organisation)) for one in file.seats())
        found.append((path, [one for one in words if one.casefold() not in theirs.casefold()]))
    return found


def _shown(answer: Answer, names: dict[int, str]) -> str:
    return ", ".join(names.get(one, "") for one in answer) if isinstance(answer, tuple) else str(answer)


def _erase(file: RoundFile, identifiers: set[str], words: list[str]) -> bool:
    gone = [one.number for one in file.seats() if identifiers & set(one.identifiers)]
    for number in gone:
        file.set_seat(Seat(number, "", "", (f"erased:{secrets.token_hex(8)}",)))
        file.remove_answer(number)
    changed = bool(gone)
    for seat, given in file.answers().items():
        left = _without(given.answers, gone, words)
        if left != given.answers:
            file.put(seat, left, given.seconds)
            changed = True
    counts = file.counts()
    texts = _texts(counts.tally.texts, words)
    if texts != counts.tally.texts:
        file.count(Counts(Tally(counts.tally.steps, texts), counts.used, counts.slips))
        changed = True
    released = file.released()
    if released is not None:
        texts = {one: said for one, said in _texts(released.texts, words).items() if len(said) >= FEWEST}
        if texts != released.texts:
            file.release(Release(released.halves, texts, released.enough, released.caution))
            changed = True
    return changed


def _without(answers: Answers, gone: Collection[int], words: Collection[str]) -> Answers:
    left: Answers = {}
    for question, answer in answers.items():
        if isinstance(answer, tuple):
            left[question] = tuple(one for one in answer if one not in gone)
        elif not isinstance(answer, str) or not _names(answer, words):
            left[question] = answer
    return left


def _texts(texts: dict[str, tuple[str, ...]], words: Collection[str]) -> dict[str, tuple[str, ...]]:
    left = {question: tuple(one for one in said if not _names(one, words)) for question, said in texts.items()}
    return {question: said for question, said in left.items() if said}


def _names(text: str, words: Collection[str]) -> bool:
    return any(one in text.casefold() for one in words)
