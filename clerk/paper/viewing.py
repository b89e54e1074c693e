"""Any file of a dossier as pictures for the screen: a PDF's pages, or a scanned picture."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO

from clerk.paper.faults import DocumentUnreadable
from clerk.paper.image import Picture, page_size, render, subject_of
from clerk.usecases.trouble import AttachmentUnfit

_POINTS_PER_INCH = 72
_PIXELS_MOST = 80_000_000


def view(content: bytes, page: int, width: int) -> Picture:
    """Return one page, counted from 0, at a width in pixels.

    Raises:
        IndexError: There is no such page.
        AttachmentUnfit: It cannot be shown.
    """
    try:
        if content.startswith(b"%PDF-"):
            return render(content, round(width * _POINTS_PER_INCH / page_size(content, page)), page)
    except DocumentUnreadable as fault:
        if fault.reason == "no_such_page":
            raise IndexError(page) from fault
        raise AttachmentUnfit(name="PDF", reason="type") from fault
    if page:
        raise IndexError(page)
    return _picture(content, width)


def code_in(pdf: bytes) -> str:
    """Return the code a paper's PDF carries; of a foreign PDF, what its subject says.

    Raises:
        AttachmentUnfit: It is no PDF that can be read.
    """
    try:
        return subject_of(pdf)
    except DocumentUnreadable as fault:
        raise AttachmentUnfit(name="PDF", reason="unreadable") from fault


def _picture(content: bytes, width: int) -> Picture:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - off the first frame

    try:
        with closing(Image.open(BytesIO(content))) as opened:
            if opened.width * opened.height > _PIXELS_MOST:
                raise AttachmentUnfit(name=opened.format or "-", reason="too_large", limit_mb=80)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
        raise AttachmentUnfit(name="-", reason="type") from fault
    height = max(1, round(upright.height * width / upright.width))
    shown = upright.resize((width, height), Image.Resampling.BILINEAR)
    return Picture(width, height, shown.tobytes())
