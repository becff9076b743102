"""What a rule's owner is told of rules that bring nothing, everything, or nothing of their own."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.delivery.typography import clean, cut
from bot.desk.lint import Remark, Trouble

_LONGEST = 80  # UTF-16 units of a rule's text
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "head": "Your rules, looked at once a week over the last {days} days:",
            "never": "{rule}: no hit",
            "everything": "{rule}: {hits} hits, most of all there was; make it narrower",
            "contained": "{rule}: whatever it finds, {other} finds too",
            "within": "{rule}: all of its {hits} hits came through {other} as well",
            "foot": "/list shows your rules and lets you change or end them.",
        },
        "ko": {
            "head": "지난 {days}일 동안의 규칙을 주 1회 점검한 결과입니다:",
            "never": "{rule}: 해당 기사 없음",
            "everything": "{rule}: {hits}건, 전체 기사의 대부분입니다. 범위를 좁혀 보세요",
            "contained": "{rule}: 이 규칙이 찾는 기사는 {other} 규칙도 모두 찾습니다",
            "within": "{rule}: {hits}건 모두 {other} 규칙에도 해당했습니다",
            "foot": "/list 에서 규칙을 보고 바꾸거나 지울 수 있습니다.",
        },
        "zh-Hans": {
            "head": "每周检查一次您的规则，最近{days}天的情况：",
            "never": "{rule}：没有命中",
            "everything": "{rule}：命中{hits}篇，占全部新闻的大多数，请缩小范围",
            "contained": "{rule}：它能找到的，{other}也都能找到",
            "within": "{rule}：命中的{hits}篇全部也由{other}命中",
            "foot": "/list 可以查看、修改或删除规则。",
        },
        "zh-Hant": {
            "head": "每週檢查一次您的規則，最近{days}天的情況：",
            "never": "{rule}：沒有命中",
            "everything": "{rule}：命中{hits}篇，占全部新聞的大多數，請縮小範圍",
            "contained": "{rule}：它能找到的，{other}也都能找到",
            "within": "{rule}：命中的{hits}篇全部也由{other}命中",
            "foot": "/list 可以查看、修改或刪除規則。",
        },
    }
)


def remarks_told(lang: str, remarks: Sequence[Remark], days: int) -> str:
    """One line for each rule, by its owner's number, and where to change them."""
    words = _WORDS.get(lang, _WORDS["en"])
    lines = [f"· {_told(remark, words)}" for remark in remarks]
    return "\n".join((words["head"].format(days=days), *lines, words["foot"]))


def _told(remark: Remark, words: Mapping[str, str]) -> str:
    other = _named(remark.other.number, remark.other.name or remark.other.text) if remark.other else ""
    rule = _named(remark.rule.number, remark.rule.name or remark.rule.text)
    return words[Trouble(remark.trouble).value].format(rule=rule, hits=remark.hits, other=other)


def _named(number: int, text: str) -> str:
    return f"{number}. {cut(clean(text), _LONGEST)}" if number else cut(clean(text), _LONGEST)
