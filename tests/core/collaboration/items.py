"""Items to make collaborations of."""

from hecht.core.collaboration.item import Item


def item(
    day: int,
    *people: int,
    title: str = "",
    channel: int = 1,
    relation: int | None = 0,
    friction: int = 0,
    key: int = 0,
    thread: int = 0,
) -> Item:
    """Give an interaction at noon; its key follows from day and people."""
    made = key or day * 1000 + sum(people)
    return Item(
        made, thread, day * 86_400 + 43_200, day, channel, 3600, len(people) - 1, relation, friction, title, people
    )
