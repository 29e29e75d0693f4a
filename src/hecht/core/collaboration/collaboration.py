"""A collaboration as it stands: everything that holds of what was recorded, in the words of the field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hecht.core.collaboration.belonging import Rule
from hecht.core.collaboration.milestones import Milestone
from hecht.core.collaboration.parties import Delegate, Party
from hecht.core.collaboration.record import Record
from hecht.core.collaboration.seen import Report

QUESTIONS = ("why", "for_whom", "bring", "how", "success")
"""The five questions at a start (article 4): why, for whom, what must it bring each party, how, how will we know in a year."""
YEAR = 365


@dataclass(frozen=True)
class Collaboration:
    """One collaboration: its id, and the records of it that hold, by kind and slot.

    `persons` gives the person of each identifier key that a record hangs on.
    """

    id: int
    held: Mapping[str, Mapping[str, Record]]
    persons: Mapping[int, int]

    def of(self, kind: str) -> Sequence[Record]:
        """Give the records of a kind that hold, in the order in which each was first stated."""
        return tuple(self.held.get(kind, {}).values())

    def person(self, record: Record) -> int | None:
        """Give the person that a record is about, if they are still in the log."""
        return self.persons.get(record.about)

    @cached_property
    def _itself(self) -> Record | None:
        return next(iter(self.of("collaboration")), None)

    @property
    def name(self) -> str:
        """Give its name."""
        return self._itself.text("name") if self._itself else ""

    @property
    def start(self) -> int | None:
        """Give the day it began, if that is known."""
        return self._itself.since if self._itself else None

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Give the parties, in the order in which they were named."""
        return tuple(
            Party(one.slot, one.text("role"), one.text("motive"), one.text("brings"), one.text("yields"))
            for one in self.of("party")
        )

    @cached_property
    def delegates(self) -> tuple[Delegate, ...]:
        """Give everybody who takes or took part, as far as they are still in the log."""
        return tuple(
            Delegate(person, one.text("party"), one.text("mandate"), one.since, one.until)
            for one in self.of("delegate")
            if (person := self.person(one)) is not None
        )

    def sitting(self, day: int) -> dict[int, str]:
        """Give who takes part on a day, with their party."""
        return {one.person: one.organisation for one in self.delegates if one.sits(day)}

    def people(self, day: int) -> dict[str, list[int]]:
        """Give by party who takes part for it on a day; a party without anybody has an empty list."""
        found: dict[str, list[int]] = {party.organisation: [] for party in self.parties}
        for person, organisation in self.sitting(day).items():
            found.setdefault(organisation, []).append(person)
        return found

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Give what was stated of what belongs, what was stated last also last."""
        told = sorted(self.of("belongs"), key=lambda one: one.seconds)
        return tuple(
            Rule(
                one.text("what"),
                str(self.persons.get(one.about, one.about)) if one.text("what") == "person" else one.text("value"),
                one.value.get("inside") is True,
            )
            for one in told
        )

    def answer(self, question: str) -> str:
        """Give the answer to one of the five questions; nothing while it was not given (`bring` is answered per party)."""
        found = self.held.get("why", {}).get(question)
        return found.text("text") if found else ""

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Give which of the five questions have no answer yet: matter for a conversation, not a duty."""
        brought = any(party.yields for party in self.parties)
        return tuple(one for one in QUESTIONS if not (brought if one == "bring" else self.answer(one)))

    @property
    def look_back(self) -> int | None:
        """Give the day on which to look back: the one that was set, else a year after it was said how one will know."""
        told = self.held.get("why", {}).get("success")
        return told.since if told else None

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """Give the milestones that were stated, in time."""
        agree: dict[str, list[int]] = {}
        for one in self.of("agree"):
            person = self.person(one)
            if person is not None:
                agree.setdefault(one.text("milestone"), []).append(person)
        stated = [
            Milestone(
                one.slot,
                one.since,
                one.text("kind") or "other",
                one.text("title"),
                stated=True,
                people=tuple(agree.get(one.slot, ())),
            )
            for one in self.of("milestone")
            if one.since is not None
        ]
        return tuple(sorted(stated, key=lambda one: (one.day, one.slot)))

    def reports(self, as_of: int) -> tuple[Report, ...]:
        """Give what participants told of their contact, up to a day."""
        found = []
        for one in self.of("reported"):
            reporter, other = self.persons.get(one.about), self.persons.get(one.other)
            if reporter is not None and other is not None:
                days = tuple(day for day in map(int, one.text("days").split()) if day <= as_of)
                found.append(Report(reporter, other, days, min(as_of, one.until or as_of)))
        return tuple(found)
