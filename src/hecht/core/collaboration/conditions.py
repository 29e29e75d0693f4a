"""Waar het op rust: the five conditions of a collaboration, each with what shows, what was said, and one question for the agenda.

Ambition, interests, relationship, organisation and process are those of Kaats and Opheij ("Leren samenwerken tussen
organisaties", 2012; Common Eye). Trust is not asked again and again, for it does not grow by repeating it (article 4): it is read
from three things that make it - how often one meets (interaction), room for each other and talks of two (affection), and how
many occasions the same people shared (time).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.agreements import LATE, Agreement
from hecht.core.collaboration.forms import Pictures
from hecht.core.collaboration.interests import Ambition, Interest
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import Milestone
from hecht.core.collaboration.parties import Party
from hecht.core.model import Channel

CONDITIONS = ("ambition", "interests", "relationship", "organisation", "process")
WITHIN = 180
"""Days of contact that are looked at."""
LOW = 6
"""A mark below which a party hardly recognises itself, or an interest is hardly served."""
_MEETINGS = (Channel.MEETING, Channel.VISIT)


class Shown(NamedTuple):
    """One thing that shows: what, a number, out of how many (0: of nothing), and words."""

    what: str
    number: int = 0
    of: int = 0
    text: str = ""


class SaidOf(NamedTuple):
    """What somebody said of a condition: for which party ("" for the whole), and the words."""

    party: str
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition: its name, what shows, what was said of it, and the question that it brings."""

    name: str
    shown: tuple[Shown, ...]
    said: tuple[SaidOf, ...]
    question: str


class Trust(NamedTuple):
    """What trust grows from, in the last 180 days: meetings, days with room between two, and occasions that the same people shared.

    `shared` counts the meetings at which at least three in four of those who take part came; it goes over all time, since shared
    experience does not wear off in half a year.
    """

    meetings: int
    one_to_one: int
    shared: int


def trust(items: Sequence[Item], party: Mapping[int, str], as_of: int) -> Trust:
    """Read from the contact what trust grows from."""
    recent = [one for one in items if one.day > as_of - WITHIN]
    meetings = {one.day for one in recent if one.channel in _MEETINGS}
    apart = {
        (one.day, frozenset(one.people))
        for one in recent
        if one.informal and len(one.people) == 2 and len({party.get(person) for person in one.people}) == 2  # noqa: PLR2004 - two people of two parties
    }
    shared = {
        one.day for one in items if one.channel in _MEETINGS and 4 * len(set(one.people) & set(party)) >= 3 * len(party)
    }
    return Trust(len(meetings), len(apart), len(shared))


def conditions(
    *,
    ambition: Ambition,
    interests: Sequence[Interest],
    parties: Sequence[Party],
    items: Sequence[Item],
    party: Mapping[int, str],
    mandates: int,
    agreements: Sequence[Agreement],
    pictures: Pictures,
    milestones: Sequence[Milestone],
    look_back: int | None,
    said: Mapping[str, Sequence[SaidOf]],
    as_of: int,
) -> list[Condition]:
    """Give the five conditions; what was not said or does not show is left out, and the question goes for what is missing."""
    return [
        _ambition(ambition, said.get("ambition", ())),
        _interests(interests, parties, said.get("interests", ())),
        _relationship(trust(items, party, as_of), said.get("relationship", ())),
        _organisation(agreements, pictures, mandates, len(party), as_of, said.get("organisation", ())),
        _process(items, party, milestones, look_back, as_of, said.get("process", ())),
    ]


def _ambition(found: Ambition, said: Sequence[SaidOf]) -> Condition:
    marks = [one.mark for one in found.recognised if one.mark is not None]
    shown = [Shown("ambition", text=found.text)] if found.text else []
    shown += [Shown("recognised", sum(mark >= LOW for mark in marks), len(marks))] if marks else []
    lowest = found.lowest
    if not found.text:
        question = "what_for"
    elif lowest is not None and (lowest.mark or 0) < LOW:
        shown.append(Shown("least", lowest.mark or 0, 10, lowest.party))
        question = "own_words"
    else:
        question = "recognise" if found.unsaid else "still_so"
    return Condition("ambition", tuple(shown), tuple(said), question)


def _interests(found: Sequence[Interest], parties: Sequence[Party], said: Sequence[SaidOf]) -> Condition:
    told = {one.party for one in found} | {party.organisation for party in parties if party.yields}
    shown = [Shown("told", len(told & {party.organisation for party in parties}), len(parties))] if told else []
    low = [one for one in found if one.served is not None and one.served < LOW]
    shown += [Shown("hardly_served", one.served or 0, 10, one.text) for one in low[:1]]
    question = "served" if low else "what_must_it_bring" if len(told) < len(parties) else "give_and_get"
    return Condition("interests", tuple(shown), tuple(said), question)


def _relationship(found: Trust, said: Sequence[SaidOf]) -> Condition:
    shown = (
        Shown("meetings", found.meetings),
        Shown("one_to_one", found.one_to_one),
        Shown("shared", found.shared),
    )
    met = "who_not_yet" if found.one_to_one < found.meetings else "what_did_we_share"
    return Condition("relationship", shown, tuple(said), met if found.meetings else "when_meet")


def _organisation(
    agreements: Sequence[Agreement], pictures: Pictures, mandates: int, people: int, as_of: int, said: Sequence[SaidOf]
) -> Condition:
    late = [one for one in agreements if one.open_for(as_of) > LATE]
    done = sum(one.done is not None for one in agreements)
    shown = [Shown("agreements", done, len(agreements))] if agreements else []
    shown += [Shown("late", len(late), text=late[0].what)] if late else []
    shown += [Shown("mandates", mandates, people)] if mandates else []
    shown += (
        [Shown("pictures", len(set(pictures.by_party.values())), len(pictures.by_party))] if pictures.by_party else []
    )
    if pictures.differ:
        question = "which_form"
    elif late:
        question = "what_stands_in_the_way"
    else:
        question = "who_does_what" if not agreements else "who_may_decide" if not mandates else "does_it_work"
    return Condition("organisation", tuple(shown), tuple(said), question)


def _process(
    items: Sequence[Item],
    party: Mapping[int, str],
    milestones: Sequence[Milestone],
    look_back: int | None,
    as_of: int,
    said: Sequence[SaidOf],
) -> Condition:
    names = set(party.values())
    held = [one for one in items if one.channel in _MEETINGS and as_of - WITHIN < one.day <= as_of]
    large = [one for one in held if len({party[person] for person in one.people if person in party}) > 2]  # noqa: PLR2004 - else it is a talk of two parties
    every = sum(names <= {party[person] for person in one.people if person in party} for one in large)
    absent = Counter(
        name for one in large for name in names - {party[person] for person in one.people if person in party}
    )
    shown = [Shown("all_there", every, len(large))] if large else []
    coming = [one for one in milestones if one.day >= as_of]
    shown += [Shown("milestones", len(coming), text=coming[0].title)] if coming else []
    shown += [Shown("look_back", look_back)] if look_back is not None else []
    if large and 2 * every < len(large):
        missing = min(absent, key=lambda name: (-absent[name], name))
        shown.append(Shown("missing", absent[missing], len(large), missing))
        question = "does_the_day_suit"
    else:
        question = "when_look_back" if look_back is None else "how_do_we_talk"
    return Condition("process", tuple(shown), tuple(said), question)
