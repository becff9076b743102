"""The forms of all concepts as the automaton knows them, and whether a match is the form as it is printed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.desk.topics.concept import Border, Capitals, Concept, Form
from bot.desk.topics.schema import DataError, Problem
from bot.desk.topics.skeleton import Skeleton, form_skeletons

T = TypeVar("T")

_HANGUL = re.compile("[가-힣]")
_HAN = re.compile("[\u3400-\u9fff]")
#: What may touch a country's single character in a Korean headline: other countries, and what one does to them.
_COMPANIONS = frozenset("美中韩日北台对访驻亲反脱在印英佛独俄露豪非抗克")
#: And what may follow it: 中行 is bound for China, 中發 comes from there.
_TAILS = _COMPANIONS | frozenset("行发向系")
#: In Chinese 中韩央行 is of both countries: the longer 韩央行 must not take it apart.
_PAIRED = frozenset("中美日")
_AT_THE_END = re.compile(r"[\s'\"”’)\]…·]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A form as the automaton knows it."""

    concept: Concept
    form: Form
    facets: frozenset[str]
    lang: str  # "ko": in Korean texts only; "zh": in Chinese ones only; "": in every text
    first: str  # what stands at either end: a Latin letter, a digit or a CJK character
    last: str
    plural: bool
    half_a_pair: bool  # it begins with a country that another one before it would make a pair
    plain: bool  # nothing but the borders of words and digits says whether it is printed right


def build_entries(concepts: Iterable[Concept]) -> dict[str, dict[str, Entry]]:
    """For each form as looked up, its entry by the language it is held to.

    Raises:
        DataError: for forms without a letter, and for a form that two concepts claim in one language.
    """
    entries: dict[str, dict[str, Entry]] = {}
    problems = []
    for concept in concepts:
        for form in concept.forms:
            for text in form_skeletons(form.text):
                if not any(map(str.isalnum, text)):
                    problems.append(Problem((concept.id, form.lang), f"{form.text!r} holds no letter or digit"))
                    continue
                entry = _entry(concept, form, text)
                known = entries.setdefault(text, {}).setdefault(entry.lang, entry)
                if known.concept is not concept:
                    problems.append(Problem((concept.id, form.lang), f"{form.text!r} stands in {known.concept.id} too"))
    if problems:
        raise DataError(problems)
    return entries


def in_language(entries: Mapping[str, T], lang: str) -> T | None:
    """What is known of a form by language: what counts in a text of that one."""
    return entries.get(lang[:2]) or entries.get("")


def printed_end(entry: Entry, field: Skeleton, start: int, end: int) -> int:
    """Where the match ends, its plural ending included; 0 where borders or capitals forbid it."""
    text = field.text
    if entry.first != "cjk" and start and _touches(entry.first, text[start - 1]):
        return 0
    if entry.last != "cjk" and end < len(text) and _touches(entry.last, text[end]):
        end = _plural_end(text, end) if entry.plural else 0
    if entry.plain or not end:
        return end
    if entry.half_a_pair and start and text[start - 1] in _PAIRED:
        return 0
    return end if _printed_right(entry.form, field, *field.folded_span(start, end)) else 0


def _entry(concept: Concept, form: Form, text: str) -> Entry:
    half_a_pair = form.text[0] in "韩韓" and len(form.text) > len("韩国")
    return Entry(
        concept=concept,
        form=form,
        facets=concept.facets,
        lang=_only_in(form, text),
        first=_kind(text[0]),
        last=_kind(text[-1]),
        plural=text.isascii() and form.capitals is not Capitals.ALL,
        half_a_pair=half_a_pair,
        plain=form.capitals is Capitals.ANY and form.border is Border.NONE and not half_a_pair,
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
    if form.capitals is Capitals.FIRST and not _capitalised(form.text, folded.cased[first:last]):
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


def _capitalised(form: str, printed: str) -> bool:
    """Whether every word that begins with a capital in the form does so in print: Samsung Fire, not a Samsung fire."""
    words = zip(form.split(), printed.split(), strict=False)
    return all(word[0].isupper() for meant, word in words if meant[0].isupper())


def _stands_for_country(text: str, first: int, last: int, before: str, after: str) -> bool:
    """Whether 中 美 韓 日 is a country here: not 집중(集中), 中央, 10日, nor "회의 中" at the end."""
    if (_HAN.match(before) and before not in _COMPANIONS) or (_HAN.match(after) and after not in _TAILS):
        return False
    if text[first:last] == "日" and before.isdigit():
        return False
    in_progress = text[first:last] == "中" and _HANGUL.search(text[max(0, first - 2) : first])
    return not (in_progress and _AT_THE_END.match(text, last))
