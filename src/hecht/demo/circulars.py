"""Mail that goes round in a group, with the answers of one or two members."""

import datetime as dt
import random
from collections.abc import Iterator

from hecht.demo import clock, phrases, wording
from hecht.demo.dice import chance
from hecht.demo.letters import Letter, mailbox, my_mailbox, write
from hecht.demo.phrases import Picker
from hecht.demo.threads import days
from hecht.demo.world import Circular, Person, groups, me

# From this many readers on some writers put the last two in the copy.
_MANY = 6
_HELLOS = ("Allen,", "Beste allen,", "Hallo allemaal,", "Dag allemaal,", "Beste collega's,")


def of(circular: Circular, seed: int) -> Iterator[Letter]:
    """All mail of one group, in order of conversation.

    Who is known from the group only (the circle `group`) reads along and does not write.
    """
    rng = random.Random(f"{seed}:circular:{circular.group}")
    picker = Picker(rng)
    everybody = (me(), *groups()[circular.group])
    speakers = [person for person in everybody if person.circle != "group"]
    for day in days(rng, circular.since, circular.until, circular.gap, 2):
        writer = rng.choice([*speakers, me(), me()])
        found = phrases.cases()[circular.topic]
        subject = picker.pick("", [case.subject for case in found])
        case = next(case for case in found if case.subject == subject)
        slots = phrases.slots(rng, day, (writer.first_name,))
        if circular.group == "project":
            slots["gemaal"] = "De Wielen"
        moment = clock.start_of(day, rng, private=False)
        subject = phrases.subject(case, slots)
        text = picker.pick("open", case.turns["open"])
        replies = case.turns["reply"]
        if case.paired:
            replies = [replies[case.turns["open"].index(text)]]
        said = wording.say(text, "je", slots)
        latest = _to_all(rng, writer, everybody, moment, subject=subject, text=said, after=None)
        yield latest
        answers = min(rng.choice((0, 1, 1, 2)) + ("?" in text), len(replies))
        for answerer in rng.sample([p for p in speakers if p != writer], answers):
            moment = clock.later(moment, rng.expovariate(1 / 3) + 0.1, private=False)
            if moment.date() > min(circular.until, clock.LAST):
                break
            reply = picker.pick("reply", replies)
            replies = [other for other in replies if other != reply]
            said = wording.say(reply, "je", slots)
            if answerer.first_name in said:
                continue
            latest = _to_all(rng, answerer, everybody, moment, subject=subject, text=said, after=latest)
            yield latest


def _to_all(
    rng: random.Random,
    writer: Person,
    everybody: tuple[Person, ...],
    moment: dt.datetime,
    *,
    subject: str,
    text: str,
    after: Letter | None,
) -> Letter:
    others = [person for person in everybody if person != writer]
    boxes = [my_mailbox() if person == me() else mailbox(person) for person in others]
    copies = 2 if len(boxes) > _MANY and writer.habit("copies", 3) == 0 else 0
    hello = _HELLOS[writer.habit("all", len(_HELLOS))]
    return write(
        rng,
        moment,
        writer,
        boxes[: len(boxes) - copies],
        subject,
        text=wording.body(
            [text],
            hello=hello if after is None or chance(rng, 50) else "",
            goodbye=wording.closing(writer, writer, "je", full=after is None),
        ),
        cc=boxes[len(boxes) - copies :],
        after=after,
    )
