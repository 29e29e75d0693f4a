"""Signals: the few things about a partnership that are worth a word, each with its reason and one question for the agenda.

None is a verdict: what the log shows may have other grounds, so each is worded as a question. Within the first 60 days only a
rub that fell silent is said, for at the beginning one is wary (article 4).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.agreements import LATE, Agreement
from hecht.core.collaboration.balance import Balance, Scenario
from hecht.core.collaboration.early import BEGINNING
from hecht.core.collaboration.forms import Pictures
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.seen import Bridge, Cell, How
from hecht.core.model import Channel
from hecht.core.ties.amounts import RUBBED, SPELL

MOST = 3
"""Signals that are given at once."""
SILENT, TIMES = 60, 2.0
"""Days of silence on a line, and how many times its usual gap, from which it is asked about."""
WITHIN = 180
"""Days in which contributions and rubs are looked at."""
MEETINGS = 4
"""Meetings of a party without a word of its own in between, from which that is asked about."""
_TWO = 2


class Reason(NamedTuple):
    """What a signal rests on: a number of days or times with what it counts, people, and words."""

    what: str
    number: int = 0
    text: str = ""
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal.

    kind: `turned`, `content_only`, `rubbed_silent`, `silent`, `one_person`, `in_name` (agreements open, pictures that differ
    and meetings without own contribution), `look_back`, or the good news `rubbed_well`. `parties` are those it is about,
    `since` a day. `question` names the question for the agenda.
    """

    kind: str
    question: str
    parties: tuple[str, ...] = ()
    since: int | None = None
    reasons: tuple[Reason, ...] = ()


def signals(
    balance: Balance,
    cells: Sequence[Cell],
    items: Sequence[Item],
    party: Mapping[int, str],
    *,
    start: int,
    as_of: int,
    agreements: Sequence[Agreement] = (),
    pictures: Pictures | None = None,
    bridges: Sequence[Bridge] | None = None,
    look_back: int | None = None,
    most: int = MOST,
) -> list[Signal]:
    """Give the signals of a day, the weightiest first, at most three.

    Args:
        balance: content and relation on that day.
        cells: the matrix; silence is only looked for on lines that are seen or told.
        items: interactions that belong, none later than `as_of`.
        party: the party of everybody who takes part.
        start: the day it began.
        as_of: the day of looking.
        agreements: what was agreed.
        pictures: how the parties see the form, as far as said.
        bridges: people through whom alone a party has contact; None: not to be said.
        look_back: the day to look back, if one was set.
        most: how many at most.
    """
    found = list(_rubs(items, party, as_of))
    if as_of - start >= BEGINNING:
        found += _scenario(balance)
        found += _in_name(cells, items, party, agreements, pictures, as_of)
        told = {one.parties for one in found if one.kind == "rubbed_silent"}
        found += [one for one in _silences(cells, items, party, as_of) if one.parties not in told]
        found += [
            Signal("one_person", "who_else", (one.party,), None, (Reason("only", 1, people=(one.person,)),))
            for one in bridges or ()
        ]
    if look_back is not None and look_back - 30 <= as_of <= look_back + 90:
        found.append(Signal("look_back", "how_did_we", since=look_back))
    order = ("rubbed_silent", "turned", "in_name", "content_only", "silent", "one_person", "look_back", "rubbed_well")
    return sorted(found, key=lambda one: order.index(one.kind))[:most]


def _scenario(balance: Balance) -> list[Signal]:
    after = Reason("after", balance.after.room, str(balance.after.occasions))
    if balance.scenario is Scenario.CONTENT_FIRST:
        return [Signal("content_only", "who_are_we", since=balance.since, reasons=(after,))]
    if balance.scenario is not Scenario.RELATION_FIRST:
        return []
    reasons = [Reason("before", balance.before.room, str(balance.before.occasions)), after]
    if balance.agreed:
        reasons.append(Reason("agreed", balance.agreed.day, balance.agreed.title))
    return [Signal("turned", "beside_the_papers", since=balance.since, reasons=tuple(reasons))]


def _between(item: Item, party: Mapping[int, str]) -> set[str]:
    return {party[one] for one in item.people if one in party}


def _rubs(items: Sequence[Item], party: Mapping[int, str], as_of: int) -> list[Signal]:
    """Give where it rubbed in the last 180 days, between two parties: twice within a fortnight, for one mark says too little.

    Followed by silence of at least 30 days, and twice the usual gap of the line, it is a signal; followed by contact beside
    the work it is good news (article 5: rubbing that is handled well is gain).
    """
    lines: dict[tuple[str, str], list[Item]] = {}
    for one in items:
        parties = sorted(_between(one, party))
        if len(parties) == _TWO and one.day > as_of - WITHIN:
            lines.setdefault((parties[0], parties[1]), []).append(one)
    found = []
    for line, every in sorted(lines.items()):
        rubbed = sorted({one.day for one in every if one.friction >= RUBBED})
        spell = [day for day, before in zip(rubbed[1:], rubbed, strict=False) if day - before <= SPELL]
        if not spell:
            continue
        last = spell[-1]
        after = [one for one in every if one.day > last]
        days = sorted({one.day for one in every if one.day <= last})
        usual = (days[-1] - days[0]) / max(len(days) - 1, 1)
        if not after and as_of - last > max(30.0, TIMES * usual):
            found.append(Signal("rubbed_silent", "what_do_you_need", line, last, (Reason("silent", as_of - last),)))
        elif any(one.informal for one in after):
            found.append(Signal("rubbed_well", "what_helped", line, last, (Reason("after", len(after)),)))
    return found


def _silences(cells: Sequence[Cell], items: Sequence[Item], party: Mapping[int, str], as_of: int) -> list[Signal]:
    found = []
    for cell in cells:
        if cell.how is How.NOT_VISIBLE or not cell.days or cell.last is None:
            continue
        days = sorted({one.day for one in items if {cell.a, cell.b} <= _between(one, party)})
        usual = (days[-1] - days[0]) / (len(days) - 1) if len(days) > 1 else 0.0
        quiet = as_of - cell.last
        if quiet > max(SILENT, TIMES * usual):
            found.append(Signal("silent", "who_calls", (cell.a, cell.b), cell.last, (Reason("silent", quiet),)))
    return found


def _in_name(
    cells: Sequence[Cell],
    items: Sequence[Item],
    party: Mapping[int, str],
    agreements: Sequence[Agreement],
    pictures: Pictures | None,
    as_of: int,
) -> list[Signal]:
    """Give the one signal of what article 4 warns for, when at least two of its three signs are there; it is only asked."""
    late = [one for one in agreements if one.open_for(as_of) > LATE]
    idle = _without_a_word(cells, items, party, as_of)
    differ = pictures is not None and pictures.differ
    if bool(late) + differ + bool(idle) < _TWO:
        return []
    reasons = [Reason("open", len(late), late[0].what)] if late else []
    reasons += [Reason("pictures", len(set(pictures.by_party.values())))] if differ and pictures else []
    reasons += [Reason("meetings", times, name) for name, times in idle]
    return [Signal("in_name", "what_does_it_bring", tuple(name for name, _ in idle), None, tuple(reasons))]


def _without_a_word(
    cells: Sequence[Cell], items: Sequence[Item], party: Mapping[int, str], as_of: int
) -> list[tuple[str, int]]:
    """Give the parties that came to at least four meetings in the last 180 days and sent or organised nothing that shows."""
    seen = {name for cell in cells if cell.how is How.SEEN for name in (cell.a, cell.b)}
    came: dict[str, int] = {}
    spoke: set[str] = set()
    for one in items:
        if one.day <= as_of - WITHIN:
            continue
        first = one.people[0]
        if first in party:
            spoke.add(party[first])
        if one.channel in (Channel.MEETING, Channel.VISIT):
            for name in _between(one, party):
                came[name] = came.get(name, 0) + 1
    return [
        (name, times)
        for name, times in sorted(came.items())
        if times >= MEETINGS and name not in spoke and name in seen
    ]
