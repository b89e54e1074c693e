"""Every page can be drawn in both languages, with every paper; somebody then looks at them."""

import subprocess
import sys

from PIL import Image

from clerk.domain.papers import PaperKind

PAGES = ("sign-in", "accept", "accept-food", "cases", "sign-off", "hand-over")
STATES = ("accept-told", "cases-chief", "cases-application", "cases-moves", "cases-none")


def test_every_page_is_drawn_in_both_languages(tmp_path):
    command = [sys.executable, "-m", "tests.screens", "--usual", "--out", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in PAGES + STATES:
        pictures = [Image.open(tmp_path / f"{page}.{each}.png") for each in ("zh_CN", "en")]
        assert [each.size for each in pictures] == [(1366, 768)] * 2
        assert len(pictures[0].getcolors(1_000_000)) > 50
        assert pictures[0].tobytes() != pictures[1].tobytes()
    assert len(list(tmp_path.glob("*.pdf"))) == 2 * len(PaperKind)
