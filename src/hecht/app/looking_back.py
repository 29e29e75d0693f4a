"""Looking back: what the user did with suggestions in the last quarter, why not, and what came of those they did."""

from collections import Counter
from dataclasses import dataclass

from hecht.app.decisions import RESTS
from hecht.app.snapshot import ego_of
from hecht.core.days import to_date
from hecht.core.model import Channel
from hecht.core.moves.because import Because, parse
from hecht.sql import query
from hecht.stores.store import Store

QUARTER = 91
"""Days that are looked back on, and after which there is something to look back on."""
SOON = 14
"""Days that something is given to lead to anything."""
LATER = 30
"""Days after a suggestion was done in which what happened may have come of it."""


@dataclass(frozen=True, slots=True)
class LookingBack:
    """The last quarter, for the user alone: nothing is scored, and nobody is named.

    `verdicts` counts decisions by verdict, `because` by the fixed reasons; `words` are reasons in the user's own
    words. `led_to` counts what was done, by what the log shows after it: `met` (a meeting, visit or call), else
    `answered` (a mail or chat from the other), else `nothing`, or `soon` when it was less than two weeks ago.
    `first` is the day of the first decision ever, None without any.
    """

    since: int
    until: int
    first: int | None
    verdicts: Counter[str]
    because: Counter[Because]
    words: tuple[str, ...]
    led_to: Counter[str]

    @property
    def ripe(self) -> bool:
        """Say whether there is a quarter to look back on."""
        return self.first is not None and self.first <= self.until - QUARTER


def looking_back(store: Store, as_of: int) -> LookingBack:
    """Look back on the quarter up to a day; of each move the last decision counts, and one taken back counts nothing."""
    last: dict[str, tuple[int, int, str, str]] = {}
    for move, person, _, verdict, until, _, because in store.rows(query("decisions")):
        day = int(until or 0) - RESTS.get(str(verdict), 0)
        last[str(move)] = (day, int(person or 0), str(verdict), str(because))
    made = [one for one in last.values() if one[2] != "undo" and one[0] <= as_of]
    recent = [one for one in made if one[0] > as_of - QUARTER]
    given = [parse(because) for _, _, _, because in recent if because]
    ego = ego_of(store)
    return LookingBack(
        since=as_of - QUARTER,
        until=as_of,
        first=min((day for day, _, _, _ in made), default=None),
        verdicts=Counter(verdict for _, _, verdict, _ in recent),
        because=Counter(one.because for one in given if one.because),
        words=tuple(one.text for one in given if one.text),
        led_to=Counter(
            _led_to(store, ego, person, day, as_of)
            for day, person, verdict, _ in recent
            if verdict == "done" and person
        ),
    )


def time_to_look_back(store: Store, as_of: int) -> bool:
    """Say whether it is the first week of a quarter, and there is one to look back on."""
    then = to_date(as_of)
    if then.month % 3 != 1 or then.day > 7:  # noqa: PLR2004 - the first week of January, April, July and October
        return False
    return any(
        int(until or 0) - RESTS.get(str(verdict), 0) <= as_of - QUARTER
        for _, _, _, verdict, until, _, _ in store.rows(query("decisions"))
    )


def _led_to(store: Store, ego: int, person: int, day: int, as_of: int) -> str:
    params = {"ego": ego, "person": person, "since": day, "until": min(as_of, day + LATER)}
    rows = [
        (int(one or 0), int(back or 0), int(both or 0)) for one, back, both in store.rows(query("came_back"), params)
    ]
    if any(channel in (Channel.MEETING, Channel.CALL, Channel.VISIT) for channel, _, _ in rows):
        return "met"
    if any(received or (channel == Channel.CHAT and together) for channel, received, together in rows):
        return "answered"
    return "soon" if as_of - day < SOON else "nothing"
