"""The files of the demo world are sound: same bytes, real headers, invented domains only."""

import csv
import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest

from demo.reading import ME, Event, Mail
from hecht import demo


def test_the_same_seed_gives_the_same_bytes(world: Path, tmp_path: Path) -> None:
    for path in [*demo.write(tmp_path), tmp_path / demo.LATER]:
        assert path.read_bytes() == (world / path.relative_to(tmp_path)).read_bytes()


def test_another_seed_gives_other_mail(world: Path, tmp_path: Path) -> None:
    demo.write(tmp_path, seed=7)
    assert (tmp_path / "Postvak IN.mbox").read_bytes() != (world / "Postvak IN.mbox").read_bytes()


def test_it_writes_the_files_that_programs_export(tmp_path: Path) -> None:
    # a name ends as the program gives it: WhatsApp in Dutch, LinkedIn's basic export
    assert [path.name for path in demo.write(tmp_path)] == [
        "Postvak IN.mbox",
        "Verzonden.mbox",
        "agenda.ics",
        "adresboek.vcf",
        "WhatsApp-chat met Mila Verweij.txt",
        "WhatsApp-chat met Kees Mulder.txt",
        "WhatsApp-chat met Zaterdagploeg.zip",
        "Basic_LinkedInDataExport_11-15-2026.zip",
    ]


def test_about_five_thousand_mails(mails: list[Mail]) -> None:
    assert 4600 <= len(mails) <= 5200


def test_about_a_fifth_is_no_contact(mails: list[Mail]) -> None:
    assert 900 <= sum(not mail.personal for mail in mails) <= 1150


def test_between_110_and_150_people(mails: list[Mail]) -> None:
    people = {address for mail in mails if mail.personal for address in mail.people}
    assert 110 <= len(people - ME) <= 150


def test_no_text_is_written_too_often(mails: list[Mail]) -> None:
    """Somebody who leafs through the mail meets the same sentence seldom, and never in the same conversation."""
    first = [mail.own_text.split("\n\n")[1] for mail in mails if mail.personal and mail.own_text.count("\n\n") > 1]
    assert len(set(first)) > 0.55 * len(first)


def test_the_log_runs_thirty_months_to_the_day_before_today(mails: list[Mail]) -> None:
    days = {mail.day for mail in mails if not mail.broken}
    assert dt.date(2024, 5, 16) <= min(days) < dt.date(2024, 5, 24)
    assert dt.date(2026, 11, 11) < max(days) < demo.TODAY


def test_every_domain_is_an_example(world: Path) -> None:
    for path in world.rglob("*.*"):
        data = path.read_bytes().replace(b"=\n", b"").replace(b"\r\n ", b"")
        for found in re.findall(rb"[\w.+-]+@([\w.-]+\w)|https?://([\w./-]+\w)", data):
            place = b"".join(found).decode()
            if place.startswith("www.linkedin.com/"):  # as in every export of theirs; the members are made up
                assert path.name.startswith("Basic_LinkedIn")
                assert place.endswith(("-example", "/psettings/privacy/email"))
            else:
                assert place.partition("/")[0].endswith(".example"), place


def test_mails_have_the_headers_of_real_mail(mails: list[Mail], received: list[Mail]) -> None:
    for mail in mails:
        if not mail.broken:
            for name in ("From", "To", "Subject", "Date", "MIME-Version", "Content-Type"):
                assert mail.header(name), (name, mail.id)
            assert re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", mail.id)
    assert all(mail.header("Delivered-To") in ME for mail in received if not mail.broken)


def test_ids_are_unique_but_for_posts_that_come_back(received: list[Mail], sent: list[Mail]) -> None:
    for box in (received, sent):
        ids = [mail.id for mail in box]
        assert len(ids) == len(set(ids))
    both = {mail.id for mail in received} & {mail.id for mail in sent}
    assert both
    assert all("List-Id" in mail.message for mail in received if mail.id in both)


def test_answers_refer_to_mails_that_exist_and_are_older(mails: list[Mail]) -> None:
    known = {mail.id: mail for mail in mails}
    answers = [mail for mail in mails if mail.answers]
    assert len(answers) > 1000
    for mail in answers:
        assert known[mail.answers].moment < mail.moment
        assert mail.references[-1] == mail.answers


def test_dates_follow_summer_time(mails: list[Mail]) -> None:
    # Clocks went back on 27 October 2024, 26 October 2025 and 25 October 2026, forward on 30 March 2025 and 29 March 2026.
    summers = (("2024-05-01", "2024-10-26"), ("2025-03-31", "2025-10-25"), ("2026-03-30", "2026-10-24"))
    changes = {"2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25"}
    offsets = set()
    for mail in mails:
        day = str(mail.day) if not mail.broken else "2025-10-26"
        if day not in changes:
            hours = 2 if any(first <= day <= last for first, last in summers) else 1
            assert mail.moment.utcoffset() == dt.timedelta(hours=hours)
            offsets.add(hours)
    assert offsets == {1, 2}


def test_texts_come_in_many_encodings(world: Path) -> None:
    raw = (world / "Postvak IN.mbox").read_bytes()
    for mark in (
        b'charset="iso-8859-1"\nContent-Transfer-Encoding: quoted-printable',
        b'charset="iso-8859-1"\nContent-Transfer-Encoding: 8bit',
        b'charset="utf-8"\nContent-Transfer-Encoding: base64',
        b'charset="utf-8"\nContent-Transfer-Encoding: 8bit',
        b"multipart/alternative",
        b"Subject: =?UTF-8?Q?",
        b"Subject: =?UTF-8?B?",
        b"=?ISO-8859-1?Q?",
        b"\n>From ",
    ):
        assert mark in raw, mark


def test_quotes_come_in_many_styles(mails: list[Mail]) -> None:
    texts = [mail.text for mail in mails if mail.personal]
    for mark in (
        r"\n-----Oorspronkelijk bericht-----\nVan: ",
        r"\n\nVan: .*\nVerzonden: \w+ \d+ \w+ 202\d \d\d:\d\d\nAan: ",
        r"\nOp \w\w \d+ \w+\.? 202\d om \d\d:\d\d schreef .*>:\n> ",
        r"\nOn \d+ \w+ 202\d, at \d\d:\d\d, .* wrote:\n> ",
        r"\n-- \n",
        r"\n> ?> ?",
    ):
        assert any(re.search(mark, text) for text in texts), mark


def test_texts_read_without_a_slip(mails: list[Mail]) -> None:
    for mail in mails:
        if not mail.broken:
            assert mail.text.strip()
            assert not re.search(r"\{\w+\}", mail.text + mail.subject)


def test_formal_mail_never_says_je(mails: list[Mail]) -> None:
    formal = [mail.own_text for mail in mails if mail.personal and "Geachte" in mail.own_text[:20]]
    assert len(formal) > 30
    for text in formal:
        assert not re.search(r"\b(je|jij|jou|jouw|jullie)\b", text, re.IGNORECASE), text


def test_broken_mails_are_there(received: list[Mail]) -> None:
    broken = [mail for mail in received if mail.broken]
    assert 5 <= len(broken) <= 8
    assert sum("From" not in mail.message for mail in broken) == 1
    dates = {mail.header("Date") for mail in broken}
    assert {"gisteren", "Mon, 1 Jan 1601 00:00:00 +0000"} <= dates
    assert any("x-onbekend-77" in mail.header("Content-Type") for mail in broken)


def test_mail_that_is_no_contact_comes_in_every_kind(mails: list[Mail]) -> None:
    def some(name: str, value: str) -> int:
        return sum(value in mail.header(name) for mail in mails)

    assert some("Precedence", "bulk") > 100
    assert some("List-Post", "mailto:vakgroep-gemalen@") > 50
    assert some("Auto-Submitted", "auto-generated") > 50
    assert some("Auto-Submitted", "auto-replied") > 20
    assert some("X-Gmail-Labels", "Spam") > 3
    assert some("X-Gmail-Labels", "Concepten") >= 3
    assert some("From", "MAILER-DAEMON@") > 3
    assert some("Authentication-Results", "dmarc=fail") == 1


def test_the_calendar_has_every_kind_of_event(world: Path, agenda: list[Event]) -> None:
    data = (world / "agenda.ics").read_bytes()
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert any("FREQ=WEEKLY;BYDAY" in event.properties.get("RRULE", "") for event in agenda)
    assert any("FREQ=MONTHLY" in event.properties.get("RRULE", "") for event in agenda)
    assert any(event.excluded for event in agenda)
    assert any(k.startswith("RECURRENCE-ID") for event in agenda for k in event.properties)
    assert any(event.properties["STATUS"] == "CANCELLED" for event in agenda)
    statuses = {status for event in agenda for status in event.attendees.values()}
    assert {"ACCEPTED", "DECLINED", "TENTATIVE"} <= statuses
    whole = [event for event in agenda if "DTSTART;VALUE=DATE" in event.properties]
    assert len(whole) > 5
    assert not any(event.attendees for event in whole)
    assert any(len(event.attendees) >= 39 for event in agenda)


def test_exceptions_belong_to_occurrences_that_the_rule_gives(world: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    rrule = pytest.importorskip("dateutil.rrule")
    calendar = icalendar.Calendar.from_ical((world / "agenda.ics").read_bytes())
    found = list(calendar.walk("VEVENT"))
    assert len(found) > 60
    masters = {str(event["UID"]): event for event in found if "RRULE" in event}
    given = {}
    for uid, event in masters.items():
        text = re.sub(r";UNTIL=[0-9TZ]+", "", event["RRULE"].to_ical().decode())
        start = event["DTSTART"].dt.replace(tzinfo=None)
        given[uid] = set(rrule.rrulestr(text, dtstart=start).xafter(start, count=200, inc=True))
        assert start in given[uid]
        skipped = event.get("EXDATE", [])
        for one in skipped if isinstance(skipped, list) else [skipped]:
            assert {value.dt.replace(tzinfo=None) for value in one.dts} <= given[uid]
    moved = [event for event in found if "RECURRENCE-ID" in event]
    assert moved
    for event in moved:
        assert event["RECURRENCE-ID"].dt.replace(tzinfo=None) in given[str(event["UID"])]


def test_cards_come_in_three_versions(world: Path) -> None:
    data = (world / "adresboek.vcf").read_bytes()
    assert data.count(b"BEGIN:VCARD") == data.count(b"END:VCARD") > 50
    for version in (b"2.1", b"3.0", b"4.0"):
        assert b"VERSION:" + version in data
    assert b"ENCODING=QUOTED-PRINTABLE" in data
    assert b"\r\n " in data
    cards = data.split(b"END:VCARD")
    assert any(card.count(b"\nEMAIL") > 1 for card in cards)
    assert any(card.count(b"\nTEL") > 1 for card in cards)


def test_the_chats_read_as_android_writes_them(world: Path) -> None:
    text = (world / "WhatsApp-chat met Kees Mulder.txt").read_text("utf-8")
    first, *rest = text.splitlines()
    assert first.startswith("12-08-2024 06:52 - Berichten en oproepen zijn end-to-end versleuteld.")
    assert all(re.match(r"\d\d-\d\d-\d{4} \d\d:\d\d - (Kees Mulder|Marit Hoekstra): ", line) for line in rest)
    assert "Kees Mulder: <Media weggelaten>" in text
    with zipfile.ZipFile(world / "WhatsApp-chat met Zaterdagploeg.zip") as archive:
        (name,) = archive.namelist()
        group = archive.read(name).decode()
    assert name == "WhatsApp-chat met Zaterdagploeg.txt"
    assert len(set(re.findall(r" - ([\w ]+): ", group))) == 4


def test_linkedins_tables_are_those_of_its_export(world: Path) -> None:
    with zipfile.ZipFile(world / "Basic_LinkedInDataExport_11-15-2026.zip") as archive:
        assert archive.namelist() == ["Connections.csv", "messages.csv"]
        connections = archive.read("Connections.csv").decode()
        messages = list(csv.DictReader(io.StringIO(archive.read("messages.csv").decode())))
    assert connections.startswith("Notes:\n")
    rows = list(csv.DictReader(io.StringIO(connections.split("\n\n", 1)[1])))
    assert len(rows) > 20
    assert 0 < sum(bool(row["Email Address"]) for row in rows) < len(rows) / 2
    assert {row["FOLDER"] for row in messages} == {"INBOX", "SPAM"}
    assert all(row["DATE"].endswith(" UTC") for row in messages)
