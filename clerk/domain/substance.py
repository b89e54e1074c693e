"""What changed in the substance of a case, line by line, between two looks at it.

A signature is on the substance that lay on the screen. When it no longer fits,
this says what is different, old beside new.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from clerk.domain.codec import canonical, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is different: a dotted path, and both values as they are written down."""

    place: str
    before: str
    now: str


def differences(before: Case, now: Case) -> tuple[Difference, ...]:
    """Return what was different when it was signed; empty where the substance is the same."""
    return tuple(_differences(before, now))


def _differences(before: Case, now: Case) -> Iterator[Difference]:
    yield from _one("item.version", before.item.version, now.item.version)
    yield from _one("item.fee", before.item.fee, now.item.fee)
    for each in fields(now.applicant):
        old, new = getattr(before.applicant, each.name), getattr(now.applicant, each.name)
        yield from _one(f"applicant.{each.name}", old, new)
    for name in ("answers", "marks"):
        old_map, new_map = getattr(before, name), getattr(now, name)
        for key in sorted({*old_map, *new_map}):
            yield from _one(f"{name}.{key}", old_map.get(key), new_map.get(key))
    yield from _files(before, now)


def _files(before: Case, now: Case) -> Iterator[Difference]:
    names = {each.sha256: each.name for each in (*before.attachments, *now.attachments)}
    old = {each.sha256 for each in before.attachments}
    new = {each.sha256 for each in now.attachments}
    for sha256 in sorted(old ^ new):
        was, is_ = (names[sha256] if sha256 in side else "" for side in (old, new))
        yield Difference(place=f"attachments.{sha256}", before=was, now=is_)


def _one(place: str, before: object, now: object) -> Iterator[Difference]:
    if before != now:
        yield Difference(place=place, before=_said(before), now=_said(now))


def _said(value: object) -> str:
    if value is None:
        return ""
    plain = to_plain(value)
    return plain if isinstance(plain, str) else canonical(plain).decode()
