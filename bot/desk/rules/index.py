"""All rules of all subscribers, asked at once."""

from collections.abc import Iterable

from bot.desk.rules.grammar import parse
from bot.desk.rules.meeting import match_one
from bot.desk.rules.nodes import Query
from bot.desk.rules.page import Page
from bot.desk.rules.vocabulary import Vocabulary
from bot.model import Rule, RuleHit, Text


class RuleIndex:
    """All rules of all subscribers, asked at once; never changed, only followed by another."""

    def __init__(self, queries: dict[int, Query], vocabulary: Vocabulary) -> None:
        self._queries = queries
        self._vocabulary = vocabulary

    @classmethod
    def build(cls, rules: Iterable[Rule], vocabulary: Vocabulary) -> "RuleIndex":
        """Reads the rules.

        Raises:
            RuleError: one of them cannot be read.
        """
        return cls({rule.id: parse(rule.text, vocabulary) for rule in rules}, vocabulary)

    def with_rule(self, rule: Rule) -> "RuleIndex":
        """The same with one rule more, or in another wording."""
        return RuleIndex({**self._queries, rule.id: parse(rule.text, self._vocabulary)}, self._vocabulary)

    def without(self, rule: int) -> "RuleIndex":
        """The same without one rule."""
        return RuleIndex({number: query for number, query in self._queries.items() if number != rule}, self._vocabulary)

    def match(self, text: Text) -> tuple[RuleHit, ...]:
        """The rules an article meets and where, by rule id."""
        page = Page(text)
        found = ((number, match_one(query, page)) for number, query in sorted(self._queries.items()))
        return tuple(RuleHit(number, hits) for number, hits in found if hits is not None)
