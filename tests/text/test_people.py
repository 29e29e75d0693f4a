"""Who is who in words: whole lines, read as a Dutch colleague would, for proposals made by hand."""

import re

import pytest

from hecht.app.people import Person
from hecht.app.person import Job
from hecht.app.proposals import ProposalRow, Side
from hecht.app.who import Decided
from hecht.core.proposals import Reason
from hecht.text import people as said

OLD = Side(
    1, "Wietske Hoekzema", "Delta BV", ("mailto:wietske@delta.nl", "tel:+31612345678"), "2024-01-03", "2025-02-01"
)
NEW = Side(2, "W. Hoekzema", "kade.nl", ("mailto:wh@kade.nl",), "2025-03-01", "2025-03-09")
LINKED = Side(3, "Wietske Hoekzema", "", ("linkedin:wietske-h",), None, None)
KINDS = (
    *("same_name", "initials", "nickname", "shortened", "fewer_names", "slip", "surname_added", "followed"),
    *("same_organisation", "shared_contacts", "shared_number", "same_address_name"),
    *("no_shared_contacts", "met", "side_by_side", "namesakes", "unanswered"),
)


def row(*reasons: Reason, certainty: str = "likely", b: Side = NEW, own: bool = False) -> ProposalRow:
    return ProposalRow("00c0ffee00c0ffee", certainty, OLD, b, reasons, caution=False, own=own)


MOVED = row(
    Reason("initials"),
    Reason("followed", number=20_000),
    Reason("shared_contacts", number=3),
    Reason("namesakes", number=2, against=True),
)


def test_a_page_of_proposals_in_dutch() -> None:
    assert list(said.proposal_lines([MOVED, row(Reason("same_name"), b=LINKED, own=True)], "nl", page=1, most=1)) == [
        "",
        "00c0ffee  waarschijnlijk één persoon",
        "  Wietske Hoekzema (Delta BV), 2024-01 \u2013 2025-02",
        "    wietske@delta.nl, +31612345678",
        "  W. Hoekzema (kade.nl), 2025-03",
        "    wh@kade.nl",
        (
            "  Dezelfde achternaam en voorletter; het ene adres raakte in gebruik toen het andere stil werd; drie contacten gemeen."
            " Daartegenover: naar schatting heten hier nog twee mensen zo."
        ),
        "",
        "Eén persoon: hecht people merge 00c0ffee   Twee mensen: hecht people apart 00c0ffee",
        "1 van de 2 voorstellen; verder: --page 2.",
    ]


def test_a_page_of_proposals_in_english() -> None:
    lines = list(said.proposal_lines([MOVED, row(Reason("same_name"), b=LINKED, own=True)], "en", page=2, most=1))
    assert lines == [
        "",
        "00c0ffee  probably one person (this may be you)",
        "  Wietske Hoekzema (Delta BV), 2024-01 \u2013 2025-02",
        "    wietske@delta.nl, +31612345678",
        "  Wietske Hoekzema",
        "    wietske-h (LinkedIn)",
        "  The same name.",
        "",
        "One person: hecht people merge 00c0ffee   Two people: hecht people apart 00c0ffee",
        "2 of 2 proposals.",
    ]


def test_nothing_to_propose_and_a_page_too_far() -> None:
    assert len(list(said.proposal_lines([], "nl", page=1, most=10))) == 1
    assert list(said.proposal_lines([MOVED], "nl", page=9, most=10)) == ["", "Er is 1 voorstel."]
    assert len(list(said.proposal_lines([MOVED] * 400, "nl", page=1, most=10))) == 10 * 7 + 3
    assert len(list(said.proposal_lines([MOVED] * 400, "nl", page=1, most=0))) == 400 * 7 + 2


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_reason_is_said_in_a_sentence(kind: str, lang: str) -> None:
    against = kind in ("no_shared_contacts", "met", "side_by_side", "namesakes", "unanswered")
    text = said.reason(row(Reason("slip"), Reason(kind, ("mailto:wh@kade.nl",), 200, against=against)), lang)
    assert re.fullmatch(r"(?:[A-Z\u2018\u201c].*\.)", text)
    assert "{" not in text
    assert "_" not in text
    assert not re.search(r"\b(?:moet|match|score|duplicaat|duplicate|entiteit)\b", text)


def test_the_address_of_a_name_that_only_came_in_is_shown() -> None:
    one = row(Reason("same_name"), Reason("unanswered", ("mailto:wh@kade.nl",), against=True))
    assert said.reason(one, "nl") == (
        "Dezelfde naam, anders geschreven. Van wh@kade.nl kwamen alleen berichten binnen; kijk of je het adres kent."
    )


PERSON = Person(1, "Wietske Hoekzema", "Delta BV", ("mailto:wietske@delta.nl", "mailto:wh@kade.nl"))
OTHER = Person(2, "Wietske Hoekzema", "", ("whatsapp:wietske h",))


def test_what_was_decided_is_said_back() -> None:
    assert said.merged_line(PERSON, "nl") == "Wietske Hoekzema is nu één persoon, met wietske@delta.nl en wh@kade.nl."
    assert said.apart_line(PERSON, OTHER, "nl") == (
        "Wietske Hoekzema <wietske@delta.nl> en Wietske Hoekzema <wietske h (WhatsApp)> zijn twee mensen; hecht stelt dit niet meer voor."
    )
    assert (
        said.organisation_line(PERSON, "Kade", "2025-03-01", None, "nl")
        == "Wietske Hoekzema: bij Kade, vanaf 2025-03-01."
    )
    assert (
        said.organisation_line(PERSON, "", None, "2025-03-01", "en") == "Wietske Hoekzema: nowhere, until 2025-03-01."
    )
    assert said.sphere_line(PERSON, "private", "nl") == (
        "Wietske Hoekzema hoort bij je privéleven en komt niet in wat je met anderen deelt."
    )
    assert said.sphere_line(PERSON, "work", "en") == "Wietske Hoekzema belongs to your work."
    assert said.own_line(["mailto:a@b.nl"], "nl") == "Van jou: a@b.nl."


@pytest.mark.parametrize(
    ("kind", "value", "dutch", "english"),
    [
        ("merge", "", "a@b.nl en c@d.nl zijn één persoon", "a@b.nl and c@d.nl are one person"),
        ("split", "", "a@b.nl hoort er niet bij", "a@b.nl is somebody else"),
        ("apart", "", "a@b.nl en c@d.nl zijn twee mensen", "a@b.nl and c@d.nl are two people"),
    ],
)
def test_decisions_in_a_list(kind: str, value: str, dutch: str, english: str) -> None:
    one = Decided(
        "00c0ffee00c0ffee", "2026-11-26", kind, ("mailto:a@b.nl", "mailto:c@d.nl"), value, None, None, undone=False
    )
    assert list(said.decided_lines([one], "nl")) == [f"00c0ffee  2026-11-26  {dutch}"]
    assert said.undone_line(one, "en") == f"Taken back: {english}."


def test_decisions_about_one_person() -> None:
    one = Decided(
        "00c0ffee00c0ffee", "2026-11-26", "organisation", ("mailto:a@b.nl",), "Kade", "2026-01-01", None, undone=True
    )
    assert list(said.decided_lines([one], "nl")) == [
        "00c0ffee  2026-11-26  a@b.nl werkt bij Kade, vanaf 2026-01-01 (teruggedraaid)"
    ]
    sphere = Decided(
        "00c0ffee00c0ffee", "2026-11-26", "sphere", ("mailto:a@b.nl",), "private", None, None, undone=False
    )
    assert list(said.decided_lines([sphere], "en")) == ["00c0ffee  2026-11-26  a@b.nl belongs to your private life"]
    assert list(said.decided_lines([], "en")) == ["Nothing said yet about who is who."]


AS_OF = 20_454
"""1 January 2026."""


def test_where_somebody_works_and_worked() -> None:
    jobs = (
        Job("Loket", None, None, stated=False),
        Job("delta.nl", "2024-01-03", "2025-02-01", stated=False),
        Job("kade.nl", "2025-03-01", "2025-12-09", stated=False),
    )
    assert list(said.job_lines(jobs, "kade.nl", AS_OF, "nl")) == [
        "  nu bij kade.nl, voor zover hecht ziet sinds maart 2025",
        "  eerder bij delta.nl (tot februari 2025)",
        "  op een kaart staat Loket",
    ]
    assert list(said.job_lines(jobs[1:], "Eigen bureau", AS_OF, "en")) == [
        "  before at kade.nl (until December 2025)",
        "  before at delta.nl (until February 2025)",
    ]
    assert list(said.job_lines(jobs[1:2], "delta.nl", AS_OF, "nl")) == []


def test_two_places_side_by_side() -> None:
    jobs = (Job("delta.nl", "2024-01-03", "2025-12-01", stated=False), Job("Kade", "2025-03-01", None, stated=True))
    assert list(said.job_lines(jobs, "Kade", AS_OF, "nl")) == [
        "  nu bij Kade, sinds maart 2025",
        "  ook bij delta.nl (tot december 2025)",
    ]
