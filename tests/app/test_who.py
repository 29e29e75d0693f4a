"""Who is who as the user sees and decides it, in logs made of mails and cards; people and days are counted by hand."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.world import NOW, START, mail, written
from hecht.app import who
from hecht.app.library import Hecht
from hecht.app.people import people
from hecht.core.errors import (
    BadDateError,
    NobodyFoundError,
    NoSuchProposalError,
    NotAnAddressError,
    NothingToSplitError,
    NothingToUndoError,
    NotOwnAddressError,
    OwnAddressError,
    SamePersonError,
)
from hecht.core.identity import key_of
from hecht.stores.store import Store, open_store
from hecht.testing.histories import EGO, PEOPLE, History, histories
from hecht.testing.stores import identity

Fresh = Callable[[], Hecht]
NOOR = "noor@waterschap.nl"
OLD, NEW, FORGED = "wietske.hoekzema@delta.nl", "whoekzema@kade.nl", "wietske@evil.example"
DELIVERED = f"Delivered-To: {NOOR}\n"


def named(sender: str, to: str, day: int, name: str, *, more: str = DELIVERED) -> bytes:
    """Give one message under a name; a number from the address keeps the Message-IDs of namesakes apart."""
    number = sum(map(ord, sender)) % 1_000
    plain = mail(sender, to, day, number=number, more=more).decode()
    own = sender.partition("@")[0].title()
    return plain.replace(f"From: {own} <", f"From: {name} <").encode()


def card(name: str, *addresses: str, organisation: str = "") -> str:
    lines = "".join(f"EMAIL:{one}\r\n" for one in addresses)
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\n{lines}ORG:{organisation}\r\nEND:VCARD\r\n"


OTHERS = ("Bram Kok", "Eva Bos", "Pim Pel", "Liz Aalders", "Joost Dekker", "Kim Faber")
FILES = {
    **{f"old/{day}.eml": named(OLD, NOOR, day, "Wietske Hoekzema") for day in range(0, 100, 10)},
    **{f"new/{day}.eml": named(NEW, NOOR, day, "W. Hoekzema") for day in range(110, 200, 10)},
    **{f"others/{n}.eml": named(f"p{n}@x{n}.nl", NOOR, n, name) for n, name in enumerate(OTHERS)},
    "sent/1.eml": mail(NOOR, OLD, 12),
    "sent/2.eml": mail(NOOR, NEW, 112),
}


def iso(day: int) -> str:
    """Give the date of a day counted from START."""
    return START.date().fromordinal(START.date().toordinal() + day).isoformat()


@pytest.fixture
def moved(fresh: Fresh, tmp_path: Path) -> Hecht:
    """Give a log with Wietske, who went from delta.nl to kade.nl after a hundred days and writes under her initial since."""
    log = fresh()
    log.import_([written(tmp_path / "moved", FILES)], now=NOW + 400 * 86_400, me=[NOOR])
    return log


def found(log: Hecht, day: int = 300) -> list[tuple[str, str]]:
    return [tuple(sorted((one.a.identifiers[0], one.b.identifiers[0]))) for one in log.proposals(iso(day))]  # type: ignore[misc]


BOTH = ("mailto:" + NEW, "mailto:" + OLD)


def test_somebody_who_changed_employer_is_proposed_with_both_addresses(moved: Hecht) -> None:
    (one,) = moved.proposals(iso(300))
    assert {one.a.identifiers, one.b.identifiers} == {("mailto:" + OLD,), ("mailto:" + NEW,)}
    assert {"initials", "followed"} <= {reason.kind for reason in one.reasons}
    assert not one.caution
    assert len({row.alter for row in moved.ties(iso(300)) if "Hoekzema" in row.name}) == 2


def test_a_merged_person_has_one_history_and_tells_when(moved: Hecht) -> None:
    (one,) = moved.proposals(iso(300))
    merged = moved.merge(one.id[:6])
    assert merged.identifiers == BOTH[::-1] or merged.identifiers == BOTH
    assert merged.id == min(map(key_of, BOTH))
    (row,) = (row for row in moved.ties(iso(300)) if "Hoekzema" in row.name)
    assert (row.first, row.last, row.active_days) == (iso(0), iso(190), 10 + 9 + 2)  # twenty-one different days
    assert row.organisation == "kade.nl"
    (before,) = (row for row in moved.ties(iso(105)) if "Hoekzema" in row.name)
    assert before.organisation == "delta.nl"
    view = moved.person("Hoekzema", iso(300))
    assert [(job.organisation, job.since, job.until) for job in view.jobs] == [
        ("delta.nl", iso(0), iso(90)),
        ("kade.nl", iso(110), iso(190)),
    ]
    assert [job.organisation for job in moved.person("Hoekzema", iso(105)).jobs] == ["delta.nl"]
    assert found(moved) == []


def test_an_id_from_before_a_merge_leads_to_the_person(moved: Hecht) -> None:
    merged = moved.merge(OLD, NEW)
    for identifier in BOTH:
        assert moved.person(str(key_of(identifier)), iso(300)).person == merged.id


def test_a_decision_holds_when_files_are_read_again_and_when_more_comes(moved: Hecht, tmp_path: Path) -> None:
    moved.merge(OLD, NEW)
    before = identity(moved.store)
    moved.import_([tmp_path / "moved"], now=NOW + 400 * 86_400, again=True)
    assert identity(moved.store) == before
    book = tmp_path / "book.vcf"
    book.write_text(card("Wietske Hoekzema", NEW, "wietske@thuis.nl"))
    moved.import_([book], now=NOW + 400 * 86_400)
    assert len(moved.person("Hoekzema", iso(300)).identifiers) == 3


def test_merge_then_split_is_as_before_and_not_proposed_again(moved: Hecht) -> None:
    before = identity(moved.store)
    moved.merge(OLD, NEW)
    one, other = moved.split(NEW)
    assert (one.identifiers, other.identifiers) == (("mailto:" + NEW,), ("mailto:" + OLD,))
    assert identity(moved.store) == before
    assert found(moved) == []
    moved.undo()
    assert moved.person(OLD, iso(300)).identifiers == moved.person(NEW, iso(300)).identifiers
    moved.undo()
    assert identity(moved.store) == before
    assert found(moved) == [BOTH]


def test_two_people_are_never_proposed_again_until_that_is_undone(moved: Hecht, tmp_path: Path) -> None:
    moved.apart(OLD, NEW)
    assert found(moved) == []
    moved.import_([tmp_path / "moved"], now=NOW + 400 * 86_400, again=True)
    assert found(moved) == []
    moved.undo()
    assert found(moved) == [BOTH]


def test_a_split_goes_before_a_card(fresh: Fresh, tmp_path: Path) -> None:
    log, book = fresh(), tmp_path / "book.vcf"
    book.write_text(card("Wietske Hoekzema", OLD, NEW, "w@thuis.nl"))
    log.import_([written(tmp_path / "in", FILES), book], now=NOW + 400 * 86_400, me=[NOOR])
    assert len(log.person(OLD, iso(300)).identifiers) == 3
    one, other = log.split(NEW)
    assert one.identifiers == ("mailto:" + NEW,)
    assert other.identifiers == ("mailto:w@thuis.nl", "mailto:" + OLD)
    log.import_([book], now=NOW + 400 * 86_400, again=True)
    assert log.person(NEW, iso(300)).identifiers == ("mailto:" + NEW,)
    with pytest.raises(NothingToSplitError):
        log.split(NEW)
    log.merge(NEW, OLD)  # said later, so it holds
    assert len(log.person(OLD, iso(300)).identifiers) == 3


def test_an_organisation_holds_from_and_until_a_day(moved: Hecht) -> None:
    moved.organisation(OLD, "Delta BV", None, iso(50))
    moved.organisation(OLD, "Eigen bureau", iso(150), iso(250))

    def at(day: int) -> str:
        return moved.person(OLD, iso(day)).organisation

    # until day 50 as stated; then the address still says delta.nl, which the user ended; from 150 as stated again
    assert (at(50), at(60), at(150), at(250)) == ("Delta BV", "", "Eigen bureau", "Eigen bureau")
    assert [one.value for one in moved.decided()] == ["Eigen bureau", "Delta BV"]
    moved.undo()
    assert at(200) == ""
    with pytest.raises(BadDateError):
        moved.organisation(OLD, "X", "yesterday")
    with pytest.raises(BadDateError):
        moved.organisation(OLD, "X", iso(10), iso(9))


def test_people_of_the_private_sphere(moved: Hecht) -> None:
    assert who.private_people(moved.store) == frozenset()
    moved.sphere(OLD, "private")
    assert who.private_people(moved.store) == {key_of("mailto:" + OLD)}
    moved.merge(NEW, OLD)
    assert who.private_people(moved.store) == {min(map(key_of, BOTH))}
    assert moved.person(NEW, iso(300)).sphere == "private"
    moved.sphere(NEW, "work")
    assert who.private_people(moved.store) == frozenset()
    moved.undo()
    assert len(who.private_people(moved.store)) == 1


def test_erasing_one_of_a_merged_person_leaves_nothing_of_either(moved: Hecht, tmp_path: Path) -> None:
    moved.merge(OLD, NEW)
    moved.organisation(OLD, "Geheim Genootschap")
    moved.sphere(NEW, "private")
    assert "organisation: Geheim Genootschap" in moved.held(OLD).said
    erased = moved.erase(OLD)
    assert erased.finished
    assert moved.store.rows("SELECT 1 FROM said s WHERE s.log = :log") == []
    data = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("data 0/log.db*")))
    for word in (OLD, NEW, "Geheim Genootschap"):
        assert word.encode() not in data
    moved.import_([tmp_path / "moved"], now=NOW + 400 * 86_400, again=True)
    with pytest.raises(NobodyFoundError):
        moved.person(NEW, iso(300))


def test_a_forged_name_is_only_proposed_with_care_and_suspect_mail_never(fresh: Fresh, tmp_path: Path) -> None:
    failed = DELIVERED + "Authentication-Results: mx.waterschap.nl; dmarc=fail header.from=evil.example\n"
    kept = {name: data for name, data in FILES.items() if not name.startswith("new")}
    suspect, fine = fresh(), fresh()
    for log, more in ((suspect, failed), (fine, DELIVERED)):
        folder = tmp_path / ("suspect" if log is suspect else "fine")
        files = {**kept, "evil.eml": named(FORGED, NOOR, 50, "Wietske Hoekzema", more=more)}
        log.import_([written(folder, files)], now=NOW + 400 * 86_400, me=[NOOR])
    assert suspect.proposals(iso(300)) == []
    assert suspect.person(FORGED, iso(300)).name == FORGED  # a forger gives nobody a name
    (one,) = fine.proposals(iso(300))
    assert (one.certainty, one.caution) == ("perhaps", True)
    assert "mailto:" + FORGED in one.a.identifiers + one.b.identifiers
    assert len(fine.person(OLD, iso(300)).identifiers) == 1


def test_proposals_see_nothing_that_came_later(moved: Hecht) -> None:
    assert found(moved, 105) == []  # kade.nl first wrote on day 110


def test_own_addresses_are_added_taken_out_and_undone(moved: Hecht) -> None:
    assert moved.own() == ["mailto:" + NOOR]
    assert moved.own([OLD]) == ["mailto:" + NOOR, "mailto:" + OLD]
    assert all("Hoekzema" not in row.name or row.alter == key_of("mailto:" + NEW) for row in moved.ties(iso(300)))
    with pytest.raises(OwnAddressError):
        moved.split(OLD)
    assert moved.own((), [OLD]) == ["mailto:" + NOOR]
    moved.undo()
    assert moved.own() == ["mailto:" + NOOR, "mailto:" + OLD]
    moved.undo()
    assert moved.own() == ["mailto:" + NOOR]
    with pytest.raises(NotOwnAddressError):
        moved.own((), [NOOR])
    with pytest.raises(NotOwnAddressError):
        moved.own((), [NEW])


def test_undoing_the_first_own_address_lets_what_was_found_count_again(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    log.import_([written(tmp_path / "in", FILES)], now=NOW + 400 * 86_400)
    assert log.own() == ["mailto:" + NOOR]
    log.own(["mailto:noor@thuis.nl"])
    assert len(log.own()) == 2
    log.undo()
    said = log.store.rows("SELECT e.identifier, e.said FROM ego e WHERE e.log = :log")
    assert said == [(key_of("mailto:" + NOOR), 0)]


def test_merging_somebody_with_oneself_makes_the_address_ones_own(moved: Hecht) -> None:
    moved.merge(NOOR, OLD)
    assert moved.own() == ["mailto:" + NOOR, "mailto:" + OLD]


def test_what_cannot_be_decided(moved: Hecht) -> None:
    with pytest.raises(NothingToUndoError):
        moved.undo()
    with pytest.raises(NoSuchProposalError):
        moved.merge("ffff")
    with pytest.raises(NotAnAddressError):
        moved.split("nobody@nowhere.nl")
    with pytest.raises(NothingToSplitError):
        moved.split(OLD)
    moved.merge(OLD, NEW)
    with pytest.raises(SamePersonError):
        moved.merge(NEW, OLD)
    with pytest.raises(SamePersonError):
        moved.apart(NEW, OLD)
    (one,) = moved.decided()
    assert moved.undo(one.id[:5]).id == one.id
    with pytest.raises(NothingToUndoError):
        moved.undo(one.id)


def _people(store: Store) -> list[tuple[str, ...]]:
    return sorted(one.identifiers for one in people(store).values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories(), st.sampled_from(PEOPLE[1:]), st.sampled_from(PEOPLE[1:]), st.sampled_from(["", *PEOPLE[1:]]))
def test_merge_then_split_or_undo_is_as_before(history: History, one: str, other: str, cut: str) -> None:
    store = open_store("sqlite://")
    store.set_ego({key_of(EGO): EGO}, said=True)
    store.append(history.batch())
    known = {text for some in _people(store) for text in some}
    if cut in known:
        with suppress(NothingToSplitError, OwnAddressError):
            who.split(store, cut)  # something was said before
    before = _people(store)
    theirs = [some for some in before if {one, other} & set(some)]
    if len(theirs) == 2 and EGO not in theirs[0] + theirs[1]:
        merged = who.merge(store, one, other, 20_010)
        assert {one, other} <= set(merged.identifiers)
        who.split(store, other)
        assert _people(store) == before
        who.undo(store)
        assert _people(store) != before
        who.undo(store)
        assert _people(store) == before
    store.close()


def test_three_are_made_one_by_one_decision(moved: Hecht) -> None:
    third = "p0@x0.nl"
    who.merge_all(moved.store, [OLD, NEW, third])
    assert tuple(sorted(("mailto:" + OLD, "mailto:" + NEW, "mailto:" + third))) in _people(moved.store)
    assert [one.kind for one in moved.decided()] == ["merge"]
    with pytest.raises(SamePersonError):
        who.merge_all(moved.store, ["p1@x1.nl", NEW, OLD])
    moved.undo()
    assert {("mailto:" + one,) for one in (OLD, NEW, third)} <= set(_people(moved.store))
    who.merge_all(moved.store, [OLD, NOOR, NEW])
    assert moved.own() == ["mailto:" + one for one in sorted((OLD, NOOR, NEW))]
