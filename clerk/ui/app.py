"""Makes the program's one application object, with its fonts, language and look."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from clerk.ui.theme import FIRST_FONTS, RARE_FONTS, Theme, current, load_fonts
from clerk.usecases.language import CHINESE, current_language

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence
    from pathlib import Path

_FCITX = ("fcitx", "fcitx5")


def prefer_ibus(surroundings: MutableMapping[str, str]) -> None:
    """Let fcitx answer through its ibus door: Qt's wheels carry no fcitx plugin.

    Without this, desktops that set ``fcitx`` give raw Latin letters and nothing else.
    """
    if surroundings.get("QT_IM_MODULE", "").lower() in _FCITX:
        surroundings["QT_IM_MODULE"] = "ibus"
    modules = surroundings.get("QT_IM_MODULES", "")
    if any(each in _FCITX for each in modules.lower().split(";")):
        surroundings["QT_IM_MODULES"] = "ibus"


def make_application(
    arguments: Sequence[str], *, resources: Path, theme: str = "light", scale: float = 1.0
) -> QApplication:
    """Make the application; `clerk.usecases.language` was told the language before.

    The rare fonts wait until the first frame is up: see `load_rare_fonts_soon`.
    """
    prefer_ibus(os.environ)
    app = QApplication(list(arguments))
    dress(app, resources=resources, theme=theme, scale=scale)
    return app


def dress(app: QApplication, *, resources: Path, theme: str = "light", scale: float = 1.0) -> None:
    """Give an application our language, fonts and look."""
    app.setApplicationName("clerk")
    speak_our_language(app)
    load_fonts(resources / "fonts", FIRST_FONTS)
    Theme.load(resources, theme, scale).apply(app)


def speak_our_language(app: QApplication) -> None:
    """Set the locale and load Qt's own words: its buttons and menus follow ours."""
    chinese = current_language() == CHINESE
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_GB"))
    if chinese:
        words = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load("qtbase_zh_CN", folder):
            app.installTranslator(words)


def load_rare_fonts_soon(app: QApplication, resources: Path) -> None:
    """Load the thirty megabytes of rare characters once the window stands."""

    def load() -> None:
        load_fonts(resources / "fonts", RARE_FONTS)
        app.setFont(current().font())

    QTimer.singleShot(0, app, load)
