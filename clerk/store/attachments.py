"""Files by content, in a folder beside the store."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from clerk.usecases.trouble import AttachmentGone, StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path


class FolderAttachments:
    """Content-addressed: ``ab/abcd…``; written aside, synced, then moved into place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if not path.exists():
            try:
                _write_durably(path, content)
            except OSError as error:
                raise StoreTrouble(cause="disk_error", path=str(path), detail=str(error)) from error
        return sha256

    def get(self, sha256: str) -> bytes:
        try:
            content = self._path(sha256).read_bytes()
        except OSError as error:
            raise AttachmentGone(sha256=sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise AttachmentGone(sha256=sha256)
        return content

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


def _write_durably(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        with suppress(OSError):
            aside.unlink()
    if os.name == "posix":
        opened = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
