"""wake: somebody you had much contact with sleeps, and something came up that the two of you share."""

from collections.abc import Iterator

from hecht.core.moves.move import Change, Kind, Move, Situation, Topic, move_id
from hecht.core.moves.reason import reason_for
from hecht.core.ties.state import State

FEWEST = 5
"""Contact days from which one may speak of an old acquaintance."""


def wake(situation: Situation) -> Iterator[Move]:
    """Propose to take up a dormant tie again, where there is an occasion.

    Occasions, the strongest first: a topic of the last two weeks that the two shared before; a topic they shared that
    fits a goal of the user's; an address or position that is new; a meeting to come. Among equals who
    opens an organisation where the user has no other contact now stands first, and then the chance of contact within 90
    days decides (`core.ties.contact`), which tells sleepers apart best of what one mailbox shows. With how many people
    they alone are seen in contact is said and orders nothing: one mailbox sees a small part of what others have.
    Silence alone is no occasion, however long.
    """
    for person, tie in situation.ties.items():
        if tie.state is not State.DORMANT or tie.facts.active_days < FEWEST:
            continue
        topic, change, moment = situation.topics.get(person), situation.changes.get(person), situation.next_with(person)
        found = _occasion(topic, change, met=moment is not None)
        if found is None:
            continue
        order, occasion, began = found
        yield Move(
            id=move_id(Kind.WAKE, (situation.ids.get(person, person),), began or tie.facts.last),
            kind=Kind.WAKE,
            people=(person,),
            reason=reason_for(
                situation,
                tie,
                occasion,
                subject=topic.subject if topic else "",
                day=change.day if change and occasion == "changed" else topic.day if topic else 0,
                topic=topic.recent if topic else "",
                goal=topic.goal if topic else "",
                organisation=change.organisation if change else "",
                ever=True,
                opens=situation.opens.get(person, ""),
                alone=situation.alone.get(person, 0),
            ),
            moment=moment,
            rank=(float(order), float(person not in situation.opens), -tie.likely),
        )


def _occasion(topic: Topic | None, change: Change | None, *, met: bool) -> tuple[int, str, int] | None:
    """Give the order of the best occasion, its name, and the day that tells it from a next one (0: the tie's last)."""
    if topic and topic.recent:
        return 0, "topic", 0
    if topic and topic.goal:
        return 1, "goal", 0
    if change:
        return 2, "changed", change.day
    return (3, "meeting", 0) if met else None
