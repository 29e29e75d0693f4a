"""What is open, questions put out, introductions and groups in words, with the messages one can send."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hecht.core.days import to_date
from hecht.core.exchange.groups import COLUMNS, Part
from hecht.core.exchange.introduction import WITHIN, Introduction, Step
from hecht.core.moves.preferences import Voice
from hecht.text.exchange import full
from hecht.text.measures import capital, dear, first_name, listed, number, on_day

if TYPE_CHECKING:
    from hecht.app.bridging import Bridge, Reply
    from hecht.app.groups import Group
    from hecht.app.ledger import Open
    from hecht.app.people import Person
    from hecht.core.collaboration.collaboration import Collaboration
    from hecht.core.exchange.asks import Wish

_OUT = {"nl": "Komt het nu niet uit, dan is dat ook goed.", "en": "If now is not a good time, that is fine too."}
_SHOWN = 6


def _opening(person: "Person", voice: Voice, lang: str) -> tuple[str, str, str, str]:
    """Give greeting, language, and the words for *je* and *jou*."""
    spoken, formal = voice.language or lang, voice.form == "u"
    hello = voice.greeting or (
        f"Geachte {person.name}" if formal and spoken == "nl" and "@" not in person.name else dear(person.name, spoken)
    )
    return hello, spoken, *(("u", "u") if formal else ("je", "jou"))


def out_draft(wish: "Wish", bridge: "Bridge", voice: Voice, lang: str) -> str:
    """Write the message by which a question is put out through somebody: the question as it is, one request, a way out."""
    hello, spoken, je, _ = _opening(bridge.person, voice, lang)
    if spoken == "nl":
        known = "Kent" if je == "u" else "Ken"
        there = f"iemand bij {bridge.towards}" if bridge.towards else "iemand"
        want = "wilt" if je == "u" else "wil"
        return (
            f"{hello}, ik zit met deze vraag: ‘{wish.text}’ {known} {je} {there} die hier iets van weet,"
            f" en {want} {je} mijn vraag doorgeven? {_OUT['nl']}"
        )
    there = f"somebody at {bridge.towards}" if bridge.towards else "somebody"
    return (
        f"{hello}, I am looking for an answer to this: ‘{wish.text}’ Do you know {there} who knows about it, and would you"
        f" pass my question on? {_OUT['en']}"
    )


def reply_lines(found: "Sequence[Reply]", as_of: int, lang: str) -> Iterator[str]:
    """Say what came back by mail after a question was put out."""
    nl = lang == "nl"
    if not found:
        yield "Er is hier nog geen antwoord te zien." if nl else "No answer is to be seen here yet."
    for one in found:
        via = ""
        if one.through:
            via = f", via {one.through.name}" if nl else f", through {one.through.name}"
        day = on_day(one.day, as_of, lang)
        about = f": ‘{one.title}’" if one.title else ""
        yield f"{full(one.person)}{via}, {'op' if nl else 'on'} {day}{about}"


def asked_draft(one: Introduction, asked: "Person", other: "Person", voice: Voice, lang: str) -> str:
    """Write the message in which one of two is asked first: what they gain, without the other's name or address."""
    hello, spoken, je, _ = _opening(asked, voice, lang)
    gains = one.a_gains if asked.id == one.a else one.b_gains
    if spoken == "nl":
        where = f" bij {other.organisation}" if other.organisation else ""
        gain = f" Wat het {'u' if je == 'u' else 'jou'} brengt: {gains.rstrip('.')}." if gains else ""
        return (
            f"{hello}, ik ken iemand{where} aan wie {je} volgens mij iets hebt, en omgekeerd.{gain}"
            f" Zal ik {'u' if je == 'u' else 'jullie'} aan elkaar voorstellen? Ik vraag het daar ook eerst. {_OUT['nl']}"
        )
    where = f" at {other.organisation}" if other.organisation else ""
    gain = f" What it may bring you: {gains.rstrip('.')}." if gains else ""
    return (
        f"{hello}, I know somebody{where} whom I think you could help and who could help you.{gain} Shall I introduce the two"
        f" of you? I will ask there first as well. {_OUT['en']}"
    )


def joint_draft(one: Introduction, a: "Person", b: "Person", lang: str) -> str:
    """Write the joint message, for after both said yes: who is who, what each gains, and how they reach one another."""
    nl = lang == "nl"
    first, second = first_name(a.name), first_name(b.name)
    hello = f"Dag {first} en {second}" if nl else f"Hello {first} and {second}"
    said = []
    for who, other, gains in ((a, b, one.a_gains), (b, a, one.b_gains)):
        if gains:
            word = gains.rstrip(".")
            said.append(
                f"{first_name(who.name)}, via {first_name(other.name)}: {word}."
                if nl
                else f"{first_name(who.name)}, through {first_name(other.name)}: {word}."
            )
    at = " op " if nl else " at "
    reach = listed([f"{first_name(one.name)}{at}{address}" for one in (a, b) if (address := _address(one))], lang)
    if reach:
        reach = f" Bereikbaar: {reach}." if nl else f" You reach {reach}."
    middle = f" {' '.join(said)}" if said else ""
    if nl:
        return (
            f"{hello}, jullie zeiden allebei ja, dus bij dezen: {full(a)}, dit is {full(b)}.{middle}"
            f"{reach} Ik laat het verder graag aan jullie."
        )
    return f"{hello}, you both said yes, so here you are: {full(a)}, this is {full(b)}.{middle}{reach} I leave the rest to you."


def _address(person: "Person") -> str:
    return next((text.partition(":")[2] for text in person.identifiers if text.startswith("mailto:")), "")


def introduction_line(one: Introduction, a: "Person", b: "Person", came: int | None, as_of: int, lang: str) -> str:
    """Say where an introduction stands, and what came of it."""
    nl = lang == "nl"
    pair = f"{one.id[:8]}  {a.name} – {b.name}: "
    if one.step is Step.STOPPED:
        return pair + ("een van beiden zei nee; het blijft hierbij" if nl else "one of them said no; it ends here")
    if one.step is Step.READY:
        return pair + (
            "allebei ja; het gezamenlijke bericht kan uit" if nl else "both said yes; the joint message can go"
        )
    if one.step is Step.ASKING:
        waits = [person.name for person, said in ((a, one.a_said), (b, one.b_said)) if said is None]
        return pair + (f"wacht op {listed(waits, lang)}" if nl else f"waits for {listed(waits, lang)}")
    sent = on_day(one.sent or 0, as_of, lang)
    if came is not None:
        then = on_day(came, as_of, lang)
        return pair + (
            f"voorgesteld op {sent}; op {then} hadden ze contact"
            if nl
            else f"introduced on {sent}; they were in touch on {then}"
        )
    over = as_of > (one.sent or 0) + WITHIN
    unseen = (
        ("in twee maanden is geen contact te zien" if nl else "no contact to be seen in two months")
        if over
        else ("nog geen contact te zien" if nl else "no contact to be seen yet")
    )
    return pair + (f"voorgesteld op {sent}; {unseen}" if nl else f"introduced on {sent}; {unseen}")


def open_rows(found: "Sequence[Open]", lang: str) -> list[dict[str, Any]]:
    """Give what is open as rows: id, mine, person, name, how, text, day, and the sentence."""
    return [
        {
            "id": one.id,
            "mine": one.mine,
            "person": one.person.id,
            "name": one.person.name,
            "how": one.how,
            "text": one.text,
            "day": to_date(one.day).isoformat(),
            "said": open_line(one, one.day, lang),
        }
        for one in found
    ]


def open_lines(found: "Sequence[Open]", as_of: int, lang: str) -> Iterator[str]:
    """Say what is open, your own side first; nothing is counted and nothing is weighed."""
    nl = lang == "nl"
    if not found:
        yield "Er staat over en weer niets open." if nl else "Nothing is open either way."
    for mine, head in ((True, "Van jouw kant" if nl else "From you"), (False, "Van de ander" if nl else "From others")):
        some = [one for one in found if one.mine == mine]
        if some:
            yield head
        for one in some:
            mark = f"{one.id[:8]}  " if one.how != "question" else ""
            yield f"  {mark}{open_line(one, as_of, lang)}"


def open_line(one: "Open", as_of: int, lang: str) -> str:
    """Say one open thing."""
    nl, who, day = lang == "nl", one.person.name, on_day(one.day, as_of, lang)
    about = f": ‘{one.text}’" if one.text else ""
    if one.how == "question":
        if one.mine:
            return f"{who} vroeg je iets op {day}{about}" if nl else f"{who} asked you something on {day}{about}"
        return f"je vroeg {who} iets op {day}{about}" if nl else f"you asked {who} something on {day}{about}"
    if one.how == "introduction":
        return (
            f"{who} en de ander zeiden ja: je kunt ze voorstellen"
            if nl
            else f"{who} and the other said yes: introduce them"
        )
    if one.mine:
        return f"beloofd aan {who} op {day}{about}" if nl else f"promised to {who} on {day}{about}"
    return f"beloofd door {who} op {day}{about}" if nl else f"promised by {who} on {day}{about}"


PARTS = {
    "nl": {Part.CONVENER: "nodigt uit", Part.PEER: "heeft hetzelfde", Part.THIRD: "derde partij"},
    "en": {Part.CONVENER: "invites", Part.PEER: "has the same", Part.THIRD: "third party"},
}


def group_lines(one: "Group", as_of: int, lang: str) -> Iterator[str]:
    """Say a group: who convenes, who comes, the day, what the inventory shows, the common interest, when to look back."""
    nl = lang == "nl"
    when = f", {on_day(one.day, as_of, lang)}" if one.day is not None else ""
    yield f"{one.id[:8]}  {one.title}{when}"
    for part in Part:
        who = [full(person) for person in one.of(part)]
        if part is Part.CONVENER and not who:
            who = ["jij" if nl else "you"]
        if who:
            yield f"  {capital(PARTS[lang][part])}: {listed(who, lang)}"
    for row in one.inventory:
        yield f"  {row.organisation}: {row.situation}"
        for word, text in zip(
            ("geprobeerd", "nodig") if nl else ("tried", "needed"), (row.tried, row.needed), strict=True
        ):
            if text:
                yield f"    {word}: {text}"
    if one.common:
        shared = listed([f"{word.word} ({word.organisations})" for word in one.common[:_SHOWN]], lang)
        yield f"  {'Komt bij meer dan een organisatie terug' if nl else 'Comes back at more than one organisation'}: {shared}"
    if one.interest:
        yield f"  {'Gezamenlijk belang' if nl else 'Common interest'}: {one.interest}"
    if one.looks_back:
        days = listed([on_day(day, as_of, lang) for day in one.looks_back], lang)
        yield f"  {'Terugkijken: draait het nog?' if nl else 'Look back: does it still run?'} {days}"


def became_line(one: "Collaboration", lang: str) -> str:
    """Say that a group became a collaboration, with which organisations."""
    houses = listed([party.organisation for party in one.parties], lang)
    if lang == "nl":
        return f"Samenwerking begonnen: {one.name}, met {houses}. Bekijk haar: hecht collaboration show ‘{one.name}’"
    return f"Collaboration started: {one.name}, with {houses}. Look at it: hecht collaboration show ‘{one.name}’"


def invitation(one: "Group", person: "Person", voice: Voice, as_of: int, lang: str) -> str:
    """Write an invitation: what it is about, when, what one row of the inventory asks, and a way out."""
    hello, spoken, je, _ = _opening(person, voice, lang)
    nl = spoken == "nl"
    others = len({member.organisation for member in one.of(Part.PEER)} - {"", person.organisation})
    when = (
        (f" op {on_day(one.day, as_of, spoken)}" if nl else f" on {on_day(one.day, as_of, spoken)}") if one.day else ""
    )
    elsewhere = number(others, spoken)
    if nl:
        where = "een andere organisatie" if others == 1 else f"{elsewhere} andere organisaties"
        more = f" Ook bij {where} speelt dit." if others else ""
        come, want, theirs = ("Komt u", "wilt u", "u") if je == "u" else ("Kom je", "wil je", "jullie")
        return (
            f"{hello}, we willen{when} bij elkaar zitten over ‘{one.title}’.{more} {come} ook, en {want} vooraf één rij invullen:"
            f" hoe het er bij {theirs} voor staat, wat er is geprobeerd, en wat nodig is? {_OUT['nl']}"
        )
    where = "another organisation" if others == 1 else f"{elsewhere} other organisations"
    more = f" It is an issue at {where} as well." if others else ""
    return (
        f"{hello}, we want to meet{when} about ‘{one.title}’.{more} Would you come, and fill in one row beforehand: how things"
        f" stand with you, what was tried, and what is needed? {_OUT['en']}"
    )


_FORM = {
    "nl": ("Inventarisatie", "Organisatie", "Hoe staat het ervoor?", "Wat is er geprobeerd?", "Wat is er nodig?", "Bewaar als bestand",
           "Vul één rij in, bewaar het bestand en stuur het terug aan wie je uitnodigde. Er gaat niets vanzelf weg."),
    "en": ("Inventory", "Organisation", "How do things stand?", "What was tried?", "What is needed?", "Save as a file",
           "Fill in one row, save the file and send it back to whoever invited you. Nothing is sent by itself."),
}  # fmt: skip


def form(one: "Group", lang: str) -> str:
    """Write the inventory as a page that works without a server: it saves one row as a file to send back."""
    title, *labels, save, hint = _FORM[lang]
    named = dict(zip(COLUMNS, labels, strict=True))
    fields = "\n".join(
        f'<p><label for="{name}">{_html(label)}</label><br>'
        + (
            f'<input id="{name}" maxlength="200" size="60">'
            if name == COLUMNS[0]
            else f'<textarea id="{name}" rows="4" cols="60" maxlength="1000"></textarea>'
        )
        + "</p>"
        for name, label in named.items()
    )
    columns = ",".join(f'"{name}"' for name in COLUMNS)
    return f"""<!doctype html>
<html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>{_html(title)}: {_html(one.title)}</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}}input,textarea{{font:inherit;width:100%;box-sizing:border-box}}</style>
<h1>{_html(title)}: {_html(one.title)}</h1>
<p>{_html(hint)}</p>
{fields}
<p><button id="save">{_html(save)}</button></p>
<script>
const names = [{columns}];
const cell = (text) => '"' + (/^[=+\\-@\\t\\r]/.test(text) ? "'" : '') + text.replace(/"/g, '""').replace(/\\s+/g, ' ') + '"';
document.getElementById('save').onclick = () => {{
  const row = names.map((name) => cell(document.getElementById(name).value.trim()));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([names.join(',') + '\\n' + row.join(',') + '\\n'], {{type: 'text/csv'}}));
  link.download = 'inventory.csv';
  link.click();
}};
</script>
</html>
"""


def _html(text: str) -> str:
    for sign, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, safe)
    return text


def inventory_rows(one: "Group") -> list[Mapping[str, Any]]:
    """Give the inventory as rows, for a CSV; without any row the columns stand alone in it."""
    return [row._asdict() for row in one.inventory] or [dict.fromkeys(COLUMNS, "")]
