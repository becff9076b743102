"""Fail when a module has outgrown the house: over 300 lines, a noun is missing."""

import sys
from pathlib import Path

LIMIT = 300


def main() -> int:
    root = Path(__file__).resolve().parent.parent
    modules = [path for folder in ("bot", "storage") for path in sorted((root / folder).rglob("*.py"))]
    long = [(path, count) for path in modules if (count := len(path.read_text("utf-8").splitlines())) > LIMIT]
    for path, count in long:
        print(f"{path.relative_to(root)}: {count} lines, the limit is {LIMIT}")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main())
