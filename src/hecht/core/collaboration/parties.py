"""Parties and who takes part for them; and collaborations proposed from meetings of several organisations that recur."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.identity import hashed
from hecht.core.occasion import FORMAL, WARM
from hecht.core.topics import clean_title, stems

ROLES = ("partner", "supplier", "funder", "client", "regulator", "adviser", "knowledge", "users", "other")
"""What a party is in a collaboration; `users` are those for whom it is done."""
MOTIVES = ("too_small", "knowledge", "means", "continuity", "learning", "another_world", "one_counter", "other")
"""Why a party takes part (article 4): too small alone, knowledge, means, continuity, learning, another world, one counter."""
FEWEST_MEETINGS = 3
"""Days with meetings of at least two organisations from which a collaboration is proposed."""
FEWEST_PEOPLE = 3
"""People from which a meeting is one of a collaboration; two people who meet often are a tie."""
SPAN = 45
"""Days that lie at least between the first and the last of them: three meetings in a week are one matter."""
_GENERIC = (
    FORMAL
    | WARM
    | frozenset(
        """kick off kickoff start startoverleg startbijeenkomst partneroverleg kerngroep regiegroep kerngroepoverleg kennistafel
        expertgroep klankbordgroep platform netwerk ondertekening ondertekenen voorbereiding voorbereiden afstemming afstemmen
        bestuurlijk ambtelijk stand zaken bila bilateraal bespreking bespreken bijeenkomst partners stuurgroepoverleg tekenen
        convenant intentieverklaring besluit notitie stukken fase online teams digitaal vervolg evaluatie terugblik
        signing preparation prepare partner consortium core group working alliance kickoff start
        """.split()
    )
)
"""Words of titles that say what kind of meeting it is, not what it is about."""
_WORD = re.compile(r"[^\W_]+")


class Party(NamedTuple):
    """An organisation that takes part: its role, its motive, what it brings and what it must yield for it; all may be empty."""

    organisation: str
    role: str = ""
    motive: str = ""
    brings: str = ""
    yields: str = ""


class Delegate(NamedTuple):
    """Somebody who takes part for a party, with their mandate, from and until a day (None: open)."""

    person: int
    organisation: str
    mandate: str = ""
    since: int | None = None
    until: int | None = None

    def sits(self, day: int) -> bool:
        """Say whether they take part on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Held(NamedTuple):
    """A meeting that was held: day, title and everybody in it."""

    key: int
    day: int
    title: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A collaboration that may exist: its name, whose it would be, and on how many meetings that rests.

    `title` is that of the last of them; `people` are those who came to at least a third of the meetings, `organisations`
    theirs; `first` and `last` are days.
    """

    id: str
    name: str
    title: str
    organisations: tuple[str, ...]
    people: tuple[int, ...]
    meetings: int
    first: int
    last: int


def matter(title: str, names: frozenset[str] = frozenset()) -> tuple[frozenset[str], str]:
    """Give what a title is about, as stems, and in its own words: "Stuurgroep Rietdelta" is about Rietdelta.

    Words that say what kind of meeting it is fall away, and so do `names` (in lower case). A small word that is written
    with a capital right before it belongs to it ("De Wielen").
    """
    text = clean_title(title)
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    telling = [
        index
        for index, (word, _, _) in enumerate(words)
        if word.casefold() not in _GENERIC and word.casefold() not in names and stems(word)
    ]
    if not telling:
        return frozenset(), ""
    first, last = telling[0], telling[-1]
    if first and words[first - 1][0][:1].isupper() and not stems(words[first - 1][0]):
        before = words[first - 1][0].casefold()
        first -= before not in _GENERIC and before not in names
    named = text[words[first][1] : words[last][2]]
    about = frozenset(stem for index in telling for stem in stems(words[index][0]))
    return about, named[:1].upper() + named[1:]


def propose(
    meetings: Sequence[Held], organisation: Mapping[int, str], names: frozenset[str] = frozenset()
) -> list[Proposal]:
    """Propose collaborations from what recurs: meetings of two or more organisations about one thing.

    Args:
        meetings: those held, in time, each with everybody in it, the user included.
        organisation: the organisation of each person ("" where unknown, which counts as none).
        names: first names in lower case, which are no matter of a meeting.

    Returns:
        Proposals, those of most organisations first, then of most meetings. A matter recurs when at least three people of at
        least two organisations met about it on three days, at least 45 days between the first and the last. Meetings whose
        title says more than that ("Rietdelta: besluit kostenverdeling") count with the shorter one when at least two
        organisations are in both.
    """
    about: dict[frozenset[str], list[Held]] = defaultdict(list)
    called: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for one in meetings:
        words, name = matter(one.title, names)
        if words and len(one.people) >= FEWEST_PEOPLE and len(_organisations(one.people, organisation)) > 1:
            about[words].append(one)
            called[words][name] += 1
    found: dict[frozenset[str], list[Held]] = {}
    for words in sorted(about, key=lambda words: (len(words), sorted(words))):
        theirs = _organisations((person for one in about[words] for person in one.people), organisation)
        base = next(
            (
                shorter
                for shorter, held in found.items()
                if shorter < words
                and _recurs(held)
                and len(theirs & _organisations((person for one in held for person in one.people), organisation)) > 1
            ),
            words,
        )
        found.setdefault(base, []).extend(about[words])
    proposals = [
        _proposal(called[words].most_common(1)[0][0], held, organisation)
        for words, held in found.items()
        if _recurs(held)
    ]
    return sorted(
        (one for one in proposals if len(one.organisations) > 1),
        key=lambda one: (-len(one.organisations), -one.meetings, one.name),
    )


def _recurs(held: Sequence[Held]) -> bool:
    days = {one.day for one in held}
    return len(days) >= FEWEST_MEETINGS and max(days) - min(days) >= SPAN


def _organisations(people: Iterable[int], organisation: Mapping[int, str]) -> frozenset[str]:
    return frozenset(organisation.get(person, "") for person in people) - {""}


def _proposal(name: str, held: Sequence[Held], organisation: Mapping[int, str]) -> Proposal:
    came = Counter(person for one in held for person in set(one.people))
    least = max(2, -(-len(held) // 3))
    people = tuple(sorted(person for person, times in came.items() if times >= least))
    days = sorted(one.day for one in held)
    last = max(held, key=lambda one: (one.day, one.key))
    return Proposal(
        id=f"{hashed('collaboration', name.casefold()):016x}",
        name=name,
        title=last.title,
        organisations=tuple(sorted(_organisations(people, organisation))),
        people=people,
        meetings=len(held),
        first=days[0],
        last=days[-1],
    )
