"""Finds the concepts a text mentions: longest form first, senses masked, offsets of the original text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.desk.text.scripts import hangul_and_han
from bot.desk.text.t2s import TRADITIONAL
from bot.desk.topics.concept import Concept, Mention, is_clear
from bot.desk.topics.entries import Entry, build_entries, in_language, printed_end
from bot.desk.topics.facets import AGAINST
from bot.desk.topics.schema import read_concepts
from bot.desk.topics.senses import settle
from bot.desk.topics.skeleton import Skeleton, skeleton
from bot.model import Text

#: `re` is quick with a set of characters below U+10000 only.
_TRADITIONAL = re.compile("[{}]".format("".join(letter for letter in TRADITIONAL if letter <= "\uffff")))
_RARE = re.compile("[\U00010000-\U0010ffff]")
_TRADITIONAL_RARE = frozenset(letter for letter in TRADITIONAL if letter > "\uffff")
#: A longer form keeps what its parts say: "Chinese fabs" names China. Whose parts, in whose forms, and which facets.
_PARTS = frozenset({"country", "place", "technology", "term"})
_WHOLES = frozenset({"term", "policy", "event", "technology", "body", "bloc", "company"})
_KEPT = frozenset({"KR", "CN", "US", "JP", "TW", "chip", "memory", "supply-chain"})


class Gazetteer:
    """All concepts behind one automaton."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        entries = build_entries(concepts)
        self._automaton = AhoCorasick(list(entries), matchkind=MatchKind.Standard)
        plain = tuple(entries.values())
        whole = [
            {lang: self._with_parts(text, entry, plain) for lang, entry in held.items()}
            for text, held in entries.items()
        ]
        #: For each form and language the entry that counts, and what is asked of it most.
        told = [{lang: _told(entry) for lang, entry in held.items()} for held in whole]
        self._counting = {lang: tuple(in_language(held, lang) for held in told) for lang in ("en", "ko", "zh")}

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
        named = {
            id_: dict.fromkeys(form.text for form in concept.forms)
            for id_, concept in self.concepts.items()
            if concept.kind not in {"term", "confusable", "ambiguous"}
        }
        for concept in self.concepts.values():
            for meant in (*concept.senses.values(), *concept.also):
                named.get(meant, {}).update(dict.fromkeys(form.text for form in concept.forms))
        return {id_: tuple(forms) for id_, forms in named.items()}

    @property
    def clear_names(self) -> Mapping[str, tuple[str, ...]]:
        """Of the same concepts the forms that mean them wherever they stand."""
        found = {id_: dict.fromkeys(self._clear(self.concepts[id_])) for id_ in self.names}
        for concept in self.concepts.values():
            for other in concept.also:
                found.get(other, {}).update(dict.fromkeys(self._clear(concept)))
        return {id_: tuple(forms) for id_, forms in found.items()}

    @staticmethod
    def _clear(concept: Concept) -> tuple[str, ...]:
        return () if concept.conditional else tuple(form.text for form in concept.forms if is_clear(form))

    def find(self, text: Text) -> tuple[Mention, ...]:
        """Every mention in reading order, masked ones among them."""
        return self.read(text)[1]

    def read(self, text: Text) -> tuple[str, tuple[Mention, ...]]:
        """The language of the script, which decides what single characters mean, and every mention."""
        named = (("title", text.title), ("lead", text.lead), ("body", text.body))
        fields = {name: skeleton(value) for name, value in named if value}
        lang = _language(fields)
        mentions = [mention for name, field in fields.items() for mention in self._in_field(name, field, lang)]
        return lang, settle(mentions, self.concepts, lang)

    def _in_field(self, name: str, field: Skeleton, lang: str) -> Iterator[Mention]:
        original, origin, ends = field.original, field.folded.origin, field.folded.ends
        for start, end, entry in self._longest(field, lang):
            first, last = field.folded_span(start, end) if field.marks else (start, end)
            at = origin[first], ends[last - 1]
            yield Mention(entry.concept, original[at[0] : at[1]], name, at, (start, end), entry.facets)

    def _longest(self, field: Skeleton, lang: str) -> list[tuple[int, int, Entry]]:
        """The forms that stand in a field as printed, the longest first to claim its place, in reading order."""
        text = field.text
        counting = self._counting[lang[:2]]
        candidates = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            told = counting[index]
            # Most Latin forms are met inside longer words: those need not be sorted, nor does what does not count.
            if told and not (told[2] and start and text[start - 1] < "\u1100" and text[start - 1].isalpha()):
                candidates.append((start - end, start, told))
        # The longest first, of equal ones the first: no two are alike in both.
        candidates.sort()
        taken = bytearray(len(text))
        kept = []
        for length, start, (entry, anywhere, _) in candidates:
            end = start - length
            if taken.find(1, start, end) >= 0:
                continue
            last = end if anywhere else printed_end(entry, field, start, end)
            if last:
                taken[start:last] = b"\1" * (last - start)
                kept.append((start, last, entry))
        kept.sort(key=_start)
        return kept

    def _with_parts(self, text: str, entry: Entry, entries: Sequence[Mapping[str, Entry]]) -> Entry:
        """The entry with what its parts say, so that a longer form takes nothing away."""
        concept = entry.concept
        if concept.kind not in _WHOLES or AGAINST & concept.facets:
            return entry
        field = skeleton(text)
        facets = set(concept.facets)
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            part = in_language(entries[index], entry.form.lang)
            if part and part.concept.kind in _PARTS and printed_end(part, field, start, end):
                facets |= part.facets & _KEPT
        return replace(entry, facets=frozenset(facets)) if facets != concept.facets else entry


def _told(entry: Entry) -> tuple[Entry, bool, bool]:
    """An entry, whether it is printed right wherever it stands, and whether it begins with a Latin letter."""
    return entry, entry.plain and entry.first == entry.last == "cjk", entry.first == "latin"


def _start(match: tuple[int, int, Entry]) -> int:
    return match[0]


def _language(fields: Mapping[str, Skeleton]) -> str:
    """Which single-character forms count and which sense is usual: en, ko, zh-Hans or zh-Hant."""
    text = " ".join(field.text for field in fields.values())
    if text.isascii():
        return "en"
    hangul, han = hangul_and_han(text)
    if hangul and hangul * 3 >= han:
        return "ko"
    if not han:
        return "en"
    return "zh-Hant" if any(_traditional(field.original) for field in fields.values()) else "zh-Hans"


def _traditional(text: str) -> bool:
    found = _TRADITIONAL.search(text) is not None
    return found or not _TRADITIONAL_RARE.isdisjoint(_RARE.findall(text))
