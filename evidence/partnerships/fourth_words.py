"""Titles of the fourth generator: subjects of mail and names of meetings as people in such partnerships write them."""

from random import Random

DOCUMENTS = (
    "conceptnotitie",
    "memo",
    "planning",
    "projectplan",
    "begroting",
    "startnotitie",
    "rapportage",
    "offerte",
    "raadsvoorstel",
    "presentatie",
    "factsheet",
    "verslag",
    "actielijst",
    "risicoanalyse",
    "reactienota",
    "tekstvoorstel",
)
TASK_MAIL = (
    "{document} {matter}",
    "{document} {matter}",
    "{matter}",
    "{matter}: vraag",
    "{matter} - stand van zaken",
    "Vraag over {matter}",
    "Stukken {group} {date}",
    "Agenda {group} {date}",
    "Verslag {group} {date}",
    "Actiepunten {group}",
    "Reactie op {document} {matter}",
    "{document} v0.{number}",
    "{document} {matter} def",
    "Opmerkingen {organisation} bij {document}",
    "Cijfers {matter}",
    "Gegevens {matter} nodig voor {date}",
    "Deadline {document} {date}",
    "Input {organisation} {matter}",
    "Ter accordering: {document}",
    "Planning {matter} Q{quarter}",
    "Terugkoppeling {matter}",
    "Afstemming {matter}",
    "Herinnering: {document} {matter}",
    "Verplaatsen overleg {date}",
    "Datumprikker {group}",
    "{name} - {matter}",
    "Bestuurlijke annotatie {matter}",
    "Factuur {number}{quarter}",
)
TASK_MAIL_ENGLISH = (
    "{matter} - draft for review",
    "Minutes {group} {date}",
    "Agenda {group} {date}",
    "Input needed: {matter}",
    "Status update {matter}",
    "Comments on {document}",
    "Planning Q{quarter}",
    "Action items {group}",
    "Deadline {date}",
)
ROOM_MAIL = (
    "Bedankt voor gisteren",
    "Koffie?",
    "Bijpraten",
    "Even bijpraten?",
    "Leuk je te ontmoeten",
    "Kennismaken?",
    "Lunch {date}?",
    "Hoe is het?",
    "Gefeliciteerd!",
    "Beterschap",
    "Goed gesprek",
    "Foto's werkbezoek",
    "Fijn weekend",
    "Fijne vakantie",
    "Tip: artikel over {matter}",
    "Bloemetje voor {first}",
    "Welkom {first}",
    "Afscheid {first}",
    "Even sparren?",
    "Hulpvraag {organisation}",
    "Meedenken over {matter}",
    "Dank!",
    "Etentje",
    "Vraagje",
)
ROOM_MAIL_ENGLISH = (
    "Thanks for yesterday",
    "Coffee?",
    "Catch up",
    "Nice meeting you",
    "Congratulations!",
    "Dinner {date}?",
)
TASK_MEETING = (
    "Overleg {matter}",
    "{matter}",
    "Afstemming {matter}",
    "Bespreken {document} {matter}",
    "Voorbereiding {group}",
    "Sessie {matter}",
    "Werksessie {document}",
    "Teams: {matter}",
    "Overleg {organisation}",
    "Redactieoverleg {document}",
    "{name} / {matter}",
    "Overleg",
    "Doornemen cijfers",
    "Ambtelijk vooroverleg",
)
TASK_MEETING_ENGLISH = (
    "{matter} call",
    "Sync {matter}",
    "Review {document}",
    "Weekly",
    "Prep {group}",
    "Meeting {organisation}",
)
ROOM_PAIR = (
    "Koffie {first}",
    "Kennismaking {first}",
    "Lunch met {first}",
    "Bijpraten {first}",
    "Wandelen met {first}",
    "Even bijkletsen",
    "Bila {first}",
    "Afspraak {first}",
    "Kop koffie",
    "Sparren",
    "{first}",
    "Kennismakingsgesprek {organisation}",
)
ROOM_GROUP = (
    "Lunch {name}",
    "Borrel {name}",
    "Netwerklunch",
    "Heidag {name}",
    "Inspiratiesessie",
    "Intervisie",
    "Kennismakingsbijeenkomst",
    "Samen eten na {group}",
    "Hoe helpen we {organisation}?",
    "Terugblik: hoe werken we samen?",
    "Etentje {name}",
    "Wedstrijd bezoeken",
    "Theater en diner",
    "Barbecue",
    "Meet & greet",
    "Partnerbijeenkomst {name}",
    "Uitje {name}",
)
ROOM_VISIT = (
    "Werkbezoek {place}",
    "Op bezoek bij {organisation}",
    "Rondleiding {place}",
    "Kijkje bij {place}",
    "Excursie {place}",
)
TASK_VISIT = (
    "Schouw {matter}",
    "Locatiebezoek {place}",
    "Opname {place}",
    "Werkbezoek {place}",
    "Audit {organisation}",
    "Inspectie {place}",
)
SEASON = {
    12: ("Fijne feestdagen!", "Kerstgroet {organisation}", "Beste wensen", "Season's greetings"),
    1: ("Beste wensen", "Nieuwjaarsreceptie", "Een goed nieuwjaar"),
    7: ("Fijne zomer", "Zomerreces", "Afwezig tot {date}"),
}
BARE = ("Overleg", "Afspraak", "Teams-overleg", "Even bellen", "Bellen", "")
HELD = ("Werkgroep", "Projectgroep", "Kernteam", "Projectoverleg", "Ambtelijk overleg", "Regiegroep")
STEERED = ("Stuurgroep", "Bestuurlijk overleg", "Bestuurlijke tafel", "Directeurenoverleg")
MONTHS = ("jan", "feb", "maart", "april", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec")


class Titles:
    """Fills in titles of one partnership.

    Attributes:
        chance: where its choices come from.
        english: the share of titles in English.
    """

    def __init__(
        self, chance: Random, *, name: str, matters: tuple[str, ...], places: tuple[str, ...], english: float
    ) -> None:
        self.chance = chance
        self.english = english
        self._name = name
        self._matters = chance.sample(matters, min(len(matters), 4))
        self._places = places
        self.held = chance.choice(HELD)
        self.steered = chance.choice(STEERED)

    def fill(self, pattern: str, *, first: str = "", organisation: str = "", month: int = 1) -> str:
        """Fill in one pattern."""
        chance = self.chance
        document = chance.choice(DOCUMENTS)
        made = pattern.format(
            document=document,
            matter=chance.choices(self._matters, weights=(8, 4, 2, 1)[: len(self._matters)])[0],
            group=self.held.lower() if chance.random() < 0.75 else self.steered.lower(),
            date=f"{chance.randint(1, 28)} {MONTHS[(month - 1 + chance.randint(0, 1)) % 12]}",
            number=chance.randint(1, 9),
            quarter=chance.randint(1, 4),
            name=self._name,
            organisation=organisation,
            first=first,
            place=chance.choice(self._places),
        )
        made = made[:1].upper() + made[1:]
        return made.lower() if chance.random() < 0.06 else made

    def one_of(self, dutch: tuple[str, ...], english: tuple[str, ...] = ()) -> str:
        """Choose a pattern, in English as often as this partnership writes it."""
        return self.chance.choice(english if english and self.chance.random() < self.english else dutch)

    def mail(self, *, room: float, first: str, organisation: str, month: int) -> str:
        """Give the subject of a first mail: what leaves room is often still called after the work, and now and then the reverse."""
        chance = self.chance
        if chance.random() < 0.02:
            return ""
        told = chance.random() < (0.6 if room > 0.6 else 0.2 if room > 0.25 else 0.012)
        pattern = self.one_of(ROOM_MAIL, ROOM_MAIL_ENGLISH) if told else self.one_of(TASK_MAIL, TASK_MAIL_ENGLISH)
        return self.fill(pattern, first=first, organisation=organisation, month=month)
