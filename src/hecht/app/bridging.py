"""Bridging: putting a question out through others, and introductions for which both are asked first."""

import json
from dataclasses import dataclass

from hecht.app.answer import Answer
from hecht.app.exchange import wish
from hecht.app.people import Person, find, people, persons_of
from hecht.app.said import next_second
from hecht.app.settings import now
from hecht.app.snapshot import ego_of
from hecht.core.cleaning import clean
from hecht.core.errors import (
    ItIsYouError,
    NeverSharedError,
    NoSuchIntroductionError,
    NotReadyError,
    SamePersonError,
    SeveralFoundError,
    TooManyBridgesError,
)
from hecht.core.exchange.asks import Need, Wish
from hecht.core.exchange.introduction import WITHIN, Introduction, Step, read, written
from hecht.core.identity import hashed
from hecht.sql import query
from hecht.stores.said import Said, state, stated, take_back
from hecht.stores.store import Store

OUT, INTRODUCTION = "put_out", "introduction"
MOST_BRIDGES = 3
"""People through whom a question is put out: more is an announcement, and nobody feels asked."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """Somebody through whom a question was or can be put out, and towards which organisation (may be empty)."""

    person: Person
    towards: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A mail that came after a question was put out: who wrote, when, its title, and through whom (None: the bridge wrote)."""

    person: Person
    day: int
    title: str
    through: Person | None


def bridges(found: Answer) -> list[Bridge]:
    """Give up to three people through whom an ask can be put out: those who lead into organisations, then who knows most."""
    seen: dict[int, Bridge] = {}
    for way in found.ways:
        if way.chain and len(way.chain.people) > 2:  # noqa: PLR2004 - somebody in between
            seen.setdefault(way.chain.people[1].id, Bridge(way.chain.people[1], way.organisation))
    for one in found.known:
        seen.setdefault(one.person.id, Bridge(one.person, ""))
    return list(seen.values())[:MOST_BRIDGES]


def put_out(store: Store, number: str, through: list[Bridge], as_of: int) -> Wish:
    """Record that an ask was put out through some people, at most three in all.

    Raises:
        NeverSharedError: thinking along is not carried further.
        TooManyBridgesError: it would go through more than three people.
    """
    one = wish(store, number)
    if one.need is Need.THINKING_ALONG:
        raise NeverSharedError
    before = {bridge.person.id for bridge in out_through(store, one)}
    new = [bridge for bridge in through if bridge.person.id not in before]
    if len(before) + len(new) > MOST_BRIDGES:
        raise TooManyBridgesError
    for bridge in new:
        value = json.dumps({"ask": one.id, "towards": bridge.towards}, ensure_ascii=False)
        state(store, OUT, bridge.person.id, next_second(store, OUT), value=value, since=as_of)
    return one


def out_through(store: Store, one: Wish) -> list[Bridge]:
    """Give the people through whom an ask was put out."""
    held = [(said, json.loads(said.value)) for said in stated(store, OUT)]
    mine = [(said, value) for said, value in held if value["ask"] == one.id]
    person_of = persons_of(store, {said.identifier for said, _ in mine})
    named = people(store, set(person_of.values())) if person_of else {}
    return [
        Bridge(named[person_of[said.identifier]], str(value["towards"]))
        for said, value in mine
        if person_of.get(said.identifier) in named
    ]


def replies(store: Store, one: Wish, as_of: int) -> list[Reply]:
    """Give what came back after an ask was put out, as far as mail shows: from a bridge, or with a bridge in the mail."""
    ego = ego_of(store)
    held = [said for said in stated(store, OUT) if json.loads(said.value)["ask"] == one.id]
    person_of = persons_of(store, {said.identifier for said in held})
    rows: dict[tuple[int, int, str], int] = {}
    for said in held:
        bridge = person_of.get(said.identifier)
        params = {"bridge": bridge, "ego": ego, "since": (said.since or 0) - 1, "as_of": as_of}
        for person, day, title in store.rows(query("answered"), params) if bridge else ():
            rows.setdefault((int(person or 0), int(day or 0), str(title)), int(bridge or 0))
    named = people(store, {who for (person, _, _), bridge in rows.items() for who in (person, bridge)}) if rows else {}
    return [
        Reply(named[person], day, title, None if person == bridge else named[bridge])
        for (person, day, title), bridge in rows.items()
        if person in named and bridge in named
    ]


def introductions(store: Store, as_of: int | None = None) -> list[Introduction]:
    """Give the introductions that were begun, oldest first."""
    held = stated(store, INTRODUCTION)
    person_of = persons_of(store, {key for one in held for key in (one.identifier, one.other)})
    return [
        _read(one)._replace(a=person_of[one.identifier], b=person_of[one.other])
        for one in held
        if one.identifier in person_of
        and one.other in person_of
        and (as_of is None or one.since is None or one.since <= as_of)
    ]


def introduction(store: Store, number: str) -> Introduction:
    """Give the introduction of an id, or of the beginning of one.

    Raises:
        NoSuchIntroductionError: none has it.
    """
    fits = [one for one in introductions(store) if number and one.id.startswith(number.lower())]
    if len(fits) > 1:
        raise SeveralFoundError("; ".join(one.id[:8] for one in fits))
    if not fits:
        raise NoSuchIntroductionError(repr(number))
    return fits[0]


def begin(store: Store, a: str, b: str, a_gains: str, b_gains: str, as_of: int) -> Introduction:
    """Begin an introduction of two people, with what each gains by it; either is then asked apart.

    Raises:
        SamePersonError, ItIsYouError: they are one person, or one is the user.
    """
    everyone = people(store)
    one, other = find(everyone, a), find(everyone, b)
    if one.id == other.id:
        raise SamePersonError(one.name)
    ego = ego_of(store)
    if ego in (one.id, other.id):
        raise ItIsYouError(everyone[ego].name)
    number = f"{hashed(INTRODUCTION, str(one.id), str(other.id), str(next_second(store, INTRODUCTION))):016x}"
    new = Introduction(0, number, one.id, other.id, clean(a_gains), clean(b_gains), None, None, as_of, None)
    return _stated(store, new)


def answered(store: Store, number: str, name: str, *, yes: bool) -> Introduction:
    """Note what one of the two said.

    Raises:
        NotReadyError: the joint message went already.
        NobodyFoundError: the name is of neither.
    """
    found = introduction(store, number)
    if found.step is Step.SENT:
        raise NotReadyError
    who = find(people(store, [found.a, found.b]), name)
    changed = found._replace(a_said=yes) if who.id == found.a else found._replace(b_said=yes)
    take_back(store, found.key, now())
    return _stated(store, changed)


def sent(store: Store, number: str, as_of: int) -> Introduction:
    """Note that the joint message went.

    Raises:
        NotReadyError: not both said yes.
    """
    found = introduction(store, number)
    if found.step is not Step.READY:
        raise NotReadyError
    take_back(store, found.key, now())
    return _stated(store, found._replace(sent=as_of))


def came_of(store: Store, one: Introduction, as_of: int) -> int | None:
    """Give the first day within sixty days after an introduction on which the two were in touch, as far as the log shows."""
    if one.sent is None:
        return None
    params = {"a": one.a, "b": one.b, "since": one.sent, "until": min(as_of, one.sent + WITHIN)}
    day = store.rows(query("in_touch"), params)[0][0]
    return None if day is None else int(day)


def _stated(store: Store, one: Introduction) -> Introduction:
    moment = next_second(store, INTRODUCTION)
    key = state(store, INTRODUCTION, one.a, moment, other=one.b, value=written(one), since=one.since)
    return one._replace(key=key)


def _read(one: Said) -> Introduction:
    return read(one.id, one.identifier, one.other, one.value, one.since or 0)
