"""The desk: the log that the page shows, with what follows from it kept at hand until the log changes."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from hecht.app.amounts import Amounts, amounts, toned
from hecht.app.collaboration.starting import proposals as begins
from hecht.app.collaboration.together import Together, together
from hecht.app.drawing import Drawing, drawing
from hecht.app.grounds import Grounds, gather
from hecht.app.kept import Kept
from hecht.app.library import Hecht
from hecht.app.map import BACK, WarmMap, chosen, drawn, opening, warm_map
from hecht.app.matters import Matters, matters, silent
from hecht.app.network import Network, network
from hecht.app.people import Person, people
from hecht.app.person import Known, known_of
from hecht.app.position import PositionView, positions
from hecht.app.proposals import ProposalRow, proposals
from hecht.app.remembered import Remembered, sources
from hecht.app.replies import answers, replies
from hecht.app.sectors import sector_names, sectors_of, series
from hecht.app.situation import events, situation
from hecht.app.snapshot import Snapshot, ego_of, take
from hecht.app.ties import TieRow, tie_row
from hecht.app.today import Today, today
from hecht.app.week import AHEAD, Week, about, week
from hecht.app.who import spheres
from hecht.app.whose import whose
from hecht.core.collaboration.parties import Proposal
from hecht.core.errors import HechtError
from hecht.core.model import OWNER
from hecht.core.moves.move import Situation
from hecht.core.ties.reciprocity import Event
from hecht.core.ties.replies import Replies
from hecht.core.ties.state import State
from hecht.sql import query

_COUNTED = ("interaction", "identity")


_MAYBE = 8
"""The most other addresses of which is asked whether they are the user's."""


class Counts(NamedTuple):
    """How much a log holds, and whose it is.

    `ego` are the user's own addresses, `ego_known` says whether it is known who the user is (also without one), `ego_said`
    whether they said so; while they did not, `ego_maybe` are other addresses that may be theirs.
    """

    interactions: int
    people: int
    ego: tuple[str, ...]
    ego_known: bool
    ego_said: bool
    ego_maybe: tuple[str, ...]


class Desk:
    """One log, with what the page asks of it kept at hand until the log changes (`app.kept`).

    A reply is made of one desk, so that it tells of one log whatever is laid open meanwhile (`app.desks`).
    """

    def __init__(self, log: Hecht) -> None:
        """Lay a log on the desk."""
        self.log = log
        self._closing = False
        self._kept = Kept(log.store)
        self._keep = self._kept.keep

    def hurry(self) -> None:
        """Begin nothing new of what nobody asked for: the log will be closed."""
        self._closing = True

    def close(self) -> None:
        """Let go of the log; a reply that is being made of it is still finished."""
        self.hurry()
        self._kept.let_go()
        self.log.close()

    def warm(self) -> None:
        """Make what the page asks first before it asks; the week, then the rest.

        What goes wrong here is said when the page asks for it.
        """
        with suppress(Exception):
            day = self.log.day()
            for made in (self.week, self.people, self.today, self.ties, self.map):
                if self._closing:
                    return
                made(day)

    def people(self, as_of: int) -> dict[int, Person]:
        """Give everybody, as they were on a day."""
        return self._keep("people", as_of, lambda: people(self.log.store, as_of=as_of))

    def known(self, as_of: int) -> Known:
        """Give what persons are shown with on a day."""
        return self._keep(
            "known",
            as_of,
            lambda: known_of(self.log.store, as_of, self.people(as_of), self.snapshot(as_of), self.events(as_of)),
        )

    def events(self, as_of: int) -> Sequence[Event]:
        """Give what happened between the user and others lately."""
        return self._keep("events", as_of, lambda: events(self.log.store, self.ego(), as_of))

    def situation(self, as_of: int) -> Situation:
        """Give the situation of a day."""
        return self._keep(
            "situation",
            as_of,
            lambda: situation(self.log.store, as_of, AHEAD, self.snapshot(as_of), self.events(as_of)),
        )

    def week(self, as_of: int) -> Week:
        """Give the week that begins on a day."""
        return self._keep("week", as_of, lambda: week(self.log.store, as_of, self.situation(as_of)), small=True)

    def about(self, person: int, as_of: int) -> Week:
        """Give the one suggestion about a person that there may be: that of the week, else what stands in line."""
        now = self.week(as_of)
        mine = tuple(move for move in now.moves if person in move.people)[:1]
        if mine:
            return replace(now, moves=mine)
        return about(self.log.store, as_of, self.situation(as_of), person)

    def grounds(self, as_of: int) -> Grounds:
        """Give what answers to asks and offers of a day rest on; what titles were about is made again only with the log."""

        def made() -> Grounds:
            return gather(self.log.store, as_of, self.snapshot(as_of), self.people(as_of), self.matters(as_of))

        return self._keep("grounds", as_of, made, small=True)

    def matters(self, as_of: int) -> Matters:
        """Give what titles were about up to a day, without the sources whose titles the user switched off."""
        store, ego = self.log.store, self.snapshot(as_of).ego
        return self._keep(f"matters {silent(store)}", as_of, lambda: matters(store, ego, as_of))

    def ties(self, as_of: int) -> list[TieRow]:
        """Give the user's ties, strongest first."""

        def made() -> list[TieRow]:
            known = self.known(as_of)
            shot = known.shot
            rows = [
                tie_row(tie, known.counts[shot.ego, alter], known.people, shot.seen_through, chances=True)
                for alter, tie in shot.ties.items()
            ]
            return sorted(rows, key=lambda row: (-row.strength, -row.active_days, row.ego, row.alter))

        return self._keep("ties", as_of, made)

    def network(self, as_of: int) -> Network:
        """Give the graph of everybody."""
        return self._keep("network", as_of, lambda: network(self.log.store, as_of))

    def sources(self, as_of: int) -> list[Remembered]:
        """Give what was imported, and how old each is."""
        return self._keep("sources", as_of, lambda: sources(self.log.store, as_of), small=True)

    def drawing(self, as_of: int) -> Drawing:
        """Give who knows whom, with a place for everybody."""
        return self._keep("drawing", as_of, lambda: drawing(self.network(as_of)))

    def sectors(self, as_of: int) -> dict[int, tuple[str, str]]:
        """Give the sector of everybody, by the groups of a day."""

        def made() -> dict[int, tuple[str, str]]:
            ties = self.snapshot(as_of).ties.values()
            return sectors_of(
                lambda: self.network(as_of),
                self.people(as_of),
                spheres(self.log.store),
                [one.alter for one in ties],
                [one.alter for one in ties if drawn(one)],
                [one.alter for one in ties if one.state is State.DORMANT],
                series(self.log.store, self.ego(), as_of),
            )

        return self._keep("sectors", as_of, made)

    def map(self, as_of: int) -> WarmMap:
        """Give the warm map of a day, in the sectors that today has."""
        return self._keep("map", as_of, lambda: self._map(as_of), small=True)

    def _map(self, as_of: int) -> WarmMap:
        today = max(self.log.day(), as_of)
        sector, now = self.sectors(today), self.known(as_of).shot
        shown: Counter[str] = Counter(
            sector.get(one.alter, ("rest", ""))[0] for one in self.known(today).shot.ties.values() if drawn(one)
        )
        try:
            before: Snapshot | None = self.snapshot(as_of - BACK)
        except HechtError:
            before = None
        week = self.week(as_of) if as_of == self.log.day() else None
        return warm_map(
            now,
            before,
            self.known(as_of).counts,
            sector,
            [person for move in week.moves for person in move.people] if week else [],
            [one.person for one in self.situation(as_of).questions],
            chosen(shown),
            sector_names(self.log.store),
            opening=opening(now, {one: person.organisation for one, person in self.people(today).items()}),
        )

    def together(self, which: str, as_of: int) -> Together:
        """Give a collaboration by its id, with what belongs to it."""
        return self._keep(f"together {which}", as_of, lambda: together(self.log.store, which, as_of), small=True)

    def begins(self, as_of: int) -> list[Proposal]:
        """Give the collaborations that may exist."""
        return self._keep("begins", as_of, lambda: begins(self.log.store, as_of, self.people(as_of)), small=True)

    def snapshot(self, as_of: int) -> Snapshot:
        """Give the ties of a day."""
        return self._keep("shot", as_of, lambda: take(self.log.store, as_of))

    def amounts(self, person: int, as_of: int) -> Amounts:
        """Give task and relation in the tie with one person."""
        known = self._keep("toned", as_of, lambda: toned(self.log.store, as_of))
        return amounts(self.log.store, person, as_of, known)

    def replies(self, person: int, as_of: int) -> Replies:
        """Give how soon mail is answered in the tie with one person."""
        return replies(
            self.log.store, person, as_of, self._keep("answers", as_of, lambda: answers(self.log.store, as_of))
        )

    def today(self, as_of: int) -> Today:
        """Give the sheets of a day and the next working day."""
        return self._keep("today", as_of, lambda: today(self.log.store, as_of, self.situation(as_of)), small=True)

    def position(self, as_of: int) -> PositionView:
        """Give where everybody stands; of one's own log without betweenness, of which nothing is said there."""
        pooled, between = bool(self.log.store.setting("pool")), self.log.whole

        def made() -> PositionView:
            if pooled:
                return positions(self.log.store, as_of, between=between)
            return positions(self.log.store, as_of, self.network(as_of), self.people(as_of), between=between)

        return self._keep("position", as_of, made, small=pooled)  # another's log may change, which is seen as small

    def proposals(self, as_of: int) -> list[ProposalRow]:
        """Give who may be one person."""
        return self._keep("proposals", as_of, lambda: proposals(self.log.store, as_of))

    def search_texts(self, as_of: int) -> dict[int, str]:
        """Give by person the text in which one searches for them: names, organisation and addresses."""

        def made() -> dict[int, str]:
            return {
                one.id: f"{one.name} {one.organisation} {' '.join(one.identifiers)}".casefold()
                for one in self.people(as_of).values()
            }

        return self._keep("texts", as_of, made)

    def counts(self) -> Counts:
        """Give how much there is, and who the user is."""

        def made() -> Counts:
            store = self.log.store
            held = [int(store.rows(f"SELECT COUNT(*) FROM {one} t WHERE t.log = :log")[0][0] or 0) for one in _COUNTED]  # noqa: S608
            own = store.rows(query("own_said"))
            shown = tuple(sorted(str(text).partition(":")[2] for _, text, _ in own if text != OWNER))
            said = any(spoken for _, _, spoken in own)
            maybe = () if said or not shown else whose(store).maybe
            return Counts(
                held[0],
                held[1],
                shown,
                ego_known=bool(own),
                ego_said=said,
                ego_maybe=tuple(one.partition(":")[2] for one in maybe[:_MAYBE]),
            )

        return self._keep("counts", 0, made)

    def ego(self) -> int:
        """Give the person that the user is."""
        return ego_of(self.log.store)
