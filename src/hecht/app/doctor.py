"""The doctor: checks a log and mends what can be mended."""

import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from hecht.app.settings import home_zone
from hecht.sql import query
from hecht.stores.erase import UNFINISHED, finish
from hecht.stores.store import Store
from hecht.stores.tables import VERSION

LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `state` is ok, mended or wrong; `detail` is a figure or a path."""

    name: str
    state: str
    detail: str = ""


def doctor(store: Store) -> list[Check]:
    """Check a log: version, zone, derived tables, unfinished erases, permissions and free space; mend what can be."""
    checks = [Check("version", "ok", str(VERSION)), Check("zone", "ok", str(home_zone(store))), _derived(store)]
    checks.append(_unfinished(store))
    name = store.engine.url.database
    if store.engine.dialect.name == "sqlite" and name:
        checks += _files(Path(name))
    return checks


def _derived(store: Store) -> Check:
    """Compare `identity` and `contact` with what the log gives, and make them anew when they differ."""
    before = _all_derived(store)
    store.rebuild()
    return Check("derived", "ok" if _all_derived(store) == before else "mended", str(len(before)))


def _all_derived(store: Store) -> list[tuple[object, ...]]:
    return [*store.rows(query("derived_contact")), *store.rows(query("derived_identity"))]


def _unfinished(store: Store) -> Check:
    if store.setting(UNFINISHED) is None:
        return Check("erase", "ok")
    return Check("erase", "mended" if finish(store) else "wrong")


def _files(database: Path) -> list[Check]:
    checks = []
    for path in sorted(database.parent.glob(f"{database.name}*")):
        loose = stat.S_IMODE(path.stat().st_mode) & 0o077
        if loose:
            path.chmod(0o600)
        checks.append(Check("permissions", "mended" if loose else "ok", path.name))
    free = shutil.disk_usage(database.parent).free
    checks.append(Check("space", "ok" if free > LEAST_FREE else "wrong", f"{free // 1024**2} MB"))
    return checks
