"""Which version of an item a fact belongs to: a hash of all its facts, equal for equal copies in any import."""

from typing import NamedTuple

from hecht.core.identity import hashed
from hecht.core.model import Interaction


class Entry(NamedTuple):
    """An interaction ready for the log: its day in the home zone, the topic stems of its title, and where it was read."""

    interaction: Interaction
    day: int
    stems: tuple[str, ...] = ()
    source: int = 0


def revision_of(entry: Entry) -> int:
    """Give the 63-bit BLAKE2b of every fact that is stored of an interaction, its names aside.

    Names are left out because copies of one mail may spell them differently; they live as aliases.
    """
    item = entry.interaction
    facts = (
        item.key,
        item.sequence,
        item.stamp,
        item.seconds,
        entry.day,
        int(item.channel),
        int(item.status),
        item.duration,
        item.thread,
        item.reply_to,
        item.recipients,
        item.relation,
        item.friction,
        item.asks,
        item.words,
        item.language,
        item.tone_version,
        item.suspect,
    )
    people = sorted((person.identifier, int(person.role), int(person.answer)) for person in item.participants)
    return hashed(repr(facts), item.title, *(f"{who} {role} {answer}" for who, role, answer in people))
