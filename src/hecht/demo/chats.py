"""Writes the chats as WhatsApp on a Dutch Android telephone exports them, without media."""

import datetime as dt
import random
from itertools import groupby

from hecht.demo import archive, tables

# Who writes under which letter, by chat: the names that the telephone knows.
_NAMES = {
    "mila": {"m": "Marit Hoekstra", "o": "Mila Verweij"},
    "kees": {"m": "Marit Hoekstra", "o": "Kees Mulder"},
    "ploeg": {"m": "Marit Hoekstra", "d": "Diederik van Es", "t": "Tessa Roei", "j": "Joost de Haan"},
}
_TITLES = {"mila": "Mila Verweij", "kees": "Kees Mulder", "ploeg": "Zaterdagploeg"}
_ENCRYPTED = (
    "Berichten en oproepen zijn end-to-end versleuteld. Alleen mensen in deze chat kunnen ze lezen, "
    "beluisteren of delen. Meer informatie."
)
_MADE = ("Diederik van Es heeft de groep ‘Zaterdagploeg’ gemaakt.", "Je bent toegevoegd.")
# From this many seconds on an answer waits for a next look at the telephone.
_LOOKS = (9, 25, 50, 70, 130, 260, 600)


def files(seed: int) -> dict[str, bytes]:
    """The exports by the name that the program gives them; the group came with media and so as a zip."""
    found: dict[str, bytes] = {}
    for chat, days in groupby(tables.lines("chats")[1:], key=lambda cells: cells[0]):
        title = f"WhatsApp-chat met {_TITLES[chat]}"
        text = _export(random.Random(f"{seed}:chat:{chat}"), chat, [day[1:] for day in days])
        if chat == "ploeg":
            found[f"{title}.zip"] = archive.pack({f"{title}.txt": text})
        else:
            found[f"{title}.txt"] = text
    return found


def _export(rng: random.Random, chat: str, days: list[tuple[str, ...]]) -> bytes:
    first = dt.datetime.fromisoformat(days[0][0])
    notices = (_ENCRYPTED, *(_MADE if chat == "ploeg" else ()))
    lines = [_line(first, notice) for notice in notices]
    for at, *messages in days:
        moment = dt.datetime.fromisoformat(at)
        for message in messages:
            letter, _, text = message.partition(" ")
            lines.append(_line(moment, f"{_NAMES[chat][letter]}: {text}"))
            moment += dt.timedelta(seconds=rng.choice(_LOOKS))
    return "".join(f"{line}\n" for line in lines).encode()


def _line(moment: dt.datetime, text: str) -> str:
    return f"{moment:%d-%m-%Y %H:%M} - {text}"
