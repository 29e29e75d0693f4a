"""Stating things of a collaboration when a conversation yields them: ambition, interests, words, forms, agreements, effects, programme."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hecht.app import settings
from hecht.app.collaboration.keeping import collaboration, keep, key, party_of, somebody
from hecht.core.collaboration.agreements import TEMPLATES
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.collaboration.conditions import CONDITIONS
from hecht.core.collaboration.early import ANSWERS
from hecht.core.collaboration.forms import AIMS, WAYS
from hecht.core.collaboration.interests import HIGHEST, LEVELS, LOWEST
from hecht.core.collaboration.programme import KINDS
from hecht.core.errors import NoSuchThingError, UnknownWordError
from hecht.core.identity import hashed
from hecht.stores.records import New
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.core.collaboration.record import Fields


def _plain(text: str) -> str:
    return " ".join(text.split())


def _slot(kind: str, *parts: str) -> str:
    return f"{hashed(kind, *(part.casefold() for part in parts)):016x}"


def _known(word: str, known: Sequence[str]) -> str:
    if word not in known:
        raise UnknownWordError(f"{word!r}: {', '.join(known)}")
    return word


def _mark(mark: int | None) -> int | None:
    if mark is not None and not LOWEST <= mark <= HIGHEST:
        raise UnknownWordError(f"{mark}: {LOWEST}-{HIGHEST}")
    return mark


def _kept(store: Store, of: Collaboration, *new: New) -> Collaboration:
    keep(store, of.id, new)
    return collaboration(store, f"{of.id:016x}")


def _slot_of(of: Collaboration, kind: str, which: str) -> str:
    """Find the slot of something by its first characters or (part of) its words."""
    held = of.held.get(kind, {})
    wanted = which.strip().casefold()
    fits = [
        slot
        for slot, one in held.items()
        if wanted
        and (
            slot.startswith(wanted) or wanted in f"{one.text('what')} {one.text('title')} {one.text('text')}".casefold()
        )
    ]
    if len(fits) != 1:
        raise NoSuchThingError(f"{kind} {which!r}")
    return fits[0]


def remove(store: Store, name: str, kind: str, which: str) -> Collaboration:
    """Take something out: an `agreement`, `effect`, `interest`, `programme` item or `word`, by its id or words.

    Raises:
        NoSuchThingError: nothing, or more than one thing, is called so.
    """
    of = collaboration(store, name)
    return _kept(store, of, New(kind, _slot_of(of, kind, which), {"gone": True}))


def ambition(store: Store, name: str, text: str) -> Collaboration:
    """State the shared ambition."""
    return _kept(store, collaboration(store, name), New("ambition", "", {"text": _plain(text)}))


def recognises(store: Store, name: str, party: str, words: str = "", mark: int | None = None) -> Collaboration:
    """State a party's own words for the ambition, and how far it recognises itself in it (1-10)."""
    of = collaboration(store, name)
    slot = party_of(of, party).organisation
    before = of.held.get("recognises", {}).get(slot)
    told = _plain(words) or (before.text("words") if before else "")
    given = _mark(mark) if mark is not None else (before.number("mark") if before else None)
    return _kept(store, of, New("recognises", slot, {"words": told, "mark": given}))


def interest(
    store: Store,
    name: str,
    text: str,
    *,
    level: str = "organisational",
    party: str = "",
    person: str = "",
    served: int | None = None,
) -> Collaboration:
    """State an interest: individual (of a person), organisational (of a party) or collective, and how far it is served (1-10)."""
    of = collaboration(store, name)
    whose = party_of(of, party).organisation if party else ""
    about = key(somebody(store, person)) if person else 0
    slot = _slot("interest", whose, text)
    value: Fields = {"text": _plain(text), "level": _known(level, LEVELS), "party": whose, "served": _mark(served)}
    return _kept(store, of, New("interest", slot, value, about))


def two_levels(
    store: Store,
    name: str,
    party: str,
    *,
    network: str | None = None,
    own: str | None = None,
    gives: str | None = None,
    gets: str | None = None,
) -> Collaboration:
    """State of a party its interest in the network and its own, what autonomy it gives and what it gets for it."""
    of = collaboration(store, name)
    slot = party_of(of, party).organisation
    before = of.held.get("two_levels", {}).get(slot)
    told = {"network": network, "own": own, "gives": gives, "gets": gets}
    value = {
        **(before.value if before else {}),
        **{one: _plain(text) for one, text in told.items() if text is not None},
    }
    return _kept(store, of, New("two_levels", slot, value))


def conflict(store: Store, name: str, party: str, text: str) -> Collaboration:
    """Note a conflict of loyalty as you see it; it is yours alone and is in nothing that is shared."""
    of = collaboration(store, name)
    whose = party_of(of, party).organisation
    return _kept(store, of, New("conflict", _slot("conflict", whose, text), {"party": whose, "text": _plain(text)}))


def word(store: Store, name: str, term: str, party: str = "", meaning: str = "") -> Collaboration:
    """Put a term on the word list, or state what a party understands by it."""
    of = collaboration(store, name)
    before = of.held.get("word", {}).get(_plain(term).casefold())
    plain = before.text("term") if before else _plain(term)
    new = [New("word", plain.casefold(), {"term": plain})]
    if meaning:
        whose = party_of(of, party).organisation
        value: Fields = {"term": plain, "party": whose, "text": _plain(meaning)}
        new.append(New("meaning", f"{plain.casefold()}|{whose}", value))
    return _kept(store, of, *new)


def form(store: Store, name: str, party: str, aim: str, way: str) -> Collaboration:
    """State how a party sees it: improve or renew, exchange or share."""
    of = collaboration(store, name)
    slot = party_of(of, party).organisation
    return _kept(store, of, New("form", slot, {"aim": _known(aim, AIMS), "way": _known(way, WAYS)}))


def agreement(store: Store, name: str, what: str, by: str | None = None, who: Sequence[str] = ()) -> Collaboration:
    """State what was agreed, by when, and who does it."""
    of = collaboration(store, name)
    slot = _slot("agreement", what)
    due = settings.as_of_day(store, by) if by else None
    people = [key(somebody(store, one)) for one in who]
    delivers = [New("delivers", f"{slot}:{one}", {"agreement": slot}, about=one) for one in people]
    return _kept(store, of, New("agreement", slot, {"what": _plain(what)}, until=due), *delivers)


def done(store: Store, name: str, which: str, on: str | None = None) -> Collaboration:
    """State that what was agreed is done, today or on a day."""
    of = collaboration(store, name)
    day = settings.as_of_day(store, on)
    return _kept(store, of, New("done", _slot_of(of, "agreement", which), {}, since=day))


def effect(
    store: Store,
    name: str,
    what: str,
    *,
    template: str = "",
    measure: str = "",
    unit: str = "",
    baseline: float | None = None,
    target: float | None = None,
) -> Collaboration:
    """State an effect to look for; a template (`new_ideas`, `trust_grown`, `service_kept`, `money`) says which kind it is.

    Without one, an effect with a unit, baseline or target is quantitative, any other qualitative.
    """
    of = collaboration(store, name)
    figures = bool(unit) or baseline is not None or target is not None
    kind = TEMPLATES[_known(template, tuple(TEMPLATES))] if template else "quantitative" if figures else "qualitative"
    value: Fields = {
        "what": _plain(what),
        "kind": kind,
        "template": template,
        "measure": _plain(measure),
        "unit": _plain(unit),
        "baseline": baseline,
        "target": target,
    }
    return _kept(store, of, New("effect", _slot("effect", what), value))


def observe(
    store: Store, name: str, which: str, text: str = "", number: float | None = None, on: str | None = None
) -> Collaboration:
    """State what was seen of an effect, in words or as a number, today or on a day."""
    of = collaboration(store, name)
    slot = _slot_of(of, "effect", which)
    day = settings.as_of_day(store, on)
    value: Fields = {"effect": slot, "text": _plain(text), "number": number}
    return _kept(store, of, New("observation", f"{slot}:{day}", value, since=day))


def said(store: Store, name: str, condition: str, text: str, party: str = "") -> Collaboration:
    """State what somebody said of one of the five conditions, for a party or for the whole."""
    of = collaboration(store, name)
    whose = party_of(of, party).organisation if party else ""
    value: Fields = {"condition": _known(condition, CONDITIONS), "party": whose, "text": _plain(text)}
    return _kept(store, of, New("said", _slot("said", condition, whose), value))


def early(store: Store, name: str, answer: str, day: int) -> Collaboration:
    """Answer the early sign: `seen` lets it rest until a next one, `usual` for good, until that is taken back."""
    value: Fields = {"answer": _known(answer, ANSWERS)}
    return _kept(store, collaboration(store, name), New("early", "", value, since=day))


def programme(store: Store, name: str, kind: str, day: str, title: str = "", who: Sequence[str] = ()) -> Collaboration:
    """Put something on the relationship programme: its kind, day and who; nobody named means everybody who takes part then."""
    of = collaboration(store, name)
    on = settings.as_of_day(store, day)
    slot = _slot("programme", _known(kind, KINDS), str(on))
    people = [key(somebody(store, one)) for one in who] or [
        one.about for one in of.of("delegate") if one.about and (one.until is None or one.until >= on)
    ]
    guests = [New("guest", f"{slot}:{one}", {"programme": slot}, about=one) for one in people]
    return _kept(store, of, New("programme", slot, {"kind": kind, "title": _plain(title)}, since=on), *guests)
