"""The window at work: pages on a desk, the person signed in, and what passes between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from clerk import __version__
from clerk.domain.paper_code import looks_like_a_code
from clerk.domain.staff import Staff, StaffId
from clerk.ui.background import BackgroundTasks
from clerk.ui.crash import CrashWatch
from clerk.ui.idle import Idle
from clerk.ui.main_window import MainWindow
from clerk.ui.messages import left_open, notice_of
from clerk.ui.page import Place
from clerk.ui.pages.accept import AcceptPage
from clerk.ui.pages.cases import CasesPage
from clerk.ui.pages.hand_over import HandOverPage
from clerk.ui.pages.printers import PrintersPage
from clerk.ui.pages.sign_off import SignOffPage
from clerk.ui.paper_notice import notice_of_paper
from clerk.ui.presenters.day_watch import DayWatch
from clerk.ui.room import Room
from clerk.ui.rows import StaffRow
from clerk.ui.scan import is_document
from clerk.ui.scanner import Scanner
from clerk.ui.signs import Signs
from clerk.usecases.find_case import find_case, names_a_paper
from clerk.usecases.language import _
from clerk.usecases.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId
    from clerk.domain.refusals import ClerkError
    from clerk.ui.parts import Parts
    from clerk.ui.tasks import Tasks
    from clerk.usecases.check_paper import PaperCheck
    from clerk.usecases.lines import DayCounts

_ACCEPT, _CASES, _SIGN_OFF, _HAND_OVER, _PRINTERS = range(5)
_EVERY_MINUTE_MS = 60_000
_BETWEEN_PAGES_MS = 200
_SETTLED_MS = 1_000  # after signing in; the first paper comes much later


NOBODY = Staff(id=StaffId(""), number="", name="", post="", department_id="", roles=frozenset())
"""Stands at the desk while nobody is signed in: holds no role, so may do nothing."""


class Program(QObject):
    """The window with its five pages; one that stands already is furnished, else made.

    A page is made when it is first wanted; ``make_ready`` sees to it that nobody waits for one.
    """

    def __init__(
        self,
        parts: Parts,
        tasks: Tasks,
        window: MainWindow | None = None,
        print_tasks: Tasks | None = None,
    ) -> None:
        super().__init__()
        self._parts = parts
        self.tasks = tasks
        self._print_tasks = print_tasks or tasks
        self._is_closed = False
        self._at_work: Staff | None = None
        self._asked = 0
        self.room = self._made_room()
        self.window = window or MainWindow(verify=self._verify, tasks=tasks)
        self.window.furnish(self._places())
        self.signs = Signs(parts.counter, parts.printers, self.window, self._print_tasks)
        self.scanner = Scanner(self)
        self._day_watch = DayWatch(self.room, self.window.tell)
        self._minute = QTimer(self, interval=_EVERY_MINUTE_MS)
        self._idle = Idle(self)
        self._connect()
        self.signs.show_place()
        self.refresh()

    @property
    def accept(self) -> AcceptPage:
        """Where cases come in."""
        return cast("AcceptPage", self.window.desk.page_at(_ACCEPT))

    @property
    def cases(self) -> CasesPage:
        """The cases page."""
        return cast("CasesPage", self.window.desk.page_at(_CASES))

    @property
    def sign_off(self) -> SignOffPage:
        """The sign-off page."""
        return cast("SignOffPage", self.window.desk.page_at(_SIGN_OFF))

    def make_ready(self) -> None:
        """Make one page after the other, with time between them for whoever is signing in."""
        if not self._is_closed and self.window.desk.make_next():
            QTimer.singleShot(_BETWEEN_PAGES_MS, self, self.make_ready)

    def let_in(self, person: Staff) -> None:
        """Go on as if this person had signed in; whoever knows the PIN opened the key before."""
        self.window.sign_in.signed_in.emit(person)

    def open_number(self, text: str) -> None:
        """Open the case of a typed or scanned number; of a paper's code say what it is worth."""
        if looks_like_a_code(text):
            check = partial(self._parts.check, text)
            self.tasks.run(check, then=self._judged, otherwise=self._refused)
            return
        find = partial(find_case, text, self._parts.reading, self._parts.counter.desk)
        self.tasks.run(find, then=self._open, otherwise=self._refused)

    def announce(self, case_ids: frozenset[CaseId]) -> None:
        """Tell every page what changed, and count again."""
        self.window.announce(case_ids)
        self.refresh()

    def refresh(self) -> None:
        """Count again what the badges and the status line show."""
        today = self._parts.counter.clock().date()
        self.tasks.run(
            lambda: self._parts.reading.counts(today),
            then=self._show_counts,
            otherwise=self._refused,
        )

    def when_at_work(self, job: Callable[[], None]) -> None:
        """Do a job in the background once somebody works here, behind what they wait for."""

        def begin() -> None:
            if not self._is_closed:
                self._run(job)

        self.window.signed_in.connect(
            lambda _person: QTimer.singleShot(_SETTLED_MS, self, begin),
            Qt.ConnectionType.SingleShotConnection,
        )

    def close(self) -> None:
        """Finish what was asked for, then close the store."""
        if self._is_closed:
            return
        self._is_closed = True
        for listening in (self._minute, self._idle, self.scanner):
            listening.stop()
        self._parts.printers.close()
        for each in (self._print_tasks, self.tasks):
            if isinstance(each, BackgroundTasks):
                each.close()
        self._parts.close()

    def _run(self, job: Callable[[], None]) -> None:
        self.tasks.run(job, then=lambda _: None, otherwise=self._refused)

    def _made_room(self) -> Room:
        parts = self._parts
        return Room(
            counter=parts.counter,
            reading=parts.reading,
            attachments=parts.attachments,
            drawer=parts.drawer,
            printers=parts.printers,
            tasks=self.tasks,
            print_tasks=self._print_tasks,
            person=self._person,
            announce=self.announce,
            render=parts.render,
            test_page=parts.test_page,
        )

    def _places(self) -> tuple[Place, ...]:
        room = self.room
        rail = (
            (_("Accept"), AcceptPage, partial(AcceptPage, room)),
            (_("Cases"), CasesPage, partial(CasesPage, room)),
            (_("Sign-off"), SignOffPage, partial(SignOffPage, room)),
            (_("Deliver"), HandOverPage, partial(HandOverPage, room)),
            (_("Printers"), PrintersPage, self._made_printers),
        )
        return tuple(
            Place(title=title, icon_name=kind.icon_name, make=make) for title, kind, make in rail
        )

    def _made_printers(self) -> PrintersPage:
        page = PrintersPage(self.room)
        page.asks.connect(self._show_asked)
        if self._at_work:  # the page came later than the person
            page.asks.connect(self._tell_left_open, Qt.ConnectionType.SingleShotConnection)
        page.presenter.ask_after_start()
        return page

    def _person(self) -> Staff:
        return self._at_work or NOBODY

    def _verify(self, who: str, pin: str) -> Staff:
        return sign_in(who, pin, self._parts.reading, self._parts.counter.pins)

    def _connect(self) -> None:
        window = self.window
        CrashWatch(version=__version__, close=self.close).install()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.scanner.listen(app)
            self._idle.watch(app)
        self._idle.rested.connect(window.lock)
        self.scanner.scanned.connect(window.hear_scan)
        window.scanned.connect(self._scanned)
        window.searched.connect(self._search)
        window.entered.connect(self._entered)
        window.signed_in.connect(self._welcome)
        window.locked.connect(self._goodbye)
        self._minute.timeout.connect(self.signs.show_day)
        self._minute.timeout.connect(self._day_watch.look)
        self._minute.timeout.connect(self.signs.show_printer)
        window.page_shown.connect(lambda _place: self.signs.show_printer())
        self._minute.timeout.connect(lambda: self._run(self._parts.rest))
        self._minute.start()
        self.tasks.run(self._parts.reading.staff, then=self._show_people, otherwise=self._refused)
        self._day_watch.look()

    def _scanned(self, text: str) -> None:
        """Bring a scan where it belongs: a document's number to the applicant, or to the search."""
        if not is_document(text):
            self.open_number(text)
        elif self.window.page is self.accept:
            self.accept.take_document(text)
        else:
            self._entered(text)

    def _search(self, text: str) -> None:
        if text:
            self.window.show_page(_CASES)
            self.window.bar.search.edit.setFocus()
        self.cases.search(text)

    def _entered(self, text: str) -> None:
        if names_a_paper(text):
            self.open_number(text)
        else:
            self.window.show_page(_CASES)
            self.cases.search(text)

    def _judged(self, check: PaperCheck) -> None:
        if check.paper:
            self.open_number(check.paper.case_number)
        self.window.tell(notice_of_paper(check))

    def _open(self, case_id: CaseId) -> None:
        self.window.bar.search.clear()
        self.window.show_page(_CASES)
        self.cases.open_case(case_id)

    def _goodbye(self) -> None:
        self._at_work = None  # their key is closed behind what was asked for before the lock
        self._run(self._parts.counter.pins.sign_out)

    def _welcome(self, person: Staff) -> None:
        self._at_work = person
        self.window.bar.show_staff(f"{self._parts.counter.desk.window_name} · {person.name}")
        self.window.announce(frozenset())
        self.signs.show_day()
        self._tell_left_open(self._asked)

    def _show_people(self, people: tuple[Staff, ...]) -> None:
        self.window.sign_in.set_staff(
            tuple(StaffRow(id=x.id, number=x.number, name=x.name, post=x.post) for x in people)
        )

    def _show_counts(self, counts: DayCounts) -> None:
        self.window.line.show_counts(counts)
        self.window.set_waiting(_SIGN_OFF, counts.to_sign)
        self.window.set_waiting(_HAND_OVER, counts.to_hand_over)

    def _tell_left_open(self, count: int) -> None:
        if count:
            self.window.tell(left_open(count))

    def _show_asked(self, count: int) -> None:
        self._asked = count
        self.window.set_waiting(_PRINTERS, count)

    def _refused(self, trouble: ClerkError) -> None:
        self.window.tell(notice_of(trouble))
