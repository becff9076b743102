"""The rule grammar once more, slowly, made from its text alone: the shipped reading is compared with this one.

It shares no code with the desk: folding works on the whole string, tokens are found character by character, terms are
sought by trying every place, and a rule is a tree that was made before it was written down.
"""

import html
import random
import re
import unicodedata
from functools import cache
from itertools import permutations, product

import opencc

from bot.desk.rules.confusables import CONFUSABLES

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
    return any(not is_hidden(span, term, quoted, star, text) for span in places(term, quoted, star, text))


def is_hidden(span, term, quoted, star, text):
    """Whether an occurrence lies inside a longer string that means something else."""
    for longer in CONFUSABLES:
        inside = any(a <= span[0] and span[1] <= b for a, b in places(longer.lower(), True, False, text))
        if inside and not places(longer.lower(), True, False, term) and not contains(term, longer, quoted, star):
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


def near_by_words(words, within, text):
    wanted = [t[0] for t in tokens(folded(" ".join(words))[0])]
    # A word inside a longer string that means something else keeps its place, but is none of those looked for.
    row = [
        "" if is_hidden((start, end), token, True, False, text) else token
        for token, start, end in tokens(folded(text)[0])
    ]
    for start in range(len(row)):
        window = row[start : start + within + 1]
        if all(window.count(word) >= wanted.count(word) for word in wanted):
            return True
    return False


def near_by_characters(pieces, within, text):
    """Pieces with a CJK character among them: beginnings at most so many characters apart, none overlapping."""
    field = folded(text)[0]
    spots = [
        [
            span
            for span in passage_or_word(piece, field)
            if not has_cjk(piece) or not is_hidden(span, piece, True, False, text)
        ]
        for piece in pieces
    ]
    for choice in product(*spots):
        starts = [start for start, _ in choice]
        apart = all(one[1] <= other[0] or other[1] <= one[0] for one, other in permutations(choice, 2))
        if apart and max(starts) - min(starts) <= within:
            return True
    return False


def has_cjk(text):
    return any(script(c) == "cjk" for c in folded(text)[0])


def passage_or_word(piece, field):
    wanted = folded(piece)[0]
    own = tokens(wanted)
    return passage_places(wanted[own[0][1] : own[-1][2]], False, field)


def near(typed, within, text):
    wanted = folded(typed)[0]
    if not any(script(c) == "cjk" for c in wanted):
        return near_by_words([typed], within, text)
    pieces = [piece for piece in wanted.split() if any(script(c) != "other" for c in piece)]
    return near_by_characters(pieces, within, text)


FIELDS = ("title", "lead", "body")


def holds(node, article):
    """Whether an article, as a mapping, meets a tree of tuples."""
    kind = node[0]
    if kind == "and":
        return all(holds(child, article) for child in node[1])
    if kind == "or":
        return any(holds(child, article) for child in node[1])
    if kind == "not":
        return not holds(node[1], article)
    if kind == "filter":
        value = article[node[1]]
        return value.split("-")[0] == node[2].lower() if node[1] == "lang" else value.lower() == node[2].lower()
    if kind == "topic":
        return node[1] in article["topics"]
    if kind == "concept":
        return any(is_met(name, False, False, article[field]) for name in node[2] for field in FIELDS)
    _, field, typed, manner = node
    texts = [article[name] for name in FIELDS if field in ("", name)]
    if isinstance(manner, int):
        return any(near(typed, manner, text) for text in texts)
    return any(is_met(typed, manner == "quoted", manner == "star", text) for text in texts)


def written(node, dice, inside=""):
    """A tree as somebody might type it."""
    kind = node[0]
    if kind in ("and", "or"):
        parts = [written(child, dice, kind) for child in node[1]]
        joined = (
            " OR ".join(parts)
            if kind == "or"
            else parts[0] + "".join((dice.choice([" ", " AND ", "  "])) + part for part in parts[1:])
        )
        return f"({joined})" if inside in ("and", "not") or (inside and dice.random() < 0.2) else joined
    if kind == "not":
        sign = "NOT " if node[1][0] == "not" else dice.choice(["NOT ", "-"])  # a second minus begins a word
        return sign + written(node[1], dice, "not")
    if kind == "filter":
        return f"{node[1]}:{node[2]}"
    if kind == "topic":
        return f"topic:{node[1]}"
    if kind == "concept":
        return f"concept:{node[1]}"
    _, field, typed, manner = node
    prefix = f"{dice.choice([field, field.upper()])}:" if field else ""
    if isinstance(manner, int):
        return f'{prefix}"{typed}"~{manner}'
    return prefix + {"plain": typed, "quoted": f'"{typed}"', "star": f"{typed}*"}[manner]


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
GLUE = ["", " ", " ", " ", ", ", "-", "·", "'s ", "(", ". ", "\u200b", "\u3000"]
CONCEPTS = {
    "samsung": ("Samsung Electronics", "삼성", "三星"),
    "chip4": ("Chip 4", "칩4"),
    "us": ("US", "한미"),
}
TERMS = [word for word in WORDS if word != "&amp;"]  # an entity alone is a sign: no term, read as a space
TOPICS = ("hbm", "export-controls")


def text_of(dice, most):
    return "".join(dice.choice(WORDS) + dice.choice(GLUE) for _ in range(dice.randint(0, most)))


def an_article(dice):
    """Words of our trade run together in every wrong and right way."""
    return {
        "title": text_of(dice, 6),
        "lead": text_of(dice, 6),
        "body": text_of(dice, 3),
        "lang": dice.choice(["en", "ko", "zh-Hans", "zh-Hant"]),
        "side": dice.choice(["KR", "CN", "US"]),
        "source": dice.choice(["yna-en-news", "gt"]),
        "kind": dice.choice(["government", "newspaper"]),
        "topics": dice.choice([(), ("hbm",), TOPICS]),
    }


def a_term(dice):
    roll = dice.random()
    if roll < 0.1:
        name, value = dice.choice(
            [("side", "CN"), ("side", "kr"), ("lang", "ko"), ("lang", "zh"), ("source", "gt"), ("kind", "government")]
        )
        return ("filter", name, value)
    if roll < 0.13:
        return ("topic", dice.choice(TOPICS))
    if roll < 0.2:
        name = dice.choice(list(CONCEPTS))
        return ("concept", name, CONCEPTS[name])
    field = dice.choice(["", "", "", "title", "lead", "body"])
    words = [dice.choice(TERMS) for _ in range(dice.randint(1, 3))]
    manner = dice.choice(["plain", "plain", "quoted", "star", "near"])
    if manner == "near":
        return ("term", field, " ".join([*words, dice.choice(TERMS)]), dice.randint(1, 10))
    typed = " ".join(words) if manner == "quoted" else words[0]
    return ("term", field, typed, manner)


def a_rule(dice, depth=2):
    """A tree of conditions."""
    roll = dice.random()
    if depth == 0 or roll < 0.3:
        return a_term(dice)
    if roll < 0.45:
        return ("not", a_rule(dice, depth - 1))
    return (dice.choice(["and", "or"]), [a_rule(dice, depth - 1) for _ in range(dice.randint(2, 3))])


def compared(seed, rules, articles):
    """How many pairs of a rule and an article were compared, and those that were read differently."""
    from bot.desk.rules import RuleError, RuleIndex, Vocabulary, parse
    from bot.model import Rule, Text

    dice = random.Random(seed)
    vocabulary = Vocabulary(topics=frozenset(TOPICS), sources=frozenset({"yna-en-news", "gt"}), concepts=CONCEPTS)
    trees, lines = {}, []
    while len(trees) < rules:
        tree = a_rule(dice)
        line = written(tree, dice)
        try:
            parse(line, vocabulary)
        except RuleError:
            continue
        lines.append(Rule(len(trees), 1, line, 1))
        trees[len(trees)] = tree
    index = RuleIndex.build(lines, vocabulary)
    differing = []
    for _ in range(articles):
        article = an_article(dice)
        found = index.match_ids(Text("x", **article))
        for number, tree in trees.items():
            if holds(tree, article) != (number in found):
                differing.append((lines[number].text, article))
    return len(trees) * articles, differing
