"""What a command did, in words: whole lines for small summaries made by hand."""

import re
from pathlib import Path

import pytest

from hecht.app.reading import Summary
from hecht.core.ego import Ego
from hecht.core.model import REASONS
from hecht.text.summary import decided, demo_lines, import_lines, noted, report_lines

ANNA = "mailto:anna@work.example"
HOME = "mailto:anna@home.example"


def summary() -> Summary:
    """Give a mailbox, a calendar, an address book, one broken mail and one picture."""
    found = Summary()
    found.new.update({"mailbox": 120, "calendar": 0})
    found.revised.update({"calendar": 2})
    found.known.update({"mailbox": 3, "calendar": 40})
    found.left_out.update({("mailbox", "list"): 7, ("mailbox", "automatic"): 30, ("calendar", "alone"): 4})
    found.cards = 15
    found.unknown_files = 1
    found.unreadable.append(("mail.mbox", 4096, "no date"))
    found.ego = Ego((ANNA, HOME), ("mailto:info@work.example",), "delivered")
    return found


def test_an_import_in_dutch() -> None:
    assert list(import_lines(summary(), "nl")) == [
        "mailbox: 120 nieuw, 0 gewijzigd, 3 al bekend",
        "  weggelaten: 30 automatische berichten",
        "  weggelaten: 7 nieuwsbrieven en mailinglijsten",
        "calendar: 0 nieuw, 2 gewijzigd, 40 al bekend",
        "  weggelaten: 4 agenda-items zonder anderen",
        "adresboek: 15 kaarten",
        "1 bestand van een andere soort",
        "niet te lezen: 1",
        "  mail.mbox @ 4096: no date",
        "jij bent anna@work.example, anna@home.example (zo noemen je bestanden jou)",
        "misschien ook van jou: info@work.example (zeg het met --me)",
    ]


def test_an_import_in_english() -> None:
    assert list(import_lines(summary(), "en")) == [
        "mailbox: 120 new, 0 changed, 3 known already",
        "  left out: 30 automatic messages",
        "  left out: 7 newsletters and mailing lists",
        "calendar: 0 new, 2 changed, 40 known already",
        "  left out: 4 calendar items without others",
        "address book: 15 cards",
        "1 file of another kind",
        "unreadable: 1",
        "  mail.mbox @ 4096: no date",
        "you are anna@work.example, anna@home.example (as your files name you)",
        "perhaps yours too: info@work.example (say so with --me)",
    ]


def test_nothing_was_there() -> None:
    assert list(import_lines(Summary(), "nl")) == []
    assert list(import_lines(Summary(), "en")) == []


def test_five_unreadable_items_are_shown_and_all_are_reported() -> None:
    found = Summary()
    found.unreadable.extend([("a.mbox", offset, "no date") for offset in range(8)])
    lines = list(import_lines(found, "nl"))
    assert lines[0] == "niet te lezen: 8"
    assert lines[1:6] == ["  a.mbox: no date", *(f"  a.mbox @ {offset}: no date" for offset in range(1, 5))]
    assert lines[6:] == ["  en nog 3; --report FILE"]
    assert list(import_lines(found, "en"))[6] == "  and 3 more; --report FILE"
    assert list(report_lines(found)) == ["a.mbox: no date", *(f"a.mbox @ {offset}: no date" for offset in range(1, 8))]


def test_exactly_five_leave_nothing_to_report() -> None:
    found = Summary()
    found.unreadable.extend([("a.mbox", offset, "no date") for offset in range(5)])
    assert list(import_lines(found, "nl"))[-1] == "  a.mbox @ 4: no date"


def test_who_am_i_is_asked_when_it_was_not_found() -> None:
    found = Summary()
    found.new["mailbox"] = 1
    assert list(import_lines(found, "nl"))[-1] == "zeg met --me ADRES wie je bent"
    assert list(import_lines(found, "en"))[-1] == "say with --me ADDRESS who you are"


@pytest.mark.parametrize(
    ("how", "dutch", "english"),
    [
        ("said", "zoals je zei", "as you said"),
        ("delivered", "zo noemen je bestanden jou", "as your files name you"),
        ("sent", "daarmee is je mail verzonden", "your mail was sent with it"),
        ("present", "in bijna al je mail", "in nearly all your mail"),
    ],
)
def test_how_the_user_was_found(how: str, dutch: str, english: str) -> None:
    found = Summary(ego=Ego((ANNA,), (), how))
    assert list(import_lines(found, "nl")) == [f"jij bent anna@work.example ({dutch})"]
    assert list(import_lines(found, "en")) == [f"you are anna@work.example ({english})"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_reason_to_leave_out_has_words(lang: str) -> None:
    found = Summary()
    found.left_out.update({("mailbox", reason): index for index, reason in enumerate(REASONS, 1)})
    _, *lines = import_lines(found, lang)
    words = [line.split(" ", 4)[-1] for line in lines[: len(REASONS)]]
    assert len(set(words)) == len(REASONS)
    counts = [int(re.findall(r"\d+", line)[0]) for line in lines[: len(REASONS)]]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("verdict", "dutch", "english"),
    [
        ("done", "Mooi, gedaan.", "Good, done."),
        ("later", "Goed, over een week weer.", "Fine, again in a week."),
        (
            "never",
            "Begrepen, hecht noemt dit niet meer. (Terughalen: undo)",
            "Understood, hecht will not bring this up again. (To take it back: undo)",
        ),
        ("undo", "Teruggedraaid.", "Taken back."),
    ],
)
def test_a_decision_was_kept(verdict: str, dutch: str, english: str) -> None:
    assert decided(verdict, "nl") == dutch
    assert decided(verdict, "en") == english


def test_a_conversation_was_noted() -> None:
    assert noted("Anna de Wit", "nl") == "Genoteerd: vandaag met Anna de Wit gesproken."
    assert noted("Anna de Wit", "en") == "Noted: talked to Anna de Wit today."


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_where_the_demo_lies(lang: str) -> None:
    first, files, log, page = demo_lines(Path("/demo/files"), Path("/demo/log.sqlite"), "hecht", lang)
    assert first == {
        "nl": "Een verzonnen wereld: projectleider bij een waterschap dat niet bestaat.",
        "en": "A made-up world: a project leader at a water board that does not exist.",
    }[lang]  # fmt: skip
    assert files.endswith(": /demo/files")
    assert "HECHT_DB=/demo/log.sqlite hecht ties" in log
    assert page.endswith(": HECHT_DB=/demo/log.sqlite hecht serve")


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("dated before 1970 or more than two days ahead", "gedateerd voor 1970 of meer dan twee dagen vooruit"),
        ("File is not a zip file", "dit is geen heel zip-bestand"),
        ("VEVENT is cut off", "deze afspraak is halverwege afgebroken"),
    ],
)
def test_what_a_newcomer_drops_by_mistake_is_said_in_dutch(cause: str, said: str) -> None:
    found = Summary()
    found.unreadable.append(("kapot", 0, cause))
    assert list(import_lines(found, "nl")) == ["niet te lezen: 1", f"  kapot: {said}"]


def test_a_file_that_was_named_and_not_known_is_said_once() -> None:
    found = Summary()
    found.unknown_files = 3
    found.unreadable.append(("foto.jpg", 0, "of no kind that hecht reads"))
    assert list(import_lines(found, "nl")) == [
        "2 bestanden van een andere soort",
        "niet te lezen: 1",
        "  foto.jpg: van geen soort die hecht leest",
    ]


def test_the_causes_met_most_are_said_in_dutch() -> None:
    found = Summary()
    found.unreadable.extend([("a", 0, "of no kind that hecht reads"), ("b", 7, "no usable date: 'x'"), ("c", 9, "odd")])
    assert list(import_lines(found, "nl"))[1:] == [
        "  a: van geen soort die hecht leest",
        "  b @ 7: geen bruikbare datum: 'x'",
        "  c @ 9: odd",
    ]
    assert list(report_lines(found))[1] == "b @ 7: no usable date: 'x'"
