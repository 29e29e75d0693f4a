"""Reasons: what can honestly be said of a tie's rhythm and silence."""

from hecht.core.moves.move import First, Reason, Situation
from hecht.core.ties.rhythm import said_rhythm
from hecht.core.ties.tie import Tie


def reason_for(
    situation: Situation,
    tie: Tie,
    occasion: str,
    *,
    subject: str = "",
    day: int = 0,
    topic: str = "",
    goal: str = "",
    organisation: str = "",
    first: First | None = None,
    ever: bool = False,
    opens: str = "",
    alone: int = 0,
) -> Reason:
    """Build the reason of a move: its occasion with the tie's rhythm, only where "meestal" is true of it.

    With `ever` all contact days are counted and nothing is said of rhythm, as of somebody who sleeps.
    """
    days = () if ever else situation.days.get(tie.alter, ())
    return Reason(
        occasion=occasion,
        silence=tie.silence,
        rhythm=said_rhythm(days),
        contacts=len(days) or tie.facts.active_days,
        since=days[0] if days else tie.facts.first,
        subject=subject,
        day=day,
        topic=topic,
        seen_through=situation.seen_through,
        goal=goal or situation.preferences.goal_about(subject),
        organisation=organisation,
        first=first,
        opens=opens,
        alone=alone,
        apart=situation.crowded.get(tie.alter, -1) > tie.facts.last,
    )
