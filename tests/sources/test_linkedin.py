"""What LinkedIn gives its members: connections and messages, their layout, whose they are, and anything at all."""

import io
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.model import Card, Interaction, Item, LeftOut, Owner, Tone
from hecht.sources import Source
from hecht.sources.linkedin import CROWD, LinkedInSource, profile
from sources.exporting import ExportContract, read, render
from sources.mailing import NOW, judge

DATA = Path(__file__).parent / "data" / "linkedin"
COLUMNS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
)
NOTE = 'Notes:\n"Some of the email addresses, you may notice,\nare missing."\n\n'
CONNECTIONS = NOTE + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def url(who: str) -> str:
    return f"https://www.linkedin.com/in/{who}"


def said(who: str, whom: str, at: str, text: str, conversation: str = "2-A") -> str:
    others = ",".join(map(url, whom.split()))
    return f'{conversation},,{who},{url(who)},"{whom.replace(" ", ",")}","{others}",{at},,"{text}",INBOX\n'


def messages(*lines: str) -> list[Item]:
    return read(LinkedInSource(judge()), (COLUMNS + "".join(lines)).encode())


def days(items: list[Item]) -> list[Interaction]:
    return [item for item in items if isinstance(item, Interaction)]


class TestMessages(ExportContract):
    names: ClassVar = ("messages.csv", "x")
    data: ClassVar = (
        COLUMNS
        + said("ann", "me", "2025-01-06 10:00:00 UTC", "aardvark,\naalscholver")
        + said("me", "bob", "2025-01-07 10:00:00 UTC", "<p>capibara capibara</p>", "2-B")
    ).encode()
    marks: ClassVar = ("aardvark", "aalscholver", "capibara capibara")
    broken: ClassVar = data + said("ann", "me", "2025-01-66 10:00:00 UTC", "hello").encode()
    broken_at: ClassVar = 5
    rest: ClassVar = data

    def source(self) -> Source:
        return LinkedInSource(judge())


class TestConnections(ExportContract):
    names: ClassVar = ("Connections.csv", "x")
    data: ClassVar = (
        CONNECTIONS
        + f"Ann,Smit,{url('ann')},,Polder,,12 Mar 2021\nBob,Bos,{url('bob')},bob@example.org,,,12 Mar 2021\n"
    ).encode()
    marks: ClassVar = ("you may notice", "12 Mar 2021")
    broken: ClassVar = data.replace(b"Ann,Smit,", b"Ann,Smit,,,,")
    broken_at: ClassVar = 6
    rest: ClassVar = (CONNECTIONS + f"Bob,Bos,{url('bob')},bob@example.org,,,12 Mar 2021\n").encode()

    def source(self) -> Source:
        return LinkedInSource(judge())


@pytest.mark.parametrize("path", sorted(DATA.glob("*.csv")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    items = read(LinkedInSource(judge(), ZoneInfo("UTC")), path.read_bytes())
    assert "".join(render(item) + "\n" for item in items) == golden


def test_connections_as_they_were_written_before_they_had_a_note_or_an_address_of_the_profile() -> None:
    data = b'First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Smit,ann@example.org,,,"1/2/18, 3:04 PM"\n'
    assert read(LinkedInSource(judge()), data) == [Card(("mailto:ann@example.org",), "Ann Smit")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.linkedin.com/in/Jan-de-Wit", "linkedin:jan-de-wit"),
        ("linkedin.com/in/jan-de-wit/", "linkedin:jan-de-wit"),
        ("http://nl.linkedin.com/in/jan-de-wit?trk=x#y", "linkedin:jan-de-wit"),
        ("https://www.linkedin.com/in/ren%C3%A9e", "linkedin:renée"),
        ("https://www.linkedin.com/in/rene\u0301e", "linkedin:renée"),
        ("https://www.linkedin.com/in/ACoAAB_x-1", "linkedin:acoaab_x-1"),
        ("https://www.linkedin.com/in/a%20b", ""),
        ("https://www.linkedin.com/in/a%00b", ""),
        ("https://www.linkedin.com/in/%FF", ""),
        ("https://www.linkedin.com/company/polder", ""),
        ("https://example.org/in/jan", ""),
        ("https://www.linkedin.com.example.org/in/jan", ""),
        ("", ""),
    ],
)
def test_which_profile_an_address_shows(text: str, expected: str) -> None:
    assert profile(text) == expected


def test_a_day_of_chat_begins_and_ends_in_the_home_zone() -> None:
    late = said("me", "ann", "2025-01-06 23:30:00 UTC", "a")
    early = said("ann", "me", "2025-01-07 08:00:00 UTC", "b")
    (one,) = days(read(LinkedInSource(judge(), ZoneInfo("Europe/Amsterdam")), (COLUMNS + late + early).encode()))
    assert one.sequence == 2
    assert len(days(messages(late, early))) == 2


def test_a_day_is_the_same_in_any_order_of_its_messages() -> None:
    lines = [said("me", "ann", f"2025-01-06 1{hour}:00:00 UTC", "dank je wel") for hour in range(3)]
    other = said("me", "bob", "2025-01-06 09:00:00 UTC", "x", "2-B")
    one, two = days(messages(*lines, other)), days(messages(*reversed(lines), other))
    assert one == two
    apart = days(messages(lines[0], other, *lines[1:]))
    assert [item.sequence for item in apart] == [3, 1]
    assert apart[0].key == one[0].key


def test_a_later_export_of_the_same_day_holds_more_of_it() -> None:
    first = said("me", "ann", "2025-01-06 10:00:00 UTC", "a")
    (before,), (after,) = (
        days(messages(first)),
        days(messages(first, said("ann", "me", "2025-01-06 11:00:00 UTC", "b"))),
    )
    assert before.key == after.key
    assert before.sequence < after.sequence


def test_texts_are_judged_a_day_at_a_time_and_not_more_than_a_writer_writes() -> None:
    seen: list[tuple[int, str]] = []

    def judge_of(text: str, title: str) -> Tone:
        seen.append((len(text), title))
        return Tone(50, 0, 0, 1, "nl", 1)

    lines = [said("me", "ann", f"2025-01-0{day} 10:00:00 UTC", "x" * 40_000) for day in (6, 6, 6, 7)]
    found = days(read(LinkedInSource(judge_of), (COLUMNS + "".join(lines)).encode()))
    assert [item.relation for item in found] == [50, 50]
    assert seen == [(65_537, ""), (40_000, "")]


def test_whose_conversations_they_are() -> None:
    one = said("me", "ann", "2025-01-06 10:00:00 UTC", "a")
    other = said("bob", "me", "2025-01-06 10:00:00 UTC", "a", "2-B")
    assert messages(one)[-1] != Owner("linkedin:me", "sent", 1)
    assert messages(one, other)[-1] == Owner("linkedin:me", "sent", 2)
    together = [said("me", "ann bob", f"2025-01-0{day} 10:00:00 UTC", "a", f"2-{day}") for day in (6, 7)]
    assert not [item for item in messages(*together) if isinstance(item, Owner)]


def test_a_conversation_of_a_crowd_is_an_announcement() -> None:
    crowd = " ".join(f"p{number}" for number in range(CROWD + 1))
    assert messages(said("me", crowd, "2025-01-06 10:00:00 UTC", "a")) == [LeftOut("list")]
    (one,) = days(messages(said("me", " ".join(crowd.split()[:3]), "2025-01-06 10:00:00 UTC", "a")))
    assert one.recipients == 3


@pytest.mark.parametrize(
    "at", ["1969-12-31 23:00:00 UTC", "2026-01-04 00:00:00 UTC", "", "9999999", "0001-01-01 00:00:00 UTC"]
)
def test_times_that_cannot_be(at: str) -> None:
    (item,) = messages(said("me", "ann", at, "a"))
    assert render(item) == "unreadable at 2: no usable date"


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_anything_below_a_header_is_read(rest: bytes) -> None:
    source = LinkedInSource(judge())
    for data in (rest, COLUMNS.encode() + rest, CONNECTIONS.encode() + rest):
        source.identify(data[:4096], "x")
        assert all(render(item) for item in source.extract(io.BytesIO(data), NOW))


@given(st.lists(st.text(max_size=40), min_size=10, max_size=10))
def test_whatever_a_row_says_is_one_item(cells: list[str]) -> None:
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
    items = list(LinkedInSource(judge()).extract(io.BytesIO((COLUMNS + row).encode("utf-8", "replace")), NOW))
    assert len(items) <= 2
