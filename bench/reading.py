"""Reading a mailbox: headers into rows, and the whole import, against the standard library's `mailbox` in one run.

    python bench/reading.py [MESSAGES]

Textbook: `mailbox.mbox`, `getaddresses` on From, To and Cc, the date, the subject decoded, the ids; no bodies at all.
"""

import mailbox
import resource
import sys
import tempfile
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

from bench.common import cpu, machine, write_mailbox

import hecht
from hecht.sources.mailbox import messages
from hecht.sources.message import Message

NOW = 2_000_000_000


def textbook(path: Path) -> int:
    """Read a mailbox as one is taught to."""
    rows = []
    for message in mailbox.mbox(path):
        people = [getaddresses([str(value) for value in message.get_all(name, [])]) for name in ("from", "to", "cc")]
        subject = str(make_header(decode_header(str(message["subject"]))))
        rows.append(
            (
                people,
                parsedate_to_datetime(str(message["date"])),
                subject,
                message["message-id"],
                message["in-reply-to"],
            )
        )
    return len(rows)


def headers(path: Path) -> int:
    """Read the same into interactions, without looking at a body."""
    reader = Message(None)
    with path.open("rb") as opened:
        return len([reader.read(raw, offset, NOW) for offset, raw in messages(opened)])


def whole(path: Path, folder: Path) -> None:
    """Import: headers, own text, tone, topics and the store."""
    for old in folder.glob("log.db*"):
        old.unlink()
    with hecht.open(folder / "log.db") as log:
        log.import_([path])


def main() -> None:
    """Print CPU seconds and ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_mailbox(folder / "mail.mbox", count)
        print(f"{machine()}\n{count} messages, {size / 1e6:.0f} MB")
        path = folder / "mail.mbox"
        base, quick, full = cpu(lambda: textbook(path)), cpu(lambda: headers(path)), cpu(lambda: whole(path, folder), 2)
        with hecht.open(folder / "log.db") as log:
            again = cpu(lambda: log.import_([path]), 1)
        print(f"{'':30}{'CPU s':>8}{'per s':>9}{'of textbook':>13}")
        for label, spent in (
            ("textbook, headers only", base),
            ("hecht, headers only", quick),
            ("hecht, whole import", full),
            ("hecht, the same again", again),
        ):
            print(f"{label:30}{spent:8.2f}{count / spent:9.0f}{spent / base:13.3f}")
        print(
            f"headers: {base / quick:.1f} x textbook; peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
        )


if __name__ == "__main__":
    main()
