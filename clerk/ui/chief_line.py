"""The chief's line (窗口一线签批): opened over a page, decided, signed, gone.

The page behind cannot be worked while it is open, and stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.domain.staff import StaffId
from clerk.ui import keys, theme
from clerk.ui.rows import ChiefAnswer, ChiefAsk, ChiefMode, Notice, Tone
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.decision_list import DecisionList
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.opinion_field import OpinionField
from clerk.ui.widgets.pin_field import PinField
from clerk.ui.widgets.text_field import ChoiceField
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH = 340


class ChiefLine(QWidget):
    """A card over its host page: who, what, why, PIN.

    Signals:
        signed(object): The `ChiefAnswer`. Whoever asked checks the PIN, then closes or refuses.
        cancelled: It was left with Escape; nothing happened.
    """

    signed = Signal(object)
    cancelled = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._ask: ChiefAsk | None = None
        self._stilled: list[QWidget] = []
        self._focus_before: QWidget | None = None
        self.setObjectName("scrim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._card = Card()
        self._subject = QLabel()
        self._subject.setWordWrap(True)
        self.chief = ChoiceField(_("Chief"))
        self.decisions = DecisionList()
        self.opinion = OpinionField()
        self.pin = PinField(_("PIN for signing"))
        self.notice = NoticeBar()
        self.sign = ActionButton(_("Sign"), command=keys.Command.SIGN, kind=Kind.PRIMARY)
        self.leave = ActionButton(_("Back without signing"), kind=Kind.QUIET)
        self._arrange()
        self.sign.triggered.connect(self._give)
        self.pin.entered.connect(self._give)
        self.leave.triggered.connect(self._cancel)
        host.installEventFilter(self)
        self.hide()

    def open_for(self, ask: ChiefAsk) -> None:
        """Put something before the chief."""
        self._ask = ask
        waiver = ask.mode is ChiefMode.WAIVE
        self._card.set_title(ask.title)
        self._subject.setText(ask.subject)
        self.chief.set_choices(
            tuple((each.id, _called(each.name, each.post)) for each in ask.chiefs)
        )
        self.decisions.setVisible(not waiver)
        self.decisions.show_choices(tuple((each.id, each.label) for each in ask.decisions))
        self.opinion.set_label(_("Reason") if waiver else _("Opinion"))
        self.opinion.show_phrases(ask.opinions)
        self.opinion.set_value("" if waiver or not ask.opinions else ask.opinions[0])
        self.pin.clear()
        self.notice.clear()
        self.set_busy(False)
        if not self.isVisible():
            self._cover()
        first: QWidget = self.opinion if waiver else self.decisions
        if len(ask.decisions) == 1:
            self.decisions.choose(ask.decisions[0].id)
            first = self.pin
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, notice: Notice) -> None:
        """Say why it did not hold; everything but the PIN stays."""
        self.set_busy(False)
        self.pin.clear()
        self.notice.tell(notice)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Wait for the answer: nothing is signed twice."""
        self.sign.set_available(not busy, _("The PIN is being checked."))

    def close_line(self) -> None:
        """Give the page back as it was."""
        self.pin.clear()
        self._ask = None
        self.hide()
        for each in self._stilled:
            each.setEnabled(True)
        self._stilled.clear()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside."""
        inside = [each for each in self.findChildren(QWidget) if _takes_tab(each, self)]
        if not inside:
            return False
        now = self.focusWidget()
        place = inside.index(now) if now in inside else -1
        step = 1 if forward else -1
        inside[(place + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        look = theme.current()
        self._card.setFixedWidth(look.px(_WIDTH))
        parts = (
            self._subject,
            self.chief,
            self.decisions,
            self.opinion,
            self.pin,
            self.notice,
            self.sign,
            self.leave,
        )
        for part in parts:
            self._card.add(part)
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._card)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)

    def _cover(self) -> None:
        host = self._host
        self._focus_before = host.focusWidget()
        beside = host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._stilled = [
            each
            for each in beside
            if each is not self and not each.isWindow() and each.isEnabledTo(host)
        ]
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        for each in self._stilled:
            each.setEnabled(False)

    def _cancel(self) -> None:
        self.close_line()
        self.cancelled.emit()

    def _give(self) -> None:
        if self._ask is None or not self.sign.is_available:
            return
        if lacking := self._lacking(self._ask):
            words, field = lacking
            self.notice.tell(Notice(tone=Tone.BLUE, what=words))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        answer = ChiefAnswer(
            chief=StaffId(self.chief.value()),
            decision=self.decisions.value(),
            opinion=self.opinion.value().strip(),
            pin=self.pin.value(),
        )
        self.notice.clear()
        self.set_busy(True)
        self.signed.emit(answer)

    def _lacking(self, ask: ChiefAsk) -> tuple[str, QWidget] | None:
        chosen = next((each for each in ask.decisions if each.id == self.decisions.value()), None)
        waiver = ask.mode is ChiefMode.WAIVE
        if not self.chief.value():
            return _("No chief of this department is known at this desk."), self.chief
        if not waiver and chosen is None:
            return _("Choose a decision."), self.decisions
        needs_words = waiver or (chosen is not None and chosen.needs_opinion)
        if needs_words and not self.opinion.value().strip():
            return _("Write the reason."), self.opinion
        if not self.pin.value():
            return _("Enter the PIN to sign."), self.pin
        return None


def _called(name: str, post: str) -> str:
    return f"{name} · {post}" if post else name


def _takes_tab(widget: QWidget, within: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisibleTo(within)
        and widget.isEnabled()
    )
