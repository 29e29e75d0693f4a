"""Who is who: 100,000 identifiers on 40,000 cards resolved, against reading the same cards into a dict by name.

python -m bench.identity [CARDS]
"""

import random
import sys

from bench.common import cpu, machine

from hecht.core.identity import key_of, resolve

FIRST = ("Anna", "Bram", "Cem", "Daan", "Eva", "Fatma")
LAST = ("Wit", "Berg", "Bos", "Kok", "Smit", "Prins")


def cards(count: int, seed: int = 1) -> list[tuple[str, list[int]]]:
    """Give cards of made-up people: names collide, one in ten shares a switchboard, one in five stands in two books."""
    chance = random.Random(seed)
    made: list[tuple[str, list[int]]] = []
    for number in range(count):
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        keys = [key_of(f"mailto:p{number}@x{number % 900}.example"), key_of(f"tel:+3161{number:07d}")]
        if chance.random() < 0.1:
            keys.append(key_of(f"tel:+3130{number % 50:07d}"))
        if chance.random() < 0.5:
            keys.append(key_of(f"mailto:own{number}@mail.example"))
        made.append((name, keys))
        if chance.random() < 0.2:
            made.append((name, [keys[0], key_of(f"mailto:old{number}@x.example")]))
    return made


def main() -> None:
    """Print CPU seconds."""
    book = cards(int(sys.argv[1]) if len(sys.argv) > 1 else 40_000)
    identifiers = len({key for _, keys in book for key in keys})
    spent, plain = cpu(lambda: resolve(book, ())), cpu(lambda: {key: name for name, keys in book for key in keys})
    print(
        f"{machine()}\n{identifiers} identifiers on {len(book)} cards: {spent:.2f} s CPU, {spent / plain:.0f} x a dict by name"
    )


if __name__ == "__main__":
    main()
