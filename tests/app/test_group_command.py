"""group: its answers line by line, what is wrong with a line, and going on from an archive that it leaves alone."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.archive import open_store
from bot.config import load_desk_data
from bot.desk import identity
from bot.desk.stories.placing import Placing
from bot.desk.topics import Gazetteer
from bot.model import Article, Judgement, Precision, Sighting, SourceState, Story, Verdict
from storage import Store, articles, verdict

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WAIVERS = "US revokes Samsung, SK hynix waivers for China chip plants"
FARES = "Seoul subway fares to rise by 150 won"
LEAD = (
    "The plants in the two cities make about half of the memory that the companies sell, and need tools whose export"
    " is subject to a licence; officials of both ministries said on Sunday that they would be heard before a decision."
)


def line(name: str, title: str, hour: float, **others: str) -> dict[str, str]:
    when = (NOON + timedelta(hours=hour)).isoformat()
    return {"id": name, "outlet": "", "lang": "en", "published": when, "title": title, "lead": "", **others}


def group(text: str, *options: str) -> tuple[int, list[dict[str, Any]], str]:
    """Exit status, answers, and what was said beside them."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "group", *options],
        input=text.encode("utf-8", "surrogatepass"),
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    return done.returncode, [json.loads(one) for one in done.stdout.splitlines()], done.stderr.decode()


def lines(*values: dict[str, str]) -> str:
    return "".join(json.dumps(value) + "\n" for value in values)


@contextmanager
def listening(*options: str) -> Iterator[subprocess.Popen[str]]:
    """The command with its streams in our hands."""
    command = [sys.executable, "-m", "bot", "group", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as running:
        yield running


def test_each_line_is_answered_before_the_next_is_read() -> None:
    """Whoever asks may wait for the answer."""
    with listening() as running:
        answered = []
        for name in ("a", "b"):
            running.stdin.write(json.dumps(line(name, f"{WAIVERS} {name}", 0)) + "\n")
            running.stdin.flush()
            answered.append(json.loads(running.stdout.readline())["id"])
        running.stdin.close()
        status = running.wait()

    assert (answered, status) == (["a", "b"], 0)


def test_who_stops_listening_ends_it_without_a_traceback() -> None:
    """As `head` does."""
    with listening() as running:
        running.stdout.close()
        running.stdin.write(lines(*(line(str(number), f"{WAIVERS} {number}", number) for number in range(50))))
        running.stdin.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (1, "")


def test_malformed_lines_are_named_and_the_others_answered() -> None:
    """In their order; the exit status tells."""
    whole = line("f", WAIVERS, 0)
    text = "\n".join(
        [
            "{",
            "[]",
            json.dumps({**whole, "id": True}),
            json.dumps({**whole, "published": "2026-11-22T12:00:00"}),
            json.dumps({**whole, "title": None}),
            "",
            json.dumps(whole),
        ]
    )

    status, answers, said = group(text)

    assert (status, [answer.get("error") or answer["outcome"] for answer in answers], len(said.splitlines())) == (
        1,
        [
            "not JSON: Expecting property name enclosed in double quotes: line 2 column 1 (char 2)",
            "not a JSON object",
            "id is not a text",
            "published is not an ISO 8601 time with a zone, 1990 to 2100",
            "title is missing",
            "new",
        ],
        5,
    )


def test_halves_of_characters_and_bytes_that_are_no_text_are_answered() -> None:
    """An outlet's mistake is no reason to stop."""
    half = '{"id": "\\ud83d", "published": "2026-11-22T12:00:00Z", "title": "Chip \\ud83d talks", "lead": "\\udc00"}\n'

    status, answers, _ = group(half + lines(line("b", "Chip talks", 1)) + "\udcff\n")

    assert (status, [answer["id"] for answer in answers]) == (1, ["\ud83d", "b", None])


def test_only_more_than_six_hours_out_of_order_is_told() -> None:
    """Answered in any case."""
    status, answers, said = group(
        lines(line("a", WAIVERS, 10), line("b", FARES, 5), line("c", "Other news of the day", 3))
    )

    assert (status, len(answers), said) == (
        0,
        3,
        "line 3: c: 7:00:00 behind the newest article; the input is to be in time order\n",
    )


def test_an_id_that_comes_twice_is_told() -> None:
    """Both lines are answered, and the second is named with the first."""
    status, answers, said = group("\n" + lines(line("a", WAIVERS, 0), line("b", FARES, 1), line("a", FARES, 2)))

    assert (status, len(answers), said) == (0, 3, "line 4: a: line 2 has this id too\n")


def test_a_time_of_another_age_is_no_time() -> None:
    """One article of the year 9999 would make all later ones late."""
    years = ("0001", "1989", "2101", "9999")

    status, answers, _ = group(lines(*(line(year, WAIVERS, 0, published=f"{year}-06-01T00:00:00Z") for year in years)))

    assert (status, [answer["error"][:12] for answer in answers]) == (1, ["published is"] * 4)


def test_an_article_without_a_time_counts_as_seen_or_as_the_newest() -> None:
    """As an export writes what its outlet did not date: joined with what it came beside, and never late."""
    joined = "Washington ends chip waivers for Samsung, SK hynix plants in China"
    undated = {"published": None}
    seen = {"published": None, "first_seen": (NOON + timedelta(hours=9)).isoformat()}

    status, answers, said = group(
        lines(
            line("a", WAIVERS, 8), {**line("b", joined, 0), **undated}, {**line("c", FARES, 0), **seen},
            line("d", "Typhoon closes ports in Taiwan", 2),
        )
    )  # fmt: skip

    assert (status, [answer["story"] for answer in answers], said) == (
        0,
        ["s1", "s1", "s2", "s3"],
        "line 4: d: 7:00:00 behind the newest article; the input is to be in time order\n",
    )


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(load_desk_data()[0])


def fill(store: Store, gazetteer: Gazetteer, titles: tuple[str, ...]) -> None:
    """Remembers articles as polls would, one an hour before noon."""
    placing = Placing(gazetteer)
    for number, title in enumerate(titles, start=1):
        seen = NOON - timedelta(hours=len(titles) - number + 1)
        url, lead = f"https://wire.example/{number}", LEAD if number == 1 else ""
        made = Article(
            number,
            "wire",
            url,
            title,
            lead,
            "en",
            seen,
            Precision.MINUTE,
            seen,
            identity.content_hash(title, lead),
            0,
            1,
        )
        keys = (f"url:wire.example/{number}", identity.title_key("wire.example", title))

        def step(db: Any, made: Article = made, keys: tuple[str, ...] = keys) -> None:
            placed = placing.place(made, made.lead, articles.next_ids(db)[1])
            opened = (Story(placed.story, made.title, made.first_seen, made.first_seen),) if placed.opens else ()
            one = Verdict(
                SourceState("wire"),
                articles=(replace(made, story=placed.story),),
                judgements=(Judgement(1, 0.5),),
                stories=opened,
                sightings=(Sighting(made.id, "wire", "", made.url, keys, made.first_seen),),
                placements=(placed,),
            )
            verdict.remember(db, one, made.first_seen)

        store.write_sync(step)


@pytest.fixture
def archive(tmp_path: Path, gazetteer: Gazetteer) -> Path:
    """An archive of two articles of two stories, the house not running."""
    path = tmp_path / "house" / "chipwire.db"
    store = open_store(path, NOON)
    fill(store, gazetteer, (WAIVERS, FARES))
    store.close_sync()
    return path


ASKED = (
    line("again", WAIVERS, 1, lead=LEAD, url="https://m.wire.example/1?utm_source=x"),
    line("joins", "美, 삼성·SK하이닉스 中공장 VEU 철회", 2, lang="ko"),
    line("copy", "Chip plants to hear of licences", 3, lead="(Sample Wire) " + LEAD),
    line("fresh", "Typhoon closes ports in Taiwan", 4),
)


def test_the_stories_of_the_archive_are_gone_on_from(archive: Path) -> None:
    """Its articles are known again, its stories joined, and new ones get the next ids."""
    status, answers, said = group(lines(*ASKED), "--db", str(archive))

    told = [(one["id"], one["story"], one["outcome"], one.get("related_to")) for one in answers]
    assert (status, said, told) == (
        0,
        "",
        [
            ("again", "s1", "duplicate", "1"),
            ("joins", "s1", answers[1]["outcome"], None),
            ("copy", "s1", "copy", "1"),
            ("fresh", "s3", "new", None),
        ],
    )


def test_nothing_is_left_beside_an_archive_that_rests(archive: Path) -> None:
    """Neither a byte of it is changed, nor is a file made."""
    before = {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in archive.parent.iterdir()}

    group(lines(*ASKED), "--db", str(archive))

    assert {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in archive.parent.iterdir()} == before


def test_an_archive_that_can_only_be_read_is_enough(archive: Path) -> None:
    """Without the right to make files beside it."""
    archive.chmod(0o400)
    archive.parent.chmod(0o500)

    status, answers, _ = group(lines(*ASKED), "--db", str(archive))

    archive.parent.chmod(0o700)
    assert (status, len(answers)) == (0, 4)


def test_the_same_input_gives_the_same_answers_beside_a_running_house(archive: Path, gazetteer: Gazetteer) -> None:
    """Whose latest articles still stand in the log."""
    resting = group(lines(*ASKED), "--db", str(archive))
    with open_store(archive, NOON) as store:
        store.write_sync(lambda db: db.execute("UPDATE articles SET title = title"))

        running = [group(lines(*ASKED), "--db", str(archive)) for _ in range(2)]

    assert running == [resting, resting]


def test_an_archive_without_articles_is_a_fresh_start(tmp_path: Path) -> None:
    """As after the first start."""
    open_store(tmp_path / "a.db", NOON).close_sync()

    _, answers, _ = group(lines(ASKED[3]), "--db", str(tmp_path / "a.db"))

    assert answers[0]["story"] == "s1"


def refusal(path: Path) -> tuple[int, list[dict[str, Any]], str]:
    return group(lines(ASKED[3]), "--db", str(path))


def test_a_database_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    """A path mistyped is no empty archive."""
    path = tmp_path / "none.db"

    assert (refusal(path), path.exists()) == ((1, [], f"there is no database {path}\n"), False)


def test_what_is_not_a_database_is_named(tmp_path: Path) -> None:
    """Such as a text."""
    path = tmp_path / "text.db"
    path.write_text("a text of some length, which is not a database")

    assert refusal(path) == (1, [], f"{path} is not a database: its first bytes are wrong\n")


def test_another_programs_database_is_named(tmp_path: Path) -> None:
    """It has no steps of ours."""
    path = tmp_path / "other.db"
    _sql(path, "CREATE TABLE mine (a)")

    assert refusal(path) == (1, [], f"{path} is not a database of chipwire\n")


def test_a_later_versions_database_is_named(archive: Path) -> None:
    """With what it has that we do not know."""
    _sql(
        archive,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('chipwire', '9999_later', '')",
    )

    assert refusal(archive) == (
        1,
        [],
        f"{archive} was written by a later chipwire (it has 9999_later); use that version\n",
    )


def test_an_earlier_versions_database_is_named(archive: Path) -> None:
    """It is not migrated: it is only read."""
    _sql(archive, "DELETE FROM _sqlite_migrations WHERE name > '0009'")

    assert refusal(archive) == (
        1,
        [],
        f"{archive} was written by an earlier chipwire; `CHIPWIRE_DB={archive} chipwire stats` brings it up to date\n",
    )


def _sql(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    with db:
        db.execute(statement)
    db.close()
