"""Small readers for the tests, apart from the generator: what a mail says, events in a calendar."""

import datetime as dt
import email
import mailbox
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property
from pathlib import Path

ME = {"marit.hoekstra@waterschap-veenstroom.example", "marit.hoekstra@postbode.example"}
_MARKS = ("List-Id", "List-Unsubscribe", "Precedence", "Auto-Submitted", "X-Gmail-Labels")
_QUOTED = re.compile(r"\n(-----O|Van: |From: |>|Op .* schreef .*:\n|On .* wrote:\n)")


@dataclass
class Mail:
    """One message as the standard library reads it, each header parsed once."""

    message: Message

    def header(self, name: str) -> str:
        return str(self.message.get(name, ""))

    @cached_property
    def id(self) -> str:
        return self.header("Message-ID")

    @cached_property
    def broken(self) -> bool:
        return self.id.startswith("<kapot")

    @cached_property
    def answers(self) -> str:
        return self.header("In-Reply-To")

    @cached_property
    def references(self) -> list[str]:
        return self.header("References").split()

    @cached_property
    def subject(self) -> str:
        return str(make_header(decode_header(self.header("Subject"))))

    @cached_property
    def sender(self) -> str:
        found = getaddresses([self.header("From")])
        return found[0][1] if found else ""

    @cached_property
    def readers(self) -> set[str]:
        return {a for _, a in getaddresses([self.header("To"), self.header("Cc")]) if a}

    @cached_property
    def people(self) -> set[str]:
        return {self.sender, *self.readers}

    @cached_property
    def moment(self) -> dt.datetime:
        return parsedate_to_datetime(self.header("Date"))

    @cached_property
    def day(self) -> dt.date:
        return self.moment.date()

    @cached_property
    def text(self) -> str:
        """The plain text, decoded; strict, so that a wrong charset shows."""
        part = next(p for p in self.message.walk() if p.get_content_type() == "text/plain")
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        return data.decode(str(part.get_content_charset()))

    @cached_property
    def own_text(self) -> str:
        """The plain text above whatever is quoted."""
        return _QUOTED.split(self.text)[0]

    @cached_property
    def personal(self) -> bool:
        """Contact, by the headers that hecht's design names as marks of mail that is none."""
        if any(mark in self.message for mark in _MARKS) or self.broken:
            return False
        return "dmarc=fail" not in self.header("Authentication-Results")

    @cached_property
    def contact(self) -> bool:
        """Personal and with at most five recipients, as in the design."""
        return self.personal and len(self.readers - {self.sender}) <= 5


def read(path: Path) -> list[Mail]:
    box = mailbox.mbox(path, create=False)
    try:
        return [Mail(email.message_from_bytes(box.get_bytes(key))) for key in box.keys()]  # noqa: SIM118
    finally:
        box.close()


def with_person(mails: Iterable[Mail], address: str) -> list[Mail]:
    """The contact between ego and this address, oldest first."""
    found = [
        mail
        for mail in mails
        if mail.contact
        and ((mail.sender in ME and address in mail.readers) or (mail.sender == address and mail.readers & ME))
    ]
    return sorted(found, key=lambda mail: mail.moment)


def contact_days(mails: Iterable[Mail], address: str) -> list[dt.date]:
    return sorted({mail.day for mail in with_person(mails, address)})


@dataclass
class Event:
    """One VEVENT: its properties, and the addresses of its attendees by status."""

    properties: dict[str, str] = field(default_factory=dict)
    attendees: dict[str, str] = field(default_factory=dict)
    excluded: list[str] = field(default_factory=list)

    @property
    def start(self) -> str:
        return next(v for k, v in self.properties.items() if k.startswith("DTSTART"))


def events(data: bytes) -> list[Event]:
    """A minimal reader of iCalendar: unfold, split, keep what stands in events."""
    text = data.decode("utf-8").replace("\r\n ", "")
    found: list[Event] = []
    inside = False
    for line in text.split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append(Event())
            inside = True
        elif line == "END:VEVENT":
            inside = False
        elif inside and name.startswith("ATTENDEE"):
            status = re.search(r"PARTSTAT=([A-Z-]+)", name)
            assert status
            found[-1].attendees[value.removeprefix("mailto:")] = status[1]
        elif inside and name.startswith("EXDATE"):
            found[-1].excluded.append(value)
        elif inside:
            found[-1].properties[name] = value
    return found
