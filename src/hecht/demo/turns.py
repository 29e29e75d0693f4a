"""What two people say to one another in one conversation, turn by turn, before it is a mail."""

import datetime as dt
import random
from dataclasses import dataclass, field

from hecht.demo import phrases
from hecht.demo.dice import chance
from hecht.demo.phrases import Case, Picker, Talk
from hecht.demo.world import Tie

# Topics that are about the people themselves.
PURE = frozenset({"relatie", "privé", "familie", "roeien", "en-talk"})


@dataclass(slots=True)
class Turn:
    """One mail to be: its part in the conversation, whose turn it is, what is said."""

    part: str
    mine: bool
    paragraphs: list[str]

    @property
    def asks(self) -> bool:
        """Whether it holds a question."""
        return any("?" in text for text in self.paragraphs)


@dataclass(slots=True)
class Exchange:
    """Writes the turns of one conversation."""

    rng: random.Random
    picker: Picker
    tie: Tie
    case: Case
    day: dt.date
    number: int = field(init=False, default=0)

    @property
    def pure(self) -> bool:
        """Whether the conversation is about the people themselves."""
        return self.case.topic in PURE

    @property
    def formal(self) -> bool:
        """Whether these two say u to one another."""
        return self.tie.person.register.startswith("u")

    def turns(self, *, mine: bool) -> list[Turn]:
        """The turns, the first by ego if `mine`."""
        chat = self._chat()
        opening = [self._phrase("open")]
        opening[0] += self._detail("open" if "?" in opening[0] else "tell")
        if chat:
            opening.insert(self.rng.choice((0, 0, 1)), chat.opening)
        first = Turn("open", mine, opening + self._closer())
        if not first.asks and chance(self.rng, 55):
            return [first]
        answer = [self._phrase("reply") + self._detail("reply" if "?" in opening[0] else "")]
        if chat and (first.asks or chance(self.rng, 80)):
            answer.insert(self.rng.choice((0, 0, 1)), chat.reaction)
        second = Turn("reply", not mine, answer + self._closer())
        return [first, second, *self._rest(mine=mine)]

    def _rest(self, *, mine: bool) -> list[Turn]:
        case, rng = self.case, self.rng
        goes_on = case.more in {"", str(self.number + 1)} and not self.formal
        found = []
        if "again" in case.turns and goes_on and chance(rng, 50):
            found.append(Turn("again", mine, [self._phrase("again")]))
            found.append(Turn("answer", not mine, [self._phrase("answer")]))
        if "close" in case.turns and goes_on and chance(rng, 60):
            found.append(Turn("close", mine, [self._phrase("close")]))
        elif not self.pure and chance(rng, 30):
            options = phrases.details(self.tie.person.register, "close")
            close = self.picker.pick(self.tie.person.key, options)
            found.append(Turn("close", mine, [close, *self._closer()]))
        return found

    def _phrase(self, part: str) -> str:
        options = self.case.turns[part]
        if self.case.paired and part == "reply":
            return options[self.number]
        usable = [o for o in options if not self.formal or phrases.is_formal(phrases.formal(o))]
        chosen = self.picker.pick(self.tie.person.key, usable)
        if part == "open":
            self.number = options.index(chosen)
        return chosen

    def _detail(self, part: str) -> str:
        """A line more about the matter, or nothing."""
        if self.pure or not part or not chance(self.rng, 33):
            return ""
        options = phrases.details(self.tie.person.register, part)
        if self.formal:
            options = tuple(o for o in options if "{collega" not in o and "Zelf" not in o)
        return " " + self.picker.pick(self.tie.person.key, options)

    def _chat(self) -> Talk | None:
        tie = self.tie
        if self.pure or self.formal or not chance(self.rng, tie.talk * 0.55):
            return None
        register = tie.person.register
        fitting = [t for t in phrases.talk(register) if phrases.in_season(t.season, self.day)]
        said = self.picker.pick(tie.person.key, [t.opening for t in fitting])
        return next(t for t in fitting if t.opening == said)

    def _closer(self) -> list[str]:
        tie = self.tie
        if self.pure or self.formal or not chance(self.rng, tie.talk * 0.3):
            return []
        register = tie.person.register
        fitting = [t for s, t in phrases.closers(register) if phrases.in_season(s, self.day)]
        return [self.picker.pick(tie.person.key, fitting)]


def possible(case: Case, day: dt.date, *, mine: bool, formal: bool) -> bool:
    """Whether a conversation can be held by these two, begun by ego if `mine`."""
    if case.who not in {"both", "me" if mine else "them"}:
        return False
    if not phrases.in_season(case.season, day):
        return False
    if not formal:
        return True
    polite = [[phrases.is_formal(phrases.formal(o)) for o in case.turns[p]] for p in _FIRST]
    return all(all(one) if case.paired else any(one) for one in polite)


_FIRST = ("open", "reply")
