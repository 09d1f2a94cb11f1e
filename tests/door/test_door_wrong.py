"""Each way in which a request can be wrong: status 3, its field by path, on both streams, and nothing written."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ended = subprocess.CompletedProcess[bytes]
Door = Callable[..., Ended]
Request = dict[str, Any]

ABSENT = object()
Change = tuple[tuple[str | int, ...], object, str]

NOT_JSON = [
    (b"", "not JSON"),
    (b"{", "not JSON"),
    (b"{'a': 1}", "not JSON"),
    (b'{"a": 1} {"b": 2}', "not JSON"),
    (b"\xff\xfe{\x00}\x00", "not UTF-8"),
    (b'{"on": NaN}', "NaN"),
    (b"[" * 100_000, "nested too deeply"),
    (b"1" * 10_000, "too many digits"),
]

SUPERBILL: list[Change] = [
    (("number",), ABSENT, "number"),
    (("numbr",), "SB-1", "numbr"),
    (("number",), 417, "number"),
    (("issued_on",), "2026-02-29", "issued_on"),
    (("issued_on",), "03/02/2026", "issued_on"),
    (("issued_on",), 20260302, "issued_on"),
    (("language",), "fr", "language"),
    (("language",), None, "language"),
    (("supplier",), None, "supplier"),
    (("supplier", "npi"), ABSENT, "supplier.npi"),
    (("supplier", "fax"), "555-0100", "supplier.fax"),
    (("supplier", "address", "zip"), 62704, "supplier.address.zip"),
    (("supplier", "address"), "12 Main St", "supplier.address"),
    (("supplier", "medicare_enrolled"), "no", "supplier.medicare_enrolled"),
    (("patient", "sex"), "female", "patient.sex"),
    (("patient", "relationship"), "aunt", "patient.relationship"),
    (("patient", "dob"), "1951-13-01", "patient.dob"),
    (("patient", "dob"), "1951-08-17T00:00:00", "patient.dob"),
    (("payer", "kind"), "private", "payer.kind"),
    (("payer", "address"), ABSENT, "payer.address"),
    (("prescriber",), [], "prescriber"),
    (("prescriber", "order_date"), "2026-02-30", "prescriber.order_date"),
    (("order", "day_lpm"), "2", "order.day_lpm"),
    (("order", "length_of_need_months"), 1.5, "order.length_of_need_months"),
    (("diagnoses",), "J44.9", "diagnoses"),
    (("diagnoses", 0), 44.9, "diagnoses[0]"),
    (("lines",), {}, "lines"),
    (("lines", 0), None, "lines[0]"),
    (("lines", 0, "from"), "2026-04-31", "lines[0].from"),
    (("lines", 0, "charge"), 2495, "lines[0].charge"),
    (("lines", 0, "charge"), 2495.0, "lines[0].charge"),
    (("lines", 0, "charge"), "2495", "lines[0].charge"),
    (("lines", 0, "charge"), "2,495.00", "lines[0].charge"),
    (("lines", 0, "charge"), "$2495.00", "lines[0].charge"),
    (("lines", 0, "charge"), "2495.00\n", "lines[0].charge"),
    (("lines", 0, "charge"), "-2495.00", "lines[0].charge"),
    (("lines", 0, "charge"), None, "lines[0].charge"),
    (("lines", 0, "units"), 0, "lines[0].units"),
    (("lines", 0, "units"), 1.5, "lines[0].units"),
    (("lines", 0, "units"), "1", "lines[0].units"),
    (("lines", 0, "units"), True, "lines[0].units"),
    (("lines", 0, "modifiers"), "NU", "lines[0].modifiers"),
    (("lines", 0, "modifiers", 0), 1, "lines[0].modifiers[0]"),
    (("lines", 0, "pointers"), None, "lines[0].pointers"),
    (("lines", 0, "pos"), ABSENT, "lines[0].pos"),
    (("lines", 0, "hcpcs"), "E1392", "lines[0].hcpcs"),
    (("other_charges",), None, "other_charges"),
    (("other_charges", 0, "amount"), "25", "other_charges[0].amount"),
    (("tax",), "-1.00", "tax"),
    (("tax",), 0, "tax"),
    (("payments", 0, "amount"), "-1.00", "payments[0].amount"),
    (("payments", 0, "on"), "2026-02-29", "payments[0].on"),
    (("payments", 0, "reference"), ABSENT, "payments[0].reference"),
]

RENTAL: list[Change] = [
    (("on",), ABSENT, "on"),
    (("on",), "2026-02-29", "on"),
    (("day",), "2026-03-02", "day"),
    (("payer",), "medicare", "payer"),
    (("payer", "kind"), "Medicare", "payer.kind"),
    (("payer", "wants_q"), "yes", "payer.wants_q"),
    (("order", "day_lpm"), "2", "order.day_lpm"),
    (("order", "on_file"), ABSENT, "order.on_file"),
    (("coverage", "group"), 4, "coverage.group"),
    (("coverage", "basis"), "walking", "coverage.basis"),
    (("coverage", "abn"), "maybe", "coverage.abn"),
    (("items",), None, "items"),
    (("items", 0, "item"), "tank", "items[0].item"),
    (("items", 1, "transaction"), "lend", "items[1].transaction"),
    (("items", 1, "transaction"), "refill", "items[1].transaction"),
    (("items", 0, "quantity"), 0, "items[0].quantity"),
]


def changed(request: Request, change: Change) -> bytes:
    """The request with one field other than it should be."""
    (*outer, last), value, _ = change
    place: Any = request
    for step in outer:
        place = place[step]
    if value is ABSENT:
        del place[last]
    else:
        place[last] = value
    return json.dumps(request).encode()


def named(change: Change) -> str:
    return f"{change[2]}={'absent' if change[1] is ABSENT else change[1]!r}"


def refused(ended: Ended, path: str) -> None:
    assert ended.returncode == 3, ended.stdout
    answer = json.loads(ended.stdout)
    assert list(answer) == ["error"]
    assert set(answer["error"]) == {"path", "words"}
    assert answer["error"]["path"].startswith(path)
    assert ended.stderr.decode().startswith(path)


@pytest.mark.parametrize("change", SUPERBILL, ids=named)
def test_a_superbill_that_is_not_right_names_its_field(
    change: Change, door: Door, example: Request, tmp_path: Path
) -> None:
    (tmp_path / "request.json").write_bytes(changed(example, change))
    ended = door("superbill", "request.json", "--out", "x.pdf", "--draft")
    refused(ended, change[2])
    assert json.loads(ended.stdout)["error"]["path"] == change[2]
    assert [path.name for path in tmp_path.iterdir()] == ["request.json"]


@pytest.mark.parametrize("change", RENTAL, ids=named)
def test_a_question_for_codes_that_is_not_right_names_its_field(
    change: Change, door: Door, rental: Request, tmp_path: Path
) -> None:
    (tmp_path / "request.json").write_bytes(changed(rental, change))
    refused(door("code", "request.json"), change[2])


@pytest.mark.parametrize("arguments", [("code",), ("superbill", "--out", "x.pdf")])
@pytest.mark.parametrize(("data", "words"), NOT_JSON, ids=[words for _, words in NOT_JSON])
def test_what_is_not_json_says_so(
    data: bytes, words: str, arguments: tuple[str, ...], door: Door, tmp_path: Path
) -> None:
    (tmp_path / "request.json").write_bytes(data)
    command, *options = arguments
    ended = door(command, "request.json", *options)
    assert ended.returncode == 3
    assert words in json.loads(ended.stdout)["error"]["words"]
    assert words in ended.stderr.decode()
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("data", [b"null", b"[]", b"3", b'"text"', b"{}"])
def test_a_json_value_that_is_no_request_is_refused(data: bytes, door: Door, tmp_path: Path) -> None:
    (tmp_path / "request.json").write_bytes(data)
    for command, *options in (("code",), ("superbill", "--out", "x.pdf")):
        refused(door(command, "request.json", *options), "")
    assert not (tmp_path / "x.pdf").exists()


def test_a_key_that_stands_twice_is_refused(door: Door, rental: Request, tmp_path: Path) -> None:
    text = json.dumps(rental)
    (tmp_path / "request.json").write_text(f'{{"on": "2026-03-03", {text[1:]}', encoding="utf-8")
    refused(door("code", "request.json"), "on")


def test_every_unchanged_request_is_right(door: Door, example: Request, rental: Request, tmp_path: Path) -> None:
    """What the others are changed from: without this, each of them could be wrong for another reason."""
    (tmp_path / "example.json").write_text(json.dumps(example), encoding="utf-8")
    (tmp_path / "rental.json").write_text(json.dumps(rental), encoding="utf-8")
    assert door("superbill", "example.json", "--out", "x.pdf").returncode == 0
    assert door("code", "rental.json").returncode == 0
