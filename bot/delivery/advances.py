"""What a follow-up adds, in a few words: "MOFCOM answers", "figure changed 3 bn → 5 bn"."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.delivery.typography import clean, cut
from bot.model import Advance

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
_MOST = 2  # things told of one follow-up
_LONGEST = 60  # UTF-16 units of what an outlet printed
Words = Mapping[str, tuple[str, str, str, str]]  # in the order of LANGUAGES

#: By kind of advance: with its actor, and without one.
_SAID: Words = MappingProxyType(
    {
        "answer": ("{actor} answers", "{actor} 반응", "{actor}回应", "{actor}回應"),
        "answer-": ("an answer", "반응 나와", "有回应", "有回應"),
        "reversal": (
            "{actor}: {before}, now {after}",
            "{actor}: {before} → {after}",
            "{actor}：{before} → {after}",
            "{actor}：{before} → {after}",
        ),
        "reversal-": ("{before}, now {after}", "{before} → {after}", "{before} → {after}", "{before} → {after}"),
        "phase": ("now {after}", "{after}", "{after}", "{after}"),
        "figure": (
            "figure changed {before} → {after}",
            "수치 변경 {before} → {after}",
            "数字有变 {before} → {after}",
            "數字有變 {before} → {after}",
        ),
        "period": (
            "time changed {before} → {after}",
            "시점 변경 {before} → {after}",
            "时间有变 {before} → {after}",
            "時間有變 {before} → {after}",
        ),
        "actor": ("{after}'s side", "{after} 측", "{after}方面", "{after}方面"),
        "people": ("{after} is named", "{after} 거론", "提到{after}", "提到{after}"),
    }
)
_PHASES: Words = MappingProxyType(
    {
        "proposed": ("proposed", "제안", "已提出", "已提出"),
        "announced": ("announced", "발표", "已宣布", "已宣布"),
        "decided": ("decided", "결정", "已决定", "已決定"),
        "in force": ("in force", "시행", "已生效", "已生效"),
        "answered": ("answered", "답변", "已回应", "已回應"),
        "suspended": ("suspended", "중단", "已暂停", "已暫停"),
        "exempted": ("exempted", "면제", "获豁免", "獲豁免"),
        "lifted": ("lifted", "해제", "已解除", "已解除"),
        "revoked": ("revoked", "철회", "已撤销", "已撤銷"),
        "probed": ("under investigation", "조사", "被调查", "被調查"),
        "arrested": ("arrested", "체포", "被捕", "被捕"),
        "indicted": ("indicted", "기소", "被起诉", "被起訴"),
        "on trial": ("on trial", "재판", "受审", "受審"),
        "convicted": ("convicted", "유죄", "被定罪", "被定罪"),
        "appealed": ("appealed", "항소", "已上诉", "已上訴"),
        "summoned": ("summoned", "초치", "被召见", "被召見"),
        "banned": ("banned", "금지", "被禁止", "被禁止"),
    }
)
_ACTS: Words = MappingProxyType(
    {
        "ban": ("banned", "금지", "禁止", "禁止"),
        "lift": ("lifted", "해제", "解除", "解除"),
        "exempt": ("exempted", "면제", "豁免", "豁免"),
        "curb": ("curbed", "규제", "限制", "限制"),
        "sanction": ("sanctioned", "제재", "制裁", "制裁"),
        "suspend": ("suspended", "중단", "暂停", "暫停"),
        "join": ("joining", "참여", "加入", "加入"),
        "refuse": ("refused", "거부", "拒绝", "拒絕"),
        "deny": ("denied", "부인", "否认", "否認"),
        "confirm": ("confirmed", "확인", "证实", "證實"),
        "extend": ("extended", "연장", "延长", "延長"),
        "revoke": ("revoked", "철회", "撤销", "撤銷"),
        "rise": ("rising", "상승", "上升", "上升"),
        "fall": ("falling", "하락", "下降", "下降"),
        "profit": ("profit", "흑자", "盈利", "獲利"),
        "loss": ("loss", "적자", "亏损", "虧損"),
        "in-force": ("in force", "시행", "生效", "生效"),
        "arrest": ("arrested", "체포", "逮捕", "逮捕"),
        "convict": ("convicted", "유죄", "定罪", "定罪"),
        "indict": ("indicted", "기소", "起诉", "起訴"),
        "appeal": ("appealed", "항소", "上诉", "上訴"),
        "probe": ("investigated", "조사", "调查", "調查"),
        "trial": ("on trial", "재판", "审理", "審理"),
    }
)
_SIDES: Words = MappingProxyType(
    {
        "KR": ("South Korea", "한국", "韩国", "韓國"),
        "CN": ("China", "중국", "中国", "中國"),
        "US": ("the US", "미국", "美国", "美國"),
        "JP": ("Japan", "일본", "日本", "日本"),
        "TW": ("Taiwan", "대만", "台湾", "台灣"),
        "EU": ("the EU", "유럽연합", "欧盟", "歐盟"),
    }
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def advance_told(adds: Sequence[Advance], lang: str, names: Mapping[str, str]) -> str:
    """What is new, the most telling first; "" where there is nothing to say.

    `names` are the concepts that act, as the language calls them, by id.
    """
    at = LANGUAGES.index(lang) if lang in LANGUAGES else 0
    told = (_told(one, at, names) for one in adds)
    return ", ".join([words for words in told if words][:_MOST])


def _told(one: Advance, at: int, names: Mapping[str, str]) -> str:
    actor = names.get(one.actor) or cut(clean(one.printed).strip(), _LONGEST)
    before, after = (_side(one.kind, word, at, names) for word in (one.before, one.after))
    key = one.kind if actor or f"{one.kind}-" not in _SAID else f"{one.kind}-"
    missing = not after if one.kind in {"actor", "phase", "people"} else one.kind != "answer" and not (before and after)
    if key not in _SAID or missing:
        return ""
    return _SAID[key][at].format(actor=actor, before=before, after=after)


def _side(kind: str, word: str, at: int, names: Mapping[str, str]) -> str:
    """One of the two ends of a change in words; "" for one that we have no words for."""
    match kind:
        case "reversal":
            return _ACTS[word][at] if word in _ACTS else ""
        case "phase":
            return _PHASES[word][at] if word in _PHASES else ""
        case "period" if word.isdecimal() and 1 <= int(word) <= len(_MONTHS):
            return (_MONTHS[int(word) - 1], f"{word}월", f"{word}月", f"{word}月")[at]
        case "actor":
            return _SIDES[word][at] if word in _SIDES else names.get(word, "")
        case "figure" | "people":
            return cut(clean(word).strip(), _LONGEST)
    return ""
