"""Suggestions of bringing and getting in words: why, and the message one can send."""

from collections.abc import Mapping, Sequence

from hecht.core.moves.move import Reason
from hecht.text.measures import first_name, listed, month, number, on_day
from hecht.text.writing import Writing

_OUT = {"nl": "Komt het nu niet uit, dan is dat ook goed.", "en": "If now is not a good time, that is fine too."}
_MOST = 4


def because(who: Sequence[str], why: Reason, as_of: int, lang: str) -> str:
    """Say why a suggestion of bringing and getting is made; `who` are first names."""
    nl, one = lang == "nl", who[0]
    if why.occasion == "ask_fits":
        question = f"Je vraag ‘{why.topic}’ staat nog." if nl else f"Your question ‘{why.topic}’ still stands."
        if why.where:
            return f"{question} {one} {'biedt' if nl else 'brings'}: ‘{why.subject}’."
        if not why.subject:
            return f"{question} {f'{one} weet er misschien iets van.' if nl else f'{one} may know about it.'}"
        when = month(why.day, as_of, lang)
        return (
            f"{question} Met {one} ging het in {when} over ‘{why.subject}’."
            if nl
            else f"{question} With {one} it was about ‘{why.subject}’ in {when}."
        )
    if why.occasion == "my_offer":
        return (
            f"{one} zoekt: ‘{why.subject}’. Jij biedt: ‘{why.topic}’."
            if nl
            else f"{one} seeks: ‘{why.subject}’. You bring: ‘{why.topic}’."
        )
    if why.occasion == "ask_and_offer":
        return (
            f"{one} zoekt: ‘{why.subject}’. {who[1]} biedt: ‘{why.topic}’. Vraag het eerst aan allebei, los van elkaar."
            if nl
            else f"{one} seeks: ‘{why.subject}’. {who[1]} brings: ‘{why.topic}’. Ask both of them first, each apart."
        )
    names = listed([*who[:_MOST], *(["anderen" if nl else "others"] if len(who) > _MOST else [])], lang)
    if why.occasion == "look_back":
        years = {1: ("een jaar", "a year")}.get(
            why.since, (f"{number(why.since, 'nl')} jaar", f"{number(why.since, lang)} years")
        )
        return (
            f"Op {on_day(why.day, as_of, lang)} is het {years[0]} geleden dat jullie samenkwamen over ‘{why.subject}’. Een goed moment om"
            f" met {names} terug te kijken: draait het nog?"
            if nl
            else f"On {on_day(why.day, as_of, lang)} it is {years[1]} since you came together about ‘{why.subject}’. A good moment to look"
            f" back with {names}: does it still run?"
        )
    if why.occasion == "shared_goal":
        return (
            f"{names} hebben het met jou over je doel ‘{why.subject}’. Een keer met z’n allen aan tafel?"
            if nl
            else f"{names} are in touch with you about your goal ‘{why.subject}’. All at one table for once?"
        )
    return (
        f"{names} hebben het met jou over ‘{why.subject}’ of iets verwants. Een keer met z’n allen aan tafel?"
        if nl
        else f"{names} are in touch with you about ‘{why.subject}’ or something akin. All at one table for once?"
    )


def _nl_ask(on: Writing) -> str:
    fact = ""
    if on.why.where:
        fact = (
            f"ik las dat {on.je} iets biedt: ‘{on.why.subject}’. "
            if on.je == "u"
            else f"ik weet dat je dit biedt: ‘{on.why.subject}’. "
        )
    elif on.why.subject:
        fact = f"in {month(on.why.day, on.as_of, 'nl')} hadden we het over ‘{on.why.subject}’. "
    would = "Zoudt u" if on.je == "u" else "Zou je"
    way = on.by(
        "er een kwartier over willen bellen",
        call="er een kwartier over willen bellen",
        mail="er iets over willen schrijven",
        walk="er onder een wandeling over willen praten",
    )
    lead = "Ik" if fact else "ik"
    return f"{fact}{lead} zit met deze vraag: ‘{on.why.topic}’ {would.replace('Zoudt', 'Zou')} {way}? {_OUT['nl']}"


def _en_ask(on: Writing) -> str:
    fact = ""
    if on.why.where:
        fact = f"I know that you bring this: ‘{on.why.subject}’. "
    elif on.why.subject:
        fact = f"in {month(on.why.day, on.as_of, 'en')} we were in touch about ‘{on.why.subject}’. "
    way = on.by(
        "have a quarter of an hour for a call about it",
        call="have a quarter of an hour for a call about it",
        mail="write me a line about it",
        walk="talk it over on a walk",
    )
    return f"{fact}I am looking for an answer to this: ‘{on.why.topic}’ Would you {way}? {_OUT['en']}"


def _nl_offer(on: Writing) -> str:
    seek = "u zoekt" if on.je == "u" else "je zoekt"
    have = "Hebt u" if on.je == "u" else "Heb je"
    return f"ik hoorde dat {seek}: ‘{on.why.subject}’. Dit kan ik bieden: ‘{on.why.topic}’. {have} daar iets aan? {_OUT['nl']}"


def _en_offer(on: Writing) -> str:
    return f"I heard that you seek: ‘{on.why.subject}’. This I can bring: ‘{on.why.topic}’. Would that be of use? {_OUT['en']}"


def _nl_both(on: Writing) -> str:
    seek, jou = ("u zoekt", "u") if on.je == "u" else ("je zoekt", "je")
    return (
        f"ik hoorde dat {seek}: ‘{on.why.subject}’. Ik ken iemand die daar iets voor te bieden heeft. Zal ik {jou} aan elkaar"
        f" voorstellen? Dan vraag ik het daar ook. {_OUT['nl']}"
    ).replace("Zal ik je aan", "Zal ik jullie aan")


def _en_both(on: Writing) -> str:
    return (
        f"I heard that you seek: ‘{on.why.subject}’. I know somebody who has something to bring. Shall I introduce the two of"
        f" you? Then I will ask there as well. {_OUT['en']}"
    )


def _nl_gather(on: Writing) -> str:
    come = "Hebt u zin" if on.je == "u" else "Heb je zin"
    return (
        f"met meer mensen heb ik het over ‘{on.why.subject}’. {come} om er een keer samen over te praten? {_OUT['nl']}"
    )


def _en_gather(on: Writing) -> str:
    return f"I am in touch with several people about ‘{on.why.subject}’. Would you like to talk about it together once? {_OUT['en']}"


def _nl_look_back(on: Writing) -> str:
    years = "een jaar" if on.why.since == 1 else f"{number(on.why.since, 'nl')} jaar"
    you = "u" if on.je == "u" else "jullie"
    return f"{years} geleden kwamen we samen over ‘{on.why.subject}’. Hoe staat het er nu bij {you} mee? {_OUT['nl']}"


def _en_look_back(on: Writing) -> str:
    years = "a year" if on.why.since == 1 else f"{number(on.why.since, 'en')} years"
    return f"{years} ago we came together about ‘{on.why.subject}’. How does it stand with you now? {_OUT['en']}"


LETTERS = {
    "nl": {
        "ask_fits": _nl_ask,
        "my_offer": _nl_offer,
        "ask_and_offer": _nl_both,
        "shared_goal": _nl_gather,
        "shared_matter": _nl_gather,
        "look_back": _nl_look_back,
    },
    "en": {
        "ask_fits": _en_ask,
        "my_offer": _en_offer,
        "ask_and_offer": _en_both,
        "shared_goal": _en_gather,
        "shared_matter": _en_gather,
        "look_back": _en_look_back,
    },
}
OCCASIONS = frozenset(LETTERS["nl"])


def names_of(people: Sequence[int], names: Mapping[int, str]) -> list[str]:
    """Give the first names of some people."""
    return [first_name(names[one]) for one in people]
