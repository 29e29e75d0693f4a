"""Between the log and a round: whom it goes to, where its file lies, and taking what it tells into a collaboration."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_path

from hecht.app import settings
from hecht.app.collaboration import keeping
from hecht.app.people import people
from hecht.app.pulse.answering import Outcome
from hecht.app.pulse.results import last_told, meanings, reported, told_of_contact
from hecht.app.pulse.rounds import FOLDER, Invited, folder_of
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.pulse import Kind
from hecht.core.identity import key_of
from hecht.stores.records import New
from hecht.stores.store import Store

_FILE = "sqlite:///"


class Group(NamedTuple):
    """The people of a collaboration as a round goes to them: its id, its name, and each of them."""

    whole: str
    name: str
    people: tuple[Invited, ...]


def folder(where: str | Path | None = None) -> Path:
    """Give the folder of the rounds that belong to a log, by `--db` or `HECHT_DB`; the log is not opened."""
    url = settings.address_of(where)
    if url.startswith(_FILE):
        return folder_of(url.removeprefix(_FILE))
    return user_data_path("hecht", appauthor=False) / FOLDER


def beside(store: Store) -> Path:
    """Give the folder of the rounds that belong to an open log."""
    name = store.engine.url.database
    return folder_of(name) if store.engine.dialect.name == "sqlite" and name else folder("postgresql://")


def group(store: Store, name: str, as_of: int, without: Sequence[str] = ()) -> Group:
    """Give who takes part in a collaboration on a day, the user among them.

    Args:
        store: the log.
        name: (part of) its name.
        as_of: the day.
        without: people who are left out, by (part of) a name.
    """
    of = keeping.collaboration(store, name)
    left_out = {keeping.somebody(store, one).id for one in without}
    sitting = {person: party for person, party in of.sitting(as_of).items() if person not in left_out}
    known = people(store, sorted(sitting)) if sitting else {}
    invited = (
        Invited(known[person].name, party, known[person].identifiers)
        for person, party in sitting.items()
        if person in known
    )
    return Group(f"{of.id:016x}", of.name, tuple(invited))


class Taken(NamedTuple):
    """What was taken into a collaboration: how many people told of contact with somebody or nobody, and of which term what it means."""

    told: int
    term: str


def take(store: Store, outcome: Outcome) -> Taken:
    """Record in the collaboration of a round who told of contact with whom, and put its term on the word list.

    What a party understands by the term is kept where the round was by name and the party said nothing of it before.

    The day of such contact is not known, only that it lay in the month before closing; it is kept as the first day of
    that month, so that nothing is said to be more recent than it may be. Who answered "nobody" told their own part too.
    """
    of = keeping.collaboration(store, outcome.head.whole or outcome.head.name)
    zone = settings.home_zone(store)
    owner = {key_of(text): one for one in people(store).values() for text in one.identifiers}

    def key(identifiers: Iterable[str]) -> int | None:
        found = (owner.get(key_of(text)) for text in identifiers)
        return next((keeping.key(one) for one in found if one is not None), None)

    telling = {one.number: key(one.identifiers) for one in told_of_contact(outcome)}
    new = []
    for one in reported(outcome, zone):
        about, other = key(one.reporter), key(one.other)
        if about is not None and other is not None:
            new.append(_new(outcome, about, other, str(one.since), one.until))
    until = last_told(outcome, zone)
    new += [_new(outcome, about, about, "", until) for about in telling.values() if about is not None]
    held = of.held.get("reported", {})
    fresh = [one for one in new if one.slot not in held] + list(_words(of, outcome))
    if fresh:
        keeping.keep(store, of.id, fresh)
    return Taken(len(telling), next((one.term for one in outcome.head.questions if one.kind is Kind.TERM), ""))


def _words(of: Collaboration, outcome: Outcome) -> Iterator[New]:
    """Give the term and what each party understands by it, as far as that is not on the word list yet."""
    for asked in outcome.head.questions:
        if asked.kind is Kind.TERM and asked.term.casefold() not in of.held.get("word", {}):
            yield New("word", asked.term.casefold(), {"term": asked.term})
    by_party: dict[tuple[str, str], list[str]] = {}
    for one in meanings(outcome):
        if one.organisation:
            by_party.setdefault((one.term, one.organisation), []).append(one.text)
    for (term, party), said in by_party.items():
        slot = f"{term.casefold()}|{party}"
        if slot not in of.held.get("meaning", {}):
            yield New("meaning", slot, {"term": term, "party": party, "text": " / ".join(said)})


def _new(outcome: Outcome, about: int, other: int, days: str, until: int | None) -> New:
    return New("reported", f"pulse:{outcome.head.id}:{about}:{other}", {"days": days}, about, other, until=until)
