"""Whose log it is: what was found is asked, and what the user says is not theirs is not found again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.world import NOW, mail, written
from hecht.app.library import Hecht
from hecht.app.whose import Whose, whose
from hecht.core.errors import NotOwnAddressError

Fresh = Callable[[], Hecht]
MINE, LIST, HOME = "noor@waterschap.nl", "team@waterschap.nl", "noor@thuis.nl"


def delivered(to: str, day: int) -> bytes:
    return mail("bram@stad.nl", to, day, number=day, more=f"Delivered-To: {to}\n")


FILES = {
    **{f"{day}.eml": delivered(MINE, day) for day in range(10)},
    **{f"{day}.eml": delivered(LIST, day) for day in range(10, 15)},
    "20.eml": mail("bram@stad.nl", HOME, 20, number=20),
}
"""Ten mails delivered to one's own address, five to a team's (a third, so it is taken for one's own), and one to home."""


def asked(log: Hecht) -> Whose:
    return whose(log.store)


def test_what_was_found_is_not_said_until_the_user_says_so(fresh: Fresh, tmp_path: Path) -> None:
    log = fresh()
    log.import_([written(tmp_path / "in", FILES)], now=NOW)
    found = Whose(("mailto:" + MINE, "mailto:" + LIST), said=False, maybe=("mailto:" + HOME,))
    assert asked(log) == found
    log.own((), [LIST])
    assert asked(log) == Whose(("mailto:" + MINE,), said=False, maybe=("mailto:" + HOME,))
    written(tmp_path / "in", {"30.eml": delivered(LIST, 30)})
    log.import_([tmp_path / "in"], now=NOW)
    assert log.own() == ["mailto:" + MINE]  # said once, and not found again
    log.own((), [HOME])
    assert asked(log).maybe == ()
    log.own([MINE])
    assert asked(log) == Whose(("mailto:" + MINE,), said=True, maybe=())
    with pytest.raises(NotOwnAddressError):
        log.own((), ["bram@stad.nl"])  # nothing says that it is the user's
    log.undo()  # that one's own address was said
    log.undo()  # that home is not
    assert asked(log).maybe == ("mailto:" + HOME,)
    log.undo()
    assert log.own() == ["mailto:" + MINE, "mailto:" + LIST]


def test_an_empty_log_is_nobodys(fresh: Fresh) -> None:
    assert asked(fresh()) == Whose((), said=False, maybe=())
