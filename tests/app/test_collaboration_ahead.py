"""What lies ahead of the demo's partnership, and what its participants tell one another."""

import json
from pathlib import Path

import pytest

from app.collaborating import demo_log, read_in, rietdelta
from hecht.app.library import Hecht
from hecht.core.collaboration.seen import How
from hecht.core.errors import CannotWriteError, NoSuchThingError, UnknownWordError
from hecht.demo import PLANTED
from hecht.sources.share import written
from hecht.text.collaboration_ahead import moment_lines

__all__ = ["demo_log", "read_in", "rietdelta"]
NOW = 1_794_819_600
"""16 November 2026, the demo's own today."""


def test_the_planted_milestones_are_read_from_titles(rietdelta: Hecht) -> None:
    view = rietdelta.collaborations.ahead("Rietdelta")
    planted = [(rietdelta.day(fact.since), fact.what) for fact in PLANTED if fact.kind == "milestone"]
    assert [(one.day, one.title) for one in view.milestones] == planted
    assert [one.kind for one in view.milestones] == ["start", "intent", "covenant", "cost_decision"]


def test_before_the_costs_a_small_thing_can_still_be_done(rietdelta: Hecht) -> None:
    view = rietdelta.collaborations.ahead("Rietdelta")
    assert view.moment is not None
    # planted: coffee, lunch and walks until the covenant of 12 March; a catching-up with Lucas on 19 May is beside it
    last = {view.people[one.person].name: one.last for one in view.moment.quiet}
    assert set(last) == {"Paula Verschoor", "Sanne de Groot", "Chantal Evers", "Lucas van Leeuwen"}
    assert {name for name, day in last.items() if day is not None and day > rietdelta.day("2026-03-12")} == {
        "Lucas van Leeuwen"
    }
    assert {one.what for one in view.moment.quiet} == {"before"}
    assert view.moment.hidden == 6  # pairs of the four others
    said = list(moment_lines(view, "nl"))
    assert said[0] == "Rietdelta: op 22 december staat de kostenverdeling op de agenda."
    assert any("tien minuten eerder koffie?" in line for line in said)
    assert said[-1].strip() == "Wat de anderen onderling hadden, is hier niet te zien."
    assert [one.name for one in rietdelta.collaborations.moments()] == ["Rietdelta"]
    assert list(moment_lines(view, "en", only=())) == []


def test_a_milestone_is_stated_with_who_has_to_agree_and_can_be_waved_away(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.milestone("Rietdelta", "Vergunning wadi", "2026-12-05", "permit", ["Paula", "Lucas"])
    view = room.ahead("Rietdelta")
    assert view.moment is not None
    assert view.moment.milestone.title == "Vergunning wadi"
    assert {view.people[one.person].name for one in view.moment.quiet} == {"Paula Verschoor", "Lucas van Leeuwen"}
    room.no_milestone("Rietdelta", view.moment.milestone.slot)
    costs = room.ahead("Rietdelta").moment
    assert costs is not None
    assert costs.milestone.kind == "cost_decision"
    room.no_milestone("Rietdelta", costs.milestone.slot[:6])
    assert room.ahead("Rietdelta").moment is None
    assert room.moments() == []
    room.undo("Rietdelta")
    assert room.ahead("Rietdelta").moment == costs
    with pytest.raises(UnknownWordError):
        room.milestone("Rietdelta", "Feest", "2026-12-05", "party")
    with pytest.raises(NoSuchThingError):
        room.no_milestone("Rietdelta", "zz")


def test_a_shared_file_holds_days_and_nothing_else(rietdelta: Hecht, tmp_path: Path) -> None:
    path = tmp_path / "rietdelta.jsonl"
    shared = rietdelta.collaborations.share("Rietdelta", path)
    head, *rows, last = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert set(last) == {"key", "signature"}
    assert set(head) == {"schema", "collaboration", "from", "until"}
    assert [set(row) for row in rows] == [{"with", "days"}] * 5
    assert path.stat().st_mode & 0o077 == 0
    assert [(len(row["days"]), row["with"]) for row in rows] == [
        (len(days), next(one for one in person.identifiers if one.startswith("mailto:")))
        for person, days in shared.pairs
    ]
    rietdelta.sphere("Chantal", "private")
    assert "Chantal Evers" not in {person.name for person, _ in rietdelta.collaborations.share("Rietdelta").pairs}
    with pytest.raises(CannotWriteError):
        rietdelta.collaborations.share("Rietdelta", tmp_path / "nowhere" / "x")


def told(path: Path, sender: str, **days: list[str]) -> Path:
    head = {"schema": "hecht.share/1", "collaboration": "rietdelta", "from": sender, "until": "2026-11-10"}
    rows = [head, *({"with": f"mailto:{one}", "days": some} for one, some in days.items())]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


PAULA, CHANTAL = "paula.verschoor@oudenweer.example", "chantal.evers@derietkraag.example"


def test_what_a_participant_tells_is_reported_until_it_is_told_anew_or_they_are_erased(
    rietdelta: Hecht, tmp_path: Path
) -> None:
    room = rietdelta.collaborations
    first = told(tmp_path / "p.jsonl", PAULA, **{CHANTAL: ["2026-04-14", "2026-09-08"]})
    summary = rietdelta.import_([first], now=NOW)
    assert (summary.new["share"], summary.unreadable) == (1, [])
    cells = {(cell.a, cell.b): cell for cell in room.show("Rietdelta").cells}
    pair = cells["Gemeente Oudenweer", "Woonstichting De Rietkraag"]
    assert pair.how is How.REPORTED
    assert pair.days is not None
    assert pair.days >= pair.glimpsed  # what was told beside what was glimpsed
    assert sum(cell.how is How.NOT_VISIBLE for cell in cells.values()) == 3  # Paula told of all her own lines
    assert room.show("Rietdelta").visible == 0.7
    assert room.history("Rietdelta")[0].author == PAULA
    rietdelta.import_([first], now=NOW, again=True)
    told(first, PAULA, **{CHANTAL: ["2026-04-14"]})
    rietdelta.import_([first], now=NOW, again=True)
    reported = [one for one in room.history("Rietdelta") if one.kind == "reported"]
    assert [str(one.value["days"]).count(" ") + 1 for one in reported] == [1, 2]
    rietdelta.erase(PAULA)
    assert room.show("Rietdelta").visible == 0.4


def test_who_takes_no_part_tells_nothing(rietdelta: Hecht, tmp_path: Path) -> None:
    stranger = told(tmp_path / "s.jsonl", "bram.terpstra@waterschap-veenstroom.example", **{CHANTAL: ["2026-04-14"]})
    summary = rietdelta.import_([stranger], now=NOW)
    assert summary.left_out["share", "elsewhere"] == 1
    assert [one for one in rietdelta.collaborations.history("Rietdelta") if one.kind == "reported"] == []


def test_keeping_no_longer_than_wanted_goes_for_what_was_told_too(rietdelta: Hecht, tmp_path: Path) -> None:
    rietdelta.import_([told(tmp_path / "p.jsonl", PAULA, **{CHANTAL: ["2025-10-14", "2026-11-03"]})], now=NOW)
    rietdelta.retain(1)
    (left,) = [one for one in rietdelta.collaborations.history("Rietdelta") if one.kind == "reported"]
    assert left.value["days"] == str(rietdelta.day("2026-11-03"))


def test_the_key_of_the_first_file_holds_until_it_is_taken_back(rietdelta: Hecht, tmp_path: Path) -> None:
    def file(name: str, day: int, seed: bytes) -> Path:
        pairs = [(f"mailto:{CHANTAL}", ["2026-04-14"])]
        path = tmp_path / name
        path.write_text(written("Rietdelta", f"mailto:{PAULA}", day, pairs, seed), encoding="utf-8")
        return path

    room, day = rietdelta.collaborations, rietdelta.day()
    mine, other = bytes(range(32)), bytes(range(1, 33))
    assert rietdelta.import_([file("first.jsonl", day - 3, mine)], now=NOW).new["share"] == 1
    pinned = next(one for one in room.history("Rietdelta") if one.kind == "share_key")
    for name, seed in (("forged.jsonl", other), ("bare.jsonl", b"")):
        summary = rietdelta.import_([file(name, day - 2, seed)], now=NOW)
        assert (summary.new["share"], summary.left_out["share", "other_key"]) == (0, 1)
    assert rietdelta.import_([file("later.jsonl", day - 1, mine)], now=NOW).new["share"] == 1
    room.undo("Rietdelta", pinned.moment)
    assert rietdelta.import_([file("new.jsonl", day, other)], now=NOW).new["share"] == 1


def test_what_one_shares_is_signed_the_same_each_time(rietdelta: Hecht) -> None:
    first, again = (rietdelta.collaborations.share("Rietdelta").text for _ in range(2))
    assert first == again
    assert '"signature"' in first.splitlines()[-1]
