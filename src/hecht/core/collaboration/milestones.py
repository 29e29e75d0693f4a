"""Milestones of a collaboration, recognised in titles or stated; and the next difficult moment with what can still be done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hecht.core.collaboration.item import Item
from hecht.core.spoken import words_of

KINDS = (
    "start",
    "vision",
    "intent",
    "covenant",
    "cost_decision",
    "permit",
    "election",
    "budget",
    "reorganisation",
    "other",
)
DIFFICULT = frozenset(("covenant", "cost_decision", "permit", "election", "budget", "reorganisation"))
"""Kinds at which interests may clash: before them the relation has to bear something (article 5)."""
AGREED = frozenset(("vision", "intent", "covenant"))
"""Kinds after which all seems settled."""
_WORDS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in (
        (
            "cost_decision",
            "kostenverdeling kostenverdeelsleutel verdeelsleutel kostenbesluit investeringsbesluit cofinanciering bijdragen kostendeling",
        ),
        (
            "covenant",
            "convenant samenwerkingsovereenkomst bestuursovereenkomst realisatieovereenkomst covenant contractondertekening",
        ),
        ("intent", "intentieverklaring intentieovereenkomst letter-of-intent intentie loi mou"),
        (
            "permit",
            "vergunning omgevingsvergunning watervergunning vergunningverlening vergunningbesluit permit bestemmingsplan projectbesluit",
        ),
        (
            "election",
            "verkiezing verkiezingen waterschapsverkiezingen gemeenteraadsverkiezingen statenverkiezingen election elections",
        ),
        (
            "budget",
            "begroting begrotingsbehandeling kadernota voorjaarsnota najaarsnota bezuiniging bezuinigingen budgetronde budget",
        ),
        ("reorganisation", "reorganisatie herindeling fusie gemeentefusie reorganisation reorganization merger"),
        ("vision", "visie visiedocument gebiedsvisie ambitiedocument vision"),
        ("start", "kickoff kick-off startbijeenkomst startoverleg aftrap"),
    )
}
_TWO_WORDS = (
    ("cost_decision", ("kosten", "besluit")),
    ("cost_decision", ("kosten", "verdeling")),
    ("cost_decision", ("cost", "sharing")),
    ("cost_decision", ("cost", "decision")),
    ("intent", ("letter", "intent")),
    ("start", ("kick", "off")),
)
_NOT_YET = frozenset(
    """voorbereiding voorbereiden voorbespreking vooroverleg concept conceptversie verslag notulen terugblik evaluatie stukken
    rekenblad inloop toelichting preparation prepare draft minutes review recap""".split()
)
"""Words that say that a meeting is about something that comes or came, and is not the thing itself."""
AHEAD = 120
"""Days ahead in which a difficult moment is looked at."""
QUIET = 60
"""Days without informal contact from which somebody is named before a difficult moment."""
_WEEK, _THREE_WEEKS = 7, 21


class Milestone(NamedTuple):
    """A milestone: its slot, day, kind, title, whether it was stated (else proposed from a title), and who has to agree.

    No people means: everybody who takes part. `key` is the meeting it was proposed from, or 0.
    """

    slot: str
    day: int
    kind: str
    title: str
    stated: bool
    people: tuple[int, ...] = ()
    key: int = 0


def kind_of(title: str) -> str:
    """Give the kind of milestone that a title tells of, or nothing; what prepares or looks back on one is none."""
    words = frozenset(words_of(title))
    if words & _NOT_YET:
        return ""
    for kind, together in _TWO_WORDS:
        if words.issuperset(together):
            return kind
    return next((kind for kind, telling in _WORDS.items() if words & telling), "")


def proposed(meetings: Sequence[Item], recurring: Collection[int] = ()) -> list[Milestone]:
    """Propose milestones from the titles of single meetings of at least three people, one a day and kind; in time.

    Args:
        meetings: meetings, also planned ones.
        recurring: series that are held again and again, whose meetings are no milestones.
    """
    found: dict[tuple[int, str], Milestone] = {}
    for item in meetings:
        kind = kind_of(item.title)
        if kind and item.recipients > 1 and not (item.thread and item.thread in recurring):
            found.setdefault(
                (item.day, kind), Milestone(f"{item.key:016x}", item.day, kind, item.title, stated=False, key=item.key)
            )
    return sorted(found.values(), key=lambda one: (one.day, one.slot))


class Ahead(NamedTuple):
    """A planned meeting: its key, day, seconds, title and who comes."""

    key: int
    day: int
    seconds: int
    title: str
    people: tuple[int, ...]


class Quiet(NamedTuple):
    """Somebody who has to agree, with the last day of informal contact (None: none was seen), and a small thing to do.

    `what` is `before` (ten minutes before a meeting that both come to, `meeting`), `lunch`, `visit` or `call`.
    """

    person: int
    last: int | None
    what: str
    meeting: Ahead | None


@dataclass(frozen=True, slots=True)
class Moment:
    """The next difficult moment: the milestone, how many days are left, and who has had no informal contact for a while.

    `fine` counts those who have to agree and had informal contact less than 60 days ago. `hidden` counts the pairs of those
    who have to agree whose contact does not show.
    """

    milestone: Milestone
    left: int
    quiet: tuple[Quiet, ...]
    fine: int
    hidden: int


def next_moment(
    milestones: Sequence[Milestone],
    delegates: Mapping[int, str],
    items: Sequence[Item],
    agenda: Sequence[Ahead],
    observer: int,
    as_of: int,
) -> Moment | None:
    """Give the first difficult milestone of the coming 120 days, with who of those who have to agree it was quiet with.

    Args:
        milestones: stated and proposed ones.
        delegates: who takes part on the day of looking, with their party.
        items: interactions that belong to the collaboration, none later than `as_of`.
        agenda: the observer's planned meetings, in time.
        observer: whose log it is: their own informal contact with each is what shows.
        as_of: the day of looking.

    Returns:
        None when nothing difficult is near. People of the observer's own party are not named: the moment lies between the
        parties.
    """
    coming = [one for one in milestones if as_of <= one.day <= as_of + AHEAD and one.kind in DIFFICULT]
    if not coming:
        return None
    milestone = min(coming, key=lambda one: (one.day, not one.stated, one.slot))
    must = [person for person in (milestone.people or tuple(delegates)) if person != observer]
    others = [
        person for person in must if delegates.get(person) is None or delegates[person] != delegates.get(observer)
    ]
    last: dict[int, int] = {}
    for item in items:
        if item.informal and observer in item.people:
            for person in item.people:
                last[person] = max(last.get(person, item.day), item.day)
    before = [one for one in agenda if as_of <= one.day < milestone.day]
    quiet = [
        Quiet(person, last.get(person), *_small(person, before, milestone.day - as_of))
        for person in others
        if person not in last or as_of - last[person] > QUIET
    ]
    quiet.sort(key=lambda one: (one.last if one.last is not None else -1, one.person))
    pairs = len(others) * (len(others) - 1) // 2
    return Moment(milestone, milestone.day - as_of, tuple(quiet), len(others) - len(quiet), pairs)


def _small(person: int, before: Sequence[Ahead], left: int) -> tuple[str, Ahead | None]:
    """Give the smallest thing that can still be done: around a meeting that exists, else a lunch, a visit or a call."""
    meeting = min(
        (one for one in before if person in one.people), key=lambda one: (len(one.people), one.seconds), default=None
    )
    if meeting is not None:
        return "before", meeting
    if left >= _THREE_WEEKS:
        return "visit", None
    return ("lunch", None) if left >= _WEEK else ("call", None)
