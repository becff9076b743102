"""The commands as a person or a machine calls them: real processes, exit statuses, words."""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.world import World
from bot.model import Source
from tests.faults.bot_api import TOKEN, BotApi

CHIPWIRE = Path(sys.executable).with_name("chipwire")
SEED = {
    "id": "seed",
    "title": "Chinese, S.Korean officials vow closer cooperation in chips, other sectors",
    "lead": "",
    "lang": "en",
}


@dataclass
class Ended:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Desk:
    """A folder with a feeds file, and the environment of an operator."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    async def start(self, *words: str) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        plain = {name: value for name, value in os.environ.items() if not name.startswith("CHIPWIRE_")}
        return await asyncio.create_subprocess_exec(
            *(str(CHIPWIRE), *words), stdin=pipe, stdout=pipe, stderr=pipe, cwd=self.folder, env={**plain, **self.env}
        )

    async def call(self, *words: str, given: str = "") -> Ended:
        process = await self.start(*words)
        out, err = await process.communicate(given.encode())
        return Ended(process.returncode or 0, out.decode(), err.decode())

    @property
    def db(self) -> Path:
        return self.folder / "data" / "chipwire.db"


def feeds_yaml(sources: tuple[Source, ...]) -> str:
    """The sample outlets as an operator would write them."""
    rows = []
    for source in sources:
        row = {
            "id": source.id,
            "name": source.name,
            "side": source.side,
            "kind": source.kind,
            "lang": source.lang,
            "format": source.format,
            "url": source.url,
            "host_delay": "0s",
            "baseline": "alert",
            "respect_robots": False,
        }
        if source.assume_tz:
            row["assume_tz"] = source.assume_tz
        if source.selectors:
            row["selectors"] = dict(source.selectors)
        rows.append(f"  - {json.dumps(row, ensure_ascii=False)}")
    return "version: 1\nfeeds:\n" + "\n".join(rows) + "\n"


@pytest.fixture
async def world() -> AsyncIterator[World]:
    async with World(datetime.now(UTC)) as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path, world: World) -> Desk:
    (tmp_path / "feeds.yaml").write_text(feeds_yaml(world.sources), encoding="utf-8")
    origins = ",".join(world.origins)
    return Desk(tmp_path, {"CHIPWIRE_ALLOW_ORIGINS": origins, "CHIPWIRE_HOLD": "0s", "CHIPWIRE_WEB": "127.0.0.1:0"})


async def until(process: asyncio.subprocess.Process, words: str) -> str:
    """What a process prints until the words appear; the test's own limit ends a process that never says them."""
    seen = ""
    assert process.stderr is not None
    while words not in seen:
        line = await asyncio.wait_for(process.stderr.readline(), 60)
        assert line, f"the process ended without saying {words!r}: {seen}"
        seen += line.decode()
    return seen


async def test_three_polls_store_each_article_once_and_alert_once(desk: Desk, world: World) -> None:
    """The second and third round bring edited and disguised articles, and nothing comes twice."""
    await desk.call("subscriber", "add", "-", "--channel", "console")
    rounds = [await desk.call("poll")]
    while world.advance():
        rounds.append(await desk.call("poll"))
    printed = "".join(ended.out for ended in rounds)
    links = [line for line in printed.splitlines() if line.startswith("http://127.0.0.1")]

    with sqlite3.connect(desk.db) as db:
        (stored,) = db.execute("SELECT count(*) FROM articles").fetchone()
    db.close()
    assert [ended.status for ended in rounds] == [0, 0, 0]
    assert stored == len(world.reports)
    assert links
    assert len(links) == len(set(links))


async def test_poll_tells_machines_what_each_source_brought(desk: Desk, world: World) -> None:
    """One JSON object per source, and nothing else on stdout."""
    rows = (await desk.call("poll", "--json")).rows

    assert {row["source"]: row["outcome"] for row in rows} == {source.id: "fetched" for source in world.sources}
    assert set(rows[0]) == {"source", "outcome", "items", "new", "alerts", "reason", "seconds"}


async def test_run_without_a_token_says_so_and_prints_alerts(desk: Desk) -> None:
    """A newcomer sees what would be sent, and SIGTERM ends the run in good order."""
    await desk.call("subscriber", "add", "-", "--channel", "console")
    process = await desk.start("run")
    said = await until(process, "outcome=sent")
    process.send_signal(signal.SIGTERM)
    out, _ = await asyncio.wait_for(process.communicate(), 10)

    assert "no token: alerts are printed here" in said
    assert process.returncode == 0
    assert "why: China, South Korea and chips" in out.decode()


async def test_run_sends_through_the_bot_api_and_a_second_run_repeats_nothing(desk: Desk) -> None:
    """Alerts reach the chat once; a restart finds nothing to send again."""
    async with BotApi() as api:
        desk.env |= {"CHIPWIRE_TELEGRAM_TOKEN": TOKEN, "CHIPWIRE_TELEGRAM_API": api.url}
        await desk.call("subscriber", "add", "42", "--channel", "telegram", "--rule", "topic:china-korea-chips")
        for _ in range(2):
            process = await desk.start("run")
            await until(process, "outcome=sent" if not api.accepted else "start")
            await asyncio.sleep(2)
            process.send_signal(signal.SIGTERM)
            out, err = await asyncio.wait_for(process.communicate(), 10)
            assert TOKEN not in (out + err).decode()
        texts = [message.text for message in api.accepted]

    assert texts
    assert len(texts) == len(set(texts))


async def test_a_refused_token_ends_the_start_with_78_and_is_not_printed(desk: Desk) -> None:
    """The operator is told what is wrong; the log is not told the token."""
    wrong = "999999:WRONG-token-that-nobody-gave-us-12345"
    async with BotApi() as api:
        desk.env |= {"CHIPWIRE_TELEGRAM_TOKEN": wrong, "CHIPWIRE_TELEGRAM_API": api.url}
        ended = await desk.call("run")

    assert ended.status == 78
    assert "Telegram refuses CHIPWIRE_TELEGRAM_TOKEN" in ended.err
    assert wrong not in ended.out + ended.err


async def test_a_wrong_feeds_file_starts_nothing_and_names_every_error(desk: Desk) -> None:
    """All errors at once, each with its place; no database appears."""
    (desk.folder / "feeds.yaml").write_text(
        "version: 1\nfeeds:\n  - {id: One, name: One, side: KR, kind: newspaper, lang: en, format: feed,\n"
        "     url: 'https://one.example/rss', every: 5, colour: red}\n",
        encoding="utf-8",
    )
    ended = await desk.call("run")

    assert ended.status == 2
    assert [line.partition(": ")[0] for line in ended.err.splitlines()] == [
        "feeds.yaml:3:10",
        "feeds.yaml:4:45",
        "feeds.yaml:4:48",
    ]
    assert not desk.db.exists()


async def test_a_second_instance_exits_at_once(desk: Desk) -> None:
    """Two senders on one database would tell everything twice."""
    process = await desk.start("run")
    await until(process, "start")
    second = await desk.call("run")
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 10)

    assert second.status == 75


async def test_a_rule_with_a_missing_bracket_is_refused_with_its_place(desk: Desk) -> None:
    """Position, reason and a mended rule on stderr, exit status 2."""
    ended = await desk.call("match", "(chip OR 반도체")

    assert (ended.status, ended.err.partition(":")[0]) == (2, "position 1")
    assert "try: (chip OR 반도체)" in ended.err


async def test_match_prints_the_ids_that_a_rule_meets(desk: Desk) -> None:
    """One id a line; a rule that begins with a minus goes behind --."""
    korean = {"id": "ko", "title": "칩4 동맹 논의", "lead": "한중 반도체"}
    given = f"{json.dumps(SEED)}\n{json.dumps(korean)}\n"
    ended = await desk.call("match", "chips OR 반도체", given=given)

    assert (ended.status, ended.out.split()) == (0, ["seed", "ko"])


async def test_match_takes_many_rules_in_one_pass(desk: Desk) -> None:
    """A refused rule is answered with its error; the others with their matches."""
    (desk.folder / "rules.jsonl").write_text('{"id": "a", "rule": "chips"}\n{"id": "b", "rule": "chips AND"}\n')
    ended = await desk.call("match", "--rules", "rules.jsonl", given=json.dumps(SEED))

    assert ended.rows[0] == {"id": "a", "matches": ["seed"]}
    assert (ended.rows[1]["id"], ended.rows[1]["position"]) == ("b", 7)


async def test_the_seed_story_is_core(desk: Desk) -> None:
    """The story this project began with, graded by the command that machines use."""
    (answer,) = (await desk.call("classify", given=json.dumps(SEED))).rows

    assert (answer["id"], answer["grade"], answer["relevant"]) == ("seed", 2, True)


async def test_a_malformed_line_is_named_and_the_others_are_answered(desk: Desk) -> None:
    """Exit status 1, one answer per line."""
    ended = await desk.call("classify", given=f'nonsense\n{json.dumps(SEED)}\n{{"id": "x"}}\n')

    assert ended.status == 1
    assert [("error" in row, row["id"]) for row in ended.rows] == [(True, None), (False, "seed"), (True, "x")]


async def test_source_list_shows_the_reason_in_words(desk: Desk, world: World) -> None:
    """An outlet behind a wall is named with what was seen."""
    await desk.call("poll")
    world.advance()
    await desk.call("poll")
    rows = (await desk.call("source", "list", "--json")).rows
    (walled,) = [row for row in rows if row["id"] == "sample-journal"]

    assert "challenge page" in walled["reason"]


async def test_stats_counts_what_is_stored(desk: Desk) -> None:
    """Articles, stories, rules and the outbox by state."""
    await desk.call("subscriber", "add", "-", "--channel", "console")
    await desk.call("poll")
    (figures,) = (await desk.call("stats", "--json")).rows

    assert (figures["rules"], figures["subscribers"], figures["sources"]) == (1, 1, 10)
    assert set(figures["outbox"]) == {"sent"}


async def test_a_reader_that_cannot_be_reached_is_refused(desk: Desk) -> None:
    """Every mistake of the call at once."""
    ended = await desk.call("subscriber", "add", "nobody", "--channel", "email", "--tz", "Mars/Base", "--lang", "fr")

    assert ended.status == 2
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["nobody", "--lang fr", "--tz Mars/Base"]


async def test_a_group_is_entered_by_its_id(desk: Desk) -> None:
    """Its minus makes no option of it, wherever it stands."""
    before = await desk.call("subscriber", "add", "-1001234567890", "--channel", "telegram")
    after = await desk.call("subscriber", "add", "--channel", "telegram", "--", "-1001234567891")

    assert (before.out, after.out) == (
        "subscriber 1: telegram -1001234567890, 1 rule\n",
        "subscriber 2: telegram -1001234567891, 1 rule\n",
    )


async def test_an_address_is_entered_once(desk: Desk) -> None:
    """A second reader at one address would be told everything twice."""
    first = await desk.call("subscriber", "add", "777", "--channel", "telegram")
    second = await desk.call("subscriber", "add", "777", "--channel", "telegram")

    assert (first.status, second.status) == (0, 2)
    assert second.err == "telegram 777 is entered already; see `chipwire subscriber list`\n"


async def test_half_a_character_is_answered_like_any_other_line(desk: Desk) -> None:
    """A lone surrogate in an id must not leave the later lines unanswered."""
    ended = await desk.call("classify", given=f'{{"id": "\\ud800", "title": "chips"}}\n{json.dumps(SEED)}\n')

    assert (ended.status, len(ended.rows), ended.rows[1]["id"]) == (0, 2, "seed")
