"""Puts the program together; the only module that knows every other one."""

from __future__ import annotations

import getpass
import os
import sys
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.domain.refusals import ClerkError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.papers import Paper
    from clerk.paper.room import PaperRoom
    from clerk.printing.cups_printer import Patience
    from clerk.printing.desk_printers import Spooler
    from clerk.store.desk_store import DeskStore
    from clerk.store.sealed_key import Cost
    from clerk.ui.main_window import MainWindow
    from clerk.ui.program import Program
    from clerk.ui.tasks import Tasks
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Clock
    from clerk.usecases.printers import Printers, TestPage


_BETWEEN_LOOKS_SECONDS = 0.25


def shipped(name: str) -> Path:
    """Return a shipped folder (``db``, ``resources``): bundled with the program, else beside it."""
    here = Path(__file__).resolve().parent
    bundled = here / "_bundled" / name
    return bundled if bundled.is_dir() else here.parent / name


def resources() -> Path:
    """Return the folder of shipped resources."""
    return shipped("resources")


def now() -> datetime:
    """Return the time with this machine's zone."""
    return datetime.now().astimezone()


def new_id(at: datetime) -> str:
    """Make an id that never stood before."""
    from clerk.domain.identifiers import ENTROPY_BYTES, uuid7  # noqa: PLC0415 - off the first frame

    return uuid7(at, os.urandom(ENTROPY_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """A desk that is open: its store and its counter."""

    store: DeskStore
    counter: Counter


def shipped_calendar() -> WorkCalendar:
    """Return the working calendar that comes with the program."""
    from clerk.usecases.calendar_file import read_calendar  # noqa: PLC0415 - off the first frame

    return read_calendar((resources() / "calendar" / "china.json").read_bytes())


def open_desk(
    folder: Path, *, clock: Clock = now, language: str = "zh_CN", pin_cost: Cost | None = None
) -> OpenDesk:
    """Open a window's store and put its counter together.

    Raises:
        StoreTrouble, ChainBroken: See ``open_store``.
    """
    from clerk.store.desk_store import open_store  # noqa: PLC0415 - SQLAlchemy off the first frame
    from clerk.store.sealed_key import PIN_COST  # noqa: PLC0415 - likewise
    from clerk.usecases.counter import Counter  # noqa: PLC0415 - off the first frame

    store = open_store(
        folder,
        scripts=shipped("db") / "local",
        calendar=shipped_calendar(),
        clock=clock,
        new_id=new_id,
        pin_cost=pin_cost or PIN_COST,
    )
    counter = Counter(
        begin=store.begin,
        clock=clock,
        new_id=new_id,
        calendar=store.calendar,
        desk=store.desk,
        pins=store.pins,
        language=language,
    )
    return OpenDesk(store=store, counter=counter)


def publish_shipped_catalogue(opened: OpenDesk) -> None:
    """Publish the lists that come with the program; a center replaces them by its own."""
    from clerk.usecases.import_catalogue import (  # noqa: PLC0415 - only for a new desk
        ImportCatalogue,
        import_catalogue,
    )

    for path in sorted((resources() / "catalogue").glob("*.json")):
        if path.stem.isupper():
            import_catalogue(ImportCatalogue(raw=path.read_bytes()), begin=opened.store.begin)


class Drawer:
    """Draws papers; what is wrong with the paper room's own files becomes an outage with words."""

    @cached_property
    def _room(self) -> PaperRoom:
        from clerk.paper.room import PaperRoom  # noqa: PLC0415 - reportlab off the way to the desk

        return PaperRoom(resources())

    def warm(self) -> None:
        """Load what every paper needs; a fault here is told when a paper is drawn."""
        with suppress(ClerkError):
            self._room.warm()

    def draw(self, paper: Paper, *, reprint: int = 0) -> bytes:
        with _faults_told():
            return self._room.draw(paper, reprint=reprint)

    def strip(self, paper: Paper, *, reprint: int = 0) -> bytes:
        with _faults_told():
            return self._room.for_a_roll(paper, reprint=reprint)

    def test_page(self, page: TestPage) -> bytes:
        """Draw the page that shows how a printer prints.

        Raises:
            PaperUndrawn: A font is in the way.
        """
        with _faults_told():
            return self._room.draw_test_page(page)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Tell what is wrong with the paper room's own files as an outage."""
    from clerk.paper.faults import FontFault, WordingFault  # noqa: PLC0415 - off the first frame
    from clerk.usecases.trouble import PaperUndrawn  # noqa: PLC0415 - likewise

    try:
        yield
    except WordingFault as fault:
        detail = " ".join(filter(None, (fault.reason, fault.key, fault.field)))
        raise PaperUndrawn(file=fault.file, detail=detail) from fault
    except FontFault as fault:
        raise PaperUndrawn(file=fault.file, detail=fault.reason) from fault


def printers_of(folder: Path) -> Printers:
    """Return the printers of a desk: the system's own, the roll, and a folder."""
    from clerk.paper.viewing import view  # noqa: PLC0415 - off the first frame
    from clerk.printing.cups_printer import Patience  # noqa: PLC0415
    from clerk.printing.desk_printers import DeskPrinters  # noqa: PLC0415

    ended = threading.Event()
    patience = Patience(pause=lambda: ended.wait(_BETWEEN_LOOKS_SECONDS))
    return DeskPrinters(folder, _spooler(patience), render=view, end=ended.set)


def _spooler(patience: Patience) -> Spooler:
    """Return the system's own printers: CUPS gets the PDF, Windows gets its pages drawn."""
    if sys.platform == "win32":
        return _windows(patience)
    from clerk.printing.cups import CupsQueues  # noqa: PLC0415 - off the first frame
    from clerk.printing.print_service import PrintService, service_address  # noqa: PLC0415

    service = PrintService(service_address(os.environ), user=getpass.getuser())
    return CupsQueues(service, patience)


def _windows(patience: Patience) -> Spooler:
    from clerk.paper.image import page_size  # noqa: PLC0415 - off the first frame
    from clerk.paper.viewing import view  # noqa: PLC0415
    from clerk.printing.windows_printer import WindowsQueues  # noqa: PLC0415
    from clerk.printing.winspool import WinSpool  # noqa: PLC0415
    from clerk.ui.windows_printers import Canvas, listed  # noqa: PLC0415 - Qt only in the window

    draw = Canvas(view, page_size).draw
    return WindowsQueues(WinSpool(), patience, listed=listed, draw=draw)


def folder_alone(folder: Path) -> Printers:
    """Return printers of which every paper becomes a PDF in ``papers`` of the folder."""
    from clerk.paper.viewing import view  # noqa: PLC0415 - off the first frame
    from clerk.printing.desk_printers import DeskPrinters, NoSpooler  # noqa: PLC0415

    return DeskPrinters(folder, NoSpooler(), render=view, end=lambda: None)


def make_program(
    opened: OpenDesk,
    drawer: Drawer,
    printers: Printers,
    *,
    tasks: Tasks,
    window: MainWindow | None = None,
    print_tasks: Tasks | None = None,
) -> Program:
    """Furnish a window on an open desk, or make one; closing the program closes the store."""
    from clerk.paper.viewing import view  # noqa: PLC0415 - pdfium off the first frame
    from clerk.ui.parts import Parts  # noqa: PLC0415 - likewise
    from clerk.ui.program import Program  # noqa: PLC0415 - Qt only here

    return Program(
        Parts(
            counter=opened.counter,
            reading=opened.store.reading,
            attachments=opened.store.attachments,
            drawer=drawer,
            printers=printers,
            render=view,
            rest=opened.store.rest,
            test_page=drawer.test_page,
            close=opened.store.close,
            check=opened.store.check,
        ),
        tasks,
        window,
        print_tasks,
    )
