"""Deadlines of many requests under one timer."""

import asyncio

import pytest

from bot.intake.deadlines import Deadlines


async def test_whoever_is_late_is_interrupted_and_nobody_else() -> None:
    """Of three blocks the one whose time is up raises; an earlier deadline that comes later counts from then on."""
    deadlines, ended = Deadlines(), []

    async def block(name: str, seconds: float, work: float) -> None:
        try:
            with deadlines.within(seconds):
                await asyncio.sleep(work)
        except TimeoutError:
            ended.append(f"{name} late")
        else:
            ended.append(f"{name} done")

    await asyncio.gather(block("long", 30, 0.06), block("short", 0.02, 20), block("shorter", 0.01, 20))
    assert ended == ["shorter late", "short late", "long done"]


async def test_a_cancellation_from_elsewhere_stays_one() -> None:
    """A stop is no timeout, even when the time is up in the same moment."""
    deadlines = Deadlines()

    async def block() -> None:
        with deadlines.within(0):
            await asyncio.sleep(20)

    task = asyncio.ensure_future(block())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_one_task_may_have_one_deadline_after_the_other() -> None:
    """A deadline that was kept leaves nothing behind; the next one interrupts as if it were the first."""
    deadlines = Deadlines()
    with deadlines.within(0.01):
        pass
    await asyncio.sleep(0.03)
    with pytest.raises(TimeoutError), deadlines.within(0.01):
        await asyncio.sleep(20)
    with deadlines.within(0.02):
        await asyncio.sleep(0)
