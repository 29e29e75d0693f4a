"""The contacts of a partnership of the fourth generator: threads of mail, meetings, calls and visits as its course has them."""

import math
from datetime import timedelta
from random import Random

from evidence.partnerships.fourth_course import EPOCH
from evidence.partnerships.fourth_ledger import Channel, Ledger
from evidence.partnerships.fourth_people import Person
from evidence.partnerships.fourth_words import (
    BARE,
    ROOM_GROUP,
    ROOM_PAIR,
    ROOM_VISIT,
    SEASON,
    TASK_MEETING,
    TASK_MEETING_ENGLISH,
    TASK_VISIT,
)

SIGNED = {"vision", "intent", "covenant"}


def poisson(chance: Random, mean: float) -> int:
    """Draw how many come, by Knuth's product of uniforms (means are small here)."""
    least, product, count = math.exp(-mean), chance.random(), 0
    while product > least:
        product *= chance.random()
        count += 1
    return count


class Log(Ledger):
    """Lives through one partnership."""

    def whole(self, agreed: list[tuple[int, str]], *, together: bool, mends: bool) -> None:
        """Live through the partnership day by day."""
        chance = self._chance
        work = chance.randint(14, 30)
        steers = chance.choice((42, 56, 91)) if len(self._who.organisations) > 2 else 400
        next_work, next_steers = self._start + chance.randint(2, 14), self._start + chance.randint(14, 50)
        gathers = chance.uniform(1.2, 3.0) * (0.6 + 0.08 * len(self._who.organisations)) / 21
        for day in range(self._start, self._end + 1):
            works, task, room = self._works[day], self._task(day), self._room(day)
            for _ in range(poisson(chance, self._threads * task * (works or 0.02))):
                self._thread(day, together=together)
            if not works:
                continue
            for _ in range(poisson(chance, 0.22 * self._threads * task * works)):
                self._ad_hoc(day)
            for _ in range(poisson(chance, 0.35 * self._threads * (task + room) * works * self._called)):
                self._call(day)
            # where content and relation move together a busy time has more of both
            for _ in range(poisson(chance, gathers * room * works * (0.4 + 0.6 * task if together else 1.0) * 1.6)):
                self._informal(day)
            if day >= next_work and works > 0.5:
                next_work = day + work + chance.randint(-3, 6)
                if chance.random() < min(0.92, 0.55 + 0.4 * task):
                    self._gathering(day, self._titles.held, share=0.72)
            if day >= next_steers and works > 0.5:
                next_steers = day + steers + chance.randint(-10, 14)
                self._gathering(day, self._titles.steered, share=0.5)
            if chance.random() < 0.006 * task * works * len(self._who.organisations) ** 0.5:
                self._visit(day, room=0.0)
        self._begin()
        self._customs(agreed)
        if mends and chance.random() < 0.2 and self._goes.turn is not None:
            self._informal(chance.randint(min(self._goes.turn + 20, self._end), self._end))

    def hardly(self) -> None:
        """Live through a partnership in which next to nothing happens: how much does not grow with the number of delegates."""
        chance = self._chance
        a_day = (chance.uniform(0.4, 1.6) + 0.07 * len(self._who.organisations)) / 26
        for day in range(self._start, self._end + 1):
            works = self._works[day]
            rate = a_day * min(1.5, self._task(day)) * works
            for _ in range(poisson(chance, rate * 0.65)):
                self._thread(day, together=False, answers=0.3)
            for _ in range(poisson(chance, rate * 0.12)):
                self._ad_hoc(day)
            for _ in range(poisson(chance, rate * 0.1 * self._called)):
                self._call(day)
            for _ in range(poisson(chance, rate * 0.15 * self._room(day))):
                self._informal(day)
            if works and chance.random() < 1 / 260:
                self._gathering(day, self._titles.held, share=0.5)
        if chance.random() < 0.5 and self._end - self._start > 150:
            self._begin()
            for day in range(self._start, min(self._start + chance.randint(5, 20), self._end)):
                for _ in range(poisson(chance, 0.5 * self._threads * self._works[day])):
                    self._thread(day, together=False)
        self._author_is_in_it()

    def _thread(self, day: int, *, together: bool, answers: float = 0.58) -> None:
        """Write a mail, and what is answered to it."""
        chance = self._chance
        people = self._who.present(day)
        writer = self._one(people)
        sort = chance.random()
        count = 1 if sort < 0.55 else chance.randint(2, 3) if sort < 0.8 else chance.randint(4, 6) if sort < 0.9 else 99
        to = self._others(writer, people, count)
        if not to:
            return
        part = self._part(day, [writer, *to])
        title = self._titles.mail(
            room=part, first=to[0].called, organisation=writer.organisation, month=self._month(day)
        )
        rubs = part < 0.4 and self._rubs(day)
        self._mail(day, [writer, *to], title, part, rubs=rubs)
        rubbed, on, current = rubs, day, [writer, *to]
        while chance.random() < answers * (1.0 if len(current) < 5 else 0.5):
            on = self._workday(on + int(chance.expovariate(0.7)))
            if on > self._end:
                break
            answerer = chance.choice(current[1:3])
            rest = [one for one in current if one is not answerer] if chance.random() < 0.75 else [current[0]]
            current = [answerer, *rest]
            part = self._part(on, current, 0.2 * part)
            title = title if title.startswith(("RE: ", "FW: ")) or not title else f"RE: {title}"
            rubs = part < 0.4 and self._rubs(on)
            rubbed = rubbed or rubs
            self._mail(on, current, title, part, rubs=rubs)
        if rubbed and together and chance.random() < 0.75:
            self._settle(on, current[0], current[1])

    def _settle(self, day: int, one: Person, other: Person) -> None:
        """Talk about what rubbed, within days."""
        on = self._workday(day + self._chance.randint(1, 5))
        channel: Channel = "call" if self._chance.random() < 0.4 else "meeting"
        if channel == "meeting" or self._chance.random() < self._called:
            title = self._chance.choice(BARE) if channel == "call" else self._pair_title(one, other)
            self._add(on, channel, [one, other], title, self._note(0.55))

    def _pair_title(self, one: Person, other: Person) -> str:
        return self._titles.fill(self._chance.choice(ROOM_PAIR), first=other.called, organisation=one.organisation)

    def _ad_hoc(self, day: int) -> None:
        chance = self._chance
        people = self._who.present(day)
        one = self._one(people)
        table = [one, *self._others(one, people, chance.choices((1, 2, 3, 5), weights=(4, 3, 2, 1))[0])]
        bare = chance.random() < 0.14
        title = chance.choice(BARE[:3]) if bare else self._titles.one_of(TASK_MEETING, TASK_MEETING_ENGLISH)
        filled = self._titles.fill(title, first=table[-1].called, organisation=table[-1].organisation)
        if chance.random() < 0.06:
            filled = f"Geannuleerd: {filled}"
        self._add(
            day,
            "meeting",
            table,
            filled,
            self._note(self._part(day, table)),
            rubs=self._rubs(day) and chance.random() < 0.3,
        )

    def _call(self, day: int) -> None:
        people = self._who.present(day)
        one = self._one(people)
        pair = [one, *self._others(one, people, 1)]
        title = "" if self._chance.random() < 0.6 else self._chance.choice(BARE)
        self._add(day, "call", pair, title, self._note(self._part(day, pair, 0.08)))

    def _informal(self, day: int) -> None:
        """Meet without an immediate stake, in a pair or with all, where it stands in a calendar."""
        chance = self._chance
        day = self._workday(day)
        if chance.random() > self._kept or day > self._end:
            return
        sort = chance.random()
        if sort < 0.55:
            people = self._who.present(day)
            one = self._one(people)
            pair = [one, *self._others(one, people, 1)]
            plain = chance.random() < 0.2
            title = self._titles.fill(chance.choice(TASK_MEETING)) if plain else self._pair_title(pair[0], pair[-1])
            channel: Channel = "call" if self._called and chance.random() < 0.3 * self._online else "meeting"
            self._add(day, channel, pair, title, self._note(chance.betavariate(7, 3)))
        elif sort < 0.8:
            self._visit(day, room=0.7)
        else:
            table = self._table(day, 0.6)
            title = self._titles.fill(chance.choice(ROOM_GROUP), organisation=table[-1].organisation)
            self._add(day, "meeting", table, title, self._note(chance.betavariate(6, 3)))

    def _visit(self, day: int, *, room: float) -> None:
        """Go and see: an inspection for the work, or a work visit for each other as well."""
        chance = self._chance
        table = self._table(day, chance.uniform(0.2, 0.7))
        title = self._titles.fill(
            chance.choice(ROOM_VISIT if room else TASK_VISIT), organisation=table[-1].organisation
        )
        part = chance.betavariate(6, 4) if room else self._part(day, table)
        self._add(day, "visit", table, title, self._note(part))

    def _gathering(self, day: int, named: str, share: float) -> None:
        """Hold a regular meeting; papers go out some days before it."""
        chance = self._chance
        table = self._table(day, share)
        name = f"{named} {self._who.name}" if chance.random() < 0.5 else named
        off = chance.random() < 0.07
        self._add(day, "meeting", table, f"Geannuleerd: {name}" if off else name, self._note(self._part(day, table)))
        before = day - chance.randint(2, 7)
        if before >= self._start and chance.random() < 0.6:
            writer = self._one([one for one in table if one.role in {"lead", "secretary"}] or table)
            all_of = [writer, *(one for one in self._who.present(before) if one is not writer)]
            if writer in self._who.present(before):
                sent = self._titles.fill("Stukken {group} {date}", month=self._month(day))
                self._mail(before, all_of, sent, chance.betavariate(1.2, 12), rubs=False)

    def _begin(self) -> None:
        """Start with a kick-off, as everybody does."""
        chance = self._chance
        day = self._workday(self._start + chance.randint(0, 9))
        named = chance.choice(
            ("Kick-off {name}", "Startbijeenkomst {name}", "Startoverleg", "Kick-off", "Kennismaking {name}")
        )
        self._add(day, "meeting", self._table(min(day, self._end), 0.9), self._titles.fill(named), None)

    def _customs(self, agreed: list[tuple[int, str]]) -> None:
        """Do what is customary in any scenario: holiday wishes, a glass to a signature, acquaintance with a successor."""
        chance = self._chance
        for day in range(self._start, self._end + 1):
            when = EPOCH + timedelta(days=day)
            titles = SEASON.get(when.month)
            if titles and when.day == 18 and chance.random() < 0.55:
                on = self._workday(day - chance.randint(-3, 9)) if when.month != 1 else self._workday(day - 10)
                if self._start <= on <= self._end:
                    title = self._titles.fill(
                        chance.choice(titles), organisation=chance.choice(self._who.organisations), month=when.month
                    )
                    self._mail(on, self._table(on, 0.8), title, chance.betavariate(7, 3), rubs=False)
        for day, kind in agreed:
            if kind in SIGNED and self._start <= day <= self._end and chance.random() < 0.6:
                word = {"vision": "visie", "intent": "intentieverklaring", "covenant": "convenant"}[kind]
                on = self._workday(day)
                if on <= self._end:
                    self._add(on, "meeting", self._table(on, 0.8), f"Ondertekening {word}", None)
        for before, person in zip(self._who.people, self._who.people[1:], strict=False):
            if person.first > self._start and before.organisation == person.organisation and chance.random() < 0.65:
                on = self._workday(max(self._start, person.first) + chance.randint(0, 12))
                people = self._who.present(min(on, self._end))
                if person in people:
                    pair = [person, *self._others(person, people, 1)]
                    self._add(on, "meeting", pair, f"Kennismaking {person.called}", self._note(0.5))
