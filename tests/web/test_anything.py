"""Whatever is sent, the server answers without falling over: schemathesis makes requests from the schema."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from web.conftest import TOKEN, Client

if "browser" not in os.environ.get("HECHT_REQUIRE", "").split(","):
    pytest.importorskip("schemathesis", reason="the whole API is tried with HECHT_REQUIRE=browser")
import schemathesis
from hypothesis import HealthCheck, given, settings

SCHEMA: Any = schemathesis.openapi.from_dict(
    json.loads((Path(__file__).parents[2] / "page" / "openapi.json").read_text(encoding="utf-8"))
)
# what begins a process of its own, or answers for as long as that runs
LEFT_OUT = {("POST", "/api/demo"), ("GET", "/api/jobs/{job}/events"), ("POST", "/api/imports/{job}/start")}
EVERY: list[Any] = [one.ok() for one in SCHEMA.get_all_operations()]
OPERATIONS = [one for one in EVERY if (one.method.upper(), one.path) not in LEFT_OUT]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_no_request_makes_the_server_fall_over(operation: Any, own: Client) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def tried(case: Any) -> None:
        reply = case.call(base_url=own.server.origin, headers={"Authorization": f"Bearer {TOKEN}"})
        assert reply.status_code < 500, (case.formatted_path, reply.text)

    tried()
    assert own.get("/api/session").status == 200


def test_nearly_every_operation_is_tried() -> None:
    assert len(OPERATIONS) >= 22
