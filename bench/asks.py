"""What standing asks cost the week: gathering what answers rest on, once, and each ask on those grounds, in the demo world.

python -m bench.asks
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.common import machine

from hecht.app.answer import answered
from hecht.app.demo import make_demo
from hecht.app.grounds import gather
from hecht.app.snapshot import take

Value = TypeVar("Value")
ASKS = (
    "Wie heeft ervaring met een trillend gemaal uit 1974?",
    "Wie kan meedenken over vismigratie bij een gemaal?",
    "Gezocht: ervaring met de beveiliging van besturing",
    "Hoe organiseer je een kennistafel?",
    "Ervaring met het aanbesteden van baggerwerk",
)


def timed(work: Callable[[], Value]) -> tuple[float, Value]:
    """Give the CPU seconds of a piece of work, and what it gave."""
    begun = time.process_time()
    value = work()
    return time.process_time() - begun, value


def main() -> None:
    """Print CPU seconds."""
    with tempfile.TemporaryDirectory() as name, make_demo(Path(name)).log as log:
        day = log.day()
        shot = take(log.store, day)
        some = [log.ask(text) for text in ASKS]
        answered(some[0], gather(log.store, day, shot))  # stems and the model are loaded
        alone = [timed(lambda one=one: answered(one, gather(log.store, day, shot)))[0] for one in some]  # type: ignore[misc]
        once, grounds = timed(lambda: gather(log.store, day, shot))
        answered(some[0], grounds)  # the chains into organisations are made
        each = [timed(lambda one=one: answered(one, grounds))[0] for one in some]  # type: ignore[misc]
        print(f"{machine()}\n{len(grounds.held.titles)} titles, {len(some)} asks; CPU seconds")
        print(
            f"an ask by itself {sum(alone) / len(some):.2f}; grounds once {once:.2f}; an ask on them {sum(each) / len(some):.3f}"
        )
        print(f"an ask more in the week costs {sum(each) / sum(alone):.3f} of one by itself")


if __name__ == "__main__":
    main()
