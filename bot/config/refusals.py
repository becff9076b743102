"""The schema's refusals in our words: where, what, and what to write instead."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.config.document import Path, dotted
from bot.config.problems import nearest, not_one_of
from bot.config.schema import Feed, Pack


def refusal(error: ErrorDetails) -> str:
    """Say one refusal of the schema as `key: what; write this`."""
    return f"{dotted(error['loc'])}: {words(error)}"


def words(error: ErrorDetails) -> str:
    """Say what is wrong and what to write, without the key."""
    kind, written = error["type"], error["input"]
    if kind == "extra_forbidden":
        return _unknown(error["loc"])
    if kind == "missing":
        return f"is missing; write {_meaning(error['loc'])}"
    if written is None:
        return "has no value; write one, or remove the key"
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "literal_error":
        return _choice(written, str(error["ctx"]["expected"]))
    return _of_type(kind, written, error.get("ctx", {}))


def _of_type(kind: str, written: Any, limits: dict[str, Any]) -> str:
    if kind == "string_type":
        if isinstance(written, (dict, list)):
            return "must be text"
        return f'must be text; write "{written}" in quotes'
    if kind == "string_too_short":
        return "is empty; write something, or remove the key"
    if kind == "string_pattern_mismatch":
        return f'"{written}" is not understood; write a number and a unit, such as 2d'
    if kind == "bool_type":
        return f'"{written}" is neither true nor false; write one of them'
    if kind in {"int_type", "int_from_float"}:
        mended = f"{written} without quotes" if str(written).isdecimal() else "one such as 2"
        return f'"{written}" is not a whole number; write {mended}'
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = next(iter(limits.values()))
        return f"{written} is too {'small' if kind == 'greater_than_equal' else 'large'}; write {bound}"
    if kind in {"list_type", "tuple_type"}:
        return "must be a list; write [one, two]"
    return "must be a mapping; write key: value"


def _choice(written: object, expected: str) -> str:
    choices = re.findall(r"'([^']*)'", expected) or [expected]
    return not_one_of(str(written), choices)


def _unknown(path: Path) -> str:
    key, model = str(path[-1]), _model(path[:-1])
    under = [name for name, inner in _mappings() if key in inner.model_fields] if issubclass(Feed, model) else []
    if under:
        return f"unknown key here; write it under {' or '.join(under)}"
    if meant := nearest(key, model.model_fields):
        return f"unknown key; write {meant}"
    return f"unknown key; remove it, or write one of {', '.join(model.model_fields)}"


def _mappings() -> Iterator[tuple[str, type[BaseModel]]]:
    for name, field in Feed.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield name, field.annotation


def _meaning(path: Path) -> str:
    fields = _model(path[:-1]).model_fields
    return fields[str(path[-1])].description or "it"


def _model(path: Path) -> type[BaseModel]:
    """Find the mapping of the schema that stands at a path."""
    model: type[BaseModel] = Pack
    for part in path:
        if part == "feeds":
            model = Feed
        elif isinstance(part, str):
            inner = model.model_fields[part].annotation
            assert isinstance(inner, type)
            assert issubclass(inner, BaseModel)
            model = inner
    return model
