"""Content and relation of a collaboration in words: the course it takes, how sure that is, and signals, each with a question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hecht.core.collaboration.balance import Scenario
from hecht.core.collaboration.seen import How
from hecht.core.days import to_date
from hecht.text.collaboration_ahead import subject
from hecht.text.collaboration_early import early_line, early_note
from hecht.text.collaboration_words import QUESTIONS
from hecht.text.measures import listed, number, on_day, some, span

if TYPE_CHECKING:
    from hecht.app.collaboration.weighing import Weighed
    from hecht.core.collaboration.signals import Signal

SCENARIOS = {
    "nl": {
        Scenario.CONTENT_FIRST: "eerst de inhoud",
        Scenario.RELATION_FIRST: "eerst kennismaken, daarna alleen inhoud",
        Scenario.TOGETHER: "inhoud en relatie samen op",
        Scenario.LITTLE_CONTACT: "nauwelijks contact te zien",
        Scenario.UNCLEAR: "nog niet te zeggen",
    },
    "en": {
        Scenario.CONTENT_FIRST: "the content first",
        Scenario.RELATION_FIRST: "getting to know first, then content alone",
        Scenario.TOGETHER: "content and relation together",
        Scenario.LITTLE_CONTACT: "hardly any contact to be seen",
        Scenario.UNCLEAR: "not to be said yet",
    },
}
WHY = {
    "nl": {
        "few": "er is nog te weinig contact te zien",
        "toneless": "van te weinig contact is bekend of er ruimte voor elkaar was",
        "unseen": "minder dan de helft van het contact is te zien",
        "early": "het is nog maar net begonnen",
        "even": "het kan nog twee kanten op",
    },
    "en": {
        "few": "too little contact is to be seen yet",
        "toneless": "of too little contact it is known whether there was room for each other",
        "unseen": "less than half of the contact can be seen",
        "early": "it has only just begun",
        "even": "it can still go either way",
    },
}


def balance_row(found: "Weighed") -> dict[str, Any]:
    """Give content and relation as a row: `scenario, since, certainty, seen_share, months [month, content, relation, friction], early`."""
    balance = found.balance
    return {
        "scenario": str(balance.scenario),
        "since": _iso(balance.since),
        "certainty": balance.certainty,
        "seen_share": balance.seen_share,
        "months": [
            {"month": one.month, "content": one.task, "relation": one.relation, "friction": one.friction} for one in balance.months
        ],
        "why": balance.why,
        "before": balance.before._asdict(),
        "after": balance.after._asdict(),
        "early": None if found.early is None else {
            "since": _iso(found.early.since), "certainty": found.early.certainty,
            "before": found.early.before._asdict(), "after": found.early.after._asdict(),
        },
        "signals": [
            {
                "kind": one.kind, "parties": list(one.parties), "since": _iso(one.since), "question": one.question,
                "reasons": [reason._asdict() for reason in one.reasons],
            }
            for one in found.signals
        ],
    }  # fmt: skip


def _iso(day: int | None) -> str | None:
    return None if day is None else to_date(day).isoformat()


def balance_lines(found: "Weighed", lang: str) -> Iterator[str]:
    """Give content and relation in lines: the course in a sentence, how sure, both amounts by month, and the signals."""
    nl, balance = lang == "nl", found.balance
    yield f"{found.of.name}: {SCENARIOS[lang][balance.scenario]}"
    yield scenario_line(found, lang)
    if balance.scenario is not Scenario.UNCLEAR:
        yield sure_line(found, lang)
    if found.early is not None:
        yield ""
        yield early_line(found, lang)
        yield early_note(lang)
    yield ""
    most = max((max(one.task, one.relation) for one in balance.months), default=1.0) or 1.0
    yield (
        f"{'maand':9}{'inhoud':26}{'relatie':26}{'schuurde'}"
        if nl
        else f"{'month':9}{'content':26}{'relation':26}{'rubbed'}"
    )
    for one in balance.months[-24:]:
        content, relation = (
            ("▇" * round(18 * value / most)).ljust(19) + f"{value:<7.1f}" for value in (one.task, one.relation)
        )
        yield f"{one.month:9}{content}{relation}{one.friction or ''}".rstrip()
    for signal in found.signals:
        yield ""
        yield signal_line(signal, found, lang)
        yield f"  {'Voor de agenda' if nl else 'For the agenda'}: {QUESTIONS[lang][signal.question]}"
    yield ""
    yield "Dit is alleen voor jou." if nl else "This is for you alone."


def sure_line(found: "Weighed", lang: str) -> str:
    """Say how sure the course is, and of which part of the contact it is read: lines that are known, and meetings of more parties."""
    sure = min(9, round(10 * found.balance.certainty))  # what is read from traces is never quite sure
    part = min(9, round(10 * found.balance.seen_share))
    lines = len(found.cells)
    known = sum(cell.how is not How.NOT_VISIBLE for cell in found.cells)
    head = f"Zo zeker: {sure} van de 10." if lang == "nl" else f"So sure: {sure} in 10."
    if known == lines:
        seen = (
            "Al het contact tussen de partijen is te zien of verteld."
            if lang == "nl"
            else "All contact between the parties can be seen or was told."
        )
    else:
        seen = (
            f"Op {known} van de {lines} lijnen tussen partijen is het contact te zien of verteld, op de andere alleen de overleggen met "
            f"meer partijen: samen naar schatting {part} van de 10 keer dat er contact is."
            if lang == "nl"
            else f"On {known} of {lines} lines between parties contact can be seen or was told, on the others only meetings of more "
            f"parties: together, by estimate, {part} in 10 times that there is contact."
        )
    return f"{head} {seen}"


def scenario_line(found: "Weighed", lang: str) -> str:
    """Say in a sentence how content and relation go together, and what that rests on."""
    nl, balance, as_of = lang == "nl", found.balance, found.as_of
    seen = (
        f"{balance.after.room} van de {balance.after.occasions} keer"
        if nl
        else f"{balance.after.room} of {balance.after.occasions} times"
    )
    match balance.scenario:
        case Scenario.RELATION_FIRST:
            return turn_line(found, lang)
        case Scenario.CONTENT_FIRST:
            return (
                f"Het ging tussen de partijen tot nu toe bijna alleen over de inhoud: er was {seen} ruimte voor elkaar."
                if nl
                else f"Between the parties it was almost only about the content so far: {seen} there was room for each other."
            )
        case Scenario.TOGETHER:
            back = ""
            if balance.before.occasions and balance.since is not None:
                back = (
                    f" sinds {on_day(balance.since, as_of, lang)}"
                    if nl
                    else f" since {on_day(balance.since, as_of, lang)}"
                )
            return (
                f"Naast de inhoud was er{back} {seen} ook ruimte voor elkaar."
                if nl
                else f"Beside the content there was{back} room for each other too, {seen}."
            )
        case Scenario.LITTLE_CONTACT:
            rate = f"{balance.rate:.1f}".replace(".", "," if nl else ".")
            return (
                f"Het laatste half jaar hadden twee partijen gemiddeld op {rate} dag per maand contact met elkaar."
                if nl
                else f"In the last half year two parties had contact on {rate} days a month, on average."
            )
    return (
        (f"Nog niet te zeggen: {WHY[lang][balance.why]}." if nl else f"Not to be said yet: {WHY[lang][balance.why]}.")
        if balance.why
        else ""
    )


def turn_line(found: "Weighed", lang: str) -> str:
    """Say since when it was almost only about the content, and what comes: "Sinds het convenant van 12 maart ..."."""
    nl, balance, as_of = lang == "nl", found.balance, found.as_of
    since = on_day(balance.since or as_of, as_of, lang)
    if balance.agreed:
        day = on_day(balance.agreed.day, as_of, lang)
        what = {
            "nl": {"covenant": "het convenant", "intent": "de intentieverklaring", "vision": "de visie"},
            "en": {"covenant": "the covenant", "intent": "the letter of intent", "vision": "the vision"},
        }
        since = f"{what[lang][balance.agreed.kind]} van {day}" if nl else f"{what[lang][balance.agreed.kind]} of {day}"
    text = (
        f"Sinds {since} ging het tussen de partijen bijna alleen over de inhoud."
        if nl
        else f"Since {since} it was almost only about the content between the parties."
    )
    moment = found.moment
    if moment is not None:
        day = on_day(moment.milestone.day, as_of, lang)
        text += (
            f" Op {day} staat {subject(moment.milestone, lang)} op de agenda."
            if nl
            else f" On {day} {subject(moment.milestone, lang)} is on the agenda."
        )
        if any(one.kind == "work_visit" for one in found.proposals):
            text += " Tijd voor een werkbezoek?" if nl else " Time for a work visit?"
    return text


def signal_line(signal: "Signal", found: "Weighed", lang: str) -> str:
    """Say one signal, as far as seen and without a verdict."""
    nl, as_of = lang == "nl", found.as_of
    parties = listed(list(signal.parties), lang)
    since = "" if signal.since is None else on_day(signal.since, as_of, lang)
    reasons = {one.what: one for one in signal.reasons}
    match signal.kind:
        case "turned" | "content_only":
            return _course(signal, lang)
        case "rubbed_silent":
            quiet = span(reasons["silent"].number, lang)
            return (
                f"Tussen {parties} schuurde het tot {since}; daarna is het voor zover te zien {quiet} stil."
                if nl
                else f"Between {parties} it rubbed until {since}; after that it is quiet for {quiet}, as far as seen."
            )
        case "rubbed_well":
            return (
                f"Tussen {parties} schuurde het tot {since}, en daarna was er ook los van het werk contact."
                if nl
                else f"Between {parties} it rubbed until {since}, and after that there was contact beside the work too."
            )
        case "silent":
            return (
                f"Tussen {parties} is sinds {since} geen contact te zien; dat was anders vaker."
                if nl
                else f"Between {parties} no contact is to be seen since {since}; before, it was more often."
            )
        case "one_person":
            who = [found.people[one].name for one in reasons["only"].people if one in found.people]
            return (
                f"Het contact van {parties} loopt voor zover te zien alleen door {listed(who, lang)}."
                if nl
                else f"The contact of {parties} runs only through {listed(who, lang)}, as far as seen."
            )
        case "look_back":
            return f"Op {since} zouden jullie terugkijken." if nl else f"You meant to look back on {since}."
    return _in_name(signal, lang)


def _course(signal: "Signal", lang: str) -> str:
    reasons = {one.what: one for one in signal.reasons}
    after = reasons["after"]
    if signal.kind == "content_only":
        return (
            f"Van de {after.text} contactmomenten hadden er {after.number} ruimte voor elkaar."
            if lang == "nl"
            else f"Of the {after.text} occasions, {after.number} had room for each other."
        )
    before = reasons["before"]
    return (
        f"Eerst hadden {before.number} van de {before.text} contactmomenten ruimte voor elkaar, daarna {after.number} van de {after.text}."
        if lang == "nl"
        else f"At first {before.number} of {before.text} occasions had room for each other, after that {after.number} of {after.text}."
    )


def _in_name(signal: "Signal", lang: str) -> str:
    """Say what article 4 warns for as what shows and no more; the question is what it is for."""
    nl, parts = lang == "nl", []
    for one in signal.reasons:
        if one.what == "open":
            parts.append(
                f"{some(one.number, 'afspraak staat', 'afspraken staan')} nog open (‘{one.text}’)"
                if nl
                else f"{some(one.number, 'agreement is', 'agreements are')} still open (‘{one.text}’)"
            )
        elif one.what == "pictures":
            parts.append(
                "de partijen zien de samenwerking verschillend"
                if nl
                else "the parties see the collaboration differently"
            )
        elif one.what == "meetings":
            parts.append(
                f"van {one.text} is in {number(one.number, lang)} overleggen geen eigen inbreng te zien"
                if nl
                else f"of {one.text} no contribution of its own is to be seen in {number(one.number, lang)} meetings"
            )
    text = listed(parts, lang)
    return f"Wat te zien is: {text}." if nl else f"What shows: {text}."
