"""The trade's terms in the language of the moment: stages, actions, papers, roles, grounds."""

from __future__ import annotations

from clerk.domain.catalogue import ApplicantKind, BasisRank, ItemKind
from clerk.domain.checklist import Defect, LineStatus
from clerk.domain.clock_events import ClockKind
from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.domain.identity import DocumentKind
from clerk.domain.limits import ProcedureKind
from clerk.domain.papers import PaperKind
from clerk.domain.staff import Role
from clerk.domain.stages import Action, Stage
from clerk.usecases.language import _


def stage_name(stage: Stage) -> str:
    """Say where a case stands."""
    return {
        Stage.RECEIVED: _("received"),
        Stage.NOTIFIED: _("waiting for the applicant"),
        Stage.ACCEPTED: _("accepted"),
        Stage.REVIEWED: _("waiting for sign-off"),
        Stage.RETURNED: _("returned to the window"),
        Stage.GRANTED: _("granted, to be made"),
        Stage.REFUSED: _("refused, hand over"),
        Stage.CERTIFIED: _("to be collected"),
        Stage.DELIVERED: _("handed over"),
        Stage.CLOSED: _("closed"),
        Stage.DECLINED: _("declined"),
        Stage.WITHDRAWN: _("withdrawn"),
        Stage.TERMINATED: _("ended without a decision"),
        Stage.GIVEN_BACK: _("given back to the applicant"),
    }[stage]


def action_name(action: Action) -> str:
    """Say what can be done."""
    return {
        Action.CORRECT: _("correct on the spot"),
        Action.ISSUE_NOTICE: _("one-time notice"),
        Action.SUPPLEMENT: _("supplement"),
        Action.ACCEPT: _("accept"),
        Action.DECLINE: _("decline"),
        Action.REVIEW: _("review"),
        Action.GRANT: _("grant"),
        Action.REFUSE: _("refuse"),
        Action.RETURN_TO_WINDOW: _("return to window"),
        Action.MAKE_CERTIFICATE: _("make certificate"),
        Action.HAND_OVER: _("hand over"),
        Action.CLOSE: _("close"),
        Action.WITHDRAW: _("withdraw"),
        Action.ATTACH: _("attach file"),
        Action.COMMIT_ON_NOTICE: _("commitment on notice"),
        Action.KEEP_COMMITMENT: _("take in what was promised"),
        Action.BREAK_COMMITMENT: _("note a broken promise"),
        Action.CHECK_COMMITMENT: _("check the commitment"),
        Action.START_PROCEDURE: _("begin a special procedure"),
        Action.END_PROCEDURE: _("end a special procedure"),
        Action.EXTEND: _("extend the limit"),
        Action.ARRANGE_VISIT: _("arrange a visit"),
        Action.HOLD_VISIT: _("record a visit"),
        Action.NOTICE_HEARING: _("give notice of a hearing"),
        Action.REQUEST_HEARING: _("note the request for a hearing"),
        Action.ARRANGE_HEARING: _("tell when the hearing is held"),
        Action.REPORT_UP: _("report upward"),
        Action.ANSWER_REPORT: _("note the answer from above"),
        Action.NOTICE_FEE: _("give notice of a fee"),
        Action.PAY_FEE: _("note a payment"),
        Action.MOVE_MATERIALS: _("pass materials on"),
        Action.HAND_TO_COLLEAGUE: _("hand to a colleague"),
        Action.GIVE_BACK: _("give back to the applicant"),
        Action.TERMINATE: _("end without a decision"),
        Action.CORRECT_PAPER: _("correct a paper"),
    }[action]


def paper_name(kind: PaperKind) -> str:
    """Say the name of a paper."""
    return {
        PaperKind.MATERIAL_VOUCHER: _("material voucher"),
        PaperKind.ACCEPTANCE_NOTICE: _("acceptance notice"),
        PaperKind.ONE_TIME_NOTICE: _("notice of what is missing"),
        PaperKind.DECLINE: _("decision not to accept"),
        PaperKind.GRANT: _("decision to grant"),
        PaperKind.REFUSAL: _("decision to refuse"),
        PaperKind.DELIVERY_RECEIPT: _("delivery receipt"),
        PaperKind.SUPPLEMENT_VOUCHER: _("supplement voucher"),
        PaperKind.COMMITMENT_ACCEPTANCE: _("acceptance with commitment"),
        PaperKind.PROCEDURE_NOTICE: _("notice of a special procedure"),
        PaperKind.EXTENSION_NOTICE: _("notice of extension"),
        PaperKind.RETURN_NOTICE: _("return notice"),
        PaperKind.COMMITMENT_LETTER: _("letter of commitment"),
        PaperKind.COMMITMENT_ON_NOTICE: _("commitment-on-notice paper"),
        PaperKind.HEARING_NOTICE: _("hearing notice"),
        PaperKind.TERMINATION: _("decision to end the case"),
        PaperKind.CORRECTION: _("notice of correction"),
        PaperKind.COLLECTION_NOTICE: _("collection notice"),
        PaperKind.COLLECTION_REGISTER: _("collection register"),
        PaperKind.FEE_NOTICE: _("fee notice"),
        PaperKind.VISIT_ARRANGEMENT: _("visit notice"),
        PaperKind.VISIT_RECORD: _("visit record"),
        PaperKind.CIRCULATION_SLIP: _("circulation slip"),
        PaperKind.TRANSFER_SLIP: _("transfer slip"),
        PaperKind.JOINT_COPY: _("joint handling slip"),
        PaperKind.JOINT_VISIT: _("joint visit notice"),
        PaperKind.JOINT_OPINION: _("reply slip"),
    }[kind]


def role_name(role: Role) -> str:
    """Say a role."""
    return {
        Role.CLERK: _("clerk"),
        Role.CHIEF: _("chief"),
        Role.SUPERVISOR: _("supervisor"),
        Role.IT: _("IT staff"),
    }[role]


def status_name(status: LineStatus) -> str:
    """Say where a line of the checklist stands."""
    return {
        LineStatus.TO_CHECK: _("to check"),
        LineStatus.IN_HAND: _("in hand"),
        LineStatus.FETCHED: _("fetched here"),
        LineStatus.MISSING: _("missing"),
        LineStatus.NOT_GOOD: _("not good"),
        LineStatus.PROMISED: _("promised"),
        LineStatus.WAIVED: _("waived"),
        LineStatus.COMMITTED: _("committed to"),
    }[status]


def defect_name(defect: Defect) -> str:
    """Say why a paper does not do."""
    return {
        Defect.EXPIRED: _("expired"),
        Defect.WRONG: _("wrong"),
        Defect.OTHER: _("other"),
    }[defect]


def ground_name(ground: DeclineGround) -> str:
    """Say why an application is not accepted."""
    return {
        DeclineGround.NOT_NEEDED: _("no licence is needed"),
        DeclineGround.NOT_OUR_COMPETENCE: _("not this agency's competence"),
        DeclineGround.NOT_CORRECTED: _("not corrected in time"),
    }[ground]


def way_name(way: DeliveryWay) -> str:
    """Say how a paper reaches the applicant."""
    return {
        DeliveryWay.DIRECT: _("in person"),
        DeliveryWay.LEFT: _("left with a witness"),
        DeliveryWay.POST: _("by post"),
        DeliveryWay.PROXY: _("to a proxy"),
        DeliveryWay.PUBLIC_NOTICE: _("by public notice"),
        DeliveryWay.ELECTRONIC: _("electronically"),
    }[way]


def document_kind_name(kind: DocumentKind) -> str:
    """Say what identifies an applicant."""
    return {
        DocumentKind.RESIDENT_ID: _("identity card"),
        DocumentKind.CREDIT_CODE: _("unified credit code"),
        DocumentKind.PASSPORT: _("passport"),
        DocumentKind.OTHER: _("other document"),
    }[kind]


def applicant_kind_name(kind: ApplicantKind) -> str:
    """Say who applies."""
    return {
        ApplicantKind.PERSON: _("person"),
        ApplicantKind.ORGANISATION: _("organisation"),
    }[kind]


def item_kind_name(kind: ItemKind) -> str:
    """Say how an item is handled."""
    return {
        ItemKind.IMMEDIATE: _("on the spot"),
        ItemKind.PROMISED: _("within a limit"),
    }[kind]


def procedure_name(kind: ProcedureKind) -> str:
    """Say a kind of special procedure."""
    return {
        ProcedureKind.HEARING: _("hearing"),
        ProcedureKind.TENDER: _("tender"),
        ProcedureKind.AUCTION: _("auction"),
        ProcedureKind.INSPECTION: _("inspection"),
        ProcedureKind.TESTING: _("testing"),
        ProcedureKind.QUARANTINE: _("quarantine"),
        ProcedureKind.APPRAISAL: _("appraisal"),
        ProcedureKind.EXPERT_REVIEW: _("expert review"),
        ProcedureKind.SITE_VISIT: _("site visit"),
        ProcedureKind.PUBLIC_NOTICE: _("public notice"),
        ProcedureKind.CONSULTATION: _("consultation"),
        ProcedureKind.COLLECTIVE_DISCUSSION: _("collective discussion"),
        ProcedureKind.RECTIFICATION: _("rectification by the applicant"),
        ProcedureKind.OTHER: _("other procedure"),
    }[kind]


def clock_name(kind: ClockKind) -> str:
    """Say whose limit a clock measures."""
    return {
        ClockKind.TELLING: _("limit to tell the applicant"),
        ClockKind.PROMISED: _("promised limit"),
        ClockKind.STATUTORY: _("limit of the law"),
        ClockKind.CERTIFICATE: _("limit for the certificate"),
    }[kind]


def rank_name(rank: BasisRank) -> str:
    """Say how high a rule stands."""
    return {
        BasisRank.LAW: _("Law"),
        BasisRank.ADMIN_REGULATION: _("Administrative regulation"),
        BasisRank.DEPT_RULE: _("Department rule"),
        BasisRank.PROVINCIAL_REGULATION: _("Provincial regulation"),
        BasisRank.NORMATIVE: _("Normative document"),
        BasisRank.SELF_SET: _("Set by the department itself"),
    }[rank]
