"""What the user prefers, in words."""

from collections.abc import Iterator, Mapping

from hecht.core.moves.preferences import Preferences, Way
from hecht.text.measures import listed

WAYS = {
    "nl": {
        Way.ONE_TO_ONE: "één op één",
        Way.MAIL: "mailen",
        Way.CALL: "bellen",
        Way.WALK: "wandelen",
        Way.RECEPTIONS: "borrels en recepties",
    },
    "en": {
        Way.ONE_TO_ONE: "one to one",
        Way.MAIL: "by mail",
        Way.CALL: "on the phone",
        Way.WALK: "on a walk",
        Way.RECEPTIONS: "drinks and receptions",
    },
}


def preference_lines(held: Preferences, greetings: Mapping[str, str], lang: str) -> Iterator[str]:
    """Say which goals there are, how the user likes to keep contact, and how they address people."""
    nl = lang == "nl"
    if not held.goals:
        yield "Nog geen doelen. (hecht preferences goal ...)" if nl else "No goals yet. (hecht preferences goal ...)"
    for index, goal in enumerate(held.goals, start=1):
        yield f"{'doel' if nl else 'goal'} {index}: {goal.text}"
    for words, ways in (
        ("graag" if nl else "gladly", held.likes),
        ("liever niet" if nl else "rather not", held.dislikes),
    ):
        if ways:
            yield f"{words}: {listed([WAYS[lang][way] for way in Way if way in ways], lang)}"
    for name, value in sorted(greetings.items()):
        form, _, greeting = value.partition("|")
        yield f"{name}: {form}" + (f", ‘{greeting}’" if greeting else "")
