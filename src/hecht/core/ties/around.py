"""Model D: the chance of contact where a whole network is seen, from the tie and from what is around it."""

from typing import Final

import numpy as np

from hecht.core.ties.history import Floats, History, Ints, Seen

COEFFICIENTS: Final = np.array([-0.45, 0.78, -0.28, -0.11, 0.17, 0, 0, 0, 0, 0, 0, 0, 0])
"""Of `features`, in their order: model D, frozen; what it has no opinion on counts for nothing until a log teaches it."""
INTERCEPT: Final = -3.97
HORIZON: Final = 1.05
_CHUNK: Final = 1 << 21


def features(history: History, seen: Seen) -> Floats:
    """Give what is known of ties and around them on a day, as logarithms; one row a tie.

    With D_h the decayed active days of a tie (half-life h), S_h the sum of D_h over the ties of a person:

    0. ln(silence + 1)
    1. ln(active days of 548)
    2. ln(d_seen + 1): days since the less recently seen of the two had contact with anybody
    3. ln(o + 0.1): the lesser S_30 of the two, without their own tie, at least 0
    4. ln(s + 0.1): shared contacts, sum over c of sqrt(D_90(a, c) D_90(b, c))
    5. ln(D_30 + 0.1)
    6. ln(least S_7 of the two + 0.1)
    7. ln(largest S_30 of the two + 0.1)
    8. ln((silence + 1) / (age / active days + 1)), age in days since the first contact: how late it is
    9. ln(weeks with contact in 540 days + 0.1)
    10. ln(s / sqrt(S_90(a) S_90(b)) + 0.01): the shared contacts as a part of all
    11. and 12. ln((S_30 + 1) / (S_180 + 1)) of the two, the least and the largest: who gets busier or goes quiet

    The first five are those of model D; the rest matters only to `core.ties.learned`.
    """
    a, b, day = history.first[seen.ties], history.second[seen.ties], seen.day
    last = np.full(history.people, np.iinfo(np.int32).min, dtype=np.int64)
    rows = history.day <= day
    for ends in (history.first, history.second):
        np.maximum.at(last, ends[history.tie[rows]], history.day[rows])
    d30, d90 = history.decayed(day, 30), history.decayed(day, 90)
    s7, s30, s90, s180 = (
        _of_people(history, history.decayed(day, 7)),
        _of_people(history, d30),
        _of_people(history, d90),
        _of_people(history, history.decayed(day, 180)),
    )
    own30 = d30[seen.ties]
    others = np.maximum(0.0, np.minimum(s30[a] - own30, s30[b] - own30))
    common = shared(history, d90, seen.ties)
    age = day - history.day[history.start[seen.ties]]
    change = np.log((s30 + 1) / (s180 + 1))
    columns = (
        np.log1p(seen.silence),
        np.log(seen.active),
        np.log1p(day - np.minimum(last[a], last[b])),
        np.log(others + 0.1),
        np.log(common + 0.1),
        np.log(own30 + 0.1),
        np.log(np.minimum(s7[a], s7[b]) + 0.1),
        np.log(np.maximum(s30[a], s30[b]) + 0.1),
        np.log((seen.silence + 1) / (age / seen.active + 1)),
        np.log(_weeks(history, day)[seen.ties] + 0.1),
        np.log(common / np.sqrt(np.maximum(s90[a] * s90[b], 1e-12)) + 0.01),
        np.minimum(change[a], change[b]),
        np.maximum(change[a], change[b]),
    )
    return np.stack(columns, axis=1)


def logits(rows: Floats, horizon: int) -> Floats:
    """Give the logit of contact within `horizon` days by model D as it was frozen.

    `-3.97 - 0.45 ln(silence + 1) + 0.78 ln(active) - 0.28 ln(d_seen + 1) - 0.11 ln(o + 0.1) + 0.17 ln(s + 0.1)
    + 1.05 ln(horizon)`, fitted on message logs (docs/numbers.md); `rows` are `features`.
    """
    given: Floats = INTERCEPT + rows @ COEFFICIENTS + HORIZON * np.log(horizon)
    return given


def shared(history: History, weight: Floats, ties: Ints) -> Floats:
    """Give for some ties (a, b) the sum over others c of sqrt(weight(a, c) weight(b, c)).

    For each tie the contacts of whoever has fewer are looked up among those of the other, so that the work is the sum
    over ties of the lesser number of contacts; in chunks, so that memory stays bounded.
    """
    held = np.flatnonzero(weight > 0)
    one = np.concatenate([history.first[held], history.second[held]])
    two = np.concatenate([history.second[held], history.first[held]])
    root = np.sqrt(np.concatenate([weight[held], weight[held]]))
    order = np.lexsort((two, one))
    one, two, root = one[order], two[order], root[order]
    start = np.searchsorted(one, np.arange(history.people + 1))
    key = one * history.people + two
    a, b = history.first[ties], history.second[ties]
    swap = np.diff(start)[a] > np.diff(start)[b]
    few, many = np.where(swap, b, a), np.where(swap, a, b)
    work = np.cumsum(start[few + 1] - start[few])
    given = np.zeros(len(ties))
    begin = 0
    while begin < len(ties):
        done = int(work[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(work, done + _CHUNK, side="right")))
        size = (start[few + 1] - start[few])[begin:end]
        of = np.repeat(np.arange(begin, end), size)
        place = np.arange(len(of)) - np.repeat(np.cumsum(size) - size, size) + start[few][of]
        wanted = many[of] * history.people + two[place]
        found = np.minimum(np.searchsorted(key, wanted), max(len(key) - 1, 0))
        both = key[found] == wanted if len(key) else np.zeros(len(of), dtype=bool)
        given += np.bincount(of[both], root[place[both]] * root[found[both]], minlength=len(ties))
        begin = end
    return given


def _of_people(history: History, weight: Floats) -> Floats:
    """Give the sum of a weight over the ties of each person."""
    first, second = (np.bincount(ends, weight, history.people) for ends in (history.first, history.second))
    return (first + second).astype(np.float64)


def _weeks(history: History, day: int) -> Floats:
    """Give for each tie in how many of the weeks counted back from a day it had contact, in 540 days."""
    age = day - history.day
    counts = (age >= 0) & (age < 540)  # noqa: PLR2004 - said above
    tie, week = history.tie[counts], age[counts] // 7
    fresh = np.append(True, (np.diff(tie) != 0) | (np.diff(week) != 0))[: len(tie)]
    return np.bincount(tie[fresh], minlength=len(history.first)).astype(np.float64)
