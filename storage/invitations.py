"""Invitations: deep links that let somebody in, or carry a rule."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.encoding import micros


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link brings."""

    rule: str = ""  # shown before it is accepted
    admits: bool = False  # lets a stranger in


def add_invitation(
    db: Database, token: str, issuer: int, expires: datetime, *, rule: str = "", admits: bool = False, uses: int = 0
) -> None:
    """Stores a link.

    Args:
        db: within a step.
        token: what stands in the link; nobody can guess it.
        issuer: numeric id of who made it.
        expires: UTC.
        rule: that it carries.
        admits: whether it lets a stranger in.
        uses: how often it may be opened; 0: any number of times.
    """
    db.execute(
        "INSERT INTO invitations (token, issuer, rule, admits, uses, expires) VALUES (?, ?, ?, ?, ?, ?)",
        (token, issuer, rule, admits, uses or None, micros(expires)),
    )


def open_invitation(db: Database, token: str, now: datetime) -> Invitation:
    """Uses a link once; an unknown or spent one brings nothing."""
    row = db.execute(
        "UPDATE invitations SET uses = uses - 1 WHERE token = ? AND expires > ? AND (uses IS NULL OR uses > 0)"
        " RETURNING rule, admits",
        (token, micros(now)),
    ).fetchone()
    return Invitation(row[0], bool(row[1])) if row else Invitation()
