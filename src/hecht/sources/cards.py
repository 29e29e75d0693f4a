"""vCards 2.1, 3.0 and 4.0 as cards."""

import re
from typing import BinaryIO, ClassVar

from hecht.core.errors import BadIdentifierError
from hecht.core.identity import tel
from hecht.core.model import Card, Cursor, Item, Items, LeftOut, Unreadable
from hecht.sources.contentlines import (
    Line,
    address_of,
    begins_with,
    cleaned,
    edge_of,
    fields,
    line_of,
    unescaped,
    unfolded,
)

_MOST_KEPT = 10_000
"""Of one card no more lines than this are kept."""
_EXTENSION = re.compile(r"(?:ext|tst|toestel|x)\W{0,4}\d")
_KEPT = frozenset({"FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "KIND", "VERSION"})
_KEPT |= {"X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"}
_NO_VOICE = ("FAX", "PAGER", "MODEM", "BBS")
_NO_PERSON = frozenset({"group", "org", "organization", "location", "application", "device", "company"})
_TITLES = {"dr", "drs", "mr", "mrs", "ms", "mw", "mevr", "dhr", "heer", "ir", "ing", "prof", "ds", "jhr"}
_SHORTEST_NUMBER = 7
"""A number of fewer digits is dialled within one house or country: everybody's 1233 is somebody else."""


class CardsSource:
    """Address books as vCards; notes, addresses, birthdays and pictures are never looked at."""

    name: ClassVar[str] = "vcard"

    def __init__(self, region: str = "NL") -> None:
        """Read telephone numbers without a country as dialled in `region`."""
        self.region = region

    def identify(self, head: bytes, name: str) -> bool:  # noqa: ARG002 - the content alone decides
        """Say whether the file begins with a vCard."""
        return begins_with(head, "VCARD")

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:  # noqa: ARG002
        """Yield a Card per person; an agent's card inside another (vCard 2.1) is a card of its own."""
        stack: list[tuple[int, list[Line]]] = []
        agent = False
        for offset, data in unfolded(opened):
            edge = edge_of(data)
            if edge == (True, "VCARD"):
                if stack and not agent:  # the END of the card before is missing, but its lines are whole
                    yield from (self._card(*card) for card in reversed(stack))
                    stack.clear()
                stack.append((offset, []))
            elif edge == (False, "VCARD"):
                if stack:
                    yield self._card(*stack.pop())
            elif stack and (line := line_of(data)):
                lines = stack[-1][1]
                if not lines or (line.name in _KEPT and len(lines) < _MOST_KEPT):  # the first says that it is a card
                    lines.append(line)
                agent = line.name == "AGENT" and not line.raw
                continue
            agent = False
        for start, _ in stack:
            yield Unreadable(start, "this card is cut off: its last line may be half an address")

    def _card(self, offset: int, lines: list[Line]) -> Item:
        first: dict[str, Line] = {}
        for line in lines:
            if line.raw:
                first.setdefault(line.name, line)
        if not lines:
            return Unreadable(offset, "this card holds no line that is written as one")
        kinds = {
            first[name].text().lower() for name in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS") if name in first
        }
        if kinds & _NO_PERSON:
            return LeftOut("template")
        found = (self._identifier(line) for line in lines if line.name in {"EMAIL", "TEL"})
        identifiers = tuple(dict.fromkeys(identifier for identifier in found if identifier))
        if not identifiers:
            return LeftOut("no_people")
        organisation = cleaned(fields(first["ORG"].text())[0]) if "ORG" in first else ""
        position = first.get("TITLE") or first.get("ROLE")
        return Card(
            identifiers,
            _name(first, organisation),
            organisation,
            cleaned(unescaped(position.text())) if position else "",
        )

    def _identifier(self, line: Line) -> str:
        text = unescaped(line.text())
        try:
            if line.name == "EMAIL":
                return address_of(text)
            if any(no_voice in kind for kind in line.types() for no_voice in _NO_VOICE):
                return ""
            number = text.lower().removeprefix("tel:")
            dialled = number.partition(";")[0]
            if ";ext=" in number or _EXTENSION.search(dialled):
                return ""  # without its extension this is the number of the house, and would merge all who work there
            digits = sum(letter.isalnum() for letter in dialled)
            return tel(number, self.region) if digits >= _SHORTEST_NUMBER else ""
        except BadIdentifierError:
            return ""


def _name(first: dict[str, Line], organisation: str) -> str:
    """Give the name a card is known by, skipping an address that was put in its place."""
    candidates = []
    if "FN" in first:
        candidates.append(unescaped(first["FN"].text()))
    if "N" in first:
        family, given, additional, prefix, *_ = [
            *fields(first["N"].text().replace("\\,", " ").replace(",", " ")),
            "",
            "",
            "",
            "",
        ]
        candidates.append(" ".join((given, additional, _particles(prefix), family)))
    if "NICKNAME" in first:
        candidates.append(unescaped(first["NICKNAME"].text()))
    names = (cleaned(name) for name in (*candidates, organisation))
    return next((name for name in names if name and ("@" not in name or " " in name)), "")


def _particles(prefix: str) -> str:
    """Give what belongs to the family name (van der) and not what is a title (dr., ir.)."""
    words = prefix.split()
    return " ".join(word for word in words if word == word.lower() and "." not in word and word not in _TITLES)
