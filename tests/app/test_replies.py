"""How soon mail is answered, as the log of a mailbox has it."""

from collections.abc import Callable, Iterator

import pytest

from hecht.app.library import Hecht
from hecht.core.identity import key_of
from hecht.core.model import Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.core.ties.replies import Speed
from hecht.stores.append import Batch

ME, ANNA, BRAM = "mailto:me@stad.nl", "mailto:anna@polder.nl", "mailto:bram@dijk.nl"
DAY = 20_773  # 16 November 2026


def mail(day: float, thread: int, sender: str, *others: str, reply: int = 0) -> Entry:
    people = (Participant(sender, Role.SENDER), *(Participant(one, Role.TO) for one in others))
    seconds = round(day * 86_400)
    item = Interaction(
        1 + seconds, seconds, Channel.MAIL, people, len(others), thread=thread, reply_to=reply, language="nl"
    )
    return Entry(item, seconds // 86_400)


@pytest.fixture
def log(fresh: Callable[[], Hecht]) -> Iterator[Hecht]:
    made = fresh()
    made.store.set_ego({key_of(ME): ME}, said=True)
    yield made
    made.close()


def test_answers_of_both_sides(log: Hecht) -> None:
    entries = []
    for index in range(6):
        begun = DAY - 60 + 10 * index
        entries += [
            mail(begun, index + 1, ANNA, ME, BRAM),
            mail(begun + 0.25, index + 1, ME, ANNA, reply=5),  # six hours later
            mail(begun + 1.25, index + 1, ANNA, ME, reply=5),  # a day later; the last of these lies ahead
        ]
    entries.append(mail(DAY - 5, 99, ANNA, *(f"mailto:p{i}@dijk.nl" for i in range(6)), reply=1))  # too many
    log.store.append(Batch(entries=entries))
    seen = log.replies(key_of(ANNA), DAY - 9)
    assert (seen.mine, seen.theirs) == (Speed(6.0, 6.0, 6), Speed(24.0, 24.0, 6))
    assert seen.usual == seen.mine
    assert log.replies(key_of(ANNA), DAY - 10).theirs == Speed(24.0, 24.0, 5)  # of the day of looking nothing later
    assert log.replies(key_of(BRAM), DAY).mine is None  # his mail went to others as well, and he never wrote
