"""The cellar: everything that remembers, and the only SQL.

A `Store` runs steps; a step calls the verbs of the nouns: `sources`, `articles`, `stories`, `outbox`, `people`,
`destinations`, `search`, `heartbeat`, and the two ends of a poll, `recall` and `remember`.
"""

from storage.backup import BackupReport, check_backup
from storage.errors import (
    Contradiction,
    CorruptDatabase,
    DiskFull,
    IllegalTransition,
    InstanceRunning,
    Locked,
    NewerDatabase,
    ReadOnly,
    StorageError,
    Unwritable,
)
from storage.store import Room, Store
from storage.verdict import Remembered, recall, remember

__all__ = [
    "BackupReport",
    "Contradiction",
    "CorruptDatabase",
    "DiskFull",
    "IllegalTransition",
    "InstanceRunning",
    "Locked",
    "NewerDatabase",
    "ReadOnly",
    "Remembered",
    "Room",
    "StorageError",
    "Store",
    "Unwritable",
    "check_backup",
    "recall",
    "remember",
]
