"""The five tasks of somebody new to the map: what they press, by visible words and roles alone, and what tells them.

A task begins on this week's page. A press is a click or a key; each task may take four.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from playwright.sync_api import Page


class Task(NamedTuple):
    """What somebody wants to know, the role and words of each thing that they press, and the words that answer it."""

    asked: str
    presses: tuple[tuple[str, str], ...]
    answer: str


MAP = ("link", "Mijn netwerk")
TASKS = (
    Task("who is getting quiet", (MAP, ("button", "wordt stiller 3")), "3 mensen op de kaart"),
    Task(
        "the group that is going quiet without a suggestion",
        (MAP, ("button", "Gemeente Oudenweer")),
        "Voor deze groep is er deze week geen suggestie.",
    ),
    Task(
        "one sleeping contact at an organisation",
        (MAP, ("button", "Gemeente Oudenweer: 2 slapen")),
        "2 slapen",
    ),
    Task("who knows somebody", (MAP, ("button", "Anna Wiersma")), "Anna kent"),
    Task("what changed since summer", (MAP, ("button", "Een half jaar terug"), ("text", "Wie?")), "Dichterbij:"),
)


def done(page: Page, task: Task) -> Iterator[tuple[str, str]]:
    """Do a task, yielding what is pressed before it is; at the end its answer is in sight."""
    for role, words in task.presses:
        yield role, words
        if role == "text":
            page.get_by_text(words, exact=True).click()
        else:
            page.get_by_role(cast("Any", role), name=words, exact=role == "link").first.click()
    page.locator("main").get_by_text(task.answer).first.wait_for()
