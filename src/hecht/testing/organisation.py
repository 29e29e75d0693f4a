"""Made-up organisations: logs of a million to a hundred million rows with planted silos, brokers and overload, of one seed.

    python -m hecht.testing.organisation FOLDER --people 5000 --rows 1000000 --months 15 --seed 1

writes `FOLDER/log/month=2025-01/*.parquet` (a plain log), `FOLDER/people.csv` (a roster) and `FOLDER/planted.json`. Needs DuckDB.
"""

import argparse
import csv
import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hecht.core.days import DAY, to_date, to_day

FIRST = date(2025, 1, 1)
_PIECE = 1_000_000
_WIDE = 12
"""The most that are named in one row."""
_LEAVE = 0.01
"""Share of people who leave in a month; a successor comes in their place."""


@dataclass
class Organisation:
    """Who works where and with whom. People are places 0 to n - 1; a place can be taken over by a successor.

    `department`, `level` (0 director, 1 head, 2 member) and `manager` (a place, -1 for none) are by place; `a`, `b` and
    `weight` are working relations. `silos` are departments; `brokers` and `overloaded` are places.
    """

    department: NDArray[np.int64]
    level: NDArray[np.int64]
    manager: NDArray[np.int64]
    a: NDArray[np.int64]
    b: NDArray[np.int64]
    weight: NDArray[np.float64]
    silos: list[int]
    brokers: list[int]
    overloaded: list[int]
    left: dict[int, int] = field(default_factory=dict)
    """The month in which a place was taken over."""
    writes: NDArray[np.float64] | None = None
    """By working relation, the chance that it is `a` who writes; without it, one in two."""


def organisation(people: int, months: int, seed: int = 1) -> Organisation:
    """Make an organisation: departments of some 40, projects across them, a hierarchy, and what is planted.

    One department in ten is a silo: a twentieth of the usual contact with others. One person in 150 (outside silos) brokers:
    steady contact with six people in each of four departments that hardly know each other. One in 150 is overloaded: all
    of their department comes to them.
    """
    dice = np.random.default_rng(seed)
    count = max(4, people // 40)
    shares = dice.dirichlet(np.full(count, 20.0))
    sizes = 8 + dice.multinomial(people - 8 * count, shares)
    department = np.repeat(np.arange(count), sizes)
    start = np.searchsorted(department, np.arange(count + 1))
    level, manager = np.full(people, 2), np.empty(people, dtype=np.int64)
    heads = start[:-1]
    manager[:] = heads[department]
    level[heads], level[0], manager[heads], manager[0] = 1, 0, 0, -1
    silos = sorted(dice.choice(np.arange(1, count), max(1, count // 10), replace=False).tolist())
    ends: list[tuple[NDArray[np.int64], NDArray[np.int64], float]] = []

    def within(one: NDArray[np.int64], each: int, strong: float) -> None:
        of = department[one]
        for _ in range(each):
            other = start[of] + (dice.random(len(one)) * (start[of + 1] - start[of])).astype(np.int64)
            ends.append((one, other, strong))

    everybody = np.arange(people)
    within(everybody, 5, 1.0)
    ends.append((everybody[1:], manager[1:], 0.5))
    open_ = everybody[~np.isin(department, silos)]
    for _ in range(people // 12):  # projects
        size = int(dice.integers(6, 13))
        team = dice.choice(open_, size, replace=False)
        one, other = np.triu_indices(size, 1)
        some = dice.random(len(one)) < 0.5
        ends.append((team[one[some]], team[other[some]], 0.6))
    ends += [(open_, dice.choice(open_, len(open_)), 0.25) for _ in range(2)]
    closed = everybody[np.isin(department, silos)][::8]
    ends.append((closed, dice.choice(open_, len(closed)), 0.25))
    special = dice.permutation(open_[level[open_] == 2])
    number = max(2, people // 150)
    brokers, overloaded = special[:number], special[number : 2 * number]
    far = np.setdiff1d(np.arange(count), silos)
    for who in brokers:
        for there in dice.choice(far[far != department[who]], min(4, len(far) - 1), replace=False):
            near = dice.integers(start[there], start[there + 1], 6)
            ends.append((np.full(6, who), near, 1.0))
    for who in overloaded:
        of = department[who]
        own = np.arange(start[of], start[of + 1])
        around = np.concatenate([own, own, own])
        ends.append((np.full(len(around), who), around, 3.0))
    a = np.concatenate([one for one, _, _ in ends])
    b = np.concatenate([other for _, other, _ in ends])
    weight = np.concatenate([np.full(len(one), strong) for one, _, strong in ends])
    real = a != b
    a, b, weight = a[real], b[real], weight[real] * dice.lognormal(0, 0.6, int(real.sum()))
    left: dict[int, int] = {}
    planted = set(brokers.tolist()) | set(overloaded.tolist()) | set(heads.tolist())
    for month in range(1, months):
        for who in dice.choice(people, int(people * _LEAVE), replace=False).tolist():
            if who not in planted:
                left.setdefault(who, month)
    return Organisation(
        department, level, manager, a, b, weight, silos, sorted(brokers.tolist()), sorted(overloaded.tolist()), left
    )


def write(
    folder: Path, people: int, rows: int, months: int, seed: int = 1, made: Organisation | None = None
) -> Organisation:
    """Write an organisation's log in pieces of at most a million rows, its roster, and what was planted."""
    made = made or organisation(people, months, seed)
    folder.mkdir(parents=True, exist_ok=True)
    connection = import_module("duckdb").connect()
    connection.execute("SET TimeZone = 'UTC'")
    dice = np.random.default_rng([seed, 2])
    chance = np.cumsum(made.weight)
    chance /= chance[-1]
    moved = np.full(people, months)
    for who, month in made.left.items():
        moved[who] = month
    for month in range(months):
        first, last = _month(month)
        place = folder / "log" / f"month={first:%Y-%m}"
        place.mkdir(parents=True, exist_ok=True)
        left, number = rows * (month + 1) // months - rows * month // months, 0
        while left > 0:
            size = min(left, _PIECE)
            piece = _rows(dice, made, chance, size, (to_day(first), to_day(last)))
            _write(connection, piece, moved, month, people, place / f"part-{number}.parquet")
            left, number = left - size, number + 1
    connection.close()
    _roster(folder / "people.csv", made, months)
    planted = {
        "silos": [department_name(one) for one in made.silos],
        "brokers": [identifier(one) for one in made.brokers],
        "overloaded": [identifier(one) for one in made.overloaded],
    }
    (folder / "planted.json").write_text(json.dumps(planted, indent=1) + "\n", encoding="utf-8")
    return made


def _month(number: int) -> tuple[date, date]:
    first = date(FIRST.year + (FIRST.month - 1 + number) // 12, (FIRST.month - 1 + number) % 12 + 1, 1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _rows(
    dice: np.random.Generator, made: Organisation, chance: NDArray[np.float64], size: int, days: tuple[int, int]
) -> dict[str, NDArray[Any]]:
    """Draw rows of one month: three in four to one person, some to a few, one in twelve a meeting of a team."""
    tie = np.searchsorted(chance, dice.random(size))
    turned = dice.random(size) < (0.5 if made.writes is None else 1 - made.writes[tie])
    sender = np.where(turned, made.b[tie], made.a[tie])
    to = np.full((_WIDE, size), -1)
    to[0] = np.where(turned, made.a[tie], made.b[tie])
    more = dice.choice(_WIDE, size, p=[0.75, 0.12, 0.05, 0.02, 0.015, 0.01, 0.01, 0.005, 0.005, 0.005, 0.005, 0.005])
    of = made.department[to[0]]
    start = np.searchsorted(made.department, np.arange(made.department[-1] + 2))
    more[of != made.department[sender]] = 0  # who writes to another department writes to one; at home others are added
    for column in range(1, _WIDE):
        some = np.flatnonzero(more >= column)
        to[column, some] = start[of[some]] + (dice.random(len(some)) * (start[of[some] + 1] - start[of[some]])).astype(
            np.int64
        )
    working = np.array([day for day in range(*days) if to_date(day).weekday() < 5])
    day = dice.choice(working, size)
    meeting = dice.random(size) < 1 / 12
    return {
        "moment": day * DAY + 8 * 3_600 + dice.integers(0, 9 * 3_600, size),
        "sender": sender,
        "meeting": meeting.astype(np.int64),
        "duration": np.where(meeting, 1_800 * dice.integers(1, 4, size), 0),
        **{f"t{column}": to[column] for column in range(_WIDE)},
    }


def _write(
    connection: Any, piece: dict[str, NDArray[Any]], moved: NDArray[np.int64], month: int, people: int, path: Path
) -> None:
    """Write one piece; who left is written as the successor, whose number is that of the place plus the number of places."""
    late = moved <= month
    for name in ("sender", *(f"t{column}" for column in range(_WIDE))):
        place = piece[name]
        piece[name] = np.where((place >= 0) & late[place], place + people, place)
    connection.register("piece", piece)
    who = "'p' || lpad(CAST({0} AS VARCHAR), 7, '0') || '@works.example'"
    others = ", ".join(f"CASE WHEN t{column} >= 0 THEN {who.format(f't{column}')} END" for column in range(_WIDE))
    connection.execute(
        f'COPY (SELECT moment AS "at", {who.format("sender")} AS "from", concat_ws(\';\', {others}) AS "to",'
        " CASE WHEN meeting = 1 THEN 'meeting' ELSE 'mail' END AS channel, CAST(duration AS INTEGER) AS duration"
        f" FROM piece ORDER BY moment) TO '{path}' (FORMAT parquet, COMPRESSION zstd)"
    )
    connection.unregister("piece")


def identifier(number: int) -> str:
    """Give the address of a person by number."""
    return f"p{number:07d}@works.example"


def department_name(number: int) -> str:
    """Give the name of a department."""
    return f"Department {number:03d}"


def _roster(path: Path, made: Organisation, months: int) -> None:
    people = len(made.department)
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["id", "name", "department", "level", "location", "manager", "from", "until"])
        for place in range(people):
            until = _month(made.left[place])[0] if place in made.left else None
            spells = [(place, "", "" if until is None else (until - timedelta(days=1)).isoformat())]
            if until is not None and made.left[place] < months:
                spells.append((place + people, until.isoformat(), ""))
            for number, since, till in spells:
                manager = "" if made.manager[place] < 0 else identifier(int(made.manager[place]))
                where = ("North", "South", "East")[int(made.department[place]) % 3]
                rows.writerow(
                    [identifier(number), f"Person {number}", department_name(int(made.department[place])),
                     ("director", "head", "member")[int(made.level[place])], where, manager, since, till]
                )  # fmt: skip


def main() -> None:
    """Write an organisation as the command line says."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    for name, value in (("people", 5_000), ("rows", 1_000_000), ("months", 15), ("seed", 1)):
        asked.add_argument(f"--{name}", type=int, default=value)
    given = asked.parse_args()
    write(given.folder, given.people, given.rows, given.months, given.seed)


if __name__ == "__main__":
    main()
