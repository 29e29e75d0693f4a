"""Mail that no person wrote to ego: newsletters, machines, spam, bounces, absence notices."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hecht.demo import clock, phrases, tables
from hecht.demo.letters import Letter, Mailbox, my_mailbox, new_id
from hecht.demo.wire import MX
from hecht.demo.world import me


@dataclass(slots=True)
class Sender:
    """Who sends it, how often, and what it says."""

    kind: str
    name: str
    address: str
    list_id: str
    first: dt.datetime
    every: int
    private: bool
    subjects: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What marks this mail as bulk, automatic or spam."""
        domain = self.address.partition("@")[2]
        if self.kind == "machine":
            return (("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"))
        if self.kind == "spam":
            verdict = f"spf=softfail smtp.mailfrom={domain}; dmarc=none"
            return (("X-Gmail-Labels", "Spam"), ("Authentication-Results", f"{MX}; {verdict}"))
        return (
            ("List-Id", f"{self.name} <{self.list_id}>"),
            ("List-Unsubscribe", f"<https://{domain}/afmelden?id=4711>"),
            ("Precedence", "bulk"),
        )


def senders() -> list[Sender]:
    """All senders of bulk mail, from the table."""
    found: list[Sender] = []
    for kind, *cells in tables.lines("bulk")[1:]:
        if kind == "subject":
            found[-1].subjects.append(cells[0])
        elif kind == "text":
            found[-1].texts.append(cells[0])
        else:
            name, address, list_id, first, every, private = (*cells, "")[:6]
            when = dt.datetime.fromisoformat(first)
            found.append(Sender(kind, name, address, list_id, when, int(every), bool(private)))
    return found


def letters(seed: int) -> Iterator[Letter]:
    """Newsletters, machine mail and spam over the whole period."""
    for number, sender in enumerate(senders()):
        rng = random.Random(f"{seed}:bulk:{number}")
        moment, count = sender.first, 0
        while moment.date() <= clock.LAST:
            yield _one(rng, sender, moment, count)
            jitter = rng.randrange(-2, 3) if sender.every % 7 else 0
            moment += dt.timedelta(days=sender.every + jitter, minutes=rng.randrange(-3, 4))
            count += 1


def _one(rng: random.Random, sender: Sender, moment: dt.datetime, count: int) -> Letter:
    chosen = rng.randrange(len(sender.subjects))
    slots = {
        "nr": str(20 + count),
        "n": str(rng.randrange(3, 60)),
        "week": str(moment.isocalendar().week),
        "gemaal": rng.choice(phrases.PLACES),
    }
    text = sender.texts[chosen % len(sender.texts)]
    domain = sender.address.partition("@")[2]
    foot = f"\n\nAfmelden: https://{domain}/afmelden" if sender.kind == "sender" else ""
    rich = (
        f'<table width="600"><tr><td><h1>{sender.name}</h1>\n<p>{text}</p>\n'
        f'<p><a href="https://{domain}/">Lees verder</a> | '
        f'<a href="https://{domain}/afmelden">Afmelden</a></p></td></tr></table>'
    )
    return Letter(
        moment=moment,
        sender=Mailbox(sender.name, sender.address),
        to=(my_mailbox(private=sender.private),),
        subject=sender.subjects[chosen].format_map(slots),
        text=f"{text}{foot}\n",
        message_id=new_id(rng, moment, sender.address, 1),
        form="utf8-qp" if sender.kind == "machine" else "html-qp",
        headers=sender.headers,
        html=rich,
    )


def echoes(seed: int, sent: Sequence[Letter]) -> Iterator[Letter]:
    """Absence notices and bounces in answer to what ego sent."""
    rng = random.Random(f"{seed}:echoes")
    single = [
        letter
        for letter in sent
        if len(letter.to) == 1
        and not letter.cc
        and not letter.headers
        and not letter.sender.address.endswith("postbode.example")
        and not letter.to[0].address.endswith("postbode.example")
        and letter.moment.date() < clock.TODAY - dt.timedelta(days=60)
    ]
    away = [letter for letter in single if letter.moment.month in {5, 7, 8, 12}]
    for letter in sorted(rng.sample(away, 25), key=lambda found: found.moment):
        yield _absent(rng, letter)
    for letter in sorted(rng.sample(single, 8), key=lambda found: found.moment):
        yield _bounce(rng, letter)


def _absent(rng: random.Random, letter: Letter) -> Letter:
    box = letter.to[0]
    english = box.address.endswith(("harrowmere.example", "skovlund-pumper.example"))
    moment = letter.moment + dt.timedelta(seconds=rng.randrange(4, 40))
    back = moment.date() + dt.timedelta(days=rng.randrange(3, 15))
    if english:
        subject = f"Automatic reply: {letter.subject}"
        text = "I am out of the office with limited access to e-mail.\n"
    else:
        subject = f"Automatisch antwoord: {letter.subject}"
        when = f"{back.day} {clock.MAANDEN[back.month - 1]}"
        text = (
            f"Ik ben afwezig tot en met {when}. In dringende gevallen kunt u bellen met het "
            f"algemene nummer.\n\nMet vriendelijke groet,\n{box.name}\n"
        )
    return Letter(
        moment=moment,
        sender=box,
        to=(letter.sender,),
        subject=subject,
        text=text,
        message_id=new_id(rng, moment, box.address, 0),
        after=letter,
        headers=(("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All")),
    )


def _bounce(rng: random.Random, letter: Letter) -> Letter:
    moment = letter.moment + dt.timedelta(seconds=rng.randrange(2, 90))
    text = (
        "This is the mail system.\n\nYour message could not be delivered to one or more "
        f"recipients.\n\n<{letter.to[0].address}>: host mail.{letter.to[0].address.split('@')[1]} "
        "said: 452 4.2.2 Mailbox full\n"
    )
    return Letter(
        moment=moment,
        sender=Mailbox("Mail Delivery System", f"MAILER-DAEMON@{MX}"),
        to=(Mailbox(me().name, letter.sender.address),),
        subject="Undelivered Mail Returned to Sender",
        text=text,
        message_id=new_id(rng, moment, f"x@{MX}", 1),
        after=letter,
        headers=(("Auto-Submitted", "auto-replied"), ("X-Failed-Recipients", letter.to[0].address)),
    )
