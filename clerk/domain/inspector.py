"""Walks a journal that may have been tampered with, and says everything that is wrong, and where.

Unlike ``journal.walk``, which stops at the first fault because nothing may be
built on a broken journal, the inspector goes on: one altered entry must not
hide a second one. It needs no store, so the same walk judges a window's file, a
backup, and the evidence of one case.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clerk.domain.case_inspector import CaseInspector
from clerk.domain.codec import Malformed
from clerk.domain.inspection import Fault, Finding, Inspection
from clerk.domain.journal import is_whole, read_payload
from clerk.domain.keys import KeyId
from clerk.domain.trust import Trust

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.case_inspector import ItemOf
    from clerk.domain.event import Event
    from clerk.domain.journal import Entry, JournalPosition, SealedEntry
    from clerk.domain.journal_head import JournalHead
    from clerk.domain.keys import PublicKey, Verifies

CLOCK_MAY_DIFFER = timedelta(minutes=10)
"""A clock that is put right goes back a little; more than this is told."""


class Inspector:
    """Takes entries in the order of their rows.

    Args:
        verifies: The mathematics of signatures.
        start: Where the journal must begin.
        item_of: Returns the published version a case was received under.
    """

    def __init__(self, verifies: Verifies, start: JournalPosition, item_of: ItemOf) -> None:
        self._verifies = verifies
        self._position = start
        self._trust = Trust(verifies)
        self._seen: set[str] = set()
        self._latest_at: datetime | None = None
        self._entries = 0
        self.cases = CaseInspector(item_of)
        self.findings: list[Finding] = []

    def take(self, sealed: SealedEntry) -> tuple[Entry, Event] | None:
        """Inspect the next row; return what it says, None if it cannot be read."""
        self._entries += 1
        before = len(self.findings)
        if sealed.sequence > self._position.sequence:
            missing = _span(self._position.sequence, sealed.sequence - 1)
            self._find(sealed, Fault.GAP, missing)
        if not is_whole(sealed):
            self._find(sealed, Fault.HASH)
        said = self._read(sealed)
        if said is not None:
            self._inspect(sealed, *said, is_sound=len(self.findings) == before)
        self._position = replace(
            self._position, sequence=sealed.sequence + 1, previous=_hex(sealed.hash)
        )
        return said

    def finish(self, head: JournalHead | None) -> Inspection:
        """Compare the end with what the window signed, and sum up."""
        last = self._position.sequence - 1
        founded = self._trust.roster.founded
        key = founded.card.key if founded else None
        if head is None or key is None or not self._head_holds(head, key):
            self.findings.append(Finding(sequence=last, fault=Fault.HEAD))
        elif head.sequence > last:
            missing = _span(last + 1, head.sequence)
            self.findings.append(Finding(sequence=last, fault=Fault.CUT, detail=missing))
        elif head.sequence < last:
            self.findings.append(
                Finding(sequence=last, fault=Fault.AHEAD, detail=str(head.sequence))
            )
        elif head.hash != self._position.previous:
            self.findings.append(Finding(sequence=last, fault=Fault.HEAD))
        return self.inspection()

    def inspection(self) -> Inspection:
        """Return what was found so far."""
        founded = self._trust.roster.founded
        return Inspection(
            entries=self._entries,
            cases=len(self.cases.cases),
            decisions=self.cases.decisions,
            head=self._position.previous,
            root=founded.root.fingerprint if founded else "",
            findings=tuple(self.findings),
        )

    def _read(self, sealed: SealedEntry) -> tuple[Entry, Event] | None:
        try:
            return read_payload(sealed.payload)
        except Malformed as refusal:
            self._find(sealed, Fault.UNREADABLE, f"{refusal.place}: {refusal.reason}")
            self.cases.lose(sealed.case_id)
            return None

    def _inspect(self, sealed: SealedEntry, entry: Entry, event: Event, *, is_sound: bool) -> None:
        for fault, detail in self._misplaced(sealed, entry):
            self._find(sealed, fault, detail)
        if is_sound:  # of bytes that are not the hashed ones no signature can be judged
            unproven = self._trust.fault(event, KeyId(entry.key_id), sealed.hash, sealed.signature)
            if unproven:
                self._find(sealed, Fault(unproven), entry.actor)
        now = max(event.at, self._latest_at or event.at)
        if now - event.at > CLOCK_MAY_DIFFER:
            self._find(sealed, Fault.CLOCK, f"{event.at.isoformat()} < {now.isoformat()}")
        self._latest_at = now
        if entry.case_id:
            for fault, detail in self.cases.take(entry, event, self._trust.roster, now):
                self._find(sealed, fault, detail)

    def _misplaced(self, sealed: SealedEntry, entry: Entry) -> Iterator[tuple[Fault, str]]:
        position = self._position
        here = (position.center, position.window, position.incarnation)
        if (entry.center, entry.window, entry.inc) != here:
            yield Fault.FOREIGN, f"{entry.center} {entry.window} {entry.inc}"
        if entry.seq != sealed.sequence:
            yield Fault.PLACE, str(entry.seq)
        elif sealed.sequence == position.sequence and entry.prev != position.previous:
            yield Fault.CHAIN, ""
        if (entry.event_id, entry.case_id) != (sealed.event_id, sealed.case_id):
            yield Fault.COLUMNS, f"{sealed.event_id} {sealed.case_id}"
        if entry.event_id in self._seen:
            yield Fault.TWICE, entry.event_id
        self._seen.add(entry.event_id)

    def _head_holds(self, head: JournalHead, key: PublicKey) -> bool:
        try:
            signature = bytes.fromhex(head.signature)
        except ValueError:
            return False
        return self._verifies(key, head.digest, signature)

    def _find(self, sealed: SealedEntry, fault: Fault, detail: str = "") -> None:
        number = self.cases.number_of(sealed.case_id)
        self.findings.append(
            Finding(sequence=sealed.sequence, fault=fault, case_number=number, detail=detail)
        )


def _hex(digest: bytes) -> str:
    """Write a hash as the next entry names it; a row bent by hand may hold something else."""
    return digest.hex() if type(digest) is bytes else str(digest)


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
