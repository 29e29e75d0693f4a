"""No word of a body leaves the process that read it: not in a child's arguments, not in what it says when it breaks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import hecht
from hecht.app import jobs
from hecht.app.spool import Spool
from test_privacy import FILES, MARKS, SUBJECT, found_in

STARTED: list[str] = []
"""Everything that any process was started with since a test began to look: program, arguments, environment."""
_STARTS = ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.system", "os.spawn")


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event in _STARTS:
        STARTED.append(repr(arguments))


sys.addaudithook(_heard)


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the one folder in which anything may be written, temporary files too."""
    folder = tmp_path / "out"
    (folder / "tmp").mkdir(parents=True)
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder / "tmp"))
    monkeypatch.setenv("HECHT_DB", str(folder / "data" / "log.db"))
    STARTED.clear()
    return folder


def marked(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text.casefold()]


def test_the_process_that_reads_what_was_dropped_gets_no_word_of_it_as_an_argument(out: Path) -> None:
    with hecht.open(out / "data" / "log.db") as log:
        job = jobs.begin(log.store, "import")
        spool = Spool(out / "tmp")
        for name, data in FILES.items():
            ticket = spool.begin()
            spool.add(ticket, data)
            spool.end(ticket, name, 1)
        spool.seal()
        spool.file.seek(0)
        child = jobs.start(str(out / "data" / "log.db"), job.id, spool.file)
        spool.close()
        assert child.wait() == 0
        done = jobs.job(log.store, job.id)
    assert done.state == "done"
    assert json.loads(done.result)["unreadable_count"] > 0
    assert any(str(job.id) in one for one in STARTED)  # what is looked at is what it was started with
    assert marked(" ".join(STARTED)) == []
    assert found_in(out, SUBJECT) != []
    assert {mark: found for mark in MARKS if (found := found_in(out, mark))} == {}


def test_texts_that_are_judged_leave_nothing(out: Path) -> None:
    lines = [json.dumps({"text": f"Kun je het {mark} sturen? {mark} {mark}", "subject": mark}) for mark in MARKS]
    lines += [f'{{"text": "{MARKS[0]}', json.dumps([MARKS[1]]), MARKS[2], json.dumps({MARKS[3]: MARKS[4]})]
    done = subprocess.run(
        [sys.executable, "-m", "hecht.cli", "tone"], input="\n".join(lines), capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.count("\n") == len(lines)
    assert marked(done.stdout + done.stderr) == []
    assert {mark: found for mark in MARKS if (found := found_in(out, mark))} == {}


BROKEN = """
import sys
import hecht.core.tone

def language_of(words):
    raise ValueError(" ".join(words))

hecht.core.tone.language_of = language_of
from hecht import cli
cli.main()
"""
"""The command line with a fault in the judge whose error says all that it was given."""


def broken(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BROKEN, *arguments], input=text, capture_output=True, text=True, check=False
    )


def test_a_fault_of_hecht_in_the_middle_of_a_body_tells_nothing_of_it(tmp_path: Path, out: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    report = out / "report.txt"
    done = broken("import", str(tmp_path / "Inbox.mbox"), str(tmp_path / "one.eml"), "--report", str(report))
    assert done.returncode == 1
    assert "ValueError" in report.read_text("utf-8")
    assert marked(done.stdout + done.stderr) == []
    assert {mark: found for mark in MARKS if (found := found_in(out, mark))} == {}


@pytest.mark.parametrize(("lang", "said"), [("nl", "hecht liep vast"), ("en", "hecht broke down")])
def test_a_crash_says_where_and_nothing_of_what_was_read(
    out: Path, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    monkeypatch.setenv("HECHT_LANG", lang)
    done = broken("tone", text=json.dumps({"text": f"Hoi, het {MARKS[0]} is er"}))
    assert done.returncode == 1
    assert done.stderr.startswith(f"hecht: {said} (ValueError, tone.py:")
    assert done.stderr.count("\n") == 1
    assert marked(done.stdout + done.stderr) == []
    assert {mark: found for mark in MARKS if (found := found_in(out, mark))} == {}


def test_who_mends_hecht_gets_the_whole_of_it(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HECHT_TRACEBACK", "1")
    done = broken("tone", text=json.dumps({"text": f"Hoi, het {MARKS[0]} is er"}))
    assert "Traceback" in done.stderr
    assert MARKS[0] in done.stderr  # so that the tests above look for what would be there
    assert out.exists()
