"""The checklist as a list model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.models.rows import RowsModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from clerk.ui.rows import ChecklistRow


def checklist_model(parent: QObject | None = None) -> RowsModel[ChecklistRow]:
    """Make the model of a checklist; a row is spoken with its number, name, form and status."""
    return RowsModel(identity=lambda row: row.id, spoken=spoken, parent=parent)


def spoken(row: ChecklistRow) -> str:
    """Say one row in words."""
    said = (f"{row.number}. {row.name}", row.chip.text, row.form, row.basis)
    return ", ".join(each for each in said if each)
