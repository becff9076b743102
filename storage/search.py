"""Searching the archive by words and phrases."""

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.model import Article
from storage.articles import articles_where
from storage.encoding import micros


def search(
    db: Database, phrases: Sequence[str | Sequence[str]], limit: int = 50, *, before: int = 2**62
) -> list[Article]:
    """The newest articles that hold every phrase; where several stand for one, any of them.

    A phrase that ends in `*` also finds longer last words. What spells to nothing is left out; if nothing is left,
    nothing is found. Punctuation and spaces count for nothing here, so that a rule's exact reading of the results
    never misses one. `before` is an article's id, to go on where the last search ended.
    """
    query = _query(db, phrases)
    if not query:
        return []
    return articles_where(
        db,
        "id IN (SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)",
        (query, before, limit),
    )


def _query(db: Database, phrases: Sequence[str | Sequence[str]]) -> str:
    clauses = []
    for phrase in phrases:
        alternatives = [phrase] if isinstance(phrase, str) else phrase
        quoted = [found for one in alternatives if (found := _quoted(db, one))]
        if quoted:
            clauses.append(f"({' OR '.join(quoted)})")
    return " AND ".join(clauses)


def _quoted(db: Database, phrase: str) -> str:
    tokens = db.execute("SELECT spelled(?)", (phrase,)).fetchone()[0]
    # Tokens are letters and digits only: nothing in them can end the quotation.
    return f'"{tokens}"{"*" if phrase.rstrip().endswith("*") else ""}' if tokens else ""


#: What a fact of an article is called here, in the spelling that rules compare.
_FACTS = {
    "side": "upper(side) = ?",
    "lang": "lower(CASE instr(lang, '-') WHEN 0 THEN lang ELSE substr(lang, 1, instr(lang, '-') - 1) END) = ?",
    "source": "lower(source) = ?",
    "kind": "lower(kind) = ?",
    "topic": "EXISTS (SELECT 1 FROM json_each(articles.topics) WHERE value = ?)",
}


def candidates(
    db: Database,
    phrases: Sequence[str | Sequence[str]],
    since: datetime,
    facts: Sequence[tuple[str, str]] = (),
) -> list[int]:
    """The ids of all articles first seen since then that hold every phrase, newest first; without phrases, of all.

    `facts` are pairs of side, lang, source, kind or topic and a value that all of them must have.
    """
    (first,) = db.execute("SELECT min(id) FROM articles WHERE first_seen >= ?", (micros(since),)).fetchone()
    if first is None:
        return []
    conditions, values = [_FACTS[name] for name, _ in facts], [value for _, value in facts]
    query = _query(db, phrases)
    if query and not facts:
        rows = db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rowid DESC", (query, first)
        )
        return [number for (number,) in rows]
    if query:
        conditions.append("id IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(query)
    where = " AND ".join(("id >= ?", *conditions))
    rows = db.execute(f"SELECT id FROM articles WHERE {where} ORDER BY id DESC", (first, *values))  # noqa: S608 -- ours
    return [number for (number,) in rows]
