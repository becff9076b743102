"""The desk's own data, parsed: the desk itself imports no YAML."""

from importlib import resources
from pathlib import Path
from typing import Any

from bot.config.document import read_document
from bot.config.problems import ConfigError


def load_desk_data(gazetteer: Path | None = None, topics: Path | None = None) -> tuple[Any, Any]:
    """Return the parsed gazetteer and topics: the packaged ones, or others to try out.

    Raises:
        ConfigError: for a file that is no YAML; what the values mean is the desk's to judge.
    """
    return _load(gazetteer, "gazetteer.yaml"), _load(topics, "topics.yaml")


def _load(chosen: Path | None, name: str) -> Any:
    source = chosen or resources.files("bot.desk.topics") / name
    try:
        document = read_document(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{chosen or name}: cannot be read as UTF-8 text; name another file"]) from error
    if document.problems:
        places = ((f"{chosen or name}:{line}:{column}", message) for (line, column), message in document.problems)
        raise ConfigError(f"{place}: {message}" for place, message in places)
    return document.value
