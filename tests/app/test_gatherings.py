"""Seating and what came of it, from a log and from a plain list, as a user has them."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.collaborating import demo_log, read_in, rietdelta
from hecht import cli
from hecht.app.collaboration.gatherings import Party, gatherings, keep_seating, seat
from hecht.app.library import Hecht
from hecht.app.privacy import erase
from hecht.core.errors import (
    BadGuestsError,
    BadTablesError,
    ClashingWishesError,
    NobodyFoundError,
    NobodyToSeatError,
    NoSuchPathError,
    SeveralFoundError,
)
from hecht.text.gatherings import afterwards_lines, seating_lines, seating_list, seating_row
from hecht.text.place_cards import print_page

__all__ = ["demo_log", "read_in", "rietdelta"]

ANNA, BRAM, CEES, DAAN = "anna@stad.nl", "bram@polder.nl", "cees@delta.nl", "daan@stad.nl"


@pytest.fixture
def small(fresh: Callable[[], Hecht], tmp_path: Path) -> Hecht:
    """A log of Anna's, who wrote to Bram long ago and to Cees in June 2026, after the gathering of 1 May."""
    rows = [(f"2024-0{month}-01T09:00:00Z", ANNA, BRAM) for month in (1, 2, 3)]
    rows += [("2026-06-01T09:00:00Z", ANNA, CEES), ("2026-04-20T09:00:00Z", DAAN, ANNA)]
    path = tmp_path / "log.csv"
    with path.open("w", newline="") as out:
        csv.writer(out).writerows([("at", "from", "to"), *rows])
    log = fresh()
    log.import_([path], me=[ANNA])
    return log


def listed(folder: Path, text: str) -> Path:
    path = folder / "gasten.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plain_list_needs_no_log(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    people = listed(tmp_path, "naam;organisatie\nAnna Bos;Stad\nBram Vos;Polder\nCees Mol;Stad\nDaan Uil;Polder\n")
    view = seat(fresh().store, Party(people=people, tables=2, rounds=2), 20_000)
    assert [one.name for one in view.guests] == ["Anna Bos", "Bram Vos", "Cees Mol", "Daan Uil"]
    # each sits with two others in two rounds of pairs; those of two organisations are worth 45, of one 35
    assert view.plan.value == 4 * 45
    assert view.plan.again == 0
    assert "hecht weet" not in view.title
    assert "4 gasten staan niet in het log: van hun contact weet hecht niets." in list(seating_lines(view, "nl"))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bos\nbram@polder.nl\n",
        "Anna Bos <anna@stad.nl>\nBram <bram@polder.nl>\n",
        "email,organisation\nanna@stad.nl,\nBRAM@polder.nl,Waterschap\n",
    ],
)
def test_who_is_in_the_log_is_found_by_address(small: Hecht, tmp_path: Path, text: str) -> None:
    found = seat(small.store, Party(people=listed(tmp_path, text), tables=1), small.day("2026-07-01")).guests
    assert sum(one.person is not None for one in found) == (1 if text.startswith("Anna Bos\n") else 2)
    assert any(one.organisation for one in found)


def test_a_sleeping_contact_is_brought_together_and_said_to_sleep(small: Hecht, tmp_path: Path) -> None:
    people = listed(tmp_path, f"id\n{ANNA}\n{BRAM}\n{CEES}\n{DAAN}\n")
    view = seat(small.store, Party(people=people, tables=2), small.day("2026-07-01"))
    assert {tuple(view.guests[one].name.partition("@")[0] for one in table) for table in view.plan.rounds[0]} == {
        ("anna", "bram"),
        ("cees", "daan"),
    }
    assert any("hun contact slaapt" in line for line in seating_lines(view, "nl"))
    before = seat(small.store, Party(people=people, tables=2), small.day("2024-03-02"))
    assert not any("slaapt" in line for line in seating_lines(before, "nl"))


def test_wishes_by_name_are_kept_or_their_clash_is_named(small: Hecht, tmp_path: Path) -> None:
    people = listed(tmp_path, "Anna\nBram\nCees\nDaan\nEva\nFloor\n")

    def seated(**more: object) -> list[set[str]]:
        view = seat(small.store, Party(people=people, tables=2, **more), 20_000)  # type: ignore[arg-type]
        return [{view.guests[one].name for one in table} for table in view.plan.rounds[0]]

    assert any({"Anna", "Floor"} <= table for table in seated(together=["anna;floor"]))
    assert not any({"Anna", "Floor"} <= table for table in seated(apart=["anna + floor"]))
    with pytest.raises(ClashingWishesError, match=r"Anna \+ Bram; Anna \| Bram") as clash:
        seated(together=["anna;bram"], apart=["cees;daan", "anna;bram"])
    assert "Cees" not in str(clash.value)
    with pytest.raises(NobodyFoundError):
        seated(together=["anna;zeno"])
    with pytest.raises(SeveralFoundError):
        seated(without=["a"])
    assert "Eva" not in set().union(*seated(without=["eva"]))
    assert sorted(map(len, seated(sizes=(4, 2)))) == [2, 4]


def test_what_cannot_be_seated_is_refused(small: Hecht, tmp_path: Path) -> None:
    with pytest.raises(NobodyToSeatError):
        seat(small.store, Party(tables=2), 20_000)
    with pytest.raises(NoSuchPathError):
        seat(small.store, Party(people=tmp_path / "none.csv", tables=2), 20_000)
    for text in ("", "\n\n", "naam\n", "Anna Bos\nanna bos\n", f"{ANNA}\nAnna <{ANNA}>\n"):
        with pytest.raises(BadGuestsError):
            seat(small.store, Party(people=listed(tmp_path, text), tables=1), 20_000)
    (tmp_path / "gasten.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadGuestsError):
        seat(small.store, Party(people=tmp_path / "gasten.csv", tables=1), 20_000)
    for more in (Party(tables=3), Party(tables=0), Party(sizes=(2, 2))):
        with pytest.raises(BadTablesError):
            seat(small.store, replace(more, people=listed(tmp_path, "Anna\nBram\n")), 20_000)


def test_a_seating_that_is_kept_tells_afterwards_which_contact_went_on(small: Hecht) -> None:
    made = small.collaborations.add("Delta", [BRAM, CEES], as_of="2026-04-30")
    day = small.day("2026-05-01")
    view = seat(small.store, Party(name="Delta", tables=1), small.day("2026-04-30"))
    moment = keep_seating(small.store, view, day, "Voorjaarsbijeenkomst")
    seen = gatherings(small.store, "Delta", small.day("2026-09-01"))
    (one,) = seen.gatherings
    # Anna sees her own contact: Cees was a stranger who wrote a month later, Bram slept and still does; Bram-Cees is hidden
    assert one.came.together._asdict() == {"pairs": 2, "strangers": 1, "began": 1, "asleep": 1, "woke": 0}
    assert one.came.hidden == 1
    said = " ".join(afterwards_lines(seen, "nl"))
    assert "Van 1 paar aan één tafel die daarvoor nooit contact hadden: daarna contact bij 1." in said
    assert "anna" in said.casefold()
    early = gatherings(small.store, "Delta", small.day("2026-05-20")).gatherings[0].came
    assert (early.together.began, early.complete) == (0, False)
    assert gatherings(small.store, "Delta", small.day("2026-04-30")).gatherings == ()
    small.collaborations.undo("Delta", moment)
    assert gatherings(small.store, made.name, small.day("2026-09-01")).gatherings == ()


def test_who_is_erased_is_no_longer_at_a_gathering(small: Hecht) -> None:
    small.collaborations.add("Delta", [BRAM, CEES], as_of="2026-04-30")
    view = seat(small.store, Party(name="Delta", tables=1), small.day("2026-04-30"))
    keep_seating(small.store, view, small.day("2026-05-01"))
    erase(small.store, CEES)
    (one,) = gatherings(small.store, "Delta", small.day("2026-09-01")).gatherings
    assert len(one.people) == 2


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)


def test_the_printed_page_has_everybody_and_runs_nothing(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    people = listed(tmp_path, 'naam\n<script>alert(1)</script>\n"Bram ""de"" Vos & Zn"\nCees\n=1+1\n')
    view = seat(fresh().store, Party(people=people, tables=2, rounds=3), 20_000)
    for lang in ("nl", "en"):
        page = print_page(view.guests, view.plan.rounds, view.title, lang)
        tags = Tags()
        tags.feed(page)
        assert not {"script", "img", "link", "iframe"} & set(tags.seen)
        assert "&lt;script&gt;" in page
        assert tags.seen.count("li") == 3 * 4 + 4 * 3  # everybody at a table in each round, and on a card each round
        assert re.search("slaapt|sleep|waarde|value", re.sub("<style>.*</style>", "", page), re.IGNORECASE) is None
    rows = seating_list(view, "nl")
    assert [set(row) for row in rows] == [{"naam", "organisatie", "ronde_1", "ronde_2", "ronde_3"}] * 4
    assert seating_row(view)["bound"] >= seating_row(view)["value"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    argv, sys.argv = sys.argv, ["hecht", *arguments]
    try:
        with pytest.raises(SystemExit) as done:
            cli.main()
    finally:
        sys.argv = argv
    assert not done.value.code
    return capsys.readouterr().out


def test_the_commands_write_what_was_asked(
    rietdelta: Hecht, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rietdelta.close()
    db = ("--db", str(tmp_path / "own" / "demo.db"))
    asked = ("collaboration", "seat", "Rietdelta", "--tables", "2", "--rounds", "2", *db)
    row = json.loads(run(capsys, *asked, "--json"))["rows"][0]
    assert [[len(table) for table in tables] for tables in row["rounds"]] == [[3, 3], [3, 3]]
    assert row["value"] <= row["bound"]
    table = list(csv.reader(io.StringIO(run(capsys, *asked, "--csv", "--lang", "en"))))
    assert table[0] == ["name", "organisation", "round_1", "round_2"]
    assert len(table) == 7
    cards = tmp_path / "kaarten.html"
    said = run(capsys, *asked, "--print", str(cards), "--on", "2026-11-01", "--title", "Najaar")
    assert "Bewaard als bijeenkomst" in said
    assert cards.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "Najaar" in run(capsys, "collaboration", "afterwards", "Rietdelta", *db)
    assert (
        json.loads(run(capsys, "collaboration", "afterwards", "Rietdelta", "--json", *db))["rows"][0]["title"]
        == "Najaar"
    )
