"""Ways of delivery (送达), and what each must name (民事诉讼法 88–95, as 行政许可 follows it).

Whoever takes papers into their hands does so with their identity. Papers left behind
need a witness, a posting its number, a public notice its thirty days.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_objections import DayNotCome, DeadlineStillRuns
from clerk.domain.events import DeliveryWay

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.papers import Delivery

ANNOUNCED_DAYS = 30  # 民事诉讼法 95: 自发出公告之日起，经过三十日，即视为送达

_NAMED: dict[DeliveryWay, tuple[str, ...]] = {
    DeliveryWay.DIRECT: ("received_by", "received_id"),
    DeliveryWay.LEFT: ("received_by", "proxy_reason", "witness", "place"),
    DeliveryWay.POST: ("received_by", "place", "tracking_number"),
    DeliveryWay.PROXY: ("received_by", "received_id", "proxy_reason"),
    DeliveryWay.PUBLIC_NOTICE: ("received_by", "proxy_reason", "place"),
    DeliveryWay.ELECTRONIC: ("received_by", "place"),
}


def must_be_delivered(delivery: Delivery, at: datetime) -> None:
    """Refuse a delivery that does not name what its way must.

    Raises:
        InvalidInput: Something is missing; all of it is named.
        DeadlineStillRuns: A public notice has not stood for thirty days.
        DayNotCome: It would have been in the future.
    """
    way = DeliveryWay(delivery.way)
    must_be_filled("delivery", {each: getattr(delivery, each) for each in _NAMED[way]})
    if delivery.received_at > at:
        raise DayNotCome(day=delivery.received_at.date())
    if way is DeliveryWay.PUBLIC_NOTICE:
        must_be_filled("delivery", {"announced_on": str(delivery.announced_on or "")})
        assert delivery.announced_on  # noqa: S101 - just required
        until = delivery.announced_on + timedelta(days=ANNOUNCED_DAYS)
        if at.date() <= until:
            raise DeadlineStillRuns(until=until)
