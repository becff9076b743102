"""What a due row says: composed when it is due, from the story as it then stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from sqlite_utils import Database

from bot.delivery.actions import alert_actions
from bot.delivery.advances import advance_told
from bot.delivery.compose import compose_alert
from bot.delivery.digest import LARGEST
from bot.delivery.notices import compose_catch_up, compose_notice
from bot.delivery.rollup import compose_rollup
from bot.desk.archived import as_text, explained, gloss, named
from bot.desk.edition import Origin, independent
from bot.desk.reading import Desk
from bot.desk.topics.names import own_name
from bot.model import Delivery, Mailing, Message, Rule, Source, Story
from bot.press import Press
from storage import amendments, articles, bundles, editions, heartbeat, mutes, people, placements, stories, unconfirmed

__all__ = ["as_text", "digest", "explained", "gloss", "letter", "named", "notice", "rollup"]

_NO_MAILING = Mailing()
_NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


def letter(
    db: Database,
    desk: Desk,
    delivery: Delivery,
    now: datetime,
    *,
    mailing: Mailing = _NO_MAILING,
    press: Press | None = None,
    sources: Mapping[str, Source] = _NO_SOURCES,
) -> Message | None:
    """The message of a row; None when there is nothing left to say. The rest is for a digest, as there."""
    if delivery.kind == "digest":
        return digest(db, desk, delivery, now, mailing=mailing, press=press, sources=sources)
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
    actions = (
        alert_actions(delivery.lang, article, rules.values()) if delivery.destination.channel == "telegram" else ()
    )
    words = gloss(judgement, article, people.subscriber(db, delivery.destination.subscriber), desk)
    origins = {number: Origin(*known) for number, known in editions.origins(db, _ids(story)).items()}
    return compose_alert(
        replace(delivery, why=why),
        story,
        article,
        rules,
        gloss=words,
        actions=actions,
        alone=independent(story.articles, origins),
        reply_to=amendments.continues(db, delivery) if delivery.kind == "thread" else "",
        new=_added(db, desk, delivery) if delivery.kind == "thread" else "",
    )


def _added(db: Database, desk: Desk, delivery: Delivery) -> str:
    """What a follow-up adds to what its reader was told."""
    adds, concepts = placements.advances(db, delivery.article), desk.classifier.gazetteer.concepts
    wanted = {name for one in adds for name in (one.actor, one.before, one.after) if name in concepts}
    return advance_told(adds, delivery.lang, {name: own_name(concepts[name], delivery.lang) for name in wanted})


def _ids(story: Story) -> list[int]:
    return [article.id for article in story.articles]


def rollup(db: Database, delivery: Delivery, start: int = 0) -> Message | None:
    """What was held for one chat, told together; the stories muted meanwhile are left out."""
    found = [articles.article(db, row.article) for row in bundles.carried(db, delivery.id)]
    told = [one for one in found if one and not mutes.is_muted(db, delivery.destination.id, one.story)]
    return compose_rollup(delivery, told, bundles.reason(db, delivery.id), start) if told else None


def notice(db: Database, delivery: Delivery) -> Message | None:
    """What perhaps did not arrive, or a notice whose words were written down with its row."""
    if delivery.event.startswith(unconfirmed.CATCH_UP):
        rows = unconfirmed.named_in(db, delivery)
        missed = [article for row in rows if (article := articles.article(db, row.article))]
        days = [row.event.removeprefix("digest:") for row in rows if row.kind == "digest"]
        return compose_catch_up(delivery, missed, days) if missed or days else None
    words = heartbeat.note(db, f"notice/{delivery.event}")
    return compose_notice(delivery, words) if words else None


def digest(
    db: Database,
    desk: Desk,
    delivery: Delivery,
    now: datetime,
    asked: Sequence[Rule] | None = None,
    *,
    mailing: Mailing = _NO_MAILING,
    room: int = LARGEST,
    press: Press | None = None,
    sources: Mapping[str, Source] = _NO_SOURCES,
) -> Message:
    """What one reader's rules, or other rules where asked, hit since the digest before, told by story.

    `mailing` and `room` as in compose_digest: room 0 is the whole day, for the page behind "more online". `press`
    keeps what readers share; `sources` are the enabled ones, for their health and how often each is looked at.
    """
    return (press or Press()).digest(db, desk, delivery, now, known=sources, asked=asked, mailing=mailing, room=room)
