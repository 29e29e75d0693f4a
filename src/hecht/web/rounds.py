"""Rounds of questions on the page: begin one, hand out its messages, let it be answered, close it, and see what came out."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, cast

from litestar import get, post, put
from litestar.params import JSONBody, Parameter

from hecht.app import settings
from hecht.app.collaboration.keeping import collaboration
from hecht.app.people import Person
from hecht.app.pulse import answering, inviting, results
from hecht.app.pulse import forms as by_file
from hecht.app.pulse import rounds as held
from hecht.core.collaboration.pulse import CONTACT, SCALES, Mode
from hecht.core.days import day_of, to_date
from hecht.core.errors import BadDateError, NotByFileError
from hecht.stores.round import RoundFile
from hecht.text import pulse as words
from hecht.text.collaboration_words import CONDITIONS
from hecht.text.measures import first_name
from hecht.text.pulse_serving import listening_lines
from hecht.text.pulse_words import question
from hecht.web import round_shapes as shapes
from hecht.web.collaborations import Which
from hecht.web.common import Day, Lang, TheDesk, TheListeners, found
from hecht.web.exchange_shapes import Form
from hecht.web.listening import Listeners, addresses, reachable
from hecht.web.pulse.document import form
from hecht.web.pulse.shapes import came_out
from hecht.web.shapes import Who

Number = Annotated[str, Parameter(pattern="^[0-9a-f]{16}$", description="The id of a round.")]
MOST, SEATS = 50, 500
_USUAL = 14
"""Days that a round is open when nothing else is chosen."""
_LONGEST = 60
"""Letters of a name in the name of a file."""


@get("/collaborations/{which:str}/rounds", sync_to_thread=True)
def rounds(which: Which, desk: TheDesk, listeners: TheListeners, lang: Lang, day: Day) -> shapes.Rounds:
    """Give the rounds of a collaboration, and what a new one can be."""
    store, now = desk.log.store, settings.now()
    folder, zone = inviting.beside(store), settings.home_zone(store)
    of, group = collaboration(store, which), inviting.group(store, which, day)
    today = day_of(now, zone)
    rows = []
    for path in held.paths(folder)[::-1]:
        with RoundFile(path) as file:
            if file.head().whole == which:
                rows.append(_row(file, listeners, now, lang))
    beside = [
        line
        for mode in Mode
        for one in [results.side_by_side(folder, of.name, which, mode, zone, now)]
        if len(one) > 1
        for line in words.side_lines(one, lang)
    ]
    people, sitting = desk.people(day), of.sitting(day)
    free = {mode: held.free(folder, group.people, mode, now, zone) for mode in Mode}
    return shapes.Rounds(
        rows=rows[:MOST],
        people=[_who(people[one], party) for one, party in sitting.items() if one in people][:SEATS],
        questions=[
            shapes.QuestionRow(
                one.id,
                cast("Any", str(one.kind)),
                CONDITIONS[lang][one.condition],
                question(one.id, "", lang),
                named=one is CONTACT,
            )
            for one in (*SCALES, CONTACT)
        ],
        terms=[one.text("term") for one in of.of("word")][:200],
        today=to_date(today).isoformat(),
        last=to_date(today + _USUAL).isoformat(),
        latest=to_date(today + held.LONGEST).isoformat(),
        named_from=_iso(free[Mode.NAMED]),
        anonymous_from=_iso(free[Mode.ANONYMOUS]),
        addresses=addresses(),
        beside=beside[:200],
    )


@post("/collaborations/{which:str}/rounds", sync_to_thread=True)
def begin(
    which: Which, data: JSONBody[shapes.NewRound], desk: TheDesk, listeners: TheListeners, lang: Lang, day: Day
) -> shapes.RoundRow:
    """Begin a round; the messages of an anonymous one are given here, and nowhere else."""
    store, now = desk.log.store, settings.now()
    group = inviting.group(store, which, day, [str(found(desk, one, day).id) for one in data.without])
    try:
        last = date.fromisoformat(data.last)
    except ValueError as error:
        raise BadDateError from error
    made = held.start(
        inviting.beside(store),
        group.name,
        group.people,
        Mode(data.mode),
        last,
        settings.home_zone(store),
        now,
        whole=group.whole,
        term=data.term,
        trust=data.trust,
        leave_out=data.leave_out,
        lang=lang,
        at=data.at or held.HERE,
    )
    with RoundFile(made.path) as file:
        row = _row(file, listeners, now, lang)
    if made.head.mode is Mode.ANONYMOUS:
        row.messages = [words.invitation(made.head, "", link, lang) for _, link in made.links]
    return row


@post("/collaborations/{which:str}/rounds/{number:str}/close", sync_to_thread=True, status_code=200)
def close(which: Which, number: Number, desk: TheDesk, listeners: TheListeners, lang: Lang) -> shapes.RoundRow:
    """Close a round before its day."""
    with held.one_of(inviting.beside(desk.log.store), which, number) as file:
        held.close(file, settings.now())
        listeners.stop(file.path)
        return _row(file, listeners, settings.now(), lang)


@put("/collaborations/{which:str}/rounds/{number:str}/listening", sync_to_thread=True)
def listen(
    which: Which, number: Number, data: JSONBody[shapes.Listen], desk: TheDesk, listeners: TheListeners, lang: Lang
) -> shapes.RoundRow:
    """Let a round be answered from now on, or no longer."""
    with held.one_of(inviting.beside(desk.log.store), which, number) as file:
        if data.on:
            listeners.start(file.path, file.head(), lang, network=data.network)
        else:
            listeners.stop(file.path)
        return _row(file, listeners, settings.now(), lang)


@get("/collaborations/{which:str}/rounds/{number:str}/forms", sync_to_thread=True)
def forms(which: Which, number: Number, desk: TheDesk) -> shapes.Forms:
    """Give the forms of a round by name that go out as files."""
    with held.one_of(inviting.beside(desk.log.store), which, number) as file:
        if file.head().mode is Mode.ANONYMOUS:
            raise NotByFileError
        rows = []
        for seat, link in held.links_of(file)[:SEATS]:
            bare = re.sub(r"[^\w .-]+", "", seat.name)[:_LONGEST].strip(". ")
            page = form(file, link.partition("#")[2], settings.now()).decode()
            rows.append(Form(f"vragenrondje {seat.number} {bare}.html", page))
        return shapes.Forms(rows)


@post("/collaborations/{which:str}/rounds/{number:str}/answers", sync_to_thread=True, status_code=200)
def read(
    which: Which, number: Number, data: JSONBody[shapes.AnswerFile], desk: TheDesk, listeners: TheListeners, lang: Lang
) -> shapes.RoundRow:
    """Read in a file with answers that came back."""
    with held.one_of(inviting.beside(desk.log.store), which, number) as file:
        by_file.read_text(file, data.text, settings.now())
        return _row(file, listeners, settings.now(), lang)


@post("/collaborations/{which:str}/rounds/{number:str}/take", sync_to_thread=True, status_code=200)
def take(which: Which, number: Number, desk: TheDesk, lang: Lang) -> shapes.Taken:
    """Take what a round by name told of contact, and its term, into the collaboration."""
    with held.one_of(inviting.beside(desk.log.store), which, number) as file:
        outcome = held.outcome(file, settings.now())
    return shapes.Taken(words.taken_lines(inviting.take(desk.log.store, outcome), lang, command=""))


def _row(file: RoundFile, listeners: Listeners, now: int, lang: str) -> shapes.RoundRow:
    stands = held.standing(file, now)
    head, done = stands.head, stands.head.closed is not None
    where = None if done else listeners.heard(file.path)
    outcome = answering.outcome_of(file, head) if done else None
    return shapes.RoundRow(
        id=head.id,
        mode=cast("Any", str(head.mode)),
        opened=datetime.fromtimestamp(head.opened, UTC).date().isoformat(),
        last=head.last,
        closed=done,
        invited=stands.invited,
        answered=stands.answered,
        enough=stands.enough,
        cautious=outcome.caution if outcome else None,
        words=words.response_lines(outcome, lang) if outcome else words.standing_lines(stands, lang)[1:2],
        at=head.at,
        network=reachable(head.at),
        listening=shapes.Listening(head.at, listening_lines(head, where.bind, where.port, lang)) if where else None,
        seats=[] if head.mode is Mode.ANONYMOUS else _seats(file, stands, lang),
        messages=[],
        reminder=words.reminder(head, "", "", lang) if head.mode is Mode.ANONYMOUS and not done else "",
        came_out=[_came_out(one, lang) for one in came_out(outcome)] if outcome else [],
    )


def _seats(file: RoundFile, stands: held.Standing, lang: str) -> list[shapes.SeatRow]:
    waiting = {one.number for one in stands.waiting}
    links = {} if stands.head.closed is not None else {one.number: link for one, link in held.links_of(file)}
    rows = []
    for one in file.seats()[:SEATS]:
        link = links.get(one.number, "")
        rows.append(
            shapes.SeatRow(
                one.number,
                one.name,
                one.organisation,
                bool(one.name) and one.number not in waiting,
                words.invitation(stands.head, one.name, link, lang) if link else "",
                words.reminder(stands.head, one.name, link, lang) if link and one.number in waiting else "",
                link,
            )
        )
    return rows


def _came_out(one: dict[str, Any], lang: str) -> shapes.CameOut:
    return shapes.CameOut(
        one["id"],
        one["kind"],
        one["text"][lang],
        one["said"][lang],
        one["place"],
        list(one["steps"] or ()),
        [shapes.SaidRow(row["who"], row["what"]) for row in one["rows"]],
    )


def _who(person: Person, party: str) -> Who:
    """Give a person with the party they sit for."""
    return Who(str(person.id), person.name, first_name(person.name), party)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
