"""The nouns of the house: what a news item is called on its way from bytes to words.

Every value is frozen, plain and complete; every instant is an aware datetime in UTC; no third-party
object crosses a room's door. Who owns a fact stands beside its field.
"""

from bot.model.news import (
    Advance,
    Article,
    Evidence,
    Judgement,
    Placement,
    Reading,
    Revision,
    Sighting,
    Story,
    Text,
)
from bot.model.outlet import (
    ArticlePage,
    Fetched,
    FetchOutcome,
    Item,
    Parsed,
    Precision,
    Source,
    SourceState,
    Validators,
)
from bot.model.people import Destination, Hit, Pace, Rule, RuleHit, Subscriber
from bot.model.sending import (
    Alert,
    Answer,
    Button,
    Delivery,
    DeliveryState,
    Mailing,
    Message,
    Outcome,
    Seal,
    Settlement,
    Span,
)
from bot.model.verdict import Known, Memory, Verdict

__all__ = [
    "Advance",
    "Alert",
    "Answer",
    "Article",
    "ArticlePage",
    "Button",
    "Delivery",
    "DeliveryState",
    "Destination",
    "Evidence",
    "FetchOutcome",
    "Fetched",
    "Hit",
    "Item",
    "Judgement",
    "Known",
    "Mailing",
    "Memory",
    "Message",
    "Outcome",
    "Pace",
    "Parsed",
    "Placement",
    "Precision",
    "Reading",
    "Revision",
    "Rule",
    "RuleHit",
    "Seal",
    "Settlement",
    "Sighting",
    "Source",
    "SourceState",
    "Span",
    "Story",
    "Subscriber",
    "Text",
    "Validators",
    "Verdict",
]
