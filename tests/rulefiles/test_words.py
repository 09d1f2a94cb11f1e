"""The words of the counter as they are shipped: how many, and placed by whom."""

import tomllib
from typing import Any

from desktop import files


def entries(name: str, key: str) -> list[dict[str, Any]]:
    """The tables of a shipped file of words."""
    found: list[dict[str, Any]] = tomllib.loads(files.resource(f"words/{name}.toml").decode())[key]
    return found


def test_there_are_phrases_enough_in_both_languages() -> None:
    english = [phrase for entry in entries("phrases-en", "meaning") for phrase in entry["phrases"]]
    spanish = [phrase for entry in entries("phrases-es", "meaning") for phrase in entry["phrases"]]
    assert len(english) >= 1000
    assert len(spanish) >= 250


def test_there_are_product_lines_enough_and_each_has_a_source_and_a_mark() -> None:
    products = entries("products", "product")
    assert len({product["name"] for product in products}) >= 100
    assert all(product["sources"] and product["mark"] for product in products)


def test_a_product_line_that_only_the_trade_places_is_marked_unverified() -> None:
    for product in entries("products", "product"):
        assert ("OXY-TRADE" in product["sources"]) == (product["mark"] == "unverified"), product["name"]
