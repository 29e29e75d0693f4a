"""What a command did, in words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hecht.text.measures import some

if TYPE_CHECKING:
    from hecht.app.doctor import Check
    from hecht.app.privacy import Erased, Held
    from hecht.app.reading import Summary
    from hecht.app.remembered import Remembered

_REASONS = {
    "nl": {
        "list": "nieuwsbrieven en mailinglijsten",
        "automatic": "automatische berichten",
        "spam": "spam en prullenbak",
        "draft": "concepten",
        "alone": "agenda-items zonder anderen",
        "template": "taken en andere items die geen contact zijn",
        "scope": "buiten het bereik",
        "retained": "ouder dan je wilt bewaren",
        "erased": "van mensen die je hebt gewist",
        "no_people": "zonder een ander erbij",
        "elsewhere": "van een samenwerking of deelnemer die hier niet staat",
        "other_key": "van een deelnemer wiens eerdere bestand een andere handtekening had",
    },
    "en": {
        "list": "newsletters and mailing lists",
        "automatic": "automatic messages",
        "spam": "spam and trash",
        "draft": "drafts",
        "alone": "calendar items without others",
        "template": "tasks and other items that are no contact",
        "scope": "out of scope",
        "retained": "older than you keep",
        "erased": "of people you erased",
        "no_people": "without anybody else",
        "elsewhere": "of a collaboration or participant that is not kept here",
        "other_key": "of a participant whose earlier file had another signature",
    },
}
_SHOWN = 5
NO_KIND = "of no kind that hecht reads"
"""The cause where a file was named that no source knows."""
_CAUSES = {
    "There is no such file or folder:": "dit bestand of deze map is er niet:",
    NO_KIND: "van geen soort die hecht leest",
    "no usable sender address": "geen bruikbaar adres van een afzender",
    "no usable date": "geen bruikbare datum",
    "dated before 1970 or more than two days ahead": "gedateerd voor 1970 of meer dan twee dagen vooruit",
    "no mail headers": "geen mail: er staat geen kop boven",
    "it lies before 1970": "het ligt voor 1970",
    "it has no start, or one before 1970": "er staat geen begin bij, of een van voor 1970",
    "VCALENDAR is cut off": "deze agenda is halverwege afgebroken",
    "VEVENT is cut off": "deze afspraak is halverwege afgebroken",
    "this card is cut off": "dit adreskaartje is halverwege afgebroken",
    "the file ends in the middle of this message": "het bestand houdt midden in dit bericht op; misschien is het niet helemaal binnen",
    "the message is cut off": "dit bericht is halverwege afgebroken",
    "File is not a zip file": "dit is geen heel zip-bestand",
    "this is no whole Outlook message": "dit is geen heel Outlook-bericht",
    "this mailbox file is broken, or not whole": "dit postbusbestand is kapot, of niet heel",
    "reading .pst needs the extra:": "voor .pst is een aanvulling nodig:",
    "reading .msg needs the extra:": "voor .msg is een aanvulling nodig:",
    "not whole or not JSON": "niet heel, of geen JSON",
    "not UTF-8": "niet in UTF-8",
}
"""How the causes that are met most begin, in Dutch; the others stay as their reader put them."""


def import_lines(summary: "Summary", lang: str) -> Iterator[str]:
    """Say what an import kept, left out by reason, and could not read with place and cause."""
    nl = lang == "nl"
    for kind in dict.fromkeys((*summary.new, *summary.known, *(kind for kind, _ in summary.left_out))):
        new, revised, known = summary.new[kind], summary.revised[kind], summary.known[kind]
        if nl:
            yield f"{kind}: {new} nieuw, {revised} gewijzigd, {known} al bekend"
        else:
            yield f"{kind}: {new} new, {revised} changed, {known} known already"
        for (of, reason), count in sorted(summary.left_out.items(), key=lambda one: -one[1]):
            if of == kind:
                yield f"  {'weggelaten' if nl else 'left out'}: {count} {_REASONS[lang][reason]}"
    if summary.unchanged:
        count = summary.unchanged
        if nl:
            yield f"{count} {'bestand' if count == 1 else 'bestanden'} niet gewijzigd sinds de vorige keer"
        else:
            yield f"{count} {'file' if count == 1 else 'files'} not changed since last time"
    if summary.cards:
        yield (
            f"adresboek: {some(summary.cards, 'kaart', 'kaarten')}"
            if nl
            else f"address book: {some(summary.cards, 'card', 'cards')}"
        )
    unknown = summary.unknown_files - sum(cause == NO_KIND for _, _, cause in summary.unreadable)
    if unknown > 0:  # a file that was named itself is said below, with its name
        one = unknown == 1
        kind = (
            ("bestand" if one else "bestanden") + " van een andere soort"
            if nl
            else f"file{'s' * (not one)} of another kind"
        )
        yield f"{unknown} {kind}"
    if summary.unreadable:
        yield f"{'niet te lezen' if nl else 'unreadable'}: {len(summary.unreadable)}"
        yield from (f"  {line}" for line in report_lines(summary, _SHOWN, lang))
        more = len(summary.unreadable) - _SHOWN
        if more > 0:
            yield f"  {'en nog' if nl else 'and'} {more}{'' if nl else ' more'}; --report FILE"
    yield from _ego_lines(summary, lang)


_CHANNELS = {
    "nl": {"mail": "mail", "meeting": "afspraak", "call": "gesprek", "chat": "chatdag", "visit": "bezoek"},
    "en": {"mail": "mail", "meeting": "meeting", "call": "call", "chat": "day of chat", "visit": "visit"},
}


def _ego_lines(summary: "Summary", lang: str) -> Iterator[str]:
    nl = lang == "nl"
    if summary.ego.own:
        found = {
            "said": "zoals je zei" if nl else "as you said",
            "delivered": "zo noemen je bestanden jou" if nl else "as your files name you",
            "sent": "daarmee is je mail verzonden" if nl else "your mail was sent with it",
            "present": "in bijna al je mail" if nl else "in nearly all your mail",
        }[summary.ego.how]
        yield f"{'jij bent' if nl else 'you are'} {', '.join(map(_plain, summary.ego.own))} ({found})"
        if summary.ego.maybe:
            some = ", ".join(map(_plain, summary.ego.maybe[:8]))
            yield f"{'misschien ook van jou' if nl else 'perhaps yours too'}: {some} ({'zeg het met' if nl else 'say so with'} --me)"
    elif summary.whole:
        yield (
            "dit is het log van een heel netwerk; kijk met hecht ties"
            if nl
            else "this is a whole network's log; see hecht ties"
        )
    elif not summary.ego.how and (summary.new or summary.known):
        yield "zeg met --me ADRES wie je bent" if nl else "say with --me ADDRESS who you are"


def report_lines(summary: "Summary", most: int | None = None, lang: str = "en") -> Iterable[str]:
    """Give a line an unreadable item: file, offset (not where it is the file as a whole), cause."""
    return (
        f"{place}{f' @ {offset}' if offset else ''}: {_cause(cause, lang)}"
        for place, offset, cause in summary.unreadable[:most]
    )


def _cause(cause: str, lang: str) -> str:
    for begin, dutch in _CAUSES.items():
        if lang == "nl" and cause.startswith(begin):
            return dutch + cause.removeprefix(begin)
    return cause


def decided(verdict: str, lang: str) -> str:
    """Say that a decision was kept."""
    return {
        "nl": {
            "done": "Mooi, gedaan.",
            "later": "Goed, over een week weer.",
            "never": "Begrepen, hecht noemt dit niet meer. (Terughalen: undo)",
            "keep": "Goed, die houd je erbij; een jaar lang vraagt hecht er niet naar.",
            "rest": "Goed, die rusten. (Terughalen: undo)",
            "undo": "Teruggedraaid.",
        },
        "en": {
            "done": "Good, done.",
            "later": "Fine, again in a week.",
            "never": "Understood, hecht will not bring this up again. (To take it back: undo)",
            "keep": "Fine, you keep them; hecht will not ask again for a year.",
            "rest": "Fine, they rest. (To take it back: undo)",
            "undo": "Taken back.",
        },
    }[lang][verdict]


def noted(name: str, lang: str) -> str:
    """Say that a conversation was noted."""
    return f"Genoteerd: vandaag met {name} gesproken." if lang == "nl" else f"Noted: talked to {name} today."


def note_line(name: str, lang: str, *, undone: bool) -> str:
    """Say that a note was kept or taken back."""
    if lang == "nl":
        return f"De laatste notitie bij {name} is weg." if undone else f"Genoteerd bij {name}; alleen jij ziet het."
    return f"Your last note about {name} is gone." if undone else f"Noted about {name}; only you see it."


def demo_lines(folder: Path, database: Path, command: str, lang: str) -> Iterator[str]:
    """Say what the demo is and where it lies."""
    if lang == "nl":
        yield "Een verzonnen wereld: projectleider bij een waterschap dat niet bestaat."
        yield f"bestanden: {folder}"
        yield f"log: {database}   (verder kijken: HECHT_DB={database} {command} ties)"
        yield f"pagina: HECHT_DB={database} {command} serve"
    else:
        yield "A made-up world: a project leader at a water board that does not exist."
        yield f"files: {folder}"
        yield f"log: {database}   (look around: HECHT_DB={database} {command} ties)"
        yield f"page: HECHT_DB={database} {command} serve"


def _plain(identifier: str) -> str:
    return identifier.partition(":")[2]


def held_lines(held: "Held", lang: str) -> Iterator[str]:
    """Say all that is held of somebody."""
    nl = lang == "nl"
    heads = (
        ("namen" if nl else "names", held.names),
        ("adressen" if nl else "addresses", tuple(map(_plain, held.identifiers))),
        ("kaarten" if nl else "cards", held.cards),
        (
            "contact",
            tuple(
                f"{count} x {_CHANNELS[lang][channel]}, {first} – {last}"
                for channel, count, first, last in held.interactions
            ),
        ),
        ("titels" if nl else "titles", held.titles),
        ("onderwerpen, als stammen van woorden" if nl else "topics, as stems of words", held.topics),
        ("mailinglijsten" if nl else "mailing lists", held.places),
        ("keuzes" if nl else "decisions", held.decisions),
        ("wat jij vastlegde" if nl else "what you stated", held.said),
        ("uit" if nl else "from", held.sources),
    )
    for head, values in heads:
        if values:
            yield f"{head}:"
            yield from (f"  {value}" for value in values)


def erased_line(erased: "Erased", lang: str) -> str:
    """Say how an erase ended."""
    if erased.finished:
        return f"{erased.name} is gewist." if lang == "nl" else f"{erased.name} was erased."
    where = ", ".join(erased.left_in)
    if lang == "nl":
        return f"Nog niet af: een ander programma heeft het log open. Sluit het en doe: hecht doctor {where}".strip()
    return f"Not finished: another program has the log open. Close it and run: hecht doctor {where}".strip()


def retained_line(erased: "Erased", months: int, lang: str) -> str:
    """Say what retain removed."""
    if lang == "nl":
        gone = some(erased.removed, "contactmoment", "contactmomenten")
        return f"{gone} van voor de laatste {some(months, 'maand', 'maanden')} gewist; wat ouder is blijft er voortaan buiten."
    gone = some(erased.removed, "item", "items")
    return (
        f"{gone} from before the last {some(months, 'month', 'months')} removed; what is older stays out from now on."
    )


def check_line(check: "Check", lang: str) -> str:
    """Say how one check of the doctor ended."""
    states = {
        "nl": {"ok": "goed", "mended": "hersteld", "wrong": "NIET GOED"},
        "en": {"ok": "ok", "mended": "mended", "wrong": "WRONG"},
    }
    names = {
        "nl": {"version": "versie", "zone": "tijdzone", "derived": "afgeleide tabellen", "erase": "wissen afgemaakt",
               "permissions": "alleen voor jou leesbaar", "space": "vrije ruimte"},
        "en": {"version": "version", "zone": "time zone", "derived": "derived tables", "erase": "erasing finished",
               "permissions": "readable by you alone", "space": "free space"},
    }  # fmt: skip
    return f"{states[lang][check.state]}: {names[lang][check.name]} {check.detail}".rstrip()


def source_lines(sources: Iterable["Remembered"], lang: str) -> Iterator[str]:
    """Say what was imported, and how old each is."""
    nl = lang == "nl"
    empty = True
    for one in sources:
        empty = False
        until = f"{'tot' if nl else 'up to'} {one.newest}, " if one.newest else ""
        gone = "" if one.there else (" (niet meer gevonden)" if nl else " (no longer found)")
        files = (
            f"{one.files} {'bestand' if one.files == 1 else 'bestanden'}"
            if nl
            else f"{one.files} file{'s' * (one.files != 1)}"
        )
        yield f"{one.path}{gone}: {one.kinds}, {files}, {until}{'gelezen' if nl else 'read'} {one.read}"
    if empty:
        yield "Nog niets geïmporteerd." if nl else "Nothing imported yet."


def refreshed_line(summary: "Summary | None", lang: str) -> str | None:
    """Say that remembered files had changed and were read again."""
    if summary is None or not summary.files:
        return None
    new = sum(summary.new.values()) + sum(summary.revised.values())
    if lang == "nl":
        return (
            f"Bijgelezen: {summary.files} gewijzigde {'bestand' if summary.files == 1 else 'bestanden'}, {new} nieuw."
        )
    return f"Read again: {summary.files} changed file{'s' * (summary.files != 1)}, {new} new."


def removed_line(count: int, lang: str) -> str:
    """Say that a source was forgotten."""
    if lang == "nl":
        return "Vergeten." if not count else f"Vergeten, met {count} contactmomenten die nergens anders vandaan kwamen."
    return "Forgotten." if not count else f"Forgotten, with {count} items that came from nowhere else."
