"""The words of the first generator: names of partnerships and parties, and the titles of mails and meetings by language.

A star stands for the name of the partnership.
"""

from collections.abc import Mapping

ALLIANCES = (
    "Rietoever",
    "Samen Gezond",
    "Wijkwerk",
    "Nieuwe Haven",
    "Schone Beek",
    "Leerlijn",
    "Warmtenet Oost",
    "Delta Next",
    "Fresh Start",
    "Energy Square",
)
PARTIES = (
    "gemeente",
    "waterschap",
    "provincie",
    "zorggroep",
    "woningstichting",
    "hogeschool",
    "ondernemers",
    "ggd",
    "bibliotheek",
    "netbeheerder",
    "bewoners",
    "ingenieurs",
)
LETTERS = {
    "nl": (
        "Planning *",
        "Concept begroting",
        "Stukken voor donderdag",
        "Verdeling van de kosten",
        "Vraag over de tekening",
        "Aangepaste tekst *",
        "Terugkoppeling *",
        "Cijfers",
        "Opmerkingen bij het verslag",
        "Vergunning",
        "*",
        "",
    ),
    "en": (
        "* planning",
        "Draft budget",
        "Papers for Thursday",
        "Cost sharing",
        "Question about the drawing",
        "Revised text *",
        "Feedback on *",
        "Figures",
        "Comments on the minutes",
        "Permit",
        "*",
        "",
    ),
}
TALKS = {
    "nl": ("Overleg *", "Voortgang *", "Voortgangsoverleg", "Planning *", "Begroting *", "Werkoverleg *"),
    "en": ("Meeting *", "* progress", "Weekly sync", "* planning", "* budget", "Review *"),
}
BUSINESS = {
    "nl": ("Bila", "Kosten *", "Tekening doornemen", "Afstemmen *", "Cijfers *", "Even bellen over *"),
    "en": ("One to one", "* costs", "Go through the drawing", "Aligning *", "* figures", "Quick question *"),
}
PERSONAL = {
    "nl": (
        "Koffie",
        "Koffie drinken",
        "Lunch",
        "Bijpraten",
        "Kennismaken",
        "Wandelen",
        "Rondje langs het water",
        "Borrel",
        "Verjaardag",
        "Bezoek",
    ),
    "en": (
        "Coffee",
        "Lunch",
        "Catch up",
        "Introduction",
        "Walk",
        "Drinks after work",
        "Birthday",
        "Visit",
        "Breakfast",
    ),
}
GATHERINGS = {
    "nl": (
        "Werkbezoek *",
        "Samen eten",
        "Samen naar de wedstrijd",
        "Voorstelling en diner",
        "Fietsen met *",
        "Borrel *",
        "Intervisie *",
        "Lunch *",
    ),
    "en": (
        "Work visit *",
        "Dinner with *",
        "To the match together",
        "Concert and drinks",
        "* walk",
        "* lunch",
        "* party",
    ),
}
GATHERED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "steering": {
        "nl": ("Stuurgroep *", "Stuurgroepvergadering", "Bestuursvergadering *"),
        "en": ("* steering committee", "Steering committee", "* board meeting"),
    },
    "project": {
        "nl": ("Projectgroep *", "Werkgroep *", "Projectoverleg", "Voortgangsoverleg *"),
        "en": ("* project meeting", "* progress", "Project update *", "* workshop"),
    },
}
