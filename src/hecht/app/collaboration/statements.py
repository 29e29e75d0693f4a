"""The statements of the room of collaborations: what a conversation yields, each as a method; all of it keeps its history."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.collaboration.collaboration import Collaboration


class Statements:
    """What can be stated of a collaboration when a conversation yields it; see `hecht.app.collaboration.stating`."""

    store: Store

    def ambition(self, name: str, text: str) -> "Collaboration":
        """State the shared ambition."""
        from hecht.app.collaboration import stating

        return stating.ambition(self.store, name, text)

    def recognises(self, name: str, party: str, words: str = "", mark: int | None = None) -> "Collaboration":
        """State a party's own words for the ambition, and how far it recognises itself (1-10)."""
        from hecht.app.collaboration import stating

        return stating.recognises(self.store, name, party, words, mark)

    def interest(
        self,
        name: str,
        text: str,
        *,
        level: str = "organisational",
        party: str = "",
        person: str = "",
        served: int | None = None,
    ) -> "Collaboration":
        """State an interest of a person, a party or all, and how far it is served (1-10)."""
        from hecht.app.collaboration import stating

        return stating.interest(self.store, name, text, level=level, party=party, person=person, served=served)

    def two_levels(
        self,
        name: str,
        party: str,
        *,
        network: str | None = None,
        own: str | None = None,
        gives: str | None = None,
        gets: str | None = None,
    ) -> "Collaboration":
        """State of a party its interest in the network and its own, what it gives up and what it gets for it."""
        from hecht.app.collaboration import stating

        return stating.two_levels(self.store, name, party, network=network, own=own, gives=gives, gets=gets)

    def conflict(self, name: str, party: str, text: str) -> "Collaboration":
        """Note a conflict of loyalty, for yourself alone."""
        from hecht.app.collaboration import stating

        return stating.conflict(self.store, name, party, text)

    def word(self, name: str, term: str, party: str = "", meaning: str = "") -> "Collaboration":
        """Put a term on the word list, or state what a party understands by it."""
        from hecht.app.collaboration import stating

        return stating.word(self.store, name, term, party, meaning)

    def form(self, name: str, party: str, aim: str, way: str) -> "Collaboration":
        """State how a party sees it: improve or renew, exchange or share."""
        from hecht.app.collaboration import stating

        return stating.form(self.store, name, party, aim, way)

    def agreement(self, name: str, what: str, by: str | None = None, who: Sequence[str] = ()) -> "Collaboration":
        """State what was agreed, by when, and who does it."""
        from hecht.app.collaboration import stating

        return stating.agreement(self.store, name, what, by, who)

    def done(self, name: str, which: str, on: str | None = None) -> "Collaboration":
        """State that what was agreed is done."""
        from hecht.app.collaboration import stating

        return stating.done(self.store, name, which, on)

    def effect(
        self,
        name: str,
        what: str,
        *,
        template: str = "",
        measure: str = "",
        unit: str = "",
        baseline: float | None = None,
        target: float | None = None,
    ) -> "Collaboration":
        """State an effect to look for, and how it is measured."""
        from hecht.app.collaboration import stating

        return stating.effect(
            self.store, name, what, template=template, measure=measure, unit=unit, baseline=baseline, target=target
        )

    def observe(
        self, name: str, which: str, text: str = "", number: float | None = None, on: str | None = None
    ) -> "Collaboration":
        """State what was seen of an effect."""
        from hecht.app.collaboration import stating

        return stating.observe(self.store, name, which, text, number, on)

    def said(self, name: str, condition: str, text: str, party: str = "") -> "Collaboration":
        """State what somebody said of one of the five conditions."""
        from hecht.app.collaboration import stating

        return stating.said(self.store, name, condition, text, party)

    def programme(self, name: str, kind: str, day: str, title: str = "", who: Sequence[str] = ()) -> "Collaboration":
        """Put something on the relationship programme."""
        from hecht.app.collaboration import stating

        return stating.programme(self.store, name, kind, day, title, who)

    def remove(self, name: str, kind: str, which: str) -> "Collaboration":
        """Take out an agreement, effect, interest, item of the programme or word; its history stays."""
        from hecht.app.collaboration import stating

        return stating.remove(self.store, name, kind, which)
