"""What an error of the database means, by its code; a bug stays one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from clerk.domain.refusals import InvalidInput, Problem
from clerk.usecases.center_port import CenterAway, NotLetIn, OtherGeneration

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAUSES = {"08": "unreachable", "53": "overloaded", "57": "stopping", "28": "login", "40": "busy"}
"""Classes of SQLSTATE, and what a person is told."""


@contextmanager
def telling_outages(window: str = "") -> Iterator[None]:
    """Turn what the database says into what a person can be told.

    Raises:
        CenterAway: The line or the server is in the way.
        NotLetIn, OtherGeneration, InvalidInput: What the gate's functions refuse with.
    """
    try:
        yield
    except NoConnection as error:
        raise CenterAway(cause="unreachable", detail=str(error)) from error
    except DBAPIError as error:
        raise _told(error, window) from error


def _told(error: DBAPIError, window: str) -> Exception:
    state = getattr(error.orig, "sqlstate", None)
    if state == "CK001":
        return NotLetIn(window=window)
    if state == "CK002":
        return OtherGeneration(generation=int(error.orig.diag.message_detail))  # type: ignore[union-attr]
    if state == "CK003":
        return InvalidInput(problems=(Problem("file", "too_large"),))
    if state is None:  # it never came to speak
        return CenterAway(cause="unreachable", detail=str(error.orig))
    if cause := _CAUSES.get(state[:2]):
        return CenterAway(cause=cause, detail=str(error.orig))
    return error
