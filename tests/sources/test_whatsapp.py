"""WhatsApp: exports in the documented layouts of Android and iOS (written here, from documentation), and anything at all."""

from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.model import Interaction, LeftOut, Unreadable
from hecht.sources import Source
from hecht.sources.whatsapp import WhatsAppSource
from hecht.testing import SourceContract
from sources.chatting import FOLDER, ZONE, days, items, people, rendered
from sources.mailing import judge

NAMED = "WhatsApp-chat met Anna.txt"
FILES = sorted(one for one in FOLDER.glob("*.txt"))


def source() -> WhatsAppSource:
    return WhatsAppSource(judge(), ZONE)


def local(item: Interaction) -> str:
    return datetime.fromtimestamp(item.seconds, ZONE).strftime("%Y-%m-%d %H:%M:%S")


class TestWhatsApp(SourceContract):
    names: ClassVar = (NAMED, "WhatsApp Chat - Anna.zip > _chat.txt", "anything")
    data: ClassVar = (
        b"17-08-2025 09:16 - Anna Bos: aardvark\nbaviaan\n18-08-2025 09:17 - Bob: capibara: dromedaris\n"
        b"18-08-2025 09:18 - Bob: eekhoorn.jpg (bestand bijgevoegd)\nflamingo\n"
    )
    marks: ClassVar = ("aardvark", "baviaan", "capibara", "dromedaris", "eekhoorn", "flamingo")
    broken: ClassVar = b"17-08-2025 09:16 - Anna: hi\n17-08-2025 25:16 - Anna: hi\nmore\n18-08-2025 09:17 - Bob: hi\n"
    broken_at: ClassVar = 2
    rest: ClassVar = b"17-08-2025 09:16 - Anna: hi\n18-08-2025 09:17 - Bob: hi\n"

    def source(self) -> Source:
        return source()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert rendered(items(source(), path.read_bytes(), str(path))) == golden


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("13-11-2026 09:15 - ", "2026-11-13 09:15:00"),
        ("13-11-16 09:15 - ", "2016-11-13 09:15:00"),
        ("11/13/26, 9:15 PM - ", "2026-11-13 21:15:00"),
        ("11/13/26, 12:15\u202fAM - ", "2026-11-13 00:15:00"),
        ("13/11/2026, 9:15 p.m. - ", "2026-11-13 21:15:00"),
        ("13/11/2026, 09:15 p.\xa0m. - ", "2026-11-13 21:15:00"),
        ("13-11-2026 9:15 nm - ", "2026-11-13 21:15:00"),
        ("13-11-2026 9:15 v.m. - ", "2026-11-13 09:15:00"),
        ("13.11.26, 21:15 - ", "2026-11-13 21:15:00"),
        ("2026/11/13, 21:15 - ", "2026-11-13 21:15:00"),
        ("[13-11-2026 09:15:33] ", "2026-11-13 09:15:33"),
        ("[13-11-2026, 09:15:33] ", "2026-11-13 09:15:33"),
        ("\u200e[11/13/26, 9:15:33\u202fPM] ", "2026-11-13 21:15:33"),
        ("[13.11.26, 09:15:33] ", "2026-11-13 09:15:33"),
        ("[2026-11-13, 21:15] ", "2026-11-13 21:15:00"),
    ],
)
def test_dates_and_times(first: str, expected: str) -> None:
    (day,) = days(source(), f"{first}Anna: hallo\n", NAMED)
    assert local(day) == expected
    assert people(day) == ["owner:me", "whatsapp:anna"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["3/4/2025", "13/4/2025"], "2025-04-03"),  # a figure over 12
        (["3/4/2025", "4/13/2025"], "2025-03-04"),
        (["10/9/2025", "11/9/2025", "1/10/2025"], "2025-09-10"),  # the other order would run back
        (["9/10/2025", "9/11/2025", "10/1/2025"], "2025-09-10"),
        (["1/12/2026", "2/12/2026"], "2026-12-01"),  # both orders run on
        (["3/3/2025"], "2025-03-03"),  # the same either way
        (["03-04-2025"], "2025-04-03"),  # nobody writes the month first with hyphens
        (["03.04.25"], "2025-04-03"),
    ],
)
def test_the_order_of_day_and_month(dates: list[str], expected: str) -> None:
    text = "".join(f"{date}, 9:15 PM - {who}: hi\n" for date in dates for who in ("Anna", "Bob"))
    if expected == "2026-12-01":
        text = text.replace("1/12/2026", "01/12/2026").replace("2/12/2026", "02/12/2026").replace("9:15 PM", "21:15")
    assert local(days(source(), text)[0])[:10] == expected


def test_an_order_that_would_lie_ahead_is_not_believed() -> None:
    text = "1/12/25, 9:15 pm - Anna: hi\n1/12/25, 9:16 pm - Bob: hi\n"
    read = items(source(), text.encode(), now=1_750_000_000)  # June 2025
    assert [local(item)[:10] for item in read if isinstance(item, Interaction)] == ["2025-01-12"]


@pytest.mark.parametrize("line", ["3/4/25, 9:15 pm - Anna: hi\n", "3/4/2025, 9:15 PM - Anna: hi\n"])
def test_an_order_that_stays_open_is_not_guessed(line: str) -> None:
    (failed,) = items(source(), line.encode())
    assert isinstance(failed, Unreadable)
    assert "day and month" in failed.cause


def test_dates_that_contradict_each_other_are_not_guessed() -> None:
    (failed,) = items(source(), b"13/4/25, 21:15 - Anna: hi\n4/13/25, 21:15 - Bob: hi\n")
    assert isinstance(failed, Unreadable)


@pytest.mark.parametrize(
    "notice",
    [
        "Anna heeft deelgenomen via uitnodigingslink",
        "Anna heeft groep gemaakt",
        "Anna heeft Bob toegevoegd",
        "Anna heeft Bob verwijderd",
        "Anna heeft de groep verlaten",
        'Anna heeft het onderwerp gewijzigd van "a: b" naar "c: d"',
        "Anna heeft de groepsfoto gewijzigd",
        "Berichten en oproepen zijn end-to-end versleuteld",
        "Messages and calls are end-to-end encrypted. Tap to learn more.",
        'Anna changed the subject from "a: b" to "c: d"',
        "Anna changed their phone number to a new number. Tap to message or add the new number.",
        "Missed voice call",
        "Anna left",
        "Bob: <Media weggelaten>",
        "Bob: <Media omitted>",
        "Bob: Dit bericht is verwijderd",
        "Bob: Je hebt dit bericht verwijderd.",
        "Bob: This message was deleted",
        "Bob: Gemiste spraakoproep",
        "Bob: Gemiste video-oproep",
        "Bob: Missed video call",
        "Bob: Verpasster Sprachanruf",
        "Bob: Spraakoproep, 12 min",
        "Bob: IMG-20260818-WA0001.jpg (file attached)",
        "Bob: null",
        "Bob: ",
    ],
)
def test_what_the_program_wrote_is_no_message(notice: str) -> None:
    text = f"13-11-2025 09:15 - Anna: hi\n13-11-2025 09:16 - {notice}\n14-11-2025 09:15 - {notice}\n"
    read = items(source(), text.encode(), NAMED)
    assert sum(item.sequence for item in read if isinstance(item, Interaction)) <= 1
    assert "bob" not in repr(read)


def test_words_that_look_like_a_notice_are_messages() -> None:
    text = "13-11-2025 09:15 - Anna: ik heb de groep net verlaten, video weggelaten\n13-11-2025 09:16 - Anna: gemiste kans\n"
    (day,) = days(source(), text, NAMED)
    assert day.sequence == 2


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("/x/WhatsApp-chat met Anna Bos.txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp-chat met Anna Bos (2).txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp Chat with Anna Bos.txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp-Chat mit Anna Bos.txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp Chat - Anna Bos.zip > _chat.txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp Chat - Anna Bos/_chat.txt", ["owner:me", "whatsapp:anna bos"]),
        ("/x/WhatsApp Chat with Bob.txt", ["owner:me", "whatsapp:bob"]),
        ("/x/_chat.txt", ["whatsapp:anna bos", "whatsapp:bob"]),
        ("/x/WhatsApp Chat with Bouwteam.txt", ["whatsapp:anna bos", "whatsapp:bob"]),
    ],
)
def test_the_name_of_the_file_says_who_the_other_is(place: str, expected: list[str]) -> None:
    text = "13-11-2025 09:15 - Anna Bos: hi\n13-11-2025 09:16 - Bob: hi\n"
    (day,) = days(source(), text, place)
    assert people(day) == expected
    assert day.recipients == 1


def test_one_chat_has_the_same_keys_from_every_file() -> None:
    text = "13-11-2025 09:15 - Anna: hi\n13-11-2025 09:16 - Bob: hi\n"
    ios = "[13-11-2025, 09:15:00] Anna: hi\n[13-11-2025, 09:16:00] Bob: hi\n[13-11-2025, 09:17:00] Bob: hi\n"
    (one,) = days(source(), text, NAMED)
    (other,) = days(source(), ios, "WhatsApp Chat - Anna.zip > _chat.txt")
    assert one.key == other.key
    assert (one.sequence, other.sequence) == (2, 3)


def test_one_who_writes_in_a_chat_that_is_named_otherwise_may_write_to_a_group() -> None:
    read = items(source(), b"13-11-2025 09:15 - Anna: hi\n", "WhatsApp Chat with Buurt.txt")
    assert read == [LeftOut("no_people")]


def test_a_name_with_a_colon() -> None:
    lines = "".join(f"13-11-2025 09:1{minute} - Werk: Anna: hi {minute}\n" for minute in range(5))
    (day,) = days(source(), lines + "13-11-2025 09:19 - Bob: hi\n")
    assert people(day) == [
        "whatsapp:bob",
        "whatsapp:werk",
    ]  # else what one always begins with would be stored as a name
    (day,) = days(source(), "13-11-2025 09:15 - Werk: Anna: hi\n", "WhatsApp Chat with Werk_ Anna.txt")
    assert people(day) == ["owner:me", "whatsapp:werk: anna"]


def test_a_copied_message_is_text() -> None:
    text = "13-11-2025 09:15 - Anna: kijk:\n[12/25/20, 10:11:12 AM] Cor: geheim\n13-11-2025 09:16 - Bob: ja\n"
    (day,) = days(source(), text, NAMED)
    assert (day.sequence, people(day)) == (2, ["owner:me", "whatsapp:anna"])


def test_a_large_group_is_kept_with_all_who_wrote_and_a_crowd_is_not() -> None:
    def group(size: int) -> str:
        return "".join(f"13-11-2025 09:15 - P{number}: hi\n" for number in range(size))

    (day,) = days(source(), group(12))
    assert day.recipients == 11
    assert items(source(), group(101).encode()) == [LeftOut("list")]


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-01 10:00:00 - INFO: started\n",
        "[2026-01-01 10:00:00] ERROR: stopped\n",
        "2026-01-01 10:00:00,123 - root - INFO - started\n",
        "Op 18-08-2026 09:15 - Anna: hi\n",
        "",
    ],
)
def test_logs_of_programs_are_left_alone(text: str) -> None:
    assert not source().identify(text.encode(), "file.txt")


@settings(max_examples=150, deadline=None)
@given(st.text(st.one_of(st.sampled_from("13/-.[]: ,PM\n\u200e~<>"), st.characters()), max_size=120))
def test_anything_at_all(text: str) -> None:
    for first in ("13-11-2025 09:15 - ", "\u200e[13-11-2025, 09:15:33] "):
        data = f"{first}Anna: hi\n{first}{text}\n{first}Bob: {text}\n{text}".encode("utf-8", "replace")
        for name in (NAMED, f"WhatsApp Chat with {text}.txt"):
            for item in items(source(), data, name):
                assert isinstance(item, Interaction | LeftOut | Unreadable)


def test_a_chat_of_two_in_which_the_program_wrote_of_a_group_stays_one() -> None:
    text = "13-11-2025 09:15 - Anna: hi\n13-11-2025 09:16 - Bob heeft deelgenomen via een link\n"
    (day,) = days(source(), text, NAMED)
    assert people(day) == ["owner:me", "whatsapp:anna"]
    assert items(source(), text.encode()) == [LeftOut("no_people")]
