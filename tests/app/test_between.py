"""Task and relation between organisations as the log has it: where people worked then, what was corrected, what lies ahead."""

from collections.abc import Callable, Iterator

import pytest

from hecht.app.amounts import correct
from hecht.app.library import Hecht
from hecht.core.identity import key_of
from hecht.core.model import Answer, Channel, Interaction, Participant, Role
from hecht.core.revision import Entry
from hecht.stores.append import Batch
from hecht.text.between import between_rows, between_table

ME, ANNA, BRAM, FREE = "mailto:me@stad.nl", "mailto:anna@polder.nl", "mailto:bram@dijk.nl", "mailto:x@gmail.com"
DAY = 20_773  # 16 November 2026


def mail(key: int, day: int, relation: int | None, sender: str, *others: str) -> Entry:
    people = (Participant(sender, Role.SENDER), *(Participant(one, Role.TO) for one in others))
    item = Interaction(key, day * 86_400, Channel.MAIL, people, len(others), relation=relation, language="nl")
    return Entry(item, day)


def meeting(key: int, day: int, relation: int, *others: str, answer: Answer = Answer.ACCEPTED) -> Entry:
    people = (
        Participant(others[0], Role.ORGANISER, answer=Answer.ACCEPTED),
        *(Participant(one, Role.ATTENDEE, answer=answer) for one in (ME, *others[1:])),
    )
    return Entry(Interaction(key, day * 86_400, Channel.MEETING, people, len(others), relation=relation), day)


@pytest.fixture
def log(fresh: Callable[[], Hecht]) -> Iterator[Hecht]:
    made = fresh()
    made.store.set_ego({key_of(ME): ME}, said=True)
    yield made
    made.close()


def add(log: Hecht, *entries: Entry) -> None:
    log.store.append(Batch(entries=list(entries)))


def amounts(log: Hecht, as_of: int = DAY, **more: object) -> dict[tuple[str, str], list[tuple[str, float, float]]]:
    found = log.between(as_of, **more)  # type: ignore[arg-type]
    return {(one.a, one.b): [(month.month, month.task, month.relation) for month in one.months] for one in found}


def test_every_pair_that_had_contact_and_nothing_else(log: Hecht) -> None:
    add(
        log,
        mail(1, DAY - 3, 20, ME, ANNA, BRAM, FREE),  # two recipients had no contact with each other
        mail(2, DAY - 2, None, ME, ANNA),  # it is not known what it was about
        mail(3, DAY - 2, 90, ANNA, *(f"mailto:p{i}@dijk.nl" for i in range(6))),  # too many to be contact
        meeting(4, DAY - 1, 50, ANNA, BRAM),
        meeting(5, DAY - 1, 50, ANNA, BRAM, answer=Answer.NONE),  # the user did not say yes
        mail(6, DAY + 1, 90, ME, ANNA),  # lies ahead
    )
    month = "2026-11"
    assert amounts(log) == {
        ("dijk.nl", "polder.nl"): [(month, 0.5, 0.5)],
        ("dijk.nl", "stad.nl"): [(month, 1.3, 0.7)],
        ("polder.nl", "stad.nl"): [(month, 1.3, 0.7)],
    }
    assert amounts(log, only=("polder.nl", "dijk.nl")) == {("dijk.nl", "polder.nl"): [(month, 0.5, 0.5)]}
    late = amounts(log, since=DAY - 1)
    assert sorted(late) == [("dijk.nl", "polder.nl"), ("dijk.nl", "stad.nl"), ("polder.nl", "stad.nl")]
    assert late["polder.nl", "stad.nl"] == [(month, 0.5, 0.5)]
    assert amounts(log, DAY - 4) == {}


def test_somebody_counts_where_they_worked_on_that_day(log: Hecht) -> None:
    add(log, mail(1, DAY - 300, 20, ANNA, ME), mail(2, DAY - 10, 40, ANNA, ME))
    log.organisation("anna@polder.nl", "Dijk en Co", since="2026-06-01")
    assert amounts(log) == {
        ("polder.nl", "stad.nl"): [("2026-01", 0.8, 0.2)],
        ("Dijk en Co", "stad.nl"): [("2026-11", 0.6, 0.4)],
    }


def test_what_the_user_corrects_holds_here_and_in_the_sums_of_ties(log: Hecht) -> None:
    add(log, *(mail(i, DAY - 30 + i, 20, ME, ANNA) for i in range(1, 21)), mail(30, DAY - 5, 10, ME, BRAM))

    def ties() -> dict[str, tuple[float, float]]:
        return {row.organisation: (row.task_amount, row.relation_amount) for row in log.ties(DAY)}

    assert ties() == {"polder.nl": (16.0, 4.0), "dijk.nl": (0.9, 0.1)}
    (before,) = (row.warmth for row in log.ties(DAY) if row.organisation == "polder.nl")
    correct(log.store, 2, "room", DAY)
    # 80 too low once: the rest goes up by 80 / (20 + 1) = 4: Anna 19 * 24 + 100 = 556, Bram 14
    assert ties() == {"polder.nl": (14.44, 5.56), "dijk.nl": (0.86, 0.14)}
    (after,) = (row.warmth for row in log.ties(DAY) if row.organisation == "polder.nl")
    assert before is not None
    assert after is not None
    assert after > before
    assert amounts(log)["polder.nl", "stad.nl"][-1][2] + amounts(log)["polder.nl", "stad.nl"][0][2] == pytest.approx(
        5.56
    )
    assert amounts(log, since=DAY - 6)["dijk.nl", "stad.nl"] == [("2026-11", 0.86, 0.14)]
    assert {row.organisation: row.relation_amount for row in log.ties(DAY, every=True)} == {
        "polder.nl": 5.56,
        "dijk.nl": 0.14,
    }
    correct(log.store, 2, "undo", DAY)
    assert ties() == {"polder.nl": (16.0, 4.0), "dijk.nl": (0.9, 0.1)}


def test_the_command_line_writes_pairs_and_months(log: Hecht) -> None:
    add(log, *(mail(i, DAY - 30 + i, 20, ME, ANNA) for i in range(1, 21)))
    rows = between_rows(log.between(DAY))
    assert [(row["a"], row["b"], row["month"], row["count"]) for row in rows] == [
        ("polder.nl", "stad.nl", "2026-10", 14),  # days -29 to -10 before 16 November: 18 October to 6 November
        ("polder.nl", "stad.nl", "2026-11", 6),
    ]
    assert set(rows[0]) == {"a", "b", "month", "task", "relation", "friction", "count", "share", "low", "high"}
    for lang in ("nl", "en"):
        assert between_table([], lang) is not None
        assert between_table(log.between(DAY), lang, 1) is not None
