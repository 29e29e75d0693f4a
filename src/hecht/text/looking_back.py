"""Looking back on a quarter, in words: what came of it, and one's own reasons; without a verdict."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hecht.core.moves.because import Because
from hecht.text.measures import number, on_day

if TYPE_CHECKING:
    from hecht.app.looking_back import LookingBack

REASONS = {
    "nl": {
        Because.NOT_NOW: "nu niet",
        Because.NOT_NEEDED: "niet nodig",
        Because.FASTER_ALONE: "sneller alleen",
        Because.BETTER_ALONE: "beter alleen",
        Because.NO_CONTACT: "liever geen contact",
        Because.IN_HAND: "ik houd het zelf in de hand",
    },
    "en": {
        Because.NOT_NOW: "not now",
        Because.NOT_NEEDED: "not needed",
        Because.FASTER_ALONE: "faster alone",
        Because.BETTER_ALONE: "better alone",
        Because.NO_CONTACT: "rather no contact",
        Because.IN_HAND: "I keep it in hand",
    },
}
_LED_TO = {
    "nl": {
        "met": "{} daarna een overleg of gesprek",
        "answered": "{} een bericht terug",
        "nothing": "{} niets te zien",
        "soon": "{} nog te kort geleden",
    },
    "en": {
        "met": "{} a meeting or call after it",
        "answered": "{} a message back",
        "nothing": "{} nothing to be seen",
        "soon": "{} too short a time ago",
    },
}
INVITATION = {
    "nl": "Een kwartaal voorbij: hecht week --looking-back laat zien wat er van je suggesties kwam.",
    "en": "A quarter has passed: hecht week --looking-back shows what came of your suggestions.",
}


def looking_back_lines(back: "LookingBack", lang: str) -> Iterator[str]:
    """Say what the user did with suggestions in the last quarter, what came of it, and why not."""
    nl = lang == "nl"
    if not back.ripe:
        yield (
            "Na een kwartaal is hier te zien wat je met suggesties deed en wat ervan kwam."
            if nl
            else "After a quarter you can see here what you did with suggestions, and what came of it."
        )
        return
    span = f"{on_day(back.since + 1, 0, lang)} – {on_day(back.until, 0, lang)}"
    yield f"{'Terugkijken' if nl else 'Looking back'}, {span}"
    done = back.verdicts["done"]
    if nl:
        yield f"  gedaan: {done}, later: {back.verdicts['later']}, niet voor jou: {back.verdicts['never']}"
    else:
        yield f"  done: {done}, later: {back.verdicts['later']}, not for you: {back.verdicts['never']}"
    led = [_LED_TO[lang][what].format(_times(back.led_to[what], lang)) for what in _LED_TO[lang] if back.led_to[what]]
    if led:
        yield f"  {'van wat je deed, voor zover te zien' if nl else 'of what you did, as far as can be seen'}: {', '.join(led)}"
    if back.because:
        some = [f"{REASONS[lang][why]} ({count})" for why, count in back.because.most_common()]
        yield f"  {'je redenen' if nl else 'your reasons'}: {', '.join(some)}"
    yield from (f"  “{words}”" for words in back.words)
    yield "  Dit zie jij alleen." if nl else "  Only you see this."


def _times(count: int, lang: str) -> str:
    if lang == "nl":
        return "één keer" if count == 1 else f"{number(count, lang)} keer"
    return {1: "once", 2: "twice"}.get(count, f"{number(count, lang)} times")
