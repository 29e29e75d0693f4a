"""Calibration: whether what is said comes true as often as it is said."""

from collections.abc import Iterator, Sequence

import numpy as np
from evidence.datasets import HORIZONS, DataSet
from evidence.measuring import (
    Judged,
    mailbox_windows,
    shown,
    table,
    weighted_brier,
    weighted_ece,
    whole_windows,
    with_interval,
)

from hecht.core.ties.judging import calibration_error

TITLE = "Calibration"
ABOUT = """ECE: ten bins of equal width, weighted by count, the mean over windows; then its median and worst window. `hecht` learns only
from windows that had ended by T. "Worse" counts the windows in which its ECE is more than .005 above that of model A as it was frozen."""


def run(sets: Sequence[DataSet]) -> Iterator[str]:
    """Give a table a data set and view."""
    for data in sets:
        yield f"**{data.name}, seen whole**\n"
        yield from _table({horizon: list(whole_windows(data, horizon)) for horizon in HORIZONS})
        yield f"**{data.name}, one mailbox at a time**: windows of all people together\n"
        yield from _table({horizon: _together(mailbox_windows(data, horizon)) for horizon in HORIZONS})


def _together(people: Sequence[Sequence[Judged]]) -> list[Judged]:
    """Put the same window of all people together."""
    return [
        Judged(
            np.concatenate([one.ties for one in same]),
            np.concatenate([one.silence for one in same]),
            np.concatenate([one.active for one in same]),
            np.concatenate([one.alive for one in same]),
            {model: np.concatenate([one.said[model] for one in same]) for model in same[0].said},
        )
        for same in zip(*people, strict=True)
    ]


def _table(by_horizon: dict[int, list[Judged]]) -> Iterator[str]:
    rows = []
    for horizon, windows in by_horizon.items():
        usual = [calibration_error(one.said["A, frozen"], one.alive) for one in windows]
        for model in ("A, frozen", "D, frozen", "hecht"):
            if not windows or model not in windows[0].said:
                continue
            errors = [calibration_error(one.said[model], one.alive) for one in windows]
            worse = sum(error > before + 0.005 for error, before in zip(errors, usual, strict=True))
            rows.append(
                [
                    horizon,
                    model,
                    shown(with_interval(windows, model, weighted_ece)),
                    f"{np.median(errors):.3f}".removeprefix("0"),
                    f"{max(errors):.3f}".removeprefix("0"),
                    f"{worse} of {len(windows)}",
                    shown(with_interval(windows, model, weighted_brier)),
                ]
            )
    yield from table(("days ahead", "model", "ECE", "median", "worst", "worse", "Brier"), rows)
