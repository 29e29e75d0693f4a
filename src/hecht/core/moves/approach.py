"""approach: somebody is seen with you in meetings, mails or on a list, and the two of you never had contact yourselves."""

from collections.abc import Iterator

from hecht.core.moves.move import CROWD, Kind, Move, Reason, Situation, move_id

OFTEN = {"meeting": 3, "mail": 3, "list": 2}
"""Days of being seen together from which one may say so."""
FRESH = 14
"""Days for which having been in the same meeting or mail, or on the same list, is an occasion."""
_NEAR = {"meeting": 0, "mail": 1, "list": 2}


def approach(situation: Situation) -> Iterator[Move]:
    """Propose a first word with people seen together often, where there is an occasion now.

    Occasions: a meeting to come with both of them, or having been in the same place in the last two weeks. Meetings
    go before mails and lists; then who is from another world than the user's usual one (an organisation where they have no
    other contact), and then who was seen most.
    """
    for person, seen in situation.seen.items():
        moment = situation.next_with(person, CROWD)
        if seen.times < OFTEN[seen.where] or (moment is None and situation.as_of - seen.last > FRESH):
            continue
        goal = situation.preferences.goal_about(seen.title)
        yield Move(
            id=move_id(Kind.APPROACH, (situation.ids.get(person, person),), seen.first),
            kind=Kind.APPROACH,
            people=(person,),
            reason=Reason(
                occasion="together",
                silence=situation.as_of - seen.last,
                rhythm=None,
                contacts=seen.times,
                since=seen.first,
                subject=seen.title,
                day=seen.last,
                seen_through=situation.seen_through,
                goal=goal,
                where=seen.where,
                opens=situation.opens.get(person, ""),
            ),
            moment=moment,
            rank=(
                0.0 if goal else 1.0,
                float(_NEAR[seen.where]),
                float(person not in situation.opens),
                -float(seen.times),
            ),
        )
