"""What every draft is written with: the reason, the day, the next meeting and the words by which one addresses somebody."""

from datetime import tzinfo
from typing import NamedTuple

from hecht.core.moves.move import Move, Reason
from hecht.core.moves.preferences import Way
from hecht.text.measures import moment


class Writing(NamedTuple):
    """What every draft is written with: the reason, the day of looking, and the words by which one addresses somebody."""

    move: Move
    why: Reason
    zone: tzinfo
    as_of: int
    way: Way | None
    je: str
    jou: str
    jouw: str

    def when(self, lang: str) -> str:
        """Say when the next meeting is."""
        return moment(self.move.moment.seconds, self.zone, self.as_of, lang) if self.move.moment else ""

    @property
    def alone(self) -> bool:
        """Say whether the next meeting is one of the two alone."""
        return self.move.moment is not None and len(self.move.moment.people) == 1

    def by(self, usual: str, *, call: str, mail: str, walk: str) -> str:
        """Choose the wording that fits how the user likes to keep contact."""
        return {None: usual, Way.CALL: call, Way.MAIL: mail, Way.WALK: walk}.get(self.way, usual)
