"""try, search and why on a small archive."""

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
    assert "0.2 stories a day over 4 days" in result.stdout
    assert "stories by side: KR 1" in result.stdout
    assert "100 % of these stories come already to subscriber 1 by rule 1: hynix" in result.stdout
    assert "SK hynix raises HBM output" in result.stdout.splitlines()[-1]


def test_a_story_of_several_articles_is_one_in_every_figure(run, tmp_path):
    """Of two stories an existing rule brings one, however many outlets tell it."""
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("UPDATE articles SET title = 'hynix plan', story = 1 WHERE id <= 3")
        db.execute("UPDATE articles SET title = 'plan' WHERE id = 4")
    with open_store(tmp_path / "chipwire.db", datetime.now(UTC)) as store:
        store.write_sync(rebuild)

    told = run("try", "plan").stdout

    assert "stories by side: KR 2" in told
    assert "50 % of these stories come already to subscriber 1 by rule 1" in told


@pytest.mark.parametrize(("zone", "seen"), [("Asia/Seoul", "09:30 KST"), ("Asia/Kolkata", "06:00 IST")])
def test_times_are_the_operators_with_the_name_of_the_zone(run, tmp_path, monkeypatch, zone, seen):
    """In samples and in what is found."""
    monkeypatch.setenv("CHIPWIRE_TZ", zone)
    moment = datetime.now(UTC).replace(hour=0, minute=30) - timedelta(days=1)
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("UPDATE articles SET first_seen = ?", (micros(moment),))

    line = f"1  {moment:%Y-%m-%d} {seen}  Wire (KR): SK hynix raises HBM output"
    assert (run("search", "hynix").stdout, run("try", "hynix").stdout.splitlines()[-1]) == (f"{line}\n", line)


def test_search_without_a_match_says_so(run):
    """On stderr, and in the exit status."""
    result = run("search", "gallium")

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "no stored article meets this rule\n")


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
    assert "rules: dropped here, none of today's 1 is met" in run("why", "https://wire.example/3").stdout
    asked = run("why", "1", "--rule", "HBM 반도체 -hynix").stdout
    assert "    missing: 반도체\n    excluded: hynix is there" in asked


def test_why_finds_reasons_again_that_were_not_kept(run, tmp_path):
    """The words by which it would be graded today; the grade is the one it has."""
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("DELETE FROM judgements")
        db.execute("UPDATE articles SET grade = 0 WHERE id = 1")
    lines = run("why", "1").stdout.splitlines()

    assert next(line for line in lines if line.startswith("grade ")).startswith("grade 0, ")
    assert any("SK hynix (title)" in line for line in lines)


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


BEYOND = "9" * 23


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("why", BEYOND), (1, f"no article {BEYOND} is stored")),
        (("why", "9" * 5_000), (1, "is stored: not seen yet")),
        (("why", "1", "--rule", "77"), (2, "there is no rule 77")),
        (("why", "1", "--rule", BEYOND), (2, f"there is no rule {BEYOND}")),
        (("story", "join", BEYOND, "2"), (2, "both stories must exist")),
        (("story", "join", "1", BEYOND), (2, "both stories must exist")),
        (("story", "split", BEYOND), (2, f"article {BEYOND} is not stored")),
        (("search", "samsung", "--limit", BEYOND), (2, "less than or equal to 100000")),
    ],
)
def test_a_number_beyond_all_is_an_unknown_one(run, words, expected):
    """However long: the sentence of any number that is not there."""
    result = run(*words)

    assert (result.exit_code, expected[1] in result.stderr) == (expected[0], True)


def test_search_since_the_first_day_of_all_is_a_search_of_everything(run):
    """No zone's offset leads before the year 1."""
    assert run("search", "hynix", "--since", "0001-01-01").stdout.startswith("1  ")


def test_why_says_that_an_article_was_off_topic(run, tmp_path):
    """Not compared with stories for that reason; and which branch said so."""
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("UPDATE articles SET grade = 0 WHERE id = 3")

    told = run("why", "3").stdout

    assert "grade 0, no topic: " in told
    assert "    decided by: no Korean party" in told
    assert "Stands in story 3; it was off topic and meets none of today's rules; what met none when it came was" in told


def test_why_says_that_a_rule_is_younger_than_the_article(run, tmp_path):
    """It is met today, and could tell nobody then."""
    now = datetime.now(UTC)
    with open_store(tmp_path / "chipwire.db", now) as store:
        store.write_sync(lambda db: people.add_rule(db, Rule(0, 1, "HBM", 1, created=now)))

    told = run("why", "1").stdout.splitlines()

    assert (
        told.index("subscriber 1, rule 2: HBM")
        == told.index("    dropped here: the rule was made after the article came") - 2
    )


def test_why_does_not_call_an_article_off_topic_that_is_not(run):
    """What was left ungrouped on topic, or meets a rule, was so for another reason."""
    assert "Stands in story 1; its source stays out of grouping" in run("why", "1").stdout


def test_why_names_a_joined_story_by_its_own_title(run, tmp_path):
    """The article that opened it is told apart from the story it stands in now."""
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute(
            "INSERT INTO placements (article, story, outcome, related_to, rung, score, why)"
            " VALUES (2, 2, 'new', 0, 6, 0.0, '{}')"
        )
    run("story", "join", "1", "2")

    told = run("why", "2").stdout

    assert f'A person joined story 2 ("{TITLES[1]}") to story 1 ("{TITLES[0]}").' in told
    assert f'Opened story 2 ("{TITLES[1]}")' in told


@pytest.mark.parametrize("command", [["classify"], ["group"], ["match", "hynix"]])
def test_what_is_exported_can_be_read(run, command):
    """The machine commands take the archive's lines as they are."""
    answer = CliRunner().invoke(app, command, input=run("export").stdout)

    assert (answer.exit_code, answer.stderr, answer.stdout.splitlines()[0][:8]) == (
        0,
        "",
        "1" if command[0] == "match" else '{"id": 1',
    )


def test_an_exported_article_without_a_date_can_be_grouped(run, tmp_path):
    """Its outlet gave none: it counts from when it was first seen."""
    with closing(sqlite3.connect(tmp_path / "chipwire.db")) as db, db:
        db.execute("UPDATE articles SET published = NULL")

    answer = CliRunner().invoke(app, ["group"], input=run("export").stdout)

    assert (answer.exit_code, answer.stderr, len(answer.stdout.splitlines())) == (0, "", 4)
