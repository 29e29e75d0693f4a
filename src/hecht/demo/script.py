"""The mails that carry the planted facts, written out word for word in the table `letters`."""

import datetime as dt
import random
from collections.abc import Iterator

from hecht.demo import tables, wording
from hecht.demo.letters import Letter, Mailbox, mailbox, my_mailbox, write
from hecht.demo.world import Person, groups, me, people

ALBERT = (
    "Bij ons gemaal Wielzicht uit 1974 trilt de vloer zodra pomp 1 boven de 600 toeren komt. De as "
    "is uitgelijnd en de waaier is nieuw. Herkent iemand dit, en heeft iemand tekeningen van "
    "hetzelfde type pomp?"
)

FEMKE = (
    "Na acht jaar bij Peilwerk ben ik per 1 november begonnen bij Waterschap Hoge Gronden, als "
    "projectleider gemalen. Dank voor de samenwerking, mijn nieuwe adres staat hieronder."
)
_FEMKE_TO = ("project", "sluis", "werkgroep")

AAFKE = (
    "Jürgen Scholte van Lage Beemden gaf je vraag aan mij door. Ons gemaal Kreekoog is van 1974 en de vloer trilt er "
    "al zolang ik hier werk. Vorig jaar hebben we de persleiding losgekoppeld van het frame; sindsdien is het met "
    "de helft gezakt.\n\nZal ik je de meting van voor en na laten zien? Dinsdags en donderdags ben ik op kantoor."
)


def letters(seed: int) -> Iterator[Letter]:
    """The scripted mails, in the order of the table; "me" stands for ego, ¶ between paragraphs."""
    rng = random.Random(f"{seed}:script")
    found: dict[str, Letter] = {}
    for row in tables.rows("letters"):
        found[row["key"]] = _letter(rng, row, found.get(row["after"]))
    yield from found.values()
    yield _femke(rng, people()["femke.raaijmakers"])


def reply(seed: int) -> Letter:
    """The answer of somebody who is in none of the files, to a question that a colleague passed on."""
    rng = random.Random(f"{seed}:reply")
    moment = dt.datetime.fromisoformat("2026-11-16 16:05:21")
    aafke, bridge = people()["aafke.wolthuis"], people()["jurgen.scholte"]
    text = wording.body([AAFKE], hello="Dag Marit,", goodbye=wording.closing(aafke, me(), "je", full=True))
    return write(rng, moment, aafke, [my_mailbox()], "Trillend gemaal Kreekoog", text=text, cc=[mailbox(bridge)])


def _who(key: str) -> Person:
    return me() if key == "me" else people()[key]


def _box(key: str) -> Mailbox:
    return my_mailbox() if key == "me" else mailbox(people()[key])


def _answered(key: str, after: Letter | None) -> Mailbox:
    """The address that somebody wrote from, in an answer."""
    return after.sender if after and after.sender.name == _who(key).name else _box(key)


def _letter(rng: random.Random, row: dict[str, str], after: Letter | None) -> Letter:
    writer, readers = _who(row["sender"]), row["to"].split()
    reader = _who(readers[0])
    register = (reader if writer == me() else writer).register
    moment = dt.datetime.fromisoformat(row["at"])
    several = len(readers) > 1 or (row["cc"] and after is None)
    return write(
        rng,
        moment,
        writer,
        [_answered(key, after) for key in readers],
        row["subject"] or (after.subject if after else ""),
        text=wording.body(
            row["text"].split(" ¶ "),
            hello="Beste allemaal," if several and len(row["cc"].split()) != 1 else _hello(writer, reader, moment),
            goodbye=wording.closing(writer, reader, register, full=after is None),
        ),
        cc=[_box(key) for key in row["cc"].split()],
        after=after,
        address=row["address"],
    )


def _hello(writer: Person, reader: Person, moment: dt.datetime) -> str:
    return wording.greeting(writer, reader, (reader if writer == me() else writer).register, moment)


def _femke(rng: random.Random, femke: Person) -> Letter:
    readers: list[Mailbox] = [my_mailbox()]
    readers += [mailbox(person) for key in _FEMKE_TO for person in groups()[key]]
    new = femke.other[0]
    text = wording.body(
        [FEMKE],
        hello="Beste allemaal,",
        goodbye=f"Hartelijke groet,\nFemke Raaijmakers\n{new}",
    )
    moment = dt.datetime.fromisoformat("2026-11-02 08:47:12")
    return write(rng, moment, femke, readers, "Nieuwe werkplek", text=text, address=new)
