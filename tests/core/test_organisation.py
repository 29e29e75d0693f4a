"""Organisations: the registrable domain after the public suffix list (publicsuffix.org), never that of free mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from hecht.core.organisation import FREE_MAIL, _suffixes, domain_of


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("waterschap.example", "waterschap.example"),
        ("example.nl", "example.nl"),
        ("mail.example.nl", "example.nl"),
        ("a.b.c.example.nl", "example.nl"),
        ("example.co.uk", "example.co.uk"),
        ("post.example.co.uk", "example.co.uk"),
        ("ministry.gov.uk", "ministry.gov.uk"),  # gov.uk is a public suffix
        ("office.ministry.gov.uk", "ministry.gov.uk"),
        ("nasa.gov", "nasa.gov"),
        ("jpl.nasa.gov", "nasa.gov"),
        ("city.kawasaki.jp", "city.kawasaki.jp"),  # an exception in the list: !city.kawasaki.jp
        ("anna.github.io", "anna.github.io"),  # in the part of private owners
    ],
)
def test_the_registrable_domain(host: str, domain: str) -> None:
    assert domain_of(f"mailto:anna@{host}") == domain


@pytest.mark.parametrize(
    "identifier",
    [
        "mailto:anna@gmail.com",
        "mailto:anna@ziggo.nl",
        "mailto:anna@mail.ziggo.nl",  # a machine of a provider is the provider
        "mailto:anna@yahoo.co.uk",
        "mailto:anna@kpnmail.nl",
        "mailto:anna@co.uk",
        "mailto:anna@gov.uk",
        "mailto:anna@nl",
        "mailto:anna@localhost",
        "tel:+31612345678",
        "owner:me",
        "id:anna@example.nl",
        "anna@example.nl",
        "",
    ],
)
def test_no_organisation(identifier: str) -> None:
    assert domain_of(identifier) == ""


@given(st.sampled_from(sorted(FREE_MAIL)), st.sampled_from(["", "mail.", "a.b."]))
def test_free_mail_is_nobodys_organisation(domain: str, machine: str) -> None:
    assert domain_of(f"mailto:anna@{machine}{domain}") == ""


LABEL = st.from_regex(r"[a-z]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)


@given(st.lists(LABEL, min_size=1, max_size=4))
def test_the_domain_is_the_end_of_the_host_and_its_own_domain(labels: list[str]) -> None:
    host = ".".join([*labels, "nl"])
    domain = domain_of(f"mailto:anna@{host}")
    assert domain in {"", f"{labels[-1]}.nl"} | {".".join([*labels[-2:], "nl"])}
    assert not domain or domain_of(f"mailto:bram@{domain}") == domain


def test_the_rules_are_those_of_the_library() -> None:
    whole, quick = PublicSuffixList(), _suffixes()
    for host in (
        "a.b.公司.cn",
        "a.b.xn--55qx5d.cn",
        "x.y.kawasaki.jp",
        "city.kawasaki.jp",
        "a.b.网络.香港",
        "a.eu.org",
    ):
        assert quick.privatesuffix(host) == whole.privatesuffix(host)
    assert quick._publicsuffix == whole._publicsuffix
