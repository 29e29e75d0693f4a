"""Amounts: task and room for the other of a tie by month, with what changed and where it rubbed; and of all ties."""

from dataclasses import dataclass

from hecht.app import corrections
from hecht.app.corrections import CORRECTIONS
from hecht.app.settings import now
from hecht.app.snapshot import ego_of
from hecht.core.days import to_date
from hecht.core.errors import NoSuchInteractionError
from hecht.core.ties.amounts import (
    ChannelChange,
    MonthAmounts,
    Share,
    Toned,
    by_quarter,
    channel_change,
    months,
    only_task_since,
    rubbings,
    share,
)
from hecht.core.ties.rhythm import WINDOW, percentile_gap
from hecht.core.ties.tie import CHANNELS
from hecht.stores.said import state, stated, take_back
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class Interactions:
    """One interaction as it is shown to be corrected: key (as text: it has more digits than JavaScript holds), day, channel.

    `part` is what the user said of it (`stated`): `task`, `both` or `room`; else None.
    """

    key: str
    day: str
    channel: str
    mine: bool
    relation: int
    friction: int
    stated: bool
    part: str | None


@dataclass(frozen=True, slots=True)
class Rubbed:
    """The last day of a time in which it rubbed, and whether contact went on, fell quiet, or that is still open."""

    day: str
    after: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is known of task and relation in one tie; `habit` is the user's own share over everybody."""

    months: tuple[MonthAmounts, ...]
    share: Share | None
    habit: float | None
    only_task_since: str | None
    rubbed: tuple[Rubbed, ...]
    channel_change: tuple[str, str] | None
    latest: tuple[Interactions, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """The share of contact with room for the other in the last month and in the quarter before, with interactions of each."""

    month: float
    month_count: int
    quarter: float
    quarter_count: int


def toned(store: Store, as_of: int, alter: int = 0, since: int = -1) -> dict[int, list[Toned]]:
    """Give what is known of the tone of the user's contact with each person, in time, with what the user corrected."""
    return corrections.toned(store, ego_of(store), as_of, alter, since)


def amounts(store: Store, person: int, as_of: int, known: dict[int, list[Toned]] | None = None) -> Amounts:
    """Give task and relation in the tie with one person; what is known of everybody saves reading it."""
    everybody = toned(store, as_of) if known is None else known
    items = everybody.get(person, [])
    parts = [item.relation for theirs in everybody.values() for item in theirs]
    habit = sum(parts) / (100 * len(parts)) if parts else None
    active = sorted({item.day for item in items})
    recent = [day for day in active if day > as_of - WINDOW]
    since = only_task_since(items)
    change = channel_change(sorted({(item.day, item.channel) for item in items}), as_of)
    usual = percentile_gap(recent) or 0
    corrected = {one.other: one.value for one in stated(store, "tone")}
    return Amounts(
        months=tuple(months(items, habit or 0.0)),
        share=share(items, habit or 0.0),
        habit=None if habit is None else round(habit, 3),
        only_task_since=None if since is None else to_date(since).isoformat(),
        rubbed=tuple(Rubbed(to_date(one.day).isoformat(), one.after) for one in rubbings(items, active, usual, as_of)),
        channel_change=None if change is None else _named(change),
        latest=tuple(
            Interactions(
                str(item.key),
                to_date(item.day).isoformat(),
                CHANNELS[item.channel - 1],
                item.mine,
                item.relation,
                item.friction,
                item.key in corrected,
                corrected.get(item.key),
            )
            for item in reversed(items[-20:])
        ),
    )


def _named(change: ChannelChange) -> tuple[str, str]:
    return CHANNELS[change.gone - 1], CHANNELS[change.came - 1]


def balance(store: Store, as_of: int) -> Balance | None:
    """Give how much of the last month's contact had room for the other, and of the quarter before; None without either."""
    items = [item for theirs in toned(store, as_of, since=as_of - 120).values() for item in theirs]
    (month, month_count), (quarter, quarter_count) = by_quarter(items, as_of)
    if not month_count or not quarter_count:
        return None
    return Balance(month, month_count, quarter, quarter_count)


def correct(store: Store, key: int, part: str, as_of: int) -> None:
    """State what one interaction was: `task`, `both` or `room`; `undo` takes that back.

    Raises:
        NoSuchInteractionError: the log has no such interaction with a known relation part.
    """
    for one in stated(store, "tone"):
        if one.other == key:
            take_back(store, one.id, now())
    if part == "undo":
        return
    with_whom = [person for person, items in toned(store, as_of).items() if any(item.key == key for item in items)]
    if not with_whom or part not in CORRECTIONS:
        raise NoSuchInteractionError(str(key))
    state(store, "tone", min(with_whom), now(), other=key, value=part)
