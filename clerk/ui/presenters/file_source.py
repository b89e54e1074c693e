"""Bytes of a file on their way into the dossier; never more in memory than may be kept."""

from __future__ import annotations

from pathlib import Path

from clerk.usecases.attach_file import LARGEST_MB
from clerk.usecases.trouble import AttachmentUnfit

TakenFile = tuple[str, Path | bytes]
"""A file's name, and where it lies or what it holds."""

_ONE_TOO_MANY = LARGEST_MB * 1_000_000 + 1


def content_of(source: Path | bytes) -> bytes:
    """Return the content, or just enough of it to see that it is too large.

    Raises:
        AttachmentUnfit: The file is gone, is a folder, or may not be read.
    """
    if isinstance(source, bytes):
        return source
    try:
        with source.open("rb") as file:
            return file.read(_ONE_TOO_MANY)
    except OSError as error:
        raise AttachmentUnfit(name=source.name, reason="unreadable") from error
