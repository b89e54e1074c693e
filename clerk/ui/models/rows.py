"""An item model over frozen rows: what a list widget shows, replaced as a whole or by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

Row = TypeVar("Row")
ROW = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel, Generic[Row]):
    """Holds the rows. ``spoken`` says a row in words for screen readers."""

    def __init__(
        self,
        *,
        identity: Callable[[Row], str],
        spoken: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._identity = identity
        self._spoken = spoken

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these rows; return whether they are other ones than before.

        Rows that kept their identity and place are changed where they stand, so
        that the selection and the scroll position stay.
        """
        same = [self._identity(each) for each in rows] == [
            self._identity(each) for each in self._rows
        ]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return True
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def place_of(self, wanted: str) -> int | None:
        """Return where the row with this identity stands."""
        ids = (self._identity(each) for each in self._rows)
        return next((place for place, each in enumerate(ids) if each == wanted), None)

    def row_at(self, index: _Index) -> Row | None:
        """Return the row an index points to."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None
