"""How soon one answers, in words: what is true of the figures given, and no reproach."""

import pytest

from hecht.core.ties.replies import Replies, Speed
from hecht.text.replies import replies_lines

HOUR, DAY, SLOW = Speed(0.4, 0.9, 20), Speed(9.0, 22.0, 20), Speed(300.0, 400.0, 9)


@pytest.mark.parametrize(
    ("found", "dutch", "english"),
    [
        (Replies(None, None, None, None, None), [], []),
        (Replies(SLOW, SLOW, DAY, "later", None), [], []),  # nothing is said of answers that take weeks
        (
            Replies(DAY, DAY, DAY, None, None),
            ["Jullie antwoorden meestal binnen een dag op elkaars mail."],
            ["You two mostly answer each other's mail within a day."],
        ),
        (
            Replies(HOUR, DAY, DAY, "sooner", "later"),
            [
                "Jij antwoordt Anna meestal binnen een uur; Anna antwoordt jou meestal binnen een dag.",
                "Anna krijgt sneller antwoord van jou dan de meeste anderen.",
                "De laatste maanden komt antwoord van Anna later dan daarvoor.",
            ],
            [
                "You mostly answer Anna within an hour; Anna mostly answers you within a day.",
                "Anna gets an answer from you sooner than most others.",
                "In recent months answers from Anna come later than before.",
            ],
        ),
        (
            Replies(None, HOUR, None, None, "sooner"),
            [
                "Anna antwoordt jou meestal binnen een uur.",
                "De laatste maanden komt antwoord van Anna sneller dan daarvoor.",
            ],
            ["Anna mostly answers you within an hour.", "In recent months answers from Anna come sooner than before."],
        ),
    ],
)
def test_the_lines(found: Replies, dutch: list[str], english: list[str]) -> None:
    assert list(replies_lines(found, "Anna Bos", "nl")) == dutch
    assert list(replies_lines(found, "Anna Bos", "en")) == english
