"""Whether what mail says has more room for the other by its hour, its day or its number of recipients, on any mailbox.

    python -m evidence.tone.when MAILBOX

Imports the mailbox into a log that is thrown away and gives the mean relation part that hecht judges from the text, with
95 % (normal), by part of the day (UTC), by weekend and by recipients. The text is no label: the table can only say
whether these go together at all. See decision 11.
"""

import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from hecht.app.library import open_hecht

MAILS = """SELECT l.seconds, l.recipients, l.relation FROM latest l
WHERE l.log = :log AND l.channel = 1 AND l.recipients > 0 AND l.recipients <= 5 AND l.relation IS NOT NULL"""


def main() -> None:
    """Print the table."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        print("mailbox: absent")
        return
    groups: defaultdict[str, list[int]] = defaultdict(list)
    with TemporaryDirectory() as folder, open_hecht(Path(folder) / "log.db") as log:
        log.import_([Path(sys.argv[1])])
        for row in log.store.rows(MAILS):
            seconds, recipients, relation = (int(value or 0) for value in row)
            moment = datetime.fromtimestamp(seconds, UTC)
            groups[f"hour {moment.hour // 6 * 6:02} to {moment.hour // 6 * 6 + 6:02}"].append(relation)
            groups["weekend" if moment.weekday() > 4 else "weekday"].append(relation)
            groups["to one" if recipients == 1 else "to two to five"].append(relation)
    for name, parts in sorted(groups.items()):
        about = 1.96 * float(np.std(parts)) / len(parts) ** 0.5
        print(f"{name:16}{len(parts):6}  {np.mean(parts):5.1f} +- {about:.1f}")


if __name__ == "__main__":
    main()
