"""Task and relation of a tie as the log has it: what counts, what the user corrects, and that nothing looks ahead."""

from collections.abc import Callable, Iterator

import pytest

from hecht.app.amounts import amounts, balance, correct, toned
from hecht.app.corrections import corrected
from hecht.app.library import Hecht
from hecht.core.errors import NoSuchInteractionError
from hecht.core.identity import key_of
from hecht.core.model import Answer, Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.stores.append import Batch
from hecht.text.amounts import amounts_lines, balance_line

ME, ANNA = "mailto:me@example.org", "mailto:anna@example.net"
DAY = 20_773  # 16 November 2026
WHO = key_of(ANNA)


def mail(
    key: int, day: int, relation: int | None, *, mine: bool = True, friction: int = 0, recipients: int = 1
) -> Entry:
    sender, to = (ME, ANNA) if mine else (ANNA, ME)
    people = (Participant(sender, Role.SENDER), Participant(to, Role.TO))
    item = Interaction(
        key, day * 86_400, Channel.MAIL, people, recipients, relation=relation, friction=friction, language="nl"
    )
    return Entry(item, day)


@pytest.fixture
def log(fresh: Callable[[], Hecht]) -> Iterator[Hecht]:
    made = fresh()
    made.store.set_ego({key_of(ME): ME}, said=True)
    yield made
    made.close()


def add(log: Hecht, *entries: Entry) -> None:
    log.store.append(Batch(entries=list(entries)))


def test_only_contact_with_a_known_relation_part_counts(log: Hecht) -> None:
    declined = (Participant(ME, Role.ORGANISER), Participant(ANNA, Role.ATTENDEE, answer=Answer.DECLINED))
    add(
        log,
        mail(1, DAY - 3, 20),
        mail(2, DAY - 2, None),
        mail(3, DAY - 1, 80, recipients=6),  # too many to be contact
        Entry(Interaction(4, DAY * 86_400, Channel.MEETING, declined, 0, relation=50), DAY),
        mail(5, DAY, 60, mine=False),
        mail(6, DAY + 1, 90),  # lies ahead of the day of looking
    )
    found = toned(log.store, DAY)
    assert {person: [(item.key, item.mine, item.relation) for item in items] for person, items in found.items()} == {
        WHO: [(1, True, 20), (5, False, 60)]
    }
    (month,) = amounts(log.store, WHO, DAY).months
    assert (month.month, month.task, month.relation) == ("2026-11", 1.2, 0.8)


def test_a_correction_holds_and_shifts_the_rest_a_little_and_can_be_undone(log: Hecht) -> None:
    add(log, *(mail(i, DAY - 30 + i, 20) for i in range(1, 4)))
    correct(log.store, 2, "room", DAY)
    parts = [item.relation for item in toned(log.store, DAY)[WHO]]
    assert parts == [24, 100, 24]  # 80 too low once: shifted by 80 / (20 + 1), rounded
    assert [one.stated for one in amounts(log.store, WHO, DAY).latest] == [False, True, False]
    correct(log.store, 2, "undo", DAY)
    assert [item.relation for item in toned(log.store, DAY)[WHO]] == [20, 20, 20]
    with pytest.raises(NoSuchInteractionError):
        correct(log.store, 99, "room", DAY)


def test_each_channel_is_judged_more_like_the_user_and_follows_the_rest_where_it_has_few() -> None:
    # of mail (1) two corrections of +60, of meetings (2) four of -15, of chats (4) none
    judged = [(1, 1, 40), (2, 1, 40), (3, 2, 65), (4, 2, 65), (5, 2, 65), (6, 2, 65), (7, 2, 10), (1, 1, 40)]
    by = corrected({1: 100, 2: 100, 3: 50, 4: 50, 5: 50, 6: 50}, judged)
    # mail: the rest says -60 / (20 + 4) = -2.5, so (20 * -2.5 + 120) / (20 + 2) = 70 / 22 = 3.18
    # meetings: the rest says 120 / (20 + 2) = 5.45, so (20 * 5.45 - 60) / (20 + 4) = 49.1 / 24 = 2.05
    # chats: all together (120 - 60) / (20 + 6) = 2.31
    assert [by.part(99, channel, 30) for channel in (1, 2, 4)] == [33, 32, 32]
    assert by.part(1, 1, 40) == 100  # what the user said stands
    many = corrected(dict.fromkeys(range(200), 100), [(key, 1, 50) for key in range(200)])
    assert many.part(999, 1, 20) == 20 + 45  # 200 of +50: 10,000 / 220
    assert many.part(999, 3, 80) == 100  # a call follows, and nothing is more than all


def test_a_correction_of_mail_moves_a_meeting_as_it_moves_mail_until_meetings_are_corrected(log: Hecht) -> None:
    people = (Participant(ME, Role.ORGANISER), Participant(ANNA, Role.ATTENDEE, answer=Answer.ACCEPTED))
    meetings = [
        Entry(Interaction(key, (DAY - 9 + key) * 86_400, Channel.MEETING, people, 1, relation=50), DAY - 9 + key)
        for key in (4, 5)
    ]
    add(log, *(mail(i, DAY - 30 + i, 20) for i in range(1, 4)), *meetings)
    correct(log.store, 2, "room", DAY)
    assert [item.relation for item in toned(log.store, DAY)[WHO]] == [24, 100, 24, 54, 54]  # 80 / 21 for both
    correct(log.store, 4, "task", DAY)
    # mail: the rest says -50 / 21, so (20 * -2.38 + 80) / 21 = 1.54; meetings: (20 * 80 / 21 - 50) / 21 = 1.25
    assert [item.relation for item in toned(log.store, DAY)[WHO]] == [22, 100, 22, 0, 51]
    assert [item.relation for item in toned(log.store, DAY, since=DAY - 6)[WHO]] == [0, 51]  # all corrections count


def test_a_correction_goes_with_the_person_who_is_erased(log: Hecht) -> None:
    add(log, mail(1, DAY, 20))
    correct(log.store, 1, "task", DAY)
    assert log.store.rows("SELECT COUNT(*) FROM said s WHERE s.log = :log") == [(1,)]
    log.erase("anna@example.net")
    assert log.store.rows("SELECT COUNT(*) FROM said s WHERE s.log = :log") == [(0,)]


def test_the_sentences(log: Hecht) -> None:
    warm = [mail(i, DAY - 400 + 9 * i, 80 if i % 3 == 0 else 10) for i in range(20)]
    work = [mail(100 + i, DAY - 200 + 9 * i, 10, mine=False) for i in range(20)]
    add(log, *warm, *work, mail(200, DAY - 60, 10, friction=80), mail(201, DAY - 58, 10, friction=70))
    found = amounts(log.store, WHO, DAY)
    lines = list(amounts_lines(found, "Anna Bos", DAY, "nl"))
    # the last one with room: number 18, on day 400 - 162 = 238 before; half a month later it is 8 April
    assert "Met Anna gaat het sinds april alleen nog over het werk." in lines
    assert "In september leek het even te schuren; het contact ging gewoon door. Het mocht schuren." in lines
    assert any(line.startswith("ruimte voor de ander: ongeveer 2 van de 10 (") for line in lines)
    english = list(amounts_lines(found, "Anna Bos", DAY, "en"))
    assert "With Anna it has been about the work alone since April." in english


def test_the_line_of_the_week(log: Hecht) -> None:
    assert balance(log.store, DAY) is None
    assert balance_line(None, "nl") == ""
    add(log, mail(1, DAY - 10, 40), mail(2, DAY - 100, 10))
    line = balance_line(balance(log.store, DAY), "nl")
    assert line == (
        "Van het contact van de laatste maand had ongeveer 4 op de 10 delen ruimte voor de ander;"
        " in het kwartaal ervoor was dat ongeveer 1."
    )
