"""From an address to an entry of feeds.yaml: the outlet's feed, else its news sitemap, else its list with guesses."""

import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from bot.config.opml import slug
from bot.desk.text.scripts import decide_language
from bot.intake.door import Door
from bot.intake.parsing import Parsers
from bot.intake.survey import Lead, Survey
from bot.model import Fetched, FetchOutcome, Item, Parsed, Source, Validators

#: Addresses tried beside the one that was given.
TRIED: Final = 6
_SIDES: Final = {"kr": "KR", "cn": "CN", "tw": "TW", "jp": "JP", "eu": "EU", "gov": "US", "mil": "US"}
_ZONES: Final = {"KR": "Asia/Seoul", "CN": "Asia/Shanghai", "TW": "Asia/Taipei", "JP": "Asia/Tokyo"}
_SITEMAP = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_GOVERNMENT = re.compile(r"\.(?:go|gov|gouv|mil)(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Scouted:
    """A way to read an outlet that was seen to work, or the best guess."""

    entry: Mapping[str, Any]  # as it would stand in feeds.yaml
    fetched: Fetched
    parsed: Parsed
    notes: tuple[str, ...] = ()  # what else was tried, in words


class Unreadable(RuntimeError):  # noqa: N818 - a state of the world, not a mistake
    """Nothing at the address can be read as news."""


async def scout(url: str, door: Door, parsers: Parsers, now: datetime) -> Scouted:
    """Looks at an address for a feed, a sitemap, or a list.

    Raises:
        Unreadable: there is none, with the reason in words.
    """
    visitor = Visitor(door, parsers, now)
    fetched = await visitor.get(url)
    if fetched.outcome is not FetchOutcome.FETCHED:
        raise Unreadable(f"{url}: {fetched.reason}")
    for name in ("feed", "sitemap"):
        parsed = await parsers.parse(fetched, visitor.source(name, fetched.url), now)
        if not parsed.cause and parsed.items:
            return _scouted(name, fetched, parsed, Survey(), {}, ())
    survey = await parsers.survey(fetched, visitor.source("page", fetched.url), now)
    notes: list[str] = []
    async for lead, answer, parsed in visitor.tried(await visitor.leads(survey, fetched.url)):
        if parsed.items:
            return _scouted(lead.format, answer, parsed, survey, {}, notes)
        notes.append(f"{lead.url}: {parsed.reason or answer.reason or 'no items'}")
    listed = replace(visitor.source("page", fetched.url), selectors=survey.selectors)
    parsed = await parsers.parse(fetched, listed, now) if survey.selectors else Parsed()
    if not parsed.items:
        reason = survey.reason or parsed.reason or "it names no feed, and no list of links can be seen in it"
        raise Unreadable("\n".join([f"{url}: {reason}", *notes]))
    return _scouted("page", fetched, parsed, survey, {"selectors": dict(survey.selectors)}, notes)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Asks for addresses that are in no file yet, as politely as for any other."""

    door: Door
    parsers: Parsers
    now: datetime

    def source(self, form: str, url: str) -> Source:
        """An outlet of which only the address is known."""
        return Source("new", url, "INT", "newspaper", "", form, url, host_delay=timedelta(seconds=1))

    async def get(self, url: str) -> Fetched:
        """One visit."""
        return await self.door.get(self.source("feed", url), Validators(), now=self.now)

    async def leads(self, survey: Survey, url: str) -> list[Lead]:
        """What the page names, then the news sitemaps of robots.txt."""
        robots = await self.door.get(
            replace(self.source("feed", urljoin(url, "/robots.txt")), respect_robots=False), Validators(), now=self.now
        )
        told = _SITEMAP.findall(robots.body[:500_000].decode("utf-8", "replace"))
        news = [Lead("sitemap", urljoin(url, place)) for place in told if "news" in place.lower()]
        return [*survey.leads[: TRIED - len(news[:2])], *news[:2]]

    async def tried(self, leads: Iterable[Lead]) -> AsyncIterator[tuple[Lead, Fetched, Parsed]]:
        """Each lead fetched and read."""
        for lead in leads:
            fetched = await self.get(lead.url)
            parsed = Parsed()
            if fetched.outcome is FetchOutcome.FETCHED:
                parsed = await self.parsers.parse(fetched, self.source(lead.format, fetched.url), self.now)
            yield lead, fetched, parsed


def _scouted(
    form: str, fetched: Fetched, parsed: Parsed, survey: Survey, more: Mapping[str, Any], notes: Iterable[str]
) -> Scouted:
    host = (urlsplit(fetched.url).hostname or "").removeprefix("www.")
    side = _SIDES.get(host.rpartition(".")[2], "INT")
    lang = _language(parsed.items, survey.lang)
    path = urlsplit(fetched.url).path.rpartition(".")[0] or urlsplit(fetched.url).path
    entry: dict[str, Any] = {
        "id": slug(f"{host.rpartition('.')[0]} {path if form != 'feed' else ''}") or "outlet",
        "name": survey.title[:80] or host,
        "side": side,
        "kind": "government" if _GOVERNMENT.search(host) else "newspaper",
        "lang": lang,
        "enabled": False,
        "format": form,
        "url": fetched.url,
        "every": "15m",
    }
    if side in _ZONES:
        entry["assume_tz"] = _ZONES[side]
    if form != "feed":
        entry["guid_strategy"] = "link"
    return Scouted(entry | dict(more), fetched, parsed, tuple(notes))


def _language(items: Iterable[Item], declared: str) -> str:
    told = Counter(decide_language(item.title, declared) for item in items)
    told.pop("", None)
    return told.most_common(1)[0][0] if told else declared or "en"


def record(found: Scouted, source: Source, items: Iterable[Item], folder: Path) -> tuple[Path, Path]:
    """Writes the document and the items it gave, as a recording and its expectation; the two paths."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = {"feed": "xml", "sitemap": "xml", "page": "html", "json": "txt"}[source.format]
    document, expected = folder / f"{source.id}.{ending}", folder / f"{source.id}.json"
    document.write_bytes(found.fetched.body)
    told = {
        "content_type": found.fetched.content_type,
        "items": [
            {
                "title": item.title,
                "url": item.url,
                "published": item.published.isoformat() if item.published else None,
                "precision": str(item.precision),
            }
            for item in items
        ],
    }
    expected.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return document, expected
