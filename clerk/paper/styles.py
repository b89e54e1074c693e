"""The sizes of type and paper. Type in points, everything else in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clerk.paper.typeface import Face


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set: face, size in points, and height of its line in mm."""

    face: Face
    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """How far below the top of its line a text stands, in mm: the em box is centred."""
        em = self.size * 25.4 / 72
        return (self.leading - em) / 2 + em * _ASCENT


_ASCENT = 0.86  # of the em box, in the fonts used

TEXT, BOLD, TITLE = Face.TEXT, Face.BOLD, Face.TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A size of paper with the type that suits it.

    ``height`` is nought on a roll, which is cut where the text ends; ``module`` and
    ``qr_module`` are the widths of the codes' parts.
    """

    name: str
    width: float
    height: float
    module: float
    qr_module: float
    side: float  # margin left and right
    top: float  # of the codes on the first page
    bars: float  # height of the bars
    next_top: float  # of the body on later pages
    bottom: float  # of the body
    agency: Style
    title: Style
    body: Style
    strong: Style  # within or beside the body
    cell: Style
    cell_strong: Style
    note: Style
    small: Style
    gap: float  # between blocks
    line_gap: float  # between paragraphs
    padding: float  # in cells
    label: float  # width of a label's column
    seal: float  # radius of the seal's place

    @property
    def is_roll(self) -> bool:
        """Whether it is a narrow strip: no columns side by side, nothing beside the seal."""
        return self.height == 0

    @property
    def right(self) -> float:
        """Where the text ends on the right."""
        return self.width - self.side

    @property
    def measure(self) -> float:
        """How wide the text runs."""
        return self.width - 2 * self.side


def for_letters(form: Format) -> Format:
    """Return the format for a language in Latin letters, which look larger than characters."""
    smaller = {
        name: replace(style, size=style.size * _LETTERS, leading=style.leading * _LETTERS)
        for name in ("agency", "title", "body", "strong")
        for style in [getattr(form, name)]
    }
    return replace(form, **smaller)


_LETTERS = 0.9


def snug(form: Format) -> Format:
    """Return the format with its lines closer: a seal alone on a second sheet is worse."""
    styles = {
        name: replace(style, leading=style.leading * _SNUG)
        for name in ("body", "strong", "cell", "cell_strong", "note")
        for style in [getattr(form, name)]
    }
    return replace(
        form,
        **styles,
        gap=form.gap * _SNUG,
        padding=form.padding * _SNUG,
        seal=form.seal * _SNUG,
    )


_SNUG = 0.9

A4 = Format(
    name="A4",
    width=210,
    height=297,
    module=0.33,  # 145 of them are 48 mm
    qr_module=0.42,
    side=24,
    top=13,
    bars=9,
    next_top=26,
    bottom=19,
    agency=Style(TEXT, 15, 8.5),
    title=Style(TITLE, 23, 12),
    body=Style(TEXT, 12, 6.8),
    strong=Style(BOLD, 12, 6.8),
    cell=Style(TEXT, 10.5, 5.2),
    cell_strong=Style(BOLD, 10.5, 5.2),
    note=Style(TEXT, 9, 4.6),
    small=Style(TEXT, 8, 4.2),
    gap=3.0,
    line_gap=0.8,
    padding=1.1,
    label=33.5,
    seal=21,
)

A5 = Format(
    name="A5",
    width=148,
    height=210,
    module=0.33,
    qr_module=0.42,
    side=14,
    top=8,
    bars=7.5,
    next_top=20,
    bottom=13,
    agency=Style(TEXT, 12, 6.2),
    title=Style(TITLE, 18, 9.0),
    body=Style(TEXT, 10, 5.5),
    strong=Style(BOLD, 10, 5.5),
    cell=Style(TEXT, 9, 4.6),
    cell_strong=Style(BOLD, 9, 4.6),
    note=Style(TEXT, 8, 4.2),
    small=Style(TEXT, 7, 3.6),
    gap=2.0,
    line_gap=0.5,
    padding=0.9,
    label=28,
    seal=18,
)

ROLL = Format(
    name="roll",
    width=72,  # what an 80 mm printer prints: 576 dots, 8 each millimetre
    height=0,
    module=0.375,  # three dots: bars end where dots end
    qr_module=0.5,
    side=2.5,
    top=3,
    bars=10,
    next_top=3,
    bottom=3,
    agency=Style(TEXT, 10.5, 5.0),
    title=Style(TITLE, 14, 7.0),
    body=Style(BOLD, 9, 4.5),  # thin strokes do not survive one bit at 203 dpi
    strong=Style(BOLD, 9, 4.5),
    cell=Style(BOLD, 8.5, 4.2),
    cell_strong=Style(BOLD, 8.5, 4.2),
    note=Style(BOLD, 8, 4.0),
    small=Style(BOLD, 8, 4.0),
    gap=2.0,
    line_gap=0.6,
    padding=0.8,
    label=17.5,
    seal=19,
)
