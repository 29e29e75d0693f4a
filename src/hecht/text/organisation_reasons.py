"""Why a department or somebody stands out in the report, and what its tables say to who is no analyst."""

from typing import TYPE_CHECKING

from hecht.text.measures import number as in_words
from hecht.text.organisation import named, number, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hecht.app.organisation_rows import GroupRow, OrganisationReport, PersonRow
    from hecht.core.network.resampled import Interval

_PARTS = (
    (0.1, "een tiende", "a tenth"),
    (0.2, "een vijfde", "a fifth"),
    (0.25, "een kwart", "a quarter"),
    (0.333, "een derde", "a third"),
    (0.4, "twee vijfde", "two fifths"),
    (0.5, "de helft", "half"),
    (0.6, "drie vijfde", "three fifths"),
    (0.667, "twee derde", "two thirds"),
)
_LEAST_PART = 0.07
"""Below this a part has no everyday word."""
_LISTED = 8
"""Closed groups that are listed; the others are marked in the table."""
_NAMED = 3
"""Groups that a sentence names."""


def part(value: float, lang: str) -> str:
    """Say a share of what is expected in everyday words: the nearest of a tenth, a fifth, a quarter ... two thirds."""
    dutch = lang == "nl"
    if value < _LEAST_PART:
        return "minder dan een tiende" if dutch else "less than a tenth"
    _, nl, en = min(_PARTS, key=lambda one: abs(one[0] - value))
    return f"ongeveer {nl}" if dutch else f"about {en}"


def closed_lines(rows: "Sequence[GroupRow]", lang: str) -> tuple[str, list[str]]:
    """Say which groups keep to themselves, and how little contact with others each has beside what would be expected.

    Returns:
        A sentence ("" when there are none), and a line a group when there are more than one, at most `_LISTED`.
    """
    dutch = lang == "nl"
    rows = sorted(rows, key=lambda row: row.expected.value)
    if not rows:
        return "", []
    if len(rows) == 1:
        name, some, span = (
            named(rows[0].name, lang),
            part(rows[0].expected.value, lang),
            between(rows[0].expected, lang),
        )
        if dutch:
            return (
                f"{name} heeft {some} van het contact met andere groepen dat je bij een groep van die grootte zou verwachten ({span}).",
                [],
            )
        return (
            f"{name} has {some} of the contact with other groups that one would expect of a group of its size ({span}).",
            [],
        )
    count = in_words(len(rows), lang).capitalize()
    of = "daarvan" if dutch else "of it"
    lines = [
        f"{named(row.name, lang)}: {part(row.expected.value, lang)} {of} ({between(row.expected, lang)})"
        for row in rows[:_LISTED]
    ]
    if more := len(rows) - len(lines):
        lines.append(
            f"en nog {more}, in de tabel hieronder gemerkt" if dutch else f"and {more} more, marked in the table below"
        )
    if dutch:
        return (
            f"{count} groepen hebben veel minder contact met andere groepen dan je bij groepen van hun grootte zou verwachten:",
            lines,
        )
    return (
        f"{count} groups have far less contact with other groups than one would expect of groups of their size:",
        lines,
    )


def between(one: "Interval", lang: str) -> str:
    """Say an interval of shares."""
    low, high = number(100 * one.low, lang), percent(one.high, lang)
    return f"tussen {low} en {high}" if lang == "nl" else f"between {low} and {high}"


def expected(one: "Interval", lang: str) -> str:
    """Give a group's contact with others as a percentage of what is expected, with its interval."""
    if one.value != one.value:
        return "–"
    return f"{percent(one.value, lang)} ({number(100 * one.low, lang)}–{number(100 * one.high, lang)})"


def person_line(one: "PersonRow", lang: str) -> str:
    """Say why somebody is named."""
    return _link_line(one, lang) if one.why == "broker" else _load_line(one, lang)


def _link_line(one: "PersonRow", lang: str) -> str:
    names = [named(name, lang) for name in one.groups[:_NAMED]]
    more = len(one.groups) - len(names)
    dutch = lang == "nl"
    if more:
        names.append((f"nog {more}" if dutch else f"{more} more") if names else "")
    with_ = _listed(names, "en" if dutch else "and")
    times, low = number(one.times.value, lang), number(one.times.low, lang)
    if dutch:
        return f"Heeft contact met {with_}, waar de eigen groep verder weinig contact mee heeft: ten minste {times} keer zoveel als een collega gewoonlijk (zeker {low} keer). Dat is {percent(one.share, lang)} van alle contact van deze persoon."
    return f"Is in contact with {with_}, with which their own group otherwise has little: at least {times} times as much as a colleague usually has (surely {low} times). That is {percent(one.share, lang)} of all contact of this person."


def _load_line(one: "PersonRow", lang: str) -> str:
    times, low, high = (number(value, lang, 1) for value in one.times)
    hours, usual = (number(value or 0.0, lang, 1) for value in (one.hours, one.hours_usual))
    before = "" if one.before is None else number(one.before, lang, 1)
    if lang == "nl":
        lines = [
            f"Heeft {times} keer zoveel contact als gewoon is voor iemand op die plek (tussen {low} en {high}{f'; een kwartaal eerder {before}' * bool(before)}), en is voor {percent(one.share, lang)} van die contacten een van de belangrijkste.",
            "Er komt meer binnen dan er uitgaat." * one.asked,
            f"In vergaderingen: {hours} uur per week, in de eigen groep gewoonlijk {usual}." * bool(one.hours),
        ]
    else:
        lines = [
            f"Has {times} times the contact that is usual for somebody in that place (between {low} and {high}{f'; a quarter earlier {before}' * bool(before)}), and is a main contact to {percent(one.share, lang)} of those people.",
            "More comes in than goes out." * one.asked,
            f"In meetings: {hours} hours a week, in their own group usually {usual}." * bool(one.hours),
        ]
    return " ".join(line for line in lines if line)


def _listed(names: "Sequence[str]", and_: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {and_} {names[-1]}"


def counted_lines(found: "OrganisationReport", lang: str) -> list[str]:
    """Say how many people are a link between groups, and on how many much rests."""
    dutch = lang == "nl"
    few = f"minder dan {found.least}" if dutch else f"fewer than {found.least}"
    links, loaded = (few if one is None else number(one, lang) for one in (found.brokers, found.loaded))
    if dutch:
        return [
            f"Schakels, mensen die contact houden met groepen waar hun eigen groep verder weinig contact mee heeft: {links}.",
            f"Mensen op wie veel rust, met veel meer contact dan om hen heen gewoon is en een van de belangrijkste contacten van velen: {loaded}.",
        ]
    return [
        f"Links, people who keep contact with groups with which their own group otherwise has little: {links}.",
        f"People on whom much rests, with far more contact than is usual around them and a main contact of many: {loaded}.",
    ]


def question_line(lang: str) -> str:
    """Say how to take what stands out."""
    if lang == "nl":
        return "Neem dit als een vraag om over te praten: niet alles wat opvalt staat hier, en er kan een goede reden voor zijn."
    return (
        "Take this as a question to talk about: not all that stands out is here, and there may be a good reason for it."
    )


PLAIN = {
    "nl": {
        "groups": (
            "Contacten: met hoeveel mensen van de organisatie iemand gemiddeld contact heeft; met wat er in een kwartaal veranderde.",
            "Tegenover wat je zou verwachten: 100 % is wat groepen van die grootte gewoonlijk aan contact met andere groepen hebben; tussen haakjes waar het met 95 % zekerheid ligt.",
            "De stip: helemaal links zijn alle contacten binnen de eigen groep, helemaal rechts alle daarbuiten; hoe langer de streep, hoe onzekerder.",
        ),
        "roles": (
            "Wie tussen twee mensen staat die elkaar niet kennen, kan iets van de een naar de ander brengen. Het getal is voor hoeveel van zulke paren iemand dat gemiddeld kan. Meer is niet beter: wie overal tussen staat, is ook overal nodig.",
            "Binnen eigen huis: beiden van de eigen groep. Tussenpersoon bij een ander: beiden van dezelfde andere groep. Poortwachter: van buiten naar de eigen groep. Woordvoerder: van de eigen groep naar buiten. Schakel tussen twee anderen: uit twee verschillende andere groepen.",
        ),
        "load": (
            "Bij de {least} drukste: welk deel van al het contact van de groep loopt via de {least} mensen met het meeste contact. Een streepje: zonder hen blijven er minder dan {least} mensen over, en daarvan wordt niets getoond.",
            "Uur per week: tijd in vergaderingen en bezoeken volgens de agenda, gemiddeld per persoon.",
        ),
        "amounts": (
            "Inhoud is contact over het werk zelf, relatie is contact met ruimte voor de ander; beide kunnen tegelijk toenemen.",
        ),
    },
    "en": {
        "groups": (
            "Contacts: with how many people of the organisation somebody is in contact, on average; and what changed in a quarter.",
            "Beside the expected: 100% is the contact with other groups that groups of that size usually have; in brackets where it lies with 95% certainty.",
            "The dot: all the way to the left every contact is inside the own group, all the way to the right every one is outside; the longer the bar, the less certain.",
        ),
        "roles": (
            "Who stands between two people who do not know each other can bring something from one to the other. The figure is for how many such pairs somebody can, on average. More is not better: who stands between everybody is needed everywhere.",
            "Within their own: both of the own group. Go-between for another: both of the same other group. Gatekeeper: from outside to the own group. Representative: from the own group to outside. Link between two others: from two different other groups.",
        ),
        "load": (
            "With the busiest {least}: the share of all contact of the group that runs through the {least} people with most contact. A dash: without them fewer than {least} people are left, of whom nothing is shown.",
            "Hours a week: time in meetings and visits by the calendar, the mean of a person.",
        ),
        "amounts": (
            "Task is contact about the work itself, relation is contact with room for the other; both can grow at once.",
        ),
    },
}  # fmt: skip
"""Plain lines under the tables, by section."""
