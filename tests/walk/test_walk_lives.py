"""kill -9 of the real sender: at every statement from store to mark, and at random under faults."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def lives(folder: Path, *options: str) -> dict[str, Any]:
    """What came of the lives that these options ask for."""
    command = [sys.executable, "-m", "tests.faults.lives", "--folder", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_at_every_statement_from_store_to_mark(tmp_path: Path) -> None:
    """Each statement of the writing connection is the last of one life; the next lives finish the work."""
    toll = lives(tmp_path, "--statements")

    assert toll["kills"] == toll["lives"] - 1 >= 50
    assert toll["pairs"] == toll["lives"] * 3
    assert [toll[name] for name in ("lost", "unexplained", "thrice", "errors")] == [0, 0, 0, []]
    assert toll["twice"] > 0  # some died between the send and its mark, as if the answer had been lost


def test_fifty_times_at_random_with_answers_lost_on_the_way(tmp_path: Path) -> None:
    """With two per cent each of answers lost, requests lost, and bad gateways."""
    toll = lives(tmp_path, "--random", "50", "--share", "0.02")

    assert toll["kills"] == 50
    assert [toll[name] for name in ("lost", "unexplained", "thrice", "errors")] == [0, 0, 0, []]
    assert toll["pairs"] > 100


def test_while_a_digest_is_handed_over(tmp_path: Path) -> None:
    """Killed at each stage of the talk with the mail server: one digest a day, twice only if the server had it."""
    command = [sys.executable, "-m", "tests.faults.mail_lives", "--folder", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    taken = json.loads(done.stdout)

    assert {stage for stage, ids in taken.items() if len(ids) == 1} == {"connect", "ehlo", "mail", "rcpt", "data"}
    assert {stage for stage, ids in taken.items() if len(ids) == 2} == {"body", "quit"}
    assert all(len(set(ids)) == 1 for ids in taken.values())
