"""An attacker against anonymous rounds, who has every link but one, every output, and the file after the answers came in.

They try what is below the minimum, what lies between two moments, between two groups and between two rounds, the order of
rows in the file, forged and replayed links. What they may learn is nothing of the answer of the one whose link they lack.
Copies of the file between two answers are outside of it: the counts stand in them, and docs/pulse.md says so.
"""

import json
import re
import sqlite3
from base64 import b64encode, urlsafe_b64decode
from contextlib import closing
from datetime import UTC
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from app.pulsing import AFTER, DAY, NOW, PEOPLE, begun, say, tokens
from hecht.app.pulse import answering, erasing, forms, results, rounds
from hecht.app.pulse.answering import Slip
from hecht.core import errors
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile
from hecht.text.pulse import outcome_lines, outcome_row, reminder_lines, side_lines, standing_lines, standing_row
from hecht.web.pulse.shapes import shape


def outputs(file: RoundFile, links: list[str], now: int) -> str:
    """Give everything that can be got out of a round by any command, by the page, and by what is held of everybody."""
    standing = rounds.standing(file, now)
    said: list[object] = [standing_row(standing), reminder_lines(standing, [], "nl")]
    said += [standing_lines(standing, lang) for lang in ("nl", "en")]
    said += [shape(answering.open_link(file, token, now)) for token in links]
    said.append(erasing.held(file.path.parent, [one for person in PEOPLE for one in person.identifiers]))
    found = results.side_by_side(file.path.parent, "De Wielen", "", Mode.ANONYMOUS, UTC, now)
    said.append(side_lines(found, "nl"))
    try:
        outcome = rounds.outcome(file, now)
    except errors.RoundOpenError as error:
        said.append(str(error))
    else:
        came, meanings = results.said(outcome), results.meanings(outcome)
        said += [outcome_lines(outcome, came, meanings, "nl"), outcome_row(outcome, came, meanings)]
        said.append([results.reported(outcome, UTC), results.told_of_contact(outcome)])
    text = json.dumps(said, default=str, ensure_ascii=False)
    return re.sub(r"\b[0-9a-f]{16}\b", "", text)  # the id of a round is drawn by lot


def seen(folder: Path, victim: object, others: list[int], now: int) -> str:
    """Give all outputs of a round in which some answered, and then somebody of whom the attacker would know the answer."""
    made = begun(folder, Mode.ANONYMOUS, term="kwaliteit")
    links = tokens(made)
    with RoundFile(made.path) as file:
        for token, step in zip(links[1:], others, strict=False):
            say(file, token, {"kept": step, "term": f"woord {step}"})
        say(file, links[0], victim)
        return outputs(file, links, now)


@pytest.mark.parametrize("others", [0, 1, 2, 3])
def test_below_the_minimum_nothing_depends_on_what_was_answered(tmp_path: Path, others: int) -> None:
    for now in (NOW + 90, AFTER):
        every = {
            seen(tmp_path / f"{now} {number}", victim, [2] * others, now)
            for number, victim in enumerate(({"kept": 1}, {"kept": 5, "term": "geheim"}, {"clear": 3}))
        }
        assert len(every) == 1


@pytest.mark.parametrize("others", [4, 7])
def test_while_it_is_open_nothing_depends_on_what_was_answered(tmp_path: Path, others: int) -> None:
    every = {
        seen(tmp_path / str(number), victim, [2] * others, AFTER - 1)
        for number, victim in enumerate(({"kept": 1}, {"kept": 5, "term": "geheim"}, {"clear": 3}))
    }
    assert len(every) == 1


@pytest.mark.parametrize("others", [1, 5])
def test_even_against_four_who_agree_the_fifth_cannot_be_told(tmp_path: Path, others: int) -> None:
    """Where all others said the same at an end, everything that comes out is the same whatever the fifth said.

    That some other set of answers fits, for every answer of anybody, is tried for all sets in test_release.
    """
    came = set()
    for victim in range(1, 6):
        made = begun(tmp_path / str(victim), Mode.ANONYMOUS)
        with RoundFile(made.path) as file:
            for token in tokens(made)[1:5]:
                say(file, token, {"kept": others})
            say(file, tokens(made)[0], {"kept": victim})
            came.add(outputs(file, [], AFTER))
    assert len(came) == 1


def test_how_many_answered_is_told_no_finer_than_five_and_eighty_percent(tmp_path: Path) -> None:
    told = {}
    for number in range(9):
        made = begun(tmp_path / str(number), Mode.ANONYMOUS)
        with RoundFile(made.path) as file:
            for token in tokens(made)[:number]:
                say(file, token, {"kept": 3})
            told[number] = outputs(file, [], NOW + 90), outputs(file, [], AFTER)
    assert len({told[number][0] for number in range(5)}) == 1
    assert len({told[number][0] for number in range(5, 9)}) == 1
    assert len({told[number][1] for number in range(5)}) == 1
    assert told[5][1] == told[6][1]  # 6 of 8 is 75 %
    assert told[7][1] == told[8][1]  # 7 of 8 is 87 %


def test_it_is_let_out_once_and_the_counts_are_gone(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS, term="kwaliteit")
    links = tokens(made)
    with RoundFile(made.path) as file:
        for token in links[:4]:
            say(file, token, {"kept": 3, "term": "eekhoorntaal"})
        say(file, links[4], {"kept": 3})
        first = outputs(file, links, AFTER)
        for token in links:
            with pytest.raises(errors.RoundClosedError):
                say(file, token, {"kept": 1}, AFTER)
        with pytest.raises(errors.RoundClosedError):
            rounds.close(file, AFTER)
        assert outputs(file, links, AFTER + 400 * DAY) == first
        assert file.counts().tally.steps == {}
    raw = made.path.read_bytes()
    assert b"eekhoorntaal" not in raw
    with closing(sqlite3.connect(made.path)) as db:
        assert db.execute("SELECT COUNT(*) FROM counts").fetchone() == (0,)
        assert db.execute("SELECT COUNT(*) FROM answer").fetchone() == (0,)


def numbered(monkeypatch: pytest.MonkeyPatch, dice: Random) -> None:
    """Let what is drawn by lot be the same in two runs, but for its order."""
    drawn = [f"slip {number}" for number in range(8)]
    dice.shuffle(drawn)
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: drawn.pop())


def test_the_bytes_of_the_file_tell_no_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answers in any order leave the same bytes: no row, no page and no free space tells who came first."""
    made = begun(tmp_path, Mode.ANONYMOUS, term="kwaliteit")
    links, before = tokens(made), made.path.read_bytes()
    every = [(links[at], {"kept": 1 + at % 5, "term": f"wat {'lang ' * at}{at}"}) for at in range(5)]
    left = set()
    for number, order in enumerate(permutations(every)):
        if number % 17:
            continue
        made.path.write_bytes(before)
        numbered(monkeypatch, Random(7))
        with RoundFile(made.path) as file:
            for token, answers in order:
                say(file, token, answers, NOW + 60 + number)
        left.add(made.path.read_bytes())
    assert len(left) == 1


def test_the_file_holds_no_link_no_moment_and_nothing_that_was_changed(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS, term="kwaliteit")
    links, moment = tokens(made), NOW + 123_456
    with RoundFile(made.path) as file:
        slips = [say(file, token, {"kept": 1, "term": f"eekhoorn {at}"}, moment) for at, token in enumerate(links)]
        say(file, links[2], {"kept": 5, "term": "gnoe"}, moment, slips[2])
        say(file, links[3], {}, moment, slips[3])
    raw = made.path.read_bytes()
    assert b"gnoe" in raw  # the search works
    for gone in (b"eekhoorn 2", b"eekhoorn 3", str(moment).encode(), moment.to_bytes(4, "big")):
        assert gone not in raw
    for token in links:
        payload = urlsafe_b64decode(token.partition(".")[0] + "==")
        for form in (
            payload,
            payload.hex().encode(),
            b64encode(payload),
            token.encode(),
            token.partition(".")[2].encode(),
        ):
            assert form not in raw
    assert list(tmp_path.iterdir()) == [made.path]  # no journal stays


def test_links_are_handed_out_in_an_order_that_says_nothing_of_seats(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS)
    assert [seat for seat, _ in made.links] == [None] * 8
    with RoundFile(made.path) as file, pytest.raises(errors.BadLinkError):
        rounds.links_of(file)


def test_adding_or_leaving_out_people_is_refused(tmp_path: Path) -> None:
    """Two rounds that differ by one person would give that person's answer away."""
    made = begun(tmp_path, Mode.ANONYMOUS)
    extra = rounds.Invited("Iris Uil", "Delta", ("mailto:iris@x.nl",))
    for group in (PEOPLE, PEOPLE[1:], (*PEOPLE, extra), (*PEOPLE[1:], extra), PEOPLE[:5]):
        with pytest.raises(errors.TooSoonError):  # while it is open
            begun(tmp_path, Mode.ANONYMOUS, group, NOW + DAY)
    with RoundFile(made.path) as file:
        for token in tokens(made):
            say(file, token, {"kept": 3})
        rounds.standing(file, AFTER)
    for group in (PEOPLE, PEOPLE[1:], (*PEOPLE, extra), (*PEOPLE[1:], extra), PEOPLE[:5]):
        with pytest.raises(errors.TooSoonError):  # within eight weeks
            begun(tmp_path, Mode.ANONYMOUS, group, AFTER + 40 * DAY)
    for group in (PEOPLE[1:], (*PEOPLE, extra), (*PEOPLE[1:], extra), PEOPLE[:5]):
        with pytest.raises(errors.TooSoonError, match="2027-01-13"):  # 182 days after 15 July 2026
            begun(tmp_path, Mode.ANONYMOUS, group, AFTER + 60 * DAY)
    begun(tmp_path, Mode.ANONYMOUS, PEOPLE, AFTER + 60 * DAY)


def test_another_address_does_not_make_another_person(tmp_path: Path) -> None:
    begun(tmp_path, Mode.ANONYMOUS)
    also = [
        one._replace(name=f"{one.name} 2", identifiers=(*one.identifiers, f"mailto:{at}@new.nl"))
        for at, one in enumerate(PEOPLE)
    ]
    with pytest.raises(errors.TooSoonError):
        begun(tmp_path, Mode.ANONYMOUS, also, NOW + DAY)


def test_a_round_that_let_nothing_out_stands_in_nobodys_way(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS)
    with RoundFile(made.path) as file:
        for token in tokens(made)[:4]:
            say(file, token, {"kept": 3})
        rounds.close(file, NOW + 2 * DAY)
    begun(tmp_path, Mode.ANONYMOUS, PEOPLE[1:], NOW + 3 * DAY)


@pytest.mark.parametrize("first", Mode)
def test_a_round_by_name_beside_an_anonymous_one_waits(tmp_path: Path, first: Mode) -> None:
    """Who knows by name what seven say, and the whole of eight, knows the eighth."""
    second = Mode.NAMED if first is Mode.ANONYMOUS else Mode.ANONYMOUS
    made = begun(tmp_path, first)
    with pytest.raises(errors.TooSoonError, match="2026-09-08"):  # 56 days after 14 July
        begun(tmp_path, second, now=NOW + DAY)
    with RoundFile(made.path) as file:
        for token in tokens(made)[:7]:
            say(file, token, {"kept": 3})
    with pytest.raises(errors.TooSoonError, match="2026-09-09"):  # 56 days after it closed, at the end of 14 July
        begun(tmp_path, second, PEOPLE[1:], AFTER + 55 * DAY)
    begun(tmp_path, second, PEOPLE[1:], AFTER + 56 * DAY)
    begun(tmp_path / "other", first)
    begun(tmp_path / "other", Mode.NAMED, PEOPLE[:2], AFTER + 57 * DAY)


def test_a_round_by_name_without_an_answer_stands_in_nobodys_way(tmp_path: Path) -> None:
    made = begun(tmp_path)
    with RoundFile(made.path) as file:
        rounds.close(file, NOW + DAY)
    begun(tmp_path, Mode.ANONYMOUS, now=NOW + DAY)


def test_five_people_at_least_are_asked(tmp_path: Path) -> None:
    with pytest.raises(errors.TooFewPeopleError, match="4"):
        begun(tmp_path, Mode.ANONYMOUS, PEOPLE[:4])


def test_rounds_of_almost_the_same_group_are_not_put_side_by_side(tmp_path: Path) -> None:
    for number, group in enumerate((PEOPLE, PEOPLE[1:], PEOPLE[1:])):
        now = NOW + number * 200 * DAY
        made = begun(tmp_path, Mode.ANONYMOUS, group, now)
        with RoundFile(made.path) as file:
            for token in tokens(made):
                say(file, token, {"kept": 2 + number}, now + 60)
    found = results.side_by_side(tmp_path, "De Wielen", "", Mode.ANONYMOUS, UTC, NOW + 700 * DAY)
    assert [(one.together, [said.halves for said in one.said]) for one in found] == [
        (False, []),
        (True, [6]),
        (True, [8]),
    ]
    assert " 2 of lager" not in "\n".join(side_lines(found, "nl"))


def test_forged_and_carried_links_are_refused(tmp_path: Path) -> None:
    for mode in Mode:
        made = begun(tmp_path / mode, mode)
        other = begun(tmp_path / mode / "other", mode)
        mine, theirs = tokens(made)[:2]
        with RoundFile(made.path) as file:
            forged = [
                "",
                ".",
                "MQ",
                "MQ.",
                tokens(other)[0],
                f"{theirs.partition('.')[0]}.{mine.partition('.')[2]}",
                f"{mine}x",
                mine[:-1],
                mine.swapcase(),
                f"{b64encode(b'99').decode()}.{mine.partition('.')[2]}",
            ]
            for token in forged:
                with pytest.raises(errors.BadLinkError):
                    answering.open_link(file, token, NOW)
                with pytest.raises(errors.BadLinkError):
                    say(file, token, {"kept": 3})
            assert file.answers() == {}
            assert file.counts().used == frozenset()


def test_a_link_answers_once_and_a_slip_holds_once(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS, term="kwaliteit")
    mine, theirs, *_ = tokens(made)
    with RoundFile(made.path) as file:
        slip = say(file, mine, {"kept": 3, "term": "een"})
        assert slip is not None
        held = file.counts()
        changed = Slip(slip.number, {"kept": 5, "term": "een"}, slip.signature)
        forged = Slip("number", {"kept": 3}, slip.signature)
        for wrong in (None, changed, forged, slip._replace(signature="")):
            with pytest.raises(errors.AnsweredError):
                say(file, mine, {"kept": 1}, slip=wrong)
        assert file.counts() == held
        again = say(file, mine, {"kept": 4}, slip=slip)
        assert again is not None
        with pytest.raises(errors.AnsweredError):
            say(file, mine, {"kept": 1}, slip=slip)
        say(file, theirs, {"kept": 4}, slip=slip)  # who has not answered needs none, and it takes nothing away
        assert file.counts().tally.steps == {"kept": (0, 0, 0, 2, 0)}
        assert file.counts().tally.texts == {}
        assert say(file, mine, {}, slip=again) is None
        assert file.counts().tally.steps == {"kept": (0, 0, 0, 1, 0)}
        assert len(file.counts().used) == 1


def test_an_anonymous_round_takes_no_names(tmp_path: Path) -> None:
    made = begun(tmp_path, Mode.ANONYMOUS)
    with RoundFile(made.path) as file:
        with pytest.raises(errors.BadAnswerError):
            say(file, tokens(made)[0], {"contact": [2]})
        with pytest.raises(errors.NotByFileError):
            forms.read(file, [], NOW)


def test_how_a_group_answers_cannot_be_changed(tmp_path: Path) -> None:
    """Nothing of the store writes the mode, the questions, the last day or the key of a round after its start."""
    source = Path(rounds.__file__).parents[2] / "stores" / "round.py"
    changed = re.findall(r"UPDATE round SET ([^\"]+)", source.read_text("utf-8"))
    assert sorted(changed) == ["closed = ?", "released = ?"]
    assert begun(tmp_path).head.mode is Mode.NAMED
