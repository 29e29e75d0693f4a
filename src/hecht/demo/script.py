"""The mails that carry the planted facts, written out word for word."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from hecht.demo import wording
from hecht.demo.letters import Letter, Mailbox, mailbox, my_mailbox, write
from hecht.demo.world import Person, groups, me, people


@dataclass(frozen=True, slots=True)
class Scripted:
    """One mail. `sender` and `to` are keys of people, "me" for ego; `after` is a key of a mail."""

    key: str
    at: str
    sender: str
    to: str
    subject: str
    text: str
    after: str = ""
    address: str = ""


SCRIPT: tuple[Scripted, ...] = (
    Scripted(
        "anna-1",
        "2026-10-05 09:41",
        "anna.wiersma",
        "me",
        "Afvoerreeks Rietwiel",
        "De afvoerreeks van de Rietwiel is compleet tot en met september.\n\n"
        "Zaterdag met de kinderen langs het nieuwe gemaal gefietst, dat was een succes.",
    ),
    Scripted(
        "anna-2",
        "2026-10-05 11:20",
        "me",
        "anna.wiersma",
        "",
        "Dank voor de reeks, die kan zo de berekening in.\n\n"
        "Leuk dat jullie gingen kijken! Wat vond de jongste van de vistrap?\n\n"
        "Ik hoor het wel een keer bij de koffie.",
        "anna-1",
    ),
    Scripted(
        "anna-3",
        "2026-10-05 12:06",
        "anna.wiersma",
        "me",
        "",
        "Die wilde er niet meer weg. Tot gauw!",
        "anna-2",
    ),
    Scripted(
        "joris-1",
        "2026-11-03 10:12",
        "joris.hendriks",
        "me",
        "Pompgegevens De Wielen",
        "Voor het ontwerp van fase 2 mis ik nog de pompgegevens van De Wielen: het toerental, de "
        "waaierdiameter en de gemeten opvoerhoogte van pomp 1.\n\n"
        "Kun je mij die sturen, of zeggen bij wie ik moet zijn?",
    ),
    Scripted(
        "wouter-1",
        "2026-10-27 14:35",
        "me",
        "wouter.dijkstra",
        "Termijn watervergunning fase 2",
        "We willen in maart beginnen met fase 2 van De Wielen. Is de gewone termijn van acht weken "
        "volgens jou haalbaar, of moeten we met veertien rekenen?",
    ),
    Scripted(
        "thijs-1",
        "2026-09-07 09:15",
        "me",
        "thijs.verbeek",
        "Overstort Zandwijk",
        "De standen van het gemaal tijdens de bui van vorige week staan in de gedeelde map.",
    ),
    Scripted(
        "thijs-2",
        "2026-09-07 10:48",
        "thijs.verbeek",
        "me",
        "",
        "Dank je wel, precies wat ik zocht. Het is hier druk met de verhuizing van de afdeling, "
        "maar verder gaat het goed.",
        "thijs-1",
    ),
    Scripted(
        "mirjam-1",
        "2026-10-29 15:22",
        "mirjam.koster",
        "me",
        "Gunningsbrief meetploeg",
        "De gunningsbrief voor de meetploeg ligt klaar. Wil je dat de afgewezen partijen hun "
        "scores erbij krijgen, of alleen een toelichting?",
    ),
    Scripted(
        "hanneke-1",
        "2026-10-01 10:05",
        "hanneke.bos",
        "me",
        "Conditiescores gemalen",
        "De conditiescores van de oude gemalen zijn bijgewerkt. De Wielen komt uit op een vier.",
    ),
    Scripted(
        "gijs-1",
        "2026-09-08 13:10",
        "me",
        "gijs.hartman",
        "Bijpraten in het najaar",
        "Het is alweer een tijd geleden dat we elkaar spraken. Zullen we in het najaar een keer "
        "bijpraten, bij jullie op kantoor of onderweg?",
    ),
    Scripted(
        "gijs-2",
        "2026-09-29 09:02",
        "me",
        "gijs.hartman",
        "",
        "Donderdag 8 oktober ben ik in de buurt. Past een kop koffie dan?",
        "gijs-1",
    ),
    Scripted(
        "gijs-3",
        "2026-10-20 16:44",
        "me",
        "gijs.hartman",
        "Lessen uit de Hoge Vaart",
        "Wij schrijven op wat we van de Hoge Vaart hebben geleerd. Mag ik jou daar een half uur voor bellen?",
    ),
    Scripted(
        "pieter-1",
        "2026-10-20 11:31",
        "pieter.lammers",
        "me",
        "Kennismaking via de vakgroep",
        "Loes Akkerman van de vakgroep noemde jouw naam. Ik ben sinds deze zomer programmamanager "
        "bij Kromme Wiel en zoek mensen die met oude gemalen bezig zijn.",
    ),
    Scripted(
        "pieter-2",
        "2026-10-22 09:18",
        "me",
        "pieter.lammers",
        "",
        "Leuk dat je schrijft. Wij zijn halverwege de renovatie van een gemaal uit 1974, dus er is "
        "genoeg uit te wisselen. Wat speelt er bij jullie het meest?",
        "pieter-1",
    ),
    Scripted(
        "pieter-3",
        "2026-10-29 14:20",
        "pieter.lammers",
        "me",
        "",
        "Vooral de keuze tussen opknappen en nieuw bouwen, bij zes gemalen tegelijk. Ik ben nog "
        "aan het inlezen en kom er in de loop van de maand op terug.",
        "pieter-2",
    ),
    Scripted(
        "jeroen-1",
        "2026-09-15 09:27",
        "jeroen.kok",
        "me",
        "Kraan week 40",
        "De kraan staat in week 40 twee dagen op het depot. De rijplaten gaan dan mee terug.",
        address="j.kok@kadeborg.example",
    ),
    Scripted(
        "marieke-1",
        "2025-11-20 10:30",
        "marieke.jonker",
        "me",
        "Lagers gemaal Meerkerk",
        "De nieuwe lagers in gemaal Meerkerk draaien nu drie weken en de trillingen zijn gehalveerd. "
        "Ik dacht: dat wil je weten, na al ons gepuzzel.",
    ),
    Scripted(
        "marieke-2",
        "2025-11-20 13:02",
        "me",
        "marieke.jonker",
        "",
        "Wat een goed nieuws, gefeliciteerd! Dank dat je het laat weten, hier geeft dat moed.",
        "marieke-1",
    ),
    Scripted(
        "hendrik-1",
        "2025-12-02 15:11",
        "hendrik.veldman",
        "me",
        "Fundatie oude gemaal",
        "De fundatie van ons oude gemaal is nu ook onderzocht; de palen zijn goed, het frame was "
        "te slap. Het rapport zit in de bijlage.",
    ),
)

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


def letters(seed: int) -> Iterator[Letter]:
    """The scripted mails, in the order of the table."""
    rng = random.Random(f"{seed}:script")
    everybody = people()
    found: dict[str, Letter] = {}
    for line in SCRIPT:
        mine = line.sender == "me"
        other = everybody[line.to if mine else line.sender]
        after = found.get(line.after)
        found[line.key] = _letter(rng, line, other, after, mine=mine)
    yield from found.values()
    yield _femke(rng, everybody["femke.raaijmakers"])


def _letter(rng: random.Random, line: Scripted, other: Person, after: Letter | None, *, mine: bool) -> Letter:
    writer, reader = (me(), other) if mine else (other, me())
    moment = dt.datetime.fromisoformat(line.at)
    return write(
        rng,
        moment,
        writer,
        [mailbox(other) if mine else my_mailbox()],
        line.subject or (after.subject if after else ""),
        text=wording.body(
            [line.text],
            hello=wording.greeting(writer, reader, other.register, moment),
            goodbye=wording.closing(writer, reader, other.register, full=after is None),
        ),
        after=after,
        address="" if mine else line.address,
    )


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
