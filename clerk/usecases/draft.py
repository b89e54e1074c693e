"""What is being typed at the window, before it is a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clerk.domain.catalogue import AnswerId, ItemId, PrerequisiteId, SituationId
from clerk.domain.checklist import Mark
from clerk.domain.events import Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An application as it stands on the accept page, every field as typed.

    ``fields`` are the applicant's fields by name, still unchecked; ``item_id``
    is None before an item is chosen.
    """

    id: str
    touched_at: datetime
    item_id: ItemId | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    marks: Mapping[PrerequisiteId, Mark] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    parked: bool = False
