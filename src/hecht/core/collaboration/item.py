"""An item: one mail, meeting, call, day of chat or visit between people of a collaboration, as the log shows it."""

from typing import NamedTuple

from hecht.core.ties.amounts import ROOM


class Item(NamedTuple):
    """One interaction with everybody who took part, by person; the sender or organiser first.

    `thread` is the conversation or series (0 for none), `recipients` the number of others, `relation` the part with room
    for the other (0-100, None when unknown).
    """

    key: int
    thread: int
    seconds: int
    day: int
    channel: int
    duration: int
    recipients: int
    relation: int | None
    friction: int
    title: str
    people: tuple[int, ...]

    @property
    def informal(self) -> bool:
        """Say whether there was room for the other: coffee, a walk, a visit, a good talk, a mail that is not about the work alone."""
        return self.relation is not None and self.relation >= ROOM
