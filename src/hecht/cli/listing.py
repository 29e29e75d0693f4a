"""How `--help` lists commands: in parts, each with its whole first sentence."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typer.core import TyperGroup

if TYPE_CHECKING:  # typer carries its own copy of click, and shows these nowhere else
    from typer._click import Context, HelpFormatter

PARTS = {
    "Every week": ("import", "week", "today", "move", "talked", "note", "serve"),
    "Ties and people": ("ties", "person", "people", "correct", "preferences"),
    "Network": ("network", "introductions", "path", "leave"),
    "Bringing and getting": ("ask", "offer", "exchange"),
    "Working together": ("collaboration",),
    "Analysis": ("organisation", "export", "backtest", "tone"),
    "What is kept": ("sources", "privacy", "doctor", "demo"),
}
"""Every command of hecht itself, by what it is for."""
_ROOM = 400
"""Characters of a first sentence; none is longer."""


class Whole(TyperGroup):
    """A group whose commands are listed with their whole first sentence, in as many lines as that takes."""

    def format_commands(self, context: "Context", formatter: "HelpFormatter") -> None:
        """Write one list."""
        self._listed(context, formatter, "Commands", self.list_commands(context))

    def _listed(self, context: "Context", formatter: "HelpFormatter", title: str, names: Iterable[str]) -> None:
        commands = ((name, self.get_command(context, name)) for name in names)
        rows = [(name, one.get_short_help_str(_ROOM)) for name, one in commands if one and not one.hidden]
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


class InParts(Whole):
    """The commands of hecht itself, in parts."""

    def format_commands(self, context: "Context", formatter: "HelpFormatter") -> None:
        """Write a list for each part."""
        for title, names in PARTS.items():
            self._listed(context, formatter, title, names)
