"""How well chances of contact, and of waking, did on this very log."""

from hecht.app.outlook import own_history, whole_history
from hecht.app.snapshot import ego_of, nobody, whole
from hecht.core.ties.backtest import Backtest, backtest
from hecht.stores.store import Store


def judge(store: Store, as_of: int) -> Backtest:
    """Judge what would have been said on earlier days up to a day: of the user's ties, or of every pair of a network."""
    machines = nobody(store)
    if whole(store):
        return backtest(whole_history(store, as_of, machines)[0], as_of, whole=True)
    return backtest(own_history(store, ego_of(store), as_of, machines), as_of)
