"""One desk whose store grows from a thousand cases to a million, and is measured on the way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.tell_once import TellOnce, tell_once
from tests.bench.past import Past
from tests.desk import CLERK, TestDesk, application, make_desk

OPEN_CASES = 400  # what a busy window has on its hands, whatever lies behind it
_ITEM = "SCJG-005"


def make_store(folder: Path) -> tuple[TestDesk, Past]:
    """Make a desk with its open cases: a third at the window, told once, before the chief each."""
    desk = make_desk(folder)
    past = Past(desk)
    complete, wanting = application(desk, _ITEM), application(desk, _ITEM, missing=1)
    deadline = desk.clock().date() + timedelta(days=7)
    for at in range(OPEN_CASES):
        if at % 3 == 0:
            tell_once(TellOnce(opening=wanting, by=CLERK, deadline_on=deadline), desk.open.counter)
        else:
            opinion = "材料齐全，符合法定形式。" if at % 3 == 1 else ""
            wish = AcceptCase(opening=complete, by=CLERK, opinion=opinion)
            accept_case(wish, desk.open.counter)
    return desk, past
