"""What a collaboration comes to, on the page: content and relation, signals, conditions, agreements and the programme."""

from typing import get_args

from litestar import get, post, put
from litestar.params import JSONBody

from hecht.app.collaboration.weighing import Weighed
from hecht.app.who import private_people
from hecht.core.collaboration.balance import Scenario
from hecht.text.collaboration_balance import SCENARIOS, scenario_line, signal_line, sure_line
from hecht.text.collaboration_content import FORMS, agreement_rows, beside_line, effect_rows, form_lines
from hecht.text.collaboration_early import early_line, early_note
from hecht.text.collaboration_report import report as page_of
from hecht.text.collaboration_rests import did_line, programme_rows, shown_line
from hecht.text.collaboration_words import CONDITIONS, QUESTIONS
from hecht.text.measures import capital
from hecht.web import weighed_shapes as shapes
from hecht.web.collaborations import Which
from hecht.web.common import Day, Lang, TheDesk, found
from hecht.web.exchange_shapes import Form
from hecht.web.shapes import MonthAmounts

MONTHS = 60


@get("/collaborations/{which:str}/weighed", sync_to_thread=True)
def weighed(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """Give what a collaboration comes to on a day."""
    return _shown(desk, which, lang, day)


@post("/collaborations/{which:str}/report", sync_to_thread=True, status_code=200)
def report(which: Which, data: JSONBody[shapes.ReportParts], desk: TheDesk, lang: Lang, day: Day) -> Form:
    """Give the report to hand on, with the parts that its author chose; people of the private sphere are in none."""
    html = page_of(desk.log.collaborations.weigh(which, day), data.parts, lang, private_people(desk.log.store))
    return Form("verslag.html" if lang == "nl" else "report.html", html)


@put("/collaborations/{which:str}/ambition", sync_to_thread=True)
def ambition(which: Which, data: JSONBody[shapes.AmbitionSaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """State the ambition, or how a party says it and recognises itself in it."""
    room = desk.log.collaborations
    if data.party:
        room.recognises(which, data.party, data.text, data.mark)
    else:
        room.ambition(which, data.text)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/levels", sync_to_thread=True)
def levels(which: Which, data: JSONBody[shapes.LevelsSaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """State a party's interest in the network and its own, or a conflict of loyalty for oneself."""
    room = desk.log.collaborations
    if any(one is not None for one in (data.network, data.own, data.gives, data.gets)):
        room.two_levels(which, data.party, network=data.network, own=data.own, gives=data.gives, gets=data.gets)
    if data.conflict.strip():
        room.conflict(which, data.party, data.conflict)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/word", sync_to_thread=True)
def word(which: Which, data: JSONBody[shapes.WordSaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """Put a term on the word list, or say what a party understands by it."""
    desk.log.collaborations.word(which, data.term, data.party, data.meaning if data.party else "")
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/form", sync_to_thread=True)
def form(which: Which, data: JSONBody[shapes.FormSaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """State how a party sees the form."""
    desk.log.collaborations.form(which, data.party, data.aim, data.way)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/early", sync_to_thread=True)
def early(which: Which, data: JSONBody[shapes.EarlySaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """Answer the early sign; then it rests."""
    desk.log.collaborations.early(which, data.answer, day)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/agreement", sync_to_thread=True)
def agreement(
    which: Which, data: JSONBody[shapes.AgreementSaid], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Weighed:
    """State what was agreed, or that it is done."""
    room = desk.log.collaborations
    if data.done:
        room.done(which, data.what)
    else:
        room.agreement(which, data.what, data.by, [str(found(desk, one, day).id) for one in data.people])
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/effect", sync_to_thread=True)
def effect(which: Which, data: JSONBody[shapes.EffectSaid], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """State an effect to look for, or what was seen of it."""
    room = desk.log.collaborations
    if data.seen or data.number is not None:
        room.observe(which, data.what, data.seen, data.number)
    else:
        room.effect(
            which,
            data.what,
            template=data.template,
            measure=data.measure,
            unit=data.unit,
            baseline=data.baseline,
            target=data.target,
        )
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/programme", sync_to_thread=True)
def programme(
    which: Which, data: JSONBody[shapes.ProgrammeSaid], desk: TheDesk, lang: Lang, day: Day
) -> shapes.Weighed:
    """Put something on the relationship programme."""
    desk.log.collaborations.programme(which, data.kind, data.day, data.title)
    return _shown(desk, which, lang, day)


@put("/collaborations/{which:str}/remove", sync_to_thread=True)
def remove(which: Which, data: JSONBody[shapes.Removed], desk: TheDesk, lang: Lang, day: Day) -> shapes.Weighed:
    """Take something out; the history keeps it."""
    desk.log.collaborations.remove(which, data.kind, data.id)
    return _shown(desk, which, lang, day)


def _shown(desk: TheDesk, which: str, lang: str, day: int) -> shapes.Weighed:
    seen = Weighed(desk.log.store, desk.together(which, day), desk.people(day))
    balance = seen.balance
    said_by = {one.party: one for one in seen.ambition.recognised}
    by_party = seen.pictures.by_party
    return shapes.Weighed(
        scenario=str(balance.scenario),
        label=capital(SCENARIOS[lang][balance.scenario]),
        words=scenario_line(seen, lang),
        sure="" if balance.scenario is Scenario.UNCLEAR else sure_line(seen, lang),
        early=None if seen.early is None else shapes.EarlySign(early_line(seen, lang), early_note(lang)),
        months=[MonthAmounts(one.month, one.task, one.relation, one.friction) for one in balance.months[-MONTHS:]],
        signals=[
            shapes.SignalRow(signal_line(one, seen, lang), QUESTIONS[lang][one.question], one.kind == "rubbed_well")
            for one in seen.signals[:5]
        ],
        conditions=_conditions(seen, lang),
        ambition=seen.ambition.text,
        recognised=[
            shapes.RecognisesRow(
                one.organisation,
                said_by[one.organisation].words if one.organisation in said_by else "",
                said_by[one.organisation].mark if one.organisation in said_by else None,
            )
            for one in seen.of.parties[:100]
        ],
        levels=[
            shapes.LevelsRow(one.party, one.network, one.own, one.gives, one.gets, list(one.conflicts[:20]))
            for one in seen.two_levels[:100]
        ],
        terms=[
            shapes.TermRow(
                one.term,
                one.differs,
                [shapes.MeaningRow(*meaning) for meaning in one.meanings[:100]],
                list(one.unsaid[:100]),
            )
            for one in seen.terms[:200]
        ],
        forms=[
            shapes.FormRow(
                one.organisation,
                by_party.get(one.organisation, ""),
                FORMS[lang][by_party[one.organisation]] if one.organisation in by_party else "",
            )
            for one in seen.of.parties[:100]
        ],
        forms_words=" ".join(list(form_lines(seen, lang))[len(seen.of.parties) :]),
        agreements=[
            shapes.AgreementRow(
                row["id"],
                row["what"],
                row["people"][:100],
                row["by"],
                row["done"],
                row["late_days"] > 0,
                capital(beside_line(one, seen, lang)),
            )
            for one, row in zip(seen.agreements[:200], agreement_rows(seen), strict=False)
        ],
        effects=[
            shapes.EffectRow(
                row["id"],
                row["what"],
                row["measure"],
                row["unit"],
                row["baseline"],
                row["target"],
                row["way"],
                [shapes.Seen(one["day"], one["text"], one["number"]) for one in row["observed"][-200:]],
            )
            for row in effect_rows(seen.effects)[:200]
        ],
        programme=_programme(seen, lang),
    )


def _conditions(seen: Weighed, lang: str) -> list[shapes.ConditionRow]:
    return [
        shapes.ConditionRow(
            one.name,
            capital(CONDITIONS[lang][one.name]),
            [capital(text) for text in (shown_line(shown, one, seen.as_of, lang) for shown in one.shown) if text][:50],
            [f"{said.party}: {said.text}" if said.party else said.text for said in one.said[:100]],
            QUESTIONS[lang][one.question],
        )
        for one in seen.conditions
    ]


def _programme(seen: Weighed, lang: str) -> list[shapes.ProgrammeRow]:
    did = {one.item.slot: did_line(one, seen.as_of, lang) for one in seen.did}
    return [
        shapes.ProgrammeRow(
            row["id"], row["state"], row["kind"], row["title"], row["day"], capital(did.get(row["id"]) or row["text"])
        )
        for row in programme_rows(seen, lang)[:200]
        if row["kind"] in get_args(shapes.ProgrammeKind)
    ]
