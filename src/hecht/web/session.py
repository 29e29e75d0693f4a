"""The session: what the page opens with, and which log lies open."""

from litestar import get, post
from litestar.params import JSONBody

from hecht import __version__
from hecht.app import jobs
from hecht.app.settings import language
from hecht.core.days import to_date
from hecht.web import shapes
from hecht.web.common import TheDesk


@get("/session", sync_to_thread=True)
def session(desk: TheDesk) -> shapes.Session:
    """Say whose log lies open, from which day it is looked at, and whether there is anything in it."""
    return _session(desk)


@post("/session", sync_to_thread=True, status_code=200)
def open_log(data: JSONBody[shapes.Open], desk: TheDesk) -> shapes.Session:
    """Lay the demo world's log open, or the user's own."""
    desk.show(demo=data.demo)
    return _session(desk)


def _session(desk: TheDesk) -> shapes.Session:
    store = desk.log.store
    counts = desk.counts()
    return shapes.Session(
        version=__version__,
        lang=language(store, None),  # type: ignore[arg-type]
        as_of=to_date(desk.log.day()).isoformat(),
        own_today=store.setting("today") is not None,
        demo=desk.demo,
        demo_made=jobs.demo_database(desk.own.store).exists(),
        empty=counts.interactions == 0,
        whole=desk.log.whole,
        ego=list(counts.ego),
        ego_known=counts.ego_known,
        people=counts.people,
        interactions=counts.interactions,
    )
