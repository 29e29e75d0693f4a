"""Asks and offers: what somebody seeks or brings, of which kind, until when, and who may see it."""

import json
from enum import StrEnum
from typing import NamedTuple

from hecht.core.cleaning import clean

LONGEST = 500
"""Characters of an ask or offer: a question that one could put in a mail."""


class Need(StrEnum):
    """What is asked or brought. `thinking_along` is for a half-baked plan: only close people, and never shared."""

    INFORMATION = "information"
    SUPPORT = "support"
    COOPERATION = "cooperation"
    THINKING_ALONG = "thinking_along"


class See(StrEnum):
    """Who may see it: the user alone, or others too, in what the user makes for them."""

    ME = "me"
    OTHERS = "others"


class Wish(NamedTuple):
    """One ask or offer. `person` is 0 for the user's own; `organisation` may be empty; days are as in the log.

    `key` is the number of the statement that holds it, `id` what one types.
    """

    key: int
    id: str
    asked: bool
    person: int
    text: str
    need: Need
    see: See
    since: int
    until: int | None
    organisation: str = ""

    @property
    def mine(self) -> bool:
        """Say whether it is the user's own."""
        return self.person == 0 and not self.organisation

    @property
    def shown_to_others(self) -> bool:
        """Say whether it may stand in anything that is made for others; thinking along never does."""
        return self.see is See.OTHERS and self.need is not Need.THINKING_ALONG

    def stands(self, as_of: int) -> bool:
        """Say whether it was there and still stands on a day; its last day counts."""
        return self.since <= as_of and (self.until is None or as_of <= self.until)


def written(text: str, need: Need, see: See, organisation: str = "") -> str:
    """Give an ask or offer as it is stored, in JSON with its fields in order."""
    seen = See.ME if need is Need.THINKING_ALONG else see
    held = {"text": clean(text, LONGEST), "need": str(need), "see": str(seen)}
    return json.dumps({**held, **({"organisation": clean(organisation)} if organisation else {})}, ensure_ascii=False)


def read(value: str) -> tuple[str, Need, See, str]:
    """Give text, kind, who may see it, and organisation of what is stored."""
    held = json.loads(value)
    return str(held["text"]), Need(held["need"]), See(held["see"]), str(held.get("organisation", ""))
