"""Files made to fill memory or the report: what they may take is bounded, and said."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from app.world import NOW, zipped
from hecht.app import reading
from hecht.app.library import Hecht
from hecht.core.errors import TooBrokenError
from hecht.sources.chats import TOO_LARGE
from hecht.sources.outlook import _seekable

BOMBS = {
    "telegram.json": b'{"type": "personal_chat", "id": 1, "messages": [' + b"{}," * 3_500_000 + b"{}]}",
    "telegram deep.json": b'{"type": "personal_chat", "id": 1, "other": ' + b"[" * 5_000_000 + b"]" * 5_000_000 + b"}",
    "slack.json": b'[{"ts": "1767258900.000100", "x": [' + b"{}," * 3_500_000 + b"{}]}]",
    "signal.json": b'{"date": "2026-01-01", "sender": "Me", "body": [' + b"[]," * 3_500_000 + b"1]}",
    "log.csv": b"at,from,to\n" + b"x" * 10_000_000,
}

CHILD = """
import re, sys
from pathlib import Path
import hecht
with hecht.open(sys.argv[1]) as log:
    summary = log.import_([Path(sys.argv[2])])
    peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    print(len(summary.unreadable), int(peak[1]) // 1024)
"""


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_ten_megabytes_of_brackets_in_a_small_zip_take_no_more_memory_than_any_import(
    name: str, tmp_path: Path
) -> None:
    """Built as a whole they took 27 times their size."""
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({name: BOMBS[name]}))
    child = [sys.executable, "-c", CHILD, str(tmp_path / "log.db"), str(path)]
    done = subprocess.run(child, capture_output=True, text=True, check=True)
    reported, megabytes = map(int, done.stdout.split())
    assert reported <= reading.MOST_BROKEN + 2
    assert reported >= (name != "telegram deep.json")  # what stands beside the messages is passed over
    assert megabytes < 160


def test_of_a_file_with_nothing_but_trouble_the_first_are_reported_and_the_rest_is_counted(
    fresh: Callable[[], Hecht], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_BROKEN", 10)
    monkeypatch.setattr(reading, "MOST_TRIED", 100)
    path = tmp_path / "log.csv"
    path.write_text("at,from,to\n" + "1741000000,a@x.nl,b@x.nl\nnever,a@x.nl,b@x.nl\n" * 25)
    summary = fresh().import_([path], now=NOW)
    assert len(summary.unreadable) == 11
    assert summary.unreadable[-1] == (str(path), 0, "15 more items could not be read")
    path.write_text("at,from,to\n" + "never,a@x.nl,b@x.nl\n" * 1_000)
    summary = fresh().import_([path], now=NOW)
    assert summary.unreadable[-1] == (str(path), 0, str(TooBrokenError()))


def test_a_chat_larger_than_the_program_writes_is_not_read(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp-chat met Anna.txt"
    path.write_bytes(b"13-11-2025 09:15 - Anna: hoi\n" * 900_000)
    summary = fresh().import_([path], now=NOW)
    assert summary.unreadable == [(str(path), 0, TOO_LARGE)]


def test_a_file_that_must_be_sought_through_gets_a_copy_without_a_name() -> None:
    """An Outlook mailbox in a zip: nobody else can open the copy, and nothing of it is left when hecht is killed."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with _seekable(cast("BinaryIO", Stream(b"!BDN geheim"))) as copy:
        state = os.fstat(copy.fileno())
        assert (state.st_nlink, state.st_mode & 0o077) == (0, 0)
        assert copy.read() == b"!BDN geheim"
