"""Answers that come by file: a form goes out to each person of a round by name, and the file that it saves is read in."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hecht.app.pulse import answering
from hecht.core.collaboration.pulse import Mode
from hecht.core.errors import BadAnswerError, HechtError, NotByFileError, RoundClosedError
from hecht.stores.round import RoundFile

FORMAT = "hecht.pulse/1"
LARGEST = 64_000
"""Bytes of a file with answers."""


class ReadIn(NamedTuple):
    """What came of reading files: how many were taken in, and the path of each that was not, with the cause."""

    kept: int
    refused: tuple[tuple[Path, HechtError], ...]


def read(file: RoundFile, files: Iterable[Path], now: int) -> ReadIn:
    """Read files with answers in; one that is not right is reported, and the rest goes on. Reading again changes nothing.

    Raises:
        NotByFileError: the round is anonymous: who reads a file sees from whom it came.
        RoundClosedError: it is closed.
    """
    head = answering.settle(file, now)
    if head.mode is Mode.ANONYMOUS:
        raise NotByFileError
    if head.closed is not None:
        raise RoundClosedError
    kept, refused = 0, []
    for path in files:
        try:
            _take(file, _text(path), path.name, now)
            kept += 1
        except HechtError as error:
            refused.append((path, error))
    return ReadIn(kept, tuple(refused))


def read_text(file: RoundFile, text: str, now: int) -> None:
    """Take in the text of one file with answers.

    Raises:
        NotByFileError, RoundClosedError: as `read`.
        BadAnswerError, BadLinkError, NotAgreedError: it holds no answers to this round.
    """
    head = answering.settle(file, now)
    if head.mode is Mode.ANONYMOUS:
        raise NotByFileError
    _take(file, text, "", now)


def _take(file: RoundFile, text: str, name: str, now: int) -> None:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadAnswerError(name) from error
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise BadAnswerError(name)
    answering.answer(
        file,
        str(held.get("link")),
        held.get("answers"),
        now,
        agreed=held.get("agreed") is True,
        seconds=_seconds(held.get("seconds")),
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise BadAnswerError(path.name)
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BadAnswerError(path.name) from error


def _seconds(value: object) -> int:
    """Give when the form was saved; what says nothing of that counts as the oldest there is."""
    return value if type(value) is int and value > 0 else 1
