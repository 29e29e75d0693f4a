"""Where somebody works and worked: from the addresses they used over time, and from what the user states."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hecht.core.names import plain
from hecht.core.organisation import domain_of

_OVERLAP = 60
"""Days for which an old address may still be used after a new one; the one begun last is then the present one."""
_TELLING = 3
"""Letters from which a word of an organisation's name can be looked for in a domain."""
_FORMS = frozenset(
    "bv nv ltd gmbh inc llc vof stichting vereniging cooperatie coop groep group the het van der den and".split()
)


class Used(NamedTuple):
    """An address of an organisation, with the first and last day on which its owner used it (None: not seen in use)."""

    organisation: str
    first: int | None
    last: int | None


class Stated(NamedTuple):
    """What the user stated: an organisation ("" for none), from and until a day (None: open)."""

    organisation: str
    since: int | None
    until: int | None


class Employment(NamedTuple):
    """One organisation in somebody's history, seen or stated from and until a day; None where that is not known."""

    organisation: str
    since: int | None
    until: int | None
    stated: bool = False


def labels(held: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the organisation of each identifier: as a card that holds it says, else its domain, else nothing.

    Where a card holds addresses of several domains and its organisation is plainly one of them ("Delta BV" and
    delta.nl), the others go by their domain: they are an earlier or another employer.
    """
    every = list(held)
    found = {}
    for text, organisation in every:
        domain = domain_of(text)
        rivals = {domain_of(other) for other, said in every if said == organisation} - {""}
        fitting = {rival for rival in rivals if _fits(organisation, rival)}
        elsewhere = domain and len(rivals) > 1 and fitting and domain not in fitting
        found[text] = domain if elsewhere or not organisation else organisation
    return found


def _fits(organisation: str, domain: str) -> bool:
    words = [word for word in re.findall(r"[a-z0-9]+", plain(organisation)) if word not in _FORMS]
    name = domain.partition(".")[0].replace("-", "")
    initials = "".join(word[0] for word in words)
    return any(len(word) >= _TELLING and word in name for word in words) or (
        len(initials) >= _TELLING and initials == name
    )


def history(used: Iterable[Used], stated: Sequence[Stated]) -> tuple[Employment, ...]:
    """Give the organisations in the order of time; what was stated stands before what was seen on the same days."""
    spells: dict[str, tuple[int, int]] = {}
    for organisation, first, last in used:
        if organisation and first is not None and last is not None:
            before = spells.get(organisation, (first, last))
            spells[organisation] = min(first, before[0]), max(last, before[1])
    told = [Employment(*one, stated=True) for one in stated if one.organisation]
    seen = [
        Employment(organisation, first, last)
        for organisation, (first, last) in spells.items()
        if not any(
            one.organisation == organisation or ((one.since or first) <= first and last <= (one.until or last))
            for one in stated
        )
    ]
    return tuple(sorted([*told, *seen], key=lambda one: (one.since or 0, one.until or 1 << 30, one.organisation)))


def present(used: Iterable[Used], stated: Sequence[Stated], as_of: int) -> str | None:
    """Give the organisation of somebody on a day ("" for none), or None when neither use nor statement tells.

    What was stated last and holds that day goes first. Where it has ended, only an address of another organisation
    counts that was still used afterwards.
    """
    holding = [
        one for one in stated if (one.since is None or one.since <= as_of) and (one.until is None or as_of <= one.until)
    ]
    if holding:
        return holding[-1].organisation
    ended = max(
        (one for one in stated if one.until is not None and one.until < as_of),
        key=lambda one: one.until or 0,
        default=None,
    )
    spells = [one for one in history(used, ()) if ended is None or _elsewhere(one, ended)]
    if not spells:
        return None if ended is None else ""
    last = max(one.until or 0 for one in spells)
    return max(
        (one for one in spells if (one.until or 0) >= last - _OVERLAP),
        key=lambda one: (one.since or 0, one.organisation),
    ).organisation


def _elsewhere(one: Employment, ended: Stated) -> bool:
    same = one.organisation == ended.organisation or _fits(ended.organisation, one.organisation)
    return not same and (one.until or 0) > (ended.until or 0)
