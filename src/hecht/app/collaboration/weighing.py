"""Content and relation of a collaboration, its signals, what it rests on, and its programme: the log joined with what was said."""

from dataclasses import dataclass
from functools import cached_property

from hecht.app.collaboration.ahead import milestones
from hecht.app.collaboration.together import Together, together
from hecht.app.collaboration.view import SILENT, WITHIN, cells_of
from hecht.app.people import Person, people
from hecht.core.collaboration.agreements import Agreement, Effect, agreements, contact_beside, effects
from hecht.core.collaboration.balance import Balance, balance
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.conditions import Condition, SaidOf, conditions
from hecht.core.collaboration.early import Early, rests
from hecht.core.collaboration.forms import Pictures, pictures
from hecht.core.collaboration.interests import Ambition, Interest, TwoLevels, ambition, interests, two_levels
from hecht.core.collaboration.milestones import AHEAD, Ahead, Milestone, Moment, next_moment
from hecht.core.collaboration.programme import Did, Planned, Proposal, did, propose
from hecht.core.collaboration.seen import Cell, How, only_bridges
from hecht.core.collaboration.signals import Signal, signals
from hecht.core.collaboration.words import Term, terms
from hecht.stores.store import Store


@dataclass(frozen=True)
class Weighed:
    """A collaboration on a day, of which each part is worked out when it is first asked for.

    Everything here is the author's alone; only a report holds what they chose to share.
    """

    store: Store
    together: Together
    everyone: dict[int, Person] | None = None

    @property
    def of(self) -> Collaboration:
        """Give the collaboration."""
        return self.together.of

    @property
    def as_of(self) -> int:
        """Give the day of looking."""
        return self.together.as_of

    @cached_property
    def party(self) -> dict[int, str]:
        """Give the party of everybody who takes part on the day."""
        return self.of.sitting(self.as_of)

    @cached_property
    def start(self) -> int:
        """Give the day it began: as stated, else that of the first interaction."""
        items = self.together.items
        return self.of.start if self.of.start is not None else items[0].day if items else self.as_of

    @cached_property
    def cells(self) -> list[Cell]:
        """Give the matrix of the last year."""
        return cells_of(self.together, self.as_of - WITHIN)

    @cached_property
    def _ahead(self) -> tuple[list[Milestone], list[Ahead]]:
        return milestones(self.store, self.together)

    @property
    def milestones(self) -> list[Milestone]:
        """Give the milestones, stated or read from titles."""
        return self._ahead[0]

    @cached_property
    def moment(self) -> Moment | None:
        """Give the next difficult moment."""
        if self.together.ego is None:
            return None
        near = [one for one in self._ahead[1] if one.day <= self.as_of + AHEAD]
        return next_moment(self.milestones, self.party, self.together.items, near, self.together.ego, self.as_of)

    @cached_property
    def balance(self) -> Balance:
        """Give content and relation; everybody who ever took part counts with their party."""
        ever = {one.person: one.organisation for one in self.of.delegates}
        return balance(
            self.together.items,
            ever,
            self.start,
            self.as_of,
            observers=None if self.together.ego is None else self.together.observers,
            reported=[(cell.a, cell.b) for cell in self.cells if cell.how is How.REPORTED],
            milestones=self.milestones,
        )

    @property
    def early(self) -> Early | None:
        """Give the early sign, unless it rests because it was answered."""
        sign, told = self.balance.early, self.of.held.get("early", {}).get("")
        if sign and told and rests(sign, told.text("answer"), told.since or 0):
            return None
        return sign

    @cached_property
    def agreements(self) -> list[Agreement]:
        """Give what was agreed."""
        return agreements(self.of)

    def beside(self, one: Agreement) -> tuple[int | None, int | None]:
        """Give the contact among those who must deliver: days of the last 90, and the last; None where it does not show."""
        return contact_beside(one, self.together.items, self.party, self.together.ego, self.as_of)

    @cached_property
    def effects(self) -> list[Effect]:
        """Give the effects with what was seen of them."""
        return effects(self.of, self.as_of)

    @cached_property
    def pictures(self) -> Pictures:
        """Give how the parties see the form."""
        return pictures(self.of)

    @cached_property
    def ambition(self) -> Ambition:
        """Give the ambition and how far each party recognises itself."""
        return ambition(self.of)

    @cached_property
    def interests(self) -> list[Interest]:
        """Give the interests."""
        return interests(self.of)

    @cached_property
    def two_levels(self) -> list[TwoLevels]:
        """Give the two-level table, with the author's own view of conflicts."""
        return two_levels(self.of)

    @cached_property
    def terms(self) -> list[Term]:
        """Give the word list."""
        return terms(self.of)

    @cached_property
    def signals(self) -> list[Signal]:
        """Give the signals, at most three."""
        return signals(
            self.balance,
            self.cells,
            self.together.items,
            self.party,
            start=self.start,
            as_of=self.as_of,
            agreements=self.agreements,
            pictures=self.pictures,
            bridges=only_bridges(self.of.people(self.as_of), self.together.items, self.cells, self.as_of - SILENT),
            look_back=self.of.look_back,
        )

    @cached_property
    def conditions(self) -> list[Condition]:
        """Give the five conditions."""
        said: dict[str, list[SaidOf]] = {}
        for one in self.of.of("said"):
            said.setdefault(one.text("condition"), []).append(SaidOf(one.text("party"), one.text("text")))
        return conditions(
            ambition=self.ambition,
            interests=self.interests,
            parties=self.of.parties,
            items=self.together.items,
            party=self.party,
            mandates=sum(bool(one.mandate) for one in self.of.delegates if one.sits(self.as_of)),
            agreements=self.agreements,
            pictures=self.pictures,
            milestones=self.milestones,
            look_back=self.of.look_back,
            said=said,
            as_of=self.as_of,
        )

    @cached_property
    def planned(self) -> list[Planned]:
        """Give the items of the programme, in time."""
        who: dict[str, list[int]] = {}
        for one in self.of.of("guest"):
            person = self.of.person(one)
            if person is not None:
                who.setdefault(one.text("programme"), []).append(person)
        found = [
            Planned(one.slot, one.text("kind"), one.text("title"), one.since, tuple(who.get(one.slot, ())))
            for one in self.of.of("programme")
            if one.since is not None
        ]
        return sorted(found, key=lambda one: (one.day, one.slot))

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Give what could be put on the programme."""
        return propose(
            party=self.party,
            items=self.together.items,
            agenda=self._ahead[1],
            milestones=self.milestones,
            moment=self.moment,
            balance=self.balance,
            planned=self.planned,
            look_back=self.of.look_back,
            observer=self.together.ego,
            as_of=self.as_of,
        )

    @cached_property
    def did(self) -> list[Did]:
        """Give what items that are past did to the contact among their people."""
        return did(self.planned, self.together.items, self.as_of)

    @cached_property
    def people(self) -> dict[int, Person]:
        """Give everybody who takes or took part, as they were on the day; perhaps others too."""
        if self.everyone is not None:
            return self.everyone
        named = sorted(
            {one.person for one in self.of.delegates} | {person for one in self.planned for person in one.people}
        )
        return people(self.store, named, self.as_of) if named else {}


def weigh(store: Store, name: str | Collaboration, as_of: int) -> Weighed:
    """Look at a collaboration on a day."""
    return Weighed(store, together(store, name, as_of))
