"""Spark (extra `spark`, Java 17): the queries of `sql/` over Parquet on one machine or a cluster."""

import os
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from hecht.core.errors import NoExtraError
from hecht.core.model import Value
from hecht.engines import translated
from hecht.engines.plain import spark_rows


class SparkEngine:
    """One Spark session.

    Spark's own parameters have the form of ours. Temporary views of one session share their names, so two engines on one
    session see each other's tables.
    """

    name = "spark"
    at_once = 50_000_000

    def __init__(
        self,
        master: str | None = None,
        *,
        memory: str = "2g",
        options: Mapping[str, str] | None = None,
        session: Any = None,
    ) -> None:
        """Begin a session, or use one that is there (`session`, as a notebook of a cluster hands it over).

        Args:
            master: `local[2]`, `spark://host:7077`, ...; without it that of spark-submit, else all processors of this machine.
            memory: for the driver, and for each worker.
            options: more settings of Spark.
            session: a session to use; it is not ended by `close`.

        Raises:
            NoExtraError: Spark is not installed.
        """
        self._own = session is None
        self._spark: Any = session or _session(master, memory, options or {})

    def rows(self, sql: str, params: Mapping[str, Value] | None = None) -> Sequence[tuple[Value, ...]]:
        """Run one query; see `Engine`."""
        return [tuple(row) for row in self._run(sql, params).collect()]

    def table(self, name: str, place: str) -> None:
        """Read a table; see `Engine`. The place may be any that Spark knows: a path, hdfs://, s3a://, abfss://."""
        self._files(place).createOrReplaceTempView(name)

    def plain(self, name: str, place: str) -> None:
        """Read a plain log; see `Engine`."""
        read = self._files(place)
        read.createOrReplaceTempView(f"{name}_read")
        kinds = {column: kind for column, kind in read.dtypes if column != "month"}
        self._run(spark_rows(f"{name}_read", kinds)).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str, params: Mapping[str, Value] | None = None) -> None:
        """Work out a query once, spilling to disk where memory runs out; see `Engine`."""
        self._spark.catalog.dropTempView(name)
        storage = import_module("pyspark").StorageLevel.MEMORY_AND_DISK
        self._run(sql, params).persist(storage).createOrReplaceTempView(name)

    def write(self, sql: str, place: str, params: Mapping[str, Value] | None = None, *, by: str = "") -> None:
        """Write the rows of a query; see `Engine`. The folder holds `_SUCCESS` when it is whole."""
        writer = self._run(sql, params).write.mode("overwrite").option("compression", "zstd")
        (writer.partitionBy(by) if by else writer).parquet(place)

    def close(self) -> None:
        """End the session when it is this engine's own."""
        if self._own:
            self._spark.stop()

    def _files(self, place: str) -> Any:
        return self._spark.read.option("recursiveFileLookup", "true").parquet(place)

    def _run(self, sql: str, params: Mapping[str, Value] | None = None) -> Any:
        text, given = translated(sql, ":", params)
        return self._spark.sql(text, args=given) if given else self._spark.sql(text)


def _session(master: str | None, memory: str, options: Mapping[str, str]) -> Any:
    try:
        pyspark = import_module("pyspark.sql")
    except ImportError as error:
        raise NoExtraError("spark") from error
    builder = pyspark.SparkSession.builder.appName("hecht")
    if master:
        builder = builder.master(master)
    elif "SPARK_ENV_LOADED" not in os.environ:  # spark-submit says by itself where to run
        builder = builder.master("local[*]")
    if (master or "local").startswith("local"):  # 200 pieces, the default, are for a cluster
        builder = builder.config("spark.sql.shuffle.partitions", "8")
    for name, value in (
        ("spark.driver.memory", memory),
        ("spark.executor.memory", memory),
        ("spark.sql.session.timeZone", "UTC"),
        ("spark.ui.enabled", "false"),
        ("spark.ui.showConsoleProgress", "false"),
        *options.items(),
    ):
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session
