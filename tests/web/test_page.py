"""The page's own checks and tests: types, words, and the views on the replies that the server's tests wrote."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "page"


@pytest.mark.parametrize("script", ["check", "test"])
def test_the_page_passes(script: str) -> None:
    npm = shutil.which("npm")
    if not npm or not (PAGE / "node_modules").exists():
        if "browser" in os.environ.get("HECHT_REQUIRE", "").split(","):
            pytest.fail("npm, or what the page is built with, is not there")
        pytest.skip("npm is not on the PATH (the page was built with node from a wheel)")
    done = subprocess.run([npm, "run", "--silent", script], cwd=PAGE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
