import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QRawFont
from PySide6.QtWidgets import QLabel, QLineEdit

from clerk.ui import theme
from clerk.ui.rows import Tone
from clerk.ui.theme import FAMILIES, Theme, load_fonts

pytestmark = pytest.mark.usefixtures("qapp")

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LOOKS = ("light", "dark")
TEXTS = (
    *product(
        ("text", "heading", "muted", "primary", "danger", "good"), ("surface", "sunken", "window")
    ),
    *product(("text", "muted"), ("selected", "hover")),
    ("muted", "border"),
    ("primary", "selected"),
    ("heading", "selected"),
    ("faded", "surface"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_badge", "badge"),
)
EDGES = (
    ("field", "surface"),
    ("focus", "surface"),
    ("focus", "window"),
    ("good_border", "surface"),
    ("danger_border", "surface"),
    ("primary", "surface"),
)
RARE = "䶮𨭎𬍛𪩘𰻝·"


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_measures_it():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_words_stand_out_from_their_ground(look, ink, ground):
    tokens = Theme.load(RESOURCES, look)

    assert contrast(tokens.color(ink), tokens.color(ground)) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("tone", Tone)
def test_a_chip_can_be_read(look, tone):
    chip = Theme.load(RESOURCES, look).chip(tone)

    assert contrast(chip.text, chip.fill) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_and_the_focus_can_be_seen(look, edge, ground):
    tokens = Theme.load(RESOURCES, look)

    assert contrast(tokens.color(edge), tokens.color(ground)) >= 3


@pytest.mark.parametrize("look", LOOKS)
def test_both_looks_name_the_same_things(look):
    tokens, light = Theme.load(RESOURCES, look), Theme.load(RESOURCES)

    assert (tokens.colours.keys(), tokens.chips.keys(), tokens.sizes.keys()) == (
        light.colours.keys(),
        light.chips.keys(),
        light.sizes.keys(),
    )


@pytest.mark.parametrize("character", RARE)
def test_every_rare_character_of_a_name_has_a_glyph_in_the_chain(character):
    in_chain = []
    for family in FAMILIES:
        font = theme.current().font()
        font.setFamilies([family])
        in_chain.append(QRawFont.fromFont(font).supportsCharacter(ord(character)))

    assert any(in_chain)


def test_digits_are_all_as_wide_so_that_numbers_align():
    measure = QFontMetrics(theme.current().font())

    assert len({measure.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_font_that_is_not_there_is_told_and_costs_nothing_else(tmp_path):
    assert load_fonts(tmp_path, ("NotThere.ttf",)) == ("NotThere.ttf",)


def test_a_file_that_is_no_font_is_told(tmp_path, qtlog):
    (tmp_path / "Broken.ttf").write_bytes(b"not a font")

    with qtlog.disabled():
        assert load_fonts(tmp_path, ("Broken.ttf",)) == ("Broken.ttf",)


def test_larger_text_makes_fields_and_words_grow_together(qapp, qtbot):
    usual = theme.current()
    label, field = QLabel("受理"), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    label.ensurePolished()
    before = label.sizeHint().height(), field.sizeHint().height()
    try:
        Theme.load(RESOURCES, "light", 1.75).apply(qapp)
        label.ensurePolished()
        after = label.sizeHint().height(), field.sizeHint().height()
    finally:
        usual.apply(qapp)

    assert after[0] > before[0] * 1.5
    assert after[1] > before[1] * 1.5


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.3, 1.3), (9.0, 1.75)])
def test_the_size_of_text_keeps_within_what_the_pages_can_bear(asked, given):
    assert Theme.load(RESOURCES, "light", asked).scale == given


def test_an_icon_takes_the_colour_of_its_use():
    look = theme.current()
    picture = look.icon("lock", "danger").pixmap(20).toImage()

    inks = {picture.pixelColor(x, y).name() for x in range(20) for y in range(20)
            if picture.pixelColor(x, y).alpha() == 255}  # fmt: skip

    assert look.color("danger").name() in inks


RARE_FONTS_LATE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QLabel
from clerk.ui.app import load_rare_fonts_soon, make_application
app = make_application(["late"], resources=Path(sys.argv[1]))
label = QLabel("𬍛𪩘𰻝")
label.show()
app.processEvents()
before = label.grab().toImage()
load_rare_fonts_soon(app, Path(sys.argv[1]))
app.processEvents()
app.processEvents()
sys.exit(0 if label.grab().toImage() != before else 1)
"""


def test_rare_characters_appear_once_their_fonts_have_come_after_the_first_frame():
    done = subprocess.run(
        [sys.executable, "-c", RARE_FONTS_LATE, str(RESOURCES)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=RESOURCES.parent,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0
