"""What the Bot API refuses about a message's words: length, entities, markup, buttons."""

import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

LONGEST = 4096
_ENTITY_TYPES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    ]
)
_TAGS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "a",
        "code",
        "pre",
        "blockquote",
        "tg-spoiler",
        "span",
        "tg-emoji",
    ]
)
_BARE_AMPERSAND = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


class Refused(Exception):  # noqa: N818 what the API did
    """The API's 400 with its description."""


class _Html(HTMLParser):
    """Reads the markup as strictly as the API: known tags only, each closed in its order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise Refused(f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Refused(f'Bad Request: can\'t parse entities: Unexpected end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        self.text += data


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_message(fields: dict[str, Any]) -> str:
    """The text as a reader gets it; raises Refused as the API would."""
    text = str(fields.get("text", ""))
    entities = fields.get("entities") or []
    if fields.get("parse_mode"):
        text, entities = _parsed(text, str(fields["parse_mode"])), []
    if not text.strip():
        raise Refused("Bad Request: message text is empty")
    if units(text) > LONGEST:
        raise Refused("Bad Request: message is too long")
    if not isinstance(entities, list):
        raise Refused("Bad Request: can't parse entities: expected an Array")
    for entity in entities:
        _check_entity(text, entity)
    _check_keyboard(fields.get("reply_markup"))
    return text


def _parsed(text: str, mode: str) -> str:
    if mode.upper() != "HTML":
        raise Refused("Bad Request: unsupported parse_mode")
    if _BARE_AMPERSAND.search(text):
        raise Refused("Bad Request: can't parse entities: unescaped ampersand")
    reader = _Html()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise Refused(f"Bad Request: can't parse entities: Can't find end tag of \"{reader.open[-1]}\"")
    return reader.text


def _check_entity(text: str, entity: object) -> None:
    if not isinstance(entity, dict) or entity.get("type") not in _ENTITY_TYPES:
        raise Refused("Bad Request: can't parse entities: unknown type")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length <= 0:
        raise Refused("Bad Request: can't parse entities: offset and length must be whole and positive")
    if offset + length > units(text):
        raise Refused("Bad Request: can't parse entities: the entity ends beyond the text")
    coded = text.encode("utf-16-le", "surrogatepass")
    for border in (offset, offset + length):
        if 0 < border < units(text) and 0xDC <= coded[2 * border + 1] <= 0xDF:
            raise Refused("Bad Request: can't parse entities: the entity splits a character")
    if entity["type"] == "text_link" and urlsplit(str(entity.get("url"))).scheme not in {"http", "https", "tg"}:
        raise Refused("Bad Request: can't parse entities: text_link without a URL")


def _check_keyboard(markup: object) -> None:
    if not markup:
        return
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        raise Refused("Bad Request: can't parse reply keyboard markup JSON object")
    for button in (button for row in rows for button in row):
        kinds = [kind for kind in ("url", "callback_data") if button.get(kind)]
        if not str(button.get("text", "")).strip() or len(kinds) != 1:
            raise Refused("Bad Request: can't parse inline keyboard button: Text buttons are unallowed")
        if kinds == ["callback_data"] and len(str(button["callback_data"]).encode()) > 64:
            raise Refused("Bad Request: BUTTON_DATA_INVALID")
        if kinds == ["url"] and not _is_web_address(str(button["url"])):
            raise Refused(f"Bad Request: inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _is_web_address(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "tg"} and bool(parts.netloc) and not re.search(r"\s", url)
