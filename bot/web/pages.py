"""Pages of a few lines and at most one button, in the readers' languages, without scripts."""

import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

LANGUAGES = ("en", "ko", "zh-Hans", "zh-Hant")
#: A digest's looks stand in its elements; it loads nothing and sends nothing.
DIGEST_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language's words."""

    lang: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text with its values filled in; a key that is missing is a mistake of ours."""
        return self.texts[key].format(**values)


@cache
def tongue(lang: str) -> Tongue:
    """The words of a language; English where we do not speak it."""
    known = lang if lang in LANGUAGES else "en"
    return Tongue(known, tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))[known])


def wished(request: web.Request) -> Tongue:
    """What a browser says its user reads, where we do not know the reader."""
    for wish in request.headers.get("Accept-Language", "").lower().split(",")[:10]:
        tag = wish.partition(";")[0].strip()
        if tag.startswith("zh"):
            return tongue("zh-Hant" if any(part in tag for part in ("hant", "tw", "hk", "mo")) else "zh-Hans")
        if tag[:2] in {"ko", "en"}:
            return tongue(tag[:2])
    return tongue("en")


def page(tell: Tongue, heading: str, *lines: str, press: str = "", status: int = 200) -> web.Response:
    """A page that may do one thing: `press` is what stands on its button."""
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(lang=tell.lang, heading=heading, lines=lines, press=press, style=_style())
    )
    return web.Response(
        text=html, content_type="text/html", status=status, headers={"Content-Security-Policy": _policy()}
    )


@cache
def _style() -> str:
    return files(__package__).joinpath("templates/page.css").read_text("utf-8")


@cache
def _policy() -> str:
    style = b64encode(sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.web", "templates"), autoescape=True, trim_blocks=True, undefined=StrictUndefined
    )
