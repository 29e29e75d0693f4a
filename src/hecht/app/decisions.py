"""What the user decides of moves: recorded, taken back, and read again when a week is planned."""

from collections.abc import Mapping, Sequence

from hecht.app.people import find, people
from hecht.app.settings import now
from hecht.core.errors import NoSuchMoveError, OtherVerdictError, SeveralFoundError
from hecht.core.moves.because import parse
from hecht.core.moves.move import Kind, Move
from hecht.core.moves.plan import Decision
from hecht.sql import query
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store

RESTS = {"later": 7, "done": 14}
"""Days for which a move rests after a verdict; somebody to whom something was done is left alone altogether."""
JUDGED = ("keep", "rest")
"""Verdicts on a group of people to review, also the kinds of statement they become."""


def decisions(store: Store) -> dict[str, Decision]:
    """Give the last decision on each move that was not undone."""
    found: dict[str, Decision] = {}
    for move, person, _, verdict, until, kind, _ in store.rows(query("decisions")):
        day = int(until or 0) - RESTS.get(str(verdict), 0)
        found[str(move)] = Decision(str(move), int(person or 0), str(verdict), int(until or 0), str(kind), day)
    return {move: decision for move, decision in found.items() if decision.verdict != "undo"}


def decide(
    store: Store,
    offered: Mapping[str, Move],
    move: str,
    verdict: str,
    as_of: int,
    because: str = "",
    but: Sequence[str] = (),
) -> Move | None:
    """Record what the user decides of a move.

    Args:
        store: the log.
        offered: the moves that are proposed now, by id.
        move: an id, or the beginning of one as long as it fits one.
        verdict: `done`, `later` (a week), `never`, for people to review `keep` or `rest`, or `undo` of what was
            decided before.
        as_of: the day of deciding.
        because: why, in one of the words of `core.moves.because` or in the user's own.
        but: of people to review, those to whom the other of `keep` and `rest` applies.

    Returns:
        The move, or None when it was undone and is no longer proposed.

    Raises:
        NoSuchMoveError: no move that is proposed, or no earlier decision to undo, has that id.
        OtherVerdictError: this verdict is not for this kind of move.
    """
    before = {
        str(one): (int(identifier or 0), str(kind))
        for one, _, identifier, _, _, kind, _ in store.rows(query("decisions"))
    }
    known = before.keys() if verdict == "undo" else offered.keys()
    fits = [one for one in known if one.startswith(move.lower())]
    if len(fits) > 1 and move:
        raise SeveralFoundError("; ".join(one[:8] for one in fits))
    if len(fits) != 1 or not move:
        raise NoSuchMoveError(repr(move))
    chosen = offered.get(fits[0])
    identifier, kind = before[fits[0]] if chosen is None else (_subject(chosen), str(chosen.kind))
    if verdict != "undo" and (verdict in JUDGED) != (kind == Kind.REVIEW) and verdict not in ("later", "never"):
        raise OtherVerdictError(verdict)
    latest = store.rows(query("last_decision"), {"move": fits[0]})
    seconds = max(now(), int(latest[0][0] or 0) + 1)
    if kind == Kind.REVIEW:
        _judge(store, chosen, fits[0], verdict, as_of, seconds, but)
    store.write(
        "INSERT INTO decision (log, move, seconds, identifier, until, kind, verdict, because)"
        " VALUES (:log, :move, :seconds, :identifier, :until, :kind, :verdict, :because)",
        [
            {
                "move": fits[0],
                "seconds": seconds,
                "identifier": identifier,
                "until": as_of + RESTS.get(verdict, 0),
                "kind": kind,
                "verdict": verdict,
                "because": str(parse(because)),
            }
        ],
    )
    return chosen


def _subject(move: Move) -> int:
    """Give the identifier on which a decision hangs: that of the person, none where the move is about a group."""
    return move.people[0] if move.kind is not Kind.REVIEW else 0


def _judge(
    store: Store, move: Move | None, number: str, verdict: str, as_of: int, seconds: int, but: Sequence[str]
) -> None:
    """Keep or let rest everybody of a group, or take that back; `number` is the move's id, by which it is found again."""
    if verdict == "undo":
        for kind in JUDGED:
            for one in stated(store, kind):
                if one.value == number:
                    take_back(store, one.id, seconds)
    if verdict not in JUDGED or move is None:
        return
    group = people(store, move.people)
    others = {find(group, name).id for name in but}
    other = JUDGED[1 - JUDGED.index(verdict)]
    for person in move.people:
        state(store, other if person in others else verdict, person, seconds, value=number, since=as_of)
