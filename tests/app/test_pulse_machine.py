"""An anonymous round under any sequence of answers, changes, withdrawals, replays and closing, beside a model that remembers all."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.pulsing import NOW, begun, say, tokens
from hecht.app.pulse import rounds
from hecht.core import errors
from hecht.core.collaboration.pulse import Mode
from hecht.stores.round import RoundFile

if TYPE_CHECKING:
    from hecht.app.pulse.answering import Slip

PEOPLE = st.integers(0, 7)
GIVEN = st.fixed_dictionaries(
    {}, optional={"kept": st.integers(1, 5), "clear": st.integers(1, 5), "term": st.sampled_from("abc")}
)


class Anonymous(RuleBasedStateMachine):
    """The model knows what each person answered; the file must know no more than the counts of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        made = begun(Path(self.folder.name), Mode.ANONYMOUS, term="kwaliteit")
        self.links = tokens(made)
        self.file = RoundFile(made.path)
        self.said: dict[int, dict[str, Any]] = {}
        self.slips: dict[int, Slip] = {}
        self.old: list[tuple[int, Slip]] = []
        self.closed = False

    def teardown(self) -> None:
        self.file.close()
        self.folder.cleanup()

    @rule(who=PEOPLE, given=GIVEN)
    def answers(self, who: int, given: dict[str, Any]) -> None:
        if self.closed:
            with pytest.raises(errors.RoundClosedError):
                say(self.file, self.links[who], given, slip=self.slips.get(who))
        elif not given and who not in self.said:
            with pytest.raises(errors.BadAnswerError):
                say(self.file, self.links[who], given)
        else:
            before = self.slips.pop(who, None)
            slip = say(self.file, self.links[who], given, slip=before)
            if before:
                self.old.append((who, before))
            self.said.pop(who, None)
            if given:
                assert slip is not None
                self.said[who], self.slips[who] = given, slip

    @precondition(lambda self: self.old and not self.closed)
    @rule(data=st.data(), given=GIVEN.filter(bool))
    def replays(self, data: st.DataObject, given: dict[str, Any]) -> None:
        """A slip that was used holds no more, whoever shows it."""
        who, slip = data.draw(st.sampled_from(self.old))
        if who in self.said:
            with pytest.raises(errors.AnsweredError):
                say(self.file, self.links[who], given, slip=slip)

    @precondition(lambda self: len(self.said) > 3)
    @rule()
    def closes(self) -> None:
        if not self.closed:
            rounds.close(self.file, NOW + 100)
            self.closed = True

    @invariant()
    def counts_what_holds(self) -> None:
        counts = self.file.counts()
        if self.closed:
            assert counts.tally == ({}, {})
            released = self.file.released()
            assert released is not None
            assert released.enough is (len(self.said) >= 5)
            for question in ("kept", "clear"):
                steps = [one[question] for one in self.said.values() if question in one]
                assert (question in released.halves) is (released.enough and len(steps) >= 5)
            texts = sorted(one["term"] for one in self.said.values() if "term" in one)
            assert released.texts == ({"term": tuple(texts)} if released.enough and len(texts) >= 5 else {})
            return
        assert len(counts.used) == len(counts.slips) == len(self.said)
        for question in ("kept", "clear"):
            steps = [one[question] for one in self.said.values() if question in one]
            assert counts.tally.steps.get(question, (0,) * 5) == tuple(steps.count(step) for step in range(1, 6))


TestAnonymous = Anonymous.TestCase
TestAnonymous.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck)
)
