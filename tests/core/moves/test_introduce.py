"""introduce and what a sleeper opens: on which occasion, both sides of every boundary, and the words."""

from dataclasses import replace
from datetime import UTC

import pytest

from core.moves.situations import NOW, situation, tie
from hecht.core.moves.introduce import introduce
from hecht.core.moves.move import Kind, Move, Strangers, Topic
from hecht.core.moves.plan import candidates
from hecht.core.moves.preferences import Goal, Preferences, Voice
from hecht.core.moves.wake import wake
from hecht.core.ties.state import State
from hecht.text.drafts import draft
from hecht.text.reasons import reason

PUMPS = Strangers((1, 2), ("Trilling pomp", "Trillende pompen"), 3, NOW - 14, (3,))
TIES = [tie(1, state=State.LIVING), tie(2, state=State.QUIETER), tie(3, state=State.LIVING)]
NAMES = {1: "Anna de Wit", 2: "Bram Bos", 3: "Sanne Vos"}


def proposed(*pairs: Strangers, ties: object = None) -> list[Move]:
    return list(introduce(replace(situation(TIES if ties is None else ties), strangers=pairs)))  # type: ignore[arg-type]


def test_two_who_share_a_matter_are_proposed() -> None:
    (one,) = proposed(PUMPS)
    assert (one.kind, one.people, one.reason.occasion) == (Kind.INTRODUCE, (1, 2), "same_matter")
    assert (one.reason.subject, one.reason.topic, one.reason.shared) == ("Trilling pomp", "Trillende pompen", (3,))


@pytest.mark.parametrize(
    "pair",
    [PUMPS._replace(times=2), PUMPS._replace(day=NOW - 15), PUMPS._replace(people=(1, 9))],
    ids=["two titles", "too long ago", "no tie"],
)
def test_little_or_old_or_unknown_is_no_occasion(pair: Strangers) -> None:
    assert proposed(pair) == []


@pytest.mark.parametrize("state", [State.DORMANT, State.PERIPHERAL])
def test_nobody_who_sleeps_or_passed_by_is_asked(state: State) -> None:
    assert proposed(PUMPS, ties=[TIES[0], tie(2, state=state)]) == []


def test_who_shares_most_stands_first_and_a_goal_is_named() -> None:
    more = Strangers((1, 3), ("Gemaal vernieuwen", "Gemaal vernieuwen"), 8, NOW, ())
    wishes = Preferences((Goal.of("gemaal vernieuwen"),))
    now = replace(situation(TIES), strangers=(PUMPS, more), preferences=wishes)
    found = [one for one in candidates(now, {}) if one.kind is Kind.INTRODUCE]
    assert [one.people for one in found] == [(1, 3), (1, 2)]
    assert found[0].reason.goal == "gemaal vernieuwen"


def test_the_id_is_that_of_the_pair_in_either_order() -> None:
    assert proposed(PUMPS)[0].id == proposed(PUMPS._replace(people=(2, 1)))[0].id


def test_what_is_said_in_dutch_and_english() -> None:
    """Sentence 7 of the words, with the double consent."""
    (one,) = proposed(PUMPS)
    assert reason(one, NAMES, UTC, NOW, "nl") == (
        "Anna en Bram hebben het allebei met jou over iets verwants: \u2018Trilling pomp\u2019 en \u2018Trillende pompen\u2019"
        " en kennen allebei Sanne. Voor zover hecht ziet, kennen ze elkaar niet. Vraag het eerst aan allebei, los van elkaar."
    )
    assert reason(one, NAMES, UTC, NOW, "en").endswith(
        "As far as hecht can see, they do not know each other. Ask both of them first, each apart."
    )
    same = proposed(PUMPS._replace(titles=("Pomp", "Pomp"), shared=()))[0]
    assert reason(same, NAMES, UTC, NOW, "nl").startswith(
        "Anna en Bram hebben het allebei met jou over \u2018Pomp\u2019. "
    )


@pytest.mark.parametrize(("form", "both"), [("je", "jullie"), ("u", "u beiden")])
def test_a_draft_names_nobody_who_was_not_asked_yet(form: str, both: str) -> None:
    """Sentence 12 of the words."""
    (one,) = proposed(PUMPS)
    said = draft(one, NAMES, UTC, NOW, "nl", Voice(form))
    assert f"Zal ik {both} aan elkaar voorstellen?" in said
    assert said.endswith("Komt het nu niet uit, dan is dat ook goed.")
    assert "Bram" not in said
    assert "Bram" not in draft(one, NAMES, UTC, NOW, "en")


def test_a_sleeper_who_opens_another_world_stands_first() -> None:
    sleepers = [
        tie(1, state=State.DORMANT, layer=None, silence=300),
        tie(2, state=State.DORMANT, layer=None, silence=200),
    ]
    topics = {one: Topic("trilling gemaal", NOW - 400, "gemaal De Vliet") for one in (1, 2)}
    plain = situation(sleepers, topics=topics)
    assert [one.people[0] for one in sorted(wake(plain), key=lambda one: one.rank)] == [2, 1]
    first = min(wake(replace(plain, opens={1: "Hoge Gronden"})), key=lambda one: one.rank)
    assert first.people == (1,)
    assert reason(first, NAMES, UTC, NOW, "nl").endswith("Bij Hoge Gronden is hier nu verder geen contact te zien.")
    assert reason(first, NAMES, UTC, NOW, "en").endswith("No other contact at Hoge Gronden is to be seen here now.")
    alone = next(one for one in wake(replace(plain, alone={1: 4, 2: 1})) if one.people == (1,))
    assert reason(alone, NAMES, UTC, NOW, "nl").endswith("Van vier mensen is hier alleen contact met Anna te zien.")
    assert reason(alone, NAMES, UTC, NOW, "en").endswith("Of four people only contact with Anna is to be seen here.")
    other = next(one for one in wake(replace(plain, alone={1: 4, 2: 1})) if one.people == (2,))
    assert "alleen contact" not in reason(other, NAMES, UTC, NOW, "nl")
