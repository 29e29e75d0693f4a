"""The plain log in an engine: `at, from, to, ...` as the table `plain`, one row a recipient, in each engine's own words.

Columns of `plain`: `item` (the same for rows that may be one message: of mail a number of its thread, 0 without one, of which
rows with equal seconds and sender are one; of anything else a negative number of the row), `seconds`, `day` (of UTC, since
1970), `sender` and `receiver` (as written, spaces and all: trimming a hundred million texts takes long, and `named` knows
each of them), `channel`, `duration` (seconds).

Of what a query cannot read (a date that is none, a channel that is unknown) the day is NULL, and it is counted by who asks.
Here and in `plain_lines` is no filter: DuckDB would think that it leaves few rows, and build its joins the wrong way round.
The lists come apart last, so that what is worked out of a row is worked out once a row. This is the one place where SQL
differs by engine: texts and lists have no common dialect.
"""

from collections.abc import Mapping

from hecht.core.model import Channel

_CHANNELS = {channel.name.lower(): int(channel) for channel in Channel} | {"": 1, "email": 1}
_SECONDS = r"^-?[0-9]{1,15}(\.[0-9]{1,9})?$"
_WHOLE = ("BIGINT", "INTEGER", "SMALLINT", "bigint", "int", "smallint")
_COLUMNS = "CASE WHEN p.channel = 1 THEN p.thread ELSE -p.number END AS item, p.seconds"


def columns(kinds: Mapping[str, str]) -> dict[str, str]:
    """Give the columns of a table by their name in lower case; without at, from and to it is no plain log.

    Raises:
        KeyError: one of them is not there.
    """
    named = {name.strip().lower(): name for name in kinds}
    for name in ("at", "from", "to"):
        named[name]
    return named


def duckdb_rows(source: str, kinds: Mapping[str, str]) -> str:
    """Give the query that makes `plain` of Parquet files on DuckDB; `kinds` are the types by column."""
    named = columns(kinds)

    def text(name: str) -> str:
        if name not in named:
            return "''"
        return f'r."{named[name]}"' if kinds[named[name]] == "VARCHAR" else f'CAST(r."{named[name]}" AS VARCHAR)'

    def several(name: str) -> str:
        if name not in named:
            return "CAST([] AS VARCHAR[])"
        if kinds[named[name]].endswith("[]"):
            return f'COALESCE(r."{named[name]}", [])'
        return f"string_split(COALESCE({text(name)}, ''), ';')"

    kind = kinds[named["at"]]
    moment = f'r."{named["at"]}"'
    if "TIMESTAMP" in kind:
        seconds = f"CAST(FLOOR(epoch({moment})) AS BIGINT)"
    elif "CHAR" in kind:
        number = f"CASE WHEN regexp_matches({moment}, '{_SECONDS}') THEN TRY_CAST(TRY_CAST({moment} AS DOUBLE) AS BIGINT) END"
        seconds = f"COALESCE({number}, CAST(FLOOR(epoch(TRY_CAST({moment} AS TIMESTAMPTZ))) AS BIGINT))"
    else:
        seconds = moment if kind == "BIGINT" else f"CAST(TRUNC({moment}) AS BIGINT)"
    channel = _channel(text("channel"))
    if "duration" in named and kinds[named["duration"]] in _WHOLE:
        duration = f'COALESCE(r."{named["duration"]}", 0)'
    else:
        duration = f"COALESCE(CAST(TRY_CAST({text('duration')} AS DOUBLE) AS BIGINT), 0)"
    people = f"{several('to')} || {several('cc')}" if "cc" in named else several("to")
    thread = f"TRIM(COALESCE({text('thread')}, ''))"
    of = f"CASE WHEN {thread} = '' THEN 0 ELSE CAST(HASH({thread}) >> 1 AS BIGINT) END" if "thread" in named else "0"
    return (
        "SELECT q.item, q.seconds, q.day, q.sender, UNNEST(q.people) AS receiver, q.channel, q.duration"
        f" FROM (SELECT {_COLUMNS}, CASE WHEN p.channel > 0 THEN p.seconds // 86400 END AS day, p.sender, p.people,"
        " p.channel, p.duration"
        f" FROM (SELECT r.file_index * 1099511627776 + r.file_row_number + 1 AS number, {seconds} AS seconds,"
        f" {text('from')} AS sender, {people} AS people, {channel} AS channel, {duration} AS duration, {of} AS thread"
        f" FROM {source} r) p) q"
    )


def spark_rows(source: str, kinds: Mapping[str, str]) -> str:
    """Give the query that makes `plain` of a table on Spark; `kinds` are the types by column."""
    named = columns(kinds)

    def text(name: str) -> str:
        return f"CAST(r.`{named[name]}` AS STRING)" if name in named else "''"

    def several(name: str) -> str:
        if name not in named:
            return "CAST(array() AS array<string>)"
        if kinds[named[name]].startswith("array"):
            return f"COALESCE(r.`{named[name]}`, CAST(array() AS array<string>))"
        return f"split(COALESCE({text(name)}, ''), ';')"

    kind = kinds[named["at"]]
    moment = f"r.`{named['at']}`"
    if kind == "string":
        pattern = _SECONDS.replace(chr(92), chr(92) * 2)
        number = f"CASE WHEN {moment} RLIKE '{pattern}' THEN CAST(try_cast({moment} AS DOUBLE) AS BIGINT) END"
        seconds = f"COALESCE({number}, CAST(FLOOR(CAST(try_cast({moment} AS TIMESTAMP) AS DOUBLE)) AS BIGINT))"
    elif kind.startswith("timestamp"):
        seconds = f"CAST(FLOOR(CAST(CAST({moment} AS TIMESTAMP) AS DOUBLE)) AS BIGINT)"
    else:
        seconds = f"CAST({moment} AS BIGINT)"
    channel = _channel(text("channel"))
    if "duration" in named and kinds[named["duration"]] in _WHOLE:
        duration = f"COALESCE(CAST(r.`{named['duration']}` AS BIGINT), 0)"
    else:
        duration = f"COALESCE(CAST(try_cast({text('duration')} AS DOUBLE) AS BIGINT), 0)"
    people = f"concat({several('to')}, {several('cc')})" if "cc" in named else several("to")
    thread = f"TRIM(COALESCE({text('thread')}, ''))"
    of = (
        f"CASE WHEN {thread} = '' THEN 0 ELSE xxhash64({thread}) & 9223372036854775807 END"
        if "thread" in named
        else "0"
    )
    return (
        f"SELECT {_COLUMNS}, CASE WHEN p.channel > 0 THEN p.seconds DIV 86400 END AS day, p.sender, p.receiver, p.channel, p.duration"
        f" FROM (SELECT q.number, q.seconds, q.sender, EXPLODE(q.people) AS receiver, q.channel, q.duration, q.thread"
        f" FROM (SELECT monotonically_increasing_id() + 1 AS number, {seconds} AS seconds,"
        f" {text('from')} AS sender, {people} AS people, {channel} AS channel, {duration} AS duration,"
        f" CAST({of} AS BIGINT) AS thread FROM {source} r) q) p"
    )


def _channel(text: str) -> str:
    """Give the number of a channel; a text that is a name to the letter, as most are, is not trimmed and lowered first."""
    cases = " ".join(f"WHEN '{name}' THEN {number}" for name, number in sorted(_CHANNELS.items()))
    return f"CASE {text} {cases} ELSE CASE LOWER(COALESCE(TRIM({text}), '')) {cases} END END"
