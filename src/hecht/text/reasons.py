"""Why a move is proposed, in one to three sentences made from its data alone."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from hecht.core.days import to_date
from hecht.core.moves.move import Meeting, Move, Reason
from hecht.text import exchange_moves
from hecht.text.measures import capital, first_name, listed, moment, month, number, on_day, rhythm, span

_MOST_NAMES = 8
_SOME = 2


def reason(move: Move, names: Mapping[int, str], zone: tzinfo, as_of: int, lang: str, *, when: bool = True) -> str:
    """Say why a move is proposed, from its data alone; without `when`, not at which meeting, as on the sheet of that."""
    who, why = first_name(names[move.people[0]]), move.reason
    if why.occasion in exchange_moves.OCCASIONS:
        given = [exchange_moves.because(exchange_moves.names_of(move.people, names), why, as_of, lang)]
        return " ".join([*given, meeting(move.moment, zone, as_of, lang)] if move.moment and when else given)
    said = {
        "question_to_me": lambda: [_asked_me(who, why, as_of, lang)],
        "question_of_mine": lambda: [_asked_by_me(who, why, as_of, lang), _silence(who, why, as_of, lang)],
        "topic": lambda: [_before(move, who, as_of, lang), _topic(why, as_of, lang)],
        "goal": lambda: [_before(move, who, as_of, lang), _about(why, as_of, lang)],
        "changed": lambda: [_asleep(who, why, as_of, lang), _changed(who, why, as_of, lang)],
        "meeting": lambda: [_before(move, who, as_of, lang)],
        "only_task": lambda: [only_task(who, why.day, as_of, lang)],
        "new": lambda: [_new(who, why, as_of, lang)],
        "together": lambda: [_together(who, why, as_of, lang)],
        "same_matter": lambda: [_same_matter([first_name(names[one]) for one in move.people], why, names, lang)],
        "ended": lambda: [_ended([first_name(names[one]) for one in move.people], why, as_of, lang)],
    }[why.occasion]()
    if why.organisation and why.occasion in ("topic", "goal"):
        said.append(
            f"Inmiddels komt mail van {who} vanaf een adres van {why.organisation}."
            if lang == "nl"
            else f"By now mail from {who} comes from an address of {why.organisation}."
        )
    if why.goal:
        said.append(f"Dat past bij je doel ‘{why.goal}’." if lang == "nl" else f"That fits your goal ‘{why.goal}’.")
    if move.moment and when:
        said.append(meeting(move.moment, zone, as_of, lang))
    if move.kind == "wake" and why.occasion in ("topic", "goal"):
        said.append("Oude bekenden helpen vaak graag." if lang == "nl" else "Old acquaintances are often glad to help.")
    if why.opens and move.kind == "approach":
        said.append(
            f"Bij {why.opens} is hier verder geen contact te zien: eens een andere wereld dan je gewone."
            if lang == "nl"
            else f"No other contact at {why.opens} is to be seen here: another world than your usual one, for once."
        )
    elif why.opens:
        said.append(
            f"Bij {why.opens} is hier nu verder geen contact te zien."
            if lang == "nl"
            else f"No other contact at {why.opens} is to be seen here now."
        )
    if why.alone >= _SOME:
        said.append(
            f"Van {number(why.alone, lang)} mensen is hier alleen contact met {who} te zien."
            if lang == "nl"
            else f"Of {number(why.alone, lang)} people only contact with {who} is to be seen here."
        )
    return " ".join(said)


def meeting(one: Meeting, zone: tzinfo, as_of: int, lang: str) -> str:
    """Say when two people see each other next: "Donderdag om tien uur zien jullie elkaar."."""
    when = capital(moment(one.seconds, zone, as_of, lang))
    called = f" (‘{one.title}’)" if one.title else ""
    together = len(one.people) == 1
    if lang == "nl":
        return f"{when} {'zien jullie elkaar' if together else 'zitten jullie in hetzelfde overleg'}{called}."
    return f"{when} you {'see each other' if together else 'are in the same meeting'}{called}."


def only_task(who: str, since: int, as_of: int, lang: str) -> str:
    """Say since when it has been about the work alone; what began late in January is said to be since February."""
    when = month(since + 15, as_of, lang)
    if lang == "nl":
        return f"Met {who} gaat het sinds {when} alleen nog over het werk."
    return f"With {who} it has been about the work alone since {when}."


def list_name(name: str) -> str:
    """Give the name of a mailing list as people say it: the first part of its address."""
    return name.partition(".")[0]


def _before(move: Move, who: str, as_of: int, lang: str) -> str:
    return _asleep(who, move.reason, as_of, lang) if move.kind == "wake" else _silence(who, move.reason, as_of, lang)


def _asked_me(who: str, why: Reason, as_of: int, lang: str) -> str:
    day = on_day(why.day, as_of, lang)
    if lang == "nl":
        about = f" over ‘{why.subject}’" if why.subject else ""
        return f"{who} mailde je op {day}{about}. Een antwoord is hier niet te zien. Misschien ging het per telefoon?"
    about = f" about ‘{why.subject}’" if why.subject else ""
    return f"{who} mailed you on {day}{about}. No answer is among what hecht has seen. Perhaps it went by telephone?"


def _asked_by_me(who: str, why: Reason, as_of: int, lang: str) -> str:
    day = on_day(why.day, as_of, lang)
    if lang == "nl":
        about = f" over ‘{why.subject}’" if why.subject else ""
        return f"Je mailde {who} op {day}{about}. Een antwoord is hier niet te zien."
    about = f" about ‘{why.subject}’" if why.subject else ""
    return f"You mailed {who} on {day}{about}. No answer is among what hecht has seen."


def _silence(who: str, why: Reason, as_of: int, lang: str) -> str:
    nl, quiet = lang == "nl", span(why.silence, lang)
    if nl:
        now = f"los van overleg met meer mensen is het nu {quiet} stil" if why.apart else f"nu is het {quiet} stil"
    else:
        now = (
            f"apart from larger meetings it has been quiet for {quiet} now"
            if why.apart
            else f"now it has been quiet for {quiet}"
        )
    if why.rhythm is not None and why.rhythm * 1.5 < why.silence:
        often = rhythm(why.rhythm, lang)
        if nl:
            return f"{who} en jij horen meestal {often} iets van elkaar; {now}."
        return f"{who} and you usually hear from each other {often}; {now}."
    since = month(why.since, as_of, lang)
    if nl:
        return f"Met {who} had je {_times(why.contacts, lang)} contact sinds {since}; {now}."
    return f"You were in touch with {who} {_times(why.contacts, lang)} since {since}; {now}."


def _asleep(who: str, why: Reason, as_of: int, lang: str) -> str:
    ended = as_of - why.silence
    seen_from = as_of if to_date(why.since).year == to_date(ended).year else why.since
    first, last = month(why.since, as_of, lang), month(ended, seen_from, lang)
    if lang == "nl":
        when = f"in {first}" if first == last else f"tussen {first} en {last}"
        after = "daarna was het stil, op overleg met meer mensen na" if why.apart else "daarna werd het stil"
        return f"Met {who} had je {when} {_times(why.contacts, lang)} contact; {after}."
    when = f"in {first}" if first == last else f"between {first} and {last}"
    after = "after that it was quiet, apart from larger meetings" if why.apart else "after that it became quiet"
    return f"You were in touch with {who} {_times(why.contacts, lang)} {when}; {after}."


def _topic(why: Reason, as_of: int, lang: str) -> str:
    then = month(why.day, as_of, lang)
    if lang == "nl":
        return (
            f"In {then} ging het tussen jullie over ‘{why.subject}’; de laatste weken komt bij jou ‘{why.topic}’ langs."
        )
    return f"In {then} you were in touch about ‘{why.subject}’; in the last two weeks ‘{why.topic}’ came up."


def _about(why: Reason, as_of: int, lang: str) -> str:
    then = month(why.day, as_of, lang)
    if lang == "nl":
        return f"In {then} ging het tussen jullie over ‘{why.subject}’."
    return f"In {then} you were in touch about ‘{why.subject}’."


def _changed(who: str, why: Reason, as_of: int, lang: str) -> str:
    day = on_day(why.day, as_of, lang)
    if lang == "nl":
        return f"Op {day} kwam er mail van {who} vanaf een adres dat hier nieuw is, van {why.organisation}."
    return f"On {day} mail came from {who} from an address that is new here, of {why.organisation}."


def _new(who: str, why: Reason, as_of: int, lang: str) -> str:
    first = why.first
    if first is None:
        return ""
    nl, since = lang == "nl", month(why.since, as_of, lang)
    parts = []
    mails = first.sent + first.received
    if mails:
        parts.append(f"{number(mails, lang)} mail{'s' * (mails != 1)}")
    if first.met:
        one, many = ("overleg", "overleggen") if nl else ("meeting", "meetings")
        parts.append(f"{number(first.met, lang)} {one if first.met == 1 else many}")
    if first.spoken:
        parts.append(
            f"{_times(first.spoken, lang)} gebeld of gechat"
            if nl
            else f"called or chatted {_times(first.spoken, lang)}"
        )
    had = listed(parts, lang)
    unmet = (
        ""
        if first.met
        else (", voor zover te zien nog geen ontmoeting" if nl else ", no meeting as far as can be seen")
    )
    if nl:
        return f"{who} is nieuw in je netwerk: sinds {since} {had}{unmet}. Waar is {who} mee bezig, en waar kun jij mee helpen?"
    return f"{who} is new in your network: {had} since {since}{unmet}. What is {who} working on, and what could you help with?"


def _together(who: str, why: Reason, as_of: int, lang: str) -> str:
    nl = lang == "nl"
    last, since = on_day(why.day, as_of, lang), month(why.since, as_of, lang)
    if why.where == "list":
        called = list_name(why.subject)
        if nl:
            return (
                f"{who} schreef sinds {since} op {_days(why.contacts, lang)} op de lijst ‘{called}’, het laatst op {last}."
                " Rechtstreeks contact is hier nog niet te zien."
            )
        return (
            f"{who} wrote to the list ‘{called}’ on {_days(why.contacts, lang)} since {since}, the last time on {last}."
            " No direct contact is to be seen here so far."
        )
    if why.where == "mail":
        if nl:
            return (
                f"{who} en jij stonden sinds {since} op {_days(why.contacts, lang)} in dezelfde mail."
                " Los daarvan is hier nog geen contact te zien."
            )
        return (
            f"{who} and you were in the same mail on {_days(why.contacts, lang)} since {since}."
            " Apart from that no contact is to be seen here so far."
        )
    if nl:
        called = f"‘{why.subject}’" if why.subject else "hetzelfde overleg"
        return (
            f"Sinds {since} zat je {_times(why.contacts, lang)} met {who} in {called}."
            " Los daarvan is hier nog geen contact te zien."
        )
    called = f"‘{why.subject}’" if why.subject else "the same meeting"
    return (
        f"Since {since} you were in {called} with {who} {_times(why.contacts, lang)}."
        " Apart from that no contact is to be seen here so far."
    )


def _same_matter(who: Sequence[str], why: Reason, names: Mapping[int, str], lang: str) -> str:
    nl, (a, b) = lang == "nl", who
    shared = listed([first_name(names[one]) for one in why.shared if one in names][:2], lang)
    if nl:
        about = f"‘{why.subject}’" if why.subject == why.topic else f"iets verwants: ‘{why.subject}’ en ‘{why.topic}’"
        both = f" en kennen allebei {shared}" if shared else ""
        return (
            f"{a} en {b} hebben het allebei met jou over {about}{both}. Voor zover hecht ziet, kennen ze elkaar niet."
            " Vraag het eerst aan allebei, los van elkaar."
        )
    about = f"‘{why.subject}’" if why.subject == why.topic else f"something akin: ‘{why.subject}’ and ‘{why.topic}’"
    both = f" and both know {shared}" if shared else ""
    return (
        f"{a} and {b} are both in touch with you about {about}{both}. As far as hecht can see, they do not know each other."
        " Ask both of them first, each apart."
    )


def _ended(who: Sequence[str], why: Reason, as_of: int, lang: str) -> str:
    since = month(why.since, as_of, lang)
    shown, more = list(who[:_MOST_NAMES]), len(who) - _MOST_NAMES
    if lang == "nl":
        of = f" uit ‘{why.subject}’" if why.subject else " uit een overleg dat ophield"
        names = listed([*shown, f"nog {number(more, lang)}"] if more > 0 else shown, lang)
        return (
            f"Met {number(len(who), lang)} mensen{of} is na {since} geen contact meer te zien: {names}. Houden of laten rusten?"
            " Wie rust, komt hier niet meer langs; dat geeft aandacht terug voor anderen, en terughalen kan altijd."
        )
    of = f" from ‘{why.subject}’" if why.subject else " from a meeting that ended"
    names = listed([*shown, f"{number(more, lang)} more"] if more > 0 else shown, lang)
    return (
        f"No contact with {number(len(who), lang)} people{of} is to be seen after {since}: {names}. Keep them, or let them rest?"
        " Those you let rest do not come up here again; that leaves attention for others, and you can always undo it."
    )


def _times(count: int, lang: str) -> str:
    if lang == "nl":
        return "één keer" if count == 1 else f"{number(count, lang)} keer"
    return {1: "once", 2: "twice"}.get(count, f"{number(count, lang)} times")


def _days(count: int, lang: str) -> str:
    if lang == "nl":
        return f"{number(count, lang)} dag{'en' * (count != 1)}"
    return f"{number(count, lang)} day{'s' * (count != 1)}"
