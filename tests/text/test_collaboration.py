"""A collaboration in words: a large one counts the lines of which nothing is seen, a small one names them."""

from itertools import combinations

import pytest

from hecht.app.collaboration.view import CollaborationView
from hecht.core.collaboration.seen import Cell, How
from hecht.text.collaboration import view_lines


def of_parties(count: int) -> CollaborationView:
    """Give a collaboration of which the first party sees its own lines alone."""
    names = [f"Partij {number:02}" for number in range(count)]
    cells = tuple(
        Cell(a, b, How.SEEN, 3, 0, 20_000, 0, (1,))
        if a == names[0]
        else Cell(a, b, How.NOT_VISIBLE, None, None, None, 0, ())
        for a, b in combinations(names, 2)
    )
    return CollaborationView(
        id="1",
        name="Dijk",
        start=None,
        look_back=None,
        answers={},
        open=(),
        parties=(),
        members=(),
        cells=cells,
        visible=(count - 1) / len(cells),
        bridges=None,
        belongs=(),
        people={},
        seen_through=(),
        as_of=20_010,
    )


@pytest.mark.parametrize(("parties", "named"), [(3, 3), (5, 10), (6, 5), (12, 11)])
def test_many_lines_that_are_not_visible_are_counted(parties: int, named: int) -> None:
    # 12 parties have 66 lines, of which the first sees 11; 55 are counted. 5 parties leave 6 of 10, which are named.
    lines = list(view_lines(of_parties(parties), "nl"))
    assert sum("Partij" in line for line in lines) == named
    hidden = parties * (parties - 1) // 2 - named
    assert (f"  {hidden} andere lijnen: niet te zien" in lines) is bool(hidden)
