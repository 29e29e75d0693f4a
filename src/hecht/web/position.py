"""Position on the page: what the user's own contact amounts to, in sentences, and in which groups it falls."""

from litestar import get

from hecht.text.network import group_rows, position_lines, thin_lines
from hecht.web import network_shapes
from hecht.web.common import Day, Lang, TheDesk


@get("/position", sync_to_thread=True)
def position(desk: TheDesk, lang: Lang, day: Day) -> network_shapes.Position:
    """Say what the user's own contact amounts to."""
    view = desk.position(day)
    me = next((row for row in view.rows if row.person == view.ego), None)
    said = [line for line in position_lines(view, lang) if line[:1] != " "]
    if me and me.degree:
        said = said[2:]  # how much there is and with how few is said by the figures
    return network_shapes.Position(
        lines=[*thin_lines(view.thin, lang), *said][:40],
        contacts=me.degree if me else 0,
        ways=me.effective_size if me else None,
        half=view.half,
        groups=[network_shapes.Group(called, size) for called, _, size in group_rows(view.rows[1:], lang)],
    )
