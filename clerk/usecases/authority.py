"""Whether a chief may decide this here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.staff import Staff
    from clerk.domain.stages import Action
    from clerk.usecases.ports import Work


def must_have_authority(
    work: Work, staff: Staff, action: Action, item: ServiceItem, now: datetime
) -> None:
    """Refuse a decision no letter covers.

    The day counts by the latest time the journal knows, so a clock that was
    set back does not bring a letter to life that has run out.

    Raises:
        NoAuthority, AuthorityTooOld: See ``Roster.must_have_authority``.
    """
    people = work.people
    people.roster.must_have_authority(
        staff, action, item, max(now, people.latest_at), refreshed_at=people.refreshed_at
    )
