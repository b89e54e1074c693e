"""Draws every page of the sample desk in both languages, and every paper, for eyes.

python3 packaging/dev.py screens [--out DIR]
"""

import argparse
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from clerk import bootstrap
from clerk.cli import demo, sample
from clerk.domain.checklist import LineStatus
from clerk.domain.stages import Action
from clerk.paper.room import PaperRoom
from clerk.paper.specimens import write_specimens
from clerk.ui.app import dress
from clerk.ui.pages.case_parts.dossier import APPLICATION, HISTORY, PAPERS
from clerk.ui.presenters.applicant_form import fields_from
from clerk.ui.tasks import DirectTasks
from clerk.ui.theme import RARE_FONTS, load_fonts
from clerk.usecases.language import use_language
from clerk.usecases.lines import Queue
from tests.paper.specimens import RESOURCES

SIZES = ((1366, 768), (1920, 1080), (1280, 720))
USUAL = (("zh_CN", "light", 1.0), ("en", "light", 1.0))
"""Language, theme and size of text."""
FURTHER = (("zh_CN", "dark", 1.0), ("en", "light", 1.5))
PAGES = ("accept", "cases", "sign-off", "hand-over", "printers")
ACCEPT, CASES = 0, 1


def main() -> None:
    """Write the pictures and say where."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("screens"))
    parser.add_argument("--usual", action="store_true", help="neither dark, nor large, nor resized")
    chosen = parser.parse_args()
    out = chosen.out
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for language, theme, scale in USUAL if chosen.usual else USUAL + FURTHER:
        use_language(language, bootstrap.resources())
        dress(app, resources=bootstrap.resources(), theme=theme, scale=scale)
        load_fonts(bootstrap.resources() / "fonts", RARE_FONTS)
        with tempfile.TemporaryDirectory() as folder:
            name = language if theme == "light" else f"{language}.{theme}"
            Eyes(Path(folder), out, name).draw(() if chosen.usual else SIZES[1:], scale)
    write_specimens(out, PaperRoom(RESOURCES), RESOURCES)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")


class Eyes:
    """Walks through the window of a sample desk and draws what a clerk would see."""

    def __init__(self, folder: Path, out: Path, look: str) -> None:
        demo.make_desk(folder / "desk")
        opened = bootstrap.open_desk(folder / "desk")
        self.program = bootstrap.make_program(
            opened, bootstrap.Drawer(), bootstrap.folder_alone(folder), tasks=DirectTasks()
        )
        self.window = self.program.window
        self.out = out
        self.look = look

    def draw(self, sizes: tuple[tuple[int, int], ...], scale: float) -> None:
        """Draw the usual size and these, or one large window where the text is large."""
        self.window.show()
        if scale == 1.0:
            self.pages()
            self.states()
        else:
            self.look += ".large"
            self.window.resize(*SIZES[1])
            self.pages()
            sizes = ()
        for width, height in sizes:
            self.window.resize(width, height)
            for place, name in enumerate(PAGES):
                self.window.show_page(place)
                self.shoot(f"{name}-{width}")
        self.program.close()
        self.window.close()
        self.window.deleteLater()

    def pages(self) -> None:
        """Draw the sign-in and every page as it opens."""
        self.shoot("sign-in")
        self.program.let_in(sample.CLERK)
        for place, name in enumerate(PAGES):
            self.window.show_page(place)
            self.shoot(name)

    def states(self) -> None:
        """Draw what only shows while something is being done."""
        self.window.show_page(ACCEPT)
        accept = self.program.accept.presenter
        accept.choose_item("SCJG-005")
        self.shoot("accept-food")
        for question in accept.sheet.item.situations:
            accept.answer(question.id, question.answers[-1].id)
        for name, value in fields_from(sample.shop(41)).items():
            accept.set_field(name, value)
        accept.mark_all()
        accept.mark(accept.sheet.checklist.required()[-1].prerequisite.id, LineStatus.MISSING)
        self.shoot("accept-told")
        self.window.show_page(CASES)
        page = self.program.cases
        page.presenter.list.choose_queue(Queue.WITH_APPLICANT)
        page.presenter.case.begin(Action.ISSUE_NOTICE)
        page.presenter.case.submit()
        self.shoot("cases-chief")
        page.presenter.case.chief.close()
        page.presenter.case.cancel()
        page.presenter.list.choose_queue(Queue.RETURNED)
        for part, name in ((APPLICATION, "application"), (PAPERS, "papers"), (HISTORY, "history")):
            page.pane.dossier.tabs.setCurrentIndex(part)
            self.shoot(f"cases-{name}")
        page.steps.more.click()
        self.shoot("cases-moves")
        page.presenter.case.begin(Action.ARRANGE_VISIT)
        self.shoot("cases-visit")
        page.presenter.case.cancel()
        page.search("zzz")
        self.shoot("cases-none")
        page.presenter.list.choose_queue(Queue.TO_DO)

    def shoot(self, name: str) -> None:
        """Let everything settle, then write what is on the window."""
        self.program.accept.presenter.preview.draw()
        for _ in range(5):
            QApplication.processEvents()
        self.window.grab().save(str(self.out / f"{name}.{self.look}.png"))


if __name__ == "__main__":
    main()
