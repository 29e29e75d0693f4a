"""Stems are right when several threads ask at once, as a server does."""

from concurrent.futures import ThreadPoolExecutor

from hecht.core import topics
from hecht.core.exchange import spelling


def test_threads_that_stem_at_once_get_what_one_gets_alone() -> None:
    heads, tails = ("gemaal", "dijk", "pomp", "water", "overleg"), ("en", "ing", "heid", "lijk", "eren", "schap")
    some = [head + tail for head in heads for tail in tails] * 40
    alone = [(topics.stem.__wrapped__(one, "nl"), spelling.root.__wrapped__(one, "nl")) for one in some]
    with ThreadPoolExecutor(8) as pool:
        found = list(
            pool.map(lambda one: (topics.stem.__wrapped__(one, "nl"), spelling.root.__wrapped__(one, "nl")), some)
        )
    assert found == alone
