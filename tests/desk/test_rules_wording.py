"""Refusals and echoes in any language: stable keys with values."""

import string

import pytest

from bot.desk.rules import ENGLISH, RuleError, Vocabulary, echo, parse
from bot.desk.rules.wording import english

VOCABULARY = Vocabulary(
    concepts={"samsung": ("삼성전자",)}, topics=frozenset({"hbm"}), sources=frozenset({"yna-en-news"})
)
REFUSED = {
    "refusal.long": "x" * 501,
    "refusal.many": " ".join(f"w{n}" for n in range(41)),
    "refusal.empty": "& |",
    "refusal.one_character": "中",
    "refusal.only_negative": "NOT chip",
    "refusal.unclosed": "(chip",
    "refusal.unopened": "chip)",
    "refusal.empty_group": "chip ()",
    "refusal.lonely": "chip AND",
    "refusal.minus": "chip - hbm",
    "refusal.quote": 'chip "hbm',
    "refusal.empty_quote": 'chip ""',
    "refusal.star_inside": "ch*p",
    "refusal.star_short": "c* hbm",
    "refusal.star_in_quote": '"chip*"',
    "refusal.star_behind_quote": '"chip"*',
    "refusal.star_on_name": "topic:hbm*",
    "refusal.near_place": "chip~5",
    "refusal.near_number": '"chip export"~',
    "refusal.near_one": '"chip"~5',
    "refusal.near_far": '"chip export"~11',
    "refusal.near_on_name": 'topic:"hbm hbm"~5',
    "refusal.field": "foo:bar",
    "refusal.field_group": "title:(chip hbm)",
    "refusal.field_empty": "chip title:",
    "refusal.field_minus": "title:-hbm",
    "refusal.field_twice": "title:lead:chip",
    "refusal.unknown_side": "side:XX",
    "refusal.unknown_lang": "lang:fr",
    "refusal.unknown_source": "source:yna",
    "refusal.unknown_kind": "kind:goverment",
    "refusal.unknown_topic": "topic:hmb",
    "refusal.unknown_concept": "concept:samsun",
}
READ_BACK = (
    "(title:chip OR lead:Chip-mak*) -(body:US OR c) lang:ko -lang:en, 팹 4 and 三星",
    "lang:zh OR lang:ja OR side:CN OR kind:government OR source:yna-en-news OR topic:hbm",
    "chip -side:CN -kind:government -source:yna-en-news -topic:hbm -hbm lead:x -lead:y",
    '"a b"~5 OR "三国 b"~5 OR concept:samsung OR (chip -hbm)',
    "chip -hbm (a OR b)",
)


def bare(key, /, **values):
    """A language of nothing but keys and what fills them."""
    return f"{{{key}{''.join(f'|{name}={value}' for name, value in values.items())}}}"


@pytest.mark.parametrize(("key", "rule"), REFUSED.items())
def test_each_refusal_has_its_key(key, rule):
    """The reason is told in any language, with the same values; English is what nobody asked for."""
    with pytest.raises(RuleError) as refused:
        parse(rule, VOCABULARY)
    assert key == refused.value.why.key
    assert english(key, **refused.value.why.values) == refused.value.reason == refused.value.told()
    assert refused.value.told(bare).startswith("{" + key)


def test_where_no_name_is_known_none_is_the_nearest():
    """A name of a kind of which there are none."""
    error = Vocabulary(topics=frozenset()).refusal("topic:hbm")
    assert error is not None
    assert (error.why.key, error.why.values) == ("refusal.unknown", {"field": "topic", "value": "hbm"})


def test_every_key_is_used_with_the_values_it_names():
    """No text waits for values that never come, and no key is left that nothing says."""
    used = {}

    def spy(key, /, **values):
        used[key] = set(values)
        return english(key, **values)

    for rule in READ_BACK:
        echo(parse(rule, VOCABULARY), spy)
    for rule in (*REFUSED.values(), "topic:hbm"):
        vocabulary = VOCABULARY if rule != "topic:hbm" else Vocabulary(topics=frozenset())
        error = vocabulary.refusal(rule)
        assert error is not None
        error.told(spy)
    named = {key: {name for _, name, _, _ in string.Formatter().parse(text) if name} for key, text in ENGLISH.items()}
    assert named == used


def test_an_echo_in_another_language_holds_no_english():
    """Everything but what was typed goes through the catalogue."""
    expected = "{echo.but|left={echo.has|where={echo.title}|what=*hbm*}|right={echo.lang_not|value={echo.ko}}}"
    assert expected == echo(parse('title:"hbm" -lang:ko', VOCABULARY), bare)
