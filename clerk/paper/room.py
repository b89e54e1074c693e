"""The paper room: a paper's facts go in, the PDF the printer prints comes out.

The same facts give the same bytes, whenever, wherever and in whatever order they are drawn,
so a reprint of years later can be laid on the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.codes import qr_text
from clerk.paper.faults import WordingFault
from clerk.paper.typeface import CHAINS, Face, Typefaces
from clerk.paper.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

    from clerk.domain.papers import Paper
    from clerk.usecases.printers import TestPage

FIRST_LANGUAGES = ("zh_CN", "en")
DOTS_PER_MM = 8  # of a roll's printer, 203.2 dpi


class PaperRoom:
    """Draws papers with the fonts and words of a folder of resources.

    Drawing may happen on any thread; what is learnt of fonts and words is kept for the next.
    """

    def __init__(self, resources: Path):
        self._words = resources / "wording"
        self._faces = Typefaces(resources / "fonts")
        self._wordings: dict[str, Wording] = {}

    def warm(self) -> None:
        """Load what every paper needs, so that the first one is as quick as the others.

        Raises:
            FontFault: A font is missing or damaged.
            WordingFault: A file of words cannot be used.
        """
        import clerk.paper.press  # noqa: F401, PLC0415  # brings reportlab in: not on the first frame

        for chain in CHAINS.values():
            self._faces.font(chain[0])
        for language in FIRST_LANGUAGES:
            self._wording(language)
        self._faces.measure(Face.TEXT, 1, "".join(map(chr, range(0x20, 0x7F))))

    def draw(self, paper: Paper, *, reprint: int = 0, code: str = "") -> bytes:
        """Return the paper as PDF; ``reprint`` is the how-manieth reprint this is.

        The QR code says ``code``; where it is empty, which paper this is.

        Raises:
            FontFault: A font is missing or damaged.
            WordingFault: The words of the paper's language cannot be used.
        """
        from clerk.paper.press import press  # noqa: PLC0415  # see warm

        wording = self._wording(paper.language)
        return press(paper, wording, self._faces, reprint=reprint, code=code or qr_text(paper))

    def strip(self, paper: Paper, *, reprint: int = 0, code: str = "") -> bytes:
        """Return the paper as PDF of one page for an 80 mm roll; otherwise as :meth:`draw`."""
        from clerk.paper.press import press_strip  # noqa: PLC0415  # see warm

        wording = self._wording(paper.language)
        return press_strip(
            paper, wording, self._faces, reprint=reprint, code=code or qr_text(paper)
        )

    def for_a_roll(self, paper: Paper, *, reprint: int = 0) -> bytes:
        """Return the paper as dots where its kind fits a roll, else as PDF to be narrowed.

        Raises:
            FontFault, WordingFault: See :meth:`draw`.
        """
        from clerk.paper.layouts import LAYOUTS  # noqa: PLC0415  # see warm

        fits = LAYOUTS[paper.kind].fits_a_roll
        return (self.raster if fits else self.draw)(paper, reprint=reprint)

    def raster(self, paper: Paper, *, reprint: int = 0, code: str = "") -> bytes:
        """Return the strip as PNG of one bit a dot, 576 dots wide: what an ESC/POS printer takes.

        Raises:
            FontFault, WordingFault: See :meth:`draw`.
        """
        from clerk.paper.image import one_bit_png  # noqa: PLC0415  # see warm

        return one_bit_png(self.strip(paper, reprint=reprint, code=code), DOTS_PER_MM)

    def draw_test_page(self, page: TestPage) -> bytes:
        """Return a page that shows how a printer prints.

        Raises:
            FontFault: A font is missing or damaged.
        """
        from clerk.paper.test_page import draw_test_page  # noqa: PLC0415  # see warm

        return draw_test_page(page, self._faces)

    def _wording(self, language: str) -> Wording:
        found = self._wordings.get(language)
        if found is None:
            file = f"papers.{language}.toml"
            if not language.replace("_", "").isalnum():
                raise WordingFault(file=file, reason="unreadable")
            found = self._wordings[language] = Wording.read(self._words / file)
        return found
