"""Serving a round of questions in words: at which address, and plainly what it means when that is not this computer's own."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hecht.text.pulse import LOOPBACK, last_day

if TYPE_CHECKING:
    from hecht.stores.round import Head


def serving_lines(head: "Head", bind: str, port: int, lang: str) -> list[str]:
    """Say in the terminal at which address a round is answered, and for whom."""
    nl = lang == "nl"
    day = last_day(head, lang)
    lines = [
        f"Vragenrondje {head.name}: te beantwoorden op {head.at}, tot en met {day}. Ctrl-C stopt."
        if nl
        else f"Round of questions {head.name}: answered at {head.at}, until and including {day}. Ctrl-C stops."
    ]
    if bind in LOOPBACK and head.at.startswith("http:") and urlsplit(head.at).hostname not in LOOPBACK:
        lines.append(
            f"Het luistert nu alleen op deze computer; voor anderen: --bind {urlsplit(head.at).hostname}"
            if nl
            else f"It listens on this computer alone now; for others: --bind {urlsplit(head.at).hostname}"
        )
    if bind not in LOOPBACK:
        lines.append(
            f"Let op: wie dit netwerk op kan, kan deze computer nu bereiken op {bind}, poort {port}. Zonder link is er niets te zien."
            if nl
            else f"Note: whoever is on this network can now reach this computer at {bind}, port {port}. Without a link there is nothing to see."
        )
    return [*lines, *_readable(head, lang)]


def listening_lines(head: "Head", bind: str, port: int, lang: str) -> list[str]:
    """Say on the page where a round is answered as long as the page's server runs, and that nothing goes out by itself."""
    nl, here = lang == "nl", bind in LOOPBACK
    where = f"{bind}, {'poort' if nl else 'port'} {port}"
    if nl:
        who = (
            "alleen deze computer kan erbij."
            if here
            else "wie dit netwerk op kan, kan deze computer daar bereiken. Zonder link is er niets te zien."
        )
        first, rest = (
            f"Dit rondje luistert op {where}: {who}",
            "hecht verstuurt zelf niets. Sluit je hecht, dan luistert het niet meer; antwoorden die er zijn, blijven.",
        )
    else:
        who = (
            "this computer alone can reach it."
            if here
            else "whoever is on this network can reach this computer there. Without a link there is nothing to see."
        )
        first, rest = (
            f"This round listens on {where}: {who}",
            "hecht sends nothing itself. When you close hecht it no longer listens; answers that came in stay.",
        )
    return [first, rest, *([] if here else _readable(head, lang))]


def _readable(head: "Head", lang: str) -> list[str]:
    if not head.at.startswith("http:") or urlsplit(head.at).hostname in LOOPBACK:
        return []
    return [
        "Let op: http is niet versleuteld; wie op het netwerk meeleest, leest links en antwoorden. Zet er voor anderen https voor."
        if lang == "nl"
        else "Note: http is not encrypted; whoever listens on the network reads links and answers. Put https in front for others."
    ]
