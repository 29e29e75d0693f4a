"""Rows of the small tables that engines are compared on besides the log: a plain log read, and ties with their groups."""

from random import Random
from typing import TYPE_CHECKING

from hecht.core.days import to_date
from hecht.core.model import Value
from hecht.testing import logs

if TYPE_CHECKING:
    from hecht.core.network.graph import Graph, Ints

PLAIN = "item seconds day sender receiver channel duration".split()


def plain_rows() -> list[tuple[Value, ...]]:
    """Give rows of a plain log, some of one message, some unreadable, as `Engine.plain` gives them."""
    dice, found = Random(3), list[tuple[Value, ...]]()
    for number in range(4_000):
        day = logs.LAST - 70 - dice.randrange(400)
        channel = dice.choice((1, 1, 1, 2, 3, 4, 5, None))
        item = dice.choice((0, 77)) if channel == 1 else -1 - number
        sender = f"P{dice.randrange(60)}@House.example"
        seconds = day * 86_400 + dice.randrange(4) * 7_200
        known = None if channel is None else day
        for _ in range(dice.choice((1, 1, 2, 3, 7, 9))):
            receiver = dice.choice((f"p{dice.randrange(60)}@house.example", sender, "nobody at noon"))
            found.append((item, seconds, known, sender, receiver, channel, 1_800))
    return found


def named_rows() -> list[tuple[Value, ...]]:
    """Give the number of every text of `plain_rows` that can be somebody, the same for two ways of writing one address."""
    texts = sorted({str(text) for row in plain_rows() for text in row[3:5]})
    number = {text: place for place, text in enumerate(sorted({text.lower() for text in texts if "@" in text}))}
    return [(text, number[text.lower()]) for text in texts if "@" in text]


def calendar_rows() -> list[tuple[Value, ...]]:
    """Give the month of every day of the log, and of some before."""
    return [(day, f"{to_date(day):%Y-%m}") for day in range(logs.FIRST - 500, logs.LAST + 100)]


def tie_rows(graph: "Graph") -> list[tuple[int, int, float, float, float]]:
    """Give the rows of the table `tie`."""
    columns = (graph.people[graph.a], graph.people[graph.b], graph.strength, graph.forth, graph.back)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def member_rows(graph: "Graph", group: "Ints") -> list[tuple[int, int]]:
    """Give the rows of the table `member`: people of known group."""
    pairs = zip(graph.people.tolist(), group.tolist(), strict=True)
    return [(person, one) for person, one in pairs if one >= 0]


CONTACT_BY_DAY = """
SELECT CASE WHEN x.number < y.number THEN x.number ELSE y.number END AS a,
       CASE WHEN x.number < y.number THEN y.number ELSE x.number END AS b,
       c.day,
       CAST(SUM(c.sent + c.received + c.together) AS BIGINT) AS contacts,
       CAST(SUM(CASE WHEN c.channel = 4 THEN c.sent + c.received + c.together ELSE 0 END) AS BIGINT) AS chats,
       CAST(SUM(CASE WHEN x.number < y.number THEN c.sent ELSE c.received END + c.together) AS BIGINT) AS forth,
       CAST(SUM(CASE WHEN x.number < y.number THEN c.received ELSE c.sent END + c.together) AS BIGINT) AS back,
       CAST(SUM(c.known) AS BIGINT) AS known,
       CAST(SUM(c.relation) AS BIGINT) AS relation
FROM contact c
JOIN who x ON x.identifier = c.a
JOIN who y ON y.identifier = c.b
WHERE c.log = :log AND c.day > :since AND c.day <= :until AND x.number <> y.number
GROUP BY CASE WHEN x.number < y.number THEN x.number ELSE y.number END,
         CASE WHEN x.number < y.number THEN y.number ELSE x.number END,
         c.day
"""
"""What `contact_days` gives, from the contact by identifiers that a store keeps: the same days by another way."""
