"""The daily word when nothing matched: silence is never ambiguous."""

from types import MappingProxyType

_WORDS = MappingProxyType(
    {
        "en": "Nothing matched your rules in the last 24 hours. {well} of {all} sources are well.",
        "ko": "지난 24시간 동안 규칙에 맞는 기사가 없었습니다. 매체 {all}곳 가운데 {well}곳이 정상입니다.",
        "zh-Hans": "过去24小时没有符合您规则的新闻。{all}个来源中{well}个正常。",
        "zh-Hant": "過去24小時沒有符合您規則的新聞。{all}個來源中{well}個正常。",
    }
)


def silence_told(lang: str, well: int, sources: int) -> str:
    """That nothing matched, and how many sources were read all the same."""
    return _WORDS.get(lang, _WORDS["en"]).format(well=well, all=sources)
