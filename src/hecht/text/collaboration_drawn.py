"""The pictures in a collaboration's report, as HTML and SVG: contact between the parties, both amounts by month, the moments in time."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from hecht.core.collaboration.seen import How
from hecht.core.days import to_date, to_day
from hecht.text.collaboration_ahead import KINDS
from hecht.text.measures import month, on_day

if TYPE_CHECKING:
    from hecht.core.collaboration.milestones import Milestone
    from hecht.core.collaboration.seen import Cell
    from hecht.core.ties.amounts import MonthAmounts

SHOWN_MONTHS = 24
_HIGH, _STEP, _LEFT = 46, 20, 46
_APART = 5
"""Months between two names below the picture, so that they stand clear of each other."""
DRAWN = """
.matrix { width:auto; border-spacing:2px; border-collapse:separate; font-size:8.5pt } .matrix th { color:var(--soft); font-weight:500; text-align:left; padding:0 3mm 0 0 }
.matrix thead th { text-align:center; padding:0 } .matrix td { width:8.5mm; height:7mm; text-align:center; border-radius:1mm; background:var(--tint,#f4ece0); padding:0 }
.matrix .hidden { background:repeating-linear-gradient(45deg,#e9dfd0 0 1px,#fff 1px 4px) } .matrix .told { background:#fff; box-shadow:inset 0 0 0 1px var(--cool) } .matrix .none { background:none }
.matrix sup { color:var(--warm); font-size:7pt; margin-left:.4mm }
.moments li { display:grid; grid-template-columns:34mm 5mm 1fr; padding:0; position:relative } .moments time { color:var(--soft); font-variant-numeric:tabular-nums }
.moments i { width:2.6mm; height:2.6mm; border-radius:99px; background:var(--cool); margin-top:1.4mm; z-index:1; box-shadow:0 0 0 1mm var(--sheet) } .moments .ahead i { background:var(--sheet); border:.5mm solid var(--warm) }
.moments li::before { content:''; position:absolute; left:35.2mm; top:0; bottom:0; border-left:.3mm solid var(--line) } .moments .now { color:var(--warm); font-weight:600 } .moments .now i { border-radius:0; height:.5mm; width:6mm; margin:2.4mm 0 0 -1.7mm; background:var(--warm) }
svg text { font:9px -apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif; fill:var(--soft) } svg { display:block; max-width:100%; height:auto }
"""
"""The style that these pictures need, beside the colours of the page that holds them."""


def matrix(cells: Sequence["Cell"], lang: str) -> str:
    """Draw the contact between every two parties: days with contact, and raised how many of those with room for each other.

    What is not visible is hatched, what was only told has a rim; a shade is darker the more days there are.
    """
    parties = sorted({name for cell in cells for name in (cell.a, cell.b)})
    known = {(cell.a, cell.b): cell for cell in cells}
    most = max((cell.days or 0 for cell in cells), default=0) or 1
    nl = lang == "nl"

    def drawn(a: str, b: str) -> str:
        cell = known.get((min(a, b), max(a, b)))
        if cell is None:
            return '<td class="none"></td>'
        if cell.how is How.NOT_VISIBLE:
            return f'<td class="hidden" aria-label="{"niet te zien" if nl else "not visible"}"></td>'
        if cell.how is How.REPORTED:
            return f'<td class="told">{cell.days or 0}</td>'
        shade = round(12 + 38 * (cell.days or 0) / most) if cell.days else 0
        room = f"<sup>{cell.informal}</sup>" if cell.informal else ""
        return f'<td style="--tint:color-mix(in srgb, #1d6670 {shade}%, #fff)">{cell.days or 0}{room}</td>'

    head = "".join(f'<th scope="col">{number}</th>' for number in range(1, len(parties)))
    rows = "".join(
        f'<tr><th scope="row">{i + 1}&ensp;{escape(name)}</th>{"".join(drawn(name, other) for other in parties[:i])}</tr>'
        for i, name in enumerate(parties)
    )
    key = (
        "Dagen met contact in het laatste jaar, klein erbij hoeveel daarvan met ruimte voor elkaar. Gearceerd: niet te zien. Omrand: zoals verteld."
        if nl
        else "Days with contact over the last year, raised how many of those with room for each other. Hatched: not visible. Rimmed: as told."
    )
    return f'<table class="matrix"><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table><p class="soft">{key}</p>'


def months(given: Sequence["MonthAmounts"], milestones: Sequence["Milestone"], lang: str) -> str:
    """Draw content (up) and relation (down) by month on one scale, a line where a milestone lies."""
    shown = given[-SHOWN_MONTHS:]
    if not shown:
        return ""
    nl, most = lang == "nl", max(max(one.task, one.relation) for one in shown) or 1.0
    below = max(14.0, _HIGH * max(one.relation for one in shown) / most)
    middle = _HIGH + 4
    wide, high = _LEFT + _STEP * len(shown), middle + round(below) + 22
    marks = {to_date(one.day).isoformat()[:7]: KINDS[lang][one.kind] for one in milestones}
    bars = []
    for i, one in enumerate(shown):
        x, up, down = _LEFT + _STEP * i, _HIGH * one.task / most, _HIGH * one.relation / most
        bars.append(
            f'<rect x="{x + 3}" y="{middle - 1 - up:.1f}" width="{_STEP - 6}" height="{up:.1f}" rx="1.5" fill="#1d6670"/>'
            f'<rect x="{x + 3}" y="{middle + 1}" width="{_STEP - 6}" height="{down:.1f}" rx="1.5" fill="#c65a3a"/>'
        )
        if one.month in marks:
            bars.append(
                f'<path d="M{x + 1} 2V{high - 16}" stroke="#8c7b69" stroke-dasharray="2 2"><title>{escape(marks[one.month])}</title></path>'
            )
        if _named(one) or (i == 0 and not any(_named(other) for other in shown[1:_APART])):
            bars.append(
                f'<text x="{x + 3}" y="{high - 4}">{escape(month(to_day(date.fromisoformat(one.month + "-01")), 0, lang))}</text>'
            )
    label = "Inhoud en relatie per maand" if nl else "Content and relation by month"
    return (
        f'<svg viewBox="0 0 {wide} {high}" width="{wide * 1.25:.0f}" role="img" aria-label="{label}">'
        f'<text x="0" y="{middle - 6}">{"inhoud" if nl else "content"}</text><text x="0" y="{middle + 13}">{"relatie" if nl else "relation"}</text>'
        f'<path d="M{_LEFT} {middle}H{wide}" stroke="#e2d6c5"/>{"".join(bars)}</svg>'
    )


def _named(one: "MonthAmounts") -> bool:
    return one.month.endswith(("-01", "-07"))


def moments(found: Sequence["Milestone"], as_of: int, lang: str) -> str:
    """Draw the moments down a line, with today between what was and what is to come."""
    ordered = sorted(found, key=lambda one: one.day)
    items = [(one.day, f"<b>{escape(KINDS[lang][one.kind])}</b>: {escape(one.title)}") for one in ordered]
    now = f'<li class="now"><time>{"nu" if lang == "nl" else "now"}</time><i></i><span></span></li>'
    lines, past = [], False
    for day, text in items:
        if day > as_of and not past:
            lines.append(now)
            past = True
        ahead = ' class="ahead"' if day > as_of else ""
        iso = to_date(day).isoformat()
        lines.append(
            f'<li{ahead}><time datetime="{iso}">{escape(on_day(day, 0, lang))}</time><i></i><span>{text}</span></li>'
        )
    return f'<ul class="moments">{"".join(lines)}</ul>'
