"""A network as GraphML and as GEXF with time, for Gephi and other programs."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from hecht.app.export import Export

_PERSON = (
    "organisation",
    "degree",
    "strength",
    "constraint",
    "effective_size",
    "betweenness",
    "pagerank",
    "core",
    "community",
)
_TIE = ("strength", "forth", "back", "first", "last", "active_days")
_WHOLE = ("degree", "core", "community", "active_days")
_TEXT = ("organisation", "first", "last")
_UNSAFE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for; strangers write names."""


def graphml(found: "Export") -> Iterator[str]:
    """Give GraphML (graphml.graphdrawing.org): people and ties with what is known of each."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
    for prefix, kind, names in (("p_", "node", _PERSON), ("t_", "edge", _TIE)):
        for name in names:
            called = "weight" if prefix == "t_" and name == "strength" else name  # where programs look for it
            yield f'<key id="{prefix}{name}" for="{kind}" attr.name="{called}" attr.type="{_type(name, "int")}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    for one in found.people:
        yield f'<node id="{one.person}"><data key="label">{_text(one.name)}</data>'
        yield from (f'<data key="p_{name}">{_text(value)}</data>' for name, value in _values(one, _PERSON))
        yield "</node>\n"
    for tie in found.ties:
        yield f'<edge source="{tie.source}" target="{tie.target}">'
        yield from (f'<data key="t_{name}">{_text(value)}</data>' for name, value in _values(tie, _TIE))
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def gexf(found: "Export") -> Iterator[str]:
    """Give GEXF 1.3 (gexf.net): the same, with the spells of contact of each tie as its time line.

    `days` of a tie changes with time: its active days in each spell.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f'<meta lastmodifieddate="{found.as_of}"><creator>hecht</creator></meta>\n'
    yield '<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">\n'
    for kind, names in (("node", _PERSON), ("edge", _TIE)):
        yield f'<attributes class="{kind}" mode="static">\n'
        for name in names:
            yield f'<attribute id="{name}" title="{name}" type="{_type(name, "integer")}"/>\n'
        yield "</attributes>\n"
    yield '<attributes class="edge" mode="dynamic"><attribute id="days" title="days" type="integer"/></attributes>\n'
    since: dict[int, str] = {}
    for tie in found.ties:
        for end in (tie.source, tie.target):
            since[end] = min(since.get(end, tie.first), tie.first)
    yield "<nodes>\n"
    for one in found.people:
        yield f'<node id="{one.person}" label={_quoted(one.name)} start="{since.get(one.person, found.as_of)}">'
        yield f"<attvalues>{_attributes(one, _PERSON)}</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for number, tie in enumerate(found.ties):
        yield f'<edge id="{number}" source="{tie.source}" target="{tie.target}" weight="{tie.strength}">'
        spells = [(*spell.split("/"), days) for spell, days in zip(tie.spells, tie.spell_days, strict=True)]
        yield f"<attvalues>{_attributes(tie, _TIE)}"
        yield from (f'<attvalue for="days" value="{days}" start="{a}" end="{b}"/>' for a, b, days in spells)
        yield "</attvalues><spells>"
        yield from (f'<spell start="{a}" end="{b}"/>' for a, b, _ in spells)
        yield "</spells></edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(row: object, names: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    for name in names:
        value = getattr(row, name)
        if value is not None and value != "":
            yield name, value


def _attributes(row: object, names: tuple[str, ...]) -> str:
    return "".join(f'<attvalue for="{name}" value={_quoted(value)}/>' for name, value in _values(row, names))


def _type(name: str, whole: str) -> str:
    return "string" if name in _TEXT else whole if name in _WHOLE else "double"


def _text(value: object) -> str:
    return escape(_UNSAFE.sub("", str(value)))


def _quoted(value: object) -> str:
    return quoteattr(_UNSAFE.sub("", str(value)))
