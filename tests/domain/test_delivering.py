from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk.domain.counter_objections import DayNotCome, DeadlineStillRuns
from clerk.domain.delivering import must_be_delivered
from clerk.domain.events import DeliveryWay
from clerk.domain.papers import Delivery
from clerk.domain.refusals import InvalidInput
from tests.domain.small_item import NOW

WHOLE = Delivery(
    way="direct",
    place="云江市江滨路9号（虚构）",
    received_by="王䶮",
    received_id="341103198511120048",
    received_at=NOW,
    proxy_reason="受送达人外出",
    documents=("准予行政许可决定书",),
    witness="居委会 李四",
    tracking_number="EMS0001",
    announced_on=date(2026, 10, 23),
)
NEEDED = {
    DeliveryWay.DIRECT: {"received_by", "received_id"},
    DeliveryWay.LEFT: {"received_by", "proxy_reason", "witness", "place"},
    DeliveryWay.POST: {"received_by", "place", "tracking_number"},
    DeliveryWay.PROXY: {"received_by", "received_id", "proxy_reason"},
    DeliveryWay.PUBLIC_NOTICE: {"received_by", "proxy_reason", "place", "announced_on"},
    DeliveryWay.ELECTRONIC: {"received_by", "place"},
}
TEXTS = ("place", "received_by", "received_id", "proxy_reason", "witness", "tracking_number")


@pytest.mark.parametrize("way", DeliveryWay)
def test_each_way_of_delivery_names_what_it_must_and_nothing_else_is_asked(way):
    must_be_delivered(replace(WHOLE, way=way), NOW)
    empty = dict.fromkeys(TEXTS, "") | {"announced_on": None}

    for name, nothing in empty.items():
        delivery = replace(WHOLE, way=way, **{name: nothing})
        if name in NEEDED[way]:
            with pytest.raises(InvalidInput) as refusal:
                must_be_delivered(delivery, NOW)
            assert [x.place for x in refusal.value.problems] == [f"delivery.{name}"]
        else:
            must_be_delivered(delivery, NOW)


def test_nothing_is_delivered_in_the_future():
    with pytest.raises(DayNotCome):
        must_be_delivered(replace(WHOLE, received_at=NOW + timedelta(days=1)), NOW)


def test_a_public_notice_stands_thirty_days_first():
    notice = replace(WHOLE, way="public_notice", announced_on=date(2026, 10, 24))

    with pytest.raises(DeadlineStillRuns) as refusal:
        must_be_delivered(notice, NOW)
    assert refusal.value.until == NOW.date()
