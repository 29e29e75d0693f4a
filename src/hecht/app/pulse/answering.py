"""Answering a round: all that the process does that people reach by their links. It knows the file of the round alone, never the log."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration import links
from hecht.core.collaboration.pulse import Answers, Mode, checked, counted
from hecht.core.collaboration.release import FEWEST, Release, low_response, release
from hecht.core.errors import AnsweredError, BadAnswerError, BadLinkError, NotAgreedError, RoundClosedError
from hecht.stores.round import Counts, Head, RoundFile, Seat


class Slip(NamedTuple):
    """The receipt of an anonymous answer: a number drawn by lot, the answers, and the signature over both."""

    number: str
    answers: Answers
    signature: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of a round that closed.

    By name `answers` holds what each seat answered, and `answered` and `invited` count them. Of an anonymous round only
    `released` is there. `caution` says that fewer than 80 % answered; None when an anonymous round let nothing out.
    """

    head: Head
    seats: tuple[Seat, ...]
    answers: dict[int, Answers]
    invited: int
    answered: int | None
    caution: bool | None
    released: Release | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A round as one person sees it who opens their link.

    `seat` is who they are (by name), `mine` what they answered before (by name; in an anonymous round their own device
    remembers that), `used` says that their link was used, `outcome` is there once the round is closed.
    """

    head: Head
    seats: tuple[Seat, ...]
    seat: int | None
    mine: Answers | None
    used: bool
    outcome: Outcome | None


def settle(file: RoundFile, now: int) -> Head:
    """Close a round whose time has come, and give what it is."""
    head = file.head()
    return shut(file, min(now, head.closes)) if head.closed is None and now >= head.closes else head


def shut(file: RoundFile, now: int) -> Head:
    """Close a round. What an anonymous one lets out is made here, once; its counts are gone then."""
    with file.writing():
        head = file.head()
        if head.closed is None:
            released = None
            if head.mode is Mode.ANONYMOUS:
                held = file.counts()
                released = release(held.tally, len(held.used), len(file.seats()))
            file.shut(now, released)
    file.pack()
    return file.head()


def open_link(file: RoundFile, token: str, now: int) -> Opened:
    """Give a round to who has a link of it.

    Raises:
        BadLinkError: the link was not signed for this round, or its seat is no longer there.
    """
    head = settle(file, now)
    payload = _payload(head, token)
    seats = file.seats()
    outcome = outcome_of(file, head) if head.closed is not None else None
    if head.mode is Mode.NAMED:
        own = _seat(payload, seats)
        given = file.answers().get(own)
        return Opened(head, seats, own, given.answers if given else None, given is not None, outcome)
    used = links.used_mark(payload) in file.counts().used
    return Opened(head, seats, None, None, used, outcome)


def answer(
    file: RoundFile,
    token: str,
    given: object,
    now: int,
    *,
    agreed: bool = False,
    slip: Slip | None = None,
    seconds: int | None = None,
) -> Slip | None:
    """Take an answer in, in the place of what the same person answered before; an empty one takes that back.

    Args:
        file: the round.
        token: the link of who answers.
        given: the answers, as they came in.
        now: the present in unix seconds.
        agreed: that the others may see them; by name nothing is kept without it.
        slip: the receipt of the earlier answer; an anonymous one cannot be changed without it.
        seconds: when it was given (by default now). What is older than what is held changes nothing.

    Returns:
        the receipt of an anonymous answer; None by name.

    Raises:
        BadLinkError: the link was not signed for this round.
        RoundClosedError: it is closed.
        NotAgreedError: by name, and they did not agree.
        AnsweredError: anonymous, the link was used, and the receipt is not the one that holds.
        BadAnswerError: these are not answers to the questions, or there is nothing to take back.
    """
    head = settle(file, now)
    payload = _payload(head, token)
    if head.closed is not None:
        raise RoundClosedError
    if head.mode is Mode.NAMED:
        _by_name(file, head, payload, given, min(seconds or now, now), agreed=agreed)
        return None
    found = checked(head.questions, (), None, given)
    made = _anonymous(file, head, payload, found, slip)
    file.pack()
    return made


def _by_name(file: RoundFile, head: Head, payload: bytes, given: object, seconds: int, *, agreed: bool) -> None:
    with file.writing():
        _still_open(file)
        seats = file.seats()
        own = _seat(payload, seats)
        found = checked(head.questions, [one.number for one in seats if one.name], own, given)
        held = file.answers().get(own)
        if found and not agreed:
            raise NotAgreedError
        if not found and held is None:
            raise BadAnswerError
        if held is not None and seconds < held.seconds:
            return
        if found:
            file.put(own, found, seconds)
        else:
            file.remove_answer(own)


def _anonymous(file: RoundFile, head: Head, payload: bytes, found: Answers, slip: Slip | None) -> Slip | None:
    used = links.used_mark(payload)
    with file.writing():
        _still_open(file)
        held = file.counts()
        tally, slips = held.tally, held.slips
        if used in held.used:
            if slip is None or links.slip_mark(slip.number) not in slips:
                raise AnsweredError
            if not links.slip_holds(head.key, head.id, slip.number, slip.answers, slip.signature):
                raise AnsweredError
            tally = counted(tally, slip.answers, -1)
            slips -= {links.slip_mark(slip.number)}
            if not found:
                file.count(Counts(tally, held.used - {used}, slips))
                return None
        elif not found:
            raise BadAnswerError
        number = secrets.token_urlsafe(16)
        file.count(Counts(counted(tally, found), held.used | {used}, slips | {links.slip_mark(number)}))
    return Slip(number, found, links.slip(head.key, head.id, number, found))


def slip_of(given: object) -> Slip | None:
    """Give a slip of what came in, or None when it has not the shape of one."""
    if not isinstance(given, Mapping):
        return None
    number, answers, signature = (given.get(one) for one in Slip._fields)
    if not isinstance(number, str) or not isinstance(signature, str) or not isinstance(answers, dict):
        return None
    if not (number + signature).isascii():
        return None
    plain = all(isinstance(one, str) and type(value) in (int, str) for one, value in answers.items())
    return Slip(number, answers, signature) if plain else None


def outcome_of(file: RoundFile, head: Head) -> Outcome:
    """Give what came out of a round that is closed."""
    seats = file.seats()
    if head.mode is Mode.ANONYMOUS:
        released = file.released()
        return Outcome(head, seats, {}, len(seats), None, released.caution if released else None, released)
    answers = {seat: one.answers for seat, one in file.answers().items()}
    caution = low_response(len(answers), len(seats))
    return Outcome(head, seats, answers, len(seats), len(answers), caution, None)


def enough(file: RoundFile) -> bool:
    """Say whether five people answered an anonymous round that is open; more than that is not told."""
    return len(file.counts().used) >= FEWEST


def _still_open(file: RoundFile) -> None:
    if file.head().closed is not None:
        raise RoundClosedError


def _payload(head: Head, token: str) -> bytes:
    payload = links.payload_of(head.key, head.id, token)
    if payload is None:
        raise BadLinkError
    return payload


def _seat(payload: bytes, seats: tuple[Seat, ...]) -> int:
    own = [one.number for one in seats if one.name and str(one.number).encode() == payload]
    if not own:
        raise BadLinkError
    return own[0]
