"""Reading in: files that are dropped on the page, the demo world, how far that is, and what was read before."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import PurePosixPath
from typing import Annotated, Any

import litestar
from litestar import Request, get, post, put
from litestar.params import FromQuery, JSONBody, Parameter
from litestar.response import Stream
from msgspec import json as encoding

from hecht.app import jobs
from hecht.app import who as whoever
from hecht.app.addresses import is_address, shortened
from hecht.app.files import DROPPED
from hecht.app.remembered import Remembered
from hecht.core.cleaning import clean
from hecht.core.errors import NoSuchJobError, NotAnAddressError
from hecht.core.identity import hashed
from hecht.text.summary import import_lines, removed_line
from hecht.web import shapes
from hecht.web.common import Day, Lang, TheDesk, TheDesks, TheWork
from hecht.web.work import NoRoomError

JobId = Annotated[str, Parameter(pattern="^[0-9]{1,19}$", description="The number of a job.")]
SourceId = Annotated[str, Parameter(pattern="^[0-9]{1,19}$", description="The number of a source.")]
_LOOK = 0.25
_PIECE = 1 << 20
_BEAT = 60


@post("/imports", sync_to_thread=True)
def begin(work: TheWork, desks: TheDesks, lang: Lang) -> shapes.Job:
    """Begin to take in files; an import that was begun before and never started is given up."""
    return shape(jobs.job(desks.store, work.receive()), lang)


@put("/imports/{job:str}/file", status_code=204, request_max_body_size=None)
async def file(
    request: Request[Any, Any, Any],
    job: JobId,
    work: TheWork,
    name: Annotated[str, Parameter(min_length=1, max_length=1000, description="Its name, below the dropped folder.")],
    changed: Annotated[int, Parameter(ge=0, le=1 << 62, description="When it was changed, in milliseconds.")] = 0,
) -> None:
    """Take in one file, as it comes; when it breaks off, nothing of it is kept."""
    spool = work.spool(int(job))
    ticket = spool.begin()
    whole = False
    try:
        waiting: list[bytes] = []
        size = 0
        async for piece in request.stream():
            waiting.append(piece)
            size += len(piece)
            if size >= _PIECE:
                await asyncio.to_thread(spool.add, ticket, b"".join(waiting))
                if not spool.room():
                    raise NoRoomError
                waiting, size = [], 0
        await asyncio.to_thread(spool.add, ticket, b"".join(waiting))
        spool.end(ticket, plain(name), changed * 1_000_000)
        whole = True
    finally:
        if not whole:
            spool.drop(ticket)


def plain(name: str) -> str:
    """Give the name of a dropped file as it may be shown and remembered: no way up, no way from the root."""
    parts = [clean(part, 200) for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(part for part in parts if part)[-800:] or "file"


@post("/imports/{job:str}/start", sync_to_thread=True, status_code=202)
def start(job: JobId, work: TheWork, desks: TheDesks, lang: Lang) -> shapes.Job:
    """Read what was taken in."""
    work.begin(int(job))
    return shape(jobs.job(desks.store, int(job)), lang)


@post("/demo", sync_to_thread=True, status_code=202)
def demo(work: TheWork, desks: TheDesks, lang: Lang) -> shapes.Job:
    """Make the demo world and read it into a log of its own."""
    desks.show(demo=False)
    return shape(jobs.job(desks.store, work.demo()), lang)


@get("/jobs", sync_to_thread=True)
def every(desks: TheDesks, lang: Lang) -> shapes.Jobs:
    """Give the jobs that are remembered."""
    return shapes.Jobs([shape(one, lang) for one in jobs.jobs(desks.store)[:30]])


@get("/jobs/{job:str}", sync_to_thread=True)
def one(job: JobId, desks: TheDesks, lang: Lang) -> shapes.Job:
    """Say how far a job is."""
    return shape(jobs.job(desks.store, int(job)), lang)


@get("/jobs/{job:str}/events", media_type="text/event-stream")
async def events(job: JobId, desks: TheDesks, lang: Lang) -> Stream:
    """Say how far a job is whenever that changes, until it ends (server-sent events of `Job`)."""
    await asyncio.to_thread(jobs.job, desks.store, int(job))

    async def told() -> AsyncIterator[bytes]:
        before, still = None, 0
        while True:
            try:
                now = await asyncio.to_thread(jobs.job, desks.store, int(job))
            except NoSuchJobError:
                return
            if now != before:
                before, still = now, 0
                yield b"data: " + encoding.encode(shape(now, lang)) + b"\n\n"
            elif (still := still + 1) % _BEAT == 0:
                yield b": still there\n\n"
            if now.state in jobs.ENDED:
                return
            await asyncio.sleep(_LOOK)

    return Stream(told(), media_type="text/event-stream")


@get("/sources", sync_to_thread=True)
def sources(desk: TheDesk, day: Day) -> shapes.Sources:
    """Give what was imported, and how old each is."""
    return _sources(desk, day)


def _sources(desk: TheDesk, day: Day) -> shapes.Sources:
    rows = desk.sources(day)
    return shapes.Sources([_source(row) for row in rows[:1000]], len(rows), list(desk.counts().ego))


def _source(row: Remembered) -> shapes.Source:
    dropped = row.path.startswith(DROPPED)
    path = shortened(row.path) if is_address(row.path) else row.path.removeprefix(DROPPED)
    name = path if is_address(row.path) else PurePosixPath(path.replace("\\", "/")).name
    return shapes.Source(
        str(_number(row.path)), path, name, row.kinds, row.files, row.newest, row.read, row.there, dropped
    )


def _number(path: str) -> int:
    return hashed("source", path)


@litestar.delete("/sources/{source:str}", sync_to_thread=True, status_code=200)
def forget(source: SourceId, desk: TheDesk, lang: Lang, day: Day, *, contents: FromQuery[bool] = False) -> shapes.Said:
    """Forget something that was imported, and with `contents` what came from nowhere else."""
    path = next((row.path for row in desk.log.sources(day) if _number(row.path) == int(source)), None)
    if path is None:
        raise NoSuchJobError
    return shapes.Said(removed_line(desk.log.remove_source(path, contents=contents), lang))


@put("/me", sync_to_thread=True, status_code=200)
def me(data: JSONBody[shapes.Me], desk: TheDesk) -> shapes.Sources:
    """Say which addresses, numbers or accounts are the user's own, and which are not.

    Raises:
        NotAnAddressError: it is no address, and the log knows nobody by it.
        NotOwnAddressError: nobody would be left who the user is, or the log does not know it.
    """
    day = desk.log.day()
    known = {text.partition(":")[2].casefold(): text for one in desk.people(day).values() for text in one.identifiers}
    said = [known.get(one.strip().casefold()) or (one.strip() if "@" in one else "") for one in data.addresses]
    if "" in said:
        raise NotAnAddressError
    if said:
        whoever.add_own(desk.log.store, said)
    for one in data.not_mine:
        whoever.drop_own(desk.log.store, one)
    return _sources(desk, day)


def shape(job: jobs.Job, lang: Lang) -> shapes.Job:
    """Give a job as it is shown; once it is done, with what it did."""
    done = jobs.summary_of(job.result) if job.result else None
    return shapes.Job(
        id=str(job.id),
        kind=job.kind,  # type: ignore[arg-type]
        state=job.state,  # type: ignore[arg-type]
        name=job.name,
        read=job.read,
        size=job.size,
        items=job.items,
        new=sum(done.new.values()) + sum(done.revised.values()) + done.cards if done else 0,
        known=sum(done.known.values()) + done.unchanged if done else 0,
        unreadable=len(done.unreadable) if done else 0,
        words=list(import_lines(done, lang))[:300] if done else [],
    )
