"""Random rules of every kind against the second reading; not part of the suite.

python -m tests.fuzz.rules [--rules 10000] [--articles 10] [--seed 1] [--many]
"""

import argparse
import sys

from bot.desk.rules import numbering, postings
from tests.fuzz.second_reading import compared

BATCH = 250


def main():
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--rules", type=int, default=10_000)
    told.add_argument("--articles", type=int, default=10)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--many", action="store_true", help="laid out as very many rules are")
    asked = told.parse_args()
    if asked.many:
        numbering._APART = numbering._EITHER = numbering._TAILED = postings._TWO_BYTES = 0
    pairs, differing = 0, []
    for batch in range(-(-asked.rules // BATCH)):
        count, found = compared(asked.seed * 100_000 + batch, BATCH, asked.articles)
        pairs += count
        differing += found
    for rule, article in differing[:20]:
        print(rule, article)
    print(f"{asked.rules:,} rules, {pairs:,} pairs compared, {len(differing)} read differently")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
