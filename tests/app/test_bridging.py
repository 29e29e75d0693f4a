"""Bridging: a question put out, an introduction for which both are asked, and a group with its inventory."""

import pytest

from app.world import AS_OF, BRAM, EVA, LIZ, NOOR, PIM
from hecht.app import bridging, groups, ledger
from hecht.app.exchange import set_discreet
from hecht.app.library import Hecht
from hecht.app.people import find, people
from hecht.app.privacy import erase
from hecht.app.snapshot import ego_of
from hecht.core.days import to_date
from hecht.core.errors import (
    BadInventoryError,
    EmptyAskError,
    ItIsYouError,
    NeverSharedError,
    NoSuchAskError,
    NoSuchGroupError,
    NoSuchIntroductionError,
    NoSuchOpenError,
    NotReadyError,
    PastDayError,
    SamePersonError,
    TooManyBridgesError,
)
from hecht.core.exchange.asks import Need, See
from hecht.core.exchange.groups import Part
from hecht.core.exchange.introduction import Step
from hecht.core.exchange.ledger import only_taken
from hecht.core.moves.preferences import Voice
from hecht.text.bridging import asked_draft, form, group_lines, invitation, joint_draft, open_lines, out_draft


def bridge(log: Hecht, name: str) -> bridging.Bridge:
    return bridging.Bridge(find(people(log.store), name), "")


def test_asks_are_kept_until_their_date_and_can_be_withdrawn(log: Hecht) -> None:
    ask = log.ask("Wie weet iets van dijken?", AS_OF, until="2025-07-31")
    assert log.ask("Wie weet iets van dijken?", AS_OF, until="2025-07-31") == ask
    assert log.wishes("2025-07-31") == [ask]
    assert log.wishes("2025-08-01") == log.wishes("2025-06-29") == []
    longer = log.ask("Wie weet iets van dijken?", AS_OF, see=See.OTHERS)
    assert log.wishes(AS_OF) == [longer]
    log.withdraw(longer.id[:6])
    assert log.wishes(AS_OF) == []
    with pytest.raises(NoSuchAskError):
        log.withdraw(longer.id)
    with pytest.raises(EmptyAskError):
        log.ask("  ?!", AS_OF)
    with pytest.raises(PastDayError):
        log.ask("Dijken?", AS_OF, until="2025-06-29")


def test_thinking_along_is_never_for_others_whatever_is_said(log: Hecht) -> None:
    plan = log.ask("Half plan", AS_OF, need=Need.THINKING_ALONG, see=See.OTHERS)
    assert plan.see is See.ME
    with pytest.raises(NeverSharedError):
        bridging.put_out(log.store, plan.id, [bridge(log, BRAM)], log.day(AS_OF))
    with pytest.raises(NeverSharedError):
        groups.begin(log.store, "Groep", peers=[BRAM], ask=plan.id)


def test_who_is_not_discreet_is_not_asked_to_think_along(log: Hecht) -> None:
    plan = log.ask("Half plan", AS_OF, need=Need.THINKING_ALONG)
    before = [one.person.name for one in log.answer(plan, AS_OF).known]
    assert "Bram de Boer" in before
    set_discreet(log.store, BRAM, yes=False)
    assert [one.person.name for one in log.answer(plan, AS_OF).known] == [
        one for one in before if one != "Bram de Boer"
    ]
    set_discreet(log.store, BRAM, yes=True)
    assert [one.person.name for one in log.answer(plan, AS_OF).known] == before


def test_a_question_goes_through_three_people_at_most_and_its_answer_is_seen(log: Hecht) -> None:
    """Bram mails on 21 June (day 110 of the world), Eva's only mail is of March."""
    ask = log.ask("Wie weet iets van dijken?", "2025-06-01")
    through = [bridge(log, name) for name in (BRAM, EVA, PIM)]
    bridging.put_out(log.store, ask.id, through, log.day("2025-06-10"))
    bridging.put_out(log.store, ask.id, through[:1], log.day("2025-06-11"))
    assert [one.person.id for one in bridging.out_through(log.store, ask)] == [one.person.id for one in through]
    with pytest.raises(TooManyBridgesError):
        bridging.put_out(log.store, ask.id, [bridge(log, LIZ)], log.day(AS_OF))
    assert [(one.person.name, one.through) for one in bridging.replies(log.store, ask, log.day(AS_OF))] == [
        ("Bram de Boer", None)
    ]
    assert bridging.replies(log.store, ask, log.day("2025-06-20")) == []
    draft = out_draft(ask, through[0], Voice(), "nl")
    assert draft.startswith("Dag Bram, ik zit met deze vraag: ")
    assert "goed." in draft


def test_both_are_asked_apart_and_only_then_there_is_a_joint_message(log: Hecht) -> None:
    day = log.day(AS_OF)
    one = bridging.begin(log.store, EVA, PIM, "een pomp", "een kade", day)
    named = people(log.store)
    eva, pim = named[one.a], named[one.b]
    for asked, other in ((eva, pim), (pim, eva)):
        for lang in ("nl", "en"):
            draft = asked_draft(one, asked, other, Voice(), lang)
            assert other.name not in draft
            assert not any(text.partition(":")[2] in draft for text in other.identifiers)
    assert "een pomp" in asked_draft(one, eva, pim, Voice(), "nl")
    with pytest.raises(NotReadyError):
        bridging.sent(log.store, one.id, day)
    assert bridging.answered(log.store, one.id, EVA, yes=True).step is Step.ASKING
    ready = bridging.answered(log.store, one.id, PIM, yes=True)
    assert (ready.step, ready.id) == (Step.READY, one.id)
    assert "introduction" in [item.how for item in ledger.open_things(log.store, day)]
    joint = joint_draft(ready, eva, pim, "nl")
    assert PIM in joint
    assert EVA in joint
    assert bridging.sent(log.store, one.id[:8], day).step is Step.SENT
    with pytest.raises(NotReadyError):
        bridging.answered(log.store, one.id, PIM, yes=False)
    with pytest.raises(NoSuchIntroductionError):
        bridging.introduction(log.store, "zzz")
    with pytest.raises(SamePersonError):
        bridging.begin(log.store, EVA, EVA, "", "", day)
    with pytest.raises(ItIsYouError):
        bridging.begin(log.store, EVA, NOOR, "", "", day)


def test_what_came_of_an_introduction_is_read_from_the_log(log: Hecht) -> None:
    """Eva and Bram stood in one mail on 23 March 2025 (day 20 of the world, a Sunday) and in a meeting on 12 March."""
    one = bridging.begin(log.store, EVA, BRAM, "", "", log.day("2025-03-01"))
    for name in (EVA, BRAM):
        bridging.answered(log.store, one.id, name, yes=True)
    sent = bridging.sent(log.store, one.id, log.day("2025-03-05"))
    assert bridging.came_of(log.store, sent, log.day(AS_OF)) == log.day("2025-03-12")
    assert bridging.came_of(log.store, sent, log.day("2025-03-11")) is None
    late = sent._replace(sent=log.day("2025-05-01"))
    assert bridging.came_of(log.store, late, log.day(AS_OF)) is None


def test_what_is_open_is_said_my_side_first_and_settled(log: Hecht) -> None:
    day = log.day(AS_OF)
    ledger.note(log.store, "due", EVA, "tekening sturen", day - 3)
    ledger.note(log.store, "owe", PIM, "boek teruggeven", day)
    found = ledger.open_things(log.store, day)
    assert [(one.mine, one.how) for one in found] == [(True, "question"), (True, "promised"), (False, "promised")]
    assert next(open_lines(found, day, "nl")) == "Van jouw kant"
    assert ledger.settle(log.store, found[1].id, day) == "boek teruggeven"
    assert [one.mine for one in ledger.open_things(log.store, day)] == [True, False]
    done = ledger.all_turns(log.store, ego_of(log.store), day)
    assert ("boek teruggeven", True) in [(one.title, one.gave) for one in done]
    with pytest.raises(NoSuchOpenError):
        ledger.settle(log.store, "zzz", day)
    with pytest.raises(EmptyAskError):
        ledger.note(log.store, "gave", EVA, "--", day)


def test_who_only_gave_is_spared_as_a_reading_of_everybody_would_say(log: Hecht) -> None:
    """Two noted gifts of Eva are too few, three are enough; of Bram the user gave something too."""
    day, ego = log.day(AS_OF), ego_of(log.store)
    for name in (EVA, BRAM):
        for what in ("tekening", "advies"):
            ledger.note(log.store, "got", name, what, day - 9)
    assert ledger.spared(log.store, ego, day) == only_taken(ledger.all_turns(log.store, ego, day), day) == frozenset()
    for name in (EVA, BRAM):
        ledger.note(log.store, "got", name, "nog iets", day - 5)
    ledger.note(log.store, "gave", BRAM, "een boek", day - 4)
    eva = log.person(EVA).person
    assert ledger.spared(log.store, ego, day) == only_taken(ledger.all_turns(log.store, ego, day), day) == {eva}
    every = ledger.all_turns(log.store, ego, day)
    for person in {one.person for one in every}:
        alone = [one for one in ledger.all_turns(log.store, ego, day, [person]) if one.person == person]
        assert sorted(alone) == sorted(one for one in every if one.person == person)


def test_a_group_gathers_an_inventory_by_file_and_names_what_is_shared(log: Hecht) -> None:
    group = groups.begin(log.store, "Dijken", peers=[BRAM, EVA], third=[PIM], day=log.day("2025-09-01"))
    assert [person.name for person in group.of(Part.PEER)] == ["Bram de Boer", "Eva"]
    assert [person.name for person in group.of(Part.THIRD)] == ["Pim Pel"]
    assert group.of(Part.CONVENER) == []
    text = 'organisation,situation,tried,needed\nDelta,De dijk zakt,"\'=1+1",klei\n,leeg,,\nKade,Dijk zakt ook,niets,klei\n'
    assert groups.read_inventory(log.store, group.id, text) == 2
    assert (
        groups.read_inventory(log.store, group.id, "\ufeffOrganisation;Situation;Tried;Needed\nkade;Beter;;klei\n") == 1
    )
    found = groups.change(log.store, group.id, interest="Samen klei kopen")
    assert [(row.organisation, row.situation, row.tried) for row in found.inventory] == [
        ("Delta", "De dijk zakt", "=1+1"),
        ("kade", "Beter", ""),
    ]
    assert [one.word for one in found.common] == ["klei"]
    assert [one.isoformat() for one in map(to_date, found.looks_back)] == ["2026-09-01", "2027-09-01"]
    lines = "\n".join(group_lines(found, log.day(AS_OF), "nl"))
    assert "Gezamenlijk belang: Samen klei kopen" in lines
    with pytest.raises(BadInventoryError):
        groups.read_inventory(log.store, group.id, "a,b\n1,2\n")
    with pytest.raises(NoSuchGroupError):
        groups.group(log.store, "zzz")


def test_the_form_runs_nothing_of_a_title_and_the_invitation_asks_one_thing(log: Hecht) -> None:
    group = groups.begin(log.store, "<script>alert(1)</script>", peers=[BRAM, EVA])
    page = form(group, "nl")
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "http" not in page.replace("http-equiv", "")
    asked = invitation(group, group.of(Part.PEER)[0], Voice(form="u"), log.day(AS_OF), "nl")
    assert asked.count("?") == 1
    assert "Komt u ook, en wilt u" in asked


def test_an_erased_person_leaves_none_of_it_behind(log: Hecht) -> None:
    day = log.day(AS_OF)
    log.offer("Klei en zand", AS_OF, of=EVA)
    bridging.begin(log.store, EVA, PIM, "", "", day)
    group = groups.begin(log.store, "Dijken", peers=[BRAM, EVA])
    ledger.note(log.store, "owe", EVA, "tekening", day)
    erase(log.store, EVA)
    assert log.wishes(AS_OF) == []
    assert bridging.introductions(log.store) == []
    assert [person.name for person in groups.group(log.store, group.id).of(Part.PEER)] == ["Bram de Boer"]
    assert [one.how for one in ledger.open_things(log.store, day)] == ["question"]
    kept = {str(kind) for (kind,) in log.store.rows("SELECT s.kind FROM said s WHERE s.log = :log")}
    assert not {"offer", "introduction", "owe"} & kept
