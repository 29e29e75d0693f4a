"""The session: what the page opens with, and which log lies open."""

from litestar import get, post
from litestar.params import JSONBody

from hecht import __version__
from hecht.app import jobs
from hecht.app.desk import Desk
from hecht.app.desks import Desks
from hecht.app.settings import language
from hecht.core.days import to_date
from hecht.web import shapes
from hecht.web.common import TheDesk, TheDesks


@get("/session", sync_to_thread=True)
def session(desks: TheDesks, desk: TheDesk) -> shapes.Session:
    """Say whose log lies open, from which day it is looked at, and whether there is anything in it."""
    return _session(desks, desk)


@post("/session", sync_to_thread=True, status_code=200)
def open_log(data: JSONBody[shapes.Open], desks: TheDesks) -> shapes.Session:
    """Lay the demo world's log open, or the user's own."""
    return _session(desks, desks.show(demo=data.demo))


def _session(desks: Desks, desk: Desk) -> shapes.Session:
    store = desk.log.store
    counts = desk.counts()
    return shapes.Session(
        version=__version__,
        lang=language(store, None),  # type: ignore[arg-type]
        as_of=to_date(desk.log.day()).isoformat(),
        own_today=store.setting("today") is not None,
        demo=desk.log.store is not desks.store,
        demo_made=jobs.demo_database(desks.store).exists(),
        empty=counts.interactions == 0,
        whole=desk.log.whole,
        ego=list(counts.ego),
        ego_known=counts.ego_known,
        ego_said=counts.ego_said,
        ego_maybe=list(counts.ego_maybe),
        people=counts.people,
        interactions=counts.interactions,
    )
