"""What there is to find in the demo world, as data: each fact with the people it is about."""

import datetime as dt
from dataclasses import dataclass

HOUSE = "waterschap-veenstroom.example"


@dataclass(frozen=True, slots=True)
class Planted:
    """One fact that was put into the files on purpose.

    `suggestion` is the kind of suggestion that should show it, empty where nothing should be
    suggested. `since` is the day on which it began: of the last contact, the question, the move.
    """

    id: str
    kind: str
    people: tuple[str, ...]
    what: str
    suggestion: str
    since: dt.date


PLANTED: tuple[Planted, ...] = (
    Planted(
        "anna-silent",
        "quieter",
        (f"anna.wiersma@{HOUSE}",),
        "Inner circle, mail every other week or so; silent since 5 October, and both are in the "
        "start meeting of Thursday 19 November at 10:00.",
        "reach_out",
        dt.date(2026, 10, 5),
    ),
    Planted(
        "joris-asked",
        "open_question_to_me",
        ("joris.hendriks@peilwerk-ingenieurs.example",),
        "Asked one to one about 'pompgegevens' on 3 November; no answer in the mail.",
        "reach_out",
        dt.date(2026, 11, 3),
    ),
    Planted(
        "wouter-owes",
        "open_question_from_me",
        ("wouter.dijkstra@provincie-middelland.example",),
        "Ego asked about the term of the water permit on 27 October; no answer yet.",
        "reach_out",
        dt.date(2026, 10, 27),
    ),
    Planted(
        "thijs-quieter",
        "quieter",
        ("thijs.verbeek@oudenweer.example",),
        "A good contact, about every nine days; silent since 7 September, no meeting planned.",
        "reach_out",
        dt.date(2026, 9, 7),
    ),
    Planted(
        "fatma-group",
        "group_only",
        ("fatma.yildiz@provincie-middelland.example",),
        "In the working group on sensor data (7 people, monthly since July); never mailed or met one to one.",
        "get_to_know",
        dt.date(2026, 7, 9),
    ),
    Planted(
        "marieke-dormant",
        "dormant",
        ("marieke.jonker@oude-rietlanden.example",),
        "Peer at another water board, much mail about an old pumping station in 2025; silent since November 2025.",
        "wake",
        dt.date(2025, 11, 20),
    ),
    Planted(
        "hendrik-dormant",
        "dormant",
        ("hendrik.veldman@hh-zeedrecht.example",),
        "Peer at another water board, much mail about an old pumping station in 2025; silent "
        "since early December 2025.",
        "wake",
        dt.date(2025, 12, 2),
    ),
    Planted(
        "mirjam-settled",
        "settled_question",
        (f"mirjam.koster@{HOUSE}",),
        "Asked by mail on 29 October about the award letter; settled in a call the next day, so "
        "the question is not open.",
        "",
        dt.date(2026, 10, 29),
    ),
    Planted(
        "hanneke-meets",
        "meets_anyway",
        (f"hanneke.bos@{HOUSE}",),
        "Every ten days or so, silent since 1 October; they have lunch together on Friday 20 November.",
        "meet",
        dt.date(2026, 10, 1),
    ),
    Planted(
        "ruben-meets",
        "meets_anyway",
        ("ruben.schouten@kadeborg.example",),
        "Frequent contact, and they walk round the building site on Wednesday 18 November at "
        "13:30: nothing to suggest but the meeting itself.",
        "",
        dt.date(2026, 11, 18),
    ),
    Planted(
        "gijs-three",
        "three_unanswered",
        ("gijs.hartman@kadeborg.example",),
        "Ego wrote three times (8 and 29 September, 20 October) without an answer: not to be suggested again.",
        "",
        dt.date(2026, 10, 20),
    ),
    Planted(
        "sanne-work-only",
        "work_only",
        ("sanne.degroot@gemeente-rietwoude.example",),
        "Since March 2026 the mail is about work alone, before that with much room for each "
        "other; they meet on Tuesday 17 November at 15:00.",
        "deepen",
        dt.date(2026, 3, 2),
    ),
    Planted(
        "pieter-new",
        "new",
        ("pieter.lammers@waterschap-krommewiel.example",),
        "New since 20 October: three mails, no meeting.",
        "get_to_know",
        dt.date(2026, 10, 20),
    ),
    Planted(
        "gerda-helped",
        "one_sided",
        (f"gerda.smit@{HOUSE}",),
        "Since September ego only asked and Gerda only answered.",
        "give_back",
        dt.date(2026, 9, 1),
    ),
    Planted(
        "tom-karin",
        "strangers_with_a_topic",
        ("tom.aerts@peilwerk-ingenieurs.example", "karin.oosterhuis@lagebeemden.example"),
        "Both write with ego about vibrating pumps; never in one mail or meeting.",
        "introduce",
        dt.date(2026, 1, 12),
    ),
    Planted(
        "sluis-review",
        "former_project",
        (
            "anton.greve@kadeborg.example",
            "judith.bakels@kadeborg.example",
            "maarten.pol@oudenweer.example",
            "yvonne.kraaij@oudenweer.example",
            "rob.steenwijk@peilwerk-ingenieurs.example",
            "ellen.dewaard@provincie-middelland.example",
            "karel.onink@rotorhuis.example",
            f"astrid.noordhof@{HOUSE}",
        ),
        "The eight people of the lock project, which ended in January 2026; silent since.",
        "review",
        dt.date(2026, 1, 16),
    ),
    Planted(
        "albert-list",
        "seen_on_a_list",
        ("a.nijland@waterschap-krommewiel.example",),
        "Wrote to the vakgroep list on 2 November about a vibrating station from 1974; never in direct contact.",
        "approach",
        dt.date(2026, 11, 2),
    ),
    Planted(
        "femke-moved",
        "changed_organisation",
        (
            "femke.raaijmakers@peilwerk-ingenieurs.example",
            "femke.raaijmakers@hogegronden.example",
        ),
        "Silent since January 2026; on 2 November a round mail from her new address at another "
        "water board, which her card confirms.",
        "wake",
        dt.date(2026, 11, 2),
    ),
    Planted(
        "petra-forged",
        "forged_name",
        ("directie@postbode-direct.example",),
        "A mail in the name of Petra Vink from an address that is not hers, authentication failed: not contact.",
        "",
        dt.date(2026, 10, 21),
    ),
    Planted(
        "jeroen-twice",
        "same_person",
        ("jeroen.kok@kadeborg.example", "j.kok@kadeborg.example"),
        "Writes from two addresses that stand on no common card: a merge to propose.",
        "",
        dt.date(2026, 6, 1),
    ),
    Planted(
        "hall-place",
        "place",
        (),
        "The meetings of all employees have some 40 people: a place, not contact.",
        "",
        dt.date(2025, 6, 19),
    ),
)
