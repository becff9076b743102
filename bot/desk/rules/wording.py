"""What is said about a rule, by stable keys, so that it can be said in the reader's language.

`parse` refuses with a `RuleError` that carries a key and values; `Query.questions` are phrases of the same kind; `echo`
puts its lines together from the `echo.` keys. All of them take a `Wording`: a function of a key and named values that
gives the text in one language. The catalogue of the chat is one as it stands (`echo(query, words_in("ko"))`,
`error.told(words_in("ko"))`) as soon as it has every key of ENGLISH, in sections [refusal] and [echo] with the same
names in braces. Without one, English is spoken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Wording(Protocol):
    """Texts in one language."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key with its values filled in."""


#: Every key with its text; names in braces are the values it takes.
ENGLISH: Mapping[str, str] = {
    # Why a rule is refused. The position is told beside it.
    "refusal.long": "a rule has at most {most} characters, this one {count}",
    "refusal.many": "a rule has at most {most} terms, this one {count}",
    "refusal.empty": "there is no letter or digit in this rule",
    "refusal.one_character": "one character alone would match nearly everything",
    "refusal.only_negative": "this rule only says what must not be there; name something that must",
    "refusal.unclosed": "this ( is never closed",
    "refusal.unopened": "this ) was never opened",
    "refusal.empty_group": "there is nothing in these brackets",
    "refusal.lonely": "{operator} has nothing to work on",  # AND, OR, NOT, -
    "refusal.minus": "this - excludes nothing: it must touch a term",
    "refusal.quote": "this quote is not closed",
    "refusal.empty_quote": "there is no letter or digit in these quotes",
    "refusal.star_inside": "* stands only at the very end of a word",
    "refusal.star_short": "* needs at least 2 letters or digits before it",
    "refusal.star_in_quote": "* stands only at the very end of an unquoted term",
    "refusal.star_behind_quote": "* stands only behind an unquoted term",
    "refusal.star_on_name": "{field}: takes a whole name",
    "refusal.near_place": "~ goes directly behind the closing quote of several words",
    "refusal.near_number": "~ needs a number",
    "refusal.near_one": "~ needs several words in the quotes",
    "refusal.near_far": "the distance behind ~ is 1 to {most}",
    "refusal.near_on_name": "{field}: takes a name, no distance",
    "refusal.field": "there is no field {field}:",
    "refusal.field_group": "{field}: takes one term, no group",
    "refusal.field_empty": "{field}: needs its term directly behind it",
    "refusal.field_minus": "the minus goes in front of the field",
    "refusal.field_twice": "{field}: takes one term, no further field",
    "refusal.unknown": "no {field} is called {value}",
    "refusal.unknown_side": "no side is called {value}; the nearest is {nearest}",
    "refusal.unknown_lang": "no language is called {value}; the nearest is {nearest}",
    "refusal.unknown_source": "no source is called {value}; the nearest is {nearest}",
    "refusal.unknown_kind": "no kind is called {value}; the nearest is {nearest}",
    "refusal.unknown_topic": "no topic is called {value}; the nearest is {nearest}",
    "refusal.unknown_concept": "no concept is called {value}; the nearest is {nearest}",
    # What a rule means. `where` is one of the fields below, `what` a term or several; left and right are read aloud.
    "echo.anywhere": "title, lead or body",
    "echo.title": "title",
    "echo.lead": "lead",
    "echo.body": "body",
    "echo.has": "{where} has {what}",
    "echo.has_not": "{where} has not {what}",
    "echo.not": "not {what}",  # inside `what`, one term
    "echo.not_group": "not ({what})",
    "echo.group": "({what})",
    "echo.and": "{left}, and {right}",
    "echo.but": "{left}, but {right}",  # right is a negation
    "echo.or": "{left} or {right}",
    "echo.comma": "{left}, {right}",
    "echo.capitals": "{word} in capitals only",
    "echo.prefix": "{word}… (anything that begins so)",
    "echo.near_words": "{words} within {distance} words of each other, in any order",
    "echo.near_characters": "{words} within {distance} characters of each other, in any order",
    "echo.concept": "any name of {name} ({count} names)",
    "echo.side": "the outlet's side is {value}",
    "echo.side_not": "the outlet's side is not {value}",
    "echo.lang": "the language is {value}",
    "echo.lang_not": "the language is not {value}",
    "echo.source": "the source is {value}",
    "echo.source_not": "the source is not {value}",
    "echo.kind": "the outlet is a {value}",
    "echo.kind_not": "the outlet is not a {value}",
    "echo.topic": "the topic is {value}",
    "echo.topic_not": "the topic is not {value}",
    "echo.en": "English",
    "echo.ko": "Korean",
    "echo.zh": "Chinese",
    "echo.ja": "Japanese",
    # Offers, omissions and questions, a line each.
    "echo.numbers": 'Singular and plural are both found; write "{word}" in quotes for that form alone.',
    "echo.any_case": "{capitals} is found in capitals only; write {small} for any case.",
    "echo.left_out": "Left out: {names}.",
    "echo.ask_comma": "A comma is read as AND: did you mean OR?",
    "echo.ask_word": '"{word}" in small letters is a word to be found: did you mean OR?',
    "echo.ask_phrase": '{both} is two terms; write "{both}" for the phrase.',
}


def english(key: str, /, **values: object) -> str:
    """The wording where no other is asked for."""
    return ENGLISH[key].format(**values)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key of the catalogue and what fills its braces."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def told(self, words: Wording = english) -> str:
        """The phrase in a language."""
        return words(self.key, **self.values)
