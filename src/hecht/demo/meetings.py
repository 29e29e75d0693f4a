"""The calendar as plain data: recurring and single meetings with their exceptions."""

import datetime as dt
import random
from dataclasses import dataclass, field
from functools import cache

from hecht.demo import clock, tables
from hecht.demo.dice import chance
from hecht.demo.world import Person, groups, me, people

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(slots=True)
class Change:
    """One occurrence that was moved or cancelled."""

    was: dt.datetime
    now: dt.datetime
    cancelled: bool


@dataclass(slots=True)
class Meeting:
    """A meeting; `rule` is once, weekly, biweekly or monthly-2TH (the second Thursday)."""

    key: str
    title: str
    rule: str
    start: dt.datetime
    until: dt.date | None
    minutes: int
    place: str
    organiser: Person
    members: tuple[Person, ...]
    cancelled: bool = False
    skipped: list[dt.datetime] = field(default_factory=list)
    exceptions: list[Change] = field(default_factory=list)

    @property
    def attendees(self) -> tuple[Person, ...]:
        """Everybody, ego included; nobody for an appointment with oneself."""
        return (me(), *self.members) if self.members else ()

    def occurrences(self) -> list[dt.datetime]:
        """The moments that the rule gives, before exceptions."""
        if self.rule == "once":
            return [self.start]
        end = self.until or self.start.date()
        found, day = [], self.start.date()
        while day <= end:
            if self._matches(day):
                found.append(dt.datetime.combine(day, self.start.time()))
            day += dt.timedelta(days=1)
        return found

    def _matches(self, day: dt.date) -> bool:
        if self.rule.startswith("monthly-"):
            number, weekday = int(self.rule[8]), _DAYS.index(self.rule[9:])
            return day.weekday() == weekday and (day.day - 1) // 7 + 1 == number
        step = 14 if self.rule == "biweekly" else 7
        return (day - self.start.date()).days % step == 0

    @property
    def rrule(self) -> str:
        """The rule as iCalendar writes it."""
        until = dt.datetime.combine(self.until or self.start.date(), dt.time(23, 59, 59))
        end = f"UNTIL={clock.utc(until):%Y%m%dT%H%M%SZ}"
        if self.rule.startswith("monthly-"):
            return f"FREQ=MONTHLY;BYDAY={self.rule[8:]};{end}"
        step = ";INTERVAL=2" if self.rule == "biweekly" else ""
        return f"FREQ=WEEKLY{step};BYDAY={_DAYS[self.start.weekday()]};{end}"


def all_meetings(seed: int) -> list[Meeting]:
    """Every meeting of the table, with holidays skipped and a few occurrences moved."""
    found = []
    for row in tables.rows("meetings"):
        organiser = me() if row["organiser"] == "me" else people()[row["organiser"]]
        start = dt.datetime.fromisoformat(f"{row['first']} {row['time']}")
        meeting = Meeting(
            key=row["key"],
            title=row["title"],
            rule=row["rule"],
            start=start,
            until=dt.date.fromisoformat(row["until"]) if row["until"] else None,
            minutes=int(row["minutes"]),
            place=row["place"],
            organiser=organiser,
            members=groups()[row["group"]],
            cancelled=row["key"].startswith("afgelast"),
        )
        _except(random.Random(f"{seed}:meeting:{meeting.key}"), meeting)
        found.append(meeting)
    return found


def _except(rng: random.Random, meeting: Meeting) -> None:
    if meeting.rule == "once":
        return
    for moment in meeting.occurrences()[1:]:
        if moment.date() in clock.days_off():
            meeting.skipped.append(moment)
        elif moment.date() < clock.TODAY - dt.timedelta(days=7) and chance(rng, 7):
            shift = dt.timedelta(hours=rng.choice((-1, 1, 2, 24)))
            moved = moment + shift
            if clock.is_working_day(moved):
                meeting.exceptions.append(Change(moment, moved, chance(rng, 35)))


@cache
def whole_days() -> tuple[tuple[str, dt.date, dt.date], ...]:
    """Events without people that fill whole days: title, first day, last day."""
    found = [
        (row["what"], dt.date.fromisoformat(row["from"]), dt.date.fromisoformat(row["until"]))
        for row in tables.rows("days_off")
    ]
    return (
        *found,
        ("Verjaardag Els", dt.date(2025, 10, 4), dt.date(2025, 10, 4)),
        ("Verjaardag Els", dt.date(2026, 10, 4), dt.date(2026, 10, 4)),
        ("Verjaardag pap", dt.date(2026, 3, 14), dt.date(2026, 3, 14)),
        ("Wandelweekend", dt.date(2026, 5, 30), dt.date(2026, 5, 31)),
        ("Thuiswerken", dt.date(2026, 11, 20), dt.date(2026, 11, 20)),
        ("Pakjesavond", dt.date(2026, 12, 5), dt.date(2026, 12, 5)),
    )
