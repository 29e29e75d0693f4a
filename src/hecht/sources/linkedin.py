"""The data that LinkedIn gives its members: Connections.csv as cards and messages.csv as days of chat."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import BinaryIO, ClassVar
from unicodedata import normalize
from urllib.parse import unquote

from hecht.core.cleaning import clean
from hecht.core.days import MAIL_AHEAD, day_of, to_date
from hecht.core.identity import hashed
from hecht.core.model import (
    Card,
    Channel,
    Cursor,
    Interaction,
    Item,
    Items,
    Judge,
    LeftOut,
    Owner,
    Participant,
    Role,
    Tone,
    Unreadable,
)
from hecht.core.quoting import LIMIT, html_text, own_text
from hecht.core.topics import clean_title
from hecht.sources.table import Row, address_in, begins_table, rows

CROWD = 100
"""A conversation of more people than this is an announcement."""

_PROFILE = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,20}\.)?linkedin\.com/(?:in|pub)/([^/?#\s]{1,300})", re.IGNORECASE)
_UNUSABLE = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd,;<>\"]")
_SPAM = frozenset(("spam", "trash"))
_ADVERTISED = frozenset(("sponsored conversation", "linkedin offer"))
_HTML = re.compile(r"</?(?:p|br|div|span)\b", re.IGNORECASE)
_COMMON = 2
"""In this many conversations the one who takes part in all of them is the owner."""
_UNJUDGED = Tone(None, 0, 0, 0, "", 0)


def _connections(names: frozenset[str]) -> bool:
    return {"first name", "last name", "connected on"} <= names


def _messages(names: frozenset[str]) -> bool:
    return {"conversation id", "from", "sender profile url", "date"} <= names


def _either(names: frozenset[str]) -> bool:
    return _connections(names) or _messages(names)


def profile(url: str) -> str:
    """Give the identifier of a public profile (`linkedin:jan-de-wit`), or nothing."""
    found = _PROFILE.match(url.strip())
    if not found:
        return ""
    slug = normalize("NFC", unquote(found[1])).lower()
    return "" if not slug or _UNUSABLE.search(slug) else f"linkedin:{slug}"


@dataclass(slots=True)
class _Day:
    """One day of one conversation, while it is read."""

    seconds: int
    people: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    held: int = 0
    messages: int = 0
    title: str = ""
    tone: Tone | None = None

    def take(self, row: Row, seconds: int) -> None:
        """Add a message."""
        self.seconds = min(self.seconds, seconds)
        self.messages += 1
        for identifier, name in _people(row):
            self.people[identifier] = self.people.get(identifier) or name
        self.title = self.title or clean(clean_title(row.first("subject")))
        text = row.first("content")[: LIMIT - self.held] if self.tone is None else ""
        if text:
            self.texts.append(html_text(text) if _HTML.search(text) else text)
            self.held += len(text)

    def judged(self, judge: Judge) -> None:
        """Judge the texts of the day and forget them."""
        if self.texts:
            texts, self.texts = self.texts, []
            self.tone = judge("\n".join(own_text(text) for text in texts), self.title)


class LinkedInSource:
    """Reads connections and messages; the date of a connection is no contact."""

    name: ClassVar[str] = "linkedin"

    def __init__(self, judge: Judge, zone: tzinfo = UTC) -> None:
        """Keep the judge of tone, and the zone in which a day of chat begins and ends."""
        self._judge = judge
        self._zone = zone

    def identify(self, head: bytes, name: str) -> bool:
        """Recognise the header row of either table, below a note or not."""
        del name
        return begins_table(head, _either)

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield a card a connection, or a day of chat a conversation; and whose conversations they are."""
        del cursor
        days: dict[tuple[str, int], _Day] = {}
        unjudged: dict[int, _Day] = {}
        read = ""
        for row in rows(opened, _either):
            if isinstance(row, Unreadable):
                yield row
            elif "connected on" in row.cells:
                yield _card(row)
            elif left := _left(row):
                yield left
            elif (seconds := _seconds(row.first("date"), now)) is None:
                yield Unreadable(row.line, "no usable date")
            else:
                conversation = row.first("conversation id")
                if conversation != read:  # its texts need not be held any longer
                    self._judge_all(unjudged)
                    read = conversation
                day = day_of(seconds, self._zone)
                unjudged[day] = days.setdefault((conversation, day), _Day(seconds))
                unjudged[day].take(row, seconds)
        self._judge_all(unjudged)
        for (conversation, day), one in days.items():
            yield _interaction(conversation, day, one)
        yield from _owner(days)

    def _judge_all(self, days: dict[int, _Day]) -> None:
        for day in days.values():
            day.judged(self._judge)
        days.clear()


def _card(row: Row) -> Item:
    found = (profile(row.first("url")), address_in(row.first("email address")))
    identifiers = tuple(identifier for identifier in found if identifier)
    if not identifiers:
        return LeftOut("no_people")
    name = clean(f"{row.first('first name')} {row.first('last name')}")
    return Card(identifiers, name, clean(row.first("company")), clean(row.first("position")))


def _left(row: Row) -> LeftOut | None:
    if any(row.first(column).lower() in ("yes", "true") for column in row.cells if column.endswith(" draft")):
        return LeftOut("draft")
    folder = row.first("folder").lower()
    if folder in _SPAM or folder in ("draft", "drafts"):
        return LeftOut("spam" if folder in _SPAM else "draft")
    if row.first("conversation title").lower() in _ADVERTISED or row.first("from").lower() in _ADVERTISED:
        return LeftOut("list")
    return LeftOut("no_people") if len(_people(row)) < _COMMON else None


def _people(row: Row) -> tuple[tuple[str, str], ...]:
    """Give (identifier, name) of the sender and the recipients; of a member who left LinkedIn there is no profile."""
    urls = re.split(r"[,;\s]+", row.first("recipient profile urls"))[: CROWD + 2]
    names = row.first("to").split(",") if len(urls) > 1 else [row.first("to")]
    named = names if len(names) == len(urls) else [""] * len(urls)
    pairs = ((row.first("sender profile url"), row.first("from")), *zip(urls, named, strict=True))
    found: dict[str, str] = {}
    for url, name in pairs:
        identifier = profile(url)
        if identifier and not found.get(identifier):
            found[identifier] = clean(name, 120)
    return tuple(found.items())


def _seconds(text: str, now: int) -> int | None:
    """Read `2026-01-31 13:45:10 UTC`; None when it is no time, before 1970 or more than two days ahead."""
    try:
        moment = datetime.fromisoformat(text.removesuffix("UTC").strip())
        seconds = int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
    return seconds if 0 <= seconds <= now + MAIL_AHEAD else None


def _interaction(conversation: str, day: int, one: _Day) -> Item:
    if len(one.people) > CROWD:
        return LeftOut("list")
    tone = one.tone or _UNJUDGED
    return Interaction(
        key=hashed("chat", "linkedin", conversation, to_date(day).isoformat()),
        seconds=one.seconds,
        channel=Channel.CHAT,
        participants=tuple(Participant(who, Role.MEMBER, name) for who, name in one.people.items()),
        recipients=len(one.people) - 1,
        thread=hashed("chat thread", "linkedin", conversation),
        title=one.title,
        relation=tone.relation,
        friction=tone.friction,
        language=tone.language,
        tone_version=tone.version,
        sequence=one.messages,
    )


def _owner(days: dict[tuple[str, int], _Day]) -> Items:
    """Yield whose file it is: the one person who takes part in every conversation, when there are several."""
    met: defaultdict[str, set[str]] = defaultdict(set)
    messages: Counter[str] = Counter()
    for (conversation, _), day in days.items():
        for who in day.people:
            met[who].add(conversation)
            messages[who] += day.messages
    conversations = {conversation for conversation, _ in days}
    everywhere = [who for who, which in met.items() if len(which) == len(conversations)]
    if len(conversations) >= _COMMON and len(everywhere) == 1:
        yield Owner(everywhere[0], "sent", messages[everywhere[0]])
