"""What an inspection of a journal can find: every kind of fault has its name, and its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with an entry, with the journal's end, or with what was made from it."""

    # the row and its bytes
    GAP = "gap"  # entries are missing before this one
    HASH = "hash"  # the bytes are not those that were hashed
    UNREADABLE = "unreadable"
    PLACE = "place"  # the bytes name another place in the journal: swapped, moved, replayed
    CHAIN = "chain"  # it does not follow the entry before it
    FOREIGN = "foreign"  # another center's, window's or incarnation's
    COLUMNS = "columns"  # the row says another event or case than its bytes
    TWICE = "twice"  # the same event stands here before
    CLOCK = "clock"  # its time lies before what was written earlier
    # who signed
    UNKNOWN_KEY = "unknown_key"
    OTHERS_KEY = "others_key"
    ENDED_KEY = "ended_key"  # replaced or revoked before
    SIGNATURE = "signature"
    NOT_IT = "not_it"  # a fact about people from who may not state one
    OWN_LETTER = "own_letter"
    CARD = "card"  # the root key does not vouch for the window
    FOUNDED_TWICE = "founded_twice"
    OTHER_ROOT = "other_root"
    # what it says
    VERSION = "version"  # facts of the case before it are missing, or too many
    ITEM = "item"  # the published list is not the one the case was received under
    STAGE = "stage"  # a decision where none was due
    SUBSTANCE = "substance"  # the decision is about something else than the case
    AUTHORITY = "authority"  # no letter covered the decision
    SAME_HAND = "same_hand"
    # the end, and beside the journal
    CUT = "cut"  # entries are missing at the end
    AHEAD = "ahead"  # the journal goes on behind the end the window signed
    HEAD = "head"  # the window did not sign where the journal ends
    ATTACHMENT = "attachment"  # a file is gone or was changed
    ROW = "row"  # a row made from the journal says something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong: at which entry (0: beside the journal), with which case, and what."""

    sequence: int
    fault: Fault
    case_number: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What came of it. ``root`` is the fingerprint to compare with the center's own."""

    entries: int
    cases: int
    decisions: int
    head: str
    root: str
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing at all is wrong."""
        return not self.findings
