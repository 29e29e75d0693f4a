"""What the user notes by hand: that they talked to somebody, and one line about somebody."""

from hecht.app.people import Person, find, people
from hecht.app.said import by_person, next_second, persons
from hecht.app.settings import now
from hecht.app.snapshot import ego_of
from hecht.core.cleaning import clean
from hecht.core.days import DAY
from hecht.core.identity import hashed
from hecht.core.model import OWNER, Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.stores.append import Batch
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store


def talked(store: Store, name: str, as_of: int) -> Person:
    """Note that the user and somebody talked today, which no source could see; noting it twice a day changes nothing."""
    found = find(people(store), name)
    ego_of(store)
    other = found.identifiers[0]
    noon = as_of * DAY + DAY // 2
    item = Interaction(
        key=hashed("talked", other, str(as_of)),
        seconds=noon,
        channel=Channel.CALL,
        participants=(Participant(OWNER, Role.SENDER), Participant(other, Role.TO)),
        recipients=1,
    )
    store.append(Batch(entries=[Entry(item, as_of)]))
    return found


def note(store: Store, name: str, text: str) -> Person:
    """Note one line about somebody."""
    found = find(people(store), name)
    state(store, "note", found.id, next_second(store, "note"), value=clean(text, 500))
    return found


def unnote(store: Store, name: str) -> Person:
    """Take back the last note about somebody, if there is one."""
    found = find(people(store), name)
    last = by_person(store, "note").get(found.id)
    if last:
        take_back(store, last.id, now())
    return found


def notes_of(store: Store, person: int) -> tuple[str, ...]:
    """Give the notes about a person that hold, oldest first."""
    owners = persons(store, "note")
    return tuple(one.value for one in stated(store, "note") if owners.get(one.identifier) == person)
