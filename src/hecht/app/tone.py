"""Tone: the judge with hecht's own lexicon, for intake and for texts that are handed in; nothing of a text is kept."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files as resources
from typing import Any, NamedTuple

from hecht.core.lexicon import read_lexicon
from hecht.core.model import Tone
from hecht.core.tone import judge_with


class Judged(NamedTuple):
    """What came of one line: its judgement, or what is wrong with the line (`line` counts from 1)."""

    line: int
    tone: Tone | None
    wrong: str = ""

    def row(self) -> dict[str, Any]:
        """Give the judgement as the object that is written."""
        tone = self.tone or Tone(None, 0, 0, 0, "", 0)
        return {
            "relation": tone.relation,
            "friction": tone.friction,
            "language": tone.language or None,
            "reasons": list(tone.reasons),
        }


@cache
def own_judge() -> Callable[[str, str], Tone]:
    """Give the judge with the lexicon that comes with hecht."""
    text = resources("hecht.core").joinpath("data/tone.tsv").read_text(encoding="utf-8")
    return judge_with(read_lexicon(text.splitlines()))


def judge_lines(lines: Iterable[str]) -> Iterator[Judged]:
    """Judge JSON lines `{"text": ..., "subject": ...}`; a line that is none is told and passed over, and never repeated."""
    judge = own_judge()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError):
            yield Judged(number, None, "not JSON")
            continue
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            yield Judged(number, None, "no text in it")
            continue
        yield Judged(number, judge(item["text"], str(item.get("subject") or "")))
