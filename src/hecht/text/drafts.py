"""Drafts: one true fact, one question or offer, an easy way out; nothing the user did not feel."""

from collections.abc import Callable, Mapping
from datetime import tzinfo

from hecht.core.moves.move import Kind, Move
from hecht.core.moves.preferences import Voice, Way
from hecht.text.exchange_moves import LETTERS
from hecht.text.measures import capital, dear, month, on_day
from hecht.text.reasons import list_name
from hecht.text.writing import Writing

_OUT = {"nl": "Komt het nu niet uit, dan is dat ook goed.", "en": "If now is not a good time, that is fine too."}
_NO_HURRY = {"nl": "Er is geen haast bij.", "en": "There is no hurry."}


def draft(move: Move, names: Mapping[int, str], zone: tzinfo, as_of: int, lang: str, voice: Voice | None = None) -> str:
    """Write a draft message: one true fact, one question or offer, an easy way out.

    It is written in the language that the other writes in, with the form (je or u) and greeting that the user set.
    People to review get none: there is nothing to say to them.
    """
    if move.kind is Kind.REVIEW:
        return ""
    voice = voice or Voice()
    spoken = voice.language or lang
    formal = voice.form == "u"
    name = names[move.people[0]]
    hello = voice.greeting or (
        f"Geachte {name}" if formal and spoken == "nl" and "@" not in name else dear(name, spoken)
    )
    writing = Writing(move, move.reason, zone, as_of, voice.way, *(("u", "u", "uw") if formal else ("je", "jou", "je")))
    return f"{hello}, {(_LETTERS[spoken] | LETTERS[spoken])[move.reason.occasion](writing)}"


def _nl_question_to_me(on: Writing) -> str:
    about = f" over ‘{on.why.subject}’" if on.why.subject else ""
    return (
        f"op {on_day(on.why.day, on.as_of, 'nl')} mailde {on.je} me{about}. Speelt {on.jouw} vraag nog?"
        " Dan kom ik er graag op terug. En is het intussen opgelost, dan is dat ook goed."
    )


def _nl_question_of_mine(on: Writing) -> str:
    about = f" over ‘{on.why.subject}’" if on.why.subject else ""
    ask = on.by(
        "Is even bellen misschien makkelijker?",
        call="Is even bellen misschien makkelijker?",
        mail="Lukt een kort antwoord per mail?",
        walk="Zullen we het er een keer al wandelend over hebben?",
    )
    return f"op {on_day(on.why.day, on.as_of, 'nl')} mailde ik {on.je}{about}. {ask} {_OUT['nl']}"


def _nl_topic(on: Writing) -> str:
    then = month(on.why.day, on.as_of, "nl")
    now = f"Hier komt nu ‘{on.why.topic}’ langs." if on.why.topic else "Dat raakt aan iets waar ik nu mee bezig ben."
    if on.move.kind is Kind.WAKE:
        ask = on.by(
            f"Zou {on.je} er een kwartier over willen bellen?",
            call=f"Zou {on.je} er een kwartier over willen bellen?",
            mail=f"Zou {on.je} me willen mailen hoe het daar is gegaan?",
            walk="Zullen we het er een keer al wandelend over hebben?",
        )
        offer = f"Kan ik iets voor {on.jou} doen, dan hoor ik het graag."
        ago = "het is een tijd geleden." if on.je == "u" else "een tijd geleden!"
        return f"{ago} In {then} hadden we het over ‘{on.why.subject}’. {now} {ask} {offer} {_OUT['nl']}"
    if on.move.moment:
        return (
            f"in {then} hadden we het over ‘{on.why.subject}’. {now}"
            f" {capital(on.when('nl'))} zien we elkaar; zullen we het er dan even over hebben? {_OUT['nl']}"
        )
    ask = on.by(
        f"Hoe is het daarmee bij {on.jou} verder gegaan?",
        call="Zullen we er een kwartier over bellen?",
        mail=f"Hoe is het daarmee bij {on.jou} verder gegaan?",
        walk="Zullen we het er een keer al wandelend over hebben?",
    )
    return f"in {then} hadden we het over ‘{on.why.subject}’. {now} {ask} {_NO_HURRY['nl']}"


def _nl_changed(on: Writing) -> str:
    ask = on.by(
        "Zullen we een keer bijpraten?",
        call="Zullen we een keer bellen om bij te praten?",
        mail=f"Hoe is het {on.jou} intussen vergaan?",
        walk="Zullen we een keer een eind gaan lopen en bijpraten?",
    )
    day = on_day(on.why.day, on.as_of, "nl")
    return f"op {day} mailde {on.je} vanaf een adres van {on.why.organisation}. {ask} {_NO_HURRY['nl']}"


def _nl_meeting(on: Writing) -> str:
    fact = f"{on.when('nl')} {'zien we elkaar' if on.alone else 'zitten we in hetzelfde overleg'}"
    usual = "Zullen we ook even bijpraten?" if on.alone else "Zullen we er tien minuten eerder zijn en even bijpraten?"
    ask = on.by(usual, call=usual, mail=usual, walk="Zullen we erna een stukje lopen en bijpraten?")
    return f"{fact}. {ask} Komt het niet uit, dan is dat ook goed."


def _nl_only_task(on: Writing) -> str:
    fact = f"{on.when('nl')} {'zien we elkaar' if on.alone else 'zitten we in hetzelfde overleg'}"
    usual = "Heb je zin om er tien minuten eerder te zijn voor een kop koffie?"
    if on.je == "u":
        usual = "Hebt u zin om er tien minuten eerder te zijn voor een kop koffie?"
    ask = on.by(usual, call=usual, mail=usual, walk="Zullen we erna een stukje lopen?")
    return f"{fact}. {ask} Komt het niet uit, dan is dat ook goed."


def _nl_new(on: Writing) -> str:
    since = month(on.why.since, on.as_of, "nl")
    met = on.move.moment is not None and on.way is not Way.MAIL
    fact = f"{on.when('nl')} zitten we in hetzelfde overleg" if met else f"sinds {since} hebben we contact"
    usual = (
        "Zullen we er tien minuten eerder zijn en kennismaken?"
        if on.move.moment
        else f"Zullen we een keer koffie drinken? Dan hoor ik waar {on.je} mee bezig bent."
    )
    ask = on.by(
        usual,
        call=f"Zullen we een keer bellen? Dan hoor ik waar {on.je} mee bezig bent.",
        mail=f"Waar ben{'t' * (on.je == 'u')} {on.je} op dit moment mee bezig?",
        walk="Zullen we een keer kennismaken en een eind gaan lopen?",
    )
    return f"{fact}. {ask} {_OUT['nl']}"


def _nl_together(on: Writing) -> str:
    if on.why.where == "list":
        fact = f"op {on_day(on.why.day, on.as_of, 'nl')} schreef {on.je} op de lijst ‘{list_name(on.why.subject)}’"
        ask = on.by(
            f"Mag ik {on.je} een keer bellen over wat {on.je} daar schreef?",
            call=f"Mag ik {on.je} een keer bellen over wat {on.je} daar schreef?",
            mail=f"Mag ik {on.je} iets vragen over wat {on.je} daar schreef?",
            walk=f"Mag ik {on.je} een keer bellen over wat {on.je} daar schreef?",
        )
        return f"{fact}. {ask} {_OUT['nl']}"
    if on.move.moment and on.way is not Way.MAIL:
        fact = f"{on.when('nl')} zitten we in hetzelfde overleg"
        return f"{fact}. Zullen we er tien minuten eerder zijn en kennismaken? {_OUT['nl']}"
    place = f"we zitten samen in ‘{on.why.subject}’" if on.why.subject else "we zitten in hetzelfde overleg"
    fact = place if on.why.where == "meeting" else "we staan de laatste tijd in dezelfde mails"
    usual = (
        "Zullen we er een keer tien minuten eerder zijn en kennismaken?"
        if on.why.where == "meeting"
        else "Zullen we een keer koffie drinken en kennismaken?"
    )
    ask = on.by(
        usual,
        call="Zullen we een keer bellen om kennis te maken?",
        mail=f"Waar ben{'t' * (on.je == 'u')} {on.je} verder mee bezig?",
        walk="Zullen we een keer kennismaken en een eind gaan lopen?",
    )
    return f"{fact}. {ask} {_OUT['nl']}"


def _nl_same_matter(on: Writing) -> str:
    both = "jullie" if on.je == "je" else "u beiden"
    return (
        f"we hadden het over ‘{on.why.subject}’. Ik ken iemand bij een andere organisatie die met hetzelfde bezig is."
        f" Zal ik {both} aan elkaar voorstellen? Dan vraag ik het daar ook. {_OUT['nl']}"
    )


def _en_question_to_me(on: Writing) -> str:
    day = on_day(on.why.day, on.as_of, "en")
    fact = f"on {day} you mailed me about ‘{on.why.subject}’" if on.why.subject else f"you mailed me on {day}"
    return (
        f"{fact}. Is your question still open? If so, I will come back to it. If it has been solved, that is fine too."
    )


def _en_question_of_mine(on: Writing) -> str:
    day = on_day(on.why.day, on.as_of, "en")
    fact = f"on {day} I mailed you about ‘{on.why.subject}’" if on.why.subject else f"I mailed you on {day}"
    ask = on.by(
        "Would a call be easier?",
        call="Would a call be easier?",
        mail="Could you let me know in a line or two?",
        walk="Shall we talk it over on a walk some time?",
    )
    return f"{fact}. {ask} {_OUT['en']}"


def _en_topic(on: Writing) -> str:
    then = month(on.why.day, on.as_of, "en")
    now = f"Here ‘{on.why.topic}’ has come up now." if on.why.topic else "It touches on something I am working on now."
    if on.move.kind is Kind.WAKE:
        ask = on.by(
            "Could we talk about it on the phone for a quarter of an hour?",
            call="Could we talk about it on the phone for a quarter of an hour?",
            mail="Could you tell me by mail how it went?",
            walk="Shall we go for a walk and talk about it?",
        )
        offer = "If there is anything I can do for you, I would be glad to hear."
        return f"it has been a while! In {then} we were in touch about ‘{on.why.subject}’. {now} {ask} {offer} {_OUT['en']}"
    if on.move.moment:
        return (
            f"in {then} we were in touch about ‘{on.why.subject}’. {now}"
            f" {capital(on.when('en'))} we see each other; shall we talk about it then? {_OUT['en']}"
        )
    ask = on.by(
        "How did it turn out for you?",
        call="Shall we talk about it on the phone for a quarter of an hour?",
        mail="How did it turn out for you?",
        walk="Shall we go for a walk and talk about it?",
    )
    return f"in {then} we were in touch about ‘{on.why.subject}’. {now} {ask} {_NO_HURRY['en']}"


def _en_changed(on: Writing) -> str:
    ask = on.by(
        "Shall we catch up some time?",
        call="Shall we catch up on the phone some time?",
        mail="How have you been?",
        walk="Shall we go for a walk and catch up?",
    )
    day = on_day(on.why.day, on.as_of, "en")
    return f"on {day} you mailed from an address at {on.why.organisation}. {ask} {_NO_HURRY['en']}"


def _en_meeting(on: Writing) -> str:
    fact = f"{on.when('en')} we {'see each other' if on.alone else 'are in the same meeting'}"
    usual = "Shall we catch up a little as well?" if on.alone else "Shall we be there ten minutes early and catch up?"
    ask = on.by(usual, call=usual, mail=usual, walk="Shall we go for a short walk afterwards and catch up?")
    return f"{fact}. {ask} If it does not suit you, that is fine too."


def _en_only_task(on: Writing) -> str:
    fact = f"{on.when('en')} we {'see each other' if on.alone else 'are in the same meeting'}"
    usual = "Would you like to be there ten minutes early for a cup of coffee?"
    ask = on.by(usual, call=usual, mail=usual, walk="Shall we go for a short walk afterwards?")
    return f"{fact}. {ask} If it does not suit you, that is fine too."


def _en_new(on: Writing) -> str:
    since = month(on.why.since, on.as_of, "en")
    met = on.move.moment is not None and on.way is not Way.MAIL
    fact = f"{on.when('en')} we are in the same meeting" if met else f"we have been in touch since {since}"
    usual = (
        "Shall we be there ten minutes early and get to know each other?"
        if on.move.moment
        else "Shall we have a coffee some time? That way I know what you are working on."
    )
    ask = on.by(
        usual,
        call="Shall we have a call some time, so that I know what you are working on?",
        mail="What are you working on at the moment?",
        walk="Shall we go for a walk and get to know each other?",
    )
    return f"{fact}. {ask} {_OUT['en']}"


def _en_together(on: Writing) -> str:
    if on.why.where == "list":
        fact = f"on {on_day(on.why.day, on.as_of, 'en')} you wrote to the list ‘{list_name(on.why.subject)}’"
        ask = on.by(
            "May I call you some time about what you wrote there?",
            call="May I call you some time about what you wrote there?",
            mail="May I ask you something about what you wrote there?",
            walk="May I call you some time about what you wrote there?",
        )
        return f"{fact}. {ask} {_OUT['en']}"
    if on.move.moment and on.way is not Way.MAIL:
        fact = f"{on.when('en')} we are in the same meeting"
        return f"{fact}. Shall we be there ten minutes early and get to know each other? {_OUT['en']}"
    place = f"we are both in ‘{on.why.subject}’" if on.why.subject else "we are in the same meeting"
    fact = place if on.why.where == "meeting" else "we have been in the same mails lately"
    usual = (
        "Shall we be there ten minutes early some time and get to know each other?"
        if on.why.where == "meeting"
        else "Shall we have a coffee and get to know each other?"
    )
    ask = on.by(
        usual,
        call="Shall we have a call and get to know each other?",
        mail="What else are you working on?",
        walk="Shall we go for a walk and get to know each other?",
    )
    return f"{fact}. {ask} {_OUT['en']}"


def _en_same_matter(on: Writing) -> str:
    return (
        f"we were in touch about ‘{on.why.subject}’. I know somebody at another organisation who is working on the same."
        f" Shall I introduce the two of you? Then I will ask there as well. {_OUT['en']}"
    )


_LETTERS: dict[str, dict[str, Callable[[Writing], str]]] = {
    "nl": {
        "question_to_me": _nl_question_to_me,
        "question_of_mine": _nl_question_of_mine,
        "topic": _nl_topic,
        "goal": _nl_topic,
        "changed": _nl_changed,
        "meeting": _nl_meeting,
        "only_task": _nl_only_task,
        "same_matter": _nl_same_matter,
        "new": _nl_new,
        "together": _nl_together,
    },
    "en": {
        "question_to_me": _en_question_to_me,
        "question_of_mine": _en_question_of_mine,
        "topic": _en_topic,
        "goal": _en_topic,
        "changed": _en_changed,
        "meeting": _en_meeting,
        "only_task": _en_only_task,
        "same_matter": _en_same_matter,
        "new": _en_new,
        "together": _en_together,
    },
}
