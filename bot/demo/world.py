"""The offline world: the sample outlets, served over real HTTP on loopback, changing from round to round."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Self

from aiohttp import ETag, web

from bot.demo.documents import Drawer, Entry
from bot.demo.outlets import OUTLETS, Outlet
from bot.demo.script import Repeat, Report, Script, read_script
from bot.model import Source

ROBOTS = b"User-agent: *\nAllow: /\n"


@dataclass(frozen=True, slots=True)
class Document:
    """What stands at an address."""

    body: bytes
    content_type: str
    modified: datetime  # UTC, whole seconds: HTTP knows no finer ones

    @property
    def etag(self) -> str:
        """Changes with the bytes and with nothing else."""
        return hashlib.blake2b(self.body, digest_size=8).hexdigest()


class World:
    """Ten outlets on one loopback origin, open between `__aenter__` and `__aexit__`; every date hangs on `now`."""

    def __init__(self, now: datetime) -> None:
        self._now = now.replace(microsecond=0)
        self._script: Script = read_script()
        self._drawer = Drawer()
        self._documents: dict[str, Document] = {}
        self._runner: web.AppRunner | None = None
        self._origin = ""
        self.round = 1

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self._origin = f"http://{host}:{port}"
        self._publish()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The outlets as feeds.yaml would describe them."""
        return tuple(outlet.source(self._origin) for outlet in OUTLETS)

    @property
    def origins(self) -> frozenset[str]:
        """The private origins that the door must be allowed to reach."""
        return frozenset({self._origin})

    @property
    def reports(self) -> tuple[Report, ...]:
        """All articles the outlets show sooner or later."""
        return self._script.reports

    @property
    def fresh(self) -> tuple[Report, ...]:
        """The articles that an outlet shows for the first time in this round; a bot wall holds some back."""
        return tuple(report for report in self._script.reports if self._script.first_seen(report) == self.round)

    @property
    def disguised(self) -> int:
        """How many old articles this round shows in another guise."""
        return len(self._script.repeats) if self.round == self._script.rounds else 0

    @property
    def rounds(self) -> int:
        """How many rounds the script has."""
        return self._script.rounds

    def advance(self) -> bool:
        """Go on to the next round; whether there was one."""
        if self.round >= self._script.rounds:
            return False
        self.round += 1
        self._publish()
        return True

    def _publish(self) -> None:
        """Draw every address anew; what came out the same keeps its date."""
        drawn: dict[str, tuple[bytes, str]] = {}
        for outlet in OUTLETS:
            entries = self._entries(outlet)
            drawn[outlet.path] = self._drawer.listing(outlet, f"{self._origin}/{outlet.id}/", entries)
            if (outlet.id, self.round) in self._script.outages:
                drawn[outlet.path] = self._drawer.challenge(outlet)
            for report in self._shown(outlet):
                drawn[_place(outlet, report)] = self._drawer.article(outlet, self._entry(outlet, report))
        drawn["/robots.txt"] = (ROBOTS, "text/plain")
        for path, (body, content_type) in drawn.items():
            standing = self._documents.get(path)
            if standing is None or standing.body != body:
                modified = self._now - timedelta(minutes=self._script.rounds - self.round)
                self._documents[path] = Document(body, content_type, modified)

    def _shown(self, outlet: Outlet) -> list[Report]:
        """What the outlet shows in this round, newest first."""
        shown = [report for report in self._script.reports if report.outlet == outlet.id and report.round <= self.round]
        return sorted(shown, key=lambda report: report.ago)

    def _entries(self, outlet: Outlet) -> tuple[Entry, ...]:
        repeats = {repeat.event: repeat for repeat in self._script.repeats if repeat.outlet == outlet.id}
        entries: list[Entry] = []
        for report in self._shown(outlet):
            entry = self._entry(outlet, report)
            repeat = repeats.get(report.event) if self.round == self._script.rounds else None
            if repeat is not None:
                entries.append(self._disguise(entry, repeat))
            if repeat is None or "address" in repeat.how:  # a second address stands beside the first
                entries.append(entry)
        return tuple(entries)

    def _entry(self, outlet: Outlet, report: Report) -> Entry:
        published = self._now - report.ago
        return Entry(
            guid=f"urn:chipwire-demo:{outlet.id}:{report.number}",
            link=self._origin + _place(outlet, report),
            title=report.title,
            lead=report.lead,
            published=published,
            updated=published,
        )

    def _disguise(self, entry: Entry, repeat: Repeat) -> Entry:
        """The same article as churning feeds show it again: each change alone once fooled some reader."""
        guid, link = entry.guid, entry.link
        if "guid" in repeat.how:
            guid += ":2"
        if "https" in repeat.how:
            link = link.replace("http://", "https://", 1)
        if "slash" in repeat.how:
            link += "/"
        if "order" in repeat.how:
            path, _, query = link.partition("?")
            link = path + "?" + "&".join(reversed(query.split("&")))
        if "address" in repeat.how:
            link += "9"
        if "tracker" in repeat.how:
            link += "?utm_source=rss&utm_medium=feed&fbclid=demo"
        updated = self._now if repeat.title else entry.updated
        return Entry(guid, link, repeat.title or entry.title, entry.lead, entry.published, updated)

    async def _answer(self, request: web.Request) -> web.Response:
        document = self._documents.get(request.path.rstrip("/")) or self._documents.get(request.path_qs)
        if document is None:
            return web.Response(status=404, text="No such page in this sample world.")
        headers = {"Content-Type": document.content_type}
        response = web.Response(headers=headers, body=document.body)
        response.etag = ETag(document.etag)
        response.last_modified = document.modified
        if _still_current(request, document):
            response = web.Response(status=304, headers={"ETag": f'"{document.etag}"'})
        return response


def _place(outlet: Outlet, report: Report) -> str:
    if outlet.keyed_by_query:
        return f"/{outlet.id}/view.html?section=chips&idxno={report.number}"
    return f"/{outlet.id}/news/{report.number}"


def _still_current(request: web.Request, document: Document) -> bool:
    """Whether the asker already holds these bytes; a tag outranks a date."""
    if request.if_none_match is not None:
        return any(tag.value == document.etag for tag in request.if_none_match)
    since = request.if_modified_since
    return since is not None and since >= document.modified
