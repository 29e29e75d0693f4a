"""Collaborations on the page: the list, one of them, and everything that is stated of it."""

from datetime import UTC, datetime
from typing import Annotated

from litestar import get, post, put
from litestar.params import JSONBody, Parameter

from hecht.app.collaboration.ahead import AheadView, ahead
from hecht.app.collaboration.view import CollaborationView, show
from hecht.app.people import Person
from hecht.core.days import to_date
from hecht.core.ties.tie import CHANNELS
from hecht.text.collaboration import BASIS, QUESTIONS, bridge_line, cell_line, cell_rows, visible_line
from hecht.text.collaboration_ahead import milestone_rows, moment_lines, quiet_line
from hecht.text.collaboration_history import version_words
from hecht.text.measures import capital, first_name
from hecht.text.moves import through
from hecht.web import collaboration_shapes as shapes
from hecht.web.common import Day, Lang, TheDesk, found, who
from hecht.web.shapes import Who

Which = Annotated[str, Parameter(pattern="^[0-9a-f]{16}$", description="The id of a collaboration.")]
MOST = 200


@get("/collaborations", sync_to_thread=True)
def collaborations(desk: TheDesk, day: Day) -> shapes.Collaborations:
    """Give every collaboration, and those that may exist."""
    people = desk.people(day)
    proposed = [
        shapes.Proposed(
            one.id,
            one.name,
            list(one.organisations[:100]),
            [who(people[person]) for person in one.people[:MOST] if person in people],
            one.meetings,
            to_date(one.first).isoformat(),
            to_date(one.last).isoformat(),
        )
        for one in desk.begins(day)[:20]
    ]
    return shapes.Collaborations(_listed(desk, day), proposed)


@post("/collaborations", sync_to_thread=True)
def begin(data: JSONBody[shapes.Begin], desk: TheDesk, lang: Lang, day: Day) -> shapes.Collaboration:
    """Begin a collaboration."""
    for person in data.people:
        found(desk, person, day)
    made = desk.log.collaborations.add(data.name, data.people, None, day)
    return _shown(desk, f"{made.id:016x}", lang, day)


@get("/collaborations/{which:str}", sync_to_thread=True)
def collaboration(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.Collaboration:
    """Give one collaboration."""
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/name", sync_to_thread=True)
def rename(which: Which, data: JSONBody[shapes.Named], desk: TheDesk, lang: Lang, day: Day) -> shapes.Collaboration:
    """Give a collaboration another name."""
    desk.log.collaborations.rename(which, data.name)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/why", sync_to_thread=True)
def why(which: Which, data: JSONBody[shapes.Why], desk: TheDesk, lang: Lang, day: Day) -> shapes.Collaboration:
    """Answer one of the questions of the start."""
    desk.log.collaborations.why(which, data.question, data.text)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/party", sync_to_thread=True)
def party(which: Which, data: JSONBody[shapes.PartySaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Collaboration:
    """Add a party, say something of it, or take it out."""
    desk.log.collaborations.party(
        which,
        data.organisation,
        role=data.role,
        motive=data.motive,
        brings=data.brings,
        yields=data.yields,
        remove=data.remove,
    )
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/delegate", sync_to_thread=True)
def delegate(
    which: Which, data: JSONBody[shapes.DelegateSaid], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Collaboration:
    """Say that somebody takes part, for whom and with what mandate, or that they do not."""
    person = found(desk, data.person, day)
    room = desk.log.collaborations
    room.delegate(which, str(person.id), organisation=data.party, mandate=data.mandate, remove=data.remove)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/milestone", sync_to_thread=True)
def milestone(
    which: Which, data: JSONBody[shapes.MilestoneSaid], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Collaboration:
    """State a milestone."""
    desk.log.collaborations.milestone(which, data.title, data.day, data.kind)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/no-milestone", sync_to_thread=True)
def no_milestone(
    which: Which, data: JSONBody[shapes.NoMilestone], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Collaboration:
    """Take a milestone out."""
    desk.log.collaborations.no_milestone(which, data.id, day)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/belongs", sync_to_thread=True)
def belongs(
    which: Which, data: JSONBody[shapes.BelongsSaid], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Collaboration:
    """Say that something belongs to a collaboration, or does not."""
    desk.log.collaborations.belongs(which, data.what, data.value, inside=data.inside)
    return _shown(desk, which, lang, day)


@get("/collaborations/{which:str}/history", sync_to_thread=True)
def history(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.History:
    """Give what was stated of a collaboration, the last first."""
    people = desk.people(day)
    return shapes.History(
        [
            shapes.VersionRow(
                one.moment,
                datetime.fromtimestamp(one.moment, UTC).isoformat(),
                one.author,
                version_words(one, people[one.person].name if one.person in people else "", lang),
                one.undone,
            )
            for one in desk.log.collaborations.history(which)[:500]
        ]
    )


@post("/collaborations/{which:str}/undo", sync_to_thread=True, status_code=200)
def undo(
    which: Which,
    desk: TheDesk,
    day: Day,
    moment: Annotated[int | None, Parameter(ge=0, le=2**53, description="Which; the last when not given.")] = None,
) -> shapes.Collaborations:
    """Take back what was stated at a moment, or last; the collaboration itself may go with it, so the list is given."""
    desk.log.collaborations.undo(which, moment)
    return shapes.Collaborations(_listed(desk, day), [])


def _listed(desk: TheDesk, day: int) -> list[shapes.Listed]:
    every = desk.log.collaborations.every(day)[:500]
    return [shapes.Listed(one.id, one.name, list(one.parties[:100]), one.start, one.people) for one in every]


def _shown(desk: TheDesk, which: str, lang: str, day: int) -> shapes.Collaboration:
    store, belongs_, people = desk.log.store, desk.together(which, day), desk.people(day)
    view, lies = show(store, which, day, belongs_, people), ahead(store, which, day, belongs_, people)
    return shapes.Collaboration(
        id=view.id,
        name=view.name,
        start=view.start,
        look_back=view.look_back,
        moment=_moment(lies, people, lang),
        milestones=[
            shapes.MilestoneRow(row["id"], row["day"], row["kind"], row["title"], row["stated"], one.day > day)
            for one, row in zip(lies.milestones, milestone_rows(lies), strict=True)
        ][-MOST:],
        answers=[
            shapes.Answer(one, QUESTIONS[lang][one], view.answers.get(one, ""))
            for one in ("why", "for_whom", "how", "success")
        ],
        parties=[shapes.PartyRow(*one) for one in view.parties[:100]],
        members=_members(view, people),
        cells=[
            shapes.CellRow(
                row["a"], row["b"], row["how"], row["days"], row["informal"], row["last"], cell_line(cell, day, lang)
            )
            for cell, row in zip(view.cells[:5000], cell_rows(view.cells), strict=False)
        ],
        visible=visible_line(view, lang),
        bridges=bridge_line(view, lang),
        belongs=_belongs(view, lang),
        belongs_total=len(view.belongs),
        seen_through=capital(through(view.seen_through, lang)),
    )


def _moment(ahead: AheadView, people: dict[int, Person], lang: str) -> shapes.MomentRow | None:
    if ahead.moment is None:
        return None
    first, *others = moment_lines(ahead, lang)
    quiet = [one for one in ahead.moment.quiet if one.person in ahead.people]
    return shapes.MomentRow(
        first,
        to_date(ahead.moment.milestone.day).isoformat(),
        ahead.moment.left,
        [
            shapes.QuietRow(who(people.get(one.person, ahead.people[one.person])), quiet_line(one, ahead, lang))
            for one in quiet[:100]
        ],
        " ".join(line.strip() for line in others[len(quiet) :]),
    )


def _members(view: CollaborationView, people: dict[int, Person]) -> list[shapes.Member]:
    return [
        shapes.Member(
            who(people[one.person])
            if one.person in people
            else Who(str(one.person), one.name, first_name(one.name), one.party),
            one.party,
            one.mandate,
            one.since,
            one.until,
            one.now,
            one.you,
            one.days,
            one.last,
        )
        for one in view.members[:500]
    ]


def _belongs(view: CollaborationView, lang: str) -> list[shapes.Belongs]:
    return [
        shapes.Belongs(
            str(one.item.key),
            to_date(one.item.day).isoformat(),
            CHANNELS[one.item.channel - 1],
            one.item.title,
            [view.people[person].name for person in one.item.people[:60] if person in view.people],
            one.basis.value,
            capital(BASIS[lang][one.basis]),
            one.item.informal,
        )
        for one in view.belongs[: -MOST - 1 : -1]
    ]
