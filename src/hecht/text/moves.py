"""What the kinds of move are called, what is said when nothing is needed, and through what it was seen."""

from typing import TYPE_CHECKING

from hecht.core.moves.move import Kind
from hecht.text.measures import listed

if TYPE_CHECKING:
    from hecht.app.week import Week

KINDS = {
    "nl": {
        Kind.GIVE_BACK: "iets terugdoen",
        Kind.MEET: "even aanspreken",
        Kind.ASK: "een vraag voorleggen",
        Kind.DEEPEN: "bijpraten",
        Kind.REACH_OUT: "iets van je laten horen",
        Kind.WAKE: "weer oppakken",
        Kind.INTRODUCE: "aan elkaar voorstellen",
        Kind.GET_TO_KNOW: "leren kennen",
        Kind.APPROACH: "contact leggen",
        Kind.GATHER: "bij elkaar brengen",
        Kind.REVIEW: "houden of laten rusten?",
    },
    "en": {
        Kind.GIVE_BACK: "give something back",
        Kind.MEET: "have a word",
        Kind.ASK: "put a question",
        Kind.DEEPEN: "catch up",
        Kind.REACH_OUT: "be in touch",
        Kind.WAKE: "take up again",
        Kind.INTRODUCE: "introduce to each other",
        Kind.GET_TO_KNOW: "get to know",
        Kind.APPROACH: "make contact",
        Kind.GATHER: "bring together",
        Kind.REVIEW: "keep, or let rest?",
    },
}
_THROUGH = {
    "nl": {"mail": "mail", "meeting": "agenda", "call": "telefoon", "chat": "chat", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "calendar", "call": "telephone", "chat": "chat", "visit": "visits"},
}
NOTHING = {
    "nl": (
        "Deze week hoeft er niets.",
        "Je hebt de mensen gesproken die je anders ook spreekt. Fijne week.",
    ),
    "en": (
        "Nothing is needed this week.",
        "You have been in touch with the people you usually are. Have a good week.",
    ),
}
DONE = {
    "nl": ("Klaar voor deze week.", "Meer hoeft niet; volgende week kijkt hecht opnieuw. Fijne week."),
    "en": ("Done for this week.", "No more is needed; next week hecht looks again. Have a good week."),
}
TOO_LITTLE = {
    "nl": (
        "Nog te weinig te zien voor een suggestie.",
        (
            "Met niemand zijn hier meer dan een paar dagen contact te zien. Verzonden mail en je agenda zeggen het meest; "
            "kijk ook of hecht je goede adres kent."
        ),
    ),
    "en": (
        "Too little to be seen yet for a suggestion.",
        (
            "With nobody more than a few days of contact are to be seen here. Sent mail and your calendar say most; "
            "see also whether hecht knows the right address of yours."
        ),
    ),
}
"""What is said when a week holds no suggestion, and why: a head and what follows it."""


def nothing(week: "Week", lang: str, *, old: bool) -> tuple[str, str]:
    """Say that a week holds no suggestion, and why: all was seen to, too little is known, or nothing is needed.

    Of an old log (`old`) it is not said that one spoke the people whom one usually speaks: that is not to be seen.
    """
    if week.settled:
        return DONE[lang]
    if not week.acquainted:
        return TOO_LITTLE[lang]
    head, why = NOTHING[lang]
    return head, "" if old else why


def through(channels: tuple[str, ...], lang: str) -> str:
    """Say through what something was seen: "gezien via mail en agenda"."""
    if not channels:
        return ""
    words = listed([_THROUGH[lang][channel] for channel in channels], lang)
    return f"gezien via {words}" if lang == "nl" else f"seen through {words}"
