"""The planted facts can be found in the files; thresholds are those of hecht's design."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest

from demo.reading import ME, Event, Mail, contact_days
from hecht import demo
from hecht.demo import PLANTED, phrases

TODAY = dt.date(2026, 11, 16)
HOUSE = "waterschap-veenstroom.example"


def planned(agenda: list[Event], address: str, day: str) -> list[Event]:
    return [e for e in agenda if address in e.attendees and e.start.startswith(day)]


def shared_small(agenda: list[Event], address: str) -> list[Event]:
    """Events that count as contact: at most eight people, not cancelled."""
    return [
        event
        for event in agenda
        if event.attendees.get(address) in {"ACCEPTED", "TENTATIVE", "NEEDS-ACTION"}
        and len(event.attendees) <= 8
        and event.properties["STATUS"] != "CANCELLED"
    ]


def thread_of(mails: list[Mail], first: Mail) -> list[Mail]:
    return [mail for mail in mails if first.id in mail.references]


def test_today_is_a_monday() -> None:
    assert demo.TODAY == TODAY
    assert demo.TODAY.weekday() == 0
    assert demo.ZONE == "Europe/Amsterdam"
    assert demo.ME[0] in ME


def test_every_planted_person_is_in_the_files(world: Path) -> None:
    everything = b"".join(path.read_bytes() for path in sorted(world.iterdir()))
    for fact in PLANTED:
        for address in fact.people:
            assert address.encode() in everything, (fact.id, address)


def test_planted_ids_are_unique() -> None:
    assert len({fact.id for fact in PLANTED}) == len(PLANTED) >= 9


@pytest.mark.parametrize(
    ("address", "last", "least", "most"),
    # name, last contact by the story, rhythm in days between which the median gap should lie
    [
        (f"anna.wiersma@{HOUSE}", "2026-10-05", 10, 17),
        ("thijs.verbeek@oudenweer.example", "2026-09-07", 5, 13),
        (f"hanneke.bos@{HOUSE}", "2026-10-01", 6, 14),
    ],
)
def test_who_became_quieter(mails: list[Mail], address: str, last: str, least: int, most: int) -> None:
    days = contact_days(mails, address)
    assert str(days[-1]) == last
    gaps = [(b - a).days for a, b in pairwise(days)]
    ninth = quantiles(gaps, n=10)[-1]
    assert least <= median(gap for gap in gaps if gap > 1) <= most
    silence = (TODAY - days[-1]).days
    # quieter: at least 5 active days and silence > max(14, 2 x the 90th-percentile gap)
    assert len(days) >= 5
    assert silence > max(14, 2 * ninth)


def test_annas_rhythm_may_be_said_as_every_other_week(mails: list[Mail]) -> None:
    days = contact_days(mails, f"anna.wiersma@{HOUSE}")
    gaps = [(b - a).days for a, b in pairwise(days) if b >= TODAY - dt.timedelta(days=540)]
    # "meestal" needs half of the gaps between 0.5 and 1.5 times what is said (14 days)
    assert sum(7 <= gap <= 21 for gap in gaps) >= len(gaps) / 2


def test_anna_is_in_the_meeting_of_thursday_at_ten(agenda: list[Event]) -> None:
    (meeting,) = planned(agenda, f"anna.wiersma@{HOUSE}", "20261119T100000")
    assert demo.ME[0] in meeting.attendees
    assert len(meeting.attendees) <= 8
    later = [e.start for e in shared_small(agenda, f"anna.wiersma@{HOUSE}") if e.start > "20261005"]
    assert later == ["20261119T100000"]


def test_joris_has_no_answer(mails: list[Mail], agenda: list[Event]) -> None:
    joris = "joris.hendriks@peilwerk-ingenieurs.example"
    (question,) = [m for m in mails if "ompgegevens" in m.subject and m.sender == joris]
    assert str(question.day) == "2026-11-03"
    assert "?" in question.own_text
    assert question.readers == {demo.ME[0]}
    # what answers it, if anything, was never sent
    assert not [mail for mail in thread_of(mails, question) if mail.personal]
    after = [m for m in mails if joris in m.readers and m.personal]
    assert all(mail.moment < question.moment for mail in after)
    assert not [e for e in shared_small(agenda, joris) if e.start > "20261103"]


def test_wouter_has_not_answered(mails: list[Mail], agenda: list[Event]) -> None:
    wouter = "wouter.dijkstra@provincie-middelland.example"
    own = [m for m in mails if m.personal and wouter in m.people]
    last = max(own, key=lambda mail: mail.moment)
    assert last.sender == demo.ME[0]
    assert str(last.day) == "2026-10-27"
    assert "?" in last.own_text
    assert not [e for e in shared_small(agenda, wouter) if e.start > "20261027"]


def test_thijs_has_no_meeting_ahead(agenda: list[Event]) -> None:
    assert not [e for e in agenda if "thijs.verbeek@oudenweer.example" in e.attendees and e.start > "20260907"]


def test_fatma_is_known_from_the_group_only(mails: list[Mail], agenda: list[Event]) -> None:
    fatma = "fatma.yildiz@provincie-middelland.example"
    assert contact_days(mails, fatma) == []
    (group,) = [e for e in agenda if fatma in e.attendees and "RRULE" in e.properties]
    assert "FREQ=MONTHLY" in group.properties["RRULE"]
    assert group.attendees[demo.ME[0]] == group.attendees[fatma] == "ACCEPTED"
    assert 3 <= len(group.attendees) <= 8
    assert group.start.startswith("202607")


@pytest.mark.parametrize("address", ["marieke.jonker@oude-rietlanden.example", "hendrik.veldman@hh-zeedrecht.example"])
def test_dormant_peers(mails: list[Mail], agenda: list[Event], address: str) -> None:
    days = contact_days(mails, address)
    gaps = [(b - a).days for a, b in pairwise(days)]
    silence = (TODAY - days[-1]).days
    assert len(days) >= 10
    assert silence >= 90
    assert silence > 8 * sum(gaps) / len(gaps)
    subjects = [m.subject.lower() for m in mails if m.sender == address]
    assert sum("gema" in subject or "pomp" in subject for subject in subjects) >= 5
    assert not [e for e in shared_small(agenda, address) if e.start > "20251231"]


def test_mirjams_question_was_settled_in_a_call(mails: list[Mail], agenda: list[Event]) -> None:
    mirjam = f"mirjam.koster@{HOUSE}"
    (question,) = [m for m in mails if "Gunningsbrief" in m.subject]
    assert question.sender == mirjam
    assert "?" in question.own_text
    assert thread_of(mails, question) == []
    (call,) = planned(agenda, mirjam, "20261030")
    assert set(call.attendees) == {demo.ME[0], mirjam}


@pytest.mark.parametrize(
    ("address", "start"),
    [
        (f"hanneke.bos@{HOUSE}", "20261120T121500"),
        ("ruben.schouten@kadeborg.example", "20261118T133000"),
        ("sanne.degroot@gemeente-rietwoude.example", "20261117T150000"),
    ],
)
def test_who_is_met_this_week(agenda: list[Event], address: str, start: str) -> None:
    (meeting,) = planned(agenda, address, start)
    assert set(meeting.attendees) == {demo.ME[0], address}
    assert meeting.properties["STATUS"] == "CONFIRMED"


def test_gijs_was_written_to_three_times(mails: list[Mail], agenda: list[Event]) -> None:
    gijs = "gijs.hartman@kadeborg.example"
    own = [m for m in mails if m.personal and gijs in m.people]
    own = [m for m in own if len(m.readers) <= 5]
    last = sorted(own, key=lambda mail: mail.moment)[-3:]
    assert [str(m.day) for m in last] == ["2026-09-08", "2026-09-29", "2026-10-20"]
    assert {m.sender for m in last} == {demo.ME[0]}
    assert not [e for e in shared_small(agenda, gijs) if e.start > "20260601"]


def test_with_sanne_there_was_room_until_march(mails: list[Mail]) -> None:
    sanne = "sanne.degroot@gemeente-rietwoude.example"
    own = [m for m in mails if m.personal and m.people & {sanne}]
    own = [m for m in own if len(m.readers) <= 5]
    march = dt.date(2026, 3, 2)
    about_each_other = {case.subject for case in phrases.cases()["relatie"]}
    talk = [m for m in own if m.subject.split(": ")[-1] in about_each_other]
    assert len([m for m in talk if m.day < march]) >= 5
    assert not [m for m in talk if m.day >= march]
    assert len([m for m in own if m.day < march]) >= 20
    assert len([m for m in own if m.day >= march]) >= 20


def test_pieter_is_new(mails: list[Mail], agenda: list[Event]) -> None:
    pieter = "pieter.lammers@waterschap-krommewiel.example"
    days = contact_days(mails, pieter)
    assert len(days) == 3
    assert (TODAY - days[0]).days <= 60
    assert not [e for e in agenda if pieter in e.attendees]


def test_gerda_only_answered_since_september(mails: list[Mail]) -> None:
    gerda = f"gerda.smit@{HOUSE}"
    own = [m for m in mails if m.personal and gerda in m.people]
    late = [m for m in own if m.day >= dt.date(2026, 9, 1) and len(m.readers) <= 5]
    begun = [m for m in late if not m.answers]
    assert len(begun) >= 3
    assert {m.sender for m in begun} <= ME
    assert any(m.sender == gerda for m in late)


def test_tom_and_karin_were_never_seen_together(mails: list[Mail], agenda: list[Event]) -> None:
    tom, karin = "tom.aerts@peilwerk-ingenieurs.example", "karin.oosterhuis@lagebeemden.example"
    for mail in mails:
        assert not {tom, karin} <= mail.people
    for event in agenda:
        assert not {tom, karin} <= set(event.attendees)
    for address in (tom, karin):
        assert any("rilling" in m.subject for m in mails if m.sender == address)


def test_the_lock_project_fell_silent(mails: list[Mail]) -> None:
    (project,) = [fact for fact in PLANTED if fact.id == "sluis-review"]
    assert len(project.people) == 8
    for address in project.people:
        days = contact_days(mails, address)
        assert len(days) >= 3
        assert days[-1] < dt.date(2026, 1, 17)


def test_albert_was_only_seen_on_the_list(mails: list[Mail]) -> None:
    albert = "a.nijland@waterschap-krommewiel.example"
    posts = [m for m in mails if m.sender == albert]
    assert all("vakgroep-gemalen" in m.header("List-Id") for m in posts)
    assert "2026-11-02" in {str(m.day) for m in posts}
    assert contact_days(mails, albert) == []


def test_femke_moved(mails: list[Mail], world: Path) -> None:
    new = "femke.raaijmakers@hogegronden.example"
    (round_mail,) = [m for m in mails if m.sender == new]
    assert len(round_mail.readers) > 8
    card = (world / "adresboek.vcf").read_bytes().split(b"FN:Femke")[1].split(b"END:VCARD")[0]
    assert b"ORG:Waterschap Hoge Gronden" in card
    assert new.encode() in card


def test_no_question_of_the_last_month_is_open_by_chance(mails: list[Mail]) -> None:
    """Only the planted ones are: the last word of each other conversation is no question."""
    answered = {mail.answers for mail in mails}
    open_ = {
        mail.sender if mail.sender not in ME else min(mail.readers)
        for mail in mails
        if mail.personal
        and mail.day > dt.date(2026, 10, 16)
        and mail.id not in answered
        and len(mail.readers) <= 5
        and "?" in mail.own_text
    }
    assert open_ == {
        "joris.hendriks@peilwerk-ingenieurs.example",
        "wouter.dijkstra@provincie-middelland.example",
        f"mirjam.koster@{HOUSE}",
        "gijs.hartman@kadeborg.example",
    }
