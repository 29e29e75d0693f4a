"""Works out what all texts of a language share in the model's vectors, which nearness leaves out: `core/data/meaning.tsv`.

    python -m evidence.matching.center

The small multilingual model puts every text in one narrow cone, and the texts of one language near one another whatever
they say. Taking off the mean of each language, and then the one direction in which the texts still differ most, brings
what means the same nearer. The means are those of the asks and candidates of the development part, and of their glosses.
"""

from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evidence.matching.judge import part

from hecht.app.meaning import raw, vocabulary
from hecht.core.exchange.match import Vectors
from hecht.core.exchange.words import OTHER

TABLE = Path("src/hecht/core/data/meaning.tsv")
HEAD = "# What texts share in the model's vectors: evidence/matching/center.py made it. 16-bit floats in base64.\n"


def common(texts: Sequence[str], languages: Sequence[str]) -> dict[str, Vectors]:
    """Give the mean of each language, and the direction in which texts differ most without it."""
    vectors, spoken = raw(texts), np.array(languages)
    means = {lang: vectors[spoken == lang].mean(axis=0) for lang in ("nl", "en")}
    apart = np.array([vector - means[lang] for vector, lang in zip(vectors, spoken, strict=True)])
    apart /= np.linalg.norm(apart, axis=1, keepdims=True)
    return {**means, "shared": np.linalg.svd(apart - apart.mean(axis=0), full_matrices=False)[2][0]}


def main() -> None:
    """Write the table."""
    held = part("development")
    texts = [one.text for one in (*held.asks, *held.candidates)]
    languages = [vocabulary().language(text) or "nl" for text in texts]
    pairs = zip(texts, languages, strict=True)
    glosses = [(gloss, OTHER[lang]) for text, lang in pairs if (gloss := vocabulary().gloss(text))]
    rows = common(texts, languages)
    rows |= {f"gloss {name}": vector for name, vector in common(*zip(*glosses, strict=True)).items()}
    lines = [f"{name}\t{b64encode(vector.astype(np.float16).tobytes()).decode()}\n" for name, vector in rows.items()]
    TABLE.write_text("".join([HEAD, *lines]), encoding="ascii")


if __name__ == "__main__":
    main()
