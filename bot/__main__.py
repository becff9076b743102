"""`chipwire` and `python -m bot`: the signals first, then everything that takes a second to import."""

import signal
import sys


def main() -> None:
    """The `chipwire` command."""
    if sys.argv[1:2] == ["run"]:
        # A reload that is asked for before feeds.yaml was read asks for nothing new; left alone, the signal would
        # end the process, and systemd takes that for an orderly end.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    from bot.cli import main as command  # noqa: PLC0415 - a second of imports: the signal must not find us in it

    command()


if __name__ == "__main__":
    main()
