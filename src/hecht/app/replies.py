"""Replies: how soon mail is answered in the tie with one person, against what is usual for the user and for them."""

from hecht.app.snapshot import ego_of
from hecht.core.ties import replies as core
from hecht.core.ties.replies import Mailed, Replies, Reply
from hecht.sql import query
from hecht.stores.store import Store

Answers = dict[int, tuple[list[Reply], list[Reply]]]


def answers(store: Store, as_of: int) -> Answers:
    """Give, by person, the answers of the user and theirs in the mail of the last 540 days."""
    rows = store.rows(query("replies"), {"ego": ego_of(store), "since": core.begin(as_of), "as_of": as_of})
    return core.answers(Mailed(*row[:5]) for row in rows)  # type: ignore[arg-type]


def replies(store: Store, person: int, as_of: int, known: Answers | None = None) -> Replies:
    """Give how soon mail is answered in the tie with a person; the answers of everybody save reading them."""
    return core.replies(answers(store, as_of) if known is None else known, person, as_of)
