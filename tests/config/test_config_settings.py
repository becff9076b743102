"""Settings come from the environment, a .env file below it and files for secrets; every mistake is told at once."""

import sys
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest

from bot.config import ConfigError, Settings, load_settings


def problems(environ: dict[str, str], env_file: Path | None = None) -> list[str]:
    """Return what is wrong with an environment."""
    with pytest.raises(ConfigError) as refused:
        load_settings(environ, env_file)
    return list(refused.value.problems)


def test_nothing_need_be_set() -> None:
    """The defaults run: alerts go to the console, nothing listens beyond the machine."""
    settings = load_settings({})
    assert settings.model_dump() == {
        "db": Path("data/chipwire.db"),
        "feeds": Path("feeds.yaml"),
        "contact": "https://example.org/chipwire",
        "telegram_token": "",
        "telegram_api": "https://api.telegram.org",
        "admins": (),
        "access": "private",
        "smtp_url": "",
        "mail_from": "",
        "mail_dkim_key": "",
        "mail_dkim_selector": "chipwire",
        "web": "127.0.0.1:8080",
        "public_url": "",
        "allow_origins": frozenset(),
        "tz": "Asia/Seoul",
        "hold": timedelta(seconds=90),
        "log": "console",
    }


def test_every_setting_is_read_from_its_variable() -> None:
    """What is set arrives in the type it is used in."""
    settings = load_settings(
        {
            "CHIPWIRE_DB": "/var/lib/chipwire/news.db",
            "CHIPWIRE_FEEDS": "/etc/chipwire/feeds.yaml",
            "CHIPWIRE_CONTACT": "https://news.example.org/bot",
            "CHIPWIRE_TELEGRAM_TOKEN": "1:token",
            "CHIPWIRE_TELEGRAM_API": "http://127.0.0.1:8081",
            "CHIPWIRE_ADMINS": "123, -100456",
            "CHIPWIRE_ACCESS": "invite",
            "CHIPWIRE_SMTP_URL": "smtp://user:pass@mail.example.org:465?tls=implicit",
            "CHIPWIRE_MAIL_FROM": "chipwire <news@example.org>",
            "CHIPWIRE_WEB": "[::1]:0",
            "CHIPWIRE_PUBLIC_URL": "https://news.example.org/chips/",
            "CHIPWIRE_ALLOW_ORIGINS": "http://127.0.0.1:8000, https://Intranet.example/",
            "CHIPWIRE_TZ": "Europe/Berlin",
            "CHIPWIRE_HOLD": "0s",
            "CHIPWIRE_LOG": "json",
            "PATH": "/bin",
        }
    )
    assert settings == Settings(
        db=Path("/var/lib/chipwire/news.db"),
        feeds=Path("/etc/chipwire/feeds.yaml"),
        contact="https://news.example.org/bot",
        telegram_token="1:token",
        telegram_api="http://127.0.0.1:8081",
        admins=(123, -100456),
        access="invite",
        smtp_url="smtp://user:pass@mail.example.org:465?tls=implicit",
        mail_from="chipwire <news@example.org>",
        web="[::1]:0",
        public_url="https://news.example.org/chips",
        allow_origins=frozenset({"http://127.0.0.1:8000", "https://intranet.example"}),
        tz="Europe/Berlin",
        hold=timedelta(),
        log="json",
    )
    assert (settings.web_host, settings.web_port) == ("::1", 0)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("HOLD", "90", 'CHIPWIRE_HOLD: "90" has no unit; write 90s'),
        ("HOLD", "soon", 'CHIPWIRE_HOLD: "soon" is not a duration; write a number and a unit, such as 10s'),
        ("TZ", "Asia/Soul", 'CHIPWIRE_TZ: "Asia/Soul" is not an IANA zone; write Asia/Seoul'),
        ("ACCESS", "open", 'CHIPWIRE_ACCESS: "open" is not known; write private or invite or public'),
        ("LOG", "jsonl", 'CHIPWIRE_LOG: "jsonl" is not known; write json'),
        ("ADMINS", "1,bob", 'CHIPWIRE_ADMINS: "bob" is not a chat id; write numbers such as 123456789, parted by commas'),
        ("WEB", "8080", 'CHIPWIRE_WEB: "8080" is not a host and a port; write one such as 127.0.0.1:8080'),
        ("WEB", "0.0.0.0:99999", 'CHIPWIRE_WEB: "0.0.0.0:99999" is not a host and a port; write one such as 127.0.0.1:8080'),
        ("CONTACT", "me", 'CHIPWIRE_CONTACT: "me" is not an http(s) address; write one such as https://example.org/news'),
        ("PUBLIC_URL", "https://a.org/?x=1", 'CHIPWIRE_PUBLIC_URL: "https://a.org/?x=1" has more than a path; write one such as https://news.example.org'),
        ("ALLOW_ORIGINS", "http://127.0.0.1:80/rss", 'CHIPWIRE_ALLOW_ORIGINS: "http://127.0.0.1:80/rss" is more than an origin; write http://127.0.0.1:80'),
        ("MAIL_FROM", "chipwire", 'CHIPWIRE_MAIL_FROM: "chipwire" is not a mail address; write one such as chipwire@example.org'),
        ("MAIL_FROM", "a@b.org, c@d.org", 'CHIPWIRE_MAIL_FROM: "a@b.org, c@d.org" is not a mail address; write one such as chipwire@example.org'),
        ("TELEGRAM_TOKEN", "1:to ken", "CHIPWIRE_TELEGRAM_TOKEN: has a blank inside; write the token as it was given, on one line"),
        ("HOLDS", "1s", "CHIPWIRE_HOLDS: unknown setting; write CHIPWIRE_HOLD"),
        ("DB_FILE", "x", "CHIPWIRE_DB_FILE: unknown setting; remove it"),
        ("SOMETHING_ELSE", "x", "CHIPWIRE_SOMETHING_ELSE: unknown setting; remove it"),
    ],
)  # fmt: skip
def test_one_wrong_setting_is_named_with_its_mending(name: str, value: str, expected: str) -> None:
    """The variable, what is wrong, what to write."""
    assert problems({f"CHIPWIRE_{name}": value}) == [expected]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://user:hush@host", "is not the address of a mail server; write smtp://user:password@host:587?tls=starttls"),
        ("smtp://user:hush@host:x", "is not the address of a mail server; write smtp://user:password@host:587?tls=starttls"),
        ("smtp://user:hush@host?ssl=1", '"ssl" is not known; write smtp://user:password@host:587?tls=starttls'),
        ("smtp://user:hush@host?tls=starttsl", 'tls: "starttsl" is not known; write starttls'),
    ],
)  # fmt: skip
def test_a_wrong_mail_server_is_refused_without_repeating_its_password(url: str, expected: str) -> None:
    """Problems are printed and logged; secrets are not."""
    told = problems({"CHIPWIRE_SMTP_URL": url, "CHIPWIRE_MAIL_FROM": "a@b.org"})
    assert told == [f"CHIPWIRE_SMTP_URL: {expected}"]


def test_a_mail_server_needs_a_sender() -> None:
    """Half a setting is a mistake, not a default."""
    told = problems({"CHIPWIRE_SMTP_URL": "smtp://host"})
    assert told == ["CHIPWIRE_MAIL_FROM: is missing beside CHIPWIRE_SMTP_URL; write the sender's address"]


def test_an_env_file_lies_below_the_environment_and_names_its_lines(tmp_path: Path) -> None:
    """The environment wins; problems of the file carry its name and line; other programs' lines are theirs."""
    env = tmp_path / ".env"
    env.write_text(
        "# settings\nexport CHIPWIRE_TZ='Asia/Tokyo'\nCHIPWIRE_HOLD=5m\nOTHER=1\nCHIPWIRE_CONTACT=\n", encoding="utf-8"
    )
    settings = load_settings({"CHIPWIRE_HOLD": "1m"}, env)
    assert (settings.tz, settings.hold) == ("Asia/Tokyo", timedelta(minutes=1))
    env.write_text("CHIPWIRE_TZ=Asia/Tokio\n\n=x\nCHIPWIRE_LOGS=json\n", encoding="utf-8")
    assert problems({"CHIPWIRE_WEB": "x"}, env) == [
        f"{env}:3:1: not a setting; write NAME=value",
        f"{env}:4:1: CHIPWIRE_LOGS: unknown setting; write CHIPWIRE_LOG",
        'CHIPWIRE_WEB: "x" is not a host and a port; write one such as 127.0.0.1:8080',
        f'{env}:1:1: CHIPWIRE_TZ: "Asia/Tokio" is not an IANA zone; write Asia/Tokyo',
    ]


def test_an_absent_env_file_is_no_mistake(tmp_path: Path) -> None:
    """Most machines have none."""
    assert load_settings({}, tmp_path / ".env") == load_settings({})


def test_an_env_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """It is not guessed at."""
    env = tmp_path / ".env"
    env.write_bytes("CHIPWIRE_MAIL_FROM=반도체".encode("cp949"))
    assert problems({}, env) == [f"{env}: cannot be read as UTF-8 text; mend it, or take it away"]


def test_a_secret_may_lie_in_a_file_of_its_own(tmp_path: Path) -> None:
    """As container platforms hand them over, with a line end behind."""
    (tmp_path / "token").write_text("1:hush\n", encoding="utf-8")
    (tmp_path / "smtp").write_text("smtp://u:p@host\n", encoding="utf-8")
    settings = load_settings(
        {
            "CHIPWIRE_TELEGRAM_TOKEN_FILE": str(tmp_path / "token"),
            "CHIPWIRE_SMTP_URL_FILE": str(tmp_path / "smtp"),
            "CHIPWIRE_MAIL_FROM": "a@b.org",
        }
    )
    assert (settings.telegram_token, settings.smtp_url) == ("1:hush", "smtp://u:p@host")


def test_a_secret_that_cannot_be_had_is_a_mistake(tmp_path: Path) -> None:
    """Absent, empty, or given in two ways."""
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    assert problems(
        {
            "CHIPWIRE_TELEGRAM_TOKEN": "1:hush",
            "CHIPWIRE_TELEGRAM_TOKEN_FILE": str(tmp_path / "empty"),
            "CHIPWIRE_SMTP_URL_FILE": str(tmp_path / "none"),
        }
    ) == [
        f'CHIPWIRE_SMTP_URL_FILE: "{tmp_path}/none" cannot be read: No such file or directory; write a readable file',
        "CHIPWIRE_TELEGRAM_TOKEN_FILE: stands beside CHIPWIRE_TELEGRAM_TOKEN; keep one of the two",
    ]
    assert problems({"CHIPWIRE_TELEGRAM_TOKEN_FILE": str(tmp_path / "empty")}) == [
        f'CHIPWIRE_TELEGRAM_TOKEN_FILE: "{tmp_path}/empty" is empty; write the secret into it'
    ]


def test_secrets_show_nowhere() -> None:
    """Neither in a repr, which ends up in logs, nor in what doctor prints."""
    settings = load_settings(
        {
            "CHIPWIRE_TELEGRAM_TOKEN": "1:hush",
            "CHIPWIRE_SMTP_URL": "smtp://u:hush@host",
            "CHIPWIRE_MAIL_FROM": "a@b.org",
        }
    )
    shown = settings.shown()
    assert "hush" not in f"{settings!r}{settings}{shown}"
    assert (shown["CHIPWIRE_TELEGRAM_TOKEN"], shown["CHIPWIRE_SMTP_URL"]) == ("set", "set")
    assert (shown["CHIPWIRE_HOLD"], shown["CHIPWIRE_ALLOW_ORIGINS"], shown["CHIPWIRE_TZ"]) == ("90s", "", "Asia/Seoul")


def test_the_process_environment_is_not_read_behind_the_callers_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed in is all there is."""
    monkeypatch.setenv("CHIPWIRE_TZ", "Europe/Berlin")
    assert load_settings({}).tz == "Asia/Seoul"
    assert Settings().tz == "Asia/Seoul"


def test_every_part_of_a_secret_is_one() -> None:
    """A library may quote the password alone, as it was written or decoded, or the login as it is said to the server."""
    settings = load_settings(
        {
            "CHIPWIRE_TELEGRAM_TOKEN": "1:hush",
            "CHIPWIRE_SMTP_URL": "smtp://me:p%40ss-word@host",
            "CHIPWIRE_MAIL_FROM": "a@b.org",
        }
    )
    login = b64encode(b"\0me\0p@ss-word").decode()

    assert {"1:hush", "smtp://me:p%40ss-word@host", "p%40ss-word", "p@ss-word", login} <= set(settings.secrets)
    assert "" not in settings.secrets


def test_a_key_that_cannot_sign_is_refused_without_being_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the extra is installed or not; from a file as well."""
    (tmp_path / "key").write_text("-----BEGIN PRIVATE KEY-----\nhush\n", encoding="utf-8")
    asked = {"CHIPWIRE_MAIL_DKIM_KEY_FILE": str(tmp_path / "key"), "CHIPWIRE_MAIL_DKIM_SELECTOR": "a b"}
    monkeypatch.setitem(sys.modules, "dkim", None)
    without = problems(asked)
    monkeypatch.setitem(sys.modules, "dkim", ModuleType("dkim"))
    with_it = problems(asked)

    assert without[0] == "CHIPWIRE_MAIL_DKIM_KEY: needs one more package: pip install 'chipwire[dkim]'"
    assert with_it[0].startswith("CHIPWIRE_MAIL_DKIM_KEY: is not a private RSA key in PEM")
    assert without[1] == 'CHIPWIRE_MAIL_DKIM_SELECTOR: "a b" is not a selector; write one such as chipwire'
    assert "hush" not in f"{without}{with_it}"
