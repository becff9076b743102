"""The sample outlets: ten invented voices, each read in its own way and written in its own characters."""

from dataclasses import dataclass
from datetime import timedelta

from bot.model import Source

LISTING = {"item": "ul.listing li", "link": "a", "title": "a", "summary": "p", "date": "span.time"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """One sample outlet: who speaks, in which document, in which bytes."""

    id: str
    name: str  # says that it is a sample, whose voice it is and its language
    side: str
    kind: str
    lang: str
    document: str  # the template that draws it: rss.xml atom.xml rdf.xml feed.json page.html
    zone: str  # IANA; of the dates it prints
    label: str  # how it is read, for the person at the console
    date: str = ""  # strftime, for a listing page; feeds have dates of their own
    charset: str = "utf-8"  # as declared
    codec: str = "utf-8"  # as written: an EUC-KR label hides CP949, a GB2312 label GB18030
    state_media: bool = False
    keyed_by_query: bool = False  # the article's id stands in the query, not in the path

    @property
    def path(self) -> str:
        """Where its document stands on the world's origin."""
        return f"/{self.id}/{self.document}"

    def source(self, origin: str) -> Source:
        """The outlet as feeds.yaml would describe it."""
        page = self.document == "page.html"
        return Source(
            id=self.id,
            name=self.name,
            side=self.side,
            kind=self.kind,
            lang=self.lang,
            format="page" if page else "feed",
            url=origin + self.path,
            state_media=self.state_media,
            every=timedelta(seconds=30),
            timeout=timedelta(seconds=5),
            retries=0,
            host_delay=timedelta(0),  # all of them share one loopback host
            assume_tz=self.zone,
            guid_strategy="link" if page else "guid",
            link_allow=rf"/{self.id}/news/\d+" if page else "",
            selectors=LISTING if page else {},
            article={"body": "div.story"},
        )


OUTLETS = (
    Outlet(
        id="sample-wire-en",
        name="Sample Wire (KR, en)",
        side="KR",
        kind="news-agency",
        lang="en",
        document="rss.xml",
        zone="Asia/Seoul",
        label="RSS",
    ),
    Outlet(
        id="sample-wire-ko",
        name="Sample Wire 통신 (KR, ko)",
        side="KR",
        kind="news-agency",
        lang="ko",
        document="rss.xml",
        zone="Asia/Seoul",
        label="EUC-KR RSS",
        charset="euc-kr",
        codec="cp949",
    ),
    Outlet(
        id="sample-gazette",
        name="Sample Gazette (CN, en)",
        side="CN",
        kind="newspaper",
        lang="en",
        document="page.html",
        zone="Asia/Shanghai",
        label="page",
        date="%Y-%m-%d %H:%M",
        state_media=True,
    ),
    Outlet(
        id="sample-daily-zh",
        name="Sample Daily 日报 (CN, zh-Hans)",
        side="CN",
        kind="newspaper",
        lang="zh-Hans",
        document="page.html",
        zone="Asia/Shanghai",
        label="GB18030 page",
        date="%Y年%m月%d日 %H:%M",
        charset="gb2312",
        codec="gb18030",
        state_media=True,
    ),
    Outlet(
        id="sample-ministry-zh",
        name="Sample Ministry 部 (CN, zh-Hans)",
        side="CN",
        kind="government",
        lang="zh-Hans",
        document="page.html",
        zone="Asia/Shanghai",
        label="page",
        date="%Y-%m-%d",
    ),
    Outlet(
        id="sample-trade-ko",
        name="Sample Chip Trade 전자 (KR, ko)",
        side="KR",
        kind="trade-press",
        lang="ko",
        document="atom.xml",
        zone="Asia/Seoul",
        label="Atom",
        keyed_by_query=True,
    ),
    Outlet(
        id="sample-evening-tw",
        name="Sample Evening 晚報 (TW, zh-Hant)",
        side="TW",
        kind="newspaper",
        lang="zh-Hant",
        document="rss.xml",
        zone="Asia/Taipei",
        label="RSS",
    ),
    Outlet(
        id="sample-markets",
        name="Sample Markets (US, en)",
        side="US",
        kind="newspaper",
        lang="en",
        document="feed.json",
        zone="America/New_York",
        label="JSON Feed",
    ),
    Outlet(
        id="sample-journal",
        name="Sample Policy Journal (INT, en)",
        side="INT",
        kind="think-tank",
        lang="en",
        document="rdf.xml",
        zone="Etc/UTC",
        label="RDF",
    ),
    Outlet(
        id="sample-broadcaster-ko",
        name="Sample Broadcaster 방송 (KR, ko)",
        side="KR",
        kind="broadcaster",
        lang="ko",
        document="page.html",
        zone="Asia/Seoul",
        label="page",
        date="%Y.%m.%d %H:%M",
    ),
)
