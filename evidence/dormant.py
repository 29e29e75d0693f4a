"""Dormant: which ties that were silent for three months come back within three more."""

from collections.abc import Iterator, Sequence

import numpy as np
from evidence.datasets import DataSet
from evidence.measuring import Judged, mailbox_windows, shown, table, weighted_auc, whole_windows, with_interval

TITLE = "Dormant"
HORIZON, SILENT, ACTIVE = 90, 90, 3
ABOUT = """Ties silent for 90 days or more with at least 3 active days in 548; what comes is contact within 90 days. AUC as above; in one
mailbox all people's ties together."""


def run(sets: Sequence[DataSet]) -> Iterator[str]:
    """Give one table."""
    rows, heads = [], ["data", "ties", "came back"]
    for data in sets:
        for view, windows in (
            ("whole", list(whole_windows(data, HORIZON))),
            ("one mailbox", [one for person in mailbox_windows(data, HORIZON) for one in person]),
        ):
            asleep = [_asleep(one) for one in windows]
            asleep = _pooled(asleep) if view != "whole" else asleep
            if not sum(len(one.alive) for one in asleep):
                continue
            models = ["recency", "active days", "decayed active days", "A, frozen", "D, frozen", "hecht"]
            figures = (
                shown(with_interval(asleep, model, weighted_auc)) if model in asleep[0].said else "-"
                for model in models
            )
            count = sum(len(one.alive) for one in asleep)
            came = sum(int(one.alive.sum()) for one in asleep) / count
            rows.append([f"{data.name}, {view}", count, f"{came:.2f}".removeprefix("0"), *figures])
            heads = ["data", "ties", "came back", *models]
    yield from table(heads, rows)


def _asleep(one: Judged) -> Judged:
    which = (one.silence >= SILENT) & (one.active >= ACTIVE)
    said = {model: values[which] for model, values in one.said.items()}
    return Judged(one.ties[which], one.silence[which], one.active[which], one.alive[which], said)


def _pooled(windows: Sequence[Judged]) -> list[Judged]:
    if not windows:
        return []
    return [
        Judged(
            np.concatenate([one.ties for one in windows]),
            np.concatenate([one.silence for one in windows]),
            np.concatenate([one.active for one in windows]),
            np.concatenate([one.alive for one in windows]),
            {model: np.concatenate([one.said[model] for one in windows]) for model in windows[0].said},
        )
    ]
