"""Contact: how well the chances order ties, against recency and number, whole and from one mailbox."""

from collections.abc import Iterator, Sequence

import numpy as np
from evidence.datasets import HORIZONS, DataSet
from evidence.measuring import Judged, mailbox_windows, shown, table, weighted_auc, whole_windows, with_interval

from hecht.core.ties.judging import auc

TITLE = "Contact"
ABOUT = """Candidates on a day T are all pairs with contact in (T - 548, T]; what comes is contact in (T, T + H]. AUC: how often, of a
tie that had contact and one that had not, the right one was scored higher; mean over windows, 95 % interval by resampling ties."""


def run(sets: Sequence[DataSet]) -> Iterator[str]:
    """Give a table a data set and view."""
    for data in sets:
        yield f"**{data.name}, seen whole**\n"
        rows = []
        for horizon in HORIZONS:
            windows = list(whole_windows(data, horizon))
            if windows:
                models = list(windows[0].said)
                heads = ["days ahead", "windows", "ties", "had contact", *models]
                figures = (shown(with_interval(windows, model, weighted_auc)) for model in models)
                rows.append([horizon, len(windows), _ties(windows), _came(windows), *figures])
        yield from table(heads, rows)
        yield f"**{data.name}, one mailbox at a time**: median person, and the worst tenth\n"
        rows = []
        for horizon in HORIZONS:
            people = [pooled for windows in mailbox_windows(data, horizon) if (pooled := _mean(windows))]
            if people:
                models = list(people[0])
                heads = ["days ahead", "people", *models]
                rows.append([horizon, len(people), *(_spread([one[model] for one in people]) for model in models)])
        yield from table(heads, rows)


def _mean(windows: Sequence[Judged]) -> dict[str, float] | None:
    """Give the mean AUC of one person over the windows with at least five ties of either outcome."""
    some = [one for one in windows if 5 <= one.alive.sum() <= len(one.alive) - 5]
    if not some:
        return None
    return {model: float(np.mean([auc(one.said[model], one.alive) or 0.5 for one in some])) for model in some[0].said}


def _spread(values: Sequence[float]) -> str:
    middle, low = np.quantile(values, (0.5, 0.1))
    return f"{middle:.3f}, {low:.3f}".replace("0.", ".")


def _ties(windows: Sequence[Judged]) -> str:
    return f"{np.mean([len(one.alive) for one in windows]):.0f}"


def _came(windows: Sequence[Judged]) -> str:
    return f"{np.mean([one.alive.mean() for one in windows]):.2f}".removeprefix("0")
