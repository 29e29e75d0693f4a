"""What is later never shows: the week and the sheets of a day are those of a log that ends on that day."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hecht
from app.world import ASKED, BRAM, EVA, LIZ, NOOR, NOW, PIM, calendar, mail, mbox, meeting, written
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.week import offered
from hecht.core.identity import key_of

FIRST, LAST = -150, 120
PEOPLE = (BRAM, EVA, LIZ, PIM)
MAILS = st.tuples(
    st.integers(FIRST, LAST),
    st.sampled_from(
        [(one, (NOOR,)) for one in PEOPLE] + [(NOOR, (one,)) for one in PEOPLE] + [(BRAM, (NOOR, EVA, LIZ))]
    ),
    st.sampled_from(["dijk", "sluisdeur vak negen", "Re: sluisdeur vak negen", "planning"]),
    st.booleans(),
)
MEETINGS = st.tuples(st.integers(FIRST, LAST + 6), st.sets(st.sampled_from(PEOPLE), min_size=1))

NAMES = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{one.partition('@')[0]}\r\nEMAIL:{one}\r\nEND:VCARD\r\n" for one in PEOPLE
).encode()
"""What people are called is not of a day; an address book says it from the start."""


def made(folder: Path, mails: list[bytes], events: list[str]) -> Hecht:
    log = hecht.open(folder / "log.db")
    log.store.set_setting("zone", "UTC")
    files = {"a.mbox": mbox(*mails), "b.ics": calendar(*events), "c.vcf": NAMES}
    assert read_paths(log.store, [written(folder / "in", files)], NOW, me=[NOOR]).unreadable == []
    return log


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MAILS, min_size=8, max_size=30), st.lists(MEETINGS, max_size=8), st.integers(-40, 60))
def test_as_of_never_sees_the_future(
    mails: list[tuple[int, tuple[str, tuple[str, ...]], str, bool]], events: list[tuple[int, set[str]]], day: int
) -> None:
    every = [
        (
            when,
            mail(sender, ", ".join(to), when, number=index, subject=subject, text=ASKED if asks else "Hoi, tot dan.\n"),
        )
        for index, (when, (sender, to), subject, asks) in enumerate([(FIRST, (BRAM, (NOOR,)), "dijk", False), *mails])
    ]
    agenda = [meeting(f"m{index}", when, *sorted(who)) for index, (when, who) in enumerate(events)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = made(folder / "whole", [one for _, one in every], agenda)
        until = made(folder / "until", [one for when, one in every if when <= day], agenda)
        as_of = whole.day("2025-03-03") + day
        assert whole.week(as_of) == until.week(as_of)
        assert whole.today(as_of) == until.today(as_of)
        for log in (whole, until):
            log.close()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(MAILS, min_size=8, max_size=30),
    st.lists(MEETINGS, max_size=8),
    st.sampled_from(PEOPLE),
    st.integers(-40, 60),
)
def test_nobody_who_was_erased_is_ever_named(
    mails: list[tuple[int, tuple[str, tuple[str, ...]], str, bool]],
    events: list[tuple[int, set[str]]],
    gone: str,
    day: int,
) -> None:
    sent = [(FIRST, (gone, (NOOR,)), "dijk", True), *mails]
    every = [
        mail(sender, ", ".join(to), when, number=index, subject=subject, text=ASKED if asks else "Hoi, tot dan.\n")
        for index, (when, (sender, to), subject, asks) in enumerate(sent)
    ]
    agenda = [meeting(f"m{index}", when, *sorted(who)) for index, (when, who) in enumerate(events)]
    with tempfile.TemporaryDirectory() as name, made(Path(name), every, agenda) as log:
        as_of = log.day("2025-03-03") + day
        log.erase(gone)
        names = (gone, gone.partition("@")[0].title())
        said = f"{log.week(as_of)} {log.today(as_of)} {list(offered(log.store, as_of).values())}"
        assert not [one for one in names if one in said]
        assert str(key_of(f"mailto:{gone}")) not in said
