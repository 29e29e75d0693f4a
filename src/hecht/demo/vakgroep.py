"""The discussion list of the trade: several posters, a few posts by ego, a place to be seen."""

import datetime as dt
import random
from collections.abc import Iterator

from hecht.demo import clock, phrases, wording
from hecht.demo.dice import chance
from hecht.demo.letters import Letter, Mailbox, write
from hecht.demo.phrases import Picker
from hecht.demo.script import ALBERT
from hecht.demo.threads import days
from hecht.demo.world import Person, me, people

LIST = Mailbox("Vakgroep gemalen", "vakgroep-gemalen@gemalenensluizen.example")
_HEADERS = (
    ("List-Id", "Vakgroep gemalen <vakgroep-gemalen.gemalenensluizen.example>"),
    ("List-Post", f"<mailto:{LIST.address}>"),
    ("List-Unsubscribe", "<mailto:vakgroep-gemalen-leave@gemalenensluizen.example>"),
    ("Precedence", "list"),
)
_TAG = "[vakgroep gemalen] "


def letters(seed: int) -> Iterator[Letter]:
    """All posts. Those by ego are meant for both files: sent, and received back from the list."""
    rng = random.Random(f"{seed}:vakgroep")
    everybody = people()
    posters = [p for p in everybody.values() if p.circle == "list"]
    posters += [everybody["wendy.vanrijn"], everybody["jurgen.scholte"], everybody["loes.akkerman"]]
    picker = Picker(rng)
    end = dt.date(2026, 10, 28)
    for day in days(rng, clock.FIRST, end, 14, 2):
        writer = rng.choice([p for p in posters if p.key != "a.nijland"])
        if chance(rng, 12):
            writer = me()
        found = [c for c in phrases.cases()["vakgroep"] if phrases.in_season(c.season, day)]
        subject = picker.pick("", [case.subject for case in found])
        case = next(case for case in found if case.subject == subject)
        moment = clock.start_of(day, rng, private=False)
        opening = picker.pick("", case.turns["open"])
        first = _post(rng, writer, moment, subject=subject, text=opening)
        yield first
        others = [p for p in (*posters, me()) if p != writer]
        answers = rng.sample(others, min(len(case.turns["reply"]), rng.choice((1, 2, 2, 3))))
        latest, said = first, set[str]()
        for answerer in answers:
            moment = clock.later(moment, rng.expovariate(1 / 7) + 0.3, private=False)
            text = picker.pick("", [reply for reply in case.turns["reply"] if reply not in said])
            said.add(text)
            latest = _post(rng, answerer, moment, subject=subject, text=text, after=latest)
            yield latest
    albert = everybody["a.nijland"]
    moment = dt.datetime.fromisoformat("2026-11-02 15:26:40")
    subject = f"{_TAG}Trillend gemaal uit 1974"
    first = _post(rng, albert, moment, subject=subject, text=ALBERT)
    yield first
    text = "Hier een vergelijkbaar type, maar dan uit 1971. Ik kijk in het archief."
    jurgen = everybody["jurgen.scholte"]
    yield _post(rng, jurgen, moment.replace(day=4), subject=subject, text=text, after=first)


def _post(
    rng: random.Random,
    writer: Person,
    moment: dt.datetime,
    *,
    subject: str,
    text: str,
    after: Letter | None = None,
) -> Letter:
    letter = write(
        rng,
        moment,
        writer,
        [LIST],
        subject,
        text=wording.body(
            [text],
            hello="Beste vakgenoten," if after is None else "",
            goodbye=wording.closing(writer, writer, "je", full=True),
        ),
        after=after,
    )
    letter.headers = _HEADERS
    return letter
