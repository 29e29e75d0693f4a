"""Where the log lies, what time it is, and the few settings of a log."""

import os
import secrets
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from platformdirs import user_data_path

from hecht.core.days import to_day
from hecht.core.errors import BadDateError, BadLogError, StoreUnusableError
from hecht.stores.append import KEY_MARK
from hecht.stores.store import Store, open_store

_SECRET = 32
_MOST_LOGS = 1_000_000
LANGUAGES = ("nl", "en")


def address_of(where: str | Path | None) -> str:
    """Give the store's URL for `--db` or `HECHT_DB` (a URL or a file), or the one file in the user's data folder."""
    chosen = str(where) if where else os.environ.get("HECHT_DB", "")
    if not chosen:
        chosen = str(user_data_path("hecht", appauthor=False) / "hecht.db")
    return chosen if "://" in chosen else f"sqlite:///{Path(chosen).expanduser().absolute()}"


def log_number() -> int:
    """Give the number of the log that is meant in a store that holds several: `HECHT_LOG`, else 1.

    Raises:
        BadLogError: that is no number from 1.
    """
    chosen = os.environ.get("HECHT_LOG", "") or "1"
    if not (chosen.isascii() and chosen.isdecimal() and 1 <= int(chosen) <= _MOST_LOGS):
        raise BadLogError(repr(chosen))
    return int(chosen)


def open_log(where: str | Path | None = None, log: int | None = None) -> Store:
    """Open a log by its number (default: `HECHT_LOG`, else 1), made first when there is none."""
    url = address_of(where)
    folder = Path(url.removeprefix("sqlite:///")).parent if url.startswith("sqlite:///") else None
    place = folder or user_data_path("hecht", appauthor=False)
    store = open_store(url, log=log or log_number(), secret=_secret(place))
    known = store.setting(KEY_MARK)
    if known is not None and known != store.tombstones.mark(KEY_MARK):
        raise StoreUnusableError(
            f"{place / 'secret'} is another key than people were erased with; put the old one back"
        )
    return store


def _secret(folder: Path) -> bytes:
    """Give the key of this installation for marks of erased identifiers; it is made once, readable by the user alone."""
    path = folder / "secret"
    try:
        if not folder.exists():
            folder.mkdir(parents=True, mode=0o700)
        if not path.exists():
            made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(made, "wb") as opened:
                opened.write(secrets.token_bytes(_SECRET))
        if not path.is_file() or path.stat().st_size != _SECRET:
            raise StoreUnusableError(
                f"{path}: not a key of {_SECRET} bytes; restore it, or remove it if nobody was erased yet"
            )
        return path.read_bytes()
    except FileExistsError:  # another process made it at the same moment
        return path.read_bytes()
    except OSError as error:
        raise StoreUnusableError(f"{path}: {error.strerror}") from error


def now() -> int:
    """Give the present as unix seconds."""
    return int(datetime.now(tz=UTC).timestamp())


def home_zone(store: Store) -> tzinfo:
    """Give the log's one home zone; at the first import that is the system's, and it is written down."""
    name = store.setting("zone")
    if name is None:
        name = _system_zone()
        store.set_setting("zone", name)
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise StoreUnusableError(f"no such time zone: {name!r}") from error


def _system_zone() -> str:
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
        return ZoneInfo(name).key if name else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


def today(store: Store) -> int:
    """Give today's day: the log's own when it has one (the demo world), else the clock's in the home zone."""
    own = store.setting("today")
    if own:
        return to_day(date.fromisoformat(own))
    return to_day(datetime.now(tz=home_zone(store)).date())


def as_of_day(store: Store, as_of: date | str | None) -> int:
    """Give the day to look from: the one given, or today."""
    if as_of is None:
        return today(store)
    try:
        return to_day(as_of if isinstance(as_of, date) else date.fromisoformat(as_of))
    except ValueError as error:
        raise BadDateError(repr(as_of)) from error


def language(store: Store, lang: str | None) -> str:
    """Give the language to speak: the one asked for, HECHT_LANG, the log's, or Dutch."""
    for choice in (lang, os.environ.get("HECHT_LANG"), store.setting("language")):
        if choice in LANGUAGES:
            return choice
    return "nl"
