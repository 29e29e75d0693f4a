"""The house rules: who may import whom, how long a module is, and that facts of the log are never changed."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import hecht
from hecht.stores import tables

ROOT = Path(__file__).parent.parent
HOUSE = Path(hecht.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
QUERIES = sorted(HOUSE.rglob("*.sql"))
LONGEST = 350
MAY_REMOVE = ("erase", "retain")

LOG_ROWS = re.search(r"Log rows[^:]*:\s*`([^`]+)`", tables.__doc__ or "")


def named(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def log_rows() -> frozenset[str]:
    assert LOG_ROWS
    return frozenset(LOG_ROWS[1].split())


def test_the_rooms_import_in_one_direction() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def imported(path: Path) -> set[Path]:
    """Give the modules that one names in its imports, wherever they stand in it."""
    names: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    places = {HOUSE.parent / f"{name.replace('.', '/')}.py" for name in names if name.startswith("hecht.")}
    return places.intersection(MODULES)


def test_no_modules_import_one_another_in_a_circle() -> None:
    TopologicalSorter({path: imported(path) for path in MODULES}).prepare()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_imports_are_written_out_in_full(path: Path) -> None:
    relative = [node.lineno for node in ast.walk(tree_of(path)) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_the_first_line_of_a_module_says_what_it_holds(path: Path) -> None:
    first = tree_of(path).body[0]
    assert isinstance(first, ast.Expr)
    assert first.lineno == 1
    line = (ast.get_docstring(tree_of(path)) or "").partition("\n")[0]
    assert re.fullmatch(r"\S.{10,}[.!?]", line)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_the_tables_that_hold_log_rows_are_named() -> None:
    assert log_rows() <= set(tables.metadata.tables)
    assert {"interaction", "participant", "title", "identifier", "alias"} <= log_rows()


@pytest.mark.parametrize("path", [path for path in (*MODULES, *QUERIES) if path.stem not in MAY_REMOVE], ids=named)
def test_rows_of_the_log_are_never_changed(path: Path) -> None:
    text = path.read_text("utf-8")
    rows = "|".join(sorted(log_rows()))
    assert re.findall(rf"(?i)\b(?:UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+\W?(?:{rows})\b", text) == []
    assert not re.search(rf"(?i)INSERT\s+INTO\s+({rows})\b(?:(?!INSERT).)*DO\s+UPDATE", text, re.DOTALL)
    if path.suffix == ".py":
        assert set(changed_tables(tree_of(path))) & log_rows() == set()


def changed_tables(tree: ast.Module) -> Iterator[str]:
    """Give the tables that are handed to SQLAlchemy's update and delete; a name is looked up in its function."""
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
        aliases = {
            target.id: node.value.attr
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in [node for node in ast.walk(function) if isinstance(node, ast.Call)]:
            if isinstance(call.func, ast.Name) and call.func.id in ("update", "delete") and call.args:
                table = call.args[0]
                if isinstance(table, ast.Attribute):
                    yield table.attr
                else:
                    assert isinstance(table, ast.Name)
                    yield aliases[table.id]


def test_the_search_for_changed_tables_finds_them() -> None:
    code = "def f(c):\n    t = tables.title\n    c.execute(update(t))\n    c.execute(delete(tables.stem))\n"
    assert list(changed_tables(ast.parse(code))) == ["title", "stem"]


@pytest.mark.parametrize("path", QUERIES, ids=named)
def test_a_query_says_what_it_gives_and_runs_on_every_engine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(f"-- {path.stem}: ")
    code = re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--[^\n]*", "", text))
    if not path.stem.startswith("position_"):
        assert "/" not in code
        assert not re.search(r"(?i)\b(?:DOUBLE|REAL|FLOAT|AVG)\b", code)
    assert not re.search(r"(?i)\bat\b", code)
    assert not re.search(r"(?i)\bSUM\s*\(\s*[\w.]+\s*(?:=|<|>)", code)


def test_there_are_modules_and_queries() -> None:
    assert len(MODULES) > 30
    assert {"facts", "contact", "agenda", "latest"} <= {path.stem for path in QUERIES}
