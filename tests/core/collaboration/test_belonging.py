"""What belongs to a collaboration: each rule by itself, and what was stated before all of them."""

from hypothesis import given
from hypothesis import strategies as st

from core.collaboration.items import item
from hecht.core.collaboration.belonging import Basis, Rule, belonging
from hecht.core.collaboration.parties import Delegate

SEATS = (Delegate(1, "A"), Delegate(2, "B"), Delegate(3, "C"), Delegate(4, "A"), Delegate(5, "B", since=50))
ITEMS = [
    item(1, 1, 7, title="Rietdelta: rekenblad"),
    item(2, 1, 2, title="Lunch", relation=85),
    item(3, 1, 2, title="Overstort Ketelpolder"),
    item(4, 1, 2, title="Het rekenblad nog eens"),
    item(5, 1, 2, 3, title="Kastanjebuurt: wat wij inbrengen"),
    item(6, 1, 4, title="Verlof"),
    item(7, 1, 2, 7, title="Peilbesluit Noord"),
    item(8, 7, 8, title="Rietdelta"),
    item(9, 1, 5, title="Lunch", relation=85),
    item(60, 1, 5, title="Lunch", relation=85),
]


def days(*rules: Rule, start: int | None = None, name: str = "Rietdelta") -> dict[int, Basis]:
    return {one.item.day: one.basis for one in belonging(ITEMS, name, SEATS, rules, start)}


def test_each_rule() -> None:
    assert days() == {
        1: Basis.TITLE,
        2: Basis.PEOPLE,  # room for each other
        4: Basis.PEOPLE,  # of two parties, about a word of a title that belongs
        5: Basis.PEOPLE,  # three parties and nobody else
        60: Basis.PEOPLE,  # 5 takes part from day 50
    }
    # 3 is other work of two parties, 6 is within one party, 7 has an outsider, 8 has nobody of it, 9 is before 5 took part


def test_nothing_before_the_start() -> None:
    assert set(days(start=5)) == {5, 60}


def test_what_was_stated_goes_first_and_the_last_of_one_kind_holds() -> None:
    inside = days(Rule("title", "Ketelpolder", inside=True), start=5)
    assert inside[3] is Basis.STATED
    assert 5 not in days(Rule("title", "Kastanjebuurt", inside=False))
    assert set(days(Rule("person", "2", inside=False))) == {1, 60}
    key = str(ITEMS[1].key)
    both = days(Rule("person", "2", inside=False), Rule("item", key, inside=True))
    assert both[2] is Basis.STATED
    assert 5 in days(Rule("title", "Kastanjebuurt", inside=False), Rule("title", "Kastanjebuurt wat", inside=True))


def test_a_name_of_no_words_gives_nothing_by_title() -> None:
    assert Basis.TITLE not in days(name="de en het").values()


@given(st.permutations(ITEMS))
def test_the_order_of_reading_never_shows(order: list[object]) -> None:
    found = belonging(order, "Rietdelta", SEATS)  # type: ignore[arg-type]
    assert found == belonging(ITEMS, "Rietdelta", SEATS)
