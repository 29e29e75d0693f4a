"""Reading in over HTTP: dropped files give the same log as files on disk, nothing of them stays, and work is followed."""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import hecht
from app.world import AS_OF, FILES, NOOR, zipped
from hecht.app import jobs
from hecht.app.reading import Summary
from hecht.app.spool import Spool, files_of
from hecht.core.ego import Ego
from hecht.core.errors import FileComingError, NoSuchJobError
from web.conftest import Client


def drop(client: Client, files: dict[str, bytes], changed: int = 1_700_000_000_000) -> dict[str, object]:
    job = client.ask("POST", "/api/imports").body["id"]
    for name, data in files.items():
        quoted = name.replace(" ", "%20")
        sent = client.ask("PUT", f"/api/imports/{job}/file?name={quoted}&changed={changed}", raw=data)
        assert sent.status == 204
    assert client.ask("POST", f"/api/imports/{job}/start").status == 202
    return client.until_done(job)


def facts(path: Path) -> list[tuple[object, ...]]:
    with hecht.open(path) as log:
        return [tuple(row) for row in log.store.rows("SELECT l.* FROM latest l ORDER BY l.revision")]


def test_dropped_files_give_the_log_that_files_on_disk_give(empty: Client, small_log: Path, tmp_path: Path) -> None:
    done = drop(empty, FILES)
    assert done["state"] == "done"
    assert facts(tmp_path / "data" / "log.db") == facts(small_log)
    assert done["unreadable"] == 2  # a broken mail, and a text that was dropped by itself
    session = empty.get("/api/session").body
    assert session["empty"] is False
    assert NOOR in session["ego"]


def test_a_dropped_file_that_did_not_change_is_passed_over_and_a_grown_one_read_on(empty: Client) -> None:
    calls = {"telefoon.csv": FILES["telefoon.csv"]}
    assert drop(empty, calls)["new"] == 1
    assert drop(empty, calls)["new"] == 0
    more = FILES["telefoon.csv"] + f"2025-04-03T10:00:00Z,{NOOR},eva@stad.nl,call,60\n".encode()
    assert drop(empty, {"telefoon.csv": more})["new"] == 1
    sources = empty.get("/api/sources").body["rows"]
    assert [(one["name"], one["dropped"], one["there"]) for one in sources] == [("telefoon.csv", True, True)]


def test_a_zip_among_other_files_is_read_and_names_cannot_climb(empty: Client) -> None:
    done = drop(empty, {"../../x/oud.zip": FILES["oud.zip"], "b.zip": zipped({"c.csv": FILES["telefoon.csv"]})})
    assert done["state"] == "done"
    assert {one["path"] for one in empty.get("/api/sources").body["rows"]} == {"x", "b.zip"}


def test_nothing_of_what_was_dropped_stays_in_the_folder(empty: Client, tmp_path: Path) -> None:
    drop(empty, FILES)
    for path in (tmp_path / "data").iterdir():
        assert b"Content of the mail" not in path.read_bytes()
        assert path.name.startswith(("log.db", "secret"))


def test_a_job_survives_what_follows_it(empty: Client) -> None:
    done = drop(empty, {"telefoon.csv": FILES["telefoon.csv"]})
    rows = empty.get("/api/jobs", Accept_Language="en").body["rows"]
    assert [row["id"] for row in rows] == [done["id"]]
    assert "plain: 1 new, 0 changed, 0 known already" in rows[0]["words"]


def test_a_source_is_forgotten_with_what_came_from_it(empty: Client) -> None:
    drop(empty, {"telefoon.csv": FILES["telefoon.csv"]})
    source = empty.get("/api/sources").body["rows"][0]["id"]
    assert empty.ask("DELETE", f"/api/sources/{source}?contents=true").status == 200
    assert empty.get("/api/sources").body["rows"] == []
    assert empty.get("/api/session").body["interactions"] == 0
    assert empty.ask("DELETE", f"/api/sources/{source}").status == 404


def test_the_user_says_who_they_are(empty: Client) -> None:
    drop(empty, {"telefoon.csv": FILES["telefoon.csv"]})
    assert empty.get("/api/week").status == 409
    assert empty.ask("PUT", "/api/me", {"addresses": [NOOR]}).body["ego"] == [NOOR]
    assert empty.get("/api/week").status == 200


def test_who_was_found_is_asked_and_may_be_put_right(empty: Client) -> None:
    drop(empty, FILES)
    session = empty.get("/api/session").body
    assert (session["ego"], session["ego_said"]) == ([NOOR], False)
    told = empty.ask("PUT", "/api/me", {"addresses": ["noor@thuis.nl"], "not_mine": [NOOR]})
    assert told.body["ego"] == ["noor@thuis.nl"]
    session = empty.get("/api/session").body
    assert (session["ego"], session["ego_said"], session["ego_maybe"]) == (["noor@thuis.nl"], True, [])
    assert empty.ask("PUT", "/api/me", {"not_mine": ["noor@thuis.nl"]}).status == 409  # somebody it must be


def test_the_user_may_go_by_a_number_or_a_name_and_not_by_one_that_is_not_there(empty: Client) -> None:
    calls = b"at,from,to,channel\n2025-04-02T10:00:00Z,tel:+31612345678,u17,call\n2025-05-02T10:00:00Z,u17,u18,call\n"
    drop(empty, {"telefoon.csv": calls})
    refused = empty.ask("PUT", "/api/me", {"addresses": ["Zeno"]})
    assert (refused.status, refused.body["code"]) == (409, "unknown_address")
    assert empty.ask("PUT", "/api/me", {"addresses": ["U17"]}).body["ego"] == ["u17"]
    assert empty.get("/api/people").body["total"] == 2
    assert empty.ask("PUT", "/api/me", {"addresses": ["+31612345678"]}).status == 200


def test_files_that_come_in_for_a_job_that_is_not_there_are_refused(empty: Client) -> None:
    assert empty.ask("PUT", "/api/imports/1/file?name=x", raw=b"x").status == 404
    first = empty.ask("POST", "/api/imports").body["id"]
    second = empty.ask("POST", "/api/imports").body["id"]
    assert empty.ask("POST", f"/api/imports/{first}/start").status == 404
    assert empty.get(f"/api/jobs/{first}").body["state"] == "failed"
    assert empty.ask("POST", f"/api/imports/{second}/start").status == 202
    empty.until_done(second)


def test_a_second_file_waits_for_the_first_and_a_half_one_is_not_read(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    first = spool.begin()
    spool.add(first, b"half a")
    with pytest.raises(FileComingError):
        spool.begin()
    with pytest.raises(FileComingError):
        spool.seal()
    spool.drop(first)
    second = spool.begin()
    with pytest.raises(NoSuchJobError):
        spool.add(first, b"what a thread still had in hand")
    spool.drop(first)  # once more changes nothing for who came after
    spool.add(second, b"whole")
    spool.end(second, "b.txt", 7)
    assert spool.seal() == ["b.txt"]
    assert [(one.name, one.opened.read()) for one in files_of(spool.file)] == [("b.txt", b"whole")]
    for late in (spool.begin, spool.seal):
        with pytest.raises(NoSuchJobError):
            late()
    spool.close()


def test_files_that_come_in_while_the_spool_is_given_up_are_refused(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    ticket = spool.begin()
    spool.close()
    with pytest.raises(NoSuchJobError):
        spool.add(ticket, b"x")
    with pytest.raises(NoSuchJobError):
        spool.end(ticket, "a", 0)
    spool.drop(ticket)


def test_what_is_sent_at_the_same_time_is_never_mixed(empty: Client, tmp_path: Path) -> None:
    job = empty.ask("POST", "/api/imports").body["id"]
    row = f"2025-04-02T10:00:00Z,{NOOR},eva@stad.nl,call,60\n"
    many = b"at,from,to,channel,duration\n" + row.encode() * 30_000  # 1.5 MB: several pieces
    names = [f"{letter}.csv" for letter in "abcd"]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda name: empty.ask("PUT", f"/api/imports/{job}/file?name={name}", raw=many), names))
    kept = [name for name, answer in zip(names, done, strict=True) if answer.status == 204]
    assert kept
    assert {answer.status for answer in done} <= {204, 409}
    empty.ask("POST", f"/api/imports/{job}/start")
    assert empty.until_done(job)["unreadable"] == 0
    assert sorted(one["name"] for one in empty.get("/api/sources").body["rows"]) == kept
    with hecht.open(tmp_path / "data" / "log.db") as log:
        assert log.store.rows("SELECT COUNT(*) FROM interaction i WHERE i.log = :log")[0][0] == 30_000


def test_a_job_whose_process_is_gone_is_said_to_have_broken_off(small_log: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    for one in small_log.parent.iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    with hecht.open(path) as log:
        job = jobs.begin(log.store, "import")
        jobs.say(log.store, job.id, state="running", pid=2**22 + 1)  # above the largest process number
        jobs.mend(log.store)
        assert jobs.job(log.store, job.id).state == "failed"


def test_an_empty_log_says_so(empty: Client) -> None:
    assert empty.get("/api/session").body["empty"] is True
    week = empty.get("/api/week")
    assert (week.status, week.body["code"]) == (409, "empty_log")
    assert empty.ask("POST", "/api/session", {"demo": True}).status == 409


def test_the_result_of_a_job_is_kept_whole() -> None:
    made = Summary(
        new=Counter({"mbox": 3}),
        cards=2,
        left_out=Counter({("mbox", "list"): 4}),
        unreadable=[("a.mbox", 7, "why")],
        files=2,
        ego=Ego(("mailto:a@b.nl",), (), "said"),
    )
    assert jobs.summary_of(jobs._written(made)) == made
    assert json.loads(jobs._written(made))["unreadable_count"] == 1


def test_the_day_is_the_logs_own(world: Client) -> None:
    assert world.get("/api/session").body["as_of"] == AS_OF


def test_the_child_process_runs_no_file_of_the_folder_one_stands_in(
    empty: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for name in ("sqlalchemy", "typer", "hecht"):
        (downloads / f"{name}.py").write_text(f"open({str(downloads / 'ran')!r}, 'w')\nraise SystemExit")
    monkeypatch.chdir(downloads)
    job = empty.ask("POST", "/api/imports").body["id"]
    empty.ask("PUT", f"/api/imports/{job}/file?name=a.txt", raw=b"nothing")
    empty.ask("POST", f"/api/imports/{job}/start")
    assert empty.until_done(job)["state"] == "done"
    assert not (downloads / "ran").exists()
