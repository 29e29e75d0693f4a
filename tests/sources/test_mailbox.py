"""Mailboxes: real files with golden outputs beside them, and the standard library as a second reader."""

import io
import mailbox
import random
import re
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import format_datetime, formataddr, getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import ClassVar, NamedTuple

import pytest

from hecht.core.model import Cursor, Interaction, Item, LeftOut, Role, Unreadable
from hecht.core.tone import VERSION
from hecht.sources import Source
from hecht.sources import mailbox as mailbox_source
from hecht.sources.mailbox import MailboxSource, begins, messages
from hecht.testing import SourceContract
from sources.mailing import NOW, interactions, judge, read_mailbox, render

DATA = Path(__file__).parent / "data" / "mail"
FILES = sorted(DATA.glob("*.mbox"))
BEGIN = b"From ann@example.org Mon Jan  6 10:00:00 2025\n"


def mail(number: int, body: bytes = b"hello\n") -> bytes:
    return (
        BEGIN
        + (
            b"From: ann@example.org\nTo: bob@example.org\nDate: Mon, 6 Jan 2025 10:%02d:%02d +0000\n"
            b"Message-ID: <%d@example.org>\nSubject: number %d\n\n" % (number // 60, number % 60, number, number)
        )
        + body
        + b"\n"
    )


def titles(data: bytes, cursor: Cursor | None = None) -> list[str]:
    return [item.title for item in interactions(read_mailbox(data, cursor))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    # the golden files were worked out by hand from the files beside them
    golden = path.with_name(path.name + ".golden").read_text("utf-8")
    assert "".join(render(item) + "\n" for item in read_mailbox(path.read_bytes())) == golden


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_line_ends_of_windows_say_the_same(path: Path) -> None:
    plain = read_mailbox(path.read_bytes())
    windows = read_mailbox(path.read_bytes().replace(b"\n", b"\r\n"))
    assert interactions(windows) == interactions(plain)
    assert [type(item) for item in windows] == [type(item) for item in plain]


class TestMailbox(SourceContract):
    names: ClassVar = ("Inbox", "mail.mbox", "a.txt")
    data: ClassVar = (
        mail(1, b"The word aardvark.\n\n> aalscholver in a quote\n\n-- \nthe signature with baviaan\n")
        + BEGIN
        + b"From: ann@example.org\nTo: Bob <bob@example.org>, cor@example.com\nDate: Mon, 6 Jan 2025 11:00:00 +0000\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=xyz\nSubject: parts\n\n"
        b"--xyz\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nY2FwaWJhcmEgY2FwaWJhcmE=\n"
        b"--xyz\nContent-Type: text/plain; name=x.txt\nContent-Disposition: attachment\n\ndromedaris\n--xyz--\n\n"
    )  # fmt: skip
    marks: ClassVar = ("aardvark", "aalscholver", "baviaan", "capibara capibara", "dromedaris")
    broken: ClassVar = mail(1) + mail(2).replace(b"Date: Mon, 6 Jan", b"Date: Mon, 66 Jan") + mail(3)
    broken_at: ClassVar = len(mail(1))
    rest: ClassVar = mail(1) + mail(3)

    def source(self) -> Source:
        return MailboxSource(judge())


@pytest.mark.parametrize(
    ("line", "before", "after", "expected"),
    [
        (b"From ann@example.org Mon Jan  6 10:00:00 2025", b"", b"From: x", True),
        (b"From ann@example.org Mon Jan  6 10:00:00 2025", b"no blank line\n", b"X-Any: x", True),
        (b"From ann@example.org Mon Jan  6 10:00:00 2025", b"\n\n", b"and then we left", False),
        (b"From 1812@xxx Mon Jan 06 09:15:02 +0000 2025", b"\n\n", b"X-GM-THRID: 1", True),
        (b"From ann Mon Jan  6 10:00 CET 2025", b"\n\n", b"From: x", True),
        (b"From - ", b"\n\n", b"X-Mozilla-Status: 0001", True),
        (b"From - ", b"text\n", b"X-Mozilla-Status: 0001", False),
        (b"From MAILER-DAEMON", b"\n\n", b"Date: x", True),
        (b"From ann@example.org", b"\n\n", b"Date: x", True),
        (b"From ann@example.org", b"\r\n\r\n", b"Date: x", True),
        (b"From ann@example.org", b"x\n", b"Date: x", False),
        (b"From ann@example.org", b"\n\n", b">From bob@example.org", True),
        (b"From here on: nothing", b"\n\n", b"Date: x", False),
        (b"From: ann@example.org", b"\n\n", b"Date: x", False),
    ],
)
def test_where_a_message_begins(line: bytes, before: bytes, after: bytes, expected: bool) -> None:
    data = before + line + b"\n" + after
    assert begins(data, len(before)) is expected
    windows = before.replace(b"\r", b"").replace(b"\n", b"\r\n")
    assert begins(windows + line + b"\r\n" + after, len(windows)) is expected


def test_offsets_are_those_of_the_from_lines() -> None:
    data = mail(1) + mail(2, b"From here on\n\nFrom me to you: hi\n") + mail(3)
    found = list(messages(io.BytesIO(data)))
    assert [offset for offset, _ in found] == [0, len(mail(1)), len(data) - len(mail(3))]
    assert b"".join(BEGIN + raw for _, raw in found) == data


def test_a_first_line_that_is_no_from_line_and_a_last_line_without_end() -> None:
    assert titles(mail(1).removeprefix(BEGIN) + mail(2).rstrip()) == ["number 1", "number 2"]
    assert titles(b"\n" + mail(1)) == ["number 1"]
    assert read_mailbox(b"") == read_mailbox(b" \n\n")


def test_a_message_without_headers_is_one_unreadable_item() -> None:
    failed = [
        item
        for item in read_mailbox(mail(1) + BEGIN + b">From \n\nwords\n\n" + mail(2))
        if isinstance(item, Unreadable)
    ]
    assert failed == [Unreadable(len(mail(1)), "no mail headers")]


def test_a_file_that_ends_within_a_message_of_parts_is_said_to_and_read_on_when_the_rest_came() -> None:
    kind = b'Content-Type: multipart/mixed; boundary="=_a"\nDate: '
    parts = (
        b"--=_a\nContent-Type: text/plain\n\nhello\n--=_a\nContent-Type: image/png\n\n" + b"x" * 500 + b"\n--=_a--\n"
    )
    whole = mail(1) + mail(2, parts).replace(b"Date: ", kind, 1)
    cut = whole[:-200]
    found = read_mailbox(cut)
    assert titles(cut) == titles(whole) == ["number 1", "number 2"]
    assert [item for item in read_mailbox(whole) if isinstance(item, Unreadable)] == []
    assert [item for item in found if isinstance(item, Unreadable)] == [
        Unreadable(len(mail(1)), "the file ends in the middle of this message")
    ]
    cursor = found[-1]
    assert isinstance(cursor, Cursor)
    assert [item for item in read_mailbox(whole, cursor) if isinstance(item, Unreadable)] == []


def test_of_an_absurdly_large_message_the_beginning_is_read_and_the_rest_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mailbox_source, "LARGEST", 40_000)
    monkeypatch.setattr(mailbox_source, "WINDOW", 10_000)
    monkeypatch.setattr(mailbox_source, "BODY", 1_000)
    large = mail(2, b"How are you?\n" + b"x" * 75 * 2_000 + b"\n")
    data = mail(1) + large + mail(3) + mail(4)
    assert titles(data) == ["number 1", "number 2", "number 3", "number 4"]
    assert max(len(raw) for _, raw in messages(io.BytesIO(data))) < 40_000


class TestCursor:
    old = mail(1) + mail(2, b"a body that is long enough to fill what is compared\n" * 60)

    def test_a_grown_mailbox_is_read_on_from_its_last_message(self) -> None:
        cursor = read_mailbox(self.old)[-1]
        assert isinstance(cursor, Cursor)
        grown = self.old + mail(3) + mail(4)
        assert titles(grown, cursor) == ["number 2", "number 3", "number 4"]
        assert read_mailbox(grown, cursor)[-1] == read_mailbox(grown)[-1]
        assert set(interactions(read_mailbox(grown, cursor))) < set(interactions(read_mailbox(grown)))

    def test_offsets_after_a_cursor_are_those_of_the_file(self) -> None:
        cursor = read_mailbox(self.old)[-1]
        assert isinstance(cursor, Cursor)
        grown = self.old + mail(3).replace(b"Date", b"Dote")
        assert [item.offset for item in read_mailbox(grown, cursor) if isinstance(item, Unreadable)] == [len(self.old)]

    @pytest.mark.parametrize(
        "changed",
        [
            mail(9) + old,
            old.removeprefix(mail(1)),
            old.replace(b"a body", b"A body", 1) + mail(3),
            mail(3),
            b"",
            b"From ann" * 900,
        ],
    )
    def test_a_file_that_is_another_is_read_from_its_start(self, changed: bytes) -> None:
        cursor = read_mailbox(self.old)[-1]
        assert isinstance(cursor, Cursor)
        assert read_mailbox(changed, cursor) == read_mailbox(changed)

    def test_nothing_new_gives_the_last_message_again(self) -> None:
        cursor = read_mailbox(self.old)[-1]
        assert isinstance(cursor, Cursor)
        assert titles(self.old, cursor) == ["number 2"]
        assert read_mailbox(self.old, cursor)[-1] == cursor


NAMES = ("Ann", "Bob Bos", "Prins, Eva", "O'Neil", "René", 'Jan "Kees" Vos', "日本 太郎", "van der Meer-de Vries", "")
LINES = ("hello", "From here on", ">From the start", "From ann@example.org nothing", "> quote", "", "Subject: x")
SUBJECTS = ("plan", "voortgang café", "re: a rather long subject line that has to be folded somewhere on the way")
UNFOLDED = default.clone(max_line_length=2_000)


def someone(dice: random.Random) -> str:
    domain = dice.choice(("example.org", "sub.example.nl"))
    return formataddr((dice.choice(NAMES), f"{dice.choice('abcdef')}{dice.randrange(9)}@{domain}"))


def written(seed: int) -> tuple[bytes, int]:
    """Give a mailbox of made-up messages in one of the ways in which programs write it, and how many they are."""
    dice = random.Random(seed)
    count = dice.randrange(1, 30)
    quoting_all = dice.random() < 0.5  # mboxrd
    data = b""
    for number in range(count):
        message = EmailMessage(policy=UNFOLDED)
        message["From"] = someone(dice)
        message["To"] = ", ".join(someone(dice) for _ in range(dice.randrange(1, 12)))
        if dice.random() < 0.4:
            message["Cc"] = ", ".join(someone(dice) for _ in range(dice.randrange(1, 4)))
        zone = timezone(timedelta(minutes=dice.choice((0, 60, 120, -300, 330))))
        moment = datetime(2024, 1, 1, tzinfo=zone) + timedelta(seconds=dice.randrange(30_000_000))
        message["Date"] = format_datetime(moment)
        message["Message-ID"] = f"<{seed}.{number}@example.org>"
        message["Subject"] = dice.choice(SUBJECTS)
        text = "".join(dice.choice(LINES) + "\n" for _ in range(dice.randrange(40)))
        message.set_content(text, cte=dice.choice(("8bit", "quoted-printable", "base64")))
        head, _, body = message.as_bytes().partition(b"\n\n")
        if dice.random() < 0.5:
            head = head.replace(b"@example.org>, ", b"@example.org>,\n\t").replace(b"rather long ", b"rather long\n ")
        escaped = re.sub(rb"(?m)^(>*From )" if quoting_all else rb"(?m)^(From )", rb">\1", body)
        data += BEGIN + head + b"\n\n" + escaped + b"\n"
    return data.replace(b"\n", dice.choice((b"\n", b"\r\n"))), count


@pytest.mark.parametrize("seed", range(25))
def test_the_standard_library_reads_the_same(seed: int, tmp_path: Path) -> None:
    data, count = written(seed)
    (tmp_path / "mbox").write_bytes(data.replace(b"\r\n", b"\n"))
    other = mailbox.mbox(tmp_path / "mbox", create=False)
    expected = [_expected(message) for message in other]
    other.close()
    assert len(expected) == count
    found = [item for item in read_mailbox(data) if isinstance(item, Interaction | LeftOut | Unreadable)]
    assert [_found(item) for item in found] == [one if one.to | one.cc else None for one in expected]


class Read(NamedTuple):
    sender: str
    to: frozenset[str]
    cc: frozenset[str]
    moment: datetime


def _expected(message: Message) -> Read:
    addresses = {
        field: {address.lower() for _, address in getaddresses(list(map(str, message.get_all(field, []))))}
        for field in ("From", "To", "Cc")
    }
    to = addresses["To"] - addresses["From"]
    (sender,) = addresses["From"]
    moment = parsedate_to_datetime(str(message["Date"])).astimezone(UTC)
    return Read(sender, frozenset(to), frozenset(addresses["Cc"] - addresses["From"] - to), moment)


def _found(item: Item) -> Read | None:
    if not isinstance(item, Interaction):
        assert item == LeftOut("no_people")
        return None
    people = {
        role: frozenset(one.identifier.removeprefix("mailto:") for one in item.participants if one.role is role)
        for role in Role
    }
    (sender,) = people[Role.SENDER]
    assert item.recipients == len(people[Role.TO] | people[Role.CC])
    return Read(sender, people[Role.TO], people[Role.CC], datetime.fromtimestamp(item.seconds, UTC))


def test_the_judge_gets_the_text_of_the_writer_alone() -> None:
    (item,) = interactions(read_mailbox((DATA / "takeout_nl.mbox").read_bytes()[:1034]))
    assert item.language == "nl"
    assert item.tone_version == item.stamp == VERSION
    assert item.words == item.sequence
    assert item.seconds < NOW
