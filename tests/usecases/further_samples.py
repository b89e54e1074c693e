"""One event of every kind of the counter's further moves, and words its sentence must hold."""

from datetime import date, datetime, timedelta, timezone

from clerk.domain import counter_events as m
from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.identifiers import PaperId
from tests import desk

AT = datetime(2026, 11, 23, 9, 41, tzinfo=timezone(timedelta(hours=8)))
DAY = date(2026, 11, 30)
TWO = ("Lin", "Zhou")


def further_samples(case):
    """Return them by the journal's names."""
    who = {"by": desk.CLERK.id, "at": AT}
    lines, name = (PrerequisiteId("1"),), case.item.prerequisites[0].name.zh
    paper = case.papers[0].id if case.papers else PaperId("none")
    return {
        "commitment_kept": (m.CommitmentKept(**who, prerequisites=lines), [name]),
        "commitment_broken": (
            m.CommitmentBroken(**who, prerequisites=lines, deadline_on=DAY, article="Art. 24"),
            [name, "2026-11-30", "Art. 24"],
        ),
        "committed_on_notice": (
            m.CommittedOnNotice(
                **who,
                covers=lines,
                conditions=("safe",),
                liability="revoked",
                basis="Fire Law 15",
                signer="Wang",
                committed_at=AT,
                check_by=DAY,
            ),
            ["Wang", "Fire Law 15", "2026-11-30"],
        ),
        "commitment_checked": (
            m.CommitmentChecked(**who, staff=TWO, is_true=False, findings="exit blocked"),
            ["Lin, Zhou", "untrue", "exit blocked"],
        ),
        "reported_up": (
            m.ReportedUp(**who, authority="Province", opinion="agreed", materials=(), sent_on=DAY),
            ["Province", "agreed"],
        ),
        "report_answered": (
            m.ReportAnswered(
                **who, answer="approved", document="No. 5", received_on=DAY, tell_by=DAY
            ),
            ["approved", "No. 5", "2026-11-30"],
        ),
        "handed_to_colleague": (
            m.HandedToColleague(**who, to=desk.CHIEF.id, promised="a call on Friday"),
            [desk.CHIEF.name, "a call on Friday"],
        ),
        "materials_moved": (
            m.MaterialsMoved(
                **who, sender="Lin", receiver="Zhou", materials=("form", "plan"), pieces=3
            ),
            ["Lin", "Zhou", "form, plan", "3"],
        ),
        "fee_noticed": (
            m.FeeNoticed(
                **who,
                fee=1,
                name="registration",
                basis="b",
                standard="s",
                unit_price_fen=55_000,
                quantity=3,
                amount_fen=165_005,
                payee="p",
                place="",
                code="",
                deadline_on=DAY,
            ),
            ["registration", "1,650.05", "2026-11-30"],
        ),
        "fee_paid": (
            m.FeePaid(**who, fee=1, amount_fen=8_000, receipt="N-1", paid_on=DAY),
            ["80.00", "N-1"],
        ),
        "visit_arranged": (
            m.VisitArranged(
                **who,
                visit=1,
                visit_at=AT,
                address="Riverside 9",
                staff=TWO,
                purpose="look",
                departments=("Fire",),
            ),
            ["Riverside 9", "2026-11-23 09:41", "Lin, Zhou", "Fire"],
        ),
        "visit_held": (
            m.VisitHeld(
                **who,
                visit=1,
                held_at=AT,
                staff=TWO,
                findings="as drawn",
                passed=True,
                applicant_present="Wang",
            ),
            ["Lin, Zhou", "as drawn"],
        ),
        "hearing_noticed": (
            m.HearingNoticed(**who, matter="the permit", request_by=DAY),
            ["the permit", "2026-11-30"],
        ),
        "hearing_requested": (
            m.HearingRequested(**who, requested_by="Wang", requested_on=DAY, hold_by=DAY),
            ["Wang", "2026-11-30"],
        ),
        "given_back": (
            m.GivenBack(**who, reason="another name", basis="b", materials=(), review_at="r"),
            ["another name"],
        ),
        "terminated": (m.Terminated(**who, reason="dissolved", basis="b"), ["dissolved"]),
        "paper_corrected": (
            m.PaperCorrected(
                **who, paper_id=paper, correction=2, wrong="Wong", right="Wang", reason="typo"
            ),
            ["2", "acceptance notice", "Wang", "Wong"],
        ),
    }
