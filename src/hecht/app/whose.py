"""Whose log it is: the user's own addresses, whether they said so, and which others may be theirs."""

from dataclasses import dataclass

from hecht.core.ego import Ego, find_ego
from hecht.core.identity import key_of
from hecht.core.model import OWNER, Owner
from hecht.sql import query
from hecht.stores.said import stated
from hecht.stores.store import Store


@dataclass(frozen=True, slots=True)
class Whose:
    """The user's own addresses; `said` when they said so, else they were found; `maybe` are others that may be theirs."""

    own: tuple[str, ...]
    said: bool
    maybe: tuple[str, ...]


def found_ego(store: Store) -> Ego:
    """Find whose files were read, by the signs in them, without what the user said is not theirs."""
    signs = [Owner(str(text), str(how), int(count or 0)) for text, how, count in store.rows(query("owners"))]
    present = [(str(text), int(count or 0)) for text, count in store.rows(query("presence"))]
    found = find_ego(signs, present, int(store.rows(query("mails"))[0][0] or 0))
    declined = {one.identifier for one in stated(store, "not_me")}
    own, maybe = (tuple(who for who in some if key_of(who) not in declined) for some in (found.own, found.maybe))
    return Ego(own, maybe, found.how if own else "")


def whose(store: Store) -> Whose:
    """Give whose log it is."""
    held = [(str(text), bool(spoken)) for _, text, spoken in store.rows(query("own_said")) if text != OWNER]
    own = tuple(sorted(text for text, _ in held))
    found = found_ego(store)
    maybe = tuple(who for who in (*found.own, *found.maybe) if who not in own)
    return Whose(own, any(spoken for _, spoken in held), maybe if own else ())
