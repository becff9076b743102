"""The banks of the river: what the one decision knows, and what it decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.model.news import Article, Judgement, Placement, Revision, Sighting, Story
from bot.model.outlet import SourceState
from bot.model.people import Destination, Rule, Subscriber
from bot.model.sending import Alert


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered under an identity key: enough to tell a repeat from a revision."""

    article: int
    story: int
    content_hash: str
    title: str
    seen: datetime  # UTC, when the key was last met
    source: str = ""  # the source that first showed it, and whose words are kept


@dataclass(frozen=True, slots=True)
class Memory:
    """What the one decision needs to know, recalled inside the transaction that will remember its verdict."""

    state: SourceState
    known: Mapping[str, Known]  # by identity key
    rules: Mapping[int, Rule]  # the active rules that hit one of the readings, by id
    subscribers: Mapping[int, Subscriber]
    destinations: Mapping[int, Destination]
    next_article: int  # ids are allotted by the decision: one writer makes that safe
    next_story: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one poll's readings amount to; remembered whole or not at all."""

    state: SourceState
    articles: tuple[Article, ...] = ()  # new ones, with their ids
    judgements: tuple[
        Judgement | None, ...
    ] = ()  # of `articles`, in their order; None: shown to nobody, reasons not kept
    stories: tuple[Story, ...] = ()  # newly opened, without their articles
    sightings: tuple[Sighting, ...] = ()
    revisions: tuple[Revision, ...] = ()
    alerts: tuple[Alert, ...] = ()
    placements: tuple[Placement, ...] = ()  # of the articles that were held against the open stories
    items: int = 0  # seen in the document
    wanted: tuple[int, ...] = ()  # of `articles`, the ids whose own pages are worth reading
    skipped: int = 0  # too old, or dropped by the source's patterns
    folded: tuple[tuple[str, str] | None, ...] = ()  # of `articles`: title and lead as the archive compares them
