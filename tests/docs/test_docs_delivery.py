"""Every scenario of docs/delivery.md names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = [line for line in (ROOT / "docs/delivery.md").read_text("utf-8").splitlines() if re.match(r"\| \d", line)]


def numbers(row: str) -> set[int]:
    """The scenarios of a row: "3–5", "18, 20" or "48"."""
    found: set[int] = set()
    for part in row.split("|")[1].split(","):
        first, _, last = part.strip().partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_named_tests_exist() -> None:
    """A test is where the table says, or in the file named before it."""
    missing, file = [], ""
    for name in re.findall(r"`([\w/.]+)`", "\n".join(ROWS)):
        if name.startswith(("tests/", "benchmarks/")):
            file = name if name.startswith("tests/") else file
            assert (ROOT / name).is_file(), name
        elif name.startswith("test_") and not re.search(rf"def {name}\b", (ROOT / file).read_text("utf-8")):
            missing.append((file, name))

    assert missing == []


def test_every_delivery_scenario_has_its_row() -> None:
    """Those of delivery, database, clock, start and mail."""
    told = set().union(*(numbers(row) for row in ROWS))

    assert told == {*range(3, 30), *range(35, 49), *range(60, 69)}
