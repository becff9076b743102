"""The schema, step by step: numbered, named, append-only; a released step is never edited.

Times are UTC microseconds (encoding.py). Text is never NULL: "" says unknown. NULL in a time says "not yet"
or "not known". Lists are JSON arrays.
"""

from sqlite_utils import Database, Migrations

SCHEMA = Migrations("chipwire")


def _run(db: Database, statements: str) -> None:
    # Not executescript: that commits the transaction around a migration.
    for statement in statements.split(";\n"):
        db.execute(statement)


@SCHEMA(name="0001_sources")
def _sources(db: Database) -> None:
    _run(
        db,
        """
        CREATE TABLE sources (
            source TEXT PRIMARY KEY,
            etag TEXT NOT NULL, last_modified TEXT NOT NULL, body_hash TEXT NOT NULL,
            next_due INTEGER, last_poll INTEGER, last_good INTEGER, last_new INTEGER, newest_item INTEGER,
            failures INTEGER NOT NULL, empties INTEGER NOT NULL, polls INTEGER NOT NULL,
            unchanged INTEGER NOT NULL, items_seen INTEGER NOT NULL,
            reason TEXT NOT NULL, cause TEXT NOT NULL, state TEXT NOT NULL, baselined INTEGER NOT NULL,
            moved_to TEXT NOT NULL, moved_since INTEGER, gone_since INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE gauges (
            name TEXT PRIMARY KEY, value INTEGER NOT NULL, at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
    )


@SCHEMA(name="0002_articles")
def _articles(db: Database) -> None:
    # `joined`: after a join the older story lives and the newer points to it.
    # article_keys.key: encoding.key_number of the identity key.
    _run(
        db,
        """
        CREATE TABLE stories (
            id INTEGER PRIMARY KEY,
            title TEXT NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
            joined INTEGER REFERENCES stories (id)
        ) STRICT;
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, lead TEXT NOT NULL, lang TEXT NOT NULL,
            published INTEGER, precision TEXT NOT NULL, first_seen INTEGER NOT NULL, content_hash TEXT NOT NULL,
            story INTEGER NOT NULL REFERENCES stories (id),
            grade INTEGER NOT NULL, score REAL NOT NULL, topics TEXT NOT NULL,
            outlet TEXT NOT NULL, side TEXT NOT NULL, kind TEXT NOT NULL, state_media INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX articles_of_story ON articles (story, first_seen);
        CREATE INDEX articles_by_time ON articles (first_seen);
        CREATE INDEX articles_by_url ON articles (url);
        CREATE TABLE judgements (
            article INTEGER PRIMARY KEY REFERENCES articles (id),
            grade INTEGER NOT NULL, score REAL NOT NULL, facets TEXT NOT NULL, topics TEXT NOT NULL, why TEXT NOT NULL
        ) STRICT;
        CREATE TABLE article_keys (
            key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), seen INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE sightings (
            article INTEGER NOT NULL REFERENCES articles (id), source TEXT NOT NULL, guid TEXT NOT NULL,
            url TEXT NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
            PRIMARY KEY (article, source, guid, url)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE revisions (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles (id), seen INTEGER NOT NULL, content_hash TEXT NOT NULL,
            title TEXT NOT NULL, lead TEXT NOT NULL,
            grade INTEGER NOT NULL, score REAL NOT NULL, topics TEXT NOT NULL,
            UNIQUE (article, seen, content_hash)
        ) STRICT
        """,
    )


@SCHEMA(name="0003_search")
def _search(db: Database) -> None:
    # Contentless: the words stand in `articles` already. Accents count, as they do in rules.
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (title, lead, content = '', tokenize = 'unicode61 remove_diacritics 0')"
    )


@SCHEMA(name="0004_people")
def _people(db: Database) -> None:
    # `removed` keeps a rule's name for alerts already sent; forgetting a person deletes the rows.
    # `held`: nothing goes to this address before, because its server asked for patience.
    _run(
        db,
        """
        CREATE TABLE subscribers (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL, lang TEXT NOT NULL, tz TEXT NOT NULL, pace TEXT NOT NULL, since INTEGER,
            removed INTEGER
        ) STRICT;
        CREATE TABLE destinations (
            id INTEGER PRIMARY KEY,
            subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
            channel TEXT NOT NULL, address TEXT NOT NULL, thread INTEGER NOT NULL,
            confirmed INTEGER NOT NULL, paused TEXT NOT NULL, is_group INTEGER NOT NULL,
            refusals INTEGER NOT NULL, held INTEGER, removed INTEGER,
            UNIQUE (subscriber, channel, address, thread)
        ) STRICT;
        CREATE INDEX destinations_by_address ON destinations (channel, address);
        CREATE TABLE rules (
            id INTEGER PRIMARY KEY,
            subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
            destination INTEGER NOT NULL REFERENCES destinations (id) ON DELETE CASCADE,
            text TEXT NOT NULL, pace TEXT NOT NULL, name TEXT NOT NULL, min_grade INTEGER NOT NULL,
            paused INTEGER NOT NULL, created INTEGER, removed INTEGER
        ) STRICT;
        CREATE INDEX rules_of_subscriber ON rules (subscriber);
        CREATE INDEX rules_of_destination ON rules (destination)
        """,
    )


@SCHEMA(name="0005_outbox")
def _outbox(db: Database) -> None:
    # `doubts`: sends whose answer was lost; the second is the last. `listed`: told in a catch-up message.
    _run(
        db,
        """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            destination INTEGER NOT NULL REFERENCES destinations (id) ON DELETE CASCADE,
            kind TEXT NOT NULL, event TEXT NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('new', 'sending', 'sent', 'wait', 'unknown', 'unconfirmed', 'dropped')),
            due INTEGER NOT NULL, expires INTEGER, silent INTEGER NOT NULL, plain INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0, doubts INTEGER NOT NULL DEFAULT 0,
            article INTEGER REFERENCES articles (id), why TEXT NOT NULL,
            message_id TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
            created INTEGER NOT NULL, updated INTEGER NOT NULL, sent INTEGER, listed INTEGER,
            UNIQUE (destination, kind, event)
        ) STRICT;
        CREATE INDEX outbox_waiting ON outbox (due) WHERE state IN ('new', 'wait', 'unknown');
        CREATE INDEX outbox_of_destination ON outbox (destination, state);
        CREATE INDEX outbox_by_event ON outbox (event);
        CREATE INDEX outbox_in_flight ON outbox (updated) WHERE state = 'sending';
        CREATE TABLE attempts (
            delivery INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
            number INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER,
            outcome TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (delivery, number)
        ) STRICT, WITHOUT ROWID
        """,
    )


@SCHEMA(name="0006_chat")
def _chat(db: Database) -> None:
    # seals: what a button of ours does, under an id that only its chat may use. prompts: what the next words of a
    # person answer. bundled: alerts told together in one delivery. `bundle` says why an alert waits to be told with
    # others, "" if it does not. quiet: "23:00-07:00" where the reader lives. reads: languages, none named: all.
    _run(
        db,
        """
        CREATE TABLE seals (
            id TEXT PRIMARY KEY, chat TEXT NOT NULL, action TEXT NOT NULL, expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX seals_by_expiry ON seals (expires);
        CREATE INDEX seals_by_chat ON seals (chat);
        CREATE TABLE prompts (
            chat TEXT NOT NULL, person INTEGER NOT NULL, action TEXT NOT NULL, expires INTEGER NOT NULL,
            PRIMARY KEY (chat, person)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE mutes (
            destination INTEGER NOT NULL REFERENCES destinations (id) ON DELETE CASCADE,
            story INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (destination, story)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE saved (
            subscriber INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
            article INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (subscriber, article)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE invitations (
            token TEXT PRIMARY KEY, issuer INTEGER NOT NULL, rule TEXT NOT NULL, admits INTEGER NOT NULL,
            uses INTEGER, expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bundled (
            delivery INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
            carrier INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX bundled_by_carrier ON bundled (carrier);
        ALTER TABLE outbox ADD COLUMN bundle TEXT NOT NULL DEFAULT '';
        CREATE INDEX outbox_bundled ON outbox (due) WHERE bundle <> '' AND state = 'new';
        ALTER TABLE subscribers ADD COLUMN reads TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE subscribers ADD COLUMN quiet TEXT NOT NULL DEFAULT '';
        ALTER TABLE subscribers ADD COLUMN snoozed INTEGER;
        ALTER TABLE subscribers ADD COLUMN hourly_cap INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE subscribers ADD COLUMN heartbeat INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE rules ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0
        """,
    )


@SCHEMA(name="0007_notes")
def _notes(db: Database) -> None:
    # What outlasts a restart as text: the sender's limits, what operators were told, the words of their notices.
    db.execute(
        "CREATE TABLE notes (name TEXT PRIMARY KEY, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID"
    )


@SCHEMA(name="0008_intake")
def _intake(db: Database) -> None:
    # address: asked instead of `moved_from`, the configured one, since the outlet lives there.
    # bodies.due: when the article's page is to be read; NULL when it has been, or never will. reason: why not.
    _run(
        db,
        """
        ALTER TABLE sources ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';
        ALTER TABLE sources ADD COLUMN address TEXT NOT NULL DEFAULT '';
        CREATE TABLE bodies (
            article INTEGER PRIMARY KEY REFERENCES articles (id),
            due INTEGER, attempts INTEGER NOT NULL DEFAULT 0, read INTEGER,
            text TEXT NOT NULL DEFAULT '', byline TEXT NOT NULL DEFAULT '', credit TEXT NOT NULL DEFAULT '',
            canonical TEXT NOT NULL DEFAULT '', opinion INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT ''
        ) STRICT;
        CREATE INDEX bodies_due ON bodies (due) WHERE due IS NOT NULL
        """,
    )


@SCHEMA(name="0009_stories")
def _stories(db: Database) -> None:
    # placements: where each article was placed and why; features: what the window of open stories is rebuilt from.
    # story_links: b continues a (followup), was joined into a, or is only related. labels: what a person corrected.
    _run(
        db,
        """
        CREATE TABLE placements (
            article INTEGER PRIMARY KEY REFERENCES articles (id), story INTEGER NOT NULL, outcome TEXT NOT NULL,
            related_to INTEGER NOT NULL, rung INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL
        ) STRICT;
        CREATE TABLE features (
            article INTEGER PRIMARY KEY REFERENCES articles (id), data TEXT NOT NULL
        ) STRICT;
        CREATE TABLE story_links (
            a INTEGER NOT NULL, b INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE labels (
            a INTEGER NOT NULL, b INTEGER NOT NULL, same INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID
        """,
    )


@SCHEMA(name="0010_mail")
def _mail(db: Database) -> None:
    # consented: when the owner of a mail address opted in. digest_at: "07:00" where the reader lives; digest_days: the
    # weekdays, Monday is 1. mail_requests: confirmations asked for within a day, by a mark of the mailbox: no foreign
    # keys, so that forgetting and asking again does not start the count anew.
    _run(
        db,
        """
        ALTER TABLE destinations ADD COLUMN consented INTEGER;
        ALTER TABLE subscribers ADD COLUMN digest_at TEXT NOT NULL DEFAULT '07:00';
        ALTER TABLE subscribers ADD COLUMN digest_days TEXT NOT NULL DEFAULT '1234567';
        CREATE TABLE mail_requests (mark TEXT NOT NULL, subscriber INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE INDEX mail_requests_by_time ON mail_requests (at)
        """,
    )


@SCHEMA(name="0011_amendments")
def _amendments(db: Database) -> None:
    # shown: the outlets that a sent alert names; 0: it is not brought up to date (any more). edited: when that was last
    # tried. number: a rule's, counted by its owner.
    _run(
        db,
        """
        ALTER TABLE outbox ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN edited INTEGER;
        CREATE INDEX outbox_shown ON outbox (sent) WHERE shown > 0 AND state = 'sent';
        ALTER TABLE rules ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
        UPDATE rules SET number =
            (SELECT count(*) FROM rules AS r WHERE r.subscriber = rules.subscriber AND r.id <= rules.id)
        """,
    )


@SCHEMA(name="0012_joins")
def _joins(db: Database) -> None:
    # why: of a join that the second look found, as of a placement.
    _run(db, "ALTER TABLE story_links ADD COLUMN why TEXT NOT NULL DEFAULT ''")
