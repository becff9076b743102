"""The promise over mail: every stage met by every fault, over the real outbox and real SMTP."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery.channels.email import EmailChannel
from bot.model import DeliveryState
from bot.outgoing import deliver_due, probe_due
from storage import outbox, unconfirmed
from tests.faults.mail_matrix import LINES, cases, office
from tests.faults.smtp import MailDouble


@pytest.mark.parametrize("line", list(LINES))
@pytest.mark.filterwarnings("ignore::UserWarning:aiosmtpd")
async def test_a_passing_fault_costs_no_mail_and_at_most_one_copy(line: str, tmp_path: Path) -> None:
    """Nothing lost, a second copy only where the answer was lost, the same mail, nothing in clear where TLS was asked."""
    tried = [case for case in cases((line,)) if not case.lasts or case.fault == "stripped"]
    async with office(tmp_path / "chipwire.db") as opened:
        broken = [(case, seen) for case in tried if not case.is_kept_by(seen := await opened.see(case))]

    assert len(tried) >= 43
    assert broken == []


async def test_a_digest_whose_answer_was_lost_twice_is_named_to_its_reader(tmp_path: Path) -> None:
    """Two copies may be there; a third never comes, and the reader is told once what may be missing."""
    async with office(tmp_path / "chipwire.db") as opened, MailDouble(fault=("body", "drop-after"), times=2) as double:
        house = opened.house
        row = opened.enter("reader@example.org")
        house.channels = {"email": EmailChannel(f"smtp://127.0.0.1:{double.port}?tls=none", "news@example.org")}
        for _ in range(4):
            await probe_due(house)
            await deliver_due(house)
            house.store.write_sync(lambda db: unconfirmed.catch_up(db, opened.at))
            opened.at += timedelta(minutes=10)
        delivery = house.store.read_sync(lambda db: outbox.delivery(db, row))

    texts = [taken.mail.get_body(("plain",)).get_content() for taken in double.accepted]
    assert delivery is not None
    assert (delivery.state, len(texts)) == (DeliveryState.UNCONFIRMED, 3)
    assert texts[0] == texts[1]
    assert texts[2].splitlines()[1] == "· the digest of 22 Nov"
