"""The programme: an outing is proposed where people meet often and only over the work, and there is time for it."""

from collections.abc import Sequence

from core.collaboration.items import item
from hecht.core.collaboration.balance import balance
from hecht.core.collaboration.item import Item
from hecht.core.collaboration.milestones import Milestone, Moment
from hecht.core.collaboration.programme import Planned, propose
from hecht.core.model import Channel

AS_OF = 1_000
PARTY = {1: "Delta", 2: "Rivier", 3: "Veen"}


def kinds(items: Sequence[Item], planned: Sequence[Planned] = (), left: int | None = None) -> list[str]:
    moment = None
    if left is not None:
        moment = Moment(Milestone("m", AS_OF + left, "budget", "begroting", stated=True, people=()), left, (), 0, 0)
    found = propose(
        party=PARTY,
        items=items,
        agenda=(),
        milestones=(),
        moment=moment,
        balance=balance(items, PARTY, 0, AS_OF),
        planned=planned,
        look_back=None,
        observer=1,
        as_of=AS_OF,
    )
    return [one.kind for one in found]


def meetings(count: int) -> list[Item]:
    """Give meetings of all three, the last one a week ago, each two weeks after the one before."""
    return [item(AS_OF - 7 - 14 * back, 1, 2, 3, channel=Channel.MEETING) for back in range(count)]


def test_an_outing_is_for_people_who_meet_often_over_the_work_alone() -> None:
    assert kinds(meetings(5)) == ["outing"]
    assert kinds(meetings(4)) == []
    beside = item(AS_OF - 20, 1, 2, 3, channel=Channel.VISIT, relation=80)
    assert beside.informal
    assert "outing" not in kinds([*meetings(5), beside])


def test_an_outing_is_once_a_year_and_not_just_before_a_difficult_moment() -> None:
    outing = Planned("x", "outing", "Fietsen", AS_OF - 300, (1, 2))
    assert kinds(meetings(5), [outing]) == []
    assert kinds(meetings(5), [outing._replace(day=AS_OF - 366)]) == ["outing"]
    assert kinds(meetings(5), left=28) == []
    assert kinds(meetings(5), left=29) == ["outing"]
