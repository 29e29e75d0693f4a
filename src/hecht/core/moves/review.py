"""review: a group came to an end and its people fell silent; keep them, or let them rest? The user judges."""

from collections.abc import Iterator

from hecht.core.moves.move import Ended, Kind, Move, Reason, Situation, move_id
from hecht.core.ties.state import State

FEWEST = 4
"""People from which it saves attention to look at them together."""
OVER = 90
"""Days after the last meeting from which a series has ended."""


def review(situation: Situation) -> Iterator[Move]:
    """Propose to look once at the people of each series of meetings that ended and with whom contact sleeps since.

    Whom the user keeps or lets rest is not asked about again; four others are needed to make it worth a look. The
    largest group stands first, and a person is in one group only.
    """
    asked: set[int] = set()
    for ended, people in sorted(_asleep(situation), key=lambda one: (-len(one[1]), one[0].key)):
        left = tuple(person for person in people if person not in asked)
        if len(left) < FEWEST:
            continue
        asked |= set(left)
        latest = max(situation.ties[person].facts.last for person in left)
        yield Move(
            id=move_id(Kind.REVIEW, (), ended.key),
            kind=Kind.REVIEW,
            people=left,
            reason=Reason(
                occasion="ended",
                silence=situation.as_of - latest,
                rhythm=None,
                contacts=len(left),
                since=latest,
                subject=ended.title,
                day=ended.last,
                seen_through=situation.seen_through,
            ),
            moment=None,
            rank=(-float(len(left)), float(ended.last)),
        )


def _asleep(situation: Situation) -> Iterator[tuple[Ended, list[int]]]:
    judged = situation.kept | situation.resting
    for ended in situation.ended:
        if situation.as_of - ended.last < OVER or any(meeting.title == ended.title for meeting in situation.agenda):
            continue
        dormant = [
            person
            for person in ended.people
            if person not in judged and (tie := situation.ties.get(person)) and tie.state is State.DORMANT
        ]
        yield ended, dormant
