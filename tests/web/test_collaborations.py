"""Collaborations over HTTP: what is proposed, begun, said and taken back, and what somebody else cannot do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import hecht
from app.world import mail, mbox
from hecht.text.collaboration_report import SECTIONS
from hecht.web.weighed_shapes import ReportPart
from web.conftest import Client, running

ME = "Noor Smit <noor@veen.nl>"
OTHERS = ("Anna Bos <anna@delta.nl>", "Bram Vos <bram@rivier.nl>")


def meeting(number: int, day: int) -> str:
    people = "".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{one.partition('<')[2][:-1]}\r\n" for one in (ME, *OTHERS))
    return (
        f"BEGIN:VEVENT\r\nUID:{number}@veen.nl\r\nDTSTAMP:20250101T000000Z\r\nSUMMARY:Stuurgroep Rietland\r\n"
        f"DTSTART:2025{day:04d}T090000Z\r\nDTEND:2025{day:04d}T100000Z\r\nORGANIZER:mailto:noor@veen.nl\r\n{people}END:VEVENT\r\n"
    )


@pytest.fixture
def alliance(tmp_path: Path) -> Iterator[Client]:
    """Give a server of a log with three meetings of three organisations, and mails of two with room for each other."""
    folder, path = tmp_path / "in", tmp_path / "data" / "log.db"
    folder.mkdir()
    events = "".join(meeting(number, day) for number, day in enumerate((210, 310, 410)))
    (folder / "a.ics").write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode())
    mails = [mail(who, ME, day) for who in OTHERS for day in (1, 40, 80)]
    (folder / "a.mbox").write_bytes(mbox(*mails))
    with hecht.open(path) as log:
        log.store.set_setting("zone", "UTC")
        log.store.set_setting("today", "2025-06-30")
        log.import_([folder], me=["noor@veen.nl"])
    yield from running(f"sqlite:///{path}")


def begun(alliance: Client) -> dict[str, str]:
    made = alliance.ask("POST", "/api/collaborations", {"name": "Rietland"})
    assert made.status == 201
    return dict(made.body)


def test_meetings_that_recur_are_proposed_and_begun_by_a_name(alliance: Client) -> None:
    listed = alliance.get("/api/collaborations").body
    assert listed["rows"] == []
    (one,) = listed["proposed"]
    assert (one["name"], one["meetings"], one["first"]) == ("Rietland", 3, "2025-02-10")
    made = alliance.ask("POST", "/api/collaborations", {"name": "Rietland"}).body
    assert len(made["parties"]) == 3
    listed = alliance.get("/api/collaborations").body
    assert [row["name"] for row in listed["rows"]] == ["Rietland"]
    assert listed["proposed"] == []


def test_what_cannot_be_seen_is_said_to_be_so(alliance: Client) -> None:
    cells = {
        (one["a"], one["b"]): one for one in alliance.get(f"/api/collaborations/{begun(alliance)['id']}").body["cells"]
    }
    hidden = cells["delta.nl", "rivier.nl"]
    assert (hidden["how"], hidden["days"]) == ("not_visible", None)
    assert "niet te zien" in hidden["words"]
    assert cells["delta.nl", "veen.nl"]["how"] == "seen"


def test_everything_that_is_said_stands_in_the_history_and_can_be_taken_back(alliance: Client) -> None:
    path = f"/api/collaborations/{begun(alliance)['id']}"
    alliance.ask("PUT", f"{path}/why", {"question": "why", "text": "droge voeten"})
    said = alliance.ask("PUT", f"{path}/party", {"organisation": "delta.nl", "role": "funder", "yields": "rust"}).body
    assert {one["question"]: one["answer"] for one in said["answers"]}["why"] == "droge voeten"
    assert next(one for one in said["parties"] if one["organisation"] == "delta.nl")["role"] == "funder"
    rows = alliance.get(f"{path}/history").body["rows"]
    assert [row["words"] for row in rows[:2]] == [
        "Partij: delta.nl, financier, rust",
        "Waarom doen we dit? droge voeten",
    ]
    assert alliance.ask("POST", f"{path}/undo?moment={rows[1]['moment']}").status == 200
    now = alliance.get(path).body
    assert {one["question"]: one["answer"] for one in now["answers"]}["why"] == ""
    assert next(one for one in now["parties"] if one["organisation"] == "delta.nl")["role"] == "funder"


def test_what_does_not_belong_is_taken_out(alliance: Client) -> None:
    made = begun(alliance)
    path = f"/api/collaborations/{made['id']}"
    before = alliance.get(path).body
    row = next(one for one in before["belongs"] if one["title"])
    after = alliance.ask("PUT", f"{path}/belongs", {"what": "item", "value": row["key"], "inside": False}).body
    assert after["belongs_total"] == before["belongs_total"] - 1


def test_what_is_wrong_is_a_problem_in_the_users_language(alliance: Client) -> None:
    assert alliance.ask("POST", "/api/collaborations", {"name": "Niemand"}).body["code"] == "nobody_to_work_with"
    begun(alliance)
    again = alliance.ask("POST", "/api/collaborations", {"name": "Rietland"})
    assert (again.status, again.body["title"]) == (409, "Er is al een samenwerking die zo heet.")
    missing = alliance.get(f"/api/collaborations/{'0' * 16}", Accept_Language="en")
    assert (missing.status, missing.body["title"]) == (404, "This collaboration is not there (any more).")


def test_a_milestone_that_is_stated_is_the_next_difficult_moment_until_it_is_taken_out(alliance: Client) -> None:
    path = f"/api/collaborations/{begun(alliance)['id']}"
    assert alliance.get(path).body["moment"] is None
    said = {"title": "kosten verdelen", "day": "2025-08-01", "kind": "cost_decision"}
    now = alliance.ask("PUT", f"{path}/milestone", said).body
    # 1 August is 32 days after 30 June; the mails of Anna and Bram hold no room for the other
    assert (now["moment"]["day"], now["moment"]["left"]) == ("2025-08-01", 32)
    assert [one["who"]["name"] for one in now["moment"]["quiet"]] == ["Anna Bos", "Bram Vos"]
    (one,) = now["milestones"]
    assert (one["stated"], one["coming"]) == (True, True)
    gone = alliance.ask("PUT", f"{path}/no-milestone", {"id": one["id"]}).body
    assert (gone["moment"], gone["milestones"]) == (None, [])


def test_what_a_conversation_yields_is_kept_and_shown(alliance: Client) -> None:
    path = f"/api/collaborations/{begun(alliance)['id']}"

    def said(where: str, **body: object) -> dict[str, Any]:
        answer = alliance.ask("PUT", f"{path}/{where}", body)
        assert answer.status == 200
        return dict(answer.body)

    said("ambition", text="droge voeten")
    said("ambition", party="delta.nl", text="minder pompen", mark=4)
    said("levels", party="delta.nl", gives="eigen peil", conflict="twee bazen")
    said("form", party="delta.nl", aim="renew", way="share")
    said("word", term="peil")
    said("word", term="peil", party="delta.nl", meaning="hoogte van het water")
    said("agreement", what="meetplan", by="2025-05-01")
    said("effect", what="minder overstort", unit="dagen", baseline=10, target=0)
    said("effect", what="minder overstort", number=5)
    now = said("programme", kind="work_visit", day="2025-08-01")
    assert now["ambition"] == "droge voeten"
    assert next(one for one in now["recognised"] if one["party"] == "delta.nl")["mark"] == 4
    row = next(one for one in now["levels"] if one["party"] == "delta.nl")
    assert (row["gives"], row["conflicts"]) == ("eigen peil", ["twee bazen"])
    assert next(one for one in now["forms"] if one["party"] == "delta.nl")["form"] == "entrepreneurial"
    assert now["terms"][0]["meanings"] == [{"party": "delta.nl", "text": "hoogte van het water"}]
    (agreed,) = now["agreements"]
    assert (agreed["what"], agreed["by"], agreed["done"], agreed["late"]) == ("meetplan", "2025-05-01", None, True)
    (seen,) = now["effects"]
    assert (seen["way"], seen["observed"][0]["number"]) == (0.5, 5)  # from 10 to 0, and 5 was seen
    assert ("planned", "work_visit") in [(one["state"], one["kind"]) for one in now["programme"]]
    assert said("agreement", what=agreed["id"], done=True)["agreements"][0]["done"] == "2025-06-30"
    assert said("remove", kind="effect", id=seen["id"])["effects"] == []


def test_a_report_holds_the_parts_that_were_chosen(alliance: Client) -> None:
    assert get_args(ReportPart) == SECTIONS
    path = f"/api/collaborations/{begun(alliance)['id']}/report"
    made = alliance.ask("POST", path, {"parts": ["parties", "contact"]}).body
    assert made["name"] == "verslag.html"
    assert "delta.nl" in made["html"]
    assert "Contact tussen de partijen" in made["html"]
    assert "Inhoud en relatie" not in made["html"]
    assert "Contact tussen" not in alliance.ask("POST", path, {"parts": ["parties"]}).body["html"]
    assert alliance.ask("POST", path, {"parts": ["conflicts"]}).status == 400


def test_an_answer_to_the_early_sign_stands_in_the_history(alliance: Client) -> None:
    path = f"/api/collaborations/{begun(alliance)['id']}"
    answered = alliance.ask("PUT", f"{path}/early", {"answer": "usual"})
    assert (answered.status, answered.body["early"]) == (200, None)  # of so little contact there is none to begin with
    assert alliance.get(f"{path}/history").body["rows"][0]["words"] == "Vroeg teken: dat is hier gewoon zo, 2025-06-30"
    assert alliance.ask("PUT", f"{path}/early", {"answer": "never"}).status == 400


def test_content_and_relation_are_those_of_the_library(alliance: Client) -> None:
    made = begun(alliance)
    page = alliance.get(f"/api/collaborations/{made['id']}/weighed").body
    with hecht.open(alliance.server.desks.open.log.store.engine.url.render_as_string(hide_password=False)) as log:
        balance = log.collaborations.weigh(made["id"]).balance
    assert page["scenario"] == str(balance.scenario)
    assert [one["month"] for one in page["months"]] == [one.month for one in balance.months]
    assert len(page["conditions"]) == 5
