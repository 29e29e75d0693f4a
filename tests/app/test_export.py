"""Export: read back by networkx, igraph and DuckDB; without the private sphere; nothing that a name could break."""

import csv
import json
import os
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import igraph
import networkx as nx
import pytest

from app.world import AS_OF, BRAM, EVA, NOOR, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.text.graphs import gexf, graphml

ORG = "org" in os.environ.get("HECHT_REQUIRE", "").split(",")


def test_ties_with_their_spells(log: Hecht) -> None:
    found = log.export(AS_OF)
    name = {one.person: one.name for one in found.people}
    ties = {frozenset((name[one.source], name[one.target])): one for one in found.ties}
    me = next(row.name for row in log.network(AS_OF).rows)
    eva = ties[frozenset((me, "Eva"))]
    # with Eva: 12 and 23 and 24 March, 2 and 22 April, each less than a month after the one before
    assert (eva.first, eva.last, eva.active_days, eva.spells) == (
        "2025-03-12",
        "2025-04-22",
        5,
        ("2025-03-12/2025-04-22",),
    )
    other = ties[frozenset((me, "Bram de Boer"))]
    assert (other.first, other.last, other.active_days) == ("2025-03-03", "2025-06-21", 18)
    assert found.left_out == 0


def test_a_month_without_contact_begins_a_new_spell(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    log = fresh()
    days = (0, 31, 63, 64)  # 31 days on is one spell, 32 is not
    mails = mbox(*(mail(BRAM, NOOR, day) for day in days))
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mails})], NOW, me=[NOOR])
    (tie,) = log.export(AS_OF).ties
    assert tie.spells == ("2025-03-03/2025-04-03", "2025-05-05/2025-05-06")
    assert tie.spell_days == (2, 2)


def test_the_private_sphere_stays_at_home(log: Hecht) -> None:
    whole = log.export(AS_OF)
    log.sphere("Eva", "private")
    found, own = log.export(AS_OF), log.export(AS_OF, with_private=True)
    assert [one.name for one in own.people] == [one.name for one in whole.people]
    assert "Eva" not in {one.name for one in found.people}
    assert found.left_out == 1
    eva = next(one.person for one in own.people if one.name == "Eva")
    assert eva in {end for tie in own.ties for end in (tie.source, tie.target)}
    assert eva not in {end for tie in found.ties for end in (tie.source, tie.target)}


def test_pseudonyms_join_people_and_ties(log: Hecht) -> None:
    plain, hidden = log.export(AS_OF), log.export(AS_OF, pseudonymous=True)
    assert {one.person for one in hidden.people} >= {tie.source for tie in hidden.ties}
    assert sorted(tie.strength for tie in hidden.ties) == sorted(tie.strength for tie in plain.ties)
    text = "".join(gexf(hidden))
    assert not [one.name for one in plain.people if f'"{one.name}"' in text]
    assert not [one.person for one in plain.people if str(one.person) in text]


def test_other_programs_read_it(log: Hecht, tmp_path: Path) -> None:
    found = log.export(AS_OF)
    by_networkx = nx.read_graphml(BytesIO("".join(graphml(found)).encode()))
    assert {data["label"] for _, data in by_networkx.nodes(data=True)} == {one.name for one in found.people}
    weights = {frozenset((tie.source, tie.target)): tie.strength for tie in found.ties}
    assert {frozenset(map(int, ends[:2])): ends[2] for ends in by_networkx.edges(data="weight")} == weights
    path = tmp_path / "net.graphml"
    path.write_text("".join(graphml(found)), encoding="utf-8")
    assert sorted(igraph.Graph.Read_GraphML(str(path)).es["weight"]) == pytest.approx(sorted(weights.values()))
    timed = nx.read_gexf(BytesIO("".join(gexf(found)).encode()), node_type=int, version="1.3")
    assert {frozenset(ends[:2]): ends[2] for ends in timed.edges(data="weight")} == pytest.approx(weights)
    spells = {frozenset(ends[:2]): ends[2] for ends in timed.edges(data="spells")}
    for tie in found.ties:
        assert spells[frozenset((tie.source, tie.target))] == [tuple(one.split("/")) for one in tie.spells]
    days = {frozenset(ends[:2]): ends[2] for ends in timed.edges(data="days")}
    for tie in found.ties:
        said = [(count, *one.split("/")) for one, count in zip(tie.spells, tie.spell_days, strict=True)]
        assert days[frozenset((tie.source, tie.target))] == said
        assert sum(tie.spell_days) == tie.active_days


RULES: dict[str, tuple[set[str], set[str], list[str]]] = {
    "gexf": ({"version"}, set(), ["meta", "graph"]),
    "meta": (set(), {"lastmodifieddate"}, ["creator"]),
    "creator": (set(), set(), []),
    "graph": (set(), {"mode", "defaultedgetype", "timeformat", "timerepresentation"}, ["attributes", "nodes", "edges"]),
    "attributes": ({"class"}, {"mode"}, ["attribute"]),
    "attribute": ({"id", "title", "type"}, set(), []),
    "nodes": (set(), set(), ["node"]),
    "node": ({"id"}, {"label", "start", "end"}, ["attvalues", "spells"]),
    "edges": (set(), set(), ["edge"]),
    "edge": ({"source", "target"}, {"id", "weight", "start", "end"}, ["attvalues", "spells"]),
    "attvalues": (set(), set(), ["attvalue"]),
    "attvalue": ({"for", "value"}, {"start", "end"}, []),
    "spells": (set(), set(), ["spell"]),
    "spell": (set(), {"start", "end"}, []),
}
"""Of each element that is written: the attributes it must have, may have, and its children in order (gexf.net/1.3/gexf.xsd)."""
WORDS = {
    "mode": {"static", "dynamic"},
    "defaultedgetype": {"undirected"},
    "timeformat": {"date"},
    "timerepresentation": {"interval"},
    "class": {"node", "edge"},
    "type": {"integer", "double", "string"},
    "version": {"1.3"},
}


def test_gexf_keeps_to_the_schema(log: Hecht) -> None:
    root = ET.fromstring("".join(gexf(log.export(AS_OF))))
    for one in root.iter():
        space, _, name = one.tag.rpartition("}")
        must, may, children = RULES[name]
        assert space == "{http://gexf.net/1.3"
        assert must <= set(one.attrib) <= must | may
        order = [children.index(child.tag.rpartition("}")[2]) for child in one]
        assert order == sorted(order)
        assert name != "spells" or order
        for attribute, value in one.attrib.items():
            assert value in WORDS.get(attribute, {value})
        dates = [date.fromisoformat(one.attrib[when]) for when in ("start", "end") if when in one.attrib]
        assert dates == sorted(dates)
    named = {name: [one.attrib for one in root.iter(f"{{http://gexf.net/1.3}}{name}")] for name in RULES}
    people = {one["id"] for one in named["node"]}
    assert len(people) == len(named["node"])
    assert len({one["id"] for one in named["edge"]}) == len(named["edge"])
    assert {end for one in named["edge"] for end in (one["source"], one["target"])} <= people
    declared: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    mode = {}
    for group in root.iter("{http://gexf.net/1.3}attributes"):
        for one in group:
            assert one.attrib["id"] not in declared[group.attrib["class"]]
            declared[group.attrib["class"]][one.attrib["id"]] = one.attrib["type"]
            mode[group.attrib["class"], one.attrib["id"]] = group.attrib["mode"]
    for kind, types in declared.items():
        for owner in root.iter(f"{{http://gexf.net/1.3}}{kind}"):
            for one in owner.iter("{http://gexf.net/1.3}attvalue"):
                {"integer": int, "double": float, "string": str}[types[one.attrib["for"]]](one.attrib["value"])
                # a value of its own time belongs to a dynamic attribute, and the other way round
                assert ("start" in one.attrib) is (mode[kind, one.attrib["for"]] == "dynamic")


def test_a_name_cannot_break_the_file(fresh: Callable[[], Hecht], tmp_path: Path) -> None:
    nasty = "Eva \"<&>\x07\ufffe' Prins"
    one = mail(EVA, NOOR, 1).replace(b"From: Eva ", f'From: "{nasty.replace(chr(34), chr(92) + chr(34))}" '.encode())
    log = fresh()
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(one)})], NOW, me=[NOOR])
    found = log.export(AS_OF)
    for text in ("".join(graphml(found)), "".join(gexf(found))):
        assert "<&>" not in text
        assert "\x07" not in text
    read = nx.read_graphml(BytesIO("".join(graphml(found)).encode()))
    assert any("<&>" in data["label"] for _, data in read.nodes(data=True))


@pytest.mark.skipif(not ORG, reason="Arrow and Parquet are tested with HECHT_REQUIRE=org")
def test_rows_as_an_arrow_table(log: Hecht, tmp_path: Path) -> None:
    import duckdb  # noqa: PLC0415

    rows = log.ties(AS_OF)
    table = log.table(rows)
    back = duckdb.connect().from_arrow(table)
    assert back.columns == list(type(rows[0]).__slots__)
    kinds = dict(zip(back.columns, map(str, back.types), strict=True))
    assert (kinds["ego"], kinds["strength"], kinds["name"], kinds["layer"]) == ("BIGINT", "DOUBLE", "VARCHAR", "BIGINT")
    assert kinds["channels"] == "VARCHAR[]"
    got = [dict(zip(back.columns, row, strict=True)) for row in back.fetchall()]
    assert [row["p_contact_30"] for row in got] == [row.p_contact_30 for row in rows]
    assert [row["warmth"] for row in got] == [row.warmth for row in rows]
    assert [tuple(row["channels"]) for row in got] == [row.channels for row in rows]
    log.table(log.network_by("organisation", AS_OF, least=1)).write_parquet(tmp_path / "by.parquet")
    held = duckdb.connect().sql(f"SELECT * FROM '{tmp_path / 'by.parquet'}'")
    assert held.columns[:2] == ["group", "people"]
    assert len(held.fetchall()) == 3
    assert log.table([]).__arrow_c_stream__() is not None


def test_files_of_every_form(log: Hecht, tmp_path: Path) -> None:
    from hecht.cli.export import Format, _write  # noqa: PLC0415

    found = log.export(AS_OF)
    _write(Format.JSON, tmp_path / "n.json", found)
    whole = json.loads((tmp_path / "n.json").read_text("utf-8"))
    assert (whole["schema"], len(whole["people"]), len(whole["ties"])) == ("hecht.export/1", 6, 6)
    files = _write(Format.CSV, tmp_path / "n", found)
    assert [len(list(csv.DictReader(Path(one).read_text("utf-8").splitlines()))) for one in files] == [6, 6]
