"""Finds the concepts a text mentions: longest form first, senses masked, offsets of the original text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.desk.text.t2s import TRADITIONAL
from bot.desk.topics.concept import Border, Capitals, Concept, Form, Mention
from bot.desk.topics.schema import DataError, Problem, read_concepts
from bot.desk.topics.senses import settle
from bot.desk.topics.skeleton import Skeleton, form_skeletons, skeleton
from bot.model import Text

_HANGUL = re.compile("[가-힣]+")
_HAN = re.compile("[\u3400-\u9fff]+")
#: What may touch a country's single character in a Korean headline: other countries, and what one does to them.
_COMPANIONS = frozenset("美中韩日北台对访驻亲反脱在印英佛独俄露豪非抗克")
_TRADITIONAL = frozenset(TRADITIONAL)
_AT_THE_END = re.compile(r"[\s'\"”’)\]…·]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A form as the automaton knows it."""

    concept: Concept
    form: Form
    lang: str  # "ko": in Korean texts only; "zh": in Chinese ones only; "": in every text
    first: str  # what stands at either end: a Latin letter, a digit or a CJK character
    last: str
    plural: bool


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    entry: Entry


class Gazetteer:
    """All concepts behind one automaton."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        entries = _entries(concepts)
        self._entries = tuple(entries.values())
        self._automaton = AhoCorasick(list(entries), matchkind=MatchKind.Standard)

    @classmethod
    def load(cls, data: Mapping[str, object]) -> "Gazetteer":
        """Builds a gazetteer from its parsed YAML.

        Raises:
            DataError: with every problem in words and the keys that lead to it.
        """
        return cls(read_concepts(data))

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The concepts that a rule may name, each with its forms as printed; not our own working vocabulary."""
        return {
            id_: tuple(dict.fromkeys(form.text for form in concept.forms))
            for id_, concept in self.concepts.items()
            if concept.kind not in {"term", "confusable", "ambiguous"}
        }

    @property
    def confusables(self) -> tuple[str, ...]:
        """The longer strings whose parts do not count, as written."""
        return tuple(
            form.text for concept in self.concepts.values() if concept.kind == "confusable" for form in concept.forms
        )

    def find(self, text: Text) -> tuple[Mention, ...]:
        """Every mention in reading order, masked ones among them."""
        fields = {name: skeleton(value) for name in ("title", "lead", "body") if (value := getattr(text, name))}
        lang = _language(fields)
        mentions = [mention for name, field in fields.items() for mention in self._in_field(name, field, lang)]
        return settle(mentions, self.concepts, lang)

    def _in_field(self, name: str, field: Skeleton, lang: str) -> Iterator[Mention]:
        taken = bytearray(len(field.text))
        kept = []
        candidates = self._automaton.find_matches_as_indexes(field.text, overlapping=True)
        candidates.sort(key=lambda match: (match[1] - match[2], match[1]))
        for index, start, end in candidates:
            entry = self._entries[index]
            if not any(taken[start:end]) and (found := _fits(entry, field, start, end, lang)):
                taken[start : found.end] = b"\1" * (found.end - start)
                kept.append(found)
        kept.sort(key=lambda found: found.start)
        for found in kept:
            first, last = field.folded.span(*field.folded_span(found.start, found.end))
            yield Mention(
                found.entry.concept, _surface(field, first, last), name, (first, last), (found.start, found.end)
            )


def _surface(field: Skeleton, start: int, end: int) -> str:
    return field.original[start:end]


def _entries(concepts: tuple[Concept, ...]) -> dict[str, Entry]:
    """Skeleton of each form with its entry; the same form in two concepts is a problem."""
    entries: dict[str, Entry] = {}
    problems = []
    for concept in concepts:
        for form in concept.forms:
            for text in form_skeletons(form.text):
                if not text:
                    problems.append(Problem((concept.id, form.lang), f"{form.text!r} holds no letter or digit"))
                elif text not in entries:
                    entries[text] = _entry(concept, form, text)
                elif entries[text].concept is not concept:
                    other = entries[text].concept.id
                    problems.append(Problem((concept.id, form.lang), f"{form.text!r} stands in {other} too"))
                elif entries[text].lang != (lang := _only_in(form, text)):
                    entries[text] = replace(entries[text], lang="" if lang != "ko" else entries[text].lang)
    if problems:
        raise DataError(problems)
    return entries


def _entry(concept: Concept, form: Form, text: str) -> Entry:
    latin = text.isascii()
    lang = _only_in(form, text)
    return Entry(
        concept, form, lang, _kind(text[0]), _kind(text[-1]), plural=latin and form.capitals is not Capitals.ALL
    )


def _only_in(form: Form, text: str) -> str:
    """The language a form is held to: Korean for its hanja, Chinese for a single character."""
    if text.isascii() or _HANGUL.search(text):
        return ""
    if form.lang == "ko":
        return "ko"
    return "zh" if len(text) == 1 else ""


def _kind(character: str) -> str:
    if character.isdigit():
        return "digit"
    return "latin" if character < "\u1100" else "cjk"


def _fits(entry: Entry, field: Skeleton, start: int, end: int, lang: str) -> _Found | None:
    """The match with its plural ending, or nothing where borders, capitals or language forbid it."""
    text = field.text
    if entry.lang and not lang.startswith(entry.lang):
        return None
    if entry.first != "cjk" and start and _touches(entry.first, text[start - 1]):
        return None
    if entry.last != "cjk" and end < len(text) and _touches(entry.last, text[end]):
        plural = _plural_end(text, end) if entry.plural else 0
        if not plural:
            return None
        end = plural
    if entry.form.capitals is Capitals.ANY and entry.form.border is Border.NONE:
        return _Found(start, end, entry)
    first, last = field.folded_span(start, end)
    return _Found(start, end, entry) if _printed_right(entry.form, field, first, last) else None


def _touches(kind: str, neighbour: str) -> bool:
    return neighbour.isdigit() if kind == "digit" else neighbour < "\u1100" and neighbour.isalpha()


def _plural_end(text: str, end: int) -> int:
    for ending in ("s", "es"):
        after = end + len(ending)
        if text.startswith(ending, end) and not (after < len(text) and _touches("latin", text[after])):
            return after
    return 0


def _printed_right(form: Form, field: Skeleton, first: int, last: int) -> bool:
    folded = field.folded
    if form.capitals is Capitals.ALL and not folded.cased[first:last].isupper():
        return False
    if form.capitals is Capitals.FIRST and not folded.cased[first].isupper():
        return False
    before = folded.text[first - 1] if first else " "
    after = folded.text[last] if last < len(folded.text) else " "
    if form.border is Border.KOREAN_WORD:
        return not _HANGUL.match(before)
    if form.border is Border.CHINESE_CLAUSE:
        return not _HAN.match(before)
    if form.border is Border.KOREAN_HANJA:
        return _stands_for_country(folded.text, first, last, before, after)
    return True


def _stands_for_country(text: str, first: int, last: int, before: str, after: str) -> bool:
    """Whether 中 美 韓 日 is a country here: not 집중(集中), 中央, 10日, nor "회의 中" at the end."""
    if any(_HAN.match(neighbour) and neighbour not in _COMPANIONS for neighbour in (before, after)):
        return False
    if text[first:last] == "日" and before.isdigit():
        return False
    in_progress = text[first:last] == "中" and _HANGUL.search(text[max(0, first - 2) : first])
    return not (in_progress and _AT_THE_END.match(text, last))


def _language(fields: Mapping[str, Skeleton]) -> str:
    """Which single-character forms count and which sense is usual: en, ko, zh-Hans or zh-Hant."""
    text = " ".join(field.text for field in fields.values())
    hangul = sum(map(len, _HANGUL.findall(text)))
    han = sum(map(len, _HAN.findall(text)))
    if hangul and hangul * 3 >= han:
        return "ko"
    if not han:
        return "en"
    return "zh-Hant" if any(_TRADITIONAL.intersection(field.original) for field in fields.values()) else "zh-Hans"
