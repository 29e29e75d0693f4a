"""The rows that a batch gives to each log table, in the order of the table's columns."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeAlias
from unicodedata import combining, normalize

from sqlalchemy import Connection, Table

from hecht.core.errors import BadIdentifierError
from hecht.core.identity import automatic, hashed, key_of, tel
from hecht.core.model import Card, Interaction, Role, Sighting
from hecht.core.revision import Entry
from hecht.stores import tables

TableRows: TypeAlias = dict[Table, list[tuple[Any, ...]]]
_LONGEST_NAME = 6
_TELLING = 5
"""Letters from which a name of one word is telling enough to be looked for in titles."""
_LONGEST_LOCAL = 64
_MOST_LABELS = 12
_BEFORE = re.compile(r"\S+$")
_AFTER = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_EDGE = re.compile(r"^|[^\w.+-]")
"""Where an address may begin within a word; not after a dot or a hyphen, for that is an address of somebody else."""
_NUMBER = re.compile(r"(?<![\w.])\+?\d(?:[ ()./-]{0,3}\d){7,14}(?!\w)")
MONTH = 30
"""Days in the periods in which names are counted: a name is kept once a period, not once a mail."""


def interaction_rows(log: int, fresh: Iterable[tuple[int, Entry]]) -> TableRows:
    """Give the rows of versions that the log does not have yet."""
    interactions: list[tuple[Any, ...]] = []
    people: list[tuple[Any, ...]] = []
    titles: list[tuple[Any, ...]] = []
    stems: list[tuple[Any, ...]] = []
    for revision, (item, day, topics, _) in fresh:
        interactions.append(_interaction(log, revision, item, day))
        people += [(log, revision, key_of(who.identifier), int(who.role), int(who.answer)) for who in item.participants]
        if item.title:
            titles.append((log, revision, item.title))
        stems += [(log, revision, stem) for stem in dict.fromkeys(topics)]
    return {
        tables.interaction: interactions,
        tables.participant: people,
        tables.title: titles,
        tables.stem: stems,
    }


def seen_rows(
    log: int, entries: Iterable[tuple[int, Entry]], sightings: Iterable[tuple[Sighting, int]], known: dict[int, str]
) -> TableRows:
    """Give what every copy of an item adds, also of one that is held: its source, and the names it uses."""
    origins: dict[tuple[int, int, int], None] = {}
    aliases: dict[tuple[int, int, str, int, int], None] = {}
    names = dict(known)
    for revision, (item, day, _, source) in entries:
        origins[log, source, revision] = None
        for who in item.participants:
            key = key_of(who.identifier)
            names[key] = who.identifier
            if who.name and not item.suspect:  # a forger must not give anybody a name
                aliases[log, key, who.name, int(who.role is Role.SENDER), day // MONTH] = None
    places: dict[int, tuple[Any, ...]] = {}
    seen: dict[tuple[Any, ...], None] = {}
    for sighting, day in sightings:
        key, place = key_of(sighting.identifier), hashed("place", sighting.place, sighting.address)
        names[key] = sighting.identifier
        address = key_of(sighting.address) if sighting.address else 0
        if address:
            names[address] = sighting.address
        places[place] = (log, place, address, sighting.place)
        seen[log, place, key, day] = None
        if sighting.name:
            aliases[log, key, sighting.name, 1, day // MONTH] = None
    return {
        tables.identifier: [(log, key, int(automatic(name)), name) for key, name in names.items()],
        tables.identity: [(log, key, key) for key in names],
        tables.alias: list(aliases),
        tables.origin: list(origins),
        tables.place: list(places.values()),
        tables.sighting: list(seen),
    }


def card_rows(log: int, cards: Iterable[Card]) -> TableRows:
    """Give the rows of cards and of the identifiers on them."""
    held: list[tuple[Any, ...]] = []
    members: list[tuple[Any, ...]] = []
    names: dict[int, str] = {}
    for card in cards:
        key = hashed("card", card.name, card.organisation, card.position, *card.identifiers)
        held.append((log, key, card.name, card.organisation, card.position))
        for identifier in card.identifiers:
            names[key_of(identifier)] = identifier
            members.append((log, key, key_of(identifier)))
    return {
        tables.card: held,
        tables.card_identifier: members,
        tables.identifier: [(log, key, int(automatic(name)), name) for key, name in names.items()],
        tables.identity: [(log, key, key) for key in names],
    }


def insert_new(connection: Connection, rows: TableRows) -> None:
    """Insert rows that are not there yet; straight to the driver, for the bulk of an import goes through here."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    for table, values in rows.items():
        if values:
            names = [column.name for column in table.columns]
            connection.exec_driver_sql(
                f"INSERT INTO {table.name} ({', '.join(names)})"  # noqa: S608 - names of our own columns
                f" VALUES ({', '.join([mark] * len(names))}) ON CONFLICT DO NOTHING",
                values,
            )


def without(entries: Iterable[Entry], gone: Callable[[str], bool] | None) -> Iterator[Entry]:
    """Leave out erased people, and interactions that then have nobody left but one.

    The title of an interaction they took part in, or that names them, is left out as well, and so is a name that
    is theirs beside another address. `gone` is None when nobody was erased.
    """
    for entry in entries:
        if gone is None:
            yield entry
            continue
        item = entry.interaction
        left = tuple(
            one._replace(name="") if one.name and mentions(one.name, gone) else one
            for one in item.participants
            if not gone(one.identifier)
        )
        if left == item.participants and not mentions(item.title, gone):
            yield entry
        elif len(left) > 1 and len(left) == len(item.participants) and not mentions(item.title, gone):
            yield entry._replace(interaction=replace(item, participants=left))
        elif len(left) > 1:
            yield entry._replace(interaction=item.among(left), stems=())


def name_marks(names: Iterable[str]) -> set[str]:
    """Give the forms of names by which a text is recognised: `name:` and the words, plain and turned round."""
    marks = set()
    for words in (part for name in names for part in _parts(words_of(name))):
        if len(words) > 1 or sum(map(len, words)) >= _TELLING:
            marks |= {"name:" + " ".join(words[turn:] + words[:turn]) for turn in range(len(words))}
    return marks


def _parts(words: list[str]) -> list[list[str]]:
    """Give the words of a name as `mentions` looks for them; of a very long one its beginning and its end."""
    return [words] if len(words) <= _LONGEST_NAME else [words[:_LONGEST_NAME], words[-_LONGEST_NAME:]]


def mentions(said: str, gone: Callable[[str], bool]) -> bool:
    """Say whether a text names somebody who was erased, by name or by address."""
    words = words_of(said)
    runs = (
        " ".join(words[start : start + length])
        for length in range(1, _LONGEST_NAME + 1)
        for start in range(len(words) - length + 1)
    )
    return any(gone(f"name:{run}") for run in runs) or any(gone(one) for one in _identifiers_in(said))


def _identifiers_in(said: str) -> Iterator[str]:
    """Give whatever may be an address or a telephone number in a text, also within a path, a file name or a link."""
    for at in re.finditer("@", said):
        before = _BEFORE.search(said[max(0, at.start() - _LONGEST_LOCAL) : at.start()])
        after = _AFTER.match(said, at.end())
        if before and after:
            locals_ = {before[0][start.end() :] for start in _EDGE.finditer(before[0])} - {""}
            labels = after[0].split(".")[:_MOST_LABELS]
            domains = [".".join(labels[:count]) for count in range(1, len(labels) + 1)]
            yield from (f"mailto:{local}@{domain}".lower() for local in locals_ for domain in domains)
    for found in _NUMBER.finditer(said):
        with suppress(BadIdentifierError):
            yield tel(found[0])


def words_of(name: str) -> list[str]:
    """Give the words of a name or title in lower case, without accents."""
    plain = normalize("NFKD", name.casefold())
    return re.findall(r"[^\W_]+", "".join(letter for letter in plain if not combining(letter)))


def _interaction(log: int, revision: int, item: Interaction, day: int) -> tuple[Any, ...]:
    return (
        log,
        revision,
        item.key,
        item.sequence,
        item.stamp,
        item.seconds,
        day,
        int(item.channel),
        int(item.status),
        item.duration,
        item.thread,
        item.reply_to,
        item.recipients,
        item.friction,
        item.asks,
        item.words,
        item.tone_version,
        int(item.suspect),
        item.language,
        item.relation,
    )
