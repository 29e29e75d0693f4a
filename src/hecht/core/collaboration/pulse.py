"""The pulse (vragenrondje): its questions, what counts as an answer, and the counts that an anonymous round keeps."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import category

from hecht.core.errors import BadAnswerError

MOST = 10
"""Questions of a round, at most: two minutes on a phone."""
LOWEST, HIGHEST = 1, 5
LONGEST = 300
"""Letters of an answer in words."""
LONGEST_TERM = 60
BETWEEN_TRUST = 180
"""Days between two rounds that ask for trust: it does not grow by asking after it each time."""


class Mode(StrEnum):
    """How a group answers: by name (each agrees, all see), or anonymous (only the whole comes out)."""

    NAMED = "named"
    ANONYMOUS = "anonymous"


class Kind(StrEnum):
    """What an answer is: a step from 1 to 5, the people one had contact with, or words of one's own."""

    SCALE = "scale"
    CONTACT = "contact"
    TERM = "term"


class Question(NamedTuple):
    """A question: its id, its kind, the condition it is about (of the five of Kaats and Opheij), and a term to explain."""

    id: str
    kind: Kind
    condition: str = ""
    term: str = ""


SCALES = (
    Question("recognise", Kind.SCALE, "ambition"),
    Question("gets", Kind.SCALE, "interests"),
    Question("theirs", Kind.SCALE, "interests"),
    Question("say_it", Kind.SCALE, "relationship"),
    Question("clear", Kind.SCALE, "organisation"),
    Question("kept", Kind.SCALE, "organisation"),
    Question("forward", Kind.SCALE, "process"),
)
TRUST = Question("trust", Kind.SCALE, "relationship")
CONTACT = Question("contact", Kind.CONTACT, "relationship")

Answer = int | str | tuple[int, ...]
Answers = dict[str, Answer]
"""Answers by question; a question that was passed over is absent, `()` is contact with nobody."""


def questions(
    mode: Mode, term: str = "", *, trust: bool = False, leave_out: Collection[str] = ()
) -> tuple[Question, ...]:
    """Give the questions of a round, at most ten.

    Who had contact with whom is asked by name alone: without names it would name others behind their back.

    Args:
        mode: how the group answers.
        term: a term of which each says what they understand by it.
        trust: also ask for trust.
        leave_out: ids of questions that this group need not be asked.

    Raises:
        BadAnswerError: the term is too long to be asked after, what is left out is no question, or nothing is left.
    """
    words = cleaned(term)
    if len(words) > LONGEST_TERM:
        raise BadAnswerError(words[:LONGEST_TERM])
    strange = set(leave_out) - {one.id for one in (*SCALES, CONTACT)}
    if strange:
        raise BadAnswerError(min(strange))
    found = (
        *SCALES,
        *((TRUST,) if trust else ()),
        *((CONTACT,) if mode is Mode.NAMED else ()),
        *((Question("term", Kind.TERM, "ambition", words),) if words else ()),
    )
    left = tuple(one for one in found if one.id not in leave_out)
    if not left:
        raise BadAnswerError
    return left


def may_ask_trust(asked: Collection[int], day: int) -> bool:
    """Say whether trust may be asked on a day, given the days on which rounds of this group asked it before."""
    return all(abs(day - one) >= BETWEEN_TRUST for one in asked)


def cleaned(text: str) -> str:
    """Give a text on one line, without control and invisible formatting characters."""
    return " ".join("".join(one if category(one)[0] != "C" else " " for one in text).split())


def checked(asked: Sequence[Question], seats: Collection[int], own: int | None, given: object) -> Answers:
    """Give the answers that hold, in the order of the questions; what was left empty is left out.

    Args:
        asked: the questions of the round.
        seats: the numbers of those whom the round went to.
        own: the number of who answers (nobody has contact with themselves), None when that is not known.
        given: what came in, of whatever shape.

    Raises:
        BadAnswerError: it is not a set of answers to these questions.
    """
    if not isinstance(given, Mapping) or not given.keys() <= {one.id for one in asked}:
        raise BadAnswerError
    found: Answers = {}
    for one in asked:
        value = given.get(one.id)
        if value is None or value == "":
            continue
        answer = _answer(one, value, {seat for seat in seats if seat != own})
        if answer != "":
            found[one.id] = answer
    return found


def _answer(asked: Question, value: object, others: Collection[int]) -> Answer:
    if asked.kind is Kind.SCALE and type(value) is int and LOWEST <= value <= HIGHEST:
        return value
    if asked.kind is Kind.TERM and isinstance(value, str) and len(value) <= LONGEST:
        return cleaned(value)
    if asked.kind is Kind.CONTACT and isinstance(value, list | tuple):
        known = [one for one in value if type(one) is int and one in others]
        if len(known) == len(value) == len(set(known)):
            return tuple(sorted(known))
    raise BadAnswerError(asked.id)


class Tally(NamedTuple):
    """What an anonymous round keeps: per question how often each step was chosen, and texts in order of letters.

    Whose they are is not in it, nor which answers belong together, nor in which order they came.
    """

    steps: dict[str, tuple[int, ...]]
    texts: dict[str, tuple[str, ...]]


EMPTY = Tally({}, {})


def counted(tally: Tally, answers: Mapping[str, Answer], by: int = 1) -> Tally:
    """Give a tally with answers added (`by` = 1), or taken out of it again (-1).

    Raises:
        BadAnswerError: they are not in it, so that they cannot be taken out.
    """
    steps, texts = dict(tally.steps), dict(tally.texts)
    for question, answer in answers.items():
        if isinstance(answer, int):
            counts = list(steps.get(question, (0,) * HIGHEST))
            counts[answer - LOWEST] += by
            if min(counts) < 0:
                raise BadAnswerError(question)
            steps[question] = tuple(counts)
        elif isinstance(answer, str):
            held = list(texts.get(question, ()))
            if by > 0:
                held.append(answer)
            elif answer in held:
                held.remove(answer)
            else:
                raise BadAnswerError(question)
            texts[question] = tuple(sorted(held))
    return Tally(
        {one: steps[one] for one in sorted(steps) if any(steps[one])},
        {one: texts[one] for one in sorted(texts) if texts[one]},
    )
