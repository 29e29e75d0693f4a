"""The document of a round: the page that a link opens, and the form of one file that goes out and comes back as answers."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from hecht.app.pulse.answering import open_link
from hecht.app.pulse.forms import FORMAT
from hecht.stores.round import RoundFile
from hecht.text.pulse_words import PAGE
from hecht.web.pulse.shapes import shape

_HEAD = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">{policy}
<title>{title}</title>
<link rel="icon" href="data:,">
{parts}
</head>
<body>
<noscript><p>{script}</p></noscript>
<main id="main" tabindex="-1"></main>
</body>
</html>
"""


def part(name: str) -> str:
    """Give a file of the page."""
    return files("hecht.web.pulse").joinpath("page", name).read_text(encoding="utf-8")


def page(lang: str) -> bytes:
    """Give the page that every link opens; it holds the words, and nothing of any round."""
    return _document(lang, PAGE[lang]["title"], "", {"words": PAGE}, '<link rel="stylesheet" href="/pulse.css">', "")


def form(file: RoundFile, token: str, now: int) -> bytes:
    """Give the form of one person of a round by name, in one file that asks nothing of any network.

    Raises:
        BadLinkError: the link is not one of this round.
    """
    opened = open_link(file, token, now)
    held = {"words": PAGE, "format": FORMAT, "link": token, "form": {**shape(opened), "mine": None, "used": False}}
    script, style = part("pulse.js"), part("pulse.css")
    rules = (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; form-action 'none'"
    )
    policy = f'\n<meta http-equiv="Content-Security-Policy" content="{rules}">'
    title = f"{PAGE[opened.head.lang]['title']} {opened.head.name}"
    return _document(opened.head.lang, title, policy, held, f"<style>{style}</style>", script)


def _document(lang: str, title: str, policy: str, held: dict[str, Any], style: str, script: str) -> bytes:
    said = json.dumps(held, ensure_ascii=False).replace("<", "\\u003c")
    data = f'<script type="application/json" id="data">{said}</script>'
    code = f'<script type="module">{script}</script>' if script else '<script type="module" src="/pulse.js"></script>'
    parts = f"{style}\n{data}\n{code}"
    words = {"lang": lang, "policy": policy, "title": escape(title), "script": escape(PAGE[lang]["script"])}
    return _HEAD.format(**words, parts=parts).encode()


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
