"""Dockerfile, compose file and systemd unit agree with the settings, with each other and with the documents."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.config.settings import SECRETS, Settings

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
UNIT = (ROOT / "deploy/chipwire.service").read_text("utf-8")
OPERATING = (ROOT / "docs/operating.md").read_text("utf-8")
SERVICE = YAML(typ="safe").load(ROOT / "compose.yaml")["services"]["chipwire"]


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "deploy/chipwire.service"])
def test_settings_are_known(name):
    """Every CHIPWIRE_ variable of a deployment file is a setting: an unknown one would refuse the start."""
    known = {f"CHIPWIRE_{field.upper()}" for field in Settings.model_fields} | {
        f"CHIPWIRE_{field.upper()}_FILE" for field in SECRETS
    }
    named = set(re.findall(r"CHIPWIRE_[A-Z_]+", (ROOT / name).read_text("utf-8")))

    assert named
    assert named - known == set()


def test_container_settings_agree():
    """Image and compose file put the database, the pack and the web server in the same places."""
    image = dict(re.findall(r"(CHIPWIRE_[A-Z]+)=(\S+)", DOCKERFILE))

    assert SERVICE["environment"] == image


def test_container_has_no_privileges():
    """The container runs as nobody in particular, on a read-only root, and cannot gain anything."""
    assert SERVICE["user"] == "65532:65532"
    assert "USER 65532:65532" in DOCKERFILE
    assert f"chown {SERVICE['user']} data" in OPERATING
    assert SERVICE["read_only"] is True
    assert SERVICE["cap_drop"] == ["ALL"]
    assert SERVICE["security_opt"] == ["no-new-privileges:true"]


def test_web_port_stays_on_loopback():
    """Health and metrics are published to this machine alone."""
    assert [port for port in SERVICE["ports"] if not port.startswith("127.0.0.1:")] == []


def test_unit_gives_up_where_trying_again_is_vain():
    """Wrong settings and a refused token are not retried; a second instance and a crash are."""
    hopeless = re.search(r"^RestartPreventExitStatus=(.+)$", UNIT, flags=re.MULTILINE)[1].split()

    assert hopeless == ["2", "78"]


def test_unit_waits_for_a_clean_stop():
    """The unit kills later than the ten seconds that a stop may take; so does compose."""
    patience = int(re.search(r"^TimeoutStopSec=(\d+)$", UNIT, flags=re.MULTILINE)[1])

    assert patience > 10
    assert int(SERVICE["stop_grace_period"].removesuffix("s")) > 10


def test_image_context_is_complete():
    """What the Dockerfile copies is let in by .dockerignore, and nothing else is."""
    copied = {
        part.removeprefix("./")
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, flags=re.MULTILINE)
        for part in line.split()[:-1]
    }
    let_in = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text("utf-8"), flags=re.MULTILINE))

    assert let_in == copied
