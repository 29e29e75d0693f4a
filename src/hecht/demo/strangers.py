"""People who write once: residents, suppliers, students."""

import datetime as dt
import random
from collections.abc import Iterator

from hecht.demo import clock, tables, wording
from hecht.demo.letters import Letter, mailbox, my_mailbox, write
from hecht.demo.world import me, people


def letters(seed: int) -> Iterator[Letter]:
    """Their mails and ego's answers."""
    rng = random.Random(f"{seed}:strangers")
    for row in tables.rows("once"):
        person = people()[row["address"]]
        moment = dt.datetime.fromisoformat(row["at"])
        first = write(
            rng,
            moment,
            person,
            [my_mailbox()],
            row["subject"],
            text=wording.body(
                [row["open"]],
                hello=wording.greeting(person, me(), person.register, moment),
                goodbye=wording.closing(person, me(), person.register, full=True),
            ),
        )
        yield first
        if not row["reply"]:
            continue
        moment = clock.later(moment, rng.uniform(1, 14), private=False)
        yield write(
            rng,
            moment,
            me(),
            [mailbox(person)],
            row["subject"],
            text=wording.body(
                [row["reply"]],
                hello=wording.greeting(me(), person, person.register, moment),
                goodbye=wording.closing(me(), person, person.register, full=True),
            ),
            after=first,
        )
