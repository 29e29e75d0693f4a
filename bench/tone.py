"""Tone: messages of 1 kB judged a second on one core, against one large regular expression over the same lexicon.

    python -m bench.tone [MESSAGES]

The messages are texts of `evidence/tone/development.tsv` strung together to 1 kB, half Dutch and half English. The peer
does as one would at first: lower case, words by `re.findall`, language by counting small words, and the entries by one
alternation, longest first; it looks at nothing else (no questions, figures, smiles or pronouns). Both in one run, each
the least CPU time of five. Then one text of each hostile kind, 64 kB and 1 MB: sixteen times the text in about sixteen
times the time is linear.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.common import cpu, machine

from hecht.app.tone import own_judge

HERE = Path(__file__).parents[1]
LENGTH = 1_000
SMALL = {
    "nl": frozenset(["de", "het", "een", "ik", "je", "en", "van", "dat", "is", "op", "te", "in", "niet"]),
    "en": frozenset(["the", "a", "i", "you", "and", "of", "that", "is", "on", "to", "in", "not"]),
}
DUTCH = "het en de van een " * 20
"""Before every hostile text, so that it is taken for Dutch and looked at to the end."""
HOSTILE = {
    "one letter": "a",
    "an opening again and again": "dank ",
    "phrases": "dank je wel ",
    "apostrophes": "a'",
    "smiles": ":-",
    "figures": "10.",
    "marks": "’…€",  # noqa: RUF001 - typographic marks are what is meant
    "questions": "?",
    "another script": "ж ",
}


def texts(count: int) -> list[str]:
    """Give messages of 1 kB, made of labelled ones; the same at every run."""
    chance = random.Random(1)
    pools: dict[str, list[str]] = {"nl": [], "en": []}
    for line in (HERE / "evidence/tone/development.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        language, *_, text = line.split("\t")
        pools[language].append(text.replace("\\n", "\n"))
    given = []
    for index in range(count):
        text = ""
        while len(text) < LENGTH:
            text += chance.choice(pools["nl" if index % 2 else "en"]) + "\n"
        given.append(text[:LENGTH])
    return given


def naive() -> Callable[[str], float]:
    """Give the peer: a sum of weights over whatever one large regular expression finds."""
    weights: dict[str, dict[str, float]] = {"nl": {}, "en": {}}
    for line in (HERE / "src/hecht/core/data/tone.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, category, said, relation, _ = line.split("\t")
            if category != "measure":
                weights[language][said] = float(relation)
    found = {
        language: re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(known, key=len, reverse=True))) + r")\b")
        for language, known in weights.items()
    }

    def judge(text: str) -> float:
        plain = text.casefold()
        words = re.findall(r"\w+", plain)
        language = max(SMALL, key=lambda one: sum(word in SMALL[one] for word in words))
        counts = Counter(found[language].findall(plain))
        return sum(weights[language][said] * min(count, 3) for said, count in counts.items())

    return judge


def main() -> None:
    """Print messages a second, the ratio, and how time grows with a hostile text."""
    some = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
    judge, peer = own_judge(), naive()
    own = min(cpu(lambda: [judge(text, "") for text in some], 1) for _ in range(5))
    other = cpu(lambda: [peer(text) for text in some[: len(some) // 10]], 3) * 10
    print(machine())
    print(f"{'messages of 1 kB a second':34}{len(some) / own:10,.0f}")
    print(f"{'one large regular expression':34}{len(some) / other:10,.0f}{other / own:8.1f} x")
    print(f"\n{'hostile text':34}{'64 kB':>10}{'1 MB':>10}")
    for kind, piece in HOSTILE.items():
        short, long = (DUTCH + piece * (size // len(piece)) for size in (65_536, 1_048_576))
        first, second = cpu(lambda text=short: judge(text, "")), cpu(lambda text=long: judge(text, ""))  # type: ignore[misc]
        print(f"{kind:34}{first * 1000:8.1f}ms{second * 1000:8.1f}ms{second / first:8.1f} x")


if __name__ == "__main__":
    main()
