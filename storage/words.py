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
_NO_CJK = re.compile(f"[^{_CJK_BASIC}]+")
#: Anything but ASCII, these, and the punctuation that stands between them.
_OTHER = re.compile(rf"[^\x00-\x7f{_CJK_BASIC}\xb7\u2010-\u2027\u2030-\u205e\u3001-\u3004\u3008-\u301f\uff01-\uff0f]")
_ASCII_RUN = re.compile("([A-Za-z0-9]+)")
_BORDER = re.compile("[0-9](?:(?=[A-Za-z])|(?<=[A-Za-z][0-9]))")
_ASCII_TOKEN = re.compile("[A-Za-z]+|[0-9]+")


def plain_fold(text: str) -> str:
    """Compatibility forms and case made equal: what there is without the desk."""
    return unicodedata.normalize("NFKC", text).casefold()


def spelled(text: str, fold: Fold = plain_fold) -> str:
    """A text as the index reads it: its tokens, one space apart."""
    return spelled_folded(fold(text))


def spelled_folded(folded: str) -> str:
    """Like `spelled`, of a text that is folded already."""
    if folded.isascii():
        return " ".join(_ASCII_TOKEN.findall(folded))
    if _OTHER.search(folded):
        return " ".join(_TOKEN.findall(folded))
    # Parted at its few Latin words: three times as quick as asking for every character.
    pieces = _ASCII_RUN.split(folded)
    pieces[::2] = map(_apart, pieces[::2])
    pieces[1::2] = [" ".join(_ASCII_TOKEN.findall(piece)) for piece in pieces[1::2]]
    return " ".join(filter(None, pieces))


def _apart(piece: str) -> str:
    """The CJK characters of a text without other letters, a blank between each two; none lies beyond U+FFFF."""
    letters = "".join(piece.split())
    if _NO_CJK.search(letters):
        letters = _NO_CJK.sub("", letters)
    if len(letters) < 2:
        return letters
    # By bytes, for `" ".join` makes a string of every character first.
    narrow = letters.encode("utf-16-le", "surrogatepass")
    wide = bytearray(b" \0" * (2 * len(letters) - 1))
    wide[::4], wide[1::4] = narrow[::2], narrow[1::2]
    return wide.decode("utf-16-le", "surrogatepass")


def prepare(db: Database, fold: Fold) -> None:
    """Teaches a connection to spell texts; the store does it for each of its connections."""
    db.conn.create_function("spelled", 1, lambda text: spelled(text, fold), deterministic=True)


def add(db: Database, article: int) -> None:
    """Puts an article's present words into the index."""
    db.execute(
        "INSERT INTO words (rowid, title, lead) SELECT id, spelled(title), spelled(lead) FROM articles WHERE id = ?",
        (article,),
    )


def add_folded(db: Database, texts: Iterable[tuple[int, str, str]]) -> None:
    """Puts new articles into the index: id, and title and lead folded as this database folds."""
    db.conn.executemany(
        "INSERT INTO words (rowid, title, lead) VALUES (?, ?, ?)",
        [(article, _to_index(title), _to_index(lead)) for article, title, lead in texts],
    )


def _to_index(folded: str) -> str:
    """What the index makes the same tokens of as of the spelled text; the index itself takes out the punctuation."""
    return folded if folded.isascii() and not _BORDER.search(folded) else spelled_folded(folded)


def take_out(db: Database, article: int) -> None:
    """Takes an article's present words out, before they change."""
    db.execute(
        "INSERT INTO words (words, rowid, title, lead)"
        " SELECT 'delete', id, spelled(title), spelled(lead) FROM articles WHERE id = ?",
        (article,),
    )


def rebuild(db: Database) -> None:
    """Spells the whole archive anew; needed when the folding has changed."""
    db.execute("INSERT INTO words (words) VALUES ('delete-all')")
    db.execute("INSERT INTO words (rowid, title, lead) SELECT id, spelled(title), spelled(lead) FROM articles")
