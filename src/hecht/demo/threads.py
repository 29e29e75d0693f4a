"""Conversations between ego and one person, at the rhythm of their tie."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from hecht.demo import clock, phrases, wording
from hecht.demo.dice import chance
from hecht.demo.letters import Letter, Mailbox, mailbox, my_mailbox, write
from hecht.demo.phrases import Case, Picker
from hecht.demo.turns import PURE, Exchange, Turn, possible
from hecht.demo.world import ME, Person, Tie, groups, me

# After this day no question stays open by chance: the open ones are planted.
_SETTLED = clock.TODAY - dt.timedelta(days=75)
# From this evenness on a tie keeps its rhythm in quiet weeks and answers on the same day.
EVEN = 20
# Days before the end of a tie in which mail is answered at once, so that nothing stays open.
_HURRY = 6
_NOON = 13

# Addresses that came into use next to the first, with the day: those of Jeroen and Samira are on no card.
OTHER_ADDRESSES = {
    "bram.terpstra": (("b.terpstra@waterschap-veenstroom.example", dt.date(2025, 3, 1)),),
    "jeroen.kok": (("j.kok@kadeborg.example", dt.date(2026, 6, 1)),),
    "samira.haddad": (
        ("s.haddad@waterschap-veenstroom.example", dt.date(2025, 2, 1)),
        ("samira.haddad@postbode.example", dt.date(2026, 2, 1)),
    ),
}


@dataclass(slots=True)
class Conversations:
    """Writes the one-to-one mail of the whole world, with one memory of what was said."""

    seed: int
    picker: Picker = field(init=False)

    def __post_init__(self) -> None:
        self.picker = Picker(random.Random(f"{self.seed}:phrases"))

    def of(self, tie: Tie) -> Iterator[Letter]:
        """All mail of a tie, in order."""
        rng = random.Random(f"{self.seed}:{tie.person.address}:{tie.since}")
        # All days first: what is said must not shift when contact falls.
        for day in list(days(rng, tie.since, tie.until, tie.gap, tie.steady, private=tie.person.private)):
            for _ in range(25):
                letters = self._attempt(rng, tie, day)
                if letters:
                    yield from letters
                    break

    def _attempt(self, rng: random.Random, tie: Tie, day: dt.date) -> list[Letter]:
        """One conversation, or nothing if it would end in a wrong way."""
        mine = chance(rng, tie.mine)
        case = self._case(rng, tie, day, mine=mine)
        if case is None:
            return []
        turns = Exchange(rng, self.picker, tie, case, day).turns(mine=mine)
        if turns[-1].asks and (day > _SETTLED or not chance(rng, 5)):
            return []
        letters = _Letters(rng, tie, case, day).write(turns)
        return letters if letters[-1].moment.date() <= tie.until else []

    def _case(self, rng: random.Random, tie: Tie, day: dt.date, *, mine: bool) -> Case | None:
        formal = tie.person.register.startswith("u")
        found = phrases.cases()[rng.choice(tie.topics)]
        fitting = [case for case in found if possible(case, day, mine=mine, formal=formal)]
        if not fitting:
            return None
        subject = self.picker.pick(tie.person.key, [case.subject for case in fitting])
        return next(case for case in fitting if case.subject == subject)


def days(
    rng: random.Random,
    since: dt.date,
    until: dt.date,
    gap: float,
    steady: float,
    *,
    private: bool = False,
) -> Iterator[dt.date]:
    """The days on which a conversation begins: gamma gaps, slowed down by quiet weeks."""
    share = 1 if private else 5 / 7
    day = since
    wait = rng.random() * gap * share
    while day <= until:
        wait -= clock.business(day, private=private, even=steady >= EVEN)
        if wait <= 0 and (private or clock.is_working_day(day)):
            yield day
            wait = rng.gammavariate(steady, gap / steady) * share
        day += dt.timedelta(days=1)


@dataclass(slots=True)
class _Letters:
    """Makes mails of the turns of one conversation."""

    rng: random.Random
    tie: Tie
    case: Case
    day: dt.date

    def write(self, turns: list[Turn]) -> list[Letter]:
        rng, person, register = self.rng, self.tie.person, self.tie.person.register
        home = person.private
        mine = my_mailbox(private=home or (register == "je" and chance(rng, 1.2)))
        theirs = mailbox(person, _address(rng, person, self.day))
        slots = self._slots()
        cc = self._copies(slots["collega"])
        quick = self.tie.steady >= EVEN or (self.tie.until - self.day).days < _HURRY
        moment = clock.start_of(self.day, rng, private=home)
        if quick and moment.hour > _NOON and not home:
            moment = moment.replace(hour=rng.choice((8, 9, 10)))
        found: list[Letter] = []
        for turn in turns:
            if found:
                hours = rng.uniform(0.2, 1.4) if quick else rng.expovariate(1 / 4.5) + 0.1
                moment = clock.later(moment, hours, private=home)
            first = all(letter.mine != turn.mine for letter in found)
            letter = write(
                rng,
                moment,
                me() if turn.mine else person,
                [theirs if turn.mine else mine],
                phrases.subject(self.case, slots),
                text=self._text(turn, slots, moment, first=first),
                cc=cc,
                after=found[-1] if found else None,
                address=mine.address if turn.mine else theirs.address,
            )
            found.append(letter)
        return found

    def _text(self, turn: Turn, slots: dict[str, str], moment: dt.datetime, *, first: bool) -> str:
        person, register = self.tie.person, self.tie.person.register
        writer, reader = (me(), person) if turn.mine else (person, me())
        said = [wording.say(part, register, slots) for part in turn.paragraphs]
        if turn.part in {"close", "answer", "again"} and chance(self.rng, 50):
            polite = register.startswith("u")
            return wording.body(said, goodbye=writer.name if polite else writer.first_name)
        goodbye = wording.closing(writer, reader, register, full=first)
        return wording.body(
            said,
            hello=wording.greeting(writer, reader, register, moment),
            goodbye=goodbye + wording.afterthought(writer, self.rng),
        )

    def _slots(self) -> dict[str, str]:
        place = "sluis Oudenweer" if "sluis" in self.tie.topics else ""
        if self.case.topic == "trilling" and chance(self.rng, 70):
            place = "De Wielen"
        return phrases.slots(self.rng, self.day, (self.tie.person.first_name,), place)

    def _copies(self, colleague: str) -> tuple[Mailbox, ...]:
        """Now and then the colleague whom the mail speaks of reads along."""
        person = self.tie.person
        task = self.case.topic not in PURE and person.register == "je" and self.tie.talk
        if not task or not chance(self.rng, 12):
            return ()
        named = (p for p in groups()["hall"] if p.first_name == colleague and p.circle != "hall")
        return tuple(mailbox(other) for other in named if other != person)


def _address(rng: random.Random, person: Person, day: dt.date) -> str:
    others = [other for other, since in OTHER_ADDRESSES.get(person.key, ()) if day >= since]
    if others and chance(rng, 50):
        return rng.choice(others)
    domain = ME[1].partition("@")[2]
    private = [other for other in person.other if other.endswith(f"@{domain}")]
    return private[0] if private and chance(rng, 6) else person.address
