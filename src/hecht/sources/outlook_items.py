"""One item of Outlook, whichever file it came from: a mail, a meeting, a card, or something that is left out."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from io import BytesIO

from hecht.core.cleaning import clean
from hecht.core.days import MEETING_AHEAD
from hecht.core.errors import BadIdentifierError
from hecht.core.identity import automatic, hashed, tel
from hecht.core.model import (
    OWNER,
    Answer,
    Card,
    Channel,
    Interaction,
    Item,
    LeftOut,
    Participant,
    Role,
    Status,
    Unreadable,
)
from hecht.sources import mapi
from hecht.sources.calendar import CalendarSource
from hecht.sources.events import bounded
from hecht.sources.mapi import ADDRESS, APPOINTMENT, MEETING, Entry, Value
from hecht.sources.message import Message
from hecht.sources.outlook_recurrence import as_calendar, repeated, zone_name

_NUMBERS = (0x3A08, 0x3A1B, 0x3A09, 0x3A2F, 0x3A1C, 0x3A1F, 0x3A1A)
_SHORTEST_NUMBER = 7
_ANSWERS = {1: Answer.ACCEPTED, 2: Answer.TENTATIVE, 3: Answer.ACCEPTED, 4: Answer.DECLINED}
"""By the number that Outlook keeps; 1 is the organiser."""
_NO_MAIL = ("ipm.note.microsoft.", "ipm.note.mobile.")
"""What Outlook keeps of chats, missed calls and text messages."""
_ORGANISED = 1
_ORGANISER_FLAG = 2
_RESOURCE = 3
_CANCELLED = 4
_FOREIGN = b"vCal-Uid\x01\x00\x00\x00"
"""Before the UID of a meeting that another program made."""


def item_of(entry: Entry, reader: Message, offset: int, now: int, own: AbstractSet[str] = frozenset()) -> Item:
    """Read one item; what cannot be read is given as Unreadable with the offset, never raised.

    Args:
        entry: the item.
        reader: reads the mails of the file.
        offset: where the item stands, for messages.
        now: unix seconds of the import.
        own: identifiers of whom the file belongs to, as far as it is known.
    """
    kind = entry.kind()
    try:
        if mapi.automatic(entry):
            return LeftOut("automatic")
        if kind == "ipm.note" or (kind.startswith("ipm.note.") and not kind.startswith(_NO_MAIL)):
            if mapi.number_in(entry.values, mapi.FLAGS) & mapi.UNSENT:
                return LeftOut("draft")
            return reader.read(mapi.raw_mail(entry), offset, now)
        if kind == "ipm.appointment" or kind.startswith("ipm.appointment."):
            return _meeting(entry, offset, now, own)
        if kind == "ipm.contact" or kind.startswith("ipm.contact."):
            return _card(entry)
    except (ValueError, RecursionError, OverflowError) as error:
        return Unreadable(offset, type(error).__name__)
    return LeftOut("template")


def items_of(
    entry: Entry, reader: Message, offset: int, now: int, own: AbstractSet[str], zone: tzinfo
) -> Iterator[Item]:
    """Read one item, of which a meeting that repeats gives every occurrence; whole days are read as in `zone`."""
    blob = entry.named.get((APPOINTMENT, 0x8216))
    if not entry.kind().startswith("ipm.appointment") or not isinstance(blob, bytes):
        yield item_of(entry, reader, offset, now, own)
        return
    people = _people(entry, own)
    if len(people) < 2:  # noqa: PLR2004 - oneself
        yield LeftOut("alone")
        return
    try:
        found = list(CalendarSource(zone).extract(BytesIO(_as_calendar(entry, blob)), now))
    except (ValueError, OverflowError) as error:
        yield Unreadable(offset, str(error))
        return
    for item in found:
        if isinstance(item, Interaction):
            held = item.status if not _number(entry.named.get((APPOINTMENT, 0x8217))) & _CANCELLED else Status.CANCELLED
            yield replace(
                item,
                participants=people,
                recipients=sum(person.answer is not Answer.DECLINED for person in people[1:]),
                title=clean(entry.subject()),
                status=held,
            )
        else:
            yield Unreadable(offset, item.cause) if isinstance(item, Unreadable) else item


def _as_calendar(entry: Entry, blob: bytes) -> bytes:
    named = entry.named
    definition, rules = named.get((APPOINTMENT, 0x8260)), named.get((APPOINTMENT, 0x8233))
    changed = mapi.number_in(entry.values, mapi.CHANGED)
    stamp = f"{datetime.fromtimestamp(changed, UTC):%Y%m%dT%H%M%SZ}" if changed > 0 else ""
    return as_calendar(
        repeated(blob),
        _uid(named.get((MEETING, 0x0023)) or named.get((MEETING, 0x0003))) or f"{hashed('outlook', blob.hex()):x}",
        zone_name(definition) if isinstance(definition, bytes) else "",
        rules if isinstance(rules, bytes) else b"",
        (max(0, _number(named.get((APPOINTMENT, 0x8201)))), stamp),
        whole_day=bool(_number(named.get((APPOINTMENT, 0x8215)))),
    )


def _card(entry: Entry) -> Item:
    values = entry.values
    pairs = (((ADDRESS, first), (ADDRESS, first + 1)) for first in (0x8083, 0x8093, 0x80A3))
    found = [
        mapi.address({at: entry.named[one] for at, one in enumerate(pair) if one in entry.named}, (0, 1))
        for pair in pairs
    ]
    for tag in _NUMBERS:
        number = mapi.text_in(values, tag)
        if sum(letter.isalnum() for letter in number) >= _SHORTEST_NUMBER:
            try:
                found.append(tel(number))
            except BadIdentifierError:
                continue
    identifiers = tuple(dict.fromkeys(identifier for identifier in found if identifier))
    if not identifiers:
        return LeftOut("no_people")
    organisation = clean(mapi.text_in(values, 0x3A16))
    parts = clean(" ".join(mapi.text_in(values, tag) for tag in (0x3A06, 0x3A44, 0x3A11)))
    whole = clean(mapi.text_in(values, 0x3001))
    name = next((name for name in (parts, whole, organisation) if name and ("@" not in name or " " in name)), "")
    return Card(identifiers, name, organisation, clean(mapi.text_in(values, 0x3A17)))


def _meeting(entry: Entry, offset: int, now: int, own: AbstractSet[str]) -> Item:
    """Give a meeting with others that does not repeat, with the key that the same meeting has in a calendar file."""
    named = entry.named
    if _number(named.get((APPOINTMENT, 0x8223))):
        return LeftOut("template")  # it repeats, but when is not said
    start = _number(named.get((APPOINTMENT, 0x820D))) or mapi.number_in(entry.values, 0x0060)
    end = _number(named.get((APPOINTMENT, 0x820E))) or mapi.number_in(entry.values, 0x0061)
    people = _people(entry, own)
    note = (
        _number(named.get((APPOINTMENT, 0x8215))) and named.get((APPOINTMENT, 0x8205)) == 0
    )  # a whole day that is free
    if len(people) < 2 or note:  # noqa: PLR2004 - oneself
        return LeftOut("alone")
    if start <= 0:
        return Unreadable(offset, "it has no start, or one before 1970")
    if start > now + MEETING_AHEAD:
        return LeftOut("scope")
    uid = _uid(named.get((MEETING, 0x0023)) or named.get((MEETING, 0x0003)))
    facts = (str(start), *sorted(one.identifier for one in people))
    return Interaction(
        key=hashed("event", uid, "") if uid else hashed("event", "outlook", *facts),
        seconds=start,
        channel=Channel.MEETING,
        participants=people,
        recipients=sum(person.answer is not Answer.DECLINED for person in people[1:]),
        thread=hashed("uid", uid) if uid else 0,
        status=Status.CANCELLED if _number(named.get((APPOINTMENT, 0x8217))) & _CANCELLED else Status.HELD,
        duration=bounded(end - start),
        title=clean(entry.subject()),
        sequence=max(0, _number(named.get((APPOINTMENT, 0x8201)))),
        stamp=max(0, mapi.number_in(entry.values, mapi.CHANGED)),
    )


def _people(entry: Entry, own: AbstractSet[str]) -> tuple[Participant, ...]:
    """Give the organiser first and everybody who was asked to come; the owner's own answer is that of the item."""
    answer = _number(entry.named.get((APPOINTMENT, 0x8218)))
    mine = _ANSWERS.get(answer, Answer.NONE)
    own = own | {address for tag in mapi.RECEIVER if (address := mapi.address(entry.values, (tag,)))}
    people: dict[str, Participant] = {}
    organiser = mapi.address(entry.values, mapi.SENDER)
    if organiser and not automatic(organiser):
        people[organiser] = Participant(organiser, Role.ORGANISER, clean(mapi.text_in(entry.values, *mapi.SENDER_NAME)))
    elif answer == _ORGANISED or not entry.recipients:
        people[OWNER] = Participant(OWNER, Role.ORGANISER)
    for row in entry.recipients:
        who = mapi.address(row, mapi.RECIPIENT)
        if not who or automatic(who) or mapi.number_in(row, mapi.ROLE) & 0xF == _RESOURCE:
            continue
        organises = mapi.number_in(row, 0x5FFD) & _ORGANISER_FLAG and not any(
            one.role is Role.ORGANISER for one in people.values()
        )
        role = Role.ORGANISER if organises else Role.ATTENDEE
        said = mine if who in own else _ANSWERS.get(mapi.number_in(row, 0x5FFF), Answer.NONE)
        people.setdefault(who, Participant(who, role, _name(row), said))
    if people and not own & people.keys() and OWNER not in people and own:
        people[OWNER] = Participant(OWNER, Role.ATTENDEE, "", mine)  # asked by way of a group
    return tuple(sorted(people.values(), key=lambda one: one.role is not Role.ORGANISER))


def _name(row: mapi.Values) -> str:
    name = clean(mapi.text_in(row, *mapi.RECIPIENT_NAME), 120)
    return "" if "@" in name and " " not in name else name


def _uid(value: Value | None) -> str:
    """Give the UID that a meeting has in calendar files, from what Outlook calls its global id."""
    if not isinstance(value, bytes) or not value:
        return ""
    _, foreign, uid = value.partition(_FOREIGN)
    return uid.rstrip(b"\0").decode("utf-8", "replace") if foreign else value.hex().upper()


def _number(value: Value | None) -> int:
    return value if isinstance(value, int) else 0
