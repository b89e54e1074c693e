"""Whether the facts of cases fit each other: their order, their list, and every decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clerk.domain.case import Case
from clerk.domain.catalogue import ItemId, ServiceItem
from clerk.domain.events import Granted, Received, Refused, Returned
from clerk.domain.identifiers import CaseId
from clerk.domain.inspection import Fault
from clerk.domain.stages import Action, is_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from clerk.domain.event import Event
    from clerk.domain.journal import Entry
    from clerk.domain.roster import Roster

ItemOf = Callable[[ItemId, int], ServiceItem | None]
"""Returns a published version, None where the list does not hold it."""

_DECISIONS: dict[type[Event], Action] = {
    Granted: Action.GRANT,
    Refused: Action.REFUSE,
    Returned: Action.RETURN_TO_WINDOW,
}


class CaseInspector:
    """Folds every case as the journal tells it; one that lost a fact is not judged further."""

    def __init__(self, item_of: ItemOf) -> None:
        self._item_of = item_of
        self._lost: set[str] = set()
        self.cases: dict[CaseId, Case] = {}
        self.decisions = 0

    def number_of(self, case_id: str) -> str:
        """Return the number of a case that is known by now."""
        case = self.cases.get(CaseId(case_id))
        return case.number if case else ""

    def lose(self, case_id: str) -> None:
        """Note that a fact of this case cannot be read."""
        self._lost.add(case_id)

    def take(
        self, entry: Entry, event: Event, roster: Roster, now: datetime
    ) -> Iterator[tuple[Fault, str]]:
        """Judge one fact of a case, then fold it."""
        case_id = CaseId(entry.case_id)
        if case_id in self._lost:
            return
        case = self.cases.get(case_id)
        if case is None or isinstance(event, Received):
            yield from self._begin(case_id, case, event)
            return
        if entry.base_ver != case.version:
            self.lose(case_id)
            yield Fault.VERSION, f"{case.version} ≠ {entry.base_ver}"
            return
        if type(event) in _DECISIONS:
            yield from self._judge(case, event, roster, now)
        self.cases[case_id] = case.followed_by(event)

    def _begin(
        self, case_id: CaseId, known: Case | None, event: Event
    ) -> Iterator[tuple[Fault, str]]:
        if known is not None or not isinstance(event, Received):
            self.lose(case_id)
            yield Fault.VERSION, f"{known.version if known else 0} ≠ 0"
            return
        item = self._item_of(event.item_id, event.item_version)
        if item is None or item.digest != event.item_digest:
            yield Fault.ITEM, f"{event.item_id} ({event.item_version})"
        if item is None:
            self.lose(case_id)
            return
        self.cases[case_id] = Case.begin(case_id, event, item)

    def _judge(
        self, case: Case, event: Event, roster: Roster, now: datetime
    ) -> Iterator[tuple[Fault, str]]:
        self.decisions += 1
        action = _DECISIONS[type(event)]
        if not is_allowed(action, case.stage):
            yield Fault.STAGE, case.stage
        if getattr(event, "substance", "") != case.substance:
            yield Fault.SUBSTANCE, case.substance
        if case.accepted and case.accepted.by == event.by:
            yield Fault.SAME_HAND, event.by
        if not roster.may_decide(event.by, action, case.item, now.date()):
            yield Fault.AUTHORITY, event.by
