"""/search RULE: the archive, in the grammar of rules; the newest stories first."""

from datetime import timedelta

from bot.chat.archive import found
from bot.chat.asked import Asked, Reply, button, say
from bot.chat.rules import read_rule, refused, sample
from bot.delivery.typography import ascii_host, web_address
from bot.desk.rules import RuleError
from bot.house import House
from bot.model import Article, Message, Span

HELP = "RULE"
PAGE = 8
REACH = timedelta(days=3650)


async def reply(asked: Asked, house: House) -> Reply:
    """The first page."""
    if not asked.words:
        return say(asked.tell("search.usage"))
    return await _page(asked.words, 0, asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """`FROM RULE`: the page that begins after so many stories."""
    start, _, text = asked.words.partition(" ")
    return await _page(text, int(start), asked, house)


async def _page(text: str, start: int, asked: Asked, house: House) -> Reply:
    try:
        query = read_rule(text, house)
    except RuleError as error:
        return refused(error, asked)
    stories: dict[int, Article] = {}
    async for article, _ in found(query, house, asked.now - REACH):
        stories.setdefault(article.story, article)
        if len(stories) > start + PAGE:
            break
    shown = list(stories.values())[start : start + PAGE]
    if not shown:
        return say(asked.tell("search.none"))
    body, spans = "", []
    for article in shown:
        body += f"{article.story}. {sample(article, asked)} "
        if address := web_address(article.url):
            host = ascii_host(article.url)
            spans.append(Span(len(body), len(body) + len(host), "link", address))
            body += host
        body += "\n"
    rows = [tuple(button(str(article.story), f"story {article.story}") for article in shown[:PAGE])]
    if len(stories) > start + PAGE:
        rows.append((button(asked.tell("search.more"), f"search {start + PAGE} {text}"),))
    return Reply((Message(body.rstrip(), tuple(spans), tuple(rows)),))
