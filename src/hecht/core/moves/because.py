"""Because: why somebody dismisses a suggestion; there are good reasons not to, and nobody scores them."""

from enum import StrEnum
from typing import NamedTuple


class Because(StrEnum):
    """The reasons one can choose from; any other is free text.

    The four in the middle are the legitimate ones of working alone: it is faster, it is better, one need not walk on
    eggshells, and one keeps control.
    """

    NOT_NOW = "not_now"
    NOT_NEEDED = "not_needed"
    FASTER_ALONE = "faster_alone"
    BETTER_ALONE = "better_alone"
    NO_CONTACT = "no_contact"
    IN_HAND = "in_hand"


class Given(NamedTuple):
    """A reason as it was given: one of the fixed ones or none, and what was said in one's own words."""

    because: Because | None
    text: str

    def __str__(self) -> str:
        """Give it as it is stored: `not_now`, `not_now: until the budget is done`, or the text alone."""
        return ": ".join(one for one in (self.because or "", self.text) if one)


_WORDS = {
    "nu-niet": Because.NOT_NOW,
    "niet-nodig": Because.NOT_NEEDED,
    "sneller-alleen": Because.FASTER_ALONE,
    "beter-alleen": Because.BETTER_ALONE,
    "liever-geen-contact": Because.NO_CONTACT,
    "rather-no-contact": Because.NO_CONTACT,
    "zelf-in-de-hand": Because.IN_HAND,
    "i-keep-it-in-hand": Because.IN_HAND,
    **{str(one): one for one in Because},
    **{str(one).replace("_", "-"): one for one in Because},
}


def parse(text: str) -> Given:
    """Read a reason: a fixed word (Dutch or English, spaces and hyphens alike), perhaps with `: ` and more, or free text."""
    head, _, rest = text.strip().partition(":")
    word = _WORDS.get("-".join(head.casefold().replace("_", "-").split()))
    return Given(word, rest.strip()) if word else Given(None, text.strip())
