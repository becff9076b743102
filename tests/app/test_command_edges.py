"""What surrounds a command: closed streams, a full disk, no outlet to work for."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bot.archive import open_store

FEEDS = """
version: 1
feeds:
  - {id: a, name: A, url: "http://a.example/", format: feed, lang: en, side: INT, kind: newspaper, enabled: true, every: 5m, checked_on: 2026-11}
"""
COMMAND = Path(sys.executable).with_name("chipwire")


def run(*args: str, redirect: str, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """One command under a shell that redirects its streams: exit status, stdout, stderr."""
    line = " ".join([str(COMMAND), *args, redirect])
    done = subprocess.run(
        ["sh", "-c", line], env={**os.environ, **(env or {})}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_version() -> None:
    """`--version` names the program and its version."""
    assert run("--version", redirect="") == (0, f"chipwire {version('chipwire')}\n", "")


def test_full_disk_is_named() -> None:
    """An answer that cannot be written ends with a word, not with a traceback."""
    status, _, said = run("--version", redirect="> /dev/full")
    assert (status, said) == (1, "the output could not be written: No space left on device\n")


def test_closed_input_is_named() -> None:
    """Standard input that was closed is refused in words."""
    expected = (1, '{"id": null, "error": "standard input is closed"}\n', "line 0: standard input is closed\n")
    assert run("group", redirect="<&-") == expected


def test_id_beyond_numbers_is_told_as_none(tmp_path: Path) -> None:
    """An id that JSON cannot write again is not repeated: each answer stays JSON."""
    lines = tmp_path / "lines"
    lines.write_text('{"id": 1e400, "title": "x"}\n{"id": 7, "title": "x"}\n', encoding="utf-8")
    _, said, _ = run("group", redirect=f"< {lines}")
    assert said == (
        '{"id": null, "error": "published is not an ISO 8601 time with a zone, 1990 to 2100"}\n'
        '{"id": 7, "error": "published is not an ISO 8601 time with a zone, 1990 to 2100"}\n'
    )


def test_nothing_to_poll_is_refused(tmp_path: Path) -> None:
    """A pack without an enabled outlet is bad usage for `run` and `poll`, not a quiet day."""
    (tmp_path / "feeds.yaml").write_text("version: 1\nfeeds: []\n", encoding="utf-8")
    env = {"CHIPWIRE_FEEDS": str(tmp_path / "feeds.yaml"), "CHIPWIRE_DB": str(tmp_path / "chipwire.db")}
    expected = (2, "", "no source is enabled; switch some on with `chipwire source enable ID…`\n")
    assert [run(command, redirect="", env=env) for command in ("run", "poll")] == [expected, expected]


def test_poll_beside_a_running_house_is_refused(tmp_path: Path) -> None:
    """Two processes that send would exceed Telegram's limits together: the second says who runs, and to try again."""
    (tmp_path / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    env = {"CHIPWIRE_FEEDS": str(tmp_path / "feeds.yaml"), "CHIPWIRE_DB": str(tmp_path / "chipwire.db")}
    with open_store(tmp_path / "chipwire.db", datetime.now(UTC), alone=True):
        status, _, said = run("poll", redirect="", env=env)
    holder = f"another chipwire (process {os.getpid()}) runs on this database; stop it first, or give this one another"
    assert (status, said) == (75, f"{holder} CHIPWIRE_DB\n")


def test_init_leaves_nothing_behind_that_it_refuses(tmp_path: Path) -> None:
    """A wrong value is named, and the corrected command is not turned away because of the file it left."""
    asked = f'cd {tmp_path} && "{COMMAND}" init --tz %s < /dev/null'
    refused = subprocess.run(["sh", "-c", asked % "Seoul"], capture_output=True, text=True, check=False)
    left = (tmp_path / ".env").exists()
    mended = subprocess.run(["sh", "-c", asked % "Asia/Seoul"], capture_output=True, text=True, check=False)
    assert (refused.returncode, left, mended.returncode) == (2, False, 0)
