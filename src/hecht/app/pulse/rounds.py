"""The rounds that were held: where their files lie, starting one, its links, what it stands at, and closing it before its day."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from hecht.app.pulse import answering
from hecht.core.collaboration import links
from hecht.core.collaboration.pulse import TRUST, Mode, may_ask_trust, questions
from hecht.core.collaboration.release import FEWEST, Past, free_from
from hecht.core.days import day_of, to_date, to_day
from hecht.core.errors import (
    BadClosingError,
    BadLinkError,
    NoSuchRoundError,
    RoundClosedError,
    RoundOpenError,
    TooFewPeopleError,
    TooSoonError,
    TrustAskedError,
)
from hecht.core.identity import hashed
from hecht.stores.round import ENDING, Head, RoundFile, Seat, make_round

FOLDER = "rounds"
LONGEST = 60
"""Days that a round stays open at most."""
HERE = "http://127.0.0.1:8321"
"""Where a round is answered when nothing else is said: on this computer alone."""


class Invited(NamedTuple):
    """Somebody whom a round goes to: name, organisation, and all identifiers by which they are known."""

    name: str
    organisation: str
    identifiers: tuple[str, ...]


class Started(NamedTuple):
    """A round that began: its file, what it is, and the links.

    By name each seat has its link, and they can be given again. Of an anonymous round they are given here alone, as many
    as there are people, in an order drawn by lot.
    """

    path: Path
    head: Head
    links: tuple[tuple[Seat | None, str], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a round stands: how many people it went to; by name how many answered, and who did not yet.

    Of an anonymous round only `enough` is told: whether five answered.
    """

    head: Head
    invited: int
    answered: int | None
    enough: bool
    waiting: tuple[Seat, ...]


def folder_of(database: str | Path) -> Path:
    """Give the folder of the rounds beside a log's file."""
    return Path(database).parent / FOLDER


def start(
    folder: Path,
    name: str,
    people: Sequence[Invited],
    mode: Mode,
    last: date,
    zone: tzinfo,
    now: int,
    *,
    whole: str = "",
    term: str = "",
    trust: bool = False,
    leave_out: Collection[str] = (),
    lang: str = "nl",
    at: str = HERE,
) -> Started:
    """Start a round of a collaboration. How the group answers is settled here, and cannot be changed afterwards.

    Args:
        folder: where rounds are kept.
        name: the name of the collaboration.
        people: whom it goes to.
        mode: by name or anonymous, as the group chose.
        last: the last day on which one can answer, in the zone.
        zone: the home zone of the log.
        now: the present in unix seconds.
        whole: the id of the collaboration.
        term: a term of the word list to ask after.
        trust: also ask for trust.
        leave_out: ids of questions that are not asked.
        lang: the language that the page opens in.
        at: the address that links begin with.

    Raises:
        BadClosingError: the last day is not one of the next sixty.
        TooFewPeopleError: an anonymous round of fewer than five.
        TooSoonError: what comes out, beside another round, would give answers of an anonymous one away.
        TrustAskedError: trust was asked less than half a year ago.
        BadLinkError: the address is none.
        BadAnswerError: the questions are none.
    """
    today = day_of(now, zone)
    if not 1 <= to_day(last) - today <= LONGEST:
        raise BadClosingError(last.isoformat())
    seats = _seats(people)
    if mode is Mode.ANONYMOUS and len(seats) < FEWEST:
        raise TooFewPeopleError(str(len(seats)))
    _may_begin(folder, seats, mode, today, now, zone)
    if trust and not may_ask_trust(list(_trust_asked(folder, seats, zone)), today):
        raise TrustAskedError
    number = f"{hashed('round', name, str(now), secrets.token_hex(8)):016x}"
    closes = int(datetime.combine(last + timedelta(days=1), time(), zone).timestamp())
    asked = questions(mode, term, trust=trust, leave_out=leave_out)
    head = Head(
        number, name, whole, mode, lang, now, closes, last.isoformat(), asked, secrets.token_bytes(32), address(at)
    )
    stamp = datetime.fromtimestamp(now, zone)
    while any(folder.glob(f"{stamp:%Y-%m-%d %H%M%S} *{ENDING}")):  # by name is by time, also of two in one second
        stamp += timedelta(seconds=1)
    path = folder / f"{stamp:%Y-%m-%d %H%M%S} {number}{ENDING}"
    if mode is Mode.ANONYMOUS:
        drawn = sorted(secrets.token_bytes(16) for _ in seats)
        given: list[tuple[Seat | None, str]] = [(None, _link(head, payload)) for payload in drawn]
    else:
        given = [(seat, _link(head, str(seat.number).encode())) for seat in seats]
    make_round(path, head, seats).close()
    return Started(path, head, tuple(given))


def _seats(people: Sequence[Invited]) -> list[Seat]:
    return [
        Seat(number, one.name, one.organisation, one.identifiers)
        for number, one in enumerate(sorted(people, key=lambda one: (one.organisation, one.name.casefold())), 1)
    ]


def free(folder: Path, people: Sequence[Invited], mode: Mode, now: int, zone: tzinfo) -> date | None:
    """Give the first day on which a round of these people may begin, or None when that is today."""
    seats = _seats(people)
    found = _free(folder, seats, mode, day_of(now, zone), now, zone)
    return None if found is None else to_date(found)


def address(at: str) -> str:
    """Give an address that links can begin with: http or https, a host, perhaps a port, nothing more.

    Raises:
        BadLinkError: it is none.
    """
    try:
        parts = urlsplit(at.strip().rstrip("/"))
        fine = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0
    except ValueError:
        fine = False
    if not fine or parts.path or parts.query or parts.fragment or parts.username or " " in parts.netloc:
        raise BadLinkError(repr(at))
    usual = {"http": ":80", "https": ":443"}[parts.scheme]  # a browser leaves it out
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(usual)}"


def _link(head: Head, payload: bytes) -> str:
    return f"{head.at}/#{links.link(head.key, head.id, payload)}"


def links_of(file: RoundFile) -> list[tuple[Seat, str]]:
    """Give the links of a round by name.

    Raises:
        RoundClosedError: it is closed.
        BadLinkError: it is anonymous; its links were given at the start, and stand nowhere.
    """
    head = file.head()
    if head.closed is not None:
        raise RoundClosedError
    if head.mode is Mode.ANONYMOUS:
        raise BadLinkError
    return [(one, _link(head, str(one.number).encode())) for one in file.seats() if one.name]


def standing(file: RoundFile, now: int) -> Standing:
    """Give where a round stands, after closing it when its time has come."""
    head = answering.settle(file, now)
    seats = file.seats()
    if head.mode is Mode.ANONYMOUS:
        released = file.released()
        return Standing(head, len(seats), None, released.enough if released else answering.enough(file), ())
    answers = file.answers()
    waiting = tuple(one for one in seats if one.number not in answers and one.name)
    return Standing(head, len(seats), len(answers), len(answers) >= FEWEST, waiting)


def close(file: RoundFile, now: int) -> Head:
    """Close a round before its day; it cannot be opened again.

    Raises:
        RoundClosedError: it is closed already.
    """
    if answering.settle(file, now).closed is not None:
        raise RoundClosedError
    return answering.shut(file, now)


def outcome(file: RoundFile, now: int) -> answering.Outcome:
    """Give what came out of a round.

    Raises:
        RoundOpenError: it is still open; the message names its last day.
    """
    head = answering.settle(file, now)
    if head.closed is None:
        raise RoundOpenError(head.last)
    return answering.outcome_of(file, head)


def paths(folder: Path) -> list[Path]:
    """Give the files of all rounds, the first also first."""
    return sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []


@contextmanager
def last_of(folder: Path, name: str) -> Iterator[RoundFile]:
    """Open the last round of a collaboration, by (part of) its name or by its id.

    Raises:
        NoSuchRoundError: there is none; the message names the collaborations that had one.
    """
    found, known = None, dict[str, None]()
    wanted = name.strip().casefold()
    for path in paths(folder):
        with RoundFile(path) as file:
            head = file.head()
        known[head.name] = None
        if wanted and (wanted in head.name.casefold() or wanted in (head.id, head.whole)):
            found = path
    if found is None:
        raise NoSuchRoundError(f"{name!r}" + (f" ({', '.join(known)})" if known else ""))
    with RoundFile(found) as file:
        yield file


@contextmanager
def one_of(folder: Path, whole: str, number: str) -> Iterator[RoundFile]:
    """Open the round of a collaboration that has an id.

    Raises:
        NoSuchRoundError: there is none.
    """
    for path in paths(folder):
        with RoundFile(path) as file:
            head = file.head()
            if (head.whole, head.id) == (whole, number):
                yield file
                return
    raise NoSuchRoundError(number)


def every(folder: Path, now: int, whole: str = "", name: str = "") -> list[Standing]:
    """Give all rounds, or those of one collaboration (by its id, else its exact name), the first also first."""
    found = []
    for path in paths(folder):
        with RoundFile(path) as file:
            head = file.head()
            if (not whole or head.whole == whole) and (whole or not name or head.name == name):
                found.append(standing(file, now))
    return found


def past(file: RoundFile, zone: tzinfo, seats: Sequence[Seat] = ()) -> Past:
    """Give a round as one that came before; who is among `seats` too is called the same as there."""
    head = file.head()
    named = head.mode is Mode.NAMED
    closes = head.closes - 1 if head.closed is None else head.closed
    released = file.released()
    let_out = head.closed is None or (bool(file.answers()) if named else released is not None and released.enough)
    return Past(_called(file.seats(), seats), day_of(closes, zone), let_out, named)


def _called(theirs: Iterable[Seat], seats: Sequence[Seat]) -> frozenset[str]:
    """Give a mark for each person, the same for who has an identifier in common with somebody of `seats`."""
    known = {identifier: f"{seat.number}" for seat in seats for identifier in seat.identifiers}
    return frozenset(
        next((known[one] for one in seat.identifiers if one in known), min(seat.identifiers, default=seat.name))
        for seat in theirs
    )


def _may_begin(folder: Path, seats: Sequence[Seat], mode: Mode, today: int, now: int, zone: tzinfo) -> None:
    found = _free(folder, seats, mode, today, now, zone)
    if found is not None:
        raise TooSoonError(to_date(found).isoformat())


def _free(folder: Path, seats: Sequence[Seat], mode: Mode, today: int, now: int, zone: tzinfo) -> int | None:
    earlier = []
    for path in paths(folder):
        with RoundFile(path) as file:
            answering.settle(file, now)
            earlier.append(past(file, zone, seats))
    return free_from(_called(seats, seats), earlier, today, named=mode is Mode.NAMED)


def _trust_asked(folder: Path, seats: Sequence[Seat], zone: tzinfo) -> Iterator[int]:
    mine = {identifier for seat in seats for identifier in seat.identifiers}
    for path in paths(folder):
        with RoundFile(path) as file:
            head = file.head()
            theirs = {identifier for seat in file.seats() for identifier in seat.identifiers}
            if TRUST in head.questions and mine & theirs:
                yield day_of(head.opened, zone)
