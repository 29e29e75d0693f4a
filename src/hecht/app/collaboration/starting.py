"""Starting a collaboration: proposed from meetings that recur, or with people one names; parties and delegates afterwards."""

from collections.abc import Sequence

from hecht.app import settings
from hecht.app.collaboration.houses import houses
from hecht.app.collaboration.keeping import collaboration, collaborations, keep, key, party_of, somebody
from hecht.app.people import Person, find, people
from hecht.app.snapshot import ego_of, nobody, whole
from hecht.app.who import private_people
from hecht.core.collaboration.collaboration import QUESTIONS, YEAR, Collaboration
from hecht.core.collaboration.parties import MOTIVES, ROLES, Held, Proposal, propose
from hecht.core.errors import CollaborationExistsError, NobodyToWorkWithError, UnknownWordError
from hecht.core.identity import hashed
from hecht.core.ties.rhythm import WINDOW
from hecht.sql import query
from hecht.stores.records import New
from hecht.stores.store import Store


def proposals(store: Store, as_of: int, everyone: dict[int, Person] | None = None) -> list[Proposal]:
    """Propose collaborations from the meetings of the last 540 days, without those that are kept already."""
    found: dict[int, tuple[int, str, list[int]]] = {}
    machines = nobody(store) | private_people(store)
    for meeting, _, day, title, person in store.rows(query("meetings"), {"since": as_of - WINDOW, "as_of": as_of}):
        if int(person or 0) not in machines:
            found.setdefault(int(meeting or 0), (int(day or 0), str(title), []))[2].append(int(person or 0))
    everyone = people(store, as_of=as_of) if everyone is None else everyone
    held = [Held(one, day, title, tuple(there)) for one, (day, title, there) in found.items()]
    first = frozenset(one.name.casefold().split()[0] for one in everyone.values() if one.name.split())
    kept = {one.name.casefold() for one in collaborations(store)}
    return [one for one in propose(held, houses(everyone.values()), first) if one.name.casefold() not in kept]


def add(store: Store, name: str, as_of: int, with_: Sequence[str] = (), since: str | None = None) -> Collaboration:
    """Start a collaboration: one that is proposed by its name or id, or a new one with people who are named.

    Everybody takes part for the organisation they belong to now, and who belongs to none for themselves; the user takes
    part too. Parties and people can be changed afterwards, and all of it be taken back.

    Raises:
        CollaborationExistsError: there is one of that name.
        NobodyToWorkWithError: nothing of that name is proposed, and nobody of another organisation was named.
    """
    everyone = people(store, as_of=as_of)
    wanted = name.strip().casefold()
    fits = [one for one in proposals(store, as_of, everyone) if wanted and wanted in (one.id, one.name.casefold())]
    called = fits[0].name if fits else " ".join(name.split())
    if any(one.name.casefold() == called.casefold() for one in collaborations(store)):
        raise CollaborationExistsError(repr(called))
    chosen = [*(fits[0].people if fits else ()), *(somebody(store, one).id for one in with_)]
    if not whole(store):
        chosen = [ego_of(store), *chosen]
    house = houses(everyone.values())
    seats = {one: house[one] or everyone[one].name for one in dict.fromkeys(chosen) if one in house}
    if len(set(seats.values())) < 2:  # noqa: PLR2004 - a collaboration is of two or more
        raise NobodyToWorkWithError(repr(called))
    begun = settings.as_of_day(store, since) if since else fits[0].first if fits else None
    moment = settings.now()
    made = hashed("collaboration", called.casefold(), str(moment))
    new = [New("collaboration", "", {"name": called}, since=begun)]
    new += [New("party", one, {}) for one in sorted(set(seats.values()))]
    new += [
        New("delegate", str(key(everyone[person])), {"party": organisation}, about=key(everyone[person]))
        for person, organisation in seats.items()
    ]
    keep(store, made, new)
    return collaboration(store, f"{made:016x}")


def rename(store: Store, name: str, new: str = "", since: str | None = None) -> Collaboration:
    """Give a collaboration another name, or say on which day it began."""
    of = collaboration(store, name)
    begun = settings.as_of_day(store, since) if since else of.start
    keep(store, of.id, [New("collaboration", "", {"name": " ".join(new.split()) or of.name}, since=begun)])
    return collaboration(store, f"{of.id:016x}")


def party(
    store: Store,
    name: str,
    organisation: str,
    *,
    role: str | None = None,
    motive: str | None = None,
    brings: str | None = None,
    yields: str | None = None,
    remove: bool = False,
) -> Collaboration:
    """Add a party, or say of one what its role, motive, contribution and yield are; what is None stays as it was.

    Raises:
        UnknownWordError: role or motive is none of those that are known.
        NoSuchPartyError: the party to remove is not there.
    """
    of = collaboration(store, name)
    for word, known in ((role, ROLES), (motive, MOTIVES)):
        if word and word not in known:
            raise UnknownWordError(f"{word!r}: {', '.join(known)}")
    wanted = " ".join(organisation.split())
    same = [one for one in of.parties if wanted.casefold() in one.organisation.casefold()] if wanted else []
    if remove:
        gone = party_of(of, wanted)
        new = [New("party", gone.organisation, {"gone": True})]
        new += [
            New("delegate", one.slot, {"gone": True}, about=one.about)
            for one in of.of("delegate")
            if one.text("party") == gone.organisation
        ]
        keep(store, of.id, new)
    else:
        slot = same[0].organisation if len(same) == 1 else wanted
        before = of.held.get("party", {}).get(slot)
        said = {"role": role, "motive": motive, "brings": brings, "yields": yields}
        value = {**(before.value if before else {}), **{one: text for one, text in said.items() if text is not None}}
        keep(store, of.id, [New("party", slot, value)])
    return collaboration(store, f"{of.id:016x}")


def delegate(
    store: Store,
    name: str,
    person: str,
    *,
    organisation: str = "",
    mandate: str | None = None,
    since: str | None = None,
    until: str | None = None,
    remove: bool = False,
) -> Collaboration:
    """Say who takes part for a party, with which mandate and from and until when; `remove` says they never did."""
    of = collaboration(store, name)
    everyone = people(store)
    found = find(everyone, person)
    before = next((one for one in of.of("delegate") if of.person(one) == found.id), None)
    slot = before.slot if before else str(key(found))
    if remove:
        keep(store, of.id, [New("delegate", slot, {"gone": True}, about=key(found))])
        return collaboration(store, f"{of.id:016x}")
    seat = party_of(of, organisation).organisation if organisation else (before.text("party") if before else "")
    seat = seat or party_of(of, houses(everyone.values())[found.id]).organisation
    first = settings.as_of_day(store, since) if since else (before.since if before else None)
    last = settings.as_of_day(store, until) if until else (before.until if before else None)
    told = mandate if mandate is not None else (before.text("mandate") if before else "")
    keep(store, of.id, [New("delegate", slot, {"party": seat, "mandate": told}, key(found), 0, first, last)])
    return collaboration(store, f"{of.id:016x}")


def why(store: Store, name: str, question: str, text: str, look_back: str | None = None) -> Collaboration:
    """Answer one of the five questions; how one will know sets the day to look back: the one given, or a year from now.

    Raises:
        UnknownWordError: it is none of the five (`bring` is answered per party, by `party`).
    """
    of = collaboration(store, name)
    if question not in QUESTIONS or question == "bring":
        raise UnknownWordError(f"{question!r}: {', '.join(one for one in QUESTIONS if one != 'bring')}")
    day = None
    if question == "success":
        day = settings.as_of_day(store, look_back) if look_back else (of.look_back or settings.today(store) + YEAR)
    keep(store, of.id, [New("why", question, {"text": " ".join(text.split())}, since=day)])
    return collaboration(store, f"{of.id:016x}")
