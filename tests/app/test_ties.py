"""Ties, persons and names as the library gives them."""

from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.world import AS_OF, BRAM, EVA, HOME, LIZ, NOOR, NOW, PIM, calendar, mail, mbox, meeting, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.situation import events
from hecht.app.snapshot import counts_of, facts_of_all, take
from hecht.app.ties import TieRow
from hecht.core.errors import BadDateError, NobodyFoundError, SeveralFoundError
from hecht.core.identity import key_of
from hecht.core.model import OWNER
from hecht.stores.store import Store, open_store
from hecht.testing.histories import EGO, History, histories, holding

Fresh = Callable[[], Hecht]

COLUMNS = (
    "ego, alter, name, organisation, first, last, silence_days, active_days, sent, received, reciprocity, rhythm_days, strength, "
    "warmth, task_amount, relation_amount, relation_share, p_contact_30, p_contact_90, p_contact_180, state, layer, one_to_one, "
    "channels, seen_through, stated"
)


def least_key(*identifiers: str) -> int:
    """Give the id of a person with these identifiers."""
    return min(map(key_of, identifiers))


def test_the_columns_of_ties_are_those_that_others_rely_on() -> None:
    assert ", ".join(field.name for field in fields(TieRow)) == COLUMNS


def test_ties_of_the_small_world(log: Hecht) -> None:
    rows = {row.name: row for row in log.ties(AS_OF)}
    # counted by hand from the files: Bram wrote 15 weekly mails and one more, Noor wrote him two, and one meeting
    bram = rows["Bram de Boer"]
    assert (bram.sent, bram.received, bram.active_days) == (2, 16, 18)
    assert (bram.first, bram.last, bram.silence_days) == ("2025-03-03", "2025-06-21", 9)
    assert bram.channels == ("mail", "meeting")
    assert bram.one_to_one == 17
    assert bram.reciprocity == 0.125
    eva = rows["Eva"]
    assert (eva.sent, eva.received, eva.active_days, eva.first, eva.last) == (2, 1, 5, "2025-03-12", "2025-04-22")
    assert eva.channels == ("mail", "meeting", "call")
    assert set(rows) == {"Bram de Boer", "Eva", "Pim Pel", "Liz", "Noor.Van.Dam"} - {"Noor.Van.Dam"}
    assert {row.ego for row in rows.values()} == {least_key(f"mailto:{NOOR}", OWNER)}
    assert [row.strength for row in log.ties(AS_OF)] == sorted((row.strength for row in rows.values()), reverse=True)


def test_organisations_are_registrable_domains_unless_an_address_book_says_otherwise(log: Hecht) -> None:
    found = {row.name: row.organisation for row in log.ties(AS_OF)}
    assert found == {"Bram de Boer": "Delta BV", "Eva": "kade.co.uk", "Pim Pel": "", "Liz": "waterschap.nl"}


def test_two_addresses_of_the_user_are_one_person(fresh: Fresh, world: Path) -> None:
    log = fresh()
    read_paths(log.store, [world], NOW, me=(NOOR, HOME))
    rows = {row.name: row for row in log.ties(AS_OF)}
    assert (rows["Pim Pel"].sent, rows["Pim Pel"].received) == (2, 1)
    assert {row.ego for row in rows.values()} == {least_key(f"mailto:{NOOR}", f"mailto:{HOME}", OWNER)}


def test_all_pairs_hold_the_ties_of_the_user_and_those_among_others_without_chances(log: Hecht) -> None:
    own, every = log.ties(AS_OF), log.ties(AS_OF, every=True)
    ego = own[0].ego
    assert [row for row in every if row.ego == ego] == own
    among = {frozenset((row.ego, row.alter)): row for row in every if ego not in (row.ego, row.alter)}
    bram = next(row.alter for row in own if row.name == "Bram de Boer")
    eva = key_of(f"mailto:{EVA}")
    assert among[frozenset((bram, eva))].active_days == 2
    assert all(row.p_contact_30 is None for row in among.values())


def test_a_person_in_months(log: Hecht) -> None:
    view = log.person("bram", AS_OF)
    assert view.name == "Bram de Boer"
    assert view.identifiers == (f"mailto:{BRAM}", "mailto:bram@thuis.nl")
    assert view.tie == next(row for row in log.ties(AS_OF) if row.name == "Bram de Boer")
    assert [(one.month, one.active_days, one.sent, one.received, one.together) for one in view.months] == [
        ("2025-03", 7, 2, 5, 1),
        ("2025-04", 4, 0, 4, 0),
        ("2025-05", 4, 0, 4, 0),
        ("2025-06", 3, 0, 3, 0),
    ]
    assert [(one.mine, one.day, one.subject) for one in view.questions] == [(False, "2025-06-21", "planning dijk")]


@pytest.mark.parametrize(
    "name", ["Bram de Boer", "bram DE boer", "boer", "BRAM@delta.nl", f"mailto:{BRAM}", "bram@thuis.nl", "boer bram"]
)
def test_people_are_found_by_name_part_of_a_name_or_address(log: Hecht, name: str) -> None:
    assert log.person(name, AS_OF).name == "Bram de Boer"
    assert log.person(str(log.person(name, AS_OF).person), AS_OF).name == "Bram de Boer"


def test_nobody_and_several(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    mails = mbox(mail(EVA, NOOR, 1), mail("eva@elders.nl", NOOR, 1), mail("evan@elders.nl", NOOR, 1))
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails})], NOW, me=[NOOR])
    with pytest.raises(NobodyFoundError):
        log.person("Zeno", AS_OF)
    with pytest.raises(NobodyFoundError):
        log.person(" ", AS_OF)
    with pytest.raises(SeveralFoundError, match=r"Eva <eva@elders\.nl>; Eva <eva@sub\.kade\.co\.uk>$"):
        log.person("eva", AS_OF)
    assert log.person("evan", AS_OF).identifiers == ("mailto:evan@elders.nl",)


def test_names_come_from_the_address_book_then_from_people_themselves(fresh: Fresh, tmp_path: Path) -> None:
    by_others = [mail(BRAM, f"Evie <{EVA}>, {NOOR}", day) for day in (0, 35, 70)]
    by_herself = [
        mail(EVA, NOOR, day).replace(b"From: Eva ", name)
        for day, name in ((1, b"From: Eva P "), (40, b"From: Eva Prins "))
    ]
    by_herself.append(mail(EVA, NOOR, 75).replace(b"From: Eva ", b"From: Eva Prins "))
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*by_others)})], NOW, me=[NOOR])
    assert log.person(EVA).name == "Evie"
    read_paths(log.store, [written(tmp_path / "in", {"b.mbox": mbox(*by_herself)})], NOW)
    assert log.person(EVA).name == "Eva Prins"
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:E. Prins\nEMAIL:{EVA}\nEND:VCARD\n".encode()
    read_paths(log.store, [written(tmp_path / "in", {"c.vcf": card})], NOW)
    assert log.person(EVA).name == "E. Prins"


def test_a_day_may_be_text_a_date_or_a_number(log: Hecht) -> None:
    assert log.day("1970-01-02") == log.day(1) == 1
    assert log.ties(log.day(AS_OF)) == log.ties(AS_OF)
    with pytest.raises(BadDateError):
        log.day("yesterday")


def test_machines_and_lists_are_no_ties(fresh: Fresh, tmp_path: Path) -> None:
    listed = mail(BRAM, "praat@lijst.nl", 1, more="List-Id: <praat.lijst.nl>\nList-Post: <mailto:praat@lijst.nl>\n")
    mails = mbox(listed, mail(NOOR, "praat@lijst.nl", 2), mail(NOOR, "no-reply@krant.nl", 3), mail(NOOR, LIZ, 4))
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails})], NOW, me=[NOOR])
    assert [row.name for row in log.ties(AS_OF)] == [LIZ]


def test_meetings_count_once_they_were_and_not_when_declined_or_cancelled(fresh: Fresh, tmp_path: Path) -> None:
    changed = calendar(
        meeting("a", 10, BRAM),
        meeting("b", 11, BRAM, more="STATUS:CANCELLED\r\n"),
        meeting(
            "c", 12, more=f"ATTENDEE;PARTSTAT=DECLINED:mailto:{BRAM}\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{EVA}\r\n"
        ),
        meeting("d", 40, BRAM),
    )
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.ics": changed})], NOW, me=[NOOR])
    assert {row.name: row.active_days for row in log.ties("2025-04-01")} == {BRAM: 1, EVA: 1}
    assert {row.name: row.active_days for row in log.ties("2025-04-30")} == {BRAM: 2, EVA: 1}
    assert log.ties("2025-03-12") == []


def test_an_event_without_organiser_is_the_users_own(fresh: Fresh, tmp_path: Path) -> None:
    unnamed = meeting("a", 10, BRAM).replace(f"ORGANIZER:mailto:{NOOR}\r\n", "")
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.ics": calendar(unnamed)})], NOW, me=[NOOR])
    assert {row.name: row.active_days for row in log.ties(AS_OF)} == {BRAM: 1}
    assert log.person(NOOR, AS_OF).identifiers == (f"mailto:{NOOR}",)


def test_the_day_of_a_mail_is_counted_in_the_home_zone(fresh: Fresh, tmp_path: Path) -> None:
    late = mail(BRAM, NOOR, 0).replace(b"Mon, 03 Mar 2025 09:00:00 +0000", b"Mon, 03 Mar 2025 23:30:00 +0000")
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.eml": late})], NOW, me=[NOOR])
    assert [row.first for row in log.ties(AS_OF)] == ["2025-03-04"]


def _seen(history: History, as_of: int) -> tuple[object, ...]:
    store = open_store("sqlite://")
    store.set_ego({key_of(EGO): EGO}, said=True)
    store.append(history.batch())
    found = _facts(store, as_of)
    store.close()
    return found


def _facts(store: Store, as_of: int) -> tuple[object, ...]:
    ego = key_of(EGO)
    happened = events(store, ego, as_of)
    shot = take(store, as_of)
    every = facts_of_all(store, as_of), counts_of(store, as_of, 0)
    return (
        *every,
        counts_of(store, as_of, ego),
        happened,
        shot.ties,
        shot.days,
        [tie.p_contact for tie in shot.ties.values()],
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.integers(19_999, 20_004))
def test_no_fact_ever_sees_what_came_later(history: History, as_of: int) -> None:
    later = {entry.interaction.key for entry in holding(history) if entry.day > as_of}
    entries = tuple(entry for entry in history.entries if entry.interaction.key not in later)
    never_had = History(entries, history.cards, history.series, history.sightings)
    assert _seen(history, as_of) == _seen(never_had, as_of)


def test_ties_as_of_a_day_are_those_of_a_log_without_what_came_later(fresh: Fresh, tmp_path: Path) -> None:
    early = [mail(NOOR, EVA, 20), *(mail(BRAM, NOOR, day) for day in range(0, 60, 3))]
    late = [mail(NOOR, BRAM, day) for day in range(70, 90, 3)] + [mail(PIM, NOOR, 80)]
    one, other = fresh(), fresh()
    read_paths(one.store, [written(tmp_path / "in", {"a.mbox": mbox(*early, *late)})], NOW, me=[NOOR])
    read_paths(other.store, [written(tmp_path / "in", {"b.mbox": mbox(*early)}) / "b.mbox"], NOW, me=[NOOR])
    for day in ("2025-03-02", "2025-03-03", "2025-04-01", "2025-05-05"):
        assert [asdict(row) for row in one.ties(day)] == [asdict(row) for row in other.ties(day)]
    assert one.ties("2025-06-30") != other.ties("2025-06-30")
