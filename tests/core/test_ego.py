"""Whose log it is: small boxes of mail where one can see it."""

from hecht.core.ego import Ego, find_ego
from hecht.core.model import Owner

ANNA, HOME, BRAM, LIST = (
    "mailto:anna@work.example",
    "mailto:anna.w@home.example",
    "mailto:bram@work.example",
    "mailto:info@work.example",
)


def test_the_address_mail_was_delivered_to() -> None:
    signs = [Owner(ANNA, "delivered", 900), Owner(HOME, "delivered", 95), Owner(LIST, "delivered", 5)]
    # of 1000: home has 95, at least a twentieth; info has 5, which is one in two hundred
    assert find_ego(signs) == Ego((ANNA, HOME), (LIST,), "delivered")


def test_a_twentieth_of_the_mail_is_enough_and_less_is_not() -> None:
    assert HOME in find_ego([Owner(ANNA, "delivered", 95), Owner(HOME, "delivered", 5)]).own
    assert HOME not in find_ego([Owner(ANNA, "delivered", 96), Owner(HOME, "delivered", 4)]).own


def test_who_wrote_three_mails_of_the_sent_folder() -> None:
    # two files tell of three mails together; the box was delivered to the work address
    signs = [Owner(ANNA, "delivered", 100), Owner(HOME, "sent", 2), Owner(HOME, "sent", 1), Owner(BRAM, "sent", 2)]
    # bram wrote two mails of the folder: said, not assumed
    assert find_ego(signs) == Ego((ANNA, HOME), (BRAM,), "delivered")


def test_who_alone_wrote_the_sent_folder() -> None:
    assert find_ego([Owner(ANNA, "sent", 1)]).own == (ANNA,)


def test_the_main_address_has_most_mail() -> None:
    signs = [Owner(ANNA, "delivered", 50), Owner(HOME, "delivered", 40), Owner(HOME, "sent", 30)]
    assert find_ego(signs).own == (HOME, ANNA)


def test_who_is_in_nearly_all_mail() -> None:
    present = [(BRAM, 3), (ANNA, 10), (HOME, 2)]
    assert find_ego([], present, mails=10) == Ego((ANNA,), (), "present")
    assert find_ego([], [(ANNA, 6), (BRAM, 3)], mails=10).own == (ANNA,)


def test_who_is_not_in_six_of_ten_mails_is_not_assumed() -> None:
    assert find_ego([], [(ANNA, 5), (BRAM, 3)], mails=10) == Ego((), (), "")


def test_five_mails_are_needed() -> None:
    assert find_ego([], [(ANNA, 4), (BRAM, 1)], mails=4).own == ()
    assert find_ego([], [(ANNA, 5), (BRAM, 1)], mails=5).own == (ANNA,)


def test_two_who_are_both_everywhere_cannot_be_told_apart() -> None:
    assert find_ego([], [(ANNA, 10), (BRAM, 10)], mails=10) == Ego((), (), "")


def test_the_same_name_at_another_house_may_be_yours() -> None:
    other = "mailto:anna@old.example"
    found = find_ego([Owner(ANNA, "delivered", 100)], [(ANNA, 100), (other, 3), (BRAM, 9)], mails=100)
    assert found == Ego((ANNA,), (other,), "delivered")


def test_nothing_is_nobody() -> None:
    assert find_ego([]) == Ego((), (), "")
