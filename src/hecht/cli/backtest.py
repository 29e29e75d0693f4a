"""hecht backtest: how well the chances did on this very log."""

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.terminal import say, written


def backtest(as_of: AsOf = None, db: Db = None, lang: Lang = None, json: Json = False, csv: Csv = False) -> None:
    """How well hecht would have said, on earlier days, with whom there would be contact: on your own log."""
    from hecht.app import settings
    from hecht.text.backtest import backtest_lines, backtest_rows

    with opened(db) as log:
        day = log.day(as_of)
        found = log.backtest(day)
        if written("backtest", backtest_rows(found), json=json, csv=csv):
            return
        for line in backtest_lines(found, day, settings.language(log.store, lang)):
            say(line)
