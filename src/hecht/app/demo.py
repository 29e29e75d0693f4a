"""The demo: the made-up world written as real files and read in by the ordinary door."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from platformdirs import user_data_path

from hecht import demo
from hecht.app.intake import read_paths
from hecht.app.library import Hecht, open_hecht
from hecht.app.preferences import add_goal
from hecht.app.reading import Progress, Summary


class Demo(NamedTuple):
    """A demo that was made: where its files and its log lie, the open log, and what the import did."""

    folder: Path
    database: Path
    log: Hecht
    summary: Summary


def make_demo(folder: Path | None = None, progress: Callable[[Progress], None] | None = None) -> Demo:
    """Write the demo world to a folder, and read it into a log of its own beside it, which carries its own today."""
    place = (folder or user_data_path("hecht", appauthor=False) / "demo").absolute()
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = place / "demo.db"
    for one in place.glob("demo.db*"):
        one.unlink()
    paths = demo.write(place)
    log = open_hecht(database, 1)
    log.store.set_setting("zone", demo.ZONE)
    log.store.set_setting("today", demo.TODAY.isoformat())
    morning = datetime.combine(demo.TODAY, time(8), ZoneInfo(demo.ZONE))
    summary = read_paths(log.store, paths, int(morning.astimezone(UTC).timestamp()), progress=progress)
    add_goal(log.store, demo.GOAL)
    return Demo(place, database, log, summary)
