"""One story of the day's mail in words: the outlet's own headline first, then who else tells it and who does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from bot.delivery.compose import first_line, headline, readable
from bot.delivery.digest_words import Words
from bot.delivery.labels import Labels
from bot.delivery.moments import clock
from bot.delivery.snippet import excerpt
from bot.delivery.typography import ascii_host, clean, cut, web_address
from bot.desk.edition import Dossier, Entry, Silence, Voice, appeared, outlet_of
from bot.model import Article, Delivery, Hit

#: How a side is marked in a bar; each stands off white and off black.
COLOURS = MappingProxyType(
    {
        "KR": "#3a6ea5",
        "CN": "#b5483c",
        "US": "#6b7a88",
        "TW": "#3f8563",
        "JP": "#86629b",
        "EU": "#a07c2c",
        "INT": "#8a8578",
    }
)
_OUTLETS_SHOWN, _NAMES_SHOWN, _GLOSS_SHOWN = 5, 3, 8
_OUTLET, _TERM, _EARLIER, _BRIEF = 40, 60, 120, 160  # UTF-16 units
_WIDEST = 56  # pixels of the longest bar; the shortest is still seen
_NARROWEST = 4
_BLOCKS = 8  # of the longest bar in plain text
_MINUTE = timedelta(minutes=1)
_SCALE = 5  # outlets; a story of few has short bars


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet with the address of what it says."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Side:
    """A line of the coverage table."""

    name: str
    count: int
    colour: str
    width: int  # pixels
    blocks: str  # the same bar in plain text
    outlets: tuple[Named, ...]
    more: str  # " +3" others; "" for none
    when: str  # "first 07:12 KST", or by how much it followed


@dataclass(frozen=True, slots=True)
class Told:
    """A story in words, for both parts of the mail."""

    update: str  # "Update: a new figure"; "" for a story that is new
    headline: str
    brief: str  # the headline, shorter
    lang: str
    url: str
    host: str
    gloss: str
    meta: str
    lead: str
    continues: str
    sides: tuple[Side, ...]  # empty while one outlet has it alone
    counts: str  # "Korea 5 · China 2"
    weight: str  # "7 outlets, 4 independent"
    silence: str


def tell(
    delivery: Delivery, entry: Entry, labels: Labels, words: Words, glossed: Sequence[str], bounds: tuple[int, int]
) -> Told:
    """Put a story into words.

    Args:
        delivery: whose language and zone hold.
        entry: the story and the article that speaks for it.
        labels: of the language.
        words: of the language.
        glossed: what the headline names in the reader's language, where it may need that.
        bounds: of the lead that is shown.
    """
    article, dossier = entry.article, entry.dossier
    title, address = headline(article), web_address(article.url)
    lead = clean(article.lead[slice(*bounds)]).strip()
    return Told(
        update=_update(dossier, words),
        headline=title,
        brief=cut(title, _BRIEF),
        lang=article.lang,
        url=address,
        host=ascii_host(address),
        gloss=gloss_line(article, delivery.lang, labels, glossed),
        meta=first_line(delivery, article, labels),
        lead="" if lead in title else lead,
        continues=_continues(dossier, words),
        sides=_sides(delivery, dossier, labels, words) if dossier.outlets > 1 else (),
        counts=counts(dossier, words),
        weight=weight(dossier, labels, words),
        silence=_silence(dossier.silence, words) if dossier.silence else "",
    )


def gloss_line(article: Article, lang: str, labels: Labels, glossed: Sequence[str]) -> str:
    """What a headline names, marked as no translation; "" where the reader's own language is read alike."""
    if not glossed or readable(article.lang, lang):
        return ""
    return f"[{labels.gloss}] " + " · ".join(cut(clean(word), _TERM) for word in glossed[:_GLOSS_SHOWN])


def lead_bounds(entry: Entry) -> tuple[int, int]:
    """What is shown of the speaking article's lead: around the first hit."""
    return excerpt(entry.article.lead, _in_lead(entry))


def first_hit(entry: Entry) -> int:
    """Where the reader's rules first hit the speaking article's lead; -1 where they do not."""
    return min((hit.start for hit in _in_lead(entry)), default=-1)


def _in_lead(entry: Entry) -> list[Hit]:
    spoken = (found for found, one in zip(entry.hits, entry.where, strict=True) if one is entry.article)
    return [hit for found in spoken for hit in found.hits if hit.field == "lead"]


def counts(dossier: Dossier, words: Words) -> str:
    """Outlets by side, most first."""
    return " · ".join(f"{words.sides.get(one.side, one.side)} {len(one.articles)}" for one in dossier.voices)


def weight(dossier: Dossier, labels: Labels, words: Words) -> str:
    """How many outlets there are, and how many of them found it out themselves where that differs."""
    outlets = labels.outlets[dossier.outlets != 1].format(count=dossier.outlets)
    if dossier.independent >= dossier.outlets:
        return outlets
    return words.independent.format(outlets=outlets, count=dossier.independent)


def _update(dossier: Dossier, words: Words) -> str:
    if not dossier.updates:
        return ""
    kind, _, side = dossier.news[0].partition(":")
    return f"{words.update}: {words.news[kind].format(side=words.sides.get(side, side))}"


def _continues(dossier: Dossier, words: Words) -> str:
    earlier = cut(clean(dossier.continues).strip(), _EARLIER)
    return words.continues.format(headline=earlier) if earlier else ""


def _sides(delivery: Delivery, dossier: Dossier, labels: Labels, words: Words) -> tuple[Side, ...]:
    most = max(_SCALE, *(len(voice.articles) for voice in dossier.voices))
    first = min((voice.articles[0] for voice in dossier.voices), key=lambda one: (appeared(one), one.id))
    return tuple(_side(voice, most, first, delivery, labels, words) for voice in dossier.voices)


def _side(voice: Voice, most: int, first: Article, delivery: Delivery, labels: Labels, words: Words) -> Side:
    count = len(voice.articles)
    if voice.articles[0] is first:
        when = f"{words.first} {clock(appeared(first), delivery.tz, labels, today=delivery.due)}"
    else:
        when = f"+{words.span(voice.lag)}" + (f" ±{words.span(voice.margin)}" if voice.margin >= _MINUTE else "")
    left = count - _OUTLETS_SHOWN
    return Side(
        name=words.sides.get(voice.side, voice.side),
        count=count,
        colour=COLOURS.get(voice.side, COLOURS["INT"]),
        width=max(_NARROWEST, round(_WIDEST * count / most)),
        blocks="█" * max(1, round(_BLOCKS * count / most)),
        outlets=tuple(_named(article) for article in voice.articles[:_OUTLETS_SHOWN]),
        more=words.and_more.format(count=left) if left > 0 else "",
        when=when,
    )


def _named(article: Article) -> Named:
    return Named(cut(clean(outlet_of(article)).strip(), _OUTLET), web_address(article.url))


def _silence(found: Silence, words: Words) -> str:
    names = words.listing.join(cut(clean(name).strip(), _OUTLET) for name in found.well[:_NAMES_SHOWN])
    if len(found.well) > _NAMES_SHOWN:
        names = f"{names}{words.and_more.format(count=len(found.well) - _NAMES_SHOWN)}"
    pattern = words.all_well if len(found.well) == found.asked else words.some_well
    return words.silence.format(
        count=found.outlets,
        speaking=words.speaking[found.speaking],
        hours=words.hours.format(hours=int(found.lasting.total_seconds() // 3600)),
        missing=words.missing[found.missing],
        health=pattern.format(names=names, well=len(found.well), asked=found.asked),
    )
