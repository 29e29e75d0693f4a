"""Text from strangers made safe to keep and to show."""

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]+"
)
_SPACES = re.compile(r"\s+")


def clean(text: str, length: int = 300) -> str:
    """Give a text without control, direction, invisible and half characters, on one line, at most `length` long."""
    return _SPACES.sub(" ", _UNSEEN.sub(" ", text)).strip()[:length].rstrip()
