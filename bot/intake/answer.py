"""What an answer, or the lack of one, amounts to."""

from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from aiohttp import hdrs

from bot.intake.errand import GOOD, Reply
from bot.intake.guard import written
from bot.intake.headers import fresh_for, retry_after, validators_of
from bot.intake.trouble import Trouble, status_words
from bot.model import Fetched, FetchOutcome, Source, Validators


def judged(
    source: Source, reply: Reply, given: Validators, asked: Validators, now: datetime, seconds: float
) -> Fetched:
    """Name the outcome of an answer that took so many seconds."""
    answer = Fetched(
        source=source.id,
        outcome=FetchOutcome.UNCHANGED,
        url=written(reply.url),
        status=reply.status,
        content_type=reply.headers.get(hdrs.CONTENT_TYPE, ""),
        validators=given,
        retry_after=retry_after(reply.headers, now),
        fresh_for=fresh_for(reply.headers, now),
        moved_to=reply.moved_to,
        seconds=seconds,
    )
    if reply.status == 304:
        if asked.etag or asked.last_modified:
            return answer
        return _refused(answer, "answered 304 Not Modified, though nothing had been asked that could be unmodified")
    if reply.status not in GOOD:
        return _refused(answer, f"answered {status_words(reply.status)}")
    body_hash = blake2b(reply.body, digest_size=16).hexdigest()
    # Of a body that broke off only the hash is kept: the next poll shall ask for the whole.
    found = Validators(body_hash=body_hash) if reply.cut else validators_of(reply.headers, body_hash)
    cause = "cut" if reply.cut else ""
    if body_hash == given.body_hash:
        return replace(answer, validators=found, cause=cause, reason=reply.cut)
    return replace(
        answer, outcome=FetchOutcome.FETCHED, body=reply.body, validators=found, cause=cause, reason=reply.cut
    )


def _refused(answer: Fetched, reason: str) -> Fetched:
    return replace(answer, outcome=FetchOutcome.FAILED, cause="status", reason=reason, fresh_for=None)


def failed(source: Source, validators: Validators, trouble: Trouble, seconds: float) -> Fetched:
    """A visit that brought nothing; the validators of the last good one stay."""
    return Fetched(
        source=source.id,
        outcome=FetchOutcome.FAILED,
        url=source.url,
        status=trouble.status,
        validators=validators,
        cause=trouble.cause,
        reason=trouble.reason,
        seconds=seconds,
    )
