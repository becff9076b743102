"""Offending documents, one a source, in a folder beside the database: what a broken outlet really sent."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

#: More of a document tells nothing more (bytes).
LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it came, and why it was kept."""

    body: bytes
    url: str
    content_type: str
    status: int
    reason: str
    at: datetime  # UTC


def folder_beside(database: Path) -> Path:
    """Where the documents lie."""
    return database.with_name("kept")


def keep(folder: Path, source: str, document: Kept) -> None:
    """Keeps a document, in the place of an earlier one of the same source."""
    folder.mkdir(parents=True, exist_ok=True)
    told = {
        "url": document.url,
        "content_type": document.content_type,
        "status": document.status,
        "reason": document.reason,
        "at": document.at.isoformat(),
    }
    (folder / f"{source}.body").write_bytes(document.body[:LARGEST])
    (folder / f"{source}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def recall(folder: Path, source: str) -> Kept | None:
    """The document kept of a source; None if there is none."""
    try:
        told = json.loads((folder / f"{source}.json").read_text(encoding="utf-8"))
        body = (folder / f"{source}.body").read_bytes()
    except (OSError, ValueError):
        return None
    return Kept(
        body, told["url"], told["content_type"], told["status"], told["reason"], datetime.fromisoformat(told["at"])
    )
