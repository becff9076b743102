# ruff: noqa: A005 - a format's file is named for its format, and imports are absolute
"""An API's JSON answer, read by dotted paths."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from bot.intake import foreign
from bot.intake.draft import Draft, finished
from bot.intake.refusal import SourceError
from bot.intake.remarks import remark
from bot.intake.wording import text_of
from bot.model import Fetched, Item, Source

_ITEMS = 500  # of one answer
_CALLBACK = re.compile(r"\s*[\w$.]+\s*\((.*)\)\s*;?\s*\Z", re.DOTALL)
_PLACE = re.compile(r"\{([^{}]+)\}")


def parse(fetched: Fetched, source: Source, now: datetime) -> tuple[Item, ...]:
    """The answer's items in its own order."""
    refused = foreign.bytes_are(fetched.body)
    if refused:
        raise SourceError("not-json", f"not JSON but {refused}")
    text = text_of(fetched, source)
    listed = _at(_document(text), source.paths.get("items", ""))
    if isinstance(listed, dict):
        listed = list(listed.values())
    if not isinstance(listed, list):
        where = source.paths.get("items", "") or "the top"
        raise SourceError("not-json", f"no list stands at {where} of the answer: {_excerpt(text)}")
    if len(listed) > _ITEMS:
        remark(f"read the first {_ITEMS} of {len(listed)} items")
    return finished(_drafts(listed[:_ITEMS], source), source, fetched.url, now)


def _document(text: str) -> Any:
    bare = text.lstrip("\ufeff \t\r\n")
    if not bare.startswith(("{", "[")):
        wrapped = _CALLBACK.match(bare)
        if wrapped is None:
            raise SourceError("not-json", f"not JSON but {foreign.text_is(text)}")
        bare = wrapped.group(1)
    try:
        return json.loads(bare, strict=False)
    except RecursionError as error:
        raise SourceError("not-json", "JSON that nests deeper than any answer should") from error
    except ValueError as error:
        raise SourceError("not-json", f"JSON that cannot be read: {error}") from error


def _at(node: Any, path: str) -> Any:
    """What stands at a dotted path: keys of objects, numbers of lists; None if nothing does."""
    for key in path.split(".") if path else ():
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and re.fullmatch(r"-?\d+", key) and -len(node) <= int(key) < len(node):
            node = node[int(key)]
        else:
            return None
    return node


def _drafts(listed: list[Any], source: Source) -> Iterator[Draft]:
    for item in listed:
        if isinstance(item, dict | list):
            guid = _words(item, source.paths.get("id", ""))
            yield Draft(
                title=_words(item, source.paths.get("title", "")),
                link=_words(item, source.paths.get("link", "")),
                guid=guid,
                summary=_words(item, source.paths.get("summary", "")),
                date=_date(_words(item, source.paths.get("date", ""))),
            )


def _words(item: Any, path: str) -> str:
    """The text at a path; a path with braces is a pattern filled from several, such as an address around an id."""
    if "{" in path:
        return _PLACE.sub(lambda place: _words(item, place.group(1)), path)
    found = _at(item, path) if path else None
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found)


def _date(told: str) -> str:
    """Seconds or milliseconds since 1970 as a date that says its zone; anything else as it is."""
    if not re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", told):
        return told
    seconds = float(told) / 1000 if len(told) == 13 else float(told)
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _excerpt(text: str) -> str:
    return " ".join(text[:400].split())[:80]
