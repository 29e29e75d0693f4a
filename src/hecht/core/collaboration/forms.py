"""Forms of collaboration: improve or renew, exchange or share (Kaats and Opheij, "Leren samenwerken tussen organisaties", 2012).

Each party says how it sees it. Two choices give four forms: improving by exchanging is transactional, improving by sharing
functional, renewing by exchanging exploratory, renewing by sharing entrepreneurial. That pictures differ is no fault: it is
something to talk about, for each form needs other agreements.
"""

from collections import Counter
from dataclasses import dataclass

from hecht.core.collaboration.collaboration import Collaboration

AIMS, WAYS = ("improve", "renew"), ("exchange", "share")
FORMS = {
    ("improve", "exchange"): "transactional",
    ("improve", "share"): "functional",
    ("renew", "exchange"): "exploratory",
    ("renew", "share"): "entrepreneurial",
}
NEEDS = {
    "transactional": ("what_for_what", "quality_and_price", "how_long"),
    "functional": ("who_steers", "service_levels", "way_out"),
    "exploratory": ("who_brings_what", "what_is_shared", "when_to_stop"),
    "entrepreneurial": ("risk_and_return", "who_decides", "ownership"),
}
"""What each form asks to be agreed on."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """How the parties see it: the form by party; `differ` when two say different ones; `most` the one said most, "" when none.

    `needs` are the agreements that the forms that were named ask for.
    """

    by_party: dict[str, str]
    differ: bool
    most: str
    needs: tuple[str, ...]


def pictures(of: Collaboration) -> Pictures:
    """Give how the parties see it, as far as it was said."""
    found = {
        one.slot: FORMS[one.text("aim"), one.text("way")]
        for one in of.of("form")
        if (one.text("aim"), one.text("way")) in FORMS
    }
    counted = Counter(found.values())
    most = min(counted, key=lambda form: (-counted[form], form), default="")
    named = [form for form in NEEDS if form in counted]
    return Pictures(found, len(counted) > 1, most, tuple(need for form in named for need in NEEDS[form]))
