"""Both amounts of a negotiation against what came of it: points and liking in CaSiNo (Chawla et al. 2021), printed whatever they are.

    python -m evidence.partnerships.negotiations FOLDER

A dialogue is two people who divide food, water and firewood for a camping trip. Content is the sum of (100 - relation) / 100 over
what both wrote, relation the sum of relation / 100, by hecht's own judgement of tone as it is shipped; nothing is fitted here.
Points are those of both together, liking and satisfaction the mean of what the two said of each other (1-5). Spearman's rho with a 95 %
interval by resampling dialogues. The data is not part of this repository; without it this says so.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from evidence.tone.judge import LIKING, spearman

from hecht.app.tone import own_judge

SATISFIED = (
    "Extremely dissatisfied",
    "Slightly dissatisfied",
    "Undecided",
    "Slightly satisfied",
    "Extremely satisfied",
)
FILES = ("casino_train.json", "casino_valid.json", "casino_test.json")


def dialogues(folder: Path) -> list[dict[str, Any]]:
    """Read every dialogue of the folder."""
    found: list[dict[str, Any]] = []
    for name in FILES:
        if (folder / name).exists():
            found += json.loads((folder / name).read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Print the table."""
    every = dialogues(Path(sys.argv[1])) if len(sys.argv) > 1 else []
    if not every:
        print("CaSiNo: absent")
        return
    judge = own_judge()
    amounts: dict[str, list[float]] = {"content": [], "relation": [], "relation share": []}
    outcomes: dict[str, list[float]] = {"points": [], "liking": [], "satisfaction": []}
    for one in every:
        said = [judge(turn["text"], "").relation for turn in one["chat_logs"]]
        known = [part for part in said if part is not None]
        if not known:
            continue
        relation = sum(known) / 100
        amounts["relation"].append(relation)
        amounts["content"].append(len(known) - relation)
        amounts["relation share"].append(relation / len(known))
        people = [two["outcomes"] for two in one["participant_info"].values()]
        outcomes["points"].append(float(sum(two["points_scored"] for two in people)))
        outcomes["liking"].append(float(np.mean([LIKING.index(two["opponent_likeness"]) for two in people])))
        outcomes["satisfaction"].append(float(np.mean([SATISFIED.index(two["satisfaction"]) for two in people])))
    print(f"CaSiNo, {len(amounts['content'])} of {len(every)} dialogues, Spearman's rho (95 %)")
    print("| amount | " + " | ".join(outcomes) + " |")
    print("|---|" + "---|" * len(outcomes))
    for name, values in amounts.items():
        cells = []
        for outcome in outcomes.values():
            rho, low, high = spearman(np.array(values), np.array(outcome))
            cells.append(f"{rho:+.3f} ({low:+.3f} to {high:+.3f})")
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
