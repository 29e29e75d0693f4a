"""Preferences: goals, ways and greetings are kept, obeyed in the week and its drafts, and taken back."""
# ruff: noqa: RUF001 - typographic quotes are what is said

from collections.abc import Callable
from pathlib import Path

import pytest

from app.world import ASKED, BRAM, EVA, NOOR, NOW, calendar, mail, mbox, meeting, written
from hecht.app import preferences as room
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.core.errors import NoSuchGoalError, TooManyGoalsError
from hecht.core.moves.move import Kind
from hecht.core.moves.preferences import Preferences, Voice, Way
from hecht.text.preferences import preference_lines
from hecht.text.tables import week_rows

Fresh = Callable[[], Hecht]
AS_OF = "2025-06-30"  # day 119


def read(log: Hecht, folder: Path, *mails: bytes, agenda: bytes = b"") -> Hecht:
    files = {"a.mbox": mbox(*mails)} | ({"b.ics": agenda} if agenda else {})
    assert read_paths(log.store, [written(folder, files)], NOW, me=[NOOR]).unreadable == []
    return log


@pytest.fixture
def log(fresh: Fresh, tmp_path: Path) -> Hecht:
    """Give a log in which Bram asked something in Dutch and Eva, who writes English, asked something too."""
    english = "Hi Noor,\n\nCould you send me the planning of the dike before Friday? Thank you very much.\n\nEva\n"
    mails = [
        mail(BRAM, NOOR, number, text="Hoi Noor, ik kom morgen weer bij jullie langs.\n") for number in range(0, 90, 7)
    ]
    mails += [mail(EVA, NOOR, number, text="Thanks, we will be there on Friday then.\n") for number in range(0, 90, 7)]
    mails += [mail(BRAM, NOOR, 110, text=ASKED), mail(EVA, NOOR, 111, text=english)]
    return read(fresh(), tmp_path / "in", *mails)


def drafts(log: Hecht) -> dict[str, str]:
    return {row["people"][0]: row["draft"] for row in week_rows(log.week(AS_OF), "nl")}


def test_who_writes_english_gets_an_english_draft(log: Hecht) -> None:
    written_ = drafts(log)
    assert written_["Bram"].startswith("Dag Bram, op 21 juni mailde je me")
    assert written_["Eva"].startswith("Hello Eva, on June 22 you mailed me")


def test_a_greeting_is_set_changed_and_taken_back(log: Hecht) -> None:
    room.set_greeting(log.store, "bram", "u", "Beste meneer De Boer")
    assert drafts(log)["Bram"].startswith("Beste meneer De Boer, op 21 juni mailde u me")
    room.set_greeting(log.store, "bram", "je", "Ha Bram")
    assert drafts(log)["Bram"].startswith("Ha Bram, op 21 juni mailde je me")
    assert room.greetings(log.store) == {"Bram": "je|Ha Bram"}
    room.set_greeting(log.store, "bram", "", "")
    assert drafts(log)["Bram"].startswith("Dag Bram, ")
    assert room.greetings(log.store) == {}


def test_goals_are_three_at_most_and_go_by_their_first_words_or_number(log: Hecht) -> None:
    for goal in ("de dijk sneller op hoogte", "Vergunningen rond", "meer  samen\ndoen"):
        room.add_goal(log.store, goal)
    assert [one.text for one in room.preferences(log.store).goals][2] == "meer samen doen"
    with pytest.raises(TooManyGoalsError):
        room.add_goal(log.store, "nog een")
    assert room.remove_goal(log.store, "vergunning") == "Vergunningen rond"
    assert room.remove_goal(log.store, "2") == "meer samen doen"
    for wrong in ("", "zomaar", "2", "0"):
        with pytest.raises(NoSuchGoalError):
            room.remove_goal(log.store, wrong)
    assert [one.text for one in room.preferences(log.store).goals] == ["de dijk sneller op hoogte"]


def test_a_goal_is_a_reason_where_a_subject_holds_its_words(fresh: Fresh, tmp_path: Path) -> None:
    # "sluisdeur" is in few of the conversations, "dijk" in nearly all, so that the goal is told by the first alone
    mails = [
        mail(EVA, NOOR, number, subject=f"dijk {chr(97 + number % 26)}aa{number // 26}vak") for number in range(40)
    ]
    mails += [mail(BRAM, NOOR, 112, subject="sluisdeur", text=ASKED), mail(EVA, NOOR, 113, subject="dijk", text=ASKED)]
    mails += [mail(BRAM, NOOR, number) for number in range(5)]
    log = read(fresh(), tmp_path / "in", *mails)
    room.add_goal(log.store, "De sluisdeur bij de dijk heel krijgen")
    moves = {move.people[0]: move for move in log.week(AS_OF).moves if move.kind is Kind.GIVE_BACK}
    named = {log.week(AS_OF).people[person].name: move.reason.goal for person, move in moves.items()}
    assert named == {"Bram": "De sluisdeur bij de dijk heel krijgen", "Eva": ""}
    first = log.week(AS_OF).moves[0]
    assert first.reason.goal
    assert (
        "Dat past bij je doel ‘De sluisdeur bij de dijk heel krijgen’." in week_rows(log.week(AS_OF), "nl")[0]["reason"]
    )


def test_ways_are_liked_disliked_and_left_open_again(log: Hecht) -> None:
    room.set_way(log.store, Way.WALK, True)
    room.set_way(log.store, Way.RECEPTIONS, False)
    held = room.preferences(log.store)
    assert (held.likes, held.dislikes) == (frozenset({Way.WALK}), frozenset({Way.RECEPTIONS}))
    assert log.week(AS_OF).voices[log.week(AS_OF).moves[0].people[0]].way is Way.WALK
    assert list(preference_lines(held, {"Anna": "u|Beste Anna"}, "nl")) == [
        "Nog geen doelen. (hecht preferences goal ...)",
        "graag: wandelen",
        "liever niet: borrels en recepties",
        "Anna: u, ‘Beste Anna’",
    ]
    room.set_way(log.store, Way.WALK, False)
    assert room.preferences(log.store).dislikes == {Way.WALK, Way.RECEPTIONS}
    room.set_way(log.store, Way.WALK, None)
    room.set_way(log.store, Way.RECEPTIONS, None)
    assert room.preferences(log.store) == Preferences()


def test_no_reception_for_who_does_not_like_those(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(EVA, NOOR, number) for number in range(0, 40, 3)]
    log = read(fresh(), tmp_path / "in", *mails, agenda=calendar(meeting("b", 120, EVA, title="Zomerborrel")))
    assert [move.kind for move in log.week(AS_OF).moves] == [Kind.MEET]
    room.set_way(log.store, Way.RECEPTIONS, False)
    assert log.week(AS_OF).moves == ()


def test_what_is_set_of_somebody_goes_with_them(log: Hecht) -> None:
    room.set_greeting(log.store, "bram", "u", "Beste meneer De Boer")
    log.erase("bram")
    assert room.greetings(log.store) == {}
    assert log.store.rows("SELECT s.value FROM said s WHERE s.log = :log") == []


def test_a_voice_is_je_and_the_usual_greeting_by_itself(log: Hecht) -> None:
    week = log.week(AS_OF)
    assert set(week.voices.values()) == {Voice(language="nl"), Voice(language="en")}
