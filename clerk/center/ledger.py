"""One batch of decisions, on its way into the tables: everything read once, written once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.codec import canonical
from clerk.domain.exchange import (
    NO_CHAIN,
    CaseStanding,
    FeedId,
    Verdict,
    chained,
    section_feed,
    window_feed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from clerk.center.proving import Incoming
    from clerk.center.records import Records
    from clerk.domain.verdicts import Decision


@dataclass(frozen=True, slots=True)
class _Window:
    """What the ledger must know of a window to tell it something."""

    sections: frozenset[str]


@dataclass(slots=True)
class _Head:
    """Where a feed ends while the batch grows it."""

    position: int
    chain: bytes


class Ledger:
    """One batch of decisions over the center's records."""

    def __init__(self, connection: Connection, center: str, records: Records) -> None:
        self._connection = connection
        self._center = center
        self._records = records
        self._windows = self._all_windows()
        self._heads: dict[FeedId, _Head] = {}
        self._lines: list[dict[str, Any]] = []
        self._verdicts: list[tuple[Incoming, Verdict]] = []

    def enter(self, incoming: Incoming, decision: Decision) -> None:
        """Take one decision down: the verdict, the case behind it, and whom to tell."""
        verdict, standing = decision.verdict, decision.standing
        self._verdicts.append((incoming, verdict))
        if not verdict.is_held:
            self._records.note_decided(incoming.entry.event_id)
        if verdict.takes_effect and standing:
            self._records.keep(standing)
        detail = canonical(dict(decision.detail)).decode() if decision.detail else ""
        for feed in self._audience(incoming, verdict, standing):
            self._tell(feed, incoming, verdict, detail)

    def write(self) -> None:
        """Write the whole batch."""
        if self._lines:
            self._connection.execute(insert(t.feed_event), self._lines)
        self._write_heads()
        self._write_cases()
        self._write_verdicts()

    def _audience(
        self, incoming: Incoming, verdict: Verdict, standing: CaseStanding | None
    ) -> Iterable[FeedId]:
        """Everybody who works on the case hears what changed it; a no goes to who asked."""
        told = dict.fromkeys([incoming.window])
        shared = verdict.takes_effect or verdict in {Verdict.CONCURRING, Verdict.LATE}
        if not (shared and standing and standing.section):
            return [window_feed(incoming.window)]
        told[standing.owner] = None
        outside = [
            each
            for each in told
            if each in self._windows and standing.section not in self._windows[each].sections
        ]
        return [section_feed(standing.section), *map(window_feed, outside)]

    def _tell(self, feed: FeedId, incoming: Incoming, verdict: Verdict, detail: str) -> None:
        head = self._heads.get(feed) or self._heads.setdefault(feed, self._head(feed))
        head.position += 1
        head.chain = chained(head.chain, incoming.entry.hash, verdict, detail)
        self._lines.append(
            {
                "center_id": self._center,
                "feed_id": feed,
                "pos": head.position,
                "event_id": incoming.entry.event_id,
                "case_id": incoming.entry.case_id,
                "window_id": incoming.window,
                "inc": incoming.incarnation,
                "seq": incoming.entry.sequence,
                "payload": incoming.entry.payload,
                "hash": incoming.entry.hash,
                "sig": incoming.entry.signature,
                "verdict": verdict.value,
                "detail": detail,
                "chain": head.chain,
            }
        )

    def _head(self, feed: FeedId) -> _Head:
        found = self._connection.execute(
            select(t.feed_head.c.pos, t.feed_head.c.chain)
            .where(of_center(t.feed_head, self._center), t.feed_head.c.feed_id == feed)
            .with_for_update()
        ).first()
        return _Head(found.pos, bytes(found.chain)) if found else _Head(0, NO_CHAIN)

    def _write_heads(self) -> None:
        for feed, head in self._heads.items():
            mine = (of_center(t.feed_head, self._center), t.feed_head.c.feed_id == feed)
            values = {"pos": head.position, "chain": head.chain}
            if not self._connection.execute(
                update(t.feed_head).where(*mine).values(values)
            ).rowcount:
                self._connection.execute(
                    insert(t.feed_head).values(center_id=self._center, feed_id=feed, **values)
                )

    def _write_cases(self) -> None:
        changed = list(self._records.changed.values())
        if not changed:
            return
        self._connection.execute(
            delete(t.case_).where(
                of_center(t.case_, self._center),
                t.case_.c.case_id.in_([each.case_id for each in changed]),
            )
        )
        self._connection.execute(insert(t.case_), [_case_row(self._center, x) for x in changed])

    def _write_verdicts(self) -> None:
        inbox = t.inbox.c
        self._connection.execute(
            update(t.inbox)
            .where(
                of_center(t.inbox, self._center),
                inbox.window_id == bindparam("of_window"),
                inbox.inc == bindparam("of_inc"),
                inbox.seq == bindparam("of_seq"),
            )
            .values(verdict=bindparam("said")),
            [
                {
                    "of_window": each.window,
                    "of_inc": each.incarnation,
                    "of_seq": each.entry.sequence,
                    "said": verdict.value,
                }
                for each, verdict in self._verdicts
            ],
        )
        self._write_decided()
        self._write_watermarks()

    def _write_decided(self) -> None:
        rows = {
            incoming.entry.event_id: verdict
            for incoming, verdict in self._verdicts
            if not verdict.is_held and verdict is not Verdict.DUPLICATE
        }
        if rows:
            self._connection.execute(
                insert(t.decided),
                [
                    {"center_id": self._center, "event_id": event_id, "verdict": verdict.value}
                    for event_id, verdict in rows.items()
                ],
            )

    def _write_watermarks(self) -> None:
        journals = {(incoming.window, incoming.incarnation) for incoming, _ in self._verdicts}
        for window, incarnation in journals:
            mine = [
                x for x, _ in self._verdicts if (x.window, x.incarnation) == (window, incarnation)
            ]
            values: dict[str, Any] = {"undecided": t.journal_.c.undecided - len(mine)}
            if forward := [each for each in mine if each.follows is not None]:
                values |= {
                    "decided_seq": forward[-1].entry.sequence,
                    "decided_hash": forward[-1].entry.hash.hex(),
                }
            self._connection.execute(
                update(t.journal_)
                .where(
                    of_center(t.journal_, self._center),
                    t.journal_.c.window_id == window,
                    t.journal_.c.inc == incarnation,
                )
                .values(values)
            )

    def _all_windows(self) -> dict[str, _Window]:
        found = self._connection.execute(
            select(t.window_.c.window_id, t.window_.c.sections).where(
                of_center(t.window_, self._center)
            )
        )
        return {each.window_id: _Window(frozenset(each.sections.split())) for each in found}


def _case_row(center: str, case: CaseStanding) -> dict[str, Any]:
    return {
        "center_id": center,
        "case_id": case.case_id,
        "ver": case.version,
        "stage": case.stage,
        "owner": case.owner,
        "section": case.section,
        "substance": case.substance,
        "number": case.number,
        "applicant": case.applicant,
        "item": case.item,
        "received_on": case.received_on,
        "decided_by": case.decided_by,
        "former": " ".join(case.former),
    }
