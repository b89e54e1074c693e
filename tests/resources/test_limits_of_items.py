"""Every row of the rules that differ from 行政许可法, counted through to its days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk import bootstrap
from clerk.domain.calendar import Pause
from clerk.domain.catalogue import ServiceItem, Words
from clerk.domain.clock_events import ClockKind
from clerk.domain.clocks import clock_of
from clerk.domain.extensions import Approval, extend
from clerk.domain.lapses import lapsed
from clerk.domain.limits import (
    ClockRules,
    ClockStart,
    Consequence,
    Extension,
    Limit,
    LimitUnit,
    ProcedureKind,
    Silence,
    SpecialProcedure,
)
from clerk.usecases.catalogue_file import read_catalogue
from tests.domain.small_item import CLERK
from tests.domain.timed_item import TIMED, accepted_on, at, received_on, supplemented

CALENDAR = bootstrap.shipped_calendar()
FILES = (bootstrap.resources() / "catalogue").glob("[A-Z]*.json")
ITEMS = {item.id: item for file in FILES for item in read_catalogue(file.read_bytes()).items}
TUESDAY = "2026-03-03"  # received, and on the next day accepted; no holiday for a month
WEDNESDAY = "2026-03-04"


def like(item_id: str) -> ServiceItem:
    """Give the small item the limits and rules of a published one."""
    item = ITEMS[item_id]
    return replace(
        TIMED,
        statutory=item.statutory,
        promised=item.statutory,
        clock_start=item.clock_start,
        extension=item.extension,
        special_procedures=item.special_procedures,
        clock=item.clock,
    )


def made(statutory: Limit, start: ClockStart, **other: object) -> ServiceItem:
    """Make an item of a rule whose item is not in the sample list."""
    return replace(TIMED, statutory=statutory, promised=statutory, clock_start=start, **other)


def working(amount: int) -> Limit:
    return Limit(amount=amount, unit=LimitUnit.WORKING_DAYS)


def natural(amount: int) -> Limit:
    return Limit(amount=amount, unit=LimitUnit.NATURAL_DAYS)


def months(amount: int) -> Limit:
    return Limit(amount=amount, unit=LimitUnit.MONTHS)


def by_head(amount: int, unit: LimitUnit = LimitUnit.WORKING_DAYS) -> Extension:
    return Extension(amount=amount, unit=unit, approver="行政机关负责人", text="")


def due(item: ServiceItem) -> str:
    """Return when the law wants it decided: received on Tuesday, accepted on Wednesday."""
    case = accepted_on(WEDNESDAY, item, received=TUESDAY, calendar=CALENDAR)
    return case.statutory_due.on.isoformat()


RECEIPT, ACCEPTANCE = ClockStart.RECEIPT, ClockStart.ACCEPTANCE
ROWS = {
    "行政许可 20": (made(working(20), ACCEPTANCE), "2026-04-01"),
    "统一办理、联合办理 45": (made(working(45), ACCEPTANCE), "2026-05-11"),
    "市场主体登记 3": (like("SCJG-001"), "2026-03-06"),
    "不动产登记 30": (like("BDC-001"), "2026-04-16"),
    "施工许可 7 日，收到申请起": (like("ZJ-001"), "2026-03-10"),
    "商品房预售 10 日，受理起": (like("ZJ-002"), "2026-03-16"),
    "环评 报告表 30 日，收到起": (made(natural(30), RECEIPT), "2026-04-02"),
    "环评 报告书 60 日，收到起": (made(natural(60), RECEIPT), "2026-05-06"),
    "排污许可 简化 20 日": (like("HB-002"), "2026-03-24"),
    "排污许可 重点 30 日": (made(natural(30), ACCEPTANCE), "2026-04-03"),
    "取水 45 个工作日": (made(working(45), ACCEPTANCE), "2026-05-11"),
    "驾驶证 1 日": (like("GA-004"), "2026-03-04"),
    "机动车注册 2 日": (made(natural(2), ACCEPTANCE), "2026-03-06"),
    "居住证 15 日": (like("GA-005"), "2026-03-19"),
    "护照 15 日": (made(natural(15), ACCEPTANCE), "2026-03-19"),
    "身份证 60 日，交表起": (like("GA-001"), "2026-05-06"),
    "社团 60 日": (like("MZ-002"), "2026-05-06"),
    "民非 60 日": (like("MZ-001"), "2026-05-06"),
    "民办学校 三个月": (like("JY-001"), "2026-06-04"),
    "民办学校 筹设 30 日": (made(natural(30), ACCEPTANCE), "2026-04-03"),
    "营业性演出 3 日": (like("WL-002"), "2026-03-09"),
    "网吧 筹建 20": (like("WL-003"), "2026-03-31"),
    "网吧 终审 15": (made(working(15), RECEIPT), "2026-03-24"),
    "三类器械 20": (like("SCJG-007"), "2026-04-01"),
    "公积金提取 3 日": (like("GJJ-001"), "2026-03-09"),
    "公积金贷款 15 日": (made(natural(15), ACCEPTANCE), "2026-03-19"),
    "企投核准 20": (made(working(20), ACCEPTANCE), "2026-04-01"),
    "企投备案 当场": (like("FG-001"), "2026-03-03"),
    "消防安全检查 10": (like("XF-001"), "2026-03-18"),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_limit_of_the_law_ends_on_its_day(row):
    item, day = ROWS[row]

    assert due(item) == day


EXTENDED = {
    "行政许可 +10": (made(working(20), ACCEPTANCE, extension=by_head(10)), "2026-04-16"),
    "联合办理 45+15": (made(working(45), ACCEPTANCE, extension=by_head(15)), "2026-06-01"),
    "市场主体登记 3+3": (like("SCJG-001"), "2026-03-11"),
    "排污许可 重点 30+30": (
        made(natural(30), ACCEPTANCE, extension=by_head(30, LimitUnit.NATURAL_DAYS)),
        "2026-05-06",
    ),
    "身份证 60+30": (like("GA-001"), "2026-06-01"),
    "企投核准 20+40": (made(working(20), ACCEPTANCE, extension=by_head(40)), "2026-06-01"),
}


@pytest.mark.parametrize("row", EXTENDED)
def test_an_extension_adds_what_the_rule_allows(row):
    item, day = EXTENDED[row]
    case = accepted_on(WEDNESDAY, item, received=TUESDAY, calendar=CALENDAR)
    approval = Approval(
        approver="郑明", approver_post="局长", approved_on=date(2026, 3, 4), reason="案情复杂。"
    )

    assert extend(case, CLERK, at(WEDNESDAY), CALENDAR, approval).statutory_due.on == (
        date.fromisoformat(day)
    )


@pytest.mark.parametrize(
    ("item", "day", "article"),
    [
        (TIMED, "2026-03-10", "行政许可法 32(4)"),
        (like("BDC-001"), "2026-03-03", "不动产登记暂行条例 17"),
        (like("HB-002"), "2026-03-06", "排污许可管理条例 9"),
    ],
)
def test_silence_counts_as_acceptance_after_the_items_own_limit(item, day, article):
    case, last = received_on(TUESDAY, item), at(day)

    assert lapsed(case, last, CALENDAR) is case
    deemed = lapsed(case, last + timedelta(days=1), CALENDAR).deemed
    assert (deemed.article, deemed.since) == (article, case.received_at)


def test_an_incomplete_registration_is_given_back_and_comes_again_as_a_new_application():
    for item_id in ("SCJG-001", "SCJG-002", "SCJG-003", "SCJG-004"):
        rule = ITEMS[item_id].clock.correction
        assert rule.consequence is Consequence.NEW_APPLICATION
        assert rule.basis.startswith("市场主体登记管理条例实施细则")


def test_an_association_waits_for_its_full_documents():
    case = received_on(TUESDAY, like("MZ-002"), missing=True)
    case = case.issue_notice(CLERK, at(TUESDAY), date(2026, 3, 31))
    case = supplemented(case, "2026-03-20").accept(CLERK, at("2026-03-20"), CALENDAR)

    assert case.statutory_due.on == date(2026, 5, 19)


def test_a_teacher_waits_for_the_window_to_close():
    rules = ClockRules(window_closes=(date(2026, 6, 30), date(2026, 11, 30)))
    item = made(natural(30), ClockStart.WINDOW_CLOSED, clock=rules)

    assert due(item) == "2026-07-30"


def test_the_applicants_own_rectification_is_not_counted_for_medical_devices():
    item = ITEMS["SCJG-007"]

    assert item.stopping_basis(ProcedureKind.RECTIFICATION) == "医疗器械经营监督管理办法"
    assert item.stopping_basis(ProcedureKind.SITE_VISIT) == ""


def test_taking_water_excludes_hearing_and_consultation():
    consulting = SpecialProcedure(
        name="征求意见（不计入）",
        kind=ProcedureKind.CONSULTATION,
        stops_clock=True,
        basis="取水许可和水资源费征收管理条例",
    )
    item = made(working(45), ACCEPTANCE, special_procedures=(consulting,))

    assert item.stopping_basis(ProcedureKind.CONSULTATION)
    assert item.stopping_basis(ProcedureKind.HEARING)
    assert not ITEMS["SCJG-005"].stopping_basis(ProcedureKind.CONSULTATION)


def test_an_assessment_stops_the_clock_for_thirty_working_days_at_most():
    cap = SpecialProcedure(
        name="委托评估",
        kind=ProcedureKind.EXPERT_REVIEW,
        stops_clock=True,
        most=working(30),
    )
    item = made(working(20), ACCEPTANCE, special_procedures=(cap,))

    assert item.most_not_counted(ProcedureKind.EXPERT_REVIEW) == working(30)
    pause = Pause(after=date(2026, 3, 4), through=date(2026, 4, 16), name=Words("委托评估"))
    assert CALENDAR.due_on(date(2026, 3, 4), working(20), pauses=(pause,)).on == date(2026, 5, 18)


def test_a_renewal_undecided_in_time_is_deemed_renewed():
    item = made(working(20), ACCEPTANCE, clock=ClockRules(silence=Silence.DEEMED_RENEWED))
    case = accepted_on(WEDNESDAY, item, calendar=CALENDAR)

    assert lapsed(case, at("2026-04-02"), CALENDAR).deemed.article == "行政许可法 50"


def test_the_certificate_has_ten_working_days_unless_the_rule_says_fewer():
    assert ITEMS["SCJG-005"].clock.delivery == working(10)
    assert ITEMS["RS-001"].clock.delivery == working(5)


def test_what_is_no_licence_is_not_deemed_accepted_unless_its_law_says_so():
    for item in ITEMS.values():
        is_deemed = item.clock.silence is Silence.DEEMED_ACCEPTED
        assert is_deemed == (item.item_type == "行政许可" or item.id.startswith("BDC")), item.id


@pytest.mark.parametrize("item_id", sorted(ITEMS))
def test_every_item_of_the_list_has_its_clocks(item_id):
    case = accepted_on(WEDNESDAY, like(item_id), received=TUESDAY, calendar=CALENDAR)
    for kind in (ClockKind.TELLING, ClockKind.PROMISED, ClockKind.STATUTORY):
        assert clock_of(case, kind, CALENDAR, date(2026, 3, 10)).due.calendar == "CN-2026.1"
