"""Add a file to the dossier: kept by its content, then noted in the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import Attachment
from clerk.domain.text import tidy_name
from clerk.usecases.application import Done, finish
from clerk.usecases.trouble import AttachmentUnfit

if TYPE_CHECKING:
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Attachments

LARGEST_MB = 50
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_NAME_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachFile:
    """A file's name and content, and the line of the list it belongs to, if one."""

    case_id: CaseId
    by: Staff
    name: str
    content: bytes
    prerequisite: PrerequisiteId | None = None


def attach_file(wish: AttachFile, counter: Counter, attachments: Attachments) -> Done:
    """Keep the content durably, then note it in the case.

    Raises:
        AttachmentUnfit: It is empty, too large, or no picture and no PDF.
        WrongStage: The dossier is before the chief, or closed.
    """
    kept = keep_file(wish.name, wish.content, wish.prerequisite, attachments)
    now = counter.clock()
    with counter.begin() as work:
        return finish(work, work.cases.get(wish.case_id).attach(wish.by, now, kept))


def keep_file(
    name: str, content: bytes, prerequisite: PrerequisiteId | None, attachments: Attachments
) -> Attachment:
    """Keep a file's content before anything speaks of it. Type is told by content, not by name.

    Raises:
        AttachmentUnfit: It is empty, too large, or no picture and no PDF.
    """
    media_type = next((kind for sign, kind in _SIGNATURES if content.startswith(sign)), "")
    shown = tidy_name(name)[-_NAME_LONGEST:] or "-"
    if not content:
        raise AttachmentUnfit(name=shown, reason="empty")
    if len(content) > LARGEST_MB * 1_000_000:
        raise AttachmentUnfit(name=shown, reason="too_large", limit_mb=LARGEST_MB)
    if not media_type:
        raise AttachmentUnfit(name=shown, reason="type")
    return Attachment(
        sha256=attachments.put(content),
        name=shown,
        media_type=media_type,
        size=len(content),
        prerequisite=prerequisite,
    )
