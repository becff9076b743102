"""Less like this: what can be done about an alert that was not worth it, each with its effect in a week's figures."""

from dataclasses import replace

from sqlite_utils import Database

from bot.chat.archive import measure, rule_hits
from bot.chat.asked import Asked, Reply, Row, button, say
from bot.chat.rules import read_rule, title
from bot.delivery.typography import cut
from bot.desk.rules import RuleError
from bot.house import House
from bot.model import Article, Message, Pace, Rule
from storage import articles, people

HELP = ""
WEEK = 7
_STEPS = {Pace.INSTANT: 0, Pace.SILENT: 0, Pace.HOURLY: 1, Pace.DIGEST: 2}


async def on_button(asked: Asked, house: House) -> Reply:
    """`ARTICLE` offers, `outlet|pace|pause RULE [SOURCE]` takes an offer, `calm PACE ARTICLE` slows what hit it."""
    if asked.subscriber is None:
        return say(asked.tell("chat.stranger"))
    verb, *rest = asked.words.split(" ")
    owner = asked.subscriber.id
    rules = {rule.id: rule for rule in await house.store.read(lambda db: people.rules_of(db, owner))}
    if verb.isdecimal():
        article = await house.store.read(lambda db: articles.article(db, int(verb)))
        return await _offers(article, rules, asked, house)
    if verb == "calm":
        article = await house.store.read(lambda db: articles.article(db, int(rest[1])))
        return await _calmed(Pace(rest[0]), article, rules, asked, house)
    rule = rules.get(int(rest[0]))
    if rule is None:
        return Reply(toast=asked.tell("list.gone"))
    changed = _narrowed(rule, verb, *rest[1:])
    await house.store.write(lambda db: people.update_rule(db, changed))
    await house.refresh_rules()
    return Reply(
        edit=Message(asked.tell("less.done", rule=title(changed, asked, house))), toast=asked.tell("settings.done")
    )


async def _calmed(pace: Pace, article: Article | None, rules: dict[int, Rule], asked: Asked, house: House) -> Reply:
    """One tap below an alert: the rules that made it and are faster take this pace; a second press does nothing."""
    hits = rule_hits(article, rules, house) if article else ()
    fast = [rules[hit.rule] for hit in hits if _STEPS[rules[hit.rule].pace] < _STEPS[pace]]
    if not fast:
        return Reply(toast=asked.tell("less.calm" if hits else "less.none"))

    def step(db: Database) -> None:
        for rule in fast:
            people.update_rule(db, replace(rule, pace=pace))

    await house.store.write(step)
    await house.refresh_rules()
    names = ", ".join(title(rule, asked, house) for rule in fast)
    return Reply(toast=asked.tell("less.calmed", rule=cut(names, 100), pace=asked.tell(f"pace.{pace}")))


async def _offers(article: Article | None, rules: dict[int, Rule], asked: Asked, house: House) -> Reply:
    hits = rule_hits(article, rules, house) if article else ()
    if article is None or not hits:
        return Reply(toast=asked.tell("less.none"))
    lines: list[str] = []
    rows: list[Row] = []
    for hit in hits[:3]:
        rule = rules[hit.rule]
        name = title(rule, asked, house)
        volume = await measure(read_rule(rule.text, house), house, asked.now, days=WEEK, samples=0)
        without = await _without(rule, article, asked, house)
        lines.append(asked.tell("less.rule", rule=name, count=volume.stories, days=WEEK))
        if without is not None:
            label = asked.tell("less.outlet", outlet=article.outlet or article.source, count=without)
            rows.append((button(label, f"less outlet {rule.id} {article.source}"),))
        rows.append((button(asked.tell("less.pace", rule=name), f"less pace {rule.id}"),))
        rows.append((button(asked.tell("less.pause", rule=name), f"less pause {rule.id}"),))
    return say("\n".join(lines), *rows)


async def _without(rule: Rule, article: Article, asked: Asked, house: House) -> int | None:
    """How many stories a week would be left without the outlet; None where the rule cannot say so."""
    narrowed = _narrowed(rule, "outlet", article.source)
    try:
        query = read_rule(narrowed.text, house)
    except RuleError:
        return None
    return (await measure(query, house, asked.now, days=WEEK, samples=0)).stories


def _narrowed(rule: Rule, verb: str, source: str = "") -> Rule:
    match verb:
        case "outlet":
            return replace(rule, text=f"({rule.text}) -source:{source}", name=rule.name or rule.text[:60])
        case "pace":
            return replace(rule, pace=Pace.DIGEST)
        case _:
            return replace(rule, paused=True)
