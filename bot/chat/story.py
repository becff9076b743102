"""/story N: every article of a story, in the order they were seen."""

from collections import Counter

from bot.chat.asked import Asked, Reply, button, say
from bot.chat.rules import sample
from bot.delivery.typography import ascii_host, clean, cut, web_address
from bot.house import House
from bot.model import Message, Span, Story
from storage import stories

HELP = "N"
_SHOWN = 15


async def reply(asked: Asked, house: House) -> Reply:
    """By its number, as /search shows it."""
    if not asked.words.isdecimal():
        return say(asked.tell("story.which"))
    return await _told(int(asked.words), asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """The same, from below an explanation or a result."""
    return await _told(int(asked.words), asked, house)


async def _told(number: int, asked: Asked, house: House) -> Reply:
    story = await house.store.read(lambda db: stories.story(db, number)) if number < 2**62 else None
    if story is None:
        return say(asked.tell("story.unknown"))
    return Reply((_message(story, asked),))


def _message(story: Story, asked: Asked) -> Message:
    outlets = {article.outlet or article.source: article.side for article in story.articles}
    sides = " · ".join(f"{side or '–'} {count}" for side, count in Counter(outlets.values()).most_common())
    text = f"{story.id}. {cut(clean(story.title), 300)}\n{asked.tell('story.outlets', count=len(outlets))}: {sides}"
    spans = []
    for article in story.articles[:_SHOWN]:
        text += f"\n• {sample(article, asked)} "
        host = ascii_host(article.url)
        if address := web_address(article.url):
            spans.append(Span(len(text), len(text) + len(host), "link", address))
            text += host
    if len(story.articles) > _SHOWN:
        text += "\n" + asked.tell("status.more", count=len(story.articles) - _SHOWN)
    rows = ((button(asked.tell("story.mute"), f"mute on {story.id}"),),)
    return Message(text, tuple(spans), rows)
