"""What every test may rely on: no connection leaves this machine."""

import ipaddress
import sys
from typing import Any

import pytest


def _only_loopback(event: str, args: tuple[Any, ...]) -> None:
    """Refuses any connect of the test process itself to an address that is not loopback."""
    if event != "socket.connect" or not isinstance(args[1], tuple):
        return
    try:
        address = ipaddress.ip_address(str(args[1][0]).partition("%")[0])
    except ValueError:
        return
    if not address.is_loopback:
        raise PermissionError(f"a test tried to connect to {address}")


sys.addaudithook(_only_loopback)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the tables that tests recorded, whichever process ran them."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                if name == "table" and report.when == "call":
                    terminalreporter.write_line(str(value))
