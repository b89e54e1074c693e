"""Whether an entry was signed by the person it names, with a key that was theirs and good.

The trust grows with the journal: each fact about people, once it is believed
itself, says who may sign the next ones. It begins at the center's root key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain import people_events as p
from clerk.domain.clock_events import DONE_BY_LAW
from clerk.domain.roster import Roster, card_digest
from clerk.domain.staff import BY_LAW, Role

if TYPE_CHECKING:
    from clerk.domain.event import Event
    from clerk.domain.keys import KeyId, PublicKey, Verifies

_PEOPLE = tuple(p.PEOPLE_KINDS.values())


class Trust:
    """Judges entries in the journal's order, and learns from those it believed.

    The first entry is taken at its word: whether its root key is the center's
    can only be told by somebody who knows the center's fingerprint.
    """

    def __init__(self, verifies: Verifies) -> None:
        self._verifies = verifies
        self.roster = Roster()

    def fault(self, event: Event, key_id: KeyId, digest: bytes, signature: bytes) -> str:
        """Return what is wrong with an entry's signature, empty if nothing; then learn from it."""
        is_the_laws = event.by == BY_LAW or isinstance(event, DONE_BY_LAW)
        judge = self._fault_of_the_law if is_the_laws else self._fault
        found = judge(event, key_id, digest, signature)
        if not found:
            self.roster = self.roster.after(event)
        return found

    def vouches_for(self, card: p.WindowCard) -> bool:
        """Whether the center's root key signed a window's card."""
        founded = self.roster.founded
        return founded is not None and self._card_holds(card, founded.root)

    def _fault(self, event: Event, key_id: KeyId, digest: bytes, signature: bytes) -> str:
        if isinstance(event, p.CenterFounded):
            return self._founding_fault(event, key_id, digest, signature)
        record = self.roster.keys.get(key_id)
        if record is None:
            return "unknown_key"
        if record.owner != event.by:
            return "others_key"
        if record.is_over:
            return "ended_key"
        if not self._verifies(record.key, digest, signature):
            return "signature"
        return self._people_fault(event) if isinstance(event, _PEOPLE) else ""

    def _founding_fault(
        self, event: p.CenterFounded, key_id: KeyId, digest: bytes, signature: bytes
    ) -> str:
        if self.roster.founded is not None:
            return "founded_twice"
        if key_id != event.root.id:
            return "unknown_key"
        if not self._verifies(event.root, digest, signature):
            return "signature"
        return "" if self._card_holds(event.card, event.root) else "card"

    def _fault_of_the_law(
        self, event: Event, key_id: KeyId, digest: bytes, signature: bytes
    ) -> str:
        """Judge what nobody did: only the window signs it, and only what the law does by itself."""
        founded = self.roster.founded
        if founded is None or key_id != founded.card.key.id:
            return "unknown_key"
        if event.by != BY_LAW or not isinstance(event, DONE_BY_LAW):
            return "others_key"
        return "" if self._verifies(founded.card.key, digest, signature) else "signature"

    def _people_fault(self, event: Event) -> str:
        if not self.roster.has_role(event.by, Role.IT):
            return "not_it"
        if isinstance(event, p.Authorised) and event.authorisation.staff_id == event.by:
            return "own_letter"
        if isinstance(event, p.WindowTrusted) and not self.vouches_for(event.card):
            return "card"
        return ""

    def _card_holds(self, card: p.WindowCard, root: PublicKey) -> bool:
        try:
            signature = bytes.fromhex(card.signature)
        except ValueError:
            return False
        return self._verifies(root, card_digest(card), signature)
