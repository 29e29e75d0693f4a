"""Lists that one chooses from for a collaboration, in both languages: the page has them from here, and writes none of its own."""

from hecht.core.collaboration.agreements import TEMPLATES
from hecht.core.collaboration.forms import FORMS as ORDER
from hecht.core.collaboration.milestones import KINDS as MILESTONES
from hecht.core.collaboration.parties import MOTIVES as WHY
from hecht.core.collaboration.parties import ROLES as PARTS
from hecht.core.collaboration.programme import KINDS as ITEMS
from hecht.text.collaboration import MOTIVES, ROLES
from hecht.text.collaboration_ahead import KINDS
from hecht.text.collaboration_content import FORMS, ROWS
from hecht.text.collaboration_words import PROGRAMME
from hecht.text.measures import capital

EFFECTS = {
    "nl": {
        "new_ideas": "nieuwe ideeën",
        "trust_grown": "gegroeid vertrouwen",
        "service_kept": "dienstafspraken gehaald",
        "money": "geld",
    },
    "en": {
        "new_ideas": "new ideas",
        "trust_grown": "trust grown",
        "service_kept": "service agreements kept",
        "money": "money",
    },
}


def lists() -> dict[str, dict[str, tuple[str, str]]]:
    """Give each list by name: its keys in their order, each with Dutch and English."""
    small = {"role": (PARTS, ROLES), "motive": (WHY, MOTIVES), "form": (tuple(ORDER.values()), FORMS)}
    large = {
        "kind": (MILESTONES, KINDS),
        "level": (tuple(ROWS["nl"]), ROWS),
        "programme": (ITEMS, PROGRAMME),
        "effect": (tuple(TEMPLATES), EFFECTS),
    }
    return {
        **{name: {key: (words["nl"][key], words["en"][key]) for key in keys} for name, (keys, words) in small.items()},
        **{
            name: {key: (capital(words["nl"][key]), capital(words["en"][key])) for key in keys}
            for name, (keys, words) in large.items()
        },
    }
