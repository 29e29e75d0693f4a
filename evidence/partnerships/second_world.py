"""A partnership of the second generator as it begins: team, interests, plans, what will befall people; and how two are together."""

import math
from collections.abc import Iterator
from random import Random
from typing import Literal

from evidence.partnerships.second_people import NAMES, Person, Relations, pair_of, somebody
from evidence.partnerships.second_policy import date_of, day_of, milestones, policy_of, season, workday
from evidence.partnerships.second_titles import THEMES, title
from evidence.partnerships.shape import Contact, Scenario

Channel = Literal["mail", "meeting", "call", "visit"]
ORGANISATIONS = (
    "gemeente",
    "waterschap",
    "provincie",
    "corporatie",
    "zorggroep",
    "ggd",
    "hogeschool",
    "politie",
    "netbeheerder",
    "ondernemers",
    "buurgemeente",
    "bibliotheek",
)
DIFFICULT = {"cost_decision": 0.75, "permit": 0.6, "budget": 0.45, "election": 0.35, "covenant": 0.25}


class World:
    """One partnership: drawn as it begins, with what is planned and will befall people written in the diary.

    Attributes:
        people: all who ever take part. keepers: who calls meetings and keeps relations, one after another.
        author: whose mailbox it is. diary: day, kind and whom or what it is about.
        interest: what an organisation wants of a theme, -1 to 1. difficult: first day, last day, theme and heat.
        linger: days in which the room between two goes after a turn. luck: how far work makes people like one another.
    """

    def __init__(self, seed: int, scenario: Scenario) -> None:
        rnd = self.rnd = Random(f"second {scenario} {seed}")
        self.seed, self.scenario = seed, scenario
        self.english = rnd.random() < 0.1
        self.start = workday(18628 + rnd.randrange(1250))  # from January 2021 on
        self.end = self.start + round(30.44 * rnd.randint(3, 24))
        self.milestones = milestones(rnd, scenario, self.start, self.end)
        self.policy = policy_of(rnd, scenario, self.start, self.end, self.milestones)
        self.luck = rnd.uniform(0.2, 1.8)  # how far working together makes people like one another, here
        self.themes = rnd.sample(range(len(THEMES)), rnd.randint(1, 3))
        self.relations = Relations()
        self.linger: dict[tuple[str, str], int] = {}
        self.contacts: list[Contact] = []
        self.diary: list[tuple[int, str, object]] = []
        self.people = self._team()
        keeper = [one for one in self.people if one.role == "secretary"] or self.people
        self.keepers = [max(keeper, key=lambda one: one.character.reach)]
        weights = [len(self.people) - 1.0 if one.role == "secretary" else 1.0 for one in self.people]
        self.author = rnd.choices(self.people, weights)[0]
        self.interest = {
            (organisation, theme): rnd.uniform(-1, 1)
            for organisation in sorted({one.organisation for one in self.people})
            for theme in self.themes
        }
        self.difficult = self._difficulties()
        self._lives()
        self._plan()
        for one, other in self.pairs(self.start):
            if rnd.random() < 0.18:  # knew each other from before
                self.relations.share([one, other], rnd.uniform(0.15, 0.55))

    def _team(self) -> list[Person]:
        rnd, everything = self.rnd, (self.start, self.end)
        self.names = rnd.sample(NAMES.split(), len(NAMES.split()))
        people: list[Person] = []
        organisations = rnd.sample(ORGANISATIONS, rnd.choices((2, 3, 4, 5, 6), (1, 3, 4, 3, 1))[0])
        for organisation in organisations:
            for place in range(rnd.choices((1, 2, 3), (2, 5, 2))[0] + (len(organisations) == 2)):
                role = "director" if place == 0 else "delegate"
                some = (
                    tuple(self.themes)
                    if place == 0
                    else tuple(rnd.sample(self.themes, rnd.randint(1, len(self.themes))))
                )
                people.append(somebody(rnd, f"{self.names.pop()}.{organisation}", organisation, role, some, everything))
        people = people[:13]
        if rnd.random() < 0.8 or len(people) < 5:
            organisation = rnd.choice((people[0].organisation, people[0].organisation, "programmabureau"))
            name = f"{self.names.pop()}.{organisation}"
            people.append(somebody(rnd, name, organisation, "secretary", tuple(self.themes), everything))
        return people

    def _difficulties(self) -> list[tuple[int, int, int, float]]:
        """Give first and last day, theme and heat of the difficult situations."""
        rnd = self.rnd
        found = []
        for day, kind in self.milestones:
            if rnd.random() < DIFFICULT.get(kind, 0.0):
                found.append(
                    (day - rnd.randint(5, 25), day + rnd.randint(3, 20), rnd.choice(self.themes), rnd.uniform(0.3, 0.9))
                )
        day = self.start + round(rnd.expovariate(1 / 200))
        while day < self.end:  # out of the blue: a headline, a setback
            found.append((day, day + rnd.randint(8, 35), rnd.choice(self.themes), rnd.uniform(0.3, 0.9)))
            day += round(rnd.expovariate(1 / 250))
        return found

    def _lives(self) -> None:
        """Draw holidays, illness, leaving and who comes after."""
        rnd = self.rnd
        for one in list(self.people):
            leaves = self.start + 45 + rnd.expovariate(1 / 1900)
            if one is not self.author and leaves < self.end - 25:
                one.until = workday(round(leaves))
                since = workday(one.until + rnd.randint(5, 60))
                name = f"{self.names.pop()}.{one.organisation}"
                after = somebody(rnd, name, one.organisation, one.role, one.themes, (since, self.end))
                self.people.append(after)
                if one is self.keepers[0]:
                    self.keepers.append(after)
                self.diary.append((workday(one.until - rnd.randint(0, 8)), "farewell", one))
                self.diary.append((since, "introduce", after))
        for one in self.people:
            for year in range(date_of(self.start).year, date_of(self.end).year + 1):
                summer = day_of(date_of(self.start).replace(year, 7, 5)) + rnd.randint(0, 32)
                one.away.append((summer, summer + rnd.randint(13, 24)))
                if rnd.random() < 0.5:
                    other = day_of(date_of(self.start).replace(year, 1, 1)) + rnd.randint(0, 350)
                    one.away.append((other, other + rnd.randint(4, 9)))
            ill = self.start + rnd.expovariate(1 / 1300)
            if ill < one.until and ill > one.since:
                one.away.append((round(ill), round(ill) + rnd.choice((4, 9, 14, 30, 60, 90))))
                self.diary.append((workday(round(ill) + rnd.randint(2, 12)), "ill", one))

    def pairs(self, day: int) -> Iterator[tuple[Person, Person]]:
        """Give who is there on a day, two by two, of different organisations or with the secretary."""
        here = [one for one in self.people if one.here(day)]
        for place, one in enumerate(here):
            for other in here[place + 1 :]:
                if one.organisation != other.organisation or "secretary" in {one.role, other.role}:
                    yield one, other

    def _plan(self) -> None:
        """Write in the diary what is planned."""
        rnd, policy, paper = self.rnd, self.policy, self.scenario == "little_contact"
        self.diary.append((workday(self.start + rnd.randint(0, 20)), "kickoff", None))
        if policy.turn is not None:
            self.diary.append((policy.turn, "steering", None))
        self.every(20, (100, 220) if paper else (33, 60), "steering")
        if paper:
            self.every(1, (40, 110), "newsletter")
        else:
            for theme in self.themes:
                self.every(12, (12, 30), "group", theme)
            self.every(40, (110, 300), "site")
            self.every(24, (18, 48) if self.scenario == "relation_first" else (26, 62), "programme")
            self.diary.append((self.start + rnd.randint(1, 12), "intakes", None))
        for year in range(date_of(self.start).year, date_of(self.end).year + 1):
            if rnd.random() < (0.06 if paper else 0.45):
                drinks = day_of(date_of(self.start).replace(year, 12, 9)) + rnd.choice((0, 2, 7, 8, 29, 30))
                self.diary.append((workday(drinks), "christmas", None))
        for day, kind in self.milestones:
            if kind in {"intent", "covenant", "permit"} and not (paper and rnd.random() < 0.4):
                self.diary.append((day, "signing", None))

    def every(self, first: int, gap: tuple[int, int], kind: str, about: object = None) -> None:
        """Write something in the diary from about a day after the start, again and again with such gaps; less of it in summer."""
        day = self.start + self.rnd.randint(first // 2, first * 2)
        while day <= self.end:
            if self.rnd.random() < season(day) + 0.05:
                self.diary.append((workday(day), kind, about))
            day += self.rnd.randint(*gap)

    # how warm, and whether it rubs

    def room(self, one: Person, other: Person, day: int) -> float:
        """Give the room two have for one another on a day, 0 to 1: by the policy, by themselves, and as a start is friendly."""
        pair = pair_of(one, other)
        if pair not in self.linger:
            self.linger[pair] = self.rnd.randint(4, 35)
        friendly = (
            0.25 if day < self.start + 18 and self.scenario != "little_contact" else 0.0
        )  # a start is friendly everywhere
        room = max(friendly, self.policy.room(day, self.linger[pair]))
        return min(1.0, room + self.policy.by_itself(self.relations.between(one, other)))

    def tone(self, one: Person, other: Person, day: int) -> float:
        """Give the relation part of what somebody writes or says about the work to another."""
        room, between = self.room(one, other, day), self.relations.between(one, other)
        own = 0.5 * (1 - one.character.content) + 0.5 * one.character.warmth
        watchful = 1 - 0.5 * math.exp(-(day - self.start) / 50) * (1 - between)
        if self.rnd.random() < 0.5 * room * watchful * (0.35 + own):  # a few sentences of the other kind
            return self.rnd.uniform(30, 62)
        return 7 + 55 * own * (0.2 + 0.8 * between) * (0.25 + 0.75 * room) * watchful

    def opposed(self, one: Person, other: Person, theme: int) -> float:
        """Give how far apart two organisations' interests in a theme are, 0 to 1."""
        mine, theirs = self.interest[one.organisation, theme], self.interest[other.organisation, theme]
        return abs(mine - theirs) / 2

    def rubs(self, people: list[Person], day: int, theme: int) -> bool:
        """Say whether it rubs between the two who are most opposed; if so, they call each other later, or fall silent."""
        two = [(one, other) for place, one in enumerate(people) for other in people[place + 1 :]]
        one, other = max(two, key=lambda pair: self.opposed(pair[0], pair[1], theme))
        opposed, between = self.opposed(one, other, theme), self.relations.between(one, other)
        heat = max(
            (hot for first, last, what, hot in self.difficult if first <= day <= last and what == theme), default=0.0
        )
        skin = max(one.character.skin, other.character.skin)
        if self.rnd.random() >= 0.008 + 0.05 * opposed * skin + 0.55 * heat * opposed * (1 - 0.4 * between):
            return False
        if not self.relations.silent(one, other, day):
            caller, called = (one, other) if one.character.mends > other.character.mends else (other, one)
            room = self.room(one, other, day)
            if self.rnd.random() < 0.04 + 0.3 * room + caller.character.mends * (0.1 + 0.8 * between):
                self.mend(workday(day + self.rnd.randint(1, 4)), caller, called)
            else:
                self.relations.hurt(one, other, day + self.rnd.randint(12, 60))
        return True

    def mend(self, day: int, caller: Person, called: Person) -> None:
        """Let one call the other after it rubbed; they come closer by it."""
        if caller.here(day) and called.here(day):
            self.relations.share([caller, called], 0.1)
            channel: Channel = "call" if self.rnd.random() < 0.7 else "meeting"
            if self.rnd.random() < 0.8:
                self.log(
                    day, channel, [caller, called], "repair", self.rnd.uniform(45, 80), rubs=self.rnd.random() < 0.3
                )

    def log(
        self,
        day: int,
        channel: Channel,
        people: list[Person],
        kind: str,
        true: float,
        *,
        theme: int | None = None,
        rubs: bool = False,
    ) -> None:
        """Write down a contact as the log would have it: the relation part as a tone model reads it, friction as it is noticed."""
        if len(people) < 2 or not self.start <= day <= self.end:
            return
        rnd = self.rnd
        relation = None
        if rnd.random() < {"mail": 0.87, "meeting": 0.35, "visit": 0.35, "call": 0.12}[channel]:
            read = rnd.uniform(0, 100) if rnd.random() < 0.05 else rnd.gauss(true, 11)
            relation = round(min(100.0, max(0.0, read)))
        minutes = {
            "mail": (0, 0),
            "call": (4, 40),
            "meeting": (30, 60) if len(people) == 2 else (60, 150),
            "visit": (60, 300),
        }[channel]
        about = self.themes[0] if theme is None else theme
        called = title(rnd, kind, self.english, about, people[-1].organisation, people[-1].name)
        rubs = rnd.random() < (0.8 if rubs else 0.0125)
        names = tuple(one.name for one in people)
        self.contacts.append(Contact(day, channel, names, called, 60 * rnd.randint(*minutes), relation, rubs))
