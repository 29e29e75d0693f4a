"""The demo world's time: its own today, Dutch summer time, days off and how busy a day is."""

import datetime as dt
import random
from functools import cache

from hecht.demo import tables

TODAY = dt.date(2026, 11, 16)
ZONE = "Europe/Amsterdam"
FIRST = dt.date(2024, 5, 16)
LAST = dt.date(2026, 11, 15)

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def _last_sunday(year: int, month: int) -> dt.date:
    end = dt.date(year, month, 31)
    return end - dt.timedelta(days=(end.weekday() + 1) % 7)


def offset(moment: dt.datetime) -> int:
    """Hours that a wall-clock moment in Amsterdam is ahead of UTC.

    Worked out here, so that the files never depend on the zone data of a machine.
    """
    begin = dt.datetime.combine(_last_sunday(moment.year, 3), dt.time(2))
    end = dt.datetime.combine(_last_sunday(moment.year, 10), dt.time(3))
    return 2 if begin <= moment < end else 1


def utc(moment: dt.datetime) -> dt.datetime:
    """The same moment in UTC, still without a zone attached."""
    return moment - dt.timedelta(hours=offset(moment))


def mail_date(moment: dt.datetime) -> str:
    """A Date header, written by hand because strftime follows the locale."""
    return (
        f"{_WEEKDAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year} "
        f"{moment:%H:%M:%S} +0{offset(moment)}00"
    )


def asctime(moment: dt.datetime) -> str:
    """The time in an mbox separator line: UTC, as mail programs write it."""
    when = utc(moment)
    return f"{_WEEKDAYS[when.weekday()]} {_MONTHS[when.month - 1]} {when.day:2d} {when:%H:%M:%S} {when.year}"


@cache
def days_off() -> frozenset[dt.date]:
    """Public holidays and the ego's own holidays."""
    found: set[dt.date] = set()
    for row in tables.rows("days_off"):
        day, until = dt.date.fromisoformat(row["from"]), dt.date.fromisoformat(row["until"])
        while day <= until:
            found.add(day)
            day += dt.timedelta(days=1)
    return frozenset(found)


# The last day on which a season is talked about, as (month, day).
_SEASONS = (
    ((2, 28), "winter"),
    ((5, 31), "voorjaar"),
    ((9, 12), "zomer"),
    ((12, 14), "herfst"),
    ((12, 24), "kerst"),
    ((12, 31), "winter"),
)

# Weeks in which less is written than usual: first day, last day, share of the usual mail.
_QUIET = (
    ((1, 1), (1, 4), 0.25),
    ((7, 11), (8, 31), 0.5),
    ((12, 19), (12, 31), 0.25),
)
_SATURDAY = 5


def season(day: dt.date) -> str:
    """The season that small talk belongs to."""
    date = (day.month, day.day)
    return next((name for last, name in _SEASONS if date <= last), "winter")


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday."""
    return day.weekday() < _SATURDAY


@cache
def public_holidays() -> frozenset[dt.date]:
    """The days on which nobody works."""
    single = (row for row in tables.rows("days_off") if row["from"] == row["until"])
    return frozenset(dt.date.fromisoformat(row["from"]) for row in single)


def business(day: dt.date, *, private: bool, even: bool = False) -> float:
    """How much mail a day draws, 1 being an ordinary day.

    `even` is for ties with a firm rhythm: they only skip weekends.
    """
    if private:
        return 0.7 if is_working_day(day) else 1.4
    if not is_working_day(day):
        return 0.0
    if even:
        return 1.0
    if day in days_off():
        return 0.0 if day in public_holidays() else 0.05
    date = (day.month, day.day)
    return next((share for first, last, share in _QUIET if first <= date <= last), 1.0)


def start_of(day: dt.date, rng: random.Random, *, private: bool) -> dt.datetime:
    """A likely moment on this day to begin a conversation."""
    if private:
        hour = rng.choice((8, 9, 12, 17, 18, 19, 20, 20, 21, 21, 22))
    else:
        hour = rng.choice((7, 8, 8, 9, 9, 9, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17))
    return dt.datetime.combine(day, dt.time(hour, rng.randrange(60), rng.randrange(60)))


def later(moment: dt.datetime, hours: float, *, private: bool) -> dt.datetime:
    """The moment `hours` further on, counting only the hours in which people answer mail."""
    opens, closes = (8, 23) if private else (8, 18)
    seconds = int(hours * 3600)
    now = moment
    while True:
        begin = now.replace(hour=opens, minute=2, second=0)
        end = now.replace(hour=closes, minute=0, second=0)
        working = private or (is_working_day(now) and now.date() not in public_holidays())
        now = max(now, begin)
        room = int((end - now).total_seconds()) if working else 0
        if room > seconds:
            return now + dt.timedelta(seconds=seconds)
        seconds -= max(room, 0)
        now = begin + dt.timedelta(days=1)
