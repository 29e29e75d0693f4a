"""Small histories of contact and what follows from them by the rules, to try stores with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from hecht.core.identity import key_of
from hecht.core.model import (
    Answer,
    Card,
    Channel,
    Interaction,
    Participant,
    Role,
    Series,
    Sighting,
    Status,
)
from hecht.core.revision import Entry, revision_of
from hecht.stores.append import Batch
from hecht.stores.said import Statement

PEOPLE = (
    "mailto:ann@example.org",
    "mailto:bob@example.org",
    "mailto:cor@example.com",
    "mailto:dee@example.net",
    "tel:+31612345678",
    "id:erik",
)
EGO = PEOPLE[0]
FIRST_DAY = 20_000
_LISTS = ("talk.example.org", "news.example.org")


@dataclass(frozen=True)
class History:
    """What happened, in the order in which it was found; `ego` is the user's own identifier."""

    entries: tuple[Entry, ...]
    cards: tuple[Card, ...] = ()
    series: tuple[Series, ...] = ()
    sightings: tuple[tuple[Sighting, int], ...] = ()

    def pieces(self) -> list[Batch]:
        """Give every item as a batch of its own."""
        return [
            *(Batch(entries=[entry]) for entry in self.entries),
            *(Batch(cards=[card]) for card in self.cards),
            *(Batch(series=[one]) for one in self.series),
            *(Batch(sightings=[one]) for one in self.sightings),
        ]

    def batch(self) -> Batch:
        """Give all at once."""
        return joined(self.pieces())


def joined(pieces: Sequence[Batch]) -> Batch:
    """Give several batches as one."""
    whole = Batch()
    for piece in pieces:
        whole.entries += piece.entries
        whole.cards += piece.cards
        whole.series += piece.series
        whole.sightings += piece.sightings
    return whole


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Give a mail, call, meeting, visit or day of chat among a few people, or another version of one."""
    channel = draw(
        st.sampled_from([Channel.MAIL, Channel.MAIL, Channel.MEETING, Channel.MEETING, Channel.CHAT, Channel.CALL])
    )
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=5, unique=True))
    number = draw(st.integers(0, 4))
    day = FIRST_DAY + draw(st.integers(0, 3))
    if channel in (Channel.MAIL, Channel.CALL):
        roles = [Role.SENDER, *draw(st.lists(st.sampled_from([Role.TO, Role.CC]), min_size=4, max_size=4))]
        answers = [Answer.NONE] * 5
    elif channel is Channel.MEETING:
        roles = [Role.ORGANISER, *[Role.ATTENDEE] * 4]
        answers = [Answer.NONE, *draw(st.lists(st.sampled_from(list(Answer)), min_size=4, max_size=4))]
    else:
        roles, answers = [Role.MEMBER] * 5, [Answer.NONE] * 5
    tone = draw(st.sampled_from([(None, 0), (0, 3), (55, 7), (100, 9)]))
    item = Interaction(
        key=int(channel) * 100 + number,
        seconds=day * 86_400 + draw(st.sampled_from([0, 3_600, 86_399])),
        channel=channel,
        participants=tuple(
            Participant(who, role, draw(st.sampled_from(["", "Ann", "A. Bos"])), answer)
            for who, role, answer in zip(people, roles, answers, strict=False)
        ),
        recipients=draw(st.sampled_from([len(people) - 1, len(people) - 1, 5, 6, 7, 8])),
        thread=draw(st.integers(1, 2)) if channel is Channel.MEETING else number,
        reply_to=draw(st.sampled_from([0, 0, 9])),
        status=draw(st.sampled_from([Status.HELD, Status.HELD, Status.CANCELLED])),
        title=draw(st.sampled_from(["", "dike plan", "budget"])),
        relation=tone[0],
        words=tone[1],
        suspect=draw(st.sampled_from([False, False, False, True])),
        sequence=draw(st.integers(0, 2)),
        stamp=draw(st.integers(0, 1)),
    )
    return Entry(item, day, tuple(item.title.split()), source=draw(st.integers(1, 2)))


def histories() -> st.SearchStrategy[History]:
    """Give small histories with copies, changed and cancelled items, cards, series and people seen on lists."""
    some_cards = st.builds(
        Card,
        st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple),
        st.sampled_from(["Bob Bos", "B. Bos", "Dee Dam", ""]),
        st.sampled_from(["", "Delta"]),
    )
    some_series = st.builds(Series, st.integers(1, 2), st.integers(0, 2), st.integers(0, 1))
    some_sightings = st.builds(
        lambda place, who, day: (Sighting(place, who, day * 86_400, "", f"mailto:all@{place}"), day),
        st.sampled_from(_LISTS),
        st.sampled_from(PEOPLE),
        st.integers(FIRST_DAY, FIRST_DAY + 2),
    )
    return st.builds(
        History,
        st.lists(entries(), max_size=8).map(tuple),
        st.lists(some_cards, max_size=3).map(tuple),
        st.lists(some_series, max_size=2).map(tuple),
        st.lists(some_sightings, max_size=2).map(tuple),
    )


def who_is_who() -> st.SearchStrategy[tuple[Statement, ...]]:
    """Give some things that a user says about who is who, in the order in which they are said."""
    one, other = (st.sampled_from(PEOPLE).map(key_of) for _ in range(2))
    merges = st.builds(lambda a, b: Statement("merge", a, b), one, other).filter(
        lambda said: said.identifier != said.other
    )
    return st.lists(st.one_of(merges, st.builds(lambda a: Statement("split", a), one)), min_size=1, max_size=4).map(
        tuple
    )


def contact_by_hand(history: History, ego: str) -> dict[tuple[int, int, int, int], tuple[int, ...]]:
    """Work out what counts as contact in plain Python: the rules of the design, without any SQL.

    Gives (a, b, day, channel) -> sent, received, opened by a, opened by b, together, direct, known, relation.
    """
    counts: dict[tuple[int, int, int, int], list[int]] = {}
    for entry in holding(history):
        item = entry.interaction
        mail = item.channel in (Channel.MAIL, Channel.CALL)
        if item.status is Status.CANCELLED or item.suspect or not 1 <= item.recipients <= (5 if mail else 7):
            continue
        mine = [one for one in item.participants if one.identifier == ego]
        if not mail and mine and mine[0].role is Role.ATTENDEE and mine[0].answer is not Answer.ACCEPTED:
            continue
        there = [one for one in item.participants if one.answer is not Answer.DECLINED]
        for one in there:
            for other in there:
                a, b = key_of(one.identifier), key_of(other.identifier)
                if a >= b or (mail and Role.SENDER not in (one.role, other.role)):
                    continue
                sent, received = int(mail and one.role is Role.SENDER), int(mail and other.role is Role.SENDER)
                opened = int(item.reply_to == 0)
                row = counts.setdefault((a, b, entry.day, int(item.channel)), [0] * 8)
                added = (sent, received, sent * opened, received * opened, int(not mail), int(item.recipients == 1))
                for place, value in enumerate((*added, int(item.relation is not None), item.relation or 0)):
                    row[place] += value
    return {pair: tuple(row) for pair, row in counts.items()}


def holding(history: History) -> list[Entry]:
    """Give the one version of every item that holds."""
    best: dict[int, tuple[tuple[int, int, int], Entry]] = {}
    for entry in history.entries:
        item = entry.interaction
        rank = (item.sequence, item.stamp, revision_of(entry))
        if item.key not in best or rank > best[item.key][0]:
            best[item.key] = rank, entry
    newest: dict[int, tuple[int, int]] = {}
    for one in history.series:
        newest[one.thread] = max(newest.get(one.thread, (0, 0)), (one.sequence, one.stamp))
    return [entry for rank, entry in best.values() if rank[:2] >= newest.get(entry.interaction.thread, (0, 0))]


def without(history: History, who: str) -> History:
    """Give what is left of a history when somebody is taken out of it."""
    kept = []
    for entry in history.entries:
        people = tuple(one for one in entry.interaction.participants if one.identifier != who)
        if len(people) > 1:
            same = len(people) == len(entry.interaction.participants)
            kept.append(entry if same else entry._replace(interaction=entry.interaction.among(people), stems=()))
    return replace(
        history,
        entries=tuple(kept),
        cards=tuple(card for card in history.cards if who not in card.identifiers),
        sightings=tuple(one for one in history.sightings if one[0].identifier != who),
    )
