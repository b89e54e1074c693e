import pytest
from PySide6.QtGui import QGuiApplication

from clerk.ui.crash import CrashDialog, CrashWatch, report_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def error():
    try:
        {}["case"]
    except KeyError as raised:
        return raised


def test_the_store_is_closed_before_anything_is_shown(error, capsys):
    order = []
    watch = CrashWatch(version="0", close=lambda: order.append("close"), show=order.append,
                       leave=order.append)  # fmt: skip

    watch.tell(type(error), error, error.__traceback__)

    assert order[0] == "close"
    assert "KeyError: 'case'" in order[1]
    assert order[2] == 1
    assert "KeyError" in capsys.readouterr().err


def test_what_follows_from_the_first_error_is_not_shown_again(error):
    shown = []
    watch = CrashWatch(version="0", close=lambda: None, show=shown.append, leave=abs)

    watch.tell(type(error), error, error.__traceback__)
    watch.tell(type(error), error, error.__traceback__)

    assert len(shown) == 1


def test_a_store_that_cannot_close_does_not_silence_the_report(error):
    shown = []

    def fail():
        raise OSError

    watch = CrashWatch(version="0", close=fail, show=shown.append, leave=abs)
    with pytest.raises(OSError):  # noqa: PT011 any of them
        watch.tell(type(error), error, error.__traceback__)

    assert len(shown) == 1


def test_the_report_can_be_copied(error, qtbot):
    dialog = CrashDialog(report_of(error, "1.2.3"))
    qtbot.addWidget(dialog)

    dialog.copy()

    copied = QGuiApplication.clipboard().text()
    assert "clerk 1.2.3" in copied
    assert "KeyError" in copied
