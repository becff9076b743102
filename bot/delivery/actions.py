"""What a reader can do with an alert besides opening it; each action names the chat's module that takes it."""

from types import MappingProxyType

from bot.model import Article, Button

_LABELS = MappingProxyType(
    {
        "en": ("Why", "Mute story", "Less like this", "Save"),
        "ko": ("이유", "이 사안 끄기", "이런 기사 줄이기", "보관"),
        "zh-Hans": ("原因", "不再提此事", "少看此类", "收藏"),
        "zh-Hant": ("原因", "不再提此事", "少看此類", "收藏"),
    }
)


def alert_actions(lang: str, article: Article) -> tuple[tuple[Button, ...], ...]:
    """The rows below an alert's link."""
    why, mute, less, save = _LABELS.get(lang, _LABELS["en"])
    return (
        (Button(why, action=f"why {article.id}"), Button(save, action=f"saved add {article.id}")),
        (Button(mute, action=f"mute on {article.story}"), Button(less, action=f"less {article.id}")),
    )
