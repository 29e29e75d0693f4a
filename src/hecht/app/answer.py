"""The answer to an ask or offer: people you know, ways into organisations where you know nobody, people met in places."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hecht.app.grounds import Grounds, gather
from hecht.app.matters import Share
from hecht.app.paths import PathRow
from hecht.app.people import Person
from hecht.core.exchange.asks import Need, Wish
from hecht.core.exchange.evidence import SHOWN, Hit, covered, enough, total
from hecht.core.exchange.match import Index, fused
from hecht.core.network.paths import paths
from hecht.core.ties.state import State
from hecht.core.ties.tie import Tie
from hecht.stores.store import Store

CLOSE = 2
"""The outermost layer of people with whom one thinks along about a half-baked plan."""
MOST = 20
"""People in a part of an answer."""
MOST_WAYS = 5
LESS = 0.7
"""Part of the usual share from which a title counts of those one has no contact with, for of them few titles are seen."""
ANSWERS = 6
"""How much more a title weighs that first came up after the ask was made: it may well be the answer to it."""


@dataclass(frozen=True, slots=True)
class About:
    """A title or place as evidence: its text, on how many occasions, the first and the last day."""

    text: str
    times: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the user is or was in touch with, and what it was about.

    `times` is how often, from `first_about` to `last_about`; `last` is the day of their last contact about anything, and
    `wish` what they ask or bring that goes with it.
    """

    person: Person
    score: float
    about: tuple[About, ...]
    times: int
    first_about: int
    last_about: int
    state: State
    last: int
    layer: int | None
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class Way:
    """An organisation where the user knows nobody, the strongest chain into it, and why it may have to do with the ask."""

    organisation: str
    score: float
    chain: PathRow | None
    about: tuple[About, ...]
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody without contact with the user, seen where it is about: lists (`on`), and meetings or mails (`beside`)."""

    person: Person
    score: float
    on: tuple[About, ...]
    beside: tuple[About, ...]
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a log says to an ask or offer, in three parts, the best first; `meaning` says that vectors were used."""

    wish: Wish
    as_of: int
    known: tuple[Known, ...]
    ways: tuple[Way, ...]
    met: tuple[Met, ...]
    seen_through: tuple[str, ...]
    meaning: bool = False


def answer(store: Store, wish: Wish, as_of: int) -> Answer:
    """Give who may help with an ask (or whom an offer may help), as seen on a day; see `answered`."""
    return answered(wish, gather(store, as_of))


def answered(wish: Wish, grounds: Grounds) -> Answer:
    """Give who may help with an ask (or whom an offer may help), by grounds that were gathered.

    Thinking along looks among the two innermost circles alone, at nobody of whom the user said that it is not for them,
    and gives no ways and no places: such a question is not carried further.
    """
    return _Search(wish, grounds).answer()


class _Search:
    """One ask, searched for on its grounds."""

    def __init__(self, wish: Wish, grounds: Grounds) -> None:
        self.wish, self.grounds = wish, grounds
        self.as_of, self.shot, self.named, self.held = grounds.as_of, grounds.shot, grounds.named, grounds.held
        others = [one for one in grounds.wishes if one.asked != wish.asked and not (one.mine and wish.mine)]
        self.others = [one for one in others if one.person != wish.person or one.organisation != wish.organisation]
        self.terms = self.held.words.terms(wish.text)
        self.meaning = grounds.meaning
        self.scores = self.held.index.scores(self.terms)
        self.floor = enough(self.held.index, self.terms) if self.terms else np.inf
        self.skip = {self.shot.ego, wish.person, *self.shot.nobody}

    def answer(self) -> Answer:
        bring = self._bring()
        thinking = self.wish.need is Need.THINKING_ALONG
        ways, met = ((), ()) if thinking else self._unknown(bring)
        return Answer(
            self.wish,
            self.as_of,
            self._known(bring, thinking=thinking),
            ways,
            met,
            self.shot.seen_through,
            meaning=self.meaning is not None,
        )

    def _bring(self) -> dict[tuple[int, str], tuple[float, Wish]]:
        """Give by person and organisation the best offer for an ask of others (or ask for an offer)."""
        if not self.others:
            return {}
        terms = self.grounds.words.terms(self.wish.text)
        index = Index([self.grounds.words.terms(one.text) for one in self.others])
        by_meaning = self.meaning.nearness(self.wish, self.others) if self.meaning else None
        fits = index.scores(terms) >= (enough(index, terms) if terms else np.inf)
        if by_meaning is not None and self.meaning is not None:
            fits |= by_meaning >= self.meaning.near
        joined = fused(index.shares(terms), by_meaning)
        order = [int(place) for place in np.argsort(-joined, kind="stable") if fits[place]]
        found: dict[tuple[int, str], tuple[float, Wish]] = {}
        top = self.floor if np.isfinite(self.floor) else 1.0
        for rank, place in enumerate(order, 1):
            one = self.others[place]
            found.setdefault((one.person, one.organisation), (3 * top / rank + top, one))
        return found

    def _hits(self, shares: Mapping[int, Share], *, near: bool | None, floor: float) -> list[Hit]:
        return [
            Hit(number, float(self.scores[number]) * (ANSWERS if share.first >= self.wish.since else 1), share.times)
            for number, share in shares.items()
            if self.scores[number] >= floor and (near is None or share.near == near)
        ]

    def _total(self, hits: Sequence[Hit]) -> float:
        titles = (self.held.words.terms(self.held.titles[hit.number]) for hit in hits)
        return total(hits) * covered(self.held.index, self.terms, titles)

    def _known(self, bring: Mapping[tuple[int, str], tuple[float, Wish]], *, thinking: bool) -> tuple[Known, ...]:
        found = []
        shut = self.grounds.indiscreet if thinking else frozenset()
        for person, tie in self.shot.ties.items():
            if person in self.skip or person not in self.named:
                continue
            if thinking and (tie.layer is None or tie.layer > CLOSE or person in shut):
                continue
            hits = self._hits(self.held.of.get(person, {}), near=True, floor=self.floor)
            extra, wish = bring.get((person, ""), (0.0, None))
            score = self._total(hits) + extra
            if score <= 0 and not thinking:
                continue
            found.append((score, tie.strength, self._one(person, tie, score, hits, wish)))
        found.sort(key=lambda row: (row[2].wish is None, -row[0], -row[1], row[2].person.id))
        return tuple(row[2] for row in found[:MOST])

    def _one(self, person: int, tie: Tie, score: float, hits: Sequence[Hit], wish: Wish | None) -> Known:
        shares = self.held.of.get(person, {})
        return Known(
            person=self.named[person],
            score=round(score, 3),
            about=self._about(shares, hits),
            times=sum(hit.times for hit in hits),
            first_about=min((shares[hit.number].first for hit in hits), default=0),
            last_about=max((shares[hit.number].last for hit in hits), default=0),
            state=tie.state,
            last=tie.facts.last,
            layer=tie.layer,
            wish=wish,
        )

    def _about(self, shares: Mapping[int, Share], hits: Sequence[Hit]) -> tuple[About, ...]:
        best = sorted(hits, key=lambda hit: (-total([hit]), self.held.titles[hit.number]))[:SHOWN]
        return tuple(
            About(self.held.titles[hit.number], hit.times, shares[hit.number].first, shares[hit.number].last)
            for hit in best
        )

    def _unknown(self, bring: Mapping[tuple[int, str], tuple[float, Wish]]) -> tuple[tuple[Way, ...], tuple[Met, ...]]:
        """Give ways into organisations where the user knows nobody, and people met in places at those where they do."""
        known_houses = {self.named[person].organisation for person in self.shot.ties if person in self.named} - {""}
        own = self.named[self.shot.ego].organisation if self.shot.ego in self.named else ""
        met: list[Met] = []
        inside: dict[str, list[tuple[float, int, list[Hit]]]] = defaultdict(list)
        for person in sorted({*self.held.of, *self.held.lists, *(person for person, _ in bring)}):
            if person in self.skip or person in self.shot.ties or person not in self.named:
                continue
            one, shares = self.named[person], self.held.of.get(person, {})
            extra, wish = bring.get((person, ""), (0.0, None))
            hits = self._hits(shares, near=None, floor=LESS * self.floor)
            places = self._places(shares, self.held.lists.get(person, {}))
            house = one.organisation
            if hits and house and house != own and house not in known_houses:
                inside[house].append((self._total(hits), person, hits))
                continue
            beside = [hit for hit in hits if shares[hit.number].near] + places[1]
            score = total(beside) + sum(value for value, _ in places[0]) + extra
            if score > 0:
                on = tuple(about for _, about in places[0])
                met.append(Met(one, round(score, 3), on, self._about(shares, beside), wish))
        met.sort(key=lambda one: (-one.score, one.person.name, one.person.id))
        return self._ways(inside, bring), tuple(met[:MOST])

    def _places(
        self, shares: Mapping[int, Share], lists: Mapping[str, Share]
    ) -> tuple[list[tuple[float, About]], list[Hit]]:
        """Give the lists whose name goes with the ask, and the large meetings and mails."""
        on = []
        for name, share in lists.items():
            terms = self.held.words.terms(name.partition(".")[0].replace("-", " ").replace("_", " "))
            score = sum(
                min(weight, terms[term]) * self.held.index.rarity(term)
                for term, weight in self.terms.items()
                if term in terms
            )
            if score > 0:
                times = float(np.log2(1 + share.times))
                on.append((score * times, About(name, share.times, share.first, share.last)))
        on.sort(key=lambda pair: -pair[0])
        return on, self._hits(shares, near=False, floor=1e-9)

    def _ways(
        self,
        inside: Mapping[str, Sequence[tuple[float, int, list[Hit]]]],
        bring: Mapping[tuple[int, str], tuple[float, Wish]],
    ) -> tuple[Way, ...]:
        scores = {house: sum(value for value, _, _ in rows) for house, rows in inside.items()}
        theirs = {house: (score, wish) for (person, house), (score, wish) in bring.items() if house and not person}
        for house, (score, _) in theirs.items():
            scores[house] = scores.get(house, 0.0) + score
        best = sorted(scores, key=lambda house: (-scores[house], house))[:MOST_WAYS]
        if not best:
            return ()
        graph, private = self.grounds.acquaintance, self.grounds.private
        found = []
        for house in best:
            targets = {
                person for person, one in self.named.items() if one.organisation == house
            } - self.shot.ties.keys()
            chains = paths(graph.graph, self.shot.ego, targets, without=private - targets, most=1)
            row = _row(self.named, chains[0].people, chains[0].holds, chains[0].weakest) if chains else None
            about = {hit.number: hit for _, _, hits in inside.get(house, ()) for hit in hits}
            shares = {n: share for _, person, _ in inside.get(house, ()) for n, share in self.held.of[person].items()}
            wish = theirs[house][1] if house in theirs else None
            found.append(Way(house, round(scores[house], 3), row, self._about(shares, list(about.values())), wish))
        return tuple(found)


def _row(named: Mapping[int, Person], chain: Collection[int], holds: float, weakest: int) -> PathRow:
    return PathRow(tuple(named[person] for person in chain), round(holds, 4), weakest)
