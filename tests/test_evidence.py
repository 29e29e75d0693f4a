"""The evidence: its measures by hand, its adapters on small files, and that it says what it did not have."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from evidence.datasets import DataSet, college, datasets, eu, plain
from evidence.layers import kappa
from evidence.measuring import shown, weighted_auc, weighted_brier, weighted_ece
from evidence.task_and_relation import dialogues, on
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.judging import auc, brier, calibration_error

ROOT = Path(__file__).parent.parent
SCORES = st.lists(st.tuples(st.integers(0, 10), st.booleans(), st.integers(0, 3)), min_size=2, max_size=30)


@given(SCORES)
def test_a_weight_is_how_often_a_tie_is_there(scored: list[tuple[int, bool, int]]) -> None:
    score = np.array([one / 10 for one, _, _ in scored])
    alive = np.array([came for _, came, _ in scored])
    times = np.array([weight for _, _, weight in scored])
    if not 0 < (alive * times).sum() < times.sum():
        return
    some, came = np.repeat(score, times), np.repeat(alive, times)
    weight = times.astype(np.float64)
    assert weighted_auc(score, alive)(weight) == pytest.approx(auc(some, came))
    assert weighted_brier(score, alive)(weight) == pytest.approx(brier(some, came))
    assert weighted_ece(score, alive)(weight) == pytest.approx(calibration_error(some, came))


def test_kappa_with_linear_weights_by_hand() -> None:
    # of ten, four stay in the first, three in the second, two move by one and one by two:
    # disagreement seen 2 * 1 + 1 * 2 = 4; expected from the margins (5, 4, 1) and (5, 4, 1)
    counted = np.array([[4, 1, 0], [0, 3, 1], [1, 0, 0]], dtype=float)
    assert counted.sum(axis=0).tolist() == counted.sum(axis=1).tolist() == [5, 4, 1]
    # (5*4 + 4*5 + 4*1 + 1*4) * 1 + (5*1 + 1*5) * 2 = 68, divided by ten
    assert kappa(counted) == pytest.approx(1 - 4 / 6.8)
    assert kappa(np.eye(3)) == 1.0


def test_mail_to_more_than_five_is_no_contact(tmp_path: Path) -> None:
    file = tmp_path / "email-Eu-core-temporal.txt"
    many = [f"1 {other} 90000" for other in range(2, 8)]
    file.write_text("\n".join([*many, "1 2 100", "1 3 100", "3 1 86500", "4 4 5", f"1 9 {526 * 86400}"]))
    assert eu(file).rows.tolist() == [[1, 2, 0], [1, 3, 0], [1, 3, 1]]


def test_chats_count_once_a_day(tmp_path: Path) -> None:
    file = tmp_path / "CollegeMsg.txt"
    file.write_text("\n".join(["5 3 86400", "3 5 86500", *(f"5 3 {day * 86400}" for day in (2, 100))]))
    data = college(file)
    assert data.rows.tolist() == [[3, 5, 0], [3, 5, 1], [3, 5, 99]]
    assert data.windows == {30: (60,), 90: (), 180: ()}


def made(path: Path) -> Path:
    """Write a plain log of 24 people over 600 days, in which some write to each other often and some seldom."""
    chance = random.Random(4)
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(("at", "from", "to", "cc"))
        for one in range(24):
            for other in range(one + 1, 24):
                for _ in range(chance.choice((0, 3, 10, 60))):
                    day = chance.randrange(600)
                    table.writerow((day * 86_400, one, other, ""))
    return path


def test_a_plain_log_is_a_data_set(tmp_path: Path) -> None:
    file = tmp_path / "own.log.csv"
    file.write_text("at,from,to,cc\n1970-01-01T10:00:00+00:00,a,b;c,d\n86400,b,a,\n")
    assert plain(file).rows.tolist() == [[0, 1, 0], [0, 1, 1], [0, 2, 0], [0, 3, 0]]


def test_one_mailbox_holds_the_ties_of_one_person(tmp_path: Path) -> None:
    data = plain(made(tmp_path / "own.log.csv"))
    boxes = list(data.mailboxes(least_ties=1))
    assert sum(len(box.tie) for box in boxes) == 2 * len(data.rows)
    assert len(boxes) == 24
    assert sum(len(box.tie) for box in data.mailboxes(most=5, least_ties=1)) < len(data.rows)


def test_the_runner_writes_a_page_and_says_what_was_not_there(tmp_path: Path) -> None:
    made(tmp_path / "own.log.csv")
    found = list(datasets(tmp_path))
    assert [one for one in found if isinstance(one, str)] == [
        f"{name} is not in {tmp_path.name}: not judged" for name in ("email-Eu-core-temporal.txt", "CollegeMsg.txt")
    ]
    assert [one.name for one in found if isinstance(one, DataSet)] == ["own.log"]
    page = tmp_path / "page.md"
    done = subprocess.run(
        [sys.executable, "-m", "evidence", tmp_path, "--out", page, "--only", "contact,layers"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    text = page.read_text(encoding="utf-8")
    assert text in done.stdout
    assert "CollegeMsg.txt is not in" in text
    assert "own.log, seen whole" in text
    assert "hecht" in text.split("| days ahead", 1)[1].split("\n", 1)[0]
    assert "## Layers" in text


def test_nothing_there_is_said_and_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evidence", tmp_path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("not judged") == 2


def dialogue(*texts: str, liking: tuple[str, str], points: tuple[int, int]) -> dict[str, object]:
    return {
        "chat_logs": [{"text": text} for text in texts],
        "participant_info": {
            str(index): {"outcomes": {"opponent_likeness": liked, "points_scored": scored}}
            for index, (liked, scored) in enumerate(zip(liking, points, strict=True))
        },
    }


def test_the_amounts_of_a_dialogue_add_up_to_what_was_said(tmp_path: Path) -> None:
    warm, dry = (
        "So sorry to hear that you are ill, get well soon!",
        "I need two of the water and the firewood for that.",
    )
    file = tmp_path / "casino_test.json"
    file.write_text(
        json.dumps(
            [
                dialogue(warm, dry, warm, liking=("Slightly like", "Extremely like"), points=(17, 19)),
                dialogue(dry, dry, liking=("Extremely dislike", "Undecided"), points=(5, 6)),
            ]
        )
    )
    first, second = dialogues(file)
    assert (first.liking, first.points, second.liking, second.points) == (3.5, 36.0, 1.0, 11.0)
    assert first.relation + first.task == pytest.approx(3)
    assert second.relation + second.task == pytest.approx(2)
    assert first.relation > 1.5  # twice something warm
    assert second.relation < 0.5  # nothing but goods


def test_data_that_are_no_logs_are_absent_when_they_are(tmp_path: Path) -> None:
    assert list(on(tmp_path))[-1] == "CaSiNo: absent.\n"


def test_a_figure_below_zero_keeps_its_sign() -> None:
    assert shown((0.839, 0.835, 0.842)) == ".839 (.835-.842)"
    assert shown((-0.039, -0.128, 0.071)) == "-.039 (-.128 to .071)"
