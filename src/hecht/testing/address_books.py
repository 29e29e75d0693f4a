"""Made-up address books and traces of people with colliding names, of which it is known who is who."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, count
from random import Random
from typing import NamedTuple

from hecht.core.model import Card

_GIVEN = (
    "Jan Piet Henk Anna Maria Johannes Willem Kees Gerrit Peter Hans Johan Ton Rob Erik Mark Marieke Sanne Lisa Eva Sophie "
    "Emma Julia Lieke Tess Fleur Femke Anouk Ilse Karin Monique Ingrid Esther Linda Petra Wilma Ellen Marjan Tineke Hanneke "
    "Elisabeth Cornelis Hendrik Theo Frank Bas Thijs Daan Bram Sem Lucas Finn Luuk Jesse Ruben Thomas Tim Niels Jeroen Martijn "
    "Sander Maarten Wouter Arjan Dennis Richard Robert Michael Mohamed Ahmed Fatma Ayşe Yusuf Emre Zeynep Samira Youssef Hassan "
    "Wietske Sietske Froukje Douwe Sjoerd Tjitske Jelle Hylke Auke Geert Harm Roelof Berend Aaltje Jantje Zoë Chloë Renée José "
    "André René Jörg Jürgen Elżbieta Łukasz David Simon Daniel Paul Christine Caroline Charlotte Diana Simone Nicole Yvonne "
    "Marloes Annelies Annemarie Jan-Willem Jan-Peter Anne-Fleur Godelieve Sjaak Truus Koos Joke Riet Dirk Klaas Arie Leendert"
).split()
_COMMON = (
    "de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|"
    "Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|van der Linden|Kok|Jacobs|de Haan|Vermeulen|"
    "van den Heuvel|van der Veen|van den Broek|de Bruijn|de Bruin|van der Heijden|Schouten|van Beek|Willems|van Vliet|"
    "van de Ven|Hoekstra|Maas|Verhoeven|Koster|van Dam|van der Wal|Prins|Blom|Huisman|Peeters|Kuipers|van Veen|Post|Veenstra|"
    "Postma|Kramer|van den Brink|Scholten|van Wijk|Martens|Bosch|de Ruiter|Timmermans|Bouman|Groen|Gerritsen|Jonker|van Loon|"
    "ter Horst|ten Brink|in 't Veld|van 't Hof|'t Hart|op den Berg|Yılmaz|Kaya|El Idrissi|Bennani|Nguyen|Özdemir|Kowalski"
).split("|")
_HEAD = (
    "Wester Ooster Noorder Zuider Hoek Berg Veen Meer Bosch Dorp Hage Lin Els Broek Horst Molen Kerk Steen Sluis Dijk Polder "
    "Wage Zand Rie Goud Zilver Groene Lange Korte Hoge"
).split()
_TAIL = "stra sma veld man mans huis hof kamp berg laar mond dijk ma inga hout poort zicht land wijk meijer".split()
_FREE = ("gmail.com", "hotmail.com", "outlook.com", "ziggo.nl", "kpnmail.nl", "icloud.com")
_SHORT = {
    "Johannes": "Hans", "Hendrik": "Henk", "Cornelis": "Kees", "Elisabeth": "Els", "Maria": "Ria", "Willem": "Wim",
    "Thomas": "Tom", "Robert": "Rob", "Michael": "Mike", "Daniel": "Dan", "David": "Dave", "Martijn": "Tijn", "Jan": "Johan",
    "Christine": "Stien", "Caroline": "Lien", "Charlotte": "Lot", "Mohamed": "Mo", "Gerrit": "Ger", "Annemarie": "Annemiek",
    "Maarten": "Max", "Sophie": "Fie", "Richard": "Rick", "Johan": "Jo", "Petra": "Peet", "Wilma": "Willemijn",
    "Leendert": "Leen", "Roelof": "Roel", "Berend": "Ben", "Dirk": "Dick", "Jeroen": "Jero", "Ahmed": "Ah",
}  # fmt: skip
"""What people are called: some are in every list of pet names, some in none."""
_PLAIN = str.maketrans("şëéöüżŁıÖ'", "seeouzLiO ")
_FIRST_DAY, _DAYS = 18_500, 1_900


class Trace(NamedTuple):
    """What a log shows of one address or number.

    `truth` is the number of the person; `names` are those it is known under; `first` and `last` are days of use;
    `circle` holds identifiers of people it was seen with; `answered` says that somebody wrote to it or met it;
    `suspect` that it was seen in mail alone whose sender could not be trusted.
    """

    truth: int
    identifier: str
    names: tuple[str, ...]
    first: int
    last: int
    circle: frozenset[str] = frozenset()
    answered: bool = True
    suspect: bool = False


@dataclass(slots=True)
class AddressBook:
    """Cards as address books hold them, and traces.

    `owner` gives the people to whom an identifier belongs; `taken` are the addresses that somebody has.
    """

    cards: list[Card] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    owner: dict[str, set[int]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


class _Organisation(NamedTuple):
    name: str
    domain: str
    style: int
    switchboard: str


class _Person(NamedTuple):
    number: int
    given: str
    surname: str
    organisation: _Organisation
    main: str
    first: int
    last: int


def address_book(people: int, seed: int = 1) -> AddressBook:
    """Make a book of some people.

    Names are drawn as they occur in the Netherlands, so that at 20,000 people about half bear a name of somebody else.
    Three in ten have a second address or number that no card ties to the first: with a new employer, at home, a
    telephone, or another one at work; under the same name, with initials, a pet name, a slip of the pen, turned round,
    with a contracted particle, or married. One in a hundred has a forger who writes under their name. Cards hold
    switchboards, shared mailboxes and home telephones of couples.
    """
    chance = Random(seed)
    made = AddressBook()
    everyone = list(_people(people, made.taken, chance))
    by_place: dict[str, list[_Person]] = {}
    for one in everyone:
        by_place.setdefault(one.organisation.domain, []).append(one)
    telephones = count(10_000_000)
    for one in everyone:
        circle = _circle(one, everyone, by_place, chance)
        names = (_written(one.given, one.surname, chance),)
        _trace(made, Trace(one.number, one.main, names, one.first, one.last, circle))
        _cards(made, one, telephones, chance)
        if chance.random() < 0.3:
            _second(made, one, circle, everyone, by_place, telephones, chance)
        if chance.random() < 0.01:
            _forged(made, one, people, chance)
    _couples(made, everyone, telephones, chance)
    return made


def _people(people: int, taken: set[str], chance: Random) -> Iterator[_Person]:
    rare = [head + tail for head in _HEAD for tail in _TAIL] + [
        f"van {head}{tail}" for head in _HEAD for tail in _TAIL[:6]
    ]
    chance.shuffle(rare)
    surnames = _COMMON + rare
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(surnames))))
    calling = list(accumulate(1 / (rank + 8) for rank in range(len(_GIVEN))))
    places = [
        _Organisation(
            f"{head}{tail} {kind}", f"{head}{tail}{kind}.nl".lower(), chance.randrange(4), f"tel:+3130{n:07d}"
        )
        for n, (head, tail, kind) in enumerate(
            (head, tail, kind)
            for head in _HEAD
            for tail in ("waard", "schap", "tech", "zorg")
            for kind in ("BV", "Advies", "Groep")
        )
    ]
    sizes = list(accumulate(1 / (rank + 5) for rank in range(len(places))))
    for number in range(people):
        (given,), (surname,) = (
            chance.choices(_GIVEN, cum_weights=calling),
            chance.choices(surnames, cum_weights=weights),
        )
        (place,) = chance.choices(places, cum_weights=sizes)
        first = _FIRST_DAY + chance.randrange(_DAYS - 200)
        last = first + chance.randrange(60, _DAYS + _FIRST_DAY - first)
        yield _Person(
            number, given, surname, place, _address(given, surname, place.domain, place.style, taken), first, last
        )


def _address(given: str, surname: str, domain: str, style: int, taken: set[str]) -> str:
    one, other = given.translate(_PLAIN).lower(), surname.translate(_PLAIN).lower().replace(" ", "")
    local = (f"{one}.{other}", f"{one[0]}.{other}", f"{one[0]}{other}", f"{one}{other}")[style]
    address = f"mailto:{local}@{domain}"
    more = count(2)
    while address in taken:
        address = f"mailto:{local}{next(more)}@{domain}"
    taken.add(address)
    return address


def _circle(
    one: _Person, everyone: list[_Person], by_place: dict[str, list[_Person]], chance: Random
) -> frozenset[str]:
    near = by_place[one.organisation.domain]
    seen = [chance.choice(near) for _ in range(chance.randrange(2, 12))] + [
        chance.choice(everyone) for _ in range(chance.randrange(4))
    ]
    return frozenset(other.main for other in seen if other.number != one.number)


def _trace(made: AddressBook, trace: Trace) -> None:
    made.traces.append(trace)
    made.owner.setdefault(trace.identifier, set()).add(trace.truth)


def _cards(made: AddressBook, one: _Person, telephones: "count[int]", chance: Random) -> None:
    """Give two in five a card; some hold the switchboard or the shared mailbox of the firm."""
    if chance.random() > 0.4:
        return
    held = [one.main]
    if chance.random() < 0.5:
        held.append(f"tel:+316{next(telephones)}")
        made.owner[held[-1]] = {one.number}
    if chance.random() < 0.15:
        held.append(one.organisation.switchboard)
    if chance.random() < 0.05:
        held.append(f"mailto:info@{one.organisation.domain}")
    made.cards.append(Card(tuple(held), _written(one.given, one.surname, chance), one.organisation.name))


def _couples(made: AddressBook, everyone: list[_Person], telephones: "count[int]", chance: Random) -> None:
    """Put one home telephone on the cards of two people with one surname; a third writes an initial, often the same one."""
    by_surname: dict[str, list[_Person]] = {}
    for one in everyone:
        by_surname.setdefault(one.surname, []).append(one)
    for family in list(by_surname.values())[::3]:
        if len(family) > 1:
            one, other = chance.sample(family, 2)
            alike = [who for who in family if who.given[0] == one.given[0] and who.given != one.given]
            other = chance.choice(alike) if alike and chance.random() < 0.5 else other
            home = f"tel:+3120{next(telephones) % 10_000_000:07d}"
            if one.given != other.given:
                called = one.given if chance.random() < 0.7 else f"{one.given[0]}."
                made.cards.append(Card((one.main, home), f"{called} {one.surname}", ""))
                made.cards.append(Card((other.main, home), f"{other.given} {other.surname}", ""))
                made.owner[home] = {one.number, other.number}


def _second(
    made: AddressBook,
    one: _Person,
    circle: frozenset[str],
    everyone: list[_Person],
    by_place: dict[str, list[_Person]],
    telephones: "count[int]",
    chance: Random,
) -> None:
    kind = chance.choices(("employer", "home", "telephone", "work"), (35, 35, 15, 15))[0]
    name = _variant(one.given, one.surname, chance)
    first, last = one.first + chance.randrange(100), one.last - chance.randrange(50)
    near = by_place[one.organisation.domain]
    if kind == "employer":
        other = chance.choice(everyone)
        place, near = other.organisation, by_place[other.organisation.domain]
        identifier = _address(one.given, one.surname, place.domain, place.style, made.taken)
        first = min(one.last + chance.randrange(-30, 150), _FIRST_DAY + _DAYS - 40)
        last = chance.randrange(first + 1, _FIRST_DAY + _DAYS)
    elif kind == "home":
        identifier = _address(one.given, one.surname, chance.choice(_FREE), chance.randrange(4), made.taken)
    elif kind == "telephone":
        identifier = f"tel:+316{next(telephones)}"
    else:
        place = one.organisation
        identifier = _address(one.given, one.surname, place.domain, (place.style + 1) % 4, made.taken)
    kept = {who for who in circle if chance.random() < 0.25}
    seen = kept | {chance.choice(near).main for _ in range(chance.randrange(6))} - {one.main}
    answered = chance.random() < 0.8
    _trace(made, Trace(one.number, identifier, (name,), first, max(first, last), frozenset(seen), answered))


def _forged(made: AddressBook, one: _Person, people: int, chance: Random) -> None:
    """Let a stranger write once under somebody's name; the stranger is a person of their own."""
    name = f"{one.given} {one.surname}"
    identifier = f"mailto:{chance.choice(('ceo', 'office', 'x7', 'urgent'))}{one.number}@{chance.choice((*_FREE, 'mail-secure.example'))}"
    day = chance.randrange(one.first, one.last + 1)
    _trace(
        made, Trace(people + one.number, identifier, (name,), day, day, answered=False, suspect=chance.random() < 0.5)
    )


def _written(given: str, surname: str, chance: Random) -> str:
    """Give a name as somebody's own mail program writes it."""
    if chance.random() < 0.1:
        return _turned(given, surname)
    return f"{given} {surname}"


def _turned(given: str, surname: str) -> str:
    *particles, last = surname.split()
    return f"{last}, {given} {' '.join(particles)}".strip()


def _variant(given: str, surname: str, chance: Random) -> str:
    kind = chance.choices(
        ("same", "initial", "pet", "slip", "turned", "particle", "married", "first", "plain", "title"),
        (44, 14, 9, 9, 6, 4, 4, 3, 4, 3),
    )[0]
    whole = f"{given} {surname}"
    if kind == "initial":
        return chance.choice(
            (f"{given[0]}. {surname}", f"{given[0]}.{chance.choice('ABCMJ')}. {surname}", f"{given[0]} {surname}")
        )
    if kind == "pet":
        return f"{_SHORT.get(given, given[: max(3, len(given) - 2)])} {surname}"
    if kind == "slip":
        place = chance.randrange(1, len(whole))
        return chance.choice(
            (
                whole[:place] + whole[place + 1 :],
                whole[:place] + chance.choice("aeinrst") + whole[place:],
                whole[: place - 1] + whole[place : place + 1] + whole[place - 1] + whole[place + 1 :],
            )
        )
    if kind == "particle":
        short = (
            surname.replace("van den ", "v.d. ").replace("van der ", "vd ").replace("van ", "v. ").replace("'t", "t")
        )
        return f"{given} {short}"
    if kind == "married":
        other = chance.choice(_COMMON)
        return chance.choice(
            (f"{given} {surname}-{other}", f"{given} {other}-{surname}", f"{given} {other} - {surname}")
        )
    return {
        "turned": _turned(given, surname),
        "first": given,
        "plain": whole.translate(_PLAIN).lower(),
        "title": chance.choice((f"dr. {whole}", f"ir. {whole}", f"{whole} (extern)", f"{whole}, MSc")),
    }.get(kind, whole)
