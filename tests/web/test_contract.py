"""The contract with the page: the schema and the replies that its client is built on and tested with.

Run with HECHT_WRITE=1 to write them anew, and then `npm run client` in page/.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from hecht.text.collaboration_lists import lists
from web.conftest import Client

PAGE = Path(__file__).parents[2] / "page"
VOLATILE = {"version", "read"}
REPLIES = {
    "session": "/api/session",
    "week": "/api/week",
    "week_en": "/api/week",
    "people": "/api/people",
    "person": "/api/people/{bram}",
    "held": "/api/people/{bram}/held",
    "sources": "/api/sources",
    "jobs": "/api/jobs",
}


def same(path: Path, found: Any) -> None:
    same_text(path, json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def same_text(path: Path, text: str) -> None:
    if os.environ.get("HECHT_WRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} differs: HECHT_WRITE=1 writes it anew"


def still(value: Any) -> Any:
    """Take out what differs between two runs."""
    if isinstance(value, dict):
        return {
            key: "2026-01-01" if key in VOLATILE else _placed(key, value) if "path" in value else still(one)
            for key, one in value.items()
        }
    return [still(one) for one in value] if isinstance(value, list) else value


def _placed(key: str, value: dict[str, Any]) -> Any:
    """Give a fact of a source without the folder of this run, of which its id is made too."""
    return value["name"] if key == "path" else "1" if key == "id" else value[key]


def test_the_schema_is_what_the_client_was_built_from(world: Client) -> None:
    found = world.get("/api/schema/openapi.json").body
    found["info"]["version"] = "0"
    same(PAGE / "openapi.json", found)


def test_the_page_chooses_from_the_lists_that_the_terminal_has() -> None:
    found = lists()
    words = {f"together.{name}.{key}": both for name, some in found.items() for key, both in some.items()}
    head = "// What one chooses from for a collaboration; written by tests/web/test_contract.py from src/hecht/text."
    keys = json.dumps({name: list(some) for name, some in found.items()}, indent=2)
    held = json.dumps(words, ensure_ascii=False, indent=2)
    same_text(
        PAGE / "src" / "words" / "lists.ts",
        f"{head}\nexport const LISTS = {keys} as const;\n\nexport default {held} as const;\n",
    )


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_is_the_one_the_page_is_tested_with(world: Client, name: str) -> None:
    bram = world.get("/api/people?q=bram").body["rows"][0]["who"]["id"]
    lang = "en" if name.endswith("_en") else "nl"
    reply = world.get(REPLIES[name].format(bram=bram), Accept_Language=lang)
    assert reply.status == 200
    same(PAGE / "tests" / "replies" / f"{name}.json", _without_folders(still(reply.body)))


def _without_folders(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: [Path(one).name for one in some] if key == "sources" else some for key, some in value.items()}
    return value


def test_only_the_schema_itself_is_served_of_the_documentation(world: Client) -> None:
    for path in ("/swagger", "/redoc", "/elements", "/rapidoc"):
        assert world.get(f"/api/schema{path}").status == 404
    assert "openapi" in world.get("/api/schema").body
