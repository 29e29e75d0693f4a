"""What was stated of a collaboration, one sentence a version, as its history shows it."""

from typing import TYPE_CHECKING

from hecht.core.days import to_date
from hecht.text.collaboration import MOTIVES, QUESTIONS, ROLES

if TYPE_CHECKING:
    from hecht.app.collaboration.keeping import Version

_KINDS = {
    "nl": {
        "collaboration": "Naam", "party": "Partij", "delegate": "Deelnemer", "why": "Antwoord", "belongs": "Hoort erbij", "milestone": "Moment",
        "no_milestone": "Geen moment", "agree": "Moet instemmen", "reported": "Verteld contact", "agreement": "Afspraak", "effect": "Effect",
        "observation": "Waarneming", "interest": "Belang", "ambition": "Ambitie", "word": "Woord", "form": "Vorm", "programme": "Relatieprogramma",
    },
    "en": {
        "collaboration": "Name", "party": "Party", "delegate": "Participant", "why": "Answer", "belongs": "Belongs", "milestone": "Moment",
        "no_milestone": "No moment", "agree": "Has to agree", "reported": "Contact told", "agreement": "Agreement", "effect": "Effect",
        "observation": "Observation", "interest": "Interest", "ambition": "Ambition", "word": "Word", "form": "Form", "programme": "Programme",
    },
}  # fmt: skip
_OUTSIDE = {"nl": "Hoort er niet bij", "en": "Does not belong"}
_GONE = {"nl": "weggehaald", "en": "taken out"}


def version_words(one: "Version", name: str, lang: str) -> str:
    """Say what was stated in one version; `name` is that of the person it is about, if it is about one."""
    head = _KINDS[lang].get(one.kind, one.kind)
    value = one.value
    if one.kind == "belongs" and value.get("inside") is False:
        head = _OUTSIDE[lang]
    if one.kind == "why":
        head = QUESTIONS[lang].get(one.slot, head)
    told = [name] if name else []
    if one.kind == "party":
        told.append(one.slot)
    for key, text in value.items():
        if key in ("gone", "inside", "what") or not isinstance(text, str) or not text:
            continue
        if key == "value" and value.get("what") in ("item", "thread", "person"):
            continue
        told.append({"role": ROLES, "motive": MOTIVES}.get(key, {lang: {}})[lang].get(text, text))
    told += [to_date(day).isoformat() for day in (one.since, one.until) if day is not None]
    if value.get("gone"):
        told.append(_GONE[lang])
    separator = " " if head.endswith("?") else ": "
    return head + (separator + ", ".join(told) if told else "")
