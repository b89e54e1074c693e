"""The window: bar, rail, pages, status line; behind the lock while nobody is signed in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerk.domain.identifiers import CaseId
from clerk.ui import keys, theme
from clerk.ui.sign_in import SignIn
from clerk.ui.widgets.key_sheet import KeySheet
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.rail_button import RailButton
from clerk.ui.widgets.status_line import StatusLine
from clerk.ui.widgets.toast import Toast
from clerk.ui.widgets.top_bar import TopBar
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QCloseEvent

    from clerk.domain.staff import Staff, StaffId
    from clerk.ui.page import Page
    from clerk.ui.rows import Notice
    from clerk.ui.tasks import Tasks

_PAGE_KEYS = (
    keys.Command.PAGE_1,
    keys.Command.PAGE_2,
    keys.Command.PAGE_3,
    keys.Command.PAGE_4,
    keys.Command.PAGE_5,
)
_RAIL = 72
_SMALLEST = (1024, 640)
_USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """Shows one page at a time. Pages are given once and stay; the lock hides them as they are.

    Signals:
        signed_in(object): This `Staff` works here now; also after a lock.
        locked: Nobody does.
        searched(str): Typing in the search box has rested.
        entered(str): Return in the search box.
        scanned(str): One of our codes was read while somebody is signed in.
        page_shown(int): Another page is on show.
        closing: The window was asked to close, and will.
    """

    signed_in = Signal(object)
    locked = Signal()
    searched = Signal(str)
    entered = Signal(str)
    scanned = Signal(str)
    page_shown = Signal(int)
    closing = Signal()

    def __init__(
        self,
        pages: tuple[Page, ...],
        *,
        verify: Callable[[str, str], Staff],
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.pages: tuple[Page, ...] = ()
        self.staff: Staff | None = None
        self._focus_before: QWidget | None = None
        self._dialogs: list[QDialog] = []
        self._left_by: StaffId | None = None
        self.setWindowTitle(_("Government service window"))
        self.sign_in = SignIn(verify=verify, tasks=tasks)
        self.bar = TopBar()
        self.line = StatusLine()
        self.notice = NoticeBar()
        self._rail: tuple[RailButton, ...] = ()
        self._stack = QStackedWidget()
        self._desk = QWidget()
        self._outer = QStackedWidget()
        self._arrange()
        self._connect()
        self.take_pages(pages)
        self.resize(*_USUAL)
        self.sign_in.ask()

    def take_pages(self, pages: tuple[Page, ...]) -> None:
        """Furnish the window, once; until then only the sign-in is on show."""
        self.pages = pages
        rail = tuple(
            RailButton(page.title, page.icon_name, keys.keycap_of(key), self._rail_frame)
            for page, key in zip(pages, _PAGE_KEYS, strict=False)
        )
        for place, (page, button) in enumerate(zip(pages, rail, strict=False)):
            self._stack.addWidget(cast("QWidget", page))
            self._rail_column.insertWidget(place, button)
            button.clicked.connect(lambda _on, at=place: self.show_page(at))
            keys.bind(self._desk, _PAGE_KEYS[place], partial(self.show_page, place))
        self._rail = rail
        if rail:
            rail[0].setChecked(True)

    @property
    def page(self) -> Page:
        """The page on show."""
        return self.pages[self._stack.currentIndex()]

    @property
    def is_locked(self) -> bool:
        """Whether nobody is signed in."""
        return self.staff is None

    def show_page(self, place: int) -> None:
        """Go to a page by its place on the rail."""
        if not 0 <= place < len(self.pages):
            return
        self._rail[place].setChecked(True)
        if place != self._stack.currentIndex():
            self.notice.clear()
            self._stack.setCurrentIndex(place)
            self.page_shown.emit(place)
        self.page.shown()

    def set_waiting(self, place: int, count: int) -> None:
        """Say how much waits on a page."""
        self._rail[place].set_waiting(count)

    def announce(self, case_ids: Iterable[str]) -> None:
        """Tell every page once what has changed."""
        ids = frozenset(map(CaseId, case_ids))
        for page in self.pages:
            page.changed(ids)

    def tell(self, notice: Notice) -> None:
        """Say something that belongs to no page's own bar."""
        self.notice.tell(notice)

    def toast(self, text: str) -> None:
        """Say something in passing."""
        Toast.say(self._desk, text)

    def lock(self) -> None:
        """Hide everything at once; pages and dialogs wait for the person to come back."""
        if self.staff is None:
            return
        who = self.staff.number
        self._focus_before = self._desk.focusWidget()
        self._dialogs = [each for each in self.findChildren(QDialog) if each.isVisible()]
        for dialog in self._dialogs:
            dialog.hide()
        self._left_by = self.staff.id
        self.staff = None
        self.bar.search.clear()
        self._outer.setCurrentWidget(self.sign_in)
        self.sign_in.ask(_("Locked"), who)
        self.locked.emit()

    def hear_scan(self, text: str) -> None:
        """Pass a scan on, unless nobody is signed in or a dialog waits for its answer."""
        if not self.is_locked and QApplication.activeModalWidget() is None:
            self.scanned.emit(text)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _let_in(self, staff: Staff) -> None:
        self.staff = staff
        self._outer.setCurrentWidget(self._desk)
        focus, self._focus_before = self._focus_before, None
        dialogs, self._dialogs = self._dialogs, []
        is_back = staff.id == self._left_by
        self.signed_in.emit(staff)
        if is_back and focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.shown()
        for dialog in dialogs:
            dialog.setVisible(is_back)

    def _arrange(self) -> None:
        look = theme.current()
        middle = QVBoxLayout()
        gap = look.size("gap")
        middle.setContentsMargins(gap, gap, gap, gap)
        middle.setSpacing(look.px(8))
        middle.addWidget(self.notice)
        middle.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._made_rail())
        row.addLayout(middle, 1)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        column.addWidget(self.line)
        self._desk.setObjectName("desk")
        self._outer.addWidget(self.sign_in)
        self._outer.addWidget(self._desk)
        self.setCentralWidget(self._outer)
        self.setMinimumSize(*_SMALLEST)

    def _made_rail(self) -> QFrame:
        look = theme.current()
        rail = QFrame()
        rail.setObjectName("rail")
        rail.setFixedWidth(look.px(_RAIL))
        column = QVBoxLayout(rail)
        column.setContentsMargins(look.px(6), look.px(8), look.px(6), look.px(8))
        column.setSpacing(look.px(2))
        column.addStretch(1)
        self._rail_column, self._rail_frame = column, rail
        return rail

    def _connect(self) -> None:
        self.sign_in.signed_in.connect(self._let_in)
        self.bar.lock_requested.connect(self.lock)
        search = self.bar.search
        search.searched.connect(self.searched)
        search.entered.connect(self.entered)
        search.left.connect(self._to_page)
        keys.bind(self._desk, keys.Command.LOCK, self.lock)
        keys.bind(self._desk, keys.Command.HELP, self._show_keys)

    def _to_page(self) -> None:
        self.page.shown()

    def _show_keys(self) -> None:
        KeySheet(self).open()
