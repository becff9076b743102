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
    known: bool = False  # is one of ours and can be used


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


def look_at_invitation(db: Database, token: str, now: datetime) -> Invitation:
    """What a link would bring, without using it; an unknown or spent one brings nothing."""
    row = db.execute(
        "SELECT rule, admits FROM invitations WHERE token = ? AND expires > ? AND (uses IS NULL OR uses > 0)",
        (token, micros(now)),
    ).fetchone()
    return Invitation(row[0], bool(row[1]), known=True) if row else Invitation()


def letting_in(db: Database, issuer: int, now: datetime) -> int:
    """How many strangers the links of one person may still let in."""
    (count,) = db.execute(
        "SELECT coalesce(sum(uses), 0) FROM invitations WHERE issuer = ? AND admits AND expires > ?",
        (issuer, micros(now)),
    ).fetchone()
    return int(count)


def open_invitation(db: Database, token: str, now: datetime) -> Invitation:
    """Uses a link once; an unknown or spent one brings nothing."""
    row = db.execute(
        "UPDATE invitations SET uses = uses - 1 WHERE token = ? AND expires > ? AND (uses IS NULL OR uses > 0)"
        " RETURNING rule, admits",
        (token, micros(now)),
    ).fetchone()
    return Invitation(row[0], bool(row[1]), known=True) if row else Invitation()
