"""The library's one door: an open log with everything that can be asked of it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from hecht.app import settings, snapshot
from hecht.app.library_exchange import ExchangeQuestions
from hecht.app.library_network import NetworkQuestions
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app import amounts as amounts_room
    from hecht.app import doctor, privacy, proposals, reading, remembered, who
    from hecht.app import looking_back as looking
    from hecht.app import person as person_room
    from hecht.app import ties as ties_room
    from hecht.app import today as today_room
    from hecht.app import week as week_room
    from hecht.app.collaboration.room import Collaborations
    from hecht.app.people import Person
    from hecht.core.moves.move import Move
    from hecht.core.ties.attention import Attention
    from hecht.core.ties.backtest import Backtest
    from hecht.core.ties.between import Between
    from hecht.core.ties.replies import Replies


class Hecht(NetworkQuestions, ExchangeQuestions):
    """An open log. Days to look from may be a date, ISO text, a day number, or None for today."""

    def __init__(self, store: Store) -> None:
        """Wrap an open store."""
        self.store = store

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the log."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    @property
    def collaborations(self) -> "Collaborations":
        """Give the room of collaborations of organisations: propose, start, show, and all that is stated of one."""
        from hecht.app.collaboration.room import Collaborations

        return Collaborations(self.store, self.day)

    @property
    def whole(self) -> bool:
        """Say whether this is the log of a whole network, of nobody in particular."""
        return snapshot.whole(self.store)

    def day(self, as_of: date | str | int | None = None) -> int:
        """Give the day number to look from."""
        return as_of if isinstance(as_of, int) else settings.as_of_day(self.store, as_of)

    def import_(
        self,
        paths: Iterable[str | Path],
        *,
        me: Sequence[str] = (),
        whole: bool = False,
        again: bool = False,
        leave_out: Sequence[str] = (),
        now: int | None = None,
        progress: "Callable[[reading.Progress], None] | None" = None,
    ) -> "reading.Summary":
        """Import files, folders and addresses of calendars; see `hecht.app.intake.read_paths`."""
        from hecht.app import intake

        some = [path if isinstance(path, str) else Path(path) for path in paths]
        return intake.read_paths(
            self.store,
            some,
            settings.now() if now is None else now,
            me=me,
            whole=whole,
            again=again,
            leave_out=leave_out,
            progress=progress,
        )

    def refresh(self, progress: "Callable[[reading.Progress], None] | None" = None) -> "reading.Summary | None":
        """Read again what changed of everything that was imported; None when nothing had."""
        from hecht.app import remembered

        return remembered.refresh(self.store, settings.now(), progress)

    def fetch(self, progress: "Callable[[reading.Progress], None] | None" = None) -> "reading.Summary | None":
        """Fetch the calendars at imported addresses; None when there are none."""
        from hecht.app import remembered

        return remembered.fetch(self.store, settings.now(), progress)

    def sources(self, as_of: date | str | int | None = None) -> "list[remembered.Remembered]":
        """Give what was imported, and how old each is."""
        from hecht.app import remembered

        return remembered.sources(self.store, self.day(as_of))

    def remove_source(self, path: str | Path, *, contents: bool = False) -> int:
        """Forget an imported path, and with `contents` what came from nowhere else."""
        from hecht.app import remembered

        return remembered.remove(self.store, str(path), contents=contents)

    def held(self, name: str) -> "privacy.Held":
        """Give all that is held of a person."""
        from hecht.app import privacy

        return privacy.show(self.store, name)

    def erase(self, name: str) -> "privacy.Erased":
        """Erase a person for good."""
        from hecht.app import privacy

        return privacy.erase(self.store, name)

    def retain(self, months: int) -> "privacy.Erased":
        """Keep nothing older than some months."""
        from hecht.app import privacy

        return privacy.retain(self.store, months)

    def doctor(self) -> "list[doctor.Check]":
        """Check the log and mend what can be mended."""
        from hecht.app import doctor

        return doctor.doctor(self.store)

    def ties(self, as_of: date | str | int | None = None, *, every: bool = False) -> "list[ties_room.TieRow]":
        """Give the user's ties, strongest first; with `every` those of every pair."""
        from hecht.app import ties

        return ties.ties(self.store, self.day(as_of), every=every)

    def backtest(self, as_of: date | str | int | None = None) -> "Backtest":
        """Judge what would have been said on earlier days: see `hecht.core.ties.backtest`."""
        from hecht.app import backtest

        return backtest.judge(self.store, self.day(as_of))

    def attention(self, as_of: date | str | int | None = None) -> "Attention":
        """Give how the contact of the last quarter was spread over people and layers."""
        from hecht.app import ties

        return ties.attention_of(self.store, self.day(as_of))

    def put_in_layer(self, name: str, layer: int, as_of: date | str | int | None = None) -> "Person":
        """State in which layer (1-5) somebody is; 0 leaves it to the log again."""
        from hecht.app import layers

        return layers.state_layer(self.store, name, layer, self.day(as_of))

    def stated_layers(self, as_of: date | str | int | None = None) -> dict[int, int]:
        """Give the layers that were stated, by person."""
        from hecht.app import layers

        return layers.stated_layers(self.store, self.day(as_of))

    def proposals(self, as_of: date | str | int | None = None) -> "list[proposals.ProposalRow]":
        """Give the pairs that may be one person, the most certain first."""
        from hecht.app import proposals

        return proposals.proposals(self.store, self.day(as_of))

    def merge(self, a: str, b: str | None = None) -> "Person":
        """Say that two are one person, by names or addresses or by the id of a proposal."""
        from hecht.app import who

        return who.merge(self.store, a, b, self.day())

    def apart(self, a: str, b: str | None = None) -> "tuple[Person, Person]":
        """Say that two are two people; they are never proposed again."""
        from hecht.app import who

        return who.apart(self.store, a, b, self.day())

    def split(self, address: str) -> "tuple[Person, Person]":
        """Take an address from the person it was held to be of; gives whose it is now, and who the others are."""
        from hecht.app import who

        return who.split(self.store, address)

    def organisation(
        self, name: str, organisation: str, since: str | None = None, until: str | None = None
    ) -> "Person":
        """State where somebody works, from and until a day."""
        from hecht.app import who

        return who.organisation(self.store, name, organisation, since, until)

    def sphere(self, name: str, value: str) -> "Person":
        """Say that somebody belongs to `work` or to `private` life."""
        from hecht.app import who

        return who.sphere(self.store, name, value)

    def own(self, add: Sequence[str] = (), drop: Sequence[str] = ()) -> list[str]:
        """Give the user's own identifiers, after adding and dropping some."""
        from hecht.app import who

        if add:
            who.add_own(self.store, add)
        for address in drop:
            who.drop_own(self.store, address)
        return who.own_addresses(self.store)

    def undo(self, decision: str | None = None) -> "who.Decided":
        """Undo a decision about who is who: by its id, or the last."""
        from hecht.app import who

        return who.undo(self.store, decision)

    def decided(self) -> "list[who.Decided]":
        """Give the decisions about who is who, the last first."""
        from hecht.app import who

        return who.decided(self.store)

    def person(self, name: str, as_of: date | str | int | None = None) -> "person_room.PersonView":
        """Give one person by name or address."""
        from hecht.app import person

        return person.person(self.store, name, self.day(as_of))

    def amounts(self, person: int, as_of: date | str | int | None = None) -> "amounts_room.Amounts":
        """Give task and relation in the tie with a person (by id), month by month."""
        from hecht.app import amounts

        return amounts.amounts(self.store, person, self.day(as_of))

    def replies(self, person: int, as_of: date | str | int | None = None) -> "Replies":
        """Give how soon mail is answered in the tie with a person (by id), either way, against what is usual."""
        from hecht.app import replies

        return replies.replies(self.store, person, self.day(as_of))

    def between(
        self,
        as_of: date | str | int | None = None,
        *,
        since: date | str | int | None = None,
        only: Collection[str] = (),
    ) -> "list[Between]":
        """Give task and relation between every two organisations, month by month; see `hecht.app.between`."""
        from hecht.app import between

        after = -1 if since is None else self.day(since) - 1
        return between.between(self.store, self.day(as_of), since=after, only=only)

    def balance(self, as_of: date | str | int | None = None) -> "amounts_room.Balance | None":
        """Give how much of the last month's contact had room for the other, and of the quarter before."""
        from hecht.app import amounts

        return amounts.balance(self.store, self.day(as_of))

    def correct(self, interaction: int, part: str, as_of: date | str | int | None = None) -> None:
        """State what one interaction was: `task`, `both` or `room`; `undo` takes that back."""
        from hecht.app import amounts

        amounts.correct(self.store, interaction, part, self.day(as_of))

    def week(self, as_of: date | str | int | None = None) -> "week_room.Week":
        """Give the nought to five moves of the week that begins on a day."""
        from hecht.app import week

        return week.week(self.store, self.day(as_of))

    def looking_back(self, as_of: date | str | int | None = None) -> "looking.LookingBack":
        """Give what you did with suggestions in the quarter up to a day, and what came of it."""
        from hecht.app import looking_back as back

        return back.looking_back(self.store, self.day(as_of))

    def today(self, as_of: date | str | int | None = None) -> "today_room.Today":
        """Give a sheet for each meeting of a day and the next working day."""
        from hecht.app import today as sheets

        return sheets.today(self.store, self.day(as_of))

    def note(self, name: str, text: str) -> "Person":
        """Note one line about somebody."""
        from hecht.app import notes

        return notes.note(self.store, name, text)

    def unnote(self, name: str) -> "Person":
        """Take back the last note about somebody."""
        from hecht.app import notes

        return notes.unnote(self.store, name)

    def decide(
        self,
        move: str,
        verdict: str,
        because: str = "",
        as_of: date | str | int | None = None,
        *,
        but: Sequence[str] = (),
    ) -> "Move | None":
        """Record a decision on a move; see `hecht.app.decisions.decide`."""
        from hecht.app import decisions, week

        day = self.day(as_of)
        return decisions.decide(self.store, week.offered(self.store, day), move, verdict, day, because, but)

    def talked(self, name: str, as_of: date | str | int | None = None) -> "Person":
        """Note that you and somebody talked."""
        from hecht.app import notes

        return notes.talked(self.store, name, self.day(as_of))


def open_hecht(where: str | Path | None = None, log: int | None = None) -> Hecht:
    """Open a log by path or database URL (default: the user's own), made first when there is none.

    `log` is its number in a store that holds several (default: `HECHT_LOG`, else 1).
    """
    return Hecht(settings.open_log(where, log))
