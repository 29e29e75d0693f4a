"""deepen: who is proposed, on which occasion, and both sides of every boundary."""

from dataclasses import replace
from datetime import UTC

import pytest

from core.moves.situations import NOW, meeting, situation, tie
from hecht.core.moves.deepen import deepen
from hecht.core.moves.move import Kind
from hecht.core.moves.plan import plan
from hecht.core.ties.state import State
from hecht.text.drafts import draft
from hecht.text.reasons import reason

SINCE = NOW - 290  # 30 January 2026, by `date -d "2026-11-16 - 290 days"`
SANNE = tie(1, state=State.LIVING, layer=1, silence=4)
NAMES = {1: "Sanne de Groot"}


def test_a_living_tie_that_matters_and_has_been_about_the_work_alone() -> None:
    agenda = [meeting(1, 1, 2, 3), meeting(2, 1)]
    (move,) = deepen(situation([SANNE], agenda=agenda, only_task={1: SINCE}))
    assert (move.kind, move.people, move.moment) == (Kind.DEEPEN, (1,), agenda[1])  # the smaller of the two
    assert (move.reason.occasion, move.reason.day) == ("only_task", SINCE)


@pytest.mark.parametrize(("days", "proposed"), [(59, 0), (60, 1)])
def test_two_months_of_work_alone_go_before_it(days: int, proposed: int) -> None:
    assert len(list(deepen(situation([SANNE], agenda=[meeting(1, 1)], only_task={1: NOW - days})))) == proposed


@pytest.mark.parametrize(("layer", "proposed"), [(1, 1), (3, 1), (4, 0), (None, 0)])
def test_only_who_matters(layer: int | None, proposed: int) -> None:
    ties = [replace(SANNE, layer=layer)]
    assert len(list(deepen(situation(ties, agenda=[meeting(1, 1)], only_task={1: SINCE})))) == proposed


@pytest.mark.parametrize("state", [State.QUIETER, State.DORMANT, State.NEW, State.PERIPHERAL])
def test_silence_is_for_other_suggestions(state: State) -> None:
    assert not list(deepen(situation([replace(SANNE, state=state)], agenda=[meeting(1, 1)], only_task={1: SINCE})))


def test_without_a_meeting_there_is_no_occasion_and_in_a_large_one_no_moment() -> None:
    assert not list(deepen(situation([SANNE], only_task={1: SINCE})))
    assert list(deepen(situation([SANNE], agenda=[meeting(1, *range(1, 8))], only_task={1: SINCE})))
    assert not list(deepen(situation([SANNE], agenda=[meeting(1, *range(1, 9))], only_task={1: SINCE})))


def test_nothing_is_said_where_it_is_not_known() -> None:
    assert not list(deepen(situation([SANNE], agenda=[meeting(1, 1)])))


def test_one_word_a_meeting_whoever_it_is_for() -> None:
    ties = [SANNE, tie(2)]  # the second became quiet, and comes to the same meeting
    found = plan(situation(ties, agenda=[meeting(1, 1, 2)], only_task={1: SINCE}), {})
    assert [(move.kind, move.people) for move in found] == [(Kind.MEET, (2,))]


def test_the_words() -> None:
    seconds = (NOW + 1) * 86_400 + 15 * 3600
    (move,) = deepen(situation([SANNE], agenda=[meeting(1, 1, seconds=seconds)], only_task={1: SINCE}))
    said = reason(move, NAMES, UTC, NOW, "nl")
    assert said.startswith(
        "Met Sanne gaat het sinds februari alleen nog over het werk. Morgen om drie uur zien jullie elkaar"
    )
    assert reason(move, NAMES, UTC, NOW, "en").startswith("With Sanne it has been about the work alone since February.")
    assert draft(move, NAMES, UTC, NOW, "nl") == (
        "Dag Sanne, morgen om drie uur zien we elkaar. Heb je zin om er tien minuten eerder te zijn voor een kop koffie?"
        " Komt het niet uit, dan is dat ook goed."
    )
    assert draft(move, NAMES, UTC, NOW, "en").endswith("If it does not suit you, that is fine too.")
