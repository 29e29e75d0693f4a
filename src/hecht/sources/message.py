"""One mail message: from raw bytes to an interaction; the body is read once for its tone and dies here."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from hecht.core.cleaning import clean
from hecht.core.days import MAIL_AHEAD
from hecht.core.errors import BadDateError
from hecht.core.identity import automatic, hashed
from hecht.core.model import (
    Channel,
    Interaction,
    Judge,
    LeftOut,
    Owner,
    Participant,
    Role,
    Sighting,
    Tone,
    Unreadable,
)
from hecht.core.quoting import own_text
from hecht.core.topics import clean_title
from hecht.sources.body import text_of
from hecht.sources.headers import addresses, decoded, fields, sent_at, split, words

CROWD = 100
"""Mail to more people than this is an announcement, not contact."""

_BULK = (b"list-id", b"list-unsubscribe", b"list-post", b"x-mailing-list", b"mailing-list")
_MARKS = frozenset(
    (
        *_BULK,
        b"precedence",
        b"auto-submitted",
        b"return-path",
        b"x-autoreply",
        b"x-gmail-labels",
        b"x-spam-flag",
        b"x-mozilla-status",
        b"x-mozilla-draft-info",
    )
)
"""Fields without which a message is neither list mail, spam, draft nor (but for its sender) automatic."""
_PRECEDENCE = frozenset((b"bulk", b"list", b"junk"))
_SPAM = frozenset(("spam", "trash", "prullenbak", "ongewenst", "ongewenste e-mail", "junk", "verwijderd"))
_SENT = frozenset(("sent", "verzonden"))
_DRAFT = frozenset(("draft", "drafts", "concept", "concepten"))
_LIST_ID = re.compile(r"<([^<>\s]{1,200})>\s*$")
_POST = re.compile(r"<mailto:([^<>\s?]{3,254})", re.IGNORECASE)
_ID = re.compile(rb"<([^<>\s]{1,998})>")
_AUTHENTICATION = re.compile(rb"dmarc\s*=\s*fail\b")


_UNJUDGED = Tone(None, 0, 0, 0, "", 0)


class Message:
    """Reads messages of one file; equal messages without a Message-ID are numbered.

    `judge` judges own text; without it only headers are read. Mail with an `unwanted` label is out of scope.
    """

    def __init__(self, judge: Judge | None, unwanted: frozenset[str] = frozenset()) -> None:
        """Begin a file."""
        self._judge = judge
        self._unwanted = unwanted
        self._equal: Counter[int] = Counter()
        self.delivered: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()

    def read(  # noqa: PLR0911 - each reason to leave a message out is one return
        self, raw: bytes, offset: int, now: int
    ) -> Interaction | LeftOut | Unreadable:
        """Read one message; what cannot be read is given as Unreadable with the offset, never raised."""
        block, begin = split(raw)
        found = fields(block)
        if not found:
            return Unreadable(offset, "no mail headers")
        senders = addresses(_first(found, b"from")) or addresses(_first(found, b"sender"))
        reason = _left_out(found, senders)
        if reason != "spam":
            self._note_delivery(found)
        if senders and not reason and b"x-gmail-labels" in found and _labels(found) & _SENT:
            self.sent[senders[0][0]] += 1
        if self._unwanted and b"x-gmail-labels" in found and _labels(found) & self._unwanted:
            return LeftOut("scope")
        if reason:
            return LeftOut(reason, _sighting(found, senders, now) if reason == "list" else None)
        if not senders:
            return Unreadable(offset, "no usable sender address")
        try:
            seconds = sent_at(_first(found, b"date"))
        except BadDateError as error:
            return Unreadable(offset, f"no usable date: {error.detail}")
        if not 0 <= seconds <= now + MAIL_AHEAD:
            return Unreadable(offset, "dated before 1970 or more than two days ahead")
        people, recipients = _participants(found, senders[0])
        if not recipients:
            return LeftOut("no_people")
        if recipients > CROWD:
            return LeftOut("list")
        title = _title(_first(found, b"subject"))
        tone = self._tone(raw, begin, found, title)
        reply = _reply_to(found)
        return Interaction(
            key=self._key(found, senders[0][0], seconds, people, title),
            seconds=seconds,
            channel=Channel.MAIL,
            participants=people,
            recipients=recipients,
            thread=_thread(found, reply),
            reply_to=_id_number(reply),
            title=title,
            relation=tone.relation,
            friction=tone.friction,
            asks=tone.asks,
            words=tone.words,
            language=tone.language,
            tone_version=tone.version,
            suspect=_forged(found),
            sequence=tone.words,
            stamp=tone.version,
        )

    def owners(self) -> Iterator[Owner]:
        """Give whom mail was delivered to, and who sent what is labelled as sent."""
        for how, counts in (("delivered", self.delivered), ("labelled", self.sent)):
            for identifier, count in counts.most_common():
                yield Owner(identifier, how, count)

    def _note_delivery(self, found: dict[bytes, list[bytes]]) -> None:
        for identifier, _ in addresses(_first(found, b"delivered-to"))[:1]:
            self.delivered[identifier] += 1

    def _key(
        self, found: dict[bytes, list[bytes]], sender: str, seconds: int, people: tuple[Participant, ...], title: str
    ) -> int:
        message_id = _ID.search(_first(found, b"message-id"))
        if message_id:
            forged = "forged" if _forged(found) else ""  # must never take the place of the real one
            return hashed("mail", decoded(message_id[1]), sender, forged)
        facts = hashed("mail", str(seconds), title, *(person.identifier for person in people))
        self._equal[facts] += 1
        return hashed("mail", str(facts), str(self._equal[facts] - 1))

    def _tone(self, raw: bytes, begin: int, found: dict[bytes, list[bytes]], title: str) -> Tone:
        if self._judge is None:
            return _UNJUDGED
        text = text_of(raw, begin, found)
        return self._judge(own_text(text) if text else "", title)


def _first(found: dict[bytes, list[bytes]], name: bytes) -> bytes:
    return found[name][0] if name in found else b""


def _left_out(found: dict[bytes, list[bytes]], senders: tuple[tuple[str, str], ...]) -> str:
    """Give why a message is no personal mail, or nothing."""
    report = b"multipart/report" in _first(found, b"content-type").lower()
    if not report and found.keys().isdisjoint(_MARKS):
        return "automatic" if senders and automatic(senders[0][0]) else ""
    labels = _labels(found)
    if labels & _DRAFT or b"x-mozilla-draft-info" in found:
        return "draft"
    if labels & _SPAM or _first(found, b"x-spam-flag").strip().lower() == b"yes" or _thrown_away(found):
        return "spam"
    precedence = _first(found, b"precedence").strip().lower()
    if precedence in _PRECEDENCE or any(name in found for name in _BULK):
        return "list"
    automatic_mail = _first(found, b"auto-submitted").strip().lower() not in (b"", b"no")
    bounce = (
        _first(found, b"return-path").strip() == b"<>" or b"multipart/report" in _first(found, b"content-type").lower()
    )
    if (
        automatic_mail
        or bounce
        or precedence == b"auto_reply"
        or b"x-autoreply" in found
        or (senders and automatic(senders[0][0]))
    ):
        return "automatic"
    return ""


def _forged(found: dict[bytes, list[bytes]]) -> bool:
    """Say whether the receiving server could not confirm the sender."""
    return bool(_AUTHENTICATION.search(_first(found, b"authentication-results").lower()))


def _labels(found: dict[bytes, list[bytes]]) -> set[str]:
    text = words(decoded(_first(found, b"x-gmail-labels")))
    return {label.strip().strip('"').lower() for label in text.split(",")}


def _thrown_away(found: dict[bytes, list[bytes]]) -> bool:
    """Say whether Thunderbird marked the message as deleted (bit 8 of X-Mozilla-Status)."""
    try:
        return bool(int(_first(found, b"x-mozilla-status").strip() or b"0", 16) & 8)
    except ValueError:
        return False


def _sighting(found: dict[bytes, list[bytes]], senders: tuple[tuple[str, str], ...], now: int) -> Sighting | None:
    """Give who was seen on a discussion list; a newsletter, to which nobody can write, is no place."""
    name = _LIST_ID.search(decoded(_first(found, b"list-id")))
    post = _POST.search(decoded(_first(found, b"list-post")))
    if not name or not post or not senders or automatic(senders[0][0]):
        return None
    try:
        seconds = sent_at(_first(found, b"date"))
    except BadDateError:
        return None
    address = addresses(post[1].encode())
    if not address or not 0 <= seconds <= now + MAIL_AHEAD:
        return None
    return Sighting(clean(name[1].lower(), 200), senders[0][0], seconds, senders[0][1], address[0][0])


def _participants(found: dict[bytes, list[bytes]], sender: tuple[str, str]) -> tuple[tuple[Participant, ...], int]:
    people = {sender[0]: Participant(sender[0], Role.SENDER, sender[1])}
    for field, role in ((b"to", Role.TO), (b"cc", Role.CC)):
        for value in found.get(field, ()):
            for identifier, name in addresses(value):
                if identifier not in people and not automatic(identifier):
                    people[identifier] = Participant(identifier, role, name)
    return tuple(people.values()), len(people) - 1


def _reply_to(found: dict[bytes, list[bytes]]) -> bytes:
    """Give the id of the message that this one answers: In-Reply-To, else the last of References."""
    answered = _ID.search(_first(found, b"in-reply-to"))
    if answered:
        return answered[1]
    references = _ID.findall(_first(found, b"references"))
    return references[-1] if references else b""


def _thread(found: dict[bytes, list[bytes]], reply: bytes) -> int:
    """Give the number of the conversation: the first of References, else what is answered, else the message itself."""
    references = _ID.search(_first(found, b"references"))
    own = _ID.search(_first(found, b"message-id"))
    root = references[1] if references else reply or (own[1] if own else b"")
    return _id_number(root)


@lru_cache(maxsize=32_768)
def _id_number(message_id: bytes) -> int:
    """Give the number of a Message-ID, 0 for none; threads ask for the same one again and again."""
    return hashed("id", decoded(message_id)) if message_id else 0


@lru_cache(maxsize=16_384)
def _title(subject: bytes) -> str:
    return clean(clean_title(words(decoded(subject))))
