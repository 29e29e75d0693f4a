"""Introductions, paths and dependence from a log: what is said, what is asked first, and what pooling shows and hides."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from hecht import cli
from hecht.app import pool
from hecht.app.introductions import introductions_of, say_acquainted
from hecht.app.library import Hecht
from hecht.app.paths import path
from hecht.app.position import PositionRow
from hecht.app.privacy import erase
from hecht.app.who import sphere
from hecht.core.errors import (
    EmptyLogError,
    ItIsYouError,
    NobodyFoundError,
    NobodyThereError,
    NoTeamError,
    SamePersonError,
)
from hecht.stores.store import Store
from hecht.text.introductions import introduction_lines, leave_lines, path_lines, pool_lines
from hecht.text.network import position_lines

ME, ANNA, BRAM, CARLA, DIRK, EVA = (
    "me@own.nl",
    "anna@alfa.nl",
    "bram@beta.nl",
    "carla@own.nl",
    "dirk@delta.nl",
    "eva@epsilon.nl",
)
HOME = "piet@gmail.com"
AS_OF = "2026-03-31"
Row = tuple[int, str, str]


def filled(log: Hecht, folder: Path, rows: Iterable[Row], me: str = ME, *, whole: bool = False) -> Hecht:
    """Import mails (day of March 2026, from, to) of one person."""
    lines = [f"2026-03-{day:02}T10:{i % 60:02}:00Z,{sender},{to}" for i, (day, sender, to) in enumerate(rows)]
    path_ = folder / f"{me}{len(lines)}.csv"
    path_.write_text("\n".join(["at,from,to", *lines]) + "\n")
    log.import_([path_], me=[] if whole else [me], whole=whole)
    return log


MINE: list[Row] = [
    *((day, ANNA, ME) for day in (1, 8, 15, 22, 29)),
    *((day, BRAM, ME) for day in (2, 9, 16, 23, 30)),
    (3, CARLA, f"{ME};{DIRK}"),
    (10, CARLA, f"{ME};{ANNA}"),
    (17, CARLA, ME),
    (24, HOME, ME),
]
"""Carla (a colleague) wrote to me and Dirk, and to me and Anna. Anna and Bram are never seen together."""
HERS: list[Row] = [
    *((day, DIRK, CARLA) for day in (4, 11, 18, 25)),
    *((day, EVA, CARLA) for day in (5, 12)),
    (6, HOME, CARLA),
]


@pytest.fixture
def mine(fresh: Callable[[], Hecht], tmp_path: Path) -> Hecht:
    return filled(fresh(), tmp_path, MINE)


def names(log: Hecht) -> set[frozenset[str]]:
    return {frozenset((row.a.name, row.b.name)) for row in log.introductions(AS_OF, most=0).rows}


def test_pairs_of_my_contacts_who_were_never_in_contact(mine: Hecht) -> None:
    """Carla mailed with Anna and Dirk: those pairs are out, and Dirk had no contact with me."""
    assert names(mine) == {
        frozenset(pair) for pair in [(ANNA, BRAM), (BRAM, CARLA), (ANNA, HOME), (BRAM, HOME), (CARLA, HOME)]
    }
    row = next(row for row in mine.introductions(AS_OF).rows if {row.a.name, row.b.name} == {BRAM, CARLA})
    assert row.broker is not None
    assert row.broker.name == ME
    assert not row.certain


def test_a_later_day_is_never_seen(mine: Hecht) -> None:
    day = mine.day("2026-03-09")
    assert {frozenset((row.a.name, row.b.name)) for row in introductions_of(mine.store, day).rows} == {
        frozenset(pair) for pair in [(ANNA, BRAM), (BRAM, CARLA), (ANNA, CARLA)]
    }


def test_it_asks_first_and_keeps_the_answer(mine: Hecht) -> None:
    asked = "\n".join(introduction_lines(mine.introductions(AS_OF), "nl", "hecht"))
    assert "Kennen " in asked
    assert " elkaar?" in asked
    say_acquainted(mine.store, "anna", "bram", yes=True)
    assert frozenset((ANNA, BRAM)) not in names(mine)
    say_acquainted(mine.store, "bram", "anna", yes=False)
    first = mine.introductions(AS_OF).rows[0]
    assert {first.a.name, first.b.name} == {ANNA, BRAM}
    assert first.told
    told = "\n".join(introduction_lines(mine.introductions(AS_OF, most=1), "nl", "hecht"))
    assert "Je zei dat ze elkaar niet kennen." in told
    assert "elkaar?" not in told
    say_acquainted(mine.store, "anna", "bram", yes=None)
    assert not any(row.told for row in mine.introductions(AS_OF).rows)
    assert frozenset((ANNA, BRAM)) in names(mine)


def test_one_person_and_the_user_are_nobody_to_ask_about(mine: Hecht) -> None:
    with pytest.raises(SamePersonError):
        say_acquainted(mine.store, "anna", "anna@alfa.nl", yes=True)
    with pytest.raises(ItIsYouError):
        say_acquainted(mine.store, "anna", ME, yes=True)


def test_a_path_to_somebody_and_into_an_organisation(mine: Hecht) -> None:
    for wanted in ("dirk", "delta.nl", "DELTA"):
        view = path(mine.store, wanted, mine.day(AS_OF))
        (chain,) = view.chains
        assert [one.name for one in chain.people] == [ME, CARLA, DIRK]
        assert chain.weakest == 1
    lines = list(path_lines(view, "nl"))
    assert lines[0] == "Bij delta.nl heb je, voor zover te zien, zelf nog geen contact."
    assert lines[1].startswith("carla@own.nl (own.nl) kan je voorstellen aan dirk@delta.nl (delta.nl).")
    with pytest.raises(NobodyFoundError):
        mine.path("zeta", AS_OF)
    with pytest.raises(ItIsYouError):
        mine.path(ME, AS_OF)


def test_who_is_private_is_not_asked(mine: Hecht) -> None:
    sphere(mine.store, "carla", "private")
    assert mine.path("dirk", AS_OF).chains == ()
    assert "geen weg te zien" in next(path_lines(mine.path("dirk", AS_OF), "nl"))
    assert [len(chain.people) for chain in mine.path("carla", AS_OF).chains] == [2]


def test_what_rests_on_carla(mine: Hecht) -> None:
    view = mine.leave("carla", AS_OF)
    assert [one.name for one in view.held] == [DIRK]
    assert view.organisations == ("delta.nl",)
    assert [{a.name, b.name} for a, b in view.opened] == [{ANNA, DIRK}]
    said = " ".join(leave_lines(view, "nl"))
    assert "Alleen carla@own.nl heeft contact met dirk@delta.nl (delta.nl)." in said
    assert "Organisaties waar dan niemand meer te bereiken is: delta.nl." in said
    assert mine.leave("bram", AS_OF).organisations == ("beta.nl",)
    with pytest.raises(ItIsYouError):
        mine.leave(ME, AS_OF)
    with pytest.raises(NobodyThereError):
        mine.leave("carla", AS_OF, organisation="zeta")


def test_a_whole_network_needs_a_team(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    log = filled(fresh(), tmp_path, [(1, "a", "b"), (2, "b", "c"), (3, "a", "d")], whole=True)
    with pytest.raises(NoTeamError):
        log.leave("b", AS_OF)
    view = log.leave("b", AS_OF, team=["a"])
    assert [one.name for one in view.held] == ["c"]
    assert view.unseen is None
    rows = log.introductions(AS_OF, most=0).rows
    assert {frozenset((row.a.name, row.b.name)) for row in rows} == {frozenset("ac"), frozenset("bd")}
    assert all(row.certain for row in rows)
    assert [row.worth for row in rows] == [row.score for row in rows]


def test_an_empty_log_says_so(fresh: Callable[[], Hecht]) -> None:
    with pytest.raises(EmptyLogError):
        fresh().introductions(AS_OF)


@pytest.fixture
def colleague(mine: Hecht, tmp_path: Path) -> Hecht:
    """Give Carla's log, in the same store as mine."""
    return filled(Hecht(Store(mine.store.engine, 2, mine.store.tombstones)), tmp_path, HERS, CARLA)


def test_pooling_takes_two_and_shows_work_only(mine: Hecht, colleague: Hecht) -> None:
    with pytest.raises(NobodyFoundError):
        mine.path("eva", AS_OF)
    colleague.pool(on=True)
    with pytest.raises(NobodyFoundError):
        mine.path("eva", AS_OF)  # who does not give does not look
    assert mine.pool(on=True).others == 1
    view = mine.path("eva", AS_OF)
    assert [one.name for one in view.chains[0].people] == [ME, CARLA, EVA]
    assert "1 gedeeld log van een collega" in list(path_lines(view, "nl"))[-1]
    assert "piet" not in " ".join(one.name for one in mine.leave("carla", AS_OF).lost)
    pair = next(row for row in mine.introductions(AS_OF, most=0).rows if {row.a.name, row.b.name} == {BRAM, CARLA})
    assert pair.certain  # all of Carla's contact is seen now
    colleague.pool(on=False)
    with pytest.raises(NobodyFoundError):
        mine.path("eva", AS_OF)
    assert next(pool_lines(colleague.pool(), "nl")).startswith("Je log wordt niet gedeeld")


def test_pooling_leaves_out_who_is_private_there_and_who_was_erased_here(mine: Hecht, colleague: Hecht) -> None:
    for log in (mine, colleague):
        pool.set_pool(log.store, AS_OF)
    sphere(colleague.store, "eva", "private")
    with pytest.raises(NobodyFoundError):
        mine.path("eva", AS_OF)
    assert erase(mine.store, "dirk").name == DIRK
    with pytest.raises(NobodyFoundError):
        mine.path("dirk", AS_OF)


def test_position_over_pooled_logs(mine: Hecht, colleague: Hecht) -> None:
    alone = mine.network(AS_OF)
    # me with Anna, Bram, Carla and Piet; Carla with Dirk and Anna
    assert (alone.ties, alone.pooled, {row.name for row in alone.rows}) == (6, (), {ME, ANNA, BRAM, CARLA, HOME, DIRK})
    for log in (mine, colleague):
        pool.set_pool(log.store, AS_OF)
    view = mine.network(AS_OF)
    # and Carla with Eva; that Piet wrote to her from a private address stays hers
    assert (view.ties, view.pooled) == (7, (CARLA,))
    strength = {row.name: row.strength for row in view.rows}
    # hers shows four days with Dirk where mine shows one: 4, 11, 18 and 25 March, halved every 90 days up to the 31st
    assert strength[DIRK] == pytest.approx(sum(2 ** (-age / 90) for age in (27, 20, 13, 6)), abs=5e-4)
    assert strength[DIRK] > {row.name: row.strength for row in alone.rows}[DIRK]
    assert next(position_lines(view, "nl")).endswith(f"gezien via mail en het gedeelde log van {CARLA}.")
    assert next(position_lines(view, "en")).endswith(f"and the pooled log of {CARLA}.")
    assert mine.network("2026-03-04").ties == 4  # Eva wrote on the 5th: me with three, Carla with Dirk
    assert mine.export(AS_OF).people == alone_people(mine, colleague)
    colleague.pool(on=False)
    assert mine.network(AS_OF) == alone


def alone_people(mine: Hecht, colleague: Hecht) -> tuple[PositionRow, ...]:
    """Give what is exported without the other's log: a file is no place for what is theirs."""
    colleague.pool(on=False)
    found = mine.export(AS_OF).people
    colleague.pool(on=True)
    return found


def test_the_commands_give_words_and_columns(
    mine: Hecht, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> str:
        where = mine.store.engine.url.render_as_string(hide_password=False)
        monkeypatch.setattr(sys, "argv", ["hecht", *arguments, "--db", where])
        try:
            cli.main()
        except SystemExit as left:
            assert not left.code  # noqa: PT017 - that it ends well is what is tested
        return capsys.readouterr().out

    head = run("introductions", "--as-of", AS_OF, "--csv").splitlines()[0]
    assert head.startswith('"a","b","score","worth","broker","shared","reason"')
    assert '"schema": "hecht.introductions/1"' in run("introductions", "--as-of", AS_OF, "--json")
    assert (
        run("introductions", "acquainted", "anna", "bram", "no") == f"Genoteerd: {ANNA} en {BRAM} kennen elkaar niet.\n"
    )
    assert "again whether" in run("introductions", "acquainted", "anna", "bram", "undo", "--lang", "en")
    assert "can introduce you to" in run("path", "dirk", "--as-of", AS_OF, "--lang", "en")
    assert '"holds"' in run("path", "dirk", "--as-of", AS_OF, "--json")
    assert "Only carla@own.nl is in touch with" in run("leave", "carla", "--as-of", AS_OF, "--lang", "en")
    assert '"unseen_low"' in run("leave", "carla", "--as-of", AS_OF, "--csv")
    assert "Pooled with 0 other logs" in run("privacy", "pool", "on", "--lang", "en")
    assert "not pooled" in run("privacy", "pool", "off", "--lang", "en")


def test_another_log_of_the_store_by_number(
    mine: Hecht, colleague: Hecht, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HECHT_DB", mine.store.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("HECHT_LOG", "")

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["hecht", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        said = capsys.readouterr()
        return int(left.value.code or 0), said.out + said.err

    assert run("privacy", "pool", "on")[0] == 0
    monkeypatch.setenv("HECHT_LOG", "2")
    assert "1 ander log" in run("privacy", "pool", "on")[1]
    assert "1 contact," not in run("network", "--as-of", AS_OF)[1]
    assert DIRK in run("--log", "2", "ties", "--as-of", AS_OF, "--csv")[1]
    assert DIRK not in run("--log", "1", "ties", "--as-of", AS_OF, "--csv")[1]
    assert run("--log", "0", "ties")[0] == 2
    monkeypatch.setenv("HECHT_LOG", "two")
    code, said = run("ties")
    assert (code, "HECHT_LOG" in said) == (2, True)
    colleague.pool(on=False)
