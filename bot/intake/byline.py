"""Who wrote it, which wire it came from, and whether it is an opinion."""

import re

import lxml.html

from bot.intake import plain

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# Credits as outlets print them: "(서울=연합뉴스)", "（新华社北京11月22日电）", "BEIJING (Reuters) -".
_WIRES = (
    (
        "Yonhap",
        r"[(（][^()（）]{0,20}(?:연합뉴스|韩联社|韓聯社|聯合ニュース|Yonhap)[^()（）]{0,10}[)）]|韩联社[^。]{0,16}电",
    ),
    ("Xinhua", r"新[华華]社[^。，]{0,20}[电電]|[(（](?:新[华華]社|Xinhua|신화통신)[^()（）]{0,12}[)）]|신화통신\s*="),
    ("Reuters", r"[(（](?:Reuters|로이터|ロイター)[^()（）]{0,8}[)）]|路透社?[^。，]{0,12}[电電]|Reporting by [A-Z]"),
    ("AP", r"\(AP\)|美联社[^。，]{0,12}电"),
    ("AFP", r"\(AFP\)|法新社[^。，]{0,12}电|AFP=時事"),
    ("Newsis", r"[\[(【][^\[\]()]{0,12}=?(?:뉴시스|Newsis)[\])】]"),
    ("News1", r"[(\[][^()\[\]]{0,12}=?뉴스1[)\]]"),
    ("Kyodo", r"[(（](?:Kyodo|共同)[)）]|共同社[^。，]{0,12}电"),
    ("Bloomberg", r"[(（](?:Bloomberg|블룸버그)[)）]"),
    ("China News Service", r"中新[社网][^。，]{0,20}[电電]"),
    ("CNA", r"[(（]中央社[^()（）]{0,30}[电電][)）]"),
)
_WRITER = re.compile(
    r"(?:^|[\s=|/(\[])(?P<ko>[가-힣]{2,4})\s*(?:선임|수석|전문|국제|산업|경제)?기자(?:\s|$|[)=\]|])"
    r"|(?:记者|記者)[:：\s]*(?P<zh>[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})(?=[\s报報）)，,摄]|$)"
    r"|^By\s+(?P<en>[A-Z][\w.'’-]+(?:\s+(?:and\s+)?[A-Z][\w.'’-]+){1,5})"
)
_OPINION = re.compile(
    r"/(?:opinion|opinions|editorial|editorials|column|columns|commentary|op-ed|comment)(?:/|$|\?)|[\[(【](?:사설|칼럼|기고|오피니언|시론)"
    r"|^(?:社论|社評|社评|评论|时评|观点)[:：|丨]|^(?:Editorial|Opinion|Commentary|Op-Ed)\s*[:|]|오피니언",
    re.IGNORECASE,
)


def credit(text: str) -> str:
    """The wire that a text names at its beginning or its end; "" if none."""
    ends = f"{text[:300]}\n{text[-200:]}"
    found = [(match.start(), wire) for wire, pattern in _WIRES if (match := re.search(pattern, ends))]
    return min(found)[1] if found else ""


def writer(page: lxml.html.HtmlElement, told: str, text: str) -> str:
    """Who wrote it, by the page's data, its head or the text's own words; never an address."""
    named = page.xpath(
        "//meta[@name='author' or @property='article:author' or @name='byl' or @name='dable:author']/@content"
    )
    for name in (told, *map(str, named)):
        words = _MAIL.sub("", plain.line(name, 200)).strip(" ,;|·()")
        if words and not words.startswith(("http", "www")):
            return words.removeprefix("By ").removeprefix("by ")
    for part in (text[:300], text[-200:]):
        found = _WRITER.search(part)
        if found:
            return " ".join((found.group("ko") or found.group("zh") or found.group("en")).split())
    return ""


def is_opinion(url: str, title: str, kind: str, section: str) -> bool:
    """Whether address, headline or structured data call it a column or an editorial."""
    return any(_OPINION.search(part) for part in (url, title, section)) or "Opinion" in kind or "Review" in kind


def without_mail(text: str) -> str:
    """A text without mail addresses, and without the lines that held nothing else."""
    return "\n".join(bare for line in text.splitlines() if (bare := _MAIL.sub("", line).rstrip()))
