"""Signatures checked ahead of the walk, on every core.

Nothing done for an entry takes as long as checking its signature, and other
threads go on meanwhile. So one page is being checked while the page before it
becomes rows.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, Self

from clerk.domain.journal import fault_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from clerk.domain.journal import SealedEntry, Verifier

_SHARE = 50  # entries: small enough that no core waits long for the last one of a page


class SignaturesAhead:
    """Knows what is wrong with an entry by the time the walk asks."""

    def __init__(self, seal: Verifier) -> None:
        self._seal = seal
        self._cores = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="clerk-signatures")
        self._faults: dict[int, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._cores.shutdown(cancel_futures=True)

    def checked(self, pages: Iterable[list[SealedEntry]]) -> Iterator[list[SealedEntry]]:
        """Hand the pages on, always one behind the checking."""
        ahead: list[_Checking] = []
        for page in pages:
            shares = [page[at : at + _SHARE] for at in range(0, len(page), _SHARE)]
            ahead.append(_Checking(page, [self._cores.submit(self._look, x) for x in shares]))
            if len(ahead) > 1:
                yield self._done(ahead.pop(0))
        for each in ahead:
            yield self._done(each)

    def fault(self, each: SealedEntry) -> str:
        """Return what was found wrong with an entry of the page handed on last."""
        return self._faults.get(each.sequence, "")

    def _done(self, checking: _Checking) -> list[SealedEntry]:
        self._faults = {}
        for each in checking.shares:
            self._faults |= each.result()
        return checking.page

    def _look(self, entries: list[SealedEntry]) -> dict[int, str]:
        faults = ((each.sequence, fault_of(each, self._seal)) for each in entries)
        return {sequence: fault for sequence, fault in faults if fault}


class _Checking(NamedTuple):
    """A page, and the shares of it that are being looked at."""

    page: list[SealedEntry]
    shares: list[Future[dict[int, str]]]
