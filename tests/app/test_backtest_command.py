"""backtest on a small archive: the table, the object, other files, and files that are wrong."""

import json
import sqlite3
from contextlib import closing
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

TITLES = (
    "US revokes Samsung, SK hynix chip waivers for China plants",
    "Washington ends chip waivers for Samsung, SK hynix plants in China",
    "Seoul subway fares to rise by 150 won",
)
STRICT = "same: 1.0\ncrowded: 1.0\nrelated: 1.0\nmerge: 1.0\nkin: {always: -50}\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command line on an archive of three articles, one an hour, and one rule."""
    path, now = tmp_path / "chipwire.db", datetime.now(UTC)

    def fill(db):
        for number, title in enumerate(TITLES, 1):
            seen = micros(now - timedelta(hours=9 - number))
            db.execute(
                "INSERT INTO stories (id, title, first_seen, last_seen) VALUES (?, ?, ?, ?)",
                (number, title, seen, seen),
            )
            db.execute(
                "INSERT INTO articles (id, source, url, title, lead, lang, published, precision, first_seen,"
                " content_hash, story, grade, score, topics, outlet, side, kind, state_media)"
                " VALUES (?, 'wire', ?, ?, '', 'en', ?, 'minute', ?, '', ?, 1, 0.6, '[]', 'Wire', 'KR', 'newspaper', 0)",
                (number, f"https://wire.example/{number}", title, seen, seen, number),
            )  # fmt: skip
        person = people.add_subscriber(db, Subscriber(0, name="desk"))
        place = add_destination(db, Destination(0, person.id, "console", "-"))
        people.add_rule(db, Rule(0, person.id, "chip", place.id))

    with open_store(path, now) as store:
        store.write_sync(fill)
    (tmp_path / "feeds.yaml").write_text("version: 1\nfeeds: []\n", encoding="utf-8")
    (tmp_path / "strict.yaml").write_text(STRICT, encoding="utf-8")
    monkeypatch.setenv("CHIPWIRE_DB", str(path))
    monkeypatch.setenv("CHIPWIRE_FEEDS", str(tmp_path / "feeds.yaml"))
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(app, ["backtest", *words])

    return invoke


def test_a_period_is_replayed(run):
    """How many articles, stories and alerts there would be with what is shipped."""
    assert run("--since", "2d").output == "3 articles of 2d: 2 stories, 1 alerts, 0 quiet replies\n"


def test_another_file_is_shown_as_a_difference(run):
    """What is split off is named beside the alert that told it before."""
    lines = run("--with", "strict.yaml").output.splitlines()

    assert lines[1:3] == [
        "with the other file: 3 stories, 2 alerts, 0 quiet replies",
        "0 added, 0 removed, 0 merged, 1 split; 0 quiet replies differ",
    ]
    assert lines[3].split()[:2] == ["split", "2"]


def test_machines_get_an_object(run):
    """The same figures, and every change with its title."""
    told = json.loads(run("--with", "strict.yaml", "--json").output)

    assert (told["split"], told["changes"][0]["article"], told["changes"][0]["other"]) == (1, 2, 1)


def test_quiet_replies_that_differ_are_told(run, tmp_path):
    """The next step of a story, which replies to its alert, is an alert of its own with the other file."""
    step = "China opposes US revoking chip waivers for Samsung, SK hynix plants"
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("UPDATE articles SET title = ? WHERE id = 2", (step,))

    assert run("--with", "strict.yaml").output.splitlines()[:3] == [
        "3 articles of 30d: 3 stories, 1 alerts, 1 quiet replies",
        "with the other file: 3 stories, 2 alerts, 0 quiet replies",
        "0 added, 0 removed, 0 merged, 1 split; 1 quiet replies differ",
    ]
    assert json.loads(run("--with", "strict.yaml", "--json").output)["replies"] == 1


def test_nothing_is_stored(run, tmp_path):
    """A replay in the shade: the archive stands as it stood."""
    before = (tmp_path / "chipwire.db").read_bytes()
    run("--with", "strict.yaml")

    assert (tmp_path / "chipwire.db").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("same: high\n", ':1:1: same: "high" is no band'),
        ("crowded: 0.5\nsame: 2\n", ':2:1: same: "2" is no band; write a number from 0 to 1'),
        ("same: .nan\n", ':1:1: same: "nan" is no band'),
        ("same: yes\nmerge: true\n", ':2:1: merge: "True" is no band'),
        ("same: 0.4\nsame: 0.5\n", ":2:1: same: written twice, first at 1:1; keep one"),
        ("same: 0.4\nmerge: 0.3\n", ":2:1: merge: merge (0.3) lies below same (0.4)"),
        ("same: 0.99\n", ":1:1: same: merge (0.965) lies below same (0.99)"),
        ("weights: 5\n", ':1:1: weights: "5" is no table'),
        ("weights: [dice]\n", ":1:1: weights: a table or a list is no table"),
        ("weights: {tea: 1}\n", ":1:11: weights.tea: no such evidence"),
        ("weights:\n  dice: 1e400\n", ':2:3: weights.dice: "inf" is no weight'),
        ("kin:\n  dice:\n", ":2:3: kin.dice: nothing is no weight"),
        ("sane: 0.4\nmerge: 0.97\n", ':1:1: sane: "sane" is not known; write same'),
        ("same: [0.4\n", ":2:1: not YAML: "),
        (f"same: {'9' * 5_000}\n", ":1:7: not YAML: a number too long"),
        ("", ":1:1: holds no entries"),
    ],
)
def test_a_wrong_file_is_refused(run, tmp_path, text, words):
    """With its name, line and column, and what is wrong."""
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")

    ended = run("--with", "wrong.yaml")

    assert (ended.exit_code, f"wrong.yaml{words}" in ended.output) == (2, True)


def test_a_span_needs_a_unit(run):
    """As everywhere."""
    ended = run("--since", "30")

    assert (ended.exit_code, "write 30d" in ended.output) == (2, True)


def test_a_span_may_be_longer_than_any_archive(run):
    """Then it is all of it."""
    assert run("--since", "999999d").output.startswith("3 articles of 999999d")
