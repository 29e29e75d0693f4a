"""The judged asks and candidates by which matching is measured: their form, in every part that is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "evidence" / "matching"
COLUMNS = {
    "asks": ["id", "field", "lang", "text"],
    "candidates": ["id", "field", "lang", "kind", "text"],
    "judged": ["ask", "candidate", "grade"],
}
FIELDS = {"water", "care", "education", "energy", "housing", "safety", "mobility", "culture", "it", "nature"}
FEWEST = {"heldback": (44, 140), "development": (80, 250)}
PARTS = sorted(path.name.removesuffix("_asks.tsv") for path in ROOM.glob("*_asks.tsv"))
IDENTIFYING = re.compile(r"@|https?:|www\.|\b[A-Z]{2}\d{2} ?[A-Z]{4}|\d{6,}|\b0\d{1,3}[ -]\d{3}|\+\d")


def rows(part: str, table: str) -> list[dict[str, str]]:
    """Read a table: tab separated, without quoting, its columns as the guidelines name them."""
    lines = (ROOM / f"{part}_{table}.tsv").read_text("utf-8").removesuffix("\n").split("\n")
    assert lines[0].split("\t") == COLUMNS[table]
    return [dict(zip(COLUMNS[table], line.split("\t"), strict=True)) for line in lines[1:]]


def texts() -> list[dict[str, str]]:
    """Give every ask and every candidate of every part."""
    return [row for part in PARTS for table in ("asks", "candidates") for row in rows(part, table)]


def test_the_held_back_part_is_there_and_no_part_is_unknown() -> None:
    assert "heldback" in PARTS
    assert set(PARTS) <= set(FEWEST)


def test_an_id_and_a_text_stand_once() -> None:
    for said in (
        [row["id"] for row in texts()],
        [" ".join(re.findall(r"\w+", row["text"].lower())) for row in texts()],
    ):
        assert [one for one, times in Counter(said).items() if times > 1] == []


def test_texts_are_clean_and_nobody_can_be_found_by_them() -> None:
    for row in texts():
        assert row["text"] == " ".join(row["text"].split()), row
        assert row["text"].isprintable(), row
        assert not IDENTIFYING.search(row["text"]), row


@pytest.mark.parametrize("part", PARTS)
def test_asks_cover_the_fields_and_both_languages(part: str) -> None:
    asks = rows(part, "asks")
    fields = Counter(row["field"] for row in asks)
    assert len(asks) >= FEWEST[part][0]
    assert set(fields) == FIELDS
    assert min(fields.values()) >= 4
    assert {row["lang"] for row in asks} == {"nl", "en"}
    assert 0.65 <= sum(row["lang"] == "nl" for row in asks) / len(asks) <= 0.85
    assert [row for row in asks if not 4 <= len(row["text"].split()) <= 30] == []


@pytest.mark.parametrize("part", PARTS)
def test_candidates_are_offers_and_topics_in_both_languages(part: str) -> None:
    candidates = rows(part, "candidates")
    assert len(candidates) >= FEWEST[part][1]
    assert {row["field"] for row in candidates} == FIELDS
    assert {(row["kind"], row["lang"]) for row in candidates} == {
        (k, n) for k in ("offer", "topics") for n in ("nl", "en")
    }
    assert 0.5 <= sum(row["kind"] == "offer" for row in candidates) / len(candidates) <= 0.7


@pytest.mark.parametrize("part", PARTS)
def test_every_ask_is_judged_and_every_judgement_refers(part: str) -> None:
    judged = rows(part, "judged")
    asks, candidates = ({row["id"] for row in rows(part, table)} for table in ("asks", "candidates"))
    times = Counter(row["ask"] for row in judged)
    assert set(times) == asks
    assert max(times.values()) <= 4
    assert {row["candidate"] for row in judged} < candidates
    assert {row["grade"] for row in judged} == {"1", "2"}
    assert len({(row["ask"], row["candidate"]) for row in judged}) == len(judged)


@pytest.mark.parametrize("part", PARTS)
def test_some_answers_are_in_the_other_language(part: str) -> None:
    spoken = {row["id"]: row["lang"] for table in ("asks", "candidates") for row in rows(part, table)}
    across = Counter(
        spoken[row["ask"]] for row in rows(part, "judged") if spoken[row["ask"]] != spoken[row["candidate"]]
    )
    assert set(across) == {"nl", "en"}
    assert across.total() >= 12
