"""Where somebody works and worked, on days that are worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.employers import Employment, Stated, Used, history, labels, present

DELTA, KADE = Used("delta.nl", 0, 500), Used("kade.nl", 520, 900)


def test_an_organisation_is_that_of_the_card_else_the_domain() -> None:
    held = [
        ("mailto:a@delta.nl", "Delta BV"),
        ("mailto:a@gmail.com", "Delta BV"),
        ("mailto:a@kade.nl", ""),
        ("tel:+31", ""),
    ]
    assert labels(held) == {
        "mailto:a@delta.nl": "Delta BV",
        "mailto:a@gmail.com": "Delta BV",
        "mailto:a@kade.nl": "kade.nl",
        "tel:+31": "",
    }


@pytest.mark.parametrize("said", ["Kade", "Kade Advies BV", "Stichting Kade"])
def test_a_card_with_an_old_address_names_the_new_employer_only(said: str) -> None:
    held = [("mailto:a@delta.nl", said), ("mailto:a@kade.nl", said)]
    assert labels(held) == {"mailto:a@delta.nl": "delta.nl", "mailto:a@kade.nl": said}


def test_an_organisation_that_is_known_by_its_letters() -> None:
    said = "Hoogheemraadschap Hollands Noorder Kwartier"
    held = [("mailto:a@hhnk.nl", said), ("mailto:a@delta.nl", said)]
    assert labels(held)["mailto:a@delta.nl"] == "delta.nl"


def test_an_organisation_that_is_like_no_domain_is_that_of_both() -> None:
    assert set(labels([("mailto:a@x.nl", "Delta BV"), ("mailto:a@y.nl", "Delta BV")]).values()) == {"Delta BV"}


def test_history_is_in_the_order_of_time() -> None:
    assert history([KADE, DELTA, Used("delta.nl", 100, 510), Used("", 0, 1), Used("never.nl", None, None)], []) == (
        Employment("delta.nl", 0, 510),
        Employment("kade.nl", 520, 900),
    )


def test_what_was_stated_stands_before_what_was_seen_on_the_same_days() -> None:
    assert history([DELTA, KADE], [Stated("Delta BV", None, 510)]) == (
        Employment("Delta BV", None, 510, stated=True),
        Employment("kade.nl", 520, 900),
    )
    assert history([DELTA, KADE], [Stated("Own firm", None, None)]) == (
        Employment("Own firm", None, None, stated=True),
    )


@pytest.mark.parametrize(
    ("used", "stated", "as_of", "expected"),
    [
        ([], [], 100, None),
        ([DELTA], [], 100, "delta.nl"),
        ([DELTA, KADE], [], 900, "kade.nl"),
        ([DELTA, Used("kade.nl", 480, 490)], [], 500, "kade.nl"),  # the old address was still used after the new one
        ([Used("delta.nl", 0, 900), Used("kade.nl", 100, 200)], [], 900, "delta.nl"),  # a second one, long given up
        ([DELTA], [Stated("Own firm", 200, None)], 199, "delta.nl"),
        ([DELTA], [Stated("Own firm", 200, None)], 200, "Own firm"),
        ([DELTA], [Stated("Own firm", None, 300)], 300, "Own firm"),
        ([DELTA], [Stated("Own firm", None, 300)], 301, "delta.nl"),
        ([DELTA], [Stated("Delta BV", None, 300)], 301, ""),  # whatever the address says, she left
        ([Used("delta.nl", 0, 250)], [Stated("Delta BV", 0, 300)], 301, ""),
        ([DELTA, KADE], [Stated("Delta BV", None, 510)], 600, "kade.nl"),
        ([DELTA], [Stated("A", None, None), Stated("B", None, None)], 0, "B"),  # what was stated last
        ([DELTA], [Stated("", 200, None)], 300, ""),  # no organisation
    ],
)
def test_the_organisation_of_a_day(used: list[Used], stated: list[Stated], as_of: int, expected: str | None) -> None:
    assert present(used, stated, as_of) == expected


DAYS = st.integers(0, 1_000)
SPELLS = st.lists(
    st.builds(
        lambda name, days: Used(name, min(days), max(days)), st.sampled_from(["a", "b", "c"]), st.tuples(DAYS, DAYS)
    ),
    max_size=5,
)


@given(SPELLS, DAYS)
def test_one_is_where_one_was_seen_last_or_shortly_before(used: list[Used], as_of: int) -> None:
    now = present(used, [], as_of)
    if not used:
        assert now is None
    else:
        last = {
            one.organisation: max(some.last or 0 for some in used if some.organisation == one.organisation)
            for one in used
        }
        assert now in last
        assert last[now] >= max(last.values()) - 60
