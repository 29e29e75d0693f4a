"""Position as rows, from a log: whose it is, what is known of whom, and numbers that stay."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from app.world import AS_OF, BRAM, EVA, LIZ, NOOR, NOW, PIM, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.people import Person
from hecht.app.position import PositionRow, houses
from hecht.core.errors import ItIsYouError, NobodyFoundError, WholeNetworkError

Fresh = Callable[[], Hecht]

COLUMNS = (
    "person, name, organisation, degree, strength, constraint, effective_size, efficiency, hierarchy, clustering, "
    "ego_betweenness, betweenness, pagerank, core, community, coordinator, itinerant, gatekeeper, representative, liaison, "
    "e_i_index"
)


def test_the_columns_are_those_that_others_rely_on() -> None:
    assert ", ".join(field.name for field in fields(PositionRow)) == COLUMNS


def test_the_small_world(log: Hecht) -> None:
    view = log.network(AS_OF)
    me, *others = view.rows
    assert me.person == view.ego
    # Noor wrote Pim from home once, an address of which nothing says that it is hers
    assert {row.name for row in others} == {"Bram de Boer", "Eva", "Pim Pel", "Liz", "Noor.Van.Dam"}
    assert view.ties == 6  # Noor with each of four, Bram with Eva, and that one: counted by hand from the files
    assert (me.degree, me.core, me.community) == (4, 2, None)
    assert me.clustering == pytest.approx(1 / 6, abs=1e-4)
    # of the six pairs of Noor's contacts only Bram and Eva have a tie; she is the one way between the other five
    assert me.ego_betweenness == 5
    assert me.betweenness == pytest.approx(8 / 10)  # of ten pairs of others only Bram - Eva and Pim - home pass her by
    by_name = {row.name: row for row in others}
    assert by_name["Liz"].constraint == 1
    assert by_name["Bram de Boer"].community == by_name["Eva"].community == 1
    strength = {row.name: row.strength for row in log.ties(AS_OF)}
    assert me.strength == pytest.approx(sum(strength.values()), abs=0.002)
    # most of it is with Bram alone
    assert max(strength.values()) > sum(strength.values()) / 2
    assert view.half == 1
    assert view.seen_through == ("mail", "meeting", "call")
    assert (view.whole, view.error) == (False, None)
    # Liz is of Noor's own house, Bram and Eva of others, Pim's is not known: (2 - 1) / 3
    assert me.e_i_index == pytest.approx(1 / 3, abs=1e-4)


def test_position_never_sees_what_came_later(fresh: Fresh, tmp_path: Path) -> None:
    early = [mail(NOOR, f"{EVA}, {BRAM}", 20), *(mail(BRAM, NOOR, day) for day in range(0, 60, 3))]
    late = [mail(NOOR, f"{BRAM}, {LIZ}", day) for day in range(70, 90, 3)] + [mail(PIM, f"{NOOR}, {EVA}", 80)]
    one, other = fresh(), fresh()
    read_paths(one.store, [written(tmp_path / "in", {"a.mbox": mbox(*early, *late)})], NOW, me=[NOOR])
    read_paths(other.store, [written(tmp_path / "in", {"b.mbox": mbox(*early)}) / "b.mbox"], NOW, me=[NOOR])
    for day in ("2025-03-02", "2025-03-20", "2025-05-05"):
        assert one.network(day) == other.network(day)
    assert one.network("2025-06-30") != other.network("2025-06-30")


def test_a_whole_network_has_no_user_and_nobody_of_unknown_house_has_a_role(fresh: Fresh, tmp_path: Path) -> None:
    rows = "at,from,to\n2026-01-05T09:00,ann,bob;cem\n2026-01-06T09:00,cem,dee\n"
    log = fresh()
    log.import_([written(tmp_path / "in", {"log.csv": rows.encode()}) / "log.csv"], whole=True)
    view = log.network("2026-01-31")
    assert (view.ego, view.whole, view.half, view.ties) == (None, True, None, 3)
    assert {row.name: row.degree for row in view.rows} == {"ann": 2, "bob": 1, "cem": 2, "dee": 1}
    assert {row.coordinator for row in view.rows} == {None}
    assert {row.e_i_index for row in view.rows} == {None}
    with pytest.raises(WholeNetworkError):
        log.what_if("bob", "2026-01-31")


def test_communities_keep_their_number_when_they_only_grow(fresh: Fresh, tmp_path: Path) -> None:
    def clique(names: str, day: int) -> list[str]:
        return [f"{day},{one},{other}" for one in names for other in names if one < other]

    def at(day: int) -> int:
        return 1_767_225_600 + 86_400 * day  # 1 January 2026

    # efgh are the largest at first; a week later three more join abc, who are then the largest
    rows = [*clique("abc", at(0)), *clique("efgh", at(0)), *clique("abcxyz", at(9)), f"{at(9)},a,e"]
    log = fresh()
    log.import_(
        [written(tmp_path / "in", {"log.csv": "\n".join(["at,from,to", *rows]).encode()}) / "log.csv"], whole=True
    )
    found = {day: {row.name: row.community for row in log.network(day).rows} for day in ("2026-01-06", "2026-01-11")}
    first, second = found.values()
    assert first == {**dict.fromkeys("efgh", 1), **dict.fromkeys("abc", 2)}
    assert second == {**dict.fromkeys("efgh", 1), **dict.fromkeys("abcxyz", 2)}


def test_what_one_tie_less_or_more_would_change(log: Hecht) -> None:
    me = log.network(AS_OF).rows[0]
    less = log.what_if("Eva", AS_OF)
    assert (less.more, less.degree, less.degree_then) == (False, 4, 3)
    assert (less.constraint, less.effective_size) == (me.constraint, me.effective_size)
    assert less.constraint_then is not None
    assert me.constraint is not None
    assert less.constraint_then > me.constraint  # with fewer, more of it is Bram's
    with pytest.raises(ItIsYouError):
        log.what_if(NOOR, AS_OF)
    with pytest.raises(NobodyFoundError):
        log.what_if("Zeno", AS_OF)
    more = log.what_if("Liz", "2025-04-10")  # Liz wrote on 15 and 16 April: not yet
    assert (more.more, more.degree_then) == (True, more.degree + 1)
    assert more.strength > 0
    assert more.effective_size_then is not None
    assert more.effective_size is not None
    assert more.effective_size_then == pytest.approx(more.effective_size + 1, abs=0.5)


def test_a_domain_stands_for_the_name_that_its_people_have() -> None:
    def one(number: int, organisation: str, *addresses: str) -> Person:
        return Person(number, str(number), organisation, tuple(f"mailto:{address}" for address in addresses))

    known = [
        one(1, "Delta BV", "a@delta.nl"),
        one(2, "Delta BV", "b@delta.nl"),
        one(3, "Delta", "c@delta.nl"),
        one(4, "delta.nl", "d@delta.nl"),
        one(5, "kade.nl", "e@kade.nl"),
        one(6, "", "f@gmail.com"),
    ]
    found = houses({one.id: one for one in known})
    assert found == {1: "Delta BV", 2: "Delta BV", 3: "Delta", 4: "Delta BV", 5: "kade.nl", 6: ""}


def test_rows_name_an_organisation_as_its_people_do(fresh: Fresh, tmp_path: Path) -> None:
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:Bram de Boer\nORG:Delta BV\nEMAIL:{BRAM}\nEND:VCARD\n"
    mails = mbox(mail(BRAM, NOOR, 1), mail("cara@delta.nl", NOOR, 2))
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails, "b.vcf": card.encode()})], NOW, me=[NOOR])
    rows = {row.name: row.organisation for row in log.network(AS_OF).rows}
    assert (rows["Bram de Boer"], rows["Cara"]) == ("Delta BV", "Delta BV")  # Cara is known by her address alone
