"""Turns a phrase into a mail that a colleague would write: greeting, text, closing, signature."""

import datetime as dt
import random

from hecht.demo import phrases
from hecht.demo.letters import TELEPHONE, program
from hecht.demo.world import Person, me, organisations

_GREETINGS = ("Hoi", "Ha", "Dag", "Hallo", "Beste", "Goedemorgen", "Dag", "Hoi")
_CLOSINGS = (
    "Groet,",
    "Groeten,",
    "Hartelijke groet,",
    "Met vriendelijke groet,",
    "Groet en tot snel,",
    "Vriendelijke groet,",
)
_PRIVATE_CLOSINGS = ("Liefs,", "Kus,", "Groetjes,", "Dikke kus,")
_ENGLISH_CLOSINGS = ("Best regards,", "Kind regards,", "All the best,")
_PHONE_LINES = ("Verstuurd vanaf mijn telefoon", "Verzonden vanaf mijn mobiel")


def surname(name: str) -> str:
    """The surname as it follows mevrouw or heer, its prefix with a capital."""
    rest = name.split()[1:]
    return " ".join([rest[0].capitalize() if rest[0].islower() else rest[0], *rest[1:]])


def _polite(person: Person) -> str:
    if person.register == "u-o":
        return "Beste familie" if person.name.startswith("Familie") else "Geachte heer, mevrouw"
    title = "mevrouw" if person.register == "u-v" else "heer"
    return f"Geachte {title} {surname(person.name)}"


def _daytime(moment: dt.datetime) -> str:
    times = ((12, "Goedemorgen"), (18, "Goedemiddag"), (24, "Goedenavond"))
    return next(word for end, word in times if moment.hour < end)


def greeting(writer: Person, reader: Person, register: str, moment: dt.datetime) -> str:
    """The first line, as this writer always greets this reader."""
    if register == "en":
        return f"{('Hi', 'Dear', 'Hello')[writer.habit(reader.address, 3)]} {reader.first_name},"
    if register.startswith("u"):
        if reader == me():
            return "Geachte mevrouw Hoekstra,"
        if reader.name.startswith("Familie"):
            return f"Beste {reader.name[0].lower()}{reader.name[1:]},"
        return f"{_polite(reader)},"
    word = _GREETINGS[writer.habit(f"greeting {reader.address}", len(_GREETINGS))]
    if reader.private or writer.private:
        word = ("Hoi", "Ha", "Lieve")[writer.habit(reader.address, 2 if writer.habit("", 2) else 3)]
    if word == "Goedemorgen":
        word = _daytime(moment)
    return f"{word} {reader.first_name},"


def closing(writer: Person, reader: Person, register: str, *, full: bool) -> str:
    """The last lines. `full` adds surname, role and telephone, as in a first mail."""
    office = organisations()[writer.organisation]
    if register == "en":
        words = _ENGLISH_CLOSINGS[writer.habit("closing", 3)]
    elif register.startswith("u"):
        words = "Met vriendelijke groet,"
    elif writer.private or reader.private:
        words = _PRIVATE_CLOSINGS[writer.habit(f"closing {reader.address}", 4)]
        if "roei" in writer.address + reader.address:
            words = "Sportieve groet,"
    else:
        words = _CLOSINGS[writer.habit(f"closing {reader.address}", len(_CLOSINGS))]
    name = writer.name if register.startswith("u") else writer.first_name
    if not full or writer.private or reader.private or not office.name:
        return f"{words}\n{name}"
    number = f"T +31 88 000 {writer.habit('phone', 90) + 10:02d} {writer.habit('ext', 90) + 10:02d}"
    if office.key == "skovlund":
        number = number.replace("+31 88 000", "+45 00 00")
    elif office.key == "harrowmere":
        number = f"T +44 1632 960{writer.habit('phone', 900) + 100}"
    card = f"{writer.name}\n{writer.role.capitalize()}\n{office.name} | {office.place}\n{number}"
    if writer.habit("signature", 2):
        return f"{words}\n{name}\n\n-- \n{card}"
    return f"{words}\n\n{card}"


def afterthought(writer: Person, rng: random.Random) -> str:
    """The line that a telephone adds."""
    return f"\n\n{rng.choice(_PHONE_LINES)}" if program(writer) == TELEPHONE else ""


def say(text: str, register: str, slots: dict[str, str]) -> str:
    """The phrase with its slots filled, in the register of the two people."""
    text = phrases.formal(text) if register.startswith("u") else text
    if register == "je":
        text = phrases.familiar(text)
    return text.format_map(slots)


def body(
    paragraphs: list[str],
    *,
    hello: str = "",
    goodbye: str = "",
) -> str:
    """Paragraphs with a blank line between, greeting above and closing below."""
    return "\n\n".join(part for part in (hello, *paragraphs, goodbye) if part) + "\n"
