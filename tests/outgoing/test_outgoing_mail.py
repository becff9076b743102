"""The promise over mail: every stage met by every fault, over the real outbox and real SMTP."""

from pathlib import Path

import pytest

from tests.faults.mail_matrix import LINES, cases, office


@pytest.mark.parametrize("line", list(LINES))
@pytest.mark.filterwarnings("ignore::UserWarning:aiosmtpd")
async def test_a_passing_fault_costs_no_mail_and_at_most_one_copy(line: str, tmp_path: Path) -> None:
    """Nothing lost, a second copy only where the answer was lost, the same mail, nothing in clear where TLS was asked."""
    tried = [case for case in cases((line,)) if not case.lasts or case.fault == "stripped"]
    async with office(tmp_path / "chipwire.db") as opened:
        broken = [(case, seen) for case in tried if not case.is_kept_by(seen := await opened.see(case))]

    assert len(tried) >= 43
    assert broken == []
