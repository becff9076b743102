"""chipwire digest: on the screen, as a file, to a reader; and what it refuses, in words."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database
from typer.testing import CliRunner, Result

from bot.archive import open_store
from bot.cli import app
from bot.model import (
    Article,
    Destination,
    Judgement,
    Precision,
    Rule,
    SourceState,
    Story,
    Subscriber,
    Verdict,
)
from storage import destinations, people, remember

TITLE = "Samsung expands in Xi'an"
NAMED = ((), ("--date", "today"), ("--date", "yesterday"))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The command line on an archive that began ten days ago; one reader confirmed her address, one did not."""
    path, now = tmp_path / "chipwire.db", datetime.now(UTC)
    with open_store(path, now) as store:

        def fill(db: Database) -> None:
            for number, days in enumerate((10, 0), 1):
                at = now - timedelta(days=days, minutes=30)
                judged = Judgement(2, 0.9, (), ("china-korea-chips",))
                article = Article(
                    number, "wire", f"https://wire.example/{number}", TITLE, "", "en", at, Precision.MINUTE, at, "",
                    number, 2, topics=judged.topics, outlet="Wire", side="KR", kind="newspaper",
                )  # fmt: skip
                remember(
                    db,
                    Verdict(SourceState("wire"), (article,), (judged,), stories=(Story(number, TITLE, at, at),)),
                    now,
                )
            for name, confirmed in (("ko@reader.example", True), ("new@reader.example", False)):
                who = people.add_subscriber(db, Subscriber(0, lang="ko", tz="America/New_York"))
                place = destinations.add_destination(db, Destination(0, who.id, "email", name, confirmed=confirmed))
                people.add_rule(db, Rule(0, who.id, "samsung", place.id))

        store.write_sync(fill)
    monkeypatch.setenv("CHIPWIRE_DB", str(path))
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(app, ["digest", *words])

    return invoke


def test_on_the_screen_a_table_then_the_text(run) -> None:
    """Without a reader, what a newcomer would get: the whole topic."""
    result = run()
    assert result.exit_code == 0
    assert f"│ {TITLE} · 1 story, 1 outlet" in result.stdout
    assert result.stdout.index("html bytes") < result.stdout.index("Quiet day: 1 story from 1 outlet.")


def test_as_json(run) -> None:
    """One object, and nothing else on stdout."""
    told = json.loads(run("--json").stdout)
    assert (told["to"], told["subject"]) == ("-", f"{TITLE} · 1 story, 1 outlet")
    assert told["html_bytes"] > told["text_bytes"] > 0


def test_as_a_file(run, tmp_path: Path) -> None:
    """The page as it would be sent; a dry run writes none."""
    assert run("--out", "page.html", "--dry-run").exit_code == 0
    assert not (tmp_path / "page.html").exists()
    assert run("--out", "page.html").exit_code == 0
    assert TITLE.replace("'", "&#39;") in (tmp_path / "page.html").read_text("utf-8")


def test_for_a_reader_in_her_language_and_zone(run) -> None:
    """Her own rules; nothing is sent in a dry run."""
    result = run("--to", "ko@reader.example", "--dry-run")
    assert "기사 1건, 매체 1곳" in result.stdout
    assert "EST" in result.stdout or "EDT" in result.stdout


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--date", "0001-01-01"), 2, "nothing is known of 0001-01-01: the archive begins on "),
        (("--date", "9999-12-31"), 2, "9999-12-31 is still to come; the newest digest is of today, "),
        (("--date", "tomorrow"), 2, "--date tomorrow: write a day such as "),
        (("--to", "a@b.example"), 2, "no reader has the address a@b.example; see `chipwire subscriber list`"),
        (("--to", "new@reader.example"), 1, "nothing is sent to new@reader.example: its owner has not confirmed it"),
        (("--to", "ko@reader.example"), 2, "no mail server is set: CHIPWIRE_SMTP_URL and CHIPWIRE_MAIL_FROM"),
        (("--to", "ko@reader.example", "--out", "x"), 2, "either --to or --out"),
        (("--out", "nowhere/x.html"), 1, "cannot write nowhere/x.html: No such file or directory"),
    ],
)
def test_what_it_refuses(run, words: tuple[str, ...], status: int, told: str) -> None:
    """In words on stderr, never with a traceback."""
    result = run(*words)
    assert (result.exit_code, told in result.stderr.replace("\n", " ")) == (status, True)


def test_days_may_be_named(run) -> None:
    """In the zone of whom it is for."""
    now = datetime.now(ZoneInfo("America/New_York"))
    told = [
        json.loads(run("--to", "ko@reader.example", "--dry-run", "--json", *words).stdout)["date"] for words in NAMED
    ]
    assert told == [f"{now:%Y-%m-%d}", f"{now:%Y-%m-%d}", f"{now - timedelta(days=1):%Y-%m-%d}"]


def test_another_day(run) -> None:
    """The archive's first day, told at the reader's hour: what came before it."""
    day = (datetime.now(UTC) - timedelta(days=5)).date()
    result = run("--date", day.isoformat())
    assert result.exit_code == 0
    assert "Quiet day" in result.stdout
