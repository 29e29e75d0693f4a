"""Recurrence rules of iCalendar: the starts that a rule gives, in a bounded number of steps."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice, product

from hecht.core.errors import HechtError

OLDEST_RULE = 1900
_MOST_STEPS = 50_000
"""Periods of a rule that are looked at: 136 years of days, or 35 days of minutes."""
_HOUR = 3_600
_WITHIN_DAY = {"HOURLY": _HOUR, "MINUTELY": 60, "SECONDLY": 1}
_PERIODS = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY", *_WITHIN_DAY})
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
MOST_STARTS = 20_000
"""Starts that one rule may compute: a rule that repeats daily reaches 54 years, a bomb stops here."""
_MOST_DAYS = 200_000
"""Days and moments that one rule may look at: every day since 1900 is a quarter of that."""
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - walls have no zone


class BrokenEventError(HechtError):
    """This event cannot be read:"""


class Rule:
    """A recurrence rule (RFC 5545, 3.3.10) followed on the clock on the wall, in a bounded number of steps.

    Of every period (a year, month, week, day, or moment within a day) the days that all parts allow are taken,
    with every time that the rule or its start names; BYSETPOS picks from these. Other libraries search up to
    the year 9999 for the 30th of February.
    """

    def __init__(self, text: str, first: datetime) -> None:
        plain = re.sub(r"[\s\\]", "", text.upper())  # some write BYDAY=MO, TU and some escape the semicolons
        self.parts = dict(part.partition("=")[::2] for part in plain.split(";") if part)
        self.first = first
        self.frequency = self.parts.get("FREQ", "")
        self.interval = self.number("INTERVAL") or 1
        self.exhausted = False
        """Whether a bound was reached before the end."""
        self.work = 0
        """Days and moments that were looked at."""
        self.week_start = _WEEKDAYS.get(self.parts.get("WKST", "MO"), 0)
        if self.frequency not in _PERIODS or self.parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
            raise BrokenEventError("its recurrence rule is not written as one")
        self.months, self.weeks = self._numbers("BYMONTH", 12), self._numbers("BYWEEKNO", 53)
        self.year_days, self.month_days = self._numbers("BYYEARDAY", 366), self._numbers("BYMONTHDAY", 31)
        self.hours, self.minutes = self._numbers("BYHOUR", 23), self._numbers("BYMINUTE", 59)
        self.seconds, self.positions = self._numbers("BYSECOND", 60) - {60}, self._numbers("BYSETPOS", 90_000)
        self.weekdays = {self._weekday(word) for word in filter(None, self.parts.get("BYDAY", "").split(","))}
        self._from_start()
        coarse = self.frequency not in _WITHIN_DAY
        self.times = list(
            product(
                sorted(self.hours or {first.hour}) if coarse else (0,),
                sorted(self.minutes or {first.minute}) if coarse or self.frequency == "HOURLY" else (0,),
                sorted(self.seconds or {first.second}) if self.frequency != "SECONDLY" else (0,),
            )
        )

    def _from_start(self) -> None:
        """Take from the start what a rule leaves open."""
        if self.weekdays or self.year_days or self.month_days or self.frequency in {"DAILY", *_WITHIN_DAY}:
            return
        if self.weeks or self.frequency == "WEEKLY":
            self.weekdays = {(0, self.first.weekday())}
        else:
            self.month_days = {self.first.day}
            if self.frequency == "YEARLY" and not self.months:
                self.months = {self.first.month}

    def number(self, name: str) -> int:
        """Give a part that is one number, 0 where it is absent."""
        text = self.parts.get(name, "0")
        if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
            raise BrokenEventError("its recurrence rule is not written as one")
        return max(0, int(text))

    def _numbers(self, name: str, most: int) -> set[int]:
        words = [word for word in self.parts.get(name, "").split(",") if word]
        if not all(re.fullmatch(r"[+-]?\d{1,5}", word, re.ASCII) and abs(int(word)) <= most for word in words):
            raise BrokenEventError("its recurrence rule is not written as one")
        return set(map(int, words))

    def _weekday(self, word: str) -> tuple[int, int]:
        found = re.fullmatch(r"([+-]?\d{1,2})?([A-Z]{2})", word, re.ASCII)
        if not found or found[2] not in _WEEKDAYS:
            raise BrokenEventError("its recurrence rule is not written as one")
        return (int(found[1] or 0) if self.frequency in {"YEARLY", "MONTHLY"} else 0), _WEEKDAYS[found[2]]

    def walls(self, end: datetime) -> Iterator[datetime]:
        """Yield the starts up to an end, in order."""
        for step in range(_MOST_STEPS):
            period = self._period(step * self.interval, end)
            if period is None:
                return
            some = list(islice(period, MOST_STARTS))
            self.work += 1 + len(some)
            if self.work > _MOST_DAYS:
                break
            found = [wall for wall in some if self.first <= wall <= end or self.positions]
            if self.positions:
                places = {place - 1 if place > 0 else len(found) + place for place in self.positions if place}
                found = [found[place] for place in sorted(places) if 0 <= place < len(found)]
            yield from (wall for wall in found if self.first <= wall <= end)
        self.exhausted = True

    def _period(self, step: int, end: datetime) -> Iterator[datetime] | None:
        """Give all moments of the period that lies so many periods after the first, None after the end."""
        if unit := _WITHIN_DAY.get(self.frequency):
            if step * unit > (end - self.first).total_seconds():
                return None
            base = self.first + timedelta(seconds=step * unit)
            allowed = (  # what the frequency itself steps through, its parts can only limit
                self._allows(base.date())
                and (not self.hours or base.hour in self.hours)
                and (unit == _HOUR or not self.minutes or base.minute in self.minutes)
                and (unit > 1 or not self.seconds or base.second in self.seconds)
            )
            base = base.replace(minute=0 if unit == _HOUR else base.minute, second=0 if unit > 1 else base.second)
            return (base + timedelta(minutes=minute, seconds=second) for _, minute, second in self.times * allowed)
        begin, length = self.first.date(), 1
        if self.frequency == "WEEKLY":
            begin, length, step = begin - timedelta(days=(begin.weekday() - self.week_start) % 7), 7, step * 7
        elif self.frequency in {"MONTHLY", "YEARLY"}:
            months = begin.year * 12 + (begin.month - 1 + step if self.frequency == "MONTHLY" else step * 12)
            if months > end.year * 12 + 11:
                return None
            begin, step = date(months // 12, months % 12 + 1, 1), 0
            length = monthrange(begin.year, begin.month)[1] if self.frequency == "MONTHLY" else 365 + isleap(begin.year)
        if step > (end.date() - begin).days:
            return None
        days = (begin + timedelta(days=step + day) for day in range(length))
        midnights = (datetime(day.year, day.month, day.day) for day in days if self._allows(day))  # noqa: DTZ001
        return (midnight.replace(hour=h, minute=m, second=s) for midnight in midnights for h, m, s in self.times)

    def _allows(self, day: date) -> bool:
        self.work += 1
        if self.months and day.month not in self.months:
            return False
        month, year, place = monthrange(day.year, day.month)[1], 365 + isleap(day.year), day.timetuple().tm_yday
        if self.month_days and self.month_days.isdisjoint({day.day, day.day - 1 - month}):
            return False
        if self.year_days and self.year_days.isdisjoint({place, place - 1 - year}):
            return False
        if self.weeks and self.weeks.isdisjoint(_weeks(day, self.week_start)):
            return False
        if self.frequency == "YEARLY" and not self.months:
            nth = {0, (place - 1) // 7 + 1, -((year - place) // 7 + 1)}
        else:
            nth = {0, (day.day - 1) // 7 + 1, -((month - day.day) // 7 + 1)}
        return not self.weekdays or any((n, day.weekday()) in self.weekdays for n in nth)


def _weeks(day: date, week_start: int) -> set[int]:
    """Give the number of a day's week, counted from the first and from the last week of the year it belongs to.

    A week belongs to the year in which its fourth day lies (ISO 8601, with another first day of the week).
    """
    fourth = day + timedelta(days=3 - (day.weekday() - week_start) % 7)
    number = (fourth.timetuple().tm_yday - 1) // 7 + 1
    last = fourth + timedelta(days=7 * ((365 + isleap(fourth.year) - fourth.timetuple().tm_yday) // 7))
    return {number, number - 1 - ((last.timetuple().tm_yday - 1) // 7 + 1)}
