"""The week: suggestions, what one decides about them, and how they settle by themselves."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.world import AS_OF, ASKED, BRAM, EVA, NOOR, NOW, PIM, START, calendar, mail, mbox, meeting, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.said import people_of
from hecht.core.errors import EmptyLogError, NoEgoError, NoSuchMoveError, OtherVerdictError
from hecht.core.moves.move import Kind

Fresh = Callable[[], Hecht]


def day(number: int) -> str:
    """Give a day as text, counted as in the small world."""
    return (START.date() + timedelta(days=number)).isoformat()


def week(log: Hecht, as_of: str = AS_OF) -> list[tuple[str, str]]:
    found = log.week(as_of)
    return [(str(move.kind), found.people[move.people[0]].name) for move in found.moves]


def read(log: Hecht, folder: Path, files: dict[str, bytes], *me: str) -> None:
    summary = read_paths(log.store, [written(folder, files)], NOW, me=me)
    assert summary.unreadable == []


@pytest.fixture
def asked(fresh: Fresh, tmp_path: Path) -> Hecht:
    """Give a log in which Bram, after weeks of mail, asked something on day 110."""
    mails = [mail(BRAM, NOOR, number) for number in range(0, 100, 7)]
    mails += [mail(NOOR, BRAM, number) for number in range(1, 100, 7)]
    mails.append(mail(BRAM, NOOR, 110, subject="planning dijk", text=ASKED))
    made = fresh()
    read(made, tmp_path / "in", {"a.mbox": mbox(*mails)}, NOOR)
    return made


def test_an_open_question_is_proposed_with_its_reason(asked: Hecht) -> None:
    (move,) = asked.week(day(115)).moves
    assert move.kind is Kind.GIVE_BACK
    assert (move.reason.occasion, move.reason.subject, move.reason.silence) == ("question_to_me", "planning dijk", 5)
    assert move.reason.day == asked.day(day(110))
    assert move.reason.seen_through == ("mail",)
    assert move.moment is None


@pytest.mark.parametrize(("number", "expected"), [(109, 0), (111, 0), (112, 1), (155, 1), (156, 0)])
def test_a_question_is_given_two_days_and_let_rest_after_a_month_and_a_half(
    asked: Hecht, number: int, expected: int
) -> None:
    assert len(week(asked, day(number))) == expected


def test_done_is_done_and_can_be_undone(asked: Hecht) -> None:
    (move,) = asked.week(day(115)).moves
    assert asked.decide(move.id, "done", as_of=day(115)) == move
    assert asked.week(day(115)).moves == ()
    assert asked.week(day(130)).moves == ()
    assert asked.decide(move.id, "undo", as_of=day(115)) is None
    assert asked.week(day(115)).moves == (move,)


def test_later_is_a_week_later(asked: Hecht) -> None:
    (move,) = asked.week(day(115)).moves
    asked.decide(move.id, "later", as_of=day(115))
    assert [len(week(asked, day(number))) for number in (115, 121, 122, 130)] == [0, 0, 1, 1]


def test_never_holds_for_everything_with_that_person_until_undone(asked: Hecht, tmp_path: Path) -> None:
    (move,) = asked.week(day(115)).moves
    asked.decide(move.id, "never", "no more", as_of=day(115))
    read(asked, tmp_path / "more", {"b.mbox": mbox(mail(BRAM, NOOR, 117, subject="anders", text=ASKED))})
    assert week(asked, day(120)) == []
    asked.decide(move.id[:6], "undo", as_of=day(120))
    assert week(asked, day(120)) == [("give_back", "Bram")]


def test_the_last_decision_counts(asked: Hecht) -> None:
    (move,) = asked.week(day(115)).moves
    asked.decide(move.id, "done", as_of=day(115))
    asked.decide(move.id, "undo", as_of=day(115))
    asked.decide(move.id, "later", as_of=day(115))
    assert week(asked, day(122)) == [("give_back", "Bram")]
    asked.decide(move.id, "never", as_of=day(122))
    assert week(asked, day(122)) == []


@pytest.mark.parametrize("verdict", ["done", "later", "never"])
def test_what_is_not_proposed_cannot_be_decided(asked: Hecht, verdict: str) -> None:
    (move,) = asked.week(day(115)).moves
    for wrong in ("", "ffff0000ffff0000", move.id + "0"):
        with pytest.raises(NoSuchMoveError):
            asked.decide(wrong, verdict, as_of=day(115))
    with pytest.raises(NoSuchMoveError):
        asked.decide(move.id, verdict, as_of=day(109))
    with pytest.raises(NoSuchMoveError):
        asked.decide(move.id, "undo", as_of=day(115))
    assert asked.week(day(115)).moves == (move,)


def test_a_move_is_found_by_the_first_letters_of_its_id(asked: Hecht) -> None:
    (move,) = asked.week(day(115)).moves
    assert asked.decide(move.id[:4].upper(), "done", as_of=day(115)) == move


def test_an_answer_settles_a_question_by_itself(asked: Hecht, tmp_path: Path) -> None:
    read(asked, tmp_path / "more", {"b.mbox": mbox(mail(NOOR, BRAM, 113, subject="Re: planning dijk"))})
    assert week(asked, day(112)) == [("give_back", "Bram")]
    assert week(asked, day(115)) == []


def test_a_meeting_settles_a_question_by_itself(asked: Hecht, tmp_path: Path) -> None:
    read(asked, tmp_path / "more", {"b.ics": calendar(meeting("a", 114, BRAM))})
    assert week(asked, day(115)) == []


def test_a_mail_to_somebody_else_settles_nothing(asked: Hecht, tmp_path: Path) -> None:
    read(asked, tmp_path / "more", {"b.mbox": mbox(mail(NOOR, EVA, 113))})
    assert week(asked, day(115)) == [("give_back", "Bram")]


def test_having_talked_settles_a_question_and_counts_as_contact_once(asked: Hecht) -> None:
    before = next(row for row in asked.ties(day(115)) if row.name == "Bram")
    assert asked.talked("bram", day(115)).name == "Bram"
    assert asked.talked("bram", day(115)).name == "Bram"
    assert week(asked, day(115)) == []
    after = next(row for row in asked.ties(day(115)) if row.name == "Bram")
    assert (after.active_days, after.silence_days, after.sent) == (before.active_days + 1, 0, before.sent + 1)
    assert after.channels == ("mail", "call")
    assert week(asked, day(114)) == [("give_back", "Bram")]


def test_a_decision_stays_when_the_same_files_are_read_again(asked: Hecht, tmp_path: Path) -> None:
    (move,) = asked.week(day(115)).moves
    asked.decide(move.id, "done", as_of=day(115))
    read(asked, tmp_path / "in", {})
    assert week(asked, day(115)) == []


def test_who_became_quiet_and_comes_to_a_meeting_is_proposed_with_the_moment(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    mails = [mail(EVA, NOOR, number) for number in range(0, 30, 3)] + [
        mail(NOOR, EVA, number) for number in range(1, 30, 3)
    ]
    planned = calendar(meeting("a", 113, EVA, title="Voortgang dijk"), meeting("b", 123, EVA))
    read(log, tmp_path / "in", {"a.mbox": mbox(*mails), "b.ics": planned}, NOOR)
    (move,) = log.week(day(110)).moves
    assert move.kind is Kind.MEET
    assert move.moment is not None
    assert (move.moment.title, move.moment.duration) == ("Voortgang dijk", 3_600)
    assert datetime.fromtimestamp(move.moment.seconds, UTC) == START + timedelta(days=113)
    assert log.week(day(100)).moves == ()


def test_a_week_has_five_suggestions_at_most_one_a_person(fresh: Fresh, tmp_path: Path) -> None:
    people = [f"p{number}@elders.nl" for number in range(12)]
    mails = [mail(one, NOOR, number) for one in people for number in range(0, 30, 3)]
    mails += [mail(one, NOOR, 108, subject=f"vraag {one}", text=ASKED) for one in people[:4]]
    planned = calendar(*(meeting(one, 112, one) for one in people[4:10]))
    log = fresh()
    read(log, tmp_path / "in", {"a.mbox": mbox(*mails), "b.ics": planned}, NOOR)
    found = week(log, day(111))
    assert 2 <= len(found) <= 5
    assert len({name for _, name in found}) == len(found)
    assert all([kind for kind, _ in found].count(kind) <= 2 for kind, _ in found)
    assert found[0][0] == "give_back"


def test_a_quiet_log_gives_an_empty_week(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    read(log, tmp_path / "in", {"a.mbox": mbox(mail(PIM, NOOR, 1))}, NOOR)
    assert log.week(day(5)).moves == ()


def test_without_knowing_whose_log_it_is_there_is_no_week(fresh: Fresh, tmp_path: Path) -> None:
    with pytest.raises(EmptyLogError):
        fresh().week(AS_OF)
    log = fresh()
    log.import_([written(tmp_path / "in", {"a.csv": b"at,from,to\n1740994200,a,b\n1740994300,c,d\n"})])
    with pytest.raises(NoEgoError):
        log.week(AS_OF)


def test_having_talked_adds_to_a_log_whose_user_was_found(fresh: Fresh, tmp_path: Path) -> None:
    mails = [mail(BRAM, NOOR, day, more=f"Delivered-To: {NOOR}\n") for day in range(5)]
    log = fresh()
    log.import_([written(tmp_path / "in", {"a.mbox": mbox(*mails, mail(EVA, NOOR, 9))})])
    before = {row.name: row.active_days for row in log.ties("2025-06-30")}
    log.talked("Bram", "2025-06-29")
    assert {row.name: row.active_days for row in log.ties("2025-06-30")} == {**before, "Bram": before["Bram"] + 1}


def project(tmp_path: Path, log: Hecht) -> None:
    """Read in a project of five that met weekly for ten weeks until day -127, mailed a little, and then fell silent."""
    five = [f"p{number}@elders.nl" for number in range(5)]
    weekly = meeting("s", -190, *five, title="Projectgroep sluis", more="RRULE:FREQ=WEEKLY;COUNT=10\r\n")
    mails = [mail(one, NOOR, 7 * number - 189) for one in five for number in range(4)]
    others = [mail(BRAM, NOOR, number) for number in range(-190, 120, 7)]
    read(log, tmp_path / "in", {"a.mbox": mbox(*mails, *others), "b.ics": calendar(weekly)}, NOOR)


def test_a_group_that_fell_silent_is_kept_or_rests_and_that_can_be_undone(fresh: Fresh, tmp_path: Path) -> None:
    # asleep: silent for 90 days and for 8 mean gaps, which are at most a week
    log = fresh()
    project(tmp_path, log)
    (move,) = [one for one in log.week(day(115)).moves if one.kind is Kind.REVIEW]
    assert move.reason.subject == "Projectgroep sluis"
    assert len(move.people) == 5
    with pytest.raises(OtherVerdictError):
        log.decide(move.id, "done", as_of=day(115))
    log.decide(move.id, "rest", as_of=day(115), but=["p3"])
    resting, kept = people_of(log.store, "rest"), people_of(log.store, "keep")
    assert (len(resting), len(kept)) == (4, 1)
    assert resting | kept == set(move.people)
    assert Kind.REVIEW not in {one.kind for one in log.week(day(120)).moves}
    log.decide(move.id[:8], "undo", as_of=day(120))
    assert people_of(log.store, "rest") == people_of(log.store, "keep") == frozenset()
    assert [one.id for one in log.week(day(120)).moves if one.kind is Kind.REVIEW] == [move.id]


def test_who_rests_is_in_no_suggestion(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    project(tmp_path, log)
    (move,) = [one for one in log.week(day(115)).moves if one.kind is Kind.REVIEW]
    again = mail("p1@elders.nl", NOOR, 116, subject="sluis", text=ASKED)
    log.decide(move.id, "rest", as_of=day(115))
    read_paths(log.store, [written(tmp_path / "more", {"c.mbox": mbox(again)})], NOW)
    assert week(log, day(120)) == []
    log.decide(move.id, "undo", as_of=day(120))
    assert ("give_back", "P1") in week(log, day(120))


@pytest.mark.parametrize(("mails", "woken"), [(2, 1), (3, 0)])
def test_who_let_three_mails_be_is_left_alone_for_good(fresh: Fresh, tmp_path: Path, mails: int, woken: int) -> None:
    # Eva mailed until day -390; the user wrote to her once or more after that, the last time on day -300
    before = [
        mail(EVA, NOOR, -400 + number, subject="dijk" if number else "sluisdeur vak negen") for number in range(10)
    ]
    alone = [mail(NOOR, EVA, -300 - number, subject=f"hoi {number}") for number in range(mails)]
    others = [
        mail(BRAM, NOOR, number // 4, number=number, subject=f"zaak {chr(97 + number % 26)}{number}")
        for number in range(260)
    ]
    now = mail(BRAM, NOOR, 118, subject="de sluisdeur in vak negen")
    log = fresh()
    read(log, tmp_path / "in", {"a.mbox": mbox(*before, *alone, *others, now)}, NOOR)
    found = [move for move in log.week(day(119)).moves if move.kind is Kind.WAKE]
    assert len(found) == woken
    assert all(
        (move.reason.subject, move.reason.topic) == ("sluisdeur vak negen", "de sluisdeur in vak negen")
        for move in found
    )


def test_who_is_done_with_a_week_is_done(fresh: Fresh, tmp_path: Path) -> None:
    """Nine people asked something: two of a kind are shown, and what was done is not filled up for ever."""
    people = [f"p{number}@one{number}.example" for number in range(9)]
    mails = []
    for one in people:
        mails += [mail(one, NOOR, number) for number in range(0, 100, 7)]
        mails += [mail(NOOR, one, number) for number in range(1, 100, 7)]
        mails.append(mail(one, NOOR, 110, subject="planning dijk", text=ASKED))
    log = fresh()
    read(log, tmp_path / "in", {"a.mbox": mbox(*mails)}, NOOR)
    first = log.week(day(115))
    assert (len(first.moves), first.settled, first.acquainted) == (2, 0, True)  # at most two of a kind
    log.decide(first.moves[0].id, "never", as_of=day(115))
    assert len(log.week(day(115)).moves) == 2  # what is not for the user makes room
    log.decide(log.week(day(115)).moves[0].id, "later", as_of=day(115))
    assert len(log.week(day(115)).moves) == 2  # and so does what is put off
    for number in range(1, 6):
        log.decide(log.week(day(115)).moves[0].id, "done", as_of=day(115))
        assert log.week(day(115)).settled == number
    assert log.week(day(115)).moves == ()
    assert log.week(day(121)).settled == 5
    assert log.week(day(122)).settled == 0
    assert log.week(day(122)).moves  # a week later there is room again


def test_a_log_that_hardly_knows_anybody_says_so(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    read(log, tmp_path / "in", {"a.mbox": mbox(mail(BRAM, NOOR, 1), mail(NOOR, BRAM, 2))}, NOOR)
    found = log.week(day(110))  # long enough after for Bram not to be new
    assert (found.moves, found.acquainted) == ((), False)
