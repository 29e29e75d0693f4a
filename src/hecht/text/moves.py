"""Moves in words: the reason in one or two sentences, and a draft with one fact, one question and an easy way out."""

from collections.abc import Mapping
from datetime import tzinfo

from hecht.core.moves.move import Kind, Move, Reason
from hecht.text.measures import capital, dear, first_name, listed, moment, month, number, on_day, rhythm, span

KINDS = {
    "nl": {Kind.GIVE_BACK: "iets terugdoen", Kind.MEET: "even aanspreken", Kind.REACH_OUT: "iets van je laten horen"},
    "en": {Kind.GIVE_BACK: "give something back", Kind.MEET: "have a word", Kind.REACH_OUT: "be in touch"},
}
_THROUGH = {
    "nl": {"mail": "mail", "meeting": "agenda", "call": "telefoon", "chat": "chat", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "calendar", "call": "telephone", "chat": "chat", "visit": "visits"},
}
NOTHING = {
    "nl": "Deze week hoeft er niets.",
    "en": "Nothing is needed this week.",
}


def reason(move: Move, names: Mapping[int, str], zone: tzinfo, as_of: int, lang: str) -> str:
    """Say why a move is proposed, from its data alone."""
    who = first_name(names[move.people[0]])
    sentences = []
    why = move.reason
    if why.occasion == "question_to_me":
        sentences.append(_asked_me(who, why, as_of, lang))
    elif why.occasion == "question_of_mine":
        sentences += [_asked_by_me(who, why, as_of, lang), _silence(who, why, as_of, lang)]
    elif why.occasion == "topic":
        sentences += [_silence(who, why, as_of, lang), _topic(why, as_of, lang)]
    else:
        sentences.append(_silence(who, why, as_of, lang))
    if move.moment:
        when = capital(moment(move.moment.seconds, zone, as_of, lang))
        called = f" (‘{move.moment.title}’)" if move.moment.title else ""
        together = len(move.moment.people) == 1
        if lang == "nl":
            sentences.append(
                f"{when} {'zien jullie elkaar' if together else 'zitten jullie in hetzelfde overleg'}{called}."
            )
        else:
            sentences.append(f"{when} you {'see each other' if together else 'are in the same meeting'}{called}.")
    return " ".join(sentences)


def draft(move: Move, names: Mapping[int, str], zone: tzinfo, as_of: int, lang: str) -> str:
    """Write a draft message: one true fact, one question or offer, an easy way out; nothing the user did not feel."""
    hello, why = dear(names[move.people[0]], lang), move.reason
    subject, day = why.subject, on_day(why.day, as_of, lang)
    if why.occasion == "question_to_me":
        if lang == "nl":
            fact = f"op {day} mailde je me over ‘{subject}’" if subject else f"op {day} mailde je me"
            return f"{hello}, {fact}. Speelt je vraag nog? Dan kom ik er graag op terug. En is het intussen opgelost, dan is dat ook goed."
        fact = f"on {day} you mailed me about ‘{subject}’" if subject else f"you mailed me on {day}"
        return f"{hello}, {fact}. Is your question still open? If so, I will come back to it. If it has been solved, that is fine too."
    if why.occasion == "question_of_mine":
        if lang == "nl":
            fact = f"op {day} mailde ik je over ‘{subject}’" if subject else f"op {day} mailde ik je"
            return f"{hello}, {fact}. Is even bellen misschien makkelijker? Komt het nu niet uit, dan is dat ook goed."
        fact = f"on {day} I mailed you about ‘{subject}’" if subject else f"I mailed you on {day}"
        return f"{hello}, {fact}. Would a call be easier? If now is not a good time, that is fine too."
    if why.occasion == "topic":
        then = month(why.day, as_of, lang)
        if lang == "nl":
            return (
                f"{hello}, in {then} hadden we het over ‘{subject}’. Hier komt nu ‘{why.topic}’ langs."
                " Hoe is het daarmee bij jou verder gegaan? Er is geen haast bij."
            )
        return (
            f"{hello}, in {then} we were in touch about ‘{subject}’. Here ‘{why.topic}’ has come up now."
            " How did it turn out for you? There is no hurry."
        )
    return _draft_meeting(hello, move, zone, as_of, lang)


def _draft_meeting(hello: str, move: Move, zone: tzinfo, as_of: int, lang: str) -> str:
    when = moment(move.moment.seconds, zone, as_of, lang) if move.moment else ""
    together = move.moment is not None and len(move.moment.people) == 1
    if lang == "nl":
        fact = f"{when} zien we elkaar" if together else f"{when} zitten we in hetzelfde overleg"
        offer = (
            "Zullen we ook even bijpraten?" if together else "Zullen we er tien minuten eerder zijn en even bijpraten?"
        )
        return f"{hello}, {fact}. {offer} Komt het niet uit, dan is dat ook goed."
    fact = f"{when} we see each other" if together else f"{when} we are in the same meeting"
    offer = "Shall we catch up a little as well?" if together else "Shall we be there ten minutes early and catch up?"
    return f"{hello}, {fact}. {offer} If it does not suit you, that is fine too."


def through(channels: tuple[str, ...], lang: str) -> str:
    """Say through what something was seen: "gezien via mail en agenda"."""
    if not channels:
        return ""
    words = listed([_THROUGH[lang][channel] for channel in channels], lang)
    return f"gezien via {words}" if lang == "nl" else f"seen through {words}"


def _asked_me(who: str, why: Reason, as_of: int, lang: str) -> str:
    day = on_day(why.day, as_of, lang)
    if lang == "nl":
        about = f" over ‘{why.subject}’" if why.subject else ""
        return f"{who} mailde je op {day}{about}. Een antwoord is hier niet te zien. Misschien ging het per telefoon?"
    about = f" about ‘{why.subject}’" if why.subject else ""
    return f"{who} mailed you on {day}{about}. No answer is among what hecht has seen. Perhaps it went by telephone?"


def _asked_by_me(who: str, why: Reason, as_of: int, lang: str) -> str:
    day = on_day(why.day, as_of, lang)
    if lang == "nl":
        about = f" over ‘{why.subject}’" if why.subject else ""
        return f"Je mailde {who} op {day}{about}. Een antwoord is hier niet te zien."
    about = f" about ‘{why.subject}’" if why.subject else ""
    return f"You mailed {who} on {day}{about}. No answer is among what hecht has seen."


def _silence(who: str, why: Reason, as_of: int, lang: str) -> str:
    quiet = span(why.silence, lang)
    if why.rhythm is not None and why.rhythm * 1.5 < why.silence:
        often = rhythm(why.rhythm, lang)
        if lang == "nl":
            return f"{who} en jij horen meestal {often} iets van elkaar; nu is het {quiet} stil."
        return f"{who} and you usually hear from each other {often}; now it has been quiet for {quiet}."
    since = month(why.since, as_of, lang)
    if lang == "nl":
        times = "één keer" if why.contacts == 1 else f"{number(why.contacts, lang)} keer"
        return f"Met {who} had je {times} contact sinds {since}; nu is het {quiet} stil."
    times = "once" if why.contacts == 1 else f"{number(why.contacts, lang)} times"
    return f"You were in touch with {who} {times} since {since}; now it has been quiet for {quiet}."


def _topic(why: Reason, as_of: int, lang: str) -> str:
    then = month(why.day, as_of, lang)
    if lang == "nl":
        return (
            f"In {then} ging het tussen jullie over ‘{why.subject}’; de laatste weken komt bij jou ‘{why.topic}’ langs."
        )
    return f"In {then} you were in touch about ‘{why.subject}’; in the last two weeks ‘{why.topic}’ came up."
