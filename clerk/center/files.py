"""Attachments at the center: by content, in parts, apart from the entries that name them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.refusals import InvalidInput, Problem

if TYPE_CHECKING:
    from sqlalchemy import Connection

LARGEST_FILE = 50_000_000
"""Bytes of one attachment."""


def keep(
    connection: Connection, center: str, sha256: str, *, size: int, start: int, content: bytes
) -> int:
    """Keep a part that continues what is there and return how much is there then.

    A part that does not continue it changes nothing: the answer tells where to go on.
    Where the whole does not hash to its name all of it is dropped, and the answer is 0.

    Raises:
        InvalidInput: The file is too large, or the part reaches beyond its end.
    """
    if not 0 < size <= LARGEST_FILE or start + len(content) > size:
        raise InvalidInput(problems=(Problem("file", "too_large"),))
    has = _received(connection, center, sha256)
    if has is None:
        has = 0
        connection.execute(
            insert(t.attachment).values(
                center_id=center, sha256=sha256, size=size, received=0, is_whole=0
            )
        )
    if start != has or has == size or not content:
        return has
    connection.execute(
        insert(t.attachment_part).values(
            center_id=center, sha256=sha256, start=start, content=content
        )
    )
    return _grown(connection, center, sha256, has + len(content), size)


def part(connection: Connection, center: str, sha256: str, start: int, limit: int) -> bytes:
    """Return a part of a whole file; empty behind its end, or while it is not whole."""
    is_whole = connection.execute(
        select(t.attachment.c.is_whole).where(
            of_center(t.attachment, center), t.attachment.c.sha256 == sha256
        )
    ).scalar()
    if not is_whole:
        return b""
    length = func.length(t.attachment_part.c.content)
    found = connection.execute(
        select(t.attachment_part.c.start, t.attachment_part.c.content)
        .where(
            of_center(t.attachment_part, center),
            t.attachment_part.c.sha256 == sha256,
            t.attachment_part.c.start < start + limit,
            t.attachment_part.c.start + length > start,
        )
        .order_by(t.attachment_part.c.start)
    ).all()
    if not found:
        return b""
    joined = b"".join(bytes(each.content) for each in found)
    return joined[start - found[0].start :][:limit]


def _received(connection: Connection, center: str, sha256: str) -> int | None:
    found = connection.execute(
        select(t.attachment.c.received).where(
            of_center(t.attachment, center), t.attachment.c.sha256 == sha256
        )
    ).scalar()
    return None if found is None else int(found)


def _grown(connection: Connection, center: str, sha256: str, received: int, size: int) -> int:
    mine = (of_center(t.attachment, center), t.attachment.c.sha256 == sha256)
    if received == size and _digest(connection, center, sha256) != sha256:
        connection.execute(
            delete(t.attachment_part).where(
                of_center(t.attachment_part, center), t.attachment_part.c.sha256 == sha256
            )
        )
        connection.execute(delete(t.attachment).where(*mine))
        return 0
    connection.execute(
        update(t.attachment).where(*mine).values(received=received, is_whole=int(received == size))
    )
    return received


def _digest(connection: Connection, center: str, sha256: str) -> str:
    digest = hashlib.sha256()
    found = connection.execute(
        select(t.attachment_part.c.content)
        .where(of_center(t.attachment_part, center), t.attachment_part.c.sha256 == sha256)
        .order_by(t.attachment_part.c.start)
    )
    for each in found.scalars():
        digest.update(bytes(each))
    return digest.hexdigest()
