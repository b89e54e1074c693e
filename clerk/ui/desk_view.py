"""What stands in the window while somebody is signed in: bar, rail, pages, status line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.rail_button import RailButton
from clerk.ui.widgets.status_line import StatusLine
from clerk.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from clerk.ui.page import Page, Place

_PAGE_KEYS = (
    keys.Command.PAGE_1,
    keys.Command.PAGE_2,
    keys.Command.PAGE_3,
    keys.Command.PAGE_4,
    keys.Command.PAGE_5,
)
_RAIL = 72


class DeskView(QWidget):
    """Shows one page at a time. A page is made when it is first wanted, and stays.

    Signals:
        page_shown(int): Another page is on show.
    """

    page_shown = Signal(int)

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.bar = TopBar()
        self.line = StatusLine()
        self.notice = NoticeBar()
        self._places = places
        self._made: dict[int, Page] = {}
        self._at = 0
        self._stack = QStackedWidget()
        self._rail_frame = QFrame()
        self.rail = tuple(self._rail_button(at) for at in range(len(places)))
        self._arrange()
        if self.rail:
            self.rail[0].setChecked(True)

    @property
    def page(self) -> Page:
        """The page on show."""
        return self.page_at(self._at)

    def page_at(self, place: int) -> Page:
        """Return the page of a place of the rail, making it if it is wanted for the first time."""
        if place not in self._made:
            page = self._places[place].make()
            self._made[place] = page
            self._stack.addWidget(cast("QWidget", page))
            if place == self._at:
                self._stack.setCurrentWidget(cast("QWidget", page))
        return self._made[place]

    def make_next(self) -> bool:
        """Make one page that does not stand yet; return whether another one is lacking."""
        lacking = [each for each in range(len(self._places)) if each not in self._made]
        if lacking:
            self.page_at(lacking[0])
        return len(lacking) > 1

    def made(self) -> tuple[Page, ...]:
        """Return the pages that stand; what stands later reads everything anew."""
        return tuple(self._made.values())

    def show_page(self, place: int) -> None:
        """Go to a page by its place on the rail."""
        if not 0 <= place < len(self._places):
            return
        self.rail[place].setChecked(True)
        self._stack.setCurrentWidget(cast("QWidget", self.page_at(place)))
        if place != self._at:
            self._at = place
            self.notice.clear()
            self.page_shown.emit(place)
        self.page.shown()

    def _rail_button(self, at: int) -> RailButton:
        place, key = self._places[at], _PAGE_KEYS[at]
        button = RailButton(place.title, place.icon_name, keys.keycap_of(key), self._rail_frame)
        button.clicked.connect(lambda _on: self.show_page(at))
        keys.bind(self, key, partial(self.show_page, at))
        return button

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
        self._arrange_rail()
        row.addWidget(self._rail_frame)
        row.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        column.addWidget(self.line)

    def _arrange_rail(self) -> None:
        look, rail = theme.current(), self._rail_frame
        rail.setObjectName("rail")
        rail.setFixedWidth(look.px(_RAIL))
        column = QVBoxLayout(rail)
        column.setContentsMargins(look.px(6), look.px(8), look.px(6), look.px(8))
        column.setSpacing(look.px(2))
        for button in self.rail:
            column.addWidget(button)
        column.addStretch(1)
