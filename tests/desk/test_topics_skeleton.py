"""The skeleton's short way through a text finds what the whole pattern finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk.topics import skeleton

PIECES = st.sampled_from([*"ab sS09 ·',-한中々é_", "  ", " · ", "sk 하이닉스", "한·미·일", "hbm3e", "'s ", "3nm", ", "])


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_changes_are_found_where_the_pattern_finds_them(even: str) -> None:
    """Asking only at marks, digits and borders of scripts misses no change and invents none."""
    assert [found.span() for found in skeleton._CHANGE.finditer(even)] == list(skeleton._changes(even))
