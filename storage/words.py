"""The archive index: every CJK character is a token of its own, so that a word of two is a phrase and is found.

FTS5's own tokenizers find none of 三星, 芯片, 삼성 inside a sentence (unicode61) or only three characters and
more (trigram). Latin letters and digits are split where the rules split them: HBM3E is `hbm 3 e`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from sqlite_utils import Database

#: Makes a text comparable; the composition root hands in the desk's, which also joins Traditional and Simplified.
Fold = Callable[[str], str]

# Han with extensions and compatibility forms, kana, Hangul syllables and jamo, 々 and 〇. The regular expressions below
# are quick with the first set: a character beyond U+FFFF makes `re` try range after range.
_CJK_BASIC = (
    "\u1100-\u11ff\u3005\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
)
_CJK = _CJK_BASIC + "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CJK}]|\d+|(?:(?![{_CJK}])[^\W\d_])+")
#: Anything but ASCII, these, and the punctuation that stands between them.
_OTHER = re.compile(rf"[^\x00-\x7f{_CJK_BASIC}\xb7\u2010-\u2027\u2030-\u205e\u3001-\u3004\u3008-\u301f\uff01-\uff0f]")
_SOME_CJK = re.compile(f"[{_CJK_BASIC}]")
_ASCII_RUN = re.compile("[A-Za-z0-9]{2,}")
_BORDER = re.compile("[0-9](?:(?=[A-Za-z])|(?<=[A-Za-z][0-9]))")
_ASCII_TOKEN = re.compile("[A-Za-z]+|[0-9]+")


def plain_fold(text: str) -> str:
    """Compatibility forms and case made equal: what there is without the desk."""
    return unicodedata.normalize("NFKC", text).casefold()


def spelled(text: str, fold: Fold = plain_fold) -> str:
    """A text as the index reads it: its tokens, one space apart."""
    return " ".join(_TOKEN.findall(fold(text)))


def to_index(folded: str) -> str:
    """What the index makes the same tokens of as of the spelled text; the index itself takes out the punctuation."""
    if not folded.isascii():
        if _OTHER.search(folded):
            return " ".join(_TOKEN.findall(folded))
        if _SOME_CJK.search(folded):
            return _spread(folded)
    return " ".join(_ASCII_TOKEN.findall(folded)) if _BORDER.search(folded) else folded


def _spread(text: str) -> str:
    """A blank after every character; those of Latin words and of numbers stay together, their blanks behind them.

    By bytes of UTF-16, for no character of such a text lies beyond U+FFFF: a quarter of the time of asking for tokens.
    """
    narrow = text.encode("utf-16-le", "surrogatepass")
    wide = bytearray(b" \0" * (2 * len(text)))
    wide[::4], wide[1::4] = narrow[::2], narrow[1::2]
    for run in _ASCII_RUN.finditer(text):
        for token in (run,) if run[0].isalpha() or run[0].isdecimal() else _ASCII_TOKEN.finditer(text, *run.span()):
            start, end = token.span()
            wide[4 * start : 4 * end] = narrow[2 * start : 2 * end] + b" \0" * (end - start)
    return wide.decode("utf-16-le", "surrogatepass")


def prepare(db: Database, fold: Fold) -> None:
    """Teaches a connection to spell texts; the store does it for each of its connections."""
    db.conn.create_function("spelled", 1, lambda text: spelled(text, fold), deterministic=True)
    db.conn.create_function("indexed", 1, lambda text: to_index(fold(text)), deterministic=True)


def add(db: Database, article: int) -> None:
    """Puts an article's present words into the index."""
    db.execute(
        "INSERT INTO words (rowid, title, lead) SELECT id, indexed(title), indexed(lead) FROM articles WHERE id = ?",
        (article,),
    )


def add_folded(db: Database, texts: Iterable[tuple[int, str, str]]) -> None:
    """Puts new articles into the index: id, and title and lead folded as this database folds."""
    db.conn.executemany(
        "INSERT INTO words (rowid, title, lead) VALUES (?, ?, ?)",
        [(article, to_index(title), to_index(lead)) for article, title, lead in texts],
    )


def take_out(db: Database, article: int) -> None:
    """Takes an article's present words out, before they change."""
    db.execute(
        "INSERT INTO words (words, rowid, title, lead)"
        " SELECT 'delete', id, indexed(title), indexed(lead) FROM articles WHERE id = ?",
        (article,),
    )


def rebuild(db: Database) -> None:
    """Spells the whole archive anew; needed when the folding has changed."""
    db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    db.execute("INSERT INTO words (rowid, title, lead) SELECT id, indexed(title), indexed(lead) FROM articles")
