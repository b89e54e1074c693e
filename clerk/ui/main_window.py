"""The window: the sign-in first, the desk behind it, and the lock between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from clerk.ui import keys
from clerk.ui.sign_in import SignIn
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff, StaffId
    from clerk.ui.desk_view import DeskView
    from clerk.ui.page import Page, Place
    from clerk.ui.rows import Notice
    from clerk.ui.tasks import Tasks
    from clerk.ui.widgets.status_line import StatusLine
    from clerk.ui.widgets.top_bar import TopBar

_SMALLEST = (1024, 640)
_USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """The sign-in stands at once; the desk is furnished behind it, and the lock hides it as it is.

    Signals:
        painted: The first frame stands.
        signed_in(object): This `Staff` works here now; also after a lock.
        locked: Nobody does.
        searched(str): Typing in the search box has rested.
        entered(str): Return in the search box.
        scanned(str): One of our codes was read while somebody is signed in.
        page_shown(int): Another page is on show.
        closing: The window was asked to close, and will.
    """

    painted = Signal()
    signed_in = Signal(object)
    locked = Signal()
    searched = Signal(str)
    entered = Signal(str)
    scanned = Signal(str)
    page_shown = Signal(int)
    closing = Signal()

    def __init__(self, *, verify: Callable[[str, str], Staff], tasks: Tasks) -> None:
        super().__init__()
        self.staff: Staff | None = None
        self._focus_before: QWidget | None = None
        self._dialogs: list[QDialog] = []
        self._left_by: StaffId | None = None
        self._is_painted = False
        self.setWindowTitle(_("Government service window"))
        self.sign_in = SignIn(verify=verify, tasks=tasks)
        self.sign_in.signed_in.connect(self._let_in)
        self._desk: DeskView | None = None
        self._outer = QStackedWidget()
        self._outer.addWidget(self.sign_in)
        self.setCentralWidget(self._outer)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.sign_in.ask()

    def furnish(self, places: tuple[Place, ...]) -> None:
        """Set up the desk, once; until then only the sign-in is on show."""
        from clerk.ui.desk_view import DeskView  # noqa: PLC0415 - off the first frame

        self._desk = desk = DeskView(places)
        self._outer.addWidget(desk)
        desk.page_shown.connect(self.page_shown)
        desk.bar.lock_requested.connect(self.lock)
        search = desk.bar.search
        search.searched.connect(self.searched)
        search.entered.connect(self.entered)
        search.left.connect(self._to_page)
        keys.bind(desk, keys.Command.LOCK, self.lock)
        keys.bind(desk, keys.Command.HELP, self._show_keys)

    @property
    def desk(self) -> DeskView:
        """What stands behind the sign-in.

        Raises:
            LookupError: The window is not furnished yet.
        """
        if self._desk is None:
            raise LookupError
        return self._desk

    @property
    def bar(self) -> TopBar:
        """The bar on top of the desk."""
        return self.desk.bar

    @property
    def line(self) -> StatusLine:
        """The line at the bottom of the desk."""
        return self.desk.line

    @property
    def page(self) -> Page:
        """The page on show."""
        return self.desk.page

    @property
    def is_locked(self) -> bool:
        """Whether nobody is signed in."""
        return self.staff is None

    def show_page(self, place: int) -> None:
        """Go to a page by its place on the rail."""
        self.desk.show_page(place)

    def set_waiting(self, place: int, count: int) -> None:
        """Say how much waits on a page."""
        self.desk.rail[place].set_waiting(count)

    def announce(self, case_ids: frozenset[CaseId]) -> None:
        """Tell every page once what has changed; a page made later reads everything anew."""
        for page in self.desk.made():
            page.changed(case_ids)

    def tell(self, notice: Notice) -> None:
        """Say something that belongs to no page's own bar."""
        self.desk.notice.tell(notice)

    def toast(self, text: str) -> None:
        """Say something in passing."""
        from clerk.ui.widgets.toast import Toast  # noqa: PLC0415 - off the first frame

        Toast.say(self.desk, text)

    def lock(self) -> None:
        """Hide everything at once; pages and dialogs wait for the person to come back."""
        if self.staff is None:
            return
        who = self.staff.number
        self._focus_before = self.desk.focusWidget()
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # once all of the frame is drawn
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _let_in(self, staff: Staff) -> None:
        self.staff = staff
        focus, self._focus_before = self._focus_before, None
        dialogs, self._dialogs = self._dialogs, []
        is_back = staff.id == self._left_by
        page = self.page  # made by now, so that it hears who signed in
        self._outer.setCurrentWidget(self.desk)
        self.signed_in.emit(staff)
        if is_back and focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.shown()
        for dialog in dialogs:
            dialog.setVisible(is_back)

    def _to_page(self) -> None:
        self.page.shown()

    def _show_keys(self) -> None:
        from clerk.ui.widgets.key_sheet import KeySheet  # noqa: PLC0415 - off the first frame

        KeySheet(self).open()
