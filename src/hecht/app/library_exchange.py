"""The library's questions about bringing and getting: asks, offers, and what answers them."""

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING

from hecht.core.exchange.asks import Need, See, Wish
from hecht.stores.store import Store

if TYPE_CHECKING:
    from hecht.app.answer import Answer


class ExchangeQuestions(ABC):
    """What an open log can be asked about bringing and getting; `hecht.app.library.Hecht` is it, with everything else."""

    store: Store

    @abstractmethod
    def day(self, as_of: date | str | int | None = None) -> int:
        """Give the day number to look from."""

    def ask(
        self,
        text: str,
        as_of: date | str | int | None = None,
        *,
        need: Need = Need.INFORMATION,
        see: See = See.ME,
        until: date | str | int | None = None,
        of: str = "",
        organisation: str = "",
    ) -> Wish:
        """Record an ask of yours, of somebody (`of`) or of an organisation; see `hecht.app.exchange.record`."""
        return self._record(text, as_of, until, asked=True, need=need, see=see, of=of, organisation=organisation)

    def offer(
        self,
        text: str,
        as_of: date | str | int | None = None,
        *,
        need: Need = Need.INFORMATION,
        see: See = See.ME,
        until: date | str | int | None = None,
        of: str = "",
        organisation: str = "",
    ) -> Wish:
        """Record what you bring, or what somebody (`of`) or an organisation brings."""
        return self._record(text, as_of, until, asked=False, need=need, see=see, of=of, organisation=organisation)

    def wishes(self, as_of: date | str | int | None = None, *, asked: bool | None = None) -> list[Wish]:
        """Give the asks and offers that stand on a day, oldest first."""
        from hecht.app import exchange

        return exchange.wishes(self.store, self.day(as_of), asked=asked)

    def withdraw(self, number: str) -> Wish:
        """Take an ask or offer back, by its id or the beginning of it."""
        from hecht.app import exchange

        return exchange.withdraw(self.store, number)

    def answer(self, wish: Wish, as_of: date | str | int | None = None) -> "Answer":
        """Give who may help with an ask, or whom an offer may help; see `hecht.app.answer`."""
        from hecht.app import answer

        return answer.answer(self.store, wish, self.day(as_of))

    def _record(
        self,
        text: str,
        as_of: date | str | int | None,
        until: date | str | int | None,
        *,
        asked: bool,
        need: Need,
        see: See,
        of: str,
        organisation: str,
    ) -> Wish:
        from hecht.app import exchange

        last = None if until is None else self.day(until)
        return exchange.record(
            self.store,
            text,
            self.day(as_of),
            asked=asked,
            need=need,
            see=see,
            until=last,
            of=of,
            organisation=organisation,
        )
