"""Article pages: text, headline, date, byline, wire credit, canonical address."""

from datetime import UTC, datetime

import pytest

from bot.intake import byline
from bot.intake.article import read_article
from bot.intake.refusal import SourceError
from bot.model import ArticlePage, Fetched, FetchOutcome, Precision, Source

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
URL = "https://outlet.example/view/5"
KOREAN = [
    "중국 시안에 있는 반도체 공장이 22일 다시 가동을 시작했다고 회사 측이 밝혔다. 생산량은 다음 달까지 예전 수준을 되찾을 전망이다.",
    "정부 관계자는 수출 통제와 관련해 미국과 협의를 이어가고 있다며 기업의 불확실성을 줄이겠다고 말했다. 양국은 다음 주 다시 만난다.",
    "업계에서는 고대역폭 메모리 수요가 내년에도 늘어날 것으로 보고 있다. 다만 규제가 길어지면 장비 반입이 늦어질 수 있다는 우려도 나온다.",
]
COMMENTS = [
    f"댓글 {number}: 이 기사는 정말 유익하네요. 그런데 제 생각은 조금 다릅니다. 공장은 언제쯤 완전히 돌아올까요?"
    for number in range(40)
]


def source(**keys: object) -> Source:
    told = {
        "id": "s",
        "name": "",
        "side": "KR",
        "kind": "",
        "lang": "ko",
        "format": "page",
        "url": URL,
        "assume_tz": "Asia/Seoul",
    }
    return Source(**{**told, **keys})


def read(text: str, url: str = URL, **keys: object) -> ArticlePage:
    return read_article(
        Fetched("s", FetchOutcome.FETCHED, url, 200, text.encode(), "text/html; charset=utf-8"), source(**keys), NOW
    )


def document(body: str, head: str = "", title: str = "시안 반도체 공장 다시 돈다 - 경제ㅣ국보일보") -> str:
    return f'<!doctype html><html lang="ko"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_an_article_is_told_whole() -> None:
    """Text without menu and comments, headline without site and section, date, writer, wire and canonical address."""
    page = read(
        document(
            "<div class='nav'><a href='/'>홈</a><a href='/e'>경제</a></div><h1>국보일보</h1><div class='view'><h2>시안 반도체 공장 다시 돈다</h2>"
            "<span class='date'>입력 2026.11.22 10:30</span><article>"
            + paragraphs("(서울=연합뉴스) 홍길동 기자 = " + KOREAN[0], *KOREAN[1:], "hong@kukbo.example")
            + f"</article></div><div class='comment_list'>{paragraphs(*COMMENTS)}</div>",
            '<meta property="og:site_name" content="국보일보"><link rel="canonical" href="/article/5">',
        )
    )

    assert page == ArticlePage(
        text="\n".join(["(서울=연합뉴스) 홍길동 기자 = " + KOREAN[0], *KOREAN[1:]]),
        title="시안 반도체 공장 다시 돈다",
        published=datetime(2026, 11, 22, 1, 30, tzinfo=UTC),
        precision=Precision.MINUTE,
        byline="홍길동",
        credit="Yonhap",
        canonical="https://outlet.example/article/5",
        lang="ko",
    )


def test_the_outlets_selectors_come_first() -> None:
    """What the operator names is taken as it stands, without what the operator drops."""
    page = read(
        document(
            "<b class='t'>제목</b><i class='w'>김 기자</i><u class='d'>2026-11-22 09:00</u><div id='c'><p>본문 하나.</p><div class='ad'>광고</div>둘.</div>"
        ),
        article={"body": "#c", "title": ".t", "date": ".d", "byline": ".w", "drop": ".ad"},
    )

    assert (page.text, page.title, page.published, page.byline) == (
        "본문 하나.\n둘.",
        "제목",
        datetime(2026, 11, 22, 0, 0, tzinfo=UTC),
        "김 기자",
    )


def test_an_article_that_only_scripts_would_show() -> None:
    """A body that stands in a streaming framework's chunks is read out of them."""
    markup = paragraphs(*KOREAN)
    size = format(len(markup.encode()), "x")
    escaped = markup.replace("<", "\\u003c").replace("/", "\\/")
    page = read(
        document(
            "<div id='root'></div>"
            f'<script>self.__next_f.push([1,"1:I[5,[],\\"default\\"]\\n24:T{size},"])</script><script>self.__next_f.push([1,"{escaped}"])</script>'
            '<script>self.__next_f.push([1,"5:[\\"$\\",\\"div\\",null,{\\"createdAt\\":\\"2026-11-22 10:00\\"}]\\n"])</script>'
        )
    )

    assert page.text == "\n".join(KOREAN)
    assert page.published == datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def test_structured_data() -> None:
    """Headline, date, author and kind come from the page's own data; an opinion is marked as one."""
    data = (
        '{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"OpinionNewsArticle","headline":"Chip war, cold peace",'
        '"datePublished":"2026-11-21T08:00:00Z","author":[{"@type":"Person","name":"A. Writer"}]}]}'
    )
    english = (
        "The ministers agreed to keep talking about export rules, and the companies hope that the licences will be renewed. "
        * 3
    )

    page = read(
        document(
            "<h1>Chip war, cold peace</h1>" + paragraphs(english, english),
            f"<script type='application/ld+json'>{data}</script>",
            "Chip war, cold peace | The Kukbo Times",
        )
    )

    assert (page.title, page.published, page.byline, page.opinion) == (
        "Chip war, cold peace",
        datetime(2026, 11, 21, 8, 0, tzinfo=UTC),
        "A. Writer",
        True,
    )


def test_loose_text_before_the_first_paragraph_is_the_lead() -> None:
    """Some outlets set their first sentence bare behind a box; it belongs to the article."""
    page = read(
        document(
            f"<div class='body'><div class='sub'>부제목</div><!-- no image -->{KOREAN[0]}{paragraphs(*KOREAN[1:])}</div>"
        )
    )

    assert KOREAN[0] in page.text


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("芯片出口许可恢复_财经_腾讯网", "芯片出口许可恢复"),
        ("芯片出口许可恢复-新华网", "芯片出口许可恢复"),
        ("商务部：将依法处理_滚动新闻_中国新闻网", "商务部：将依法处理"),
        ("半導体の輸出規制、3社が声明：国宝新聞デジタル", "半導体の輸出規制、3社が声明"),
        ("칩4 협의 재개 | 국보일보", "칩4 협의 재개"),
        ("Seoul - Beijing talks resume | Kukbo News", "Seoul - Beijing talks resume"),
        ("X-ray chips: a primer", "X-ray chips: a primer"),
        ("投资3000亿！专家：没把产品作为中心", "投资3000亿！专家：没把产品作为中心"),
    ],
)
def test_a_headline_without_the_site(title: str, headline: str) -> None:
    """The site's name and the section before it are cut; separators within a headline stay."""
    assert read(document(paragraphs(*KOREAN), title=title)).title == headline


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("(서울=연합뉴스) 홍길동 기자 = 정부는", "Yonhap"),
        ("新华社北京11月22日电（记者 王某）商务部", "Xinhua"),
        ("SEOUL, Nov. 22 (Yonhap) -- The ministry", "Yonhap"),
        ("BEIJING (Reuters) - China", "Reuters"),
        ("[서울=뉴시스] 홍길동 기자", "Newsis"),
        ("中新社北京11月22日电 记者", "China News Service"),
        ("（中央社記者王某台北22日電）", "CNA"),
        ("The Reuters report said", ""),
    ],
)
def test_wire_credits(text: str, wire: str) -> None:
    """A credit is a wire's mark at a text's ends, not every mention of its name."""
    assert byline.credit(text) == wire


@pytest.mark.parametrize(
    ("url", "title", "opinion"),
    [
        ("https://x.example/opinion/1", "Chips", True),
        ("https://x.example/1", "[사설] 반도체", True),
        ("https://x.example/1", "社论：芯片", True),
        ("https://x.example/1", "Public opinion on chips", False),
    ],
)
def test_opinions(url: str, title: str, opinion: bool) -> None:
    """An address or a headline calls a column a column."""
    assert byline.is_opinion(url, title, "", "") is opinion


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7", b'{"error": 1}'])
def test_what_is_no_page_is_refused(body: bytes) -> None:
    """A PDF or an error is told as such."""
    with pytest.raises(SourceError) as refused:
        read_article(Fetched("s", FetchOutcome.FETCHED, URL, 200, body, "text/html"), source(), NOW)

    assert refused.value.cause == "not-an-article"


def test_a_page_without_an_article() -> None:
    """A page with nothing to read gives an empty text, not an error."""
    assert read(document("<div></div>", title="")).text == ""
