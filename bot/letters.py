"""What a due row says: composed when it is due, from the story as it then stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.delivery.actions import alert_actions
from bot.delivery.compose import compose_alert
from bot.delivery.digest import LARGEST, compose_digest
from bot.delivery.notices import compose_catch_up, compose_notice
from bot.delivery.rollup import compose_rollup
from bot.desk.reading import Desk
from bot.model import Article, Delivery, Hit, Judgement, Mailing, Message, Rule, RuleHit, Subscriber, Text
from storage import articles, bodies, bundles, heartbeat, mutes, people, stories, unconfirmed

DAY = timedelta(hours=24)
WORDS_SHOWN = 6
_NO_MAILING = Mailing()


def letter(
    db: Database, desk: Desk, delivery: Delivery, now: datetime, *, mailing: Mailing = _NO_MAILING
) -> Message | None:
    """The message of a row; None when there is nothing left to say. `mailing` holds a digest's addresses."""
    if delivery.kind == "digest":
        return digest(db, desk, delivery, now, mailing=mailing)
    if delivery.kind == "notice":
        return notice(db, delivery)
    if delivery.kind == bundles.KIND:
        return rollup(db, delivery)
    article = articles.article(db, delivery.article)
    story = stories.story(db, article.story) if article else None
    if article is None or story is None or mutes.is_muted(db, delivery.destination.id, story.id):
        return None
    rules = named(people.rules_by_id(db, [hit.rule for hit in delivery.why]), desk, delivery.lang)
    judgement = articles.judgement(db, article.id)
    why = tuple(explained(hit, judgement) for hit in delivery.why)
    actions = alert_actions(delivery.lang, article) if delivery.destination.channel == "telegram" else ()
    words = gloss(judgement, article, people.subscriber(db, delivery.destination.subscriber), desk)
    return compose_alert(replace(delivery, why=why), story, article, rules, gloss=words, actions=actions)


def named(rules: Mapping[int, Rule], desk: Desk, lang: str) -> dict[int, Rule]:
    """Rules for built-in topics under the topic's title, unless their reader has named them."""
    titles = {f"topic:{topic.id}": topic.title.get(lang, "") for topic in desk.classifier.topics}
    return {number: replace(rule, name=rule.name or titles.get(rule.text, "")) for number, rule in rules.items()}


def rollup(db: Database, delivery: Delivery, start: int = 0) -> Message | None:
    """What was held for one chat, told together; the stories muted meanwhile are left out."""
    found = [articles.article(db, row.article) for row in bundles.carried(db, delivery.id)]
    told = [one for one in found if one and not mutes.is_muted(db, delivery.destination.id, one.story)]
    return compose_rollup(delivery, told, bundles.reason(db, delivery.id), start) if told else None


def gloss(judgement: Judgement | None, article: Article, reader: Subscriber | None, desk: Desk) -> tuple[str, ...]:
    """The concepts of a headline in the reader's words, in its order; none for a language that the reader reads."""
    if judgement is None or reader is None or article.lang.partition("-")[0] in reader.reads:
        return ()
    concepts = desk.classifier.gazetteer.concepts
    in_title = sorted((piece for piece in judgement.why if piece.field == "title"), key=lambda piece: piece.at)
    named = (concepts[piece.concept] for piece in in_title if piece.concept in concepts and piece.facet != "masked")
    words = (next((form.text for form in one.forms if form.lang == reader.lang), "") for one in named)
    return tuple(dict.fromkeys(word for word in words if word))


def notice(db: Database, delivery: Delivery) -> Message | None:
    """What perhaps did not arrive, or a notice whose words were written down with its row."""
    if delivery.event.startswith(unconfirmed.CATCH_UP):
        told = (articles.article(db, row.article) for row in unconfirmed.named_in(db, delivery))
        missed = [article for article in told if article]
        return compose_catch_up(delivery, missed) if missed else None
    words = heartbeat.note(db, f"notice/{delivery.event}")
    return compose_notice(delivery, words) if words else None


def explained(found: RuleHit, judgement: Judgement | None) -> RuleHit:
    """A hit of a topic has no words of its own: those that made the grade stand for it, the weightiest first."""
    if found.hits or judgement is None:
        return found
    pieces = sorted((piece for piece in judgement.why if piece.field and piece.weight > 0), key=lambda p: -p.weight)
    hits = tuple(Hit(piece.field, *piece.at, piece.text) for piece in pieces[:WORDS_SHOWN])
    return RuleHit(found.rule, hits)


def digest(
    db: Database,
    desk: Desk,
    delivery: Delivery,
    now: datetime,
    asked: Sequence[Rule] | None = None,
    *,
    mailing: Mailing = _NO_MAILING,
    room: int = LARGEST,
) -> Message:
    """The last day's articles that one reader's rules hit, told by story; or those of other rules, where asked.

    `mailing` and `room` as in compose_digest: room 0 is the whole day, for the page behind "more online".
    """
    own = people.rules_of(db, delivery.destination.subscriber) if asked is None else asked
    rules = {rule.id: rule for rule in own if not rule.paused}
    chosen: list[tuple[Article, tuple[RuleHit, ...]]] = []
    for article in articles.since(db, now - DAY, end=now):
        hits = tuple(
            hit
            for hit in desk.rules.match(as_text(article, bodies.text(db, article.id)))
            if hit.rule in rules and article.grade >= rules[hit.rule].min_grade
        )
        if hits:
            chosen.append((article, hits))
    return compose_digest(delivery, chosen, rules, now, mailing=mailing, room=room)


def as_text(article: Article, body: str = "") -> Text:
    """A stored article as rules look at it, with the text of its own page where that is known."""
    return Text(
        id=str(article.id),
        title=article.title,
        lead=article.lead,
        body=body,
        lang=article.lang,
        source=article.source,
        side=article.side,
        kind=article.kind,
        topics=article.topics,
        grade=article.grade,
    )
