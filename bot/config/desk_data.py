"""The desk's own data, parsed: the desk itself imports no YAML."""

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from bot.config.document import Document, read_document
from bot.config.problems import ConfigError
from bot.desk.edition import Occasion, read_occasions
from bot.desk.topics import Classifier, DataError, Gazetteer
from bot.desk.topics.presets import read_topics

T = TypeVar("T")

GAZETTEER, TOPICS, OCCASIONS = "gazetteer.yaml", "topics.yaml", "occasions.yaml"


def load_desk_data(gazetteer: Path | None = None, topics: Path | None = None) -> tuple[Any, Any]:
    """Return the parsed gazetteer and topics: the packaged ones, or others to try out.

    Raises:
        ConfigError: for a file that is no YAML; what the values mean is the desk's to judge.
    """
    return load_document(gazetteer, GAZETTEER).value, load_document(topics, TOPICS).value


def load_classifier(gazetteer: Path | None = None, topics: Path | None = None) -> Classifier:
    """Build the classifier from the packaged gazetteer and topics, or from others to try out.

    Raises:
        ConfigError: for a file that is no YAML, and for every entry that the desk refuses, with its line and column.
    """
    concepts, presets = load_document(gazetteer, GAZETTEER), load_document(topics, TOPICS)
    found = _judged(concepts, str(gazetteer or GAZETTEER), Gazetteer.load)
    return Classifier(found, _judged(presets, str(topics or TOPICS), lambda data: read_topics(data, found.concepts)))


def load_topic_names() -> frozenset[str]:
    """What the packaged topics are called in rules; the gazetteer, which takes half a second, need not be read."""
    return frozenset(load_document(None, TOPICS).value)


def load_occasions() -> tuple[Occasion, ...]:
    """What returns on known days, for the digest's list of expected events."""
    text = (resources.files("bot.desk.edition") / OCCASIONS).read_text(encoding="utf-8")
    return read_occasions(read_document(text).value)


def _judged(document: Document, name: str, build: Callable[[Any], T]) -> T:
    try:
        return build(document.value or {})
    except DataError as error:
        places = ((document.place(problem.path, of_key=True), problem) for problem in error.problems)
        raise ConfigError(f"{name}:{line}:{column}: {problem}" for (line, column), problem in places) from error


def load_document(chosen: Path | None, name: str = "") -> Document:
    """Read a file of the desk's data: the packaged one of that name, or another.

    Raises:
        ConfigError: it cannot be read, or is no YAML, with the line and column.
    """
    source = chosen or resources.files("bot.desk.topics") / name
    try:
        document = read_document(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{chosen or name}: cannot be read as UTF-8 text; name another file"]) from error
    if document.problems:
        places = ((f"{chosen or name}:{line}:{column}", message) for (line, column), message in document.problems)
        raise ConfigError(f"{place}: {message}" for place, message in places)
    return document
