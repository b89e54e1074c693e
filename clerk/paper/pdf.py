"""The PDF a paper becomes: pages of marks and the few glyphs they use.

Fonts are embedded as composite fonts (two-byte codes, PDF 32000-1 9.7), one subset each.
The library's own fonts hold 256 characters and write five-digit code points that copy and
search as other characters; here every character maps back to UTF-16, pairs included. What
is written depends on the marks alone: no clock, no environment, no order of earlier papers.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from clerk.paper.font_subset import subset
from clerk.paper.typeface import HEAVIER, POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from clerk.paper.marks import Circle, Mark, Rects, Rule, Words
    from clerk.paper.typeface import Glyph, Typefaces

_SYMBOLIC = 4
_STEM = 80
_HEAVIER_STROKE = 0.024  # of the size
_MAPPED_AT_ONCE = 100
_QUADRANT = 0.5523  # how far a circle's control points stand off, of its radius


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the document says of itself."""

    title: str
    author: str
    language: str
    made_at: datetime
    code: str = ""


class _Used:
    """The characters of one font that a document uses, numbered as they come."""

    def __init__(self, name: str, resource: str):
        self.name = name
        self.resource = resource
        self.codes: dict[str, int] = {}
        self.glyphs: list[Glyph] = []

    def code(self, character: str, glyph: Glyph) -> int:
        """Return the two-byte code of a character."""
        found = self.codes.get(character)
        if found is None:
            self.glyphs.append(glyph)
            found = self.codes[character] = len(self.glyphs)
        return found


class Pdf:
    """A document being written, page by page."""

    def __init__(self, faces: Typefaces, about: About):
        self._faces = faces
        self._about = about
        self._used: dict[str, _Used] = {}
        self._pages: list[tuple[float, float, str]] = []

    def page(self, width: float, height: float, marks: Sequence[tuple[float, Mark]]) -> None:
        """Add a page, ``width`` by ``height`` millimetres; each mark with its top."""
        pen = _Pen(self, height)
        for top, mark in marks:
            mark.draw(pen, top)
        self._pages.append((width * POINTS_PER_MM, height * POINTS_PER_MM, pen.written()))

    def runs(self, words: Words) -> str:
        """Return the operators that show a piece of text."""
        style, pieces = words.style, []
        for name, glyphs in groupby(self._glyphs(words), key=lambda each: each[1].font):
            used = self._use(name)
            heavier = name in HEAVIER[style.face]
            mode = f"2 Tr {style.size * _HEAVIER_STROKE:.3g} w" if heavier else "0 Tr"
            codes = "".join([f"{used.code(each, glyph):04x}" for each, glyph in glyphs])
            pieces.append(f"/{used.resource} {style.size:g} Tf {mode} <{codes}> Tj")
        return " ".join(pieces)

    def _glyphs(self, words: Words) -> Iterator[tuple[str, Glyph]]:
        for each in words.text:
            yield each, self._faces.glyph(words.style.face, each)

    def finish(self) -> bytes:
        """Return the finished file."""
        document = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, lang=self._about.language)
        document.Catalog.Outlines = None
        self._describe(document)
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        for used in self._used.values():
            fonts[used.resource] = document.Reference(self._font(document, used))
        for width, height, content in self._pages:
            page = pdfdoc.PDFPage()
            page.MediaBox = pdfdoc.PDFArray([0, 0, round(width, 2), round(height, 2)])
            page.Contents = _stream(content.encode("ascii"))
            page.Resources = pdfdoc.PDFResourceDictionary()
            page.Resources.basicFonts()
            document.addPage(page)
        return bytes(document.format())

    def _use(self, name: str) -> _Used:
        if name not in self._used:
            self._used[name] = _Used(name, f"F{len(self._used) + 1}")
        return self._used[name]

    def _describe(self, document: Any) -> None:  # reportlab has no types
        about = self._about
        document.setTitle(about.title)
        document.setAuthor(about.author)
        document.setSubject(about.code)
        document.setCreator("clerk")
        made = f"D:{about.made_at:%Y%m%d%H%M%S}"
        document.setDateFormatter(lambda *_now: made)
        document.signature = hashlib.md5(usedforsecurity=False)
        for _width, _height, content in self._pages:
            document.updateSignature(content)
        document.updateSignature(f"{about}")

    def _font(self, document: Any, used: _Used) -> Any:
        letters = hashlib.sha256("".join(used.codes).encode()).digest()[:6]
        prefix = "".join(chr(ord("A") + each % 26) for each in letters)
        base = pdfdoc.PDFName(f"{prefix}+{used.name}")
        name = pdfdoc.PDFName
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        widths = pdfdoc.PDFArrayCompact([round(each.width) for each in used.glyphs])
        descendant = {
            "Type": name("Font"),
            "Subtype": name("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": document.Reference(self._descriptor(document, used, base)),
            "DW": 1000,
            "W": pdfdoc.PDFArrayCompact([1, widths]),
            "CIDToGIDMap": name("Identity"),
        }
        whole = {
            "Type": name("Font"),
            "Subtype": name("Type0"),
            "BaseFont": base,
            "Encoding": name("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray(
                [document.Reference(pdfdoc.PDFDictionary(descendant))]
            ),
            "ToUnicode": document.Reference(_stream(_to_unicode(list(used.codes)))),
        }
        return pdfdoc.PDFDictionary(whole)

    def _descriptor(self, document: Any, used: _Used, base: str) -> Any:
        font = self._faces.font(used.name)
        metrics = font.metrics
        file = _stream(subset(font, [each.number for each in used.glyphs]))
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(list(metrics.box)),
            "ItalicAngle": 0,
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": _STEM,
            "FontFile2": document.Reference(file),
        }
        return pdfdoc.PDFDictionary(descriptor)


class _Pen:
    """Turns the marks of one page into operators; millimetres from the top left go in."""

    def __init__(self, pdf: Pdf, height: float):
        self._pdf = pdf
        self._height = height
        self._code: list[str] = ["0 g 0 G"]

    def written(self) -> str:
        return "\n".join(self._code)

    def words(self, words: Words, top: float) -> None:
        if not words.text:
            return
        x, y = _pt(words.x), _pt(self._height - top - words.y)
        spread = words.spread * POINTS_PER_MM
        shown = self._pdf.runs(words)
        self._code.append(f"BT {spread:.4g} Tc 1 0 0 1 {x} {y} Tm {shown} ET")

    def rule(self, rule: Rule, top: float) -> None:
        x, y = _pt(rule.x), _pt(self._height - top - rule.y)
        x2, y2 = _pt(rule.x2), _pt(self._height - top - rule.y2)
        self._code.append(f"{rule.width:g} w {_dashes(rule.dash)} {x} {y} m {x2} {y2} l S")

    def rects(self, rects: Rects, top: float) -> None:
        for x, y, width, height in rects.places:
            low = _fine(self._height - top - y - height)
            self._code.append(f"{_fine(x)} {low} {_fine(width)} {_fine(height)} re")
        self._code.append("f")

    def circle(self, circle: Circle, top: float) -> None:
        x, y, r = circle.x, self._height - top - circle.y, circle.radius
        k = r * _QUADRANT
        corners = (
            (x + r, y + k, x + k, y + r, x, y + r),
            (x - k, y + r, x - r, y + k, x - r, y),
            (x - r, y - k, x - k, y - r, x, y - r),
            (x + k, y - r, x + r, y - k, x + r, y),
        )
        curves = " ".join(f"{' '.join(map(_pt, corner))} c" for corner in corners)
        start = f"{circle.width:g} w {_dashes(circle.dash)} {_pt(x + r)} {_pt(y)} m"
        self._code.append(f"{start} {curves} S")


def _pt(millimetres: float) -> str:
    return f"{millimetres * POINTS_PER_MM:.2f}"


def _fine(millimetres: float) -> str:
    return f"{millimetres * POINTS_PER_MM:.4f}"  # bars and modules: a scanner sees the difference


def _dashes(dash: tuple[float, ...]) -> str:
    return f"[{' '.join(f'{each:g}' for each in dash)}] 0 d"


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _to_unicode(characters: list[str]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for start in range(0, len(characters), _MAPPED_AT_ONCE):
        some = characters[start : start + _MAPPED_AT_ONCE]
        lines.append(f"{len(some)} beginbfchar")
        lines += [
            f"<{start + place:04x}> <{each.encode('utf-16-be').hex()}>"
            for place, each in enumerate(some, start=1)
        ]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
