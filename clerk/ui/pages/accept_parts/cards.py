"""The five cards of the accept page and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, keycap_of
from clerk.ui.pages.accept_parts.applicant_fields import ApplicantFields
from clerk.ui.pages.accept_parts.conclusion_card import ConclusionCard
from clerk.ui.pages.accept_parts.file_strip import FileStrip
from clerk.ui.pages.accept_parts.item_picker import ItemPicker
from clerk.ui.pages.accept_parts.line_details import LineDetails
from clerk.ui.pages.accept_parts.preview_card import PreviewCard
from clerk.ui.pages.accept_parts.situations import Situations
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.checklist_table import ChecklistTable
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.pill import PillRow
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

_LEFT, _RIGHT = 270, 310


class AcceptCards(QWidget):
    """Item and situations at the left, applicant and checklist between, the conclusion right."""

    def lay_out(self, check: Callable[[str, str], str]) -> None:
        """Make the cards; ``check`` says what is wrong with a field of the applicant."""
        self._make(check)
        self._arrange()

    def _make(self, check: Callable[[str, str], str]) -> None:
        self.notice = NoticeBar()
        self.picker = ItemPicker()
        self.situations = Situations()
        self.parked = CaseList(name=_("Parked"))
        self.applicant = ApplicantFields(check)
        self.pills = PillRow()
        self.table = ChecklistTable()
        self.table.set_empty_text(_("The published list appears once the item is chosen."))
        self.details = LineDetails()
        self.files = FileStrip()
        self.conclusion = ConclusionCard()

    def _arrange(self) -> None:
        look = theme.current()
        item_card = Card(_("① Item"), keycap_of(Command.ITEM))
        item_card.add(self.picker)
        self.situations_card = Card(_("② Situations"))
        self.situations_card.add(self.situations)
        self.parked_card = Card(_("Parked"))
        self.parked_card.add(self.parked)
        applicant_card = Card(_("③ Applicant"), keycap_of(Command.APPLICANT))
        applicant_card.add(self.applicant)
        checklist_card = Card(_("④ Checklist"))
        checklist_card.set_right(self.pills)
        checklist_card.add(self.table, 1)
        checklist_card.add(self.details)
        checklist_card.add(self.files)
        self.preview_card = PreviewCard()
        left = _column(item_card, self.situations_card, self.parked_card)
        left.addStretch(1)
        middle = _column(applicant_card)
        middle.addWidget(checklist_card, 1)
        right = _column(self.conclusion)
        right.addWidget(self.preview_card, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(_scrolled(left, look.px(_LEFT)))
        row.addLayout(middle, 1)
        row.addWidget(_scrolled(right, look.px(_RIGHT)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(8))
        whole.addWidget(self.notice)
        whole.addLayout(row, 1)


def _scrolled(column: QVBoxLayout, width: int) -> QScrollArea:
    side = QWidget()
    column.setContentsMargins(0, 0, 0, 0)
    side.setLayout(column)
    side.setMaximumWidth(width)
    area = QScrollArea()
    area.setWidget(side)
    area.setWidgetResizable(True)
    area.setFixedWidth(width)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.current().px(12))
    for card in cards:
        column.addWidget(card)
    return column
