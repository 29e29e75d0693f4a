"""The organisation behind an address: its registrable domain, never that of a provider of free mail."""

from functools import cache, lru_cache

from publicsuffixlist import PSLFILE, PublicSuffixList

FREE_MAIL = frozenset(
    """aol.com casema.nl chello.nl fastmail.com fastmail.fm freedom.nl freeler.nl gmail.com gmx.com gmx.de gmx.net
    googlemail.com hccnet.nl hetnet.nl home.nl hotmail.be hotmail.com hotmail.nl icloud.com kpnmail.nl kpnplanet.nl live.be
    live.com live.nl mac.com mail.com mail.ru me.com msn.com online.nl outlook.be outlook.com outlook.nl planet.nl pm.me
    postbode.example proton.me protonmail.com quicknet.nl skynet.be solcon.nl soverin.net startmail.com t-mobilethuis.nl
    telenet.be telfort.nl tele2.nl tiscali.nl tuta.com tutanota.com upcmail.nl versatel.nl wanadoo.nl web.de xs4all.nl
    yahoo.com yahoo.co.uk yandex.com zeelandnet.nl ziggo.nl zonnet.nl""".split()
)
"""Domains where people have private mail; `postbode.example` is that of the demo world."""


@cache
def _suffixes() -> PublicSuffixList:
    """Give the library's own list, with only the rules that are not plain letters put in their encoded form too.

    The library encodes all ten thousand, which is most of what it takes to read them.
    """
    with open(PSLFILE, encoding="utf-8") as file:  # noqa: PTH123 - the core knows no paths
        rules = [line for line in file.read().splitlines() if line and not line.startswith("//")]
    encoded = [
        "!" * rule.startswith("!") + rule.split()[0].lstrip("!").encode("idna").decode()
        for rule in rules
        if not rule.isascii()
    ]
    return PublicSuffixList([*rules, *encoded], accept_encoded_idn=False)


@lru_cache(maxsize=32_768)
def domain_of(identifier: str) -> str:
    """Give the registrable domain of a mail identifier; nothing for free mail, bare hosts and other identifiers."""
    if not identifier.startswith("mailto:"):
        return ""
    host = identifier.rpartition("@")[2]
    if host in FREE_MAIL or "." not in host:
        return ""
    domain = str(_suffixes().privatesuffix(host) or "")
    return "" if domain in FREE_MAIL else domain
