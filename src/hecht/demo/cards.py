"""Writes the address book: vCards in versions 3.0 and 4.0, and a few old ones in 2.1."""

import quopri

from hecht.demo.ics import fold
from hecht.demo.world import Person, organisations, people

# The organisation on a card where it is newer than the one in the mail.
_MOVED = {"femke.raaijmakers": "gronden"}


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _names(person: Person) -> tuple[str, str, str]:
    first, *rest = person.name.split()
    prefix = " ".join(word for word in rest if word[0].islower())
    family = " ".join(word for word in rest if not word[0].islower())
    return family, first, prefix


def _phones(person: Person) -> tuple[str, str]:
    """An office and a mobile number, in ranges that nobody has."""
    office = f"+31 88 000 {person.habit('phone', 90) + 10} {person.habit('ext', 90) + 10}"
    return office, f"+31 6 0000 {person.habit('mobile', 9000) + 1000}"


def _modern(person: Person) -> list[str]:
    family, first, prefix = _names(person)
    office = organisations()[_MOVED.get(person.key, person.organisation)]
    given = f"{first} {prefix}".strip() if person.card == "3.0" else first
    mails = [(_kind(person, "work"), person.address)]
    domain = person.address.partition("@")[2]
    mails += [(_kind(person, "work" if other.endswith(domain) else "home"), other) for other in person.other]
    if office.key == "prive" or person.other[:1] == (f"{person.key}@hogegronden.example",):
        mails.reverse()
    work, mobile = _phones(person)
    if person.card == "4.0":
        phones = [f"TEL;VALUE=uri;TYPE=cell:tel:{mobile.replace(' ', '')}"]
        if office.name:
            phones.insert(0, f"TEL;VALUE=uri;TYPE=work:tel:{work.replace(' ', '')}")
        family = f"{prefix} {family}".strip()
    else:
        phones = [f"TEL;TYPE=CELL:{mobile}"]
        if office.name:
            phones.insert(0, f"TEL;TYPE=WORK,VOICE:{work}")
    return [
        "BEGIN:VCARD",
        f"VERSION:{person.card}",
        f"FN:{_escape(person.name)}",
        f"N:{_escape(family)};{_escape(given)};;;",
        *([f"ORG:{_escape(office.name)}", f"TITLE:{_escape(person.role)}"] if office.name else []),
        *[f"EMAIL;{where}:{mail}" for where, mail in mails],
        *phones,
        *([f"ADR;{_kind(person, 'work')}:;;;{_escape(office.place)};;;Nederland"] if office.name else []),
        f"NOTE:Staat sinds de overgang naar het nieuwe adresboek in de groep {_escape(office.name) or 'privé'}.",
        f"UID:urn:uuid:00000000-0000-4000-8000-{person.habit('uid', 10**9):012d}",
        "END:VCARD",
    ]


def _kind(person: Person, word: str) -> str:
    return f"TYPE={word.upper() if person.card == '3.0' else word}"


def _old(person: Person) -> bytes:
    family, first, prefix = _names(person)
    office = organisations()[person.organisation]
    work, mobile = _phones(person)
    coding = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"

    def printable(text: str) -> str:
        return quopri.encodestring(text.encode(), quotetabs=False).decode().replace("\n", "\r\n")

    lines = [
        "BEGIN:VCARD",
        "VERSION:2.1",
        f"N{coding}{printable(f'{prefix} {family}'.strip())};{printable(first)};;;",
        f"FN{coding}{printable(person.name)}",
        f"ORG{coding}{printable(office.name)}",
        f"TITLE{coding}{printable(person.role)}",
        f"EMAIL;PREF;INTERNET:{person.address}",
        f"TEL;WORK;VOICE:{work}",
        f"TEL;CELL:{mobile}",
        f"NOTE{coding}{printable('Bereikbaar vóór negen uur; vraag naar de één of de ander.')}=",
        "=0D=0AOok in het weekend.",
        "END:VCARD",
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def address_book() -> bytes:
    """The bytes of the address book."""
    cards = []
    for person in people().values():
        if person.card == "2.1":
            cards.append(_old(person))
        elif person.card != "-":
            cards.extend(fold(line) for line in _modern(person))
    return b"".join(cards)
