"""Kept: what was made of a log once and is kept at hand until the log changes, also while several threads ask."""

from collections.abc import Callable
from threading import RLock
from typing import Any, TypeVar, cast

from hecht.app.corrections import said_of
from hecht.stores.changes import Changes
from hecht.stores.store import Store

Value = TypeVar("Value")
_TONED = ("toned", "known", "ties", "situation")
"""What rests on the tone of interactions, and so on what the user corrected."""
_MOST_DAYS = 6
"""Days to look from of which everything is kept at hand."""


class Kept:
    """What follows from one log: made once, and kept until the log itself changes; what rests on decisions, until anything does.

    Several threads may ask; each thing is made by one of them, and only who asks for that one waits.
    """

    def __init__(self, store: Store) -> None:
        """Keep what is made of a log."""
        self._store = store
        self._lock = RLock()
        self._kept: dict[tuple[str, int], Any] = {}
        self._small: dict[tuple[str, int], Any] = {}
        self._making: dict[tuple[str, int], RLock] = {}
        self._ages = 0, 0
        self._corrected: dict[int, int] = {}
        self._changes: Changes | None = Changes(store)

    def let_go(self) -> None:
        """Watch the log no longer; who still holds this finishes with what the log holds now."""
        with self._lock:
            if self._changes:
                self._changes.close()
            self._changes = None

    def keep(self, name: str, as_of: int, make: Callable[[], Value], *, small: bool = False) -> Value:
        """Give what is kept under a name and day, made when it is not there or the log changed since.

        Who asks for something else does not wait while it is made.
        """
        key, held = (name, as_of), self._small if small else self._kept
        with self._lock:
            self._look()
            if key in held:
                return cast("Value", held[key])
            making = self._making.setdefault(key, RLock())
        with making:
            with self._lock:
                self._look()
                if key in held:
                    return cast("Value", held[key])
                begun = self._age(small=small)
            try:
                value = make()
            except BaseException:
                with self._lock:
                    self._making.pop(key, None)
                raise
            with self._lock:
                self._making.pop(key, None)  # together with keeping it: who asks in between would make it again
                self._look()
                if begun == self._age(small=small):  # else it rests on what is no longer so
                    self._make_room(as_of)
                    held[key] = value
            return value

    def _look(self) -> None:
        """Let go of what rests on a log that changed."""
        changed = self._changes.since() if self._changes else ""
        if changed:
            self._ages = self._ages[0] + (changed == "log"), self._ages[1] + 1
            self._small.clear()
        if changed == "log":
            self._kept.clear()
        elif changed and (said := said_of(self._store)) != self._corrected:
            self._corrected, self._ages = said, (self._ages[0] + 1, self._ages[1])
            for key in [key for key in self._kept if key[0] in _TONED]:
                del self._kept[key]

    def _age(self, *, small: bool) -> int:
        return self._ages[1] if small else self._ages[0]

    def _make_room(self, as_of: int) -> None:
        days = list(dict.fromkeys(day for _, day in self._kept if day))
        if as_of and as_of not in days and len(days) >= _MOST_DAYS:
            for key in [key for key in self._kept if key[1] == days[0]]:
                del self._kept[key]
