"""/why: what made an alert: which rule, which words, where; how the text was graded; which copies were joined."""

from collections.abc import Sequence

from sqlite_utils import Database

from bot import letters
from bot.chat.archive import rule_hits
from bot.chat.asked import Asked, Reply, button, say
from bot.chat.rules import sample, title
from bot.delivery.compose import headline
from bot.delivery.typography import clean, cut
from bot.house import House
from bot.model import Article, Hit, Judgement, Message, Story
from storage import amendments, articles, bundles, people, stories

HELP = ""
_SHOWN = 8
_NAMED = 300  # UTF-16 units of the words met in a headline
_AROUND = 24  # code points of context on either side of a hit


async def reply(asked: Asked, house: House) -> Reply:
    """Of the alert that is replied to, of the article with that address or number, or of the last alert here."""
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    place, words = asked.destination.id, asked.words
    if words and not (words.isdecimal() or words.startswith("http")):
        return say(asked.tell("why.which"))

    def find(db: Database) -> Article | None:
        if words.startswith("http"):
            return articles.article_at(db, words)
        if words:
            return articles.article(db, int(words)) if len(words) < 19 else None
        told = amendments.article_told_in(db, place, asked.answers) if asked.answers else 0
        return articles.article(db, told or bundles.last_article(db, place))

    article = await house.store.read(find)
    if article is None:
        return say(asked.tell("why.unknown" if words else "why.nothing"))
    return await _explained(article, asked, house)


async def on_button(asked: Asked, house: House) -> Reply:
    """Of the article whose alert the button stands under."""
    number = int(asked.words)
    return await _explained(await house.store.read(lambda db: articles.article(db, number)), asked, house)


async def _explained(article: Article | None, asked: Asked, house: House) -> Reply:
    if article is None or asked.subscriber is None:
        return say(asked.tell("why.unknown"))
    owner = asked.subscriber.id

    def look(db: Database) -> tuple[Story | None, Judgement | None]:
        return stories.story(db, article.story), articles.judgement(db, article.id)

    story, judgement = await house.store.read(look)
    rules = {rule.id: rule for rule in await house.store.read(lambda db: people.rules_of(db, owner))}
    lines = [headline(article), ""]
    for hit in rule_hits(article, rules, house):
        lines.append(asked.tell("why.rule", rule=title(rules[hit.rule], asked, house)))
        lines += _told(letters.explained(hit, judgement).hits, article, asked)
    if len(lines) == 2:
        lines.append(asked.tell("why.none"))
    grade = judgement.grade if judgement else article.grade
    lines.append(asked.tell("why.grade", grade=asked.tell(f"grade.{grade}")))
    others = [one for one in story.articles if one.id != article.id] if story else []
    if others:
        lines.append(asked.tell("why.joined"))
        lines += [f"• {sample(one, asked)}" for one in others[:_SHOWN]]
    rows = ((button(asked.tell("why.story"), f"story {article.story}"),),) if others else ()
    return Reply((Message("\n".join(lines), buttons=rows),))


def _told(hits: Sequence[Hit], article: Article, asked: Asked) -> list[str]:
    """The words that met a rule: those of the headline, which stands above, in a line; others with what is around."""
    named = ", ".join(dict.fromkeys(clean(hit.term) for hit in hits if hit.field == "title"))
    lines = [f"    {asked.tell('field.title')}: {cut(named, _NAMED)}"] if named else []
    others = [hit for hit in hits if hit.field != "title"][:_SHOWN]
    return lines + list(dict.fromkeys(_around(hit, article, asked) for hit in others))


def _around(hit: Hit, article: Article, asked: Asked) -> str:
    """A term, its field, and a little of what stands on either side of it."""
    text = article.lead if hit.field == "lead" else ""
    if not text:
        return f"    {asked.tell(f'field.{hit.field}')}: {clean(hit.term)}"
    left, right = max(0, hit.start - _AROUND), min(len(text), hit.end + _AROUND)
    around = f"{'…' if left else ''}{cut(clean(text[left:right]), 120)}{'…' if right < len(text) else ''}"
    return f"    {asked.tell(f'field.{hit.field}')}: {clean(hit.term)} – {around}"
