"""Who is at the desk: signing in, and the lock that hides everything until somebody does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.messages import notice_of
from clerk.ui.rows import Notice, QueueRow, StaffRow, Tone
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.pin_field import PinField
from clerk.ui.widgets.text_field import TextField
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from clerk.domain.refusals import ClerkError
    from clerk.domain.staff import Staff
    from clerk.ui.tasks import Tasks

_WIDTH = 380


class SignIn(QWidget):
    """A name or staff number, a PIN, Return. The list helps and is no obligation.

    Signals:
        signed_in(object): The `Staff` whose PIN was right.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        *,
        verify: Callable[[str, str], Staff],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._verify = verify
        self._tasks = tasks
        self._staff: tuple[StaffRow, ...] = ()
        self._is_busy = False
        self.setObjectName("signIn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.who = TextField(_("Name or staff number"))
        self.people = CaseList(name=_("Staff"))
        self.pin = PinField(_("PIN"))
        self.notice = NoticeBar()
        self.enter = ActionButton(_("Sign in"), kind=Kind.PRIMARY)
        self._card = Card(_("Sign in"))
        self._arrange()
        self.who.changed.connect(lambda _text: self._search())
        self.who.entered.connect(self._after_name)
        self.people.opened.connect(self._choose)
        self.people.selected.connect(self._suggest)
        self.pin.entered.connect(self._try)
        self.enter.triggered.connect(self._try)

    def set_staff(self, staff: tuple[StaffRow, ...]) -> None:
        """Offer these people."""
        self._staff = staff
        self._filter()

    def ask(self, title: str = "", who: str = "") -> None:
        """Be ready for the next person; ``who`` is proposed, such as the one who locked."""
        self._card.set_title(title or _("Sign in"))
        self.notice.clear()
        self.pin.clear()
        self.who.set_value(who)
        self._filter()
        self.people.setVisible(not who)  # the one expected back needs no list
        (self.pin if who else self.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        look = theme.current()
        logo = QLabel("窗")
        logo.setObjectName("logo")
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        logo.setFixedSize(look.px(44), look.px(44))
        name = QLabel(_("Government service window"))
        theme.set_role(name, "title")
        self._card.setFixedWidth(look.px(_WIDTH))
        self.people.setFixedHeight(look.px(202))
        for part in (self.who, self.people, self.pin, self.notice, self.enter):
            self._card.add(part)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(logo)
        head.addWidget(name)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(18))
        column.addStretch(2)
        column.addLayout(head)
        column.addWidget(self._card)
        column.addStretch(3)
        for place in (head, self._card):
            column.setAlignment(place, Qt.AlignmentFlag.AlignHCenter)

    def _search(self) -> None:
        self.people.show()
        self._filter()

    def _filter(self) -> None:
        words = self.who.value().strip().casefold()
        found = [
            each
            for each in self._staff
            if words in each.name.casefold() or words in each.number.casefold()
        ]
        self.people.show_rows(
            tuple(
                QueueRow(id=each.id, title=each.name, detail=f"{each.number} · {each.post}")
                for each in found
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.who.edit.hasFocus():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
            self._name(self.people.current_id())
        else:
            super().keyPressEvent(event)

    def _suggest(self, staff_id: str) -> None:
        """Moving through the list by hand names the person; filtering does not."""
        if self.people.hasFocus():
            self._name(staff_id)

    def _choose(self, staff_id: str) -> None:
        self._name(staff_id)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, staff_id: str) -> None:
        found = next((each for each in self._staff if each.id == staff_id), None)
        if found:
            self.who.set_value(found.number)

    def _after_name(self) -> None:
        """Return after the name: take the one that is marked in the list, and go on to the PIN."""
        self._name(self.people.current_id())
        if self.who.value().strip():
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        who, pin = self.who.value().strip(), self.pin.value()
        if self._is_busy:
            return
        if not who or not pin:
            self.notice.tell(Notice(tone=Tone.BLUE, what=_("Give your name or number and PIN.")))
            (self.pin if who else self.who).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_busy(True)
        self._tasks.run(partial(self._verify, who, pin), then=self._let_in, otherwise=self._refuse)

    def _let_in(self, staff: Staff) -> None:
        self._set_busy(False)
        self.pin.clear()
        self.notice.clear()
        self.signed_in.emit(staff)

    def _refuse(self, trouble: ClerkError) -> None:
        self._set_busy(False)
        self.pin.clear()
        self.notice.tell(notice_of(trouble))
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.enter.set_available(not busy, _("The PIN is being checked."))
