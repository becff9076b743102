# ruff: noqa: E501 - a pattern is read as one line
"""Takes off what an outlet puts around the news: tags, datelines, credits, its own name; and tells opinions from news."""

import re

_TAG = re.compile(r"^\s*(?:[\[【〔(（<《][^\]】〕)）>》]{1,14}[\]】〕)）>》]\s*)+")
_LABEL = re.compile(
    r"^\s*(?:(?:\d+(?:st|nd|rd|th) )?(?:update|lead|urgent|breaking|exclusive|live|watch|analysis|factbox|explainer|"
    r"wrapup|refile|corrected)(?: ?\d+)?\s*[-:–—|]\s*|(?:속보|단독|종합|快讯|快訊|独家|獨家|最新)\s*[:：|丨]\s*)+",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^\s*(?:[A-Z][A-Za-z.,' -]{2,40}\((?:[A-Za-z .]{2,20})\)\s*[-–—]+\s*"
    r"|[A-Z][A-Z.,' ]{2,30},?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s\([A-Za-z ]+\)\s*[-–—]+\s*"
    r"|[(（][^)）]{1,24}(?:=|＝)[^)）]{1,16}[)）]\s*(?:[가-힣]{2,4}\s?기자\s*=?\s*)?"
    r"|[가-힣 ]{2,10}\s?기자\s*=\s*"
    r"|(?:新华社|中新社|中新网|人民网|环球网|中央社|[（(]?中央社)[^，。]{0,24}[电電日）)]\s*[（(]?[^）)，。]{0,12}[）)]?\s*)"
)
_CREDIT = re.compile(
    r"\s*(?:[-–—|｜]\s*(?:Reuters|Yonhap(?: News(?: Agency)?)?|Xinhua|AP|AFP|Bloomberg|연합뉴스|新华网)\s*$)"
)
_REPORTED = re.compile(
    r"^(?:외신|블룸버그|로이터|FT|WSJ|외국 언론|[가-힣]{0,4}통신)\s*[,:]\s*|^(?:外媒|韩媒|韓媒|美媒|日媒|彭博|路透|路透社|消息人士|知情人士|金融时报|金融時報|华尔街日报|報導|传|傳)\s*[:：,，]\s*|^(?:媒体|媒體)\s*[:：]\s*"
)

_OPINION = re.compile(
    r"^\W*(?:사설|칼럼|기고|시론|논설|기자수첩|취재수첩|데스크|오피니언|시평|해설|분석|뷰|인사이트|포커스|심층|기획|만물상|특파원)"
    r"|社评|社評|社论|社論|评论|評論|锐评|銳評|时评|時評|观点|觀點|述评|述評|深度|特稿|解读|解讀|专访|專訪"
    r"|\b(?:editorial|opinion|commentary|analysis|column|explainer|op-ed|viewpoint|explained|takeaways)\b",
    re.IGNORECASE,
)


def stripped(text: str) -> str:
    """The text without what says nothing of the news."""
    for pattern in (_TAG, _LABEL, _DATELINE, _REPORTED, _CREDIT):
        text = pattern.sub("", text, count=1)
    return text


def is_opinion(title: str) -> bool:
    """Whether a headline announces an opinion, an analysis or an interview."""
    return _OPINION.search(title) is not None
