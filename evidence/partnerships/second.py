"""The second generator of simulated partnerships: people with characters, interests and occasions, under a policy.

It was written from five Dutch articles on networking and partnerships, without sight of another generator or of a recogniser. It simulates
people; the four scenarios differ in the policy of the partnership alone (`second_policy`), and what is seen follows from that. Articles:

A. "Samenwerken en netwerken". B. "Wat is netwerken". C. "Samen werken of samenwerken". D. "Samenwerken tussen organisaties".
E. "Bij werken aan resultaat de persoonlijke relaties niet uit het oog verliezen" (warm networks).

Assumptions that come from them:

- Every interaction has a task part and a relation part (C). The relation part of a mail grows with the writer's warmth, what there is
  between the two, and the room the partnership gives; people who feel short of time look each other up for data alone, and in the
  lockdowns, on a screen, the corridor and much of the chat fall away (C).
- Specialists lay the accent on content (E); a director has little time; there are connectors, newcomers, people who love a chat (B).
- Three games between content and relation (E). `content_first`: "a better relation follows by itself. Or not": how far work makes people
  closer is drawn for each two, and for the partnership. `relation_first`: getting to know one another and a nice gathering, then "let's do
  business"; after the turn the room goes in 4 to 35 days, for each two at its own speed. `together`: hard work, and relations kept up on
  purpose, subtly: a few sentences in a mail about the dossier, coffee before the meeting, and the relation programme of E (informal
  meetings, working visits, a show or match, help for a colleague with a problem). `little_contact`: a partnership on paper (D,
  "schijnsamenwerking"): a signature, a newsletter, a steering group two or three times a year.
- Vision, letter of intent, covenant, "until the first really difficult situation" (E): around decisions on cost, a permit, the budget or
  an election interests of organisations clash. Two-level game (E): delegates with a small mandate ask at home first.
- Friction may be; handled well it is a gain (E). Who has something with the other, or is of the mending kind, calls within days and comes
  closer; others fall silent for weeks: "positions are taken again".
- Trust: interaction, affection, time (D). Relations grow by shared experiences, more in small company, and fade without; in the first
  months people are watchful (D). A relation costs upkeep (A); much of it is a coffee or a lunch amid the work (B), and leaves no trace.

Assumptions that are mine, from how public partnerships in the Netherlands go: 2 to 6 organisations with one to three delegates and often a
secretary (5 to 14 people at a time); summer, Christmas, budget season in autumn, holidays, illness (when who keeps the relation programme
is ill, nothing of it happens), leaving and succession, drinks at the end of the year in cold partnerships too, a site visit that is
content, a coffee that is content, a friendly start everywhere. The author was there from the start, never leaves, and is the secretary
where there is one in half of the cases. Only what left a trace is in `contacts`: of coffees in the corridor none, of planned coffees and of
calls most. The relation value is read as a tone model would: noise of 11 points, one in twenty far off, known of most mails, of a third of
the meetings and visits, of few calls; friction is recognised in four of five cases and seen wrongly in one of eighty.
"""

import math

from evidence.partnerships.second_people import Person, pair_of
from evidence.partnerships.second_policy import date_of, locked, season, workday
from evidence.partnerships.second_world import Channel, World
from evidence.partnerships.shape import Partnership, Scenario

PROGRAMME = ("informal", "visit", "show", "peer", "lookback", "informal", "visit")


def partnership(seed: int, scenario: Scenario) -> Partnership:
    """Simulate a partnership of 3 to 24 months; the same seed and scenario give the same one, different seeds different people."""
    return _Life(seed, scenario).live()


class _Life(World):
    """A partnership while it lives: `live` goes through it week by week."""

    def live(self) -> Partnership:
        """Go through all weeks and give what was to be seen."""
        self.diary.sort(key=lambda one: (one[0], one[1]))
        held = 0
        for monday in range(self.start - (self.start + 3) % 7, self.end + 1, 7):
            while held < len(self.diary) and self.diary[held][0] < monday + 7:
                day, kind, about = self.diary[held]
                self._hold(day, kind, about)
                held += 1
            pairs = list(self.pairs(monday + 2))
            self._dossier(monday, pairs)
            self._small(monday, pairs)
            self.relations.fade()
        self.contacts.sort(key=lambda one: one.day)
        return Partnership(
            self.seed,
            self.scenario,
            self.start,
            self.end,
            self.policy.turn,
            self.milestones,
            {one.name: one.organisation for one in self.people},
            self.author.name,
            tuple(self.contacts),
        )

    def _come(self, day: int, pull: float, *, warm: bool = False, theme: int | None = None) -> list[Person]:
        """Give who comes to a meeting, who called it first: people short of time stay away, specialists from what is only nice."""
        month = date_of(day).month
        found = []
        for one in self.people:
            if not one.here(day) or (theme is not None and (theme not in one.themes or one.role == "director")):
                continue
            likes = one.character.warmth if warm else 0.6
            if one in self.keepers or self.rnd.random() < pull * (0.45 + 0.35 * likes + 0.4 * one.time(month)):
                found.append(one)
        self.rnd.shuffle(found)
        return sorted(found, key=lambda one: one not in self.keepers)

    def _hold(self, day: int, kind: str, about: object) -> None:
        """Let what stands in the diary happen, or not."""
        if isinstance(about, Person):
            self._person(day, kind, about)
        elif kind in {"steering", "group"}:
            self._meeting(day, kind, about if isinstance(about, int) else None)
        elif kind == "programme":
            self._programme(day)
        elif kind == "intakes":
            self._intakes(day)
        else:
            self._occasion(day, kind)

    def _meeting(self, day: int, kind: str, theme: int | None) -> None:
        """Hold a steering or working group: content, with room before and after it where relations are cared for."""
        cares = self.policy.cares(day)
        if kind == "group" and self.rnd.random() > self.policy.drive(day) + 0.3:
            return
        people = self._come(day, 0.55 if self.scenario == "little_contact" else 0.95, theme=theme)
        if len(people) < 2:
            return
        about = self.rnd.choice(self.themes) if theme is None else theme
        rubs = self.rubs(people, day, about)
        room = self.room(people[0], people[1], day)
        true = self.rnd.uniform(5, 14) + self.rnd.uniform(10, 28) * room
        name = "steering_warm" if kind == "steering" and cares and self.rnd.random() < 0.6 else kind
        self.log(day, "meeting", people, name, true, theme=about, rubs=rubs)
        self.relations.share(people, 0.02 * self.luck + 0.07 * room)
        if kind == "steering" or self.rnd.random() < 0.5:  # papers before, minutes after
            for when in (day - self.rnd.randint(2, 8), day + self.rnd.randint(1, 6))[: self.rnd.randint(1, 2)]:
                self._letter(workday(when), "agenda", theme, 6 + 14 * room)

    def _letter(self, day: int, kind: str, theme: int | None, true: float) -> None:
        """Let the keeper, or who stands in, write to everybody."""
        to = [one for one in self.people if one.here(day) and (theme is None or theme in one.themes)]
        if to:
            sender = next((one for one in to if one in self.keepers), to[0])
            self.log(day, "mail", [sender, *(one for one in to if one is not sender)], kind, true, theme=theme)

    def _intakes(self, day: int) -> None:
        """Let people meet one by one in the first weeks: to hear what each wants, or who each is."""
        cares = self.policy.cares(day)
        for one, other in self.pairs(day):
            chance = 0.45 if one in self.keepers or other in self.keepers else 0.22 * cares
            when = workday(day + self.rnd.randint(0, 40 if cares else 20))
            if self.rnd.random() < chance and one.here(when) and other.here(when):
                true = self.rnd.uniform(50, 85) if cares else self.rnd.uniform(15, 40)
                self.log(when, "meeting", [one, other], "introduce" if cares else "intake", true)
                self.relations.share([one, other], 0.16 if cares else 0.05)

    def _programme(self, day: int) -> None:
        """Do something for the relation, if that is the policy and who keeps it is there and not too busy.

        What was planned before a turn goes on now and then in the month after it.
        """
        turn, rnd = self.policy.turn, self.rnd
        last = turn is not None and turn <= day < turn + 30 and rnd.random() < 0.3
        hot = any(first <= day <= until for first, until, _, _ in self.difficult)
        busy = 0.08 + (0.2 if hot else 0.0) + 0.2 * (date_of(day).month in {10, 11})
        if not (
            last or (self.policy.cares(day) and rnd.random() > busy and any(one.here(day) for one in self.keepers))
        ):
            return
        kind = rnd.choice((*PROGRAMME[:3], "informal") if self.scenario == "relation_first" else PROGRAMME)
        if locked(day) and kind in {"visit", "show"}:
            kind = "informal"
        people = self._come(day, 0.95, warm=True)
        if kind in {"show", "visit"} and len(people) > 4 and rnd.random() < 0.4:
            people = people[: rnd.randint(3, len(people))]
        if len(people) > 1:
            true = rnd.uniform(42, 72) if kind in {"peer", "lookback", "visit"} else rnd.uniform(60, 92)
            self.log(
                day,
                "visit" if kind in {"show", "visit"} or (rnd.random() < 0.3 and not locked(day)) else "meeting",
                people,
                kind,
                true,
            )
            self.relations.share(people, 0.28)
            for _ in range(rnd.randint(0, 2)):  # a word of thanks
                one, other = rnd.sample(people, 2)
                self.log(workday(day + 1), "mail", [one, other], "personal", rnd.uniform(55, 85))

    def _occasion(self, day: int, kind: str) -> None:
        """Hold what every partnership has: a start, a signature, drinks in December, a look at the site, a newsletter."""
        rnd, cares = self.rnd, self.policy.cares(day)
        if kind == "site" and locked(day):
            return
        if kind == "newsletter":
            self._letter(day, kind, None, rnd.uniform(4, 14))
            return
        warm = kind == "christmas" or (cares and kind != "site")
        people = self._come(day, 0.75 if self.scenario == "little_contact" else 1.0, warm=warm)
        name = {"kickoff": "kickoff_warm", "signing": "celebrate"}.get(kind, kind) if cares else kind
        if kind == "signing" and not cares and rnd.random() < 0.3:
            name = "celebrate"  # drinks after a signature, also where that is all there is
        true = {"kickoff": 26, "signing": 24, "christmas": 74, "site": 22}[kind] + (
            38 if cares and kind in {"kickoff", "signing"} else 0
        )
        if len(people) > 1:
            self.log(day, "visit" if kind == "site" else "meeting", people, name, rnd.gauss(true, 6))
            self.relations.share(people, 0.25 if warm else 0.08)

    def _person(self, day: int, kind: str, who: Person) -> None:
        """Say farewell, introduce who comes, or wish somebody well: more of it, and by more people, where relations are cared for."""
        rnd = self.rnd
        for other in [one for one in self.people if one is not who and one.here(day)]:
            between, room = self.relations.between(who, other), self.room(who, other, day)
            if kind == "ill" and rnd.random() < (0.05 + 0.5 * room) * (0.2 + between):
                self.log(day, "mail", [other, who], "well", rnd.uniform(60, 95))
            if kind == "introduce" and rnd.random() < (0.3 if other in self.keepers else 0.04) + 0.25 * room:
                when = workday(day + rnd.randint(1, 25))
                self.log(when, "meeting", [who, other], kind, rnd.uniform(22, 40) + 35 * room)
                self.relations.share([who, other], 0.05 + 0.1 * room)
        if kind == "farewell":
            if self.policy.cares(day) or rnd.random() < 0.35 * (self.scenario != "little_contact"):
                people = [who, *(one for one in self._come(day, 0.8, warm=True) if one is not who)]
                self.log(day, "meeting", people, kind, rnd.uniform(60, 90))
            else:
                self._letter(day, "agenda", None, rnd.uniform(15, 45))

    def _dossier(self, monday: int, pairs: list[tuple[Person, Person]]) -> None:
        """Let people work on the content for a week: mails and answers, calls, a few meetings of two, and asking at home."""
        rnd, month = self.rnd, date_of(monday + 3).month
        near = min((day - monday for day, kind in self.milestones if day >= monday and kind != "election"), default=999)
        hot = any(first <= monday + 4 and monday <= last for first, last, _, _ in self.difficult)
        work = (
            self.policy.drive(monday + 4)
            * season(monday + 3)
            * (1 + 0.8 * math.exp(-near / 14))
            * (1.25 if hot else 1.0)
        )
        work *= min(1.0, 0.4 + (monday - self.start) / 80)
        for one, other in pairs:
            shared = [theme for theme in one.themes if theme in other.themes]
            roles = {one.role, other.role}
            rate = work * (0.2 if "secretary" in roles else 0.09 if "director" in roles else 0.5 * bool(shared))
            if rate:
                rate *= (0.4 + 0.6 * min(one.time(month), other.time(month))) * (
                    0.8 + 0.6 * self.relations.between(one, other)
                )
            if rate and self.relations.silent(one, other, monday):
                rate *= 0.35
            chance = rnd.random()
            while chance < rate:  # more than one in a week where the rate allows
                self._exchange(workday(monday + rnd.randint(0, 4)), one, other, rnd.choice(shared or self.themes))
                chance += rnd.random()
        for one in self.people:
            mates = [two for two in self.people if two.organisation == one.organisation and two is not one]
            if mates and rnd.random() < 0.16 * work * (1 - one.mandate):
                day, mate = workday(monday + rnd.randint(0, 4)), rnd.choice(mates)
                if one.here(day) and mate.here(day):
                    self.log(day, "mail", [one, mate], "consult", rnd.uniform(10, 45), rubs=rnd.random() < 0.06)

    def _exchange(self, day: int, one: Person, other: Person, theme: int) -> None:
        """Let two do a piece of work, sometimes with others of their working group, and the other answer."""
        rnd = self.rnd
        if rnd.random() < 0.5:
            one, other = other, one
        if not one.here(day) or not other.here(day):
            return
        people = [one, other]
        channel: Channel = rnd.choices(("mail", "call", "meeting"), (82, 10, 8))[0]
        if channel == "mail" and rnd.random() < 0.25:
            others = [two for two in self.people if theme in two.themes and two.here(day) and two not in people]
            people += rnd.sample(others, min(len(others), rnd.randint(1, 3)))
        rubs = self.rubs([one, other], day, theme)
        true = 8.0 if rubs else self.tone(one, other, day)
        kind = "work" if channel == "mail" else "bilateral"
        if channel != "call" or rnd.random() < 0.6:  # a call leaves no trace now and then
            self.log(day, channel, people, kind, true, theme=theme, rubs=rubs)
        self.relations.share([one, other], 0.012 * self.luck * (1 + self.linger[pair_of(one, other)] / 35))
        if channel == "mail" and rnd.random() < 0.45:
            later = workday(day + rnd.randint(0, 3))
            if other.here(later):
                self.log(later, "mail", [other, one], kind, self.tone(other, one, later), theme=theme)

    def _small(self, monday: int, pairs: list[tuple[Person, Person]]) -> None:
        """Let people see each other for no reason for a week: coffee, lunch, a call, a few kind words; part of it is seen by no log."""
        rnd, part, month = self.rnd, season(monday + 3), date_of(monday + 3).month
        for one, other in pairs:
            between, a, b = self.relations.between(one, other), one.character, other.character
            known = 0.12 + 0.12 * max(a.reach, b.reach) + 0.9 * between
            chance = (
                0.36
                * math.sqrt(a.warmth * b.warmth)
                * known
                * part
                * (0.5 + 0.6 * min(one.time(month), other.time(month)))
            )
            drawn = rnd.random()
            if drawn >= chance:  # however much room there is
                continue
            day = workday(monday + rnd.randint(0, 4))
            if drawn >= chance * self.room(one, other, day) * (0.6 if locked(day) else 1.0):
                continue
            if not (one.here(day) and other.here(day)) or self.relations.silent(one, other, day):
                continue
            people = [one, other] if a.reach + rnd.random() > b.reach + rnd.random() else [other, one]
            self.relations.share(people, 0.09)
            true = rnd.uniform(48, 82) if self.scenario == "together" else rnd.uniform(55, 90)
            weights = (
                (0, 0, 1, 2) if locked(day) else (3, 3, 2, 3)
            )  # on a screen there is no corridor, and so less of it
            kind = rnd.choices(("corridor", "coffee", "chat", "personal"), weights)[0]
            if kind == "coffee":
                self.log(day, "visit" if rnd.random() < 0.2 else "meeting", people, kind, true)
            elif kind == "personal" or (kind == "chat" and rnd.random() < 0.7):
                self.log(day, "mail" if kind == "personal" else "call", people, kind, true)
