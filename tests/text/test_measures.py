"""Human measures in Dutch and English, each step and both its sides; what is expected was written by hand."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.days import to_day
from hecht.core.ties.rhythm import SAID
from hecht.text.measures import capital, first_name, listed, moment, month, number, on_day, rhythm, span

HOME = ZoneInfo("Europe/Amsterdam")
NOW = to_day(date(2026, 11, 16))  # a Monday


@pytest.mark.parametrize(
    ("count", "dutch", "english"),
    [(0, "nul", "no"), (1, "een", "one"), (7, "zeven", "seven"), (12, "twaalf", "twelve"), (13, "13", "13"), (250, "250", "250")],
)  # fmt: skip
def test_numbers_in_letters_up_to_twelve(count: int, dutch: str, english: str) -> None:
    assert number(count, "nl") == dutch
    assert number(count, "en") == english


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (1, "elke dag", "every day"),
        (3, "om de paar dagen", "every few days"),
        (7, "elke week", "every week"),
        (14, "om de week", "every other week"),
        (21, "om de drie weken", "every three weeks"),
        (30, "elke maand", "every month"),
        (60, "om de twee maanden", "every two months"),
        (90, "elk kwartaal", "every quarter"),
        (180, "twee keer per jaar", "twice a year"),
    ],
)
def test_rhythms(days: int, dutch: str, english: str) -> None:
    assert rhythm(days, "nl") == dutch
    assert rhythm(days, "en") == english


def test_there_are_words_for_every_rhythm_that_may_be_said() -> None:
    assert all(rhythm(days, lang) for days in SAID for lang in ("nl", "en"))


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (1, "een dag", "a day"),
        (2, "twee dagen", "two days"),
        (9, "negen dagen", "nine days"),
        (10, "een dag of tien", "about ten days"),
        (12, "een dag of tien", "about ten days"),
        (13, "twee weken", "two weeks"),
        (17, "twee weken", "two weeks"),
        (18, "een week of drie", "about three weeks"),
        (24, "een week of drie", "about three weeks"),
        (25, "een week of vier", "about four weeks"),
        (42, "een week of zes", "about six weeks"),
        (59, "een week of acht", "about eight weeks"),
        (60, "een maand of twee", "about two months"),
        (91, "een maand of drie", "about three months"),
        (183, "een maand of zes", "about six months"),
        (329, "een maand of elf", "about eleven months"),
        (330, "ongeveer een jaar", "about a year"),
        (365, "ongeveer een jaar", "about a year"),
        (399, "ongeveer een jaar", "about a year"),
        (400, "ruim een jaar", "more than one year"),
        (600, "ruim een jaar", "more than one year"),
        (740, "ruim twee jaar", "more than two years"),
        (1000, "ruim twee jaar", "more than two years"),
        (3700, "ruim tien jaar", "more than ten years"),
    ],
)
def test_lengths_of_time(days: int, dutch: str, english: str) -> None:
    assert span(days, "nl") == dutch
    assert span(days, "en") == english


IN_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30.44, "jaar": 365.25}
COUNTS = {number(count, "nl"): count for count in range(13)}


@given(st.integers(1, 690))
def test_a_length_of_time_is_near_what_it_says(days: int) -> None:
    words = span(days, "nl").split()
    unit = next(IN_DAYS[word] for word in words if word in IN_DAYS)
    count = COUNTS[words[-1]] if words[-1] in COUNTS else next(COUNTS[word] for word in words if word in COUNTS)
    said = unit * count
    if words[0] == "ruim":
        assert said < days < said + unit
    else:
        assert said / 1.25 <= days <= said * 1.25


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (date(2026, 5, 31), "mei", "May"),
        (date(2026, 11, 16), "november", "November"),
        (date(2026, 1, 1), "januari", "January"),
        (date(2025, 12, 31), "december 2025", "December 2025"),
        (date(2023, 3, 1), "maart 2023", "March 2023"),
    ],
)
def test_months(day: date, dutch: str, english: str) -> None:
    assert month(to_day(day), NOW, "nl") == dutch
    assert month(to_day(day), NOW, "en") == english


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (date(2026, 11, 3), "3 november", "November 3"),
        (date(2026, 8, 31), "31 augustus", "August 31"),
        (date(2025, 11, 3), "3 november 2025", "November 3, 2025"),
    ],
)
def test_dates(day: date, dutch: str, english: str) -> None:
    assert on_day(to_day(day), NOW, "nl") == dutch
    assert on_day(to_day(day), NOW, "en") == english


@pytest.mark.parametrize(
    ("at", "dutch", "english"),
    [
        # the weekdays of the week of Monday 16 November 2026
        ("2026-11-16T10:00", "vandaag om tien uur", "today at 10 o'clock"),
        ("2026-11-17T10:00", "morgen om tien uur", "tomorrow at 10 o'clock"),
        ("2026-11-18T10:00", "woensdag om tien uur", "on Wednesday at 10 o'clock"),
        ("2026-11-19T10:00", "donderdag om tien uur", "on Thursday at 10 o'clock"),
        ("2026-11-20T10:00", "vrijdag om tien uur", "on Friday at 10 o'clock"),
        ("2026-11-21T10:00", "zaterdag om tien uur", "on Saturday at 10 o'clock"),
        ("2026-11-22T10:00", "zondag om tien uur", "on Sunday at 10 o'clock"),
        # hours of the clock
        ("2026-11-17T09:15", "morgen om 9.15 uur", "tomorrow at 9:15"),
        ("2026-11-17T09:05", "morgen om 9.05 uur", "tomorrow at 9:05"),
        ("2026-11-17T09:30", "morgen om half tien", "tomorrow at 9:30"),
        ("2026-11-17T11:30", "morgen om half twaalf", "tomorrow at 11:30"),
        ("2026-11-17T12:00", "morgen om twaalf uur", "tomorrow at 12 o'clock"),
        ("2026-11-17T12:30", "morgen om half één", "tomorrow at 12:30"),
        ("2026-11-17T13:00", "morgen om één uur", "tomorrow at 13:00"),
        ("2026-11-17T16:00", "morgen om vier uur", "tomorrow at 16:00"),
        ("2026-11-17T16:30", "morgen om half vijf", "tomorrow at 16:30"),
        ("2026-11-17T17:30", "morgen om half zes", "tomorrow at 17:30"),
        ("2026-11-17T18:30", "morgen om 18.30 uur", "tomorrow at 18:30"),
        ("2026-11-17T20:00", "morgen om acht uur", "tomorrow at 20:00"),
        ("2026-11-17T00:00", "morgen om 0.00 uur", "tomorrow at 0:00"),
        ("2026-11-17T00:30", "morgen om 0.30 uur", "tomorrow at 0:30"),
    ],
)
def test_moments(at: str, dutch: str, english: str) -> None:
    seconds = int(datetime.fromisoformat(at).replace(tzinfo=HOME).timestamp())
    assert moment(seconds, HOME, NOW, "nl") == dutch
    assert moment(seconds, HOME, NOW, "en") == english


def test_a_moment_is_told_in_the_zone_of_the_reader() -> None:
    # 23:30 in London is half past midnight in Amsterdam, a day later
    seconds = int(datetime(2026, 11, 16, 23, 30, tzinfo=UTC).timestamp())
    assert moment(seconds, HOME, NOW, "nl") == "morgen om 0.30 uur"
    assert moment(seconds, UTC, NOW, "nl") == "vandaag om 23.30 uur"


@pytest.mark.parametrize(
    ("words", "dutch", "english"),
    [
        (["mail"], "mail", "mail"),
        (["mail", "agenda"], "mail en agenda", "mail and agenda"),
        (["mail", "agenda", "telefoon"], "mail, agenda en telefoon", "mail, agenda and telefoon"),
        ([], "", ""),
    ],
)
def test_lists(words: list[str], dutch: str, english: str) -> None:
    assert listed(words, "nl") == dutch
    assert listed(words, "en") == english


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Anna de Wit", "Anna"),
        ("Anna", "Anna"),
        ("Wit, Anna de", "Anna"),
        ("de Wit, Anna", "Anna"),
        ("Anna de Wit (Waterschap)", "Anna"),
        ("de Wit, Anna (Waterschap)", "Anna"),
        ("Anna de Wit | Waterschap De Vliet", "Anna"),
        ("Jan-Peter Bos", "Jan-Peter"),
        ("Zoë Çelik", "Zoë"),
        # an initial is no name to speak of: then the whole name
        ("A. de Wit", "A. de Wit"),
        ("Wit, A. de", "A. de Wit"),
        ("J.P. Bos", "J.P. Bos"),
        ("A de Wit", "A de Wit"),
        ("dr. Anna de Wit", "Anna"),
        ("mevr. dr. Els Prins", "Els"),
        ("PIETERSE Kees", "Kees"),
        # nor is an address
        ("anna@example.nl", "anna@example.nl"),
        ("", ""),
    ],
)
def test_first_names(name: str, spoken: str) -> None:
    assert first_name(name) == spoken


@given(st.text())
def test_a_first_name_is_made_of_the_name(name: str) -> None:
    assert set(first_name(name).split()) <= set(name.replace(",", " ").split()) | set(name.split())


def test_a_sentence_begins_with_a_capital() -> None:
    assert capital("één keer") == "Één keer"
    assert capital("op Anna") == "Op Anna"
    assert capital("") == ""
