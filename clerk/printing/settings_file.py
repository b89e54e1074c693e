"""The printers chosen at this PC, in one small file beside the store.

Not in the journal: where a paper is printed says nothing about a case. A file that cannot be read
counts as none, for a window must print on Monday morning whatever happened to it on Friday.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from clerk.domain.codec import Malformed, from_plain, to_plain
from clerk.usecases.printers import PrintSettings
from clerk.usecases.trouble import SettingsUnkept

if TYPE_CHECKING:
    from pathlib import Path


def read_settings(path: Path) -> PrintSettings:
    """Return what was chosen; nothing, if nothing readable is there."""
    try:
        return from_plain(PrintSettings, json.loads(path.read_text("utf-8")), "printers")
    except (OSError, ValueError, RecursionError, Malformed):
        return PrintSettings()


def write_settings(path: Path, settings: PrintSettings) -> None:
    """Replace the file whole, so that a power cut leaves the old one or the new one.

    Raises:
        SettingsUnkept: It cannot be written.
    """
    text = json.dumps(to_plain(settings), ensure_ascii=False, indent=1, sort_keys=True)
    part = path.with_suffix(".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise SettingsUnkept(path=str(path)) from error
