"""An alert as words: neutral, unescaped, the same story for every channel."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.delivery.labels import Labels, labels_for
from bot.delivery.moments import appeared, clock, dateline
from bot.delivery.snippet import excerpt
from bot.delivery.typography import Sheet, ascii_host, clean, cut, web_address
from bot.desk.edition import outlet_of
from bot.model import Article, Button, Delivery, Hit, Message, Rule, RuleHit, Story

_OFFICIAL_KINDS = frozenset({"government", "embassy", "ministry"})
_SCRIPTS = {"en": "EN", "ko": "KO", "ja": "JA", "zh-Hans": "ZH", "zh-Hant": "ZH"}
# UTF-16 units; together far below a message's 4,096, so that the link and the reason are never cut off.
_OUTLET, _HEADLINE, _RULE, _TERM = 80, 500, 80, 60
_RULES_SHOWN, _TERMS_SHOWN, _GLOSS_SHOWN = 5, 6, 8
_TITLE_READ = 2_000  # code points of a title that are looked at; hostile ones have millions
_STOPS = (".", "。", "!", "?", "！", "？", "…")
_TRANSLATION_FREE = {"zh-Hans": frozenset({"zh-Hans", "zh-Hant"}), "zh-Hant": frozenset({"zh-Hans", "zh-Hant"})}


def compose_alert(
    delivery: Delivery,
    story: Story,
    article: Article,
    rules: Mapping[int, Rule],
    *,
    gloss: Sequence[str] = (),
    actions: Sequence[tuple[Button, ...]] = (),
    alone: int = 0,
    reply_to: str = "",
    new: str = "",
) -> Message:
    """Lay out an alert or a follow-up.

    `story` is the story as it stands when the row is due; `gloss` holds glossary words for a headline the
    reader may not be able to read; `actions` are further rows of buttons, the chat's; `alone` is how many outlets
    did not merely reprint, 0 where nobody knows; `reply_to` the message that a follow-up answers, `new` what it adds.
    """
    labels, sheet = labels_for(delivery.lang), Sheet()
    hits = tuple(hit for found in delivery.why for hit in found.hits)
    sheet.say(first_line(delivery, article, labels, new))
    sheet.line()
    sheet.say(headline(article), "bold")
    sheet.line()
    _say_gloss(sheet, delivery, article, gloss, labels)
    _say_lead(sheet, article, tuple(hit for hit in hits if hit.field == "lead"))
    outlets = outlets_of(story, article)
    sheet.say(coverage(delivery, story, article, outlets, alone, labels))
    sheet.line()
    sheet.say(why(delivery.why, rules, labels))
    sheet.line()
    address = web_address(article.url)
    if address:
        sheet.say(ascii_host(address), "link", address)
    buttons = ((Button(labels.open, url=address),),) if address else ()
    return Message(
        text=sheet.text.rstrip(),
        spans=tuple(sheet.spans),
        buttons=(*buttons, *actions),
        subject=headline(article),
        silent=delivery.silent,
        key=delivery.key,
        date=delivery.created,
        outlets=len(outlets),
        reply_to=reply_to,
    )


def headline(article: Article) -> str:
    """The outlet's own words, cleaned and at most as long as a glance; never empty."""
    return cut(clean(article.title[:_TITLE_READ]).strip(), _HEADLINE) or ascii_host(article.url) or "…"


def readable(lang: str, reader: str) -> bool:
    """Whether a reader of one language needs no glossary for another; the Chinese scripts are read alike."""
    return lang in _TRANSLATION_FREE.get(reader, frozenset({reader}))


def first_line(delivery: Delivery, article: Article, labels: Labels, new: str = "") -> str:
    """Whose words these are, and from when; of a follow-up what is new in it first: what a lock screen shows."""
    follow_up = f"{labels.follow_up}: {new}" if new else labels.further
    marks = (
        follow_up if delivery.kind == "thread" else "",
        cut(clean(article.outlet or article.source).strip(), _OUTLET),
        article.side,
        labels.official if article.kind in _OFFICIAL_KINDS else "",
        labels.state_media if article.state_media else "",
        _SCRIPTS.get(article.lang, ""),
        dateline(article, delivery.tz, labels, today=delivery.due),
    )
    return " · ".join(mark for mark in marks if mark)


def _say_gloss(sheet: Sheet, delivery: Delivery, article: Article, gloss: Sequence[str], labels: Labels) -> None:
    if gloss and not readable(article.lang, delivery.lang):
        sheet.say(f"[{labels.gloss}] " + " · ".join(cut(clean(word), _TERM) for word in gloss[:_GLOSS_SHOWN]), "italic")
        sheet.line()


def _say_lead(sheet: Sheet, article: Article, hits: Sequence[Hit]) -> None:
    """At most two sentences around the first hit, every hit in them bold."""
    lead = article.lead
    if not clean(lead).strip() or lead.strip() == article.title.strip():
        return
    start, end = excerpt(lead, hits)
    sheet.say("" if _at_border(lead[:start]) else "… ")
    at = start
    for begin, stop in sorted({(hit.start, hit.end) for hit in hits}):
        if at <= begin < stop <= end:
            sheet.say(lead[at:begin])
            sheet.say(lead[begin:stop], "bold")
            at = stop
    sheet.say(lead[at:end])
    sheet.say("" if _at_border(lead[:end]) or not lead[end:].strip() else " …")
    sheet.line()


def _at_border(before: str) -> bool:
    """Whether a sentence may begin after these words."""
    return not before.strip() or before.rstrip(" \"'”’」』)）").endswith(_STOPS)


def outlets_of(story: Story, article: Article) -> dict[str, str]:
    """The outlets that have the story, with their sides; the one whose words are shown is always among them."""
    return {outlet_of(one): one.side for one in (article, *story.articles)}


def coverage(
    delivery: Delivery, story: Story, article: Article, outlets: Mapping[str, str], alone: int, labels: Labels
) -> str:
    """The outlets by side, most first, how many of them did not reprint, and who had it first; nothing of one alone."""
    if len(outlets) < 2:
        return ""
    told = labels.outlets[1].format(count=len(outlets))
    if 0 < alone < len(outlets):
        told = labels.independent.format(outlets=told, count=alone)
    sides = Counter(side or "–" for side in outlets.values())
    counted = " · ".join(
        f"{side} {count}" for side, count in sorted(sides.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    first = min((article, *story.articles), key=lambda candidate: (appeared(candidate), candidate.id))
    mover = labels.first.format(
        outlet=cut(clean(outlet_of(first)), _OUTLET),
        time=clock(appeared(first), delivery.tz, labels, today=delivery.due),
    )
    return f"{told}: {counted} — {mover}"


def why(found: Sequence[RuleHit], rules: Mapping[int, Rule], labels: Labels) -> str:
    """Every rule that hit, with the words that met it and where they stand."""
    told = [_rule_told(hit, rules, labels) for hit in found[:_RULES_SHOWN]]
    if len(found) > _RULES_SHOWN:
        told.append(labels.more.format(count=len(found) - _RULES_SHOWN))
    return f"{labels.why}: {'; '.join(told)}" if told else ""


def _rule_told(found: RuleHit, rules: Mapping[int, Rule], labels: Labels) -> str:
    rule = rules.get(found.rule)
    name = cut(clean(rule.name or rule.text), _RULE) if rule else labels.gone_rule
    terms: dict[str, list[str]] = {}
    for hit in found.hits:
        where = labels.fields.get(hit.field, hit.field)
        if where not in (places := terms.setdefault(cut(clean(hit.term), _TERM), [])):
            places.append(where)
    shown = [f"{term} ({', '.join(places)})" for term, places in list(terms.items())[:_TERMS_SHOWN]]
    if len(terms) > _TERMS_SHOWN:
        shown.append(labels.more.format(count=len(terms) - _TERMS_SHOWN))
    return f"{name} — {', '.join(shown)}" if shown else name
