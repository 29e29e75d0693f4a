"""What the contacts of a partnership of the fourth generator rest on: days, who is in it, and what is seen of it."""

from datetime import timedelta
from random import Random
from typing import Literal

from evidence.partnerships.fourth_course import EPOCH, Course, working
from evidence.partnerships.fourth_people import Cast, Person, affinities
from evidence.partnerships.fourth_words import Titles
from evidence.partnerships.shape import Contact

Channel = Literal["mail", "meeting", "call", "visit"]


class Ledger:
    """Holds the contacts of one partnership, and says who is there and what a reader makes of what they say."""

    def __init__(self, chance: Random, who: Cast, goes: Course, start: int, end: int) -> None:
        self._chance, self._who, self._goes, self._start, self._end = chance, who, goes, start, end
        self._made: list[tuple[int, int, Contact]] = []
        self._near = affinities(chance, who.people)
        english = chance.uniform(0.2, 0.7) if chance.random() < who.field.english else 0.0
        self._titles = Titles(
            chance, name=who.name, matters=who.field.matters, places=who.field.places, english=english
        )
        self._shift = chance.choice((0, 7, 14))
        self._works = {day: working(day, self._shift) for day in range(start, end + 1)}
        delegates = len(who.present(start))
        # threads of mail on a usual day of work, in the whole partnership
        self._threads = (1.3 + 0.75 * delegates**0.8) / 5 * chance.lognormvariate(0.0, 0.35)
        self._unread = chance.uniform(0.12, 0.35)
        self._misread = chance.uniform(0.03, 0.12)
        self._called = chance.choice((0.0, 0.0, 0.5, 0.9))  # is there a log of calls?
        self._kept = chance.uniform(0.45, 0.9)  # the share of informal meetings that stand in a calendar
        self._noted = chance.choice((0.0, 0.05, 0.2))  # the share of meetings of which a note says how it was
        self._online = chance.random()  # how much is done at a distance

    def contacts(self) -> tuple[Contact, ...]:
        """Give what was gathered, in order of day."""
        return tuple(contact for _, _, contact in sorted(self._made, key=lambda one: one[:2]))

    def _task(self, day: int) -> float:
        return self._goes.task[min(day, self._end) - self._start]

    def _room(self, day: int) -> float:
        return self._goes.room[min(day, self._end) - self._start]

    def _rubs(self, day: int) -> bool:
        return self._chance.random() < self._goes.rub[min(day, self._end) - self._start]

    def _workday(self, day: int) -> int:
        """Give the first day from this one on which people work."""
        day = max(day, self._start)
        while day <= self._end and self._works[day] == 0:
            day += 1
        return day

    def _month(self, day: int) -> int:
        return (EPOCH + timedelta(days=day)).month

    def _one(self, people: list[Person]) -> Person:
        return self._chance.choices(people, weights=[one.busy for one in people])[0]

    def _others(self, one: Person, people: list[Person], count: int) -> list[Person]:
        """Choose whom somebody turns to; always somebody of another organisation unless it is a word among colleagues."""
        left = [other for other in people if other is not one]
        if self._chance.random() > 0.06:
            left = [other for other in left if other.organisation != one.organisation] or left
        chosen: list[Person] = []
        while left and len(chosen) < count:
            weights = [other.busy * self._near[one.name, other.name] for other in left]
            other = self._chance.choices(left, weights=weights)[0]
            chosen.append(other)
            left.remove(other)
        return chosen

    def _table(self, day: int, share: float) -> list[Person]:
        """Give who sits at a meeting of all: the organiser first."""
        people = self._who.present(day)
        first = self._one(people)
        rest = [one for one in people if one is not first and self._chance.random() < share]
        if all(one.organisation == first.organisation for one in rest):
            rest += self._others(first, [one for one in people if one not in rest], 1)
        return [first, *rest]

    def _add(
        self, day: int, channel: Channel, people: list[Person], title: str, part: float | None, *, rubs: bool = False
    ) -> None:
        if day > self._end or len(people) < 2:
            return
        chance = self._chance
        lengths = {
            "mail": (0,),
            "meeting": (30, 60, 60, 60, 90, 120),
            "call": (4, 7, 11, 16, 24, 35),
            "visit": (90, 120, 180, 240),
        }
        duration = 60 * chance.choice(lengths[channel])
        if channel == "call":
            duration += chance.randint(0, 59)
        made = Contact(day, channel, tuple(one.name for one in people), title, duration, self._read(part), rubs)
        self._made.append((day, len(self._made), made))

    def _read(self, part: float | None) -> int | None:
        """Give what a reader of tone makes of a relation part: somewhat off, sometimes the wrong way."""
        if part is None:
            return None
        chance = self._chance
        if chance.random() < self._misread:
            part = chance.betavariate(1.2, 10) if part > 0.25 else chance.uniform(0.25, 0.7)
        seen = round(100 * part + chance.gauss(0, 7))
        return 0 if part < 0.09 and chance.random() < 0.5 else min(100, max(0, seen))

    def _part(self, day: int, people: list[Person], extra: float = 0.0) -> float:
        """Draw the relation part of a mail or talk: less in company, more from those who make room."""
        chance, room = self._chance, self._room(day)
        company = 1.15 if len(people) == 2 else 0.85 if len(people) <= 4 else 0.4
        if chance.random() < min(0.93, room * people[0].warmth * company + extra):
            pure = chance.random() < 0.15 + 0.4 * room
            return chance.betavariate(8, 2.2) if pure else chance.betavariate(3.5, 4.5)
        return chance.betavariate(1.2, 12)

    def _mail(self, day: int, people: list[Person], title: str, part: float, *, rubs: bool) -> None:
        if people[0].sealed and self._chance.random() < 0.8:
            named = "Beveiligd bericht" if self._chance.random() < 0.5 else title
            self._add(day, "mail", people, named, None)
            return
        unread = self._chance.random() < self._unread
        self._add(day, "mail", people, title, None if unread else part, rubs=rubs and not unread)

    def _note(self, part: float) -> float | None:
        return part if self._chance.random() < self._noted else None

    def _author_is_in_it(self) -> None:
        """See to it that the author had some contact: nobody looks at a partnership of which the own mailbox holds nothing."""
        author = self._who.author
        if not any(author.name in contact.people for _, _, contact in self._made):
            day = self._workday(self._start + self._chance.randint(0, (self._end - self._start) // 2))
            pair = [author, *self._others(author, self._who.present(day), 1)]
            title = self._titles.mail(room=0.1, first=pair[1].called, organisation="", month=self._month(day))
            self._mail(day, pair, title, 0.1, rubs=False)
