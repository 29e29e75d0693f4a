"""What lies ahead of a collaboration: its milestones, stated or read from titles, and the next difficult moment."""

from dataclasses import dataclass

from hecht.app import settings
from hecht.app.collaboration.keeping import collaboration, collaborations, keep, key, somebody
from hecht.app.collaboration.together import Together, agenda, together
from hecht.app.people import Person, people
from hecht.app.snapshot import whole
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import AHEAD, KINDS, Ahead, Milestone, Moment, next_moment, proposed
from hecht.core.errors import HechtError, NoSuchThingError, UnknownWordError
from hecht.core.identity import hashed
from hecht.core.model import Channel
from hecht.core.topics import stems
from hecht.stores.records import New
from hecht.stores.store import Store

LOOK_AHEAD = 395
"""Days ahead of which planned meetings are looked through for milestones: as far as calendars are kept."""


@dataclass(frozen=True, slots=True)
class AheadView:
    """The milestones of a collaboration up to a day and after it, the next difficult moment, and the people they name."""

    id: str
    name: str
    as_of: int
    milestones: tuple[Milestone, ...]
    moment: Moment | None
    people: dict[int, Person]
    zone: str
    ego: int | None


def milestones(store: Store, found: Together) -> tuple[list[Milestone], list[Ahead]]:
    """Give every milestone of a collaboration in time, and its planned meetings.

    Those from titles are of meetings that belong to it, held or planned; one stated on the same day takes the place of one
    proposed, and one that was waved away stays away.
    """
    of, ego = found.of, found.ego
    planned = agenda(store, ego, found.as_of, found.as_of + LOOK_AHEAD) if ego is not None else []
    words = frozenset(stems(of.name))
    coming = [one for one in planned if one.day > found.as_of and words and words <= frozenset(stems(one.title))]
    held = [one for one in found.items if one.channel in (Channel.MEETING, Channel.VISIT)]
    recurring = {one.thread for one in held if one.thread and sum(one.thread == other.thread for other in held) > 2}  # noqa: PLR2004
    meetings = [*held, *(_item(one) for one in coming)]
    away = {one.slot for one in of.of("no_milestone")}
    stated = of.milestones
    days = {one.day for one in stated}
    told = [one for one in proposed(meetings, recurring) if one.slot not in away and one.day not in days]
    return sorted([*stated, *told], key=lambda one: (one.day, one.slot)), planned


def _item(one: Ahead) -> Item:
    return Item(
        one.key, 0, one.seconds, one.day, Channel.MEETING, 0, len(one.people) - 1, None, 0, one.title, one.people
    )


def ahead(
    store: Store,
    name: str | Collaboration,
    as_of: int,
    found: Together | None = None,
    everyone: dict[int, Person] | None = None,
) -> AheadView:
    """Give what lies ahead of a collaboration on a day, and what lies behind; the last two save reading, as in `view.show`."""
    found = found or together(store, name, as_of)
    every, planned = milestones(store, found)
    moment = None
    if found.ego is not None:
        near = [one for one in planned if one.day <= as_of + AHEAD]
        moment = next_moment(every, found.of.sitting(as_of), found.items, near, found.ego, as_of)
    if everyone is None:
        named = {one.person for one in moment.quiet} if moment else set[int]()
        named |= {person for one in every for person in one.people}
        everyone = people(store, sorted(named), as_of) if named else {}
    return AheadView(
        id=f"{found.of.id:016x}",
        name=found.of.name,
        as_of=as_of,
        milestones=tuple(every),
        moment=moment,
        people=everyone,
        zone=store.setting("zone") or "UTC",
        ego=found.ego,
    )


def moments(store: Store, as_of: int) -> list[AheadView]:
    """Give the next difficult moment of every collaboration that has one at which somebody could still be spoken to."""
    if whole(store):
        return []
    found = []
    for one in collaborations(store):
        try:
            view = ahead(store, one, as_of)
        except HechtError:  # nobody of it is left in the log
            continue
        if view.moment and view.moment.quiet:
            found.append(view)
    return sorted(found, key=lambda view: (view.moment.milestone.day if view.moment else 0, view.name))


def milestone(
    store: Store, name: str, title: str, day: str, kind: str = "other", agree: tuple[str, ...] = ()
) -> Collaboration:
    """State a milestone: what it is called, on which day, of which kind, and who has to agree (nobody named: everybody).

    Raises:
        UnknownWordError: there is no such kind.
    """
    of = collaboration(store, name)
    if kind not in KINDS:
        raise UnknownWordError(f"{kind!r}: {', '.join(KINDS)}")
    on = settings.as_of_day(store, day)
    text = " ".join(title.split())
    slot = f"{hashed('milestone', str(of.id), text.casefold()):016x}"
    new = [New("milestone", slot, {"title": text, "kind": kind}, since=on)]
    for one in agree:
        person = somebody(store, one)
        new.append(New("agree", f"{slot}:{key(person)}", {"milestone": slot}, about=key(person)))
    keep(store, of.id, new)
    return collaboration(store, f"{of.id:016x}")


def wave_away(store: Store, name: str, which: str, as_of: int) -> Milestone:
    """Take a milestone out, by its id or the first characters of it: one that was stated, or one read from a title.

    Raises:
        NoSuchThingError: no milestone, or more than one, begins so.
    """
    found = together(store, name, as_of)
    fits = [one for one in milestones(store, found)[0] if which and one.slot.startswith(which.lower())]
    if len(fits) != 1:
        raise NoSuchThingError(repr(which))
    (gone,) = fits
    kind = "milestone" if gone.stated else "no_milestone"
    keep(store, found.of.id, [New(kind, gone.slot, {"gone": True} if gone.stated else {"title": gone.title})])
    return gone
