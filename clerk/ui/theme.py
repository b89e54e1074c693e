"""How the desk looks: colours, sizes and fonts, read from tokens and applied in one place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from clerk.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from clerk.ui.rows import Tone

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75)
"""The sizes of text a person can choose from."""

FAMILIES = ("Noto Sans SC", "ClerkRare B", "ClerkRare C")
FIRST_FONTS = ("ClerkSans-L2.ttf", "ClerkSansBold-TGH.ttf")
RARE_FONTS = ("ClerkRareB-L3.ttf", "ClerkRareC-GHI.ttf")
_PROPERTY = "clerkTheme"
_ICON_RATIOS = (1, 2)


@dataclass(frozen=True, slots=True)
class ChipColours:
    """The two colours of a chip."""

    text: QColor
    fill: QColor


@dataclass(frozen=True)
class Theme:
    """One set of tokens at one text size. ``icons`` is the folder of outlines."""

    name: str
    colours: dict[str, str]
    chips: dict[str, dict[str, str]]
    sizes: dict[str, int]
    icons: Path
    scale: float = 1.0
    _icon_cache: dict[tuple[str, str, int], QIcon] = field(default_factory=dict, compare=False)
    _font_cache: dict[tuple[str, bool], QFont] = field(default_factory=dict, compare=False)

    @staticmethod
    def load(resources: Path, name: str = "light", scale: float = 1.0) -> Theme:
        """Read the tokens of ``resources/theme/<name>.toml``."""
        tokens = tomllib.loads((resources / "theme" / f"{name}.toml").read_text(encoding="utf-8"))
        return Theme(
            name=name,
            colours=tokens["colours"],
            chips=tokens["chips"],
            sizes=tokens["sizes"],
            icons=resources / "icons",
            scale=min(max(scale, SCALES[0]), SCALES[-1]),
        )

    def color(self, name: str) -> QColor:
        """Return one colour by the name of its use."""
        return QColor(self.colours[name])

    def chip(self, tone: Tone) -> ChipColours:
        """Return the colours of a chip."""
        pair = self.chips[tone.value]
        return ChipColours(QColor(pair["text"]), QColor(pair["fill"]))

    def px(self, length: float) -> int:
        """Return a length at this text size, in device-independent pixels."""
        return round(length * self.scale)

    def size(self, name: str) -> int:
        """Return one of the named sizes, scaled."""
        return self.px(self.sizes[name])

    def font(self, size: str = "text", *, bold: bool = False) -> QFont:
        """Return the desk's font, with every rare character at its end of the chain."""
        key = (size, bold)
        if key not in self._font_cache:
            made = QFont()
            made.setFamilies(list(FAMILIES))
            made.setPixelSize(self.size(size))
            made.setBold(bold)
            self._font_cache[key] = made
        return QFont(self._font_cache[key])

    def icon(self, name: str, colour: str = "muted", size: int = 20) -> QIcon:
        """Return an outline in one of the theme's colours."""
        key = (name, colour, size)
        if key not in self._icon_cache:
            self._icon_cache[key] = self._drawn_icon(name, self.colours[colour], self.px(size))
        return self._icon_cache[key]

    def _drawn_icon(self, name: str, colour: str, size: int) -> QIcon:
        outline = (self.icons / f"{name}.svg").read_text(encoding="utf-8")
        drawing = QSvgRenderer(QByteArray(outline.replace("currentColor", colour).encode()))
        icon = QIcon()
        for ratio in _ICON_RATIOS:
            picture = QPixmap(size * ratio, size * ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            drawing.render(painter, QRectF(0, 0, size * ratio, size * ratio))
            painter.end()
            picture.setDevicePixelRatio(ratio)
            icon.addPixmap(picture)
        return icon

    def palette(self) -> QPalette:
        """Return the palette for what the style sheet does not name."""
        roles = QPalette.ColorRole
        made = QPalette()
        for role, name in (
            (roles.Window, "window"),
            (roles.WindowText, "text"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunken"),
            (roles.Text, "text"),
            (roles.Button, "surface"),
            (roles.ButtonText, "text"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "text"),
            (roles.Highlight, "primary"),
            (roles.HighlightedText, "on_primary"),
            (roles.PlaceholderText, "faded"),
            (roles.Link, "primary"),
            (roles.Mid, "border"),
        ):
            made.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            made.setColor(QPalette.ColorGroup.Disabled, role, self.color("faded"))
        return made

    def apply(self, app: QApplication) -> None:
        """Make this the look of the program. May be called again, with another size or name."""
        app.setProperty(_PROPERTY, self)
        app.setStyle("Fusion")
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self.colours, self.size, self.px))


def current() -> Theme:
    """Return the theme in force.

    Raises:
        LookupError: None was applied yet.
    """
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app else None
    if theme is None:
        raise LookupError
    return cast("Theme", theme)


def load_fonts(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Add font files to the program and return those that could not be read.

    A missing font costs some characters, not the day: the caller may tell of it.
    """
    lacking = []
    for name in names:
        path = folder / name
        if not path.is_file() or QFontDatabase.addApplicationFont(str(path)) < 0:
            lacking.append(name)
    return tuple(lacking)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the style sheet's roles, such as title, muted or error."""
    widget.setProperty("role", role)
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
