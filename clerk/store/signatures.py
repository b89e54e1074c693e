"""Signatures checked ahead of the walk, on every core.

Nothing done for an entry takes as long as checking its signature, and other
threads go on meanwhile. So one page is being checked while the page before it
becomes rows. Whose key an entry has to be signed with, the walk alone knows:
here is only found out early which key did sign it.
"""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, Self

from clerk.domain.journal import is_whole
from clerk.store.ed25519 import verifies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from clerk.domain.journal import SealedEntry
    from clerk.domain.keys import PublicKey

_SHARE = 50  # entries: small enough that no core waits long for the last one of a page
_NAMED = re.compile(rb'"key_id":"([0-9a-f]{16})"')
_Proof = tuple[str, bytes, bytes]  # public key, digest, signature


class SignaturesAhead:
    """Has checked a signature by the time the walk asks, for the keys it was told of."""

    def __init__(self, keys: Iterable[PublicKey]) -> None:
        self._keys = {each.id.encode(): each for each in keys}
        self._cores = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="clerk-signatures")
        self._proven: frozenset[_Proof] = frozenset()

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

    def verifies(self, key: PublicKey, digest: bytes, signature: bytes) -> bool:
        """Whether a key made a signature; what was not proven ahead is checked now."""
        return (key.public, digest, signature) in self._proven or verifies(key, digest, signature)

    def _done(self, checking: _Checking) -> list[SealedEntry]:
        self._proven = frozenset().union(*(each.result() for each in checking.shares))
        return checking.page

    def _look(self, entries: list[SealedEntry]) -> frozenset[_Proof]:
        return frozenset(
            (key.public, each.hash, each.signature)
            for each in entries
            if (key := self._key_of(each)) and verifies(key, each.hash, each.signature)
        )

    def _key_of(self, each: SealedEntry) -> PublicKey | None:
        named = _NAMED.findall(each.payload) if is_whole(each) else ()
        return self._keys.get(named[-1]) if named else None


class _Checking(NamedTuple):
    """A page, and the shares of it that are being looked at."""

    page: list[SealedEntry]
    shares: list[Future[frozenset[_Proof]]]
