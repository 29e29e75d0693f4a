"""The Source contract and the list of sources.

Terminology
-----------
opened      a binary stream, positioned at its start; not necessarily seekable, so sources only read forward
now         unix seconds of the import, given by the caller: a source never looks at a clock
cursor      what an earlier reading of the same growing file yielded last, or None
item        what a source yields: Interaction, Series, Card, LeftOut, Unreadable or Cursor (`core.model`)
"""

from typing import BinaryIO, ClassVar, Protocol

from hecht.core.model import Cursor, Items


class Source(Protocol):
    """One kind of file. A broken item gives one Unreadable and the rest goes on; no field ever holds body text."""

    name: ClassVar[str]
    """The word for this kind of file in summaries (`mbox`, `eml`, `ics`, `vcard`, `plain`)."""

    def identify(self, head: bytes, name: str) -> bool:
        """Say whether a file with these first bytes (at most 4,096) and this name is of this kind."""
        ...  # pragma: no cover

    def extract(self, opened: BinaryIO, now: int, cursor: Cursor | None = None) -> Items:
        """Yield every item of the file, in the order of the file."""
        ...  # pragma: no cover
