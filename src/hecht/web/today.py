"""Today on the page: a sheet for each meeting of a day and the next working day."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from litestar import get

from hecht.app.today import Sheet, Today
from hecht.core.days import to_date
from hecht.text.measures import capital
from hecht.text.moves import through
from hecht.text.today import guest_lines, look_back_line, sheet_head, strangers_line, suggestion, today_rows
from hecht.web import network_shapes
from hecht.web.common import Day, Lang, TheDesk, who


@get("/today", sync_to_thread=True)
def today(desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Today:
    """Give the sheets of a day and the next working day."""
    held = desk.today(day)
    rows = today_rows(held, lang)
    return network_shapes.Today(
        as_of=to_date(day).isoformat(),
        sheets=[_sheet(sheet, held, row, lang) for sheet, row in zip(held.sheets, rows, strict=True)][:40],
        look_back=[look_back_line(one, lang) for one in held.later[:20]],
        seen_through=through(held.seen_through, lang),
    )


def _sheet(sheet: Sheet, held: Today, row: dict[str, Any], lang: str) -> network_shapes.Sheet:
    zone = ZoneInfo(held.zone)
    begin = datetime.fromtimestamp(sheet.meeting.seconds, zone)
    end = datetime.fromtimestamp(sheet.meeting.seconds + sheet.meeting.duration, zone)
    return network_shapes.Sheet(
        day=begin.date().isoformat(),
        begin=f"{begin:%H:%M}",
        end=f"{end:%H:%M}" if sheet.meeting.duration else "",
        words=sheet_head(sheet, zone, held.as_of, lang).partition(": ")[0],
        title=sheet.meeting.title,
        guests=[
            network_shapes.Guest(who(guest.person), [capital(line) for line in guest_lines(guest, held.as_of, lang)])
            for guest in sheet.guests
        ],
        more=sheet.more,
        strangers=[strangers_line(pair, lang) for pair in sheet.strangers[:2]],
        suggestion=capital(suggestion(sheet, held, lang)),
        move=sheet.move.id if sheet.move else None,
        draft=str(row["suggestion"]["draft"]),
        address=next(
            (
                text.partition(":")[2]
                for guest in sheet.guests
                if sheet.move and guest.person.id == sheet.move.people[0]
                for text in guest.person.identifiers
                if text.startswith("mailto:")
            ),
            "",
        ),
    )
