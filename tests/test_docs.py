"""The documents: examples run, every command and option is in them, and no link leads nowhere."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from hecht.cli import app

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_the_library_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) >= 6
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/library.md", "exec"), names)


def test_every_command_and_option_is_in_the_commands_page() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert len(commands) >= 7
    every = {name: command for name, command in commands.items() if not hasattr(command, "commands")}
    for group in (name for name in commands if name not in every):
        every |= {f"{group} {name}": command for name, command in commands[group].commands.items()}
    for name, command in every.items():
        assert f"`hecht {name}" in page
        assert command.help
        for option in command.params:
            for form in option.opts:
                assert not form.startswith("--") or f"`{form}" in page, f"hecht {name} {form}"


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
