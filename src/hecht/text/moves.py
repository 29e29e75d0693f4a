"""What the kinds of move are called, what is said when nothing is needed, and through what it was seen."""

from hecht.core.moves.move import Kind
from hecht.text.measures import listed

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
    "nl": "Deze week hoeft er niets.",
    "en": "Nothing is needed this week.",
}


def through(channels: tuple[str, ...], lang: str) -> str:
    """Say through what something was seen: "gezien via mail en agenda"."""
    if not channels:
        return ""
    words = listed([_THROUGH[lang][channel] for channel in channels], lang)
    return f"gezien via {words}" if lang == "nl" else f"seen through {words}"
