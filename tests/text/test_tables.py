"""Weeks, ties and persons as lines and tables: whole lines written by hand, and texts of strangers shown as they are."""
# ruff: noqa: RUF001 - typographic quotes and dashes are what is said

import io
from dataclasses import replace
from datetime import UTC, date, datetime

from rich.console import Console

from core.moves.situations import move, reason
from hecht.app.people import Person
from hecht.app.person import Month, OpenQuestion, PersonView
from hecht.app.ties import TieRow
from hecht.app.week import Week
from hecht.core.days import to_day
from hecht.core.moves.move import Kind, Meeting
from hecht.core.ties.state import State
from hecht.text.circles import LAYERS
from hecht.text.tables import STATES, person_lines, tie_table, week_lines, week_rows

NOW = to_day(date(2026, 11, 16))  # a Monday
THURSDAY = Meeting(1, int(datetime(2026, 11, 19, 9, tzinfo=UTC).timestamp()), 3600, "projectoverleg", (1, 8, 9))
ANNA = Person(1, "Anna de Wit", "example.nl", ("mailto:anna@example.nl", "tel:+31612345678"))
MEET = replace(move(Kind.MEET, reason("meeting", rhythm=14, silence=42), moment=THURSDAY), id="a1b2c3d4e5f60718")
WEEK = Week(NOW, (MEET,), {1: ANNA}, ("mail", "meeting"), "Europe/Amsterdam")

ROW = TieRow(
    ego=9,
    alter=1,
    name="Anna de Wit",
    organisation="example.nl",
    first="2025-01-06",
    last="2026-10-05",
    silence_days=42,
    active_days=30,
    sent=12,
    received=18,
    reciprocity=0.667,
    rhythm_days=22.0,
    strength=5.25,
    warmth=None,
    task_amount=0.0,
    relation_amount=0.0,
    relation_share=None,
    p_contact_30=0.68,
    p_contact_90=0.91,
    p_contact_180=0.96,
    state="quieter",
    layer=2,
    one_to_one=4,
    channels=("mail", "meeting"),
    seen_through=("mail", "meeting"),
)


def test_states_and_circles_are_called_as_in_the_list_of_words() -> None:
    assert [STATES["nl"][one] for one in State] == ["nieuw", "levend", "wordt stiller", "slapend", "zijdelings"]
    assert list(LAYERS["nl"].values()) == ["binnenste kring", "dichtbij", "goede contacten", "bredere kring"]
    assert STATES["en"].keys() == set(State)
    assert LAYERS["en"].keys() == LAYERS["nl"].keys() == {1, 2, 3, 4}  # the fifth has no band


def test_the_rows_of_a_week() -> None:
    (row,) = week_rows(WEEK, "nl")
    assert row == {
        "id": "a1b2c3d4e5f60718",
        "kind": "meet",
        "people": ["Anna de Wit"],
        "reason": "Anna en jij horen meestal om de week iets van elkaar; nu is het een week of zes stil. "
        "Donderdag om tien uur zitten jullie in hetzelfde overleg (‘projectoverleg’).",
        "moment": {"at": "2026-11-19T10:00:00+01:00", "title": "projectoverleg"},
        "draft": "Dag Anna, donderdag om tien uur zitten we in hetzelfde overleg. Zullen we er tien minuten eerder zijn "
        "en even bijpraten? Komt het niet uit, dan is dat ook goed.",
    }


def test_a_move_without_a_moment_has_none() -> None:
    (row,) = week_rows(replace(WEEK, moves=(move(Kind.GIVE_BACK, reason("question_to_me")),)), "en")
    assert row["moment"] is None


def test_the_lines_of_a_week() -> None:
    rows = week_rows(WEEK, "nl")
    lines = list(week_lines(WEEK, rows, "nl", own_today="2026-11-16"))
    assert lines[:4] == ["", "Deze week (16 november 2026)", "", "Even aanspreken: Anna de Wit (example.nl)"]
    assert lines[4:7] == [
        f"  {rows[0]['reason']}",
        f"  “{rows[0]['draft']}”",
        "  hecht move a1b2c3 done | later | never",
    ]
    assert lines[7:] == ["", "Een suggestie, gezien via mail en agenda."]


def test_two_suggestions_in_english() -> None:
    week = replace(WEEK, moves=(MEET, replace(MEET, id="b" * 16)), people={1: ANNA._replace(organisation="")})
    lines = list(week_lines(week, week_rows(week, "en"), "en", own_today=None))
    assert lines[1] == "This week"
    assert lines[3] == "Have a word: Anna de Wit"
    assert lines[-1] == "Two suggestions, seen through mail and calendar."


def test_a_week_in_which_nothing_is_needed() -> None:
    empty = replace(WEEK, moves=())
    assert list(week_lines(empty, [], "nl", own_today=None)) == [
        "",
        "Deze week",
        "Deze week hoeft er niets. Je hebt de mensen gesproken die je anders ook spreekt. Fijne week.",
    ]
    assert list(week_lines(empty, [], "en", own_today=None)) == [
        "",
        "This week",
        "Nothing is needed this week. You have been in touch with the people you usually are. Have a good week.",
    ]


def test_an_empty_week_says_only_what_is_so() -> None:
    """Of old mail, of a log that hardly knows anybody, and of a week that was seen to, the usual sentence is not true."""
    empty = replace(WEEK, moves=())
    old = list(week_lines(replace(empty, age=30), [], "nl", own_today=None))
    assert old[-1] == "Deze week hoeft er niets."
    bare = list(week_lines(replace(empty, acquainted=False), [], "nl", own_today=None))
    assert bare[-1].startswith("Nog te weinig te zien voor een suggestie. ")
    seen_to = list(week_lines(replace(empty, settled=2), [], "nl", own_today=None))
    assert seen_to[-1].startswith("Klaar voor deze week. ")


def shown(row: TieRow, lang: str = "nl", names: dict[int, str] | None = None, total: int = 1) -> str:
    out = io.StringIO()
    Console(file=out, width=200).print(tie_table([row], lang, total, names or {}))
    return out.getvalue()


def test_a_table_of_ties() -> None:
    head, line, *legend = shown(ROW).splitlines()
    assert " ".join(legend).startswith("dagen: waarop er contact was")  # what the figures mean stands under them
    # 0.68 is about seven in ten
    assert head.split("  ")[0] == "wie"
    assert [cell.strip() for cell in line.split("  ") if cell.strip()] == [
        "Anna de Wit",
        "example.nl",
        "2026-10-05",
        "30",
        "5.2",
        "12 / 18",
        "7 / 10",
        "dichtbij",
        "wordt stiller",
    ]


def test_what_is_not_known_is_left_open() -> None:
    cells = shown(replace(ROW, reciprocity=None, p_contact_30=None, layer=None, state="dormant"), "en").splitlines()[1]
    assert [cell.strip() for cell in cells.split("  ") if cell.strip()] == [
        "Anna de Wit",
        "example.nl",
        "2026-10-05",
        "30",
        "5.2",
        "asleep",
    ]


def test_pairs_and_how_many_there_are() -> None:
    printed = shown(ROW, names={9: "Joris Bos"}, total=40)
    assert "Joris Bos – Anna de Wit" in printed
    assert "1 / 40 (--most 0)" in printed


def test_no_ties() -> None:
    assert str(tie_table([], "nl", 0, {})) == "Nog geen contact van jou in dit log."
    assert str(tie_table([], "en", 0, {})) == "No contact of yours in this log yet."


def test_markup_in_a_name_is_only_a_name() -> None:
    printed = shown(replace(ROW, name="[red]Anna[/red] [link=http://x.example]", organisation="[/]"))
    assert "[red]Anna[/red] [link=http://x.example]" in printed
    assert "[/]" in printed


VIEW = PersonView(
    person=1,
    name="Anna de Wit",
    organisation="example.nl",
    identifiers=ANNA.identifiers,
    tie=ROW,
    starts=0.5,
    months=(Month("2026-09", 4, 1, 2, 1), Month("2026-10", 1, 0, 1, 0)),
    questions=(OpenQuestion(False, "2026-10-05", "pompgegevens"), OpenQuestion(True, "2025-12-31", "sluis")),
    people=60,
)


def test_a_person_in_dutch() -> None:
    assert list(person_lines(VIEW, NOW, "nl")) == [
        "Anna de Wit, example.nl",
        "  anna@example.nl, +31612345678",
        "  wordt stiller, dichtbij",
        "  30 dagen met contact, van 6 januari 2025 tot 5 oktober; nu een week of zes stil",
        "  12 berichten van jou, 18 terug; 4 mails, gesprekken en afspraken met z’n tweeën",
        "  contact binnen een maand: 7 van de 10; binnen drie maanden: 9 van de 10",
        "  vroeg jou, 5 oktober: pompgegevens",
        "  jij vroeg, 31 december 2025: sluis",
        "  (gezien via mail en agenda)",
        f"  2026-09  {'▇' * 20} 4",
        f"  2026-10  {'▇' * 5} 1",
    ]


def test_a_person_in_english() -> None:
    assert list(person_lines(VIEW, NOW, "en"))[2:8] == [
        "  quieter, close",
        "  30 days with contact, from January 6, 2025 to October 5; quiet for about six weeks now",
        "  12 messages from you, 18 back; 4 mails, calls and meetings with just the two of you",
        "  contact within a month: 7 in 10; within three months: 9 in 10",
        "  asked you, October 5: pompgegevens",
        "  you asked, December 31, 2025: sluis",
    ]


def test_a_person_without_contact() -> None:
    nobody = replace(VIEW, tie=None, organisation="")
    assert list(person_lines(nobody, NOW, "nl")) == [
        "Anna de Wit",
        "  anna@example.nl, +31612345678",
        "  nog geen contact met jou in dit log",
    ]


def test_a_tie_without_chances_says_none() -> None:
    among_others = replace(VIEW, tie=replace(ROW, p_contact_30=None, p_contact_90=None, layer=5))
    lines = list(person_lines(among_others, NOW, "nl"))
    assert lines[2] == "  wordt stiller"
    assert not [line for line in lines if "van de 10" in line]


def test_a_circle_that_the_user_chose_is_marked() -> None:
    view = replace(VIEW, layer_stated=True, layer_computed=4)
    assert list(person_lines(view, NOW, "nl"))[2] == (
        "  wordt stiller, dichtbij (door jou zo neergezet; naar het contact: bredere kring)"
    )
    none = replace(view, layer_computed=None)
    assert list(person_lines(none, NOW, "en"))[2] == "  quieter, close (put there by you; by the contact: no circle)"
    out = io.StringIO()
    Console(file=out, width=200).print(tie_table([ROW], "nl", 1, {}, stated={ROW.alter}))
    assert "dichtbij *" in out.getvalue()
    assert "* door jou zo neergezet" in out.getvalue()
