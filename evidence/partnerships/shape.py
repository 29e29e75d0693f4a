"""What a simulated partnership is: who takes part, every contact they had, and what was true of it.

The generators beside this file make these; the recogniser of scenarios is judged on them and sees only what
`whole` or `one_mailbox` gives, never the truth.
"""

from dataclasses import dataclass, replace
from typing import Literal

Scenario = Literal["content_first", "relation_first", "together", "little_contact"]


@dataclass(frozen=True, slots=True)
class Contact:
    """One mail, meeting, call or visit.

    Attributes:
        day: a day number (days since 1970).
        channel: `mail`, `meeting`, `call` or `visit`.
        people: everybody who took part, the sender or organiser first; names that stand for identifiers.
        title: subject or title of the meeting, in Dutch or English; may be empty.
        duration: seconds, 0 for mail.
        relation: the part with room for the other, 0-100; None where it cannot be known.
        friction: whether it rubbed.
    """

    day: int
    channel: Literal["mail", "meeting", "call", "visit"]
    people: tuple[str, ...]
    title: str
    duration: int
    relation: int | None
    friction: bool


@dataclass(frozen=True, slots=True)
class Partnership:
    """A simulated partnership of organisations, with what was true of it.

    Attributes:
        seed: what it was made from; the same seed gives the same partnership.
        scenario: the truth.
        start: the day it began. end: the day from which one looks back (`as_of`); 3 to 24 months later.
        turn: the first day of the time in which the contact went on about the content alone; None where there was none
            (`together`, `little_contact`, and `content_first`, which was so from the start).
        milestones: day and kind (`vision`, `intent`, `covenant`, `cost_decision`, `permit`, `election`, `budget`), past
            and to come.
        organisations: each person's organisation.
        author: the person whose mailbox is seen in the one-mailbox view.
        contacts: every contact that belongs to the partnership, in order of day.
    """

    seed: int
    scenario: Scenario
    start: int
    end: int
    turn: int | None
    milestones: tuple[tuple[int, str], ...]
    organisations: dict[str, str]
    author: str
    contacts: tuple[Contact, ...]

    def one_mailbox(self) -> "Partnership":
        """Give the same partnership with only what the author took part in."""
        return replace(self, contacts=tuple(one for one in self.contacts if self.author in one.people))
