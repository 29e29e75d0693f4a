"""The analyst's side: rosters with validity, groups, change, pseudonyms, and tables of scores with the right labels."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hecht.app.analyst import MEASURES, score_groups, score_rows
from hecht.app.library import Hecht
from hecht.app.people import people
from hecht.app.roster import read_roster
from hecht.app.scores import read_frame, read_scores
from hecht.core.errors import BadRosterError, NoSuchColumnError, NoSuchPathError

Fresh = Callable[[], Hecht]
FIRST = 1_767_225_600  # 1 January 2026
ROSTER = """id,name,organisation,department,level,location,manager,from,until,language
a,Ann,House,Sales,1,Delft,,,,nl
b,Bob,House,Sales,2,Delft,a,,2026-02-28,nl
b,Bob,House,Finance,2,Delft,c,2026-03-01,,nl
c,Cem,House,Finance,1,Gouda,,,,en
d,Dee,House,Finance,2,Gouda,c,,,en
e,Eva,House,Finance,2,Gouda,c,2026-02-01,,en
"""


@pytest.fixture
def log(fresh: Fresh, tmp_path: Path) -> Hecht:
    """Give a whole network's log: a-b, b-c, c-d from January, d-x in March."""
    made, path = fresh(), tmp_path / "log.csv"
    rows = [(0, "a", "b"), (1, "b", "c"), (2, "c", "d"), (70, "d", "x"), (71, "b", "d")]
    path.write_text("at,from,to\n" + "".join(f"{FIRST + 86_400 * day},{one},{two}\n" for day, one, two in rows))
    made.import_([path], whole=True)
    return made


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(ROSTER)
    return path


def test_names_and_people_without_contact_come_from_the_roster(log: Hecht, roster: Path) -> None:
    view = log.network("2026-02-10", people=roster)
    assert {row.name: row.degree for row in view.rows} == {"Ann": 1, "Bob": 2, "Cem": 2, "Dee": 1, "Eva": 0}
    assert {row.organisation for row in view.rows} == {"House"}
    assert {row.name for row in log.network("2026-01-10", people=roster).rows} == {"Ann", "Bob", "Cem", "Dee"}


def test_groups_follow_who_was_where_on_that_day(log: Hecht, roster: Path) -> None:
    then = {row["group"]: row for row in log.network_by("department", "2026-02-10", people=roster, least=1)}
    now = {row["group"]: row for row in log.network_by("department", "2026-03-20", people=roster, least=1)}
    assert {name: row["people"] for name, row in then.items()} == {"Sales": 2, "Finance": 3}
    assert {name: row["people"] for name, row in now.items()} == {"Sales": 1, "Finance": 4}
    # in February a-b is inside Sales, b-c between, c-d inside Finance; in March b is of Finance and wrote to d
    assert (then["Sales"]["ties_inside"], then["Sales"]["ties_outside"]) == (1, 1)
    assert (now["Finance"]["ties_inside"], now["Finance"]["ties_outside"]) == (3, 1)
    assert then["Finance"]["with_manager"] == 0.5  # Dee has a tie with Cem, Eva has none
    assert now["Finance"]["with_manager"] == pytest.approx(2 / 3, abs=1e-6)  # and now Bob too
    assert set(MEASURES) < set(now["Sales"])


def test_small_groups_and_rare_values_are_never_shown(log: Hecht, roster: Path) -> None:
    rows = log.network_by("department", "2026-03-20", people=roster)
    assert [(row["group"], row["people"]) for row in rows] == [("(small groups)", 5)]
    rows = log.network_by("department", "2026-03-20", people=roster, least=4)
    assert [(row["group"], row["people"]) for row in rows] == [("(small groups)", 5)]
    assert rows[0]["with_manager"] is None  # only three of the five have a manager


def test_change_between_two_days(log: Hecht, roster: Path) -> None:
    (row,) = log.network_by("organisation", "2026-03-20", people=roster, compare="2026-02-10")
    # of five people Bob gained one tie (Dee) and Dee two (Bob and x): (1 + 2) / 5
    assert row["degree_change"] == pytest.approx(0.6)
    assert row["degree_low"] <= 0.6 <= row["degree_high"]  # type: ignore[operator]
    assert row["degree_low"] >= 0  # type: ignore[operator]


def test_without_a_roster_there_are_organisations_alone(log: Hecht) -> None:
    assert log.network_by("organisation", "2026-03-20") == []
    with pytest.raises(NoSuchColumnError, match="organisation"):
        log.network_by("department", "2026-03-20")


def test_pseudonyms_are_the_same_each_time_and_lead_back_to_nobody(log: Hecht, roster: Path) -> None:
    plain, hidden = (log.network("2026-03-20", people=roster, pseudonymous=flag) for flag in (False, True))
    again = log.network("2026-03-20", people=roster, pseudonymous=True)
    assert hidden.rows == again.rows
    assert [row.degree for row in hidden.rows] == [row.degree for row in plain.rows]
    shown = repr(hidden.rows)
    for row in plain.rows:
        assert f"name='{row.name}'" not in shown
        assert str(row.person) not in shown


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name\nAnn\n", "no column 'id'"),
        ("id,from\na,yesterday\n", "line 2: 'yesterday' is not a date"),
        ("id,from,until\na,,2026-02-01\na,2026-02-01,\n", "two lines of a"),
        ('id\n""\n', "is no id"),
    ],
)
def test_a_roster_that_cannot_be_right_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text)
    with pytest.raises(BadRosterError, match=why):
        read_roster(path, {})
    with pytest.raises(NoSuchPathError):
        read_roster(tmp_path / "absent.csv", {})


def test_rosters_of_spreadsheets_are_read(log: Hecht, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\xef\xbb\xbfID;Department;Manager\r\na;Sales; b \r\nb;Sales;@@\r\n")
    found = read_roster(path, people(log.store))
    assert found.columns == ("department", "manager")
    assert [one.says["manager"] for one in found.entries] == ["b", "@@"]
    assert log.network_by("department", "2026-03-20", people=path, least=2)[0]["people"] == 2


P2P = """PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,PrimaryCollaborator_Organization,\
SecondaryCollaborator_Organization,StrongTieScore,DiverseTieScore
p1,p9,01/04/2023,Sales,Finance,0.5,1
p9,p1,01/04/2023,Finance,Sales,0.25,1
p3,p1,01/04/2023,HR,Sales,1,2
p1,p3,01/03/2023,Sales,HR,7,7
"""


def test_labels_in_a_table_of_scores_are_joined_by_key(tmp_path: Path) -> None:
    path = tmp_path / "p2p.csv"
    path.write_text(P2P)
    found = read_scores(path)
    # sources first, targets first or in any order: each keeps its own label
    assert found.labels("Organization") == {"p1": "Sales", "p9": "Finance", "p3": "HR"}
    ties = {
        frozenset((found.name[int(found.graph.people[a])], found.name[int(found.graph.people[b])])): weight
        for a, b, weight in zip(found.graph.a, found.graph.b, found.graph.strength.tolist(), strict=True)
    }
    assert ties == {frozenset(("p1", "p9")): 0.75, frozenset(("p1", "p3")): 1.0}  # March is another date
    rows = score_rows(found)
    assert [(row["name"], row["organization"], row["degree"]) for row in rows] == [
        ("p1", "Sales", 2),
        ("p3", "HR", 1),
        ("p9", "Finance", 1),
    ]
    assert read_scores(path, "DiverseTieScore").graph.strength.sum() == 4
    (row,) = score_groups(found, "organization", 2)
    assert (row["group"], row["people"], row["ties_inside"]) == ("(small groups)", 3, 2)
    with pytest.raises(NoSuchColumnError):
        read_scores(path, "Kindness")
    with pytest.raises(NoSuchColumnError):
        found.labels("Shoe size")


def test_tables_to_and_between_groups() -> None:
    to_group = read_frame(
        ["PrimaryCollaborator_PersonId", "SecondaryCollaborator_FunctionType", "Meeting_Count"],
        [("p1", "Sales", 2), ("p1", "Sales", 3), ("Sales", "HR", 1)],
    )
    assert sorted(to_group.name.values()) == [
        "primarycollaborator_personid:Sales",
        "primarycollaborator_personid:p1",
        "secondarycollaborator_functiontype:HR",
        "secondarycollaborator_functiontype:Sales",
    ]
    between = read_frame(
        ["PrimaryCollaborator_Organization", "PrimaryCollaborator_GroupSize", "SecondaryCollaborator_Organization"],
        [("Sales", 9, "HR"), ("HR", 4, "Within Group")],
    )
    assert between.labels("GroupSize") == {"Sales": "9", "HR": "4"}
    assert len(between.graph.a) == 1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", P2P.replace("0.25", "much"), P2P.replace("01/03/2023", "spring")])
def test_a_table_that_cannot_be_right_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p2p.csv"
    path.write_text(text)
    with pytest.raises(BadRosterError):
        read_scores(path)
    with pytest.raises(NoSuchPathError):
        read_scores(tmp_path / "absent.csv")
