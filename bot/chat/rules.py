"""A rule on its way to being saved: read back, measured against the archive, offered."""

import re
from datetime import timedelta

from bot.chat.archive import Volume, found, measure
from bot.chat.asked import Asked, Reply, Row, button, say
from bot.delivery.compose import headline
from bot.delivery.labels import labels_for
from bot.delivery.moments import clock
from bot.delivery.typography import clean, cut
from bot.desk.rules import Query, RuleError, echo, parse
from bot.desk.rules.nodes import Passage, Words, atoms
from bot.desk.topics.names import own_name
from bot.house import House
from bot.model import Article, Message, Pace, Rule, Span
from storage import people

MOST, MOST_PUBLIC = 100, 30
_COMPARED = 200  # stories that are asked for an overlap
_SAMPLE = 160  # UTF-16 units of a sample's headline
_ECHO = 1200
_LABEL = 40  # of a concept's name on a button
_TERM = re.compile(r"\*(?=\S)([^*\n]+)(?<=\S)\*")


def read_rule(text: str, house: House) -> Query:
    """The rule as typed; raises RuleError."""
    return parse(text, house.desk.classifier.vocabulary)


def refused(error: RuleError, asked: Asked) -> Reply:
    """A refused rule's place, reason and mended text, which one tap tries."""
    text = asked.tell("watch.refused", position=error.position, reason=error.told(asked.tell))
    if not error.hint:
        return say(text)
    hint = asked.tell("watch.try", hint=error.hint)
    return say(f"{text}\n{hint}", (button(asked.tell("watch.use"), f"watch try {error.hint}"),))


async def preview(text: str, asked: Asked, house: House) -> Reply:
    """What a rule means and would have brought, with a button to save it."""
    try:
        query = read_rule(text, house)
    except RuleError as error:
        return refused(error, asked)
    volume = await measure(query, house, asked.now)
    meant = emphasized(cut(echo(query, asked.tell), _ECHO))
    lines = [meant.text, "", *told_volume(volume, asked)]
    if overlap := await _overlap(query, asked, house):
        lines.append(overlap)
    if volume.broad:
        lines.append(asked.tell("watch.broad", count=f"{volume.a_day:.0f}"))
    lines += [f"• {sample(article, asked)}" for article in volume.samples]
    save = button(asked.tell("watch.save"), f"watch save instant {text}")
    digest = button(asked.tell("watch.save_digest"), f"watch save digest {text}")
    rows: list[Row] = [(digest, save) if volume.broad else (save, digest)]
    concept, offer = concept_offer(query, house)
    if offer:
        name = own_name(house.desk.classifier.gazetteer.concepts[concept], asked.tell.lang) or concept
        rows.append((button(asked.tell("watch.concept", name=cut(name, _LABEL)), f"watch try {offer}"),))
    return Reply((Message("\n".join(lines), meant.spans, tuple(rows)),))


def emphasized(text: str) -> Message:
    """A rule read back, with the terms it looks for in bold instead of between asterisks."""
    plain, spans, end = "", [], 0
    for term in _TERM.finditer(text):
        plain += text[end : term.start()]
        spans.append(Span(len(plain), len(plain) + len(term[1]), "bold"))
        plain, end = plain + term[1], term.end()
    return Message(plain + text[end:], tuple(spans))


def told_volume(volume: Volume, asked: Asked) -> list[str]:
    """How much a rule brings, by day and by side."""
    if not volume.stories:
        return [asked.tell("watch.nothing", days=30)]
    count = f"{volume.stories}" if volume.complete else f"{volume.stories}+"
    a_day = f"{volume.a_day:.1f}".rstrip("0").rstrip(".")
    sides = " · ".join(f"{side} {number}" for side, number in volume.sides.items())
    told = asked.tell("watch.volume", count=count, days=round(volume.days), a_day=a_day)
    return [f"{told} {volume.sparkline}", f"{asked.tell('watch.sides')}: {sides}"]


def sample(article: Article, asked: Asked) -> str:
    """A headline with its outlet and time."""
    tz = asked.subscriber.tz if asked.subscriber else "UTC"
    when = clock(article.first_seen, tz, labels_for(asked.lang), today=asked.now)
    return f"{cut(headline(article), _SAMPLE)} — {clean(article.outlet)}, {when}"


async def _overlap(query: Query, asked: Asked, house: House) -> str:
    """With which of the reader's own rules the new one shares most of its stories."""
    if asked.subscriber is None:
        return ""
    owner = asked.subscriber.id
    mine = {rule.id: rule for rule in await house.store.read(lambda db: people.rules_of(db, owner))}
    shared: dict[int, set[int]] = {rule: set() for rule in mine}
    looked: set[int] = set()
    async for article, page in found(query, house, asked.now - timedelta(days=30)):
        looked.add(article.story)
        for rule in house.desk.rules.matching(page) & mine.keys():
            if article.grade >= mine[rule].min_grade:
                shared[rule].add(article.story)
        if len(looked) >= _COMPARED:
            break
    most = max(shared, key=lambda rule: len(shared[rule]), default=0)
    if not shared.get(most):
        return ""
    percent = 100 * len(shared[most]) // len(looked)
    return asked.tell("watch.overlap", percent=percent, rule=title(mine[most], asked, house))


def concept_offer(query: Query, house: House) -> tuple[str, str]:
    """A concept, and the same rule with it in place of one of its names; two empty texts where none is known."""
    names = house.desk.classifier.vocabulary.concepts
    known = {name.casefold(): concept for concept, forms in names.items() for name in forms}
    for atom in atoms(query.root):
        typed = atom.typed if isinstance(atom, Words | Passage) and not atom.field else ""
        concept = known.get(typed.strip('"').casefold(), "") if typed else ""
        written = f'"{typed}"' if f'"{typed}"' in query.text else typed
        if not concept or written not in query.text:
            continue
        offer = query.text.replace(written, f"concept:{concept}", 1)
        if house.desk.classifier.vocabulary.refusal(offer) is None:
            return concept, offer
    return "", ""


def title(rule: Rule, asked: Asked, house: House) -> str:
    """What a rule is called: its name, its topic's title, or its text."""
    if rule.name:
        return clean(rule.name)
    topic = rule.text.removeprefix("topic:")
    for known in house.desk.classifier.topics:
        if rule.text.startswith("topic:") and known.id == topic:
            return known.title[asked.tell.lang]
    return cut(clean(rule.text), 80)


async def save(text: str, pace: Pace, asked: Asked, house: House, *, min_grade: int = 0) -> tuple[str, Rule | None]:
    """Saves a rule for this chat: why it cannot be, or "" and the rule."""
    assert asked.subscriber is not None
    assert asked.destination is not None
    owner, place = asked.subscriber.id, asked.destination.id
    try:
        read_rule(text, house)
    except RuleError as error:
        return refused(error, asked).messages[0].text, None
    rules = await house.store.read(lambda db: people.rules_of(db, owner))
    twin = next((rule for rule in rules if rule.text == text and rule.destination == place), None)
    if twin:
        return asked.tell("watch.twice"), None
    most = MOST_PUBLIC if asked.public and not asked.operator else MOST
    if len(rules) >= most:
        return asked.tell("watch.most", count=most), None
    rule = Rule(0, owner, text, place, pace=pace, created=asked.now, min_grade=min_grade)
    saved = await house.store.write(lambda db: people.add_rule(db, rule))
    await house.refresh_rules()
    return "", saved
