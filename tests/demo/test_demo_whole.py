"""`chipwire demo --once`, as a newcomer runs it."""

import os
import subprocess
import sys
from pathlib import Path

from bot.demo.script import read_script


def test_demo_once_tells_its_story(tmp_path):
    """It ends by itself: backlog silent, one alert a story and some quiet replies, disguises seen through, a digest."""
    script = read_script()
    backlog = [report.title for report in script.reports if report.round == 1]
    news = [report for report in script.reports if report.round > 1 and report.grade > 0]
    events = {report.event for report in news}
    command = Path(sys.executable).with_name("chipwire")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COLUMNS": "100", "PYTHONUTF8": "1"}

    ended = subprocess.run(
        [command, "demo", "--once"], cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False
    )

    said = ended.stdout.decode()
    digest = tmp_path / said.partition("digest: ")[2].partition("\n")[0]
    assert (ended.returncode, ended.stderr.decode()) == (0, "")
    assert f"{len(script.reports)} articles stored, {len(events) + 2} alerts, " in said
    assert f"{len(script.repeats)} of {len(script.repeats)} altered articles were recognised as old." in said
    assert "\nSample Policy Journal (INT, en): not a feed but a challenge page" in said
    assert said.count("\nwhy: China, South Korea and chips") == len(events) + 2
    assert said.count("\nfurther report · ") == 2
    told = {report.event for report in news if said.count(f"\n{report.title}\n") == 1}
    assert told == events
    assert [title for title in backlog if title in said] == []
    assert "Chip 4" in digest.read_text("utf-8")
    assert "\nNext: chipwire init" in said
