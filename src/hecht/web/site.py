"""The built page: its files, held in memory, and the one document that every view is."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from mimetypes import guess_type

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

_ABSENT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>hecht</title>
<p>The page was not built with this installation. In a clone: <code>make demo</code>, or <code>pip install .</code></p></html>
"""
_LASTING = "public, max-age=31536000, immutable"


def _read(folder: Traversable, before: str = "") -> dict[str, bytes]:
    held: dict[str, bytes] = {}
    for one in folder.iterdir():
        if one.is_dir():
            held |= _read(one, f"{before}{one.name}/")
        else:
            held[before + one.name] = one.read_bytes()
    return held


def built() -> dict[str, bytes]:
    """Give the files of the built page by path; none when it was not built."""
    folder = files("hecht.web").joinpath("static")
    return _read(folder) if folder.is_dir() else {}


def site(held: dict[str, bytes]) -> list[object]:
    """Give the handlers that serve the page: its files by name, and the document for every view."""
    document = held.get("index.html", _ABSENT.encode())

    def shown() -> Response[bytes]:
        return Response(document, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})

    @get("/", include_in_schema=False, sync_to_thread=False)
    def home() -> Response[bytes]:
        return shown()

    @get("/{path:path}", include_in_schema=False, sync_to_thread=False)
    def other(path: FromPath[str]) -> Response[bytes]:
        name = path.lstrip("/")
        if name in held and name != "index.html":
            kind = guess_type(name)[0] or "application/octet-stream"
            lasting = _LASTING if name.startswith("assets/") else "no-cache"
            return Response(held[name], media_type=kind, headers={"cache-control": lasting})
        if "." in name.rpartition("/")[2] or name.startswith("api/"):
            raise NotFoundException
        return shown()

    return [home, other]
