"""Ids that sort by time and never collide (UUID version 7, RFC 9562)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

CaseId = NewType("CaseId", str)
EventId = NewType("EventId", str)
PaperId = NewType("PaperId", str)

ENTROPY_BYTES = 10


def uuid7(at: datetime, entropy: bytes) -> str:
    """Make an id of ``at`` and ten random bytes. An identity, never an order."""
    stamp = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    tail = int.from_bytes(entropy[:ENTROPY_BYTES], "big")
    value = stamp << 80 | tail
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
