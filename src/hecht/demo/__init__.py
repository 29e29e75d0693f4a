"""The demo world: mailbox, calendar, address book, chats and LinkedIn data of an invented project leader."""

import dataclasses
import pathlib

from hecht.demo import (
    bulk,
    cards,
    chats,
    circulars,
    ics,
    linkedin,
    mbox,
    oddities,
    script,
    strangers,
    vakgroep,
    wire,
)
from hecht.demo.clock import TODAY, ZONE
from hecht.demo.letters import Letter
from hecht.demo.planted import PLANTED, Planted
from hecht.demo.threads import Conversations
from hecht.demo.world import ME, ties
from hecht.demo.world import circulars as all_circulars

__all__ = ["GOAL", "LATER", "ME", "PLANTED", "TODAY", "ZONE", "Planted", "write"]

LATER = "straks/Antwoord van Zoute Kreken.eml"
"""A mail that lies beside the others and is not read in with them: the answer of somebody nobody knew."""

GOAL = "Trillingen in gemaal De Wielen verhelpen"
"""What the project leader wants to reach; suggestions that fit it say so."""


def write(folder: pathlib.Path, seed: int = 1974) -> list[pathlib.Path]:
    """Write the files of the demo world into a folder; the same seed, same bytes.

    Returns:
        The files to read in: all but the one that comes later.
    """
    received, sent = _mail(seed)
    files = {
        "Postvak IN.mbox": received,
        "Verzonden.mbox": sent,
        "agenda.ics": ics.calendar(seed),
        "adresboek.vcf": cards.address_book(),
        **chats.files(seed),
        linkedin.NAME: linkedin.export(),
    }
    later = folder / LATER
    later.parent.mkdir(parents=True, exist_ok=True)
    later.write_bytes(wire.message(script.reply(seed)))
    paths = []
    for name, data in files.items():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return paths


def _letters(seed: int) -> list[Letter]:
    """All mail that people wrote."""
    conversations = Conversations(seed)
    found = [letter for tie in ties() for letter in conversations.of(tie)]
    found += [letter for circular in all_circulars() for letter in circulars.of(circular, seed)]
    found += [*script.letters(seed), *strangers.letters(seed), *vakgroep.letters(seed)]
    return found


def _mail(seed: int) -> tuple[bytes, bytes]:
    letters = _letters(seed)
    written = [letter for letter in letters if letter.mine]
    letters += bulk.letters(seed)
    letters += bulk.echoes(seed, written)
    letters.append(oddities.forged(seed))
    # What ego sends to a list comes back: once as sent, once as received.
    inbox = [letter for letter in letters if not letter.mine or letter.headers]
    outbox = [dataclasses.replace(letter, headers=()) for letter in written]
    outbox += oddities.drafts(seed)
    received = [(one.moment, one.sender.address, wire.message(one)) for one in inbox]
    received += oddities.broken()
    sent = [(one.moment, one.sender.address, wire.message(one)) for one in outbox]
    return mbox.pack(sorted(received)), mbox.pack(sorted(sent))
