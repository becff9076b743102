"""Mail on the command line: readers who are asked first, mail that is stopped, a provider that is known."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.archive import open_store
from bot.cli import app
from bot.house import own_links
from storage import mail, outbox, people

LATER = datetime(2100, 1, 1, tzinfo=UTC)
SERVER = {"CHIPWIRE_SMTP_URL": "smtp://127.0.0.1:1?tls=none", "CHIPWIRE_MAIL_FROM": "news@example.org"}
PAGE = {"CHIPWIRE_PUBLIC_URL": "https://news.example.org"}


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def run(*words: str, **env: str) -> Result:
        return CliRunner().invoke(app, words, env=env)

    return run


def in_store(step):
    with open_store(Path("data/chipwire.db"), LATER) as store:
        return store.write_sync(step)


def waiting() -> list[tuple[str, str]]:
    soon = datetime.now(UTC)
    return [(row.kind, row.destination.address) for row in in_store(lambda db: outbox.due(db, soon, 9))]


def test_an_address_is_asked_first(call) -> None:
    """The question waits for the next run; nothing else may go there."""
    done = call("subscriber", "add", "desk@example.org", "--channel", "email", **SERVER, **PAGE)

    assert done.stdout.strip().endswith("its owner is asked by mail, and nothing else is mailed before the answer")
    assert waiting() == [("consent", "desk@example.org")]


@pytest.mark.parametrize(("env", "lacking"), [(SERVER, "CHIPWIRE_PUBLIC_URL"), ({}, "CHIPWIRE_SMTP_URL")])
def test_a_question_that_could_not_be_answered_is_not_asked(call, env: dict[str, str], lacking: str) -> None:
    """It is said what is lacking."""
    done = call("subscriber", "add", "desk@example.org", "--channel", "email", **env)

    assert (f"without {lacking} its owner cannot be asked" in done.stdout, waiting()) == (True, [])


def test_a_reader_has_hours_and_days(call) -> None:
    """As they are told; the consent of who was entered as confirmed is dated."""
    call(
        "subscriber", "add", "desk@example.org", "--channel", "email", "--confirmed", "--at", "18:30", "--days", "12345"
    )
    ((reader, place),) = in_store(people.digest_readers)

    assert (reader.digest_at, reader.digest_days, place.consented is not None) == ("18:30", "12345", True)


def test_wrong_hours_are_refused(call) -> None:
    """Both mistakes at once."""
    done = call("subscriber", "add", "a@example.org", "--channel", "email", "--at", "7", "--days", "Mon")

    assert (done.exit_code, [line.split(":")[0] for line in done.stderr.splitlines()]) == (2, ["--at 7", "--days Mon"])


@pytest.mark.parametrize("by", ["address", "token", "words"])
def test_mail_is_stopped_by_address_or_by_what_the_mail_said(call, by: str) -> None:
    """As the operator finds it in the mailbox."""
    call("subscriber", "add", "desk@example.org", "--channel", "email", "--confirmed")
    ((_, place),) = in_store(people.digest_readers)
    token = in_store(lambda db: own_links(db, "", LATER).mailing(_row(place)).token)
    named = {"address": place.address, "token": token, "words": f"unsubscribe {token}"}[by]

    assert call("subscriber", "stop", named).exit_code == 0
    assert in_store(people.digest_readers) == []
    assert in_store(lambda db: mail.addressee(db, place.id)).paused == "unsubscribed"


def _row(place):
    from bot.model import Delivery, DeliveryState

    return Delivery(1, place, "notice", "x", DeliveryState.NEW, LATER, 0, LATER)


def test_nothing_to_stop_is_said(call) -> None:
    """A typing error must not pass for a success."""
    done = call("subscriber", "stop", "nobody@example.org")

    assert (done.exit_code, done.stderr.startswith("nothing is mailed there")) == (2, True)


def test_init_knows_providers(call) -> None:
    """The line lacks the password alone; until then it stands as a comment."""
    done = call("init", "--mail", "me@naver.com")
    written = Path(".env").read_text("utf-8")

    assert "smtp.naver.com:587 (starttls) takes an app password" in done.stdout
    assert "# CHIPWIRE_SMTP_URL='smtp://me:PASSWORD@naver.com'\n# CHIPWIRE_MAIL_FROM=me@naver.com\n" in written


def test_init_takes_any_other_server(call) -> None:
    """By the domain, as a start."""
    call("init", "--mail", "news@example.org")

    assert "\nCHIPWIRE_SMTP_URL='smtp://example.org'\nCHIPWIRE_MAIL_FROM=news@example.org\n" in Path(".env").read_text()


def test_init_refuses_what_is_no_address(call) -> None:
    """Before anything is written."""
    done = call("init", "--mail", "nobody")

    assert (done.exit_code, Path(".env").exists()) == (2, False)
