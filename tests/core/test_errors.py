"""Errors: the message is what the class says of itself, and then the place or cause."""

import inspect

import pytest

from hecht.core import errors
from hecht.core.errors import HechtError, NoEgoError, NoSuchPathError

ALL = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, HechtError)]


def test_a_message_with_and_without_detail() -> None:
    assert str(NoSuchPathError("/tmp/x")) == "There is no such file or folder: /tmp/x"
    assert str(NoEgoError()) == "It is not clear whose log this is; say it once with: hecht import --me ADDRESS"
    assert NoSuchPathError("/tmp/x").detail == "/tmp/x"


@pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)
def test_every_error_can_be_shown_on_one_line(error: type[HechtError]) -> None:
    message = str(error("hier"))
    assert message.endswith(" hier")
    assert len(message) > len(" hier")
    assert "\n" not in message
