"""Version 4: the records of collaborations, and the vectors by which texts are compared."""

from alembic.operations import Operations

from hecht.stores.tables import OPTIONS, columns


def upgrade(op: Operations) -> None:
    """Add the tables `record` and `vector`."""
    made = columns("id", "whole seconds about other undone", "kind author value", "since until")
    op.create_table("record", *made, **OPTIONS)
    op.create_table("vector", *columns("id model:text", "identifier", "value"), **OPTIONS)
    op.create_index("record_whole", "record", ["log", "whole"])
