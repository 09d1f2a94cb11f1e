"""Both readings of the rental cycle beside each other, over many histories.

    python -m tests.second_reading.compare --count 10000 --seed 1

prints how often which fields differ, and for each kind of difference one history, made as small as it can be while it
still differs. The exit status is 1 where anything differs.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from random import Random
from typing import Any

from tests.second_reading import product
from tests.second_reading.cycle import answer, refusal
from tests.second_reading.histories import day_to_ask, history, smaller
from tests.second_reading.product import Asked

Difference = dict[str, tuple[Any, Any]]
BATCH = 2000
SMALLER_AT_MOST = 20


def drawn(rng: Random, count: int) -> list[Asked]:
    """So many histories, each with a day to ask for."""
    made = []
    for _ in range(count):
        told = history(rng)
        made.append((told, day_to_ask(rng, told)))
    return made


def differences(asked: list[Asked]) -> list[Difference]:
    """Per history and day the fields that differ, with the second reading's value and the program's."""
    theirs = product.answers(asked)
    return [_difference(told, given) for told, given in zip(asked, theirs, strict=True)]


def _difference(asked: Asked, theirs: dict[str, Any]) -> Difference:
    told, on = asked
    refused = refusal(told)
    if refused is not None or "error" in theirs:
        path = theirs["error"]["path"] if "error" in theirs else None
        agreed = refused is not None and path is not None and path.startswith(refused.partition(".")[0])
        return {} if agreed else {"refused": (refused, path)}
    mine, found = _flat(answer(told, on)), _flat(theirs)
    return {
        name: (mine.get(name), found.get(name)) for name in sorted({*mine, *found}) if mine.get(name) != found.get(name)
    }


def _flat(answered: dict[str, Any]) -> dict[str, Any]:
    """An answer by its fields, as far as both readings give it: what is due and noticed comes in any order."""
    flat: dict[str, Any] = {"on": answered["on"]}
    for row in answered["equipment"]:
        flat |= {f"{row['id']}.{name}": value for name, value in row.items()}
    for what in {entry["what"] for entry in answered["due"]}:
        flat[f"due {what}"] = _sorted((e["equipment"], e["on"]) for e in answered["due"] if e["what"] == what)
    for rule in {found["rule"] for found in answered["findings"]}:
        flat[rule] = _sorted(
            (found["severity"], found["equipment"], found["on"])
            for found in answered["findings"]
            if found["rule"] == rule
        )
    return flat


def _sorted(entries: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(entries, key=str)


def _kind(found: Difference) -> str:
    """The fields that differ, whichever piece of equipment they are of."""
    return ", ".join(sorted({name.partition(".")[2] or name for name in found}))


def _smallest(asked: Asked, wanted: str) -> Asked:
    """The history with as little as possible that still differs in the same fields."""
    for _ in range(SMALLER_AT_MOST):
        tried = [(told, asked[1]) for told in smaller(asked[0])]
        differs = [
            one for one, found in zip(tried, differences(tried), strict=True) if found and _kind(found) == wanted
        ]
        if not differs:
            break
        asked = differs[0]
    return asked


def _show(kind: str, examples: list[Asked]) -> None:
    sys.stdout.write(f"\n{len(examples)} x {kind}\n")
    asked = _smallest(examples[0], kind)
    for name, (mine, theirs) in differences([asked])[0].items():
        sys.stdout.write(f"    {name}: second reading {mine}, program {theirs}\n")
    sys.stdout.write(f"    on {asked[1]}: {json.dumps(asked[0])}\n")


def main() -> int:
    """The comparison as a command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = Random(given.seed)  # noqa: S311 -- the same histories for the same seed
    kinds: dict[str, list[Asked]] = defaultdict(list)
    for start in range(0, given.count, BATCH):
        asked = drawn(rng, min(BATCH, given.count - start))
        for one, found in zip(asked, differences(asked), strict=True):
            if found:
                kinds[_kind(found)].append(one)
    differing = sum(len(examples) for examples in kinds.values())
    sys.stdout.write(f"{given.count} histories, {differing} differ in {len(kinds)} ways\n")
    for kind, examples in sorted(kinds.items(), key=lambda pair: -len(pair[1])):
        _show(kind, examples)
    return 1 if kinds else 0


if __name__ == "__main__":
    raise SystemExit(main())
