"""Ties as rows: those of the user, or of every pair in the log."""

from dataclasses import dataclass

from hecht.app.people import Person, people
from hecht.app.snapshot import Snapshot, ego_of, facts_of, seen_through, take, whole
from hecht.core.days import to_date
from hecht.core.errors import NoEgoError
from hecht.core.ties.tie import Tie, assess
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie as it is shown and exported: dates are ISO, chances and shares 0-1, the rest in days or counts."""

    ego: int
    alter: int
    name: str
    organisation: str
    first: str
    last: str
    silence_days: int
    active_days: int
    sent: int
    received: int
    reciprocity: float | None
    rhythm_days: float | None
    strength: float
    warmth: float | None
    task_amount: float
    relation_amount: float
    relation_share: float | None
    p_contact_30: float | None
    p_contact_90: float | None
    p_contact_180: float | None
    state: str
    layer: int | None
    one_to_one: int
    channels: tuple[str, ...]
    seen_through: tuple[str, ...]


def ties(store: Store, as_of: int, *, every: bool = False, snapshot: Snapshot | None = None) -> list[TieRow]:
    """Give the user's ties, strongest first; with `every` (or in a log without ego) those of every pair."""
    through = seen_through(store)
    known = people(store)
    if not (every or whole(store)):
        shot = snapshot or take(store, as_of)
        found = list(shot.ties.values())
    else:
        found = every_tie(store, as_of)
    rows = [tie_row(tie, known, through) for tie in found if not known[tie.alter].automatic]
    return sorted(rows, key=lambda row: (-row.strength, -row.active_days, row.ego, row.alter))


def every_tie(store: Store, as_of: int) -> list[Tie]:
    """Give the tie of every pair; chances only in a log of a whole network, else only for the user's own."""
    if whole(store):
        return assess(facts_of(store, as_of, 0), as_of, whole=True)
    facts = facts_of(store, as_of, 0)
    try:
        ego = ego_of(store)
    except NoEgoError:
        ego = 0
    among = [fact for fact in facts if ego not in (fact.a, fact.b)]
    own = list(take(store, as_of).ties.values()) if ego else []
    return own + assess(among, as_of, chances=False)


def tie_row(tie: Tie, known: dict[int, Person], through: tuple[str, ...]) -> TieRow:
    """Give a tie as a row."""
    fact = tie.facts
    chance = tie.p_contact or (None, None, None)
    return TieRow(
        ego=tie.ego,
        alter=tie.alter,
        name=known[tie.alter].name,
        organisation=known[tie.alter].organisation,
        first=to_date(fact.first).isoformat(),
        last=to_date(fact.last).isoformat(),
        silence_days=tie.silence,
        active_days=fact.active_days,
        sent=fact.sent,
        received=fact.received,
        reciprocity=_rounded(tie.reciprocity),
        rhythm_days=_rounded(tie.rhythm, 1),
        strength=round(tie.strength, 3),
        warmth=_rounded(tie.warmth),
        task_amount=(100 * fact.known - fact.relation) / 100,
        relation_amount=fact.relation / 100,
        relation_share=_rounded(tie.relation_share),
        p_contact_30=_rounded(chance[0], 4),
        p_contact_90=_rounded(chance[1], 4),
        p_contact_180=_rounded(chance[2], 4),
        state=tie.state,
        layer=tie.layer,
        one_to_one=tie.one_to_one,
        channels=tie.channels,
        seen_through=through,
    )


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)
