"""The window opened while its store still opens: what is waited for comes first.

Before the first frame nothing is read but what the sign-in needs; SQLAlchemy, the rules and the
pages are read on the worker behind it, while a name and a PIN are typed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from clerk import bootstrap

if TYPE_CHECKING:
    from pathlib import Path

    from clerk.bootstrap import Drawer, OpenDesk
    from clerk.domain.refusals import ClerkError
    from clerk.domain.staff import Staff
    from clerk.ui.program import Program
    from clerk.ui.rows import StaffRow
    from clerk.usecases.printers import Printers

_A_MOMENT_S = 1.0


class Opening:
    """A desk being opened on the worker, while the sign-in is on show already."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.desk: OpenDesk | None = None
        self.trouble: ClerkError | None = None

    def people(self) -> tuple[StaffRow, ...]:
        """Look who may sign in, before anything is opened; runs on the worker."""
        from clerk.domain.staff import StaffId  # noqa: PLC0415 - off the first frame
        from clerk.store.first_look import people_at  # noqa: PLC0415 - likewise
        from clerk.ui.rows import StaffRow  # noqa: PLC0415 - likewise

        found = people_at(self._folder / "clerk.sqlite")
        return tuple(
            StaffRow(id=StaffId(each.id), number=each.number, name=each.name, post=each.post)
            for each in found
        )

    def open(self) -> tuple[OpenDesk, Drawer, Printers]:
        """Open the store and the printers, and read what the desk is made of; on the worker."""
        self.desk = bootstrap.open_desk(self._folder)
        self.desk.store.patience_s = _A_MOMENT_S
        import clerk.ui.desk_view  # noqa: PLC0415 - so that the screen's thread need not
        import clerk.ui.program  # noqa: F401, PLC0415 - likewise

        return self.desk, bootstrap.Drawer(), bootstrap.printers_of(self._folder)

    def verify(self, who: str, pin: str) -> Staff:
        """Check a PIN; the worker comes to this after the opening."""
        from clerk.usecases.sign_in import sign_in  # noqa: PLC0415 - off the first frame
        from clerk.usecases.trouble import StoreTrouble  # noqa: PLC0415 - likewise

        if self.desk is None:
            raise self.trouble or StoreTrouble(cause="missing", path=str(self._folder))
        return sign_in(who, pin, self.desk.store.reading, self.desk.counter.pins)


def run_window(folder: Path, *, demo: tuple[Staff, str] | None = None) -> int:
    """Show the window, open the desk behind it, and return when the window is closed.

    Args:
        folder: The desk.
        demo: Who is signed in without asking, with their PIN; the throw-away desk only.

    Raises:
        StoreTrouble: The desk cannot be opened.
    """
    from clerk.ui.app import load_rare_fonts_soon, make_application  # noqa: PLC0415 - Qt only here
    from clerk.ui.background import BackgroundTasks  # noqa: PLC0415
    from clerk.ui.garbage import Garbage  # noqa: PLC0415
    from clerk.ui.main_window import MainWindow  # noqa: PLC0415

    app = make_application(["clerk"], resources=bootstrap.resources())
    tasks, print_tasks = BackgroundTasks(), BackgroundTasks("clerk-printers")
    opening, garbage = Opening(folder), Garbage(app)
    window = MainWindow(verify=opening.verify, tasks=tasks)
    programs: list[Program] = []

    def begin() -> None:
        tasks.run(opening.people, then=window.sign_in.set_staff, otherwise=give_up)
        tasks.run(opening.open, then=furnish, otherwise=give_up)

    def furnish(answer: tuple[OpenDesk, Drawer, Printers]) -> None:
        opened, drawer, printers = answer
        program = bootstrap.make_program(
            opened, drawer, printers, tasks=tasks, window=window, print_tasks=print_tasks
        )
        programs.append(program)
        program.when_at_work(drawer.warm)
        if demo is not None:
            person, pin = demo
            tasks.run(
                partial(opened.counter.pins.sign_in, person.id, pin),
                then=lambda _done: program.let_in(person),
                otherwise=give_up,
            )
        program.make_ready()
        load_rare_fonts_soon(app, bootstrap.resources())
        garbage.keep_what_stands()

    def give_up(trouble: ClerkError) -> None:
        opening.trouble = trouble
        app.quit()

    window.painted.connect(begin)
    window.show()
    try:
        code = app.exec()
    finally:
        for program in programs:
            program.close()
        print_tasks.close()
        tasks.close()
        if opening.desk and not programs:
            opening.desk.store.close()
        garbage.stop()
    if opening.trouble:
        raise opening.trouble
    return code
