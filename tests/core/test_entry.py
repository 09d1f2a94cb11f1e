"""What people type: every usual form is understood, and what is not gets a sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import entry, money
from desktop.core.wrong import Wrong


@pytest.mark.parametrize(
    "typed",
    [
        "3615550142", "361-555-0142", "(361) 555-0142", "361.555.0142", "+1 361 555 0142", "1-361-555-0142",
        " 361 555 0142 ", "361/555-0142", "361‑555‑0142", "３６１５５５０１４２",
    ],
)  # fmt: skip
def test_a_phone_number_is_understood_in_any_form(typed: str) -> None:
    assert entry.phone(typed) == "361-555-0142"


@pytest.mark.parametrize("typed", ["361-555-0142 x12", "3615550142 ext. 12", "361-555-0142x12", "361-555-0142 #12"])
def test_a_phone_number_keeps_its_extension(typed: str) -> None:
    assert entry.phone(typed) == "361-555-0142 x12"


@pytest.mark.parametrize(
    "typed", ["5550142", "161-555-0142", "361-055-0142", "+44 20 7946 0958", "call me", "36155501421"]
)
def test_what_is_no_us_number_is_refused_with_an_example(typed: str) -> None:
    found = entry.phone(typed)
    assert isinstance(found, Wrong)
    assert "361-555-0142" in found.words


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("2495", "2495.00"), ("2,495", "2495.00"), ("$2,495.00", "2495.00"), ("2495.5", "2495.50"), (".5", "0.50"),
        ("0", "0.00"), ("$ 12", "12.00"), ("1,234,567.89", "1234567.89"), ("-0", "0.00"), ("5.", "5.00"),
    ],
)  # fmt: skip
def test_an_amount_is_understood_in_any_form(typed: str, amount: str) -> None:
    assert entry.money(typed) == Decimal(amount)
    assert str(entry.money(typed)) == amount


@pytest.mark.parametrize("typed", ["-5", "(5.00)", "-$5", "$-5", "−5"])
def test_a_negative_amount_is_taken_only_where_it_may_be(typed: str) -> None:
    assert isinstance(entry.money(typed), Wrong)
    assert entry.money(typed, negative=True) == Decimal("-5.00")


@pytest.mark.parametrize("typed", ["12,34", "2.495,00", "1.234", "twelve", "$", ".", "1e3", "9999999999999", "1 2 x"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    assert isinstance(entry.money(typed), Wrong)


@given(st.decimals(0, 999_999_999, places=2))
def test_an_amount_as_it_is_printed_is_read_again(amount: Decimal) -> None:
    assert entry.money(money.printed(amount)) == amount
    assert entry.money(money.plain(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "found"), [("78411", "78411"), ("784111234", "78411-1234"), (" 78411-1234", "78411-1234")]
)
def test_a_zip_code_has_five_or_nine_digits(typed: str, found: str) -> None:
    assert entry.zip_(typed) == found


@pytest.mark.parametrize("typed", ["7841", "784111", "78411-12", "ABCDE"])
def test_another_zip_code_is_refused(typed: str) -> None:
    assert isinstance(entry.zip_(typed), Wrong)


def test_names_are_trimmed_and_have_one_form() -> None:
    assert entry.name("  Trevin\u0303o-O'Neill \t Ruiz ") == "Treviño-O'Neill Ruiz"
    assert entry.name("Nguyệt") == "Nguyệt"
    assert entry.name("Ёлкина") == "Ёлкина"


@pytest.mark.parametrize("typed", ["123", "—", "A\x07B", "a" * 101])
def test_what_is_no_name_is_refused(typed: str) -> None:
    assert isinstance(entry.name(typed), Wrong)


def test_a_name_of_a_hundred_letters_fits() -> None:
    assert entry.name("a" * 100) == "a" * 100


def test_an_npi_is_held_to_its_check_digit() -> None:
    assert entry.npi("1234567893") == "1234567893"
    assert entry.npi("1234-567-893") == "1234567893"
    wrong = entry.npi("1234567890")
    assert isinstance(wrong, Wrong)
    assert "check digit" in wrong.words
    assert isinstance(entry.npi("123456789"), Wrong)


def test_an_ein_gets_its_hyphen() -> None:
    assert entry.ein("911144442") == "91-1144442"
    assert isinstance(entry.ein("91-114444"), Wrong)


@pytest.mark.parametrize(
    ("typed", "found"), [("2", 2.0), ("2.5 L/min", 2.5), ("3 LPM", 3.0), ("100", 100.0), (".5", 0.5)]
)
def test_a_flow_is_understood_with_its_unit(typed: str, found: float) -> None:
    assert entry.flow(typed) == found


def test_a_flow_over_the_bound_is_refused() -> None:
    assert isinstance(entry.flow("100.1"), Wrong)
    assert isinstance(entry.flow("lots"), Wrong)


def test_a_rate_is_in_percent() -> None:
    assert entry.percent("8.25%") == Decimal("8.25")
    assert isinstance(entry.percent("101"), Wrong)


@pytest.mark.parametrize(
    "read", [entry.name, entry.phone, entry.money, entry.zip_, entry.npi, entry.ein, entry.flow, entry.percent]
)
def test_nothing_typed_is_nothing(read: object) -> None:
    assert callable(read)
    assert read("  \t ") is None


@given(st.text())
def test_no_text_makes_a_field_fail(text: str) -> None:
    for read in (entry.name, entry.phone, entry.zip_, entry.npi, entry.ein):
        found = read(text)
        assert found is None or isinstance(found, str | Wrong)
    for number in (entry.money(text), entry.percent(text), entry.flow(text)):
        assert number is None or isinstance(number, Decimal | float | Wrong)
