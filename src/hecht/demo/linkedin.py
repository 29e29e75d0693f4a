"""Writes the data that LinkedIn gives its members: connections and messages, in a zip."""

import csv
import datetime as dt
import io
import unicodedata
import zlib

from hecht.demo import archive, clock, tables
from hecht.demo.world import me

NAME = "Basic_LinkedInDataExport_11-15-2026.zip"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOTE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing. You will '
    "only see email addresses for connections who have allowed their connections to see or download their email "
    'address using this setting https://www.linkedin.com/psettings/privacy/email."\n\n'
)


def profile(name: str) -> str:
    """The page of a member. Its last part ends in -example, so that it is nobody's."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return f"https://www.linkedin.com/in/{plain.replace(' ', '-')}-example"


def export() -> bytes:
    """The bytes of the zip."""
    return archive.pack({"Connections.csv": _connections().encode(), "messages.csv": _messages().encode()})


def _table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return held.getvalue()


def _connections() -> str:
    rows = []
    for row in tables.rows("connections"):
        day = dt.date.fromisoformat(row["connected"])
        page = profile(f"{row['first']} {row['last']}")
        when = f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year}"
        rows.append([row["first"], row["last"], page, row["email"], row["company"], row["position"], when])
    rows.sort(key=lambda cells: dt.datetime.strptime(cells[-1], "%d %b %Y").replace(tzinfo=dt.UTC), reverse=True)
    return _NOTE + _table(
        ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"), rows
    )


def _messages() -> str:
    rows = []
    for row in tables.rows("linkedin_messages"):
        names = [me().name if row[side] == "me" else row[side] for side in ("from", "to")]
        pages = ["" if name == "LinkedIn" else profile(name) for name in names]
        moment = clock.utc(dt.datetime.fromisoformat(row["at"]))
        talk = f"2-{zlib.crc32(row['talk'].encode()):08x}"
        title = "Sponsored Conversation" if row["from"] == "LinkedIn" else ""
        people = (names[0], pages[0], names[1], pages[1])
        rows.append([talk, title, *people, f"{moment} UTC", "", row["text"], row["folder"], "", "No", "No"])
    rows.sort(key=lambda cells: cells[6], reverse=True)
    head = (
        "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE",
        "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT",
    )  # fmt: skip
    return _table(head, rows)
