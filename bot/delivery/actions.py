"""What a reader can do with an alert besides opening it; each action names the chat's module that takes it."""

from collections.abc import Iterable
from types import MappingProxyType

from bot.model import Article, Button, Pace, Rule

_LABELS = MappingProxyType(
    {
        "en": ("Why", "Mute story", "Less like this", "Save"),
        "ko": ("이유", "이 사안 끄기", "이런 기사 줄이기", "보관"),
        "zh-Hans": ("原因", "不再提此事", "少看此类", "收藏"),
        "zh-Hant": ("原因", "不再提此事", "少看此類", "收藏"),
    }
)
#: The pace that follows for what comes at once, and for what comes by the hour, as a button says it.
_CALMER = MappingProxyType(
    {
        "en": {Pace.HOURLY: "Hourly", Pace.DIGEST: "To the digest"},
        "ko": {Pace.HOURLY: "한 시간마다", Pace.DIGEST: "아침 요약으로"},
        "zh-Hans": {Pace.HOURLY: "每小时一次", Pace.DIGEST: "放入早报"},
        "zh-Hant": {Pace.HOURLY: "每小時一次", Pace.DIGEST: "放入早報"},
    }
)


def calmer(rules: Iterable[Rule]) -> Pace:
    """The pace that what these rules bring could have instead: one step slower than the fastest of them."""
    return Pace.HOURLY if {rule.pace for rule in rules} & {Pace.INSTANT, Pace.SILENT} else Pace.DIGEST


def alert_actions(lang: str, article: Article, rules: Iterable[Rule]) -> tuple[tuple[Button, ...], ...]:
    """The rows below an alert's link; `rules` are those that made it."""
    why, mute, less, save = _LABELS.get(lang, _LABELS["en"])
    pace = calmer(rules)
    return (
        (
            Button(why, action=f"why {article.id}"),
            Button(save, action=f"saved add {article.id}"),
            Button(_CALMER.get(lang, _CALMER["en"])[pace], action=f"less calm {pace} {article.id}"),
        ),
        (Button(mute, action=f"mute on {article.story}"), Button(less, action=f"less {article.id}")),
    )
