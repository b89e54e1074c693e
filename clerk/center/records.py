"""What the center knows while it decides: cases, numbers, items and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.case_number import CaseNumber, compose, parts_of
from clerk.domain.exchange import CaseStanding
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.stages import FINISHED, Stage
from clerk.domain.verdicts import applicant_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from sqlalchemy import Connection, Row

    from clerk.center.proving import Incoming
    from clerk.domain.journal import Entry


class Records:
    """The center's knowledge as one batch sees it; ``Register`` for the rule."""

    def __init__(self, connection: Connection, center: str, incoming: Sequence[Incoming]) -> None:
        self._connection = connection
        self._center = center
        self._before = self._standings({each.entry.case_id for each in incoming})
        receipts = [x for x in incoming if isinstance(x.body.get("number"), str)]
        self._decided = self._known_events({each.entry.event_id for each in incoming})
        self._sections = self._all_sections()
        self._chiefs = self._keys_of_chiefs()
        self._numbers = self._taken_numbers({each.body["number"] for each in receipts})
        self._open = self._open_cases({applicant_of(each.body) for each in receipts})
        self.changed: dict[CaseId, CaseStanding] = {}

    def keep(self, standing: CaseStanding) -> None:
        """Remember how a case stands behind an entry."""
        self.changed[standing.case_id] = standing
        self._numbers[standing.number] = standing.case_id
        if standing.stage not in FINISHED:
            self._open.setdefault(_likeness(standing), standing.case_id)

    def note_decided(self, event_id: EventId) -> None:
        """Remember that an event was decided: the same one does not happen again."""
        self._decided.add(event_id)

    def standing(self, case_id: CaseId) -> CaseStanding | None:
        """Return the case as it stands behind the entries decided so far."""
        return self.changed.get(case_id) or self._before.get(case_id)

    def was_decided(self, event_id: EventId) -> bool:
        """Whether this very event was decided before, in whatever incarnation it came."""
        return event_id in self._decided

    def section_of(self, item_id: str) -> str:
        return self._sections.get(item_id, "")

    def is_entitled(self, entry: Entry, _standing: CaseStanding) -> bool:
        return entry.key_id in self._chiefs

    def case_numbered(self, number: str) -> CaseId | None:
        return self._numbers.get(number)

    def free_number(self, number: str) -> str:
        parts = parts_of(CaseNumber(number))
        others = [compose(replace(parts, sequence=each)) for each in range(9_999, 0, -1)]
        self._numbers |= self._taken_numbers(others)
        return next(each for each in others if each not in self._numbers)

    def twin_of(self, standing: CaseStanding) -> CaseId | None:
        found = self._open.get(_likeness(standing))
        return found if found != standing.case_id else None

    def _standings(self, wanted: Iterable[str]) -> dict[str, CaseStanding]:
        found = self._connection.execute(
            select(t.case_).where(of_center(t.case_, self._center), t.case_.c.case_id.in_(wanted))
        )
        return {each.case_id: _standing(each) for each in found}

    def _known_events(self, wanted: Iterable[str]) -> set[str]:
        found = self._connection.execute(
            select(t.decided.c.event_id).where(
                of_center(t.decided, self._center), t.decided.c.event_id.in_(wanted)
            )
        )
        return set(found.scalars())

    def _taken_numbers(self, numbers: Iterable[str]) -> dict[str, CaseId]:
        found = self._connection.execute(
            select(t.case_.c.number, t.case_.c.case_id).where(
                of_center(t.case_, self._center), t.case_.c.number.in_(numbers)
            )
        )
        return {each.number: CaseId(each.case_id) for each in found}

    def _open_cases(self, applicants: Iterable[str]) -> dict[_Likeness, CaseId]:
        found = self._connection.execute(
            select(t.case_).where(
                of_center(t.case_, self._center),
                t.case_.c.applicant.in_(applicants),
                t.case_.c.stage.not_in([each.value for each in FINISHED]),
            )
        )
        return {_likeness(_standing(each)): CaseId(each.case_id) for each in found}

    def _all_sections(self) -> dict[str, str]:
        found = self._connection.execute(
            select(t.item_section).where(of_center(t.item_section, self._center))
        )
        return {each.item_id: each.section_id for each in found}

    def _keys_of_chiefs(self) -> frozenset[str]:
        found = self._connection.execute(
            select(t.actor_key.c.key_id, t.actor_key.c.roles).where(
                of_center(t.actor_key, self._center)
            )
        )
        return frozenset(each.key_id for each in found if "chief" in each.roles.split())


_Likeness = tuple[str, str, str]


def _likeness(case: CaseStanding) -> _Likeness:
    """Return what two cases share that may be one application made twice."""
    return case.applicant, case.item, case.received_on


def _standing(row: Row[Any]) -> CaseStanding:
    return CaseStanding(
        case_id=CaseId(row.case_id),
        version=row.ver,
        stage=Stage(row.stage),
        owner=row.owner,
        section=row.section,
        number=row.number,
        substance=row.substance,
        applicant=row.applicant,
        item=row.item,
        received_on=row.received_on,
        decided_by=EventId(row.decided_by) if row.decided_by else None,
        former=tuple(row.former.split()),
    )
