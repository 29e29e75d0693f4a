"""The room of collaborations: everything that can be asked of them and stated about them, as methods of an open log."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hecht.app.collaboration.statements import Statements
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app.collaboration import view
    from hecht.app.collaboration.ahead import AheadView
    from hecht.app.collaboration.keeping import Version
    from hecht.app.collaboration.sharing import Shared
    from hecht.app.collaboration.weighing import Weighed
    from hecht.core.collaboration.collaboration import Collaboration
    from hecht.core.collaboration.milestones import Milestone
    from hecht.core.collaboration.parties import Proposal

Day = date | str | int | None


class Collaborations(Statements):
    """The collaborations of a log: `log.collaborations`. Names may be a part of a name, or an id."""

    def __init__(self, store: Store, day: Callable[[Day], int]) -> None:
        """Look into a store; `day` gives the day number to look from."""
        self.store = store
        self._day = day

    def proposals(self, as_of: Day = None) -> "list[Proposal]":
        """Give the collaborations that may exist, from meetings of several organisations that recur."""
        from hecht.app.collaboration import starting

        return starting.proposals(self.store, self._day(as_of))

    def every(self, as_of: Day = None) -> "list[view.Short]":
        """Give every collaboration, by name."""
        from hecht.app.collaboration import view

        return view.every(self.store, self._day(as_of))

    def show(self, name: str, as_of: Day = None) -> "view.CollaborationView":
        """Give one collaboration: who takes part, what is seen of their contact, and what belongs to it."""
        from hecht.app.collaboration import view

        return view.show(self.store, name, self._day(as_of))

    def add(self, name: str, with_: Sequence[str] = (), since: str | None = None, as_of: Day = None) -> "Collaboration":
        """Start one that is proposed, or a new one with people who are named."""
        from hecht.app.collaboration import starting

        return starting.add(self.store, name, self._day(as_of), with_, since)

    def rename(self, name: str, new: str = "", since: str | None = None) -> "Collaboration":
        """Give one another name, or say on which day it began."""
        from hecht.app.collaboration import starting

        return starting.rename(self.store, name, new, since)

    def party(
        self,
        name: str,
        organisation: str,
        *,
        role: str | None = None,
        motive: str | None = None,
        brings: str | None = None,
        yields: str | None = None,
        remove: bool = False,
    ) -> "Collaboration":
        """Add a party, or say what its role, motive, contribution and yield are."""
        from hecht.app.collaboration import starting

        return starting.party(
            self.store, name, organisation, role=role, motive=motive, brings=brings, yields=yields, remove=remove
        )

    def delegate(
        self,
        name: str,
        person: str,
        *,
        organisation: str = "",
        mandate: str | None = None,
        since: str | None = None,
        until: str | None = None,
        remove: bool = False,
    ) -> "Collaboration":
        """Say who takes part for a party, with which mandate, from and until when."""
        from hecht.app.collaboration import starting

        return starting.delegate(
            self.store,
            name,
            person,
            organisation=organisation,
            mandate=mandate,
            since=since,
            until=until,
            remove=remove,
        )

    def why(self, name: str, question: str, text: str, look_back: str | None = None) -> "Collaboration":
        """Answer one of the questions of the start: why, for_whom, how or success."""
        from hecht.app.collaboration import starting

        return starting.why(self.store, name, question, text, look_back)

    def belongs(self, name: str, what: str, value: str, *, inside: bool) -> "Collaboration":
        """State that an item, a thread, a title or everything with a person belongs to one, or does not."""
        from hecht.app.collaboration import together

        return together.correct(self.store, name, what, value, inside=inside)

    def ahead(self, name: str, as_of: Day = None) -> "AheadView":
        """Give the milestones of one, stated or read from titles, and the next difficult moment."""
        from hecht.app.collaboration import ahead

        return ahead.ahead(self.store, name, self._day(as_of))

    def moments(self, as_of: Day = None) -> "list[AheadView]":
        """Give the difficult moments ahead of all of them, where somebody could still be spoken to; the first first."""
        from hecht.app.collaboration import ahead

        return ahead.moments(self.store, self._day(as_of))

    def milestone(
        self, name: str, title: str, day: str, kind: str = "other", agree: Sequence[str] = ()
    ) -> "Collaboration":
        """State a milestone, on which day, of which kind, and who has to agree."""
        from hecht.app.collaboration import ahead

        return ahead.milestone(self.store, name, title, day, kind, tuple(agree))

    def no_milestone(self, name: str, which: str, as_of: Day = None) -> "Milestone":
        """Take a milestone out, by its id."""
        from hecht.app.collaboration import ahead

        return ahead.wave_away(self.store, name, which, self._day(as_of))

    def weigh(self, name: str, as_of: Day = None) -> "Weighed":
        """Look at one: content and relation, signals, the five conditions, what was stated, and the programme."""
        from hecht.app.collaboration import weighing

        return weighing.weigh(self.store, name, self._day(as_of))

    def early(self, name: str, answer: str, as_of: Day = None) -> "Collaboration":
        """Answer the early sign that room dries up: `seen`, or `usual` when that is how it goes here."""
        from hecht.app.collaboration import stating

        return stating.early(self.store, name, answer, self._day(as_of))

    def share(self, name: str, path: str | Path | None = None, as_of: Day = None) -> "Shared":
        """Give what you could tell the others of your contact with them; with a path the file is written too."""
        from hecht.app.collaboration import sharing

        shared = sharing.prepare(self.store, name, self._day(as_of))
        if path is not None:
            sharing.write(shared, Path(path))
        return shared

    def history(self, name: str) -> "list[Version]":
        """Give everything that was ever stated of one, the last first, with when and by whom."""
        from hecht.app.collaboration import keeping

        return keeping.history(self.store, name)

    def undo(self, name: str, moment: int | None = None) -> "list[Version]":
        """Take back what was stated last of one, or at a moment."""
        from hecht.app.collaboration import keeping

        return keeping.undo(self.store, name, moment)
