"""Introductions, paths and dependence in words: whom to bring together, who can introduce one, and what rests on somebody."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from hecht.text.measures import capital, first_name, listed, number, some
from hecht.text.moves import through

if TYPE_CHECKING:
    from hecht.app.dependence import LeaveView
    from hecht.app.introductions import IntroductionRow, IntroductionsView
    from hecht.app.paths import PathRow, PathView
    from hecht.app.people import Person
    from hecht.app.pool import Pool

_MOST = 5
"""Names in a sentence; of more the number is said."""


def introduction_rows(view: "IntroductionsView", lang: str) -> list[dict[str, Any]]:
    """Give introductions as rows: a, b, score, worth, broker, shared, reason, and the names that belong to the numbers."""
    return [
        {
            "a": row.a.id,
            "b": row.b.id,
            "score": row.score,
            "worth": row.worth,
            "broker": None if row.broker is None else row.broker.id,
            "shared": [one.id for one in row.shared],
            "reason": introduction_reason(row, view, lang),
            "a_name": row.a.name,
            "b_name": row.b.name,
            "broker_name": None if row.broker is None else row.broker.name,
        }
        for row in view.rows
    ]


def introduction_reason(row: "IntroductionRow", view: "IntroductionsView", lang: str) -> str:
    """Say why two people could be introduced: what they share, whom both know, and whether they know each other."""
    said = [_in_common(row, view.ego, lang), _acquainted(row, lang)]
    return " ".join(one for one in said if one)


def introduction_lines(view: "IntroductionsView", lang: str, command: str) -> Iterator[str]:
    """Give introductions in lines, each with what both gain and what to answer first."""
    nl = lang == "nl"
    if not view.rows:
        yield "Niemand om aan elkaar voor te stellen." if nl else "Nobody to introduce to one another."
        return
    for row in view.rows:
        yield f"{_full(row.a)} – {_full(row.b)}"
        yield f"  {introduction_reason(row, view, lang)}"
        gains = _gains(row, lang)
        if gains:
            yield f"  {gains}"
        if view.ego is not None and not row.certain and not row.told:
            a, b = first_name(row.a.name), first_name(row.b.name)
            yield f"  Kennen {a} en {b} elkaar?" if nl else f"  Do {a} and {b} know each other?"
            yield f'    {command} introductions acquainted "{row.a.name}" "{row.b.name}" yes|no'
        yield ""
    yield _seen(view.seen_through, view.pooled, lang)


def acquainted_line(a: "Person", b: "Person", lang: str, *, yes: bool | None) -> str:
    """Confirm what was said of two people."""
    if lang == "nl":
        if yes is None:
            return f"Teruggenomen: of {a.name} en {b.name} elkaar kennen, weet hecht weer niet."
        return f"Genoteerd: {a.name} en {b.name} kennen elkaar{'' if yes else ' niet'}."
    if yes is None:
        return f"Taken back: hecht does not know again whether {a.name} and {b.name} know each other."
    return f"Noted: {a.name} and {b.name} {'know' if yes else 'do not know'} each other."


def path_rows(view: "PathView", lang: str) -> list[dict[str, Any]]:
    """Give chains as rows: to, people, holds, the weakest link as two numbers, and the sentence."""
    return [
        {
            "to": view.name,
            "people": [one.id for one in row.people],
            "names": [one.name for one in row.people],
            "holds": row.holds,
            "weakest": [row.people[row.weakest].id, row.people[row.weakest + 1].id],
            "reason": chain(row, lang),
        }
        for row in view.chains
    ]


def path_lines(view: "PathView", lang: str) -> Iterator[str]:
    """Give the strongest chain and its alternatives in lines."""
    nl = lang == "nl"
    to = view.organisation or view.name
    if not view.chains:
        yield (
            f"Naar {to} is in dit log geen weg te zien van hooguit drie mensen ertussen."
            if nl
            else f"No way to {to} through at most three people is to be seen in this log."
        )
    elif view.organisation and len(view.chains[0].people) > 2:  # noqa: PLR2004 - nobody in between
        yield (
            f"Bij {to} heb je, voor zover te zien, zelf nog geen contact."
            if nl
            else f"As far as can be seen, you have no contact of your own at {to} yet."
        )
    for place, row in enumerate(view.chains):
        if place == 1:
            yield "Of langs een ander:" if nl else "Or another way:"
        yield ("  " if place else "") + chain(row, lang)
    yield _seen(view.seen_through, view.pooled, lang)


def chain(row: "PathRow", lang: str) -> str:
    """Say a chain: who can introduce you to whom, and which link is the weakest."""
    nl, people = lang == "nl", row.people
    end = _full(people[-1])
    if len(people) == 2:  # noqa: PLR2004 - nobody in between
        return f"Met {end} heb je zelf contact." if nl else f"You are in touch with {end} yourself."
    names = [first_name(one.name) for one in people]
    asked = _full(people[1])
    if len(people) == 3:  # noqa: PLR2004 - one in between
        said = f"{asked} kan je voorstellen aan {end}." if nl else f"{asked} can introduce you to {end}."
    else:
        between = (" en dan " if nl else " and then ").join(names[2:-1])
        said = (
            f"{asked} kan je via {between} voorstellen aan {end}."
            if nl
            else f"{asked} can introduce you to {end} through {between}."
        )
    one, other = row.weakest, row.weakest + 1
    a = ("jou" if nl else "you") if one == 0 else names[one]
    weak = (
        f"Het minste contact is er tussen {a} en {names[other]}."
        if nl
        else f"There is least contact between {a} and {names[other]}."
    )
    return f"{said} {weak}"


def leave_lines(view: "LeaveView", lang: str) -> Iterator[str]:
    """Say what rests on somebody."""
    nl, who = lang == "nl", first_name(view.person.name)
    group = listed([first_name(one.name) for one in view.group[:_MOST]], lang) if view.group else ""
    if len(view.group) > _MOST:
        group = f"{number(len(view.group), lang)} mensen" if nl else f"{number(len(view.group), lang)} people"
    yield (
        f"Als {_full(view.person)} weggaat{f', voor {group}' if group else ''}:"
        if nl
        else f"If {_full(view.person)} leaves{f', for {group}' if group else ''}:"
    )
    said = False
    for line in _leaving(view, who, lang):
        said = True
        yield f"  {line}"
    if not said:
        yield (
            f"  Voor zover te zien valt er niemand weg die alleen via {who} te bereiken is."
            if nl
            else f"  As far as can be seen nobody falls away who is reached through {who} alone."
        )
    yield _seen(view.seen_through, view.pooled, lang)


def leave_row(view: "LeaveView", lang: str) -> dict[str, Any]:
    """Give what rests on somebody as a row: numbers of persons, names of organisations, and an interval for the unseen."""
    return {
        "person": view.person.id,
        "name": view.person.name,
        "group": [one.id for one in view.group],
        "held": [one.id for one in view.held],
        "lost": [one.id for one in view.lost],
        "organisations": list(view.organisations),
        "opened": [[one.id, other.id] for one, other in view.opened],
        "unseen": None if view.unseen is None else round(view.unseen.estimate, 1),
        "unseen_low": None if view.unseen is None else round(view.unseen.low, 1),
        "unseen_high": None if view.unseen is None else round(view.unseen.high, 1),
        "reason": " ".join(_leaving(view, first_name(view.person.name), lang)),
    }


def pool_lines(view: "Pool", lang: str) -> Iterator[str]:
    """Say whether this log is pooled, and what others can see of it."""
    nl = lang == "nl"
    if not view.on:
        yield (
            "Je log wordt niet gedeeld; niemand ziet er iets van, en jij ziet niets van dat van anderen."
            if nl
            else "Your log is not pooled; nobody sees anything of it, and you see nothing of anybody else's."
        )
        return
    others = some(view.others, "ander log", "andere logs") if nl else some(view.others, "other log", "other logs")
    if nl:
        yield f"Sinds {view.since} gedeeld met {others} in deze opslag. Terughalen: hecht privacy pool off"
        yield "Anderen zien alleen wie van je werkcontacten met wie contact heeft en hoeveel; geen onderwerpen, niets van privé."
    else:
        yield f"Pooled with {others} in this store since {view.since}. Take it back with: hecht privacy pool off"
        yield "Others see only who of your work contacts is in touch with whom and how much; no subjects, nothing private."


def _in_common(row: "IntroductionRow", ego: int | None, lang: str) -> str:
    nl = lang == "nl"
    a, b = first_name(row.a.name), first_name(row.b.name)
    parts = []
    if row.topics:
        one, other = row.topics
        if one == other:
            parts.append(
                f"hebben het allebei met jou over ‘{one}’" if nl else f"are both in touch with you about ‘{one}’"
            )
        else:
            parts.append(
                f"hebben het allebei met jou over iets verwants (‘{one}’ en ‘{other}’)"
                if nl
                else f"are both in touch with you about something akin (‘{one}’ and ‘{other}’)"
            )
    if row.place:
        called = row.place.partition(".")[0]
        parts.append(f"schrijven allebei op de lijst ‘{called}’" if nl else f"both write to the list ‘{called}’")
    others = [one for one in row.shared if one.id != ego]
    if others:
        named = [first_name(one.name) for one in others[:2]]
        if len(others) > len(named):
            more = len(others) - len(named)
            named.append(f"nog {number(more, lang)}" if nl else f"{number(more, lang)} more")
        parts.append(f"kennen allebei {listed(named, lang)}" if nl else f"both know {listed(named, lang)}")
    if not parts:
        return f"{a} en {b} kennen allebei jou." if nl else f"{a} and {b} both know you."
    return f"{a} {'en' if nl else 'and'} {b} {listed(parts, lang)}."


def _acquainted(row: "IntroductionRow", lang: str) -> str:
    nl = lang == "nl"
    if row.told:
        return "Je zei dat ze elkaar niet kennen." if nl else "You said that they do not know each other."
    if row.together:
        days = some(row.together, "dag", "dagen") if nl else some(row.together, "day", "days")
        return (
            f"Ze zaten op {days} in dezelfde mail of hetzelfde overleg; onderling contact is niet te zien."
            if nl
            else f"They were in one mail or meeting on {days}; no contact between them is to be seen."
        )
    if row.certain:
        return "Ze hadden onderling geen contact." if nl else "They had no contact with each other."
    return (
        "Voor zover hecht ziet, kennen ze elkaar niet."
        if nl
        else "As far as hecht can see, they do not know each other."
    )


def _gains(row: "IntroductionRow", lang: str) -> str:
    said = [
        _opens(first_name(one.name), first_name(other.name), opened, lang)
        for one, other, opened in ((row.a, row.b, row.opens_a), (row.b, row.a, row.opens_b))
    ]
    return " ".join(said)


def _opens(who: str, other: str, opened: tuple[int, int], lang: str) -> str:
    people, houses = opened
    if lang == "nl":
        more = f" bij {some(houses, 'andere organisatie', 'andere organisaties')}" if houses else ""
        return f"{who} krijgt via {other} {some(people, 'mens', 'mensen')}{more} binnen bereik."
    more = f" at {some(houses, 'other organisation', 'other organisations')}" if houses else ""
    return f"Through {other}, {who} gets {some(people, 'person', 'people')}{more} within reach."


def _leaving(view: "LeaveView", who: str, lang: str) -> Iterator[str]:
    nl = lang == "nl"
    if view.held:
        one_other = (
            f"Alleen {who} heeft contact met {_names(view.held, lang)}."
            if nl
            else f"Only {who} is in touch with {_names(view.held, lang)}."
        )
        yield one_other
    further = [one for one in view.lost if one not in view.held]
    if further:
        yield (
            f"Niet meer met één voorstelling te bereiken: {_names(further, lang)}."
            if nl
            else f"No longer within one introduction: {_names(further, lang)}."
        )
    if view.organisations:
        shown = list(view.organisations[:_MOST])
        more = len(view.organisations) - len(shown)
        shown += [f"nog {number(more, lang)}" if nl else f"{number(more, lang)} more"] if more else []
        yield (
            f"Organisaties waar dan niemand meer te bereiken is: {listed(shown, lang)}."
            if nl
            else f"Organisations where nobody is within reach any more: {listed(shown, lang)}."
        )
    if view.opened:
        count, (one, other) = len(view.opened), view.opened[0]
        a, b = first_name(one.name), first_name(other.name)
        if nl:
            pairs = "één paar heeft" if count == 1 else f"{number(count, lang)} paren hebben"
            but = "deze groep" if view.group else "jou"
            yield f"{capital(pairs)} dan buiten {but} geen gedeeld contact meer, zoals {a} en {b}."
        else:
            pairs = "one pair has" if count == 1 else f"{number(count, lang)} pairs have"
            but = "this group" if view.group else "you"
            yield f"{capital(pairs)} no shared contact left but {but}, such as {a} and {b}."
    if view.unseen is not None and round(view.unseen.estimate):
        low, most, high = (round(one) for one in (view.unseen.low, view.unseen.estimate, view.unseen.high))
        if nl:
            people = some(most, "mens", "mensen")
            yield f"Naar schatting kent {who} minstens nog {people} die niet in dit log staan ({low} tot {high}); of die wegvallen, is hier niet te zien."
        else:
            people = some(most, "more person", "more people")
            yield f"By estimate {who} knows at least {people} who are not in this log ({low} to {high}); whether they fall away cannot be seen here."


def _names(people: Sequence["Person"], lang: str) -> str:
    shown = [_full(one) for one in people[:_MOST]]
    more = len(people) - len(shown)
    if more:
        shown.append(f"nog {number(more, lang)}" if lang == "nl" else f"{number(more, lang)} more")
    return listed(shown, lang)


def _full(person: "Person") -> str:
    return f"{person.name} ({person.organisation})" if person.organisation else person.name


def _seen(channels: tuple[str, ...], pooled: int, lang: str) -> str:
    words = through(channels, lang)
    if pooled:
        logs = (
            some(pooled, "gedeeld log van een collega", "gedeelde logs van collega's")
            if lang == "nl"
            else some(pooled, "pooled log of a colleague", "pooled logs of colleagues")
        )
        words += f"{' en ' if lang == 'nl' else ' and '}{logs}"
    return f"{capital(words)}." if words else ""
