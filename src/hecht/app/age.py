"""Age: how old the newest thing is that a log knows, since suggestions rest on it."""

from hecht.app.settings import home_zone
from hecht.core.days import day_of
from hecht.sql import query
from hecht.stores.store import Store


def age(store: Store, as_of: int) -> int | None:
    """Give how many days before a day the newest mail or chat is, or None when there is none."""
    newest = store.rows(query("last_talk"), {"as_of": as_of})[0][0]
    return None if newest is None else as_of - int(newest)


def calendar_age(store: Store, as_of: int) -> int | None:
    """Give how many days before a day the newest calendar was written, at least 0; None when none was read."""
    changed = store.rows(query("last_calendar"))[0][0]
    if not changed:
        return None
    return max(0, as_of - day_of(int(changed) // 1_000_000_000, home_zone(store)))
