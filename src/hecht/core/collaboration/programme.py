"""The relationship programme (article 5): small things first, with who and when proposed from what shows, and what each did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.balance import Balance, Scenario
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import AGREED, Ahead, Milestone, Moment
from hecht.core.model import Channel
from hecht.core.ties.amounts import RUBBED

KINDS = ("informal", "work_visit", "outing", "peer_consultation", "look_back", "celebrate")
"""An informal meeting, a work visit, a show or match together, "how do we together help a colleague with a hard problem",
looking back on how we work together, and celebrating what was reached."""
NEAR, FAR = 21, 28
"""Days ahead that are enough for a visit, and about when an outing could be."""
FRESH = 60
"""Days after an agreement in which celebrating it is proposed, and over which the contact before and after an item is counted."""
QUARTER = 90
YEAR = 365
OFTEN = 5
"""Days of meetings of three or more in half a year, after which people know each other well enough for an outing."""
MOST = 3


class Planned(NamedTuple):
    """An item of the programme: slot, kind, title, day, and who."""

    slot: str
    kind: str
    title: str
    day: int
    people: tuple[int, ...]


class Proposal(NamedTuple):
    """An item that is proposed: its kind, day, who, why, and a meeting it fits.

    `why` is `quiet`, `moment`, `rubbed`, `agreed`, `look_back` or `often`. `host` is the party whose
    work one could go and see, for a visit.
    """

    kind: str
    day: int
    people: tuple[int, ...]
    why: str
    meeting: Ahead | None = None
    host: str = ""


@dataclass(frozen=True, slots=True)
class Did:
    """What an item did: days with contact beside the work among its people in the 60 days before and after it (so far)."""

    item: Planned
    before: int
    after: int
    whole: bool


def propose(
    *,
    party: Mapping[int, str],
    items: Sequence[Item],
    agenda: Sequence[Ahead],
    milestones: Sequence[Milestone],
    moment: Moment | None,
    balance: Balance,
    planned: Sequence[Planned],
    look_back: int | None,
    observer: int | None,
    as_of: int,
) -> list[Proposal]:
    """Propose at most three items, small ones first; nothing of a kind that is planned already.

    - an informal meeting around the next meeting of most of them, when it is quiet before a difficult moment or the contact
      went over to the work alone;
    - celebrating, within 60 days of a vision, letter of intent or covenant;
    - a peer consultation at the next meeting, where it rubbed in the last quarter;
    - a work visit with the party that was visited longest ago (or never), when a difficult moment is at least three weeks off
      or the contact is about the work alone;
    - looking back, from a month before the day that was set;
    - an outing (a show or a match together) in about four weeks, where people meet often, nothing beside the work brought three
      or more of them together in the last quarter, there was no outing for a year, and no difficult moment comes before it.
    """
    taken = {one.kind for one in planned if one.day >= as_of}
    everybody = tuple(sorted(person for person in party))
    coming = [(len(set(one.people) & set(party)), one) for one in agenda if one.day > as_of]
    several = [pair for pair in coming if pair[0] > 2]  # noqa: PLR2004 - a talk of two is no moment for the whole
    meeting = max(several, key=lambda pair: (pair[0], -pair[1].seconds))[1] if several else None
    next_day = meeting.day if meeting else as_of + NEAR
    work_alone = balance.scenario in (Scenario.RELATION_FIRST, Scenario.CONTENT_FIRST)
    quiet = tuple(one.person for one in moment.quiet) if moment else ()
    found: list[Proposal] = []
    if quiet or work_alone:
        who = quiet or tuple(one for one in everybody if one != observer)
        found.append(Proposal("informal", next_day, who, "moment" if quiet else "quiet", meeting))
    agreed = [one for one in milestones if one.kind in AGREED and as_of - FRESH <= one.day <= as_of]
    if agreed:
        found.append(Proposal("celebrate", next_day, everybody, "agreed", meeting))
    if any(one.friction >= RUBBED and as_of - QUARTER < one.day <= as_of for one in items):
        found.append(Proposal("peer_consultation", next_day, everybody, "rubbed", meeting))
    if work_alone or (moment and moment.left >= NEAR and quiet):
        day = min(as_of + FAR, moment.milestone.day - 1) if moment else as_of + FAR
        found.append(
            Proposal("work_visit", day, everybody, "moment" if moment else "quiet", None, _host(party, items, observer))
        )
    if look_back is not None and look_back - 30 <= as_of:
        found.append(Proposal("look_back", max(look_back, as_of + 1), everybody, "look_back", None))
    if _outing_fits(items, planned, moment, as_of):
        found.append(Proposal("outing", as_of + FAR, everybody, "often"))
    return [one for one in found if one.kind not in taken][:MOST]


def _outing_fits(items: Sequence[Item], planned: Sequence[Planned], moment: Moment | None, as_of: int) -> bool:
    """Say whether people see each other often, but only over the work, and there is time for something else."""
    whole = [one for one in items if len(one.people) > 2 and as_of - 2 * QUARTER < one.day <= as_of]  # noqa: PLR2004 - of the whole
    often = len({one.day for one in whole if one.channel in (Channel.MEETING, Channel.VISIT)}) >= OFTEN
    beside = any(one.informal and one.day > as_of - QUARTER for one in whole)
    lately = any(one.kind == "outing" and one.day > as_of - YEAR for one in planned)
    return often and not beside and not lately and (moment is None or moment.left > FAR)


def _host(party: Mapping[int, str], items: Sequence[Item], observer: int | None) -> str:
    """Give the party, not the observer's own, whose people were longest ago the hosts of something beside the work."""
    last = {name: -1 for person, name in party.items() if observer is None or name != party.get(observer)}
    for one in items:
        first = party.get(one.people[0], "")
        if one.informal and first in last and len(one.people) > 2:  # noqa: PLR2004 - a visit, not a coffee of two
            last[first] = max(last[first], one.day)
    return min(last, key=lambda name: (last[name], name), default="")


def did(planned: Sequence[Planned], items: Sequence[Item], as_of: int) -> list[Did]:
    """Give what each item that is past did to the contact among its people, as far as seen; it need not be the cause."""
    found = []
    for one in planned:
        if one.day > as_of:
            continue
        among = {item.day for item in items if item.informal and len(set(item.people) & set(one.people)) > 1}
        before = sum(one.day - FRESH <= day < one.day for day in among)
        after = sum(one.day < day <= one.day + FRESH for day in among)
        found.append(Did(one, before, after, as_of >= one.day + FRESH))
    return found
