"""The door: only this machine, only this page, only with the token; and nothing that was sent is said back."""

import http.client
import json

import pytest

from web.conftest import TOKEN, Client

HEAD = {"Authorization": f"Bearer {TOKEN}"}


def raw(client: Client, path: str, *headers: tuple[str, str], method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Ask with exactly these headers, as no browser would let a page do."""
    connection = http.client.HTTPConnection("127.0.0.1", client.server.port, timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    found = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, found, body


def host(client: Client) -> tuple[str, str]:
    return ("Host", f"127.0.0.1:{client.server.port}")


def test_with_token_and_own_host_one_gets_in(world: Client) -> None:
    for name in ("127.0.0.1", "localhost"):
        status, _, body = raw(world, "/api/session", ("Host", f"{name}:{world.server.port}"), *HEAD.items())
        assert status == 200
        assert json.loads(body)["demo"] is False


@pytest.mark.parametrize("path", ["/", "/week", "/api/session", "/favicon.svg", "/api/schema/openapi.json"])
@pytest.mark.parametrize("other", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "[::1]", ""])
def test_another_host_is_refused_everywhere(world: Client, path: str, other: str) -> None:
    status, headers, body = raw(world, path, ("Host", other), *HEAD.items())
    assert status == 421
    assert headers["content-type"] == "application/problem+json"
    assert json.loads(body)["code"] == "other_host"


def test_two_hosts_are_none(world: Client) -> None:
    assert raw(world, "/api/session", host(world), host(world), *HEAD.items())[0] in (400, 421)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_another_origin_is_refused(world: Client, origin: str, method: str) -> None:
    status, headers, _ = raw(world, "/api/session", host(world), ("Origin", origin), *HEAD.items(), method=method)
    assert status == 403
    assert not [name for name in headers if name.startswith("access-control")]


def test_a_page_of_another_site_is_refused_though_it_sends_no_origin(world: Client) -> None:
    assert raw(world, "/api/session", host(world), ("Sec-Fetch-Site", "cross-site"), *HEAD.items())[0] == 403


def test_the_own_origin_is_let_in(world: Client) -> None:
    own = ("Origin", world.server.origin)
    assert raw(world, "/api/session", host(world), own, *HEAD.items())[0] == 200


@pytest.mark.parametrize("token", [None, "Bearer", "Bearer wrong", TOKEN, f"Basic {TOKEN}", f"bearer {TOKEN}x"])
def test_without_the_token_nothing_is_told(world: Client, token: str | None) -> None:
    for path in ("/api/session", "/api/week", "/api/people", "/api/schema/openapi.json", "/api/nothing"):
        reply = world.get(path, Authorization=token)
        assert reply.status == 401
        assert set(reply.body) == {"type", "title", "status", "code"}


@pytest.mark.parametrize(
    "path",
    [
        "//api/session",
        "/%2fapi/session",
        "/%2Fapi%2Fsession",
        "///api/session",
        "api/session",
        "/api//session",
        "/\\api/session",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_no_other_spelling_of_a_path_passes_the_door(world: Client, path: str, method: str) -> None:
    for headers in ((), tuple(HEAD.items())):
        status, _, body = raw(world, path, host(world), *headers, method=method)
        assert status == 404
        assert b"interactions" not in body


def test_the_api_without_a_last_part_needs_the_token_too(world: Client) -> None:
    for path in ("/api", "/api/", "/api?x=1", "/%61pi", "/api/session/"):
        assert raw(world, path, host(world))[0] == 401


def test_two_tokens_are_none(world: Client) -> None:
    assert raw(world, "/api/session", host(world), *HEAD.items(), *HEAD.items())[0] == 401


def test_every_reply_keeps_the_page_to_itself(world: Client) -> None:
    for path in ("/", "/week", "/api/session", "/api/people/1", "/api/nothing"):
        headers = world.get(path).headers
        policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert "unsafe" not in headers["content-security-policy"]
        assert "http" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "server" not in headers
        assert not [name for name in headers if name.startswith("access-control")]
        if path.startswith("/api"):
            assert headers["cache-control"] == "no-store"


def test_a_view_is_the_document_and_nothing_else_is(world: Client) -> None:
    assert world.get("/").body == world.get("/person/123").body
    for path in ("/../pyproject.toml", "/assets/none.js", "/static/index.html", "/%2e%2e/%2e%2e/etc/passwd.txt"):
        assert world.get(path).status == 404
    assert world.ask("POST", "/week", {}).status == 405


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/people/99999", None),
        ("GET", "/api/people/Bram%20de%20Boer", None),
        ("GET", "/api/week?as_of=Bram", None),
        ("GET", "/api/week?as_of=2025-99-99", None),
        ("GET", "/api/people?limit=Bram", None),
        ("POST", "/api/week/0123456789abcdef", {"verdict": "Bram"}),
        ("POST", "/api/week/0123456789abcdef", {"verdict": "done", "Bram": 1}),
        ("POST", "/api/week/0123456789abcdef", {"verdict": "done"}),
        ("GET", "/api/Bram", None),
        ("PUT", "/api/me", {"addresses": ["Bram"]}),
    ],
)
def test_what_goes_wrong_is_said_in_the_users_language_and_says_nothing_back(
    world: Client, method: str, path: str, body: object
) -> None:
    titles = set()
    for lang in ("nl", "en"):
        reply = world.ask(method, path, body, headers={"Accept-Language": lang})
        assert 400 <= reply.status < 500
        assert reply.headers["content-type"] == "application/problem+json"
        assert set(reply.body) == {"type", "title", "status", "code"}
        assert reply.body["status"] == reply.status
        assert "Bram" not in json.dumps(reply.body)
        assert "99" not in reply.body["title"]
        titles.add(reply.body["title"])
    assert len(titles) == 2


def test_a_request_that_is_too_large_is_refused(world: Client) -> None:
    reply = world.ask("PUT", "/api/me", {"addresses": ["a" * 200_000]})
    assert reply.status in (400, 413)
