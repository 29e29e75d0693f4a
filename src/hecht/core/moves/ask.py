"""ask: somebody may know the answer to a question of the user's that stands; and what they bring in answer to it."""

from collections.abc import Iterator

from hecht.core.moves.move import Fits, Kind, Move, Reason, Situation, move_id

NEWS = 14
"""Days for which something that came up since the question was asked is news."""


def ask(situation: Situation) -> Iterator[Move]:
    """Propose to put a standing question to who may know it: what came up since it was asked first, then who knows most.

    Who was asked already, through whom it was put out, and from whom the user took often without giving are not in
    `answers`; a question for thinking along is not put to anybody by itself.
    """
    for place, fits in enumerate(situation.answers):
        tie = situation.ties.get(fits.person)
        if tie is None:
            continue
        news = fits.since <= fits.day and situation.as_of - fits.day <= NEWS
        yield _move(situation, Kind.ASK, "ask_fits", fits, (0.0 if news else 1.0, float(place)))


def bring(situation: Situation) -> Iterator[Move]:
    """Propose to tell somebody who seeks something that the user brings it."""
    for place, fits in enumerate(situation.wanted):
        if fits.person in situation.ties:
            yield _move(situation, Kind.GIVE_BACK, "my_offer", fits, (6.0, float(place)))


def _move(situation: Situation, kind: Kind, occasion: str, fits: Fits, rank: tuple[float, ...]) -> Move:
    tie = situation.ties[fits.person]
    return Move(
        id=move_id(kind, (situation.ids.get(fits.person, fits.person),), fits.key),
        kind=kind,
        people=(fits.person,),
        reason=Reason(
            occasion=occasion,
            silence=tie.silence,
            rhythm=None,
            contacts=tie.facts.active_days,
            since=fits.since,
            subject=fits.title,
            topic=fits.text,
            day=fits.day,
            seen_through=situation.seen_through,
            where="offer" if fits.offered else "",
        ),
        moment=situation.next_with(fits.person),
        rank=rank,
    )
