"""Pages of a paper or an attachment, looked at in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clerk.ui import theme
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from clerk.ui.rows import PageImage

_STEP = 1.25
_CLOSEST = 4.0
_MARGIN = 12
_STAMPS = (0.27, 0.73)  # how far down the sheet
_SLANT = -24
_STAMP_INK = QColor(29, 78, 137, 34)  # on white paper in any theme; the words under it stay legible
_STAMP_SHARE = 6  # how often a letter goes into the sheet's width


class PictureView(QFrame):
    """One page at a time; the whole page or its width, closer and farther.

    Page Up and Page Down turn pages, + and - come closer and go back, 0 shows the whole page.
    A ``bare`` one has no tools and gives their room to the page; ``stamp`` is written across it.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
        stamp: str = "",
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bare = bare
        self._pages: tuple[PageImage, ...] = ()
        self._name = ""
        self._place = 0
        self._whole = whole
        self._starts_whole = whole
        self._closer = 1.0
        theme.set_role(self, "panel")
        self._sheet = _Sheet(stamp)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._sheet)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll.setStyleSheet("background: transparent;")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().installEventFilter(self)
        self._hint = QLabel(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        theme.set_role(self._hint, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.current().px(4))
        column.setSpacing(0)
        column.addWidget(self._hint, 1)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._bar())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.current().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clear("")

    @property
    def place(self) -> int:
        """Which page is shown, counted from 0."""
        return self._place

    def show_pages(self, name: str, pages: tuple[PageImage, ...]) -> None:
        """Show these from the first page on; the same ones again stay where they were."""
        if pages == self._pages and name == self._name:
            return
        self._name, self._pages, self._place = name, pages, 0
        self._closer, self._whole = 1.0, self._starts_whole
        self._show()

    def replace_pages(self, pages: tuple[PageImage, ...]) -> None:
        """Show these in place of the ones shown, at the same page and closeness."""
        self._pages, self._place = pages, min(self._place, len(pages) - 1)
        self._show()

    @property
    def page_count(self) -> int:
        """How many pages there are to turn."""
        return len(self._pages)

    @property
    def is_whole(self) -> bool:
        """Whether the whole page is shown, as near as that allows."""
        return self._whole and self._closer == 1.0

    def clear(self, hint: str) -> None:
        """Show nothing but these words."""
        self._name, self._pages, self._place = "", (), 0
        self._hint.setText(hint)
        self._show()

    def turn(self, by: int) -> None:
        """Go to another page."""
        place = min(max(self._place + by, 0), len(self._pages) - 1)
        if self._pages and place != self._place:
            self._place = place
            self._scroll.verticalScrollBar().setValue(0)
            self._show()

    def come_closer(self, factor: float) -> None:
        """Enlarge or reduce; never smaller than the whole page."""
        self._closer = min(max(self._closer * factor, 1.0), _CLOSEST)
        self._fit()

    def fit_whole(self) -> None:
        """Show the whole page."""
        self._whole, self._closer = True, 1.0
        self._fit()

    def fit_width(self) -> None:
        """Show the page as wide as there is room."""
        self._whole, self._closer = False, 1.0
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Plus: lambda: self.come_closer(_STEP),
            Qt.Key.Key_Equal: lambda: self.come_closer(_STEP),
            Qt.Key.Key_Minus: lambda: self.come_closer(1 / _STEP),
            Qt.Key.Key_0: self.fit_whole,
        }
        bar = self._scroll.verticalScrollBar()
        step = theme.current().px(48)
        acts[Qt.Key.Key_Down] = lambda: bar.setValue(bar.value() + step)
        acts[Qt.Key.Key_Up] = lambda: bar.setValue(bar.value() - step)
        if act := acts.get(event.key()):
            act()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            look = theme.current()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.px(8), look.px(8))
            painter.end()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.current().px(6), 0, theme.current().px(6), 0)
        bar.setSpacing(2)
        self._back = self._tool("chevron-left", _("Page before"), lambda: self.turn(-1))
        self._count = QLabel(self)
        theme.set_role(self._count, "small")
        self._next = self._tool("chevron-right", _("Page after"), lambda: self.turn(1))
        self._zoom = (
            self._tool("zoom-out", _("Smaller"), lambda: self.come_closer(1 / _STEP)),
            self._tool("zoom-in", _("Larger"), lambda: self.come_closer(_STEP)),
            self._tool("move-horizontal", _("Page width"), self.fit_width),
            self._tool("maximize", _("Whole page"), self.fit_whole),
        )
        for part in (self._back, self._count, self._next):
            bar.addWidget(part)
        bar.addStretch(1)
        for tool in self._zoom:
            bar.addWidget(tool)
        return bar

    def _tool(self, icon: str, name: str, act: Callable[[], None]) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(theme.current().icon(icon, "muted", 16))
        tool.setToolTip(name)
        tool.setAccessibleName(name)
        tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same
        tool.clicked.connect(act)
        return tool

    def _show(self) -> None:
        there = bool(self._pages)
        self._hint.setVisible(not there)
        self._scroll.setVisible(there)
        for tool in self._zoom:
            tool.setVisible(there and not self._bare)
        several = len(self._pages) > 1
        for part in (self._back, self._next):
            part.setVisible(several)
        place = f"{self._place + 1} / {len(self._pages)}" if there else ""
        counted = several or not self._bare
        self._count.setText(f"{self._name}  {place}".strip() if counted else "")
        self._count.setVisible(counted)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._pages) - 1)
        self.setAccessibleName(f"{self._name} {place}".strip() or self._hint.text())
        self._sheet.show_page(self._pages[self._place] if there else None)
        self._fit()

    def _fit(self) -> None:
        if not self._pages:
            return
        page = self._pages[self._place]
        margin = theme.current().px(_MARGIN // 2 if self._bare else _MARGIN)
        room = self._scroll.viewport().size() - QSize(2 * margin, 2 * margin)
        ratio = room.width() / page.width
        if self._whole:
            ratio = min(ratio, room.height() / page.height)
        ratio = max(ratio * self._closer, 0.01)
        self._sheet.setFixedSize(round(page.width * ratio), round(page.height * ratio))


class _Sheet(QWidget):
    """The page itself, on white, with a thin edge."""

    def __init__(self, stamp: str) -> None:
        super().__init__()
        self._stamp = stamp
        self._picture = QPixmap()

    def show_page(self, page: PageImage | None) -> None:
        if page is None:
            self._picture = QPixmap()
        else:
            line = page.width * 3
            image = QImage(page.rgb, page.width, page.height, line, QImage.Format.Format_RGB888)
            self._picture = QPixmap.fromImage(image)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            ratio = self.devicePixelRatioF()
            scaled = self._picture.scaled(
                self.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            scaled.setDevicePixelRatio(ratio)
            painter.drawPixmap(0, 0, scaled)
            self._paint_stamp(painter)
        painter.setPen(theme.current().color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_stamp(self, painter: QPainter) -> None:
        """Write the stamp across the sheet, pale enough to read what is under it."""
        if not self._stamp:
            return
        font = theme.current().font(bold=True)
        font.setPixelSize(max(8, self.width() // max(_STAMP_SHARE, len(self._stamp))))
        painter.save()
        painter.setFont(font)
        painter.setPen(_STAMP_INK)
        span = self.width()
        box = QRectF(-span / 2, -span / 2, span, span)
        for share in _STAMPS:
            painter.save()
            painter.translate(self.width() / 2, self.height() * share)
            painter.rotate(_SLANT)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._stamp)
            painter.restore()
        painter.restore()
