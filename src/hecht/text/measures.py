"""Human measures: how often, how long ago, how many, and when, in the words of a colleague."""

import re
from datetime import date, datetime, timedelta, tzinfo

from hecht.core.days import to_date

_NUMBERS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(),
    "en": "no one two three four five six seven eight nine ten eleven twelve".split(),
}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_RHYTHMS = {
    "nl": {
        1: "elke dag",
        3: "om de paar dagen",
        7: "elke week",
        14: "om de week",
        21: "om de drie weken",
        30: "elke maand",
        60: "om de twee maanden",
        90: "elk kwartaal",
        180: "twee keer per jaar",
    },
    "en": {
        1: "every day",
        3: "every few days",
        7: "every week",
        14: "every other week",
        21: "every three weeks",
        30: "every month",
        60: "every two months",
        90: "every quarter",
        180: "twice a year",
    },
}
_TITLES = frozenset("mevr. mevrouw mw. dhr. de heer dr. drs. ir. ing. mr. prof. bc. msc mrs. ms. miss sir".split()) - {
    "de"
}
_BRACKETED = re.compile(r"\(([^\W\d_]{2,30})\)")
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


def number(count: int, lang: str) -> str:
    """Say a count: in letters up to twelve."""
    return _NUMBERS[lang][count] if 0 <= count <= 12 else str(count)  # noqa: PLR2004


def rhythm(days: int, lang: str) -> str:
    """Say a rhythm of `core.ties.rhythm.SAID`: "om de week"."""
    return _RHYTHMS[lang][days]


def span(days: int, lang: str) -> str:  # noqa: PLR0911 - one step a line
    """Say a length of time roughly: "een week of zes", "about six weeks"."""
    if days < 1:
        return "een paar uur" if lang == "nl" else "a few hours"
    if days < 10:  # noqa: PLR2004 - the steps are how people speak
        if days == 1:
            return "een dag" if lang == "nl" else "a day"
        return f"{number(days, lang)} {'dagen' if lang == 'nl' else 'days'}"
    if days < 13:  # noqa: PLR2004
        return "een dag of tien" if lang == "nl" else "about ten days"
    if days < 18:  # noqa: PLR2004
        return "twee weken" if lang == "nl" else "two weeks"
    if days < 60:  # noqa: PLR2004
        weeks = number(round(days / _WEEK), lang)
        return f"een week of {weeks}" if lang == "nl" else f"about {weeks} weeks"
    if days < 330:  # noqa: PLR2004
        months = number(round(days / _MONTH), lang)
        return f"een maand of {months}" if lang == "nl" else f"about {months} months"
    years = max(1, int(days / _YEAR))
    if days < 400:  # noqa: PLR2004
        return "ongeveer een jaar" if lang == "nl" else "about a year"
    return (
        f"ruim {number(years, lang)} jaar"
        if lang == "nl"
        else f"more than {number(years, lang)} year{'s' * (years > 1)}"
    )


def month(day: int, as_of: int, lang: str) -> str:
    """Say in which month a day was, with the year when it is another one: "mei", "mei 2025"."""
    then, now = to_date(day), to_date(as_of)
    name = _MONTHS[lang][then.month - 1]
    return name if then.year == now.year else f"{name} {then.year}"


def on_day(day: int, as_of: int, lang: str) -> str:
    """Say a date: "3 november", with the year when it is another one."""
    then = to_date(day)
    name = _MONTHS[lang][then.month - 1]
    text = f"{then.day} {name}" if lang == "nl" else f"{name} {then.day}"
    if then.year != to_date(as_of).year:
        text += f" {then.year}" if lang == "nl" else f", {then.year}"
    return text


def moment(seconds: int, zone: tzinfo, as_of: int, lang: str) -> str:
    """Say when something in the coming days is: "donderdag om tien uur", "morgen om 9.15 uur"."""
    at = datetime.fromtimestamp(seconds, zone)
    return f"{_day_name(at.date(), to_date(as_of), lang)} {_clock(at, lang)}"


def _day_name(then: date, now: date, lang: str) -> str:
    if then == now:
        return "vandaag" if lang == "nl" else "today"
    if then == now + timedelta(days=1):
        return "morgen" if lang == "nl" else "tomorrow"
    name = _WEEKDAYS[lang][then.weekday()]
    return name if lang == "nl" else f"on {name}"


def _clock(at: datetime, lang: str) -> str:
    if lang == "en":
        return f"at {at.hour}" + (f":{at.minute:02}" if at.minute else " o'clock" if 0 < at.hour <= 12 else ":00")  # noqa: PLR2004
    hour = at.hour if at.hour <= 12 else at.hour - 12  # noqa: PLR2004
    if at.minute == 0 and at.hour and 1 <= hour <= 12:  # noqa: PLR2004
        return f"om {_spoken(hour)} uur"
    if at.minute == 30 and 0 < at.hour < 18:  # noqa: PLR2004
        return f"om half {_spoken(hour % 12 + 1)}"
    return f"om {at.hour}.{at.minute:02} uur"


def _spoken(hour: int) -> str:
    return "één" if hour == 1 else _NUMBERS["nl"][hour]


def some(count: int, one: str, many: str) -> str:
    """Say a count with its noun: "1 bericht", "3 berichten"."""
    return f"{count} {one if count == 1 else many}"


def listed(words: list[str], lang: str) -> str:
    """Join words: "mail, agenda en telefoon"."""
    last = " en " if lang == "nl" else " and "
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def first_name(name: str) -> str:
    """Give the name by which one speaks of somebody: the first name, or the whole name when that is an initial.

    "Jansen, B. (Bram)" is Bram: in many organisations the first name stands in brackets.
    """
    bracketed = _BRACKETED.search(name)
    bare = name.split(" (", maxsplit=1)[0].split(" | ", maxsplit=1)[0].strip()
    text = " ".join(reversed(bare.split(", ", 1))) if ", " in bare else bare
    words = [word for word in text.split(" ") if word.lower() not in _TITLES] or [text]
    if len(words) > 1 and len(words[0]) > 2 and "." not in words[0] and words[0].isupper() and not words[-1].isupper():  # noqa: PLR2004
        words = [*words[1:], words[0]]  # "PIETERSE Kees": the family name in capitals
    first = words[0]
    if len(first.replace(".", "")) > 1 and "@" not in first and "." not in first:
        return first
    return bracketed[1] if bracketed and "," in name and bracketed[1].istitle() else text


def dear(name: str, lang: str) -> str:
    """Give the greeting of a draft: "Dag Anna", or "Dag" where only an address is known."""
    first = first_name(name)
    hello = "Dag" if lang == "nl" else "Hello"
    return hello if "@" in first else f"{hello} {first}"


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
