"""Days as integers (days since 1970-01-01) in a home zone, and the limits of time that hecht believes."""

from datetime import UTC, date, datetime, tzinfo

EPOCH = date(1970, 1, 1)
DAY = 86_400
MAIL_AHEAD = 2 * DAY
MEETING_AHEAD = 396 * DAY
"""Planned meetings are kept up to thirteen months ahead."""


def day_of(seconds: int, zone: tzinfo) -> int:
    """Give the day of a moment (unix seconds) in a zone, as days since 1970-01-01."""
    if zone is UTC:
        return seconds // DAY
    return datetime.fromtimestamp(seconds, zone).date().toordinal() - EPOCH.toordinal()


def to_date(day: int) -> date:
    """Give the calendar date of a day."""
    return date.fromordinal(day + EPOCH.toordinal())


def to_day(value: date) -> int:
    """Give the day of a calendar date."""
    return value.toordinal() - EPOCH.toordinal()
