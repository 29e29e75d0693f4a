"""A large log with everything that makes counting hard, to compare engines on: made of a seed, added by the ordinary door."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from hecht.core.identity import key_of
from hecht.core.model import Answer, Card, Channel, Interaction, Participant, Role, Series, Sighting, Status
from hecht.core.revision import Entry
from hecht.stores.append import Batch, ReadFile
from hecht.stores.said import Statement, decide
from hecht.stores.store import Store

PEOPLE = 2_000
FIRST, LAST = 19_700, 20_700
EMPTY = (660, 661, 672)
"""Periods of 30 days in which nothing happens."""
EGO = "mailto:p0@house0.example"
WORDS = "dike pump budget plan permit lease survey bridge lock canal".split()
_PIECE = 10_000
_ZONES = (-36_000, -18_000, 0, 3_600, 20_700, 43_200)
"""Seconds that the senders' own clocks differ from UTC."""


def address(number: int) -> str:
    """Give the address of a person; one in fifty is a machine or a telephone."""
    if number % 50 == 7:
        return f"mailto:noreply{number}@house{number % 20}.example"
    return f"tel:+316{10_000_000 + number}" if number % 50 == 9 else f"mailto:p{number}@house{number % 20}.example"


def fill(store: Store, count: int, seed: int = 1) -> None:
    """Add about `count` interactions and some of every small record to an empty store.

    There are copies of one item from two files, later and cancelled versions, mail to oneself, mail to dozens, days of
    several time zones, months in which nothing happens, people with two addresses, forged mail and tones that are unknown.
    """
    dice = Random(seed)
    store.set_ego({key_of(EGO): EGO}, said=True)
    batch = Batch()
    for entry in _entries(dice, count):
        batch.entries.append(entry)
        if len(batch.entries) == _PIECE:
            store.append(batch)
            batch = Batch()
    batch.entries += _series()
    for number in range(0, PEOPLE, 5):
        own = (address(number), f"mailto:old{number}@before.example") if number % 10 == 0 else (address(number),)
        also = (address(number + 1),) if number % 400 == 5 else ()
        batch.cards.append(Card((*own, *also), f"Person {number}", f"House {number % 20}", "engineer"))
    batch.cards.append(Card((address(61), "tel:+31201234567"), "Switch Board"))
    batch.cards.append(Card((address(62), "tel:+31201234567"), "Other Name"))
    batch.series += [Series(thread, thread % 3, 0) for thread in range(1, 40)]
    for _ in range(3_000):
        who, day = address(dice.randrange(PEOPLE)), dice.randrange(FIRST, LAST)
        batch.sightings.append((Sighting("talk.example.org", who, day * 86_400, "", "mailto:talk@example.org"), day))
    for place in range(4):
        batch.sources.append(
            ReadFile(place, f"/mail/{place}.mbox", "/mail", "ics" if place == 3 else "mbox", 5, 9, 7, 11, 13 + place, 1)
        )
    batch.owners |= {(place, EGO, how): 3 + place for place in range(4) for how in ("delivered", "sent")}
    store.append(batch)
    _decided(store)


def _series() -> Iterator[Entry]:
    """Give four meetings of one series of the ego with the same five people: in a small log chance makes none."""
    people = tuple(
        Participant(address(one), Role.ATTENDEE if one else Role.ORGANISER, "", Answer.ACCEPTED if one else Answer.NONE)
        for one in range(5)
    )
    for number in range(4):
        day = LAST - 200 + 7 * number
        item = Interaction(
            key=(9 << 40) + number,
            seconds=day * 86_400,
            channel=Channel.MEETING,
            participants=people,
            recipients=4,
            thread=5_000,
            title="dike plan",
            duration=3_600,
        )
        yield Entry(item, day, ("dike", "plan"), source=3)


def _entries(dice: Random, count: int) -> Iterator[Entry]:
    made: list[Entry] = []
    for number in range(count):
        if made and dice.random() < 0.04:  # a copy from another file, or a later version
            old = made[dice.randrange(max(0, len(made) - 500), len(made))]
            yield old._replace(source=(old.source + 1) % 4) if dice.random() < 0.5 else _later(dice, old)
            continue
        entry = _entry(dice, number)
        made.append(entry)
        yield entry


def _later(dice: Random, old: Entry) -> Entry:
    item = old.interaction
    status = Status.CANCELLED if dice.random() < 0.3 else item.status
    return _changed(old, item, item.sequence + dice.randrange(2), item.stamp + dice.randrange(3), status)


def _changed(old: Entry, item: Interaction, sequence: int, stamp: int, status: Status) -> Entry:
    shifted = item.seconds + 3_600
    return old._replace(
        interaction=replace(item, sequence=sequence, stamp=stamp, status=status, seconds=shifted), day=shifted // 86_400
    )


def _entry(dice: Random, number: int) -> Entry:
    day = dice.randrange(FIRST, LAST)
    while day // 30 in EMPTY:
        day = dice.randrange(FIRST, LAST)
    seconds = day * 86_400 + dice.randrange(86_400)
    channel = Channel(dice.choices((1, 2, 3, 4, 5), (70, 14, 5, 9, 2))[0])
    mine = dice.random() < 0.12
    around = dice.randrange(PEOPLE) if not mine else dice.randrange(120)
    size = dice.choices((1, 2, 3, 6, 9, 14, 22, 40), (2, 55, 20, 10, 7, 3, 2, 1))[0]
    near = {0} if mine else {around}
    while len(near) < size:
        near.add((around + int(dice.expovariate(0.03))) % PEOPLE)
    people = sorted(near)
    dice.shuffle(people)
    mail = channel in (Channel.MAIL, Channel.CALL)
    roles = [Role.SENDER] if mail else [Role.ORGANISER if channel is Channel.MEETING else Role.MEMBER]
    others = (Role.TO, Role.TO, Role.CC) if mail else (Role.ATTENDEE if channel is Channel.MEETING else Role.MEMBER,)
    roles += [dice.choice(others) for _ in people[1:]]
    answers = [Answer(dice.choice((0, 1, 1, 2, 3))) if role is Role.ATTENDEE else Answer.NONE for role in roles]
    title = " ".join(dice.sample(WORDS, 2)) if dice.random() < 0.4 else ""
    known = dice.random() < 0.3
    who = [
        f"mailto:old{one}@before.example" if one % 10 == 0 and one and day < 20_000 else address(one) for one in people
    ]
    item = Interaction(
        key=(int(channel) << 40) + number + 1,
        seconds=seconds,
        channel=channel,
        participants=tuple(
            Participant(name, role, f"Person {one}" if dice.random() < 0.5 else "", answer)
            for one, name, role, answer in zip(people, who, roles, answers, strict=True)
        ),
        recipients=len(people) - 1,
        thread=dice.randrange(1, 100) if channel is Channel.MEETING else dice.choice((0, number // 4)),
        reply_to=dice.choice((0, 0, number)),
        duration=dice.choice((1_800, 3_600)) if channel is Channel.MEETING else 0,
        title=title,
        relation=dice.randrange(101) if known else None,
        words=dice.randrange(200) if known else 0,
        friction=dice.randrange(3),
        asks=dice.randrange(2),
        language=dice.choice(("nl", "en", "")),
        suspect=dice.random() < 0.01,
    )
    return Entry(item, (seconds + dice.choice(_ZONES)) // 86_400, tuple(title.split()), source=dice.randrange(4))


def _decided(store: Store) -> None:
    said = [
        Statement("merge", key_of(address(21)), key_of(address(22))),
        Statement("merge", key_of(address(31)), key_of(address(32))),
        Statement("split", key_of(address(5))),
        Statement("layer", key_of(address(15)), 0, "2"),
    ]
    decide(store, 1_700_000_000, said)
    store.write(
        "INSERT INTO decision (log, move, kind, verdict, because, seconds, identifier, until)"
        " VALUES (:log, :move, 'wake', 'later', '', :seconds, :identifier, 0)",
        [{"move": f"m{one}", "seconds": 1_700_000_000 + one, "identifier": key_of(address(15))} for one in range(5)],
    )
    store.write(
        "INSERT INTO job (log, id, started, changed, pid, read, size, items, kind, name, state, result)"
        " VALUES (:log, :id, 5, 6, 7, 8, 9, 10, 'import', 'a.mbox', 'done', '{}')",
        [{"id": one} for one in (1, 2)],
    )
    store.write(
        "INSERT INTO record (log, id, whole, seconds, about, other, undone, kind, author, value, since, until)"
        " VALUES (:log, :id, 9, :id, :about, 0, 0, 'collaboration', '', 'Dike plan', NULL, 20000)",
        [{"id": one, "about": key_of(address(15 * one))} for one in (1, 2)],
    )
    store.set_setting("zone", "Europe/Amsterdam")
    store.set_setting("pool", "work")
