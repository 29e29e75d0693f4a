"""Attention over a quarter, counted by hand."""

from hypothesis import given
from hypothesis import strategies as st

from hecht.core.ties.attention import Attention, attention
from hecht.core.ties.state import State
from hecht.core.ties.tie import Facts, Tie

NOW = 20_000


def tie(alter: int, layer: int | None) -> Tie:
    return Tie(1, alter, Facts(1, alter, NOW, NOW, 1, 1, 1, 0), 0, None, 0.0, State.LIVING, layer)


def test_a_quarter_by_hand() -> None:
    days = {
        2: [NOW - 200, NOW - 91, NOW - 90, NOW],  # two within the 91 days that end today
        3: [NOW - 10],
        4: [NOW - 300],
        5: list(range(NOW - 9, NOW + 1)),
        6: [NOW - 3],
        7: [NOW - 4],
        8: [NOW - 5],
    }
    ties = [tie(2, 1), tie(3, 2), tie(4, None), tie(5, 1), tie(6, 5), tie(7, None), tie(8, 2)]
    # 2 + 1 + 10 + 1 + 1 + 1 = 16; the five with most have 10 + 2 + 1 + 1 + 1
    assert attention(ties, days, NOW) == Attention(NOW - 90, 16, 6, (12, 2, 0, 0, 1, 1), 5, 15)


def test_no_contact_is_no_attention() -> None:
    assert attention([], {}, NOW) == Attention(NOW - 90, 0, 0, (0,) * 6, 0, 0)


@given(st.dictionaries(st.integers(2, 30), st.sets(st.integers(NOW - 300, NOW)).map(sorted)), st.data())
def test_it_adds_up(days: dict[int, list[int]], data: st.DataObject) -> None:
    ties = [tie(alter, data.draw(st.none() | st.integers(1, 5))) for alter in days]
    found = attention(ties, days, NOW)
    assert sum(found.layers) == found.contacts
    assert found.with_fewest <= found.contacts
    assert found.fewest == min(5, found.people)
