"""try, search and why on a small archive."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.archive import open_store
from bot.cli import app
from bot.model import Destination, Rule, Subscriber
from storage import people
from storage.destinations import add_destination
from storage.encoding import micros
from storage.words import rebuild

TITLES = ("SK hynix raises HBM output", "삼성 시안 공장 증설", "정부 시안 발표", "三星堆遗址 opens")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command line on an archive of four articles, one a day, and one rule."""
    path = tmp_path / "chipwire.db"
    now = datetime.now(UTC)
    with open_store(path, now) as store:

        def fill(db):
            for number, title in enumerate(TITLES, 1):
                seen = micros(now - timedelta(days=5 - number))
                db.execute(
                    "INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, ?, ?, ?)",
                    (number, title, seen, seen),
                )
                db.execute(
                    "INSERT INTO articles (id, source, url, title, lead, lang, published, precision, first_seen,"
                    " content_hash, story, grade, score, topics, outlet, side, kind, state_media)"
                    " VALUES (?, 'wire', ?, ?, '', 'ko', ?, 'minute', ?, '', ?, 1, 0.6, '[]', 'Wire', 'KR', 'newspaper', 0)",
                    (number, f"https://wire.example/{number}", title, seen, seen, number),
                )  # fmt: skip
            rebuild(db)
            person = people.add_subscriber(db, Subscriber(0, name="desk"))
            place = add_destination(db, Destination(0, person.id, "console", "-"))
            people.add_rule(db, Rule(0, person.id, "hynix", place.id))

        store.write_sync(fill)
    monkeypatch.setenv("CHIPWIRE_DB", str(path))
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return invoke


def test_try_reads_back_counts_and_shows(run):
    """Echo, volume, samples, and what an existing rule brings already."""
    result = run("try", "HBM")

    assert result.exit_code == 0
    assert "HBM in capitals only" in result.stdout
    assert "0.2 a day over 4 days" in result.stdout
    assert "by side: KR 1" in result.stdout
    assert "100 % of it comes already to subscriber 1 by rule 1: hynix" in result.stdout
    assert "SK hynix raises HBM output" in result.stdout.splitlines()[-1]


def test_a_refused_rule_is_not_tried(run):
    """Place, reason and a better one on stderr; exit status 2."""
    result = run("try", "(HBM")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("position 1: ")


def test_search_finds_names_in_their_sense(run):
    """Neither 三星堆 nor another word of the same letters."""
    assert [line.split()[0] for line in run("search", "concept:samsung").stdout.splitlines()] == ["2"]
    assert [line.split()[0] for line in run("search", "시안").stdout.splitlines()] == ["3", "2"]


def test_why_shows_where_a_rule_hit(run):
    """The rules that are met, and the words around each hit."""
    result = run("why", "1")

    assert result.exit_code == 0
    assert "rule 1: hynix" in result.stdout
    assert "title: SK [hynix] raises HBM output" in result.stdout
    assert "told: nobody" in result.stdout


def test_why_says_at_which_step_an_article_was_dropped(run):
    """No rule, or the parts of the rule asked about that fail."""
    assert "rules: dropped here, none of 1 is met" in run("why", "https://wire.example/3").stdout
    asked = run("why", "1", "--rule", "HBM 반도체 -hynix").stdout
    assert "    missing: 반도체\n    excluded: hynix is there" in asked


def test_why_of_an_article_never_stored(run):
    """It may not have been seen at all."""
    result = run("why", "https://wire.example/99")

    assert result.exit_code == 1
    assert "no article https://wire.example/99 is stored" in result.stderr


def test_lint_says_which_rules_bring_nothing_of_their_own(run, tmp_path):
    """A line for each, or a JSON line; nothing to say is said."""
    assert run("lint").stdout == "nothing to say of any rule over the last 30 days\n"
    with open_store(tmp_path / "chipwire.db", datetime.now(UTC)) as store:
        store.write_sync(lambda db: people.add_rule(db, Rule(0, 1, "hynix hbm", 1)))

    assert run("lint").stdout.split() == ["2", "contained", "of", "rule", "1", "1", "hits", "hynix", "hbm"]
    assert json.loads(run("lint", "--json").stdout) == {
        "rule": 2, "subscriber": 1, "trouble": "contained", "hits": 1, "other": 1, "text": "hynix hbm",
    }  # fmt: skip
