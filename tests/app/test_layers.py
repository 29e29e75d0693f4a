"""Layers that the user states: they overrule, are marked, and can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.world import AS_OF, BRAM, NOW, mail, mbox, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.snapshot import take
from hecht.core.errors import BadLayerError, NobodyFoundError

Fresh = Callable[[], Hecht]


@pytest.fixture
def own(fresh: Fresh, tmp_path: Path) -> Hecht:
    log = fresh()
    mails = [mail(BRAM, "noor@eigen.nl", day) for day in range(0, 60, 3)]
    mails += [mail("eva@kade.nl", "noor@eigen.nl", day) for day in (1, 30)]
    read_paths(log.store, [written(tmp_path / "in", {"a.mbox": mbox(*mails)})], NOW, me=["noor@eigen.nl"])
    return log


def layer_of(log: Hecht, name: str, as_of: str = AS_OF) -> tuple[int | None, int | None, bool]:
    day = log.day(as_of)
    tie = take(log.store, day).ties[log.person(name, day).person]
    return tie.layer, tie.computed, tie.stated


def test_a_stated_layer_overrules_and_is_marked(own: Hecht) -> None:
    assert layer_of(own, BRAM) == (1, 1, False)
    assert own.put_in_layer(BRAM, 4, "2025-06-01").identifiers == (f"mailto:{BRAM}",)
    assert layer_of(own, BRAM) == (4, 1, True)
    assert layer_of(own, "eva@kade.nl")[2] is False
    view = own.person(BRAM, AS_OF)
    assert view.tie is not None
    assert (view.tie.layer, view.layer_computed, view.layer_stated) == (4, 1, True)


def test_what_is_stated_later_is_not_seen_before(own: Hecht) -> None:
    own.put_in_layer(BRAM, 4, "2025-06-01")
    assert layer_of(own, BRAM, "2025-05-31") == (1, 1, False)
    assert layer_of(own, BRAM, "2025-06-01") == (4, 1, True)


def test_the_last_statement_holds_and_nought_takes_it_back(own: Hecht) -> None:
    for layer in (4, 2, 4, 3):
        own.put_in_layer(BRAM, layer, AS_OF)
        assert layer_of(own, BRAM)[0] == layer
    own.put_in_layer(BRAM, 0, AS_OF)
    assert layer_of(own, BRAM) == (1, 1, False)


def test_somebody_asleep_stays_where_the_user_put_them(own: Hecht) -> None:
    own.put_in_layer(BRAM, 1, AS_OF)
    assert layer_of(own, BRAM, "2026-11-01") == (1, None, True)


def test_what_cannot_be_stated(own: Hecht) -> None:
    for layer in (-1, 6):
        with pytest.raises(BadLayerError):
            own.put_in_layer(BRAM, layer)
    with pytest.raises(NobodyFoundError):
        own.put_in_layer("Zeno", 1)
