"""What belongs to a collaboration in this log, and correcting that."""

from collections.abc import Sequence
from dataclasses import dataclass

from hecht.app.collaboration.keeping import collaboration, keep, key, somebody
from hecht.app.corrections import Corrected, as_corrected
from hecht.app.snapshot import ego_of, nobody, whole
from hecht.core.collaboration.belonging import Belonging, belonging
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import Ahead
from hecht.core.days import day_of
from hecht.core.errors import UnknownWordError
from hecht.core.model import Value
from hecht.core.topics import stems
from hecht.sql import query
from hecht.stores.records import New
from hecht.stores.store import Store

WHAT = ("item", "thread", "title", "person")


@dataclass(frozen=True, slots=True)
class Together:
    """A collaboration with what belongs to it up to a day, and whose log it is (None: a whole network's)."""

    of: Collaboration
    as_of: int
    ego: int | None
    belonging: tuple[Belonging, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Give the interactions that belong."""
        return tuple(one.item for one in self.belonging)

    @property
    def observers(self) -> frozenset[int]:
        """Give the people of the collaboration whose own contact is seen whole."""
        return frozenset(one.person for one in self.of.delegates) if self.ego is None else frozenset((self.ego,))


def together(store: Store, name: str | Collaboration, as_of: int) -> Together:
    """Find what belongs to a collaboration up to a day."""
    of = collaboration(store, name) if isinstance(name, str) else name
    ego = None if whole(store) else ego_of(store)
    items = _read(store, of, as_of, ego)
    return Together(of, as_of, ego, tuple(belonging(items, of.name, of.delegates, of.rules, of.start)))


def _read(store: Store, of: Collaboration, as_of: int, ego: int | None) -> list[Item]:
    """Read every interaction that may belong: those with somebody else of it, and those whose title names it."""
    rows: dict[tuple[int, int], tuple[Value, ...]] = {}
    machines = nobody(store)
    whom = sorted({one.person for one in of.delegates} - {ego})
    whom += [int(rule.value) for rule in of.rules if rule.what == "person" and rule.inside]
    for person in dict.fromkeys(whom):
        for row in store.rows(query("items_with"), {"person": person, "as_of": as_of}):
            rows[int(row[0] or 0), int(row[10] or 0)] = row
    words = [
        *stems(of.name)[:1],
        *(stems(rule.value)[0] for rule in of.rules if rule.what == "title" and stems(rule.value)),
    ]
    for word in dict.fromkeys(words):
        for row in store.rows(query("items_titled"), {"stem": word, "as_of": as_of}):
            rows[int(row[0] or 0), int(row[10] or 0)] = row
    found: dict[int, tuple[tuple[Value, ...], list[tuple[int, int]]]] = {}
    for (item, person), row in rows.items():
        if person not in machines:
            found.setdefault(item, (row, []))[1].append((-int(row[11] or 0), person))
    by = as_corrected(store, as_of)
    return [_item(row, [person for _, person in sorted(there)], by) for row, there in found.values() if len(there) > 1]


def _item(row: Sequence[Value], there: Sequence[int], by: Corrected) -> Item:
    item, thread, seconds, day, channel, duration, recipients = (int(one or 0) for one in row[:7])
    relation = None if row[7] is None else by.part(item, channel, int(row[7]))
    return Item(
        item, thread, seconds, day, channel, duration, recipients, relation, int(row[8] or 0), str(row[9]), tuple(there)
    )


def agenda(store: Store, ego: int, since: int, until: int) -> list[Ahead]:
    """Give the user's planned meetings from a day up to another, in time."""
    from hecht.app.settings import home_zone
    from hecht.app.situation import agenda as planned

    zone = home_zone(store)
    return [
        Ahead(one.key, day_of(one.seconds, zone), one.seconds, one.title, (*one.people, ego))
        for one in planned(store, ego, since, until)
    ]


def correct(store: Store, name: str, what: str, value: str, *, inside: bool) -> Collaboration:
    """State that an `item`, a `thread` (keys), a `title` (words) or everything with a `person` belongs, or does not.

    Raises:
        UnknownWordError: `what` is none of those, or a key is no number.
    """
    of = collaboration(store, name)
    if what not in WHAT or (what in ("item", "thread") and not value.strip().isdecimal()):
        raise UnknownWordError(f"{what!r}: {', '.join(WHAT)}" if what not in WHAT else repr(value))
    about, told = 0, " ".join(value.split())
    if what == "person":
        about = key(somebody(store, value))
        told = str(about)
    keep(
        store,
        of.id,
        [New("belongs", f"{what}:{told.casefold()}", {"what": what, "value": told, "inside": inside}, about)],
    )
    return collaboration(store, f"{of.id:016x}")
