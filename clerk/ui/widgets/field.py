"""A label above a control, and the reason below it when what it holds will not do."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from clerk.ui import theme


class Field(QWidget):
    """Holds one control; the label names it for screen readers and leads the focus to it."""

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._label = QLabel(label, self)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.hide()
        theme.set_role(self._label, "label")
        theme.set_role(self._problem, "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(2))
        self._head = QHBoxLayout()
        self._head.addWidget(self._label, 1)
        column.addLayout(self._head)
        column.addWidget(control)
        column.addWidget(self._problem)
        # Fields of one row keep their tops in line when one of them tells a problem.
        below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        column.addItem(below)
        column.setStretch(column.count() - 1, 1)
        self._label.setVisible(bool(label))
        self._label.setBuddy(control)
        control.setAccessibleName(label)
        self.setFocusProxy(control)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self._control.setAccessibleName(label)

    def put_beside_label(self, widget: QWidget) -> None:
        """Put something small at the right of the label."""
        self._head.addWidget(widget)

    def set_problem(self, problem: str) -> None:
        """Say what is wrong, or nothing. The frame changes too, and the words say why."""
        self._mark("bad" if problem else "")
        self._problem.setText(f"✗ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        self._control.setToolTip(problem)
        self._control.setAccessibleDescription(problem)

    @property
    def problem(self) -> str:
        """What is wrong with the content, empty if nothing is."""
        return self._control.accessibleDescription()

    def _mark(self, state: str) -> None:
        if self._control.property("state") != state:
            self._control.setProperty("state", state)
            theme.repolish(self._control)
