"""What the user prefers: up to three goals, and how they like to keep contact."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from hecht.core.topics import stems

MOST_GOALS = 3
_SHARED = 2
_RECEPTIONS = (
    "borrel vrijdagmiddagborrel zomerborrel kerstborrel eindejaarsborrel nieuwjaarsborrel netwerkborrel receptie"
    " nieuwjaarsreceptie afscheidsreceptie netwerkbijeenkomst drinks reception networking party feest"
)


class Way(StrEnum):
    """A way of keeping contact that somebody may like or not."""

    ONE_TO_ONE = "one_to_one"
    MAIL = "mail"
    CALL = "call"
    WALK = "walk"
    RECEPTIONS = "receptions"


class Goal(NamedTuple):
    """A goal in the user's own words, with its content words, each as its stems in Dutch and in English."""

    text: str
    words: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, text: str) -> "Goal":
        """Make a goal of a text."""
        every = (frozenset(stems(word, "nl")) | frozenset(stems(word, "en")) for word in text.split())
        return cls(text, tuple(dict.fromkeys(word for word in every if word)))

    def shared(self, held: frozenset[str]) -> int:
        """Give how many words the goal shares with some stems: 0 below two, unless the goal has but one word.

        "trillingen" alone may be about something else.
        """
        count = sum(bool(word & held) for word in self.words)
        return count if count >= min(_SHARED, len(self.words)) else 0


class Voice(NamedTuple):
    """How a draft to somebody sounds: `je` or `u`, a greeting of the user's own, the way to propose, and the language.

    An empty language is that of the page; an empty greeting the usual one.
    """

    form: str = "je"
    greeting: str = ""
    way: Way | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Goals, and the ways of keeping contact that the user likes and does not like."""

    goals: tuple[Goal, ...] = ()
    likes: frozenset[Way] = frozenset()
    dislikes: frozenset[Way] = frozenset()

    def fits(self, title: str) -> bool:
        """Say whether a meeting of this title is one to have a word at: not a reception, for who does not like those."""
        return Way.RECEPTIONS not in self.dislikes or not set(stems(_RECEPTIONS)) & set(stems(title))

    @property
    def way(self) -> Way | None:
        """Give the way to propose in a draft: the first liked of a walk, a call and mail; None for no preference.

        Who does not like to call and said nothing else is served by mail.
        """
        liked = next((way for way in (Way.WALK, Way.CALL, Way.MAIL) if way in self.likes), None)
        return liked or (Way.MAIL if Way.CALL in self.dislikes else None)

    def goal_of(self, words: Iterable[str]) -> tuple[int, str]:
        """Give how many words a goal shares with some stems, and that goal: the one that shares most, or (0, "")."""
        held = frozenset(words)
        best = max(((goal.shared(held), goal.text) for goal in self.goals), key=lambda one: one[0], default=(0, ""))
        return best if best[0] else (0, "")

    def goal_about(self, title: str) -> str:
        """Give the goal that shares most words with a title, or nothing."""
        return self.goal_of((*stems(title, "nl"), *stems(title, "en")))[1] if self.goals else ""

    def without(self, useless: Iterable[str]) -> "Preferences":
        """Give the same preferences with stems left out of the goals by which nothing can be told."""
        gone = frozenset(useless)
        goals = (
            goal._replace(words=tuple(left for word in goal.words if (left := word - gone))) for goal in self.goals
        )
        return replace(self, goals=tuple(goals))


NONE = Preferences()
"""No goals, and no preference among the ways."""
