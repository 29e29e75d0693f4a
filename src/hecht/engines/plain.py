"""The plain log in an engine: `at, from, to, ...` as the table `plain`, one row a recipient, in each engine's own words.

Columns of `plain`: `item` (the same for rows that may be one message: a number of the row for anything but mail; 0 for mail,
of which rows with equal seconds, sender and thread are one), `seconds`, `sender` and `receiver` (as written), `channel`,
`duration` (seconds), `thread`, `day` (of UTC, since 1970), `month` (as 2026-01).

What a query cannot read (a date that is none, a channel that is unknown) is NULL, and
counted by who asks. This is the one place where SQL differs by engine: texts and lists have no common dialect.
"""

from collections.abc import Mapping

from hecht.core.model import Channel

_CHANNELS = {channel.name.lower(): int(channel) for channel in Channel} | {"": 1, "email": 1}
_SECONDS = r"^-?[0-9]{1,15}(\.[0-9]{1,9})?$"
_ITEM = (
    "CASE WHEN p.channel = 1 THEN 0 ELSE p.row_number END AS item, p.seconds, p.sender, TRIM(p.receiver) AS receiver,"
)


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
        return f'TRIM(CAST(r."{named[name]}" AS VARCHAR))' if name in named else "''"

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
        seconds = f"CAST(TRUNC({moment}) AS BIGINT)"
    channel = _channel(f"LOWER(COALESCE({text('channel')}, ''))")
    duration = f"COALESCE(CAST(TRY_CAST({text('duration')} AS DOUBLE) AS BIGINT), 0)"
    people = f"{several('to')} || {several('cc')}" if "cc" in named else several("to")
    row = "r.file_row_number * 1048576 + CAST(HASH(r.filename) % 1048576 AS BIGINT) + 1"
    return (
        f"SELECT {_ITEM}"
        f" p.channel, p.duration, p.thread, p.seconds // 86400 AS day, strftime(epoch_ms(p.seconds * 1000), '%Y-%m') AS month"
        f" FROM (SELECT {row} AS row_number, {seconds} AS seconds, {text('from')} AS sender,"
        f" UNNEST({people}) AS receiver, {channel} AS channel, {duration} AS duration, COALESCE({text('thread')}, '') AS thread"
        f" FROM {source} r) p WHERE TRIM(p.receiver) <> ''"
    )


def spark_rows(source: str, kinds: Mapping[str, str]) -> str:
    """Give the query that makes `plain` of a table on Spark; `kinds` are the types by column."""
    named = columns(kinds)

    def text(name: str) -> str:
        return f"TRIM(CAST(r.`{named[name]}` AS STRING))" if name in named else "''"

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
    channel = _channel(f"LOWER(COALESCE({text('channel')}, ''))")
    duration = f"COALESCE(CAST(try_cast({text('duration')} AS DOUBLE) AS BIGINT), 0)"
    people = f"concat({several('to')}, {several('cc')})"
    return (
        f"SELECT {_ITEM}"
        f" p.channel, p.duration, p.thread, p.seconds DIV 86400 AS day, date_format(timestamp_seconds(p.seconds), 'yyyy-MM') AS month"
        f" FROM (SELECT q.row_number, q.seconds, q.sender, EXPLODE(q.people) AS receiver, q.channel,"
        f" q.duration, q.thread FROM (SELECT monotonically_increasing_id() + 1 AS row_number, {seconds} AS seconds,"
        f" {text('from')} AS sender, {people} AS people, {channel} AS channel, {duration} AS duration,"
        f" COALESCE({text('thread')}, '') AS thread FROM {source} r) q) p WHERE TRIM(p.receiver) <> ''"
    )


def _channel(text: str) -> str:
    cases = " ".join(f"WHEN '{name}' THEN {number}" for name, number in sorted(_CHANNELS.items()))
    return f"CASE {text} {cases} END"
