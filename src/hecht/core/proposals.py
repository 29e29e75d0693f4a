"""Who may be one person: pairs that are proposed to the user, with the reasons and how certain they are; nothing merges.

A pair is weighed by how many people in this very log would bear such a name by chance. "Jan de Vries" at two firms says
little, "Wietske Hoekzema" says nearly everything; two at one firm are rarely namesakes. This is the weighing of
agreements by their rarity of Fellegi and Sunter (1969), A theory for record linkage, JASA 64, with the frequencies taken
from the log itself. Pairs are looked for within blocks, and in a sorted neighbourhood where a block is large (Hernández
and Stolfo 1995), so the work grows with the number of people and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from hecht.core.likeness import Agreement, Frequencies, agreement
from hecht.core.names import Name, Nicknames, parse, plain

LARGEST = 60
"""People in a block up to which every pair is looked at."""
NEIGHBOURS = 20
"""Neighbours that are looked at in the order of names where a block is larger."""
_NAMES = 4
"""Names and addresses of one person that are compared, the most used first."""
_LOCAL = 6
"""Letters from which the part of an address before the @ says something."""
_SHARED = 3
"""People up to whom a telephone or mailbox in common says something."""
_ENOUGH = 5
"""People in a circle from which having nobody in common says something."""
_PARALLEL = 120
"""Days in which two work addresses are used side by side, from which it speaks against one person."""
_BEFORE, _AFTER = 60, 200
"""Days of overlap and of gap within which one address follows another as when somebody changes employer."""
# How much each thing multiplies the odds. Set by hand with the address books of hecht.testing, rounded, and checked on
# books with another seed: `python -m bench.people`.
_AGAIN, _AGAIN_HERE = 0.3, 0.05
_DEPENDENT = 2.0
"""Given names and surnames go together (Frisian, Turkish, English), so more people share both than chance would have."""
_SIDE_BY_SIDE, _FOLLOWED, _NOBODY_SHARED, _MET, _UNANSWERED = 0.25, 4.0, 0.5, 0.05, 0.5
_KEPT, _COMPANION, _COMPANIONS = 0.25, 20.0, 100.0
"""How much of a circle people keep; and how much one, and all, of the contacts in common may multiply the odds."""
_SAME_NUMBER, _SAME_LOCAL, _SAME_ODD_LOCAL = 50.0, 1.5, 15.0


class Band(IntEnum):
    """How certain a proposal is; the odds from which are in `BANDS`."""

    ALMOST = 1
    LIKELY = 2
    PERHAPS = 3


BANDS = {Band.ALMOST: 20.0, Band.LIKELY: 3.0, Band.PERHAPS: 0.8}


class Reason(NamedTuple):
    """One thing that speaks for (or, with `against`, against) a pair; `said` are words to quote, `number` a count or days.

    Kinds: same_name, initials, nickname, slip, surname_added (names); same_organisation, shared_contacts, followed,
    same_address_name, shared_number; namesakes, side_by_side, no_shared_contacts, met (against); unanswered (caution).
    """

    kind: str
    said: tuple[str, ...] = ()
    number: int = 0
    against: bool = False


class Known(NamedTuple):
    """One person as the log knows them so far.

    `names` come most used first; `organisations` are domains and names of organisations; `first` and `last` are the
    days between which the person was seen (None: on cards alone); `circle` are the persons they had contact with,
    without the user, `met` those they were in a meeting or chat with; `beside` are identifiers on their cards that
    belong to nobody in particular; `answered` says that somebody wrote to them, met them, or keeps a card of them.
    """

    person: int
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    organisations: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    circle: frozenset[int] = frozenset()
    met: frozenset[int] = frozenset()
    beside: frozenset[str] = frozenset()
    answered: bool = True


class Proposal(NamedTuple):
    """Two persons who may be one, `a` < `b`: how certain, for how many to one, and why.

    `caution` says that one of them only ever wrote, and nobody wrote back: that is also what a forged name looks like.
    """

    a: int
    b: int
    band: Band
    odds: float
    reasons: tuple[Reason, ...]
    caution: bool = False


def propose(
    everyone: Iterable[Known], nicknames: Nicknames, apart: Collection[tuple[int, int]] = frozenset()
) -> list[Proposal]:
    """Give the pairs that may be one person, the most certain first.

    Args:
        everyone: the persons of the log; machines and lists are to be left out, and so are addresses of which only
            mail was seen whose sender could not be trusted.
        nicknames: given names that stand for each other.
        apart: pairs (the lesser id first) of which the user said that they are two people.
    """
    people = sorted((one for one in everyone if one.names), key=lambda one: one.person)
    named = [_names(one) for one in people]
    crowd = _Crowd(
        Frequencies.of((names[0] for names in named if names), nicknames),
        Counter(place for one in people for place in set(one.organisations)),
        Counter(number for one in people for number in one.beside),
        Counter(who for one in people for who in one.circle),
        sum(len(one.circle) for one in people),
    )
    found = []
    for one, other in _candidates(people, named, nicknames):
        a, b = people[one], people[other]
        if (a.person, b.person) in apart:
            continue
        alike = _best(named[one], named[other], crowd.names)
        weighed = _weigh(a, b, alike, crowd) if alike else None
        if weighed and weighed.odds >= BANDS[Band.PERHAPS]:
            found.append(weighed)
    return sorted(_divided(found), key=lambda pair: (pair.band, -pair.odds, pair.a, pair.b))


def _names(one: Known) -> list[Name]:
    """Take apart the names of a person; an address such as jan.bakker@ completes "J. Bakker"."""
    names = [name for written in one.names[:_NAMES] if (name := parse(written)).whole]
    for identifier in one.identifiers[:_NAMES]:
        local = identifier.partition(":")[2].partition("@")[0].rstrip("0123456789")
        if identifier.startswith("mailto:") and "." in local:
            found = parse(local.replace(".", " "))
            if found.given and any(_completes(found, name) for name in names):
                names.append(found._replace(surnames=names[0].surnames))
    return sorted(dict.fromkeys(names), key=lambda name: not name.given)


def _completes(found: Name, name: Name) -> bool:
    joined = "".join((*found.particles, *found.surnames))
    return (
        not name.given and name.initials[0] == found.given[0][0] and any(joined.endswith(own) for own in name.surnames)
    )


def _best(some: Sequence[Name], others: Sequence[Name], known: Frequencies) -> Agreement | None:
    best = None
    for one in some:
        for other in others:
            alike = agreement(one, other, known)
            if alike and (best is None or alike.weight > best.weight):
                best = alike
    return best


def _candidates(
    people: Sequence[Known], named: Sequence[Sequence[Name]], nicknames: Nicknames
) -> Iterator[tuple[int, int]]:
    """Give pairs (places in the list) that share a block: each pair once, in order."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (one, names) in enumerate(zip(people, named, strict=True)):
        for key in {key for name in names for key in _keys(name, one, nicknames)}:
            blocks[key].append(place)
        if names:
            for number in one.beside:
                blocks["beside", number].append(place)
    order = {place: (names[0].given, names[0].initials) if names else ((), "") for place, names in enumerate(named)}
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= LARGEST:
            pairs.update(combinations(block, 2))
        else:
            block.sort(key=order.__getitem__)
            for start, first in enumerate(block):
                near = block[start + 1 : start + 1 + NEIGHBOURS]
                pairs.update((min(first, second), max(first, second)) for second in near)
    return iter(sorted(pairs))


def _keys(name: Name, one: Known, nicknames: Nicknames) -> Iterator[tuple[str, ...]]:
    """Give the blocks of a name: surname with first letter, and pieces of the surname for a slip of the pen."""
    letters = {name.initials[0]} | {form[0] for given in name.given[:1] for form in nicknames.get(given, ())}
    for surname in name.surnames:
        for letter in letters:
            yield "name", surname, letter
        yield "begin", surname[:4], name.initials[0]
        yield "end", surname[-4:], name.initials[0]
        yield "given", surname, "".join(name.given)[-3:]
    if name.given:
        for place in one.organisations:
            yield "place", place, name.given[0]


class _Crowd(NamedTuple):
    """What is counted over everybody: names, people by organisation, by shared number, and by circle they are in."""

    names: Frequencies
    places: Counter[str]
    numbers: Counter[str]
    circles: Counter[int]
    ties: int


def _weigh(a: Known, b: Known, alike: Agreement, crowd: _Crowd) -> Proposal | None:
    """Weigh a pair whose names agree: the odds that it is one person, with the reasons."""
    shared = [place for place in a.organisations if place in b.organisations]
    place = min(shared, key=lambda one: (crowd.places[one], one), default="")
    everyone = crowd.places[place] if place else crowd.names.people
    odds = (_AGAIN_HERE if place else _AGAIN) * alike.likely / (everyone * alike.chance * _DEPENDENT)
    reasons = [Reason(kind, (a.names[0], b.names[0])) for kind in alike.kinds]
    if place:
        reasons.append(Reason("same_organisation", (place,)))
    for times, reason in (
        _time(a, b, place),
        _circle(a, b, place, crowd),
        _number(a, b, crowd.numbers),
        _local(a, b),
    ):
        odds *= times
        if reason:
            reasons.append(reason)
    namesakes = round(everyone * alike.chance)
    if namesakes:
        reasons.append(Reason("namesakes", (a.names[0],), namesakes, against=True))
    unanswered = next((one for one in (a, b) if not one.answered), None)
    if unanswered:
        odds *= _UNANSWERED
        reasons.append(Reason("unanswered", (unanswered.identifiers[0],), against=True))
    return Proposal(a.person, b.person, Band.PERHAPS, odds, tuple(reasons), unanswered is not None)


def _time(a: Known, b: Known, place: str) -> tuple[float, Reason | None]:
    """Weigh when both were seen: one after the other as with a new employer, or side by side at two of them."""
    if place or a.first is None or b.first is None or a.last is None or b.last is None:
        return 1.0, None
    overlap = min(a.last, b.last) - max(a.first, b.first)
    nested = (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    if a.organisations and b.organisations:
        if -_AFTER <= overlap <= _BEFORE and not nested:
            return _FOLLOWED, Reason("followed", number=max(a.first, b.first))
        if overlap > _PARALLEL:
            return _SIDE_BY_SIDE, Reason("side_by_side", number=overlap, against=True)
    return 1.0, None


def _circle(a: Known, b: Known, place: str, crowd: _Crowd) -> tuple[float, Reason | None]:
    """Weigh whom both had contact with; somebody whom everybody knows says little, and colleagues share many anyway."""
    if b.person in a.met or a.person in b.met:
        return _MET, Reason("met", against=True)
    common = a.circle & b.circle
    if not common:
        enough = min(len(a.circle), len(b.circle)) >= _ENOUGH
        return (_NOBODY_SHARED, Reason("no_shared_contacts", against=True)) if enough else (1.0, None)
    fewer = min(len(a.circle), len(b.circle))
    times = 1.0
    for who in common:
        times *= min(max(_KEPT * crowd.ties / (fewer * crowd.circles[who]), 1.0), _COMPANION)
    times = min(times, _COMPANIONS)
    return (sqrt(times) if place else times), Reason("shared_contacts", number=len(common))


def _number(a: Known, b: Known, numbers: Counter[str]) -> tuple[float, Reason | None]:
    """Weigh a telephone or mailbox that is on cards of both and of few others."""
    shared = sorted(number for number in a.beside & b.beside if numbers[number] <= _SHARED)
    return (_SAME_NUMBER, Reason("shared_number", (shared[0],))) if shared else (1.0, None)


def _local(a: Known, b: Known) -> tuple[float, Reason | None]:
    """Weigh the same word before the @ of two addresses; one that is not made of the name says most."""
    locals_ = [
        {one.partition(":")[2].partition("@")[0] for one in who.identifiers if one.startswith("mailto:")}
        for who in (a, b)
    ]
    for local in sorted(locals_[0] & locals_[1], key=len, reverse=True):
        letters = plain("".join(letter for letter in local if letter.isalpha()))
        if len(letters) >= _LOCAL:
            ordinary = any(surname in letters for written in a.names for surname in parse(written).surnames)
            return (_SAME_LOCAL if ordinary else _SAME_ODD_LOCAL), Reason("same_address_name", (local,))
    return 1.0, None


def _divided(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Divide the odds of a person among those who are each other's rivals, and give each pair that is left its band."""
    pairs = {(one.a, one.b) for one in found}
    beside: defaultdict[int, list[Proposal]] = defaultdict(list)
    for one in found:
        beside[one.a].append(one)
        beside[one.b].append(one)
    for one in found:
        rivals = 0.0
        for mine, others in ((one.a, one.b), (one.b, one.a)):
            for rival in beside[mine]:
                third = rival.b if rival.a == mine else rival.a
                if third != others and (min(third, others), max(third, others)) not in pairs:
                    rivals += rival.odds
        odds = one.odds / (1 + rivals)
        band = next((band for band, least in BANDS.items() if odds >= least), None)
        if band is not None:
            yield one._replace(band=Band.PERHAPS if _weak(one) else band, odds=odds)


def _weak(one: Proposal) -> bool:
    """Say whether a pair is never more than perhaps one person: nobody answered, they met, or they look like namesakes."""
    kinds = {reason.kind for reason in one.reasons}
    return bool(kinds & {"unanswered", "met"}) or ("side_by_side" in kinds and "shared_contacts" not in kinds)
