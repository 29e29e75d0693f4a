"""Identifiers, machines, names and who is one person; people are worked out by hand or by following every shared key."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.errors import BadIdentifierError
from hecht.core.identity import automatic, hashed, key_of, mailto, resolve, same_name, tel

# --- keys ---


def clusters(people: Mapping[int, int]) -> dict[int, list[int]]:
    """Turn identifier -> person around: person -> its identifiers in order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, person in sorted(people.items()):
        found[person].append(key)
    return dict(found)


def test_the_hash_is_that_of_rfc_7693() -> None:
    # `printf 'mailto:anna@example.nl' | b2sum -l 64` gives 42a4db9650d365ea; the top 63 bits are kept
    whole = 0x42A4DB9650D365EA
    assert hashed("mailto:anna@example.nl") == whole >> 1
    assert key_of("mailto:anna@example.nl") == whole >> 1


@given(st.lists(st.text(), max_size=4))
def test_a_hash_fits_in_63_bits(parts: list[str]) -> None:
    assert 0 <= hashed(*parts) < 2**63


PARTS = st.lists(st.text(st.characters(exclude_characters="\0")), min_size=1, max_size=4)


@given(PARTS, PARTS)
def test_parts_are_kept_apart(one: list[str], other: list[str]) -> None:
    assert (hashed(*one) == hashed(*other)) == (one == other)


@given(PARTS)
def test_moving_a_border_between_parts_changes_the_hash(parts: list[str]) -> None:
    assert hashed("".join(parts), "") != hashed("", "".join(parts)) or not "".join(parts)
    assert hashed(*parts) != hashed(*parts, "")


# --- addresses ---


@pytest.mark.parametrize(
    ("given_address", "identifier"),
    [
        ("anna@example.nl", "mailto:anna@example.nl"),
        ("Anna.DeWit@Example.NL", "mailto:anna.dewit@example.nl"),
        (" anna@example.nl\r\n", "mailto:anna@example.nl"),
        ("  <anna@example.nl> ", "mailto:anna@example.nl"),
        ("'anna@example.nl'", "mailto:anna@example.nl"),
        ('"anna@example.nl"', "mailto:anna@example.nl"),
        ("mailto:anna@example.nl", "mailto:anna@example.nl"),
        ("MAILTO:Anna@example.nl?subject=hoi", "mailto:anna@example.nl"),
        ("anna+gemaal@example.nl", "mailto:anna+gemaal@example.nl"),
        ("o'neill@example.nl", "mailto:o'neill@example.nl"),
        ("anna_de-wit@sub.example.co.uk", "mailto:anna_de-wit@sub.example.co.uk"),
        ("!#$%&'*+/=?^_`{|}~-@example.nl", "mailto:!#$%&'*+/=?^_`{|}~-@example.nl"),  # atext of RFC 5322, 3.2.3
        ("jörg@bücher.example", "mailto:jörg@bücher.example"),  # RFC 6531
        ("anna@xn--bcher-kva.example", "mailto:anna@xn--bcher-kva.example"),
        ("root@localhost", "mailto:root@localhost"),
        # archives write addresses so that machines do not read them
        ("anna at example.nl", "mailto:anna@example.nl"),
        ("anna at example dot nl", "mailto:anna@example.nl"),
        ("anna AT example DOT co DOT uk", "mailto:anna@example.co.uk"),
        ("anna [at] example [dot] nl", "mailto:anna@example.nl"),
        ("anna (at) example.nl", "mailto:anna@example.nl"),
        ("anna(at)example(dot)nl", "mailto:anna@example.nl"),
        ("pat@example.nl", "mailto:pat@example.nl"),
        ("anna@at.example", "mailto:anna@at.example"),
    ],
)
def test_an_address_in_normal_form(given_address: str, identifier: str) -> None:
    assert mailto(given_address) == identifier


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "anna",
        "@",
        "@example.nl",
        "anna@",
        "anna@@example.nl",
        "anna@bram@example.nl",
        "anna de wit@example.nl",
        "anna@example nl",
        "evil@bank.example <anna@example.nl>",
        "Anna <anna@example.nl>",
        "anna@example.nl, bram@example.nl",
        "anna@example.nl;bram@example.nl",
        "anna@example.nl\r\nbcc: bram@example.nl",
        "an\x00na@example.nl",
        "anna@example.nl\x00",
        "anna@-example.nl",
        "anna@example-.nl",
        "anna@example..nl",
        "anna@.nl",
        ".anna@example.nl",
        "anna@[127.0.0.1]",
        '"anna de wit"@example.nl',
        "undisclosed-recipients:;",
        "at at at",
        "coffee at noon",
        "anna at example",
        "zie je donderdag at home sweet home",
        "a" * 244 + "@example.nl",  # 255 characters; RFC 5321 has room for 254 in a path with its two brackets
    ],
)
def test_nonsense_becomes_no_address(nonsense: str) -> None:
    with pytest.raises(BadIdentifierError):
        mailto(nonsense)


def test_the_longest_address() -> None:
    # RFC 5321, 4.5.3.1.3: a path has at most 256 characters, of which two are the brackets
    assert len(mailto("a" * 243 + "@example.nl")) == len("mailto:") + 254


ADDRESSES = st.one_of(
    st.emails(),
    st.builds("{}@{}.nl".format, st.text("abcXYZ09._+'-", max_size=8), st.text("abcXYZ09-é.", max_size=8)),
    st.builds("{} at {} dot nl".format, st.text("abcXYZ", min_size=1), st.text("abcXYZ", min_size=1)),
    st.text(max_size=20).filter(lambda text: "'" not in text),
)


@given(ADDRESSES)
def test_a_normal_form_is_its_own_normal_form(address: str) -> None:
    try:
        identifier = mailto(address)
    except BadIdentifierError:
        return
    assert mailto(identifier.removeprefix("mailto:")) == identifier
    assert identifier == identifier.lower()


@given(st.emails().filter(lambda address: "'" not in address))
def test_every_plain_address_is_read_without_its_case(address: str) -> None:
    assert mailto(address.swapcase()) == mailto(address) == f"mailto:{address.lower()}"


# --- telephones ---


@pytest.mark.parametrize(
    ("dialled", "region", "identifier"),
    [
        ("06 12345678", "NL", "tel:+31612345678"),
        ("06-12 34 56 78", "NL", "tel:+31612345678"),
        ("+31 (0)6 12345678", "NL", "tel:+31612345678"),
        ("0031612345678", "NL", "tel:+31612345678"),
        ("tel:+31612345678", "NL", "tel:+31612345678"),
        ("tel:+31-20-1234567;ext=12", "NL", "tel:+31201234567"),  # RFC 3966
        ("020 123 45 67", "NL", "tel:+31201234567"),
        ("020 7946 0018", "GB", "tel:+442079460018"),
        ("+44 20 7946 0018", "NL", "tel:+442079460018"),
        ("02 123 45 67", "BE", "tel:+3221234567"),
    ],
)
def test_a_telephone_number_in_e164(dialled: str, region: str, identifier: str) -> None:
    assert tel(dialled, region) == identifier
    assert tel(identifier, "US") == identifier


@pytest.mark.parametrize("nonsense", ["", "geen", "112", "123", "tel:", "+999123456789", "0" * 60, "anna@example.nl"])
def test_nonsense_becomes_no_number(nonsense: str) -> None:
    with pytest.raises(BadIdentifierError):
        tel(nonsense)


# --- machines ---


@pytest.mark.parametrize(
    "local",
    [
        "noreply",
        "no-reply",
        "no_reply",
        "no.reply",
        "donotreply",
        "do-not-reply",
        "do_not_reply",
        "niet-beantwoorden",
        "nietbeantwoorden",
        "niet_beantwoorden",
        "niet-antwoorden",
        "nietantwoorden",
        "nieuws-noreply",
        "noreply-nieuws",
        "noreply+abc",
        "noreply2",
        "mailer-daemon",
        "postmaster",
        "bounce",
        "bounces",
        "bounces+anna=example.nl",
        "gemalen-bounces",
        "gemalen-request",
        "gemalen-owner",
        "gemalen-unsubscribe",
        "owner-gemalen",
        "notifications",
        "notificaties",
        "auto-reply",
        "autoreply",
        "automatic-reply",
        "listserv",
        "majordomo",
    ],
)
def test_a_machine(local: str) -> None:
    assert automatic(f"mailto:{local}@example.nl")


@pytest.mark.parametrize(
    "identifier",
    [
        "mailto:anna@example.nl",
        "mailto:noreen@example.nl",
        "mailto:n.o.reply-vis@example.nl",
        "mailto:bouncer@example.nl",
        "mailto:reply@example.nl",
        "mailto:owner@example.nl",
        "mailto:antwoorden@example.nl",
        "mailto:niet.jan@example.nl",
        "mailto:autorijschool@example.nl",
        "mailto:anna@noreply.example",  # a word of the domain says nothing of the mailbox
        "tel:+31612345678",
        "noreply",  # an opaque id of a plain log is no address
    ],
)
def test_no_machine(identifier: str) -> None:
    assert not automatic(identifier)


# --- names ---


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna de Wit", "anna de wit"),
        ("Anna de Wit", "Wit, Anna de"),
        ("Anna de Wit", "Anna"),
        ("Anna de Wit", "A. de Wit"),
        ("Anna de Wit", "A de Wit"),
        ("Anna de Wit", "Anna de Wit (Waterschap)"),
        ("Zoë Çelik", "Zoe Celik"),
        ("J.P. Bos", "Jan Bos"),
        ("Anna de Wit", ""),
    ],
)
def test_names_of_one_person(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna de Wit", "Bram Bos"),
        ("Anna de Wit", "Bram de Wit"),
        ("Anna de Wit", "Anna Bos"),
        ("A. de Wit", "B. de Wit"),
        ("A. de Wit", "Anna Bos"),
        ("Anna", "Bram"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@given(st.text(), st.text())
def test_same_name_knows_no_order(one: str, other: str) -> None:
    assert same_name(one, one)
    assert same_name(one, other) == same_name(other, one)


# --- who is one person ---


def test_a_card_makes_one_person_of_its_identifiers() -> None:
    assert resolve([("Anna de Wit", [30, 10, 20])], []) == {10: 10, 20: 10, 30: 10}


def test_cards_with_a_shared_identifier_are_one_person() -> None:
    cards = [("Anna de Wit", [30, 20]), ("A. de Wit", [20, 40]), ("Bram Bos", [5, 6])]
    assert resolve(cards, []) == {20: 20, 30: 20, 40: 20, 5: 5, 6: 5}


def test_an_identifier_alone_is_nobody_in_particular() -> None:
    assert resolve([("Anna de Wit", [30]), ("Bram Bos", [])], [7]) == {}


def test_a_switchboard_joins_nobody() -> None:
    # 1 is the number of the reception, on every card of the firm
    cards = [("Anna de Wit", [1, 10, 11]), ("Bram Bos", [1, 20, 21]), ("Carla Smit", [1, 30])]
    assert resolve(cards, []) == {10: 10, 11: 10, 20: 20, 21: 20}


def test_a_home_telephone_joins_nobody() -> None:
    assert resolve([("Anna de Wit", [1, 10]), ("Bram de Wit", [1, 20])], []) == {}


def test_a_nameless_card_joins_what_it_holds() -> None:
    assert resolve([("", [1, 10]), ("Anna de Wit", [1, 20])], []) == {1: 1, 10: 1, 20: 1}


def test_a_telephone_of_two_people_of_one_house_joins_nobody() -> None:
    # 1 is a telephone at home; "A. de Wit" may be Arie. A mail address under both names is one person's
    cards = [("Anna de Wit", [1, 10]), ("A. de Wit", [1, 20])]
    assert resolve(cards, [], telephones={1}) == {}
    assert resolve(cards, []) == {1: 1, 10: 1, 20: 1}


def test_a_telephone_under_one_name_joins() -> None:
    cards = [("Anna de Wit", [1, 10]), ("Wit, Anna de", [1, 20]), ("", [1, 30])]
    assert resolve(cards, [], telephones={1}) == {1: 1, 10: 1, 20: 1, 30: 1}


def test_a_merge_joins_what_the_user_said_is_one() -> None:
    assert resolve([("Anna de Wit", [30, 20])], [], merges=[(40, 30)]) == {20: 20, 30: 20, 40: 20}


def test_a_split_takes_an_identifier_from_its_cards_and_leaves_the_rest_together() -> None:
    assert resolve([("Anna de Wit", [10, 20, 30])], [], splits={10}) == {20: 20, 30: 20}


def test_a_merge_holds_for_an_identifier_that_was_split() -> None:
    assert resolve([("Anna de Wit", [10, 20, 30])], [], splits={10}, merges=[(10, 5)]) == {5: 5, 10: 5, 20: 20, 30: 20}


def test_the_identifiers_of_the_user_are_one_person() -> None:
    assert resolve([("Anna de Wit", [20, 30])], [40, 20, 50]) == {20: 20, 30: 20, 40: 20, 50: 20}


# three people under five spellings; who is meant is said here by hand
NAMED = {"Anna de Wit": "a", "Wit, Anna de": "a", "ANNA DE WIT": "a", "Bram Bos": "b", "Carla Smit": "c"}
CARDS = st.lists(st.tuples(st.sampled_from(sorted(NAMED)), st.lists(st.integers(1, 15), max_size=4)), max_size=8)


def _by_walking(
    cards: Sequence[tuple[str, list[int]]], ego: list[int], merges: Sequence[tuple[int, int]] = ()
) -> dict[int, int]:
    """Find the people by walking from every identifier over all cards that share one, until nothing is new."""
    said: dict[int, set[str]] = {}
    for name, keys in cards:
        for key in keys:
            said.setdefault(key, set()).add(NAMED[name])
    groups = [{key for key in keys if len(said[key]) == 1} for _, keys in cards] + [set(ego), *map(set, merges)]
    found = {}
    for start in {key for group in groups for key in group}:
        reached = {start}
        while True:
            wider = reached.union(*(group for group in groups if group & reached))
            if wider == reached:
                break
            reached = wider
        if len(reached) > 1:
            found[start] = min(reached)
    return found


@given(CARDS, st.data())
def test_people_are_those_one_reaches_by_walking(cards: list[tuple[str, list[int]]], data: st.DataObject) -> None:
    held = sorted({key for _, keys in cards for key in keys})
    owners = {key: {NAMED[name] for name, keys in cards if key in keys} for key in held}
    # the user's identifiers stand on cards of one person only
    ego = data.draw(st.lists(st.sampled_from([key for key in held if len(owners[key]) == 1] + [99, 98]), max_size=3))
    expected = _by_walking(cards, ego)
    assert resolve(cards, ego) == expected
    merges = data.draw(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 20)), max_size=3))
    splits = data.draw(st.sets(st.integers(1, 15), max_size=2))
    cut = [(name, [key for key in keys if key not in splits]) for name, keys in cards]
    assert resolve(cards, ego, merges=merges, splits=splits) == _by_walking(cut, ego, merges)
    shuffled = [(name, data.draw(st.permutations(keys))) for name, keys in data.draw(st.permutations(cards))]
    assert resolve(shuffled, reversed(ego)) == expected
    # idempotent: the people found, given again as cards, are the same people
    again = [(str(person), keys) for person, keys in clusters(expected).items()]
    assert resolve(again, []) == expected
    assert resolve([*cards, *cards], ego) == expected


@given(CARDS)
def test_clusters_turn_people_around(cards: list[tuple[str, list[int]]]) -> None:
    people = resolve(cards, [])
    turned = clusters(people)
    assert {key: person for person, keys in turned.items() for key in keys} == people
    assert all(keys == sorted(keys) and keys[0] == person and len(keys) > 1 for person, keys in turned.items())
