"""Odd and hostile input that once went wrong: nothing is lost, nothing ends an import, nothing is shown raw."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hecht
from app.test_intake import senders
from app.world import BRAM, EVA, NOOR, NOW, ZONE, mbox, written, zipped
from app.world import mail as letter
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.core.model import Cursor, Interaction, Unreadable
from hecht.sources import mailbox as mailbox_source
from hecht.sources.headers import addresses
from hecht.sources.mailbox import messages
from hecht.sources.plain import PlainSource
from hecht.testing.stores import dump
from hecht.text.summary import import_lines
from sources.mailing import interactions, read_mailbox
from sources.test_mailbox import mail, titles

Fresh = Callable[[], Hecht]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], Hecht]]:
    opened: list[Hecht] = []

    def make() -> Hecht:
        log = hecht.open(tmp_path / f"data {len(opened)}" / "log.db")
        log.store.set_setting("zone", ZONE)
        opened.append(log)
        return log

    yield make
    for log in opened:
        log.close()


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
