"""The people of the window: who they are stands in the journal, their sealed keys beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import ChainBroken, SealedEntry, hash_of, read_payload
from clerk.domain.keys import KeyId
from clerk.domain.trust import Trust
from clerk.store.ed25519 import verifies
from clerk.usecases.trouble import NoSuchStaff

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from clerk.domain.event import Event
    from clerk.domain.keys import PublicKey
    from clerk.domain.roster import Roster
    from clerk.domain.staff import Staff, StaffId
    from clerk.store.pins import SqlPins
    from clerk.store.work import JournalWriter

_FACTS = "SELECT seq, event_id, payload, hash, sig FROM journal WHERE case_id = '' ORDER BY id"


class SqlPeople:
    """The roster inside a transaction; what is recorded joins the journal and the roster."""

    def __init__(self, journal: JournalWriter, roster: Roster, pins: SqlPins) -> None:
        self._journal = journal
        self._pins = pins
        self.roster = roster
        self.refreshed_at: datetime | None = None

    @property
    def latest_at(self) -> datetime:
        return self._journal.latest_at

    def get(self, staff_id: StaffId) -> Staff:
        found = self.roster.people.get(staff_id)
        if found is None or staff_id in self.roster.left:
            raise NoSuchStaff(wanted=staff_id)
        return found

    def all(self) -> tuple[Staff, ...]:
        return self.roster.present

    def record(self, event: Event) -> None:
        self._journal.append_people(event)
        self.roster = self.roster.after(event)

    def make_key(self, staff_id: StaffId, pin: str) -> PublicKey:
        return self._pins.make(staff_id, pin)

    def drop_key(self, staff_id: StaffId) -> None:
        self._pins.drop(staff_id)


def read_roster(connection: Connection) -> Roster:
    """Make the roster from the journal, believing only what proves itself.

    Raises:
        ChainBroken: A fact about people was altered, or signed by who may not.
        Malformed: One cannot be read.
    """
    trust = Trust(verifies)
    with connection.begin():
        found = connection.exec_driver_sql(_FACTS).all()
    for each in found:
        sealed = SealedEntry(
            sequence=each.seq,
            event_id=EventId(each.event_id),
            case_id=CaseId(""),
            payload=each.payload,
            hash=each.hash,
            signature=each.sig,
        )
        if hash_of(sealed.payload) != sealed.hash:
            raise ChainBroken(sequence=each.seq, reason="hash")
        entry, event = read_payload(sealed.payload)
        if fault := trust.fault(event, KeyId(entry.key_id), sealed.hash, sealed.signature):
            raise ChainBroken(sequence=each.seq, reason=fault)
    return trust.roster
