"""What a command did, in words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hecht.app.reading import Summary

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
    },
}
_SHOWN = 5


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
        yield f"{'adresboek' if nl else 'address book'}: {summary.cards} {'kaarten' if nl else 'cards'}"
    if summary.unknown_files:
        yield f"{summary.unknown_files} {'bestanden van een andere soort' if nl else 'files of another kind'}"
    if summary.unreadable:
        yield f"{'niet te lezen' if nl else 'unreadable'}: {len(summary.unreadable)}"
        yield from (f"  {line}" for line in report_lines(summary, _SHOWN))
        more = len(summary.unreadable) - _SHOWN
        if more > 0:
            yield f"  {'en nog' if nl else 'and'} {more}{'' if nl else ' more'}; --report FILE"
    yield from _ego_lines(summary, lang)


def _ego_lines(summary: "Summary", lang: str) -> Iterator[str]:
    nl = lang == "nl"
    if summary.ego.own:
        found = {
            "said": "zoals je zei" if nl else "as you said",
            "delivered": "daar is je mail bezorgd" if nl else "your mail was delivered there",
            "sent": "daarmee is je mail verzonden" if nl else "your mail was sent with it",
            "present": "in bijna al je mail" if nl else "in nearly all your mail",
        }[summary.ego.how]
        yield f"{'jij bent' if nl else 'you are'} {', '.join(map(_plain, summary.ego.own))} ({found})"
        if summary.ego.maybe:
            some = ", ".join(map(_plain, summary.ego.maybe[:8]))
            yield f"{'misschien ook van jou' if nl else 'perhaps yours too'}: {some} ({'zeg het met' if nl else 'say so with'} --me)"
    elif not summary.ego.how and (summary.new or summary.known):
        yield "zeg met --me ADRES wie je bent" if nl else "say with --me ADDRESS who you are"


def report_lines(summary: "Summary", most: int | None = None) -> Iterable[str]:
    """Give a line an unreadable item: file, offset, cause."""
    return (f"{place} @ {offset}: {cause}" for place, offset, cause in summary.unreadable[:most])


def decided(verdict: str, lang: str) -> str:
    """Say that a decision was kept."""
    return {
        "nl": {
            "done": "Mooi, gedaan.",
            "later": "Goed, over een week weer.",
            "never": "Begrepen, hecht noemt dit niet meer. (Terughalen: undo)",
            "undo": "Teruggedraaid.",
        },
        "en": {
            "done": "Good, done.",
            "later": "Fine, again in a week.",
            "never": "Understood, hecht will not bring this up again. (To take it back: undo)",
            "undo": "Taken back.",
        },
    }[lang][verdict]


def noted(name: str, lang: str) -> str:
    """Say that a conversation was noted."""
    return f"Genoteerd: vandaag met {name} gesproken." if lang == "nl" else f"Noted: talked to {name} today."


def demo_lines(folder: Path, database: Path, lang: str) -> Iterator[str]:
    """Say what the demo is and where it lies."""
    if lang == "nl":
        yield "Een verzonnen wereld: projectleider bij een waterschap dat niet bestaat."
        yield f"bestanden: {folder}"
        yield f"log: {database}   (verder kijken: HECHT_DB={database} hecht ties)"
    else:
        yield "A made-up world: a project leader at a water board that does not exist."
        yield f"files: {folder}"
        yield f"log: {database}   (look around: HECHT_DB={database} hecht ties)"


def _plain(identifier: str) -> str:
    return identifier.partition(":")[2]
