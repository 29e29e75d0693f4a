"""Drafts, a forged name, and mails that are broken in ways that real mailboxes have."""

import datetime as dt
import random
from collections.abc import Iterator

from hecht.demo import clock
from hecht.demo.letters import Letter, Mailbox, mailbox, my_mailbox, write
from hecht.demo.wire import MX
from hecht.demo.world import ME, me, people

_DRAFTS = (
    ("2026-03-02 17:50", "karin.oosterhuis", "Idee voor een rondgang", "Even een los idee:"),
    ("2026-07-08 16:40", "lucas.vanleeuwen", "Gesprek over de rolverdeling", "Ik twijfel over"),
    ("2026-11-12 17:31", "thijs.verbeek", "Hoe gaat het?", "Het is een tijdje stil"),
    ("2026-11-13 09:05", "joris.hendriks", "RE: Pompgegevens De Wielen", "De gegevens van pomp 1"),
)


def drafts(seed: int) -> Iterator[Letter]:
    """Mails that were begun and never sent."""
    rng = random.Random(f"{seed}:drafts")
    for at, key, subject, text in _DRAFTS:
        moment = dt.datetime.fromisoformat(at)
        letter = write(rng, moment, me(), [mailbox(people()[key])], subject, text=f"{text}\n")
        letter.subject = subject
        letter.headers = (("X-Gmail-Labels", "Concepten"), ("X-Unsent", "1"))
        yield letter


def forged(seed: int) -> Letter:
    """A mail in the name of ego's manager, from an address that is not hers."""
    rng = random.Random(f"{seed}:forged")
    moment = dt.datetime.fromisoformat("2026-10-21 16:58:03")
    sender = Mailbox("Petra Vink", "directie@postbode-direct.example")
    verdict = "spf=fail smtp.mailfrom=postbode-direct.example;\n\tdkim=none; dmarc=fail"
    return Letter(
        moment=moment,
        sender=sender,
        to=(my_mailbox(),),
        subject="Dringend verzoek",
        text="Marit,\n\nBen je achter je bureau? Ik heb snel een paar cadeaubonnen nodig.\n\nPetra\n",
        message_id=f"<{rng.getrandbits(64):016x}@postbode-direct.example>",
        headers=(("Authentication-Results", f"{MX};\n\t{verdict}"),),
    )


def _mail(at: str, number: int, lines: list[str]) -> tuple[dt.datetime, str, bytes]:
    moment = dt.datetime.fromisoformat(at)
    text = "\n".join(lines).replace("{date}", clock.mail_date(moment))
    text = text.replace("{id}", f"<kapot-{number}.{moment:%Y%m%d}@oudeserver.example>")
    return moment, f"kapot-{number}@oudeserver.example", text.replace("{me}", ME[0]).encode()


def broken() -> Iterator[tuple[dt.datetime, str, bytes]]:
    """Moment, envelope sender and bytes of mails that a reader has to survive."""
    common = ["To: {me}", "Message-ID: {id}", "MIME-Version: 1.0"]
    text = "Content-Type: text/plain; charset=utf-8"
    yield _mail(
        "2025-08-20 12:00:00",
        1,
        [*common, "Date: {date}", "Subject: Zonder afzender", text, "", "Wie ben ik?"],
    )
    yield _mail(
        "2025-10-07 09:30:00",
        2,
        [
            *common,
            "From: Archief <archief@oudeserver.example>",
            "Date: Mon, 1 Jan 1601 00:00:00 +0000",
            "Subject: Uit een ver verleden",
            text,
            "",
            "Deze mail is omgezet uit het oude archief.",
        ],
    )
    yield _mail(
        "2026-01-22 10:00:00",
        3,
        [
            *common,
            "From: Kopieermachine <scan@oudeserver.example>",
            "Date: gisteren",
            "Subject: Scan van het kopieerapparaat",
            text,
            "",
            "Uw scan is klaar.",
        ],
    )
    yield _mail(
        "2026-02-19 14:20:00",
        4,
        [
            *common,
            "From: Museum De Stoompomp <museum@stoompomp.example>",
            "Date: {date}",
            "Subject: Rondleiding",
            "Content-Type: text/plain; charset=x-onbekend-77",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "De rondleiding begint om twee uur bij het caf=E9.",
        ],
    )
    yield _mail(
        "2026-05-06 08:45:00",
        5,
        [
            *common,
            "From: Drukkerij Inktwijk <order@inktwijk.example>",
            "Date: {date}",
            "Subject: Drukproef",
            text,
            "Content-Transfer-Encoding: base64",
            "",
            "RGUgZHJ1a3Byb2VmIHZhbiBoZXQgaW5mb3JtYXRpZWJvcmQgaXMga2xhYXIuIFdpbHQgdSBkZXpl",
            "IGNvbnRyb2xlcm",
        ],
    )
    yield _mail(
        "2026-08-12 11:11:00",
        6,
        [
            *common,
            "From: Camping De Hoge Hoed <receptie@hogehoed.example>",
            "Date: {date}",
            "Subject: Uw reservering",
            "Content-Type: multipart/mixed",
            "",
            "--grens",
            text,
            "",
            "Wij hebben een plek voor u vrijgehouden.",
            "--grens--",
        ],
    )
    yield _mail(
        "2026-09-23 13:37:00",
        7,
        [
            *common,
            "From: =?utf-8?B?SmFu=?= <jan@@oudeserver.example>, ;",
            "Date: {date}",
            "Subject: =?utf-8?Q?Half_een_onderwerp",
            text,
            "",
            "De kop van deze mail klopt niet.",
        ],
    )
