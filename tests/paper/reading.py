"""Papers read back by other hands: words by PDFium and pypdf, codes by ZXing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from clerk.paper.image import render


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page as PDFium copies it."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        words = page.get_textpage()
        texts.append(words.get_text_range().replace("\r\n", "\n"))
        words.close()
        page.close()
    document.close()
    return texts


def pages_by_pypdf(pdf: bytes) -> list[str]:
    """Return the text of each page as pypdf reads it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def run_together(text: str) -> str:
    """Return a text without its white space, as lines break anywhere."""
    return re.sub(r"\s+", "", text)


@dataclass(frozen=True)
class FontSeen:
    """A font as a document carries it."""

    name: str
    kind: str
    embedded: bool


def fonts_of(pdf: bytes) -> list[FontSeen]:
    """Return the fonts a document carries."""
    seen = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in _resolved(page["/Resources"])["/Font"].get_object().values():
            whole = font.get_object()
            (one,) = whole["/DescendantFonts"].get_object()
            descriptor = one.get_object()["/FontDescriptor"].get_object()
            embedded = "/FontFile2" in descriptor
            seen.append(FontSeen(whole["/BaseFont"], one.get_object()["/Subtype"], embedded))
    return list(dict.fromkeys(seen))


def streams_of(pdf: bytes) -> Iterator[bytes]:
    """Return the unpacked contents of a document: pages, then fonts, in its own order."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(number)
        if isinstance(found, pypdf.generic.StreamObject):
            yield found.get_data()


def codes_of(pdf: bytes, *, dpi: int, blur: float = 0.0, turned: float = 0.0) -> dict[str, str]:
    """Return what the codes of the first page say, by kind, as a scanner would see the sheet."""
    picture = render(pdf, dpi)
    sheet = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb).convert("L")
    return codes_of_picture(sheet, blur=blur, turned=turned)


def codes_of_picture(
    sheet: Image.Image, *, blur: float = 0.0, turned: float = 0.0
) -> dict[str, str]:
    """Return what the codes of a grey picture say, by kind."""
    if turned:
        sheet = sheet.rotate(turned, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    if blur:
        sheet = sheet.filter(ImageFilter.GaussianBlur(blur))
    return {code.format.name: code.text for code in zxingcpp.read_barcodes(sheet)}


def _resolved(found: Any) -> Any:
    return found.get_object()
