"""The library's questions about the network: position, introductions, paths, what rests on somebody, and pooling."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app import arrow, dependence, paths, position
    from hecht.app import export as export_room
    from hecht.app import introductions as introductions_room
    from hecht.app import pool as pool_room
    from hecht.app.people import Person


class NetworkQuestions(ABC):
    """What an open log can be asked about the network; `hecht.app.library.Hecht` is it, with everything else."""

    store: Store

    @abstractmethod
    def day(self, as_of: date | str | int | None = None) -> int:
        """Give the day number to look from."""

    def network(
        self,
        as_of: date | str | int | None = None,
        *,
        people: str | Path | None = None,
        pseudonymous: bool = False,
        between: bool = True,
    ) -> "position.PositionView":
        """Give where everybody stands in the network; `people` is a roster that says who belongs where.

        Betweenness takes longer than all the rest; without `between` it is None.
        """
        from hecht.app import analyst

        roster = None if people is None else analyst.roster_of(self.store, people)
        return analyst.everybody(self.store, self.day(as_of), roster, pseudonymous=pseudonymous, between=between)

    def network_by(
        self,
        column: str,
        as_of: date | str | int | None = None,
        *,
        people: str | Path | None = None,
        least: int = 5,
        compare: date | str | int | None = None,
    ) -> list[dict[str, object]]:
        """Give the measures of groups of people, never of fewer than `least`; see `hecht.app.analyst.by_column`."""
        from hecht.app import analyst

        roster = None if people is None else analyst.roster_of(self.store, people)
        since = None if compare is None else self.day(compare)
        return analyst.by_column(self.store, self.day(as_of), roster, column, least=least, compare=since)

    def export(
        self, as_of: date | str | int | None = None, *, with_private: bool = False, pseudonymous: bool = False
    ) -> "export_room.Export":
        """Give people and ties for other programs; without the private sphere unless it is for oneself."""
        from hecht.app import export

        return export.export(self.store, self.day(as_of), with_private=with_private, pseudonymous=pseudonymous)

    @staticmethod
    def table(rows: Sequence[object]) -> "arrow.Table":
        """Give rows of any method as an Arrow table (extra `org`)."""
        from hecht.app import arrow

        return arrow.Table(rows)

    def what_if(self, name: str, as_of: date | str | int | None = None) -> "position.WhatIf":
        """Say what one tie more or less with somebody would change for the user."""
        from hecht.app import position

        return position.what_if(self.store, self.day(as_of), name)

    def introductions(
        self, as_of: date | str | int | None = None, *, most: int = 20
    ) -> "introductions_room.IntroductionsView":
        """Give pairs that could be introduced, what is worth most first; `most` 0 gives all that are looked at."""
        from hecht.app import introductions

        return introductions.introductions_of(self.store, self.day(as_of), most)

    def acquainted(self, a: str, b: str, *, yes: bool | None) -> "tuple[Person, Person]":
        """Say whether two people know each other; None takes back what was said."""
        from hecht.app import introductions

        return introductions.say_acquainted(self.store, a, b, yes=yes)

    def path(self, name: str, as_of: date | str | int | None = None) -> "paths.PathView":
        """Give who can introduce the user to a person or into an organisation."""
        from hecht.app import paths

        return paths.path(self.store, name, self.day(as_of))

    def leave(
        self,
        name: str,
        as_of: date | str | int | None = None,
        *,
        team: Sequence[str] = (),
        organisation: str = "",
        collaboration: str = "",
    ) -> "dependence.LeaveView":
        """Give what rests on somebody, for the user, a team, an organisation or who takes part in a collaboration."""
        from hecht.app import dependence

        day = self.day(as_of)
        if collaboration:
            from hecht.app.collaboration import view

            members = view.show(self.store, collaboration, day).members
            team = [*team, *(str(one.person) for one in members if one.now)]
        return dependence.leave(self.store, name, day, team, organisation)

    def pool(self, on: bool | None = None) -> "pool_room.Pool":  # noqa: FBT001 - the one thing there is to say
        """Say whether this log is pooled with others in its store, after pooling it (or no longer)."""
        from hecht.app import pool
        from hecht.core.days import to_date

        if on is not None:
            pool.set_pool(self.store, to_date(self.day()).isoformat() if on else "")
        return pool.pool(self.store)
