"""The case (办件) and its path, from receipt to the closed file.

Immutable: a transition checks its rule and returns the next case with the
event that made it so in ``news``. What an event does to a case is written once,
in ``fold.py``; so a case read back from the journal is the case that was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clerk.domain.case_input import (
    kind_problems,
    must_be_asked,
    must_be_filled,
    must_be_listed,
    must_be_sound,
)
from clerk.domain.case_rules import (
    must_be_back,
    must_be_looked_into,
    must_be_news,
    must_be_over,
    must_be_past_its_notice,
    must_be_redeemed,
    must_be_settled,
    must_be_trusted,
)
from clerk.domain.checklist import Checklist
from clerk.domain.clock_events import DeemedAccepted, DeemedRenewed
from clerk.domain.clocks import due_dates
from clerk.domain.codec import canonical, to_plain
from clerk.domain.delivering import must_be_delivered
from clerk.domain.events import (
    Accepted,
    Attached,
    Attachment,
    CertificateMade,
    Closed,
    Corrected,
    Declined,
    DeclineGround,
    Granted,
    HandedOver,
    NoticeIssued,
    PaperIssued,
    PrintFinished,
    PrintIntended,
    Received,
    Refused,
    Returned,
    Reviewed,
    Supplemented,
    Withdrawn,
)
from clerk.domain.fold import folded
from clerk.domain.objections import (
    AlreadyTold,
    DayInThePast,
    LinesNotLookedAt,
    NothingMissing,
    RenewedByLaw,
    SameHand,
    SituationOpen,
    SubstanceChanged,
)
from clerk.domain.refusals import InvalidInput
from clerk.domain.staff import Role
from clerk.domain.stages import FINISHED, Action, Stage, is_allowed, must_allow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from clerk.domain.applicant import Applicant
    from clerk.domain.calendar import DueDate, WorkCalendar
    from clerk.domain.case_number import CaseNumber
    from clerk.domain.case_records import Fee, Procedure, Visit
    from clerk.domain.catalogue import AnswerId, PrerequisiteId, ServiceItem, SituationId
    from clerk.domain.checklist import Mark
    from clerk.domain.clock_events import (
        DeemedWithdrawn,
        DueRecomputed,
        Extended,
        WentOverdue,
    )
    from clerk.domain.counter_events import (
        CommitmentBroken,
        CommitmentChecked,
        CommittedOnNotice,
        GivenBack,
        HandedToColleague,
        HearingNoticed,
        HearingRequested,
        MaterialsMoved,
        PaperCorrected,
        ReportAnswered,
        ReportedUp,
        Terminated,
    )
    from clerk.domain.event import Event
    from clerk.domain.events import PrintOutcome
    from clerk.domain.identifiers import CaseId, PaperId
    from clerk.domain.ownership_events import TakenOver, Transferred
    from clerk.domain.papers import Delivery, Paper, PaperRecord
    from clerk.domain.staff import Staff, StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One applicant's request for one service item (办件)."""

    id: CaseId
    version: int
    stage: Stage
    number: CaseNumber
    item: ServiceItem
    applicant: Applicant
    answers: Mapping[SituationId, AnswerId]
    marks: Mapping[PrerequisiteId, Mark]
    received_at: datetime
    received_by: StaffId
    attachments: tuple[Attachment, ...] = ()
    notices: tuple[NoticeIssued, ...] = ()
    supplements: tuple[Supplemented, ...] = ()
    accepted: Accepted | None = None
    declined: Declined | None = None
    reviewed: Reviewed | None = None
    decision: Granted | Refused | Returned | None = None
    certificate: CertificateMade | None = None
    handed_over: HandedOver | None = None
    withdrawn: Withdrawn | None = None
    finished_at: datetime | None = None
    papers: tuple[PaperRecord, ...] = ()
    due: DueDate | None = None
    """When it must be decided as promised, as told last; None before acceptance."""
    statutory_due: DueDate | None = None
    """When the law wants it decided."""
    procedures: tuple[Procedure, ...] = ()
    extensions: tuple[Extended, ...] = ()
    recomputed: tuple[DueRecomputed, ...] = ()
    deemed: DeemedAccepted | DeemedRenewed | DeemedWithdrawn | None = None
    overdue: tuple[WentOverdue, ...] = ()
    commitment: CommittedOnNotice | None = None
    checked_commitment: CommitmentChecked | None = None
    broken: CommitmentBroken | None = None
    reported: ReportedUp | None = None
    answered: ReportAnswered | None = None
    responsible: StaffId | None = None
    """Who answers for the case now, after a hand-over to a colleague."""
    handed_on: tuple[HandedToColleague, ...] = ()
    moved: tuple[MaterialsMoved, ...] = ()
    fees: tuple[Fee, ...] = ()
    visits: tuple[Visit, ...] = ()
    hearing: HearingNoticed | None = None
    hearing_request: HearingRequested | None = None
    given_back: GivenBack | None = None
    terminated: Terminated | None = None
    corrections: tuple[PaperCorrected, ...] = ()
    transferred: Transferred | None = None
    taken_over: TakenOver | None = None
    news: tuple[Event, ...] = field(default=(), compare=False)

    @property
    def checklist(self) -> Checklist:
        """The published list under this case's answers, with its marks."""
        return Checklist.of(self.item, self.answers, self.marks)

    @property
    def in_charge(self) -> StaffId:
        """Who answers for the case now: whoever received it, until it is handed on (首问负责)."""
        return self.responsible or self.received_by

    @property
    def extended(self) -> Extended | None:
        """The last extension of its limit, None without any."""
        return self.extensions[-1] if self.extensions else None

    @property
    def accepted_at(self) -> datetime | None:
        """When it was accepted; deemed accepted, it was so from its receipt (行政许可法 32(4))."""
        if self.accepted:
            return self.accepted.at
        return self.deemed.since if isinstance(self.deemed, DeemedAccepted) else None

    @property
    def is_finished(self) -> bool:
        """Whether its path is over."""
        return self.stage in FINISHED

    @property
    def substance(self) -> str:
        """SHA-256 over what a decision is about: item, list, files, applicant, fee (hex)."""
        about = {
            "item": [self.item.id, self.item.version, self.item.digest],
            "answers": to_plain(self.answers),
            "marks": to_plain(self.marks),
            "attachments": sorted(each.sha256 for each in self.attachments),
            "applicant": to_plain(self.applicant),
            "fee": self.item.fee,
        }
        return hashlib.sha256(canonical(about)).hexdigest()

    def allows(self, action: Action) -> bool:
        """Whether the path has this step now; the step may still meet another refusal."""
        return is_allowed(action, self.stage)

    def paper(self, wanted: PaperId) -> PaperRecord:
        """Return the record of one issued paper.

        Raises:
            KeyError: This case has no such paper.
        """
        for each in self.papers:
            if each.id == wanted:
                return each
        raise KeyError(wanted)

    @staticmethod
    def receive(case_id: CaseId, received: Received, item: ServiceItem) -> Case:
        """Take an application in and give it its number (收件).

        Raises:
            InvalidInput: The applicant's fields have problems; all are listed.
            NotOnTheList: A mark or a file is for something the published list does not hold.
            QuestionNotAsked: An answer is to a question the published list does not ask.
        """
        problems = received.applicant.problems(received.at.date())
        problems += kind_problems(received.applicant, item)
        if problems:
            raise InvalidInput(problems=problems)
        must_be_sound(received.marks)
        must_be_asked(received.answers, item)
        Checklist.of(item, received.answers, received.marks)
        for each in received.attachments:
            must_be_listed(each, item)
        return replace(Case.begin(case_id, received, item), news=(received,))

    @staticmethod
    def begin(case_id: CaseId, received: Received, item: ServiceItem) -> Case:
        """Return the case its first event makes."""
        return Case(
            id=case_id,
            version=1,
            stage=Stage.RECEIVED,
            number=received.number,
            item=item,
            applicant=received.applicant,
            answers=received.answers,
            marks=received.marks,
            received_at=received.at,
            received_by=received.by,
            attachments=received.attachments,
        )

    @staticmethod
    def replay(case_id: CaseId, events: Iterable[Event], item: ServiceItem) -> Case:
        """Return the case its events make, in order; the first one is its receipt."""
        remaining = iter(events)
        first = next(remaining)
        assert isinstance(first, Received)  # noqa: S101 - the store hands over whole cases
        case = Case.begin(case_id, first, item)
        for each in remaining:
            case = folded(case, each)
        return case

    def followed_by(self, event: Event) -> Case:
        """Return the case after one more event from the journal."""
        return folded(self, event)

    def correct(
        self,
        by: Staff,
        at: datetime,
        *,
        applicant: Applicant | None = None,
        answers: Mapping[SituationId, AnswerId] | None = None,
        marks: Mapping[PrerequisiteId, Mark] | None = None,
    ) -> Case:
        """Put something right on the spot (行政许可法 32(3)).

        Raises:
            WrongStage: It is accepted or finished.
            InvalidInput: The applicant's new fields have problems.
            NotOnTheList: A mark is for something the published list does not hold.
            QuestionNotAsked: An answer is to a question the published list does not ask.
        """
        must_allow(Action.CORRECT, self.stage)
        if applicant and (
            problems := applicant.problems(at.date()) + kind_problems(applicant, self.item)
        ):
            raise InvalidInput(problems=problems)
        must_be_sound(marks or {})
        must_be_asked(answers or {}, self.item)
        event = Corrected(
            by=by.id, at=at, applicant=applicant, answers=answers or {}, marks=marks or {}
        )
        return self.after(event).checked()

    def issue_notice(
        self,
        by: Staff,
        at: datetime,
        deadline_on: date,
        *,
        chief: Staff | None = None,
        reason: str = "",
    ) -> Case:
        """Tell the applicant once everything that is missing (一次性告知, 行政许可法 32(4)).

        Raises:
            WrongStage: It was accepted or declined before.
            SituationOpen: A question is open, so nobody knows what is required.
            LinesNotLookedAt: The notice would not hold everything.
            NothingMissing: Everything is there; it must be accepted.
            AlreadyTold: A second notice, without the chief's line and a reason.
            ShouldHaveBeenKnown: It asks for what was found in order before.
            NotYourRole: Whoever allowed it is no chief.
            DayInThePast: The deadline is over already.
        """
        must_allow(Action.ISSUE_NOTICE, self.stage)
        self._must_know_what_is_required()
        if open_lines := self.checklist.open():
            raise LinesNotLookedAt(prerequisites=tuple(x.prerequisite.name.zh for x in open_lines))
        wanting = self.checklist.wanting()
        if not wanting:
            raise NothingMissing
        if self.notices and not (chief and reason):
            raise AlreadyTold
        must_be_news(wanting, self.notices)
        if chief:
            chief.must_be(Role.CHIEF)
        if deadline_on < at.date():
            raise DayInThePast(day=deadline_on)
        event = NoticeIssued(
            by=by.id,
            at=at,
            wanting=tuple(each.prerequisite.id for each in wanting),
            deadline_on=deadline_on,
            found_good=tuple(each.prerequisite.id for each in self.checklist.found_good()),
            time=len(self.notices) + 1,
            allowed_by=chief.id if chief else None,
            reason=reason,
        )
        return self.after(event)

    def supplement(self, by: Staff, at: datetime, marks: Mapping[PrerequisiteId, Mark]) -> Case:
        """Take in further papers after the notice (补正).

        Raises:
            WrongStage: No notice is open.
            NotOnTheList: A mark is for something the published list does not hold.
        """
        must_allow(Action.SUPPLEMENT, self.stage)
        must_be_sound(marks)
        return self.after(Supplemented(by=by.id, at=at, marks=marks)).checked()

    def accept(self, by: Staff, at: datetime, calendar: WorkCalendar) -> Case:
        """Accept it and start the clock (受理, 行政许可法 32(5), 42).

        Raises:
            WrongStage: It was accepted or declined before.
            SituationOpen: A question is open, so nobody knows what is required.
            ChecklistIncomplete: A required prerequisite is neither in hand nor covered.
            PromiseTooLate: A paper is promised for after the promised limit.
            BadCredit: Papers are promised by an applicant who is not taken at their word.
        """
        must_allow(Action.ACCEPT, self.stage)
        self._must_know_what_is_required()
        checklist = self.checklist
        must_be_settled(checklist, self.commitment)
        due, statutory_due = due_dates(self, calendar, accepted_on=at.date())
        must_be_trusted(checklist.promised(), self.applicant, due.on)
        return self.after(Accepted(by=by.id, at=at, due=due, statutory_due=statutory_due))

    def decline(
        self,
        by: Staff,
        at: datetime,
        *,
        ground: DeclineGround,
        facts: str,
        basis: str,
        authority: str,
    ) -> Case:
        """Decline it, at once and in writing (不予受理, 行政许可法 32(1)(2)).

        Raises:
            WrongStage: It was accepted or declined before.
            DeadlineStillRuns: Not corrected in time, but there is time, or nobody told.
            InvalidInput: Facts, basis or the competent authority are not named.
        """
        must_allow(Action.DECLINE, self.stage)
        wanted = {"facts": facts, "basis": basis}
        if ground is DeclineGround.NOT_OUR_COMPETENCE:
            wanted["authority"] = authority
        if ground is DeclineGround.NOT_CORRECTED:
            must_be_past_its_notice(self.notices, at.date())
        must_be_filled("decline", wanted)
        event = Declined(
            by=by.id, at=at, ground=ground, facts=facts, basis=basis, authority=authority
        )
        return self.after(event)

    def review(self, by: Staff, at: datetime, opinion: str, *, second: Staff | None = None) -> Case:
        """Put it before the chief with an explicit opinion (审查, 行政许可法 34).

        ``second`` examined it too; a visit recorded by two of the staff serves as well.

        Raises:
            WrongStage: It is not accepted, or already before the chief.
            InvalidInput: There is no opinion, or one no paper can show.
            ChecklistIncomplete: What was returned has not been mended.
            StillReported: The higher authority's answer has not come.
            SecondReviewerNeeded: It takes two, and nobody else looked into it.
        """
        must_allow(Action.REVIEW, self.stage)
        must_be_filled("review", {"opinion": opinion})
        must_be_settled(self.checklist, self.commitment)
        must_be_back(self.reported, self.answered)
        other = second.id if second and second.id != by.id else None
        must_be_looked_into(self.item, other, self.visits)
        return self.after(Reviewed(by=by.id, at=at, opinion=opinion, second=other))

    def grant(self, by: Staff, at: datetime, *, opinion: str, seen: str) -> Case:
        """Grant it (准予许可, 行政许可法 38). ``seen`` is the substance the signer looked at.

        Raises:
            WrongStage: It is not before the chief.
            NotYourRole: The signer is no chief.
            SameHand: The signer accepted it.
            SubstanceChanged: It is not what the signer saw.
            PromisesOutstanding: What was promised at acceptance has not come in.
            ProcedureRuns: A special procedure has not ended.
            InvalidInput: There is no opinion.
        """
        self._must_be_signable(Action.GRANT, by, seen)
        must_be_filled("sign_off", {"opinion": opinion})
        must_be_redeemed(self.checklist)
        return self.after(Granted(by=by.id, at=at, opinion=opinion, substance=seen))

    def refuse(
        self,
        by: Staff,
        at: datetime,
        *,
        opinion: str,
        facts: str,
        reasons: str,
        basis: str,
        seen: str,
    ) -> Case:
        """Refuse it in writing, with reasons (不予许可, 行政许可法 38).

        Raises:
            WrongStage, NotYourRole, SameHand, SubstanceChanged: As for :meth:`grant`.
            ProcedureRuns: Likewise.
            RenewedByLaw: The old licence ran out undecided.
            InvalidInput: Opinion, facts, reasons or basis are not given.
        """
        self._must_be_signable(Action.REFUSE, by, seen)
        must_be_filled(
            "sign_off", {"opinion": opinion, "facts": facts, "reasons": reasons, "basis": basis}
        )
        event = Refused(
            by=by.id,
            at=at,
            opinion=opinion,
            facts=facts,
            reasons=reasons,
            basis=basis,
            substance=seen,
        )
        return self.after(event)

    def return_to_window(self, by: Staff, at: datetime, *, opinion: str, seen: str) -> Case:
        """Send it back, saying what to mend (退回窗口). The clock runs on.

        Raises:
            WrongStage, NotYourRole, SameHand, SubstanceChanged: As for :meth:`grant`.
            InvalidInput: It does not say what to mend.
        """
        self._must_be_signable(Action.RETURN_TO_WINDOW, by, seen)
        must_be_filled("sign_off", {"opinion": opinion})
        return self.after(Returned(by=by.id, at=at, opinion=opinion, substance=seen))

    def make_certificate(self, by: Staff, at: datetime, *, number: str, valid_until: str) -> Case:
        """Note that the certificate is made and ready for collection (制证, 行政许可法 44).

        Raises:
            WrongStage: It was not granted, or the certificate is made already.
            InvalidInput: A text no paper can show.
        """
        must_allow(Action.MAKE_CERTIFICATE, self.stage)
        must_be_filled("certificate", {"number": number})
        event = CertificateMade(
            by=by.id, at=at, name=self.item.result, number=number, valid_until=valid_until
        )
        return self.after(event)

    def hand_over(self, by: Staff, at: datetime, delivery: Delivery) -> Case:
        """Hand decision and certificate over (送达).

        Raises:
            WrongStage: Nothing waits to be handed over.
            InvalidInput: It lacks what its way of delivery must name.
            DeadlineStillRuns: The thirty days of a public notice are not over.
            DayNotCome: It would have been delivered in the future.
        """
        must_allow(Action.HAND_OVER, self.stage)
        must_be_delivered(delivery, at)
        return self.after(HandedOver(by=by.id, at=at, delivery=delivery))

    def close(self, by: Staff, at: datetime) -> Case:
        """Close the file (办结).

        Raises:
            WrongStage: Something is still to be handed over.
        """
        must_allow(Action.CLOSE, self.stage)
        return self.after(Closed(by=by.id, at=at))

    def withdraw(self, by: Staff, at: datetime, reason: str) -> Case:
        """Let the applicant take it back before it is decided (撤回).

        Raises:
            WrongStage: It is decided already, or finished.
            InvalidInput: No reason is given.
        """
        must_allow(Action.WITHDRAW, self.stage)
        must_be_filled("withdraw", {"reason": reason})
        return self.after(Withdrawn(by=by.id, at=at, reason=reason))

    def attach(self, by: Staff, at: datetime, attachment: Attachment) -> Case:
        """Add a file to the dossier; the same content for the same line is added once.

        Raises:
            WrongStage: The dossier is before the chief, or closed.
            NotOnTheList: It is for something the published list does not hold.
        """
        must_allow(Action.ATTACH, self.stage)
        must_be_listed(attachment, self.item)
        if any(
            (x.sha256, x.prerequisite) == (attachment.sha256, attachment.prerequisite)
            for x in self.attachments
        ):
            return self
        return self.after(Attached(by=by.id, at=at, attachment=attachment))

    def issue_paper(self, by: Staff, at: datetime, paper: Paper) -> Case:
        """Issue a paper about what just happened; it keeps its words for ever."""
        return self.after(PaperIssued(by=by.id, at=at, paper=paper))

    def intend_print(
        self, by: Staff, at: datetime, *, paper: PaperId, copies: int, printer: str
    ) -> Case:
        """Note that a paper goes to a printer, before it does.

        It is a reprint once an earlier printing came out, or may have.
        """
        record = self.paper(paper)
        event = PrintIntended(
            by=by.id,
            at=at,
            paper_id=paper,
            job=record.jobs + 1,
            reprint=record.copies_about,
            copies=copies,
            printer=printer,
        )
        return self.after(event)

    def finish_print(
        self,
        by: StaffId,
        at: datetime,
        *,
        paper: PaperId,
        job: int,
        outcome: PrintOutcome,
        detail: str = "",
    ) -> Case:
        """Note what became of a printing; one that is settled already stays as it is."""
        if job not in {each.job for each in self.paper(paper).open_prints}:
            return self
        return self.after(
            PrintFinished(by=by, at=at, paper_id=paper, job=job, outcome=outcome, detail=detail)
        )

    def checked(self) -> Case:
        """Return the same case, its checklist proven to fit the published list."""
        Checklist.of(self.item, self.answers, self.marks)
        return self

    def without_news(self) -> Case:
        """Return the same case after its news were written to the journal."""
        return replace(self, news=())

    def _must_know_what_is_required(self) -> None:
        if questions := self.item.unanswered(self.answers):
            raise SituationOpen(questions=tuple(each.question.zh for each in questions))

    def _must_be_signable(self, action: Action, by: Staff, seen: str) -> None:
        must_allow(action, self.stage)
        by.must_be(Role.CHIEF)
        if action is not Action.RETURN_TO_WINDOW:
            must_be_over(self.procedures)
        if isinstance(self.deemed, DeemedRenewed) and action is Action.REFUSE:
            raise RenewedByLaw
        if self.accepted and self.accepted.by == by.id:
            raise SameHand(name=by.name)
        if seen != self.substance:
            raise SubstanceChanged

    def after(self, event: Event) -> Case:
        """Return the next case, the fact among its news. For transitions; they check their rule."""
        return folded(self, event, news=(*self.news, event))
