"""A small world in files of every kind: Noor of a water board, who works with Bram, Eva and some others."""

import io
import tarfile
import zipfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

NOOR, HOME = "noor@waterschap.nl", "noor.van.dam@gmail.com"
BRAM, EVA, PIM, LIZ = "bram@delta.nl", "eva@sub.kade.co.uk", "pim@hotmail.com", "liz@archief.waterschap.nl"
ZONE = "Europe/Amsterdam"
START = datetime(2025, 3, 3, 9, tzinfo=UTC)
"""A Monday; `day` in this module counts from here."""
AS_OF = "2025-06-30"
NOW = 1_751_700_000
"""5 July 2025."""
ASKED = "Hoi Noor,\n\nKun je mij voor vrijdag de planning van de dijk sturen?\n\nGroet, Bram\n"


def mail(
    sender: str,
    to: str,
    day: int,
    *,
    number: int = 0,
    subject: str = "dijk",
    text: str = "Hoi, tot dan.\n",
    more: str = "",
) -> bytes:
    """Give one message; its Message-ID follows from sender, day and number."""
    date = format_datetime(START + timedelta(days=day, minutes=number))
    name = sender.partition("@")[0]
    head = f"Message-ID: <{name}.{day}.{number}@example.org>\nFrom: {name.title()} <{sender}>\nTo: {to}\nDate: {date}\nSubject: {subject}\n"
    return f"{head}{more}\n{text}".encode()


def mbox(*mails: bytes) -> bytes:
    """Give messages as a mailbox."""
    return b"".join(b"From someone@example.org Mon Mar  3 09:00:00 2025\n" + one + b"\n" for one in mails)


def meeting(uid: str, day: int, *people: str, title: str = "Overleg dijk", more: str = "") -> str:
    """Give one event of Noor's calendar to which everybody said yes."""
    moment = (START + timedelta(days=day)).strftime("%Y%m%dT%H%M%SZ")
    who = "".join(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{one}\r\n" for one in people)
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}@example.org\r\nDTSTAMP:20250301T000000Z\r\nDTSTART:{moment}\r\nDURATION:PT1H\r\n"
        f"SUMMARY:{title}\r\nORGANIZER:mailto:{NOOR}\r\n{who}{more}END:VEVENT\r\n"
    )


def calendar(*events: str) -> bytes:
    """Give events as a calendar file."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Give a zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(files: dict[str, bytes], *others: tarfile.TarInfo) -> bytes:
    """Give a compressed tar archive; `others` are members without content, such as links."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in others:
            archive.addfile(info)
    return made.getvalue()


DELIVERED = f"Delivered-To: {NOOR}\n"
FILES: dict[str, bytes] = {
    "Postvak IN.mbox": mbox(
        *(mail(BRAM, NOOR, day, more=DELIVERED) for day in range(0, 100, 7)),
        mail(BRAM, NOOR, 110, number=5, subject="planning dijk", text=ASKED, more=DELIVERED),
        mail(EVA, f"{NOOR}, {BRAM}", 20, more=DELIVERED),
        mail("nieuws@krant.nl", NOOR, 3, more=DELIVERED + "List-Unsubscribe: <https://krant.nl>\n"),
        mail("no-reply@krant.nl", NOOR, 3, number=1, more=DELIVERED),
        mail(PIM, NOOR, 30, more=DELIVERED).replace(b"Date: ", b"Date: on "),
    ),
    "Verzonden/1.eml": mail(NOOR, BRAM, 1),
    "Verzonden/2.eml": mail(NOOR, f"{BRAM}, {EVA}", 21, subject="Re: dijk"),
    "Verzonden/3.eml": mail(NOOR, PIM, 40),
    "Verzonden/4.eml": mail(HOME, PIM, 41),
    "oud.zip": zipped(
        {
            "mail/1.eml": mail(PIM, NOOR, 42),
            "mail/notes.bin": b"\x00\x01",
            "agenda.ics": calendar(meeting("z", 50, EVA)),
        }
    ),
    "ouder.tar.gz": tarred({"cur/1": mail(LIZ, NOOR, 43), "cur/2": mail(LIZ, NOOR, 44)}),
    "agenda.ics": calendar(
        meeting("a", 9, BRAM, EVA),
        meeting("b", 60, LIZ, more="STATUS:CANCELLED\r\n"),
        meeting("c", 121, EVA, title="Vooruitblik"),
    ),
    "adressen.vcf": (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bram de Boer\r\nEMAIL:{BRAM}\r\nEMAIL:bram@thuis.nl\r\nORG:Delta BV\r\nEND:VCARD\r\n"
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Pim Pel\r\nEMAIL:{PIM}\r\nEND:VCARD\r\n"
    ).encode(),
    "telefoon.csv": f"at,from,to,channel,duration\n2025-04-02T10:00:00Z,{NOOR},{EVA},call,300\n".encode(),
    "lees mij.txt": b"These are my files.\n",
}
"""Path -> content. One mail is unreadable, one a newsletter, one automatic, two files are of no kind."""


def written(folder: Path, files: dict[str, bytes] | None = None) -> Path:
    """Write files under a folder and give the folder."""
    for name, data in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
