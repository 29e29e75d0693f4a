"""Collaborations over the demo world: begun with a name, shown, corrected, and with a history in which nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.collaborating import demo_log, read_in, rietdelta
from app.world import BRAM, EVA, NOOR, calendar, meeting, written
from hecht.app.collaboration.view import Member
from hecht.app.library import Hecht
from hecht.app.privacy import show
from hecht.core.collaboration.belonging import Basis
from hecht.core.collaboration.seen import How
from hecht.core.errors import (
    CollaborationExistsError,
    NobodyToWorkWithError,
    NoSuchCollaborationError,
    NoSuchPartyError,
    NothingToUndoError,
    UnknownWordError,
)
from hecht.demo import PLANTED

__all__ = ["demo_log", "read_in", "rietdelta"]
PARTIES = {
    "Waterschap Veenstroom",
    "Gemeente Rietwoude",
    "Gemeente Oudenweer",
    "Provincie Middelland",
    "Woonstichting De Rietkraag",
}


def test_the_planted_partnership_is_proposed_with_its_people_and_begun_with_its_name(demo_log: Hecht) -> None:
    found = {one.name: one for one in demo_log.collaborations.proposals()}["Rietdelta"]
    assert set(found.organisations) == PARTIES
    demo_log.collaborations.add("rietdelta")
    view = demo_log.collaborations.show("Riet")
    planted = next(fact for fact in PLANTED if fact.id == "rietdelta-parties")
    addresses = {
        text.partition(":")[2] for one in view.members if not one.you for text in view.people[one.person].identifiers
    }
    assert set(planted.people) <= addresses
    assert (len(view.members), {one.organisation for one in view.parties}) == (6, PARTIES)
    assert view.start == "2025-09-18"
    assert view.open == ("why", "for_whom", "bring", "how", "success")
    assert "Rietdelta" not in {one.name for one in demo_log.collaborations.proposals()}
    with pytest.raises(CollaborationExistsError):
        demo_log.collaborations.add("Rietdelta")


def test_what_others_had_among_themselves_is_not_visible_and_never_nought(rietdelta: Hecht) -> None:
    view = rietdelta.collaborations.show("Rietdelta")
    mine = {cell.how for cell in view.cells if "Waterschap Veenstroom" in (cell.a, cell.b)}
    others = [cell for cell in view.cells if "Waterschap Veenstroom" not in (cell.a, cell.b)]
    assert mine == {How.SEEN}
    assert [(cell.how, cell.days) for cell in others] == [(How.NOT_VISIBLE, None)] * 6
    assert all(cell.glimpsed > 10 for cell in others)  # the steering group met fourteen times, and the owner was there
    assert view.visible == 0.4
    assert view.bridges is None


def test_what_rests_on_somebody_for_a_collaboration_is_that_for_a_team_of_its_people(rietdelta: Hecht) -> None:
    names = [str(one.person) for one in rietdelta.collaborations.show("Rietdelta").members]
    assert len(names) == 6
    found = rietdelta.leave("Paula Verschoor", collaboration="Rietdelta")
    assert found == rietdelta.leave("Paula Verschoor", team=names)
    assert found != rietdelta.leave("Paula Verschoor")


def test_a_view_of_an_earlier_day_sees_nothing_later(rietdelta: Hecht) -> None:
    day = "2026-03-01"
    view = rietdelta.collaborations.show("Rietdelta", day)
    assert max(one.item.day for one in view.belongs) <= rietdelta.day(day)
    now = rietdelta.collaborations.show("Rietdelta")
    assert [one.item.key for one in now.belongs if one.item.day <= rietdelta.day(day)] == [
        one.item.key for one in view.belongs if one.basis is not Basis.STATED
    ]


def test_what_belongs_can_be_put_right_and_taken_back(rietdelta: Hecht) -> None:
    def titles() -> set[str]:
        return {one.item.title for one in rietdelta.collaborations.show("Rietdelta").belongs}

    before = titles()
    assert "Lunch Paula" in before
    rietdelta.collaborations.belongs("Rietdelta", "title", "Lunch Paula", inside=False)
    assert titles() == before - {"Lunch Paula"}
    rietdelta.collaborations.belongs("Rietdelta", "title", "Bewonersavond Noordpolder", inside=True)
    assert "Bewonersavond Noordpolder" in titles()
    rietdelta.collaborations.undo("Rietdelta")
    rietdelta.collaborations.undo("Rietdelta")
    assert titles() == before
    with pytest.raises(UnknownWordError):
        rietdelta.collaborations.belongs("Rietdelta", "item", "geen getal", inside=True)


def test_nothing_is_overwritten_and_each_change_has_its_time_and_author(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.party("Rietdelta", "Rietkraag", role="partner", yields="Betaalbare huizen")
    room.party("Rietdelta", "Rietkraag", motive="too_small")
    party = next(one for one in room.show("Rietdelta").parties if "Rietkraag" in one.organisation)
    assert (party.role, party.motive, party.yields) == ("partner", "too_small", "Betaalbare huizen")
    versions = [one for one in room.history("Rietdelta") if one.slot == party.organisation]
    assert [dict(one.value) for one in versions][::-1] == [
        {},
        {"role": "partner", "yields": "Betaalbare huizen"},
        {"role": "partner", "yields": "Betaalbare huizen", "motive": "too_small"},
    ]
    assert {one.author for one in versions} == {"marit.hoekstra@waterschap-veenstroom.example"}
    assert len({one.moment for one in versions}) == 3
    room.undo("Rietdelta", versions[1].moment)
    assert len([one for one in room.history("Rietdelta") if one.slot == party.organisation]) == 3
    room.undo("Rietdelta")
    assert next(one for one in room.show("Rietdelta").parties if "Rietkraag" in one.organisation).role == ""
    for wrong in ("baas", "vriend"):
        with pytest.raises(UnknownWordError):
            room.party("Rietdelta", "Rietkraag", role=wrong)


def test_who_takes_part_from_and_until_when(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.delegate("Rietdelta", "Paula", mandate="tot 50.000 euro", until="2026-06-30")

    def paula(day: str | None = None) -> Member:
        return next(one for one in room.show("Rietdelta", day).members if one.name == "Paula Verschoor")

    assert (paula().now, paula().mandate, paula().until) == (False, "tot 50.000 euro", "2026-06-30")
    assert paula("2026-06-01").now
    room.delegate("Rietdelta", "Fatma", organisation="Middelland")
    assert {one.party for one in room.show("Rietdelta").members if one.name.startswith("Fatma")} == {
        "Provincie Middelland"
    }
    room.delegate("Rietdelta", "Fatma", remove=True)
    assert not [one for one in room.show("Rietdelta").members if one.name.startswith("Fatma")]
    with pytest.raises(NoSuchPartyError):
        room.delegate("Rietdelta", "Fatma", organisation="Rijkswaterstaat")
    room.party("Rietdelta", "Oudenweer", remove=True)
    view = room.show("Rietdelta")
    assert "Gemeente Oudenweer" not in {one.organisation for one in view.parties} | {one.party for one in view.members}


def test_the_five_questions_and_the_day_to_look_back(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.why("Rietdelta", "why", "Droge voeten zonder ruzie")
    room.why("Rietdelta", "success", "Alle vijf zouden het weer doen")
    room.party("Rietdelta", "Oudenweer", yields="Minder wateroverlast")
    view = room.show("Rietdelta")
    assert view.open == ("for_whom", "how")
    assert view.look_back == "2027-11-16"  # a year after the demo's own today, 2026-11-16
    room.why("Rietdelta", "success", "Alle vijf zouden het weer doen", look_back="2027-06-01")
    assert room.show("Rietdelta").look_back == "2027-06-01"
    with pytest.raises(UnknownWordError):
        room.why("Rietdelta", "bring", "veel")


def test_one_begun_with_people_needs_another_organisation(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    log = fresh()
    files = {"agenda.ics": calendar(meeting("a", 9, BRAM, EVA))}
    log.import_([written(tmp_path / "in", files)], me=[NOOR], now=1_751_700_000)
    assert log.collaborations.proposals("2025-06-30") == []
    with pytest.raises(NobodyToWorkWithError):
        log.collaborations.add("Dijk", as_of="2025-06-30")
    log.collaborations.add("Dijk", with_=[BRAM, EVA], as_of="2025-06-30")
    view = log.collaborations.show("Dijk", "2025-06-30")
    assert {one.party for one in view.members} == {"waterschap.nl", "delta.nl", "kade.co.uk"}
    assert [one.item.title for one in view.belongs] == ["Overleg dijk"]
    with pytest.raises(NoSuchCollaborationError, match="Dijk"):
        log.collaborations.show("Duin")


def test_taking_back_the_beginning_takes_it_away_and_the_history_stays(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.undo("Rietdelta")
    assert room.every() == []
    assert {one.undone for one in room.history("Rietdelta")} == {True}
    with pytest.raises(NothingToUndoError):
        room.undo("Rietdelta")


def test_what_is_recorded_of_somebody_is_shown_and_goes_with_them(rietdelta: Hecht) -> None:
    room = rietdelta.collaborations
    room.delegate("Rietdelta", "Paula", mandate="tot een ton")
    room.why("Rietdelta", "why", "Paula Verschoor vroeg erom")
    assert any("tot een ton" in one for one in show(rietdelta.store, "Paula Verschoor").said)
    assert rietdelta.erase("Paula Verschoor").left_in == ()
    view = room.show("Rietdelta")
    assert len(view.members) == 5
    assert view.answers == {}
    assert len(view.parties) == 5  # the organisation stays a party
