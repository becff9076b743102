"""What several tests of the desk need."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.desk.topics import Classifier

TOPICS = Path(__file__).parents[2] / "bot" / "desk" / "topics"


def parsed(name: str) -> dict[str, object]:
    """One of the desk's data files, parsed."""
    return YAML(typ="safe", pure=True).load((TOPICS / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def classifier() -> Classifier:
    """The classifier on the shipped gazetteer and topics."""
    return Classifier.from_data(parsed("gazetteer.yaml"), parsed("topics.yaml"))
