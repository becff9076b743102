"""/latest: the three newest stories that the reader's rules match, in the layout of alerts."""

from sqlite_utils import Database

from bot import letters
from bot.chat.asked import Asked, Reply, say
from bot.house import House
from bot.model import Article, Delivery, DeliveryState, Destination, Message, Rule, RuleHit, Subscriber
from storage import articles, people

HELP = ""
SHOWN = 3
#: How far back is looked.
SEARCHED = 2000


async def reply(asked: Asked, house: House) -> Reply:
    """Matches the archive anew: what came before a rule was made counts too."""
    if asked.subscriber is None or asked.destination is None:
        return say(asked.tell("chat.stranger"))
    reader, place = asked.subscriber, asked.destination

    def step(db: Database) -> tuple[Message, ...]:
        rules = {rule.id: rule for rule in people.rules_of(db, reader.id) if not rule.paused}
        found: list[Message] = []
        seen: set[int] = set()
        for article in articles.latest(db, SEARCHED):
            hits = matches(article, rules, house)
            if hits and article.story not in seen:
                seen.add(article.story)
                message = letters.letter(db, house.desk, as_delivery(article, hits, reader, place, asked), asked.now)
                found += [message] if message else []
            if len(found) == SHOWN:
                break
        return tuple(reversed(found))

    found = await house.store.read(step)
    return Reply(found) if found else say(asked.tell("latest.none"))


def matches(article: Article, rules: dict[int, Rule], house: House) -> tuple[RuleHit, ...]:
    """The reader's own rules that an article meets."""
    return tuple(
        hit
        for hit in house.desk.rules.match(letters.as_text(article))
        if hit.rule in rules and article.grade >= rules[hit.rule].min_grade
    )


def as_delivery(
    article: Article, hits: tuple[RuleHit, ...], reader: Subscriber, place: Destination, asked: Asked
) -> Delivery:
    """An alert that is no outbox row: shown because it was asked for."""
    return Delivery(
        id=0,
        destination=place,
        kind="alert",
        event=f"story:{article.story}",
        state=DeliveryState.NEW,
        due=asked.now,
        attempts=0,
        created=asked.now,
        why=hits,
        article=article.id,
        lang=reader.lang,
        tz=reader.tz,
    )
