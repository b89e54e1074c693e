"""What every page's presenter is given: the counter, the shelves to read from, and the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.ui.tasks import Tasks
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Attachments, PaperDrawer, Reading
    from clerk.usecases.printers import Printers, TestPage


class Picture(Protocol):
    """A rendered page: ``rgb`` holds three bytes a pixel, row after row."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def rgb(self) -> bytes: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The desk as presenters see it.

    Every call on ``counter``, ``reading``, ``attachments`` and ``drawer`` runs
    through ``tasks``, every call on ``printers`` through ``print_tasks`` (a line
    of its own, because printers keep one waiting), never on the UI thread. The
    settings of ``printers`` alone may be read anywhere. After a use case
    succeeded the presenter calls ``announce`` with the cases that changed; the
    main window tells every page once. ``person`` returns who is signed in.
    ``render`` draws one page, counted from 0, of a PDF or picture at a width in
    pixels; it raises ``IndexError`` past the last page and ``AttachmentUnfit``
    for what cannot be shown. Without it nothing is previewed. ``test_page``
    draws the page that shows how a printer prints.
    """

    counter: Counter
    reading: Reading
    attachments: Attachments
    drawer: PaperDrawer
    printers: Printers
    tasks: Tasks
    print_tasks: Tasks
    person: Callable[[], Staff]
    announce: Callable[[frozenset[CaseId]], None]
    render: Callable[[bytes, int, int], Picture] | None = None
    test_page: Callable[[TestPage], bytes] | None = None
