"""The words of a round's page: the questions, how one answers, what is done with it, and what came out."""

from collections.abc import Mapping

QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "recognise": "Ik herken me in wat we samen willen bereiken.",
        "gets": "Mijn organisatie haalt er genoeg uit.",
        "theirs": "Ik weet wat de andere organisaties eruit willen halen.",
        "say_it": "Als er iets schuurt, kan ik dat hier zeggen.",
        "clear": "Ik weet wie waarover gaat.",
        "kept": "Wat we afspreken, gebeurt.",
        "forward": "We komen vooruit.",
        "trust": "De anderen houden ook rekening met ons belang.",
        "contact": "Met wie had je de afgelopen maand contact buiten de overleggen om?",
        "term": "Wat versta jij onder ‘{term}’?",
    },
    "en": {
        "recognise": "I recognise myself in what we want to achieve together.",
        "gets": "My organisation gets enough out of it.",
        "theirs": "I know what the other organisations want to get out of it.",
        "say_it": "When something chafes, I can say so here.",
        "clear": "I know who decides what.",
        "kept": "What we agree on gets done.",
        "forward": "We are moving forward.",
        "trust": "The others keep our interest in mind as well.",
        "contact": "With whom were you in touch in the past month, outside the meetings?",
        "term": "What do you understand by ‘{term}’?",
    },
}
CONDITIONS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "ambition": "ambitie",
        "interests": "belangen",
        "relationship": "relatie",
        "organisation": "organisatie",
        "process": "proces",
    },
    "en": {
        "ambition": "ambition",
        "interests": "interests",
        "relationship": "relationship",
        "organisation": "organisation",
        "process": "process",
    },
}
PAGE: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "language": "English",
        "title": "Vragenrondje",
        "lead": "{count} vragen, ongeveer twee minuten. Iets overslaan mag.",
        "until": "Antwoorden en veranderen kan tot en met {day}.",
        "named": "Dit rondje is op naam: na afloop ziet iedereen aan wie het ging wat ieder antwoordde.",
        "anonymous": "Dit rondje is anoniem: alleen het geheel komt eruit, één keer, na {day}, en alleen als minstens vijf mensen antwoorden.",
        "how": "Hoe gaat dat precies?",
        "named_how": "Je antwoorden staan met je naam in één bestand op de computer van wie dit rondje uitstuurde. Weghalen kan hier, zolang het rondje loopt.",
        "anonymous_how": "Je antwoorden worden opgeteld bij die van de anderen; alleen de tellingen worden bewaard, zonder naam, volgorde of tijd. "
        "Wie de computer beheert waarop dit draait, zou kunnen meekijken op het moment dat je antwoordt. En wie samen alle andere antwoorden "
        "kennen, kunnen iets over het jouwe afleiden. Kijk hieronder aan wie het rondje ging.",
        "sent_to": "Dit rondje ging naar {count} mensen",
        "low": "helemaal niet",
        "high": "helemaal",
        "tap": "Tik de namen aan.",
        "nobody": "met niemand",
        "own_words": "In een paar woorden, zoals jij het gebruikt.",
        "own_words_anonymous": "In een paar woorden. De antwoorden komen zonder naam op een lijst; schrijf niets waaraan men je herkent.",
        "agree": "Ik vind het goed dat iedereen in dit rondje mijn antwoorden ziet.",
        "agree_first": "Vink eerst aan dat de anderen je antwoorden mogen zien. Doe je liever niet mee, dan hoef je niets te doen.",
        "send": "Versturen",
        "change": "Wijziging versturen",
        "save": "Bestand opslaan",
        "take_back": "Mijn antwoorden weghalen",
        "filled": "{done} van {count} ingevuld",
        "thanks": "Dank je wel, je antwoorden zijn binnen.",
        "saved": "Het bestand is opgeslagen. Stuur het terug aan wie je dit formulier gaf.",
        "taken_back": "Je antwoorden zijn weggehaald.",
        "later": "Iets veranderen kan met dezelfde link, tot en met {day}.",
        "later_device": "Iets veranderen kan met dezelfde link op dit apparaat, tot en met {day}. Alleen dit apparaat onthoudt wat je antwoordde.",
        "again": "Antwoorden bekijken of veranderen",
        "before": "Dit antwoordde je eerder. Je kunt het veranderen.",
        "used": "Met deze link is al geantwoord. Veranderen kan op het apparaat waarop dat gebeurde.",
        "nothing": "Vul minstens één vraag in.",
        "no_link": "Deze link klopt niet of is niet compleet. Open hem zoals hij in je bericht staat.",
        "closed": "Dit rondje is gesloten.",
        "busy": "Er komt net veel binnen. Probeer het over een minuut nog eens.",
        "away": "Dit rondje is nu niet te bereiken. Wat je invulde staat hier nog; probeer het straks nog eens.",
        "wrong": "Dit ging niet goed. Probeer het nog eens.",
        "outcome": "Wat eruit kwam",
        "outcome_few": "Minder dan vijf mensen antwoordden. Daarom komt er niets uit; de tellingen zijn weg.",
        "answered": "{answered} van {invited} mensen antwoordden.",
        "caution": "Minder dan 80 % deed mee: de anderen kunnen er anders over denken.",
        "most_answered": "Minstens 80 % deed mee.",
        "two": "2 of lager",
        "four": "4 of hoger",
        "around": "rond {value}",
        "mean": "gemiddeld {value}",
        "few": "hierop antwoordden minder dan vijf mensen",
        "no_answer": "niemand antwoordde hierop",
        "scale_is": "Van 1 (helemaal niet) tot 5 (helemaal).",
        "with": "{name}: {others}",
        "script": "Om te antwoorden is JavaScript nodig.",
    },
    "en": {
        "language": "Nederlands",
        "title": "Round of questions",
        "lead": "{count} questions, about two minutes. You may skip any.",
        "until": "You can answer and change your answers until and including {day}.",
        "named": "This round is by name: afterwards everybody whom it went to sees what each answered.",
        "anonymous": "This round is anonymous: only the whole comes out, once, after {day}, and only if at least five people answer.",
        "how": "How does that work exactly?",
        "named_how": "Your answers are kept with your name in one file on the computer of whoever sent this round. You can remove them here while the round is open.",
        "anonymous_how": "Your answers are added to those of the others; only the counts are kept, without name, order or time. "
        "Whoever runs the computer that this is on could look on at the moment you answer. And people who together know all other "
        "answers can work out something of yours. See below whom the round went to.",
        "sent_to": "This round went to {count} people",
        "low": "not at all",
        "high": "completely",
        "tap": "Tap the names.",
        "nobody": "with nobody",
        "own_words": "In a few words, as you use it.",
        "own_words_anonymous": "In a few words. The answers go on a list without names; write nothing by which people know you.",
        "agree": "I agree that everybody in this round sees my answers.",
        "agree_first": "First tick that the others may see your answers. If you would rather not take part, you need do nothing.",
        "send": "Send",
        "change": "Send the change",
        "save": "Save the file",
        "take_back": "Remove my answers",
        "filled": "{done} of {count} filled in",
        "thanks": "Thank you, your answers are in.",
        "saved": "The file was saved. Send it back to whoever gave you this form.",
        "taken_back": "Your answers were removed.",
        "later": "You can change something with the same link, until and including {day}.",
        "later_device": "You can change something with the same link on this device, until and including {day}. Only this device remembers what you answered.",
        "again": "See or change my answers",
        "before": "This is what you answered before. You can change it.",
        "used": "This link was used already. Answers can be changed on the device they were given on.",
        "nothing": "Answer at least one question.",
        "no_link": "This link is not right, or not complete. Open it as it stands in your message.",
        "closed": "This round is closed.",
        "busy": "Much is coming in just now. Try again in a minute.",
        "away": "This round cannot be reached now. What you filled in is still here; try again later.",
        "wrong": "That did not go well. Please try again.",
        "outcome": "What came out",
        "outcome_few": "Fewer than five people answered. Therefore nothing comes out; the counts are gone.",
        "answered": "{answered} of {invited} people answered.",
        "caution": "Fewer than 80 % took part: the others may think otherwise.",
        "most_answered": "At least 80 % took part.",
        "two": "2 or lower",
        "four": "4 or higher",
        "around": "around {value}",
        "mean": "mean {value}",
        "few": "fewer than five people answered this",
        "no_answer": "nobody answered this",
        "scale_is": "From 1 (not at all) to 5 (completely).",
        "with": "{name}: {others}",
        "script": "Answering needs JavaScript.",
    },
}


def question(number: str, term: str, lang: str) -> str:
    """Give the words of a question."""
    return QUESTIONS[lang][number].replace("{term}", term)


def half(halves: int, lang: str) -> str:
    """Say a mean in half points: 4 is "2 or lower", 7 "around 3.5", 8 "4 or higher"."""
    words = PAGE[lang]
    if halves <= 4:  # noqa: PLR2004 - the ends of core.collaboration.release
        return words["two"]
    return words["four"] if halves >= 8 else words["around"].replace("{value}", decimal(halves / 2, lang))  # noqa: PLR2004


def decimal(value: float, lang: str) -> str:
    """Say a mean in one decimal, with a comma in Dutch; a whole number without any."""
    said = f"{int(value * 10 + 0.5) / 10:.1f}".removesuffix(".0")  # a half goes up
    return said.replace(".", ",") if lang == "nl" else said
