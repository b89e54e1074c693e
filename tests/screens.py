"""Draws every page of the sample desk in both languages, and every paper, for eyes.

python3 packaging/dev.py screens [--out DIR]
"""

import argparse
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from clerk import bootstrap
from clerk.cli import demo, sample
from clerk.ui.app import dress
from clerk.ui.tasks import DirectTasks
from clerk.ui.theme import RARE_FONTS, load_fonts
from clerk.usecases.language import use_language
from tests.paper.specimens import write_specimens

SIZES = ((1366, 768), (1920, 1080), (1280, 720))


def main() -> None:
    """Write the pictures and say where."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("screens"))
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for language in ("zh_CN", "en"):
        use_language(language, bootstrap.resources())
        dress(app, resources=bootstrap.resources())
        load_fonts(bootstrap.resources() / "fonts", RARE_FONTS)
        with tempfile.TemporaryDirectory() as folder:
            draw_pages(Path(folder), out, language)
    write_specimens(out)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")


def draw_pages(folder: Path, out: Path, language: str) -> None:
    """Draw the sign-in and every page at the usual size, the accept page at all sizes."""
    demo.make_desk(folder / "desk")
    opened = bootstrap.open_desk(folder / "desk")
    program = bootstrap.make_program(
        opened, bootstrap.Drawer(), bootstrap.folder_alone(folder), tasks=DirectTasks()
    )
    window = program.window
    window.show()
    shoot(window, out / f"sign-in.{language}.png")
    program.let_in(sample.CHIEF)
    for place, name in enumerate(("accept", "cases", "sign-off", "hand-over", "printers")):
        window.show_page(place)
        shoot(window, out / f"{name}.{language}.png")
    window.show_page(0)
    program.accept.presenter.choose_item("SCJG-005")
    shoot(window, out / f"accept-food.{language}.png")
    for size in SIZES[1:]:
        window.resize(*size)
        shoot(window, out / f"accept-{size[0]}.{language}.png")
    program.close()
    window.close()
    window.deleteLater()


def shoot(window: object, path: Path) -> None:
    """Let everything settle, then write what is on the window."""
    for _ in range(5):
        QApplication.processEvents()
    window.grab().save(str(path))


if __name__ == "__main__":
    main()
