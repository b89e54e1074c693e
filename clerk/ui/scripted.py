"""A scripted morning at the real window, by keyboard: what ``clerk demo --headless`` shows."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from clerk.domain.applicant import Applicant
    from clerk.ui.program import Program

_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_MOST_TABS, _MOST_FIELDS = 40, 8
_ACTIVE_MS = 2_000


class LostAtTheKeyboard(RuntimeError):
    """The script's hand did not reach what it looked for, or the case is not where it should be."""


@dataclass
class Operator:
    """Hands at the keyboard of one window: keys go where the focus is, as a person's do."""

    program: Program
    keys: int = 0
    pictures: list[str] = field(default_factory=list)

    def sit_down(self) -> None:
        """Show the window and wait until it has the keyboard."""
        self.program.window.show()
        self.program.window.activateWindow()
        QTest.qWaitForWindowActive(self.program.window, _ACTIVE_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN, times: int = 1) -> None:
        """Press a key so many times."""
        for _ in range(times):
            QTest.keyClick(self._hand(), key, modifiers)
            self.keys += 1
            self.settle()

    def type(self, text: str) -> None:
        """Type a text; what no key carries comes through the input method."""
        self.keys += len(text)
        if text.isascii():
            QTest.keyClicks(self._hand(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self._hand(), event)
        self.settle()

    def enter(self, *texts: str) -> None:
        """Type each text and go on with Return."""
        for text in texts:
            if text:
                self.type(text)
            self.press(Qt.Key.Key_Return)

    def return_until(self, reached: Callable[[], bool]) -> None:
        """Go on by Return, field by field, until something is reached."""
        for _ in range(_MOST_FIELDS):
            if reached():
                return
            self.press(Qt.Key.Key_Return)
        raise LostAtTheKeyboard("Return")

    def tab_to(self, target: QWidget) -> None:
        """Go on by Tab until the focus is there."""
        for _ in range(_MOST_TABS):
            focus = QApplication.focusWidget()
            if focus is target or (focus is not None and target.isAncestorOf(focus)):
                return
            self.press(Qt.Key.Key_Tab)
        raise LostAtTheKeyboard(target.objectName() or type(target).__name__)

    def settle(self) -> None:
        """Let the window answer."""
        QApplication.processEvents()
        while self.program.scanner.is_under_way:
            QApplication.processEvents()
        QApplication.processEvents()

    def shoot(self, path: Path) -> None:
        """Write what is on the window, with the paper that would print drawn as of now."""
        self.program.accept.presenter.preview.draw()
        self.settle()
        self.program.window.grab().save(str(path))
        self.pictures.append(path.name)

    def _hand(self) -> QWidget:
        return QApplication.focusWidget() or self.program.window


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays in the morning: staff PINs, a returning applicant and a new one."""

    chief_number: str
    chief_pin: str
    returning: Applicant
    newcomer: Applicant


class Morning:
    """The script: an immediate item in one go, then a food licence from notice to hand-over."""

    def __init__(
        self,
        program: Program,
        cast: Cast,
        out: Path,
        *,
        tell: Callable[[str], None],
    ) -> None:
        self._program = program
        self._cast = cast
        self._out = out
        self._tell = tell
        self._hands = Operator(program)
        self._journeys: list[dict[str, object]] = []

    def work(self) -> dict[str, object]:
        """Work through the script and return its sums."""
        self._hands.sit_down()
        for name, journey in (
            ("returning_applicant_immediate_item", self._immediate_item),
            ("new_applicant_one_missing_told_once", self._told_once),
            ("supplemented_and_accepted", self._supplemented),
            ("signed_off", self._signed_off),
            ("handed_over", self._handed_over),
        ):
            began, keys = time.perf_counter(), self._hands.keys
            said = journey()
            seconds = round(time.perf_counter() - began, 3)
            keys = self._hands.keys - keys
            self._journeys.append({"journey": name, "keys": keys, "seconds": seconds})
            self._tell(f"{said} ({keys} keys, {seconds:.2f} s)")
        return {"journeys": self._journeys, "pictures": self._hands.pictures}

    def _immediate_item(self) -> str:
        hands, page = self._hands, self._program.accept
        hands.press(Qt.Key.Key_F2)
        hands.enter("SCJG-004")
        hands.enter("2")
        hands.type(self._cast.returning.document_number)
        hands.tab_to(page.table)
        hands.type("a")
        hands.shoot(self._out / "accept-immediate.png")
        hands.press(Qt.Key.Key_F9)
        hands.type("92349900MA0000018X")
        hands.return_until(page.chief_line.isVisible)
        self._give_pin()
        hands.shoot(self._out / "accept-finished.png")
        return "A returning applicant's immediate item was finished in one go."

    def _give_pin(self) -> None:
        hands, line = self._hands, self._program.accept.chief_line
        hands.tab_to(line.pin)
        hands.type(self._cast.chief_pin)
        hands.shoot(self._out / "chief-line.png")
        hands.press(Qt.Key.Key_Return, _CONTROL)

    def _told_once(self) -> str:
        hands, person = self._hands, self._cast.newcomer
        hands.press(Qt.Key.Key_F2)
        hands.enter("SCJG-005")
        hands.enter("2", "2")
        hands.enter(
            person.document_number,
            person.phone,
            person.name,
            person.contact_name,
            person.contact_id,
        )
        hands.type("a")
        hands.press(Qt.Key.Key_Down, times=2)
        hands.type("n")
        hands.shoot(self._out / "accept-one-missing.png")
        hands.press(Qt.Key.Key_F8)
        hands.return_until(lambda: self._stage() is Stage.NOTIFIED)
        return "A food licence with one missing paper was told once."

    def _supplemented(self) -> str:
        hands, page = self._hands, self._program.cases
        self._find_newcomer()
        hands.tab_to(page.pane.dossier.checklist)
        hands.press(Qt.Key.Key_Home)
        hands.press(Qt.Key.Key_Down, times=2)
        hands.type("y")
        hands.press(Qt.Key.Key_S, _ALT)
        hands.shoot(self._out / "case-supplemented.png")
        hands.press(Qt.Key.Key_F9)
        hands.press(Qt.Key.Key_R, _ALT)
        hands.press(Qt.Key.Key_Return, _CONTROL)
        self._must_stand_at(Stage.REVIEWED)
        return "What was missing came in; the case was accepted and put before the chief."

    def _signed_off(self) -> str:
        hands, page = self._hands, self._program.sign_off
        hands.press(Qt.Key.Key_F12)
        hands.tab_to(self._program.window.sign_in.who)
        hands.press(Qt.Key.Key_A, _CONTROL)
        hands.enter(self._cast.chief_number, self._cast.chief_pin)
        hands.press(Qt.Key.Key_3, _CONTROL)
        hands.press(Qt.Key.Key_End)
        hands.shoot(self._out / "sign-off.png")
        hands.tab_to(page.line.pin)
        hands.type(self._cast.chief_pin)
        hands.press(Qt.Key.Key_Return, _CONTROL)
        self._must_stand_at(Stage.GRANTED)
        return "The chief signed it off."

    def _handed_over(self) -> str:
        hands = self._hands
        self._find_newcomer()
        hands.press(Qt.Key.Key_M, _ALT)
        hands.type("JY13499070000001")
        hands.press(Qt.Key.Key_Return, _CONTROL)
        self._must_stand_at(Stage.CERTIFIED)
        hands.press(Qt.Key.Key_H, _ALT)
        hands.shoot(self._out / "hand-over.png")
        hands.press(Qt.Key.Key_Return, _CONTROL)
        self._must_stand_at(Stage.CLOSED)
        hands.shoot(self._out / "case-closed.png")
        return "The certificate was made and handed over; the file is closed."

    def _find_newcomer(self) -> None:
        hands = self._hands
        hands.press(Qt.Key.Key_K, _CONTROL)
        hands.enter(self._cast.newcomer.document_number)
        hands.tab_to(self._program.cases.list.cases)

    def _must_stand_at(self, stage: Stage) -> None:
        """Look at the store, not at the screen: the script says only what is so."""
        if self._stage() is not stage:
            raise LostAtTheKeyboard(f"{stage}, but {self._stage()}")

    def _stage(self) -> Stage | None:
        found = self._program.room.reading.search(self._cast.newcomer.document_number)
        return found[0].stage if found else None
