"""Who may be one person: cases judged by hand, and made-up address books of which the truth is known."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hecht.core.likeness import Frequencies, agreement
from hecht.core.names import parse, read_nicknames
from hecht.core.proposals import BANDS, LARGEST, NEIGHBOURS, Band, Known, Proposal, propose
from hecht.testing.address_books import address_book
from hecht.testing.truth import judge, known_people

NICKNAMES = read_nicknames(files("hecht.core").joinpath("data/nicknames.tsv").read_text(encoding="utf-8").splitlines())
GIVEN = ["Bram", "Cem", "Daan", "Eva", "Fatma", "Gijs", "Hugo", "Iris", "Joost", "Kim"]
SURNAMES = ["Aalders", "Blok", "Cramer", "Dekker", "Evers", "Faber", "Geelen", "Haak", "Ida", "Kok"]
OTHERS = [
    Known(
        1_000 + 10 * i + j,
        (f"{one} {other}",),
        (f"mailto:{one}.{other}@else.example".lower(),),
        ("else.example",),
        0,
        9,
        frozenset(range(2_000 + 5 * i, 2_005 + 5 * i)),
    )
    for i, one in enumerate(GIVEN)
    for j, other in enumerate(SURNAMES)
]
"""A hundred others, each name ten times."""


def who(person: int, name: str, place: str = "delta.nl", first: int = 0, last: int = 500, **more: object) -> Known:
    address = f"mailto:p{person}@{place or 'gmail.com'}"
    made = Known(person, (name,), (address,), (place,) if place else (), first, last)
    return made._replace(**more)  # type: ignore[arg-type]


def between(a: Known, b: Known, *more: Known) -> Proposal | None:
    found = propose([a, b, *more, *OTHERS], NICKNAMES)
    return next((one for one in found if (one.a, one.b) == (a.person, b.person)), None)


def kinds(found: Proposal | None) -> set[str]:
    assert found
    return {reason.kind for reason in found.reasons}


# --- names ---


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Wietske Hoekzema", "Wietske Hoekzema", "same_name"),
        ("Wietske Hoekzema", "Hoekzema, Wietske", "same_name"),
        ("Wietske van der Hoekzema", "Wietske v.d. Hoekzema", "same_name"),
        ("Wietske Hoekzema", "W. Hoekzema", "initials"),
        ("W.A. Hoekzema", "W. Hoekzema", "initials"),
        ("Cornelis Hoekzema", "Kees Hoekzema", "nickname"),
        ("Cornelis Hoekzema", "K. Hoekzema", "nickname"),
        ("Johannes Hoekzema", "Hans Hoekzema", "nickname"),
        ("Samuel Hoekzema", "Sam Hoekzema", "nickname"),
        ("Femketje Hoekzema", "Femke Hoekzema", "shortened"),
        ("Wietske Hoekzema", "Wietske Hoekzmea", "slip"),
        ("Wietske Hoekzema", "Wieske Hoekzema", "slip"),
        ("Anna Hoekzema", "Anna Hoekzema-Wiersinga", "surname_added"),
        ("Anna Hoekzema", "Anna Wiersinga - Hoekzema", "surname_added"),
        ("Jan Willem Hoekzema", "Jan Hoekzema", "fewer_names"),
    ],
)
def test_how_two_names_of_one_person_agree(one: str, other: str, kind: str) -> None:
    found = between(who(1, one), who(2, other))
    assert kind in kinds(found)
    assert kinds(between(who(1, other), who(2, one))) == kinds(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wietske Hoekzema", "Sietske Wiersinga"),
        ("Anna Hoekzema", "Bauke Hoekzema"),
        ("A. Hoekzema", "B. Hoekzema"),
        ("J.P. Hoekzema", "J.M. Hoekzema"),
        ("Jan Willem Hoekzema", "Jan Peter Hoekzema"),
        ("Wietske", "Wietske"),
        ("Hoekzema", "Hoekzema"),
        ("Wiske Hoekma", "Wietske Hoekzema"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert between(who(1, one), who(2, other)) is None


def test_how_many_would_agree_by_chance() -> None:
    # among 100 people ten are called Bram and ten Kok; without the two compared: (10 - 2 + 1/2) / 100 each
    known = Frequencies.of((parse(one.names[0]) for one in OTHERS), NICKNAMES)
    alike = agreement(parse("Bram Kok"), parse("Kok, Bram"), known)
    assert alike
    assert alike.chance == pytest.approx(0.085 * 0.085)
    alike = agreement(parse("Bram Kok"), parse("B. Kok"), known)
    assert alike
    assert alike.chance == pytest.approx(0.085 * 0.085)  # Bram alone begins with a B
    rare = agreement(parse("Wietske Hoekzema"), parse("Wietske Hoekzema"), known)
    assert rare
    assert rare.chance == pytest.approx(0.005 * 0.005)


# --- what else is known ---


def test_a_rare_name_is_proposed_and_a_usual_one_is_not() -> None:
    assert between(who(1, "Wietske Hoekzema", "a.example"), who(2, "Wietske Hoekzema", "b.example"))
    crowd = [who(3 + n, "Jan Kok", f"c{n}.example") for n in range(20)]
    assert between(who(1, "Jan Kok", "a.example"), who(2, "Jan Kok", "b.example"), *crowd) is None


def test_namesakes_at_work_side_by_side_are_not_proposed_strongly() -> None:
    a = who(1, "Bram Kok", "a.example", 0, 900, circle=frozenset(range(50, 60)))
    b = who(2, "Bram Kok", "b.example", 0, 900, circle=frozenset(range(70, 80)))
    assert between(a, b) is None
    rare = between(a._replace(names=("Wietske Hoekzema",)), b._replace(names=("Wietske Hoekzema",)))
    assert rare is None or (rare.band is Band.PERHAPS and {"side_by_side", "no_shared_contacts"} <= kinds(rare))


def test_one_after_the_other_with_the_same_contacts_is_a_change_of_employer() -> None:
    a = who(1, "Bram Kok", "a.example", 0, 900, circle=frozenset({1_000, 1_001, 1_002}))
    b = who(2, "Bram Kok", "b.example", 930, 1_500, circle=frozenset({1_001, 1_002, 1_003}))
    found = between(a, b)
    assert {"followed", "shared_contacts"} <= kinds(found)
    assert found
    assert found.band < Band.PERHAPS
    (contacts,) = [reason for reason in found.reasons if reason.kind == "shared_contacts"]
    assert contacts.number == 2


def test_who_met_each_other_are_two() -> None:
    a, b = who(1, "Wietske Hoekzema", met=frozenset({2})), who(2, "W. Hoekzema")
    apart, together = between(a._replace(met=frozenset()), b), between(a, b)
    assert apart
    assert apart.band is Band.ALMOST
    assert together is None or together.band is Band.PERHAPS


def test_an_address_completes_initials() -> None:
    full, short = who(1, "Bauke Hoekzema"), who(2, "B. Hoekzema")
    named = short._replace(identifiers=("mailto:bauke.hoekzema@delta.nl",))
    assert kinds(between(full, short)) >= {"initials"}
    assert kinds(between(full, named)) >= {"same_name"}


def test_a_telephone_in_common_says_much_and_a_switchboard_nothing() -> None:
    a = who(1, "Iris Kok", "a.example", beside=frozenset({"tel:+31201234567"}))
    b = who(2, "I. Kok", "", beside=frozenset({"tel:+31201234567"}))
    shared = between(a, b)
    assert "shared_number" in kinds(shared)
    many = [who(3 + n, "Vera Post", beside=frozenset({"tel:+31201234567"})) for n in range(5)]
    found = between(a, b, *many)
    assert found is None or "shared_number" not in kinds(found)


def test_a_new_address_with_a_known_name_is_proposed_with_caution_and_never_strongly() -> None:
    found = between(who(1, "Wietske Hoekzema"), who(2, "Wietske Hoekzema", "evil.example", answered=False))
    assert found
    assert (found.band, found.caution) == (Band.PERHAPS, True)
    (caution,) = [reason for reason in found.reasons if reason.kind == "unanswered"]
    assert caution.said == ("mailto:p2@evil.example",)


def test_who_are_two_people_are_never_proposed_again() -> None:
    some = [who(1, "Wietske Hoekzema"), who(2, "Wietske Hoekzema"), *OTHERS]
    assert propose(some, NICKNAMES)
    assert propose(some, NICKNAMES, {(1, 2)}) == []


def test_three_addresses_of_one_person_are_no_rivals() -> None:
    found = propose([*(who(n, "Wietske Hoekzema") for n in (1, 2, 3)), *OTHERS], NICKNAMES)
    assert {(one.a, one.b) for one in found} == {(1, 2), (1, 3), (2, 3)}


def test_two_who_may_each_be_the_same_third_divide_the_odds() -> None:
    third, first, second = who(1, "W. Hoekzema"), who(2, "Wietske Hoekzema"), who(3, "Willem Hoekzema")
    alone, divided = between(third, first), between(third, first, second)
    assert alone
    assert divided is None or divided.odds < alone.odds / 2 + 1


# --- made-up address books ---


@pytest.mark.parametrize("seed", [11, 12])
def test_proposals_on_address_books_of_which_the_truth_is_known(seed: int) -> None:
    everyone, truth = known_people(address_book(2_500, seed))
    found = propose(everyone, NICKNAMES)
    said = judge(found, truth)
    assert said.wrong_merges == 0
    assert said.pairs > 500
    assert said.precision >= 0.9
    assert said.recall >= 0.7
    by_band = {band: [right for one, right in zip(found, said.right, strict=True) if one.band is band] for band in Band}
    assert sum(by_band[Band.ALMOST]) >= 0.95 * len(by_band[Band.ALMOST]) > 0
    assert sum(by_band[Band.LIKELY]) >= 0.85 * len(by_band[Band.LIKELY]) > 0


def test_the_work_grows_with_the_people_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    # everybody has one name: n people have n^2/2 pairs, and n x NEIGHBOURS in a sorted neighbourhood
    looked: list[int] = []
    monkeypatch.setattr("hecht.core.proposals._best", lambda *_: looked.append(1))
    for many in (400, 800):
        looked.clear()
        propose([who(n, "Jan Kok", f"x{n}.example") for n in range(many)], NICKNAMES)
        assert many > LARGEST
        assert len(looked) <= 4 * many * NEIGHBOURS


NAMED = st.sampled_from(
    ["Jan Kok", "J. Kok", "Kok, Jan", "Wietske Hoekzema", "W. Hoekzema", "Johannes Kok", "Jan Kok-Blok", "x", ""]
)
SOME = st.lists(
    st.builds(
        lambda name, place, first, answered: (name, place, first, answered),
        NAMED,
        st.sampled_from(["", "a.example", "b.example"]),
        st.integers(0, 400),
        st.booleans(),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(SOME, st.data())
def test_proposals_know_no_order_and_obey_what_the_user_said(
    some: list[tuple[str, str, int, bool]], data: st.DataObject
) -> None:
    everyone = [
        who(n, name, place, first, first + 50, answered=yes) for n, (name, place, first, yes) in enumerate(some)
    ]
    found = propose(everyone, NICKNAMES)
    assert propose(data.draw(st.permutations(everyone)), NICKNAMES) == found
    assert len({(one.a, one.b) for one in found}) == len(found)
    for one in found:
        assert one.a < one.b
        assert one.reasons
        assert one.odds >= BANDS[one.band]
        assert one.band is Band.PERHAPS or not one.caution
    apart = {(one.a, one.b) for one in found[::2]}
    assert not apart & {(one.a, one.b) for one in propose(everyone, NICKNAMES, apart)}
