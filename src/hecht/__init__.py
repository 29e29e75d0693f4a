"""hecht: a living picture of your network and your collaborations, from the contact you already have."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from hecht.app.library import Hecht

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(where: "str | Path | None" = None, log: int | None = None) -> "Hecht":  # noqa: A001 - hecht.open() reads as it should
    """Open a log by path or database URL (default: the user's own), made first when there is none.

    `log` is its number in a store that holds several (default: `HECHT_LOG`, else 1).
    """
    from hecht.app.library import open_hecht  # noqa: PLC0415 - `import hecht` stays quick

    return open_hecht(where, log)
