"""An item as a document tells it, before the source's own rules make it an `Item`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit, urlunsplit

from bot.intake import dates, plain
from bot.intake.remarks import remark
from bot.model import Item, Precision, Source

_FEW = 3  # dates that lie ahead together by accident
_ANY = timedelta(days=365)  # further ahead is no clock that runs fast
_LINK_CAP = 4_000  # code points
_GUID_CAP = 1_000
_AGGREGATOR = "news.google.com"  # its links are redirects that only a browser resolves
_FULL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[!-\[\]-~]*)?")  # in need of nothing; nearly every link
# Breaks, what nobody sees, and halves of surrogate pairs.
_SPACED = re.compile(r"[\t\r\n\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """Markup and raw strings, as the outlet wrote them."""

    title: str = ""
    link: str = ""  # may be relative
    guid: str = ""
    summary: str = ""
    body: str = ""
    date: str = ""
    date_format: str = ""  # strptime; "": read by all the rules of `dates`
    author: str = ""
    lang: str = ""
    pointer: bool = False  # the link leads to the item but is not its own
    publisher: str = ""  # an aggregator's word for the outlet; cut from the end of the title


def finished(drafts: Iterable[Draft], source: Source, base: str, now: datetime) -> tuple[Item, ...]:
    """The drafts that the source's rules let through, in document order; `base` resolves relative links."""
    kept: list[Item] = []
    left: dict[str, int] = {}
    dated = ahead = 0
    for draft in drafts:
        item = _item(draft, source, base, now)
        if draft.date:
            dated += 1
            ahead += item.published is None and _lies_ahead(draft, source, now)
        refused = _refused(item, source)
        if refused:
            left[refused] = left.get(refused, 0) + 1
        else:
            kept.append(item)
    for reason, count in left.items():
        remark(f"left out {count} {'item' if count == 1 else 'items'}: {reason}")
    if ahead >= _FEW and ahead == dated:
        remark(f"all {ahead} dates lie ahead of our clock: it is wrong, or the source needs override_tz")
    return tuple(kept)


def absolute(link: str, base: str) -> str:
    """An http(s) address in full, without a user's name or password; "" for anything that cannot be visited."""
    if len(link) < _LINK_CAP and _FULL.fullmatch(link):
        return link
    bare = _SPACED.sub("", link.strip())[:_LINK_CAP]
    if not bare:
        return ""
    try:
        full = urljoin(base, bare.replace(" ", "%20"))
        parts = urlsplit(full)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not (parts.hostname or "").strip("."):
        return ""
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if "@" in parts.netloc else full


def _item(draft: Draft, source: Source, base: str, now: datetime) -> Item:
    url = absolute(draft.link, base)
    published, precision = _dated(draft, url, source, now)
    body = _cleaned(plain.prose(draft.body, plain.BODY_CAP), source) if draft.body else ""
    # Many feeds repeat the whole text as the summary: reading it once is enough.
    summary = body if draft.summary == draft.body else _cleaned(plain.prose(draft.summary), source)
    return Item(
        source=source.id,
        guid=plain.line(draft.guid, _GUID_CAP),
        url=url,
        title=_titled(draft, source),
        summary=plain.capped(summary, plain.SUMMARY_CAP),
        published=published,
        precision=precision,
        lang=draft.lang.strip()[:35],
        author=plain.line(draft.author, 200),
        body=body,
        pointer=draft.pointer or url.split("/", 3)[2:3] == [_AGGREGATOR],
    )


def _titled(draft: Draft, source: Source) -> str:
    title = plain.line(draft.title)
    if draft.publisher:
        title = title.removesuffix(f" - {plain.line(draft.publisher)}")
    if source.title_strip_suffix:
        bare = re.sub(f"(?:{source.title_strip_suffix})\\Z", "", title).rstrip()
        title = bare or title
    return title


def _cleaned(text: str, source: Source) -> str:
    for pattern in source.summary_clean:
        text = re.sub(pattern, "", text)
    return text.strip()


def _dated(draft: Draft, url: str, source: Source, now: datetime) -> tuple[datetime | None, Precision]:
    if draft.date_format:
        moment, precision = dates.read_by_format(draft.date, draft.date_format, source)
        moment, precision = dates.settled(moment, precision, source, now)
    else:
        moment, precision = dates.publication(draft.date, source, now)
    if moment is None:
        moment, precision = dates.settled(*dates.date_in_url(url, source), source, now)
    return moment, precision


def _lies_ahead(draft: Draft, source: Source, now: datetime) -> bool:
    """Whether a date was left out because it lies in the future."""
    if source.date_precision == Precision.NONE or draft.date_format:
        return False
    patient = replace(source, future_skew=_ANY)
    return dates.publication(draft.date, patient, now)[0] is not None


def _refused(item: Item, source: Source) -> str:
    if not item.title and not item.url and not item.summary:
        return "neither title nor link"
    if source.drop_title and any(re.search(pattern, item.title) for pattern in source.drop_title):
        return "the source's drop_title"
    if source.link_allow and not re.search(source.link_allow, item.url):
        return "the source's link_allow"
    return ""
