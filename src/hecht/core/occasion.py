"""Occasion: how much room for the other a meeting, call or visit has, by its title, its people, its length and its hour.

There is no text to judge, so this is a stated rule and no fitted model (article 3: interaction without an immediate
stake is the lubricant). Two people without an agenda have more room than a steering group of twelve; coffee, lunch, a
walk or a visit have most.
"""

from hecht.core.days import DAY
from hecht.core.model import Channel, Interaction
from hecht.core.spoken import words_of

WARM = frozenset(
    """koffie koffiedrinken bakkie kopje thee lunch lunchen borrel vrijmibo biertje drankje etentje eten diner ontbijt
    bijpraten bijkletsen kennismaken kennismaking kennismakingsgesprek wandelen wandeling ommetje rondje fietsen fietstocht
    verjaardag verjaardagsborrel jubileum afscheid afscheidsborrel receptie uitje teamuitje bezoek werkbezoek langs thuis
    bruiloft barbecue bbq kerstborrel nieuwjaarsborrel nieuwjaarsreceptie concert wedstrijd museum theater feest feestje
    intervisie
    coffee tea lunch brunch breakfast dinner drinks drink beer beers pub walk stroll ride catchup catch visit birthday
    wedding farewell party celebration picnic social introduction introductions intro reunion concert match museum""".split()
)
"""Words of a title that say that people come for each other."""
FORMAL = frozenset(
    """stuurgroep stuurgroepvergadering vergadering overleg werkoverleg teamoverleg projectoverleg projectgroep werkgroep
    bouwvergadering directieoverleg afdelingsoverleg voortgang voortgangsoverleg mt bestuur bestuursvergadering commissie
    raad college planning agenda sprint standup stand retrospective refinement review demo presentatie kickoff startoverleg
    toets toetsing besluit besluitvorming kostenverdeling begroting contract aanbesteding gunning oplevering audit
    sollicitatie beoordeling training cursus webinar workshop sessie inspraak
    steering committee board meeting management weekly biweekly monthly quarterly status progress project update planning
    standup sprint retro refinement review demo presentation call sync budget contract tender audit interview training
    course webinar workshop session deadline""".split()
)
"""Words of a title that say that there is work on the table."""
_LARGE = 8
_SMALL = 3
_NOON, _EVENING = (12, 13), 18
_SATURDAY = 5
_LONG = 3 * 3600
_WHOLE_DAY = DAY


def room(item: Interaction, hour: int, weekday: int) -> int | None:
    """Give the relation part (0-100) of a meeting, call or visit; None where it says too little, and for mail and chat.

    Two people begin at 50, up to four at 25, up to eight at 10, more at 0. A title of warm words brings it to at least
    85 (two), 70 (up to eight) or 40 (more); a formal word takes 25 off where none is warm. Lunch time, evening and
    weekend give 10 to at most three people, and so does a visit of three hours or more. A call or visit between two is
    50 and 60. Kept within 0-95: nothing is all relation.

    Args:
        item: the interaction.
        hour: its hour in the home zone, 0-23.
        weekday: its day of the week, 0 for Monday.
    """
    if item.channel in (Channel.MAIL, Channel.CHAT):
        return None
    people = item.recipients + 1
    words = set(words_of(item.title))
    if not words and people > 2 and item.channel is Channel.MEETING:  # noqa: PLR2004 - a title-less meeting of several says nothing
        return None
    part = 50 if people <= 2 else 25 if people <= 4 else 10 if people <= _LARGE else 0  # noqa: PLR2004 - as said above
    if item.channel is Channel.VISIT:
        part += 10
    if words & WARM:
        part = max(part, 85 if people <= 2 else 70 if people <= _LARGE else 40)  # noqa: PLR2004
    elif words & FORMAL:
        part -= 25
    if people <= _SMALL and 0 < item.duration < _WHOLE_DAY:
        part += 10 * (hour in _NOON or hour >= _EVENING or weekday >= _SATURDAY)
        part += 10 * (item.duration >= _LONG and item.channel is Channel.VISIT)
    return max(0, min(95, part))
