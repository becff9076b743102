"""Which variables were written where: the environment, a .env file below it, files that hold secrets."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from dotenv.parser import parse_stream

from bot.config.problems import nearest

PREFIX: Final = "CHIPWIRE_"
_FILE: Final = "_FILE"


@dataclass(frozen=True, slots=True)
class Written:
    """A setting's text and where it stands: "" for the environment, ".env:3:1: " for a line of a file."""

    value: str
    where: str = ""


def read_environment(
    environ: Mapping[str, str], env_file: Path | None, *, known: Collection[str], secrets: Collection[str]
) -> tuple[dict[str, Written], list[str]]:
    """Collect the settings that were written, by their lower-case names, and what is wrong with them.

    An empty variable counts as not written, so that a compose file may pass all of them through.
    """
    problems: list[str] = []
    variables = dict(_lines(env_file, problems)) if env_file is not None and env_file.exists() else {}
    variables |= {name: Written(value) for name, value in environ.items()}
    names = {PREFIX + name.upper() for name in known}
    files = {PREFIX + name.upper() + _FILE for name in secrets}
    settings: dict[str, Written] = {}
    for variable, written in sorted(variables.items()):
        if not variable.startswith(PREFIX) or not written.value.strip():
            continue
        if variable in names:
            settings[_name(variable)] = Written(written.value.strip(), written.where)
        elif variable in files:
            _secret(variable, written, settings, problems)
        else:
            meant = nearest(variable.removeprefix(PREFIX), (name.removeprefix(PREFIX) for name in names | files))
            mending = f"write {PREFIX}{meant}" if meant else "remove it"
            problems.append(f"{written.where}{variable}: unknown setting; {mending}")
    return settings, problems


def _name(variable: str) -> str:
    return variable.removeprefix(PREFIX).lower()


def _secret(variable: str, written: Written, settings: dict[str, Written], problems: list[str]) -> None:
    plain = variable.removesuffix(_FILE)
    if _name(plain) in settings:
        problems.append(f"{written.where}{variable}: stands beside {plain}; keep one of the two")
        return
    try:
        value = Path(written.value.strip()).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not text"
        problems.append(f'{written.where}{variable}: "{written.value}" cannot be read: {reason}; write a readable file')
        return
    if value:
        settings[_name(plain)] = Written(value, written.where)
    else:
        problems.append(f'{written.where}{variable}: "{written.value}" is empty; write the secret into it')


def _lines(env_file: Path, problems: list[str]) -> Iterator[tuple[str, Written]]:
    try:
        written = env_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problems.append(f"{env_file}: cannot be read as UTF-8 text; mend it, or take it away")
        return
    for binding in parse_stream(StringIO(written)):
        text = binding.original.string
        empty = text[: len(text) - len(text.lstrip())].count("\n")  # the parser counts blank lines to what follows
        where = f"{env_file}:{binding.original.line + empty}:1: "
        if binding.error:
            problems.append(f"{where}not a setting; write NAME=value")
        elif binding.key:
            yield binding.key, Written(binding.value or "", where)
