"""The one style sheet, written from the tokens. Painted widgets ask the theme themselves."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 16, 18, 20, 28, 64)

_SHEET = Template("""
QWidget { color: $text; font-size: ${size_text}px; }
QMainWindow, QDialog, #desk, #signIn { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $field_quiet; padding: ${px6}px; }

QLabel { background: transparent; }
*[role="title"] { font-size: ${size_title}px; font-weight: bold; }
*[role="heading"] { font-size: ${size_heading}px; font-weight: bold; color: $heading; }
*[role="hint"] { font-size: ${size_heading}px; font-weight: bold; color: $muted; }
*[role="muted"] { color: $muted; }
*[role="small"] { font-size: ${size_small}px; color: $muted; }
*[role="label"] { font-size: ${size_label}px; color: $muted; }
*[role="strong"] { font-weight: bold; }
*[role="number"] { font-size: ${size_number}px; }
*[role="error"] { font-size: ${size_small}px; color: $danger; }
*[role="key"] { font-size: ${size_key}px; color: $heading; background: $surface;
  border: 1px solid $field_quiet; border-bottom-width: 2px; border-radius: ${px4}px;
  padding: 0 ${px5}px; }
*[role="panel"] { background: $sunken; border-radius: ${px8}px; }

Card, #card { background: $surface; border: 1px solid $border;
  border-radius: ${size_radius_card}px; }
#topBar, #statusLine { background: $surface; }
#topBar { border-bottom: 1px solid $border; }
#statusLine { border-top: 1px solid $border; }
#statusLine QLabel { font-size: ${size_small}px; color: $muted; }
#rail { background: $surface; border-right: 1px solid $border; }
#logo { background: $primary; color: $on_primary; border-radius: ${px8}px; font-weight: bold; }
#scrim { background: $scrim; }
#toast { background: $text; color: $surface; border-radius: ${px8}px;
  padding: ${px10}px ${px16}px; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {
  background: $surface; border: 1px solid $field; border-radius: ${size_radius}px;
  padding: 0 ${px10}px; selection-background-color: $primary; selection-color: $on_primary; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: ${size_field}px;
  max-height: ${size_field}px; }
QPlainTextEdit { padding: ${px4}px ${px6}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
  border: 2px solid $focus; padding-left: ${px9}px; }
QPlainTextEdit:focus { padding-left: ${px5}px; }
*[state="good"] { border-color: $good_border; }
*[state="bad"] { border-color: $danger; }
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $sunken; color: $muted; border-color: $field_quiet; }
QComboBox::drop-down { border: none; width: ${px20}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $field;
  selection-background-color: $selected; selection-color: $text; outline: 0; padding: ${px4}px; }

QPushButton { background: $surface; border: 1px solid $field; border-radius: ${size_radius}px;
  padding: 0 ${px12}px; min-height: ${px28}px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; }
QPushButton:disabled { color: $faded; border-color: $field_quiet; }
QToolButton { border: 1px solid transparent; border-radius: ${px6}px; padding: ${px3}px;
  background: transparent; }
QToolButton::menu-indicator { image: none; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $focus; }
QCheckBox, QRadioButton { spacing: ${px6}px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { background: $selected; border-radius: ${px4}px; }

QListView, QTreeView, QTableView, QScrollArea { background: $surface; border: none; outline: 0; }
QListView:focus { border: none; }
QTabBar::tab { background: $grey_fill; color: $grey_text; border-radius: ${px10}px;
  padding: ${px2}px ${px10}px; margin-right: ${px4}px; font-weight: bold;
  font-size: ${size_small}px; border: 2px solid transparent; }
QTabBar::tab:selected { background: $selected; color: $primary; }
QTabBar::tab:focus:selected { border-color: $focus; }
QTabWidget::pane { border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $border; padding: ${px4}px ${px8}px; font-size: ${size_small}px; }

QMenu { background: $surface; border: 1px solid $field_quiet; padding: ${px4}px; }
QMenu::item { padding: ${px6}px ${px16}px; border-radius: ${px4}px; }
QMenu::item:selected { background: $selected; }
QScrollBar:vertical { background: transparent; width: ${px10}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${px10}px; margin: 0; }
QScrollBar::handle { background: $field_quiet; border-radius: ${px4}px; margin: ${px2}px;
  min-height: ${px28}px; min-width: ${px28}px; }
QScrollBar::handle:hover { background: $field; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(
    colours: Mapping[str, str], size: Callable[[str], int], px: Callable[[float], int]
) -> str:
    """Write the style sheet for these colours at one text size."""
    sizes = ("text", "small", "label", "heading", "title", "number", "key", "button", "radius")
    words = dict(colours)
    words |= {f"size_{name}": str(size(name)) for name in (*sizes, "radius_card", "field")}
    words |= {f"px{length}": str(px(length)) for length in _LENGTHS}
    return _SHEET.substitute(words, grey_fill=colours["hover"], grey_text=colours["muted"])
