"""The fourth generator of simulated partnerships, from the five articles alone and without a look at what recognises them.

    from evidence.partnerships import fourth
    fourth.partnership(seed, scenario)

What it assumes, and after which article (1 Samenwerken en netwerken, 2 Wat is netwerken, 3 Samen werken of samenwerken,
4 Samenwerken tussen organisaties, 5 Warme netwerken):

1. Each interaction has a task part and a relation part (3). A mail is about the work, or mixes in room for the other, or is
   there for the other alone; how often depends on the partnership, on that day and on the persons (`Course.room`, `warmth`).
2. Contact without an immediate stake is the lubricant (3): a coffee, a lunch, a call to test half a plan. Most of it is one
   to one, and part of it never reaches a log. Online work (3) has each other sought only when data or input are needed.
3. `content_first`: the accent on the file, its points of dispute and agreement (5). Some relation may follow by itself, in
   about one in three, or not, "bad luck then" (5). People stay polite, wish each other happy holidays, drink one to a signature.
4. `relation_first`: getting to know each other and a pleasant meeting, the work lightly, and then "let's do business" (5).
   The turn falls often right after a vision, letter of intent or covenant (5), at once or over some weeks; in its first really
   difficult situation positions are taken again, so it rubs more (5). In one of five someone still tries to mend it once.
5. `together`: while hard work is done, relations are worked at on purpose and subtly: informal meetings, inspiring work
   visits, a show or a match, "how do we help a colleague" on the agenda (5). It goes up and down with the work; before a
   signature it is busy. What rubs is handled: someone calls or visits within days (5: rubbing handled well is gain).
6. `little_contact`: the partnership exists on paper. Stray mails, a report, a meeting once in a while; often a kick-off first.
   Trust asks for meeting regularly and several shared moments (4); here those are not there.
7. At the beginning one is wary (4): in `together` the room for each other grows in the first weeks to months.
8. Specialists, lawyers and controllers pull to the content (5); those who lead and administrators less.
9. Partnerships are of two to twelve organisations for which each alone is too small, of very different worlds (4), in a
   context of elections, budget rounds and reorganisations (4). Delegates change; a successor gets acquainted in any scenario.
10. Contact is spread unevenly: one organisation leads, few persons carry most of it, pairs differ (2).
11. What a tone reader sees: of a mail of a few words, an attachment or sealed mail nothing; of the rest a value that is
    somewhat off, and sometimes wrong. Of meetings, calls and visits nothing is known unless somebody left a note.
"""

from random import Random

from evidence.partnerships.fourth_contact import Log
from evidence.partnerships.fourth_course import Course, course, milestones, turning
from evidence.partnerships.fourth_people import cast
from evidence.partnerships.shape import Partnership, Scenario

FIRST_DAY, LAST_DAY = 16_832, 20_454  # 1 February 2016 and 1 January 2026


def partnership(seed: int, scenario: Scenario) -> Partnership:
    """Make one partnership; the same seed and scenario give the same."""
    chance = Random(f"fourth {scenario} {seed}")
    length = min(730, int(chance.triangular(91, 735, 330)))
    start = chance.randint(FIRST_DAY, LAST_DAY - length)
    end = start + length
    turn = turning(chance, start, end) if scenario == "relation_first" else None
    who = cast(chance, start, end)
    agreed = milestones(chance, start, end, turn, public=who.field.public, permits=who.field.permits)
    goes: Course = course(chance, scenario, start, end, turn, agreed)
    log = Log(chance, who, goes, start, end)
    if scenario == "little_contact":
        log.hardly()
    else:
        log.whole(agreed, together=scenario == "together", mends=scenario == "relation_first")
    return Partnership(
        seed=seed,
        scenario=scenario,
        start=start,
        end=end,
        turn=turn,
        milestones=tuple(agreed),
        organisations={one.name: one.organisation for one in who.people},
        author=who.author.name,
        contacts=log.contacts(),
    )
