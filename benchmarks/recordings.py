"""Our reading of real recorded documents, beside feedparser's and trafilatura's own.

The recordings are no part of the project; the folder is named at run time and nothing of it is kept.

    python benchmarks/recordings.py --recordings DIR [--detail]
"""

import argparse
import codecs
import csv
import gzip
import html
import json
import logging
import re
import subprocess
import sys
import time
import types
import unicodedata
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from bot.intake import child, wellformed
from bot.intake.article import read_article
from bot.intake.decode import decode
from bot.intake.draft import absolute
from bot.intake.markup import feed_root, lightened, mend
from bot.intake.refusal import SourceError
from bot.intake.sources.feed import recorded
from bot.model import ArticlePage, Fetched, FetchOutcome, Item, Parsed, Source

BASE = "https://recorded.example/feeds/one.xml"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "recordings"
ZONES = {"ko": "Asia/Seoul", "ja": "Asia/Tokyo", "zh": "Asia/Shanghai", "zh-tw": "Asia/Taipei"}
# Charsets are read as what contains them; a fixture that asks for the narrower name is met by the wider.
SUPERSETS = {"euc-kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932"}
# What a fixture's own expression may call.
CALLS = {call.__name__: call for call in (len, tuple, str, any, all, bool, ord, isinstance)}


class Recordings:
    """A folder of documents with a manifest and what is expected of each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with (folder / "MANIFEST.csv").open(encoding="utf-8", newline="") as rows:
            self.manifest = {row["path"]: row for row in csv.DictReader(rows)}
        lines = (folder / "EXPECTED.jsonl").read_text("utf-8").splitlines()
        self.expected = [json.loads(line) for line in lines]

    def of(self, kind: str) -> Iterator[dict[str, Any]]:
        """What is expected of each document of a kind."""
        return (wanted for wanted in self.expected if wanted["kind"] == kind)

    def body(self, path: str) -> bytes:
        """A document's bytes, unpacked."""
        body = (self.folder / path).read_bytes()
        return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def plain(text: str) -> str:
    """A title for comparing; NFC on both sides, for ours is and some recorders' is not."""
    for _ in range(3):
        text = html.unescape(text or "")
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"\W+", "", re.sub(r"<[^>]*>", "", text)).lower()


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", html.unescape(text or ""))


def trigram_f1(got: str, wanted: str) -> float:
    got, wanted = squeezed(got), squeezed(wanted)
    ours = Counter(got[at : at + 3] for at in range(len(got) - 2))
    theirs = Counter(wanted[at : at + 3] for at in range(len(wanted) - 2))
    same = sum((ours & theirs).values())
    if not same:
        return 0.0
    precision, recall = same / ours.total(), same / theirs.total()
    return 2 * precision * recall / (precision + recall)


def parsed(recordings: Recordings, path: str, url: str = BASE) -> Parsed:
    source = Source(id="recorded", name="", side="", kind="", lang="", format="feed", url=url)
    content_type = recordings.manifest[path]["content_type"]
    fetched = Fetched("recorded", FetchOutcome.FETCHED, url, 200, recordings.body(path), content_type)
    return child.read(fetched, source, NOW)


def feeds(recordings: Recordings, *, detail: bool) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for wanted in recordings.of("feed"):
        if wanted.get("expect"):
            continue
        parts = wanted["path"].split("/")
        got = parsed(recordings, wanted["path"])
        items = entries(wanted, len(got.items))
        count = len(got.items) == (len(items) or number(wanted, recordings.body(wanted["path"])))
        pairs = list(zip(got.items, items, strict=False))
        hits = {
            "n": 1,
            "count": count,
            "titles": count and all(plain(ours.title) == plain(its["title"]) for ours, its in pairs),
            "links": count and all(same_link(ours, its["link"]) for ours, its in pairs),
            "dates": count and all(ours.published for ours, its in pairs if its["date"]),
        }
        cell = table["/".join(parts[1:3]) if parts[1] == "legacy" else parts[1]]
        cell.update({name: int(hit) for name, hit in hits.items()})
        if detail and not (hits["titles"] and hits["links"] and hits["dates"]):
            print("  miss", wanted["path"], len(got.items), wanted["n_items"], hits, got.reason)
            show_difference(pairs)
    return table


def entries(wanted: Mapping[str, Any], found: int) -> list[dict[str, str]]:
    """What a reader of news shall find: the first 500, and no entry that says nothing at all."""
    whole = wanted["items"][:500]
    told = [item for item in wanted["items"] if item["title"] or item["link"]][:500]
    return whole if told and len(whole) == found else told


def number(wanted: Mapping[str, Any], body: bytes) -> int:
    """How many entries there are where only their number is known; an empty element is none."""
    return min(wanted["n_items"] - len(re.findall(rb"<item\s*/>", body)), 500)


def same_link(ours: Item, theirs: str) -> bool:
    """Relative links are resolved by us, by the tag scan not; where it saw none, the one in the id is right."""
    return ours.url == (absolute(theirs, BASE) if theirs.strip() else ours.url and ours.guid)


def show_difference(pairs: list[tuple[Any, dict[str, str]]]) -> None:
    for ours, its in pairs:
        if plain(ours.title) != plain(its["title"]):
            print("      title", ours.title[:70], "|", its["title"][:70])
        if not same_link(ours, its["link"]):
            print("      link ", ours.url[:70], "|", its["link"][:70])
        if its["date"] and not ours.published:
            print("      date ", its["date"][:70])


def fixture_passes(recordings: Recordings, wanted: Mapping[str, Any]) -> bool:
    """Whether the fixture's expression holds for what feedparser makes of the text that we decoded and mended.

    `encoding` is the charset we decoded by; `bozo` of a document that we had to mend or decode against its word
    is feedparser's opinion of the document, and asked of feedparser as it came.
    """
    expression = wanted["expect"].replace("\n", " ")
    if "__" in expression:
        return False
    body = recordings.body(wanted["path"])
    headers = {name.lower(): value for name, value in wanted["headers"].items()}
    theirs = feedparser.parse(body, response_headers=headers)
    decoded = decode(body, headers.get("content-type", ""))
    try:
        mended = mend(decoded.text) if feed_root(decoded.text) >= 0 else decoded.text
        got = feedparser.parse(mended.encode(), response_headers={"content-type": "application/xml; charset=utf-8"})
    except SourceError:
        return False
    names = ("CharacterEncodingOverride", "CharacterEncodingUnknown", "NonXMLContentType")
    errors = types.SimpleNamespace(**{name: getattr(feedparser, name) for name in names})
    known = dict(got, feed=got.feed, entries=got.entries, feedparser=errors)
    known.update(bozo=theirs.bozo, bozo_exception=theirs.get("bozo_exception"), encoding=theirs.get("encoding", ""))
    asked = re.search(r"encoding == '([\w-]+)'", expression)
    if asked and codec(SUPERSETS.get(asked.group(1).lower(), asked.group(1))) == codec(decoded.charset):
        known.update(encoding=asked.group(1), bozo=theirs.bozo or "not bozo" not in expression)
    return holds(expression, known)


def readers(recordings: Recordings) -> int:
    """How many feeds the quick reader reads otherwise than feedparser, every field compared; prints each."""
    counts: Counter[str] = Counter()
    for wanted in recordings.of("feed"):
        text = decode(recordings.body(wanted["path"]), "").text
        if feed_root(text) < 0:
            continue
        try:
            light = lightened(mend(text))
            told = wellformed.drafts(light)
        except (SourceError, wellformed.Unusual):
            counts["left"] += 1
            continue
        same = told == recorded(light)
        counts["same" if same else "different"] += 1
        counts["entries"] += len(told)
        if not same:
            print("  differs", wanted["path"])
    print(
        f"\nquick reader: {counts['same']} feeds ({counts['entries']} entries) as feedparser, "
        f"{counts['different']} otherwise, {counts['left']} left to feedparser"
    )
    return counts["different"]


def codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return name


def holds(expression: str, environment: dict[str, Any]) -> bool:
    try:
        return bool(eval(expression, {"__builtins__": CALLS}, environment))
    except Exception:
        return False


def fixtures(recordings: Recordings, *, detail: bool) -> tuple[int, int]:
    passed = every = 0
    for wanted in recordings.of("feed"):
        if wanted.get("expect"):
            every += 1
            good = fixture_passes(recordings, wanted)
            passed += good
            if detail and not good:
                print("  miss", wanted["path"], wanted["expect"][:90])
    return passed, every


def articles(recordings: Recordings, *, detail: bool) -> dict[str, dict[str, list[Any]]]:
    table: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for wanted in recordings.of("article"):
        path = wanted["path"]
        url = wanted.get("url") or ""
        zone = ZONES.get(recordings.manifest[path]["lang"], "UTC")
        source = Source(
            id="recorded",
            name="",
            side="",
            kind="",
            lang="",
            format="page",
            url=url,
            assume_tz=zone,
            max_age=timedelta(9999),
        )
        fetched = Fetched(
            "recorded",
            FetchOutcome.FETCHED,
            url,
            200,
            recordings.body(path),
            recordings.manifest[path]["content_type"],
        )
        begun = time.process_time()
        got = read_article(fetched, source, NOW)
        spent = (time.process_time() - begun) * 1000
        notes = []
        for lang in (recordings.manifest[path]["lang"], "**all**"):
            notes = judge(table[lang], wanted, got, spent, zone)
        if detail:
            print(" ", path, *notes)
    return table


def judge(
    cell: dict[str, list[Any]], wanted: Mapping[str, Any], got: ArticlePage, spent: float, zone: str
) -> list[str]:
    notes = []
    cell["ms"].append(spent)
    cell["empty"].append(len(got.text) < 80)
    if wanted.get("body"):
        f1 = trigram_f1(got.text, wanted["body"])
        cell["f1"].append(f1)
        notes.append(f"f1 {f1:.3f}")
    for field, hit in (("with", True), ("without", False)):
        for piece in wanted.get(field) or []:
            good = (squeezed(piece) in squeezed(got.text)) == hit
            cell[field].append(good)
            if not good:
                notes.append(f"{field} {piece[:30]!r}")
    if wanted.get("title"):
        ours, its = plain(got.title), plain(wanted["title"])
        cell["title"].append(ours == its)
        cell["clean"].append(ours == its or is_cut(wanted, got.title))
        cell["title~"].append(bool(ours) and (ours in its or its in ours))
        if not cell["clean"][-1]:
            notes.append(f"title {got.title!r} / {wanted['title']!r}")
    if wanted.get("date"):
        date = local_day(got, str(wanted["date"]), zone)
        cell["date"].append(date == str(wanted["date"])[:10])
        if not cell["date"][-1]:
            notes.append(f"date {date} / {wanted['date']}")
    return notes


def is_cut(wanted: Mapping[str, Any], title: str) -> bool:
    """Whether a title is the whole of the page's title tag but for the site's name.

    Where nobody wrote the expected title down, it is that tag, site name and all.
    """
    tag = " ".join(wanted["title"].split())
    derived = not wanted["basis"].startswith("gold")
    return (
        derived
        and len(title) > 3
        and tag.startswith(title)
        and re.match(r"\s*[-_|—:：@（(]", tag[len(title) :]) is not None
    )


def local_day(got: ArticlePage, wanted: str, zone: str) -> str:
    """The day of publication in the zone that the expected date names, or in the outlet's."""
    if got.published is None:
        return ""
    try:
        named = datetime.fromisoformat(wanted).tzinfo
    except ValueError:
        named = None
    return str(got.published.astimezone(named or ZoneInfo(zone)).date())


def print_feeds(table: dict[str, Counter[str]]) -> None:
    columns = ("n", "count", "titles", "links", "dates")
    print("\n| feeds | n | item count | all titles | all links | all dates |\n|---|---|---|---|---|---|")
    total: Counter[str] = Counter()
    for group, cell in sorted(table.items()):
        total.update(cell)
        print("|", group, "|", " | ".join(str(cell[column]) for column in columns), "|")
    print("| **all** |", " | ".join(str(total[column]) for column in columns), "|")


def print_articles(table: dict[str, dict[str, list[Any]]]) -> None:
    print(
        "\n| articles | n | nothing found | body F1 (n) | F1 >= 0.9 | must have | must not have | title exact"
        " | title exact or cut | title with or without site name | date | ms |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
    )
    for lang, cell in sorted(table.items()):
        f1 = cell["f1"]
        shares = {name: share(cell[name]) for name in ("with", "without", "title", "clean", "title~", "date")}
        mean = f"{sum(f1) / len(f1):.2f} ({len(f1)})" if f1 else "-"
        print(
            f"| {lang} | {len(cell['ms'])} | {sum(cell['empty'])} | {mean} | {sum(value >= 0.9 for value in f1)} | "
            + " | ".join(shares.values())
            + f" | {sum(cell['ms']) / len(cell['ms']):.0f} |"
        )


def share(hits: list[bool]) -> str:
    return f"{sum(hits)}/{len(hits)}" if hits else "-"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--recordings", type=Path, default=DEFAULT)
    options.add_argument("--detail", action="store_true", help="list every miss")
    options.add_argument("--only", choices=("feeds", "articles", "readers"))
    options.add_argument("--no-baseline", action="store_true")
    chosen = options.parse_args()
    if not (chosen.recordings / "MANIFEST.csv").is_file():
        print(f"no recordings in {chosen.recordings}; name their folder with --recordings", file=sys.stderr)
        return 2
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    recordings = Recordings(chosen.recordings)
    if chosen.only == "readers":
        return 1 if readers(recordings) else 0
    print("## chipwire")
    if chosen.only != "articles":
        print_feeds(feeds(recordings, detail=chosen.detail))
        passed, every = fixtures(recordings, detail=chosen.detail)
        print(f"\nfeedparser unit fixtures: {passed} of {every}")
    if chosen.only != "feeds":
        print_articles(articles(recordings, detail=chosen.detail))
    if not chosen.no_baseline:
        print("\n## feedparser and trafilatura alone\n", flush=True)
        subprocess.run([sys.executable, str(chosen.recordings / "baseline.py")], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
