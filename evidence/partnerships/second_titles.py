"""Subjects and titles that people in a Dutch partnership give their mails and meetings, in Dutch and in English.

A title is no label of what went on: `title` gives a bare or a borrowed one now and then, as people do.
"""

from random import Random

THEMES = (
    ("woningbouw stationsgebied", "housing around the station"),
    ("dijkversterking", "dike reinforcement"),
    ("jeugdzorg", "youth care"),
    ("energietransitie", "energy transition"),
    ("veilige binnenstad", "a safe city centre"),
    ("arbeidsmarkt techniek", "technical labour market"),
    ("waterberging", "water storage"),
    ("ouderenzorg thuis", "care for the elderly at home"),
    ("schuldhulp", "debt relief"),
    ("warmtenet", "heat network"),
)

_TITLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "agenda": (
        ("Agenda stuurgroep", "Stukken stuurgroep {theme}", "Verslag en actielijst", "Uitnodiging overleg"),
        ("Agenda steering group", "Papers on {theme}", "Minutes and actions", "Invitation"),
    ),
    "steering": (
        ("Stuurgroep", "Stuurgroep {theme}", "Bestuurlijk overleg"),
        ("Steering group", "Steering group {theme}", "Board meeting"),
    ),
    "steering_warm": (
        ("Stuurgroep, inloop met koffie vanaf 9.00", "Stuurgroep met aansluitend lunch", "Stuurgroep"),
        ("Steering group, coffee from 9", "Steering group with lunch afterwards", "Steering group"),
    ),
    "group": (
        ("Werkgroep {theme}", "Overleg {theme}", "Werksessie {theme}", "Projectoverleg"),
        ("Working group {theme}", "Meeting {theme}", "Work session {theme}", "Project meeting"),
    ),
    "work": (
        (
            "Planning {theme}",
            "Cijfers {theme}",
            "Conceptnotitie {theme}",
            "Vraag over {theme}",
            "Reactie op het stuk",
            "Begroting",
            "Actiepunten",
            "Opmerkingen bij versie 3",
            "Tekst raadsvoorstel",
            "Gegevens nodig",
        ),
        (
            "Planning {theme}",
            "Figures {theme}",
            "Draft note {theme}",
            "Question about {theme}",
            "Comments on the paper",
            "Budget",
            "Actions",
            "Remarks on version 3",
            "Text for the council",
            "Data needed",
        ),
    ),
    "bilateral": (
        ("Afstemming {theme}", "Voorbereiding stuurgroep", "Bilateraal", "Koffie", "Even afstemmen"),
        ("Aligning on {theme}", "Preparing the steering group", "Bilateral", "Coffee", "Quick alignment"),
    ),
    "coffee": (
        ("Koffie", "Bijpraten", "Koffie met {name}", "Lunch", "Wandeling", "Even bijkletsen", "Afspraak {name}"),
        ("Coffee", "Catching up", "Coffee with {name}", "Lunch", "A walk", "A chat", "{name}"),
    ),
    "chat": (("Bijpraten", "Even bellen", ""), ("Catching up", "Quick call", "")),
    "personal": (
        (
            "Dank voor gisteren",
            "Leuk je gesproken te hebben",
            "Fijne vakantie!",
            "Gefeliciteerd!",
            "Hoe gaat het?",
            "Koffie?",
            "Dit artikel deed me aan jou denken",
        ),
        (
            "Thanks for yesterday",
            "Good to talk",
            "Enjoy your holiday!",
            "Congratulations!",
            "How are you?",
            "Coffee?",
            "This made me think of you",
        ),
    ),
    "repair": (
        ("Even bellen over gisteren", "Napraten", "Koffie?", ""),
        ("About yesterday", "Talking it over", "Coffee?", ""),
    ),
    "well": (("Beterschap!", "Sterkte"), ("Get well soon!", "Thinking of you")),
    "introduce": (
        ("Kennismaking {name}", "Kennismakingsgesprek", "Even voorstellen"),
        ("Getting to know {name}", "Introduction", "Nice to meet you"),
    ),
    "intake": (
        ("Startgesprek", "Inventarisatie {theme}", "Kennismaking"),
        ("Intake", "Scoping {theme}", "Introduction"),
    ),
    "kickoff": (
        ("Startbijeenkomst", "Startbijeenkomst {theme}", "Kick-off"),
        ("Kick-off", "Kick-off {theme}", "Opening session"),
    ),
    "kickoff_warm": (
        ("Kennismakingsbijeenkomst met diner", "Startbijeenkomst en borrel", "Samen van start"),
        ("Getting to know each other, with dinner", "Kick-off and drinks", "Starting together"),
    ),
    "informal": (
        ("Informele bijeenkomst", "Borrel", "Etentje", "Heidag", "Lunch met elkaar"),
        ("Informal gathering", "Drinks", "Dinner", "Away day", "Lunch together"),
    ),
    "visit": (
        ("Werkbezoek {organisation}", "Op bezoek bij {organisation}", "Excursie"),
        ("Working visit to {organisation}", "Visiting {organisation}", "Excursion"),
    ),
    "site": (("Locatiebezoek {theme}", "Schouw", "Werkbezoek"), ("Site visit {theme}", "Inspection", "Working visit")),
    "show": (("Samen naar de wedstrijd", "Theatervoorstelling", "Concert"), ("To the match", "Theatre", "Concert")),
    "peer": (
        ("Intervisie", "Hoe helpen we een collega verder?", "Casus van {organisation}"),
        ("Peer consultation", "How do we help a colleague?", "A case of {organisation}"),
    ),
    "lookback": (
        ("Terugblik op onze samenwerking", "Hoe werken we samen?"),
        ("Looking back together", "How do we work?"),
    ),
    "celebrate": (
        ("Ondertekening en borrel", "Feestelijk moment", "Taart!"),
        ("Signing and drinks", "Celebration", "Cake!"),
    ),
    "signing": (("Ondertekening", "Ondertekening en persmoment"), ("Signing", "Signing and press")),
    "christmas": (
        ("Kerstborrel", "Eindejaarsborrel", "Nieuwjaarsborrel"),
        ("Christmas drinks", "Year-end drinks", "New Year"),
    ),
    "farewell": (("Afscheid {name}", "Afscheidsborrel {name}"), ("Farewell {name}", "Farewell drinks {name}")),
    "consult": (
        ("Ruggespraak {theme}", "Ons standpunt", "Mandaat"),
        ("Our position on {theme}", "Our stand", "Mandate"),
    ),
    "newsletter": (
        ("Stand van zaken {theme}", "Nieuwsbrief", "Ter informatie"),
        ("State of {theme}", "Newsletter", "FYI"),
    ),
}


def title(rnd: Random, kind: str, english: bool, theme: int, organisation: str, name: str) -> str:  # noqa: FBT001
    """Give a title for a kind of contact: usually one that fits, in one of eight an empty or a meaningless one.

    Raises:
        KeyError: where the kind has no titles.
    """
    options = _TITLES[kind][english]
    if rnd.random() < 0.12:
        return rnd.choice(
            ("", "Afspraak", "Overleg", "Vraagje", "FW:") if not english else ("", "Meeting", "Question", "FW:")
        )
    return rnd.choice(options).format(
        theme=THEMES[theme][english], organisation=organisation, name=name.partition(".")[0].title()
    )
