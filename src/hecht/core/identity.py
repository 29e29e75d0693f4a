"""Identifiers in normal form, their keys, and which identifiers belong to one person."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import blake2b
from unicodedata import combining, normalize

from hecht.core.errors import BadIdentifierError

# what may not stand there: said so, a pattern is made in a hundredth of the time that all of Unicode takes
_ATOM = r"[^\x00-\x20\"(),.:;<>@\[\\\]\x7f]+"
_LOCAL = rf"{_ATOM}(?:\.+{_ATOM})*\.?"
_LABEL = r"[^\x00-/:-^`{-\x7f](?:[^\x00-,./:-^`{-\x7f]*[^\x00-/:-^`{-\x7f])?"
_ADDRESS = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})*")
_OBFUSCATED = re.compile(r" ?[\[(<{]? ?\bat\b ?[\])>}]? ?", re.IGNORECASE)
_DOT = re.compile(r" ?[\[(<{] ?dot ?[\])>}] ?| dot ", re.IGNORECASE)
_UNUSABLE = re.compile(
    r"[\s\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\uff20"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""White space, controls, invisible and direction marks, and the full-width @: an address with these is a trick."""
_AUTOMATIC = re.compile(
    r"(?:^|[._+-])(?:no[._-]?reply\w*|do[._-]?not[._-]?reply|niet[._-]?(?:be)?antwoorden|niet[._-]?reageren|geen[._-]?antwoord"
    r"|mailer-daemon|postmaster|notifications?|notificaties?|auto(?:matic|mated)?[._-]?(?:reply|mail)|listserv|majordomo)(?:$|[._+=-])"
    r"|^bounces?(?:$|[._+=-])|-(?:bounces|request|owner|unsubscribe)$|^owner-"
)


_LONGEST = 254
"""Characters of an address, by RFC 5321."""


def hashed(*parts: str) -> int:
    """Give a 63-bit BLAKE2b number of some texts, equal on every machine; parts are kept apart by a NUL.

    A NUL within a part would break that; texts from files are cleaned of it where they are read.
    """
    return int.from_bytes(blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


@lru_cache(maxsize=65_536)
def key_of(identifier: str) -> int:
    """Give the key of an identifier in normal form."""
    return hashed(identifier)


@lru_cache(maxsize=65_536)
def mailto(address: str) -> str:
    """Give the identifier of a mail address: lower case, `name at domain` repaired, or BadIdentifierError.

    The local part is compared without case: RFC 5321 lets it matter, no provider in use does.
    """
    if len(address) > 4 * _LONGEST:
        raise BadIdentifierError(repr(address[:80]))
    text = address.strip(" \t\r\n<>\"'")
    if text[:7].lower() == "mailto:":
        text = text[7:].partition("?")[0].strip(" \t\r\n<>\"'")
    if "@" not in text:
        text = " ".join(text.split())
        text = _DOT.sub(".", _OBFUSCATED.sub("@", text, count=1))
        if "." not in text.rpartition("@")[2]:  # "coffee at noon" is no address
            raise BadIdentifierError(repr(address[:80]))
    text = text.lower()
    if len(text) > _LONGEST or _UNUSABLE.search(text) or not _ADDRESS.fullmatch(text):
        raise BadIdentifierError(repr(address[:80]))
    return "mailto:" + text


def tel(number: str, region: str = "NL") -> str:
    """Give the identifier of a telephone number in E.164, read as dialled in `region`, or BadIdentifierError."""
    import phonenumbers  # noqa: PLC0415 - large, and only address books need it

    try:
        parsed = phonenumbers.parse(number.removeprefix("tel:"), region)
    except phonenumbers.NumberParseException as error:
        raise BadIdentifierError(repr(number[:40])) from error
    if not phonenumbers.is_possible_number(parsed):
        raise BadIdentifierError(repr(number[:40]))
    return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=65_536)
def automatic(identifier: str) -> bool:
    """Say whether an address belongs to a machine by its local part (no-reply, bounces, list owners; nl and en)."""
    local, _, domain = identifier.removeprefix("mailto:").partition("@")
    return bool(domain) and bool(_AUTOMATIC.search(local))


def _tokens(name: str) -> tuple[str, ...]:
    """Split a name into comparable words: no case, no accents, no punctuation, "Wit, Anna de" turned round."""
    turned = " ".join(reversed(name.split(",", 1))) if name.count(",") == 1 else name
    plain = normalize("NFKD", turned.casefold())
    return tuple(re.findall(r"\w+", "".join(letter for letter in plain if not combining(letter))))


def same_name(one: str, other: str) -> bool:
    """Say whether two names can belong to one person: the words of one are among the other's, or only initials differ."""
    first, second = _tokens(one), _tokens(other)
    if not first or not second or set(first) <= set(second) or set(second) <= set(first):
        return True
    initials = len(first[0]) == 1 or len(second[0]) == 1
    return initials and first[-1] == second[-1] and first[0][0] == second[0][0]


def resolve(
    cards: Iterable[tuple[str, Iterable[int]]],
    ego: Iterable[int],
    *,
    merges: Iterable[tuple[int, int]] = (),
    splits: Collection[int] = (),
    telephones: Collection[int] = (),
) -> dict[int, int]:
    """Give the person of every identifier that shares one with another.

    Args:
        cards: the name and identifier keys of every card.
        ego: the identifier keys of the user, which are one person by definition.
        merges: pairs of identifier keys that the user said are one person.
        splits: identifier keys that the user said do not belong with what their cards hold; a merge still counts.
        telephones: which keys are telephone numbers.

    Returns:
        identifier key -> person, for clusters of more than one identifier. A person's id is the least
        identifier key of the cluster, so the order of imports never shows. An identifier that stands on cards
        with different names (a switchboard, a shared mailbox, a home telephone) joins nobody; a telephone on cards
        of "Anna de Wit" and "A. de Wit" joins nobody either, for that is how two people of one house are written.
    """
    known = [(name, tuple(sorted(set(keys)))) for name, keys in cards]
    names: defaultdict[int, set[str]] = defaultdict(set)
    for name, keys in known:
        for key in keys:
            names[key].add(name)
    alone = {key for key, said in names.items() if not _one_person(said, exactly=key in telephones)} | set(splits)
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    joined = [tuple(key for key in keys if key not in alone) for _, keys in known]
    for keys in (*joined, tuple(sorted(set(ego))), *merges):
        for key in keys[1:]:
            one, other = root(keys[0]), root(key)
            parent[max(one, other)] = min(one, other)
    people = {key: root(key) for key in parent}
    several = {person for key, person in people.items() if key != person}
    return {key: person for key, person in people.items() if person in several}


def _one_person(names: set[str], *, exactly: bool) -> bool:
    if exactly:
        return len({frozenset(words) for name in names if (words := _tokens(name))}) <= 1
    longest = max(names, key=lambda name: (len(_tokens(name)), name))
    return all(same_name(longest, name) for name in names)
