"""What is read before the first frame: the less, the sooner it stands."""

import os
import sys
from subprocess import run

READ_BEFORE = {
    "domain.refusals",
    "domain.staff",
    "domain.stages",
    "domain.text",
    "usecases.language",
}
TOO_MUCH = {"PIL", "argon2", "asyncio", "cryptography", "pypdfium2", "reportlab", "sqlalchemy"}
AT_THE_FIRST_EVENT = """
import sys
from PySide6 import QtWidgets

class Stopped(QtWidgets.QApplication):
    def exec(self):
        print("\\n".join(sys.modules))
        return 0

QtWidgets.QApplication = Stopped
from clerk.cli.main import main
main(["--desk", sys.argv[1]])
"""


def test_nothing_is_read_before_the_first_frame_that_the_sign_in_does_not_need(tmp_path):
    done = run(
        [sys.executable, "-c", AT_THE_FIRST_EVENT, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )
    modules = set(done.stdout.split())

    assert "clerk.ui.sign_in" in modules
    assert {each.partition(".")[0] for each in modules} & TOO_MUCH == set()
    rules = {
        each.removeprefix("clerk.")
        for each in modules
        if each.startswith(("clerk.domain.", "clerk.usecases.", "clerk.store.", "clerk.ui.pages."))
    }
    assert rules <= READ_BEFORE
