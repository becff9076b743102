"""A day of invented news by invented outlets, for looking at: four topics, three languages, an update, a silence, a story nobody else has."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.delivery.digest import Backdrop, Sick, compose_digest
from bot.desk.edition import Dossier, Facts, Occasion, Watched, open_dossier, recurring
from bot.model import (
    Article,
    Delivery,
    DeliveryState,
    Destination,
    Hit,
    Mailing,
    Message,
    Precision,
    Rule,
    RuleHit,
    Story,
)

SEVEN = datetime(2026, 11, 19, 22, 0, 5, tzinfo=UTC)  # in Seoul
START = SEVEN - timedelta(days=1)
OUTLETS = {
    "Nuri Wire": ("KR", "news-agency", False),
    "누리통신": ("KR", "news-agency", False),
    "새벽신문": ("KR", "newspaper", False),
    "한강일보": ("KR", "newspaper", False),
    "오늘경제": ("KR", "newspaper", False),
    "반도체신문": ("KR", "trade-press", False),
    "가온경제": ("KR", "newspaper", False),
    "통상산업부": ("KR", "government", False),
    "Yangtze Times": ("CN", "newspaper", True),
    "江海网": ("CN", "news-agency", True),
    "寰宇网": ("CN", "newspaper", True),
    "芯观察": ("CN", "newspaper", False),
    "外贸部": ("CN", "government", False),
    "Morning Ledger": ("INT", "news-agency", False),
    "Silicon Weekly": ("US", "trade-press", False),
    "Bureau of Export Licences": ("US", "government", False),
    "晚報社": ("TW", "news-agency", False),
}
RULES = {
    1: Rule(1, 1, "topic:china-korea-chips", 3, min_grade=1, name="한·중 반도체"),
    2: Rule(2, 1, '"삼성전자" AND (시안 OR 中国)', 3),
    3: Rule(3, 1, "HBM", 3, name="HBM"),
}
TOPICS = {
    "en": {
        "china-korea-chips": "China, South Korea and chips",
        "veu-waivers": "VEU status and waivers",
        "hbm": "High-bandwidth memory",
        "rare-earths": "Rare earths",
    },
    "ko": {
        "china-korea-chips": "한·중 반도체",
        "veu-waivers": "VEU·유예",
        "hbm": "고대역폭메모리",
        "rare-earths": "희토류·갈륨",
    },
    "zh-Hans": {
        "china-korea-chips": "中韩芯片",
        "veu-waivers": "VEU与豁免",
        "hbm": "高带宽内存",
        "rare-earths": "稀土与镓锗",
    },
    "zh-Hant": {
        "china-korea-chips": "中韓晶片",
        "veu-waivers": "VEU與豁免",
        "hbm": "高頻寬記憶體",
        "rare-earths": "稀土與鎵鍺",
    },
}
GLOSS = {
    "en": {
        21: ("SK hynix", "HBM4", "CXMT"),
        42: ("South Korea", "China", "supply chain"),
        11: ("Samsung Electronics", "SK hynix", "VEU", "waiver"),
        31: ("Foreign Trade Ministry", "gallium", "South Korea"),
    },
    "ko": {31: ("외무역부", "갈륨", "한국"), 21: ("SK하이닉스", "HBM4")},
    "zh-Hans": {11: ("三星电子", "SK海力士", "VEU", "豁免")},
    "zh-Hant": {11: ("三星電子", "SK海力士", "VEU", "豁免")},
}
# id, story, hours before seven, outlet, language, grade, topics, title, lead
ARTICLES = (
    (11, 1, 9.6, "누리통신", "ko", 2, "veu-waivers", "미 상무부, 삼성전자·SK하이닉스 중국 공장 VEU 1년 연장 승인",
     "미국 상무부가 삼성전자와 SK하이닉스의 중국 공장에 대한 검증된 최종사용자(VEU) 지위를 1년 연장했다. 연장은 12월 31일부터 적용된다."),
    (12, 1, 9.4, "Nuri Wire", "en", 2, "veu-waivers", "U.S. extends VEU status for Samsung, SK hynix plants in China by one year", ""),
    (13, 1, 9.1, "오늘경제", "ko", 2, "veu-waivers", "삼성·SK 中공장 장비 반입 1년 더", ""),
    (14, 1, 8.7, "반도체신문", "ko", 2, "veu-waivers", "VEU 1년 연장…반도체 업계 '한숨 돌려'", ""),
    (15, 1, 8.2, "새벽신문", "ko", 2, "veu-waivers", "미, 삼성·하이닉스 중국 공장 유예 1년 연장", ""),
    (16, 1, 7.5, "한강일보", "ko", 1, "veu-waivers", "中 공장 불확실성 1년 미뤄졌다", ""),
    (17, 1, 7.0, "가온경제", "ko", 1, "veu-waivers", "VEU 연장에 반도체주 강세", ""),
    (18, 1, 9.2, "Morning Ledger", "en", 2, "veu-waivers", "US grants one-year reprieve to Samsung, SK Hynix China fabs", ""),
    (19, 1, 6.1, "Silicon Weekly", "en", 1, "veu-waivers", "Samsung and SK hynix get another year of US tools in China", ""),
    (20, 1, 10.0, "Bureau of Export Licences", "en", 2, "veu-waivers", "Bureau extends validated end-user authorizations for two entities", ""),
    (21, 2, 5.2, "芯观察", "zh-Hans", 2, "hbm", "SK海力士HBM4良率突破八成，长鑫存储加速追赶",
     "多位产业链人士称，SK海力士HBM4良率已超过80%，长鑫存储预计于12月15日送样。"),
    (22, 2, 4.4, "오늘경제", "ko", 1, "hbm", "SK하이닉스 HBM4 수율 80% 돌파", ""),
    (23, 2, 3.0, "晚報社", "zh-Hant", 1, "hbm", "HBM4良率競賽 SK海力士領先", ""),
    (30, 3, 33.0, "Yangtze Times", "en", 2, "rare-earths", "China to review export licences for gallium shipments to South Korea", ""),
    (31, 3, 2.5, "外贸部", "zh-Hans", 2, "rare-earths", "外贸部新闻发言人就对韩镓出口许可答记者问",
     "外贸部新闻发言人表示，符合规定的民用出口申请将依法予以许可，有关安排自2026年12月1日起施行。"),
    (32, 3, 2.3, "江海网", "zh-Hans", 2, "rare-earths", "外贸部：对韩镓出口将依法许可", ""),
    (33, 3, 2.0, "寰宇网", "zh-Hans", 1, "rare-earths", "外贸部回应对韩镓出口许可问题", ""),
    (34, 3, 1.6, "누리통신", "ko", 2, "rare-earths", '中외무역부 "한국행 갈륨, 법에 따라 허가"', ""),
    (41, 4, 6.5, "Silicon Weekly", "en", 1, "", "Used chipmaking tools from Korea still find buyers in China", "Dealers in Suwon say that demand for 200 mm tools has not fallen."),
    (42, 5, 11.0, "통상산업부", "ko", 1, "china-korea-chips", "한·중 통상장관, 반도체 공급망 대화 재개 합의", ""),
)  # fmt: skip
CALENDAR = (
    Occasion("cn-mfa", {"en": "Chinese Foreign Ministry press conference", "ko": "중국 외교부 정례 브리핑",
             "zh-Hans": "中国外交部例行记者会", "zh-Hant": "中國外交部例行記者會"}, time(15), "Asia/Shanghai", frozenset(range(5))),
    Occasion("kr-exports", {"en": "South Korea's exports of the month's first 20 days", "ko": "한국 1~20일 수출입 현황",
             "zh-Hans": "韩国本月前20天进出口数据", "zh-Hant": "韓國本月前20天進出口數據"}, time(9), "Asia/Seoul", monthdays=frozenset({21})),
)  # fmt: skip


def article(number: int, story: int, ago: float, outlet: str, lang: str, grade: int, topic: str, title: str, lead: str) -> Article:  # fmt: skip
    """One line of the table as an article."""
    side, kind, state = OUTLETS[outlet]
    at = SEVEN - timedelta(hours=ago)
    return Article(
        id=number,
        source=f"s{number}",
        url=f"https://news.example/{side.lower()}/{number}",
        title=title,
        lead=lead,
        lang=lang,
        published=None if kind == "government" else at,
        precision=Precision.MINUTE,
        first_seen=at + timedelta(minutes=4),
        content_hash="",
        story=story,
        grade=grade,
        score=0.5,
        topics=("china-korea-chips", topic) if topic else (),
        outlet=outlet,
        side=side,
        kind=kind,
        state_media=state,
    )


def dossiers(articles: tuple[Article, ...]) -> dict[int, Dossier]:
    """The stories of the day, five Chinese state media listening."""
    listening = tuple(
        Watched(name, name, "CN", True, True)
        for name in ("Yangtze Times", "江海网", "寰宇网", "East Daily", "CTV World")
    )
    facts = Facts(
        START,
        SEVEN,
        every={one.source: timedelta(minutes=10) for one in articles},
        listening=listening,
        others=articles,
        names={},
    )
    found: dict[int, list[Article]] = {}
    for one in sorted(articles, key=lambda one: one.first_seen):
        found.setdefault(one.story, []).append(one)
    return {
        number: open_dossier(Story(number, told[0].title, told[0].first_seen, told[-1].first_seen, tuple(told)), facts)
        for number, told in found.items()
    }


def sample(lang: str = "en", *, stories: int = 0, online: str = "", hostile: bool = False, **more: object) -> Message:
    """The mail of 20 November 2026; `stories` more make it long, `hostile` words make it try to break out."""
    articles = tuple(article(*line) for line in ARTICLES)
    articles += tuple(
        article(100 + number, 100 + number, 3.0, "Morning Ledger" if number % 2 else "새벽신문", "en" if number % 2 else "ko",
                1, "hbm", f"Memory maker number {number} says demand holds" if number % 2 else f"메모리 수요 견조, {number}번째 소식", "HBM. " * 20)
        for number in range(stories)
    )  # fmt: skip
    if hostile:
        words = "<script>alert('&')</script>\ue000 \u202e" + "망" * 1_000_000
        articles = tuple(
            replace(one, title=words, lead=words, outlet=words[:9], url="javascript:alert(1)") for one in articles
        )
    fresh = [one for one in articles if one.first_seen >= START]
    reader = Destination(3, 1, "email", "reader@example.org")
    delivery = Delivery(
        1, reader, "digest", f"digest:{date(2026, 11, 20)}", DeliveryState.NEW, SEVEN, 0, SEVEN, lang=lang
    )
    backdrop = Backdrop(
        dossiers=dossiers(articles),
        gloss=lambda one, language: GLOSS.get(language, {}).get(one.id, ()),
        weeks={
            "veu-waivers": (0, 1, 0, 2, 1, 1, 1),
            "hbm": (2, 3, 1, 0, 2, 3, 1),
            "rare-earths": (1, 0, 2, 2, 3, 1, 1),
        },
        occasions=recurring(CALENDAR, SEVEN),
        sources=41,
        sick=(
            Sick("Yangtze Times", "blocked", SEVEN - timedelta(hours=12)),
            Sick("Foreign Trade Ministry", "stale", SEVEN - timedelta(days=3)),
        ),
    )
    chosen = [(one, hits(one)) for one in fresh]
    mailing = Mailing(online=online, unsubscribe="https://chipwire.example/u/abc" if online else "")
    return compose_digest(
        delivery, chosen, RULES, SEVEN, topics=TOPICS[lang], backdrop=backdrop, mailing=mailing, **more
    )


def hits(one: Article) -> tuple[RuleHit, ...]:
    """By the topic, and by the reader's own words where they stand in the title."""
    found = [RuleHit(1, (Hit("title", 0, 1, one.title.split()[0]),))] if one.topics else []
    if "HBM" in one.title or not found:
        found.append(RuleHit(3, (Hit("title", 0, 3, "HBM"),)))
    return tuple(found)
