"""The four catalogues say the same things."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.chat import BUTTONS, COMMANDS, OPERATORS
from bot.chat.catalogue import LANGUAGES, words_in
from bot.desk.rules.wording import ENGLISH

ROOM = Path(__file__).resolve().parents[2] / "bot/chat"
#: Languages are named in themselves.
SAME = frozenset({"reads.en"})


@pytest.mark.parametrize(("one", "other"), tuple(pairwise((*LANGUAGES, LANGUAGES[0]))))
def test_no_language_lacks_a_text(one: str, other: str):
    """Every key of one catalogue stands in the other."""
    assert sorted(words_in(one).texts.keys() - words_in(other).texts.keys()) == []


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_texts_take_the_same_values(lang: str):
    """A translation fills in exactly the values of the English text."""

    def values(text: str) -> list[str]:
        return sorted(set(re.findall(r"{(\w+)[^}]*}", text)))

    english, other = words_in("en").texts, words_in(lang).texts
    assert {key: values(text) for key, text in other.items()} == {key: values(text) for key, text in english.items()}


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_texts_are_translated(lang: str):
    """No text was left in English, but for those without a word to translate."""
    english, other = words_in("en").texts, words_in(lang).texts
    wordless = {key for key, text in english.items() if not re.search("[a-z]{3}", re.sub(r"{.*?}|/\w+", "", text))}

    assert [key for key in english if other[key] == english[key] and key not in wordless | SAME] == []


def test_every_text_is_used_and_every_used_text_is_there():
    """The keys that the code names are the keys of the catalogue."""
    code = "\n".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    named = set(re.findall(r"""["'](\w+\.\w+)["']""", code))
    families = set(re.findall(r"""f["'](\w+\.\w*){""", code))
    texts = words_in("en").texts

    told = set(re.findall(r"""tell\(\s*["']([\w.]+)["']""", code))
    assert sorted(told - texts.keys()) == []
    known = named | ENGLISH.keys()
    assert [key for key in texts if key not in known and not any(key.startswith(family) for family in families)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_of_rules_is_there_in_every_language(lang: str):
    """Each refusal and each piece of a rule read back, with the values that the desk fills in."""

    def values(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    texts = words_in(lang).texts
    assert {key: values(texts.get(key, "")) for key in ENGLISH} == {key: values(text) for key, text in ENGLISH.items()}
    assert [key for key in texts if key.startswith(("refusal.", "echo.")) and key not in ENGLISH] == []


def test_english_is_the_same_in_the_chat_and_on_the_command_line():
    """One wording for both."""
    texts = words_in("en").texts

    assert {key: texts[key] for key in ENGLISH} == dict(ENGLISH)


def test_every_command_is_described():
    """/help has a line for each command."""
    assert [name for name in (*COMMANDS, *OPERATORS) if f"help.{name}" not in words_in("en").texts] == []
    assert set(BUTTONS) & set(COMMANDS) == set()
