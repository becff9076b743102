"""Terms from the words that were typed: what is a phrase, what has a plural, what must be in capitals."""

import re
import unicodedata
from functools import lru_cache

from bot.desk.rules.nodes import Near, Passage, Words
from bot.desk.text.fold import Folded, fold
from bot.desk.text.tokens import has_cjk, runs, token_texts, tokens

#: They only look like plurals.
NO_PLURAL = frozenset({"news", "politics", "economics", "physics", "electronics", "series", "species", "texas"})
_HISSING = ("s", "x", "z", "ch", "sh")
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_SHORTEST_SINGULAR = 3
#: Terms kept as they were read: rules of many people ask for the same words.
_KNOWN = 1 << 14


@lru_cache(maxsize=_KNOWN)
def read_term(raw: str, *, quoted: bool, prefix: bool = False, field: str = "", typed: str = "") -> Words | Passage:
    """The term that `raw` stands for; it holds a letter or a digit.

    Args:
        raw: without quotes and star.
        quoted: exactly so, without plurals.
        prefix: a star stood behind it.
        field: title, lead or body, or "" for any.
        typed: as the reader typed it, for showing.
    """
    typed = typed or raw
    texts: tuple[str, ...]
    if raw.isascii() and raw.isalpha():  # as most are; folding would find nothing but its case
        texts, cased = (raw.lower(),), raw
    else:
        folded = fold(raw)
        if has_cjk(folded.text):
            return Passage(_bare(folded), open_end=prefix, field=field, typed=typed)
        found = tokens(folded)
        texts, cased = tuple(token.text for token in found), folded.cased[found[0].start : found[0].end]
    if len(texts) == 1 and not prefix and _CAPITALS.fullmatch(cased):
        return Words(texts, capitals=True, field=field, typed=typed)
    plural = not quoted and not prefix and len(numbers(texts[-1])) > 1
    return Words(texts, plural=plural, prefix=prefix, field=field, typed=typed)


def read_near(raw: str, within: int, *, field: str = "", typed: str = "") -> Near:
    """The words of a quoted text that shall stand within a distance."""
    return Near(near_parts(fold(raw)), within, field, typed or raw)


def near_parts(folded: Folded) -> tuple[Words, ...] | tuple[Passage, ...]:
    """Latin tokens one by one; with any CJK character the pieces between the spaces typed."""
    if not has_cjk(folded.text):
        return tuple(Words((token.text,), typed=token.text) for token in tokens(folded))
    pieces = (fold_again(piece) for piece in folded.text.split())
    return tuple(Passage(piece, typed=piece) for piece in pieces if piece)


def fold_again(text: str) -> str:
    """Folded text without the punctuation at its ends; "" when nothing else is in it."""
    return _bare(Folded(text, (), (), text))


def _bare(folded: Folded) -> str:
    if runs(folded.text) == [folded.text]:
        return folded.text
    found = tokens(folded)
    return folded.text[found[0].start : found[-1].end] if found else ""


def numbers(token: str) -> frozenset[str]:
    """A folded token with its regular plural and singular: Latin letters only, the singular of three at least."""
    if not _is_latin(token) or token in NO_PLURAL:
        return frozenset({token})
    singulars = {token[:-1]} if token.endswith("s") else set()
    singulars |= {token[:-2]} if token.endswith("es") else set()
    related = {one for one in singulars if _plural(one) == token} | {_plural(token)}
    return frozenset({token} | (related - NO_PLURAL - {""}))


@lru_cache(maxsize=1024)
def singulars(token: str) -> tuple[str, ...]:
    """What a folded token is the regular plural of."""
    return tuple(sorted(numbers(token) - {token, _plural(token)}))


def _plural(singular: str) -> str:
    """The regular plural; "" when the word is too short to have one."""
    if sum(map(str.isalpha, singular)) < _SHORTEST_SINGULAR:
        return ""
    return singular + ("es" if singular.endswith(_HISSING) else "s")


def _is_latin(token: str) -> bool:
    if token.isascii():
        return token.isalpha()
    return all(unicodedata.category(c)[0] == "M" or unicodedata.name(c, "").startswith("LATIN ") for c in token)


def is_one_character(term: Words | Passage) -> bool:
    """Whether a term is nothing but one letter, digit or CJK character, with the marks that belong to it."""
    text = "".join(term.tokens) if isinstance(term, Words) else term.text
    return sum(unicodedata.category(character)[0] != "M" for character in text) == 1


def count_characters(raw: str) -> int:
    """How many letters, digits and CJK characters a text has once folded."""
    return len(raw) if raw.isascii() and raw.isalnum() else _counted(raw)


@lru_cache(maxsize=_KNOWN)
def _counted(raw: str) -> int:
    return sum(map(len, token_texts(fold(raw).text)))


def forget_terms() -> None:
    """Lets go of what reading many rules has left to be read more quickly."""
    read_term.cache_clear()
    _counted.cache_clear()
