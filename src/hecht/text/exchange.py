"""Bringing and getting in words: asks and offers, and an answer in its three parts with the evidence of each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date
from hecht.core.exchange.asks import Need, See, Wish
from hecht.core.ties.state import State
from hecht.text.introductions import chain
from hecht.text.measures import capital, first_name, listed, month, on_day, some
from hecht.text.moves import through
from hecht.text.reasons import list_name

if TYPE_CHECKING:
    from hecht.app.answer import About, Answer, Known, Met, Way
    from hecht.app.matters import Topic
    from hecht.app.people import Person

NEEDS = {
    "nl": {
        Need.INFORMATION: "informatie",
        Need.SUPPORT: "steun",
        Need.COOPERATION: "medewerking",
        Need.THINKING_ALONG: "meedenken",
    },
    "en": {
        Need.INFORMATION: "information",
        Need.SUPPORT: "support",
        Need.COOPERATION: "cooperation",
        Need.THINKING_ALONG: "thinking along",
    },
}
SEEN = {
    "nl": {See.ME: "alleen voor jou", See.OTHERS: "ook voor anderen"},
    "en": {See.ME: "for you alone", See.OTHERS: "for others too"},
}
SHOWN = 5
"""People of a part that are said in lines; the rows have all."""


def wish_rows(wishes: Sequence[Wish], names: dict[int, str], lang: str) -> list[dict[str, Any]]:
    """Give asks and offers as rows: id, what (ask or offer), of whom, text, kind, who may see it, since, until."""
    return [
        {
            "id": one.id,
            "what": "ask" if one.asked else "offer",
            "person": one.person or None,
            "of": owner(one, names, lang),
            "text": one.text,
            "kind": str(one.need),
            "see": str(one.see),
            "since": to_date(one.since).isoformat(),
            "until": None if one.until is None else to_date(one.until).isoformat(),
        }
        for one in wishes
    ]


def owner(one: Wish, names: dict[int, str], lang: str) -> str:
    """Say whose ask or offer it is."""
    if one.mine:
        return "jij" if lang == "nl" else "you"
    if one.person and one.organisation:
        return f"{names.get(one.person, '?')}, {one.organisation}"
    return one.organisation or names.get(one.person, "?")


def wish_lines(wishes: Sequence[Wish], names: dict[int, str], as_of: int, lang: str, *, asked: bool) -> Iterator[str]:
    """Say what stands, each with its id, until when and who may see it."""
    nl = lang == "nl"
    if not wishes:
        if asked:
            yield "Er staat geen vraag open." if nl else "No ask stands."
        else:
            yield "Er staat nog niets bij wat je te bieden hebt." if nl else "Nothing stands yet of what you bring."
    for one in wishes:
        who = "" if one.mine else f"{owner(one, names, lang)}: "
        yield f"{one.id[:8]}  {who}{one.text}"
        yield f"          {wish_facts(one, as_of, lang)}"


def wish_facts(one: Wish, as_of: int, lang: str) -> str:
    """Say kind, until when, and who may see it: "informatie · tot en met 1 mei · alleen voor jou"."""
    nl = lang == "nl"
    said = [NEEDS[lang][one.need]]
    if one.until is not None:
        day = on_day(one.until, as_of, lang)
        over = one.until < as_of
        said.append(
            (f"stond tot en met {day}" if nl else f"stood until {day}")
            if over
            else f"tot en met {day}"
            if nl
            else f"until {day}"
        )
    said.append(SEEN[lang][one.see])
    return " · ".join(said)


def shared_rows(wishes: Sequence[Wish]) -> list[dict[str, Any]]:
    """Give what others may see: what it is, the text, the kind, and until when; no names and no ids."""
    return [
        {
            "what": "ask" if one.asked else "offer",
            "text": one.text,
            "kind": str(one.need),
            "until": None if one.until is None else to_date(one.until).isoformat(),
        }
        for one in wishes
    ]


def topic_rows(found: "Sequence[Topic]") -> list[dict[str, Any]]:
    """Give topics as rows: word, times, last, rarity."""
    return [
        {"word": one.word, "times": one.times, "last": to_date(one.last).isoformat(), "rarity": round(one.rarity, 3)}
        for one in found
    ]


def topic_line(one: "Topic", as_of: int, lang: str) -> str:
    """Say a topic: "gemaal, 36 keer, het laatst in november 2025"."""
    last = month(one.last, as_of, lang)
    return f"{one.word}, {_times(one.times, lang)}, {'het laatst in' if lang == 'nl' else 'last in'} {last}"


def recorded_line(one: Wish, as_of: int, lang: str) -> str:
    """Confirm what was recorded."""
    what = (
        ("Je vraag" if one.asked else "Wat je biedt") if lang == "nl" else ("Your ask" if one.asked else "Your offer")
    )
    if not one.mine:
        what = (
            ("De vraag" if one.asked else "Het aanbod") if lang == "nl" else ("The ask" if one.asked else "The offer")
        )
    stands = "staat genoteerd" if lang == "nl" else "is noted"
    return f"{what} {stands} ({one.id[:8]}): {wish_facts(one, as_of, lang)}."


def withdrawn_line(one: Wish, lang: str) -> str:
    """Confirm what was withdrawn."""
    return f"Ingetrokken: {one.text}" if lang == "nl" else f"Withdrawn: {one.text}"


def answer_rows(found: "Answer", lang: str) -> list[dict[str, Any]]:
    """Give an answer as rows: part (known, way, met), person, name, organisation, score, reason and what it rests on."""
    rows = [
        _row("known", one.person, one.person.organisation, one.score, known_line(one, found, lang), one.about)
        for one in found.known
    ]
    for way in found.ways:
        bridge = way.chain.people[1] if way.chain else None
        rows.append(_row("way", bridge, way.organisation, way.score, way_line(way, found.as_of, lang), way.about))
    for met in found.met:
        reason = met_line(met, found.as_of, lang)
        rows.append(_row("met", met.person, met.person.organisation, met.score, reason, (*met.on, *met.beside)))
    return rows


def _row(
    part: str, person: "Person | None", organisation: str, score: float, reason: str, about: "Iterable[About]"
) -> dict[str, Any]:
    return {
        "part": part,
        "person": None if person is None else person.id,
        "name": "" if person is None else person.name,
        "organisation": organisation,
        "score": score,
        "reason": reason,
        "about": [
            {
                "text": one.text,
                "times": one.times,
                "first": to_date(one.first).isoformat(),
                "last": to_date(one.last).isoformat(),
            }
            for one in about
        ],
    }


def answer_lines(found: "Answer", lang: str) -> Iterator[str]:
    """Say an answer: people you know, ways in, people met; what is not there is said as not seen."""
    nl = lang == "nl"
    if not (found.known or found.ways or found.met):
        yield (
            "Nog niemand gevonden. Je vraag blijft staan; past er later iets bij, dan staat het in je week."
            if nl and found.wish.asked
            else "Nog niemand gevonden; past er later iets bij, dan staat het in je week."
            if nl
            else "Nobody found yet. It stands; when something fits later, your week says so."
        )
    if found.known:
        yield heads(lang)[0]
        for one in found.known[:SHOWN]:
            yield f"  {full(one.person)}"
            yield f"    {known_line(one, found, lang)}"
    if found.wish.need is Need.THINKING_ALONG:
        yield (
            "Alleen mensen dichtbij; wie van hen iets voor zich houdt, weet jij beter dan hecht."
            if nl
            else "Only people close to you; who of them keeps things to themselves you know better than hecht."
        )
    if found.ways:
        yield heads(lang)[1]
        for way in found.ways[:SHOWN]:
            yield f"  {way.organisation}"
            yield f"    {way_line(way, found.as_of, lang)}"
    if found.met:
        yield heads(lang)[2]
        for met in found.met[:SHOWN]:
            yield f"  {full(met.person)}"
            yield f"    {met_line(met, found.as_of, lang)}"
    words = through(found.seen_through, lang)
    if words:
        yield f"{capital(words)}."


def heads(lang: str) -> tuple[str, str, str]:
    """Give the three headings of an answer."""
    if lang == "nl":
        return "Mensen die je kent", "Organisaties waar je nog niemand kent", "Mensen die je ergens zag"
    return "People you know", "Organisations where you know nobody yet", "People you were in one place with"


def full(person: "Person") -> str:
    """Give name and organisation."""
    return f"{person.name} ({person.organisation})" if person.organisation else person.name


def known_line(one: "Known", found: "Answer", lang: str) -> str:
    """Say why somebody you know may help: what you had contact about, how often, when, and how it stands now."""
    nl, as_of = lang == "nl", found.as_of
    said = []
    if one.wish:
        said.append(_wish(one.wish, first_name(one.person.name), lang))
    if one.about:
        titles = listed([f"‘{about.text}’" for about in one.about[:2]], lang)
        when = _when(one.first_about, one.last_about, as_of, lang)
        times = capital(_times(one.times, lang)) if nl else _times(one.times, lang)
        more = sum(about.times for about in one.about[:2]) < one.times
        over = ("over onder meer" if more else "over") if nl else ("about, among others," if more else "about")
        said.append(f"{times} contact {over} {titles}, {when}." if nl else f"In touch {times} {over} {titles}, {when}.")
    elif not one.wish:
        said.append(
            "Dichtbij, ook zonder dat dit eerder ter sprake kwam."
            if nl
            else "Close, although this did not come up before."
        )
    if one.state is State.DORMANT:
        since = month(one.last, as_of, lang)
        said.append(
            f"Slaapt sinds {since}; oude bekenden helpen vaak graag."
            if nl
            else f"Asleep since {since}; old acquaintances are often glad to help."
        )
    return " ".join(said)


def _times(count: int, lang: str) -> str:
    if lang == "nl":
        return "één keer" if count == 1 else f"{count} keer"
    return "once" if count == 1 else f"{count} times"


def _when(first: int, last: int, as_of: int, lang: str) -> str:
    a, b = month(first, as_of, lang), month(last, as_of, lang)
    if a == b:
        return f"in {a}"
    return f"tussen {a} en {b}" if lang == "nl" else f"between {a} and {b}"


def _wish(one: Wish, who: str, lang: str) -> str:
    if lang == "nl":
        return f"{who} {'zoekt' if one.asked else 'biedt'}: ‘{one.text}’."
    return f"{who} {'seeks' if one.asked else 'brings'}: ‘{one.text}’."


def way_line(way: "Way", as_of: int, lang: str) -> str:
    """Say how one gets into an organisation, and why it may have to do with the ask."""
    nl = lang == "nl"
    said = []
    if way.wish:
        said.append(_wish(way.wish, way.organisation, lang))
    if way.about:
        about = way.about[0]
        when = month(about.last, as_of, lang)
        said.append(
            f"Iemand van daar stond in {when} in de kopie van ‘{about.text}’."
            if nl
            else f"Somebody from there stood in the copy of ‘{about.text}’ in {when}."
        )
    said.append(
        chain(way.chain, lang)
        if way.chain
        else ("Een weg daarheen is in dit log niet te zien." if nl else "No way there is to be seen in this log.")
    )
    return " ".join(said)


def met_line(met: "Met", as_of: int, lang: str) -> str:
    """Say where somebody was seen with whom there was no contact of one's own."""
    nl = lang == "nl"
    said = [_wish(met.wish, first_name(met.person.name), lang)] if met.wish else []
    parts = []
    for about in met.on[:1]:
        days = some(about.times, "dag", "dagen") if nl else some(about.times, "day", "days")
        last = on_day(about.last, as_of, lang)
        parts.append(
            f"schrijft op de lijst ‘{list_name(about.text)}’ ({days}, het laatst op {last})"
            if nl
            else f"writes to the list ‘{list_name(about.text)}’ ({days}, last on {last})"
        )
    for about in met.beside[:2]:
        last = on_day(about.last, as_of, lang)
        parts.append(
            f"stond op {last} met jou bij ‘{about.text}’" if nl else f"was with you at ‘{about.text}’ on {last}"
        )
    if parts:
        said.append(f"{first_name(met.person.name)} {listed(parts, lang)}.")
    said.append(
        "Zelf hadden jullie, voor zover te zien, nog geen contact."
        if nl
        else "As far as can be seen, the two of you had no contact yet."
    )
    return " ".join(said)
