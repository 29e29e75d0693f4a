"""hecht tone: how much of a text is task and how much has room for the other; nothing is stored."""

import json
import sys

import typer


def tone() -> None:
    """Judge JSON lines {"text", "subject"} on standard input; write {"relation", "friction", "language", "reasons"}."""
    from hecht.app.tone import judge_lines

    wrong = 0
    for judged in judge_lines(sys.stdin):
        if judged.tone is None:
            wrong += 1
            typer.echo(f"hecht: line {judged.line}: {judged.wrong}", err=True)
        sys.stdout.write(json.dumps(judged.row(), ensure_ascii=False) + "\n")
    if wrong:
        raise typer.Exit(1)
