"""JSON lines in, JSON lines out: the manner of all machine commands."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TextIO

import typer

#: A field's text is capped so that one line cannot eat the memory.
LONGEST_LINE = 4_000_000
#: What is read of each text; who sends more is answered by its beginning.
READ: Mapping[str, int] = {"title": 2_000, "lead": 20_000, "body": 100_000}
_BOM = "\ufeff"  # some programs begin a file with it


class Malformed(ValueError):  # noqa: N818 - it describes the line
    """A line that is not an article; the others are answered."""


def objects(stream: TextIO | None) -> Iterator[tuple[int, dict[str, Any] | Malformed]]:
    """Each non-empty line with its number, as an object or as what is wrong with it."""
    if stream is None:  # closed by who started us
        yield 0, Malformed("standard input is closed")
        return
    for number, line in enumerate(stream, 1):
        told = line.removeprefix(_BOM) if number == 1 else line
        if told.strip():
            yield number, _object(told)


def _object(line: str) -> dict[str, Any] | Malformed:
    if len(line) > LONGEST_LINE:
        return Malformed("the line is longer than 4 MB")
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return Malformed(f"not JSON: {error}")
    except ValueError:  # only integers of thousands of digits are refused so
        return Malformed("a number too long")
    except RecursionError:
        return Malformed("nested too deeply")
    return value if isinstance(value, dict) else Malformed("not a JSON object")


def text_of(value: Mapping[str, Any], key: str, *, required: bool = False) -> str:
    """A text field of an object, as much of it as is read.

    Raises:
        Malformed: it is missing though required, or not a text.
    """
    found = value.get(key)
    if found is None:
        if required:
            raise Malformed(f"{key} is missing")
        return ""
    if not isinstance(found, str):
        raise Malformed(f"{key} is not a text")
    return found[: READ.get(key)]


def id_of(value: Mapping[str, Any]) -> str | int:
    """What an object is called in its answer, as it was written: a text, or an integer as `chipwire export` writes.

    Raises:
        Malformed: it is missing, or neither.
    """
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return found
    return text_of(value, "id", required=True)


def say(value: Mapping[str, Any]) -> None:
    """One answer, flushed before the next line is read."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    try:
        line.encode()
    except UnicodeEncodeError:  # half of a character: only its escape can be printed
        line = json.dumps(value, separators=(", ", ": "))
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _told_id(value: dict[str, Any] | Malformed) -> str | int | None:
    """The id that a refused object gave, where it can be said again as it was."""
    told = value.get("id") if isinstance(value, dict) else None
    return told if isinstance(told, (str, int)) else None


def answered_each(answer: Callable[[dict[str, Any], int], None], *, name_errors: bool) -> bool:
    """Answers every line of stdin; a malformed one is named on stderr. Whether all were well formed.

    Args:
        answer: says the answer of one object, given its line's number too; may raise Malformed.
        name_errors: whether a malformed line is answered on stdout too, as {"id", "error"}.
    """
    well = True
    for number, value in objects(sys.stdin):
        try:
            if isinstance(value, Malformed):
                raise value
            answer(value, number)
        except Malformed as error:
            well = False
            typer.echo(f"line {number}: {error}", err=True)
            if name_errors:
                say({"id": _told_id(value), "error": str(error)})
    return well


def answer_each(answer: Callable[[dict[str, Any], int], None], *, name_errors: bool) -> None:
    """Like `answered_each`; a malformed line makes the exit status 1."""
    if not answered_each(answer, name_errors=name_errors):
        raise typer.Exit(1)
