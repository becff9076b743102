"""What the documents say is there: settings with their defaults, commands, options, files, make targets."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import typer

from bot import chat
from bot.cli import app
from bot.config import load_desk_data
from bot.config.settings import SECRETS, Settings
from bot.desk.topics import Classifier

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/operating.md")
OPERATING = (ROOT / "docs/operating.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app)


def told_default(value) -> str:
    """A default as the table of settings writes it."""
    if not value:
        return "none"
    if isinstance(value, timedelta):
        return f"`{value.total_seconds():g}s`"
    return f"`{value}`"


def find(words: list[str]):
    """The command that these words name, and what is left of them."""
    command = COMMANDS
    while hasattr(command, "commands"):
        command = command.commands[words[0]]
        words = words[1:]
    return command, words


def leaves(command, path: str = "") -> set[str]:
    if hasattr(command, "commands"):
        return {leaf for name, below in command.commands.items() for leaf in leaves(below, f"{path} {name}".strip())}
    return {path}


def commands_shown() -> list[str]:
    """Every `chipwire …` line of the shell examples and every command of the table, one invocation each."""
    shown = []
    for document in DOCUMENTS:
        text = (ROOT / document).read_text("utf-8")
        for block in re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL):
            shown += re.findall(
                r"^(?:\S*/)?(?:docker compose exec chipwire )?(?:\.venv/bin/)?chipwire (.+)$", block, flags=re.MULTILINE
            )
        shown += re.findall(r"`chipwire ([a-z][^`]*)`", text)
    return [re.sub(r"\s+#.*", "", line) for line in shown]


def test_settings_table_is_the_settings():
    """Every setting stands in the table with its default, and nothing else does."""
    told = dict(re.findall(r"^\| `CHIPWIRE_(\w+)` \| (.+?) \|", OPERATING, flags=re.MULTILINE))

    expected = {name.upper(): told_default(field.default) for name, field in Settings.model_fields.items()}
    assert told == expected


def test_secrets_may_stand_in_files_as_told():
    """The secrets named with _FILE are those that config reads from files."""
    told = set(re.findall(r"`CHIPWIRE_(\w+?)_FILE(?:=[^`]*)?`", OPERATING))

    assert told == {name.upper() for name in SECRETS}


def test_commands_table_is_complete():
    """Every command of the command line has a line in the table."""
    told = re.findall(r"^\| `chipwire ([^|]+)` \|", OPERATING, flags=re.MULTILINE)

    named = {" ".join(re.match(r"[a-z]+(?: [a-z]+)*", line)[0].split()) for line in told}
    assert named == leaves(COMMANDS)


@pytest.mark.parametrize("line", commands_shown())
def test_shown_commands_exist(line):
    """A command of the documents exists, with each option that is shown."""
    command, rest = find(line.replace("[", " ").replace("]", " ").split())
    options = {option for parameter in command.params for option in parameter.opts} | {"--help"}

    assert [word for word in rest if word.startswith("--") and word not in options] == []


def test_chat_table_is_complete():
    """Every chat command has a line in the table, and nothing else has."""
    told = re.findall(r"^\| `/([a-z]+)[^|]*` \|", OPERATING, flags=re.MULTILINE)

    assert sorted(told) == sorted((*chat.COMMANDS, *chat.OPERATORS))


def test_shown_rules_can_be_read():
    """A rule that the documents show as an example is one."""
    vocabulary = Classifier.from_data(*load_desk_data()).vocabulary
    rules = [
        rule
        for name in DOCUMENTS
        for rule in re.findall(r"^ *\/watch (.+)$", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)
    ]
    rules += re.findall(r"--rule '(.+)'", OPERATING)

    assert len(rules) >= 2
    assert [vocabulary.refusal(rule) for rule in rules if vocabulary.refusal(rule)] == []


def test_make_targets_exist():
    """`make …` in the documents names targets of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    shown: set[str] = set()
    for document in DOCUMENTS:
        for words in re.findall(
            r"(?:^|`|&& )(?:sudo )?make (?:-C \S+ )?([a-z ]+?)(?:`|\s*#|$)",
            (ROOT / document).read_text("utf-8"),
            flags=re.MULTILINE,
        ):
            shown |= set(words.split())

    assert {"demo", "test", "check", "setup"} <= shown
    assert shown - targets == set()


def test_links_lead_somewhere():
    """A relative link in a document is a file of the repository."""
    broken = [
        (document, link)
        for document in (*DOCUMENTS, "CHANGELOG.md")
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / document).read_text("utf-8"))
        if not (ROOT / document).parent.joinpath(link).exists()
    ]

    assert broken == []


def test_named_files_exist():
    """A path of the tree in back quotes is there."""
    missing = [
        (document, path)
        for document in DOCUMENTS
        for path in re.findall(r"`((?:bot|storage|docs|deploy|tests)/[\w/.-]+)`", (ROOT / document).read_text("utf-8"))
        if not (ROOT / path).exists()
    ]

    assert missing == []
