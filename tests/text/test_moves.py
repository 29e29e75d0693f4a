"""Moves in words: whole sentences as a colleague would say them, and the words that are never said."""
# ruff: noqa: RUF001 - typographic quotes and dashes are what is said

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from core.moves.situations import move, reason
from hecht.core.days import to_day
from hecht.core.moves.move import First, Kind, Meeting, Move, Reason
from hecht.core.moves.preferences import Voice, Way
from hecht.core.ties.rhythm import SAID
from hecht.text import reasons as text
from hecht.text.drafts import draft
from hecht.text.moves import DONE, KINDS, NOTHING, TOO_LITTLE, through

NOW = to_day(date(2026, 11, 16))  # a Monday
THURSDAY = Meeting(1, int(datetime(2026, 11, 19, 10, tzinfo=UTC).timestamp()), 3600, "projectoverleg", (1, 8, 9))
NAMES = {1: "Anna de Wit"}
LANGUAGES = ("nl", "en")


def told(one: Move, lang: str = "nl", name: str = "Anna de Wit") -> str:
    return text.reason(one, {1: name}, UTC, NOW, lang)


def drafted(one: Move, lang: str = "nl", name: str = "Anna de Wit") -> str:
    return draft(one, {1: name}, UTC, NOW, lang)


MEET = move(Kind.MEET, reason("meeting", rhythm=14, silence=42), moment=THURSDAY)
MEET_BY_FACTS = move(
    Kind.MEET, reason("meeting", silence=42, contacts=5, since=to_day(date(2026, 5, 4))), moment=THURSDAY
)
TO_ME = move(Kind.GIVE_BACK, reason("question_to_me", subject="pompgegevens", day=to_day(date(2026, 11, 3))))
OF_MINE = move(
    Kind.REACH_OUT,
    reason("question_of_mine", subject="pompgegevens", day=to_day(date(2026, 11, 3)), rhythm=7, silence=13),
)
TOPIC = move(
    Kind.REACH_OUT,
    reason(
        "topic", rhythm=14, silence=42, subject="trilling gemaal", day=to_day(date(2025, 5, 9)), topic="gemaal De Vliet"
    ),
)

REASONS = {
    # the first sentence of WOORDEN
    "meeting, nl": (
        MEET,
        "nl",
        (
            "Anna en jij horen meestal om de week iets van elkaar; nu is het een week of zes stil. "
            "Donderdag om tien uur zitten jullie in hetzelfde overleg (‘projectoverleg’)."
        ),
    ),
    "meeting, en": (
        MEET,
        "en",
        (
            "Anna and you usually hear from each other every other week; now it has been quiet for about six weeks. "
            "On Thursday at 10 o'clock you are in the same meeting (‘projectoverleg’)."
        ),
    ),
    # without a usual rhythm the fact alone ("vijf keer sinds mei")
    "meeting without a rhythm, nl": (
        MEET_BY_FACTS,
        "nl",
        (
            "Met Anna had je vijf keer contact sinds mei; nu is het een week of zes stil. "
            "Donderdag om tien uur zitten jullie in hetzelfde overleg (‘projectoverleg’)."
        ),
    ),
    "meeting without a rhythm, en": (
        MEET_BY_FACTS,
        "en",
        (
            "You were in touch with Anna five times since May; now it has been quiet for about six weeks. "
            "On Thursday at 10 o'clock you are in the same meeting (‘projectoverleg’)."
        ),
    ),
    # the second sentence of WOORDEN, for any telephone and anybody
    "question to me, nl": (
        TO_ME,
        "nl",
        (
            "Anna mailde je op 3 november over ‘pompgegevens’. Een antwoord is hier niet te zien. "
            "Misschien ging het per telefoon?"
        ),
    ),
    "question to me, en": (
        TO_ME,
        "en",
        (
            "Anna mailed you on November 3 about ‘pompgegevens’. No answer is among what hecht has seen. Perhaps it went by telephone?"
        ),
    ),
    "question of mine, nl": (
        OF_MINE,
        "nl",
        (
            "Je mailde Anna op 3 november over ‘pompgegevens’. Een antwoord is hier niet te zien. "
            "Anna en jij horen meestal elke week iets van elkaar; nu is het twee weken stil."
        ),
    ),
    "question of mine, en": (
        OF_MINE,
        "en",
        (
            "You mailed Anna on November 3 about ‘pompgegevens’. No answer is among what hecht has seen. "
            "Anna and you usually hear from each other every week; now it has been quiet for two weeks."
        ),
    ),
    "topic, nl": (
        TOPIC,
        "nl",
        (
            "Anna en jij horen meestal om de week iets van elkaar; nu is het een week of zes stil. "
            "In mei 2025 ging het tussen jullie over ‘trilling gemaal’; de laatste weken komt bij jou ‘gemaal De Vliet’ langs."
        ),
    ),
    "topic, en": (
        TOPIC,
        "en",
        (
            "Anna and you usually hear from each other every other week; now it has been quiet for about six weeks. "
            "In May 2025 you were in touch about ‘trilling gemaal’; in the last two weeks ‘gemaal De Vliet’ came up."
        ),
    ),
}


@pytest.mark.parametrize("name", REASONS)
def test_reasons(name: str) -> None:
    one, lang, expected = REASONS[name]
    assert told(one, lang) == expected


DRAFTS = {
    "meeting, nl": (
        MEET,
        "nl",
        (
            "Dag Anna, donderdag om tien uur zitten we in hetzelfde overleg. Zullen we er tien minuten eerder zijn en even "
            "bijpraten? Komt het niet uit, dan is dat ook goed."
        ),
    ),
    "meeting, en": (
        MEET,
        "en",
        (
            "Hello Anna, on Thursday at 10 o'clock we are in the same meeting. Shall we be there ten minutes early and "
            "catch up? If it does not suit you, that is fine too."
        ),
    ),
    "question to me, nl": (
        TO_ME,
        "nl",
        (
            "Dag Anna, op 3 november mailde je me over ‘pompgegevens’. Speelt je vraag nog? Dan kom ik er graag op terug. "
            "En is het intussen opgelost, dan is dat ook goed."
        ),
    ),
    "question to me, en": (
        TO_ME,
        "en",
        (
            "Hello Anna, on November 3 you mailed me about ‘pompgegevens’. Is your question still open? If so, I will "
            "come back to it. If it has been solved, that is fine too."
        ),
    ),
    "question of mine, nl": (
        OF_MINE,
        "nl",
        (
            "Dag Anna, op 3 november mailde ik je over ‘pompgegevens’. Is even bellen misschien makkelijker? "
            "Komt het nu niet uit, dan is dat ook goed."
        ),
    ),
    "question of mine, en": (
        OF_MINE,
        "en",
        (
            "Hello Anna, on November 3 I mailed you about ‘pompgegevens’. Would a call be easier? "
            "If now is not a good time, that is fine too."
        ),
    ),
    "topic, nl": (
        TOPIC,
        "nl",
        (
            "Dag Anna, in mei 2025 hadden we het over ‘trilling gemaal’. Hier komt nu ‘gemaal De Vliet’ langs. "
            "Hoe is het daarmee bij jou verder gegaan? Er is geen haast bij."
        ),
    ),
    "topic, en": (
        TOPIC,
        "en",
        (
            "Hello Anna, in May 2025 we were in touch about ‘trilling gemaal’. Here ‘gemaal De Vliet’ has come up now. "
            "How did it turn out for you? There is no hurry."
        ),
    ),
}


@pytest.mark.parametrize("name", DRAFTS)
def test_drafts(name: str) -> None:
    one, lang, expected = DRAFTS[name]
    assert drafted(one, lang) == expected


def test_a_mail_without_a_subject() -> None:
    to_me = move(Kind.GIVE_BACK, reason("question_to_me", day=to_day(date(2026, 11, 3))))
    of_mine = move(Kind.REACH_OUT, reason("question_of_mine", day=to_day(date(2026, 11, 3))))
    assert told(to_me).startswith("Anna mailde je op 3 november. Een antwoord")
    assert told(to_me, "en").startswith("Anna mailed you on November 3. No answer")
    assert told(of_mine).startswith("Je mailde Anna op 3 november. Een antwoord")
    assert told(of_mine, "en").startswith("You mailed Anna on November 3. No answer")
    assert drafted(to_me).startswith("Dag Anna, op 3 november mailde je me. Speelt")
    assert drafted(to_me, "en").startswith("Hello Anna, you mailed me on November 3. Is")
    assert drafted(of_mine).startswith("Dag Anna, op 3 november mailde ik je. Is")
    assert drafted(of_mine, "en").startswith("Hello Anna, I mailed you on November 3. Would")


def test_an_answer_that_can_be_given_in_a_meeting() -> None:
    one = move(Kind.GIVE_BACK, TO_ME.reason, moment=THURSDAY)
    assert told(one).endswith("Donderdag om tien uur zitten jullie in hetzelfde overleg (‘projectoverleg’).")


@pytest.mark.parametrize(
    ("contacts", "dutch", "english"),
    [(1, "één keer", "once"), (12, "twaalf keer", "twelve times"), (40, "40 keer", "40 times")],
)
def test_how_often(contacts: int, dutch: str, english: str) -> None:
    one = move(Kind.MEET, reason("meeting", contacts=contacts), moment=THURSDAY)
    assert f"Met Anna had je {dutch} contact sinds" in told(one)
    assert f"You were in touch with Anna {english} since" in told(one, "en")


@pytest.mark.parametrize(("silence", "usually"), [(21, False), (22, True)])
def test_a_rhythm_is_named_only_when_the_silence_is_beyond_it(silence: int, usually: bool) -> None:
    # "meestal" holds of gaps up to one and a half times 14
    one = move(Kind.MEET, reason("meeting", rhythm=14, silence=silence), moment=THURSDAY)
    assert ("meestal" in told(one)) is usually
    assert ("usually" in told(one, "en")) is usually


@pytest.mark.parametrize(
    ("name", "spoken"),
    [("Wit, Anna de", "Anna"), ("A. de Wit", "A. de Wit"), ("Anna de Wit (Waterschap)", "Anna")],
)
def test_people_are_called_by_the_name_one_speaks_of(name: str, spoken: str) -> None:
    assert told(TO_ME, name=name).startswith(f"{spoken} mailde je op")
    assert drafted(TO_ME, name=name).startswith(f"Dag {spoken}, op")


# --- the whole grid ---

MOMENTS = (None, THURSDAY)


def grid() -> list[Move]:
    reasons = [
        Reason(occasion, silence, rhythm, contacts, NOW - since, subject, NOW - 20, "gemaal", ("mail",))
        for occasion, silence, rhythm, contacts, since, subject in product(
            ("question_to_me", "question_of_mine", "meeting", "topic"),
            (1, 8, 11, 15, 42, 100, 200, 340, 420, 800),
            (None, *SAID),
            (1, 5, 30),
            (30, 500),
            ("", "pompgegevens"),
        )
    ]
    known = [
        move(Kind.MEET, why, moment=moment)
        for why in reasons
        for moment in MOMENTS
        if (moment or why.occasion != "meeting") and (why.subject or why.occasion != "topic")
    ]
    return known + others()


def others() -> list[Move]:
    """Give moves to wake, get to know, approach and review, with all that may and may not be known."""
    base = reason("new", since=NOW - 500, subject="trilling gemaal", topic="gemaal")
    made: list[tuple[Kind, Reason]] = []
    for goal, organisation in product(("", "gemalen stil krijgen"), ("", "Hoge Gronden")):
        made.append((Kind.WAKE, replace(base, occasion="topic", organisation=organisation, goal=goal)))
        if goal:
            made.append((Kind.WAKE, replace(base, occasion="goal", organisation=organisation, goal=goal, topic="")))
            made.append((Kind.REACH_OUT, replace(base, occasion="goal", goal=goal, topic="")))
        if organisation:
            made.append((Kind.WAKE, replace(base, occasion="changed", organisation=organisation, silence=420)))
    for goal, met, spoken, mails in product(("", "gemalen stil krijgen"), (0, 1, 2), (0, 1, 2), (0, 1, 13)):
        if met + spoken + mails:
            made.append((Kind.GET_TO_KNOW, replace(base, first=First(mails, 0, met, spoken), goal=goal)))
    for goal, where, subject, times in product(("", "stil"), ("meeting", "mail", "list"), ("", "vak.example"), (1, 5)):
        if subject or where != "list":
            why = replace(base, occasion="together", where=where, subject=subject, contacts=times, goal=goal)
            made.append((Kind.APPROACH, why))
    return [move(kind, why, moment=moment) for kind, why in made for moment in MOMENTS]


GRID = grid()
BANNED = {
    # WOORDEN: no reproach, and the words of the never-column
    "nl": r"te lang|\bmoet(?:en)?\b|\bal\b[^.?!]*\bniet\b|opvolg|\bscore|\bkoud|verwaarloo|loslaten|sterkte|relatiescore"
    r"|inperking|wederkerig|\bactie\b|\bzet\b|\bhelaas\b|\bpas op\b",
    "en": r"too long|\bmust\b|\bshould\b|\balready\b[^.?!]*\bnot\b|follow(?:ing)? up|\bscore|\bcold|neglect|let(?:ting)? go|overdue"
    r"|\bfail",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_banned_word_is_ever_said(lang: str) -> None:
    banned = re.compile(BANNED[lang], re.IGNORECASE)
    said = {sentence for one in GRID for sentence in (told(one, lang), drafted(one, lang))}
    said |= {text.reason(EIGHT, dict.fromkeys(EIGHT.people, "Anna"), UTC, NOW, lang)}
    said |= {
        *KINDS[lang].values(),
        *DONE[lang],
        *NOTHING[lang],
        *TOO_LITTLE[lang],
        through(("mail", "meeting", "call", "chat", "visit"), lang),
    }
    assert len(said) > 500
    assert not [sentence for sentence in said if banned.search(sentence)]


def test_the_banned_words_are_found_when_they_are_there() -> None:
    reproaches = (
        "Je hebt al zes weken niet gemaild.",
        "Dat is te lang stil.",
        "Je moet Anna mailen.",
        "Tijd om dit op te volgen: opvolgen.",
        "De score is laag.",
        "Het contact is koud.",
        "Een verwaarloosd contact.",
        "Houden of loslaten?",
    )
    assert all(re.search(BANNED["nl"], sentence) for sentence in reproaches)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_spoken_only_after_a_meeting_or_call(lang: str) -> None:
    # nothing here knows whether people spoke: only of contact, mail and silence may be said
    spoken = re.compile(r"gesproken|spreken|\bspoke|\btalked", re.IGNORECASE)
    assert not [one for one in GRID if spoken.search(told(one, lang)) or spoken.search(drafted(one, lang))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_whole(lang: str) -> None:
    for one in GRID:
        for sentence in (told(one, lang), drafted(one, lang)):
            assert sentence[0].isupper()
            assert sentence[-1] in ".?"
            assert "  " not in sentence
            assert " ," not in sentence
            assert " ." not in sentence
            assert "None" not in sentence
            assert sentence.count("‘") == sentence.count("’")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_has_one_question_and_an_easy_way_out(lang: str) -> None:
    way_out = {
        "nl": ("dan is dat ook goed.", "Er is geen haast bij."),
        "en": ("that is fine too.", "There is no hurry."),
    }
    for one in GRID:
        for voice in VOICES:
            written = draft(one, NAMES, UTC, NOW, lang, voice)
            assert written.count("?") == 1
            assert written.endswith(way_out[lang])


VOICES = [Voice(form, "", way) for form in ("je", "u") for way in (None, *Way)]


def test_who_is_addressed_with_u_is_never_addressed_with_je() -> None:
    familiar = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    for one in GRID:
        for way in (None, *Way):
            written = draft(one, NAMES, UTC, NOW, "nl", Voice("u", "", way))
            assert not familiar.search(written), written
            assert written.startswith("Geachte Anna de Wit, ")


def test_a_draft_is_written_as_the_user_greets_and_as_the_other_writes() -> None:
    assert draft(TO_ME, NAMES, UTC, NOW, "nl", Voice("u", "Beste mevrouw De Wit")).startswith(
        "Beste mevrouw De Wit, op 3 november mailde u me over ‘pompgegevens’. Speelt uw vraag nog?"
    )
    assert draft(TO_ME, NAMES, UTC, NOW, "nl", Voice(language="en")).startswith("Hello Anna, on November 3 you mailed")
    assert draft(TO_ME, NAMES, UTC, NOW, "en", Voice(language="nl")).startswith("Dag Anna, op 3 november mailde je me")


def test_how_one_likes_to_keep_contact_is_in_the_draft() -> None:
    def asked(way: Way | None) -> str:
        return draft(OF_MINE, NAMES, UTC, NOW, "nl", Voice(way=way))

    assert "bellen" in asked(None)
    assert "bellen" in asked(Way.CALL)
    assert "mail?" in asked(Way.MAIL)
    assert "bellen" not in asked(Way.MAIL)
    assert "wandelend" in asked(Way.WALK)
    calls = re.compile(r"\bbel(?:len)?\b")
    assert not [one for one in GRID if calls.search(draft(one, NAMES, UTC, NOW, "nl", Voice(way=Way.MAIL)))]


WAKE = move(
    Kind.WAKE,
    replace(
        TOPIC.reason,
        since=to_day(date(2024, 3, 1)),
        silence=NOW - to_day(date(2025, 5, 20)),
        contacts=32,
        goal="oude gemalen stil krijgen",
    ),
)
PIETER = move(Kind.GET_TO_KNOW, replace(reason("new", since=NOW - 27), first=First(1, 2, 0, 0)))
FATMA = move(
    Kind.APPROACH,
    replace(reason("together", since=NOW - 130, subject="Werkgroep sensordata", contacts=5), where="meeting"),
)
ALBERT = move(
    Kind.APPROACH,
    replace(
        reason("together", since=NOW - 130, day=NOW - 14, subject="vakgroep.gemalen.example", contacts=4), where="list"
    ),
)
EIGHT = Move(
    "0" * 16,
    Kind.REVIEW,
    tuple(range(1, 12)),
    reason("ended", since=to_day(date(2026, 1, 16)), subject="Projectgroep sluis"),
    None,
)


def test_the_other_kinds_in_words() -> None:
    assert told(WAKE) == (
        "Met Anna had je tussen maart 2024 en mei 2025 32 keer contact; daarna werd het stil. "
        "In mei 2025 ging het tussen jullie over ‘trilling gemaal’; de laatste weken komt bij jou ‘gemaal De Vliet’ langs. "
        "Dat past bij je doel ‘oude gemalen stil krijgen’. Oude bekenden helpen vaak graag."
    )
    assert told(PIETER) == (
        "Anna is nieuw in je netwerk: sinds oktober drie mails, voor zover te zien nog geen ontmoeting. "
        "Waar is Anna mee bezig, en waar kun jij mee helpen?"
    )
    assert told(FATMA) == (
        "Sinds juli zat je vijf keer met Anna in ‘Werkgroep sensordata’. Los daarvan is hier nog geen contact te zien."
    )
    assert told(ALBERT) == (
        "Anna schreef sinds juli op vier dagen op de lijst ‘vakgroep’, het laatst op 2 november. "
        "Rechtstreeks contact is hier nog niet te zien."
    )
    names = dict(
        enumerate(["Anna", "Bram", "Cor", "Dirk", "Eva", "Fien", "Gijs", "Hans", "Ina", "Jan", "Kees"], start=1)
    )
    assert text.reason(EIGHT, names, UTC, NOW, "nl") == (
        "Met elf mensen uit ‘Projectgroep sluis’ is na januari geen contact meer te zien: "
        "Anna, Bram, Cor, Dirk, Eva, Fien, Gijs, Hans en nog drie. Houden of laten rusten? "
        "Wie rust, komt hier niet meer langs; dat geeft aandacht terug voor anderen, en terughalen kan altijd."
    )
    assert draft(EIGHT, names, UTC, NOW, "nl") == ""
    english = text.reason(EIGHT, names, UTC, NOW, "en")
    assert english.startswith(
        "No contact with eleven people from ‘Projectgroep sluis’ is to be seen after January: Anna,"
    )


# --- words for kinds and channels ---


def test_the_kinds_are_called_as_in_the_list_of_words() -> None:
    assert KINDS["nl"] == {
        Kind.GIVE_BACK: "iets terugdoen",
        Kind.MEET: "even aanspreken",
        Kind.DEEPEN: "bijpraten",
        Kind.REACH_OUT: "iets van je laten horen",
        Kind.WAKE: "weer oppakken",
        Kind.INTRODUCE: "aan elkaar voorstellen",
        Kind.GET_TO_KNOW: "leren kennen",
        Kind.ASK: "een vraag voorleggen",
        Kind.GATHER: "bij elkaar brengen",
        Kind.APPROACH: "contact leggen",
        Kind.REVIEW: "houden of laten rusten?",
    }
    assert KINDS["en"].keys() == set(Kind)


@pytest.mark.parametrize(
    ("channels", "dutch", "english"),
    [
        (("mail",), "gezien via mail", "seen through mail"),
        (("mail", "meeting"), "gezien via mail en agenda", "seen through mail and calendar"),
        (
            ("mail", "meeting", "call", "chat", "visit"),
            "gezien via mail, agenda, telefoon, chat en bezoek",
            "seen through mail, calendar, telephone, chat and visits",
        ),
        ((), "", ""),
    ],
)
def test_through_what_it_was_seen(channels: tuple[str, ...], dutch: str, english: str) -> None:
    assert through(channels, "nl") == dutch
    assert through(channels, "en") == english


def test_who_still_sits_in_larger_meetings_is_not_said_to_be_silent() -> None:
    met = replace(MEET, reason=replace(MEET.reason, apart=True))
    assert "; los van overleg met meer mensen is het nu een week of zes stil. " in told(met)
    assert "; apart from larger meetings it has been quiet for about six weeks now. " in told(met, "en")
    woken = replace(WAKE, reason=replace(WAKE.reason, apart=True))
    assert "; daarna was het stil, op overleg met meer mensen na. " in told(woken)


def test_whom_one_sees_soon_is_spoken_to_there() -> None:
    soon = move(Kind.APPROACH, FATMA.reason, moment=THURSDAY)
    assert drafted(soon).startswith("Dag Anna, donderdag om tien uur zitten we in hetzelfde overleg. Zullen we er tien")
    assert drafted(soon, "en").startswith("Hello Anna, on Thursday at 10 o'clock we are in the same meeting. Shall we")


def test_a_meeting_of_the_two_is_seeing_each_other() -> None:
    two = THURSDAY._replace(people=(1,), title="")
    one = move(Kind.MEET, reason("meeting"), moment=two)
    assert told(one).endswith("Donderdag om tien uur zien jullie elkaar.")
    assert told(one, "en").endswith("On Thursday at 10 o'clock you see each other.")


def test_somebody_from_another_world_is_said_to_be() -> None:
    why = replace(reason("together", contacts=4, subject="werkgroep"), where="meeting", opens="Delta BV")
    one = move(Kind.APPROACH, why)
    assert told(one).endswith("Bij Delta BV is hier verder geen contact te zien: eens een andere wereld dan je gewone.")
    assert told(one, "en").endswith("at Delta BV is to be seen here: another world than your usual one, for once.")
