"""A mail before it is written out: who, when, what, and what it answers."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from hecht.demo.dice import chance
from hecht.demo.world import ME, Person, me


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name with an address."""

    name: str
    address: str


@dataclass(slots=True)
class Letter:
    """One mail. `form` names the encoding, `quoting` how the earlier text comes along."""

    moment: dt.datetime
    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    text: str
    message_id: str
    cc: tuple[Mailbox, ...] = ()
    after: "Letter | None" = None
    form: str = "utf8-qp"
    quoting: str = "none"
    headers: tuple[tuple[str, str], ...] = ()
    html: str = ""
    whole: str = field(default="", init=False)

    @property
    def mine(self) -> bool:
        """Whether ego sent it."""
        return self.sender.address in ME

    @property
    def references(self) -> tuple[str, ...]:
        """The ids of the mails before this one, oldest first."""
        if self.after is None:
            return ()
        return (*self.after.references, self.after.message_id)


# The programs, by place in the tuples below: Outlook, Thunderbird, a telephone, an old one.
TELEPHONE = 2
FORMS_OF_PROGRAM = (
    ("html-qp", "html-qp", "html-b64"),  # Outlook-like
    ("utf8-qp", "utf8-8bit", "utf8-8bit"),  # Thunderbird-like
    ("utf8-qp", "html-qp", "utf8-b64"),  # a telephone
    ("latin1-qp", "latin1-8bit", "latin1-qp"),  # an old program
)
QUOTING_OF_PROGRAM = ("outlook", "above", "none", "above")
REPLY_OF_PROGRAM = ("RE: ", "Re: ", "Re: ", "Antw: ")


def program(person: Person) -> int:
    """Which kind of mail program somebody uses; ego has the office's."""
    if person.circle == "me":
        return 0
    return (0, 0, 0, 1, 1, 2, 3)[person.habit("program", 7)]


def mailbox(person: Person, address: str = "") -> Mailbox:
    """How a person stands in a header."""
    return Mailbox(person.name, address or person.address)


def new_id(rng: random.Random, moment: dt.datetime, address: str, kind: int) -> str:
    """A Message-ID in the manner of the sender's program."""
    domain = address.partition("@")[2]
    bits = f"{rng.getrandbits(96):024X}"
    if kind == 0:
        return f"<VE1PR{bits[:2]}MB{bits[2:6]}{bits[6:20]}@mail.{domain}>"
    if kind == TELEPHONE:
        return f"<{bits[:8]}-{bits[8:12]}-4{bits[13:16]}-{bits[16:20]}-{bits[:12]}@{domain}>"
    return f"<{moment:%Y%m%d%H%M%S}.{bits[:10].lower()}@{domain}>"


def base(subject: str) -> str:
    """The subject without its reply prefixes."""
    for prefix in REPLY_OF_PROGRAM:
        subject = subject.removeprefix(prefix)
    return subject


def write(
    rng: random.Random,
    moment: dt.datetime,
    sender: Person,
    to: Sequence[Mailbox],
    subject: str,
    *,
    text: str,
    cc: Sequence[Mailbox] = (),
    after: Letter | None = None,
    address: str = "",
) -> Letter:
    """A letter with the habits of its sender filled in."""
    kind = 1 if address == ME[1] else program(sender)
    first = base(subject)
    return Letter(
        moment=moment,
        sender=mailbox(sender, address),
        to=tuple(to),
        cc=tuple(cc),
        subject=REPLY_OF_PROGRAM[kind] + first if after else first,
        text=text,
        message_id=new_id(rng, moment, address or sender.address, kind),
        after=after,
        form=rng.choice(FORMS_OF_PROGRAM[kind]),
        quoting=QUOTING_OF_PROGRAM[kind] if chance(rng, 85) else "none",
    )


def my_mailbox(*, private: bool = False) -> Mailbox:
    """Ego's address for work or for home."""
    return mailbox(me(), ME[1] if private else ME[0])
