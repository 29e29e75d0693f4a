"""Version 2: what the user states about people."""

from alembic.operations import Operations

from hecht.stores.tables import OPTIONS, columns


def upgrade(op: Operations) -> None:
    """Add the table `said`."""
    made = columns("id", "seconds identifier other undone", "kind value", "since until")
    op.create_table("said", *made, **OPTIONS)
