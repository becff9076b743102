"""A stored article as the desk looks at it again: as text, with the words that made its grade, and their gloss."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.desk.reading import Desk
from bot.desk.topics.names import own_name
from bot.model import Article, Evidence, Hit, Judgement, Rule, RuleHit, Subscriber, Text

WORDS_SHOWN = 6


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


def named(rules: Mapping[int, Rule], desk: Desk, lang: str) -> dict[int, Rule]:
    """Rules for built-in topics under the topic's title, unless their reader has named them."""
    titles = {f"topic:{topic.id}": topic.title.get(lang, "") for topic in desk.classifier.topics}
    return {number: replace(rule, name=rule.name or titles.get(rule.text, "")) for number, rule in rules.items()}


def explained(found: RuleHit, judgement: Judgement | None) -> RuleHit:
    """A hit of a topic has no words of its own: those that made the grade stand for it, the weightiest first."""
    if found.hits or judgement is None:
        return found
    return RuleHit(found.rule, telling(judgement.why))


def telling(why: Sequence[Evidence]) -> tuple[Hit, ...]:
    """The words that made a grade, the weightiest first."""
    pieces = sorted((piece for piece in why if piece.field and piece.weight > 0), key=lambda p: -p.weight)
    return tuple(Hit(piece.field, *piece.at, piece.text) for piece in pieces[:WORDS_SHOWN])


def gloss(judgement: Judgement | None, article: Article, reader: Subscriber | None, desk: Desk) -> tuple[str, ...]:
    """The concepts of a headline in the reader's words, in its order; none for a language that the reader reads."""
    if judgement is None or reader is None or article.lang.partition("-")[0] in reader.reads:
        return ()
    return glossed(judgement.why, reader.lang, desk)


def glossed(why: Sequence[Evidence], lang: str, desk: Desk) -> tuple[str, ...]:
    """The concepts that a headline names, in its order, as a language calls them."""
    concepts = desk.classifier.gazetteer.concepts
    in_title = sorted((piece for piece in why if piece.field == "title"), key=lambda piece: piece.at)
    told = (concepts[piece.concept] for piece in in_title if piece.concept in concepts and piece.facet != "masked")
    words = (own_name(one, lang) for one in told)
    return tuple(dict.fromkeys(word for word in words if word))
