"""PDFs kept in a folder of this PC: for a window without a printer, and for who wants the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    from pathlib import Path

NAME = "PDF"


class FolderPrinter:
    """Each printing becomes a file of its own; one file serves all copies."""

    name = NAME
    on_roll = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:  # noqa: ARG002 - see the class
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(pdf, _stem(title))
        except OSError as error:
            raise PrinterTrouble(printer=self.name, cause="folder", detail=str(error)) from error

    def recall(self, title: str) -> bool:
        return (self._folder / f"{_stem(title)}.pdf").exists()

    def withdraw(self, title: str) -> None:
        """A file is there or not; nothing waits."""

    def _write(self, pdf: bytes, stem: str) -> None:
        """Write under the first name that is free; a half-written file never has that name."""
        number, path = 1, self._folder / f"{stem}.pdf"
        while path.exists():
            number += 1
            path = self._folder / f"{stem}-{number}.pdf"
        part = path.with_suffix(".part")
        part.write_bytes(pdf)
        part.replace(path)


def _stem(title: str) -> str:
    return re.sub(r"[^\w-]+", "-", title).strip("-") or "paper"
