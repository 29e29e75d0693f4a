"""No word of any body is ever written to disk: every byte of the data folder is searched."""

import os
import stat
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from quopri import encodestring

import pytest

import hecht
from hecht.app.library import Hecht

MARKS = (
    "aardvarkplain",
    "baviaanquotedprintable",
    "capibarabase64",
    "dromedarishtml",
    "eekhoornattachment",
    "flamingoquoted",
    "gnoesignature",
    "hermelijnforwarded",
    "iguanadisclaimer",
    "jaguarquestion",
    "koalahiddenhtml",
    "lemmingcalendar",
    "mangoestenote",
    "narwalextracolumn",
    "ocelotpreamble",
    "pinguinleftout",
    "quokkaunreadable",
    "roodborstlatin",
    "steenbokfilename",
)
SUBJECT = "zebraonderwerp"
"""A word of a subject line, which is kept: that it is found shows that the search works."""


def mail(number: int, headers: str, body: str) -> str:
    return (
        "From x@example.org Mon Jan  6 10:00:00 2025\nDelivered-To: me@example.org\nFrom: Ann <ann@example.org>\n"
        f"To: me@example.org\nDate: Mon, 6 Jan 2025 10:{number:02}:00 +0000\nMessage-ID: <{number}@example.org>\n"
        f"Subject: {SUBJECT} {number}\n{headers}\n{body}\n\n"
    )


def coded(text: str) -> str:
    return b64encode(text.encode()).decode()


MAILBOX = (
    mail(
        1,
        "",
        f"Hi, thank you for the {MARKS[0]} and the {MARKS[0]}.\nCan you send {MARKS[9]}? So nice, {MARKS[9]}!\n\n"
        f"From now on: {MARKS[0]}\n>From the start: {MARKS[5]}\n\nOn Mon, 6 Jan 2025, Bob wrote:\n> {MARKS[5]} in a quote\n",
    )
    + mail(2, "", f"Regards, Ann\n\n-- \n{MARKS[6]}\nhttps://example.org/{MARKS[6]}\n")
    + mail(
        3,
        "",
        f"See below.\n\n---------- Forwarded message ----------\nFrom: x@example.org\nSubject: {MARKS[7]}\n\n{MARKS[7]}\n",
    )
    + mail(4, "", f"Ok.\n\nThis message is confidential {MARKS[8]}\n")
    + mail(
        5,
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
        encodestring(f"Café: {MARKS[1]}, could you look at it?".encode()).decode()
        + MARKS[1][:8]
        + "=\n"
        + MARKS[1][8:],
    )
    + mail(
        6,
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
        coded(f"Hello, {MARKS[2]} is the word."),
    )
    + mail(
        7,
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xyz\n",
        f"{MARKS[14]}\n--xyz\nContent-Type: text/html; charset=utf-8\n\n<html><head><title>{MARKS[10]}</title><!-- {MARKS[10]} -->"
        f"<body><p>Dear all, the {MARKS[3]} is here</p><blockquote>{MARKS[5]}</blockquote></body></html>\n"
        f"--xyz\nContent-Type: text/plain; name={MARKS[18]}.txt\nContent-Disposition: attachment; filename={MARKS[18]}.txt\n"
        f"Content-Transfer-Encoding: base64\n\n{coded(MARKS[4] + ' is in the attachment')}\n--xyz--\n{MARKS[14]}\n",
    )
    + mail(8, "List-Unsubscribe: <https://example.org>\n", MARKS[15])
    + mail(9, "", MARKS[16]).replace("Date: Mon, 6", "Date: Mon, 66")
    + mail(10, "Content-Type: text/plain; charset=utf-7\n", MARKS[17])
    + mail(11, "Content-Type: text/plain; charset=x-unknown\n", f"{MARKS[17]} \udce9")
    + f"From x@example.org Mon Jan  6 10:00:00 2025\n{MARKS[16]} without headers\n"
)
FILES = {
    "Inbox.mbox": MAILBOX.encode("utf-8", "surrogateescape"),
    "one.eml": mail(20, "", f"Hello {MARKS[0]}").partition("\n")[2].encode(),
    "agenda.ics": (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1@example.org\nDTSTAMP:20250101T000000Z\nDTSTART:20250106T120000Z\n"
        f"DTEND:20250106T130000Z\nSUMMARY:{SUBJECT}\nDESCRIPTION:{MARKS[11]}\nX-ALT-DESC:{MARKS[11]}\n"
        f"COMMENT:{MARKS[11]}\nLOCATION:{MARKS[11]}\n"
        f"ATTACH:https://example.org/{MARKS[11]}\nORGANIZER:mailto:me@example.org\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    ).encode(),
    "cards.vcf": (
        f"BEGIN:VCARD\nVERSION:3.0\nFN:Ann Bos\nEMAIL:ann@example.org\nNOTE:{MARKS[12]}\nADR:;;{MARKS[12]}\n"
        f"BDAY:1980-01-01\nPHOTO;ENCODING=b:{coded(MARKS[12])}\nEND:VCARD\n"
    ).encode(),
    "log.csv": f"at,from,to,channel,note\n2025-01-06T10:00:00Z,me@example.org,ann@example.org,call,{MARKS[13]}\n".encode(),
}


def forms(word: str) -> Iterator[bytes]:
    """Give a word as it may stand in a file: in any encoding, in any case, in base64 at any place, or as hexadecimal text."""
    for text in (word, word.upper(), word.capitalize()):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(encoding)
            yield raw
            yield raw.hex().encode()
            yield raw.hex().upper().encode()
            for before in range(3):
                coded_word = b64encode(b"\0" * before + raw)
                end = len(coded_word) - 4 if (before + len(raw)) % 3 else len(coded_word)
                yield coded_word[4 if before else 0 : end]


def found_in(folder: Path, word: str) -> list[str]:
    wanted = set(forms(word))
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for data in (path.read_bytes(),)
        if any(form in data for form in wanted)
    ]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder in which everything is that is written: the data, and what any part writes in between."""
    for name in ("in", "out/tmp"):
        (tmp_path / name).mkdir(parents=True)
    for name, data in FILES.items():
        (tmp_path / "in" / name).write_bytes(data)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "out" / "tmp"))
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path / "out" / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def used(places: Path) -> Hecht:
    """Import everything twice and ask whatever can be asked."""
    log = hecht.open(places / "out" / "data" / "log.db")
    for _ in range(2):
        summary = log.import_([places / "in"], again=True)
    assert summary.unreadable != []
    assert summary.known["mbox"] == 9
    for day in ("2025-01-10", "2025-03-01"):
        log.ties(day)
        log.ties(day, every=True)
        log.week(day)
        log.person("Ann", day)
    log.talked("Ann", "2025-01-20")
    return log


def test_no_byte_of_the_data_folder_holds_a_word_of_a_body(places: Path) -> None:
    raw = b"".join(FILES.values())
    for mark in MARKS:
        assert any(form in raw for form in forms(mark)), f"{mark} was not planted"
    log = used(places)
    names = {path.name for path in (places / "out" / "data").iterdir()}
    assert {"log.db", "log.db-wal", "log.db-shm", "secret"} <= names
    assert found_in(places / "out", SUBJECT) != []
    assert {mark: found for mark in MARKS if (found := found_in(places / "out", mark))} == {}
    log.store.rebuild()
    log.close()
    assert found_in(places / "out", SUBJECT) == ["data/log.db"]
    assert {mark: found for mark in MARKS if (found := found_in(places / "out", mark))} == {}


def test_the_search_finds_a_word_in_every_form(tmp_path: Path) -> None:
    word = "aardvarkplain"
    for number, before in enumerate(("", "a", "ab", "abc")):
        (tmp_path / f"{number}.b64").write_bytes(b64encode(f"{before}{word} and more".encode()))
    (tmp_path / "8").write_bytes(b"\0" + word.encode("utf-16-le"))
    (tmp_path / "9").write_bytes(b"Aardvarkplain")
    assert found_in(tmp_path, word) == ["0.b64", "1.b64", "2.b64", "3.b64", "8", "9"]
    assert found_in(tmp_path, "zebra") == []
    assert b64decode((tmp_path / "0.b64").read_bytes()).startswith(word.encode())


def test_nothing_that_is_shown_or_reported_holds_a_word_of_a_body(places: Path) -> None:
    command = [sys.executable, "-m", "hecht.cli"]
    environment = {**os.environ, "HECHT_DB": str(places / "out" / "data" / "log.db")}
    report = places / "out" / "report.txt"
    shown = ""
    for arguments in (
        ["import", str(places / "in"), "--report", str(report)],
        ["person", "Ann", "--as-of", "2025-01-10", "--json"],
    ):
        done = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        shown += done.stdout + done.stderr
    shown += report.read_text("utf-8")
    assert "ann@example.org" in shown
    assert "geen bruikbare datum" in shown  # the log speaks Dutch where nothing else was said
    assert [mark for mark in MARKS if mark in shown.casefold()] == []


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_the_data_folder_is_for_the_user_alone(places: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        log = used(places)
        folder = places / "out" / "data"
        assert mode(folder) == 0o700
        assert {path.name: mode(path) for path in folder.iterdir()} == dict.fromkeys(
            ("log.db", "log.db-wal", "log.db-shm", "secret"), 0o600
        )
        log.close()
        assert {mode(path) for path in folder.iterdir()} == {0o600}
    finally:
        os.umask(before)


def test_a_key_of_the_installation_is_made_once(places: Path) -> None:
    hecht.open(places / "out" / "data" / "log.db").close()
    secret = (places / "out" / "data" / "secret").read_bytes()
    assert len(secret) == 32
    hecht.open(places / "out" / "data" / "log.db").close()
    hecht.open(places / "out" / "other" / "log.db").close()
    assert (places / "out" / "data" / "secret").read_bytes() == secret
    assert (places / "out" / "other" / "secret").read_bytes() != secret
