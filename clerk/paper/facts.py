"""The facts of a paper as words and numbers, ready to stand in its sentences.

Days and moments are told in Beijing time, the one official time of the country, wherever
the machine believes it is.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from clerk.domain.case_number import grouped
from clerk.paper.wording_keys import MATTERS

if TYPE_CHECKING:
    from clerk.domain.papers import Paper, PaperLine
    from clerk.paper.wording import Fact, Wording

BEIJING = timezone(timedelta(hours=8))
_AS_THEY_ARE = (
    *("document_number", "agency", "center", "window", "address", "phone", "handler"),
    *("applicant", "applicant_document", "applicant_phone", "contact", "item"),
    *("authority", "opinion", "signer", "signer_post", "fee", "calendar"),
    *("certificate_name", "certificate_number", "certificate_until"),
)
_WITHOUT_STOP = ("facts", "reasons")  # their sentences bring their own
_IN_SENTENCES = frozenset(
    {"ending_reason", "ending_basis", "commitment_liability", "hearing_matter"}
)
_RULE = re.compile(r"^(?!.{0,3}实施)([^《》（第\s]+(?:法|条例|办法|规定|细则))\s*(?=第|（|$)")


def day_text(day: date | None, wording: Wording) -> str:
    """Write a day as the language does, or nothing."""
    return "" if day is None else wording.say("dates.day", _date_fields(day, wording))


def moment_text(moment: datetime | None, wording: Wording) -> str:
    """Write a moment as the language does, or nothing."""
    if moment is None:
        return ""
    local = moment.astimezone(BEIJING)
    fields = _date_fields(local, wording) | {"hour": local.hour, "minute": local.minute}
    return wording.say("dates.moment", fields)


def limit_text(amount: int | None, unit: str, wording: Wording) -> str:
    """Write a time limit: so many days, or on the spot."""
    if amount is None:
        return ""
    if amount == 0:
        return wording.say("limits.same_day")
    key = f"limits.{unit if amount != 1 else unit.removesuffix('s')}"
    return wording.say(key, {"amount": amount})


def count_text(line: PaperLine, wording: Wording) -> str:
    """Write how many originals and copies of a material there are, one kind a line."""
    counts = (("original", line.originals), ("copie", line.copies))
    written = [
        wording.say(f"counts.{_plural(kind, amount)}", {"amount": amount})
        for kind, amount in counts
        if amount
    ]
    return "\n".join(written)


def cited(basis: str) -> str:
    """Put the names of rules into title marks where a basis comes without: 《建筑法》第7条."""
    return "；".join(_RULE.sub(r"《\1》", each.strip()) for each in basis.split("；"))


def facts_of(paper: Paper, wording: Wording) -> dict[str, Fact]:
    """Return every fact of a paper under the name its sentences use."""
    facts: dict[str, Fact] = {name: getattr(paper, name) for name in _AS_THEY_ARE}
    facts |= {name: getattr(paper, name).strip().rstrip("。.") for name in _WITHOUT_STOP}
    facts |= _times(paper, wording)
    for name, kind in MATTERS.items():
        facts |= _matter(name, kind, getattr(paper, name), wording)
    if paper.ending:
        facts["ending_reason"] = wording.term("endings", str(facts["ending_reason"]))
        facts["ending_basis"] = wording.term("ending_bases", str(facts["ending_basis"]))
    separator = wording.say("lists.separator")
    return facts | {
        "case_number": grouped(paper.case_number),
        "you": wording.say("you.person" if paper.applicant_is_person else "you.organisation"),
        "not_counted": separator.join(paper.not_counted),
        "basis": separator.join(cited(each) for each in paper.basis),
        "consequence": wording.term("consequences", paper.consequence).rstrip("。."),
        "ground": wording.term("grounds", paper.ground),
        "government": paper.remedies.government if paper.remedies else "",
        "court": paper.remedies.court if paper.remedies else "",
        "reconsideration_days": paper.remedies.reconsideration_days if paper.remedies else 0,
        "suit_months": paper.remedies.suit_months if paper.remedies else 0,
    }


def _times(paper: Paper, wording: Wording) -> dict[str, Fact]:
    moments = {"received": paper.received_at, "accepted": paper.accepted_at}
    moments |= {"decided": paper.decided_at, "issued": paper.issued_at}
    moments |= {"supplemented": paper.supplemented_at}
    facts: dict[str, Fact] = {}
    for name, moment in moments.items():
        local = moment.astimezone(BEIJING) if moment else None
        facts[f"{name}_on"] = day_text(local, wording)
        facts[f"{name}_at"] = moment_text(moment, wording)
    return facts | {
        "due_on": day_text(paper.due_on, wording),
        "due_amount": limit_text(paper.due_amount, paper.due_unit, wording),
        "statutory_due_on": day_text(paper.statutory_due_on, wording),
        "statutory_amount": limit_text(
            paper.statutory_amount, paper.statutory_unit or paper.due_unit, wording
        ),
        "deadline_on": day_text(paper.deadline_on, wording),
        "extension_limit": _extension_limit(paper, wording),
    }


def _extension_limit(paper: Paper, wording: Wording) -> str:
    longer = paper.extension
    return limit_text(longer.amount, longer.unit, wording) if longer else ""


def _matter(name: str, kind: type, matter: Any, wording: Wording) -> dict[str, Fact]:
    """Return the facts of one matter as ``procedure_name`` and so on; empty where there is none."""
    facts: dict[str, Fact] = {}
    for each in fields(kind):
        value = getattr(matter, each.name) if matter else ""
        text = _worded(value, wording)
        if f"{name}_{each.name}" in _IN_SENTENCES:
            text = str(text).strip().rstrip("。.")
        facts[f"{name}_{each.name}"] = cited(str(text)) if each.name == "basis" else text
    return facts


def _worded(value: Any, wording: Wording) -> Fact:
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, datetime):
        return moment_text(value, wording)
    if isinstance(value, date):
        return day_text(value, wording)
    if isinstance(value, tuple):
        return wording.say("lists.separator").join(value)
    return value if isinstance(value, int) else str(value)


def _date_fields(day: date, wording: Wording) -> dict[str, Fact]:
    name = wording.list("dates.months")[day.month - 1]
    return {"year": day.year, "month": day.month, "day": day.day, "month_name": name}


def _plural(kind: str, amount: int) -> str:
    if amount == 1:
        return {"original": "original", "copie": "copy"}[kind]
    return f"{kind}s"
