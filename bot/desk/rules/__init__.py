"""Subscribers' rules: grammar → rule → index of all rules → hits with offsets; echo."""

from bot.desk.rules.echo import echo
from bot.desk.rules.grammar import parse
from bot.desk.rules.index import RuleIndex
from bot.desk.rules.meeting import holds, match_one
from bot.desk.rules.nodes import Query
from bot.desk.rules.page import Page
from bot.desk.rules.refusal import RuleError
from bot.desk.rules.vocabulary import Vocabulary
from bot.desk.rules.wording import ENGLISH, Phrase, Wording

__all__ = [
    "ENGLISH",
    "Page",
    "Phrase",
    "Query",
    "RuleError",
    "RuleIndex",
    "Vocabulary",
    "Wording",
    "echo",
    "holds",
    "match_one",
    "parse",
]
