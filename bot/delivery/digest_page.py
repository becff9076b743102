"""The day's mail as text and as HTML, within what a mail program shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape

from bot.delivery.digest_story import Told

#: Bytes of the HTML part, in UTF-8 as well as in either encoding of mail: Gmail clips at about 102 KB.
LARGEST = 90_000
#: Stands where a reader's own reason belongs; `clean` lets no such character through, so no headline holds it.
HOLE = "\ue000"


@dataclass(frozen=True, slots=True)
class Block:
    """A story laid out for every reader of a language, but for the reason."""

    html: str
    text: str
    cost: int  # bytes, see `cost`

    def told(self, why: str) -> tuple[str, str]:
        """Both parts with one reader's reason."""
        return self.html.replace(HOLE, escape(why)), self.text.replace(HOLE, why)


def block(told: Told, words: Any, *, brief: bool = False) -> Block:
    """Lay out a story; `brief` is a line of it."""
    page = {"story": told, "words": words, "hole": HOLE}
    name = "digest_brief" if brief else "digest_story"
    html = template(f"{name}.html.j2").render(page)
    return Block(html, template(f"{name}.txt.j2").render(page), cost(html))


def lay_out(page: Mapping[str, Any]) -> tuple[str, str]:
    """The whole HTML and the whole text."""
    html = template("digest.html.j2").render(page)
    return html, template("digest.txt.j2").render(page).strip() + "\n"


def cost(html: str) -> int:
    """At most so many bytes it takes in a mail: plain, as quoted-printable, or as base64, whichever is most."""
    size = len(html.encode("utf-8", "replace"))
    wide = size - len(html.encode("ascii", "ignore"))
    printable = size + 2 * (wide + html.count("="))
    return max(printable * 75 // 72, size * 4 // 3 * 78 // 76) + 8


def spark(week: Sequence[int]) -> tuple[tuple[int, ...], str]:
    """A week's counts as heights in pixels, and as a row of blocks."""
    most = max(week, default=0)
    if not most:
        return (), ""
    return tuple(max(1, round(16 * count / most)) for count in week), "".join(
        "▁▂▃▄▅▆▇█"[round(7 * count / most)] for count in week
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bot.delivery", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def template(name: str) -> Template:
    """One of the mail's templates."""
    return _environment().get_template(name)
