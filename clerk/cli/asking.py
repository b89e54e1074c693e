"""Asking for what nobody may see: PINs and passphrases."""

from __future__ import annotations

import getpass
import sys

from clerk.domain.refusals import InvalidInput, Problem
from clerk.usecases.language import _


def ask_secret(prompt: str) -> str:
    """Ask without showing what is typed; where no terminal is, take the next line of the input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\n")


def ask_new_secret(prompt: str) -> str:
    """Ask twice.

    Raises:
        InvalidInput: The second time said something else.
    """
    first = ask_secret(prompt)
    if ask_secret(_("Once more: ")) != first:
        raise InvalidInput(problems=(Problem("", "not_the_same"),))
    return first
