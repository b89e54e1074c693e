"""Every kind of event is told as one sentence a person can read."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from clerk.domain import clock_events as c
from clerk.domain import events as e
from clerk.domain import ownership_events as o
from clerk.domain.calendar import DueDate
from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import Defect, LineStatus, Mark
from clerk.domain.identifiers import PaperId
from clerk.domain.limits import LimitUnit, ProcedureKind
from clerk.domain.papers import Delivery
from clerk.domain.staff import BY_LAW, StaffId
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.history import history_of
from clerk.usecases.language import use_language
from tests import desk
from tests.usecases.further_samples import further_samples

AT = datetime(2026, 11, 23, 9, 41, tzinfo=timezone(timedelta(hours=8)))
BY, CHIEF = desk.CLERK.id, desk.CHIEF.id
DUE = DueDate(on=date(2026, 12, 1), is_provisional=False, calendar="2026")
OLD = DueDate(on=date(2026, 11, 27), is_provisional=True, calendar="2026")
FIRST = PrerequisiteId("1")
DELIVERY = Delivery(
    way="proxy",
    place="中心",
    received_by="王䶮",
    received_id="",
    received_at=AT,
    proxy_reason="出差",
    documents=(),
)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """A case accepted at a real desk, with its own events."""
    opened = desk.make_desk(tmp_path_factory.mktemp("desk") / "store")
    wish = AcceptCase(opening=desk.application(opened, "SCJG-005"), by=desk.CLERK)
    case = accept_case(wish, opened.room.counter).case
    events = opened.room.reading.history(case.id)
    yield case, events
    opened.close()


@pytest.fixture(autouse=True)
def english():
    use_language("en", desk.bootstrap.resources())


def told(story, event):
    (line,) = history_of(story[0], [event], (desk.CLERK, desk.CHIEF), "zh_CN")
    return line.sentence


def of_the_clock(who):
    """What happens to a clock, and words its sentence must hold."""
    told_late = c.WentOverdue(
        **who, clock=c.ClockKind.PROMISED, article="优化营商环境条例 36", due_on=DUE.on
    )
    started = c.ProcedureStarted(
        **who,
        procedure=1,
        kind=ProcedureKind.TESTING,
        name="水质检测",
        stops_clock=True,
        reason="r",
        basis="行政许可法 45",
        institution="i",
        starts_on=AT.date(),
        expected_until=DUE.on,
    )
    ended = c.ProcedureEnded(
        **who, procedure=1, ended_on=AT.date(), result="passed", due=DUE, statutory_due=DUE
    )
    extended = c.Extended(
        **who,
        amount=10,
        unit=LimitUnit.WORKING_DAYS,
        reason="complicated",
        approver="郑明",
        approver_post="局长",
        approved_on=AT.date(),
        before=OLD,
        due=DUE,
        statutory_due=DUE,
    )
    recomputed = c.DueRecomputed(
        **who, calendar="CN-2027.1", before=OLD, statutory_before=OLD, due=DUE, statutory_due=DUE
    )
    accepted = c.DeemedAccepted(
        **who, article="行政许可法 32(4)", since=AT, due=DUE, statutory_due=DUE
    )
    old, new = OLD.on.isoformat(), DUE.on.isoformat()
    return {
        "procedure_started": (started, ["testing", "水质检测", new, "行政许可法 45"]),
        "procedure_ended": (ended, ["1", "passed", new]),
        "extended": (extended, ["10 working days", "郑明", "局长", "complicated", old, new]),
        "due_recomputed": (recomputed, ["CN-2027.1", old, new]),
        "deemed_accepted": (accepted, ["行政许可法 32(4)", "2026-11-23"]),
        "deemed_renewed": (
            c.DeemedRenewed(**who, article="行政许可法 50", due_on=DUE.on),
            ["行政许可法 50", new],
        ),
        "deemed_withdrawn": (
            c.DeemedWithdrawn(**who, article="地方条例 36", deadline_on=OLD.on),
            ["地方条例 36", old],
        ),
        "went_overdue": (told_late, ["promised limit", "优化营商环境条例 36", new]),
    }


def samples(story):
    """One event of every kind, and words its sentence must hold."""
    return own_samples(story) | further_samples(story[0])


def own_samples(story):
    case, events = story
    received, issued = events[0], next(x for x in events if isinstance(x, e.PaperIssued))
    paper_id = case.papers[0].id
    name = case.item.prerequisites[0].name.zh
    file = e.Attachment(sha256="0" * 64, name="plan.png", media_type="image/png", size=9)
    bad = {FIRST: Mark(status=LineStatus.NOT_GOOD, defect=Defect.WRONG)}
    who = {"by": BY, "at": AT}
    return {
        "received": (received, [case.applicant.name, "3499 007 1 261123 0001"]),
        "corrected": (e.Corrected(**who, marks=bad), [name, "not good"]),
        "notice_issued": (
            e.NoticeIssued(**who, wanting=(FIRST,), deadline_on=date(2026, 11, 30)),
            [name, "2026-11-30"],
        ),
        "supplemented": (e.Supplemented(**who, marks=bad), [name]),
        "accepted": (e.Accepted(**who, due=DUE, statutory_due=DUE), ["2026-12-01"]),
        "declined": (
            e.Declined(**who, ground=e.DeclineGround.NOT_NEEDED, facts="the facts", basis="x"),
            ["the facts"],
        ),
        "reviewed": (e.Reviewed(**who, opinion="in order"), ["in order"]),
        "granted": (e.Granted(**who, opinion="agreed", substance="x"), ["agreed"]),
        "refused": (
            e.Refused(**who, opinion="no", facts="f", reasons="too near", basis="b", substance="x"),
            ["no", "too near"],
        ),
        "returned": (e.Returned(**who, opinion="mend it", substance="x"), ["mend it"]),
        "certificate_made": (
            e.CertificateMade(**who, name="许可证", number="JY1", valid_until=""),
            ["许可证", "JY1"],
        ),
        "handed_over": (e.HandedOver(**who, delivery=DELIVERY), ["王䶮", "proxy"]),
        "closed": (e.Closed(**who), ["Closed"]),
        "withdrawn": (e.Withdrawn(**who, reason="moved away"), ["moved away"]),
        "attached": (e.Attached(**who, attachment=replace(file, prerequisite=FIRST)), [name]),
        "paper_issued": (issued, ["acceptance notice", issued.paper.document_number]),
        "print_intended": (
            e.PrintIntended(**who, paper_id=paper_id, job=1, copies=2, printer="HP"),
            ["acceptance notice", "HP"],
        ),
        **of_the_clock(who),
        "print_finished": (
            e.PrintFinished(
                **who, paper_id=paper_id, job=1, outcome=e.PrintOutcome.FAILED, detail="gone"
            ),
            ["acceptance notice", "switched off"],
        ),
        "transferred": (
            o.Transferred(**who, to_window="008", promised="an answer by Friday"),
            ["008", "Friday"],
        ),
        "taken_over": (
            o.TakenOver(**who, from_window="009", reason="the PC died"),
            ["009", "died"],
        ),
    }


@pytest.mark.parametrize("kind", e.KINDS)
def test_every_kind_of_event_becomes_a_sentence_with_its_facts(story, kind):
    event, facts = samples(story)[kind]

    sentence = told(story, event)

    assert all(each in sentence for each in facts), sentence


def test_no_two_kinds_are_told_alike(story):
    told_all = [told(story, event) for event, _facts in samples(story).values()]

    assert len(set(told_all)) == len(e.KINDS)


def test_a_second_reviewer_is_named(story):
    event = e.Reviewed(by=BY, at=AT, opinion="in order", second=CHIEF)

    assert desk.CHIEF.name in told(story, event)


def test_a_reprint_says_which_one_it_is(story):
    paper_id = story[0].papers[0].id
    event = e.PrintIntended(
        by=BY, at=AT, paper_id=paper_id, job=3, reprint=2, copies=2, printer="HP"
    )

    assert "reprint 2" in told(story, event)


def test_a_second_notice_is_counted_and_names_the_chief_who_allowed_it(story):
    event = e.NoticeIssued(
        by=BY,
        at=AT,
        wanting=(FIRST,),
        deadline_on=AT.date(),
        time=2,
        allowed_by=CHIEF,
        reason="new law",
    )

    assert "number 2" in told(story, event)
    assert desk.CHIEF.name in told(story, event)
    assert "new law" in told(story, event)


def test_a_person_who_left_is_told_by_number_and_a_lost_paper_by_its_id(story):
    event = e.PrintIntended(
        by=StaffId("staff-9"), at=AT, paper_id=PaperId("p-9"), job=1, copies=1, printer="HP"
    )
    (line,) = history_of(story[0], [event], (), "zh_CN")

    assert line.by == "staff-9"
    assert "p-9" in line.sentence


def test_what_the_law_did_is_told_as_nobodys_hand(story):
    event = c.DeemedWithdrawn(by=BY_LAW, at=AT, article="x", deadline_on=AT.date())
    (line,) = history_of(story[0], [event], (desk.CLERK,), "zh_CN")

    assert line.by == "The law itself"
