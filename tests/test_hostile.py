"""Odd and hostile input that once went wrong: nothing is lost, nothing ends an import, nothing is shown raw."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hecht
from app.test_intake import senders
from app.world import BRAM, EVA, NOOR, NOW, mbox, written, zipped
from app.world import mail as letter
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.privacy import erase
from hecht.app.remembered import refresh
from hecht.core.errors import StoreUnusableError
from hecht.core.model import Cursor, Interaction, Unreadable
from hecht.sources import mailbox as mailbox_source
from hecht.sources.calendar import CalendarSource
from hecht.sources.headers import addresses
from hecht.sources.mailbox import messages
from hecht.sources.plain import PlainSource
from hecht.stores.erase import scan
from hecht.testing.stores import dump
from hecht.text.summary import import_lines
from sources.mailing import interactions, read_mailbox
from sources.test_mailbox import mail, titles

Fresh = Callable[[], Hecht]


def test_every_message_is_found_wherever_the_last_kilobyte_begins() -> None:
    mails = b"".join(mail(number) for number in range(12))
    assert [extra for extra in range(200) if len(titles(mails + b"x" * extra)) != 12] == []


@settings(max_examples=100, deadline=None)
@given(window=st.integers(64, 4_096), lengths=st.lists(st.integers(0, 700), min_size=1, max_size=30))
def test_the_size_of_the_window_makes_no_difference(window: int, lengths: list[int]) -> None:
    data = b"".join(mail(number, b"y" * length + b"\n") for number, length in enumerate(lengths))
    before = mailbox_source.WINDOW
    try:
        mailbox_source.WINDOW = window
        found = list(messages(io.BytesIO(data)))
    finally:
        mailbox_source.WINDOW = before
    starts = [
        sum(len(mail(number, b"y" * length + b"\n")) for number, length in enumerate(lengths[:end]))
        for end in range(len(lengths))
    ]
    assert [offset for offset, _ in found] == starts


def test_a_grown_mailbox_of_short_messages_is_read_on_from_its_last_message() -> None:
    old = mail(1) + mail(2)
    cursor = read_mailbox(old)[-1]
    assert isinstance(cursor, Cursor)
    assert titles(old + mail(3), cursor) == ["number 2", "number 3"]


def test_the_place_of_an_absurdly_large_message_is_where_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox_source, "LARGEST", 40_000)
    monkeypatch.setattr(mailbox_source, "WINDOW", 10_000)
    monkeypatch.setattr(mailbox_source, "BODY", 1_000)
    data = mail(1) + mail(2, b"x" * 75 * 2_000).replace(b"Date", b"Dote")
    assert [item.offset for item in read_mailbox(data) if isinstance(item, Unreadable)] == [len(mail(1))]


def test_the_addresses_of_public_archives() -> None:
    assert addresses(b"jan at example.nl (Jan Jansen)") == (("mailto:jan@example.nl", "Jan Jansen"),)


@pytest.mark.parametrize("word", ["=?unicode_escape?q?=5Cud800?=", "=?utf-7?q?+2AA-?=", "=?utf-16-le?b?ANg=?="])
def test_half_a_character_in_a_header_does_not_end_an_import(fresh: Fresh, tmp_path: Path, word: str) -> None:
    mails = mbox(
        letter(BRAM, NOOR, 1, subject=word),
        letter(BRAM, NOOR, 2).replace(b"Bram <", f"{word} <".encode()),
        letter(EVA, NOOR, 3),
    )
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails})], NOW)
    assert senders(log.store) == {BRAM: 2, EVA: 1}


@pytest.mark.parametrize("duration", ["inf", "1e999", "-inf"])
def test_a_duration_without_end_is_one_unreadable_row(duration: str) -> None:
    table = f"at,from,to,duration\n1736157600,a,b,{duration}\n1736157601,c,d,60\n"
    items = list(PlainSource().extract(io.BytesIO(table.encode()), NOW))
    assert [item.offset for item in items if isinstance(item, Unreadable)] == [2]
    assert len([item for item in items if isinstance(item, Interaction)]) == 1


def flagged(flag: int, method: int) -> bytes:
    """Give a zip archive whose first member claims to be encrypted or packed in some way."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.eml", letter(BRAM, NOOR, 1))
        archive.writestr("b.eml", letter(BRAM, NOOR, 2))
    raw = bytearray(made.getvalue())
    for start, at in ((0, 6), (raw.index(b"PK\x01\x02"), 8)):
        raw[start + at] |= flag
        raw[start + at + 2] = method
    return bytes(raw)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rubbish",
        b"\x1f\x8brubbish" * 50,
        flagged(1, 0),
        flagged(0, 9),
        flagged(0, 99),
        zipped({"a.eml": letter(BRAM, NOOR, 1)})[:-30],
    ],
    ids=["no zip", "no tar", "encrypted", "deflate64", "aes", "cut off"],
)
def test_a_broken_archive_in_a_folder_is_reported_by_name_and_the_rest_of_the_folder_read(
    fresh: Fresh, tmp_path: Path, data: bytes
) -> None:
    folder = written(tmp_path / "in", {"a.zip": data, "b.eml": letter(EVA, NOOR, 1)})
    log = fresh()
    summary = read_paths(log.store, [folder], NOW)
    assert [place.partition(" > ")[0] for place, _, _ in summary.unreadable] == [str(folder / "a.zip")]
    assert senders(log.store)[EVA] == 1


def test_names_of_files_are_shown_without_control_characters(fresh: Fresh, tmp_path: Path) -> None:
    files = {"Ev\x1b[31mil.eml": letter(BRAM, NOOR, 1).replace(b"Date", b"Dote")}
    summary = read_paths(fresh().store, [written(tmp_path / "in", {"a.zip": zipped(files)})], NOW)
    lines = "\n".join(import_lines(summary, "en"))
    assert "a.zip" in lines
    assert "\x1b" not in lines


def test_what_one_says_overrules_what_was_found_before(fresh: Fresh, tmp_path: Path) -> None:
    folder = written(
        tmp_path / "in",
        {
            "a.mbox": mbox(
                *(letter(BRAM, f"p{number}@x.nl", 1, number=number) for number in range(6)), letter(NOOR, BRAM, 2)
            )
        },
    )
    log = fresh()
    assert read_paths(log.store, [folder], NOW).ego.own == (f"mailto:{BRAM}",)
    read_paths(log.store, [folder], NOW, me=[NOOR])
    assert [row.name for row in log.ties("2025-03-10")] == ["Bram"]


def test_whose_log_it_is_does_not_depend_on_the_order_of_imports(fresh: Fresh, tmp_path: Path) -> None:
    one = mbox(*(letter(BRAM, f"q{number}@x.nl" if number % 2 else NOOR, 1, number=number) for number in range(8)))
    two = mbox(*(letter(f"r{number}@x.nl", NOOR, 2, more=f"Delivered-To: {NOOR}\n") for number in range(20)))
    folder = written(tmp_path / "in", {"1.mbox": one, "2.mbox": two})
    logs = fresh(), fresh()
    for log, names in zip(logs, (("1", "2"), ("2", "1")), strict=True):
        for name in names:
            read_paths(log.store, [folder / f"{name}.mbox"], NOW)
    assert dump(logs[0].store) == dump(logs[1].store)


def test_what_it_was_seen_through_does_not_look_ahead(fresh: Fresh, tmp_path: Path) -> None:
    table = "at,from,to,channel\n2025-03-03T10:00:00Z,a,b,mail\n2025-06-03T10:00:00Z,a,b,call\n"
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.csv": table.encode()})], NOW, me=["a"])
    assert [row.seen_through for row in log.ties("2025-04-01")] == [("mail",)]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest_in_silence() -> None:
    table = 'at,from,to,thread\n1736157600,a,b,"x\n' + "".join(f"{1736157600 + n},c,d,\n" for n in range(1, 9))
    items = list(PlainSource().extract(io.BytesIO(table.encode()), NOW))
    assert any(isinstance(item, Unreadable) for item in items) or len(interactions(items)) == 9


def test_lines_are_counted_as_they_stand_in_the_file() -> None:
    # no field of a plain log holds a line break, so a stray quote spoils its own line and no other
    table = 'at,from,to,note\n1736157600,a,b,"two\nlines,x,y,z\nyesterday,a,b,\n1736157600,c,d,\n'
    items = list(PlainSource().extract(io.BytesIO(table.encode()), NOW))
    assert [item.offset for item in items if isinstance(item, Unreadable)] == [2, 3, 4]
    assert len([item for item in items if isinstance(item, Interaction)]) == 1


@pytest.mark.parametrize("field", [b"a@b.nl," + b" " * 60_000 + b'"x', b"Anna" + b" " * 60_000 + b"Bos (x) <c@d.nl>"])
def test_long_white_space_in_a_header_is_read_like_short(field: bytes) -> None:
    assert addresses(field) == addresses(b" ".join(field.split()))


def test_a_rule_that_names_every_second_of_a_year_is_bounded() -> None:
    every = [",".join(map(str, range(first, last + 1))) for first, last in ((1, 31), (0, 23), (0, 59), (0, 59))]
    rule = "RRULE:FREQ=YEARLY;BYMONTHDAY={};BYHOUR={};BYMINUTE={};BYSECOND={}\r\n".format(*every)
    event = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20000101T000000Z\r\n"
        f"{rule}ATTENDEE:mailto:a@b.nl\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    items = list(CalendarSource().extract(io.BytesIO(event.encode()), NOW))
    assert 0 < len([item for item in items if isinstance(item, Interaction)]) <= 2_000
    assert [item for item in items if isinstance(item, Unreadable)]


@pytest.mark.parametrize("name", [b"\0", b"\xff"])
def test_a_zip_with_an_impossible_name_does_not_end_an_import(fresh: Fresh, tmp_path: Path, name: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("é" if name == b"\xff" else "x", b"hi")
    raw = made.getvalue().replace("é".encode() if name == b"\xff" else b"x", name * (2 if name == b"\xff" else 1))
    folder = written(tmp_path / "in", {"a.zip": raw, "b.eml": letter(EVA, NOOR, 1)})
    log = fresh()
    read_paths(log.store, [folder], NOW)
    assert senders(log.store) == {EVA: 1}


def test_a_file_name_that_is_no_text_is_read_and_remembered(fresh: Fresh, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.mbox")).write_bytes(mbox(letter(EVA, NOOR, 1)))
    log = fresh()
    assert read_paths(log.store, [folder], NOW).new["mbox"] == 1
    assert read_paths(log.store, [folder], NOW).unchanged == 1


@pytest.mark.parametrize("more", ["Delivered-To: evil@e.nl\nX-Spam-Flag: YES\n", "X-Gmail-Labels: Sent\n"])
def test_one_forged_mail_does_not_decide_whose_log_it_is(fresh: Fresh, tmp_path: Path, more: str) -> None:
    mails = [letter(f"p{number}@x.nl", NOOR, 1, number=number) for number in range(20)]
    log = fresh()
    ego = read_paths(
        log.store,
        [written(tmp_path / "in", {"a.mbox": mbox(*mails, letter("evil@e.nl", "z@z.nl", 2, more=more))})],
        NOW,
    ).ego
    assert ego.own == (f"mailto:{NOOR}",)


def test_a_forged_copy_does_not_take_the_place_of_a_mail(fresh: Fresh, tmp_path: Path) -> None:
    real = letter(BRAM, NOOR, 1)
    forged = letter(BRAM, NOOR, 1, subject="vals", text="woord " * 50, more="Authentication-Results: mx; dmarc=fail\n")
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(real, forged)})], NOW, me=[NOOR])
    assert [(row.name, row.active_days) for row in log.ties("2025-06-30")] == [("Bram", 1)]


@pytest.mark.parametrize("blank", [b"\n\t\n", b"\n \n", b"\n\r\n"])
def test_a_body_after_a_line_of_white_space_is_no_header(blank: bytes) -> None:
    raw = (
        letter(BRAM, NOOR, 1).partition(b"\n\n")[0] + blank + b"Beste,\nSubject: geheim\nTo: geheim <z@z.nl>\n\nrest\n"
    )
    (item,) = interactions(read_mailbox(b"From x@y.nl Mon Mar  3 09:00:00 2025\n" + raw))
    assert "geheim" not in repr(item)


def test_what_names_an_erased_person_in_other_files_stays_out(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna de Wit\nEMAIL:anna@wit.nl\nEND:VCARD\n"
    first = written(tmp_path / "in", {"a.vcf": card, "a.mbox": mbox(letter("anna@wit.nl", NOOR, 1))})
    read_paths(log.store, [first], NOW, me=[NOOR])
    assert erase(log.store, "Anna de Wit").finished
    later = {
        "Anna de Wit/b.mbox": mbox(
            letter(EVA, NOOR, 2, subject="vraag van anna@wit.nl"),
            letter(EVA, NOOR, 3, subject="ziekte van Ánna de Wit"),
            letter(EVA, NOOR, 4, subject="Wit, Anna de"),
        ),
        "c.eml": letter(EVA, NOOR, 5).replace(b"Eva <", b"Anna de Wit <"),
        "d.vcf": b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna de Wit\nTEL:+31612345678\nEND:VCARD\n",
    }
    read_paths(log.store, [written(tmp_path / "later", later)], NOW)
    held = [str(row) for rows in dump(log.store).values() for row in rows]
    held += map(str, log.store.rows("SELECT s.path, s.root FROM source s WHERE s.log = :log"))
    assert [row for row in held if "wit" in row.lower()] == []
    assert senders(log.store)[EVA] == 4


def test_a_name_with_accents_is_found_by_the_search_of_bytes(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_bytes("… Émile Özil …".encode())
    assert scan(tmp_path / "log.db", ["émile özil"]) == ["log.db"]
    assert scan(tmp_path / "log.db", ["Emile Bos"]) == []


def test_a_key_that_was_not_written_whole_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"")
    with pytest.raises(StoreUnusableError):
        hecht.open(tmp_path / "log.db")


def test_losing_the_key_of_erased_people_is_noticed(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", {"a.mbox": mbox(letter(BRAM, NOOR, 1))})
    with hecht.open(tmp_path / "data" / "log.db") as log:
        read_paths(log.store, [folder], NOW, me=[NOOR])
        erase(log.store, "Bram")
    (tmp_path / "data" / "secret").unlink()
    with pytest.raises(StoreUnusableError):
        hecht.open(tmp_path / "data" / "log.db")


def test_a_path_means_the_same_from_any_folder(fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = written(tmp_path / "one", {"a.mbox": mbox(letter(BRAM, NOOR, 1))})
    other = written(tmp_path / "other", {"a.mbox": mbox(letter(EVA, NOOR, 1))})
    log = fresh()
    monkeypatch.chdir(one)
    read_paths(log.store, [Path("a.mbox")], NOW, me=[NOOR])
    monkeypatch.chdir(other)
    assert refresh(log.store, NOW) is None
