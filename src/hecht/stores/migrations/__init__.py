"""Migrations: what changed in the tables since a log was made, one file a version, run in order in one transaction.

To change the tables: change `tables.py` and raise its VERSION; add `v0003_what.py` here with a function
`upgrade(op)` that turns a log of version 2 into one of version 3 (see `v0002_said.py`). Such a file never changes
again and takes nothing from `tables.py` but `columns`, since that file goes on and old logs do not. A test brings a
real log of version 1 up to date and compares its tables with those of a new log.
"""

from importlib import import_module
from importlib.resources import files

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

_DIGITS = 5


def steps() -> dict[int, str]:
    """Give the module of every migration by the version that it leads to."""
    names = sorted(one.name.removesuffix(".py") for one in files(__name__).iterdir() if one.name.startswith("v0"))
    return {int(name[1:_DIGITS]): f"{__name__}.{name}" for name in names}


def migrate(connection: Connection, held: int) -> None:
    """Bring a log of version `held` up to date, within the caller's transaction."""
    op = Operations(MigrationContext.configure(connection))
    for version, module in steps().items():
        if version > held:
            import_module(module).upgrade(op)
