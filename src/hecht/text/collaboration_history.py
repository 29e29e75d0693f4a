"""What was stated of a collaboration, one sentence a version, as its history shows it."""

from typing import TYPE_CHECKING

from hecht.core.days import to_date
from hecht.text.collaboration import MOTIVES, QUESTIONS, ROLES
from hecht.text.collaboration_ahead import KINDS as MILESTONES
from hecht.text.collaboration_content import LEVELS
from hecht.text.collaboration_words import CONDITIONS, PROGRAMME

if TYPE_CHECKING:
    from hecht.app.collaboration.keeping import Version

_KINDS = {
    "nl": {
        "collaboration": "Naam", "party": "Partij", "delegate": "Deelnemer", "why": "Antwoord", "belongs": "Hoort erbij", "milestone": "Moment",
        "no_milestone": "Geen moment", "agree": "Moet instemmen", "reported": "Verteld contact", "agreement": "Afspraak", "effect": "Effect",
        "observation": "Waarneming", "interest": "Belang", "ambition": "Ambitie", "word": "Woord", "form": "Vorm", "programme": "Relatieprogramma",
        "recognises": "Herkent zich", "two_levels": "Twee niveaus", "conflict": "Twee petten", "meaning": "Betekenis", "delivers": "Doet mee aan afspraak",
        "done": "Gedaan", "said": "Gezegd", "guest": "Erbij",
        "early": "Vroeg teken", "gathering": "Bijeenkomst", "seat": "Plaats", "share_key": "Handtekening van bestanden",
    },
    "en": {
        "collaboration": "Name", "party": "Party", "delegate": "Participant", "why": "Answer", "belongs": "Belongs", "milestone": "Moment",
        "no_milestone": "No moment", "agree": "Has to agree", "reported": "Contact told", "agreement": "Agreement", "effect": "Effect",
        "observation": "Observation", "interest": "Interest", "ambition": "Ambition", "word": "Word", "form": "Form", "programme": "Programme",
        "recognises": "Recognises itself", "two_levels": "Two levels", "conflict": "Two loyalties", "meaning": "Meaning", "delivers": "Delivers",
        "done": "Done", "said": "Said", "guest": "Takes part",
        "early": "Early sign", "gathering": "Gathering", "seat": "Place", "share_key": "Signature of files",
    },
}  # fmt: skip
_BY_PARTY = ("party", "recognises", "two_levels", "form")
"""Kinds whose slot is the name of a party."""
_INWARD = ("gone", "inside", "agreement", "effect", "milestone", "programme", "days", "template", "key")
"""Fields that name something by its id, or say nothing to a reader."""
_OUTSIDE = {"nl": "Hoort er niet bij", "en": "Does not belong"}
_GONE = {"nl": "weggehaald", "en": "taken out"}


_CHOICES = {
    "nl": {
        "improve": "verbeteren", "renew": "vernieuwen", "exchange": "ruilen", "share": "delen", "qualitative": "in woorden", "quantitative": "in cijfers",
        "seen": "valt mij ook op", "usual": "dat is hier gewoon zo",
    },
    "en": {
        "improve": "improve", "renew": "renew", "exchange": "exchange", "share": "share", "qualitative": "in words", "quantitative": "in figures",
        "seen": "I see it too", "usual": "that is how it goes here",
    },
}  # fmt: skip


def _field(key: str, value: object, lang: str) -> str:
    """Say one field of what was stated: a choice in words, a number as one writes it, and what people wrote as it is."""
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if lang == "nl" else ".")
    text = str(value)
    known = {
        "role": ROLES[lang],
        "motive": MOTIVES[lang],
        "kind": {**MILESTONES[lang], **PROGRAMME[lang], **_CHOICES[lang]},
        "aim": _CHOICES[lang],
        "way": _CHOICES[lang],
        "answer": _CHOICES[lang],
        "level": LEVELS[lang],
        "condition": CONDITIONS[lang],
    }
    return known.get(key, {}).get(text, text)


def version_words(one: "Version", name: str, lang: str) -> str:
    """Say what was stated in one version; `name` is that of the person it is about, if it is about one."""
    head = _KINDS[lang].get(one.kind, one.kind)
    value = one.value
    if one.kind == "belongs" and value.get("inside") is False:
        head = _OUTSIDE[lang]
    if one.kind == "why":
        head = QUESTIONS[lang].get(one.slot, head)
    told = [name] if name else []
    if one.kind in _BY_PARTY:
        told.append(one.slot)
    for key, text in value.items():
        if key in _INWARD or (key == "what" and one.kind == "belongs") or isinstance(text, bool) or text in (None, ""):
            continue
        if key == "value" and value.get("what") in ("item", "thread", "person"):
            continue
        told.append(_field(key, text, lang))
    told += [to_date(day).isoformat() for day in (one.since, one.until) if day is not None]
    if value.get("gone"):
        told.append(_GONE[lang])
    separator = " " if head.endswith("?") else ": "
    return head + (separator + ", ".join(told) if told else "")
