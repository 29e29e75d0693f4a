"""Topics kept or not: whether the words of titles are kept and used; off by default in a store with logs of several people."""

from hecht.stores.store import Store

ON, OFF = "on", "off"
SETTING = "topics"


def several(store: Store) -> bool:
    """Say whether a store on a server holds the logs of more than one: words of titles are then each one's own to switch on."""
    return store.engine.dialect.name != "sqlite" and store.beside_others()


def kept(store: Store) -> bool:
    """Say whether words of titles are kept and used: as the user said, else unless several share the store."""
    said = store.setting(SETTING)
    return said == ON if said else not several(store)


def keep(store: Store, *, on: bool) -> None:
    """Say that words of titles are kept and used, or not.

    What was read before stays as it is: switched off, nothing of it is looked at; switched on later, titles are searched at
    once, while topics that return in the week begin with what is read from then on.
    """
    store.set_setting(SETTING, ON if on else OFF)
