"""Prints the JSON schema of feeds.yaml, for an editor to check the file while it is written."""

import json
import sys

from bot.config.feeds import feeds_schema

if __name__ == "__main__":
    sys.stdout.write(json.dumps(feeds_schema(), indent=2, ensure_ascii=False) + "\n")
