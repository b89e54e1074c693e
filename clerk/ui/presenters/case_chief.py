"""The chief's line over an open case: what is put before the chief, and who may sign it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from clerk.domain.refusals import InvalidInput
from clerk.domain.staff import Role
from clerk.ui.messages import notice_of
from clerk.ui.presenters.shown import reason
from clerk.ui.rows import ChiefAsk, ChiefMode, Notice, StaffRow, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from clerk.domain.refusals import ClerkError
    from clerk.domain.staff import Staff, StaffId
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer


class Desk(Protocol):
    """Where the open case lies."""

    opened: OpenCase | None
    screen: CaseScreen

    def change(self, screen: CaseScreen) -> None:
        """Show this from now on."""


class ChiefAsking:
    """Asks for one line at a time; it stays open until it holds or is left."""

    def __init__(self, room: Room, desk: Desk) -> None:
        self._room = room
        self._desk = desk
        self._then: Callable[[ChiefAnswer], None] | None = None

    def ask(self, title: str, subject: str, then: Callable[[ChiefAnswer], None]) -> None:
        """Put something before the chief; ``then`` gets the signed line and checks its PIN."""
        opened = self._desk.opened
        if opened is None:
            return
        self._then = then
        may = chiefs_for(opened.case.item.department.id, opened.staff, self._room.person().id)
        ask = ChiefAsk(
            title=title,
            subject=subject,
            mode=ChiefMode.WAIVE,
            chiefs=tuple(staff_row(each) for each in may),
        )
        self._desk.change(replace(self._desk.screen, chief=ask, chief_notice=None, notice=None))

    def signed(self, answer: ChiefAnswer) -> None:
        """Take the line the chief has signed."""
        if self._then and self._desk.screen.chief:
            self._then(answer)

    def refuse(self, trouble: ClerkError) -> None:
        """Say on the line why it does not hold; it stays open."""
        self._desk.change(replace(self._desk.screen, chief_notice=_words(trouble), is_busy=False))

    def close(self) -> None:
        """Put the line away, signed or left."""
        self._then = None
        self._desk.change(replace(self._desk.screen, chief=None, chief_notice=None))


def chiefs_for(department: str | None, staff: Iterable[Staff], me: StaffId) -> tuple[Staff, ...]:
    """Return who may sign here: the department's chiefs, else all; never oneself."""
    others = tuple(x for x in staff if Role.CHIEF in x.roles and x.id != me)
    return tuple(x for x in others if x.department_id == department) or others


def staff_row(person: Staff) -> StaffRow:
    """Show a person to choose."""
    return StaffRow(id=person.id, number=person.number, name=person.name, post=person.post)


def _words(trouble: ClerkError) -> Notice:
    if isinstance(trouble, InvalidInput):
        words = " ".join(reason(each) for each in trouble.problems)
        return Notice(tone=Tone.RED, what=words)
    return notice_of(trouble)
