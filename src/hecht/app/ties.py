"""Ties as rows: those of the user, or of every pair in the log."""

from dataclasses import dataclass

from hecht.app.outlook import whole_outlook
from hecht.app.people import Person, people
from hecht.app.snapshot import counts_of, ego_of, facts_of_all, nobody, seen_through, take, whole
from hecht.core.days import to_date
from hecht.core.errors import EmptyLogError, NoEgoError, WholeNetworkError
from hecht.core.ties.attention import Attention, attention
from hecht.core.ties.tie import Counts, Tie, assess
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie as it is shown and exported: dates are ISO, chances and shares 0-1, the rest in days or counts.

    `stated`: the layer is the one that the user said.
    """

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
    stated: bool = False


def ties(store: Store, as_of: int, *, every: bool = False) -> list[TieRow]:
    """Give the user's ties, strongest first; with `every` (or in a log without ego) those of every pair."""
    through, known, network = seen_through(store, as_of), people(store, as_of=as_of), whole(store)
    all_pairs = every or network
    own = _ego_or_none(store) if all_pairs else ego_of(store)
    found = every_tie(store, as_of) if all_pairs else list(take(store, as_of).ties.values())
    counts = counts_of(store, as_of, 0 if all_pairs else own)
    rows = [tie_row(tie, _counts(tie, counts), known, through, chances=network or tie.ego == own) for tie in found]
    return sorted(rows, key=lambda row: (-row.strength, -row.active_days, row.ego, row.alter))


def _ego_or_none(store: Store) -> int:
    try:
        return ego_of(store)
    except (NoEgoError, WholeNetworkError, EmptyLogError):
        return 0


def _counts(tie: Tie, counts: dict[tuple[int, int], Counts]) -> Counts:
    found = counts.get((tie.ego, tie.alter))
    return found or counts[tie.alter, tie.ego].seen_by(tie.ego)


def every_tie(store: Store, as_of: int) -> list[Tie]:
    """Give the tie of every pair: in one person's log their own ties first, then those among others."""
    facts = facts_of_all(store, as_of)
    if whole(store):
        return assess(facts, as_of, whole=True, outlook=whole_outlook(store, as_of, nobody(store)))
    ego = _ego_or_none(store)
    among = [fact for fact in facts if ego not in (fact.a, fact.b)]
    own = list(take(store, as_of).ties.values()) if ego else []
    return own + assess(among, as_of, whole=True)


def attention_of(store: Store, as_of: int) -> Attention:
    """Give how the user's contact of the last quarter was spread over people and layers."""
    shot = take(store, as_of)
    return attention(shot.ties.values(), shot.days, as_of)


def tie_row(tie: Tie, counts: Counts, known: dict[int, Person], through: tuple[str, ...], *, chances: bool) -> TieRow:
    """Give a tie as a row; `chances` only where the log can see the tie whole, not among others in one's own log."""
    fact = tie.facts
    chance = tie.p_contact if chances else (None, None, None)
    return TieRow(
        ego=tie.ego,
        alter=tie.alter,
        name=known[tie.alter].name,
        organisation=known[tie.alter].organisation,
        first=to_date(fact.first).isoformat(),
        last=to_date(fact.last).isoformat(),
        silence_days=tie.silence,
        active_days=fact.active_days,
        sent=counts.sent,
        received=counts.received,
        reciprocity=_rounded(counts.reciprocity),
        rhythm_days=_rounded(tie.rhythm, 1),
        strength=round(tie.strength, 3),
        warmth=_rounded(counts.warmth(fact.weight)),
        task_amount=(100 * counts.known - counts.relation) / 100,
        relation_amount=counts.relation / 100,
        relation_share=_rounded(counts.relation_share),
        p_contact_30=_rounded(chance[0], 4),
        p_contact_90=_rounded(chance[1], 4),
        p_contact_180=_rounded(chance[2], 4),
        state=tie.state,
        layer=tie.layer,
        one_to_one=counts.direct,
        channels=counts.channels,
        seen_through=through,
        stated=tie.stated,
    )


def _rounded(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)
