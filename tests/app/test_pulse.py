"""A round from start to what came out: by name and anonymous, by link and by file, closing, comparing, taking in, erasing."""

import json
import stat
from datetime import UTC, date
from pathlib import Path

import pytest

from app.pulsing import AFTER, DAY, LAST, NAMES, NOW, PEOPLE, begun, say, tokens
from hecht.app.pulse import answering, erasing, forms, results, rounds
from hecht.core import errors
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile


def seats(started: rounds.Started) -> dict[str, tuple[int, str]]:
    """Give number and token by name, for a round by name."""
    return {seat.name: (seat.number, link.partition("#")[2]) for seat, link in started.links if seat}


def test_a_round_by_name_from_start_to_what_came_out(tmp_path: Path) -> None:
    made = begun(tmp_path, term="kwaliteit")
    by = seats(made)
    assert set(by) == set(NAMES)
    with RoundFile(made.path) as file:
        opened = answering.open_link(file, by["Anna Bos"][1], NOW)
        assert (opened.seat, opened.mine, opened.used, opened.outcome) == (by["Anna Bos"][0], None, False, None)
        say(file, by["Anna Bos"][1], {"kept": 2, "contact": [by["Cor Mol"][0]], "term": "op tijd"})
        say(file, by["Bram Vos"][1], {"kept": 5, "contact": []})
        say(file, by["Anna Bos"][1], {"kept": 4, "contact": [by["Cor Mol"][0]], "term": "op tijd klaar"})
        assert answering.open_link(file, by["Anna Bos"][1], NOW).mine == {
            "kept": 4,
            "contact": (by["Cor Mol"][0],),
            "term": "op tijd klaar",
        }
        standing = rounds.standing(file, NOW)
        assert (standing.invited, standing.answered) == (8, 2)
        assert {one.name for one in standing.waiting} == set(NAMES) - {"Anna Bos", "Bram Vos"}
        with pytest.raises(errors.RoundOpenError, match="2026-07-14"):
            rounds.outcome(file, AFTER - 1)
        outcome = rounds.outcome(file, AFTER)
    assert (outcome.answered, outcome.invited, outcome.caution) == (2, 8, True)
    (kept,) = results.said(outcome)
    assert (kept.question, kept.steps, kept.mean) == ("kept", (0, 0, 0, 1, 1), 4.5)
    until = (date(2026, 7, 14) - date(1970, 1, 1)).days
    assert results.reported(outcome, UTC) == [
        results.Reported(("mailto:anna@x.nl",), ("mailto:cor@x.nl",), until - 30, until)
    ]
    assert {one.name for one in results.told_of_contact(outcome)} == {"Anna Bos", "Bram Vos"}
    assert results.meanings(outcome) == [results.Meaning("kwaliteit", "op tijd klaar", "Anna Bos", "Delta")]


def test_all_who_have_a_link_see_what_came_out_by_name_once_it_is_closed(tmp_path: Path) -> None:
    made = begun(tmp_path)
    with RoundFile(made.path) as file:
        for number, token in enumerate(tokens(made)):
            say(file, token, {"kept": 1 + number % 5})
            assert answering.open_link(file, token, NOW).outcome is None
        shown = [answering.open_link(file, token, AFTER).outcome for token in tokens(made)]
    assert shown[0] is not None
    assert {number: one["kept"] for number, one in shown[0].answers.items()} == {
        1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 1, 7: 2, 8: 3,
    }  # fmt: skip
    assert all(one == shown[0] for one in shown)
    assert shown[0].caution is False


def test_by_name_nothing_is_kept_of_who_did_not_agree(tmp_path: Path) -> None:
    made = begun(tmp_path)
    with RoundFile(made.path) as file:
        with pytest.raises(errors.NotAgreedError):
            answering.answer(file, tokens(made)[0], {"kept": 3}, NOW)
        assert file.answers() == {}


def test_answers_can_be_taken_back_while_it_is_open(tmp_path: Path) -> None:
    made = begun(tmp_path)
    token = tokens(made)[0]
    with RoundFile(made.path) as file:
        with pytest.raises(errors.BadAnswerError):
            say(file, token, {})
        say(file, token, {"kept": 3})
        answering.answer(file, token, {}, NOW + 70)
        assert file.answers() == {}


def test_it_closes_by_itself_and_stays_closed(tmp_path: Path) -> None:
    made = begun(tmp_path)
    token = tokens(made)[0]
    with RoundFile(made.path) as file:
        say(file, token, {"kept": 3}, AFTER - 1)
        for moment in (AFTER, AFTER + DAY, NOW):  # a clock that is put back does not open it again
            with pytest.raises(errors.RoundClosedError):
                say(file, token, {"kept": 1}, moment)
        assert rounds.outcome(file, NOW).answers == {1: {"kept": 3}}
        assert file.head().closed == AFTER
        with pytest.raises(errors.RoundClosedError):
            rounds.close(file, AFTER)
        with pytest.raises(errors.RoundClosedError):
            rounds.links_of(file)


def test_it_can_be_closed_before_its_day(tmp_path: Path) -> None:
    made = begun(tmp_path)
    with RoundFile(made.path) as file:
        assert rounds.close(file, NOW + DAY).closed == NOW + DAY
        assert rounds.outcome(file, NOW + DAY).answered == 0


@pytest.mark.parametrize(
    ("last", "fine"),
    [("2026-07-01", False), ("2026-07-02", True), ("2026-08-30", True), ("2026-08-31", False), ("2026-06-30", False)],
)
def test_it_is_open_for_a_day_to_sixty(tmp_path: Path, last: str, fine: bool) -> None:
    if fine:
        begun(tmp_path, last=date.fromisoformat(last))
    else:
        with pytest.raises(errors.BadClosingError):
            begun(tmp_path, last=date.fromisoformat(last))
        assert rounds.paths(tmp_path) == []


def test_the_file_is_for_the_user_alone_and_holds_nothing_of_a_log(tmp_path: Path) -> None:
    made = begun(tmp_path / "rounds")
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    with pytest.raises(errors.NoSuchRoundError):
        RoundFile(tmp_path / "rounds" / "other.round")
    (tmp_path / "rounds" / "other.round").write_bytes(b"no database at all, but some text of a few words")
    with pytest.raises(errors.StoreUnusableError):
        RoundFile(tmp_path / "rounds" / "other.round")


@pytest.mark.parametrize(
    "at",
    [
        "ftp://x.nl",
        "x.nl",
        "http://",
        "https://x.nl/way",
        "https://a@x.nl",
        "https://x.nl?a",
        "http://x y.nl",
        "http://x.nl:a",
    ],
)
def test_an_address_that_links_cannot_begin_with(at: str) -> None:
    with pytest.raises(errors.BadLinkError):
        rounds.address(at)


def test_an_address_as_a_browser_writes_it() -> None:
    assert rounds.address("https://Rondje.Example.org/") == "https://rondje.example.org"
    assert rounds.address("https://rondje.example.org:443") == "https://rondje.example.org"
    assert rounds.address("http://192.168.1.5:8321") == "http://192.168.1.5:8321"


def test_the_last_round_is_found_by_part_of_a_name(tmp_path: Path) -> None:
    begun(tmp_path, name="De Wielen")
    later = begun(tmp_path, name="De Wielen", now=NOW + DAY, whole="abc")
    begun(tmp_path, name="Sluis", now=NOW + 2 * DAY)
    for wanted in ("wiel", "De Wielen", "abc", later.head.id):
        with rounds.last_of(tmp_path, wanted) as file:
            assert file.path == later.path
    with pytest.raises(errors.NoSuchRoundError, match=r"De Wielen, Sluis"), rounds.last_of(tmp_path, "haven"):
        pass


def form_of(token: str, **more: object) -> str:
    return json.dumps({"format": forms.FORMAT, "link": token, "agreed": True, "seconds": NOW + 60, **more})


def test_answers_by_file_and_reading_again_changes_nothing(tmp_path: Path) -> None:
    made = begun(tmp_path / "rounds")
    first, second, *_ = tokens(made)
    (tmp_path / "a.json").write_text(form_of(first, answers={"kept": 4}), "utf-8")
    (tmp_path / "later.json").write_text(form_of(first, answers={"kept": 1}, seconds=NOW + 120), "utf-8")
    (tmp_path / "no.json").write_text(form_of(second, answers={"kept": 4}, agreed=False), "utf-8")
    (tmp_path / "forged.json").write_text(form_of("Mg." + "A" * 22, answers={"kept": 4}), "utf-8")
    (tmp_path / "broken.json").write_text("[" * 100_000, "utf-8")
    (tmp_path / "large.json").write_text(form_of(second, answers={"term": "x" * 70_000}), "utf-8")
    wrong = ["no.json", "forged.json", "broken.json", "large.json", "absent.json"]
    with RoundFile(made.path) as file:
        done = forms.read(file, [tmp_path / one for one in ("a.json", *wrong)], NOW + 200)
        assert done.kept == 1
        assert [(path.name, type(error)) for path, error in done.refused] == [
            ("no.json", errors.NotAgreedError),
            ("forged.json", errors.BadLinkError),
            ("broken.json", errors.BadAnswerError),
            ("large.json", errors.BadAnswerError),
            ("absent.json", errors.BadAnswerError),
        ]
        forms.read(file, [tmp_path / "later.json", tmp_path / "a.json", tmp_path / "a.json"], NOW + 200)
        assert {seat: one.answers for seat, one in file.answers().items()} == {1: {"kept": 1}}


def test_anonymous_answers_do_not_go_by_file(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS)
    with RoundFile(made.path) as file, pytest.raises(errors.NotByFileError):
        forms.read(file, [], NOW)


def test_trust_is_asked_once_in_half_a_year(tmp_path: Path) -> None:
    begun(tmp_path, trust=True)
    with pytest.raises(errors.TrustAskedError):
        begun(tmp_path, trust=True, now=NOW + 170 * DAY)
    begun(tmp_path, now=NOW + 170 * DAY)
    begun(tmp_path, trust=True, now=NOW + 180 * DAY)


def test_rounds_by_name_side_by_side(tmp_path: Path) -> None:
    for number, said in enumerate((2, 4)):
        made = begun(tmp_path, now=NOW + number * 30 * DAY, people=PEOPLE[number:])
        with RoundFile(made.path) as file:
            say(file, tokens(made)[0], {"kept": said}, NOW + number * 30 * DAY + 60)
    found = results.side_by_side(tmp_path, "De Wielen", "", Mode.NAMED, UTC, NOW + 60 * DAY)
    assert [(one.head.last, one.together, [said.mean for said in one.said]) for one in found] == [
        ("2026-07-14", True, [2.0]),
        ("2026-08-13", True, [4.0]),
    ]
    assert results.side_by_side(tmp_path, "De Wielen", "", Mode.ANONYMOUS, UTC, NOW + 60 * DAY) == []


def test_erasing_takes_answers_by_name_and_mentions(tmp_path: Path) -> None:
    made = begun(tmp_path, term="kwaliteit")
    by = seats(made)
    anna, bram = by["Anna Bos"], by["Bram Vos"]
    with RoundFile(made.path) as file:
        say(file, anna[1], {"kept": 2, "term": "zoals eekhoorn", "contact": [bram[0]]})
        say(file, bram[1], {"kept": 4, "term": "wat ANNA Bos zegt", "contact": [anna[0], by["Cor Mol"][0]]})
    assert erasing.held(tmp_path, ["mailto:anna@x.nl"]) == [
        "pulse: De Wielen 2026-07-14",
        "pulse: contact: Bram Vos",
        "pulse: kept: 2",
        "pulse: term: zoals eekhoorn",
    ]
    assert erasing.erase(tmp_path, ["mailto:anna@x.nl"], ["Anna Bos", "anna@x.nl"]) == 1
    assert erasing.erase(tmp_path, ["mailto:anna@x.nl"], ["Anna Bos", "anna@x.nl"]) == 0
    raw = made.path.read_bytes().lower()
    assert b"eekhoorn" not in raw
    assert b"anna" not in raw
    assert erasing.held(tmp_path, ["mailto:anna@x.nl"]) == []
    with RoundFile(made.path) as file:
        assert file.answers()[bram[0]].answers == {"kept": 4, "contact": (by["Cor Mol"][0],)}
        with pytest.raises(errors.BadLinkError):
            say(file, anna[1], {"kept": 2})
        assert len(file.seats()) == 8
        outcome = rounds.outcome(file, AFTER)
    assert outcome.answers.keys() == {bram[0]}


def test_erasing_from_an_anonymous_round_leaves_the_counts(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS, term="kwaliteit")
    with RoundFile(made.path) as file:
        for number, token in enumerate(tokens(made)):
            say(file, token, {"kept": 4, "term": "volgens Anna Bos" if number == 3 else f"woord {number}"})
    erasing.erase(tmp_path, ["mailto:anna@x.nl"], ["Anna Bos"])
    assert b"anna" not in made.path.read_bytes().lower()
    with RoundFile(made.path) as file:
        outcome = rounds.outcome(file, AFTER)
    assert outcome.released is not None
    assert outcome.released.halves == {"kept": 8}
    assert len(outcome.released.texts["term"]) == 7
    assert outcome.invited == 8
    erasing.erase(tmp_path, [], ["woord"])
    with RoundFile(made.path) as file:
        assert file.released() == outcome.released._replace(texts={})
    assert b"woord" not in made.path.read_bytes()


def test_rounds_are_not_kept_longer_than_wanted(tmp_path: Path) -> None:
    begun(tmp_path, name="named")
    later = begun(tmp_path, name="later", now=NOW + 60 * DAY)
    made = begun(
        tmp_path, Mode.ANONYMOUS, [one._replace(identifiers=(f"{one.name}",)) for one in PEOPLE], name="anonymous"
    )
    for one in rounds.paths(tmp_path):
        with RoundFile(one) as file:
            answering.settle(file, NOW + 80 * DAY)
    day = NOW // DAY
    assert erasing.retain(tmp_path, day + 14, day + 80, UTC) == 0
    assert erasing.retain(tmp_path, day + 15, day + 80, UTC) == 1
    assert rounds.paths(tmp_path) == sorted([made.path, later.path])
    assert erasing.retain(tmp_path, day + 70, day + 14 + 182, UTC) == 0
    assert erasing.retain(tmp_path, day + 70, day + 15 + 182, UTC) == 1
    assert rounds.paths(tmp_path) == [later.path]


def test_the_last_day_is_whole(tmp_path: Path) -> None:
    assert begun(tmp_path).head.closes == AFTER
    assert LAST.isoformat() == "2026-07-14"


def test_the_last_of_rounds_begun_in_one_second_is_the_last_begun(tmp_path: Path) -> None:
    begun_ids = [begun(tmp_path, Mode.NAMED, now=NOW).path for _ in range(8)]
    assert rounds.paths(tmp_path) == begun_ids
    with rounds.last_of(tmp_path, "Wielen") as file:
        assert file.path == begun_ids[-1]
