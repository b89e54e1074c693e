"""An argument of exactly so many digits."""

from __future__ import annotations

import argparse

from clerk.usecases.language import _


class Digits:
    """Accept exactly so many digits; for ``argparse`` as a type."""

    def __init__(self, length: int) -> None:
        self._length = length

    def __call__(self, text: str) -> str:
        if len(text) != self._length or not (text.isascii() and text.isdigit()):
            raise argparse.ArgumentTypeError(_("{n} digits are wanted").format(n=self._length))
        return text
