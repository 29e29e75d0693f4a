"""The demo world, written once for all tests of it, and read back with the standard library."""

from pathlib import Path

import pytest

from demo.reading import Event, Mail, events, read
from hecht import demo


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    demo.write(folder)
    return folder


@pytest.fixture(scope="session")
def received(world: Path) -> list[Mail]:
    return read(world / "Postvak IN.mbox")


@pytest.fixture(scope="session")
def sent(world: Path) -> list[Mail]:
    return read(world / "Verzonden.mbox")


@pytest.fixture(scope="session")
def mails(received: list[Mail], sent: list[Mail]) -> list[Mail]:
    return received + sent


@pytest.fixture(scope="session")
def agenda(world: Path) -> list[Event]:
    return events((world / "agenda.ics").read_bytes())
