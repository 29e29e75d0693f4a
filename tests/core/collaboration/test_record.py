"""What holds of a list of versions: the last of each thing that was not taken back."""

from hypothesis import given
from hypothesis import strategies as st

from hecht.core.collaboration.record import Record, holding


def version(seconds: int, slot: str = "x", value: str = "v", undone: int = 0, *, gone: bool = False) -> Record:
    fields: dict[str, str | bool] = {"text": value} | ({"gone": True} if gone else {})
    return Record(seconds, 1, "party", slot, seconds, 0, 0, "", fields, None, None, undone)


def test_the_last_version_holds_until_it_is_taken_back() -> None:
    first, second = version(1, value="one"), version(2, value="two")
    assert holding([second, first])["party"]["x"].text("text") == "two"
    assert holding([first, second._replace(undone=9)])["party"]["x"].text("text") == "one"


def test_what_is_gone_is_gone_until_that_is_taken_back() -> None:
    there, gone = version(1), version(2, gone=True)
    assert holding([there, gone]) == {}
    assert "x" in holding([there, gone._replace(undone=3)])["party"]


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from("ab"), st.booleans(), st.booleans()), unique_by=lambda t: t[0]
    )
)
def test_the_order_in_which_versions_are_read_never_shows(rows: list[tuple[int, str, bool, bool]]) -> None:
    made = [version(at, slot, str(at), int(undone), gone=gone) for at, slot, undone, gone in rows]
    assert holding(made) == holding(reversed(made))
    for slot in "ab":  # by hand: walk back to the last that stands
        standing = [one for one in made if one.slot == slot and not one.undone]
        last = max(standing, key=lambda one: one.seconds, default=None)
        expected = None if last is None or last.value.get("gone") else last
        assert holding(made).get("party", {}).get(slot) == expected
