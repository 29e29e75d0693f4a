"""Whose log it is: the user's own addresses, from signs in the files."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hecht.core.model import Owner

DELIVERED_SHARE = 0.05
DELIVERED_LEAST = 3
MAYBE_SHARE = 0.005
SENT_LEAST = 3
PRESENT_SHARE = 0.6
PRESENT_LEAST = 5


class Ego(NamedTuple):
    """The user's own identifiers, the main one first, and those that may be theirs (to be said, not assumed)."""

    own: tuple[str, ...]
    maybe: tuple[str, ...]
    how: str


def find_ego(signs: Iterable[Owner], present: Iterable[tuple[str, int]] = (), mails: int = 0) -> Ego:
    """Find whose files were read.

    Args:
        signs: how often mail was `delivered` to an identifier, and how often it wrote mail in a `sent` folder.
        present: in how many mails of the log an identifier takes part, used when there are no signs.
        mails: mails in the log.

    Returns:
        own: addresses that at least a twentieth of the mail was delivered to, and at least three mails,
            since one forged mail must not decide whose log it is; that wrote at least three mails of a sent folder
            or all of it, or at least three with the label of sent mail; without signs the one address that takes
            part in six of ten mails.
        maybe: other addresses that one mail in two hundred was delivered to, or that wrote from a sent folder,
            and addresses with the same name before the @ as one of all these.
        how: `delivered`, `sent`, `present` or nothing.
    """
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for sign in signs:
        counts[sign.how][sign.identifier] += sign.count
    delivered, sent = dict(counts["delivered"]), dict(counts["sent"])
    total = sum(delivered.values())
    weight = {who: delivered.get(who, 0) + sent.get(who, 0) for who in (*delivered, *sent)}
    own = {who for who, count in delivered.items() if count >= max(DELIVERED_LEAST, DELIVERED_SHARE * total)}
    own |= {who for who, count in sent.items() if count >= SENT_LEAST or len(sent) == 1}
    own |= {who for who, count in counts["labelled"].items() if count >= SENT_LEAST}
    how = "delivered" if delivered else "sent"
    everyone = sorted(present, key=lambda one: (-one[1], one[0]))
    if not own and everyone and everyone[0][1] >= max(PRESENT_LEAST, PRESENT_SHARE * mails):
        second = everyone[1][1] if len(everyone) > 1 else 0
        if everyone[0][1] > second:
            own, how = {everyone[0][0]}, "present"
    if not own:
        return Ego((), tuple(sorted(weight)), "")
    main = sorted(own, key=lambda who: (-weight.get(who, 0), who))
    likely = {who for who, count in delivered.items() if count >= max(2, MAYBE_SHARE * total)} | set(sent)
    locals_ = {who.partition("@")[0] for who in own | likely}
    alike = {who for who in (*weight, *(who for who, _ in everyone)) if who.partition("@")[0] in locals_}
    maybe = sorted((likely | alike) - own, key=lambda who: (-weight.get(who, 0), who))
    return Ego(tuple(main), tuple(maybe), how)
