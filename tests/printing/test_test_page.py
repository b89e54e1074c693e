"""The test page: what it says can be read by people, and its codes by a scanner."""

from datetime import UTC, datetime

import pytest

from clerk.paper.room import PaperRoom
from clerk.paper.test_page import DIGITS, LETTERS, QR_TEXT
from clerk.usecases.printers import TestPage
from tests.paper.reading import codes_of, pages_of, run_together
from tests.paper.specimens import RESOURCES


@pytest.mark.parametrize("sides", [1, 2])
def test_a_test_page_tells_its_printer_and_carries_letters_and_codes(sides):
    at = datetime(2026, 11, 23, 1, 41, tzinfo=UTC)
    page = TestPage(title="测试页", lines=("打印机：HP",), language="zh_CN", at=at, sides=sides)

    pdf = PaperRoom(RESOURCES).draw_test_page(page)

    texts = pages_of(pdf)
    assert len(texts) == sides
    assert all("打印机：HP" in text for text in texts)
    assert all(run_together(LETTERS) in run_together(text) for text in texts)
    assert codes_of(pdf, dpi=203) == {"Code128": DIGITS, "QRCode": QR_TEXT}
