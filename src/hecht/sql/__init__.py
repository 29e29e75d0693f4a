"""Plain SQL, one query a file, read by every store and engine: integers only, no division, `:name` parameters."""

from functools import cache
from importlib.resources import files


@cache
def query(name: str) -> str:
    """Give the text of `sql/<name>.sql` without its comment lines (they may name parameters)."""
    text = files(__name__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
