"""Version 3: the long work that the page begins."""

from alembic.operations import Operations

from hecht.stores.tables import OPTIONS, columns


def upgrade(op: Operations) -> None:
    """Add the table `job`."""
    made = columns("id", "started changed pid read size items", "kind name state result")
    op.create_table("job", *made, **OPTIONS)
