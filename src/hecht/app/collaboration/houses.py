"""Houses: the organisation of everybody under one name, also of those whose address alone tells where they work."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from hecht.app.people import Person
from hecht.core.organisation import domain_of


def houses(everyone: Iterable[Person]) -> dict[int, str]:
    """Give the organisation of each person; who is known by a domain alone is at the house of others with that domain.

    An address book names some people's organisation ("Waterschap Veenstroom"), and of the others only the domain is known:
    they are of one house. Where the cards of one domain differ, the name that most of them give holds (of as many, the first
    by letter).
    """
    people = list(everyone)
    called: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in people:
        for domain in {domain_of(text) for text in one.identifiers} - {""}:
            if one.organisation and one.organisation != domain:
                called[domain][one.organisation] += 1
    named = {domain: min(names, key=lambda name: (-names[name], name)) for domain, names in called.items()}
    return {one.id: named.get(one.organisation, one.organisation) for one in people}
