"""What an item's own law says about its clocks, read from a published list.

The published words stay as they are; ``clock`` beside them says in numbers what
they mean, and by which rule. Without it an item follows 行政许可法.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.limits import (
    ARTICLE_45,
    LICENSING_LAW,
    REASONABLE,
    STOPS_BY_LAW,
    ClockRules,
    ClockStart,
    Consequence,
    Correction,
    Extension,
    Limit,
    LimitUnit,
    ProcedureKind,
    Silence,
    SpecialProcedure,
)
from clerk.usecases.json_fields import shown

if TYPE_CHECKING:
    from clerk.usecases.json_fields import Fields

MOST_DAYS = 3_660
MOST_PROCEDURES = 50
MOST_WINDOWS = 50
MOST_TIMES = 9
LONGEST_TEXT = 2_000
UNITS = {
    "working": LimitUnit.WORKING_DAYS,
    "natural": LimitUnit.NATURAL_DAYS,
    "months": LimitUnit.MONTHS,
}
STARTS = {each.value: each for each in ClockStart}
SILENCES = {each.value: each for each in Silence}
CONSEQUENCES = {each.value: each for each in Consequence}
KINDS = {each.value: each for each in ProcedureKind}
_LICENCE = "行政许可"
_NOT_COUNTED = "不计入"
_KINDS_BY_WORD = {
    "听证": ProcedureKind.HEARING,
    "招标": ProcedureKind.TENDER,
    "拍卖": ProcedureKind.AUCTION,
    "检验": ProcedureKind.INSPECTION,
    "检测": ProcedureKind.TESTING,
    "检疫": ProcedureKind.QUARANTINE,
    "鉴定": ProcedureKind.APPRAISAL,
    "专家": ProcedureKind.EXPERT_REVIEW,
    "技术评审": ProcedureKind.EXPERT_REVIEW,
    "现场": ProcedureKind.SITE_VISIT,
    "实地": ProcedureKind.SITE_VISIT,
    "公示": ProcedureKind.PUBLIC_NOTICE,
    "公告": ProcedureKind.PUBLIC_NOTICE,
    "征求意见": ProcedureKind.CONSULTATION,
    "集体讨论": ProcedureKind.COLLECTIVE_DISCUSSION,
    "整改": ProcedureKind.RECTIFICATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedClock:
    """An item's clock as read: its start, its own limits where they differ, and its rules."""

    start: ClockStart
    statutory: Limit
    promised: Limit
    extension: Extension | None
    rules: ClockRules
    procedures: tuple[SpecialProcedure, ...]


def read_clock(
    fields: Fields, statutory: Limit, promised: Limit, extension: Extension | None
) -> PublishedClock:
    """Read what the list says of an item's clocks; what is wrong goes to the findings."""
    start = fields.choice("limit_start", STARTS)
    own = fields.optional_record("clock")
    basis = own.text("basis", longest=LONGEST_TEXT) if own.is_readable else ""
    return PublishedClock(
        start=own.choice("start", STARTS) if own.has("start") else start,
        statutory=_limit(own, "statutory") or statutory,
        promised=_limit(own, "promised") or promised,
        extension=_extension(own, extension, basis),
        rules=_rules(own, basis, is_licence=fields.raw.get("item_type") == _LICENCE),
        procedures=_procedures(fields, own, basis),
    )


def _extension(own: Fields, published: Extension | None, basis: str) -> Extension | None:
    times = own.optional_number("extension_times", most=MOST_TIMES, otherwise=1)
    fields = own.optional_record("extension")
    if fields.is_readable:
        limit, approver = _amount(fields), fields.text("approver")
        return Extension(
            amount=limit.amount, unit=limit.unit, approver=approver, text=basis, times=times
        )
    return replace(published, times=times) if published else None


def _rules(own: Fields, basis: str, *, is_licence: bool) -> ClockRules:
    """Read the rules; silence means acceptance where 行政许可法 or the item's own law says so."""
    usual = LICENSING_LAW
    telling, silence = _limit(own, "telling"), usual.silence if is_licence else Silence.NONE
    return ClockRules(
        telling=telling or usual.telling,
        telling_article=basis if telling else usual.telling_article,
        silence=own.choice("silence", SILENCES) if own.has("silence") else silence,
        correction=_correction(own, basis),
        delivery=_limit(own, "delivery") or usual.delivery,
        window_closes=_days(own),
        warning_days=own.optional_number(
            "warning_days", most=MOST_DAYS, otherwise=usual.warning_days
        ),
    )


def _correction(own: Fields, basis: str) -> Correction:
    most = _limit(own, "correction") or REASONABLE.most
    if not own.has("consequence"):
        return Correction(most=most)
    return Correction(most=most, consequence=own.choice("consequence", CONSEQUENCES), basis=basis)


def _procedures(fields: Fields, own: Fields, basis: str) -> tuple[SpecialProcedure, ...]:
    """Read the procedures; the clock stops only where the list says 不计入 (行政许可法 45)."""
    names = fields.texts("special_procedures", most=MOST_PROCEDURES)
    most = _most_not_counted(own, names)
    special_law = basis or str(fields.raw.get("basis") or "").partition("；")[0]
    return tuple(
        SpecialProcedure(
            name=each,
            kind=kind_of(each),
            stops_clock=_NOT_COUNTED in each,
            basis=ARTICLE_45 if kind_of(each) in STOPS_BY_LAW else special_law,
            most=most.get(each),
        )
        for each in names
    )


def kind_of(name: str) -> ProcedureKind:
    """Tell the kind of a procedure by the first of the law's words in its name."""
    found = [(name.find(word), kind) for word, kind in _KINDS_BY_WORD.items() if word in name]
    return min(found)[1] if found else ProcedureKind.OTHER


def _most_not_counted(own: Fields, names: list[str]) -> dict[str, Limit]:
    """Read for how long at most a procedure is not counted, by its published name."""
    found: dict[str, Limit] = {}
    if own.has("not_counted_at_most"):
        for each in own.objects("not_counted_at_most", most=MOST_PROCEDURES):
            name = each.text("procedure")
            if name and name not in names:
                each.problem("procedure", "procedure_unknown", name=shown(name))
            found[name] = _amount(each)
    return found


def _limit(own: Fields, name: str) -> Limit | None:
    fields = own.optional_record(name)
    return _amount(fields) if fields.is_readable else None


def _amount(fields: Fields) -> Limit:
    return Limit(
        amount=fields.number("amount", least=0, most=MOST_DAYS), unit=fields.choice("unit", UNITS)
    )


def _days(own: Fields) -> tuple[date, ...]:
    listed = own.texts("window_closes", most=MOST_WINDOWS) if own.has("window_closes") else []
    found: list[date] = []
    for each in listed:
        try:
            found.append(date.fromisoformat(each))
        except ValueError:
            own.problem("window_closes", "not_a_day", text=shown(each))
    return tuple(sorted(found))
