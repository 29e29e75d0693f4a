"""The report on an organisation as one HTML file: opens without a server, loads nothing, and prints well."""

from html import escape
from typing import TYPE_CHECKING

from hecht.text.organisation import (
    ROLE_NAMES,
    WORDS,
    day,
    glance_lines,
    how_lines,
    moved,
    named,
    number,
    percent,
    seen_lines,
)
from hecht.text.organisation_reasons import PLAIN, closed_lines, counted_lines, expected, person_line, question_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hecht.app.organisation_rows import GroupRow, OrganisationReport

SHOWN = 24
"""Groups in the picture of the matrix; all of them are in the table beside the report."""
_CELL, _LEFT, _TOP = 22, 150, 130
_STYLE = """
:root { --paper:#fbf8f3; --sheet:#fff; --ink:#25211c; --soft:#6b6358; --line:#e4dccf; --warm:#b4472b; --cool:#1f6f7a; --wash:#f4ece0 }
* { box-sizing:border-box } html { background:var(--paper); color:var(--ink) }
body { margin:0 auto; padding:3rem 2rem 5rem; max-width:68rem; font:400 16px/1.55 -apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif }
h1,h2 { font-family:'Iowan Old Style',Palatino,'Noto Serif',Georgia,'Liberation Serif',serif; font-weight:600; line-height:1.15; letter-spacing:-.01em; margin:0; text-wrap:balance }
h1 { font-size:2.4rem; max-width:20em } h2 { font-size:1.5rem; margin:3.2rem 0 .9rem } p { margin:.5rem 0; max-width:44rem; text-wrap:pretty }
.sheet { background:var(--sheet); border:1px solid var(--line); border-radius:14px; padding:1.2rem 1.6rem; margin-top:1.6rem }
.sheet h2 { margin-top:.2rem } .sheet ul { margin:.6rem 0; padding-left:1.1rem } li { margin:.3rem 0; max-width:46rem }
.purpose { border-left:4px solid var(--warm); padding:.4rem 1rem; background:var(--wash); margin:1.4rem 0; max-width:44rem }
.big p,.big li { font-family:'Iowan Old Style',Palatino,Georgia,'Liberation Serif',serif; font-size:1.2rem; line-height:1.45 }
table { border-collapse:collapse; width:100%; font-variant-numeric:tabular-nums lining-nums; font-size:.9rem }
th { text-align:left; font-weight:600; color:var(--soft); font-size:.8rem; vertical-align:bottom } th,td { padding:.4rem .8rem .4rem 0; border-bottom:1px solid var(--line) }
td { vertical-align:top } td.n,th.n { text-align:right } td:first-child { white-space:nowrap } tr { break-inside:avoid } thead { display:table-header-group }
.mark { display:inline-block; background:#f7ddd3; color:#8a3017; border-radius:99px; padding:0 .6em; font-size:.75rem; font-weight:600; margin-left:.5em }
.soft,.big p.soft { color:var(--soft); font-size:.85rem; font-family:inherit } td .soft { font-size:.9em } .once { white-space:nowrap } td svg { margin-top:.25em } svg { display:block; max-width:100%; height:auto } svg text { font:12px -apple-system,'Segoe UI','Noto Sans','Liberation Sans',sans-serif; fill:var(--ink) }
.wide { overflow-x:auto } footer { margin-top:3rem; border-top:1px solid var(--line); padding-top:1rem }
@media print { @page { size:A4; margin:16mm 14mm } html { background:#fff } body { padding:0; max-width:none; font-size:10.5pt } h1 { font-size:22pt } h2 { break-after:avoid; margin-top:1.6rem }
 .sheet { border-color:#bbb; border-radius:6px } .wide { overflow:visible } table { font-size:8pt } th { font-size:7.5pt } .mark { font-size:6.5pt; margin-left:.3em; padding:0 .4em } td .soft { font-size:7pt } p.soft { font-size:8.5pt } th,td { padding-right:.4rem } * { print-color-adjust:exact; -webkit-print-color-adjust:exact } }
"""


def page(found: "OrganisationReport", lang: str) -> str:
    """Give the report as HTML, what strangers wrote escaped."""
    words, seen = WORDS[lang], found.coverage
    title = words["title"].format(first=day(seen.first, lang), as_of=day(seen.as_of, lang))
    parts = [f"<h1>{escape(title)}</h1>"]
    if found.purpose:
        label = "Met namen, met als doel" if lang == "nl" else "With names, for this purpose"
        parts.append(f'<p class="purpose"><strong>{label}:</strong> {escape(found.purpose)}</p>')
    lines = "".join(f"<li>{escape(line)}</li>" for line in seen_lines(found, lang))
    parts.append(f'<section class="sheet"><h2>{words["seen"]}</h2><ul>{lines}</ul></section>')
    parts.append(_section(words["glance"], _glance(found, lang), "big"))
    parts.append(_section(words["groups"], _groups(found, lang)))
    parts.append(_section(words["matrix"], _matrix(found, lang)))
    parts.append(_section(words["roles"], _roles(found, lang)))
    parts.append(_section(words["load"], _load(found, lang)))
    parts.append(_section(words["amounts"], _amounts(found, lang)))
    if found.people:
        parts.append(_section(words["people"], _people(found, lang)))
    how = "".join(f"<p class='soft'>{escape(line)}</p>" for line in how_lines(found, lang))
    parts.append(f"<footer><h2>{words['how']}</h2>{how}</footer>")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _glance(found: "OrganisationReport", lang: str) -> str:
    """Say what stands out, and why."""
    said, each = closed_lines([row for row in found.groups if row.closed], lang)
    lines = [f"<p>{escape(line)}</p>" for line in [*glance_lines(found, lang), said] if line]
    if each:
        lines.append(f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in each)}</ul>")
    lines += [f"<p>{escape(line)}</p>" for line in counted_lines(found, lang)]
    return f'{"".join(lines)}<p class="soft">{escape(question_line(lang))}</p>'


def _plain(part: str, found: "OrganisationReport", lang: str) -> str:
    """Give the plain lines that say what a table shows."""
    return "".join(f'<p class="soft">{escape(line.format(least=found.least))}</p>' for line in PLAIN[lang][part])


def _section(title: str, body: str, kind: str = "") -> str:
    return f'<section class="{kind}"><h2>{escape(title)}</h2>{body}</section>'


def _table(head: "Sequence[str]", rows: "Sequence[Sequence[str]]", numbers: "Sequence[int]") -> str:
    """Give a table of cells that are HTML already; the columns of `numbers` stand to the right."""

    def line(cells: "Sequence[str]", tag: str) -> str:
        return (
            "<tr>"
            + "".join(f"<{tag}{' class=n' if i in numbers else ''}>{cell}</{tag}>" for i, cell in enumerate(cells))
            + "</tr>"
        )

    body = "".join(line(row, "td") for row in rows)
    return f'<div class="wide"><table><thead>{line(head, "th")}</thead><tbody>{body}</tbody></table></div>'


def _name(row: "GroupRow", lang: str) -> str:
    return escape(named(row.name, lang))


def _marked(row: "GroupRow", lang: str) -> str:
    mark = f'<span class="mark">{WORDS[lang]["closed"]}</span>' if row.closed else ""
    return _name(row, lang) + mark


def _groups(found: "OrganisationReport", lang: str) -> str:
    words = WORDS[lang]
    head = [
        words["group"],
        words["n"],
        words["contacts"],
        words["change"],
        words["outside"],
        words["expected"],
        words["index"],
    ]
    rows = [
        [
            _marked(row, lang),
            number(row.people, lang),
            number(row.contacts, lang, 1),
            _once(escape(moved(row.contacts_change, lang))),
            _once(percent(row.outside, lang) + _before(row, lang)),
            _once(escape(expected(row.expected, lang))),
            _interval(row),
        ]
        for row in found.groups
    ]
    return _plain("groups", found, lang) + _table(head, rows, (1, 2))


def _once(cell: str) -> str:
    """Keep a cell on one line."""
    return f'<span class="once">{cell}</span>'


def _before(row: "GroupRow", lang: str) -> str:
    if row.outside_before is None:
        return ""
    return f' <span class="soft">(was {percent(row.outside_before, lang)})</span>'


def _interval(row: "GroupRow") -> str:
    """Draw the E-I index as a dot on a line from -1 to 1, with its interval."""
    value, low, high = (90 + 84 * one for one in row.e_i)
    if value != value:  # noqa: PLR0124 - nan
        return ""
    colour = "var(--warm)" if row.closed else "var(--cool)"
    said = f"E-I {row.e_i.value:.2f} ({row.e_i.low:.2f} – {row.e_i.high:.2f})"
    return (
        f'<svg width="180" height="18" viewBox="0 0 180 18" role="img" aria-label="{said}"><title>{said}</title>'
        '<line x1="6" x2="174" y1="9" y2="9" stroke="var(--line)"/><line x1="90" x2="90" y1="3" y2="15" stroke="var(--line)"/>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="9" y2="9" stroke="{colour}" stroke-width="3" stroke-linecap="round" opacity=".5"/>'
        f'<circle cx="{value:.1f}" cy="9" r="4" fill="{colour}"/></svg>'
    )


def _matrix(found: "OrganisationReport", lang: str) -> str:
    """Draw the shares of contact as squares, the largest groups only; darker is more."""
    biggest = sorted(range(len(found.groups)), key=lambda i: -found.groups[i].people)[:SHOWN]
    order = sorted(biggest)
    top = max((found.matrix[i][j] for i in order for j in order if i != j), default=0.0) or 1.0
    cells = []
    for y, i in enumerate(order):
        name = escape(_short(named(found.groups[i].name, lang)))
        cells.append(f'<text x="{_LEFT - 8}" y="{_TOP + y * _CELL + 15}" text-anchor="end">{name}</text>')
        place = f"{_LEFT + y * _CELL + 14} {_TOP - 8}"
        cells.append(f'<text transform="translate({place}) rotate(-60)">{name}</text>')
        for x, j in enumerate(order):
            share = found.matrix[i][j]
            opacity = min(1.0, share / top) if i != j else 1.0
            said = f"{escape(named(found.groups[i].name, lang))} – {escape(named(found.groups[j].name, lang))}: {percent(share, lang)}"
            fill = "var(--wash)" if i == j else "var(--cool)"
            cells.append(
                f'<rect x="{_LEFT + x * _CELL}" y="{_TOP + y * _CELL}" width="{_CELL - 2}" height="{_CELL - 2}" rx="3"'
                f' fill="{fill}" fill-opacity="{opacity:.3f}"><title>{said}</title></rect>'
            )
    width, height = _LEFT + len(order) * _CELL + 90, _TOP + len(order) * _CELL + 4
    dutch = lang == "nl"
    whole = len(order) == len(found.groups)
    told = (
        "Elke rij: met welke andere groepen de groep links contact heeft; donkerder is meer. "
        if dutch
        else "Each row: with which other groups the group on the left has contact; darker is more. "
    )
    more = (
        ""
        if whole
        else (
            f"De {SHOWN} grootste groepen; alle staan in matrix.csv."
            if dutch
            else f"The {SHOWN} largest groups; all are in matrix.csv."
        )
    )
    return (
        f'<p class="soft">{told}{more}</p><div class="wide"><svg width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" aria-label="{WORDS[lang]["matrix"]}">{"".join(cells)}</svg></div>'
    )


def _short(name: str) -> str:
    return name if len(name) <= 20 else name[:19] + "…"  # noqa: PLR2004 - what fits


def _roles(found: "OrganisationReport", lang: str) -> str:
    share = "deel van al het contact tussen groepen" if lang == "nl" else "share of all contact between groups"
    rows = [
        [_name(row, lang), *(number(one, lang, 1) for one in row.roles), percent(row.across, lang)]
        for row in found.groups
    ]
    return _plain("roles", found, lang) + _table([WORDS[lang]["group"], *ROLE_NAMES[lang], share], rows, range(1, 7))


def _load(found: "OrganisationReport", lang: str) -> str:
    words = WORDS[lang]
    most = max((row.hours for row in found.groups), default=0.0) or 1.0
    rows = [
        [
            _name(row, lang),
            words["none"] if row.busiest is None else percent(row.busiest, lang),
            f'<svg width="150" height="12" viewBox="0 0 150 12" aria-hidden="true"><rect width="{max(1, 150 * row.hours / most):.0f}" height="12" rx="3" fill="var(--cool)" opacity=".75"/></svg>',
            number(row.hours, lang, 1),
            _once(escape(moved(row.hours_change, lang))),
        ]
        for row in found.groups
    ]
    head = [words["group"], words["busiest"].format(least=found.least), "", words["hours"], words["change"]]
    return _plain("load", found, lang) + _table(head, rows, (1, 3))


def _amounts(found: "OrganisationReport", lang: str) -> str:
    known = [row for row in found.groups if row.task is not None and row.relation is not None]
    if not known:
        return (
            "<p>Van dit log is de toon niet bekend; daarvoor is mail nodig die hecht zelf heeft gelezen.</p>"
            if lang == "nl"
            else "<p>Of this log the tone is not known; that takes mail that hecht has read by itself.</p>"
        )
    words = WORDS[lang]
    rows = [[_name(row, lang), number(row.task or 0, lang), number(row.relation or 0, lang)] for row in known]
    only = "Alleen van vergaderingen, gesprekken en bezoeken: van mail is de toon hier niet bekend."
    if lang == "en":
        only = "Of meetings, calls and visits only: the tone of mail is not known here."
    told = "" if found.coverage.tone else f'<p class="soft">{only}</p>'
    return (
        told + _plain("amounts", found, lang) + _table([words["group"], words["task"], words["relation"]], rows, (1, 2))
    )


def _people(found: "OrganisationReport", lang: str) -> str:
    words = WORDS[lang]
    rows = [
        [
            f'{escape(one.name)}<br><span class="soft">{escape(one.identifier)}</span>',
            _once(escape(_short(named(one.group, lang)))),
            f"<strong>{words['broker'] if one.why == 'broker' else words['loaded']}</strong><br>{escape(person_line(one, lang))}",
        ]
        for one in found.people
    ]
    return _table([words["who"], words["group"], words["why"]], rows, ())
