"""A group with the same problem that becomes a collaboration: its people, their organisations, and the common interest as ambition."""

from hecht.app.collaboration import starting, stating
from hecht.app.collaboration.houses import houses
from hecht.app.collaboration.keeping import collaboration, collaborations
from hecht.app.groups import Group, change, group
from hecht.app.people import people
from hecht.core.collaboration.collaboration import Collaboration
from hecht.core.days import to_date
from hecht.core.exchange.groups import Part
from hecht.stores.store import Store


def become(store: Store, number: str, as_of: int) -> Collaboration:
    """Start a collaboration from a group, once: again gives the one that was started.

    It begins on the day of the gathering if that was before. Everybody takes part for the organisation they belong to, that of
    a third party alone as supplier; what came out as common interest is the ambition.

    Raises:
        NoSuchGroupError: no group has this id.
        CollaborationExistsError, NobodyToWorkWithError: see `starting.add`.
    """
    one = group(store, number)
    held = {f"{each.id:016x}" for each in collaborations(store)}
    if one.collaboration in held:
        return collaboration(store, one.collaboration)
    begun = to_date(one.day).isoformat() if one.day is not None and one.day <= as_of else None
    made = starting.add(store, one.title, as_of, [str(person.id) for person, _ in one.members], begun)
    called = f"{made.id:016x}"
    for organisation in _suppliers(store, one, as_of):
        starting.party(store, called, organisation, role="supplier")
    if one.interest:
        stating.ambition(store, called, one.interest)
    change(store, one.id, collaboration=called)
    return collaboration(store, called)


def _suppliers(store: Store, one: Group, as_of: int) -> list[str]:
    house = houses(people(store, as_of=as_of).values())
    others = {house.get(person.id, "") for person, part in one.members if part is not Part.THIRD}
    return sorted({house.get(person.id, "") or person.name for person in one.of(Part.THIRD)} - others - {""})
