"""Printers: the system's own through CUPS, or a folder that keeps the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 20


class CupsPrinter:
    """Hands the PDF to CUPS as it is, so that text and barcodes stay vectors."""

    def __init__(self, name: str) -> None:
        self.name = name

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        command = ["lp", "-s", "-d", self.name, "-n", str(copies), "-t", title, "--", "-"]
        try:
            done = subprocess.run(  # noqa: S603 - our own words; the title is digits and a kind
                command, input=pdf, capture_output=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PrinterTrouble(printer=self.name, cause="gone", detail=str(error)) from error
        if done.returncode:
            detail = done.stderr.decode("utf-8", "replace").strip()
            raise PrinterTrouble(printer=self.name, cause="refused", detail=detail)


class FolderPrinter:
    """Keeps each printing as a PDF in a folder; used where the window has no printer."""

    def __init__(self, folder: Path) -> None:
        self.name = "PDF"
        self._folder = folder

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:  # noqa: ARG002 - one file serves all copies
        stem = re.sub(r"[^\w-]+", "-", title)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1
            while (path := self._folder / f"{stem}-{number}.pdf").exists():
                number += 1
            path.write_bytes(pdf)
        except OSError as error:
            raise PrinterTrouble(printer=self.name, cause="refused", detail=str(error)) from error


def system_printers() -> tuple[str, ...]:
    """Return the names of the system's printers, the default one first."""
    if shutil.which("lpstat") is None:
        return ()
    names = [line.split()[0] for line in _said("lpstat", "-a") if line.split()]
    default = next((x.rsplit(":", 1)[-1].strip() for x in _said("lpstat", "-d") if ":" in x), "")
    return tuple(sorted(names, key=lambda name: (name != default, name)))


def _said(*command: str) -> list[str]:
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            command, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.decode("utf-8", "replace").splitlines() if not done.returncode else []
