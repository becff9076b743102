"""What a page keeps for its own scripts: structured data, and the article that only a browser would show."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

from bot.intake import plain

_ARTICLE = re.compile(r"article|posting|report", re.IGNORECASE)
_PUSHED = re.compile(r"self\.__next_f\.push\((\[.*?\])\)\s*(?:;|$)", re.DOTALL)
_STATE = re.compile(r"^\s*(?:window\.)?[\w.$\[\]\"']+\s*=\s*(?=[{\[])")
_TEXT_ROW = re.compile(rb"[0-9a-f]+:T([0-9a-f]+),")
_LEAST = 200  # code points of a body
_DEEPEST = 60  # levels of a state looked into
_BODY_KEY = re.compile(r"body|content|text|paragraph|article|html|children|data", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """An article by the page's structured data; empty where it says nothing."""

    headline: str = ""
    body: str = ""
    published: str = ""
    author: str = ""
    kind: str = ""  # NewsArticle, OpinionNewsArticle …
    section: str = ""


def told(page: lxml.html.HtmlElement) -> Told:
    """The first article among the page's JSON-LD."""
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        for node in _nodes(_loaded(script.text or "")):
            kind = " ".join(map(str, _listed(node.get("@type"))))
            if _ARTICLE.search(kind):
                return Told(
                    headline=_text(node.get("headline")) or _text(node.get("name")),
                    body=plain.prose(_text(node.get("articleBody")), plain.BODY_CAP),
                    published=_text(node.get("datePublished")),
                    author=_names(node.get("author")),
                    kind=kind,
                    section=" ".join(_text(part) for part in _listed(node.get("articleSection"))),
                )
    return Told()


def hidden_body(page: lxml.html.HtmlElement) -> str:
    """The longest run of prose inside the page's script state, perhaps with markup; "" if none is long enough."""
    runs = ("\n".join(run) for state in _states(page) for run in _runs(state))
    best = max(runs, key=len, default="")
    return best if len(best) >= _LEAST else ""


def _states(page: lxml.html.HtmlElement) -> Iterator[Any]:
    pushed: list[str] = []
    for script in page.iter("script"):
        text = script.text or ""
        if script.get("type") == "application/ld+json" or (len(text) < _LEAST and "__next_f" not in text):
            continue
        chunks = [_loaded(found) for found in _PUSHED.findall(text)]
        pushed.extend(
            chunk[1] for chunk in chunks if isinstance(chunk, list) and len(chunk) > 1 and isinstance(chunk[1], str)
        )
        if not chunks:
            start = _STATE.match(text)
            state = _prefix(text[start.end() :] if start else text)
            if state is not None:
                yield state
    if pushed:
        yield from _rows("".join(pushed))


def _rows(stream: str) -> Iterator[Any]:
    """The rows of a streamed page: JSON, or bare text whose length in bytes is told before it."""
    rest = stream.encode("utf-8", "replace")
    while rest:
        row = _TEXT_ROW.match(rest)
        if row:
            end = row.end() + int(row.group(1), 16)
            yield rest[row.end() : end].decode("utf-8", "replace")
        else:
            end = rest.find(b"\n") + 1 or len(rest)
            yield _prefix(rest[:end].partition(b":")[2].decode("utf-8", "replace"))
        rest = rest[end:]


def _runs(state: Any) -> Iterator[list[str]]:
    """Prose that stands together: the strings of one list, or one long string of markup."""
    stack: list[tuple[Any, int]] = [(state, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(node, dict):
            stack.extend((value, depth + 1) for value in node.values())
        elif isinstance(node, list):
            yield [text for part in node for text in _prose_of(part)]
            stack.extend((value, depth + 1) for value in node)
        elif isinstance(node, str) and len(node) >= _LEAST and _reads(plain.prose(node)):
            yield [node]


def _prose_of(part: Any, depth: int = 0) -> Iterator[str]:
    """The sentences inside one element of a list of paragraphs."""
    if depth > 8:
        return
    if isinstance(part, str):
        text = plain.prose(part, plain.BODY_CAP)
        if _reads(text):
            yield text
    elif isinstance(part, dict):
        for key, value in part.items():
            if _BODY_KEY.search(str(key)):
                yield from _prose_of(value, depth + 1)
    elif isinstance(part, list):
        for value in part:
            yield from _prose_of(value, depth + 1)


def _reads(text: str) -> bool:
    """Whether a string is prose and not code, an address or a class name."""
    if len(text) < 20 or "{" in text[:200] or text.startswith(("http", "/", "$", "#", "data:")):
        return False
    marks = sum(text.count(mark) for mark in ".。!?！？…")
    letters = sum(character.isalpha() or character.isspace() for character in text[:2000])
    return marks > 0 and letters >= 0.7 * min(len(text), 2000)


def _nodes(found: Any) -> Iterator[dict[str, Any]]:
    for node in _listed(found):
        if isinstance(node, dict):
            yield node
            yield from _nodes(node.get("@graph"))
            yield from _nodes(node.get("mainEntity"))


def _listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [] if found is None else [found]


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _prefix(text: str) -> Any:
    """The JSON value a text begins with; None if it begins with none."""
    bare = text.lstrip()
    if not bare.startswith(("{", "[")):
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(bare)[0]
    except (ValueError, RecursionError):
        return None


def _names(found: Any) -> str:
    names = [_text(author.get("name")) if isinstance(author, dict) else _text(author) for author in _listed(found)]
    return ", ".join(name for name in names if name)


def _text(found: Any) -> str:
    if isinstance(found, list):
        return next((text for part in found if (text := _text(part))), "")
    return found.strip() if isinstance(found, str) else ""
