"""Asks and offers: recorded, listed, withdrawn; of the user, of somebody in the log, or of an organisation."""

from hecht.app.people import find, people, persons_of
from hecht.app.settings import now
from hecht.core.errors import EmptyAskError, NoSuchAskError, PastDayError, SeveralFoundError
from hecht.core.exchange.asks import Need, See, Wish, read, written
from hecht.stores.said import Said, state, stated, take_back
from hecht.stores.store import Store

ASK, OFFER = "ask", "offer"
KINDS = (ASK, OFFER)
NOT_DISCREET = "indiscreet"
"""The kind of statement by which the user keeps somebody out of thinking along."""


def record(
    store: Store,
    text: str,
    as_of: int,
    *,
    asked: bool,
    need: Need = Need.INFORMATION,
    see: See = See.ME,
    until: int | None = None,
    of: str = "",
    organisation: str = "",
) -> Wish:
    """Record an ask (or an offer), of the user, of somebody in the log (`of`), or of an organisation.

    Saying the same again on a day changes nothing; with another kind or date it takes the place of what was said.

    Raises:
        EmptyAskError: there are no words in it.
        PastDayError: it would stand until a day that has passed.
        NobodyFoundError, SeveralFoundError: see `app.people.find`.
    """
    if not any(letter.isalnum() for letter in text):
        raise EmptyAskError
    if until is not None and until < as_of:
        raise PastDayError
    person = find(people(store), of).id if of else 0
    kind = ASK if asked else OFFER
    value = written(text, need, see, organisation)
    said = read(value)[0]
    for one in stated(store, kind):
        if one.identifier == person and read(one.value)[0] == said and read(one.value)[3] == organisation:
            if (one.value, one.until) == (value, until):
                return _wish(one, asked=asked, person=person)
            take_back(store, one.id, now())
    moment = max(now(), 1 + max((one.seconds for one in stated(store, kind)), default=0))
    key = state(store, kind, person, moment, value=value, since=as_of, until=until)
    return _wish(Said(key, moment, person, 0, value, as_of, until), asked=asked, person=person)


def wishes(store: Store, as_of: int | None = None, *, asked: bool | None = None) -> list[Wish]:
    """Give the asks and offers that were not withdrawn, oldest first; with a day, those that stand on it.

    What was said of somebody who is no longer in the log is left out.
    """
    kinds = [kind for kind in KINDS if asked is None or asked == (kind == ASK)]
    held = [(kind, one) for kind in kinds for one in stated(store, kind)]
    person_of = persons_of(store, {one.identifier for _, one in held if one.identifier})
    found = [
        _wish(one, asked=kind == ASK, person=person_of.get(one.identifier, 0))
        for kind, one in sorted(held, key=lambda pair: (pair[1].seconds, pair[1].id))
        if not one.identifier or one.identifier in person_of
    ]
    return found if as_of is None else [one for one in found if one.stands(as_of)]


def wish(store: Store, number: str, *, asked: bool | None = None) -> Wish:
    """Give the ask or offer of an id, or of the beginning of one as long as it fits one.

    Raises:
        NoSuchAskError: nothing that was not withdrawn has it.
        SeveralFoundError: it fits several.
    """
    fits = [one for one in wishes(store, asked=asked) if number and one.id.startswith(number.lower())]
    if len(fits) > 1:
        raise SeveralFoundError("; ".join(one.id[:8] for one in fits))
    if not fits:
        raise NoSuchAskError(repr(number))
    return fits[0]


def withdraw(store: Store, number: str) -> Wish:
    """Take an ask or offer back; see `wish` for what it raises."""
    found = wish(store, number)
    take_back(store, found.key, now())
    return found


def _wish(one: Said, *, asked: bool, person: int) -> Wish:
    text, need, see, organisation = read(one.value)
    since = one.since if one.since is not None else one.seconds // 86_400
    return Wish(one.id, f"{one.id:016x}", asked, person, text, need, see, since, one.until, organisation)


def shared(store: Store, as_of: int) -> list[Wish]:
    """Give what may stand in something made for others: the user's own that stand, said to be for others, no thinking along."""
    return [one for one in wishes(store, as_of) if one.mine and one.shown_to_others]


def set_discreet(store: Store, name: str, *, yes: bool) -> None:
    """Say whether somebody is one to think along with; `no` keeps them out of such answers."""
    found = find(people(store), name)
    held = stated(store, NOT_DISCREET)
    person_of = persons_of(store, {one.identifier for one in held})
    for one in held:
        if person_of.get(one.identifier) == found.id:
            take_back(store, one.id, now())
    if not yes:
        state(store, NOT_DISCREET, found.id, now(), value="no")
