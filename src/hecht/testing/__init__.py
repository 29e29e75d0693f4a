"""Contracts that every source, store and engine keeps, for hecht's own tests and for those of your own.

A test class inherits one and gives what it asks for: `SourceContract` a source, a file of its kind with marker words in
every text that must not be kept, and the same file with one item broken; `StoreContract` empty stores.
`EngineContract` (in `hecht.testing.engines`) an engine with one large log. They need pytest and
hypothesis, which hecht itself does not.
"""

from hecht.testing.sources import SourceContract
from hecht.testing.stores import StoreContract

__all__ = ["SourceContract", "StoreContract"]
