"""hecht ask and hecht offer: record what you seek and bring, and see who goes with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from hecht.cli.options import AsOf, Csv, Db, Json, Lang, opened
from hecht.core.exchange.asks import Need, See
from hecht.terminal import say, written

if TYPE_CHECKING:
    from hecht.app.library import Hecht
    from hecht.core.exchange.asks import Wish

Text = Annotated[str, typer.Argument(metavar="TEXT", help="In your own words; without it, what stands is listed.")]
Kind = Annotated[Need, typer.Option("--kind", help="information, support, cooperation or thinking_along.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Until when it stands.")]
Seen = Annotated[See, typer.Option("--see", help="Who may see it: me, or others too.")]
Of = Annotated[str, typer.Option("--of", metavar="NAME", help="Of somebody else, as you heard it.")]
House = Annotated[str, typer.Option("--organisation", metavar="NAME", help="Of an organisation.")]
Show = Annotated[str, typer.Option("--show", metavar="ID", help="Answer one that stands.")]
Withdraw = Annotated[str, typer.Option("--withdraw", metavar="ID", help="Take one back.")]


def _command(name: str, help_: str) -> Callable[..., None]:
    """Give the command `ask` or `offer`: they take the same options, which stand here once."""
    asked = name == "ask"

    def command(
        text: Text = "",
        *,
        kind: Kind = Need.INFORMATION,
        until: Until = None,
        see: Seen = See.ME,
        of: Of = "",
        organisation: House = "",
        show: Show = "",
        withdraw: Withdraw = "",
        as_of: AsOf = None,
        db: Db = None,
        lang: Lang = None,
        json: Json = False,
        csv: Csv = False,
    ) -> None:
        with opened(db) as log:
            keep = log.ask if asked else log.offer
            new = keep(text, as_of, need=kind, see=see, until=until, of=of, organisation=organisation) if text else None
            _answered(log, new, show, withdraw, as_of, lang, asked=asked, json=json, csv=csv)

    command.__name__, command.__doc__ = name, help_
    return command


ask = _command(
    "ask",
    "What you seek: recorded, with who may help: people you know, ways into organisations, people met in places.",
)
offer = _command("offer", "What you bring: recorded, with whom it may help.")


def _answered(
    log: "Hecht",
    new: "Wish | None",
    show: str,
    withdraw: str,
    as_of: str | None,
    lang: str | None,
    *,
    asked: bool,
    json: bool,
    csv: bool,
) -> None:
    from hecht.app import exchange, settings
    from hecht.app.people import people
    from hecht.text import exchange as words

    spoken, day = settings.language(log.store, lang), log.day(as_of)
    if withdraw:
        say(words.withdrawn_line(log.withdraw(withdraw), spoken))
        return
    wish = exchange.wish(log.store, show, asked=asked) if show else new
    if wish is None:
        held = log.wishes(as_of, asked=asked)
        names = {one.id: one.name for one in people(log.store, {one.person for one in held if one.person}).values()}
        if not written("asks", words.wish_rows(held, names, spoken), json=json, csv=csv):
            for line in words.wish_lines(held, names, day, spoken, asked=asked):
                say(line)
        return
    found = log.answer(wish, as_of)
    if not written("answer", words.answer_rows(found, spoken), json=json, csv=csv):
        if new:
            say(words.recorded_line(new, day, spoken))
        for line in words.answer_lines(found, spoken):
            say(line)
