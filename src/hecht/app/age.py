"""Age: how old the newest thing is that a log knows, since suggestions rest on it."""

from hecht.sql import query
from hecht.stores.store import Store


def age(store: Store, as_of: int) -> int | None:
    """Give how many days before a day the newest mail or chat is, or None when there is none."""
    newest = store.rows(query("last_talk"), {"as_of": as_of})[0][0]
    return None if newest is None else as_of - int(newest)
