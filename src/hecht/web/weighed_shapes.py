"""The shapes of what a collaboration comes to: content and relation, what it rests on, what was agreed, the programme."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hecht.web.collaboration_shapes import Name, Short, Text
from hecht.web.shapes import Day, Id, MonthAmounts

Mark = Annotated[int, Meta(ge=1, le=10)]
Slot = Annotated[str, Meta(min_length=1, max_length=100)]
ProgrammeKind = Literal["informal", "work_visit", "outing", "peer_consultation", "look_back", "celebrate"]
Template = Literal["", "new_ideas", "trust_grown", "service_kept", "money"]


ReportPart = Literal[
    "why", "parties", "milestones", "ambition", "words", "forms", "agreements", "effects", "contact", "balance", "conditions", "programme"
]  # fmt: skip
"""The parts of a report, as `text/collaboration_report.py` names them (a test holds the two together)."""


class SignalRow(Struct):
    """A signal in words, with one question for the agenda."""

    words: str
    question: str
    good: bool


class ConditionRow(Struct):
    """One of the five conditions: what shows, what was said, and one question for the agenda."""

    name: str
    label: str
    shown: Annotated[list[str], Meta(max_length=50)]
    said: Annotated[list[str], Meta(max_length=100)]
    question: str


class RecognisesRow(Struct):
    """A party with its own words for the ambition, and how far it recognises itself."""

    party: str
    words: str
    mark: int | None


class LevelsRow(Struct):
    """A party between the interest of the network and its own; `conflicts` are the user's alone."""

    party: str
    network: str
    own: str
    gives: str
    gets: str
    conflicts: Annotated[list[str], Meta(max_length=20)]


class MeaningRow(Struct):
    """What a party understands by a term."""

    party: str
    text: str


class TermRow(Struct):
    """A term with what each party understands by it, and who did not say yet."""

    term: str
    differs: bool
    meanings: Annotated[list[MeaningRow], Meta(max_length=100)]
    unsaid: Annotated[list[str], Meta(max_length=100)]


class FormRow(Struct):
    """How a party sees the form; empty while it did not say."""

    party: str
    form: str
    words: str


class AgreementRow(Struct):
    """What was agreed: who, by when, whether it is done, and the contact among those who must deliver, in words."""

    id: Slot
    what: str
    people: Annotated[list[str], Meta(max_length=100)]
    by: Day | None
    done: Day | None
    late: bool
    beside: str


class Seen(Struct):
    """What was seen of an effect on a day."""

    day: Day
    text: str
    number: float | None


class EffectRow(Struct):
    """An effect: where it began, where it should go, and what was seen; `way` is how far it is, 1 is there."""

    id: Slot
    what: str
    measure: str
    unit: str
    baseline: float | None
    target: float | None
    way: float | None
    observed: Annotated[list[Seen], Meta(max_length=200)]


class ProgrammeRow(Struct):
    """An item of the programme, planned, past or proposed."""

    id: str
    state: Literal["planned", "past", "proposed"]
    kind: ProgrammeKind
    title: str
    day: Day
    words: str


class EarlySign(Struct):
    """What is asked before it can be stated, and how far that is to be relied on."""

    words: str
    note: str


class Weighed(Struct):
    """What a collaboration comes to on a day; it is the user's alone."""

    scenario: str
    label: str
    words: str
    sure: str
    early: EarlySign | None
    months: Annotated[list[MonthAmounts], Meta(max_length=60)]
    signals: Annotated[list[SignalRow], Meta(max_length=5)]
    conditions: Annotated[list[ConditionRow], Meta(max_length=5)]
    ambition: str
    recognised: Annotated[list[RecognisesRow], Meta(max_length=100)]
    levels: Annotated[list[LevelsRow], Meta(max_length=100)]
    terms: Annotated[list[TermRow], Meta(max_length=200)]
    forms: Annotated[list[FormRow], Meta(max_length=100)]
    forms_words: str
    agreements: Annotated[list[AgreementRow], Meta(max_length=200)]
    effects: Annotated[list[EffectRow], Meta(max_length=200)]
    programme: Annotated[list[ProgrammeRow], Meta(max_length=200)]


class AmbitionSaid(Struct, forbid_unknown_fields=True):
    """The shared ambition; with a party: its own words for it, and how far it recognises itself."""

    text: Text = ""
    party: Short = ""
    mark: Mark | None = None


class LevelsSaid(Struct, forbid_unknown_fields=True):
    """What is said of a party's two levels; None leaves it as it was. `conflict` is for the user alone."""

    party: Name
    network: Text | None = None
    own: Text | None = None
    gives: Text | None = None
    gets: Text | None = None
    conflict: Text = ""


class WordSaid(Struct, forbid_unknown_fields=True):
    """A term, and what a party understands by it."""

    term: Name
    party: Short = ""
    meaning: Text = ""


class FormSaid(Struct, forbid_unknown_fields=True):
    """How a party sees it."""

    party: Name
    aim: Literal["improve", "renew"]
    way: Literal["exchange", "share"]


class EarlySaid(Struct, forbid_unknown_fields=True):
    """An answer to the early sign: it is seen, or it is how it goes here."""

    answer: Literal["seen", "usual"]


class AgreementSaid(Struct, forbid_unknown_fields=True):
    """What was agreed, by when and by whom; or that it is done."""

    what: Name
    by: Day | None = None
    people: Annotated[list[Id], Meta(max_length=50)] = []
    done: bool = False


class EffectSaid(Struct, forbid_unknown_fields=True):
    """An effect to look for; or, with `seen`, what was seen of it."""

    what: Name
    template: Template = ""
    measure: Text = ""
    unit: Short = ""
    baseline: float | None = None
    target: float | None = None
    seen: Text = ""
    number: float | None = None


class ProgrammeSaid(Struct, forbid_unknown_fields=True):
    """Something to put on the programme."""

    kind: ProgrammeKind
    day: Day
    title: Short = ""


class Removed(Struct, forbid_unknown_fields=True):
    """What to take out: of which kind, by its id."""

    kind: Literal["agreement", "effect", "programme"]
    id: Slot


class ReportParts(Struct, forbid_unknown_fields=True):
    """Which parts the author chose to share."""

    parts: Annotated[list[ReportPart], Meta(max_length=20)]
