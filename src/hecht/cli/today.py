"""hecht today: a sheet for each meeting to come."""

from pathlib import Path
from typing import Annotated, Any

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened, refresh
from hecht.terminal import say, written


def today(
    as_of: AsOf = None,
    db: Db = None,
    lang: Lang = None,
    json: Json = False,
    csv: Csv = False,
    ics: Annotated[
        Path | None, typer.Option("--ics", help="Write the sheets as descriptions in a calendar file as well.")
    ] = None,
) -> None:
    """A sheet for each meeting of today and the next working day: who comes, and what is open between you."""
    from hecht.app import settings
    from hecht.text.collaboration_ahead import moment_lines, moment_row
    from hecht.text.today import today_calendar, today_lines, today_rows

    with opened(db) as log:
        spoken = settings.language(log.store, lang)
        refresh(log, spoken)
        found = log.today(as_of)
        if ics:
            ics.write_text(today_calendar(found, spoken), encoding="utf-8", newline="")
        coming = {guest.person.id for sheet in found.sheets for guest in sheet.guests}

        def more() -> dict[str, Any]:
            moments = log.collaborations.moments(as_of) if coming else []
            rows = (moment_row(ahead, spoken, coming) for ahead in moments)
            return {"moments": [row for row in rows if row is not None]}

        rows = today_rows(found, spoken) if json or csv else []
        if not written("today", rows, json=json, csv=csv, more=more):
            for line in today_lines(found, spoken, own_today=log.store.setting("today") or as_of):
                say(line)
            for ahead in log.collaborations.moments(as_of) if coming else ():
                for line in ("", *moment_lines(ahead, spoken, coming)):
                    say(line)
