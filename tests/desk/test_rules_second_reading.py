"""A second, slow reading of the grammar, made from its text alone, against the one that is shipped."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk.rules import Page, RuleError, Vocabulary, match_one, parse
from bot.model import Text
from tests.fuzz.second_reading import WORDS, compared, is_met, near

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
    assert shipped == near(" ".join(words), within, " ".join(title))


@given(
    st.lists(st.sampled_from(["삼성", "반도체", "칩4", "中", "chip", "SK", "4"]), min_size=2, max_size=3),
    st.integers(1, 20),
    st.lists(st.sampled_from(["삼성", "반도체", "칩", "4", "中", "chip", "SK", " ", "·", "of "]), max_size=14),
)
@settings(max_examples=300, deadline=None)
def test_distances_between_characters_are_counted_alike(words, within, pieces):
    """With a CJK character characters are counted, from start to start, and pieces do not overlap."""
    try:
        query = parse(f'"{" ".join(words)}"~{within}', Vocabulary())
    except RuleError:  # Latin alone reaches no farther than ten words
        return
    title = "".join(pieces)
    assert (match_one(query, Page(Text("x", title))) is not None) == near(" ".join(words), within, title)


@given(st.integers(0, 10**9))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_whole_rules_are_read_alike(seed):
    """Operators, fields, filters, concepts and topics, thirty rules at a time through the index of all rules."""
    assert compared(seed, rules=30, articles=3)[1] == []
