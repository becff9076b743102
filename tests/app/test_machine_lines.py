"""classify, match and group: what is read of a line, what it may be called, and what is said of one that is none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.lines import READ, Malformed, text_of

WHEN = {"published": "2026-11-22T12:00:00Z"}
DEEP = '{"id": "a", "title": ' + "[" * 100_000 + "\n"
LONG = '{"id": "a", "title": ' + "1" * 5_000 + "}\n"


def said(command: str, *words: str, lines: str) -> Result:
    return CliRunner().invoke(app, [command, *words], input=lines)


def test_the_beginning_of_a_long_text_is_read() -> None:
    """A headline of a megabyte is an attack: what stands behind its first 2,000 characters is not looked at."""
    title = "x " * 1_000 + "Samsung"
    lead = "x " * 10_000 + "Samsung"

    answer = said("classify", lines=json.dumps({"id": "a", "title": title, "lead": lead}) + "\n")

    assert [piece["concept"] for piece in json.loads(answer.stdout)["why"][:-1]] == []


@pytest.mark.parametrize(("key", "read"), [("title", 2_000), ("lead", 20_000), ("body", 100_000)])
def test_each_text_has_its_bound(key: str, read: int) -> None:
    """So much of it is read, and an address or an id whole."""
    long = "x" * 200_000

    assert (len(text_of({key: long}, key)), len(text_of({"url": long}, "url")), READ[key]) == (read, 200_000, read)


@pytest.mark.parametrize("command", ["classify", "group"])
def test_an_integer_is_an_id(command: str) -> None:
    """What `chipwire export` writes is taken, and answered as it was written."""
    answer = said(command, lines=json.dumps({"id": 7, "title": "Samsung in China", **WHEN}) + "\n")

    assert (json.loads(answer.stdout)["id"], answer.exit_code) == (7, 0)


def test_an_earlier_article_is_named_by_its_integer() -> None:
    """A copy names its original as that was written."""
    one = {"id": 7, "outlet": "a", "title": "Samsung in China", **WHEN}

    answers = said("group", lines=f"{json.dumps(one)}\n{json.dumps({**one, 'id': 8})}\n").stdout.splitlines()

    assert json.loads(answers[1])["related_to"] == 7


def test_match_takes_integers(tmp_path: Path) -> None:
    """Of articles and of rules."""
    (tmp_path / "rules").write_text('{"id": 3, "rule": "samsung"}\n', encoding="utf-8")
    line = json.dumps({"id": 7, "title": "Samsung in China"}) + "\n"

    assert said("match", "samsung", lines=line).stdout == "7\n"
    assert said("match", "--rules", str(tmp_path / "rules"), lines=line).stdout == '{"id": 3, "matches": [7]}\n'


@pytest.mark.parametrize("found", [True, 1.5, []])
def test_other_ids_are_refused(found: object) -> None:
    """A truth, a fraction or a list is no name."""
    assert "id is not a text" in said("classify", lines=json.dumps({"id": found, "title": "x"}) + "\n").stderr


def test_a_byte_order_mark_costs_no_line() -> None:
    """Some programs begin a file with one."""
    answer = said("match", "samsung", lines="\ufeff" + json.dumps({"id": "a", "title": "Samsung"}) + "\n")

    assert (answer.stdout, answer.stderr) == ("a\n", "")


@pytest.mark.parametrize(("line", "reason"), [(DEEP, "nested too deeply"), (LONG, "a number too long")])
def test_what_is_too_much_is_said_in_our_words(line: str, reason: str) -> None:
    """Nobody needs to know how Python counts."""
    assert said("match", "samsung", lines=line).stderr == f"line 1: {reason}\n"


def test_what_is_missing_is_still_named() -> None:
    """An id may be an integer, but must be there."""
    with pytest.raises(Malformed, match="title is missing"):
        text_of({"id": 7}, "title", required=True)
