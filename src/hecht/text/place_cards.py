"""Name cards and lists of a gathering as a page to print; they say who sits where, and nothing of why."""

from html import escape
from typing import TYPE_CHECKING

from hecht.text.gatherings import tables_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hecht.app.collaboration.gatherings import Rounds
    from hecht.app.collaboration.guests import Guest

_STYLE = """
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { font-family: "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1f2a2e; margin: 0 auto; max-width: 186mm; line-height: 1.35; }
h1 { font-size: 20pt; margin: 0 0 2mm; font-weight: 600; }
h2 { break-after: avoid; font-size: 13pt; margin: 7mm 0 3mm; font-weight: 600; color: #7a3e12; }
section { break-after: page; } section:last-child { break-after: auto; }
.cards { display: grid; grid-template-columns: 1fr 1fr; border-top: .2mm dashed #b9b2a8; border-left: .2mm dashed #b9b2a8; }
.card { height: 54mm; padding: 7mm 6mm 5mm; border-right: .2mm dashed #b9b2a8; border-bottom: .2mm dashed #b9b2a8; display: flex; flex-direction: column; justify-content: center; text-align: center; break-inside: avoid; overflow: hidden; }
.card .name { font-size: 21pt; font-weight: 600; line-height: 1.1; overflow-wrap: anywhere; }
.card .name.long { font-size: 15pt; }
.card .house { font-size: 11pt; color: #55636a; margin-top: 1.5mm; }
.seats { display: flex; flex-wrap: wrap; justify-content: center; gap: 1.5mm 2mm; margin: 4mm 0 0; padding: 0; list-style: none; font-size: 9.5pt; }
.seats li { border: .3mm solid #d9b48f; border-radius: 1.5mm; padding: .6mm 2.2mm; } .seats b { font-size: 11.5pt; }
.tables { display: grid; grid-template-columns: repeat(3, 1fr); gap: 5mm; }
.table { break-inside: avoid; border: .3mm solid #ddd6cc; border-radius: 2mm; padding: 3mm 4mm; }
.table h3 { margin: 0 0 1.5mm; font-size: 11.5pt; } .table ol { margin: 0; padding: 0; list-style: none; font-size: 10pt; }
.table small { color: #55636a; display: block; } .table li { margin-bottom: .8mm; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; } caption { text-align: left; color: #55636a; padding-bottom: 2mm; }
th, td { text-align: left; padding: 1.1mm 2mm; border-bottom: .2mm solid #e3ddd4; } thead { display: table-header-group; } tr { break-inside: avoid; }
.at { text-align: center; width: 16mm; }
@media screen { body { padding: 10mm; background: #faf8f5; } section { margin-bottom: 16mm; } .card { background: #fff; } .table { background: #fff; } }
"""
_LONG = 22


def print_page(guests: "Sequence[Guest]", rounds: "Rounds", named: str, lang: str) -> str:
    """Give an HTML page of A4 sheets: who sits where per round, everybody by name, and name cards to cut out.

    Nothing is loaded from elsewhere, no script runs, and names are only ever text.
    """
    nl = lang == "nl"
    turn, table = ("Ronde", "Tafel") if nl else ("Round", "Table")
    title = escape(named or ("Tafelindeling" if nl else "Seating"))
    seats = tables_of(rounds, len(guests))
    parts = [f"<section><h1>{title}</h1>"]
    for number, tables in enumerate(rounds, 1):
        parts.append(f'<h2>{turn} {number}</h2><div class="tables">')
        for at, people in enumerate(tables, 1):
            rows = "".join(f"<li>{escape(guests[one].name)}{_house(guests[one].organisation)}</li>" for one in people)
            parts.append(f'<div class="table"><h3>{table} {at}</h3><ol>{rows}</ol></div>')
        parts.append("</div>")
    head = "".join(f'<th class="at" scope="col">{turn} {number}</th>' for number in range(1, len(rounds) + 1))
    who, where = ("Naam", "Organisatie") if nl else ("Name", "Organisation")
    caption = "Aan welke tafel zit je?" if nl else "At which table do you sit?"
    parts.append(
        f"</section><section><h1>{title}</h1><table><caption>{caption}</caption><thead><tr>"
        f'<th scope="col">{who}</th><th scope="col">{where}</th>{head}</tr></thead><tbody>'
    )
    for place, guest in enumerate(guests):
        cells = "".join(f'<td class="at">{at}</td>' for at in seats[place])
        parts.append(f"<tr><td>{escape(guest.name)}</td><td>{escape(guest.organisation)}</td>{cells}</tr>")
    parts.append('</tbody></table></section><section class="cards">')
    for place, guest in enumerate(guests):
        long = " long" if len(guest.name) > _LONG else ""
        house = f'<div class="house">{escape(guest.organisation)}</div>' if guest.organisation else ""
        tables_ = "".join(
            f"<li>{turn.lower()} {number}: {table.lower()} <b>{at}</b></li>"
            for number, at in enumerate(seats[place], 1)
        )
        parts.append(
            f'<div class="card"><div class="name{long}">{escape(guest.name)}</div>{house}<ul class="seats">{tables_}</ul></div>'
        )
    parts.append("</section>")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>{"".join(parts)}</body></html>\n'
    )


def _house(organisation: str) -> str:
    return f" <small>{escape(organisation)}</small>" if organisation else ""
