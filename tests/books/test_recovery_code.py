"""The recovery code: read however it is typed, and a slip is named by its group."""

from hypothesis import given
from hypothesis import strategies as st

from db.book import recovery_code
from db.book.recovery_code import GROUPS, SIGNS, Mistyped

CODES = st.lists(st.integers(0, 31), min_size=32, max_size=32).map(recovery_code.write)
PLACES = st.integers(0, GROUPS - 1)


def test_a_new_code_is_another_each_time_and_reads_as_itself() -> None:
    codes = {recovery_code.make() for _ in range(50)}
    assert len(codes) == 50
    assert all(recovery_code.read(code) == code for code in codes)


@given(CODES)
def test_case_hyphens_blanks_and_look_alikes_do_not_matter(code: str) -> None:
    typed = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_code.read(typed) == code
    assert recovery_code.read(code.replace("-", "").replace("1", "I").replace("0", "O")) == code


@given(CODES, PLACES, st.integers(0, 4), st.sampled_from(SIGNS))
def test_a_sign_mistaken_for_another_is_noticed_in_its_group(code: str, group: int, at: int, sign: str) -> None:
    place = group * 6 + at
    typed = code[:place] + sign + code[place + 1 :]
    assert recovery_code.read(typed) == (code if typed == code else Mistyped((group + 1,)))


@given(CODES, PLACES, st.integers(0, 3))
def test_two_neighbors_exchanged_are_noticed(code: str, group: int, at: int) -> None:
    place = group * 6 + at
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert recovery_code.read(typed) == (code if typed == code else Mistyped((group + 1,)))


@given(CODES, PLACES, PLACES)
def test_groups_in_another_order_are_noticed(code: str, one: int, other: int) -> None:
    groups = code.split("-")
    groups[one], groups[other] = groups[other], groups[one]
    found = recovery_code.read("-".join(groups))
    assert found == code if one == other else isinstance(found, Mistyped)


def test_what_is_too_short_too_long_or_no_sign_at_all_is_told() -> None:
    code = recovery_code.write([0] * 32)
    assert recovery_code.read("") == Mistyped(signs=0)
    assert recovery_code.read(code[:-1]) == Mistyped(signs=39)
    assert recovery_code.read(code + "7") == Mistyped(signs=41)
    assert recovery_code.read("U" + code[1:]) == Mistyped((1,))


@given(st.text())
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    assert isinstance(recovery_code.read(typed), str | Mistyped)
