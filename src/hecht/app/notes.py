"""What the user notes by hand: that they talked to somebody, and one line about somebody."""

from hecht.app.people import Person, find, people
from hecht.app.snapshot import ego_of
from hecht.core.days import DAY
from hecht.core.identity import hashed
from hecht.core.model import OWNER, Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.stores.append import Batch
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
