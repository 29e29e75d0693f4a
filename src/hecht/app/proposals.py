"""Who may be one person: what the log knows of everybody, and the pairs that are proposed from it."""

from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files

from hecht.app.people import Person, people, persons_of
from hecht.app.snapshot import nobody
from hecht.core.days import to_date
from hecht.core.identity import hashed
from hecht.core.model import OWNER
from hecht.core.names import plain, read_nicknames
from hecht.core.organisation import domain_of
from hecht.core.proposals import Known, Proposal, Reason, propose
from hecht.sql import query
from hecht.stores.said import stated
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: name, organisation, identifiers in normal form, and the days (ISO) between which they were seen."""

    person: int
    name: str
    organisation: str
    identifiers: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """Two who may be one person: `certainty` is almost, likely or perhaps; `own` says that one of them is the user.

    `caution` says that one of them wrote and hecht sees nothing that went back, as with a forged name.
    """

    id: str
    certainty: str
    a: Side
    b: Side
    reasons: tuple[Reason, ...]
    caution: bool
    own: bool


def proposals(store: Store, as_of: int) -> list[ProposalRow]:
    """Give the pairs that may be one person as seen on a day, the most certain first, without those that were declined."""
    ego = int(store.rows(query("ego"))[0][0] or 0)
    shown = people(store, as_of=as_of)
    everyone = {one.person: one for one in known_people(store, as_of, ego, shown)}
    lines = files("hecht.core").joinpath("data/nicknames.tsv").read_text(encoding="utf-8").splitlines()
    found = propose(everyone.values(), read_nicknames(lines), declined(store))
    return [_row(one, shown, everyone, ego) for one in found]


def declined(store: Store) -> set[tuple[int, int]]:
    """Give the pairs of persons (the lesser id first) of whom the user said that they are two people."""
    said = stated(store, "apart")
    person_of = persons_of(store, {key for one in said for key in (one.identifier, one.other)})
    pairs = ((person_of.get(one.identifier, 0), person_of.get(one.other, 0)) for one in said)
    return {(min(pair), max(pair)) for pair in pairs if all(pair)}


def known_people(store: Store, as_of: int, ego: int, shown: dict[int, Person]) -> list[Known]:
    """Give what the log knows of everybody up to a day, without machines, lists, and who was seen in suspect mail alone."""
    left_out = nobody(store)
    trusted = {int(person or 0) for (person,) in store.rows(query("trusted"), {"as_of": as_of})} - left_out
    names: defaultdict[int, list[tuple[tuple[int, int, int, str], str]]] = defaultdict(list)
    on_card = set()
    for person, name, rank, months, latest in store.rows(query("names"), {"person": 0}):
        names[int(person or 0)].append(((int(rank or 0), int(months or 0), int(latest or 0), str(name)), str(name)))
        if rank == _FROM_CARD:
            on_card.add(int(person or 0))
    beside: defaultdict[int, set[str]] = defaultdict(set)
    for person, text in store.rows(query("beside")):
        beside[int(person or 0)].add(str(text))
    seen = _Seen.of(store, as_of, ego)
    answered = seen.answered(ego, on_card)
    return [
        Known(
            person,
            tuple(name for _, name in sorted(names[person], reverse=True)),
            tuple(text for text in shown[person].identifiers if text != OWNER),
            tuple(sorted({plain(place) for place in (*_domains(shown[person]), shown[person].organisation) if place})),
            seen.days[person][0] if person in seen.days else None,
            seen.days[person][1] if person in seen.days else None,
            frozenset(seen.circle[person] - {ego}),
            frozenset(seen.met[person] - {ego}),
            frozenset(beside[person]),
            person in answered or not any(text.startswith(_OPEN_TO_ALL) for text in shown[person].identifiers),
        )
        for person in sorted(trusted & shown.keys())
        if names[person]
    ]


_OPEN_TO_ALL = ("mailto:", "linkedin:")
"""Where anybody can write under any name; in a chat or by telephone one is in the user's own rooms."""
_FROM_CARD = 3
"""The rank of a name from an address book in `sql/names.sql`."""


def _domains(person: Person) -> set[str]:
    return {domain_of(text) for text in person.identifiers} - {""}


@dataclass(slots=True)
class _Seen:
    """Who was seen when, and with whom; `to` are the persons that somebody wrote to or met, by who did."""

    days: dict[int, tuple[int, int]]
    circle: defaultdict[int, set[int]]
    met: defaultdict[int, set[int]]
    to: defaultdict[int, set[int]]

    @classmethod
    def of(cls, store: Store, as_of: int, ego: int) -> "_Seen":
        made = cls({}, defaultdict(set), defaultdict(set), defaultdict(set))
        for row in store.rows(query("pairs"), {"as_of": as_of}):
            a, b, first, last, sent, received, together = (int(cell or 0) for cell in row)
            for one, other, wrote in ((a, b, received), (b, a, sent)):
                before = made.days.get(one, (first, last))
                made.days[one] = min(first, before[0]), max(last, before[1])
                made.circle[one].add(other)
                if together:
                    made.met[one].add(other)
                if wrote or (together and ego in (0, other)):
                    made.to[other].add(one)
        return made

    def answered(self, ego: int, on_card: set[int]) -> set[int]:
        """Give whom the user wrote to, met or keeps a card of, and whom those wrote to; without ego whom anybody did."""
        if not ego:
            return on_card.union(*self.to.values())
        direct = on_card | self.to[ego] | {ego}
        return direct.union(*(self.to[one] for one in direct))


def _row(one: Proposal, shown: dict[int, Person], everyone: dict[int, Known], ego: int) -> ProposalRow:
    sides = [_side(shown[person], everyone[person]) for person in (one.a, one.b)]
    number = hashed("proposal", str(one.a), str(one.b))
    return ProposalRow(
        f"{number:016x}", one.band.name.lower(), sides[0], sides[1], one.reasons, one.caution, ego in (one.a, one.b)
    )


def _side(person: Person, known: Known) -> Side:
    first, last = (None if day is None else to_date(day).isoformat() for day in (known.first, known.last))
    return Side(person.id, person.name, person.organisation, known.identifiers, first, last)
