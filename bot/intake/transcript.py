"""Press conferences: one page, many questions, each an item of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urldefrag

from bs4 import BeautifulSoup, Tag

from bot.intake import listing
from bot.intake.draft import Draft
from bot.model import Source

_SELECTOR = re.compile(r"^[A-Za-z*.#\[][\w\s.#>\[\]=\"'*^$,:()-]*$")
_HEADLINE = 160  # code points of a question that make a title


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph, and whether it opens a question or an answer."""

    text: str
    asks: bool
    answers: bool


def drafts(text: str, source: Source, url: str) -> Iterator[Draft]:
    """The questions in order, each with its answer; the address points at the page, the guid at the question."""
    soup = BeautifulSoup(text, "lxml")
    heading = soup.select_one(source.article.get("title", "") or "h1") or soup.title
    about = " ".join(heading.get_text(" ").split()) if heading else ""
    date = soup.select_one(source.article["date"]) if source.article.get("date") else None
    day = " ".join(date.get_text(" ").split()) if date else ""
    page = urldefrag(url).url
    for question, answer in _pairs(list(_turns(soup, source))):
        # By its words, not its number: a question put in later leaves the others what they are.
        mark = blake2b(question.encode(), digest_size=6).hexdigest()
        yield Draft(
            title=_headline(question) or about,
            link=page,
            pointer=True,
            guid=f"{page}#{mark}",
            summary=_markup(answer),
            body=_markup(f"{question}\n{answer}"),
            date=day,
            author=_asker(question, source) or about,
            lang=listing.language_of(text),
        )


def _turns(soup: BeautifulSoup, source: Source) -> Iterator[_Turn]:
    question, answer = source.transcript.get("question", ""), source.transcript.get("answer", "")
    if _SELECTOR.match(question):
        asking = {id(tag) for tag in soup.select(question)}
        answering = {id(tag) for tag in soup.select(answer)} if answer else set()
        wanted = ",".join(part for part in (question, answer) if part)
        for tag in soup.select(wanted):
            yield _Turn(_text(tag), id(tag) in asking, id(tag) in answering)
        return
    for tag in soup.select(source.article.get("body", "") or "body"):
        for line in tag.get_text("\n").splitlines():
            words = " ".join(line.split())
            if words:
                asks = re.search(question, words) is not None
                yield _Turn(words, asks, not asks and bool(answer) and re.search(answer, words) is not None)


def _pairs(turns: list[_Turn]) -> Iterator[tuple[str, str]]:
    question: list[str] = []
    answer: list[str] = []
    for turn in turns:
        if turn.asks:
            if question and answer:
                yield "\n".join(question), "\n".join(answer)
                question, answer = [], []
            question.append(turn.text)
        elif turn.answers or answer:
            answer.append(turn.text)
        elif question:
            question.append(turn.text)
    if question and answer:
        yield "\n".join(question), "\n".join(answer)


def _headline(question: str) -> str:
    words = _markup(" ".join(question.split()))
    return words if len(words) <= _HEADLINE else words[:_HEADLINE].rsplit(" ", 1)[0] + "…"


def _asker(question: str, source: Source) -> str:
    pattern = source.transcript.get("asked_by", "")
    found = re.search(pattern, question) if pattern else None
    if found is None:
        return ""
    return _markup(found.group(1) if found.re.groups else found.group())


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
