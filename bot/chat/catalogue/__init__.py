"""Every text of the chat in the readers' four languages; the texts are data beside this file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
NAMES = {"en": "English", "ko": "한국어", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}


class Words:
    """One language's texts by key."""

    def __init__(self, lang: str, texts: Mapping[str, str]) -> None:
        self.lang = lang
        self.texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The text with its values filled in; a key that is missing is a mistake of ours."""
        return self.texts[key].format(**values)


@cache
def words_in(lang: str) -> Words:
    """A language's catalogue; English where we do not speak it."""
    known = lang if lang in LANGUAGES else "en"
    read = tomllib.loads(files(__name__).joinpath(f"{known}.toml").read_text("utf-8"))
    return Words(known, {f"{part}.{name}": text for part, texts in read.items() for name, text in texts.items()})


def language_of(code: str | None) -> str:
    """A Telegram language code as one of ours."""
    tag = (code or "en").lower()
    if tag.startswith("zh"):
        return "zh-Hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-Hans"
    return "ko" if tag.startswith("ko") else "en"
