"""Bringing and getting on the page: asks with their answers, what is open, introductions asked first, and groups."""

from typing import Annotated, cast

import litestar
from litestar import get, post
from litestar.params import JSONBody, Parameter

from hecht.app import bridging, exchange, groups, ledger, matters
from hecht.app.answer import answered
from hecht.app.collaboration import grouped
from hecht.app.desk import Desk
from hecht.app.people import Person
from hecht.app.preferences import preferences, voices
from hecht.core.days import to_date
from hecht.core.exchange.asks import Need, See, Wish
from hecht.core.exchange.groups import Part
from hecht.core.exchange.introduction import Introduction, Step
from hecht.core.moves.preferences import Voice
from hecht.text import bridging as words
from hecht.text import exchange as said
from hecht.text.measures import capital, listed, on_day
from hecht.text.moves import through
from hecht.web import exchange_shapes as shapes
from hecht.web import shapes as common
from hecht.web.common import Day, Lang, PersonId, TheDesk, found, who

Which = Annotated[str, Parameter(pattern="^[0-9a-f]{16}$", description="The id of what was stated.")]
SHOWN = 5
"""People of a part that are shown."""


@get("/exchange", sync_to_thread=True)
def everything(desk: TheDesk, lang: Lang, day: Day) -> shapes.Exchange:
    """Give what the user and others seek and bring, what is open, introductions and groups."""
    store = desk.log.store
    rows = [_wish(one, desk.people(day), day, lang) for one in exchange.wishes(store, day)]
    open_ = [
        shapes.OpenThing(
            one.id, one.mine, who(one.person), capital(words.open_line(one, day, lang)), one.how == "promised"
        )
        for one in ledger.open_things(store, day)
    ]
    return shapes.Exchange(
        rows[:500],
        open_[:500],
        [_introduction(desk, one, day, lang) for one in bridging.introductions(store, day)[:200]],
        [_group(desk, one, day, lang) for one in groups.groups(store)[:100]],
    )


@post("/exchange/wishes", sync_to_thread=True)
def record(data: JSONBody[shapes.NewWish], desk: TheDesk, lang: Lang, day: Day) -> shapes.AnswerShape:
    """Record an ask or offer, and give who goes with it."""
    until = None if data.until is None else desk.log.day(data.until)
    made = exchange.record(
        desk.log.store, data.text, day, asked=data.asked, need=Need(data.need), see=See(data.see), until=until
    )
    return _answer(desk, made, day, lang)


@get("/exchange/wishes/{which:str}", sync_to_thread=True)
def answer(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.AnswerShape:
    """Give who goes with an ask or offer that stands."""
    return _answer(desk, exchange.wish(desk.log.store, which), day, lang)


@litestar.delete("/exchange/wishes/{which:str}", sync_to_thread=True, status_code=200)
def withdraw(which: Which, desk: TheDesk, lang: Lang) -> common.Said:
    """Take an ask or offer back."""
    return common.Said(said.withdrawn_line(exchange.withdraw(desk.log.store, which), lang))


@post("/exchange/wishes/{which:str}/out", sync_to_thread=True)
def put_out(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.Drafts:
    """Put an ask out through up to three people, with a message for each; again it gives the same people."""
    store = desk.log.store
    wish = exchange.wish(store, which, asked=True)
    chosen = bridging.out_through(store, wish)
    if not chosen:
        chosen = bridging.bridges(answered(wish, desk.grounds(day)))
        bridging.put_out(store, which, chosen, day)
    sounds = _voices(desk, [one.person for one in chosen], day)
    return shapes.Drafts(
        [_draft(one.person, words.out_draft(wish, one, sounds[one.person.id], lang)) for one in chosen]
    )


@post("/exchange/settle/{which:str}", sync_to_thread=True, status_code=200)
def settle(which: Which, desk: TheDesk, day: Day) -> common.Said:
    """Say that something promised was done."""
    return common.Said(ledger.settle(desk.log.store, which, day))


@post("/exchange/introductions", sync_to_thread=True)
def introduce(data: JSONBody[shapes.NewIntroduction], desk: TheDesk, lang: Lang, day: Day) -> shapes.IntroductionShape:
    """Begin an introduction: a message to each apart."""
    a, b = (found(desk, one, day) for one in (data.a, data.b))
    made = bridging.begin(desk.log.store, str(a.id), str(b.id), data.a_gains, data.b_gains, day)
    return _introduction(desk, made, day, lang)


@post("/exchange/introductions/{which:str}", sync_to_thread=True, status_code=200)
def introduced(
    which: Which, data: JSONBody[shapes.Said], desk: TheDesk, lang: Lang, day: Day
) -> shapes.IntroductionShape:
    """Note what one of the two said, or that the joint message went."""
    store = desk.log.store
    if data.who is not None and data.yes is not None:
        one = found(desk, data.who, day)
        bridging.answered(store, which, str(one.id), yes=data.yes)
    if data.sent:
        bridging.sent(store, which, day)
    return _introduction(desk, bridging.introduction(store, which), day, lang)


@post("/exchange/groups", sync_to_thread=True)
def begin(data: JSONBody[shapes.NewGroup], desk: TheDesk, lang: Lang, day: Day) -> shapes.GroupShape:
    """Begin a group with the same problem."""
    peers, third = ([str(found(desk, one, day).id) for one in some] for some in (data.peers, data.third))
    when = None if data.day is None else desk.log.day(data.day)
    made = groups.begin(desk.log.store, data.title, peers=peers, third=third, ask=data.ask, day=when)
    return _group(desk, made, day, lang)


@post("/exchange/groups/{which:str}", sync_to_thread=True, status_code=200)
def change(which: Which, data: JSONBody[shapes.GroupChange], desk: TheDesk, lang: Lang, day: Day) -> shapes.GroupShape:
    """Set the day or the common interest of a group, or read an inventory that came back."""
    store = desk.log.store
    if data.inventory is not None:
        groups.read_inventory(store, which, data.inventory)
    when = None if data.day is None else desk.log.day(data.day)
    return _group(desk, groups.change(store, which, day=when, interest=data.interest), day, lang)


@post("/exchange/groups/{which:str}/collaboration", sync_to_thread=True)
def become(which: Which, desk: TheDesk, lang: Lang, day: Day) -> shapes.GroupShape:
    """Start a collaboration from a group: its people and organisations, and the common interest as ambition."""
    grouped.become(desk.log.store, which, day)
    return _group(desk, groups.group(desk.log.store, which), day, lang)


@get("/exchange/groups/{which:str}/form", sync_to_thread=True)
def form(which: Which, desk: TheDesk, lang: Lang) -> shapes.Form:
    """Give the inventory of a group as a page to send along."""
    one = groups.group(desk.log.store, which)
    return shapes.Form("inventarisatie.html" if lang == "nl" else "inventory.html", words.form(one, lang))


@get("/people/{person:str}/exchange", sync_to_thread=True)
def theirs(person: PersonId, desk: TheDesk, lang: Lang, day: Day) -> shapes.TheirExchange:
    """Give what somebody seeks and brings, and what titles shared with them were about."""
    one = found(desk, person, day)
    held = [
        _wish(wish, desk.people(day), day, lang)
        for wish in exchange.wishes(desk.log.store, day)
        if wish.person == one.id
    ]
    topics = matters.topics_of(desk.log.store, str(one.id), day, held=desk.matters(day))
    return shapes.TheirExchange(
        held[:100], [shapes.Topic(topic.word, said.topic_line(topic, day, lang)) for topic in topics]
    )


def _wish(one: Wish, named: dict[int, Person], day: int, lang: str) -> shapes.WishShape:
    names = {one.person: named[one.person].name} if one.person in named else {}
    return shapes.WishShape(
        f"{one.key:016x}",
        one.asked,
        one.mine,
        "" if one.mine else said.owner(one, names, lang),
        one.text,
        cast("shapes.Need", str(one.need)),
        cast("shapes.See", str(one.see)),
        said.wish_facts(one, day, lang),
    )


def _answer(desk: Desk, wish: Wish, day: int, lang: str) -> shapes.AnswerShape:
    store = desk.log.store
    one = answered(wish, desk.grounds(day))
    out = bridging.out_through(store, wish)
    replies = bridging.replies(store, wish, day) if out else []
    return shapes.AnswerShape(
        _wish(wish, desk.people(day), day, lang),
        list(said.heads(lang)),
        [
            shapes.Found(who(row.person), row.person.organisation, said.known_line(row, one, lang))
            for row in one.known[:SHOWN]
        ],
        [
            shapes.Found(
                who(row.chain.people[1]) if row.chain and len(row.chain.people) > 1 else None,
                row.organisation,
                said.way_line(row, day, lang),
            )
            for row in one.ways[:SHOWN]
        ],
        [
            shapes.Found(who(row.person), row.person.organisation, said.met_line(row, day, lang))
            for row in one.met[:SHOWN]
        ],
        [who(bridge.person) for bridge in out[:10]],
        [
            shapes.Replied(who(reply.person), line)
            for reply, line in zip(replies, words.reply_lines(replies, day, lang), strict=False)
        ][:100],
        through(one.seen_through, lang),
    )


def _introduction(desk: Desk, one: Introduction, day: int, lang: str) -> shapes.IntroductionShape:
    named = desk.people(day)
    a, b = named[one.a], named[one.b]
    waits = [person for person, yes in ((a, one.a_said), (b, one.b_said)) if yes is None and one.step is Step.ASKING]
    drafts = []
    if one.step is Step.READY:
        drafts = [_draft(a, words.joint_draft(one, a, b, lang))]
    elif waits:
        sounds = _voices(desk, waits, day)
        drafts = [
            _draft(asked, words.asked_draft(one, asked, b if asked is a else a, sounds[asked.id], lang))
            for asked in waits
        ]
    line = words.introduction_line(one, a, b, bridging.came_of(desk.log.store, one, day), day, lang)
    return shapes.IntroductionShape(
        one.id, one.step.value, line.partition("  ")[2], [who(a), who(b)], [who(person) for person in waits], drafts
    )


def _group(desk: Desk, one: groups.Group, day: int, lang: str) -> shapes.GroupShape:
    invited = [person for person, part in one.members if part is not Part.CONVENER]
    sounds = _voices(desk, invited, day)
    days = listed([on_day(later, day, lang) for later in one.looks_back], lang) if one.looks_back else ""
    look = (
        (f"Terugkijken of het nog draait: {days}." if lang == "nl" else f"Look back whether it still runs: {days}.")
        if days
        else ""
    )
    return shapes.GroupShape(
        id=one.id,
        title=one.title,
        day=None if one.day is None else to_date(one.day).isoformat(),
        interest=one.interest,
        members=[shapes.MemberShape(who(person), part.value) for person, part in one.members[:100]],
        inventory=[shapes.RowShape(*row) for row in one.inventory[:200]],
        common=[shared.word for shared in one.common[:10]],
        looks_back=[to_date(later).isoformat() for later in one.looks_back],
        look_back=look,
        collaboration=one.collaboration,
        invitations=[
            _draft(person, words.invitation(one, person, sounds[person.id], day, lang)) for person in invited[:100]
        ],
    )


def _draft(person: Person, text: str) -> shapes.Draft:
    address = next((one.partition(":")[2] for one in person.identifiers if one.startswith("mailto:")), "")
    return shapes.Draft(who(person), address, text)


def _voices(desk: Desk, some: list[Person], day: int) -> dict[int, Voice]:
    return voices(desk.log.store, day, [one.id for one in some], preferences(desk.log.store))
