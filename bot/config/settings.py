"""The settings: CHIPWIRE_… from the environment or a .env file, secrets also from files of their own."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config import addresses, checks
from bot.config.durations import read_duration
from bot.config.environment import PREFIX, Written, read_environment
from bot.config.problems import ConfigError
from bot.config.refusals import words

SECRETS: Final = frozenset({"telegram_token", "smtp_url", "mail_dkim_key"})

Zone = Annotated[str, AfterValidator(checks.zone)]
Address = Annotated[str, AfterValidator(checks.web_address)]


def _hold(written: object) -> timedelta:
    return written if isinstance(written, timedelta) else read_duration(written, "s")


class Settings(BaseSettings):
    """Everything an operator may set, checked; secrets have no repr."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=False)

    db: Path = Path("data/chipwire.db")  # backups, digests and kept documents live in folders beside it
    feeds: Path = Path("feeds.yaml")  # see find_feeds for what holds when it is absent
    contact: Address = "https://example.org/chipwire"  # stands in the User-Agent; an outlet writes there
    telegram_token: Annotated[str, AfterValidator(addresses.one_word)] = Field(default="", repr=False)
    telegram_api: Address = "https://api.telegram.org"
    admins: Annotated[tuple[int, ...], BeforeValidator(addresses.chat_ids)] = ()
    access: Literal["private", "invite", "public"] = "private"
    smtp_url: Annotated[str, AfterValidator(addresses.smtp)] = Field(default="", repr=False)
    mail_from: Annotated[str, AfterValidator(addresses.mail)] = ""
    mail_dkim_key: Annotated[str, AfterValidator(addresses.dkim_key)] = Field(default="", repr=False)  # in PEM
    mail_dkim_selector: Annotated[str, AfterValidator(addresses.label)] = "chipwire"
    web: Annotated[str, AfterValidator(addresses.host_and_port)] = "127.0.0.1:8080"
    public_url: Annotated[str, AfterValidator(addresses.base)] = ""  # without a slash at its end
    allow_origins: Annotated[frozenset[str], BeforeValidator(addresses.origins)] = frozenset()
    tz: Zone = "Asia/Seoul"
    hold: Annotated[timedelta, BeforeValidator(_hold)] = timedelta(seconds=90)
    log: Literal["console", "json"] = "console"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read only what is handed in: the process's environment is the caller's to give."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)

    @property
    def web_host(self) -> str:
        """Where the web server listens, without brackets."""
        return addresses.split_host_and_port(self.web)[0]

    @property
    def web_port(self) -> int:
        """On which port the web server listens; 0: any free one."""
        return addresses.split_host_and_port(self.web)[1]

    @property
    def dkim(self) -> tuple[str, str]:
        """The key that mail is signed with, "" for none, and its selector."""
        return self.mail_dkim_key, self.mail_dkim_selector

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be printed: each secret, and what of it or made of it a library might quote."""
        parts = urlsplit(self.smtp_url)
        written, user = parts.password or "", unquote(parts.username or "")
        password = unquote(written)
        login = b64encode(f"\0{user}\0{password}".encode()).decode() if password else ""
        mailed = (written, password, b64encode(password.encode()).decode(), login)
        key = tuple(line for line in self.mail_dkim_key.splitlines() if not line.startswith("-----"))
        return tuple(one for one in (self.telegram_token, self.smtp_url, *mailed, *key) if one)

    def shown(self) -> dict[str, str]:
        """Return every setting by its variable, as a person may see it: of a secret only whether it is set."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return {PREFIX + name.upper(): _shown(name, value) for name, value in values.items()}


def load_settings(environ: Mapping[str, str], env_file: Path | None = None) -> Settings:
    """Read the settings from `environ` and, below it, from `env_file` where that exists.

    Raises:
        ConfigError: with every problem at once; no secret stands in it.
    """
    written, problems = read_environment(environ, env_file, known=Settings.model_fields, secrets=SECRETS)
    if "smtp_url" in written and "mail_from" not in written:
        problems.append(f"{PREFIX}MAIL_FROM: is missing beside {PREFIX}SMTP_URL; write the sender's address")
    try:
        settings = Settings(**{name: one.value for name, one in written.items()})  # type: ignore[arg-type]
    except ValidationError as errors:
        found = errors.errors(include_url=False)
        raise ConfigError([*problems, *(_problem(error, written) for error in found)]) from None
    if problems:
        raise ConfigError(problems)
    return settings


def _problem(error: Any, written: Mapping[str, Written]) -> str:
    name = str(error["loc"][0])
    return f"{written[name].where}{PREFIX}{name.upper()}: {words(error)}"


def _shown(name: str, value: object) -> str:
    if name in SECRETS:
        return "set" if value else ""
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g}s"
    if isinstance(value, (tuple, frozenset)):
        return ",".join(sorted(str(one) for one in value))
    return str(value)
