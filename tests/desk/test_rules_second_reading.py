"""A second, slow reading of the grammar, made from its text alone, against the one that is shipped.

It shares no code with the desk: folding works on the whole string, tokens are found character by character, and terms
are sought by trying every place.
"""

import html
import re
import unicodedata
from functools import cache

import opencc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk.rules import Page, RuleError, Vocabulary, match_one, parse
from bot.desk.rules.confusables import CONFUSABLES
from bot.model import Text

T2S = opencc.OpenCC("t2s")
SHAPES = {**dict.fromkeys("’‘‛ʼʹʻ′´`ꞌ＇", "'"), **dict.fromkeys("・ㆍ‧•･", "·"), **dict.fromkeys("–—‐‑−", "-")}
ONLY_LOOK_PLURAL = {"news", "politics", "economics", "physics", "electronics", "series", "species", "texas"}


@cache
def simplified(character):
    return T2S.convert(character)


def script(character):
    """letter, digit, cjk or other."""
    if character in "ー々〇":
        return "cjk"
    name = unicodedata.name(character, "")
    if name.startswith(("CJK UNIFIED", "HANGUL", "HIRAGANA LETTER", "KATAKANA LETTER")):
        return "cjk"
    category = unicodedata.category(character)
    return "letter" if category[0] == "L" else "digit" if category == "Nd" else "other"


def folded(text):
    """The folded text with its capitals kept beside: two strings of one length."""
    text = re.sub(r"&\w+;|&#\w+;", lambda found: html.unescape(found[0]), text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")
    text = unicodedata.normalize("NFKC", "".join(SHAPES.get(c, c) for c in text))
    text = "".join(simplified(SHAPES.get(c, c)) for c in re.sub(r"\s+", " ", text))
    text = without_initials_stops(text)
    kept = []
    for at, character in enumerate(text):
        before, after = text[max(0, at - 2) : at], text[at + 1 : at + 2]
        dropped = character in "sS" and len(before) == 2 and before[1] == "'" and script(before[0]) != "other"
        if not (dropped and (not after or script(after) != "letter")):
            kept.append(character)
    cased = "".join(character * len(character.casefold()) for character in kept)
    return "".join(character.casefold() for character in kept), cased


def without_initials_stops(text):
    at, out = 0, ""
    while at < len(text):
        end = at
        while text[end : end + 1] and script(text[end]) == "letter" and text[end + 1 : end + 2] == ".":
            end += 2
        # `end` now stands behind "a.b." or before the last letter of "a.b"
        last = end
        if text[end : end + 1] and script(text[end]) == "letter":
            last = end + 1
        chain = text[at:last]
        letters = chain.replace(".", "")
        touched = at and script(text[at - 1]) in {"letter", "digit"}
        following = text[last : last + 1]
        if following and script(following) in {"letter", "digit"} and not chain.endswith("."):
            chain = text[at:end]  # the last letter begins a longer word
            letters, last = chain.replace(".", ""), end
            following = text[last : last + 1]
        if len(letters) >= 2 and not touched:
            space = " " if chain.endswith(".") and following and script(following) == "letter" else ""
            out, at = out + letters + space, last
        else:
            out, at = out + text[at], at + 1
    return out


def tokens(text):
    """(text, start, end) of every token."""
    found, at = [], 0
    while at < len(text):
        kind, end = script(text[at]), at + 1
        if kind in {"letter", "digit"}:
            while end < len(text) and script(text[end]) == kind:
                end += 1
        if kind != "other":
            found.append((text[at:end], at, end))
        at = end
    return found


def plural_of(one, many):
    if len(one) < 3 or {one, many} & ONLY_LOOK_PLURAL or not one.isalpha():
        return False
    return many == one + ("es" if one.endswith(("s", "x", "z", "ch", "sh")) else "s")


def same(term, token, quoted):
    return term == token or (not quoted and (plural_of(term, token) or plural_of(token, term)))


def places(term, quoted, star, text):
    """Every (start, end) of a term in a text as typed, before anything is left out."""
    wanted, wanted_cased = folded(term)
    own = tokens(wanted)
    field, field_cased = folded(text)
    if any(script(c) == "cjk" for c in wanted):
        return passage_places(wanted[own[0][1] : own[-1][2]], star, field)
    row, size, found = tokens(field), len(own), []
    capitals = size == 1 and not star and re.fullmatch("[A-Z]{2,3}", wanted_cased[own[0][1] : own[0][2]])
    for at in range(len(row) - size + 1):
        here = row[at : at + size]
        if any(a[0] != b[0] for a, b in zip(own[:-1], here[:-1], strict=True)):
            continue
        last, token = own[-1][0], here[-1][0]
        if star:
            fits = token.startswith(last)
        elif capitals:
            fits = token == last and field_cased[here[-1][1] : here[-1][2]].isupper()
        else:
            fits = same(last, token, quoted)
        if fits:
            found.append((here[0][1], here[-1][2]))
    return found


def passage_places(wanted, star, field):
    found = []
    for start in range(len(field)):
        for end in ends(wanted, field, start, None):
            first, last = script(wanted[0]), script(wanted[-1])
            if first != "cjk" and start and script(field[start - 1]) == first:
                continue
            if last != "cjk" and not star and end < len(field) and script(field[end]) == last:
                continue
            found.append((start, end))
    return found


def ends(wanted, field, at, before):
    """Where a passage that goes on here may end."""
    if not wanted:
        yield at
        return
    if wanted[0] == " ":
        following = script(wanted[1]) if len(wanted) > 1 else None
        if field[at : at + 1] == " ":
            yield from ends(wanted[1:], field, at + 1, "space")
        if before != following or before in {"cjk", "other"}:
            yield from ends(wanted[1:], field, at, "space")
        return
    kind = script(wanted[0])
    border = before not in {None, "space", "other", kind} and kind != "other"
    if border and field[at : at + 1] == " ":
        yield from ends(wanted, field, at + 1, "space")
    if field[at : at + 1] == wanted[0]:
        yield from ends(wanted[1:], field, at + 1, kind)


def is_met(term, quoted, star, text):
    for start, end in places(term, quoted, star, text):
        hidden = False
        for longer in CONFUSABLES:
            inside = any(a <= start and end <= b for a, b in places(longer.lower(), True, False, text))
            if inside and not places(longer.lower(), True, False, term) and not contains(term, longer, quoted, star):
                hidden = True
        if not hidden:
            return True
    return False


def contains(term, longer, quoted, star):
    """Whether the term may be read as holding the longer string, plurals and star included."""
    own, other = [t[0] for t in tokens(folded(term)[0])], [t[0] for t in tokens(folded(longer)[0])]
    for at in range(len(own) - len(other) + 1):
        window = own[at : at + len(other)]
        at_end = at + len(other) == len(own)
        last = (
            other[-1].startswith(window[-1]) if star and at_end else same(window[-1], other[-1], quoted or not at_end)
        )
        if window[:-1] == other[:-1] and last:
            return True
    return False


WORDS = [
    "chip",
    "chips",
    "CHIP",
    "potato",
    "AI",
    "ai",
    "US",
    "us",
    "U.S.",
    "HBM",
    "HBM3E",
    "Chip-4",
    "chip4",
    "export",
    "controls",
    "control",
    "news",
    "new",
    "boxes",
    "box",
    "7nm",
    "S.Korea",
    "China's",
    "Xi'an",
    "semi",
    "class",
    "classes",
    "삼성",
    "삼성동",
    "삼성전자",
    "三星",
    "三星堆",
    "三星電子",
    "반도체",
    "칩",
    "칩4",
    "칩40",
    "SK하이닉스",
    "SK",
    "hynix",
    "한·미·일",
    "한ㆍ미",
    "한미",
    "한미약품",
    "中",
    "中央",
    "K-칩스법",
    "café",
    "Straße",
    "U.S.Korea",
    "ＨＢＭ",
    "&amp;",
    "it's",
]
GLUE = st.sampled_from(["", " ", " ", " ", ", ", "-", "·", "'s ", "(", ". ", "\u200b", "\u3000"])
TITLES = st.lists(st.tuples(st.sampled_from(WORDS), GLUE), max_size=7).map(
    lambda pairs: "".join(word + glue for word, glue in pairs)
)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.sampled_from(["plain", "quoted", "star"]),
    st.lists(TITLES, min_size=1, max_size=3),
)
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_terms_are_found_alike(words, kind, titles):
    """Words, phrases, beginnings and passages: both readings find them in the same titles."""
    term = words[0] if kind == "plain" else " ".join(words) if kind == "quoted" else words[0]
    rule = f'"{term}"' if kind == "quoted" else f"{term}*" if kind == "star" else term
    try:
        query = parse(f"{rule} OR zzzz", Vocabulary())
    except RuleError:
        return
    for title in titles:
        shipped = match_one(query, Page(Text("x", title))) is not None
        assert shipped == is_met(term, kind == "quoted", kind == "star", title), (rule, title)


def near_by_words(words, within, text):
    wanted = [t[0] for t in tokens(folded(" ".join(words))[0])]
    row = [t[0] for t in tokens(folded(text)[0])]
    for start in range(len(row)):
        window = row[start : start + within + 1]
        if all(window.count(word) >= wanted.count(word) for word in wanted):
            return True
    return False


LATIN = [word for word in WORDS if word.isascii() and word not in {"&amp;", "potato"}]


@given(
    st.lists(st.sampled_from(LATIN), min_size=2, max_size=3),
    st.integers(1, 10),
    st.lists(st.sampled_from([*LATIN, "the", "of", "반도체"]), max_size=12),
)
@settings(max_examples=300, deadline=None)
def test_distances_between_words_are_counted_alike(words, within, title):
    """Places differ by at most N, in any order, each word with an occurrence of its own."""
    query = parse(f'"{" ".join(words)}"~{within}', Vocabulary())
    shipped = match_one(query, Page(Text("x", " ".join(title)))) is not None
    assert shipped == near_by_words(words, within, " ".join(title))
